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
	{"決算見込", model.BasisActual}, {"決算", model.BasisActual}, {"実績", model.BasisActual},
	{"当初予算", model.BasisBudget}, {"予算", model.BasisBudget},
	{"目標", model.BasisTarget}, {"計画", model.BasisTarget},
}

// ReadCostHead reads the head of amounts that text begins with: a fiscal year
// followed by what the amounts are. It returns where the head ends.
func ReadCostHead(text string) (head CostHead, end int, ok bool) {
	year, start, end, found := ja.FindFiscalYear(text)
	if !found || start != 0 {
		return CostHead{}, 0, false
	}
	rest := strings.TrimLeft(text[end:], " 　\n(（【[")
	for _, word := range basisWords {
		if after, is := strings.CutPrefix(rest, word.spelling); is {
			after = strings.TrimLeft(strings.TrimPrefix(after, "額"), ")）】]")
			return CostHead{FY: year, Basis: word.basis}, len(text) - len(after), true
		}
	}
	return CostHead{}, 0, false
}
