package komaki

import (
	"strconv"
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// An initiative that came between two others may have the number of the one before with a
// second part: 5-1.

// isBranchNumber reports whether a text is such a number and no more.
func isBranchNumber(text string) bool {
	first, second, dashed := strings.Cut(ja.Fold(text[:min(len(text), maxCountBytes+1)]), "-")
	return dashed && len(text) <= maxCountBytes && isNumber(first) && isNumber(second)
}

// isRowNumber reports whether a word in the column of the numbers is the one that is due, or
// one with a second part to it or to the number before.
func isRowNumber(text string, due int) bool {
	if isNumber(text) {
		return toNumber(text) == due
	}
	if !isBranchNumber(text) {
		return false
	}
	count := countOf(ja.Fold(text))
	return count == due || count == due-1
}

// isInNumberColumn reports whether a cell stands in the column of the numbers.
func (t *initiativeTable) isInNumberColumn(cell grid.Cell) bool {
	place := t.places[numberColumn]
	return place != none && cell.Index == place && t.places[nameColumn] > place
}

// branchCell returns the cell of a row in the column of the numbers that holds one with a
// second part, none if there is none.
func (t *initiativeTable) branchCell(cells []grid.Cell) int {
	for i, cell := range cells {
		if t.isInNumberColumn(cell) && isBranchNumber(sheet.PlainText(cell.Text)) {
			return i
		}
	}
	return none
}

// countOf returns the first part of an initiative's number.
func countOf(number string) int {
	first, _, _ := strings.Cut(number, "-")
	count, _ := strconv.Atoi(first)
	return count
}
