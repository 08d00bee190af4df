package sheet

import (
	"slices"
	"testing"
)

// The head has a label in column 2, three years from column 3 on, and the total.
func TestPlace(t *testing.T) {
	head := YearHead{Start: 2021, Count: 3, Visible: true, Columns: true, First: 3, Label: 2, Total: true, Width: 7}
	at := func(columns ...int32) (values []YearValue) {
		for _, column := range columns {
			values = append(values, YearValue{Index: column})
		}
		return values
	}
	joined := func(values []YearValue) []YearValue {
		values[0].Joined = true
		return values
	}
	withoutColumns := head
	withoutColumns.Columns, withoutColumns.Visible = false, false
	for name, test := range map[string]struct {
		head   YearHead
		values []YearValue
		label  int32
		row    RowWidth
		want   []YearIndex // nil where the values can't be placed
	}{
		"by columns":                    {head, at(3, 5), 2, RowWidth{Cells: 7}, []YearIndex{0, 2}},
		"the total":                     {head, at(4, 6), 2, RowWidth{Cells: 7}, []YearIndex{1, AllYears}},
		"behind the label of a row":     {head, at(2, 3), 1, RowWidth{Cells: 6}, []YearIndex{0, 1}},
		"label and value in one cell":   {head, joined(at(2, 5)), 2, RowWidth{Cells: 7}, []YearIndex{0, 2}},
		"a cell lost":                   {head, at(3, 5), 2, RowWidth{Cells: 6}, nil},
		"a cell lost, none shown":       {head, at(3, 5), 2, RowWidth{Cells: 6, Trimmed: true}, []YearIndex{0, 2}},
		"as many as years":              {withoutColumns, at(9, 9, 9), NoColumn, RowWidth{Cells: 3}, []YearIndex{0, 1, 2}},
		"as many as years and total":    {withoutColumns, at(9, 9, 9, 9), NoColumn, RowWidth{Cells: 4}, []YearIndex{0, 1, 2, AllYears}},
		"fewer than years, no columns":  {withoutColumns, at(3, 4), NoColumn, RowWidth{Cells: 2}, nil},
		"a remark behind the total":     {head, at(4, 5, 7), 2, RowWidth{Cells: 8}, nil},
		"cells added before the values": {head, at(4, 5), 2, RowWidth{Cells: 9}, nil},
	} {
		placed := test.head.Place(test.values, test.label, test.row)
		var got []YearIndex
		for _, value := range test.values {
			got = append(got, value.Year)
		}
		if placed != (test.want != nil) || placed && !slices.Equal(got, test.want) {
			t.Errorf("%s: %v (%v); want %v", name, got, placed, test.want)
		}
	}
}

func TestAddYear(t *testing.T) {
	for name, test := range map[string]struct {
		years   [][2]int // with their columns
		want    bool
		count   int
		columns bool
	}{
		"one column each":   {[][2]int{{2021, 3}, {2022, 4}, {2023, 5}}, true, 3, true},
		"a year left out":   {[][2]int{{2021, 3}, {2023, 5}}, true, 3, true},
		"a column too much": {[][2]int{{2021, 3}, {2022, 5}}, true, 2, false},
		"two in one cell":   {[][2]int{{2021, 3}, {2022, -1}, {2023, 4}}, true, 3, false},
		"the same twice":    {[][2]int{{2021, 3}, {2021, 4}}, false, 1, true},
	} {
		var head YearHead
		ok := true
		for _, year := range test.years {
			ok = ok && head.AddYear(year[0], int32(year[1]))
		}
		if ok != test.want || head.Start != 2021 || head.First != 3 || head.Count != test.count || head.Columns != test.columns {
			t.Errorf("%s: %+v (%v)", name, head, ok)
		}
	}
}
