package ja

import (
	"strings"
	"testing"
)

// A set finds and trims what the functions of package strings do, which take the
// set as a string.
func TestCharacters(t *testing.T) {
	texts := []string{
		"", "a", "。", "a。b", "「引用」", "\"“x”\"", " \u3000字\u3000 ", "、、", "字、", "、字", "𠮷。", "é。ü", "𠮷",
		"(1)（2）", "○○件", "0１2", "一。\n",
	}
	for _, set := range []string{"。", "\"“”", " \u3000\n", "、。「」○:：", "0123456789０１２３４５６７８９", "(（"} {
		characters := NewCharacters(set)
		for _, text := range texts {
			if got, want := characters.Index(text), strings.IndexAny(text, set); got != want {
				t.Errorf("%q in %q at %d, want %d", set, text, got, want)
			}
			if got, want := characters.In(text), strings.ContainsAny(text, set); got != want {
				t.Errorf("%q in %q: %t, want %t", set, text, got, want)
			}
			if got, want := characters.AtEnd(text), strings.TrimRight(text, set) != text; got != want {
				t.Errorf("%q at the end of %q: %t, want %t", set, text, got, want)
			}
			for name, both := range map[string][2]string{
				"TrimLeft":  {characters.TrimLeft(text), strings.TrimLeft(text, set)},
				"TrimRight": {characters.TrimRight(text), strings.TrimRight(text, set)},
				"Trim":      {characters.Trim(text), strings.Trim(text, set)},
			} {
				if both[0] != both[1] {
					t.Errorf("%s of %q and %q is %q, want %q", name, text, set, both[0], both[1])
				}
			}
		}
	}
}
