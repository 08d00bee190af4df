package sheet

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
)

// CostHead is a printed head of amounts, such as 令和4年度決算.
type CostHead struct {
	FY    int
	Basis model.CostBasis
}

// basisWords are the words that tell what amounts under a year are.
var basisWords = [...]struct {
	spelling string
	basis    model.CostBasis
}{
	{"決算見込み", model.BasisActual}, {"決算見込", model.BasisActual}, {"決算", model.BasisActual},
	{"実績見込み", model.BasisActual}, {"実績見込", model.BasisActual}, {"実績", model.BasisActual},
	{"当初予算", model.BasisBudget}, {"補正後予算", model.BasisBudget}, {"補正予算", model.BasisBudget},
	{"最終予算", model.BasisBudget}, {"予算現", model.BasisBudget}, {"予算", model.BasisBudget},
	{"目標", model.BasisTarget}, {"計画", model.BasisTarget},
}

// What stands between a year and the word, and what may stand behind it.
var (
	beforeBasis = ja.NewCharacters(" \u3000\n(（【[")
	behindBasis = ja.NewCharacters(")）】]\"“”")
)

// maxYearBytes is how long a cell may be that is looked at as a wrapped year.
const maxYearBytes = 60

// ReadYear reads the fiscal year that text begins with, quotation marks passed
// over, and returns where it ends. A short text that is a year but for the
// blanks of a line wrap ends with it.
func ReadYear(text string, calendar *ja.Calendar) (fy, end int, ok bool) {
	year, start, end, found := calendar.FindFiscalYear(text)
	if found && trimQuotes(text[:start]) == "" {
		return year, end, true
	}
	if len(text) > maxYearBytes {
		return 0, 0, false
	}
	year, ok = calendar.ParseFiscalYear(ja.Squeeze(trimQuotes(text)))
	return year, len(text), ok
}

// trimQuotes takes stray quotation marks and blanks from both ends of a text.
func trimQuotes(text string) string { return quotesAndBlanks.Trim(text) }

var quotesAndBlanks = ja.NewCharacters("\"“” 　\n")

// ReadCostHead reads the head of amounts that text begins with: a fiscal year
// followed by what the amounts are. It returns where the head ends.
func ReadCostHead(text string, calendar *ja.Calendar) (head CostHead, end int, ok bool) {
	if head, end, ok = readCostHead(text, calendar); ok || len(text) > maxYearBytes {
		return head, end, ok
	}
	squeezed := ja.Squeeze(trimQuotes(text))
	head, end, ok = readCostHead(squeezed, calendar)
	return head, len(text), ok && end == len(squeezed)
}

func readCostHead(text string, calendar *ja.Calendar) (head CostHead, end int, ok bool) {
	year, end, found := ReadYear(text, calendar)
	if !found || end == len(text) {
		return CostHead{}, 0, false
	}
	rest := beforeBasis.TrimLeft(text[end:])
	for _, word := range basisWords {
		if after, is := strings.CutPrefix(rest, word.spelling); is {
			after = behindBasis.TrimLeft(strings.TrimPrefix(after, "額"))
			return CostHead{FY: year, Basis: word.basis}, len(text) - len(after), true
		}
	}
	return CostHead{}, 0, false
}

// CommonBasis returns what amounts are under each of the heads, empty where the
// heads differ or there are none.
func CommonBasis(heads []CostHead) model.CostBasis {
	if len(heads) == 0 {
		return ""
	}
	for _, head := range heads[1:] {
		if head.Basis != heads[0].Basis {
			return ""
		}
	}
	return heads[0].Basis
}
