package komaki

import (
	"cmp"
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// valueCell is what a column of a table of indicators is, by its head.
type valueCell struct {
	columnEntry
	fy int
	// plain is set where the head is a year and does not say what its values are.
	plain bool
	// index is the column's place in the row, width its breadth where columns
	// are parted by blanks. split tells that the head stood with others in one
	// cell, so that its place is unknown.
	index, width int32
}

// indicatorTable is the table of indicators that is being read.
type indicatorTable struct {
	kind    model.IndicatorKind
	columns []valueCell
	// known are heads that were read, of which the next one replaces the oldest.
	known  [8]knownHead
	oldest int
	// placed tells that the columns' indexes are known.
	placed bool
	// row is the row that was read last: a rest of its name may follow.
	row indicatorRow
	// names are lines of a name whose row follows.
	names []grid.Cell
	// aligned is how the cells of the tables above stand in rows of several lines.
	aligned alignment
	// open is a head whose second line follows.
	open openHead
	// seen is the line up to which the lines were looked through for rows of several.
	seen int
	// ran is the same for rows that run over several lines.
	ran int
	// rests are what values go on with on the lines below, by the places of the values.
	rests map[int32][]grid.Cell
	// values is memory for the values of one row.
	values []placed
	// sorted is the place of the column 区分, none where there is none; it is none of
	// the columns. parent is the name of the row above that has parts, and parts its
	// indicator.
	sorted int32
	parent string
	parts  partGroup
	// measure is what the row of figures that is being read says of its years.
	measure model.ValueMeasure
	// numbered is the place of a column of numbers before the names, none where there is none.
	numbered int32
	// card is the project in whose text the table stands, none outside of one.
	card int
	// item is the item under whose heading the table's head was read, earlier
	// the number of indicators that it had before.
	item, earlier int
}

// indicatorRow is a row of the table: the cells of its name and its values.
type indicatorRow struct {
	names  []grid.Cell
	values []grid.Cell
	part   indicatorPart
	// first and last are the lines of the input that it covers.
	first, last int32
	// origin is the index of the table's first column in this row.
	origin int32
	// above and below count the lines of the name over and under the values.
	above, below int
}

// firstCell returns the cell with which a row begins that is not empty.
func (row *indicatorRow) firstCell() grid.Cell {
	if len(row.names) > 0 {
		return row.names[0]
	}
	if row.part.printed {
		return row.part.cell
	}
	return row.values[0]
}

// begin starts the part of the indicators under a heading such as
// 【まちの状態を表す指標】, which holds until the next one.
func (t *indicatorTable) begin(heading string) {
	t.card = none
	inner, _ := bracketed(ja.TrimSpace(heading[headingMark(heading):]))
	t.kind, _ = indicatorKinds.Find(inner)
}

// readIndicatorLine reads a line under the head of a table: a row, a part of a
// name, or without rows the first cell of a row.
func (r *reader) readIndicatorLine(l *line) {
	t := &r.indicators
	l = r.cutRowNumber(l)
	switch {
	case len(t.columns) == 0 && !isArrowRow(l):
		if r.noteOpen {
			r.continueNote(l)
		}
	case r.Grid.Layout == grid.PipeCells:
		r.gatherRow(l)
	case r.leaveOthersTable(l):
	case r.Grid.Layout == grid.Blanks && r.next > 1 && breaksInValue(&r.lines[r.next-2], l):
		t.names, t.row = nil, indicatorRow{} // both stay unmapped
	case r.Grid.Layout == grid.Blanks && isTornNumber(l):
		r.leaveTornRow()
	case r.Grid.Layout == grid.Blanks && r.readWrappedRows():
	case r.Grid.Layout == grid.Blanks && holdsTornNumber(l):
		r.leaveTornLines(l)
	case len(l.cells) == 1 && t.holdsTooMany(l.cells[0]):
		r.flushIndicators()
	case r.Grid.Layout == grid.Blanks && len(l.cells) == 1 && r.readRunningRow():
	case len(l.cells) == 1 && !t.isWholeRow(l.cells[0]):
		r.readNamePart(l)
	default:
		t.addRow(r, r.joinBrokenRow(r.cutJoinedRow(l)))
	}
}

// addRow takes a row of the table.
func (t *indicatorTable) addRow(r *reader, l *line) {
	row := indicatorRow{values: l.cells, first: l.firstLine(), last: l.lastLine()}
	if t.placed && len(t.columns) > 0 {
		row.origin = t.columns[0].index
	}
	names := t.names
	r.flushRow()
	if t.cutPart(r, l, &row) {
		row.names, row.above = slices.Concat(names, row.names), len(names)
		t.names, t.row = nil, row
		return
	}
	if len(names) == 0 && t.hasLostName(r, l) {
		r.Report(model.CodeNoName, l.cells[0].At, "指標名")
		t.row = row
		return
	}
	if columns, first := t.heads(); len(names) == 0 && first > 0 && r.Grid.Layout != grid.PipeCells && len(l.cells) <= len(columns) && startsWithValues(l.cells[0]) {
		return // the rest of a row; of which one can't be told
	}
	if len(names) == 0 || !startsWithValue(l.cells[0]) {
		if r.Grid.Layout == grid.PipeCells {
			row.origin = l.cells[0].Index
		}
		if len(names) == 0 {
			names = l.cells[:1:1]
		} else {
			names = append(names, l.cells[0])
		}
		row.values = l.cells[1:]
	}
	row.names, row.above = names, len(t.names)
	t.names = nil
	t.row = row
}

// hasLostName reports whether a row has values in all columns but that of the
// name: the name is lost.
func (t *indicatorTable) hasLostName(r *reader, l *line) bool {
	columns, first := t.heads()
	if first == 0 || r.Grid.Layout == grid.PipeCells {
		return false
	}
	inSecond := t.placed && r.Grid.Layout != grid.Blanks && len(columns) > 0 && l.cells[0].Index == columns[0].index
	return (inSecond || len(l.cells) == len(columns) && isAim(l.cells, len(l.cells)-1)) && startsWithValue(l.cells[0])
}

// isWholeRow reports whether a cell holds a whole row, joined by blanks. The arrow may
// be lost, or values before it.
func (t *indicatorTable) isWholeRow(cell grid.Cell) bool {
	columns, first := t.heads()
	if first == 0 || len(columns) < 3 || !holdsBlank(cell.Text) {
		return false
	}
	if _, values := sheet.SplitNameValues(cell, len(columns)); values != nil {
		return true
	}
	_, last := sheet.SplitNameValues(cell, 2)
	if last != nil && countSure(last) == 2 {
		return true // no name ends in two figures
	}
	if columns[len(columns)-1].kind != aimColumn {
		return false
	}
	if _, values := sheet.SplitNameValues(cell, len(columns)-1); values != nil && sheet.IsSureValue(values[0]) {
		return true
	}
	if !endsInArrow(cell.Text) {
		return false
	}
	return last != nil && !sheet.IsArrow(sheet.PlainText(last[0].Text))
}

// maxNameLines is how many lines the name of an indicator may have.
const maxNameLines = 12

// readNamePart reads a line that is one cell: the first line of a name whose
// row follows, or the rest of the name of the row before.
func (r *reader) readNamePart(l *line) {
	t := &r.indicators
	if strings.Contains(l.first, "。") || sheet.IsArrow(l.first) || len(l.first) > 600 || len(t.names) >= maxNameLines || len(t.row.names) >= maxNameLines {
		return
	}
	if r.Grid.Layout != grid.PipeCells && r.next < len(r.lines) && r.next > 1 && isBetweenRows(r.lines, r.next-1) && isApart(r.lines, r.next-1) {
		return // no part of a name, but perhaps the head of a page
	}
	if r.Grid.Layout == grid.Blanks && len(t.row.values) > 0 && len(t.row.names) > 0 &&
		l.cells[0].Index >= t.row.values[0].Index-maxAskew && l.cells[0].Index > t.row.names[0].Index+maxAskew {
		return // it stands among the values
	}
	if columns, _ := t.heads(); r.Grid.Layout != grid.PipeCells && len(t.row.values) > 0 && len(t.row.values) < len(columns) && startsWithValues(l.cells[0]) {
		return // a value of the row above that lacks some, of which column can't be told
	}
	if len(t.row.names) > 0 && len(t.names) == 0 && r.endsNameBefore(l) {
		t.row.names = append(t.row.names, l.cells[0])
		t.row.below++
		t.row.last = l.lastLine()
		return
	}
	t.names = append(t.names, l.cells[0])
}

// endsNameBefore reports whether a line is the rest of the name of the row
// before: a bracket is still open there, no row follows, or the columns are
// parted by blanks, where the values stand beside the first line of a name.
func (r *reader) endsNameBefore(l *line) bool {
	row := &r.indicators.row
	if l.firstLine() > row.last+1 {
		return false
	}
	name := sheet.PlainText(row.names[len(row.names)-1].Text)
	if endsInArrow(name) || len(row.values) == 0 && r.indicators.isWholeRow(row.lastName()) {
		return false // a whole row in one cell
	}
	if sheet.OpenBrackets(name) > 0 {
		return true
	}
	if sheet.OpenBrackets(l.first) < 0 {
		return true
	}
	if row.above > 0 && r.Grid.Layout == grid.Blanks {
		// The values stand beside the middle of the name: as many lines follow as
		// stood above.
		return row.below < row.above
	}
	for i := r.next; i < len(r.lines) && i < r.next+maxNameLines; i++ {
		next := &r.lines[i]
		if next.kind != plain || next.head > 0 {
			return true
		}
		if len(next.cells) > 1 {
			return r.Grid.Layout == grid.Blanks && !startsWithValue(next.cells[0])
		}
	}
	return true
}

// gatherRow collects the cells of a row in the layout without rows: up to the
// arrow that ends it, or as many as there are columns.
func (r *reader) gatherRow(l *line) {
	if strings.Contains(l.first, "。") {
		return
	}
	first := r.next - 1
	end := r.rowEnd(first)
	if end == first+1 {
		r.readNamePart(l)
		return
	}
	cells := make([]grid.Cell, 0, end-first)
	for _, one := range r.lines[first:end] {
		cells = append(cells, one.cells[0])
	}
	r.next = end
	r.indicators.addRow(r, &line{cells: cells, first: l.first})
}

// rowEnd returns the line behind the last cell of the row that begins at first.
// A row may have an empty cell or two more than its head.
func (r *reader) rowEnd(first int) int {
	origin := r.lines[first].cells[0].Index
	count := int32(len(r.indicators.columns))
	whole := 0
	for end := first + 1; end < len(r.lines); end++ {
		next := &r.lines[end]
		offset := next.cells[0].Index - origin
		if next.kind != plain && !isFigureLine(next) || next.head > 0 || offset >= count+2 {
			return cmp.Or(whole, end)
		}
		if offset >= count && whole == 0 {
			whole = end
		}
		if endsInArrow(next.first) {
			return end + 1
		}
		if whole > 0 && !sheet.IsValue(next.first) {
			return whole
		}
	}
	return cmp.Or(whole, len(r.lines))
}

// isFigureLine reports whether a line that might be a page number is a figure.
func isFigureLine(l *line) bool {
	return l.kind == pageNumber && !strings.HasSuffix(l.first, "-") && sheet.IsValue(l.first)
}

// flushIndicators closes the table.
func (r *reader) flushIndicators() {
	t := &r.indicators
	r.flushRow()
	t.names = nil
}

// flushRow adds the indicator of the row that was read last.
func (r *reader) flushRow() {
	t := &r.indicators
	row := t.row
	t.row = indicatorRow{}
	item := r.named()
	if columns, _ := t.heads(); len(row.names)+len(row.values) == 0 || item == nil || len(columns) == 0 {
		return
	}
	if r.Grid.Layout == grid.Blanks && len(row.names) > 0 && beginsWithBracket(row.names[0].Text) && isRest(row.names[0].Text) {
		return // the year of a value, and no name
	}
	values, joined, known := t.place(r.Grid, &row)
	indicator := model.Indicator{At: row.firstCell().At, Kind: t.kind}
	if t.card != none {
		indicator.Kind = ""
	}
	for _, cell := range row.names {
		r.Grid.Claim(cell, grid.Value)
	}
	t.measure = row.part.measure
	if len(row.names) > 0 {
		sheet.NameIndicator(&indicator, sheet.JoinCells(row.names, "\n"))
	}
	indicator, merged := r.readRowPart(&row.part, indicator, len(row.names) > 0)
	if joined != "" && slices.ContainsFunc(values, func(value placed) bool { return value.column != none }) {
		r.Report(model.CodeJoinedCells, indicator.At, joined, "one value for each column")
	}
	if !known && countFigures(values) == 0 {
		if _, glued, ok := cutGluedValue(row.lastName(), nil); ok {
			r.reportUnplaced(&indicator, glued, len(values)+1)
		}
	}
	r.readValues(&indicator, values, known)
	sheet.FinishIndicator(&indicator)
	if merged {
		item.Indicators[t.parts.indicator] = indicator
		return
	}
	before := len(item.Indicators)
	r.addIndicator(&indicator)
	if t.parts = (partGroup{indicator: none}); len(item.Indicators) > before {
		t.parts = partGroup{item: r.namedIndex(), indicator: before}
	}
}
