package sheet

import "sheetconv/parser/internal/ja"

// Fold returns the text with full-width letters, digits and signs in half
// width; the text itself where it has none.
func Fold(text string) string {
	return ja.Fold(text)
}
