package hadano

import (
	"strings"

	"sheetconv/parser/internal/sheet"
)

// cellCutter cuts the cells of a page that has no row ends into rows. The
// tables, and the state of one that goes on, hold across pages.
type cellCutter struct {
	*facts
	// width is that of the table's rows, 0 if not known yet.
	width int32
	block block
}

// page cuts the one row that a page is into the rows of its tables.
func (c *cellCutter) page(all row) []row {
	pieces, outside := partOutside(all.pieces)
	var rows []row
	start := int32(0)
	for i := 0; i < len(pieces); {
		at, begins := c.beginsRow(pieces, i, start)
		if begins {
			start = at
		}
		c.enter(pieces[i])
		end, next := i+1, all.width
		for end < len(pieces) {
			if at, begins := c.beginsRow(pieces, end, start); begins && at > pieces[end-1].Index {
				next = at
				break
			}
			end++
		}
		length := next - start
		if last := pieces[end-1].Index + 1 - start; end == len(pieces) && c.width > 0 && last <= c.width && length < 2*c.width {
			length = c.width // a line behind the last row counts for no cell of it
		}
		rows = c.cutTable(rows, pieces[i:end], start, length)
		i, start = end, next
	}
	for i := range rows {
		rows[i].page = all.page
	}
	return mergeOutside(rows, outside, all.page)
}

// partOutside takes the lines that stand outside the tables out of the cells,
// into which they were drawn because nothing ends a row.
func partOutside(pieces []piece) (inside []piece, outside []row) {
	inside = make([]piece, 0, len(pieces))
	for i, p := range pieces {
		for p.label == noLabel {
			end := strings.IndexByte(p.Text, '\n')
			if end < 0 {
				end = len(p.Text)
			}
			line := p.Slice(0, end)
			edge := i == 0 || i+1 == len(pieces) || sheet.IsMarkedPageNumber(line.Text)
			if !isOutside(line.Text) || sheet.IsPageNumber(line.Text) && !edge || isNote(line.Text) && end == len(p.Text) && i+1 < len(pieces) {
				break
			}
			outside = append(outside, row{pieces: []piece{{Cell: line}}, width: 1})
			if end == len(p.Text) {
				p.Text = ""
				break
			}
			p.Cell = p.Slice(end, len(p.Text))
			p.label, _ = labels.Find(p.Text)
		}
		if p.Text != "" {
			inside = append(inside, p)
		}
	}
	return inside, outside
}

// mergeOutside puts the lines back between the rows, by where they stand.
func mergeOutside(rows, outside []row, page int) []row {
	merged := make([]row, 0, len(rows)+len(outside))
	for _, own := range rows {
		for len(outside) > 0 && outside[0].pieces[0].Offset < own.pieces[0].Offset {
			outside[0].page = page
			merged = append(merged, outside[0])
			outside = outside[1:]
		}
		merged = append(merged, own)
	}
	for _, line := range outside {
		line.page = page
		merged = append(merged, line)
	}
	return merged
}

// beginsRow reports whether a row begins at the cell, or a few empty cells
// before it, given where the row above begins.
func (c *cellCutter) beginsRow(pieces []piece, i int, start int32) (at int32, begins bool) {
	p := pieces[i]
	far := c.width == 0 || p.Index-start >= c.width-1
	switch p.label {
	case noLabel:
		if years, _ := c.yearsOf(p.Text); len(years) == 0 || !c.followedByYear(pieces, i) {
			return 0, false
		}
		before := piece{}
		if i > 0 {
			before = pieces[i-1]
		}
		if years, _ := c.yearsOf(before.Text); len(years) > 0 || before.label == indicatorHead || before.label == initiativeHead {
			return 0, false
		}
		return p.Index - 1, true
	case indicatorHead:
		if c.block != initiativeRows {
			return p.Index - 2, true
		}
		return p.Index, far
	case effect, nextText:
		return p.Index, far
	case overview:
		return p.Index, c.block != indicatorRows
	case yearlyGoal:
		return p.Index, c.block != initiativeRows
	}
	return p.Index, p.label.entry().row
}

func (f *facts) followedByYear(pieces []piece, i int) bool {
	if i+1 >= len(pieces) || pieces[i+1].Index != pieces[i].Index+1 {
		return false
	}
	years, _ := f.yearsOf(pieces[i+1].Text)
	return len(years) > 0 || countsOn(pieces[i].Text, pieces[i+1].Text)
}

// cutTable cuts the cells from one row's label to the next into rows.
func (c *cellCutter) cutTable(rows []row, pieces []piece, start, length int32) []row {
	width := c.rowWidth(pieces, length)
	for _, row := range sheet.CutRows(pieces, start, width) {
		first := row[0].Index - start
		rows = append(rows, newCutRow(row, start+first-first%width, width))
	}
	return rows
}

// enter notes the table that a row's label opens.
func (c *cellCutter) enter(first piece) {
	switch first.label {
	case themeName:
		c.block, c.width = themeHead, 0
	case indicatorHead:
		if c.block != initiativeRows {
			c.block, c.width = indicatorRows, 0
		}
	case activityIndicator, outcomeIndicator:
		c.block = indicatorRows
	case initiativeHead:
		c.block, c.width = initiativeRows, 0
	case initiativeName:
		c.block = initiativeRows
	case noLabel:
		if c.isYear(first) {
			c.width = 0
			if c.block != initiativeRows {
				c.block = yearlyRows
			}
		}
	}
}

func (f *facts) isYear(p piece) bool {
	years, _ := f.yearsOf(p.Text)
	return len(years) > 0
}

// rowWidth returns how many cells the rows have that begin with the pieces; the
// first row of a table tells for those below. The second row of a pair goes with
// a label in the same column.
func (c *cellCutter) rowWidth(pieces []piece, length int32) int32 {
	if c.width == 0 {
		c.width = max(1, length)
		return c.width
	}
	if length%c.width == 0 {
		return c.width
	}
	column := noColumn
	for _, p := range pieces[1:] {
		switch p.label {
		case target, selfEvaluation, selfReason:
			if column == noColumn {
				column = p.Index
			}
		case actual, nextYear:
			if period := p.Index - column; column != noColumn && period >= c.width-1 && period < 2*c.width {
				return period
			}
		}
	}
	if length < 2*c.width {
		return length
	}
	return c.width
}

func newCutRow(pieces []piece, start, width int32) row {
	own := row{pieces: make([]piece, len(pieces)), width: width}
	copy(own.pieces, pieces)
	for i := range own.pieces {
		own.pieces[i].Index -= start
	}
	return own
}
