package isehara

import (
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// extraColumn is a column right of the years of the costs that is no year's: 増減. Its
// zero is none.
type extraColumn struct {
	row, index int32
	name       string
}

// beginsExtra takes note of a cell behind the heads of years, in a table whose heads are
// right above their amounts. It stays unmapped, as what stands under it.
func (r *reader) beginsExtra(token sheet.Token) bool {
	m := &r.money
	if len(m.heads) == 0 || m.used || m.label.Text != "" || token.Row != m.headRow || r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows {
		return false
	}
	if _, isHead := r.moneyHeadOf(token.Text); isHead || token.Index <= m.heads[len(m.heads)-1].index {
		return false
	}
	if m.extra.row != token.Row || m.extra.name == "" {
		m.extra = extraColumn{token.Row, token.Index, token.Text}
	}
	return true
}

// withoutExtra returns the figures of a row without those behind the years.
func (r *reader) withoutExtra(label string, items []item) []item {
	m := &r.money
	if m.extra.name == "" || m.extra.row != m.headRow {
		return items
	}
	at := slices.IndexFunc(items, func(i item) bool { return i.index >= m.extra.index })
	if at < 0 {
		return items
	}
	for n := range items[at:] {
		own := &items[at+n]
		r.Report(model.CodeColumnUnknown, own.cells[0].At, label, own.raw, m.yearList())
	}
	return items[:at]
}
