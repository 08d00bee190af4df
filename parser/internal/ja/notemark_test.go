package ja

import "testing"

func TestTrimNoteMark(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"現状値(H30末)※", "現状値(H30末)"},
		{"現状値（H30末）※１", "現状値（H30末）"},
		{"目標*2", "目標"},
		{"目標 ※ 12", "目標"},
		{"目標 (R3末)", "目標 (R3末)"},
		{"R3", "R3"},
		{"※1", "※1"},
		{"令和3", "令和3"},
		{"", ""},
	} {
		if got := TrimNoteMark(test.text); got != test.want {
			t.Errorf("TrimNoteMark(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}
