package grid

import (
	"slices"
	"strconv"
	"strings"
)

// pandas prints an index before the rows of a table: 0, 1, 2 and so on under an empty head,
// and, where the table has no head of its own, the numbers of the columns above. Neither is
// of the sheet, and all other cells stand one further to the right for it.

// indexColumn is the rows from first to end with such a number, and the head above them.
type indexColumn struct{ head, first, end int }

// leastIndexed is how many rows tell an index by themselves, and that many columns and one
// more a head of numbers: fewer may be figures, which they are not where another table of
// the text has an index, or such a head.
const leastIndexed = 2

// dropIndexColumns takes the columns that are an index out of the rows.
func (c *cutter) dropIndexColumns(layout Layout) {
	var found []indexColumn
	var heads []int // that are the numbers of the columns alone
	longest, widest, empty := 0, 0, len(c.empty)
	for i := 0; i < len(c.rows); i++ {
		if !isNumbered(&c.rows[i], 0) {
			continue
		}
		if c.isNumberHead(i) {
			heads = append(heads, i)
		} else if column, ok := c.indexColumnAt(i); ok {
			found = append(found, column)
			longest = max(longest, column.end-column.first)
			i = column.end - 1
		}
	}
	for _, head := range heads {
		widest = max(widest, len(c.rows[head].Cells))
	}
	for _, head := range heads {
		if widest > leastIndexed {
			c.setAside(&c.rows[head], len(c.rows[head].Cells))
		}
	}
	for _, column := range found {
		if longest >= leastIndexed {
			c.dropIndexColumn(column, layout)
		}
	}
	if len(c.empty) == empty {
		return
	}
	c.rows = slices.DeleteFunc(c.rows, func(row Row) bool { return len(row.Cells) == 0 })
}

// isNumbered reports whether the first cell of a row with others is a number.
func isNumbered(row *Row, number int) bool {
	text := row.Cells[0].Text
	if first := text[0]; first < '0' || first > '9' || number == 0 && text != "0" {
		return false // as nearly all begin
	}
	return row.Cells[0].Index == 0 && row.Width > 1 && text == strconv.Itoa(number)
}

// indexColumnAt returns the index whose 0 stands in a row: all rows of the table have a
// number, and the head above has none.
func (c *cutter) indexColumnAt(first int) (column indexColumn, ok bool) {
	column = indexColumn{head: first - 1, first: first, end: first + 1}
	if first == 0 || c.rows[column.head].Cells[0].Index == 0 || !c.isNextRow(first) {
		return column, false
	}
	for column.end < len(c.rows) && c.isNextRow(column.end) && isNumbered(&c.rows[column.end], column.end-first) {
		column.end++
	}
	endsTable := column.end == len(c.rows) || !c.isNextRow(column.end)
	return column, endsTable
}

// isNextRow reports whether nothing but the rules of a table stands between a row and the
// one above it.
func (c *cutter) isNextRow(row int) bool {
	above, own := &c.rows[row-1], &c.rows[row]
	if above.Page != own.Page {
		return false
	}
	between := c.text[above.Cells[len(above.Cells)-1].end():own.Cells[0].Offset]
	_, between, _ = strings.Cut(between, "\n")
	for {
		line, rest, more := strings.Cut(between, "\n")
		if !more {
			return true // the row's own
		}
		if !isSeparator(line) {
			return false
		}
		between = rest
	}
}

// dropIndexColumn takes an index out of its rows.
func (c *cutter) dropIndexColumn(column indexColumn, layout Layout) {
	if head := &c.rows[column.head]; isColumnNumbers(head.Cells) {
		c.setAside(head, len(head.Cells))
	}
	for row := column.first; row < column.end; row++ {
		c.setAside(&c.rows[row], 1)
	}
	if layout == Blanks {
		return // there each cell has the place at which it stands
	}
	for row := column.head; row < column.end; row++ {
		own := &c.rows[row]
		own.Width--
		for i := range own.Cells {
			own.Cells[i].Index--
		}
	}
}

// isNumberHead reports whether a row is the numbers of all columns, at the head of a table
// that has no index.
func (c *cutter) isNumberHead(row int) bool {
	own := &c.rows[row]
	isFirst := row == 0 || !c.isNextRow(row)
	return isFirst && len(own.Cells) == own.Width && isColumnNumbers(own.Cells) && row+1 < len(c.rows) && c.isNextRow(row+1)
}

// isColumnNumbers reports whether cells are the numbers of all columns, from 0 on.
func isColumnNumbers(cells []Cell) bool {
	for i := range cells {
		if cells[i].Text != strconv.Itoa(i) {
			return false
		}
	}
	return len(cells) >= leastIndexed
}

// setAside takes the first cells out of a row.
func (c *cutter) setAside(row *Row, count int) {
	for _, cell := range row.Cells[:count] {
		c.empty = append(c.empty, stretch{int(cell.Offset), cell.end()})
	}
	row.Cells = row.Cells[count:]
}
