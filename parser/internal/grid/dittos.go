package grid

import (
	"slices"
	"sort"

	"sheetconv/model"
)

// What writes 〃 or 同上 into the cells that a merged one covers says of each that it is the
// one above or beside it. A sheet prints the same word for a value like the one above. A few
// such cells are the sheet's, and so are those that stand alone in their rows; where rows
// have several, nobody can tell which are, and all are withheld: the grid's rows have none
// of them, and they are unmapped.

// How many cells with such a word a row must have, and how many such rows a text, for them
// to be withheld.
const leastDittos, leastDittoRows = 2, 2

func isDitto(text string) bool { return text == "〃" || text == "同上" }

// The lengths of these words: few cells need a closer look.
const shortDitto, longDitto = len("〃"), len("同上")

// countDittos counts the cells of a row with such a word.
func countDittos(row *Row) int {
	count := 0
	for i := range row.Cells {
		if isDitto(row.Cells[i].Text) {
			count++
		}
	}
	return count
}

// withholdDittos takes the cells with such a word out of the rows, where they may be marks
// of merged cells.
func (c *cutter) withholdDittos() []Cell {
	rows := 0
	for i := range c.rows {
		if countDittos(&c.rows[i]) >= leastDittos {
			rows++
		}
	}
	if rows < leastDittoRows {
		return nil
	}
	var withheld []Cell
	for i := range c.rows {
		row := &c.rows[i]
		if countDittos(row) == 0 {
			continue
		}
		var kept []Cell
		for _, cell := range row.Cells {
			if isDitto(cell.Text) {
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
