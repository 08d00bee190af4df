package sheet

import (
	"fmt"
	"slices"
	"testing"
)

func TestColumns(t *testing.T) {
	g := gridOf(t, "指標名      R3      R4    計\n利用者数    10人          30人\n満足度              80%\n")
	var columns Columns
	for _, row := range g.Rows {
		for _, cell := range row.Cells {
			columns.Add(g, cell)
		}
	}
	columns.Join()
	var got []string
	for _, row := range g.Rows {
		for _, cell := range row.Cells {
			got = append(got, fmt.Sprint(cell.Text, columns.Of(cell)))
		}
	}
	want := []string{"指標名0", "R31", "R42", "計3", "利用者数0", "10人1", "30人3", "満足度0", "80%2"}
	if !slices.Equal(got, want) {
		t.Errorf("the cells stand in the columns %q; want %q", got, want)
	}
}

func TestShareRows(t *testing.T) {
	rows := func(lines ...int32) (all []Lines) {
		for _, line := range lines {
			all = append(all, Lines{line, line})
		}
		return all
	}
	for name, test := range map[string]struct {
		labels, rows []Lines
		want         []int
	}{
		"labels beside the middle": {rows(3, 9), rows(1, 3, 5, 7, 9, 11), []int{0, 3}},
		"rounded down":             {rows(2, 7), rows(1, 4, 6, 7, 8), []int{0, 2}},
		"of two lines":             {[]Lines{{2, 4}, {8, 8}}, rows(1, 3, 5, 8), []int{0, 3}},
		"more labels than rows":    {rows(1, 2), rows(1), nil},
		"far from all rows":        {rows(90), rows(1, 3), nil},
	} {
		starts, ok := ShareRows(test.labels, test.rows)
		if ok != (test.want != nil) || !slices.Equal(starts, test.want) {
			t.Errorf("%s: %v (%v); want %v", name, starts, ok, test.want)
		}
	}
}
