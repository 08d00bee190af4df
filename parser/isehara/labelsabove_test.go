package isehara

import (
	"slices"
	"testing"

	"sheetconv/model"
)

// TestLabelsAbove holds rows of labels with their values below them.
func TestLabelsAbove(t *testing.T) {
	for name, test := range map[string]struct {
		rows       string
		start, end int
		basis      string
		left       []string
	}{
		"a value below each":            {"開始年度→終了年度\n平成10年度→令和8年度\n", 1998, 2026, "", nil},
		"the first is blank":            {"開始年度→終了年度\n→令和8年度\n", 0, 2026, "", nil},
		"the last is blank":             {"開始年度→終了年度→関連法令等\n平成10年度→→\n", 1998, 0, "", nil},
		"words, too":                    {"終了年度→関連法令等\n令和8年度→狂犬病予防法\n", 0, 2026, "狂犬病予防法", nil},
		"rows of labels":                {"開始年度→終了年度\n関連法令等→狂犬病予防法\n", 0, 0, "狂犬病予防法", nil},
		"values that have moved":        {"開始年度→終了年度\n→平成10年度→令和8年度\n", 0, 0, "", []string{"平成10年度", "令和8年度"}},
		"values on several lines":       {"開始年度→終了年度\n平成10年度→令和8年度\n平成11年度→令和9年度\n", 0, 0, "", []string{"平成10年度", "令和8年度", "平成11年度", "令和9年度"}},
		"a year behind the heading":     {"事業開始年度→平成10年度 ~\n", 1998, 0, "", nil},
		"a label behind the heading":    {"事業開始年度→開始年度→平成10年度→終了年度→\n", 1998, 0, "", nil},
		"a label alone above its value": {"終了年度\n令和8年度\n", 0, 2026, "", nil},
	} {
		document := readRows(t, test.rows)
		item := document.Items[0]
		period := item.Period
		if period == nil {
			period = &model.Period{}
		}
		basis := ""
		for _, text := range item.Texts {
			basis += text.Text
		}
		if left := unmappedIn(document); period.StartFY != test.start || period.EndFY != test.end || basis != test.basis || !slices.Equal(left, test.left) {
			t.Errorf("%s: got %+v and %q, unmapped %q", name, period, basis, left)
		}
	}
}
