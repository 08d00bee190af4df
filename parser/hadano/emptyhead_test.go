package hadano

import (
	"slices"
	"strings"
	"testing"
)

// An empty cell in a row of years is no column of the rows below that have none for it.
func TestEmptyCellInHead(t *testing.T) {
	want := summaryOf(parseStrictly(t, yearlySheet)[0])
	for name, own := range map[string]change{
		"years of the theme":     {"令和5年度(2023年度)\t令和6", "令和5年度(2023年度)\t\t令和6"},
		"before its second year": {"令和3年度(2021年度)\t令和4", "令和3年度(2021年度)\t\t令和4"},
	} {
		if got := summaryOf(parseStrictly(t, changed(t, own))[0]); !slices.Equal(got, want) {
			t.Errorf("%s: the sheet is read as\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}
