package compare_test

import (
	"fmt"
	"strconv"
	"testing"

	"sheetconv/model"
	"sheetconv/model/compare"
)

// plan returns an issue with so many items of ten indicators. Of the next issue
// (year 1), one item in ten is renamed, one in twenty gone and one new, one in four
// has another number, and one figure in fifty is restated.
func plan(items, year int) *compare.Issue {
	document := &model.Document{Schema: model.Schema, Kind: model.ProgressTable, FiscalYear: 2020 + year}
	for i := range items {
		if year == 1 && i%20 == 19 {
			continue
		}
		document.Items = append(document.Items, planItem(i, year))
	}
	for i := range items / 20 * year {
		document.Items = append(document.Items, planItem(items+i, year))
	}
	return &compare.Issue{Name: "plan", Documents: []*model.Document{document}}
}

// subjects are what names of items are made of.
var subjects = []string{
	"公園", "道路", "河川", "図書館", "学校給食", "保育所", "介護予防", "防災訓練", "消防団", "下水道", "ごみ収集", "観光案内",
	"商店街", "農業用水", "森林", "文化財", "市民税", "国民健康保険", "障害者就労", "青少年", "交通安全", "空き家", "移住", "統計",
}

func planItem(i, year int) model.Item {
	name := fmt.Sprintf("%s%s%s%d事業", subjects[i%len(subjects)], subjects[i/7%len(subjects)], subjects[i/31%len(subjects)], i)
	number := strconv.Itoa(i + 1)
	if year == 1 && i%10 == 5 {
		name = "新たな" + name
	}
	if year == 1 && i%4 == 3 {
		number = strconv.Itoa(i + 500001)
	}
	item := model.Item{
		ID: number, Kind: model.Initiative, Number: number, Name: name,
		Policy:      []model.Policy{{Level: "基本方針", Name: "方針" + strconv.Itoa(i%7)}},
		Departments: []model.Department{{Division: "部" + strconv.Itoa(i%9), Section: "課" + strconv.Itoa(i%60)}},
		Texts: []model.Text{
			{Key: model.TextActivity, Label: "取組内容", FY: 2020 + year, Text: fmt.Sprintf("説明会を%d回行い、%d人が参加した。次年度も続ける。", i%9+year, i%900+year)},
		},
		Costs:       []model.Cost{{FY: 2020 + year, Basis: model.BasisActual, Line: model.CostTotal, Yen: model.NewYen(int64(1000 * (i + year)))}},
		Evaluations: []model.Evaluation{{Criterion: model.CriterionProgress, Grade: string(rune('A' + (i+year)%4))}},
	}
	for k := range 10 {
		item.Indicators = append(item.Indicators, planIndicator(i, k, year))
	}
	return item
}

func planIndicator(i, k, year int) model.Indicator {
	indicator := model.Indicator{Name: fmt.Sprintf("%s%dの参加者数%d", subjects[(i+k)%len(subjects)], i, k), Unit: "人"}
	add := func(fy int, measure model.ValueMeasure, number int64) {
		indicator.Values = append(indicator.Values, model.Value{
			FY: fy, Measure: measure,
			Figure: model.Figure{Raw: strconv.FormatInt(number, 10) + "人", Number: model.NewNumber(number, 0), Unit: "人"},
		})
	}
	add(2015, model.Baseline, int64(i+k))
	for fy := 2019; fy <= 2020+year; fy++ {
		number := int64(i + k + fy - 2000)
		if year == 1 && fy == 2019 && (i+k)%50 == 0 {
			number += 7
		}
		add(fy, model.Actual, number)
	}
	add(2025, model.Target, int64(i+k+40))
	return indicator
}

// Matching is not quadratic: ten times the items take about ten times the time.
func BenchmarkCompare(b *testing.B) {
	for _, items := range []int{500, 5_000, 50_000} {
		b.Run(strconv.Itoa(items), func(b *testing.B) {
			old, new := plan(items, 0), plan(items, 1)
			b.ReportAllocs()
			for b.Loop() {
				if result := compare.Compare(old, new); result.Summary.Renamed == 0 {
					b.Fatalf("no item is renamed: %+v", result.Summary)
				}
			}
		})
	}
}

// No item of one issue is one of the other: every one looks for its like.
func BenchmarkCompareStrangers(b *testing.B) {
	for _, items := range []int{500, 5_000, 50_000} {
		b.Run(strconv.Itoa(items), func(b *testing.B) {
			old, new := plan(items, 0), plan(items, 0)
			for i := range new.Documents[0].Items {
				item := &new.Documents[0].Items[i]
				item.ID, item.Number = "n"+item.ID, "n"+item.Number
				item.Name = subjects[(i+5)%len(subjects)] + item.Name[3:]
				for k := range item.Indicators {
					item.Indicators[k].Name = "新" + item.Indicators[k].Name
				}
			}
			b.ReportAllocs()
			for b.Loop() {
				compare.Compare(old, new)
			}
		})
	}
}

// A long text does not take long.
func BenchmarkWords(b *testing.B) {
	old, new := "", ""
	for i := range 2_000 {
		old += fmt.Sprintf("説明会を%d回行い、%d人が参加した。", i%9, i)
		new += fmt.Sprintf("説明会を%d回開き、%d人の参加を得た。", i%9, i+i%3)
	}
	b.SetBytes(int64(len(old) + len(new)))
	b.ReportAllocs()
	for b.Loop() {
		compare.Words(old, new)
	}
}
