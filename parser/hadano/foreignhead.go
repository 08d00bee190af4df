package hadano

import (
	"slices"

	"sheetconv/parser/internal/sheet"
)

// leaveHead forgets the columns of a head that belongs to another table: that of the rows
// to come was lost, or can't be read. The years stay, so that as many values as years
// take them in order. Rows that have them all may show where they stand.
func (r *reader) leaveHead() {
	r.above.YearHead = sheet.YearHead{Start: r.above.Start, Count: r.above.Count, Visible: r.above.Visible, Label: noColumn}
	r.above.table, r.above.base, r.above.extras = noLabel, 0, nil
	r.spans = [widthMeasure + 1]yearSpans{}
	if r.row.visible && r.block == initiativeRows {
		r.above.recover(r.tableRows())
		r.run = r.row.run
	}
	r.lookUp()
}

// leastTold is how many years of a torn head must tell its columns.
const leastTold = 3

// keepTornHead takes the columns of the years from those that can be read in a row of
// years with one that can't: they must agree, and no rows have told the columns.
func (r *reader) keepTornHead() {
	if r.above.Columns || !r.row.visible || len(r.row.pieces) != r.count+1 {
		return
	}
	first, told := noColumn, 0
	for _, p := range r.row.pieces[1:] {
		years, _ := r.yearsOf(p.Text)
		if len(years) != 1 {
			continue
		}
		own := p.Index - int32(years[0]-r.start)
		if told > 0 && own != first {
			return
		}
		first = own
		told++
	}
	last := r.row.pieces[r.count]
	if told < leastTold || first < 1 || last.Index != first+int32(r.count)-1 {
		return
	}
	r.above.First, r.above.Width, r.above.Columns = first, r.row.width, true
	r.above.table, r.above.base = initiativeHead, r.row.pieces[0].Index
	r.above.calibrate(r.rowsBelow(), r.row.run)
	r.run = r.row.run
	r.lookUp()
}

// tableRows returns the row and those below it that stand in its table.
func (r *reader) tableRows() []row { return append([]row{*r.row}, r.rowsBelow()...) }

// rowsBelow returns the rows below that stand in the table of the row: up to the next head.
func (r *reader) rowsBelow() []row {
	for i := range r.below {
		if w := &r.below[i]; w.head != nil || w.isThemeHead() || w.first() == initiativeHead {
			return r.below[:i]
		}
	}
	return r.below
}

// leastFull is how many rows must show the columns of years whose head is lost.
const leastFull = 2

// recover finds the columns of the years by the rows that have a value for each: these
// must agree.
func (h *header) recover(rows []row) {
	first, width, full := noColumn, int32(0), 0
	for i := range rows {
		own, ok := rows[i].lastValues(h.Count)
		switch {
		case !ok || rows[i].run != rows[0].run:
		case full > 0 && (own != first || rows[i].width != width):
			return
		default:
			first, width = own, rows[i].width
			full++
		}
	}
	if full >= leastFull {
		h.First, h.Width, h.Columns = first, width, true
	}
}

// lastValues returns the column of the first year in a row that has a value for each at
// its end: behind its last label, and perhaps one cell for the whole plan.
func (w *row) lastValues(count int) (column int32, ok bool) {
	first := len(w.pieces) - count
	if first < 1 || count < 2 {
		return 0, false
	}
	for i, p := range w.pieces[first:] {
		if p.label != noLabel || p.Index != w.pieces[first].Index+int32(i) {
			return 0, false
		}
	}
	before := first - 1
	if w.pieces[before].label == noLabel {
		before--
	}
	return w.pieces[first].Index, before >= 0 && w.pieces[before].label != noLabel
}

// checkHead asks the rows of an initiative that has no head of its own whether they have
// as many columns as the head above another one.
func (r *reader) checkHead() {
	if !r.head.Columns || r.headRows == 0 {
		return
	}
	rows := r.tableRows()
	if end := slices.IndexFunc(rows[1:], func(w row) bool { return w.first() == initiativeName }); end >= 0 {
		rows = rows[:end+1]
	}
	isOther := false
	for i := range rows {
		if l := rows[i].first(); l != initiativeName && l != department || rows[i].pieces[0].Index != r.head.base || rows[i].run != r.run {
			continue
		}
		column, ok := rows[i].lastValues(r.head.Count)
		if !ok {
			continue
		}
		if column == r.head.First {
			return
		}
		isOther = isOther || rows[i].width != r.head.Width
	}
	if isOther {
		r.leaveHead()
	}
}
