package decode

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// What is plain UTF-8 is told alike wherever in the words of eight bytes that are
// looked at a character stands.
func TestPlainUTF8(t *testing.T) {
	for _, piece := range []string{
		"", "a", "\t", "\f", "\r", "\x00", "\x7f", "\u0085", "\u00a0", "é", "漢", "Ａ", "\ue000", "\ufeff", "\ufefe", "\uffff", "𠮷", "\ufffd",
		"\xe0\x80\x80", "\xed\xa0\x80", "\xef\xbb", "\xe6\xbc", "\x80", "\xff", "\xe6\xe6\xe6", "\xf5\x80\x80\x80",
	} {
		for before := range 10 {
			for after := range 10 {
				text := strings.Repeat("x", before%3) + strings.Repeat("字", before/3) + piece + strings.Repeat("仮", after/3) + strings.Repeat("y", after%3)
				want := utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool {
					return unicode.IsControl(r) && r != '\t' && r != '\n' && r != '\f' || r == '\ufeff'
				})
				if got := isPlainUTF8([]byte(text)); got != want {
					t.Errorf("%q is plain: %t, want %t", text, got, want)
				}
			}
		}
	}
}
