package hadano

import (
	"strconv"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
)

// joinBrokenPairs joins the rows that a line end has parted between, or inside, two
// cells that hold 目標 and 実績 at once: together they have a cell for the label, one
// for the plan and one for each year.
func (r *reader) joinBrokenPairs(rows []row) []row {
	if r.Grid.Layout != grid.Tabs || r.count == 0 {
		return rows
	}
	width := int32(2 + r.count)
	kept := rows[:0]
	for i := 0; i < len(rows); i++ {
		own := rows[i]
		if i+1 < len(rows) && own.isOpenPairs() && rows[i+1].continuesPairs(&own) {
			next := rows[i+1]
			inside := own.width+next.width-1 == width
			if inside || own.width+next.width == width {
				at := next.pieces[0]
				r.Report(model.CodeBrokenLine, at.At, at.Text, strconv.Itoa(int(width)))
				if inside {
					own = own.extend(r.Grid, next)
				} else {
					own = own.appendRow(next)
				}
				i++
			}
		}
		kept = append(kept, own)
	}
	return kept
}

// isOpenPairs reports whether a row of pairs ends with a filled cell, so that it
// may go on.
func (w *row) isOpenPairs() bool {
	headed := w.first() == effect || w.first() == indicatorHead
	return headed && w.head == nil && w.pieces[len(w.pieces)-1].Index+1 == w.width && holdsPairs(w.pieces[1:])
}

// continuesPairs reports whether a row of pairs has no label and stands right
// behind the one above. The word 目標 in its first cell would begin a row, but for the
// first year's, which stands behind the cell for the plan.
func (w *row) continuesPairs(above *row) bool {
	if len(above.pieces) > 2 && strings.Contains(w.pieces[0].Text, table[target].spellings[0]) {
		return false
	}
	return w.page == above.page && w.head == nil && w.pieces[0].Index == 0 && holdsPairs(w.pieces)
}

// appendRow appends the cells of a row behind those of another.
func (w row) appendRow(next row) row {
	pieces := append(make([]piece, 0, len(w.pieces)+len(next.pieces)), w.pieces...)
	for _, p := range next.pieces {
		p.Index += w.width
		pieces = append(pieces, p)
	}
	w.pieces = pieces
	w.width += next.width
	return w
}
