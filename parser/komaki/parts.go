package komaki

import (
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// indicatorPart is what a row of an indicator that has several says of itself: 目標 or 実績,
// or the name of the part that it stands for.
type indicatorPart struct {
	cell    grid.Cell
	printed bool
	// measure is that of the row's years; empty where the row is a part by name.
	measure model.ValueMeasure
}

// partGroup is the indicator to which further rows of figures belong.
type partGroup struct {
	item, indicator int
}

// finishHead takes the column 区分 out of the columns of values, and tells 現状値 from
// 基準値 where both are printed.
func (t *indicatorTable) finishHead() {
	for i := range t.columns {
		if t.columns[i].kind == sortColumn && i > 0 {
			t.sorted = t.columns[i].index
			if !t.placed {
				t.sorted = none
			}
			t.columns = slices.Delete(t.columns, i, i+1)
			break
		}
	}
	hasBaseline := slices.ContainsFunc(t.columns, func(column valueCell) bool {
		return column.measure == model.Baseline && !column.current
	})
	for i := range t.columns {
		if column := &t.columns[i]; hasBaseline && column.current {
			column.measure = model.Actual
		}
	}
}

// rowMeasures are the words that tell what the figures of a row are.
var rowMeasures = ja.NewLabels(slices.Concat(
	sheet.Spellings(model.Target, "目標", "目標値", "計画", "計画値"),
	sheet.Spellings(model.Actual, "実績", "実績値"),
	sheet.Spellings(model.Rate, "達成率"),
)...)

// cutPart parts the word for the part of an indicator from the cells of a row, with the
// name before it, if the row has one.
func (t *indicatorTable) cutPart(r *reader, l *line, row *indicatorRow) bool {
	if columns, first := t.heads(); first == 0 || len(columns) < 2 || len(l.cells) < 2 {
		return false
	}
	at := none
	for i, cell := range l.cells[:2] {
		text := sheet.PlainText(cell.Text)
		if i > 0 || t.parent != "" || len(t.names) > 0 {
			if measure, ok := rowMeasures.Find(text); ok {
				row.part, at = indicatorPart{cell: cell, printed: true, measure: measure}, i
				break
			}
		}
		if t.standsApart(r.Grid.Layout, cell, i) && !sheet.IsValue(text) {
			row.part, at = indicatorPart{cell: cell, printed: true}, i
			break
		}
	}
	if at == none || at == 0 && len(t.names) == 0 && t.parent == "" {
		row.part = indicatorPart{}
		return false
	}
	row.names, row.values = l.cells[:at:at], l.cells[at+1:]
	return true
}

// standsApart reports whether a cell stands in the column 区分, or in one without a
// head between that of the names and the others.
func (t *indicatorTable) standsApart(layout grid.Layout, cell grid.Cell, i int) bool {
	if layout == grid.Blanks || layout == grid.PipeCells || !t.placed || len(t.columns) < 2 || cell.Index <= t.columns[0].index {
		return false
	}
	if t.sorted != none {
		return cell.Index == t.sorted
	}
	return i < 2 && cell.Index < t.columns[1].index
}

// readRowPart names an indicator by its part, or returns that of the row above where a row
// has further figures of it: then merged is true.
func (r *reader) readRowPart(part *indicatorPart, indicator model.Indicator, named bool) (own model.Indicator, merged bool) {
	t := &r.indicators
	if !part.printed {
		t.parent = ""
		return indicator, false
	}
	repeated := named && indicator.Name == t.parent && part.measure != "" // a merged name, printed in each row
	if named && !repeated {
		t.parent = indicator.Name
		t.parts = partGroup{indicator: none}
	}
	if part.measure == "" {
		r.Grid.Claim(part.cell, grid.Value)
		name := indicator.Name
		if !named {
			sheet.NameIndicator(&indicator, t.parent)
			name = indicator.Name
		}
		indicator.Name = name + " " + ja.Unwrap(sheet.PlainText(part.cell.Text))
		return indicator, false
	}
	r.Grid.Claim(part.cell, grid.Label)
	if (!named || repeated) && t.parts.indicator != none && t.parts.item == r.namedIndex() {
		return r.named().Indicators[t.parts.indicator], true
	}
	if !named {
		sheet.NameIndicator(&indicator, t.parent)
	}
	return indicator, false
}

// measureOf returns what a value in a column is in the row that is being read: a year's
// column without a word of its own holds what the row says.
func (t *indicatorTable) measureOf(column valueCell) valueCell {
	if t.measure != "" && column.kind == valueColumn && column.plain {
		column.measure = t.measure
	}
	return column
}
