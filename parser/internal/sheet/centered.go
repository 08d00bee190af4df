package sheet

import "math"

// Lines are the first and the last line of something that stands in the input.
type Lines struct{ First, Last int32 }

// twiceMiddle returns twice the line of the middle, which may stand between two lines.
func (l Lines) twiceMiddle() int32 { return l.First + l.Last }

// maxShared is how many rows a page may have whose labels stand beside their
// middle.
const maxShared = 200

// ShareRows gives rows to the labels of merged cells, each of which stands beside
// the middle of its rows: every label has one row at least, and all rows have
// one. It returns, for each label, its first row. The shares are those that fit
// best all in all, for a label's place is rounded to a line, so that one alone
// can be off by a row; labels may be rounded up or down, all of a page in one
// way. ok is false where the labels' places can't be explained so.
func ShareRows(labels, rows []Lines) (starts []int, ok bool) {
	part := Part{Labels: labels, Rows: rows}
	ShareParts([]*Part{&part})
	return part.Starts, part.Starts != nil
}

// Part is a part of a page in which labels of merged cells stand beside their rows.
type Part struct {
	Labels, Rows []Lines
	// GoesOn tells of each row whether it seems to go on in the next one: rather, both
	// have one label then. It is nil where nothing is known of that.
	GoesOn []bool
	// Starts are the first rows of the labels, as ShareParts finds them, nil where it
	// can't. Doubtful are the rows that another label could have just as well.
	Starts   []int
	Doubtful []bool
}

// ShareParts shares the rows of each part as ShareRows does. Labels are rounded in one
// way on all of them.
func ShareParts(parts []*Part) {
	best := int64(math.MaxInt64)
	for rounding := int32(-1); rounding <= 1; rounding++ {
		total, shared := int64(0), make([]Part, len(parts))
		for i, part := range parts {
			shared[i] = *part
			total += int64(shared[i].share(rounding))
		}
		if total < best {
			best = total
			for i, part := range parts {
				part.Starts, part.Doubtful = shared[i].Starts, shared[i].Doubtful
			}
		}
	}
}

// share gives the rows to the labels at the least cost and returns that, unless it is
// more than roundings explain.
func (p *Part) share(rounding int32) int32 {
	p.Starts, p.Doubtful = nil, nil
	if len(p.Labels) == 0 || len(p.Labels) > len(p.Rows) || len(p.Rows) > maxShared {
		return 0
	}
	fit := labelFit{Part: p, rounding: rounding}
	before, begins := fit.before()
	best := before[len(p.Labels)-1][len(p.Rows)]
	if best > int32(36*len(p.Labels)) {
		return best
	}
	p.Starts = make([]int, len(p.Labels))
	for i, end := len(p.Labels)-1, len(p.Rows); i >= 0; i-- {
		end = begins[i][end]
		p.Starts[i] = end
	}
	p.Doubtful = make([]bool, len(p.Rows))
	behind := fit.behind()
	for i := 1; i < len(p.Labels); i++ {
		for start := range p.Rows {
			if before[i-1][start]+behind[i][start] <= best && before[i-1][start] < farOff && behind[i][start] < farOff {
				for row := min(start, p.Starts[i]); row < max(start, p.Starts[i]); row++ {
					p.Doubtful[row] = true
				}
			}
		}
	}
	return best
}

const farOff = int32(1) << 28

// partedCost is what it costs to part a row from the next one in which it seems to go on:
// as much as a label that is a line off.
const partedCost = int32(16)

// labelFit tells what it costs, in squares of quarter lines, to give rows to labels.
type labelFit struct {
	*Part
	rounding int32
}

// before returns for each label and each number of rows the least cost at which the labels
// up to it take as many, and with which row it begins then.
func (f *labelFit) before() (costs [][]int32, begins [][]int) {
	costs, begins = make([][]int32, len(f.Labels)), make([][]int, len(f.Labels))
	for i := range f.Labels {
		costs[i], begins[i] = make([]int32, len(f.Rows)+1), make([]int, len(f.Rows)+1)
		for n := range costs[i] {
			costs[i][n] = farOff
			for start := i; start < n; start++ {
				cost := f.cost(i, start, n)
				switch {
				case i > 0:
					cost += costs[i-1][start]
				case start > 0:
					cost = farOff
				}
				if cost < costs[i][n] {
					costs[i][n], begins[i][n] = cost, start
				}
			}
		}
	}
	return costs, begins
}

// behind returns for each label and row the least cost at which it and those behind it
// take the rows from that one on.
func (f *labelFit) behind() [][]int32 {
	costs := make([][]int32, len(f.Labels))
	for i := len(f.Labels) - 1; i >= 0; i-- {
		costs[i] = make([]int32, len(f.Rows)+1)
		for start := range costs[i] {
			costs[i][start] = farOff
			for n := start + 1; n <= len(f.Rows); n++ {
				cost := f.cost(i, start, n)
				switch {
				case i+1 < len(f.Labels):
					cost += costs[i+1][n]
				case n < len(f.Rows):
					cost = farOff
				}
				costs[i][start] = min(costs[i][start], cost)
			}
		}
	}
	return costs
}

// cost returns what it costs that a label takes the rows from start to end.
func (f *labelFit) cost(label, start, end int) int32 {
	own := f.Labels[label]
	shared := Lines{f.Rows[start].First, f.Rows[end-1].Last}
	off := own.twiceMiddle() - shared.twiceMiddle()
	if off%2 != 0 { // between two lines: one of them was rounded
		rounding := f.rounding
		if own.Last-own.First > shared.Last-shared.First {
			rounding = -rounding // the rows' place was
		}
		off -= rounding
	}
	off = 2 * min(max(off, -off), 1<<10)
	if cost := off * off; start == 0 || f.GoesOn == nil || !f.GoesOn[start-1] {
		return cost
	}
	return off*off + partedCost
}
