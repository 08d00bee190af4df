package markdown

import (
	"maps"
	"slices"
	"strings"

	"sheetconv/export/table"
)

// yearGrid is a table with fiscal years as columns.
type yearGrid struct {
	heads []string // of the columns before the years
	rows  []*yearRow
	years map[int]bool // 0 is what has none
}

// yearRow is a row of it; what stands in one cell several times is kept.
type yearRow struct {
	of    *yearGrid
	leads []string
	cells map[int][]string
}

func newYears(heads ...string) *yearGrid { return &yearGrid{heads: heads, years: map[int]bool{}} }

func (g *yearGrid) newRow() *yearRow { return &yearRow{of: g, cells: map[int][]string{}} }

func (g *yearGrid) take(row *yearRow) { g.rows = append(g.rows, row) }

// rowOf returns the row that begins with these cells, which is a new one where there
// is none.
func (g *yearGrid) rowOf(leads ...string) *yearRow {
	for _, row := range g.rows {
		if slices.Equal(row.leads, leads) {
			return row
		}
	}
	row := g.newRow()
	row.leads = leads
	g.take(row)
	return row
}

func (r *yearRow) add(year int, cell string) {
	r.of.years[year] = true
	r.cells[year] = append(r.cells[year], cell)
}

// grid lays the table out, with what has no year at the end.
func (g *yearGrid) grid(language string) *grid {
	order := slices.Sorted(maps.Keys(g.years))
	if len(order) > 0 && order[0] == 0 {
		order = append(order[1:], 0)
	}
	laid := newGrid(g.heads...)
	for _, fy := range order {
		head := year(fy)
		if fy == 0 {
			head = table.Words{English: "no year", Japanese: "年度なし"}.In(language)
		}
		laid.heads = append(laid.heads, head)
	}
	for _, row := range g.rows {
		cells := slices.Clone(row.leads)
		for _, fy := range order {
			cells = append(cells, strings.Join(row.cells[fy], " / "))
		}
		laid.row(cells...)
	}
	return laid
}
