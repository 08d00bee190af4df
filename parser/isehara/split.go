package isehara

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// splitRow parts the cells of a row that has fewer than it should, where they hold
// several values or a name with the first value.
func (r *reader) splitRow(row []sheet.Token, wanted int, wordsAreValues bool) []sheet.Token {
	if len(row) == 0 {
		return row
	}
	// A row that is narrower than the head has lost a cell.
	narrow := r.Grid.Layout != grid.PipeCells && r.Grid.Layout != grid.Blanks && r.table.rowWidth < r.table.width
	split, joined := sheet.SplitRow(row, wanted, wordsAreValues, narrow)
	if joined.Text != "" {
		r.Report(model.CodeJoinedCells, joined.At, joined.Text, strings.Join(strings.Fields(joined.Text), " | "))
	}
	return split
}
