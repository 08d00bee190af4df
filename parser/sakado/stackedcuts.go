package sakado

import (
	"cmp"
	"slices"
	"strings"

	"sheetconv/parser/internal/sheet"
)

// What it costs that an item takes lines that do not look like those of one row.
const (
	tornCost    = 12 // a cut stands behind a line that is full and ends no sentence
	openCost    = 25 // or behind one in which a bracket is open
	shortCost   = 4  // a sentence ends before the end of a line that is none of the cell's last
	brokenCost  = 9  // a line ends early, and no sentence with it
	blankCost   = 12 // a text is missing
	noNameCost  = 30
	secondCost  = 40 // a second grade stands there
	farCost     = int32(1) << 24
	doubtCost   = 2  // as much worse is another cut that may be the true one as well
	likelyCost  = 5  // or one that is less likely
	maxGapLines = 80 // between two numbers
)

// textColumns are those of cells that go on over lines, one for each item.
var textColumns = [...]column{itemColumn, departmentColumn, overviewColumn, activityColumn, opinionColumn, nextColumn}

// doubt tells how sure it is which item a line belongs to.
type doubt uint8

const (
	noDoubt    doubt = iota
	likelyItem       // half a line tells
	anyItem          // nothing tells
)

// itemCuts finds with which lines the items of a page begin. Cells stand beside the first
// of their lines or beside the middle of them.
type itemCuts struct {
	*stackedPage
	top bool
	// before is set where the first lines may belong to the item of the page before.
	before bool
	lines  int
	// joints has for each line what it costs that a cut stands before it, more than that
	// none does.
	joints []int32
	// columns are those of the texts, grades and names those of the grades and indicators.
	columns       [len(textColumns)][]*stackedPiece
	grades, names []*stackedPiece
	indicators    *indicatorCuts
	// heights are where the lines stand on the page, as far as it shows: sums and counts tell
	// how far those of cells stand below the line above.
	heights, sums, counts []int
}

func (p *stackedPage) newCuts(top, before bool) *itemCuts {
	c := &itemCuts{stackedPage: p, top: top, before: before, lines: p.last - p.body}
	c.joints = make([]int32, c.lines+1)
	c.sums, c.counts = make([]int, c.lines), make([]int, c.lines)
	for i, own := range textColumns {
		c.columns[i] = p.of(own)
		c.weighJoints(c.columns[i], own)
	}
	c.grades, c.names = p.of(gradeColumn), p.of(nameColumn)
	c.indicators = p.newIndicatorCuts(top)
	c.findHeights()
	return c
}

// weighJoints adds what it costs to part the lines of a column, and to join them.
func (c *itemCuts) weighJoints(pieces []*stackedPiece, own column) {
	width := fillOf(pieces)
	for i := 1; i < len(pieces); i++ {
		above, below := pieces[i-1], pieces[i]
		part, join := int32(0), int32(0)
		ends := strings.HasSuffix(above.Text, "。")
		switch {
		case sheet.OpenBrackets(above.Text) > 0 && sheet.OpenBrackets(below.Text) < 0:
			part = openCost
		case own == departmentColumn:
			whole := above.Text
			if i > 1 {
				whole = pieces[i-2].Text + whole // 関係各 / 課
			}
			if !sheet.EndsAsSection(above.Text) && !sheet.EndsAsSection(whole) {
				part = tornCost
			}
		case width.isFull(above, below) && !ends && own != itemColumn:
			part = tornCost
		case width.isShort(above, below) && ends:
			join = shortCost
		case width.isShort(above, below):
			join = brokenCost
		}
		for line := above.line + 1; line <= below.line; line++ {
			c.joints[line] += part - join
			if part == tornCost && below.line-above.line <= maxBetween {
				c.sums[line] += lineHeight / (below.line - above.line)
				c.counts[line]++
			}
		}
	}
}

