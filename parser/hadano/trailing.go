package hadano

import "sheetconv/model"

// A row may have lost the empty cells at its end while others of the sheet have theirs. Its
// cells stand in their columns then; but a row that has lost a cell inside is as narrow.

// hasLostEnd reports whether the row has lost the empty cells at its end: it ends with a
// value, is narrower than the head by several cells, keeps an empty one among its years, and
// ends with the year with which such rows end: the last one, or, for results and what they
// lead to, the last one that has results.
func (r *reader) hasLostEnd(values []value, e *entry) bool {
	h, w := &r.head, r.row
	if !h.Columns || w.width+1 >= h.Width || len(values) == 0 || w.trimmed || w.emptyEnd() > 0 || w.hasJoined() {
		return false // as most
	}
	last := values[len(values)-1].Index - h.First
	if values[0].Index < h.First || int(last) < len(values) {
		return false
	}
	if e.result || e.key == model.TextNext {
		return int(last) == r.resultYears-1
	}
	return int(last) == h.Count-1
}

// hasJoined reports whether several texts stand in one cell of the row.
func (w *row) hasJoined() bool {
	for i := range w.pieces {
		if w.pieces[i].joined || w.pieces[i].shared {
			return true
		}
	}
	return false
}

// placeBeforeTotal takes one value for each year in order where the row has lost the empty
// cell of the total: no row of the table has one.
func (r *reader) placeBeforeTotal(values []value, label int32) bool {
	h := &r.head
	if !h.Total || !h.Columns || len(values) != h.Count || label != h.Label || label == noColumn || r.row.width >= h.Width || r.row.emptyEnd() > 0 {
		return false
	}
	for i := range values {
		if values[i].Index != h.First+int32(i) || values[i].joined || values[i].shared {
			return false
		}
	}
	if r.hasTotals() {
		return false
	}
	for i := range values {
		values[i].when = when(i)
	}
	return true
}

// leastWhole is how many rows of a table must show that its totals are empty.
const leastWhole = 2

// hasTotals reports whether the rows of figures below the head have totals, as far as
// these are whole: too few of them show nothing.
func (r *reader) hasTotals() bool {
	whole := 0
	for i := range r.headBelow {
		w := &r.headBelow[i]
		if w.head != nil || w.isThemeHead() {
			break
		}
		if w.width < r.head.Width || !w.hasMeasureAt(r.head.Label) {
			continue
		}
		if last := w.pieces[len(w.pieces)-1]; last.Index >= r.head.First+int32(r.head.Count) {
			return true
		}
		whole++
	}
	return whole < leastWhole
}

// hasMeasureAt reports whether the label of figures stands in a column of the row.
func (w *row) hasMeasureAt(column int32) bool {
	for i := range w.pieces {
		if p := &w.pieces[i]; p.Index == column {
			return p.label.isMeasure()
		}
	}
	return false
}
