package isehara

import (
	"fmt"
	"slices"
	"testing"
)

// TestJoinedHeads holds heads of years that stand in one cell, have a blank inside, or a word
// behind the year that the form does not know.
func TestJoinedHeads(t *testing.T) {
	const (
		costs  = "内訳→事業費合計(a)→→10→千円→20→千円→30→千円\n"
		wanted = "2021 actual 10000, 2022 actual 20000, 2023 actual 30000"
	)
	for rows, want := range map[string]string{
		"→年度→→令和3年度 実績→→令和4年度 実績→→令和5年度 実績→\n" + costs:             wanted,
		"→年度→→令和3年度 実績 令和4年度 実績→→→→令和5年度 実績→\n" + costs:            wanted,
		"→年度→→令和3年度 実績 令和4年度 実績→→→令和5年度 実績→\n" + costs:             wanted,
		"→年度→→令和3年度 実績→→令和4年度 実績 令和5年度 実績→→→\n" + costs:            wanted,
		"→年度→→令和3年度 実績 令和4年度 実績 令和5年度 実績→→→→→\n" + costs:           wanted,
		"→年度→→令 和3年度 実績 令和4年度 実 績→→→→令和5年 度実績→\n" + costs:          wanted,
		"→年度→→令和3年度 実績→→令和4年度 実績(見込)→→令和5年度 実績→\n" + costs:         wanted,
		"→年度→→令和3年度 執行額→→令和4年度 実績→→令和5年度 見込→\n" + costs:            "2021  10000, 2022 actual 20000, 2023  30000",
		"→年度→→令和3年度→→令和4年度→→令和5年度→\n" + costs:                      "2021  10000, 2022  20000, 2023  30000",
		"→年度→→令和3年度 令和4年度 令和5年度→→→→→\n" + costs:                    "2021  10000, 2022  20000, 2023  30000",
		"→年度→→令和3年度 実績 令和4年度 実績→→→→令和5年度 実績→\n内訳→地方債→→→→20→千円→→\n": "2022 actual 20000",
	} {
		document := readRows(t, rows)
		got := ""
		for i, cost := range document.Items[0].Costs {
			if i > 0 {
				got += ", "
			}
			got += fmt.Sprint(cost.FY, " ", cost.Basis, " ", cost.Yen)
		}
		if got != want || len(document.Items[0].Indicators) > 0 {
			t.Errorf("%q: got %q, expected %q; indicators %v", rows, got, want, document.Items[0].Indicators)
		}
	}
}

// TestJoinedYears holds the same in tables of indicators and tasks.
func TestJoinedYears(t *testing.T) {
	const head, row = "目標→【指標名】→【現状値】→年度→→\n", "→柵の延長→12ｍ→16ｍ→20ｍ→24ｍ\n→見回り→→→5回→\n"
	want := []string{"柵の延長: baseline 0 12ｍ, target 2021 16ｍ, target 2022 20ｍ, target 2023 24ｍ", "見回り: target 2022 5回"}
	for _, years := range []string{
		"→→→令和3年度→令和4年度→令和5年度\n", "→→→令和3年度 令和4年度→→令和5年度\n", "→→→令和3年度 令和4年度→令和5年度→\n",
		"→→→令和3年度→令和4年度 令和5年度→\n", "→→→令和3年度 令和4年度 令和5年度→→\n", "→→→令 和3年度→令和 4年度→令和5 年度\n",
	} {
		document := readTable(t, head+years+row)
		var got []string
		for _, indicator := range document.Items[0].Indicators {
			got = append(got, indicator.Name+": "+valuesOf(indicator.Values))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %q, expected %q", years, got, want)
		}
	}
}
