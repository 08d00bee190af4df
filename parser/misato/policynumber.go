package misato

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// splitPolicyNumbers parts numbers from the names of policies that stand behind them without
// a blank. One with a dash shows itself (産4-3企業誘致); digits alone are one where the
// number of a policy below begins with them: 4にぎわいを生むまち over 産4-3.
func splitPolicyNumbers(policies []model.Policy) {
	for i := range policies {
		if own := &policies[i]; own.Number == "" {
			if end := dashedNumber(own.Name); end > 0 {
				own.Number, own.Name = ja.Fold(own.Name[:end]), own.Name[end:]
			}
		}
	}
	for i := range policies {
		own := &policies[i]
		end := digitsOf(own.Name)
		if own.Number != "" || end == 0 || end == len(own.Name) || countsSomething(own.Name[end:]) {
			continue
		}
		for j := range policies[i+1:] {
			if digits := ja.Fold(own.Name[:end]); digits == firstDigits(policies[i+1+j].Number) {
				own.Number, own.Name = digits, own.Name[end:]
				break
			}
		}
	}
}

// countsSomething reports whether what stands behind digits makes a word of them: 4つの柱,
// 4R推進.
func countsSomething(behind string) bool {
	next, _ := utf8.DecodeRuneInString(behind)
	return ja.BeginsWithLatin(behind) || strings.ContainsRune("つかヶケ箇個大本世年月日人市町村地次者万千百%％", next)
}

// dashedNumber returns where a number ends that is an ideograph and digits with a dash
// between them; 0 where a text does not begin with one.
func dashedNumber(text string) int {
	first, size := utf8.DecodeRuneInString(text)
	if !unicode.Is(unicode.Han, first) || strings.ContainsRune("第約", first) {
		return 0
	}
	upper := size + digitsOf(text[size:])
	dash, width := utf8.DecodeRuneInString(text[upper:])
	if upper == size || ja.FoldRune(dash) != '-' {
		return 0
	}
	lower := digitsOf(text[upper+width:])
	end := upper + width + lower
	if next, _ := utf8.DecodeRuneInString(text[end:]); lower == 0 || end == len(text) || strings.ContainsRune("年月日人件回つか", next) {
		return 0
	}
	return end
}

// digitsOf returns where the digits end that a text begins with.
func digitsOf(text string) int {
	for at, r := range text {
		if !sheet.IsDigit(r) {
			return at
		}
	}
	return len(text)
}

// firstDigits returns the digits before the dash of a number: 4 of 産4-3.
func firstDigits(number string) string {
	before, _, dashed := strings.Cut(number, "-")
	if !dashed {
		return ""
	}
	return strings.TrimLeftFunc(before, func(r rune) bool { return !sheet.IsDigit(r) })
}
