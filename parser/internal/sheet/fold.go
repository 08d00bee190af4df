package sheet

import (
	"strings"

	"sheetconv/parser/internal/ja"
)

// Fold returns the text with full-width letters, digits and signs in half
// width; the text itself where it has none.
func Fold(text string) string {
	return strings.Map(func(r rune) rune { return ja.FoldRune(r) }, text)
}
