package isehara

import (
	"slices"
	"testing"
)

// TestLoneStates holds results in words whose row has moved left: each is that of the year
// above it, and no name.
func TestLoneStates(t *testing.T) {
	const head = "目標の達成状況→【指標名】→【現状値】→年度\n→→→令和3年度\n→柵の設置→-→-\n→→→令和4年度\n"
	for rows, want := range map[string][]string{
		head + "→→→未実施\n":    {"柵の設置: actual 2022 未実施"},
		head + "→→未実施\n":     {"柵の設置: actual 2022 未実施"},
		head + "→→見合わせ\n":    {"柵の設置: actual 2022 見合わせ"},
		head + "→集計中\n":      {"柵の設置: actual 2022 集計中"},
		head + "→完了(R5.3)\n": {"柵の設置: actual 2022 完了"},
		head + "→→→3件\n→→→令和3年度\n→検討→-→1件\n":   {"柵の設置: actual 2022 3件", "検討: actual 2021 1件"},
		head + "→見回りの回数\n":                     {"柵の設置: ", "見回りの回数: "},
		head + "→→→3件\n→→→令和3年度\n→検討\n→→→1件\n": {"柵の設置: actual 2022 3件", "検討: actual 2021 1件"},
	} {
		document := readTable(t, rows)
		var got []string
		for _, indicator := range document.Items[0].Indicators {
			got = append(got, indicator.Name+": "+valuesOf(indicator.Values))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %q, expected %q", rows, got, want)
		}
	}
}
