package hadano

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// longestYearText is how many bytes the head of a year may have.
const longestYearText = 120

// yearText returns a text as a head prints a year: without markup, and without the blanks
// that only space its characters: 令和3年度<br>(2021年度), 令 和 3 年 度, R 3.
func yearText(text string) string {
	text = ja.StripMarkup(text)
	if len(text) > longestYearText || !strings.ContainsFunc(text, unicode.IsSpace) || !ja.MayBeginYear(text) && !sheet.IsDigit(rune(text[0])) {
		return text
	}
	fields := strings.Fields(text)
	spaced := true
	for i, field := range fields {
		first, _ := utf8.DecodeRuneInString(field)
		spaced = spaced && utf8.RuneCountInString(field) == 1
		if i == 0 {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(fields[i-1])
		if sheet.IsDigit(last) && sheet.IsDigit(first) && !spaced {
			return text // two numbers
		}
	}
	return strings.Join(fields, "")
}
