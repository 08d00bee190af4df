package sheet

// ShareOwnedRows gives rows to labels as ShareRows does where the labels of some rows are
// known: owners has the label of each row, -1 where it is not known. Places are given in
// halves of a line.
func ShareOwnedRows(labels, rows []Lines, owners []int) (starts []int, ok bool) {
	if len(labels) > len(rows) || len(rows) > maxShared {
		return nil, false
	}
	best, bestStarts := bestFit(labels, rows, known{label: -1, owners: owners})
	if best > int32(36*len(labels)) {
		return nil, false
	}
	starts = make([]int, len(labels))
	for i, end := len(labels)-1, len(rows); i >= 0; i-- {
		end = bestStarts[i][end]
		starts[i] = end
	}
	return starts, true
}

// bestFit returns the least cost of all roundings.
func bestFit(labels, rows []Lines, own known) (best int32, starts [][]int) {
	best = farOff
	for rounding := int32(-1); rounding <= 1; rounding++ {
		if cost, fit := fitLabels(labels, rows, rounding, &own); cost < best {
			best, starts = cost, fit
		}
	}
	return best, starts
}

// known is what is known of the rows before their share: that a label begins at a row, if
// it is not -1, and the labels of some rows.
type known struct {
	label, row int
	owners     []int
}

// allows reports whether a label may have the rows from first on up to the one before end.
func (k *known) allows(label, first, end int) bool {
	if label == k.label && first != k.row {
		return false
	}
	for row := first; row < min(end, len(k.owners)); row++ {
		if owner := k.owners[row]; owner != label && owner >= 0 {
			return false
		}
	}
	return true
}

const (
	// maxDoubted is how many rows a page may have of which each is asked whether its label
	// is sure.
	maxDoubted = 80
	// doubtCost is how much worse another share is at most that may be as well the true
	// one, as each label's place is rounded: the squares of half a line for two labels, in
	// quarters of the halves in which the places are given.
	doubtCost = 32
)

// DoubtfulRows returns the rows that stand at the border of two labels and may belong to
// either, for their places, given in halves of a line, fit both as well.
func DoubtfulRows(labels, rows []Lines, starts, owners []int) []int {
	if len(rows) > maxDoubted {
		return nil
	}
	best, _ := bestFit(labels, rows, known{label: -1, owners: owners})
	var doubtful []int
	for i := 1; i < len(labels); i++ {
		for _, row := range [...]int{starts[i] - 1, starts[i] + 1} {
			if cost, _ := bestFit(labels, rows, known{label: i, row: row, owners: owners}); cost <= best+doubtCost {
				doubtful = append(doubtful, min(row, starts[i]))
			}
		}
	}
	return doubtful
}

// fitLabels returns the least cost, in squares of quarter lines, at which the
// labels take all rows, and for each label and each number of rows taken up to it
// how many the labels before it take.
func fitLabels(labels, rows []Lines, rounding int32, own *known) (cost int32, starts [][]int) {
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
				if costs[before] >= farOff || !own.allows(i, before, n) {
					continue
				}
				shared := Lines{rows[before].First, rows[n-1].Last}
				off := min(distance(2*shared.twiceMiddle(), 2*labels[i].twiceMiddle()+rounding), 1<<12)
				if cost := costs[before] + off*off; costs[before] < farOff && cost < next[n] {
					next[n], starts[i][n] = cost, before
				}
			}
		}
		costs = next
	}
	return costs[len(rows)], starts
}

func distance(a, b int32) int32 { return max(a-b, b-a) }
