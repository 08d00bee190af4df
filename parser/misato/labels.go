package misato

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// kind is what a label introduces.
type kind int

const (
	heading kind = iota // takes no value
	head                // begins the running head
	code
	name
	position // begins the body of a sheet
	policy
	division
	section
	startYear
	endYear
	narrative
	attribute
	costPart    // 歳出, 歳入: a part of the block with its own year heads
	costHeading // 実績: year heads may follow
	cost
	work // begins the block of staffing
	yearColumn
	quarterColumn
	remarkColumn
	staff
	indicatorBlock
	indicatorName
	unit
	direction
	goal
	progress // begins the heads of an indicator's columns
	planColumn
	actualColumn
	rateColumn
	noteColumn
	method
)

// entry is one label of the form with everything that depends on it.
type entry struct {
	kind      kind
	text      model.TextKey
	line      model.CostLine
	staff     model.StaffingCategory
	indicator model.IndicatorKind
	// short tells that the value is short, so that a cell may hold several
	// labels with their values.
	short     bool
	spellings []string
}

// table holds the labels of the form. Spellings are compared without blanks,
// widths and dash variants; a label is also known without its bracketed part.
var table = []entry{
	{kind: head, short: true, spellings: []string{"事務事業名、担当課等", "事務事業名・担当課等"}},
	{kind: code, short: true, spellings: []string{"事務事業コード", "事業コード"}},
	{kind: name, short: true, spellings: []string{"事業名", "事務事業名"}},
	{kind: position, short: true, spellings: []string{"総合計画の位置づけ", "総合計画の位置付け", "総合計画上の位置づけ"}},
	{kind: policy, short: true, spellings: []string{"まちづくり方針", "まちづくりの方針", "基本方針", "基本目標", "政策"}},
	{kind: policy, short: true, spellings: []string{"施策の柱", "柱"}},
	{kind: policy, short: true, spellings: []string{"施策", "基本施策"}},
	{kind: division, short: true, spellings: []string{"担当部名", "担当部", "部名"}},
	{kind: section, short: true, spellings: []string{"担当課名", "担当課", "課名"}},
	{kind: startYear, short: true, spellings: []string{"開始年度", "事業開始年度"}},
	{kind: endYear, short: true, spellings: []string{"終了年度", "事業終了年度"}},

	{kind: heading, short: true, spellings: []string{"施策の目的"}},
	{kind: narrative, text: model.TextPolicyTarget, short: true, spellings: []string{"対象"}},
	{kind: narrative, text: model.TextPolicyIntent, spellings: []string{"意図"}},
	{kind: heading, short: true, spellings: []string{"事務事業の目的、概要等", "事務事業の目的・概要等"}},
	{kind: narrative, text: model.TextOverview, spellings: []string{"何をする事業か(概要)", "概要", "(概要)", "事業の概要", "事業概要", "事業内容"}},
	{kind: narrative, text: model.TextPurpose, spellings: []string{"何の為にやるのか(目的)", "何のためにやるのか(目的)", "(目的)", "事業の目的"}},
	{kind: narrative, text: model.TextTarget, spellings: []string{"誰・何に対する事業か(事業の対象)", "(事業の対象)", "事業の対象"}},
	{kind: narrative, text: model.TextIntent, spellings: []string{"目的達成のため、事業の対象を、どうしたいのか(目指す成果)", "(目指す成果)", "目指す成果"}},
	{kind: narrative, text: model.TextIssue, spellings: []string{"課題", "現状と課題", "現状・課題", "事業の課題"}},
	{kind: narrative, text: model.TextResponse, spellings: []string{"対応", "課題への対応", "対応策", "対応状況"}},
	{kind: narrative, text: model.TextSignificance, spellings: []string{"目的を達成することで、市がどうなるか(事業の意義)", "(事業の意義)", "事業の意義"}},

	{kind: costPart, short: true, spellings: []string{"歳出・歳入"}},
	{kind: costPart, short: true, spellings: []string{"歳出"}},
	{kind: costPart, short: true, spellings: []string{"歳入"}},
	{kind: costPart, short: true, spellings: []string{"特定財源"}},
	{kind: costHeading, short: true, spellings: []string{"実績"}},
	{kind: costHeading, short: true, spellings: []string{"予算"}},
	{kind: cost, line: model.CostTotal, short: true, spellings: []string{"総事業費(合計)", "総事業費", "事業費合計"}},
	{kind: cost, line: model.CostNationalPrefectural, short: true, spellings: []string{"国県支出金", "国・県支出金"}},
	{kind: cost, line: model.CostNationalPrefectural, short: true, spellings: []string{"国庫支出金", "国支出金"}},
	{kind: cost, line: model.CostNationalPrefectural, short: true, spellings: []string{"県支出金"}},
	{kind: cost, line: model.CostBonds, short: true, spellings: []string{"地方債", "市債", "起債"}},
	{kind: cost, line: model.CostOtherSpecific, short: true, spellings: []string{"その他", "その他特財", "その他特定財源"}},
	{kind: cost, line: model.CostSpecificTotal, short: true, spellings: []string{"特定財源計", "特定財源合計"}},
	{kind: cost, line: model.CostGeneral, short: true, spellings: []string{"一般財源"}},
	{kind: cost, line: model.CostPersonnelTotal, short: true, spellings: []string{"人件費", "人件費合計"}},
	{kind: cost, line: model.CostNet, short: true, spellings: []string{"市の実質負担額(=総事業費-特定財源)", "市の実質負担額"}},

	{kind: work, short: true, spellings: []string{"業務分析(量と質)", "業務分析"}},
	{kind: heading, short: true, spellings: []string{"人員(担当)"}},
	{kind: quarterColumn, short: true, spellings: []string{"4~6月", "4月~6月"}},
	{kind: quarterColumn, short: true, spellings: []string{"7~9月", "7月~9月"}},
	{kind: quarterColumn, short: true, spellings: []string{"10~12月", "10月~12月"}},
	{kind: quarterColumn, short: true, spellings: []string{"1~3月", "1月~3月"}},
	{kind: yearColumn, short: true, spellings: []string{"年間", "通年"}},
	{kind: remarkColumn, short: true, spellings: []string{"特記事項"}},
	{kind: staff, staff: model.StaffFullTime, short: true, spellings: []string{"フルタイム"}},
	{kind: staff, staff: model.StaffPartTime, short: true, spellings: []string{"パートタイム"}},
	{kind: staff, staff: model.StaffRegular, short: true, spellings: []string{"正規職員"}},
	{kind: staff, staff: model.StaffOther, short: true, spellings: []string{"その他の職員"}},
	{kind: staff, staff: model.StaffOther, short: true, spellings: []string{"会計年度任用職員", "会計年度任用職員等"}},
	{kind: staff, staff: model.StaffOther, short: true, spellings: []string{"再任用職員"}},
	{kind: staff, staff: model.StaffOther, short: true, spellings: []string{"臨時・非常勤職員", "臨時職員", "非常勤職員"}},
	{kind: attribute, short: true, spellings: []string{"業務割合推計(当該事務/係全体事務×100)【勤務時間】", "業務割合推計"}},
	{kind: attribute, short: true, spellings: []string{"定型・非定型業務"}},
	{kind: attribute, short: true, spellings: []string{"業務の難易度"}},

	{kind: indicatorBlock, indicator: model.ActivityIndicator, short: true, spellings: []string{"活動指標 ※市が何をするか", "活動指標"}},
	{kind: indicatorBlock, indicator: model.OutcomeIndicator, short: true, spellings: []string{"成果指標 ※市民(市)がどうなったか", "成果指標"}},
	{kind: indicatorName, short: true, spellings: []string{"指標名"}},
	{kind: unit, short: true, spellings: []string{"単位"}},
	{kind: direction, short: true, spellings: []string{"指標数値のめざす方向", "指標数値の目指す方向", "めざす方向", "目指す方向"}},
	{kind: goal, short: true, spellings: []string{"目標値", "最終目標値"}},
	{kind: progress, short: true, spellings: []string{"目標進捗", "目標の進捗"}},
	{kind: planColumn, short: true, spellings: []string{"計画値"}},
	{kind: actualColumn, short: true, spellings: []string{"実績値"}},
	{kind: rateColumn, short: true, spellings: []string{"達成率"}},
	{kind: noteColumn, short: true, spellings: []string{"所見"}},
	{kind: method, spellings: []string{"指標値の算定・把握方法", "指標の算定・把握方法", "算定・把握方法"}},

	{kind: heading, short: true, spellings: []string{"事業の評価・改善/実績報告", "事業の評価・改善"}},
	{kind: narrative, text: model.TextActivity, spellings: []string{"実績報告", "事業の実績"}},
	{kind: narrative, text: model.TextAssessment, spellings: []string{"評価", "担当課の評価", "事業の評価"}},
	{kind: narrative, text: model.TextNext, spellings: []string{"今後の方針(改善策)", "今後の方針", "今後の方向性(改善策)", "今後の方向性", "改善策"}},
}

