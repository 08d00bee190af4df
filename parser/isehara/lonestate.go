package isehara

import (
	"unicode/utf8"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// isLoneState reports whether the one cell of a row is a word in the place of a result,
// such as 未実施, that has moved left: right above stands the head of a year, under which
// the values follow in the order of the indicators above it.
func (r *reader) isLoneState(row []sheet.Token) bool {
	if len(row) != 1 || !r.table.newYears || len(r.table.years) != 1 || len(r.table.group) == 0 || len(r.table.nameless) > 0 ||
		r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows {
		return false
	}
	word := row[0]
	if word.Row != r.table.yearsRow+1 || word.Index < r.table.nameIndex || !isStateWord(word.Text) {
		return false
	}
	if word.Index > r.table.nameIndex {
		return true // names stand further left
	}
	// The first year's head stands above names.
	if len(r.table.firstYears) == 1 && r.table.firstYears[0].fy == r.table.years[0].fy {
		return false
	}
	return isUsualState(stateOf(word.Text)) && r.room.indicatorsByKey[ja.Key(word.Text)] == nil
}

// isStateWord reports whether a text is a word that may stand in the place of a number: it
// is short, and a number stands in no other place than its brackets.
func isStateWord(text string) bool {
	state := stateOf(text)
	return utf8.RuneCountInString(state) > 1 && utf8.RuneCountInString(state) <= maxStateRunes && !sheet.HasDigit(state)
}

// stateOf returns the word that a text is in the place of a number, empty if it is none.
func stateOf(text string) string {
	return ja.ReadQuantity(ja.StripMarkup(text), ja.Expect{}).Quantity.State
}
