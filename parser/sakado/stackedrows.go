package sakado

import (
	"strings"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// stackedRow is an indicator whose cells have several lines: its name and its values.
type stackedRow struct {
	name   []*stackedPiece
	values [maxValueCount][]*stackedPiece
}

// indicatorCuts parts the lines of an item into its indicators.
type indicatorCuts struct {
	*stackedPage
	first, end int
	names      []*stackedPiece
	values     [][]*stackedPiece
	width      fill
	// states are the costs of values that were read before.
	read map[string]int32
}

// maxRowLines is how many lines an indicator may have.
const maxRowLines = 12

// indicatorRows returns the indicators that stand on the lines from first to the one before
// end.
func (p *stackedPage) indicatorRows(first, end int) []stackedRow {
	c := indicatorCuts{stackedPage: p, first: first, end: end, names: linesIn(p.of(nameColumn), first, end), read: map[string]int32{}}
	c.width = fillOf(p.of(nameColumn))
	for i := range p.head.columns {
		if v := p.head.columns[i].column; v >= baselineColumn && v <= actualColumn {
			c.values = append(c.values, linesIn(p.pieces[i], first, end))
		}
	}
	lines := c.usedLines()
	costs, begins := make([]int32, len(lines)+1), make([]int, len(lines)+1)
	for to := 1; to <= len(lines); to++ {
		costs[to] = farCost
		for from := max(0, to-maxRowLines); from < to; from++ {
			cost := costs[from] + c.cost(lines[from], lines[to-1]+1)
			if from > 0 {
				cost += c.partCost(lines[from])
			}
			if cost < costs[to] {
				costs[to], begins[to] = cost, from
			}
		}
	}
	var rows []stackedRow
	for to := len(lines); to > 0; to = begins[to] {
		rows = append([]stackedRow{c.row(lines[begins[to]], lines[to-1]+1)}, rows...)
	}
	return rows
}

// usedLines returns the lines with names or values.
func (c *indicatorCuts) usedLines() []int {
	var lines []int
	for line := c.first; line < c.end; line++ {
		used := len(linesIn(c.names, line, line+1)) > 0
		for _, pieces := range c.values {
			used = used || len(linesIn(pieces, line, line+1)) > 0
		}
		if used {
			lines = append(lines, line)
		}
	}
	return lines
}

func (c *indicatorCuts) row(first, end int) stackedRow {
	row := stackedRow{name: linesIn(c.names, first, end)}
	for i, pieces := range c.values {
		row.values[i] = linesIn(pieces, first, end)
	}
	return row
}

// cost returns what it costs that the lines from first to the one before end are one
// indicator.
func (c *indicatorCuts) cost(first, end int) int32 {
	row := c.row(first, end)
	cost := int32(1)
	for i := 1; i < len(row.name); i++ {
		above, below := row.name[i-1], row.name[i]
		switch {
		case sheet.OpenBrackets(above.Text) > 0, brackets.Index(below.Text) == 0:
		case c.width.isShort(above, below):
			cost += brokenCost
		case !c.width.isFull(above, below):
			cost += shortCost
		}
	}
	if len(row.name) == 0 {
		cost += noNameCost
	}
	filled := 0
	for i := range c.values {
		pieces := row.values[i]
		if len(pieces) == 0 {
			cost += blankValueCost
			continue
		}
		filled++
		cost += c.valueCost(pieces)
		if len(row.name) > 0 {
			cost += c.beside(row.name, pieces)
		}
	}
	if filled == 0 {
		cost += blankCost
	}
	return cost
}

// blankValueCost is what it costs that a value is missing.
const blankValueCost = 6

// beside returns how far the lines of a value stand from those of the name.
func (c *indicatorCuts) beside(name, value []*stackedPiece) int32 {
	if c.top {
		off := name[0].line - value[0].line
		return int32(3 * max(off, -off))
	}
	off := name[0].line + name[len(name)-1].line - value[0].line - value[len(value)-1].line
	return int32(max(0, off-1, -off-1))
}

// partCost returns what it costs that an indicator begins with a line.
func (c *indicatorCuts) partCost(line int) int32 {
	above, below := linesIn(c.names, c.first, line), linesIn(c.names, line, c.end)
	if len(above) == 0 || len(below) == 0 {
		return 0
	}
	last, next := above[len(above)-1], below[0]
	cost := int32(0)
	switch {
	case sheet.OpenBrackets(last.Text) > 0 && sheet.OpenBrackets(next.Text) < 0:
		cost += openCost
	case brackets.Index(next.Text) == 0:
		cost += brokenCost
	case c.width.isFull(last, next):
		cost += fullNameCost
	}
	return cost
}

// fullNameCost is what it costs that a name ends where its line does.
const fullNameCost = 4

// valueCost returns what it costs that lines are one value.
func (c *indicatorCuts) valueCost(pieces []*stackedPiece) int32 {
	whole := joinPieces(pieces)
	cost, known := c.read[whole]
	if !known {
		cost = c.readCost(whole)
		c.read[whole] = cost
	}
	for i, piece := range pieces {
		if i > 0 {
			cost++
			before := joinPieces(pieces[:i])
			if c.isSure(before) && c.isSure(piece.Text) {
				cost += noNameCost // two values
			}
		}
	}
	return cost
}

// isSure reports whether a text is a value by itself.
func (c *indicatorCuts) isSure(text string) bool {
	return c.isStateWord(text) || ja.IsDash(text) || c.isSureFigure(text) && sheet.OpenBrackets(text) == 0 && brackets.Index(text) != 0
}

// readCost returns how badly a text reads as a value.
func (c *indicatorCuts) readCost(text string) int32 {
	if sheet.OpenBrackets(text) != 0 {
		return openCost
	}
	switch reading := ja.ReadQuantity(text, ja.Expect{}); reading.Kind {
	case ja.Numeric, ja.Dash, ja.Ranked:
		if brackets.Index(text) == 0 {
			return tornCost
		}
		return 0
	case ja.State:
		if c.isStateWord(text) {
			return 0
		}
		return shortCost
	case ja.LoneUnit:
		return tornCost
	}
	return openCost
}

// joinPieces returns the text of a cell whose lines are parts of one word.
func joinPieces(pieces []*stackedPiece) string {
	if len(pieces) == 1 {
		return pieces[0].Text
	}
	var whole strings.Builder
	for _, piece := range pieces {
		whole.WriteString(piece.Text)
	}
	return whole.String()
}
