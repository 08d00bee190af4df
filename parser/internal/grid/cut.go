package grid

import (
	"slices"
	"strings"

	"sheetconv/model"
)

// cutter walks a text once from front to back and collects its cells.
type cutter struct {
	text  string
	cells []Cell
	rows  []Row
	limit int // of cells
	err   error

	row   Row // the one being cut
	first int // its first cell
	page  int

	// line and column are those of the byte at counted: column is the number
	// of code points before it. newline and feed are the next line end and form
	// feed; they are kept because looking for them from every row again would
	// take quadratic time where a line holds many rows, or a page many lines.
	line, column  int32
	counted       int
	newline, feed int
	piped         bool // there are pipes in the text
	quoted        bool // there may be cells in quotation marks
	delimiter     byte // parts cells in Tabs
	// groups is set where commas part cells and may group the digits of a number, too, in
	// lines that have not as many as most, which is commas.
	groups bool
	commas int

	// table says what is known of the pipe table around the row. openPipes is set
	// where no pipes stand around the rows of the text.
	table     table
	openPipes bool

	// empty are the cells that say that they are empty, dittos is how many say that they
	// are as another.
	empty  []stretch
	dittos int
}

// table is what the rows of a pipe table so far say about the next one.
type table struct {
	columns int  // 0 before the first row
	closed  bool // the last row ended with a pipe
}

// The least input that a cell and a row take up on average: what the slices
// are made for at once. Where they are denser, the slices grow.
const (
	bytesPerCell = 16
	bytesPerRow  = 32
)

// cutText cuts a text into rows; it fails if there are more than limit cells. They
// take the room of those that were kept. The text of what it returns is that which was cut,
// with blanks in the place of what stands for empty cells.
func cutText(text string, layout Layout, limit int, kept room) (room, error) {
	lines := strings.Count(text, "\n") + 1
	delimiters := lines
	if layout == Tabs && IsWebPage(text) {
		return cutShown(readPage(text, limit), limit, kept)
	}
	var shown *pageText
	if escapes := findEscapes(text, layout); len(escapes) > 0 {
		shown = withoutEscapes(text, escapes)
		text = shown.text
	}
	switch layout {
	case Tabs:
		delimiters += strings.Count(text, "\t")
	case PipeRows:
		delimiters += strings.Count(text, "|")
	case Blanks:
		delimiters = len(text)
	}
	c := newCutter(text, limit, kept, delimiters)
	if layout == Tabs {
		if strings.IndexByte(text, '\t') < 0 && hasCommas(text) {
			c.delimiter = ','
			c.commas, c.groups = usualCommas(text), !quotesFigures(text)
		}
		c.quoted = hasQuoted(text, c.delimiter)
	}
	c.openPipes = layout == PipeRows && hasOpenPipes(text)
	switch {
	case layout == PipeCells:
		cutPages(&c)
	default:
		c.rows = emptied(c.rows, min(lines, limit, len(text)/bytesPerRow+1))
		c.cutLines(layout)
	}
	c.finish()
	var dittos []Cell
	if layout != PipeCells && c.err == nil {
		c.dropIndexColumns(layout)
		if layout != Blanks && c.dittos > 0 {
			dittos = c.withholdDittos()
		}
	}
	return room{cells: c.cells, rows: c.rows, claimed: kept.claimed, page: shown, text: withBlanks(text, c.empty), dittos: dittos}, c.err
}

// newCutter returns a cutter of a text with about so many cells, that parts them by tabs.
func newCutter(text string, limit int, kept room, cells int) cutter {
	return cutter{
		text:      text,
		limit:     limit,
		cells:     emptied(kept.cells, min(cells, limit, len(text)/bytesPerCell+1)),
		rows:      kept.rows[:0],
		line:      1,
		newline:   indexFrom(text, 0, '\n'),
		piped:     strings.IndexByte(text, '|') >= 0,
		feed:      indexFrom(text, 0, '\f'),
		delimiter: '\t',
	}
}

// cutLines cuts a text in which lines are rows.
func (c *cutter) cutLines(layout Layout) {
	for start := 0; start < len(c.text) && c.err == nil; {
		end := c.lineEnd(start)
		if start < end {
			end = c.cutLine(layout, start, end)
		} else {
			c.table = table{}
		}
		if c.isFeed(end) {
			c.page++
			c.table = table{}
		}
		start = end + 1
	}
}

// lineEnd moves on to start and returns the next line end or form feed.
func (c *cutter) lineEnd(start int) int {
	c.seek(start)
	if c.feed < start {
		c.feed = indexFrom(c.text, start, '\f')
	}
	return min(c.newline, c.feed)
}

// isFeed reports whether a form feed stands at offset.
func (c *cutter) isFeed(offset int) bool { return offset < len(c.text) && c.text[offset] == '\f' }