// band returns what it costs that item n takes the lines from first to the one before end.
func (c *itemCuts) band(n, first, end int) int32 {
	number, cost := c.numbers[n].line, int32(0)
	var cells [len(textColumns) + 2][]*stackedPiece
	for i, pieces := range c.columns {
		cells[i] = linesIn(pieces, first, end)
		switch {
		case len(cells[i]) > 0:
		case textColumns[i] == itemColumn:
			cost += noNameCost
		case len(pieces) > 0:
			cost += blankCost
		}
	}
	names, grades := linesIn(c.names, first, end), linesIn(c.grades, first, end)
	cells[len(textColumns)], cells[len(textColumns)+1] = names, grades
	if cost += c.indicators.bandCost(first, end); len(names) == 0 {
		cost += blankCost
	}
	cost += secondCost * int32(max(0, len(grades)-1))
	if c.top {
		return cost + int32(number-first)*strayCost + besideFirst(cells[:], number)
	}
	return cost + c.besideMiddle(cells[:], number)
}

// besideFirst returns how far cells stand from the line of the number.
func besideFirst(cells [][]*stackedPiece, number int) int32 {
	cost := 0
	for _, own := range cells {
		if len(own) > 0 {
			cost += 3 * max(own[0].line-number, 3*(number-own[0].line))
		}
	}
	return int32(cost)
}

// besideMiddle returns how far the middles of cells stand from that of most of them, the
// number among them. Twice as much counts that of the indicators, which fill the item.
func (c *itemCuts) besideMiddle(cells [][]*stackedPiece, number int) int32 {
	var room [len(textColumns) + 4]int
	middles := append(room[:0], 2*c.heights[number])
	for i, own := range cells {
		if len(own) > 0 {
			middle := c.heights[own[0].line] + c.heights[own[len(own)-1].line]
			middles = append(middles, middle)
			if i == len(textColumns) {
				middles = append(middles, middle)
			}
		}
	}
	slices.Sort(middles)
	cost, middle := 0, middles[len(middles)/2]
	for _, own := range middles {
		cost += max(own-middle, middle-own) / offUnit
	}
	return int32(cost)
}

// lineHeight is that of a line. Each offUnit by which twice a cell stands off the middle
// costs one.
const (
	lineHeight = 12
	offUnit    = 8
)

// findHeights finds where the lines stand. Lines of one cell are as far apart as a line is
// high; others may stand between them.
func (c *itemCuts) findHeights() {
	c.heights = make([]int, c.lines)
	for line := 1; line < c.lines; line++ {
		c.heights[line] = c.heights[line-1] + lineHeight
		if c.counts[line] > 0 {
			c.heights[line] = c.heights[line-1] + c.sums[line]/c.counts[line]
		}
		row := c.body + line
		c.heights[line] += lineHeight * (c.g.Rows[row].Line - c.g.Rows[row-1].Line - 1)
	}
}

// maxBetween is how many lines further down the next line of a cell stands at most.
const maxBetween = 3

// linesIn returns the pieces that stand on the lines from first to the one before end.
func linesIn(pieces []*stackedPiece, first, end int) []*stackedPiece {
	line := func(piece *stackedPiece, line int) int { return cmp.Compare(piece.line, line) }
	from, _ := slices.BinarySearchFunc(pieces, first, line)
	to, _ := slices.BinarySearchFunc(pieces, end, line)
	return pieces[from:max(from, to)]
}

// choose returns the best cuts with their cost; nil where there are none.
func (c *itemCuts) choose() (cuts []int, doubtful map[int]doubt, cost int32) {
	down, up, ok := c.costs()
	if !ok {
		return nil, nil, farCost
	}
	cost = farCost
	cuts, doubtful = make([]int, len(c.numbers)), map[int]doubt{}
	for n := range cuts {
		least := farCost
		for at := range down[n] {
			if own := down[n][at] + up[n][at]; own < least {
				least, cuts[n] = own, at
			}
		}
		if least >= farCost {
			return nil, nil, farCost
		}
		for at := range down[n] {
			own := noDoubt
			switch cost := down[n][at] + up[n][at]; {
			case cost < least+doubtCost:
				own = anyItem
			case cost < least+likelyCost:
				own = likelyItem
			}
			for line := min(at, cuts[n]); own != noDoubt && line < max(at, cuts[n]); line++ {
				doubtful[line] = max(doubtful[line], own)
			}
		}
		cost = least
	}
	return cuts, doubtful, cost
}

