package komaki

import (
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// readTurned reads a table of indicators whose rows and columns have changed places: the
// names stand in the row of 指標名, and what are the heads of columns elsewhere begins the
// rows below. What follows the last of them stays unmapped.
func (r *reader) readTurned(l *line) bool {
	t := &r.indicators
	if r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows || len(l.cells) < 2 || r.named() == nil {
		return false
	}
	t.columns = append(t.columns[:0], valueCell{columnEntry: columnEntry{kind: indicatorColumn}})
	for _, cell := range l.cells[1:] {
		if text := sheet.PlainText(cell.Text); text == "" || sheet.IsValue(text) || t.isRowHead(r, text) {
			return false // as of nearly all tables
		}
	}
	first := r.next
	for r.next < len(r.lines) && t.isTurnedRow(r, l, &r.lines[r.next]) {
		column, _ := t.readHead(r.lines[r.next].first, r.Calendar)
		column.index = int32(len(t.columns))
		t.columns = append(t.columns, column)
		r.next++
	}
	if r.next == first {
		return false
	}
	t.placed, t.sorted, t.parent, t.parts, t.measure = true, none, "", partGroup{indicator: none}, ""
	t.open, t.rests = openHead{}, nil
	t.finishHead()
	rows := r.lines[first:r.next]
	r.Grid.Claim(l.cells[0], grid.Label)
	for i := range rows {
		r.Grid.Claim(rows[i].cells[0], grid.Label)
	}
	if t.item = r.namedIndex(); t.item != none {
		t.earlier = len(r.item(t.item).Indicators)
	}
	for _, name := range l.cells[1:] {
		r.readTurnedColumn(name, rows)
	}
	t.columns = t.columns[:0]
	return true
}

// isRowHead reports whether a text is the head of a column of an indicator's values.
func (t *indicatorTable) isRowHead(r *reader, text string) bool {
	column, ok := t.readHead(text, r.Calendar)
	return ok && column.kind != indicatorColumn && column.kind != sortColumn
}

// isTurnedRow reports whether a line is a row of such a table: a head, and cells under the
// names.
func (t *indicatorTable) isTurnedRow(r *reader, names, l *line) bool {
	if l.kind != plain || l.cells[0].Index != names.cells[0].Index || !t.isRowHead(r, l.first) {
		return false
	}
	return !slices.ContainsFunc(l.cells[1:], func(cell grid.Cell) bool {
		return !slices.ContainsFunc(names.cells[1:], func(name grid.Cell) bool { return name.Index == cell.Index })
	})
}

// readTurnedColumn reads the indicator that has a name, from the cells below that.
func (r *reader) readTurnedColumn(name grid.Cell, rows []line) {
	indicator := model.Indicator{At: name.At, Kind: r.indicators.kind}
	if r.indicators.card != none {
		indicator.Kind = ""
	}
	r.Grid.Claim(name, grid.Value)
	sheet.NameIndicator(&indicator, sheet.PlainText(name.Text))
	var values []placed
	for i := range rows {
		for _, cell := range rows[i].cells[1:] {
			if cell.Index == name.Index {
				values = append(values, placed{cell: cell, column: i})
			}
		}
	}
	r.readValues(&indicator, values, true)
	sheet.FinishIndicator(&indicator)
	r.addIndicator(&indicator)
}
