package komaki

import (
	"sheetconv/parser/internal/sheet"
)

// readStrayRow reads a row of indicators whose head has been lost: the columns
// are those of the table before.
func (r *reader) readStrayRow(l *line) bool {
	if len(r.indicators.columns) == 0 || r.named() == nil {
		return false
	}
	if len(l.cells) == 1 && r.next < len(r.lines) && r.lines[r.next].follows(l) && r.isStrayRow(&r.lines[r.next]) && mayBeNameText(l.first) && r.beginsParagraph(l) {
		r.leave(tabulating)
		r.readNamePart(l)
		return true
	}
	if !r.isStrayRow(l) {
		return false
	}
	r.leave(tabulating)
	r.indicators.addRow(r, l)
	return true
}

// isStrayRow reports whether a line has a value in each column of the table before, and
// ends as its rows do.
func (r *reader) isStrayRow(l *line) bool {
	columns := r.indicators.columns
	if l.kind != plain || l.head > 0 || len(l.cells) != len(columns) || len(columns) < 3 {
		return false
	}
	if isArrowRow(l) {
		return true
	}
	if columns[len(columns)-1].kind != aimColumn || !isAim(l.cells, len(l.cells)-1) {
		return false
	}
	for _, cell := range l.cells[1:] {
		if !sheet.IsValue(sheet.PlainText(cell.Text)) {
			return false
		}
	}
	return true
}

// beginsParagraph reports whether an empty line stands above a line.
func (r *reader) beginsParagraph(l *line) bool {
	before := r.lineBefore(r.next - 1)
	return before == nil || !l.follows(before)
}

// isArrowRow reports whether a line ends as a row of indicators does.
func isArrowRow(l *line) bool {
	return len(l.cells) > 2 && sheet.IsArrow(sheet.PlainText(l.cells[len(l.cells)-1].Text))
}
