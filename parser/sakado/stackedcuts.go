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
	doubtCost   = 3  // as much worse is another cut that may be the true one as well
	maxGapLines = 80 // between two numbers
)

// textColumns are those of cells that go on over lines, one for each item.
var textColumns = [...]column{itemColumn, departmentColumn, overviewColumn, activityColumn, opinionColumn, nextColumn}

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
}

func (p *stackedPage) newCuts(top, before bool) *itemCuts {
	c := &itemCuts{stackedPage: p, top: top, before: before, lines: p.last - p.body}
	c.joints = make([]int32, c.lines+1)
	for i, own := range textColumns {
		c.columns[i] = p.of(own)
		c.weighJoints(c.columns[i], own)
	}
	c.grades, c.names = p.of(gradeColumn), p.of(nameColumn)
	c.weighJoints(c.names, nameColumn)
	for i := range p.head.columns {
		if v := p.head.columns[i].column; v >= baselineColumn && v <= actualColumn {
			c.weighJoints(p.pieces[i], v)
		}
	}
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
		case own >= nameColumn && own <= actualColumn:
		case own == departmentColumn:
			if !sheet.EndsAsSection(above.Text) {
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
		}
	}
}

// band returns what it costs that item n takes the lines from first to the one before end.
func (c *itemCuts) band(n, first, end int) int32 {
	number, cost := c.numbers[n].line, int32(0)
	if c.top {
		cost = int32(number-first) * strayCost
	}
	for i, pieces := range c.columns {
		own := linesIn(pieces, first, end)
		switch {
		case len(own) > 0:
			cost += c.misplaced(own, number)
		case textColumns[i] == itemColumn:
			cost += noNameCost
		case len(pieces) > 0:
			cost += blankCost
		}
	}
	if own := linesIn(c.names, first, end); len(own) > 0 {
		cost += c.misplaced(own, number)
	} else {
		cost += blankCost
	}
	switch own := linesIn(c.grades, first, end); {
	case len(own) > 1:
		cost += secondCost * int32(len(own)-1)
	case len(own) == 1:
		cost += c.misplaced(own, number)
	}
	return cost
}

// misplaced returns how far lines stand from where the number of their item says.
func (c *itemCuts) misplaced(own []*stackedPiece, number int) int32 {
	first, last := own[0].line, own[len(own)-1].line
	if c.top {
		return int32(3 * max(first-number, 3*(number-first)))
	}
	off := first + last - 2*number
	return int32(max(0, off-1, -off-1))
}

// linesIn returns the pieces that stand on the lines from first to the one before end.
func linesIn(pieces []*stackedPiece, first, end int) []*stackedPiece {
	line := func(piece *stackedPiece, line int) int { return cmp.Compare(piece.line, line) }
	from, _ := slices.BinarySearchFunc(pieces, first, line)
	to, _ := slices.BinarySearchFunc(pieces, end, line)
	return pieces[from:max(from, to)]
}

// choose returns the best cuts with their cost; nil where there are none.
func (c *itemCuts) choose() (cuts []int, doubtful map[int]bool, cost int32) {
	down, up, ok := c.costs()
	if !ok {
		return nil, nil, farCost
	}
	cost = farCost
	cuts, doubtful = make([]int, len(c.numbers)), map[int]bool{}
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
			if own := down[n][at] + up[n][at]; own < least+doubtCost {
				for line := min(at, cuts[n]); line < max(at, cuts[n]); line++ {
					doubtful[line] = true
				}
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
	for n := 0; n+1 < count; n++ {
		c.eachCut(n+1, func(next int) {
			c.eachCut(n, func(at int) {
				if before := down[n][at]; before < farCost {
					down[n+1][next] = min(down[n+1][next], before+c.band(n, at, next)+c.joints[next])
				}
			})
		})
	}
	last := count - 1
	c.eachCut(last, func(at int) { up[last][at] = c.band(last, at, c.lines) })
	for n := last - 1; n >= 0; n-- {
		c.eachCut(n, func(at int) {
			c.eachCut(n+1, func(next int) {
				up[n][at] = min(up[n][at], c.band(n, at, next)+c.joints[next]+up[n+1][next])
			})
		})
	}
	return down, up, true
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

// cutItems finds the items of all pages. Cells stand in one way on all of them.
func cutItems(pages []*stackedPage) {
	var costs [2]int32
	for i, top := range [...]bool{true, false} {
		for n, page := range pages {
			if len(page.numbers) > 0 {
				_, _, cost := page.newCuts(top, n > 0).choose()
				costs[i] += cost
			}
		}
	}
	for n, page := range pages {
		page.top = costs[0] < costs[1]
		if len(page.numbers) > 0 {
			page.cuts, page.doubtful, _ = page.newCuts(page.top, n > 0).choose()
		}
	}
}
