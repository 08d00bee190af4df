package hadano

import (
	"strconv"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// label is what a cell says that is no value.
type label int8

const (
	noLabel label = iota

	// Rows of a theme.
	themeName
	pillar
	activityIndicator
	outcomeIndicator
	activityResult
	outcomeResult
	internalEvaluation
	externalEvaluation

	// Rows of an initiative.
	initiativeHead
	initiativeName
	department
	category
	relatedPlan
	sideEffect

	// Rows that both have, or that stand on either side of an initiative.
	overview
	indicatorHead
	effect
	explanation
	target
	actual
	rate
	total

	// Labels of the yearly side; they may stand in a year's column.
	yearlyGoal
	yearlyPlan
	selfEvaluation
	selfReason
	nextYear
	nextText

	// fillerHead is the head of a column that the form does not print.
	fillerHead
)

// entry is one label of the form with everything that depends on it.
type entry struct {
	label label
	// key is the narrative that stands under the label, beside it or by year.
	key model.TextKey
	// task is what a yearly text under the label is in the schedule.
	task model.ScheduleMeasure
	// criterion is what a yearly evaluation under the label judges.
	criterion model.Criterion
	// indicator is the kind of the indicators under the label.
	indicator model.IndicatorKind
	// value and basis are what figures behind the label are.
	value model.ValueMeasure
	basis model.CostBasis
	// result tells that what stands there by year reports on the year.
	result bool
	// yearly tells that the label may stand in a year's column, with the values
	// of the years behind it.
	yearly bool
	// row tells labels with which nothing but a row of the form begins.
	row       bool
	spellings []string
}

// table holds the labels of the form in the order of the constants. Spellings
// are compared without blanks, widths and dash variants; a label is also known
// without its bracketed part.
var table = [...]entry{
	{label: noLabel},

	{label: themeName, row: true, spellings: []string{"項目"}},
	{label: pillar, spellings: []string{"改革の柱"}},
	{label: activityIndicator, row: true, indicator: model.ActivityIndicator, spellings: numbered("活動指標")},
	{label: outcomeIndicator, row: true, indicator: model.OutcomeIndicator, spellings: numbered("成果指標")},
	{label: activityResult, row: true, result: true, key: model.TextActivity, spellings: []string{"活動実績"}},
	{label: outcomeResult, row: true, result: true, key: model.TextResult, spellings: []string{"成果実績"}},
	{label: internalEvaluation, row: true, result: true, criterion: model.CriterionInternal,
		spellings: []string{"内部評価(結果要因、次年度課題等)", "内部評価"}},
	{label: externalEvaluation, row: true, result: true, criterion: model.CriterionExternal, spellings: []string{"外部評価"}},

	{label: initiativeHead, row: true, spellings: []string{"取組内容"}},
	{label: initiativeName, row: true, spellings: []string{"項目名", "取組項目名"}},
	{label: department, row: true, spellings: []string{"取組主管課", "取組主管課等", "主管課"}},
	{label: category, row: true, spellings: []string{"区分"}},
	{label: relatedPlan, row: true, result: true, key: model.TextRelatedPlan,
		spellings: []string{"関係計画等", "関係計画", "関連計画等", "関連計画"}},
	{label: sideEffect, row: true, key: model.TextSideEffect, spellings: []string{"その他効果", "その他の効果"}},

	{label: overview, key: model.TextOverview, spellings: []string{
		"概要", "概要(目指す姿)", "概要(目指すもの)", "指標の概要", "指標の説明", "指標の定義",
	}},
	{label: indicatorHead, yearly: true, spellings: numbered("指標")},
	{label: effect, yearly: true, spellings: numbered("効果額")},
	{label: explanation, row: true, key: model.TextRemark, spellings: numbered("説明")},
	{label: target, value: model.Target, basis: model.BasisTarget, spellings: []string{"目標", "目標値"}},
	{label: actual, value: model.Actual, basis: model.BasisActual, result: true, yearly: true,
		task: model.ScheduleActual, spellings: []string{"実績", "実績値"}},
	{label: rate, value: model.Rate, result: true, spellings: []string{"達成率"}},
	{label: total, spellings: []string{"計", "合計", "累計"}},

	{label: yearlyGoal, yearly: true, task: model.ScheduleGoal, spellings: []string{"取組目標"}},
	{label: yearlyPlan, yearly: true, task: model.SchedulePlan, spellings: []string{"取組内容(活動)"}},
	{label: selfEvaluation, yearly: true, result: true, criterion: model.CriterionSelf, spellings: []string{"自己評価"}},
	{label: selfReason, yearly: true, result: true, criterion: model.CriterionSelf, spellings: []string{"評価理由"}},
	{label: nextYear, yearly: true, result: true, criterion: model.CriterionNextYear, spellings: []string{"次年度以降"}},
	{label: nextText, yearly: true, key: model.TextNext, spellings: []string{
		"次年度以降の取組の方向性・課題等", "次年度以降の取組の方向性、課題等", "次年度以降の取組の方向性", "次年度以降の方向性・課題等",
	}},

	{label: fillerHead},
}

// numbered returns the spellings of a label that has a number where a sheet has
// several of its rows: 指標, 指標①, 指標1.
func numbered(spelling string) []string {
	all := []string{spelling}
	for i, circled := range []rune("①②③④⑤") {
		all = append(all, spelling+string(circled), spelling+strconv.Itoa(i+1))
	}
	return all
}

// labels finds a label by its spelling.
var labels = newLabels()

func newLabels() *ja.Labels[label] {
	var all []ja.Label[label]
	for _, e := range &table {
		all = append(all, sheet.Spellings(e.label, e.spellings...)...)
	}
	return ja.NewLabels(all...)
}

// of returns the entry of a label.
func (l label) entry() *entry { return &table[l] }

// The spellings that a label has in the model where the sheet does not print
// one for the row.
const (
	effectName    = "効果額"
	indicatorName = "指標"
)
