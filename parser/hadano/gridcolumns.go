package hadano

import (
	"slices"

	"sheetconv/parser/internal/grid"
)

// otherColumns is the run of a row that does not stand in the columns of its table.
const otherColumns = -1

// closeGridColumns numbers the cells of tables anew that were drawn on fine columns: each
// printed column is made of several, of which the first holds the cell.
func (r *reader) closeGridColumns(rows []row) {
	if r.Grid.Layout == grid.Blanks || r.Grid.Layout == grid.PipeCells {
		return
	}
	for i := range rows {
		if rows[i].head == nil || rows[i].head.Columns {
			continue
		}
		years := rows[i].gridYears(r.facts)
		if years == nil {
			continue
		}
		end := i + 1
		for end < len(rows) && rows[end].head == nil && !rows[end].isThemeHead() {
			end++
		}
		if closeGaps(rows[i:end], years) {
			head, _ := rows[i].readHeader(r.facts)
			rows[i].head = &head
		}
	}
}

// gridYears returns the columns of the years, and of the total, of a head that prints each
// in a cell of its own, with gaps between these; nil where there are none.
func (w *row) gridYears(f *facts) []int32 {
	var columns []int32
	years := 0
	for _, p := range w.pieces {
		switch {
		case p.label == total && years > 0:
		case p.label != noLabel || years == 0 && !f.isYear(p):
			continue
		default:
			years++
		}
		columns = append(columns, p.Index)
	}
	if years != w.head.Count {
		return nil
	}
	return columns
}

// closeGaps numbers the cells of rows by the columns that any of them fills, given those
// of the years in the first. It is false where most rows with values of years have some
// in other columns, or have none for an empty cell of it: then none is changed.
func closeGaps(rows []row, years []int32) bool {
	first := years[0]
	columns := slices.Clone(years)
	inside, moved := 0, 0
	for i := range rows {
		if rows[i].isOutside() {
			continue
		}
		pieces := rows[i].pieces
		switch {
		case !standIn(pieces, years) || rows[i].width < rows[0].width && !rows[i].trimmed:
			moved++
			continue
		case pieces[len(pieces)-1].Index >= first:
			inside++
		}
		for _, p := range pieces {
			if at, found := slices.BinarySearch(columns, p.Index); !found {
				columns = slices.Insert(columns, at, p.Index)
			}
		}
	}
	if moved >= inside {
		return false
	}
	for i := range rows {
		w := &rows[i]
		if w.isOutside() {
			continue
		}
		if !standIn(w.pieces, years) {
			w.run = otherColumns
			continue
		}
		for j := range w.pieces {
			at, _ := slices.BinarySearch(columns, w.pieces[j].Index)
			w.pieces[j].Index = int32(at)
		}
		width, _ := slices.BinarySearch(columns, w.width)
		w.width = int32(width)
	}
	return true
}

// standIn reports whether the cells from the first year on stand in the columns of the
// years.
func standIn(pieces []piece, years []int32) bool {
	for _, p := range pieces {
		if p.Index < years[0] {
			continue
		}
		if _, found := slices.BinarySearch(years, p.Index); !found {
			return false
		}
	}
	return true
}
