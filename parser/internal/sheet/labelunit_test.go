package sheet

import "testing"

func TestLabelUnit(t *testing.T) {
	for _, test := range []struct{ label, want string }{
		{"効果額", ""},
		{"効果額(千円)", "千円"},
		{"効果額（千円）", "千円"},
		{"効果額\n(百万円)", "百万円"},
		{"決算（単位：百万円）", "百万円"},
		{"決算 単位:千円", "千円"},
		{"単位:百万円", "百万円"},
		{"単位 千円", "千円"},
		{"効果額 （千 円）", "千円"},
		{"令和4年度決算(単位:円)", "円"},
		{"事業費合計(a)(千円)", "千円"},
		{"総事業費(千円)(合計)", "千円"},
		{"総事業費 千円", "千円"},
		{"総事業費(百万円", "百万円"},
		{"効果額(削減額)", ""},
		{"(円滑化)", ""},
		{"一人当たり100円(税込)", ""},
		{"5,200千円", ""},
		{"数千円", ""},
		{"千円", ""},
		{"(単位:千円)", "千円"},
		{"単位：千円", "千円"},
		{"（千円単位）", "千円"},
		{"効果額〔単位 千円〕", "千円"},
		{"効果額(税込、千円)", "千円"},
		{"効果額(千)", "千"},
		{"効果額(単位:ポンド相当)", "ポンド相当"},
		{"効果額(ドル換算円)", "ドル換算円"},
		{"指標(%)", "%"},
		{"概要(目指す姿)", ""},
		{"説明(見込み)", ""},
	} {
		if got := LabelUnit(test.label); got != test.want {
			t.Errorf("LabelUnit(%q) = %q, want %q", test.label, got, test.want)
		}
	}
}

func TestIsUnitCaption(t *testing.T) {
	for text, want := range map[string]bool{
		"(単位:千円)": true, "（単位：百万円）": true, "単位:千円": true, "※単位：千円": true, "（千円）": true, "千円": false, "（千円単位）": true,
		"単位": false, "(単位)": false, "効果額(千円)": false, "単位は千円とし、端数は切り捨てました。": false,
	} {
		if got := IsUnitCaption(text); got != want {
			t.Errorf("IsUnitCaption(%q) = %v, want %v", text, got, want)
		}
	}
}
