package sheet

import (
	"slices"
	"testing"
)

func TestCutRows(t *testing.T) {
	g := gridOf(t, "名\t甲\t\t\t乙\t\t\t\t\t丙\n")
	var got [][]string
	for _, row := range CutRows(g.Rows[0].Cells, -1, 3) {
		got = append(got, cellTexts(row))
	}
	want := [][]string{{"名", "甲"}, {"乙"}, {"丙"}}
	if !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("the rows are %q; want %q", got, want)
	}
	if rows := CutRows(tokensOf(t, ""), 0, 3); rows != nil {
		t.Errorf("no cells are cut into %v", rows)
	}
}
