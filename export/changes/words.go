package changes

import (
	"strings"

	"sheetconv/model"
	"sheetconv/model/compare"
)

// words puts headings and phrases into a language.
type words struct{ language string }

// phrase is a text of the table in both languages. The English one is its key.
type phrase struct{ english, japanese string }

var japanesePhrases = func() map[string]string {
	table := map[string]string{}
	for _, phrase := range phrases {
		table[phrase.english] = phrase.japanese
	}
	return table
}()

// say words a phrase of the table; %1 to %3 are its arguments.
func (w words) say(english string, arguments ...string) string {
	text := english
	if w.language == Japanese {
		text = japanesePhrases[english]
	}
	if len(arguments) == 0 {
		return text
	}
	var pairs []string
	for index, argument := range arguments {
		pairs = append(pairs, "%"+string(rune('1'+index)), argument)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// enum words a value of an enum; one that has no words stays as it is.
func enum[T ~string](w words, table map[T]phrase, value T) string {
	entry, known := table[value]
	switch {
	case !known:
		return string(value)
	case w.language == Japanese:
		return entry.japanese
	}
	return entry.english
}

// classOrder is the order of the classes, the most important first.
var classOrder = compare.Classes()

var classWords = map[compare.Class]phrase{
	compare.ClassRevision:     {"Restated figures", "公表済みの数値の修正"},
	compare.ClassProgress:     {"Progress", "指標の進捗"},
	compare.ClassGrade:        {"Grades", "評価"},
	compare.ClassStatus:       {"Status", "事業の区分"},
	compare.ClassCost:         {"Costs", "事業費"},
	compare.ClassStaffing:     {"Staffing", "人員"},
	compare.ClassOrganisation: {"Departments", "所管"},
	compare.ClassStructure:    {"Added and removed rows", "指標・費目などの追加と削除"},
	compare.ClassText:         {"Texts", "記述"},
}

var itemWords = map[compare.ItemStatus]phrase{
	compare.ItemAdded:     {"Added", "追加"},
	compare.ItemRemoved:   {"Removed", "廃止"},
	compare.ItemRenamed:   {"Renamed", "名称変更"},
	compare.ItemChanged:   {"Changed", "変更"},
	compare.ItemUnchanged: {"Unchanged", "変更なし"},
}

var outcomeWords = map[compare.Outcome]phrase{
	compare.OutcomeBetter: {"better", "改善"},
	compare.OutcomeWorse:  {"worse", "後退"},
	compare.OutcomeSame:   {"as before", "横ばい"},
}

var measureWords = map[model.ValueMeasure]phrase{
	model.Baseline: {"Baseline", "基準値"},
	model.Target:   {"Target", "目標"},
	model.Actual:   {"Result", "実績"},
	model.Rate:     {"Rate", "達成率"},
}

var scheduleWords = map[model.ScheduleMeasure]phrase{
	model.ScheduleGoal:   {"Goal in words", "取組目標"},
	model.SchedulePlan:   {"Planned work", "取組計画"},
	model.ScheduleActual: {"Work done", "取組実績"},
}

var basisWords = map[model.CostBasis]phrase{
	model.BasisBudget: {"Budget", "予算額"},
	model.BasisActual: {"Settlement", "決算額"},
	model.BasisTarget: {"Planned amount", "目標額"},
}

var costWords = map[model.CostLine]phrase{
	model.CostTotal:               {"Project cost", "事業費"},
	model.CostNationalPrefectural: {"National and prefectural funds", "国県支出金"},
	model.CostBonds:               {"Local bonds", "地方債"},
	model.CostOtherSpecific:       {"Other specific revenue", "その他特定財源"},
	model.CostSpecificTotal:       {"Specific revenue, total", "特定財源計"},
	model.CostGeneral:             {"General revenue", "一般財源"},
	model.CostNet:                 {"Net burden of the city", "市の実質負担額"},
	model.CostPersonnelRegular:    {"Regular staff cost", "正規職員人件費"},
	model.CostPersonnelOther:      {"Other staff cost", "その他の職員人件費"},
	model.CostPersonnelTotal:      {"Staff cost, total", "人件費合計"},
	model.CostFull:                {"Full cost", "トータルコスト"},
	model.CostDebtCommitment:      {"Debt commitment", "債務負担行為"},
	model.CostEffect:              {"Effect", "効果額"},
}

var staffWords = map[model.StaffingCategory]phrase{
	model.StaffFullTime: {"Full-time staff", "フルタイム職員"},
	model.StaffPartTime: {"Part-time staff", "パートタイム職員"},
	model.StaffRegular:  {"Regular staff", "正規職員"},
	model.StaffOther:    {"Other staff", "その他の職員"},
	model.StaffTotal:    {"Staff, total", "人員合計"},
}

var criterionWords = map[model.Criterion]phrase{
	model.CriterionProgress:      {"Progress of the work", "進捗状況"},
	model.CriterionLevel:         {"Level of service", "実施水準"},
	model.CriterionEffectiveness: {"Effectiveness", "有効性"},
	model.CriterionEfficiency:    {"Efficiency", "効率性"},
	model.CriterionSelf:          {"Self-evaluation", "自己評価"},
	model.CriterionInternal:      {"Internal evaluation", "内部評価"},
	model.CriterionExternal:      {"External evaluation", "外部評価"},
	model.CriterionNextYear:      {"From next year on", "次年度以降の方向性"},
	model.CriterionOverall:       {"Overall evaluation", "総合評価"},
}

var textWords = map[model.TextKey]phrase{
	model.TextOverview:     {"Overview", "概要"},
	model.TextPurpose:      {"Purpose", "目的"},
	model.TextTarget:       {"For whom", "対象"},
	model.TextIntent:       {"Intended result", "目指す成果"},
	model.TextBackground:   {"Background", "背景"},
	model.TextIssue:        {"Issues", "課題"},
	model.TextResponse:     {"Response", "対応"},
	model.TextSignificance: {"Significance", "事業の意義"},
	model.TextPolicyTarget: {"For whom (policy)", "施策の対象"},
	model.TextPolicyIntent: {"Intended result (policy)", "施策の意図"},
	model.TextApproach:     {"Approach", "取組方針"},
	model.TextActivity:     {"What was done", "取組内容・実績"},
	model.TextResult:       {"What it brought", "成果実績"},
	model.TextAssessment:   {"Assessment", "評価・意見"},
	model.TextNext:         {"What comes next", "今後の方針"},
	model.TextSideEffect:   {"Other effects", "その他の効果"},
	model.TextLegalBasis:   {"Legal basis", "関連法令"},
	model.TextRelatedPlan:  {"Related plans", "関連計画"},
	model.TextBudgetLine:   {"Budget line", "予算事業名"},
	model.TextRemark:       {"Remarks", "特記事項"},
}

var statusWords = map[model.Status]phrase{
	model.StatusNew:        {"new", "新規"},
	model.StatusContinuing: {"continuing", "継続"},
	model.StatusExpanded:   {"expanded", "拡充"},
	model.StatusEnded:      {"ended", "終了"},
}

var roleWords = map[model.Role]phrase{
	model.RoleLead:       {"lead", "主管"},
	model.RoleSupporting: {"supporting", "関係課"},
}

var directionWords = map[model.DirectionValue]phrase{
	model.DirectionUp:       {"to rise", "増加を目指す"},
	model.DirectionDown:     {"to fall", "減少を目指す"},
	model.DirectionMaintain: {"to be kept", "維持を目指す"},
}

// fieldWords are fields of the model that a path may end in or lead through.
var fieldWords = map[string]phrase{
	"name":          {"Name", "名称"},
	"number":        {"Number", "番号"},
	"kind":          {"Kind", "種別"},
	"parent":        {"Stands under", "上位の項目"},
	"status":        {"Status", "区分"},
	"policy":        {"Place in the plan", "政策体系"},
	"departments":   {"Department in charge", "所管課"},
	"division":      {"Division", "部"},
	"section":       {"Section", "課"},
	"division_head": {"Head of the division", "部長"},
	"section_head":  {"Head of the section", "課長"},
	"role":          {"Role", "役割"},
	"period":        {"Period", "事業期間"},
	"start_fy":      {"First year", "開始年度"},
	"end_fy":        {"Last year", "終了年度"},
	"attributes":    {"Entry", "記載事項"},
	"texts":         {"Text", "記述"},
	"indicators":    {"Indicator", "指標"},
	"values":        {"Value", "数値"},
	"unit":          {"Unit", "単位"},
	"direction":     {"Direction", "目指す方向"},
	"definition":    {"Definition", "指標の説明"},
	"method":        {"Method", "算定方法"},
	"goal":          {"Goal", "最終目標"},
	"schedule":      {"Schedule", "年度別の取組"},
	"costs":         {"Cost", "費用"},
	"staffing":      {"Staffing", "人員"},
	"people":        {"People", "人数"},
	"yen":           {"Amount", "金額"},
	"unit_costs":    {"Cost per unit", "単位当たりコスト"},
	"denominator":   {"Number of units", "対象数"},
	"evaluations":   {"Evaluation", "評価"},
	"grades":        {"Legend of grades", "評価の凡例"},
	"grade":         {"Grade", "評価"},
	"label":         {"Wording", "表記"},
	"choice":        {"Choice", "選択"},
	"reason":        {"Reason", "理由"},
	"selected":      {"Ticked", "選択"},
	"options":       {"Options", "選択肢"},
	"note":          {"Note", "注記"},
	"bound":         {"Bound", "上限・下限"},
	"rank":          {"Rank", "順位"},
	"state":         {"State", "状態"},
	"cumulative":    {"Running total", "累計"},
	"repeated":      {"Repeated", "再掲"},
	"plan":          {"Plan", "計画"},
	"title":         {"Title", "表題"},
	"municipality":  {"Municipality", "自治体"},
	"as_of":         {"As of", "基準日"},
	"summary":       {"Summary", "集計"},
	"notes":         {"Notes", "注記"},
	"fiscal_year":   {"Fiscal year", "対象年度"},
	"fy":            {"year", "年度"},
	"text":          {"Text", "記述"},
	"raw":           {"As printed", "記載"},
	"open_ended":    {"Open-ended", "終期なし"},
	"approximate":   {"Approximate", "概数"},
	"count":         {"Number", "件数"},
	"level":         {"Level", "階層"},
}

var indicatorWords = map[model.IndicatorKind]phrase{
	model.ActivityIndicator: {"activity", "活動指標"},
	model.OutcomeIndicator:  {"outcome", "成果指標"},
	model.StateIndicator:    {"state of the town", "まちの状態を表す指標"},
}
