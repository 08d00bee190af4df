package hadano

import (
	"slices"
	"strconv"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// joinBrokenRows joins the rows that a line end has parted between two cells: together
// they have as many cells as the head of the years or the row above, or the first ends
// with a label of figures that is that of the second.
func (r *reader) joinBrokenRows(rows []row) []row {
	if r.Grid.Layout != grid.Tabs {
		return rows
	}
	kept := rows[:0]
	head, usual := int32(0), int32(0) // the widths that a row may have
	for i := 0; i < len(rows); i++ {
		own := rows[i]
		switch {
		case own.head != nil:
			head, usual = own.head.Width, own.head.Width
		case own.width >= head:
			usual = own.width
		case i+1 < len(rows) && rows[i+1].continues(&own, head, usual, isAmongWhole(rows, i, head, kept)):
			at := rows[i+1].pieces[0]
			r.Report(model.CodeBrokenLine, at.At, at.Text, strconv.Itoa(int(head)))
			own = own.appendRow(rows[i+1])
			i++
		}
		kept = append(kept, own)
	}
	return kept
}

// isAmongWhole reports whether the rows around row i and the next one are as wide as the
// head: then these two are not, because they are one.
func isAmongWhole(rows []row, i int, head int32, kept []row) bool {
	isWhole := func(w *row) bool { return w.head != nil || w.width >= head || w.page != rows[i].page }
	return len(kept) > 0 && isWhole(&kept[len(kept)-1]) && (i+2 >= len(rows) || isWhole(&rows[i+2]) || isTitle(rows[i+2].text()))
}

// continues reports whether a row holds the cells that the one above it lacks.
func (w *row) continues(above *row, head, usual int32, amongWhole bool) bool {
	first := w.first()
	if w.page != above.page || w.head != nil || above.isOpenPairs() || w.isOutside() || above.isOutside() || sheet.IsUnitCaption(w.text()) {
		return false
	}
	if first.entry().row || first == overview || w.beginsRow(above) {
		return false
	}
	if w.width == 1 && !w.holdsFigures() && (above.first() == overview || above.hasTarget() || above.hasMeasure()) {
		return false // words alone below figures may be any remark
	}
	sum := above.width + w.width
	if !above.trimmed && amongWhole && (sum == head || sum == usual) && !w.standsBelow(above) {
		return above.isLabelled() || above.pieces[0].Index > 0
	}
	return w.pieces[0].Index == 0 && above.endsWithLabel(first) && w.holdsFigures()
}

// standsBelow reports whether a row without a label of its own is the second of a pair,
// or begins another indicator.
func (w *row) standsBelow(above *row) bool {
	switch own := above.first(); w.first() {
	case effect, indicatorHead:
		return own != w.first()
	case actual:
		return own == effect || own == indicatorHead || own == target || above.hasMeasure() && own != actual
	case nextYear:
		return own != sideEffect
	case noLabel:
		isGraded := own == internalEvaluation || own == externalEvaluation
		return isGraded && w.pieces[0].Index > 0 || w.hasTarget() && (above.hasMeasure() && own != effect && own != indicatorHead || own == overview)
	}
	return false
}

func (w *row) hasMeasure() bool {
	return slices.ContainsFunc(w.pieces, func(p piece) bool { return p.label.isMeasure() })
}

func (w *row) hasTarget() bool {
	return slices.ContainsFunc(w.pieces, func(p piece) bool { return p.label == target })
}

// endsWithLabel reports whether a row of an initiative's figures ends with the label
// that belongs to the row below, given that this begins with another.
func (w *row) endsWithLabel(below label) bool {
	last := w.pieces[len(w.pieces)-1]
	if last.Index < 2 || last.Index+1 != w.width || w.first() != effect && w.first() != indicatorHead && w.first() != actual {
		return false
	}
	if last.label == effect || last.label == indicatorHead {
		return below.isMeasure()
	}
	return last.label.isMeasure() && below == noLabel
}

// holdsFigures reports whether a row holds nothing but figures and their labels.
func (w *row) holdsFigures() bool {
	for _, p := range w.pieces {
		switch p.label {
		case target, actual, effect, indicatorHead:
		case noLabel:
			if !sheet.IsFigure(p.Text) && !isEmptyFigure(p.Text) {
				return false
			}
		default:
			return false
		}
	}
	return true
}
