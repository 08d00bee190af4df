package check_test

import (
	"testing"

	"sheetconv/model"
	"sheetconv/model/check"
)

// A year is reported only where all others of its row show which one belongs there.
func TestYearOrder(t *testing.T) {
	for _, test := range []struct {
		name     string
		years    []int
		expected string // FY… found and expected; empty where the rule is silent
	}{
		{"in order", []int{2019, 2020, 2021, 2022}, ""},
		{"newest first", []int{2022, 2021, 2020, 2019}, ""},
		{"one goes back", []int{2019, 2020, 2012, 2022}, "FY2012 FY2021"},
		{"one goes ahead", []int{2019, 2029, 2021, 2022}, "FY2029 FY2020"},
		{"one repeats another", []int{2019, 2020, 2020, 2022}, "FY2020 FY2021"},
		{"the last goes back", []int{2019, 2020, 2021, 2002}, "FY2002 FY2022"},
		{"the first goes ahead", []int{2029, 2020, 2021}, "FY2029 FY2019"},
		{"newest first, one goes back", []int{2022, 2011, 2020, 2019}, "FY2011 FY2021"},
		{"a final target", []int{2019, 2020, 2021, 2025}, ""},
		{"an early first year", []int{2015, 2020, 2021}, ""},
		{"a year left out", []int{2018, 2019, 2021, 2022}, ""},
		{"every other year", []int{2018, 2020, 2022, 2024}, ""},
		{"two years tell nothing", []int{2020, 2019}, ""},
		{"two that break it", []int{2019, 2002, 2021, 2002, 2023}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			indicator := model.Indicator{Name: "参加者数"}
			for _, year := range test.years {
				indicator.Values = append(indicator.Values, model.Value{
					FY: year, Measure: model.Actual, Figure: model.Figure{Raw: "10", Number: model.NewNumber(10, 0)},
				})
			}
			document := &model.Document{Items: []model.Item{{ID: "1", Name: "講座", Indicators: []model.Indicator{indicator}}}}
			found := ""
			for _, finding := range check.Document(document) {
				if finding.Code == check.CodeYearOrder {
					found = finding.Found + " " + finding.Expected
				}
			}
			if found != test.expected {
				t.Errorf("found %q, want %q", found, test.expected)
			}
		})
	}
}
