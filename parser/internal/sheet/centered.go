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
	// can't.
	Starts []int
}

// ShareParts shares the rows of each part as ShareRows does. Labels are rounded in one
// way on all of them.
func ShareParts(parts []*Part) {
	best := int64(math.MaxInt64)
	for rounding := int32(-1); rounding <= 1; rounding++ {
		total, starts := int64(0), make([][]int, len(parts))
		for i, part := range parts {
			var cost int32
			cost, starts[i] = part.share(rounding)
			total += int64(cost)
		}
		if total < best {
			best = total
			for i, part := range parts {
				part.Starts = starts[i]
			}
		}
	}
}

// share returns the least cost at which the labels take all rows, and their first rows,
// nil where that is more than roundings explain.
func (p *Part) share(rounding int32) (cost int32, starts []int) {
	if len(p.Labels) > len(p.Rows) || len(p.Rows) > maxShared {
		return 0, nil
	}
	cost, before := fitLabels(p.Labels, p.Rows, p.GoesOn, rounding)
	if cost > int32(36*len(p.Labels)) {
		return cost, nil
	}
	starts = make([]int, len(p.Labels))
	for i, end := len(p.Labels)-1, len(p.Rows); i >= 0; i-- {
		end = before[i][end]
		starts[i] = end
	}
	return cost, starts
}

const farOff = int32(1) << 30

// partedCost is what it costs to part a row from the next one in which it seems to go on:
// as much as a label that is a line off.
const partedCost = int32(16)

// fitLabels returns the least cost, in squares of quarter lines, at which the
// labels take all rows, and for each label and each number of rows taken up to it
// how many the labels before it take.
func fitLabels(labels, rows []Lines, goesOn []bool, rounding int32) (cost int32, starts [][]int) {
	costs := make([]int32, len(rows)+1)
	for n := range costs {
		costs[n] = farOff
	}
	costs[0] = 0
	starts = make([][]int, len(labels))
	for i := range labels {
		next := make([]int32, len(rows)+1)
		starts[i] = make([]int, len(rows)+1)
		for n := range next {
			next[n] = farOff
			for before := i; before < n; before++ {
				shared := Lines{rows[before].First, rows[n-1].Last}
				rounded := rounding
				if labels[i].Last-labels[i].First > shared.Last-shared.First {
					rounded = -rounding // the rows' place is rounded then
				}
				off := min(distance(2*shared.twiceMiddle(), 2*labels[i].twiceMiddle()+rounded), 1<<12)
				cost := costs[before] + off*off
				if before > 0 && goesOn != nil && goesOn[before-1] {
					cost += partedCost
				}
				if costs[before] < farOff && cost < next[n] {
					next[n], starts[i][n] = cost, before
				}
			}
		}
		costs = next
	}
	return costs[len(rows)], starts
}

func distance(a, b int32) int32 { return max(a-b, b-a) }