// costs returns for each item and line what the items before it cost if it begins with that
// line, and what it costs with those behind it.
func (c *itemCuts) costs() (down, up [][]int32, ok bool) {
	count := len(c.numbers)
	down, up = make([][]int32, count), make([][]int32, count)
	for n := range count {
		down[n], up[n] = make([]int32, c.lines+1), make([]int32, c.lines+1)
		for at := range down[n] {
			down[n][at], up[n][at] = farCost, farCost
		}
		if n > 0 && c.numbers[n].line-c.numbers[n-1].line > maxGapLines || c.numbers[0].line > maxGapLines {
			return nil, nil, false
		}
	}
	c.begin(down[0])
	steps := make([][]itemStep, count)
	for n := 0; n+1 < count; n++ {
		steps[n] = c.steps(n)
		for _, step := range steps[n] {
			if before := down[n][step.at]; before < farCost {
				down[n+1][step.next] = min(down[n+1][step.next], before+step.cost)
			}
		}
	}
	last := count - 1
	c.eachCut(last, func(at int) { up[last][at] = c.band(last, at, c.lines) })
	for n := last - 1; n >= 0; n-- {
		for _, step := range steps[n] {
			up[n][step.at] = min(up[n][step.at], step.cost+up[n+1][step.next])
		}
	}
	return down, up, true
}

// itemStep is what it costs that an item begins with one line and the next one with another.
type itemStep struct {
	at, next int
	cost     int32
}

// steps returns those of an item that is not the last.
func (c *itemCuts) steps(n int) []itemStep {
	var steps []itemStep
	c.eachCut(n+1, func(next int) {
		joint := c.joints[next] + c.indicators.partCost(next)
		c.eachCut(n, func(at int) { steps = append(steps, itemStep{at, next, c.band(n, at, next) + joint}) })
	})
	return steps
}

// continuedCost is what it costs that lines go on with the item of the page before.
const continuedCost = 10

// begin tells with which lines the first item may begin.
func (c *itemCuts) begin(down []int32) {
	down[0] = 0
	if !c.before {
		return
	}
	c.eachCut(0, func(at int) {
		if at > 0 {
			down[at] = continuedCost + c.joints[at]
		}
	})
}

// eachCut calls visit for the lines with which an item may begin: behind the number of the
// one before.
func (c *itemCuts) eachCut(n int, visit func(at int)) {
	first := 0
	if n > 0 {
		first = c.numbers[n-1].line + 1
	}
	for at := first; at <= c.numbers[n].line; at++ {
		visit(at)
	}
}

// itemsOnPage are the items of a page, where cells stand in one way.
type itemsOnPage struct {
	cuts     []int
	doubtful map[int]doubt
}

// cutItems finds the items of all pages. Cells stand in one way on all of them.
func cutItems(pages []*stackedPage) {
	var costs [2]int32
	var found [2][]itemsOnPage
	for i, top := range [...]bool{true, false} {
		found[i] = make([]itemsOnPage, len(pages))
		for n, page := range pages {
			if len(page.numbers) > 0 {
				own, cost := &found[i][n], int32(0)
				own.cuts, own.doubtful, cost = page.newCuts(top, n > 0).choose()
				costs[i] += cost
			}
		}
	}
	best := 1
	if costs[0] < costs[1] {
		best = 0
	}
	for n, page := range pages {
		page.top = best == 0
		page.cuts, page.doubtful = found[best][n].cuts, found[best][n].doubtful
	}
}
