package sheet

import (
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// SplitWordValues cuts a cell into values at its blanks where some of them are words in
// numbers' places: 21.9% 集計中, 検討 — —. It is nil where the cell is one value, holds
// anything else, or nothing but words: those may be one.
func SplitWordValues(cell grid.Cell) []grid.Cell {
	if !valueGaps.In(cell.Text) || len(cell.Text) > maxJoinedBytes {
		return nil
	}
	words := fieldsOf(cell.Text)
	figures, states := 0, 0
	for _, word := range words {
		switch {
		case IsValue(word):
			figures++
		case ja.ReadQuantity(word, ja.Expect{}).Kind == ja.State:
			states++
		default:
			return nil
		}
	}
	if figures == 0 || states == 0 || IsNumberOrDash(cell.Text) {
		return nil
	}
	return CutFields(cell, words)
}
