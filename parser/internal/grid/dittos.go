package grid

import (
	"slices"
	"sort"

	"sheetconv/model"
)

// What writes 〃, 同上 or ↑ into the cells that a merged one covers says of each that it is
// the one above or beside it. A sheet prints the same for a value like the one above, or for
// one that grows. A few such cells are the sheet's, and so are those that stand alone in
// their rows; where rows have several, nobody can tell which are, and all are withheld: the
// grid's rows have none of them, and they are unmapped.

const (
	// leastDittos is how many such cells a row must have, and leastDittoRows how many such
	// rows a text, for them to be withheld; one row does with manyDittos.
	leastDittos, leastDittoRows, manyDittos = 2, 2, 5
	// leastArrows is how many arrows a row must have for them to be such cells.
	leastArrows = 3

	arrow = "↑"
)

// The lengths of these words: few cells need a closer look.
const shortDitto, longDitto = len("〃"), len("同上")

func isDitto(text string) bool { return text == "〃" || text == "同上" || text == arrow }

// dittosOf returns how many such cells a row has, and whether its arrows are some.
func dittosOf(row *Row) (count int, withArrows bool) {
	arrows := 0
	for i := range row.Cells {
		if text := row.Cells[i].Text; text == arrow {
			arrows++
		} else if isDitto(text) {
			count++
		}
	}
	if arrows < leastArrows {
		return count, false
	}
	return count + arrows, true
}

// withholdDittos takes such cells out of the rows, where they may be marks of merged cells.
func (c *cutter) withholdDittos() []Cell {
	rows, most := 0, 0
	for i := range c.rows {
		count, _ := dittosOf(&c.rows[i])
		if most = max(most, count); count >= leastDittos {
			rows++
		}
	}
	if rows < leastDittoRows && most < manyDittos {
		return nil
	}
	var withheld []Cell
	for i := range c.rows {
		row := &c.rows[i]
		count, withArrows := dittosOf(row)
		if count == 0 {
			continue
		}
		var kept []Cell
		for _, cell := range row.Cells {
			if isDitto(cell.Text) && (cell.Text != arrow || withArrows) {
				withheld = append(withheld, cell)
			} else {
				kept = append(kept, cell)
			}
		}
		row.Cells = kept
	}
	c.rows = slices.DeleteFunc(c.rows, func(row Row) bool { return len(row.Cells) == 0 })
	return withheld
}

// Dittos returns the cells that are withheld, in order: no row has them, and Unmapped gives
// them back.
func (g *Grid) Dittos() []Cell { return g.dittos }

// addDittos adds the cells that are withheld between two bytes to what is unmapped there.
func (g *Grid) addDittos(pieces []model.Unmapped, start, end int) []model.Unmapped {
	first := sort.Search(len(g.dittos), func(i int) bool { return int(g.dittos[i].Offset) >= start })
	for _, cell := range g.dittos[first:] {
		if int(cell.Offset) >= end {
			break
		}
		pieces = append(pieces, model.Unmapped{At: cell.At, Text: cell.Text})
	}
	slices.SortStableFunc(pieces, func(a, b model.Unmapped) int {
		switch {
		case a.At.Before(b.At):
			return -1
		case b.At.Before(a.At):
			return 1
		}
		return 0
	})
	return pieces
}
