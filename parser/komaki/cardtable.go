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
	if len(l.cells) > 1 || t.isSureRow(l) || sheet.IsValue(l.first) || !r.endsTable(l) {
		return false
	}
	for i := r.next; i < len(r.lines) && r.lines[i].kind == plain && r.lines[i].head == 0; i++ {
		if t.isSureRow(&r.lines[i]) {
			return false // a part of the name of a row that follows
		}
	}
	text := r.text.text
	r.leave(idle)
	r.openText(r.project, text.Key, text.Label, text.At, "")
	r.appendText(l)
	return true
}

// endOfCardTable returns the line at which the text of a card goes on behind a table whose
// rows begin at a line; limit where it does not.
func (r *reader) endOfCardTable(first, limit int) int {
	t := &r.indicators
	if t.card == none {
		return limit
	}
	end := limit
	for i := first; i < limit; i++ {
		l := &r.lines[i]
		if l.head > 0 || l.kind != plain && !isFigureLine(l) {
			break
		}
		switch {
		case t.isSureRow(l):
			end = limit
		case end == limit && i > first && len(l.cells) == 1 && (!l.follows(&r.lines[i-1]) || beginsText(l)):
			end = i
		}
	}
	return end
}

// beginsText reports whether a line is an entry of a list, or a sentence.
func beginsText(l *line) bool {
	number, _ := partNumber(l.first)
	return number != "" || ja.TrimListMark(l.first) != l.first || strings.Contains(l.first, "。")
}

// isSureRow reports whether a line is a row of the table and no sentence that ends in
// figures: an arrow ends it, or it has a value for each column.
func (t *indicatorTable) isSureRow(l *line) bool {
	if isArrowRow(l) || endsInArrow(l.first) {
		return true
	}
	columns, _ := t.heads()
	if len(l.cells) > 1 {
		return len(l.cells) >= len(columns) && len(columns) > 1
	}
	_, values := sheet.SplitNameValues(l.cells[0], max(2, len(columns)-1))
	return values != nil
}

// endsTable reports whether a line below the rows of a table can be no part of the name of
// the last one: an empty line parts them, it is an entry of a list or a sentence, or the
// name is whole.
func (r *reader) endsTable(l *line) bool {
	row := &r.indicators.row
	if len(row.names) == 0 || l.firstLine() > row.last+1 || beginsText(l) {
		return true
	}
	if sheet.OpenBrackets(row.lastName().Text) > 0 || sheet.OpenBrackets(l.first) < 0 || beginsWithBracket(l.first) {
		return false
	}
	return r.Grid.Layout != grid.Blanks
}
