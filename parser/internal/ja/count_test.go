package ja

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCount(t *testing.T) {
	for _, part := range []string{"a", "é", "字", "𠮷", "a字", "éa𠮷字。"} {
		for length := range 12 {
			s := strings.Repeat(part, length)
			want := utf8.RuneCountInString(s)
			if got := Count(s); got != want {
				t.Errorf("%q has %d characters, want %d", s, got, want)
			}
			for limit := range 40 {
				if got := LongerThan(s, limit); got != (want > limit) {
					t.Errorf("%q has more than %d characters: %t", s, limit, got)
				}
			}
		}
	}
}
