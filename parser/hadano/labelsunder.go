package hadano

// A sheet of wider columns has the labels of an initiative's years under the first year,
// and the values behind them, one column to the right of their years' heads.

// placeBehindJoined matches the values of a row whose label stands under the first year,
// in one cell with that year's value, to the years: the others stand in their own columns,
// where the cell behind the label is left empty. Else it is false.
func (r *reader) placeBehindJoined(values []value, label int32) bool {
	if values[1].Index <= label+1 || r.row.width != r.head.Width && !r.row.trimmed {
		return false
	}
	for i := range values {
		at := max(values[i].Index-label-1, 0)
		if values[i].Index == noColumn || int(at) >= r.head.Count {
			return false
		}
		values[i].when = when(at)
	}
	return true
}

// hasLabelUnder reports whether the label of a row stands in one cell with the first of
// several values, in a table with the labels under the first year.
func (r *reader) hasLabelUnder(values []value, label int32) bool {
	if len(values) < 2 || !values[0].joined || values[0].Index != label || label != r.head.First || !r.head.Columns {
		return false // as most
	}
	if !r.above.labelsUnder {
		for _, w := range r.rowsBelow() {
			if w.run == r.run && w.hasFiguresUnder(r.head.First) {
				r.above.labelsUnder = true
				break
			}
		}
	}
	return r.above.labelsUnder
}

// hasFiguresUnder reports whether a row of figures has its label twice, before the plan's
// figures and, in the given column, before those of the years.
func (w *row) hasFiguresUnder(column int32) bool {
	l := w.first()
	if l != effect && l != indicatorHead {
		return false
	}
	for _, p := range w.pieces[1:] {
		if p.label == l {
			return p.Index == column
		}
	}
	return false
}
