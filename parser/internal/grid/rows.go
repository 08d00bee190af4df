package grid

import (
	"strings"
	"unicode/utf8"
)

// cutTabs cuts a line at its tabs, or commas. It returns the number of cells, and where
// the row ends: a cell in quotation marks may have several lines.
func (c *cutter) cutTabs(start, end int) (width, rowEnd int) {
	index := 0
	groups := c.groups && strings.Count(c.text[start:end], ",") != c.commas
	for {
		for c.quoted && c.delimiter == ',' && start < end && c.text[start] == ' ' {
			start++
		}
		if c.quoted && start < end && c.text[start] == '"' {
			if mark := c.quotedEnd(start); mark > 0 {
				c.add(start+1, mark, index)
				if start = mark + 1; mark > end {
					end = min(indexFrom(c.text, start, '\n'), c.feed)
				}
			}
		}
		next := strings.IndexByte(c.text[start:end], c.delimiter)
		for groups && next >= 0 && groupsDigits(c.text[:end], start+next) {
			further := strings.IndexByte(c.text[start+next+1:end], c.delimiter)
			if next += 1 + further; further < 0 {
				next = -1
			}
		}
		if next < 0 {
			c.add(start, end, index)
			return index + 1, end
		}
		c.add(start, start+next, index)
		start += next + 1
		index++
		for start < end && c.text[start] == c.delimiter {
			start++
			index++
		}
	}
}

// cutPipes cuts a row of a pipe table. It returns the number of cells, and
// where the row ends if it is wrapped over lines.
func (c *cutter) cutPipes(start, end int) (width, rowEnd int) {
	lead := trimLeft(c.text[start:end])
	start = end - len(lead)
	led := lead[0] == '|'
	if led {
		end = c.wrappedRow(start, end)
		start++
	} else if marks := headingMarks(lead); marks > 0 {
		start += marks
	}
	index := 0
	for {
		next := indexPipe(c.text[start:end])
		if next < 0 {
			break
		}
		c.add(start, start+next, index)
		start += next + 1
		index++
	}
	closed := trimLeft(c.text[start:end]) == ""
	if !closed {
		c.add(start, end, index)
		index++
	}
	c.table = table{}
	if led {
		c.table = table{columns: index, closed: closed}
	}
	return index, end
}

// maxWrappedLines is how many lines a row of a pipe table may be wrapped over.
const maxWrappedLines = 40

// wrappedRow returns where the row ends that begins with a pipe at start and
// whose first line ends at end. A row that does not end with a pipe goes on in
// the following lines up to one that does, where its table closes its rows. It
// ends with its first line if before that a blank line, another row, a heading
// or a form feed comes, or more cells than the table has columns: then what
// follows is prose.
func (c *cutter) wrappedRow(start, end int) int {
	line := trimRight(c.text[start:end])
	if endsWithPipe(line) || c.table.columns > 0 && !c.table.closed {
		return end
	}
	// Lines looked at here begin with no pipe, so that no other row will look
	// at them again but the one that each is by itself.
	pipes := countPipes(line)
	page := c.text[:c.feed]
	for last, lines := end, 1; last < len(page) && lines < maxWrappedLines; lines++ {
		from := last + 1
		last = indexFrom(page, from, '\n')
		line = trimSpace(page[from:last])
		if line == "" || line[0] == '|' || headingMarks(line) > 0 {
			break
		}
		pipes += countPipes(line)
		if c.table.columns > 0 && pipes > c.table.columns+1 {
			break
		}
		if endsWithPipe(line) {
			return last
		}
	}
	return end
}

func countPipes(line string) int {
	count := 0
	for {
		next := indexPipe(line)
		if next < 0 {
			return count
		}
		count++
		line = line[next+1:]
	}
}

// cutBlanks cuts a line at runs of blanks and returns how many display columns
// it takes.
func (c *cutter) cutBlanks(start, end int) int {
	cell, cellEnd, cellColumn := -1, start, 0
	gap, column := 0, 0
	for offset := start; offset < end; {
		r, size := rune(c.text[offset]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(c.text[offset:end])
		}
		offset += size
		switch {
		case r == '\t':
			gap += 2
			column += tabStop - column%tabStop
			continue
		case isBlank(r):
			if width := displayWidth(r); width > 0 {
				gap++
				column += width
			}
			continue
		case cell >= 0 && gap >= 2:
			c.add(cell, cellEnd, cellColumn)
			cell = -1
		}
		width := displayWidth(r)
		if cell < 0 {
			cell, cellColumn = offset-size, column
			// A mark that would combine with a blank takes its place.
			width = max(width, 1)
		}
		gap, cellEnd = 0, offset
		column += width
	}
	if cell >= 0 {
		c.add(cell, cellEnd, cellColumn)
	}
	return column
}

const tabStop = 8

// displayWidth is how many columns a terminal gives the rune: East Asian wide
// characters take two, and so do the signs that are wide in Japanese type. It
// needs to be right only for what sheets hold.
func displayWidth(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case r < 0x370, r == 0x3099, r == 0x309a, r >= 0xfe00 && r <= 0xfe0f, isZeroWidth(r):
		return 0
	case r < 0x1100, r >= 0xff61 && r <= 0xffdc:
		return 1
	case r >= 0x2000 && r <= 0x200a, r == 0x202f, r == 0x205f:
		return 1
	}
	return 2
}
