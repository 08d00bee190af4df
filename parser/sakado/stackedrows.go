package sakado

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// stackedRow is an indicator whose cells have several lines: its name and its values.
type stackedRow struct {
	name   []*stackedPiece
	values [maxValueCount][]*stackedPiece
}

// indicatorCuts parts the lines of a page into indicators.
type indicatorCuts struct {
	*stackedPage
	top    bool
	names  []*stackedPiece
	values [][]*stackedPiece
	width  fill
	lines  []int // those with names or values
	// rows are the costs of indicators, by the first of their lines and how many there are;
	// -1 where they were not asked for.
	rows [][maxRowLines]int32
	// bands are those of all indicators from a line on up to each one behind it.
	bands map[int][]int32
}

// maxRowLines is how many lines an indicator may have.
const maxRowLines = 12

func (p *stackedPage) newIndicatorCuts(top bool) *indicatorCuts {
	c := &indicatorCuts{stackedPage: p, top: top, names: p.of(nameColumn), bands: map[int][]int32{}}
	c.width = fillOf(c.names)
	used := map[int]bool{}
	for _, piece := range c.names {
		used[piece.line] = true
	}
	for i := range p.head.columns {
		if v := p.head.columns[i].column; v >= baselineColumn && v <= actualColumn {
			c.values = append(c.values, p.pieces[i])
			for _, piece := range p.pieces[i] {
				used[piece.line] = true
			}
		}
	}
	c.lines = slices.Sorted(maps.Keys(used))
	c.rows = make([][maxRowLines]int32, len(c.lines))
	for i := range c.rows {
		for j := range c.rows[i] {
			c.rows[i][j] = -1
		}
	}
	return c
}

// rowCost returns what it costs that the used lines from one to the one before another are
// an indicator.
func (c *indicatorCuts) rowCost(from, to int) int32 {
	own := &c.rows[from][to-from-1]
	if *own < 0 {
		*own = c.cost(c.lines[from], c.lines[to-1]+1)
	}
	return *own
}

// usedFrom returns the first used line at or behind a line.
func (c *indicatorCuts) usedFrom(line int) int {
	at, _ := slices.BinarySearch(c.lines, line)
	return at
}

// bandCost returns what the indicators on the lines from first to the one before end cost at
// least.
func (c *indicatorCuts) bandCost(first, end int) int32 {
	from := c.usedFrom(first)
	costs := c.bands[from]
	if costs == nil {
		costs, _ = c.costsFrom(from, len(c.lines))
		c.bands[from] = costs
	}
	return costs[max(0, c.usedFrom(end)-from)]
}

// costsFrom returns what the used lines from one on cost up to each one behind it, and where
// the last indicator of those begins.
func (c *indicatorCuts) costsFrom(first, end int) (costs []int32, begins []int) {
	costs, begins = make([]int32, end-first+1), make([]int, end-first+1)
	for to := first + 1; to <= end; to++ {
		best := farCost
		for from := max(first, to-maxRowLines); from < to; from++ {
			cost := costs[from-first] + c.rowCost(from, to)
			if from > first {
				cost += c.partCost(c.lines[from])
			}
			if cost < best {
				best, begins[to-first] = cost, from
			}
		}
		costs[to-first] = best
	}
	return costs, begins
}

// indicators returns the indicators on the lines from first to the one before end.
func (c *indicatorCuts) indicators(first, end int) []stackedRow {
	from, to := c.usedFrom(first), c.usedFrom(end)
	_, begins := c.costsFrom(from, to)
	var rows []stackedRow
	for to > from {
		begin := begins[to-from]
		rows = append(rows, c.row(c.lines[begin], c.lines[to-1]+1))
		to = begin
	}
	slices.Reverse(rows)
	return rows
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
	at, _ := slices.BinarySearchFunc(c.names, line, func(piece *stackedPiece, line int) int { return cmp.Compare(piece.line, line) })
	if at == 0 || at == len(c.names) {
		return 0
	}
	last, next := c.names[at-1], c.names[at]
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

// printedValue names lines of a column that may be one value.
type printedValue struct {
	first *stackedPiece
	count int
}

// valueCost returns what it costs that lines are one value.
func (p *stackedPage) valueCost(pieces []*stackedPiece) int32 {
	key := printedValue{pieces[0], len(pieces)}
	if cost, known := p.valueCosts[key]; known {
		return cost
	}
	cost := p.readCost(joinPieces(pieces))
	for i := 1; i < len(pieces); i++ {
		cost++
		if p.isSure(pieces[i].Text) && p.isSure(joinPieces(pieces[:i])) {
			cost += noNameCost // two values
		}
	}
	if p.valueCosts == nil {
		p.valueCosts = map[printedValue]int32{}
	}
	p.valueCosts[key] = cost
	return cost
}

// isSure reports whether a text is a value by itself.
func (f *facts) isSure(text string) bool {
	return f.isStateWord(text) || ja.IsDash(text) || f.isSureFigure(text) && sheet.OpenBrackets(text) == 0 && brackets.Index(text) != 0
}

// readCost returns how badly a text reads as a value.
func (f *facts) readCost(text string) int32 {
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
		if f.isStateWord(text) {
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
