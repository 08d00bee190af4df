package sheet

import (
	"strings"

	"sheetconv/parser/internal/ja"
)

// Code returns the number of a program as it identifies it, without the sign before it,
// the mark of a footnote and the counter behind it: No.22-071, 22-071※1, 22-071(注1),
// 22-071番.
func Code(text string) string {
	code := ja.Fold(text)
	for _, sign := range [...]string{"No.", "NO.", "no.", "№", "#"} {
		code = strings.TrimPrefix(code, sign)
	}
	if before, inner, bracketed := ja.CutLastBracket(code); bracketed && (strings.HasPrefix(inner, "注") || strings.HasPrefix(inner, "※")) {
		code = before
	}
	code = ja.TrimSpace(strings.TrimSuffix(ja.TrimSpace(ja.TrimNoteMark(code)), "番"))
	if code == "" {
		return ja.Fold(text)
	}
	return code
}
