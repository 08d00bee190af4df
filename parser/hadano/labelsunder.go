package hadano

// Some sheets have the labels of an initiative's years under the first year, and the values
// behind them, one column to the right of their years' heads.

// placeBehindJoined matches the values of a row to the years whose label stands under the
// first one, in one cell with that year's value. Where the row is as wide as those with a
// label alone, the cell behind the label was left empty, and the others stand one column
// to the right of their years' heads; where it has one cell less, they have moved back. ok
// is false where other rows don't show this: then nothing is known of it.
func (r *reader) placeBehindJoined(values []value, label int32) (placed, ok bool) {
	if len(values) < 2 || !values[0].joined || values[0].Index != label || label != r.head.First || !r.head.Columns {
		return false, false // as most
	}
	width, ok := r.widthBehindLabels()
	switch {
	case !ok || r.row.width == width-1:
		return false, false
	case r.row.trimmed || r.row.width != width || values[1].Index <= label+1:
		return false, true
	}
	for i := range values {
		at := max(values[i].Index-label-1, 0)
		if values[i].Index == noColumn || int(at) >= r.head.Count {
			return false, true
		}
		values[i].when = when(at)
	}
	return true, true
}

// widthBehindLabels returns the width of the rows below the head in which a label of yearly
// texts stands alone under the first year; ok is false where these have several widths, or
// no row of figures has its label there, too.
func (r *reader) widthBehindLabels() (width int32, ok bool) {
	hasFigures := false
	for i := range r.headBelow {
		w := &r.headBelow[i]
		if w.head != nil || w.isThemeHead() || w.first() == initiativeHead {
			break
		}
		at := w.pieceAt(r.head.First)
		if at < 0 || w.run != r.run {
			continue
		}
		switch l := w.pieces[at].label; {
		case l == effect || l == indicatorHead:
			hasFigures = hasFigures || at > 0 && w.first() == l
		case !l.entry().yearly || at+1 == len(w.pieces):
		case width != 0 && width != w.width:
			return 0, false
		default:
			width = w.width
		}
	}
	return width, hasFigures && width > 0
}

// pieceAt returns which cell of a row stands in a column, -1 if none does.
func (w *row) pieceAt(column int32) int {
	for i := range w.pieces {
		if w.pieces[i].Index == column {
			return i
		}
	}
	return -1
}
