package hadano

import (
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
)

// A row whose tabs became blanks is parted where it tells its cells, and reported.
func TestRowsWithoutTabs(t *testing.T) {
	for _, test := range []struct{ name, line, plain, want, missing string }{
		{"a goal for each year", "3-2-1. 広報\t\t\t\t作る。\t配る。\t配る。\t配る。\t配る。", "3-2-1. 広報 作る。 配る。 配る。 配る。 配る。",
			"item|3-2-1|広報|3-2|new", ""},
		{"a gap", "3-2-1. 広報\t\t\t\t作る。\t配る。\t配る。\t配る。\t配る。", "3-2-1. 広報    作る。 配る。 配る。 配る。 配る。",
			"goal|2025|配る。", ""},
		{"fewer goals behind a gap", "3-2-1. 広報\t\t\t\t作る。\t配る。\t配る。\t配る。\t配る。", "3-2-1. 広報    作る。 配る。 配る。",
			"item|3-2-1|広報|3-2|new", "goal|2021|作る。"},
		{"boxes and results", "☑新規 ☐継続\t\t実績\t\t調べた。\t作った。", "☑新規 ☐継続 実績 調べた。 作った。",
			"item|3-2-1|広報|3-2|new", "actual 2021 調べた。"},
		{"a plan and results", "広報計画\t\t\t\t\t\t\t\t", "広報計画 調べた。", "actual ? 広報計画 調べた。", "actual 2021 広報計画 調べた。"},
	} {
		t.Run(test.name, func(t *testing.T) {
			label := map[bool]string{true: "項目名", false: "区分"}[strings.HasPrefix(test.plain, "3-2-1.")]
			if strings.HasPrefix(test.plain, "広報計画") {
				label = "関係計画等"
			}
			text := strings.Replace(yearlySheet, label+"\t"+test.line, label+" "+test.plain, 1)
			if text == yearlySheet {
				t.Fatal("the row is not there")
			}
			document := parseStrictly(t, text)[0]
			facts := summaryOf(document)
			if !slices.Contains(facts, test.want) || test.missing != "" && slices.Contains(facts, test.missing) {
				t.Errorf("the row is read as\n%s\nwant %s, not %s", strings.Join(facts, "\n"), test.want, test.missing)
			}
			if !slices.Contains(codesOf(document), model.CodeJoinedCells) {
				t.Errorf("the row is not reported: %v", document.Diagnostics)
			}
		})
	}
}
