package hadano

import "sheetconv/parser/internal/grid"

// joinBrokenHeads joins the rows of years that a line end has parted between two cells.
func (f *facts) joinBrokenHeads(g *grid.Grid, rows []row) []row {
	if g.Layout != grid.Tabs {
		return rows
	}
	kept := rows[:0]
	for i := range rows {
		if len(kept) > 0 && f.continuesHead(&kept[len(kept)-1], &rows[i]) {
			kept[len(kept)-1] = kept[len(kept)-1].appendRow(rows[i])
		} else {
			kept = keep(kept, rows, i)
		}
	}
	return kept
}

// continuesHead reports whether a row holds the years that those of the row above lack:
// they begin in its first column, in which no head of years has one.
func (f *facts) continuesHead(above, w *row) bool {
	first := w.pieces[0]
	if w.page != above.page || first.Index != 0 || !f.isHeadCell(first) || !f.areHeadCells(w.pieces) {
		return false
	}
	years := above.pieces
	if l := above.first(); l == initiativeHead || l == indicatorHead {
		years = years[1:]
	}
	if len(years) == 0 {
		return first.label != total
	}
	last := years[len(years)-1]
	return f.isYear(last) && f.areHeadCells(years) && (first.label == total || f.yearOf(first.Text) == f.yearOf(last.Text)+1)
}

func (f *facts) areHeadCells(pieces []piece) bool {
	for _, p := range pieces {
		if !f.isHeadCell(p) {
			return false
		}
	}
	return true
}
