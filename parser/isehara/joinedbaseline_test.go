package isehara

import (
	"slices"
	"testing"
)

// TestJoinedBaselines holds rows in which the name and the 現状値 stand in one cell: no
// value may stand under another year than its own.
func TestJoinedBaselines(t *testing.T) {
	const head = "目標→【指標名】→【現状値】→年度→→\n→→→令和3年度→令和4年度→→\n"
	for name, test := range map[string]struct {
		rows string
		want []string
		left []string
	}{
		"a unit behind a blank in the values": {
			head + "→柵の 延長 12ｍ (令和2年度)→16 ｍ→20 ｍ→→→\n", []string{"柵の延長: baseline 2020 12ｍ, target 2021 16 ｍ, target 2022 20 ｍ"}, nil,
		},
		"a unit behind a blank in all": {
			head + "→柵の延長 12 ｍ→16 ｍ→20 ｍ→→→\n", []string{"柵の延長: baseline 0 12 ｍ, target 2021 16 ｍ, target 2022 20 ｍ"}, nil,
		},
		"the whole row in one cell": {
			head + "→柵の延長 12 ｍ 16 ｍ 20 ｍ→→→→→\n", []string{"柵の延長: baseline 0 12 ｍ, target 2021 16 ｍ, target 2022 20 ｍ"}, nil,
		},
		"a rank": {
			head + "→収穫量の順位 12/33 市町村 (令和2年度)→11/33 市町村→10/33 市町村→→→\n",
			[]string{"収穫量の順位: baseline 2020 12/33 市町村, target 2021 11/33 市町村, target 2022 10/33 市町村"}, nil,
		},
		"a range": {
			head + "→見回りの回数 2～3回 (令和2年度)→4回→5回→→→\n", []string{"見回りの回数: baseline 0 2～3回, target 2021 4回, target 2022 5回"}, nil,
		},
		"a year before the number": {
			head + "→見回りの回数 令和2年度 3回→4回→5回→→→\n", []string{"見回りの回数: baseline 2020 令和2年度 3回, target 2021 4回, target 2022 5回"}, nil,
		},
		"a word among words": {
			head + "→計画の策定 検討 (令和2年度)→素案→策定→→→\n", []string{"計画の策定: baseline 2020 検討, target 2021 素案, target 2022 策定"}, nil,
		},
		"a word before numbers, which have moved": {
			head + "→柵の延長 未実施→16ｍ→20ｍ→→→\n", []string{"柵の延長未実施: target 0 20ｍ"}, []string{"16ｍ"},
		},
		"the first year blank, and it can't be told which": {
			head + "→柵の延長 12ｍ (令和2年度)→→20ｍ→→→\n", []string{"柵の延長: baseline 2020 12ｍ, target 0 20ｍ"}, nil,
		},
		"the first year blank in a narrow row": {
			head + "→柵の延長 12ｍ (令和2年度)→→20ｍ→→\n", []string{"柵の延長: baseline 2020 12ｍ, target 2022 20ｍ"}, nil,
		},
		"the heads in one cell, too": {
			"目標→【指標名】→【現状値】 年度\n→→→令和3年度\n→柵の延長 12ｍ (令和2年度)→16ｍ\n", []string{"柵の延長: baseline 2020 12ｍ, target 2021 16ｍ"}, nil,
		},
		"a sign before the number, without a blank": {
			head + "→柵の延長の増減△3ｍ (令和2年度)→16ｍ→20ｍ→→\n", []string{"柵の延長の増減: baseline 2020 △3ｍ, target 2021 16ｍ, target 2022 20ｍ"}, nil,
		},
		"a name with a blank, the last year blank": {
			head + "→見回りの 参加者→12人→16人→→→\n", []string{"見回りの参加者: baseline 0 12人, target 2021 16人"}, nil,
		},
		"a name that ends in such a word, as it does in the results": {
			head + "→柵の設置 完了→12件→16件→→→\n目標の達成状況→【指標名】→【現状値】→年度→→\n→→→令和3年度→令和4年度→→\n→柵の設置 完了→12件→15件→17件→→\n",
			[]string{"柵の設置完了: baseline 0 12件, target 2021 16件, actual 2021 15件, actual 2022 17件"}, nil,
		},
	} {
		document := readTable(t, test.rows)
		var got, left []string
		for _, indicator := range document.Items[0].Indicators {
			got = append(got, indicator.Name+": "+valuesOf(indicator.Values))
		}
		for _, own := range document.Unmapped {
			left = append(left, own.Text)
		}
		if !slices.Equal(got, test.want) || !slices.Equal(left, test.left) {
			t.Errorf("%s: got %q and %q left, expected %q and %q", name, got, left, test.want, test.left)
		}
	}
}
