package changes

import (
	"fmt"
	"strings"
	"unicode"
)

// visible makes a text of a sheet safe to show on a line: blanks stand for
// tabs and line ends, and what steers a terminal or turns the order of signs
// around is spelt out.
func visible(text string) string {
	return strings.Join(strings.Fields(visibleLines(text)), " ")
}

// visibleLines does the same and keeps line ends.
func visibleLines(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if !strings.ContainsFunc(text, isUnsafe) {
		return text
	}
	var shown strings.Builder
	for _, r := range text {
		switch {
		case r == '\t':
			shown.WriteByte(' ')
		case isUnsafe(r):
			fmt.Fprintf(&shown, "\\u%04x", r)
		default:
			shown.WriteRune(r)
		}
	}
	return shown.String()
}

// isUnsafe reports control signs but for line ends, the signs that turn the order
// of writing, ends of lines that not all programs take for one, and what is no
// sign at all.
func isUnsafe(r rune) bool {
	return r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) ||
		unicode.In(r, unicode.Zl, unicode.Zp) || unicode.Is(unicode.Noncharacter_Code_Point, r) || r == unicode.ReplacementChar ||
		r == '\ufeff'
}
