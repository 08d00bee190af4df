package sheet

import (
	"slices"
	"testing"
)

// lines returns rows of one line each, or labels.
func lines(first ...int32) []Lines {
	all := make([]Lines, len(first))
	for i, line := range first {
		all[i] = Lines{line, line}
	}
	return all
}

func TestShareParts(t *testing.T) {
	for _, test := range []struct {
		name         string
		labels, rows []Lines
		goesOn       []bool
		starts       []int
		doubtful     []int
	}{
		{"a row of either", lines(2, 5), lines(1, 2, 3, 4, 5, 6), nil, []int{0, 3}, []int{3}},
		{"a row that goes on", lines(2, 5), lines(1, 2, 3, 4, 5, 6), []bool{3: true, 5: false}, []int{0, 3}, nil},
		{"between two lines", lines(1, 3), lines(1, 2, 3, 4), []bool{0: true, 3: false}, []int{0, 2}, nil},
		{"a label of two lines", []Lines{{1, 2}, {3, 3}}, lines(1, 2, 3), nil, []int{0, 2}, nil},
		{"off by lines", lines(1, 2), lines(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), nil, nil, nil},
	} {
		part := &Part{Labels: test.labels, Rows: test.rows, GoesOn: test.goesOn}
		ShareParts([]*Part{part})
		if !slices.Equal(part.Starts, test.starts) {
			t.Errorf("%s: the labels begin with rows %v, want %v", test.name, part.Starts, test.starts)
		}
		for row, doubtful := range part.Doubtful {
			if doubtful != slices.Contains(test.doubtful, row) {
				t.Errorf("%s: row %d doubtful: %v", test.name, row, doubtful)
			}
		}
	}
}
