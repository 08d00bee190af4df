package hadano

import (
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// alignRuns finds the tables whose columns stand below each other although
// blanks part their cells and empty ones vanish: between any two columns a gap
// runs through all rows. It numbers the cells of their rows by these columns.
func (f *facts) alignRuns(g *grid.Grid, rows []row) {
	run := 0
	for i := 0; i < len(rows); {
		last := i + 1
		for last < len(rows) && rows[last].page == rows[i].page && rows[last].line() == rows[last-1].line()+1 {
			last++
		}
		run++
		f.alignRun(g, rows[i:last], run)
		i = last
	}
}

func (w *row) line() int32 { return w.pieces[0].At.Line }

// leastRows is of how many rows a gap says something.
const leastRows = 3

// alignRun numbers the cells of rows that stand on consecutive lines.
func (f *facts) alignRun(g *grid.Grid, rows []row, run int) {
	var columns sheet.Columns
	tables, headed := 0, false
	for i := range rows {
		rows[i].run = run
		if rows[i].isOutside() {
			continue
		}
		if len(rows[i].pieces) > 1 {
			tables++
		}
		if _, ok := rows[i].readHeader(f); ok {
			headed = true
		}
		for _, p := range rows[i].pieces {
			columns.Add(g, p.Cell)
		}
	}
	if !headed || tables < leastRows {
		return
	}
	columns.Join()
	for i := range rows {
		if !rows[i].isOutside() && !standApart(rows[i].pieces, columns) {
			return
		}
	}
	for i := range rows {
		if rows[i].isOutside() {
			continue
		}
		for j := range rows[i].pieces {
			rows[i].pieces[j].Index = columns.Of(rows[i].pieces[j].Cell)
		}
		rows[i].width, rows[i].visible = int32(len(columns)), true
	}
}

// standApart reports whether no two cells of a row stand in one column.
func standApart(pieces []piece, columns sheet.Columns) bool {
	before := noColumn
	for _, p := range pieces {
		own := columns.Of(p.Cell)
		if own == before {
			return false
		}
		before = own
	}
	return true
}
