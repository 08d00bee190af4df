package grid

import (
	"strings"
	"unicode/utf8"

	"sheetconv/model"
)

// cutter walks a text once from front to back and collects its cells.
type cutter struct {
	text  string
	cells []Cell
	rows  []rowMark

	page    int
	line    int32 // line of the byte at counted
	counted int   // bytes up to which column has counted
	column  int32 // code points of the line before counted
}

// rowMark is a row whose cells begin at first; the slice of cells may still move.
type rowMark struct {
	first, width int
	line, page   int
}

func (c *cutter) cut(layout Layout) error {
	if layout == PipeCells {
		c.cutPipeCells()
		return c.check()
	}
	for start := 0; start < len(c.text); {
		end := strings.IndexAny(c.text[start:], "\n\f")
		if end < 0 {
			end = len(c.text)
		} else {
			end += start
		}
		next := c.cutLine(layout, start, end)
		if err := c.check(); err != nil {
			return err
		}
		if end < len(c.text) && c.text[end] == '\f' {
			c.page++
		}
		start = next
	}
	return nil
}

func (c *cutter) check() error {
	if len(c.cells) > MaxCells {
		return &TooManyCellsError{Line: int(c.line)}
	}
	return nil
}

// cutLine cuts the line from start to end and returns where the next begins.
func (c *cutter) cutLine(layout Layout, start, end int) int {
	line := c.text[start:end]
	if isSeparator(line) {
		return end + 1
	}
	switch layout {
	case Tabs:
		c.beginRow(start)
		c.cutTabs(start, end)
	case PipeRows:
		c.beginRow(start)
		end = c.cutPipes(start, end)
	default:
		c.beginRow(start)
		c.cutBlanks(start, end)
	}
	return end + 1
}

func (c *cutter) beginRow(offset int) {
	c.seek(offset)
	c.rows = append(c.rows, rowMark{first: len(c.cells), line: int(c.line), page: c.page})
}

func (c *cutter) cutTabs(start, end int) {
	index := 0
	for {
		next := strings.IndexByte(c.text[start:end], '\t')
		if next < 0 {
			break
		}
		c.add(start, start+next, index)
		start += next + 1
		index++
	}
	c.add(start, end, index)
	c.rows[len(c.rows)-1].width = index + 1
}

