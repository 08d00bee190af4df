package komaki

import "testing"

func TestCutKnownSections(t *testing.T) {
	r := &reader{sections: map[string]bool{"保健センター": true, "関係課": true}}
	for text, want := range map[string]string{
		"2025年問題への対応 保健センター":  "保健センター",
		"禁煙支援(妊婦) 保健センター 関係課": "保健センター 関係課",
		"拠点の整備 市民活動センター":      "",
		"保健センター":              "",
	} {
		if _, got := r.cutKnownSections(text); got != want {
			t.Errorf("cutKnownSections(%q) = %q, want %q", text, got, want)
		}
	}
}
