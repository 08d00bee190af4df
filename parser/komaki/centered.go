package komaki

import (
	"sheetconv/model"
	"sheetconv/parser/internal/grid"
)

// Where the columns are parted by blanks, the label of a merged cell may stand
// beside the middle of its rows, so that rows of a direction stand above its
// name. Each label is then lifted over its first row, and the page is read as
// any other. What belongs to a label follows from its place: its middle is the
// middle of its rows.

// block is a label of a measure or a direction, which may have several lines.
type block struct {
	lines []line
	// middle is twice the line of the block's middle; first and last are the
	// rows, or the directions of a measure, that belong to it.
	middle      int32
	first, last int
}

// page is what stands between the head of the table and the page's end.
type page struct {
	rows                 []line
	numbered             []int // the rows that begin an initiative
	measures, directions []block
}

// liftLabels reads the rest of a page of the table on which the first row stands
// above the first label, and reports whether it did.
func (t *initiativeTable) liftLabels(r *reader) bool {
	if !t.fresh || r.Grid.Layout != grid.Blanks || t.places[numberColumn] == none {
		return false
	}
	t.fresh = false
	if t.measure != none && t.direction != none && !t.centered {
		return false
	}
	first := r.next - 1
	end := first
	for end < len(r.lines) && r.lines[end].kind == plain && r.lines[end].head == 0 {
		end++
	}
	p := t.cutPage(r, r.lines[first:end])
	if len(p.directions) == 0 || len(p.numbered) == 0 || !p.beginsAboveLabel(t.measure == none) || !p.assign() {
		return false
	}
	t.centered = true
	label := &p.directions[0].lines[0]
	r.Report(model.CodeShiftedRow, label.cells[0].At, label.first, "beside the middle of its rows", "beside the first of them")
	lifted := p.lift()
	lines := r.lines
	r.lines, r.next = lifted, 0
	for r.next < len(r.lines) {
		r.next++
		r.readTableLine(&r.lines[r.next-1])
	}
	r.lines, r.next = lines, end
	return true
}

// cutPage parts the labels from the rows.
func (t *initiativeTable) cutPage(r *reader, lines []line) *page {
	p := &page{}
	for i := range lines {
		l := &lines[i]
		at := 0
		for at < len(l.cells) && l.cells[at].Index < t.places[numberColumn]-1 && !isNumber(clean(l.cells[at].Text)) {
			cell := line{cells: l.cells[at : at+1 : at+1], first: clean(l.cells[at].Text)}
			if t.columnOf(r, l.cells[at]) == measureColumn {
				p.measures = addToBlock(p.measures, cell)
			} else {
				p.directions = addToBlock(p.directions, cell)
			}
			at++
		}
		if at == len(l.cells) {
			continue
		}
		if rest := l.cells[at:]; isNumber(clean(rest[0].Text)) {
			p.numbered = append(p.numbered, len(p.rows))
		}
		p.rows = append(p.rows, line{cells: l.cells[at:], first: clean(l.cells[at].Text)})
	}
	return p
}

// addToBlock adds a line to the last block, or begins one where it has a number.
func addToBlock(blocks []block, l line) []block {
	if number, _ := leadingNumber(l.first); number != "" || len(blocks) == 0 {
		blocks = append(blocks, block{})
	}
	last := &blocks[len(blocks)-1]
	last.lines = append(last.lines, l)
	last.middle = last.lines[0].firstLine() + l.firstLine()
	return blocks
}

// beginsAboveLabel reports whether the first initiative stands above the first
// label.
func (p *page) beginsAboveLabel(measureDue bool) bool {
	first := p.rows[p.numbered[0]].firstLine()
	if p.directions[0].lines[0].firstLine() > first {
		return true
	}
	return measureDue && len(p.measures) > 0 && p.measures[0].lines[0].firstLine() > first
}

// assign gives each label the rows whose middle it stands at. It is false where
// the labels' places can't be explained so.
func (p *page) assign() bool {
	row := func(i int) int32 { return p.rows[p.numbered[i]].firstLine() }
	if !spread(p.directions, len(p.numbered), func(i int) int32 { return row(i) }, func(i int) int32 { return row(i) }) {
		return false
	}
	return len(p.measures) == 0 || spread(p.measures, len(p.directions),
		func(i int) int32 { return row(p.directions[i].first) }, func(i int) int32 { return row(p.directions[i].last) })
}

// maxSpread is how many rows a page of the table may have.
const maxSpread = 200

// spread parts count things, whose first and last lines are told, among blocks,
// so that their middles fit best all in all: a label's place is rounded to a
// line, so that one alone can be off by a row. Labels may be rounded up or down,
// all of a page in one way.
func spread(blocks []block, count int, first, last func(int) int32) bool {
	if len(blocks) > count || count > maxSpread {
		return false
	}
	best, bestEnds := farOff, [][]int(nil)
	for rounding := int32(-1); rounding <= 1; rounding++ {
		cost, ends := fit(blocks, count, rounding, first, last)
		if cost < best {
			best, bestEnds = cost, ends
		}
	}
	if best > int32(36*len(blocks)) {
		return false
	}
	for i, n := len(blocks)-1, count; i >= 0; i-- {
		blocks[i].first, blocks[i].last = bestEnds[i][n], n-1
		n = bestEnds[i][n]
	}
	return true
}

const farOff = int32(1) << 30

// fit returns the least cost, in squares of quarter lines, at which the blocks
// take count things, and for each block and each number of things taken up to it
// how many the blocks before it take.
func fit(blocks []block, count int, rounding int32, first, last func(int) int32) (cost int32, ends [][]int) {
	costs := make([]int32, count+1)
	for n := range costs {
		costs[n] = farOff
	}
	costs[0] = 0
	ends = make([][]int, len(blocks))
	for i := range blocks {
		next := make([]int32, count+1)
		ends[i] = make([]int, count+1)
		for n := range next {
			next[n] = farOff
			for before := i; before < n; before++ {
				off := min(distance(2*(first(before)+last(n-1)), 2*blocks[i].middle+rounding), 1<<12)
				if cost := costs[before] + off*off; costs[before] < farOff && cost < next[n] {
					next[n], ends[i][n] = cost, before
				}
			}
		}
		costs = next
	}
	return costs[count], ends
}

func distance(a, b int32) int32 { return max(a-b, b-a) }

// lift returns the page's lines with each label above its first row.
func (p *page) lift() []line {
	var lines []line
	measure, row := 0, 0
	for d := range p.directions {
		if measure < len(p.measures) && p.measures[measure].first == d {
			lines = append(lines, p.measures[measure].lines...)
			measure++
		}
		lines = append(lines, p.directions[d].lines...)
		end := len(p.rows)
		if next := p.directions[d].last + 1; next < len(p.numbered) {
			end = p.numbered[next]
		}
		lines = append(lines, p.rows[row:end]...)
		row = end
	}
	return lines
}
