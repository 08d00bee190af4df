package parser_test

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// The kinds of damage that leave every cell as it is, or change how it is set.

// header returns the rows of labels that stand over a row of a table in tabs.
func (d *damager) header(row int) []damagedRow {
	isHeader := func(r int) bool {
		labels := 0
		for _, cell := range d.rows[r].cells {
			switch {
			case d.isLabel(cell):
				labels++
			case isFilled(cell):
				return false
			}
		}
		return labels > 1
	}
	isBlankRow := func(r int) bool { return !slices.ContainsFunc(d.rows[r].cells, isFilled) }
	last := row - 1
	for last >= 0 && !isHeader(last) && !isBlankRow(last) {
		last--
	}
	first := last
	for first > 0 && isHeader(first) && isHeader(first-1) {
		first--
	}
	if last < 0 || isBlankRow(last) {
		return nil
	}
	return repeated(d.rows[first : last+1])
}

// repeated returns rows as they are printed once more.
func repeated(rows []damagedRow) []damagedRow {
	var copies []damagedRow
	for _, row := range rows {
		copied := damagedRow{}
		for _, cell := range row.cells {
			copied.cells = append(copied.cells, damagedCell{text: cell.text, ownPipe: cell.ownPipe})
		}
		copies = append(copies, copied)
	}
	return copies
}

// runningHead returns the cells at the head of a sheet without rows that each
// page repeats: up to the item's name.
func (d *damager) runningHead() []damagedCell {
	name := squash(d.clean.itemName)
	for i, cell := range d.rows[0].cells {
		if squash(cell.text) == name && name != "" && i < 12 {
			return repeated([]damagedRow{{cells: d.rows[0].cells[:i+1]}})[0].cells
		}
	}
	return nil
}

// breakPage breaks the page before a row: a form feed, or only blank lines, then
// the running head and the head of the table where the form has them.
func breakPage(d *damager) bool {
	if d.pipes {
		return breakPageOfCells(d)
	}
	p, found := d.pick(func(cells []damagedCell, i int) bool { return i == 0 && d.isDataRow(cells) })
	if !found {
		return false
	}
	var page []damagedRow
	if title := squash(d.clean.title); title != "" && d.IntN(2) == 0 {
		page = append(page, damagedRow{cells: []damagedCell{{text: d.clean.title}}}, blankRow())
	}
	if d.IntN(2) == 0 {
		page = append(page, d.header(p.row)...)
	}
	feed := d.IntN(3) > 0
	page = append([]damagedRow{blankRow()}, page...)
	if feed {
		page = append(page, blankRow())[:max(2, len(page))]
	}
	d.rows = slices.Insert(d.rows, p.row, page...)
	d.moveTouched(p.row, len(page))
	if feed {
		d.rows[p.row+1].formFeed = true
	}
	return true
}

func blankRow() damagedRow { return damagedRow{cells: []damagedCell{{}}} }

// moveTouched keeps the account of touched rows right where rows were put in.
func (d *damager) moveTouched(from, count int) {
	moved := map[int]bool{}
	for row := range d.touched {
		if row >= from {
			row += count
		}
		moved[row] = true
	}
	d.touched = moved
}

func breakPageOfCells(d *damager) bool {
	p, found := d.pick(func(cells []damagedCell, i int) bool { return i > len(d.runningHead()) })
	if !found {
		return false
	}
	row := d.rows[p.row]
	head := d.runningHead()
	if d.IntN(3) == 0 {
		head = nil
	}
	next := damagedRow{cells: append(head, row.cells[p.cell:]...), formFeed: true}
	d.rows[p.row].cells = row.cells[:p.cell:p.cell]
	d.rows = slices.Insert(d.rows, p.row+1, next)
	return true
}

// repeatHeader prints the head of a table once more in its middle.
func repeatHeader(d *damager) bool {
	if d.pipes {
		head := d.runningHead()
		p, found := d.pick(func(_ []damagedCell, i int) bool { return i > len(head) })
		if found {
			d.insert(p, head...)
		}
		return found && head != nil
	}
	p, found := d.pick(func(cells []damagedCell, i int) bool { return i == 0 && d.isDataRow(cells) })
	if !found {
		return false
	}
	head := d.header(p.row)
	d.rows = slices.Insert(d.rows, p.row, head...)
	d.moveTouched(p.row, len(head))
	return len(head) > 0
}

// trimTrailing cuts the empty cells at the end of every row.
func trimTrailing(d *damager) bool {
	done := false
	for r := range d.rows {
		row := &d.rows[r]
		for len(row.cells) > 1 && !isFilled(row.cells[len(row.cells)-1]) {
			row.cells = row.cells[:len(row.cells)-1]
			done = true
		}
	}
	return done
}

// extraTrailing adds empty cells at the end of a row.
func extraTrailing(d *damager) bool {
	p, found := d.pick(func(cells []damagedCell, i int) bool { return i+1 == len(cells) && len(cells) > 1 })
	if found {
		d.insert(place{p.row, p.cell + 1}, make([]damagedCell, 1+d.IntN(5))...)
	}
	return found
}

// longestSpacedLabel is how long a label is that is set with blanks.
const longestSpacedLabel = 12

// spacesInLabel sets a label with blanks between its characters.
func spacesInLabel(d *damager) bool {
	p, found := d.pick(func(cells []damagedCell, i int) bool {
		text := cells[i].text
		count := utf8.RuneCountInString(text)
		return d.isLabel(cells[i]) && count > 1 && count <= longestSpacedLabel &&
			strings.IndexFunc(text, func(r rune) bool { return !isJapanese(r) }) < 0
	})
	if found {
		cell := d.cell(p)
		cell.text = strings.Join(strings.Split(cell.text, ""), " ")
	}
	return found
}

// wide sets ASCII in full width. Blanks stay: they may part words.
func wide(text string) string {
	return strings.Map(func(r rune) rune {
		if r > ' ' && r < 0x7f {
			return r + 0xfee0
		}
		return r
	}, text)
}

// fullWidth sets a row in full width; of a sheet without rows, a cell.
func fullWidth(d *damager) bool {
	p, found := d.pick(func(cells []damagedCell, i int) bool {
		return wide(cells[i].text) != cells[i].text && !strings.Contains(cells[i].text, "<")
	})
	if !found {
		return false
	}
	if d.pipes {
		d.cell(p).text = wide(d.cell(p).text)
		return true
	}
	for i := range d.rows[p.row].cells {
		if cell := d.cell(place{p.row, i}); !strings.Contains(cell.text, "<") {
			cell.text = wide(cell.text)
		}
	}
	return true
}

// strayQuote leaves the quotation mark of a table file at a cell.
func strayQuote(d *damager) bool {
	p, found := d.pick(func(cells []damagedCell, i int) bool {
		return isFilled(cells[i]) && !strings.Contains(cells[i].text, "<")
	})
	if !found {
		return false
	}
	cell := d.cell(p)
	switch d.IntN(3) {
	case 0:
		cell.text = `"` + cell.text
	case 1:
		cell.text += `"`
	default:
		cell.text = `"` + cell.text + `"`
	}
	return true
}
