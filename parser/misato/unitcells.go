package misato

import (
	"strings"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// unitOf returns the unit that a cell prints, perhaps in brackets: (千円).
func unitOf(text string) string {
	text = sheet.TrimQuotes(ja.Fold(text))
	if inner, bracketed := ja.TrimBrackets(text); bracketed && inner != "" {
		return inner
	}
	return text
}

// isUnitRepeated reports whether a cell prints the indicator's unit several times, as the text
// of a cell that is read twice.
func isUnitRepeated(text, unit string) bool {
	if unit == "" || len(text) <= len(unit) || !strings.HasPrefix(text, unit) {
		return false
	}
	for _, word := range strings.Fields(text) {
		if word != unit {
			return false
		}
	}
	return true
}

// isOneCell reports whether the cell of token i, which holds several words, is one of its
// row: a unit that is printed twice, or a figure with the unit that follows it as well.
func (r *reader) isOneCell(i int) bool {
	return isUnitRepeated(ja.Fold(ja.StripMarkup(r.Tokens[i].Text)), r.indicators.current.Unit) || r.unitFollows(i)
}

// unitFollows reports whether the cell of token i is one figure with its unit, which stands
// in the cell of its own behind it as well: 28 件 | 件. Then nothing is joined.
func (r *reader) unitFollows(i int) bool {
	words := strings.Fields(ja.StripMarkup(r.Tokens[i].Text))
	if len(words) != 2 || i+1 >= r.Next || sheet.IsFigure(words[1]) && ja.ReadQuantity(words[1], ja.Expect{}).Kind != ja.LoneUnit {
		return false
	}
	unit := ja.Fold(words[1])
	for _, next := range r.Tokens[i+1 : min(r.Next, i+3)] {
		if text := ja.Fold(ja.StripMarkup(next.Text)); text == unit && !(text == "%" && sheet.HasDigit(words[0])) {
			return true
		}
	}
	return false
}

// hasRoomBehind reports whether the cell behind that of the plan is there and blank: then
// the words of plan and result may stand in one.
func (row *yearRow) hasRoomBehind(cell sheet.Token, unitAt int) bool {
	return !row.split && cell.Row == row.anchor.Row && unitAt < len(row.cells) && row.cells[unitAt].Row == row.anchor.Row &&
		row.cells[unitAt].Index-row.anchor.Index == unitCell
}

// isWordWithUnit reports whether a cell holds a word in a number's place with the unit of
// the indicator behind it, which belongs to no word: 実施 局.
func (r *reader) isWordWithUnit(text string) bool {
	unit := r.indicators.current.Unit
	before, found := strings.CutSuffix(text, unit)
	if !found || unit == "" || !strings.HasSuffix(before, " ") {
		return false
	}
	before = before[:len(before)-1]
	return before != unit && !strings.Contains(before, " ") && ja.ReadQuantity(before, ja.Expect{}).Kind == ja.State
}
