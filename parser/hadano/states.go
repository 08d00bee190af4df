package hadano

import (
	"slices"
	"strings"

	"sheetconv/parser/internal/ja"
)

// plainStates are the words that stand in a number's place by themselves.
var plainStates = []string{"検討", "実施", "拡大", "縮小"}

// areStates reports whether the fields of a cell are states of several years: each is a
// plain one, no two are the same, and the cells of the years behind it are empty.
func (r *reader) areStates(fields []string, pieces []piece, i int) bool {
	if len(fields) < 2 || !r.head.Columns || pieces[i].Index+int32(len(fields)) > r.head.First+int32(r.head.Count) {
		return false
	}
	if i+1 < len(pieces) && pieces[i+1].Index < pieces[i].Index+int32(len(fields)) {
		return false
	}
	for j, field := range fields {
		if !slices.Contains(plainStates, field) || slices.Contains(fields[:j], field) {
			return false
		}
	}
	return true
}

// stateFields returns the words of a cell that was read as one state and holds blanks.
func stateFields(own *value) []string {
	if own.kind != ja.State || !wordGaps.In(own.Text) {
		return nil // as most
	}
	return strings.Fields(ja.StripMarkup(own.Text))
}
