package grid

import "testing"

func TestCellDisplayWidth(t *testing.T) {
	for text, want := range map[string]int32{"": 0, "R3": 2, "令和": 4, "ｶﾞ": 2, "か\u3099": 2, "か\u200b": 2} {
		if got := (Cell{Text: text}).DisplayWidth(); got != want {
			t.Errorf("%q takes %d columns; want %d", text, got, want)
		}
	}
}
