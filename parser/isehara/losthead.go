package isehara

import (
	"strconv"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// addLostHead puts a head without a year before the others where amounts of a row
// stand left of all of them, and others than those below them: the head of the first
// year is gone.
func (r *reader) addLostHead(label sheet.Token, name string, items []item) {
	m := &r.money
	if m.kind != costRow || len(m.heads) == 0 || len(m.rows) > 0 || r.Grid.Layout == grid.Blanks || r.Grid.Layout == grid.PipeCells {
		return
	}
	shift, left := int32(0), 0
	if m.label.Text != "" {
		shift = label.Index - m.label.Index
	}
	for left < len(items) && items[left].index-shift < m.heads[0].index {
		left++
	}
	if left == 0 || left == len(items) || items[0].index-shift > m.heads[0].index-2 || !differ(items[:left], items[left:]) {
		return
	}
	r.Report(model.CodeYearUnknown, items[0].cells[0].At, name, strconv.Itoa(len(items)), strconv.Itoa(len(m.heads)), m.yearList())
	m.heads = append([]moneyHead{{index: items[0].index - shift}}, m.heads...)
}

// differ reports whether an amount is none of the others.
func differ(items, others []item) bool {
	for n := range items {
		found := items[n].lost
		for i := range others {
			found = found || items[n].quantity.Number.Equal(others[i].quantity.Number)
		}
		if !found {
			return true
		}
	}
	return false
}
