package sheet

import (
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
)

// numberBlanks are the blanks that a line wrap leaves in a number.
var numberBlanks = ja.NewCharacters(" \u3000")

// closeDashes takes out the blanks beside the dashes of a number with which a text begins
// (産4 -3 企業誘致, 3- 2 広報): a line wrap left them. A dash with blanks on both sides is a
// sign between two parts, and digits that a word follows count something.
func closeDashes(text string) string {
	for {
		blank := numberBlanks.Index(text[:min(len(text), maxNumberBytes)])
		if blank <= 0 {
			return text
		}
		before, rest := text[:blank], strings.TrimLeft(text[blank:], " \u3000")
		last, _ := utf8.DecodeLastRuneInString(before)
		next, size := utf8.DecodeRuneInString(rest)
		if (numberRune(last) == '-') == (numberRune(next) == '-') {
			return text
		}
		digits := rest
		if numberRune(next) == '-' {
			digits = rest[size:]
		}
		end := digitsEnd(rest, 0)
		if first, _ := utf8.DecodeRuneInString(digits); !IsDigit(first) || !isNumber(strings.TrimRight(strings.Map(numberRune, before), "-")) {
			return text
		}
		if behind, width := utf8.DecodeRuneInString(rest[end:]); width > 0 && !isNumberEnd(behind) {
			return text
		}
		text = before + rest
	}
}
