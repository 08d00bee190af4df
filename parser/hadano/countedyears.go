package hadano

import (
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// countsOn reports whether a text of a head is a number alone that is one more than
// that of the year before it: 4 behind R3 or 令和3年度, 5 behind 4.
func countsOn(year, text string) bool {
	text = strings.TrimSuffix(ja.Fold(ja.StripMarkup(text)), "年")
	if text == "" || len(text) > 4 || strings.IndexFunc(text, isNoDigit) >= 0 {
		return false
	}
	number, before := firstNumber(text), firstNumber(ja.Fold(ja.StripMarkup(year)))
	return before > 0 && number == before+1
}

// firstNumber returns the number of a year as its writing begins with it, 0 where
// there is none: 3 of R3 and 令和3年度(2021年度), 1 of 令和元年度.
func firstNumber(text string) int {
	number, found := 0, false
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9' && number < 1000:
			number, found = 10*number+int(r-'0'), true
		case found:
			return number
		case r == '元':
			return 1
		}
	}
	return number
}

func isNoDigit(r rune) bool { return !sheet.IsDigit(r) || r >= utf8.RuneSelf }
