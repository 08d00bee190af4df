package sheet

import (
	"cmp"
	"slices"

	"sheetconv/parser/internal/grid"
)

// Columns are the columns of a table whose cells blanks part, so that empty
// cells vanish: between any two columns a gap runs through all rows. Add the
// cells of all rows, then Join; the zero value has no column.
type Columns []columnSpan

// columnSpan is a part of a line, in columns as the grid counts them.
type columnSpan struct{ start, end int32 }

// Add notes where a cell of the grid stands.
func (c *Columns) Add(g *grid.Grid, cell grid.Cell) {
	*c = append(*c, columnSpan{cell.Index, cell.Index + g.WidthOf(cell)})
}

// Join makes one column of the cells that touch or overlap.
func (c *Columns) Join() {
	spans := *c
	slices.SortFunc(spans, func(a, b columnSpan) int { return cmp.Compare(a.start, b.start) })
	columns := spans[:0]
	for _, own := range spans {
		if last := len(columns) - 1; last >= 0 && own.start <= columns[last].end {
			columns[last].end = max(columns[last].end, own.end)
		} else {
			columns = append(columns, own)
		}
	}
	*c = columns
}

// Of returns the column, counted from 0, in which a cell begins.
func (c Columns) Of(cell grid.Cell) int32 {
	at, _ := slices.BinarySearchFunc(c, cell.Index, func(own columnSpan, start int32) int {
		if own.end <= start {
			return -1
		}
		return 1
	})
	return int32(at)
}
