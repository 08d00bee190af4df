package ja

import (
	"strings"
	"testing"
)

// A set of ASCII finds what strings.ContainsAny does, wherever in a word it stands.
func TestASCII(t *testing.T) {
	const signs = `<&*\`
	set := NewASCII(signs)
	for _, text := range []string{"", "a", "漢字", "漢字と仮名が続く文", "12345678", "1234567漢字", "漢字12345678", "é\u00a0"} {
		for i := range len(text) + 1 {
			for _, sign := range []string{"", "<", "&", "*", "\\", "|"} {
				if whole := text[:i] + sign + text[i:]; set.In(whole) != strings.ContainsAny(whole, signs) {
					t.Errorf("%q: %t", whole, set.In(whole))
				}
			}
		}
	}
}

func TestNextBlank(t *testing.T) {
	for _, test := range []struct {
		in         string
		start, end int
	}{
		{"", 0, 0}, {"漢字", 6, 6}, {"ab 12", 2, 3}, {"漢\u3000字", 3, 6}, {"漢字 ", 6, 7}, {"、。\n", 6, 7}, {"é\u200b", 2, 5},
	} {
		if start, end := NextBlank(test.in, 0); start != test.start || end != test.end {
			t.Errorf("%q: %d to %d, want %d to %d", test.in, start, end, test.start, test.end)
		}
	}
}