var lexicon = newLexicon()

func newLexicon() *sheet.Lexicon {
	var labels []ja.Label[sheet.Label]
	for i, e := range table {
		labels = append(labels, sheet.Spellings(sheet.Label(i+1), e.spellings...)...)
		if e.kind == indicatorBlock {
			labels = append(labels, sheet.Spellings(sheet.Label(i+1), numbered(e.spellings)...)...)
		}
	}
	return &sheet.Lexicon{
		Labels: ja.NewLabels(labels...),
		Heading: func(label sheet.Label) bool {
			switch table[label-1].kind {
			case heading, head, position, costPart, costHeading, work, yearColumn, quarterColumn, remarkColumn,
				indicatorBlock, progress, planColumn, actualColumn, rateColumn, noteColumn:
				return true
			}
			return false
		},
		Stacked:  true,
		Short:    func(label sheet.Label) bool { return table[label-1].short },
		Repeated: func(label sheet.Label) bool { return table[label-1].kind == method },
	}
}

// numbered returns the headings of several blocks of one kind: 成果指標①, 成果指標2
// ※市民(市)がどうなったか.
func numbered(spellings []string) []string {
	var all []string
	for _, spelling := range spellings {
		heading, remark, _ := strings.Cut(spelling, " ")
		for _, number := range "123456789①②③④⑤⑥⑦⑧⑨" {
			all = append(all, strings.TrimSpace(heading+string(number)+" "+remark))
		}
	}
	return all
}

// entryOf returns the label's entry; a token without one has the zero entry
// with the kind none.
func entryOf(token sheet.Token) *entry {
	if token.Label == sheet.NoLabel {
		return &noEntry
	}
	return &table[token.Label-1]
}

const none kind = -1

var noEntry = entry{kind: none}
