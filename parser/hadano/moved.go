package hadano

import (
	"slices"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// isWholeRow reports whether the cells behind a label of figures are one for the plan
// and one for each year although they stand in other columns: their number tells
// what they are.
func (r *reader) isWholeRow(pieces []piece, at int) bool {
	values := pieces[at+1:]
	if !r.head.Columns || len(values) != r.head.Count+1 || values[0].Index == r.head.First-1 {
		return false
	}
	unit := ""
	for i, p := range values {
		if p.label != noLabel || !sheet.IsFigure(p.Text) || i > 0 && p.Index != values[i-1].Index+1 {
			return false
		}
		if own := r.newFigure(p); own.kind == ja.Numeric && unit == "" {
			unit = own.unit
		}
	}
	// A unit behind the plan's value may stand in a column of its own, unless the
	// figures have it, too.
	return r.newFigure(values[1]).kind != ja.LoneUnit || unit != ""
}

// hasMovedLeft reports whether several figures stand left of the years, where the
// plan has one: the row has moved, and how its figures belong to the years can't be
// told. A merged cell's figure repeated over its span shows nothing.
func (r *reader) hasMovedLeft(pieces []piece, at, rightAt int) bool {
	if !r.head.Columns || rightAt < at+3 || rightAt == len(pieces) && r.row.width < r.head.First {
		return false
	}
	figures := 0
	for i, p := range pieces[at+1 : rightAt] {
		if p.label == noLabel && r.newFigure(p).kind == ja.Numeric && (i == 0 || p.Text != pieces[at+i].Text) {
			figures++
		}
	}
	return figures > 1
}

// trimPadding takes the empty cells that all rows of a table have behind its last
// column out of their widths: they are no cells of a year. A theme's table of
// indicators has one behind its totals.
func (r *reader) trimPadding(rows []row) {
	if r.Grid.Layout == grid.Blanks || r.Grid.Layout == grid.PipeCells {
		return
	}
	for i := 0; i < len(rows); {
		end := tableEnd(rows, i)
		switch head := rows[i].head; {
		case head == nil || !head.Columns:
		case head.table == indicatorHead:
			head.trimBelow(rows[i+1 : end])
		default:
			if padding := paddingOf(rows[i:end]); padding > 0 {
				for j := i; j < end; j++ {
					if rows[j].head != nil {
						rows[j].head.Width -= padding
					}
					rows[j].width -= min(padding, rows[j].emptyEnd())
				}
			}
		}
		i = end
	}
}

// trimBelow takes the empty cells out of the widths of the rows below a head of
// indicators with which they end and the head does not: it has lost its last cells.
func (h *header) trimBelow(rows []row) {
	column := h.Label - int32(len(h.extras))
	isWider := func(w *row) bool {
		at := slices.IndexFunc(w.pieces, func(p piece) bool { return p.label.isMeasure() })
		return at >= 0 && w.width > h.Width && w.width-w.emptyEnd() <= h.Width && w.pieces[at].Index == column
	}
	wider := 0
	for i := range rows {
		if isWider(&rows[i]) {
			wider++
		}
	}
	for i := range rows {
		if wider >= leastPadded && isWider(&rows[i]) {
			rows[i].width = h.Width
		}
	}
}

// emptyEnd returns how many empty cells a row ends with.
func (w *row) emptyEnd() int32 { return w.width - w.pieces[len(w.pieces)-1].Index - 1 }

// leastPadded is how many rows must show that a table is padded.
const leastPadded = 3

// paddingOf returns how many empty cells all rows below a head have at their ends
// that are as wide as it is.
func paddingOf(rows []row) int32 {
	padding := rows[0].emptyEnd()
	alike := 1
	for i := 1; i < len(rows) && padding > 0; i++ {
		if rows[i].width == rows[0].width {
			padding = min(padding, rows[i].emptyEnd())
			alike++
		}
	}
	if alike < leastPadded {
		return 0
	}
	return padding
}