// cutLine cuts the line from start to end and returns where its row ends.
func (c *cutter) cutLine(layout Layout, start, end int) int {
	line := c.text[start:end]
	if isSeparator(line) {
		return end
	}
	if mayMarkPage[line[0]] && marksPage(line) {
		c.empty = append(c.empty, stretch{start, end})
		c.table = table{}
		return end
	}
	c.beginRow()
	switch {
	case layout == Blanks:
		c.endRow(c.cutBlanks(c.headingText(start, end)))
	case c.openPipes && indexPipe(line) >= 0:
		c.endRow(c.cutOpenPipes(start, end))
	case c.piped && isPiped(layout, line):
		var width int
		width, end = c.cutPipes(start, end)
		c.endRow(width)
	default:
		c.table = table{}
		from, to := c.headingText(start, end)
		if layout == PipeRows {
			// Tabs that indent a line of Markdown part nothing.
			from = to - len(trimLeft(c.text[from:to]))
		}
		quoted := c.quoted
		c.quoted = quoted && from == start // a heading is no row of a spreadsheet
		width, rowEnd := c.cutTabs(from, to)
		c.quoted = quoted
		c.endRow(width)
		if rowEnd > to {
			return rowEnd
		}
	}
	return end
}

// isPiped reports whether a line is to be cut at its pipes.
func isPiped(layout Layout, line string) bool {
	if layout == PipeRows {
		return indexPipe(line) >= 0
	}
	if strings.IndexByte(line, '|') < 0 || strings.IndexByte(line, '\t') >= 0 {
		return false
	}
	line = trimSpace(line)
	return len(line) > 1 && line[0] == '|' && endsWithPipe(line)
}

// headingText returns where the text of a line begins and ends without the
// marks of a Markdown heading.
func (c *cutter) headingText(start, end int) (from, to int) {
	from = start
	for from < end && from < start+3 && c.text[from] == ' ' {
		from++
	}
	marks := headingMarks(c.text[from:end])
	if marks == 0 {
		return start, end
	}
	text := trimRight(c.text[from+marks : end])
	return from + marks, from + marks + len(text) - closingMarks(text)
}

// beginRow begins a row at the place that seek has gone to.
func (c *cutter) beginRow() {
	c.row = Row{Line: int(c.line), Page: c.page}
	c.first = len(c.cells)
}

// endRow keeps the row if it has cells.
func (c *cutter) endRow(width int) {
	if len(c.cells) > c.first {
		c.row.Width = width
		c.row.Cells = c.cells[c.first:]
		c.rows = append(withRoom(c, c.rows), c.row)
	}
}

// add appends the cell from start to end unless it is blank.
func (c *cutter) add(start, end, index int) {
	text := c.text[start:end]
	if text == "" {
		return
	}
	if !beginsInkByte[text[0]] {
		text = trimLeft(text)
		start = end - len(text)
	}
	if text = trimRight(text); text == "" {
		return
	}
	if mayShowNothing[text[0]] && showsNothing(text, index) {
		c.empty = append(c.empty, stretch{start, start + len(text)})
		return
	}
	c.seek(start)
	c.push(Cell{
		Text:   text,
		At:     model.Position{Line: c.line, Column: c.column + 1},
		Offset: int32(start),
		Index:  int32(index),
	})
}

// push appends a cell. At the limit it notes the error instead and goes on, so
// that only the loops over lines need to look at it.
func (c *cutter) push(cell Cell) {
	if size := len(cell.Text); (size == shortDitto || size == longDitto) && isDitto(cell.Text) {
		c.dittos++
	}
	switch {
	case len(c.cells) < min(cap(c.cells), c.limit):
		c.cells = append(c.cells, cell)
	case len(c.cells) < c.limit:
		c.cells = append(withRoom(c, c.cells), cell)
	case c.err == nil:
		c.err = &TooManyCellsError{Line: int(cell.At.Line)}
	}
}

// emptied returns the slice without its elements, or another, with room for so many.
func emptied[T any](s []T, room int) []T {
	if cap(s) >= room {
		return s[:0]
	}
	return make([]T, 0, room)
}

// withRoom returns the slice with room for one more. It grows once to what the
// whole text will need if it goes on like this, because what append leaves
// behind on the way to many cells is several times their size.
func withRoom[T any](c *cutter, s []T) []T {
	if len(s) < cap(s) {
		return s
	}
	total := float64(len(s)) * float64(len(c.text)) / float64(max(c.counted, 1))
	return slices.Grow(s, max(min(int(total), c.limit)-len(s), len(s)/4)+16)
}

// seek moves line and column on to the byte at offset.
func (c *cutter) seek(offset int) {
	for c.newline < offset {
		c.line++
		c.column = 0
		c.counted = c.newline + 1
		c.newline = indexFrom(c.text, c.counted, '\n')
	}
	if c.counted < offset {
		c.column += runeCount(c.text[c.counted:offset])
		c.counted = offset
	}
}

// finish lets all rows share the last of the slices that the cells were moved
// to while it grew, and lets nobody append to a row's cells.
func (c *cutter) finish() []Row {
	first := 0
	for i := range c.rows {
		next := first + len(c.rows[i].Cells)
		c.rows[i].Cells = c.cells[first:next:next]
		first = next
	}
	return c.rows
}
