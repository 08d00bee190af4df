package komaki

import "slices"

// What a row costs whose sections do not stand as they should, in halves of a line.
const (
	lackCost = 40      // it has none
	skipCost = 2       // another line stands between two of theirs
	farCost  = 1 << 20 // it can't be
)

// unbalance returns how far the lines of a row's sections stand from being one below the
// other, with their middle beside the number or half a line from it: typesetting rounds.
func (w *wrappedRow) unbalance(above, below []*tablePiece) int {
	number := w.figures[0].line
	lines := make([]int, 0, len(above)+len(w.sections)+len(below))
	for _, piece := range slices.Concat(above, w.sections, below) {
		lines = append(lines, piece.line)
	}
	if len(lines) == 0 {
		return lackCost
	}
	middle := lines[0] + lines[len(lines)-1] - 2*number
	cost := max(middle-1, -middle-1, 0)
	for i := 1; i < len(lines); i++ {
		if skipped := lines[i] - lines[i-1] - 1; skipped > 1 || skipped == 1 && lines[i]-1 != number {
			cost += skipCost
		}
	}
	return cost
}

// cutGaps returns how many of the lines of sections between two rows belong to the one
// above, so that all stand as well as they can; none where that does not tell.
func (p *tablePage) cutGaps(gaps [][]*tablePiece) []int {
	rows := len(p.rows)
	// down[i][c] is the least cost of the rows before gap i if c of its lines are theirs,
	// up[i][c] that of the rows behind it.
	down, up := make([][]int, rows+1), make([][]int, rows+1)
	for i := range down {
		down[i], up[i] = make([]int, len(gaps[i])+1), make([]int, len(gaps[i])+1)
		for c := range down[i] {
			down[i][c], up[i][c] = farCost, farCost
		}
	}
	down[0][0], up[rows][len(gaps[rows])] = 0, 0
	for i, row := range p.rows {
		for before, cost := range down[i] {
			for c := range down[i+1] {
				down[i+1][c] = min(down[i+1][c], cost+row.unbalance(gaps[i][before:], gaps[i+1][:c]))
			}
		}
	}
	for i, row := range slices.Backward(p.rows) {
		for after, cost := range up[i+1] {
			for c := range up[i] {
				up[i][c] = min(up[i][c], cost+row.unbalance(gaps[i][c:], gaps[i+1][:after]))
			}
		}
	}
	cuts := make([]int, rows+1)
	for i := range cuts {
		least, count := farCost, 0
		for c := range up[i] {
			switch cost := down[i][c] + up[i][c]; {
			case cost < least:
				least, count, cuts[i] = cost, 1, c
			case cost == least:
				count++
			}
		}
		if count != 1 {
			cuts[i] = none
		}
	}
	return cuts
}