// cutPipes cuts a row of a pipe table. A row that began with a pipe and does
// not end with one goes on in the following lines, up to one that does or that
// begins with a pipe.
func (c *cutter) cutPipes(start, end int) int {
	lead := trimLeft(c.text[start:end])
	if strings.HasPrefix(lead, "|") {
		end = c.wrappedRow(end)
		start += strings.IndexByte(c.text[start:end], '|') + 1
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
	if trimSpace(c.text[start:end]) != "" {
		c.add(start, end, index)
		index++
	}
	c.rows[len(c.rows)-1].width = index
	return end
}

// maxWrappedLines is how many lines a cell of a pipe row may be wrapped over.
const maxWrappedLines = 40

func (c *cutter) wrappedRow(end int) int {
	first := end
	for lines := 0; end < len(c.text) && lines < maxWrappedLines; lines++ {
		if strings.HasSuffix(trimRight(c.text[max(0, end-8):end]), "|") {
			return end
		}
		next := strings.IndexByte(c.text[end+1:], '\n')
		if next < 0 {
			next = len(c.text) - end - 1
		}
		line := trimSpace(c.text[end+1 : end+1+next])
		if line == "" || line[0] == '|' || strings.IndexByte(line, '\f') >= 0 {
			break
		}
		end += 1 + next
	}
	if strings.HasSuffix(trimRight(c.text[max(0, end-8):end]), "|") {
		return end
	}
	return first
}

// indexPipe returns the first pipe that no backslash escapes, or -1.
func indexPipe(s string) int {
	for from := 0; ; {
		next := strings.IndexByte(s[from:], '|')
		if next < 0 {
			return -1
		}
		if at := from + next; at == 0 || s[at-1] != '\\' {
			return at
		}
		from += next + 1
	}
}

func (c *cutter) cutBlanks(start, end int) {
	cellStart, blanks, display := -1, 0, 0
	cellDisplay, lastEnd := 0, start
	for offset, r := range c.text[start:end] {
		width := displayWidth(r)
		switch {
		case isBlank(r):
			blanks++
		case cellStart >= 0 && blanks < 2:
			blanks = 0
		default:
			if cellStart >= 0 {
				c.add(cellStart, lastEnd, cellDisplay)
			}
			cellStart, cellDisplay, blanks = start+offset, display, 0
		}
		if blanks == 0 {
			lastEnd = start + offset + utf8.RuneLen(r)
		}
		display += width
	}
	if cellStart >= 0 {
		c.add(cellStart, lastEnd, cellDisplay)
	}
	c.rows[len(c.rows)-1].width = display
}

// displayWidth is how many columns a terminal gives the rune: East Asian wide
// characters take two. It needs to be right only for what sheets hold.
func displayWidth(r rune) int {
	switch {
	case r == '\f':
		return 0
	case r < 0x1100, r >= 0xff61 && r <= 0xffdc:
		return 1
	}
	return 2
}

// cutPipeCells cuts the whole text: one row for each page.
func (c *cutter) cutPipeCells() {
	c.beginRow(0)
	cellStart, index := 0, 0
	flush := func(end int) {
		c.add(cellStart, end, index)
		index++
	}
	for start := 0; start < len(c.text); {
		end := strings.IndexByte(c.text[start:], '\n')
		if end < 0 {
			end = len(c.text)
		} else {
			end += start
		}
		line := trimSpace(c.text[start:end])
		if strings.IndexByte(c.text[start:end], '\f') >= 0 || isSeparator(line) && strings.Contains(line, "|") {
			if trimSpace(c.text[cellStart:start]) != "" {
				flush(start)
			}
			cellStart = start
			if isSeparator(line) {
				cellStart = min(end+1, len(c.text))
			} else {
				c.rows[len(c.rows)-1].width = index
				c.page += strings.Count(c.text[start:end], "\f")
				c.beginRow(start)
				index = 0
			}
		}
		if cellStart <= start && strings.HasPrefix(line, "|") && trimSpace(c.text[cellStart:start]) == "" {
			line = c.skipLeadingPipe(line, start, &cellStart)
		}
		if strings.HasSuffix(line, "|") && cellStart <= end {
			flush(strings.LastIndexByte(c.text[:end], '|'))
			cellStart = min(end+1, len(c.text))
		}
		start = end + 1
	}
	if trimSpace(c.text[min(cellStart, len(c.text)):]) != "" {
		flush(len(c.text))
	}
	c.rows[len(c.rows)-1].width = index
}

// skipLeadingPipe passes over the pipe that begins a line such as `| 課題 |`;
// a pipe that stands alone is the end of an empty cell instead.
func (c *cutter) skipLeadingPipe(line string, start int, cellStart *int) string {
	if len(line) == 1 {
		return line
	}
	*cellStart = start + strings.IndexByte(c.text[start:], '|') + 1
	return trimLeft(line[1:])
}

// add appends the cell from start to end unless it is blank.
func (c *cutter) add(start, end, index int) {
	text := trimLeft(c.text[start:end])
	start = end - len(text)
	text = trimRight(text)
	if text == "" {
		return
	}
	c.seek(start)
	c.cells = append(c.cells, Cell{
		Text:   text,
		At:     model.Position{Line: c.line, Column: c.column + 1},
		Offset: int32(start),
		Index:  int32(index),
	})
}

// seek moves line and column on to the byte at offset.
func (c *cutter) seek(offset int) {
	passed := c.text[c.counted:offset]
	if last := strings.LastIndexByte(passed, '\n'); last >= 0 {
		c.line += int32(strings.Count(passed, "\n"))
		c.column = 0
		passed = passed[last+1:]
	}
	c.column += int32(utf8.RuneCountInString(passed))
	c.counted = offset
}

func (c *cutter) finish() []Row {
	rows := make([]Row, 0, len(c.rows))
	for i, mark := range c.rows {
		last := len(c.cells)
		if i+1 < len(c.rows) {
			last = c.rows[i+1].first
		}
		if mark.first == last {
			continue
		}
		rows = append(rows, Row{Cells: c.cells[mark.first:last:last], Width: mark.width, Line: mark.line, Page: mark.page})
	}
	return rows
}
