package komaki

import (
	"slices"
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// breaksInValue reports whether the line end between two lines of a table of blanks parts
// a value from its unit: 96.7 / % (令和3年度) 97.4%. The rest stands where the names begin,
// and with it the other values have left their columns.
func breaksInValue(above, below *line) bool {
	if len(above.cells) < 2 || len(below.cells) < 2 || below.firstLine() != above.lastLine()+1 {
		return false
	}
	if below.first == "千" || below.first == "百万" {
		return strings.HasSuffix(sheet.PlainText(above.cells[len(above.cells)-1].Text), "円") // 131,877円 / 千
	}
	if below.cells[0].Index > above.cells[0].Index+maxAskew {
		return false
	}
	last := sheet.PlainText(above.cells[len(above.cells)-1].Text)
	word, _ := firstField(below.first)
	return ja.IsUnit(word) && sheet.IsDigit(lastRune(last)) && sheet.IsNumberOrDash(last+word)
}

// holdsTooMany reports whether a row in one cell has more values than the table's columns
// that are known: which stand under them can't be told, and none belongs to the name.
func (t *indicatorTable) holdsTooMany(cell grid.Cell) bool {
	columns, first := t.heads()
	if first == 0 || len(columns) < 2 {
		return false
	}
	name, values := sheet.SplitNameValues(cell, len(columns))
	if values == nil {
		return false
	}
	_, more := sheet.SplitNameValues(name, 1)
	if more == nil || !sheet.IsSureValue(more[0]) {
		return false
	}
	left, next := ja.ReadQuantity(more[0].Text, ja.Expect{}), ja.ReadQuantity(values[0].Text, ja.Expect{})
	return left.Kind == ja.Numeric && next.Kind == ja.Numeric && left.Quantity.Unit == next.Quantity.Unit
}

// isTornNumber reports whether a line is the beginning of a number alone, which breaks off
// inside its thousands: 131,8.
func isTornNumber(l *line) bool {
	if len(l.cells) > 1 || len(l.first) > maxCountBytes {
		return false
	}
	before, group, found := strings.Cut(ja.Fold(l.first), ",")
	return found && isNumber(before) && isNumber(group) && len(group) < len("000")
}

// leaveTornRow leaves the row over which the beginning of a number stands, with the rest of
// a value below it: its figures are parts of others.
func (r *reader) leaveTornRow() {
	r.flushIndicators()
	if r.next < len(r.lines) && r.lines[r.next].kind == plain && len(r.lines[r.next].cells) > 1 {
		r.next++
	}
	if r.next < len(r.lines) && r.lines[r.next].kind == plain && len(r.lines[r.next].cells) == 1 && isRest(r.lines[r.next].first) {
		r.next++
	}
}

// holdsTornNumber reports whether a number that stands among others breaks off inside its
// thousands at the end of a cell.
func holdsTornNumber(l *line) bool {
	for _, cell := range l.cells {
		if strings.IndexByte(cell.Text, ',') > 0 && slices.ContainsFunc(wordsOf(cell), func(word grid.Cell) bool { return endsInTornNumber(word.Text) }) {
			return true
		}
	}
	return false
}

// leaveTornLines leaves the row of which the line holds a torn number: the lines up to its
// arrow, and what stands below without a name.
func (r *reader) leaveTornLines(l *line) {
	r.flushIndicators()
	ended := endsInAim(l.cells[len(l.cells)-1].Text)
	for r.next < len(r.lines) && r.lines[r.next].kind == plain && r.lines[r.next].head == 0 {
		next := &r.lines[r.next]
		ends := endsInAim(next.cells[len(next.cells)-1].Text)
		if ended && (ends || !isRest(next.first) && !startsWithDigit(next.first)) {
			return
		}
		ended = ended || ends
		r.next++
	}
}

// holdsTornNumber reports whether a number breaks off inside its thousands.
func (t *tableLines) holdsTornNumber() bool {
	return slices.ContainsFunc(t.pieces, func(p tablePiece) bool {
		last := p.cell.Text[strings.LastIndexByte(p.cell.Text, ' ')+1:]
		return endsInTornNumber(last)
	})
}
