package komaki

import (
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// placed is a value of a row with its column, none where that can't be told.
type placed struct {
	cell   grid.Cell
	column int
}

// heads returns the columns behind the name, and the first one's index in
// columns.
func (t *indicatorTable) heads() (columns []valueCell, first int) {
	if len(t.columns) > 0 && t.columns[0].kind == indicatorColumn {
		return t.columns[1:], 1
	}
	return t.columns, 0
}

// place finds the columns of a row's values. An arrow is no year's value: where it would be
// one, the row has lost or gained a cell, and its places say nothing.
func (t *indicatorTable) place(g *grid.Grid, row *indicatorRow) (values []placed, joined string, known bool) {
	names := row.names
	values, joined, known = t.placeValues(g, row)
	if joined != "" && len(names) > 0 {
		t.takeYear(row, names[len(names)-1], values)
	}
	columns, _ := t.heads()
	for i := range values {
		if at := values[i].column; at == none || columns[at].kind != valueColumn || !sheet.IsArrow(values[i].cell.Text) {
			continue
		}
		row.names = names
		fields, _ := sheet.SplitValueCells(row.values)
		return t.placeSome(g, row, fields), "", false
	}
	return values, joined, known
}

// placeValues finds the columns of a row's values: as many as there are columns stand
// in order, also where several share a cell or one shares that of the name; else
// the empty cells tell. Known is false where neither does: then all but the
// first value behind the name and the arrow have no column. Joined is the text of
// the first cell that held several values.
func (t *indicatorTable) placeValues(g *grid.Grid, row *indicatorRow) (values []placed, joined string, known bool) {
	columns, _ := t.heads()
	if len(row.values) == len(columns) {
		return t.inOrder(row.values), "", true
	}
	fields, joined := sheet.SplitValueCells(row.values)
	if joined != "" && len(fields) == len(columns) {
		return t.inOrder(fields), joined, true
	}
	if parts, cell := splitWordValues(fields); cell != "" && len(parts) <= len(columns) {
		if fields, joined = parts, cell; len(fields) == len(columns) {
			return t.inOrder(fields), joined, true
		}
	}
	if len(row.values) == 0 {
		if values, joined, known, ok := t.placeJoined(g, row); ok {
			return values, joined, known
		}
	}
	if name, baseline := t.baselineInName(row); baseline != nil {
		joined = row.lastName().Text
		row.renameLast(name)
		return t.inOrder(append(baseline, row.values...)), joined, true
	}
	if values, ok := t.align(g, row); ok {
		if len(values) == 0 || values[0].column > 0 {
			name, more := sheet.SplitNameValues(row.lastName(), 1)
			if more == nil || !sheet.IsSureValue(more[0]) || sheet.IsArrow(more[0].Text) {
				name, more = t.cutWord(row.lastName())
			}
			if more != nil {
				joined = row.lastName().Text
				row.renameLast(name)
				values = append([]placed{{more[0], 0}}, values...)
			}
		}
		return values, joined, true
	}
	if name, more := sheet.SplitNameValues(row.lastName(), len(columns)-len(fields)); more != nil {
		joined = row.lastName().Text
		row.renameLast(name)
		return t.inOrder(append(more, fields...)), joined, true
	}
	if name, baseline := t.cutBaseline(row, fields); baseline != nil {
		joined = row.lastName().Text
		row.renameLast(name)
		return t.inOrder(append(baseline, fields...)), joined, true
	}
	if values, ok := t.withoutAim(fields); ok {
		return values, joined, true
	}
	if len(fields) == 1 && isAim(fields, 0) {
		if name, more := sheet.SplitNameValues(row.lastName(), 1); more != nil {
			joined = row.lastName().Text
			row.renameLast(name)
			return []placed{{more[0], 0}, {fields[0], len(columns) - 1}}, joined, true
		}
	}
	return t.placeSome(g, row, fields), joined, false
}

// baselineInName cuts the baseline off the end of a name, where all other columns have a
// cell and what stands last is no result of the last year: the years before it have none,
// and it has the baseline's unit.
func (t *indicatorTable) baselineInName(row *indicatorRow) (name grid.Cell, baseline []grid.Cell) {
	columns, first := t.heads()
	last := len(row.values) - 1
	if first == 0 || last < 1 || len(row.values) != len(columns)-1 || columns[len(columns)-1].kind != aimColumn || !ja.IsDash(sheet.PlainText(row.values[last-1].Text)) {
		return name, nil
	}
	aim := ja.ReadQuantity(sheet.PlainText(row.values[last].Text), ja.Expect{})
	if aim.Kind != ja.Numeric {
		return name, nil
	}
	name, baseline = sheet.SplitNameValues(row.lastName(), 1)
	if baseline == nil || !sheet.IsSureValue(baseline[0]) {
		return name, nil
	}
	if value := ja.ReadQuantity(baseline[0].Text, ja.Expect{}); value.Kind != ja.Numeric || value.Quantity.Unit != aim.Quantity.Unit {
		return name, nil
	}
	return name, baseline
}

// placeJoined places the values of a row that stands in one cell with its name, as far
// as their number tells the columns.
func (t *indicatorTable) placeJoined(g *grid.Grid, row *indicatorRow) (values []placed, joined string, known, ok bool) {
	columns, _ := t.heads()
	for count := len(columns); count > 1; count-- {
		name, fields := sheet.SplitNameValues(row.lastName(), count)
		if fields == nil || count < len(columns) && !sheet.IsSureValue(fields[0]) {
			continue
		}
		joined = row.lastName().Text
		row.renameLast(name)
		if count == len(columns) {
			return t.inOrder(fields), joined, true, true
		}
		if values, ok := t.withoutAim(fields); ok {
			return values, joined, true, true
		}
		return t.placeSome(g, row, fields), joined, false, true
	}
	return nil, "", false, false
}

// inOrder places each cell in the column of its turn. The result is good until
// the next row.
func (t *indicatorTable) inOrder(cells []grid.Cell) []placed {
	t.values = t.values[:0]
	for i, cell := range cells {
		t.values = append(t.values, placed{cell: cell, column: i})
	}
	return t.values
}

// lastName returns the last cell of the row's name, an empty one where the name
// is lost.
func (row *indicatorRow) lastName() grid.Cell {
	if len(row.names) == 0 {
		return grid.Cell{}
	}
	return row.names[len(row.names)-1]
}

// renameLast puts a part of the last cell of the name into its place. The row's
// cells are the grid's own and must stay.
func (row *indicatorRow) renameLast(name grid.Cell) {
	row.names = slices.Clone(row.names)
	row.names[len(row.names)-1] = name
}

// align finds the columns by the places of the cells, where the row stands as
// its head does: each cell under a head, the arrow under its own.
func (t *indicatorTable) align(g *grid.Grid, row *indicatorRow) (values []placed, ok bool) {
	if !t.placed || g.Layout != grid.Blanks && row.lastName().Index > row.origin {
		return nil, false
	}
	columns, first := t.heads()
	values = make([]placed, 0, len(columns))
	before := none
	for i, cell := range row.values {
		column := none
		for c := range columns {
			if t.standsUnder(g, cell, row.origin, first+c) {
				column = c
				break
			}
		}
		if column <= before || columns[column].kind != aimColumn && isAim(row.values, i) {
			return nil, false
		}
		before = column
		parts := sheet.SplitValues(cell)
		if len(parts) < 2 || i+1 < len(row.values) && t.standsBefore(g, row.values[i+1], row.origin, first+column+len(parts)) {
			values = append(values, placed{cell: cell, column: column})
			continue
		}
		for n, part := range parts {
			if at := column + n; at >= len(columns) || columns[at].kind != aimColumn && sheet.IsArrow(part.Text) {
				return nil, false
			}
			values = append(values, placed{cell: part, column: column + n})
		}
		before = column + len(parts) - 1
	}
	return values, before < len(columns)
}

// standsUnder reports whether a cell stands under the head of a column.
func (t *indicatorTable) standsUnder(g *grid.Grid, cell grid.Cell, origin int32, column int) bool {
	head := t.columns[column]
	if g.Layout != grid.Blanks {
		return cell.Index-origin == head.index-t.columns[0].index
	}
	start, end := cell.Index, cell.Index+g.WidthOf(cell)
	return start < head.index+head.width && head.index < end
}

// standsBefore reports whether a cell stands before the column.
func (t *indicatorTable) standsBefore(g *grid.Grid, cell grid.Cell, origin int32, column int) bool {
	if column >= len(t.columns) {
		return true
	}
	if g.Layout != grid.Blanks {
		return cell.Index-origin < t.columns[column].index-t.columns[0].index
	}
	return cell.Index < t.columns[column].index
}

// withoutAim places as many values as there are columns for them, where the
// arrow or the bound behind them is lost.
func (t *indicatorTable) withoutAim(fields []grid.Cell) (values []placed, ok bool) {
	columns, _ := t.heads()
	count := 0
	for _, column := range columns {
		if column.kind != aimColumn {
			count++
		}
	}
	if len(fields) != count || count == 0 || columns[len(columns)-1].kind != aimColumn || isAim(fields, count-1) {
		return nil, false
	}
	return t.inOrder(fields), true
}

// placeSome places what is sure in a row that has lost cells: the value right
// behind the name, if it is the baseline's place, and the arrow.
func (t *indicatorTable) placeSome(g *grid.Grid, row *indicatorRow, fields []grid.Cell) []placed {
	columns, first := t.heads()
	values := make([]placed, 0, len(fields))
	if len(columns) == 0 {
		return values
	}
	for i, cell := range fields {
		column := none
		switch {
		case isAim(fields, i) && columns[len(columns)-1].kind == aimColumn && len(fields) < 2*len(columns)-1:
			column = len(columns) - 1
		case i == 0 && first == 1 && columns[0].measure == model.Baseline && t.standsUnder(g, cell, row.origin, 1):
			column = 0
		}
		values = append(values, placed{cell: cell, column: column})
	}
	return values
}

// isAim reports whether a cell says where the indicator is to move: an arrow, or
// a bound at the end of the row.
func isAim(cells []grid.Cell, i int) bool {
	text := sheet.PlainText(cells[i].Text)
	if sheet.IsArrow(text) {
		return true
	}
	return i+1 == len(cells) && ja.ReadQuantity(text, ja.Expect{}).Quantity.Bound != ""
}
