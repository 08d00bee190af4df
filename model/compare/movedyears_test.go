package compare_test

import (
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/model/compare"
)

// printedValue is a figure of a year.
func printedValue(fy int, measure model.ValueMeasure, number int64) model.Value {
	return model.Value{FY: fy, Measure: measure, Figure: model.Figure{Number: model.NewNumber(number, 0)}}
}

// reportOf returns an issue of one year, with an indicator for each list of values.
func reportOf(fy int, indicators ...[]model.Value) *compare.Issue {
	item := model.Item{ID: "1", Kind: model.Initiative, Name: "市税等の徴収率の向上"}
	for i, values := range indicators {
		item.Indicators = append(item.Indicators, model.Indicator{Name: []string{"市税徴収率", "差押件数"}[i], Values: values})
	}
	document := &model.Document{Schema: model.Schema, Kind: model.ProgressTable, FiscalYear: fy, Items: []model.Item{item}}
	return &compare.Issue{Name: "plan", Documents: []*model.Document{document}}
}

func TestMovedYears(t *testing.T) {
	target, baseline, actual := model.Target, model.Baseline, model.Actual
	type values = []model.Value
	tests := []struct {
		name     string
		old, new *compare.Issue
		want     string
	}{
		{
			"a target put off", reportOf(2019, values{printedValue(2021, target, 62)}), reportOf(2020, values{printedValue(2023, target, 62)}),
			"values[2023,target].fy 2021 2023",
		},
		{
			"a target put off and lowered", reportOf(2019, values{printedValue(2021, target, 62)}), reportOf(2019, values{printedValue(2022, target, 60)}),
			"values[2022,target].fy 2021 2022; values[2022,target].number 62 60",
		},
		{
			"a baseline of another year", reportOf(2019, values{printedValue(2015, baseline, 52)}), reportOf(2020, values{printedValue(2018, baseline, 52)}),
			"values[2018,baseline].fy 2015 2018",
		},
		{
			"the target of the year that the issue reports on", reportOf(2019, values{printedValue(2019, target, 62)}),
			reportOf(2020, values{printedValue(2020, target, 62)}), "",
		},
		{
			"put off by a year, where another target stayed",
			reportOf(2019, values{printedValue(2021, target, 62)}, values{printedValue(2021, target, 9)}),
			reportOf(2020, values{printedValue(2022, target, 62)}, values{printedValue(2021, target, 9)}),
			"values[2022,target].fy 2021 2022",
		},
		{
			"targets that follow the results", reportOf(0, values{printedValue(2019, target, 62), printedValue(2019, actual, 60)}),
			reportOf(0, values{printedValue(2020, target, 62), printedValue(2020, actual, 60)}), "values[2020,actual].number 60 60",
		},
		{
			"columns that go on", reportOf(2019, values{printedValue(2018, target, 50), printedValue(2019, target, 55)}),
			reportOf(2020, values{printedValue(2019, target, 55), printedValue(2020, target, 50)}), "",
		},
		{
			"a column that is gone from an issue of the same year", reportOf(2019, values{printedValue(2018, target, 50), printedValue(2019, target, 55)}),
			reportOf(2019, values{printedValue(2019, target, 55)}), "values[2018,target].number 50 -",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := toldOf(compare.Compare(test.old, test.new)); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// toldOf writes the changes of a result: what stands behind the indicator's name in
// the path, and both values.
func toldOf(result *compare.Result) string {
	var told []string
	for _, item := range result.Items {
		for _, change := range item.Changes {
			_, path, _ := strings.Cut(change.Path, "].")
			told = append(told, path+" "+valueText(change.Old)+" "+valueText(change.New))
		}
	}
	return strings.Join(told, "; ")
}
