package sheet_test

import (
	"testing"

	"sheetconv/parser/internal/sheet"
)

func TestMoneyUnit(t *testing.T) {
	for _, test := range []struct{ text, before, unit string }{
		{"(単位:千円)", "", "千円"},
		{"（単位：千円）", "", "千円"},
		{"単位:百万円", "", "百万円"},
		{"単位 千円", "", "千円"},
		{"効果額(千円)", "効果額", "千円"},
		{"効果額 （千 円）", "効果額", "千円"},
		{"令和4年度決算(単位:円)", "令和4年度決算", "円"},
		{"事業費合計(a)(千円)", "事業費合計(a)", "千円"},
		{"効果額(削減額)", "", ""},
		{"(円滑化)", "", ""},
		{"一人当たり100円(税込)", "", ""},
		{"5,200千円", "", ""},
		{"千円", "", ""},
	} {
		before, unit, ok := sheet.MoneyUnit(test.text)
		if ok != (test.unit != "") || unit != test.unit || ok && before != test.before {
			t.Errorf("%s: %q, %q, %t; want %q, %q", test.text, before, unit, ok, test.before, test.unit)
		}
	}
}
