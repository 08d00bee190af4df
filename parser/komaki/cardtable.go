package komaki

import (
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// resumeText goes on with the text of a card in which a table of indicators stood, where a
// line behind the table is none of its rows.
func (r *reader) resumeText(l *line) bool {
	t := &r.indicators
	if t.card == none || t.card != r.project || r.text.item != r.project || r.Grid.Layout == grid.PipeCells || len(t.names) > 0 {
		return false
	}
	if len(l.cells) > 1 || isArrowRow(l) || t.isWholeRow(l.cells[0]) || sheet.IsValue(l.first) || !r.endsTable(l) {
		return false
	}
	for i := r.next; i < len(r.lines) && r.lines[i].kind == plain && r.lines[i].head == 0; i++ {
		if isArrowRow(&r.lines[i]) || t.isWholeRow(r.lines[i].cells[0]) {
			return false // a part of the name of a row that follows
		}
	}
	text := r.text.text
	r.leave(idle)
	r.openText(r.project, text.Key, text.Label, text.At, "")
	r.appendText(l)
	return true
}

// endsTable reports whether a line below the rows of a table can be no part of the name of
// the last one: an empty line parts them, it is an entry of a list or a sentence, or the
// name is whole.
func (r *reader) endsTable(l *line) bool {
	row := &r.indicators.row
	if len(row.names) == 0 || l.firstLine() > row.last+1 || strings.Contains(l.first, "。") {
		return true
	}
	if number, _ := partNumber(l.first); number != "" || ja.TrimListMark(l.first) != l.first {
		return true
	}
	if sheet.OpenBrackets(row.lastName().Text) > 0 || sheet.OpenBrackets(l.first) < 0 || beginsWithBracket(l.first) {
		return false
	}
	return r.Grid.Layout != grid.Blanks
}
