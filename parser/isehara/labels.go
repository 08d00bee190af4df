package isehara

import (
	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// kind is what a label introduces.
type kind int

const (
	heading     kind = iota // takes no value
	pageHeading             // a heading that is repeated on a later page
	programName
	programNumber
	department
	divisionColumn
	divisionHeadColumn
	sectionColumn
	sectionHeadColumn
	policyRoot
	policyLevel
	narrative
	boxes // options, with what is written beside them
	words // an attribute in words
	startYear
	endYear
	taskTable
	indicatorTable
	nameColumn
	baselineColumn
	yearColumn
	cost
	staff
	unitCostBlock
	definition
	unitLabel
	denominator
	unitCost
	criterion
	reason
)

// entry is one label of the form with everything that depends on it.
type entry struct {
	kind      kind
	text      model.TextKey
	line      model.CostLine
	staff     model.StaffingCategory
	criterion model.Criterion
	schedule  model.ScheduleMeasure
	values    model.ValueMeasure
	// long tells that the value is a narrative, so that a cell holds nothing
	// but the label and it.
	long bool
	// ofIndicators tells the head of a column that only indicators have.
	ofIndicators bool
	// closesText tells that a heading that pages repeat ends the text above where it
	// stands for the first time.
	closesText bool
	// beginsPeriod tells the heading of 開始年度 and 終了年度, behind which the first year may
	// stand itself.
	beginsPeriod bool
	spellings    []string
	// misread are spellings that extraction makes of the label.
	misread []misreading
}

// misreading is a spelling with a letter in it that only looks like the right
// one.
type misreading struct {
	spelling, found, expected, letters string
	key                                string // of the spelling
}

// table holds the labels of the form. Spellings are compared without blanks,
// widths and dash variants; a label is also known without its bracketed part.
var table = []entry{
	{kind: pageHeading, spellings: []string{"計画(Plan)"}},
	{kind: pageHeading, spellings: []string{"事業実施(Do)", "事業実施"}, misread: []misreading{
		{spelling: "事業実施(D○)", found: "D○", expected: "Do", letters: "○ U+25CB"},
		{spelling: "事業実施(D0)", found: "D0", expected: "Do", letters: "0 U+0030"},
	}},
	{kind: pageHeading, spellings: []string{"評価(Check)"}},
	{kind: pageHeading, closesText: true, spellings: []string{"取組内容の改善(Action)へ", "取組内容の改善(Action)"}},

	{kind: programName, spellings: []string{"事業名", "事務事業名"}},
	{kind: programNumber, spellings: []string{"事業番号", "事務事業番号"}},
	{kind: department, spellings: []string{"事務事業担当"}},
	{kind: divisionColumn, spellings: []string{"部名"}},
	{kind: divisionHeadColumn, spellings: []string{"部長名", "部等の長"}},
	{kind: sectionColumn, spellings: []string{"課名", "課等名"}},
	{kind: sectionHeadColumn, spellings: []string{"課等の長", "課長名"}},

	{kind: policyRoot, spellings: []string{"総合計画体系"}},
	{kind: policyLevel, spellings: []string{"まちづくり目標"}},
	{kind: policyLevel, spellings: []string{"基本政策"}},
	{kind: policyLevel, spellings: []string{"施策展開の方向"}},
	{kind: policyLevel, spellings: []string{"施策"}},

	{kind: narrative, text: model.TextBudgetLine, spellings: []string{"予算事業名"}},
	{kind: boxes, spellings: []string{"事務区分〔選択〕", "事務区分"}},
	{kind: narrative, text: model.TextLegalBasis, spellings: []string{"法令上の位置づけ", "法令上の位置付け"}},
	{kind: heading, beginsPeriod: true, spellings: []string{"事業開始年度"}},
	{kind: startYear, spellings: []string{"開始年度"}},
	{kind: endYear, spellings: []string{"終了年度", "事業終了年度"}},
	{kind: narrative, text: model.TextLegalBasis, spellings: []string{"関連法令等", "関連法令"}},
	{kind: narrative, text: model.TextRelatedPlan, spellings: []string{"国・県の計画等", "国・県の計画"}},
	{kind: narrative, text: model.TextRelatedPlan, spellings: []string{"関連個別計画", "関連個別計画等"}},
	{kind: words, spellings: []string{"計画期間"}},
	{kind: narrative, long: true, text: model.TextBackground, spellings: []string{"実施の背景(事業を取りまく環境・市民ニーズ)", "実施の背景"}},
	{kind: narrative, long: true, text: model.TextPurpose, spellings: []string{"目的(何をどうしたいのか)", "目的"}},
	{kind: narrative, long: true, text: model.TextTarget, spellings: []string{"主な対象(誰・何を対象に)", "主な対象", "対象(誰・何を対象に)"}},
	{kind: narrative, long: true, text: model.TextOverview, spellings: []string{"事業内容(手段、手法など)", "事業内容", "事業概要"}},

	{kind: taskTable, schedule: model.SchedulePlan, spellings: []string{"事業行程", "事業工程"}},
	{kind: indicatorTable, values: model.Target, spellings: []string{"目標"}},
	{kind: taskTable, schedule: model.ScheduleActual, spellings: []string{"実施結果"}},
	{kind: indicatorTable, values: model.Actual, spellings: []string{"目標の達成状況"}},
	{kind: nameColumn, spellings: []string{"項目"}},
	{kind: nameColumn, ofIndicators: true, spellings: []string{"【指標名】", "指標名"}},
	{kind: baselineColumn, spellings: []string{"【現状値】", "現状値", "【基準値】", "基準値"}},
	{kind: yearColumn, spellings: []string{"年度"}},

	{kind: narrative, long: true, text: model.TextApproach, spellings: []string{"事業の「取組方針」(前年度事務事業評価)", "事業の取組方針(前年度事務事業評価)", "事業の「取組方針」"}},
	{kind: boxes, spellings: []string{"実施方法〔選択・記入〕", "実施方法"}},
	{kind: words, spellings: []string{"委託先又は指定管理者", "委託先"}},
	{kind: words, spellings: []string{"補助先"}},
	{kind: words, spellings: []string{"具体的内容"}},
	{kind: narrative, long: true, text: model.TextActivity, spellings: []string{"実施した取組の内容", "実施した取組内容"}},

	{kind: heading, spellings: []string{"内訳"}},
	{kind: heading, spellings: []string{"コスト"}},
	{kind: heading, spellings: []string{"人件費"}},
	{kind: cost, line: model.CostTotal, spellings: []string{"事業費合計(a)", "事業費合計", "総事業費"}},
	{kind: cost, line: model.CostNationalPrefectural, spellings: []string{"国県支出金①", "国県支出金"}},
	{kind: cost, line: model.CostBonds, spellings: []string{"地方債②", "地方債③", "地方債"}},
	{kind: cost, line: model.CostOtherSpecific, spellings: []string{"その他特財③", "その他特財④", "その他特財"}},
	{kind: cost, line: model.CostGeneral, spellings: []string{"一般財源(a)-①-②-③", "一般財源(a)-①-②-③-④", "一般財源"}},
	{kind: words, spellings: []string{"国県支出金の内容"}},
	{kind: words, spellings: []string{"国庫支出金の内容"}},
	{kind: words, spellings: []string{"県支出金の内容"}},
	{kind: heading, spellings: []string{"その他特財の内容"}},
	{kind: boxes, spellings: []string{"受益者負担"}},
	{kind: words, spellings: []string{"前回の改定時期"}},
	{kind: words, spellings: []string{"その他"}},
	{kind: staff, staff: model.StaffRegular, line: model.CostPersonnelRegular, spellings: []string{"正規職員"}},
	{kind: staff, staff: model.StaffOther, line: model.CostPersonnelOther, spellings: []string{"その他の職員", "会計年度任用職員"}},
	{kind: staff, staff: model.StaffTotal, line: model.CostPersonnelTotal, spellings: []string{"人件費合計(b)", "人件費合計"}},
	{kind: cost, line: model.CostFull, spellings: []string{"トータルコスト(a)+(b)", "トータルコスト"}},
	{kind: unitCostBlock, spellings: []string{"単位当たりコスト", "単位あたりコスト"}},
	{kind: denominator, spellings: []string{"対象数"}},
	{kind: definition, spellings: []string{"定義"}},
	{kind: unitLabel, spellings: []string{"単位"}},
	{kind: unitCost, spellings: []string{"総事業費/対象数", "トータルコスト/対象数"}},

	{kind: criterion, criterion: model.CriterionProgress, spellings: []string{"進捗状況[選択・記入]", "進捗状況"}},
	{kind: criterion, criterion: model.CriterionLevel, spellings: []string{"実施水準[選択・記入]", "実施水準"}},
	{kind: criterion, criterion: model.CriterionEffectiveness, spellings: []string{"有効性[選択・記入]", "有効性"}},
	{kind: criterion, criterion: model.CriterionEfficiency, spellings: []string{"効率性[選択・記入]", "効率性"}},
	{kind: criterion, criterion: model.CriterionOverall, spellings: []string{"総合評価[選択・記入]", "総合評価"}},
	{kind: reason, long: true, spellings: []string{"左記判断理由", "判断理由"}},
	{kind: reason, long: true, spellings: []string{"他都市の事業内容等"}},
	{kind: narrative, long: true, text: model.TextNext, spellings: []string{"次年度の「取組方針」", "次年度の取組方針", "今後の「取組方針」", "今後の取組方針", "今後の方針"}},
	{kind: narrative, long: true, text: model.TextAssessment, spellings: []string{"所管部長による総評", "所管部長総評"}},
}

var lexicon = newLexicon()

func newLexicon() *sheet.Lexicon {
	var labels []ja.Label[sheet.Label]
	for i, e := range table {
		labels = append(labels, sheet.Spellings(sheet.Label(i+1), e.spellings...)...)
		for n := range e.misread {
			misread := &e.misread[n]
			misread.key = ja.Key(misread.spelling)
			labels = append(labels, sheet.Spellings(sheet.Label(i+1), misread.spelling)...)
		}
	}
	return &sheet.Lexicon{
		Labels: ja.NewLabels(labels...),
		Heading: func(label sheet.Label) bool {
			switch table[label-1].kind {
			case heading, pageHeading, department, divisionColumn, divisionHeadColumn, sectionColumn, sectionHeadColumn,
				taskTable, indicatorTable, nameColumn, baselineColumn, yearColumn, unitCostBlock:
				return true
			}
			return false
		},
		Short:    func(label sheet.Label) bool { return !table[label-1].long },
		Repeated: func(label sheet.Label) bool { return table[label-1].kind == reason },
	}
}

// none is the kind of a token that is no label.
const none kind = -1

func kindOf(token sheet.Token) kind {
	if token.Label == sheet.NoLabel {
		return none
	}
	return table[token.Label-1].kind
}
