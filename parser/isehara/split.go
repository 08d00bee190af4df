package isehara

import (
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// splitRow gives a row that has fewer cells than it should a chance: a name that
// holds the first value, cells that hold several values, and a cell that holds
// the whole row are parted. Figures are parted where the row is whole then, words
// only where empty cells behind them show that they were joined.
func (r *reader) splitRow(row []sheet.Token, wanted int, wordsAreValues bool) []sheet.Token {
	if len(row) >= wanted || len(row) == 0 {
		return row
	}
	if len(row) == 1 {
		return sheet.SplitFromRight(row[0], wanted-1, wordsAreValues)
	}
	// A row that is narrower than the head has lost a cell.
	narrow := r.Grid.Layout != grid.PipeCells && r.Grid.Layout != grid.Blanks && r.table.rowWidth < r.table.width
	split, joined := splitName(row, wanted, wordsAreValues, narrow)
	for i, token := range row[1:] {
		words := sheet.SplitWords(token)
		free := int32(len(words)) // columns up to the next cell
		if i+2 < len(row) {
			free = row[i+2].Index - token.Index
		}
		shown := narrow || int32(len(words)) <= free && i+2 < len(row) || i+2 == len(row)
		if len(words) > 1 && (allValues(words) || wordsAreValues && shown) {
			joined = token
			split = append(split, words...)
		} else {
			split = append(split, token)
		}
	}
	if len(split) == wanted {
		r.Report(model.CodeJoinedCells, joined.At, joined.Text, strings.Join(strings.Fields(joined.Text), " | "))
		return split
	}
	return row
}

// splitName parts the first value from a row's name, where the row has one cell
// too few and the name ends in a word that can be a value.
func splitName(row []sheet.Token, wanted int, wordsAreValues, narrow bool) (split []sheet.Token, joined sheet.Token) {
	split = make([]sheet.Token, 0, wanted)
	if len(row) == wanted-1 {
		parts := sheet.SplitFromRight(row[0], 1, wordsAreValues)
		shown := !wordsAreValues || narrow || row[1].Index-row[0].Index > 1
		if len(parts) == 2 && shown && utf8.RuneCountInString(parts[0].Text) >= minNameRunes &&
			(!wordsAreValues || utf8.RuneCountInString(parts[1].Text) <= maxWordRunes) {
			return append(split, parts...), row[0]
		}
	}
	return append(split, row[0]), joined
}

// How long a name is at least, and a word at most, for the word to be taken from
// the name as its first value.
const minNameRunes, maxWordRunes = 3, 12

func allValues(words []sheet.Token) bool {
	for _, word := range words {
		if !isValue(word.Text) {
			return false
		}
	}
	return true
}
