package check

import "sheetconv/model"

// form is what a form prints: the relations between its figures, and what a
// sheet must have. The rules are the same for all forms.
type form struct {
	// costs are the lines of costs that are made of others.
	costs []costRelation
	// staffing says that the total of staff is that of the other categories.
	staffing bool
	// unitCost are the lines that a cost per head may be of, the printed one
	// first; none where the form has no cost per head.
	unitCost []model.CostLine
	// rates says that a rate is the actual value by the target of its year.
	rates bool
	// goals says that a goal stands for the whole plan beside those of its years.
	goals bool
	// counts is the criterion of which a summary counts the grades.
	counts model.Criterion
	// numbered are the items whose numbers go up by one.
	numbered model.ItemKind
	// numberLevel is the level of the hierarchy whose number an item's begins
	// with: 40-106 under 施策 40.
	numberLevel string
	// planYears says that the years of values are those of the plan; else they
	// are within the period of the item.
	planYears bool
	// yearly says that every value but a lone total belongs to a year.
	yearly bool
	// required are the parts that a sheet must have.
	required []requirement
}

// costRelation says that a line of costs is the sum of others.
type costRelation struct {
	code   model.Code
	result model.CostLine
	parts  []costPart
}

// costPart is a line of a sum. Where the form prints it on several lines, words
// are what their labels hold between them: all are needed to know the part.
type costPart struct {
	line     model.CostLine
	subtract bool
	words    []string
}

// requirement is a part that items of a kind must have; without a kind it is one
// of the document's.
type requirement struct {
	kind model.ItemKind
	// label is what the form calls it.
	label string
	has   func(document *model.Document, item *model.Item) bool
}

var noForm = &form{}

func formOf(document *model.Document) *form {
	if document.Source != nil {
		if known, found := forms[document.Source.Form]; found {
			return known
		}
	}
	return noForm
}

// forms are the relations of each form, by its id.
var forms = map[string]*form{
	"misato-program": {
		costs: []costRelation{
			{CodeSpecificTotal, model.CostSpecificTotal, []costPart{
				{line: model.CostNationalPrefectural, words: []string{"国", "県"}},
				{line: model.CostBonds},
				{line: model.CostOtherSpecific},
			}},
			{CodeNet, model.CostNet, []costPart{
				{line: model.CostTotal},
				{line: model.CostSpecificTotal, subtract: true},
			}},
		},
		rates:  true,
		yearly: true,
		required: []requirement{
			{model.Program, "担当課名", hasDepartments},
			{model.Program, "総合計画の位置づけ", hasPolicy},
			{model.Program, "何をする事業か(概要)", hasText(model.TextOverview)},
			{model.Program, "何の為にやるのか(目的)", hasText(model.TextPurpose)},
			{model.Program, "総事業費(合計)", hasCost(model.CostTotal)},
			{model.Program, "活動指標・成果指標", hasIndicators},
		},
	},
	"isehara-program": {
		costs: []costRelation{
			{CodeGeneral, model.CostGeneral, []costPart{
				{line: model.CostTotal},
				{line: model.CostNationalPrefectural, subtract: true},
				{line: model.CostBonds, subtract: true},
				{line: model.CostOtherSpecific, subtract: true},
			}},
			{CodePersonnel, model.CostPersonnelTotal, []costPart{
				{line: model.CostPersonnelRegular},
				{line: model.CostPersonnelOther},
			}},
			{CodeFullCost, model.CostFull, []costPart{
				{line: model.CostTotal},
				{line: model.CostPersonnelTotal},
			}},
		},
		staffing:    true,
		unitCost:    []model.CostLine{model.CostFull, model.CostTotal},
		numberLevel: "施策",
		yearly:      true,
		required: []requirement{
			{model.Program, "部名・課名", hasDepartments},
			{model.Program, "総合計画体系", hasPolicy},
			{model.Program, "目的", hasText(model.TextPurpose)},
			{model.Program, "事業内容", hasText(model.TextOverview)},
			{model.Program, "事業費合計(a)", hasCost(model.CostTotal)},
			{model.Program, "進捗状況", hasEvaluation(model.CriterionProgress)},
			{model.Program, "実施水準", hasEvaluation(model.CriterionLevel)},
			{model.Program, "有効性", hasEvaluation(model.CriterionEffectiveness)},
			{model.Program, "効率性", hasEvaluation(model.CriterionEfficiency)},
		},
	},
	"sakado-progress": {
		counts:    model.CriterionProgress,
		numbered:  model.Initiative,
		planYears: true,
		yearly:    true,
		required: []requirement{
			{"", "進捗状況の凡例", hasGrades},
			{model.Initiative, "関係課 (B)", hasDepartments},
			{model.Initiative, "取組の方針と内容 (C)", hasText(model.TextOverview)},
			{model.Initiative, "年度取組内容 (D)", hasText(model.TextActivity)},
			{model.Initiative, "数値目標等 (E)", hasIndicators},
			{model.Initiative, "進捗状況 (F)", hasEvaluation(model.CriterionProgress, model.CriterionSelf, model.CriterionInternal, model.CriterionExternal, model.CriterionOverall)},
		},
	},
	"komaki-plan": {
		numbered: model.Initiative,
		required: []requirement{
			{model.Initiative, "担当課", hasDepartments},
			{model.Project, "部・課", hasDepartments},
			{model.Project, "予算額", hasCost(model.CostTotal)},
		},
	},
	"hadano-progress": {
		goals:       true,
		numbered:    model.Initiative,
		numberLevel: "改革の柱",
		planYears:   true,
		required: []requirement{
			{model.Theme, "概要(目指す姿)", hasText(model.TextOverview)},
			{model.Initiative, "取組主管課", hasDepartments},
			{model.Initiative, "概要(目指すもの)", hasText(model.TextOverview)},
		},
	},
}
