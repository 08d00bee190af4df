package komaki

import (
	"testing"

	"sheetconv/parser/internal/grid"
)

func TestSplitWordValues(t *testing.T) {
	for text, want := range map[string]string{
		"21.9% 集計中":        "21.9%|集計中",
		"検討 — —":           "検討|—|—",
		"12橋 16 橋 集計中 —":   "12橋|16 橋|集計中|—",
		"約 112万人":          "",
		"一部 実施":            "",
		"3,410 人":          "",
		"21.9% と大きく増えました。": "",
	} {
		fields, joined := splitWordValues([]grid.Cell{{Text: text}})
		got := ""
		for i, field := range fields {
			if i > 0 {
				got += "|"
			}
			got += field.Text
		}
		if got != want || (joined != "") != (want != "") {
			t.Errorf("splitWordValues(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestCutWordBaseline(t *testing.T) {
	for text, want := range map[string]string{
		"計画の策定 検討 (令和元年度)": "検討 (令和元年度)",
		"運動の回数 2～3回 (R1)":  "2～3回 (R1)",
		"運動の回数 2～3回":       "2～3回",
		"登録数 なし":           "なし",
		"利用 件数":            "",
		"利用件数 (国保)":        "",
		"健康寿命 (令和4年度)":     "",
		"健康寿命(男女の 平均)":     "",
		"検討":               "",
	} {
		_, value, ok := cutWordBaseline(grid.Cell{Text: text})
		if value.Text != want || ok != (want != "") {
			t.Errorf("cutWordBaseline(%q) = %q, want %q", text, value.Text, want)
		}
	}
}

func TestMayBeNameBeforePhrases(t *testing.T) {
	for name, want := range map[string]bool{"との連携": false, "における取組": false, "にぎわいづくり": true, "ともに生きるまち": true, "高齢者福祉": true} {
		if got := mayBeName(name, true); got != want {
			t.Errorf("mayBeName(%q) = %v, want %v", name, got, want)
		}
	}
}
