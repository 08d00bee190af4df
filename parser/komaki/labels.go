package komaki

import (
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// headingEntry is a heading with the text that stands under it.
type headingEntry struct {
	key       model.TextKey
	spellings []string
}

// headings are the headings (◆基本施策の目的) of a measure's or a direction's
// texts.
var headings = []headingEntry{
	{key: model.TextPurpose, spellings: []string{"基本施策の目的"}},
	{key: model.TextIssue, spellings: []string{"現状と課題", "現状・課題", "課題", "基本施策の現状と課題"}},
	{key: model.TextBackground, spellings: []string{"現状", "背景"}},
	{key: model.TextApproach, spellings: []string{"取組方針", "取組の方針", "基本施策の方針"}},
	{key: model.TextActivity, spellings: []string{"取組内容", "主な取組"}},
	{key: model.TextAssessment, spellings: []string{"評価", "基本施策の評価"}},
	{key: model.TextRelatedPlan, spellings: []string{"関連計画", "関連する個別計画", "関連個別計画", "関連する計画"}},
	{key: model.TextRemark, spellings: []string{"その他", "特記事項"}},
}

var headingLabels = func() *ja.Labels[*headingEntry] {
	var labels []ja.Label[*headingEntry]
	for i := range headings {
		labels = append(labels, sheet.Spellings(&headings[i], headings[i].spellings...)...)
	}
	return ja.NewLabels(labels...)
}()

// indicatorKinds are the headings over tables of indicators: 【…】.
var indicatorKinds = ja.NewLabels(slices.Concat(
	sheet.Spellings(model.StateIndicator, "まちの状態を表す指標"),
	sheet.Spellings(model.OutcomeIndicator, "成果指標"),
	sheet.Spellings(model.ActivityIndicator, "活動指標"),
)...)

// part is what a numbered part of a project card is.
type part uint8

const (
	budgetPart part = iota
	purposePart
	overviewPart
	// otherPart is a part that not every card has: it counts only with the
	// number that is due.
	otherPart
)

// partEntry is a part of a project card.
type partEntry struct {
	part part
	key  model.TextKey
	// bare tells that the label needs no number before it.
	bare bool
	// period is set where the years of the project stand behind it.
	period    bool
	spellings []string
}

var parts = []partEntry{
	{part: budgetPart, bare: true, spellings: []string{"予算額", "当初予算額", "事業予算額"}},
	{part: budgetPart, spellings: []string{"事業費", "予算"}},
	{part: purposePart, key: model.TextPurpose, bare: true, spellings: []string{"目的及び効果", "目的・効果", "目的と効果", "事業の目的及び効果"}},
	{part: purposePart, key: model.TextPurpose, spellings: []string{"目的", "事業目的", "事業の目的"}},
	{part: overviewPart, key: model.TextOverview, bare: true, spellings: []string{"事業概要", "事業の概要"}},
	{part: overviewPart, key: model.TextOverview, spellings: []string{"概要", "事業内容"}},
	{part: otherPart, period: true, spellings: []string{"事業期間", "実施期間", "計画期間", "事業実施期間"}},
	{part: otherPart, key: model.TextTarget, spellings: []string{"対象", "事業対象"}},
	{part: otherPart, key: model.TextBackground, spellings: []string{"背景", "事業の背景"}},
	{part: otherPart, key: model.TextIssue, spellings: []string{"課題", "現状と課題"}},
	{part: otherPart, key: model.TextNext, spellings: []string{"今後の方針", "今後の予定"}},
	{part: otherPart, key: model.TextRemark, spellings: []string{"その他", "特記事項", "備考"}},
}

var partLabels = func() *ja.Labels[*partEntry] {
	var labels []ja.Label[*partEntry]
	for i := range parts {
		labels = append(labels, sheet.Spellings(&parts[i], parts[i].spellings...)...)
	}
	return ja.NewLabels(labels...)
}()

// amountLines are the words before an amount that stands beside the budget.
var amountLines = []struct {
	word string
	line model.CostLine
}{
	{"債務負担行為", model.CostDebtCommitment},
	{"国県支出金", model.CostNationalPrefectural},
	{"国庫支出金", model.CostNationalPrefectural},
	{"県支出金", model.CostNationalPrefectural},
	{"地方債", model.CostBonds},
	{"市債", model.CostBonds},
	{"その他特財", model.CostOtherSpecific},
	{"その他特定財源", model.CostOtherSpecific},
	{"一般財源", model.CostGeneral},
}

// tableColumn is a column of the table of initiatives.
type tableColumn uint8

const (
	noColumn tableColumn = iota
	planColumn
	measureColumn
	directionColumn
	numberColumn
	nameColumn
	departmentColumn
	tableColumns // the number of them
)

var tableLabels = ja.NewLabels(slices.Concat(
	sheet.Spellings(planColumn, "まちづくり推進計画"),
	sheet.Spellings(measureColumn, "基本施策"),
	sheet.Spellings(directionColumn, "展開方向"),
	sheet.Spellings(numberColumn, "No.", "No", "№"),
	sheet.Spellings(nameColumn, "取組項目", "取組項目名"),
	sheet.Spellings(departmentColumn, "担当課", "担当課等", "担当部署", "所管課"),
)...)

// columnKind is what a column of a table of indicators holds.
type columnKind uint8

const (
	otherColumn columnKind = iota // nothing that is known
	indicatorColumn
	unitColumn
	valueColumn
	goalColumn
	aimColumn  // 目指す方向
	sortColumn // 区分: 目標 and 実績, or the parts of an indicator
)

// columnEntry is a column of a table of indicators.
type columnEntry struct {
	kind    columnKind
	measure model.ValueMeasure
	// current is set on 現状値, which is no baseline beside 基準値.
	current bool
}

var columnLabels = ja.NewLabels(slices.Concat(
	sheet.Spellings(columnEntry{kind: indicatorColumn}, "指標名", "指標", "指標の名称"),
	sheet.Spellings(columnEntry{kind: unitColumn}, "単位"),
	sheet.Spellings(columnEntry{kind: valueColumn, measure: model.Baseline}, "基準値", "基準", "当初値"),
	sheet.Spellings(columnEntry{kind: valueColumn, measure: model.Baseline, current: true}, "現状値"),
	sheet.Spellings(columnEntry{kind: goalColumn}, "目標値", "目標"),
	sheet.Spellings(columnEntry{kind: valueColumn, measure: model.Actual}, "実績値", "実績"),
	sheet.Spellings(columnEntry{kind: valueColumn, measure: model.Rate}, "達成率"),
	sheet.Spellings(columnEntry{kind: sortColumn}, "区分", "内訳", "目標・実績", "目標/実績"),
	sheet.Spellings(columnEntry{kind: aimColumn}, "目指す方向", "めざす方向", "目指す方向性", "方向"),
)...)

// yearWords stand behind the year of a column: R6実績.
var yearWords = ja.NewLabels(slices.Concat(
	sheet.Spellings(model.Actual, "実績", "実績値"),
	sheet.Spellings(model.Target, "目標", "目標値", "計画値"),
	sheet.Spellings(model.Rate, "達成率"),
	sheet.Spellings(model.Baseline, "基準値"),
)...)
