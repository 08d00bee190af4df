package model

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// A message shows the first characters of an argument, its blanks made one each.
func FuzzShorten(f *testing.F) {
	long := strings.Repeat("市民と", 20)
	for _, text := range []string{"", " ", "a b", " a　 b\n", long, long + "あ", long[:len(long)-3] + " あ", long + " ", long + "  あ", long[:len(long)-3] + " ", strings.Repeat(" ", 1200) + "a", strings.Repeat("あ ", 600), "\x80a\xff"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		words := text
		for i := range text {
			if i > shortenBytes {
				words = text[:i]
				break
			}
		}
		want := []rune(strings.Join(strings.Fields(words), " "))
		if len(want) > messageRunes {
			want = append(want[:messageRunes:messageRunes], '…')
		}
		if got := shorten(text); got != string(want) {
			t.Errorf("%q is shortened to %q, not to %q", text, got, string(want))
		}
	})
}
