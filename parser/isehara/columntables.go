package isehara

import (
	"slices"
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// columnTable is the part of a table below its years.
type columnTable struct {
	*columnLines
	// starts are where the columns begin: the names, the 現状値 if there is one, the years.
	starts []int32
	// hasBaseline tells that one of them is the 現状値.
	hasBaseline bool
	first, end  int
	// widest are where the widest cells of the columns end.
	widest []widestCells
}

// joinTables puts the lines together of which cells of the tables of tasks and indicators
// consist, and notes in which column each value stands. A table none of whose rows fills
// all columns is left as it is.
func (l *columnLines) joinTables() {
	for i := 0; i < l.tokens.count(); i++ {
		if !isTable(l.kindAt(i)) {
			continue
		}
		t := columnTable{columnLines: l, first: i + 1}
		years := t.readHead()
		if years == 0 {
			continue
		}
		t.end = t.first
		for t.end < l.tokens.count() && l.tokens.at(t.end).Label == sheet.NoLabel && l.tokens.at(t.end).start > l.tokens.at(i).start &&
			(t.end == t.first || l.areNear(l.tokens.at(t.end-1).Row, l.tokens.at(t.end).Row)) {
			t.end++
		}
		count := 1 + years
		if t.hasBaseline {
			count++
		}
		if t.findColumns(count) {
			t.splitCells()
			t.joinRows()
			t.noteColumns()
		}
		i = t.end - 1
	}
}

// readHead passes the head of the table and returns how many years it has.
func (t *columnTable) readHead() (years int) {
	for t.first < t.tokens.count() && t.isTableHead(t.first) {
		switch t.kindAt(t.first) {
		case baselineColumn:
			t.hasBaseline = true
		case none:
			years++
		}
		t.first++
	}
	return years
}

// findColumns finds where the columns begin: as in the rows that have a cell in each.
func (t *columnTable) findColumns(count int) bool {
	for at := t.first; at < t.end; at = t.rowEnd(at) {
		row := t.cellsOf(at, count)
		if len(row) != count {
			continue
		}
		starts := make([]int32, count)
		for n := range row {
			starts[n] = row[n].start
		}
		if t.starts == nil {
			t.starts = starts
		}
		for n := range starts {
			if max(starts[n]-t.starts[n], t.starts[n]-starts[n]) > maxColumnMoved {
				return false // the cells are not aligned at their left
			}
			t.starts[n] = min(t.starts[n], starts[n])
		}
	}
	if t.starts == nil && t.hasBaseline {
		t.starts = t.columnsOfParts(count)
	}
	return t.starts != nil
}

// columnsOfParts returns where the columns begin in a table of indicators of which no row
// has all cells on one line: those of the years as their figures, that of the 現状値 as the
// years in brackets; nil where that can't be told.
func (t *columnTable) columnsOfParts(count int) []int32 {
	starts := make([]int32, count)
	for n := range starts {
		starts[n] = farRight
	}
	for at := t.first; at < t.end; at++ {
		if t.isOwnYear(t.tokens.at(at).Text) {
			starts[1] = min(starts[1], t.tokens.at(at).start)
		}
	}
	for at := t.first; at < t.end; at = t.rowEnd(at) {
		row := t.cellsOf(at, 0)
		if len(row) == 0 {
			continue
		}
		starts[0] = min(starts[0], row[0].start)
		first := len(row) - (count - 2)
		if first < 0 || row[first].start <= starts[1]+maxColumnMoved || slices.ContainsFunc(row[first:], func(token placedToken) bool { return !sheet.IsFigure(token.Text) }) {
			continue
		}
		for n := range count - 2 {
			starts[n+2] = min(starts[n+2], row[first+n].start)
		}
	}
	for n := 1; n < count; n++ {
		if starts[n] == farRight || starts[n] <= starts[n-1]+maxColumnMoved {
			return nil
		}
	}
	return starts
}

// cellsOf returns the cells of a row, without the years in brackets; its name and the
// 現状値 are parted, where one blank stands between them and the row has a cell too few.
func (t *columnTable) cellsOf(at, count int) []placedToken {
	row := t.tokens.clone(at, t.rowEnd(at))
	row = slices.DeleteFunc(row, func(token placedToken) bool { return t.isOwnYear(token.Text) })
	if len(row) != count-1 || !t.hasBaseline {
		return row
	}
	name := row[0]
	gap := strings.LastIndexAny(name.Text, " \u3000") // a bracket of the name may be open there
	if gap > 0 && sheet.IsFigure(ja.TrimSpace(name.Text[gap:])) {
		return slices.Replace(row, 0, 1, t.part(&name, 0, gap), t.part(&name, gap, len(name.Text)))
	}
	return row
}

// maxColumnMoved is how many columns typesetting moves the beginnings of cells of a table.
const maxColumnMoved = 6

// columnOf returns the column in which a token begins, -1 where it can't be told: it is
// much nearer to that than to any other.
func (t *columnTable) columnOf(token *placedToken) int {
	column, nearest, next := -1, farRight, farRight
	for n, start := range t.starts {
		switch off := max(start-token.start, token.start-start); {
		case off < nearest:
			column, nearest, next = n, off, nearest
		default:
			next = min(next, off)
		}
	}
	if nearest > maxColumnMoved || next <= 2*nearest+1 {
		return -1
	}
	return column
}

// splitCells parts the tokens that hold cells of several columns, between which one blank
// stands: what is behind it begins a column.
func (t *columnTable) splitCells() {
	for at := t.first; at < t.end; at++ {
		token := *t.tokens.at(at)
		column := t.columnOf(&token)
		if column < 0 || column+1 == len(t.starts) || token.end <= t.starts[column+1] {
			continue
		}
		for i, r := range token.Text {
			if !isBlank(r) {
				continue
			}
			rest := t.part(&token, i, len(token.Text))
			if next := t.columnOf(&rest); next > column && t.cellAt(t.rowBegin(at), next) < 0 {
				t.tokens.replace(at, at+1, t.part(&token, 0, i), rest)
				t.end++
				break
			}
		}
	}
}

// joinRows puts the rows that go on with the one above into that.
func (t *columnTable) joinRows() {
	t.widest = make([]widestCells, len(t.starts))
	for at := t.rowEnd(t.first); at < t.end; {
		end := t.rowEnd(at)
		above := t.rowBegin(at - 1)
		if !t.goesOn(above, at, end) {
			at = end
			continue
		}
		row := t.tokens.clone(at, end)
		t.tokens.remove(at, end)
		t.end -= len(row)
		for i := range row {
			t.forgetWidth(&row[i])
		}
		for _, token := range row {
			t.addBelow(above, token)
		}
		at = t.rowEnd(above)
	}
}

// cellAt returns the index of the cell that a row, which begins with token row, has in a
// column, -1 where it has none.
func (t *columnTable) cellAt(row, column int) int {
	for at := row; at < t.rowEnd(row); at++ {
		if t.columnOf(t.tokens.at(at)) == column && !t.isOwnYear(t.tokens.at(at).Text) {
			return at
		}
	}
	return -1
}

// goesOn reports whether the row from at to end goes on with the cells of the one above.
func (t *columnTable) goesOn(above, at, end int) bool {
	if t.columnOf(t.tokens.at(above)) != 0 {
		return false // no name stands there
	}
	sure, full, fills := false, true, true
	nameOnly := t.rowEnd(above) == above+1 && t.isFull(above, 0)
	for n := at; n < end; n++ {
		token := t.tokens.at(n)
		column := t.columnOf(token)
		if column < 0 {
			return false
		}
		cell := t.cellAt(above, column)
		isYear := t.isOwnYear(token.Text)
		switch {
		case isYear && t.hasBaseline && column == 1 && cell >= 0:
			sure = true
			continue
		case column == 0 && beginsBracket(token.Text):
			sure = true
		case column > 0 && cell >= 0 && sheet.IsFigure(token.Text):
			return false // each of them is a value
		}
		fills = fills && (cell < 0 || column == 0 && nameOnly)
		full = full && cell >= 0 && t.isFull(cell, column) && !sheet.IsFigure(token.Text)
	}
	hasName := t.columnOf(t.tokens.at(at)) == 0
	switch {
	case sure, hasName && nameOnly && fills && end-at > 1:
		return true
	case !hasName && fills:
		// Values beside the middle of a name of several lines, the next of which follows.
		return end < t.end && t.columnOf(t.tokens.at(end)) == 0 && (nameOnly && t.rowEnd(end) == end+1 || beginsBracket(t.tokens.at(end).Text) || t.hasOwnYear(end))
	}
	return full && (!hasName || end-at < len(t.starts))
}

// hasOwnYear reports whether the row of token at has a year in brackets, and no figure.
func (t *columnTable) hasOwnYear(at int) bool {
	found := false
	for end := t.rowEnd(at); at < end; at++ {
		token := t.tokens.at(at)
		isYear := t.isOwnYear(token.Text)
		if !isYear && sheet.IsFigure(token.Text) {
			return false
		}
		found = found || isYear
	}
	return found
}

// beginsBracket reports whether a text begins with a bracket, as no name does.
func beginsBracket(text string) bool { return text[0] == '(' || len(text) > 2 && text[:3] == "（" }

// isFull reports whether the text of a cell takes all the room of its column, as each line
// but the last of a cell does.
func (t *columnTable) isFull(cell, column int) bool {
	end := t.lastEnd(cell)
	if column+1 < len(t.starts) && end+maxMoved >= t.starts[column+1] {
		return true
	}
	if end-t.starts[column] < minFull {
		return false
	}
	widest := &t.widest[column]
	if widest.count == 0 {
		*widest = widestCells{}
		t.noteWidths(column)
	}
	return end >= widest.end
}

// minFull is how many columns a line takes at least that fills a column.
const minFull = 8

// lastEnd returns where the last line of a cell ends.
func (t *columnTable) lastEnd(cell int) int32 {
	token := t.tokens.at(cell)
	if lines := t.furtherLines[token.Offset]; len(lines) > 0 {
		last := t.place(sheet.Token{Cell: lines[len(lines)-1], Row: token.Row})
		return token.start + last.end - last.start
	}
	return token.end
}

// addBelow adds a token to the cell of a row in its column.
func (t *columnTable) addBelow(row int, token placedToken) {
	column := t.columnOf(&token)
	cell := t.cellAt(row, column)
	token.Row = t.tokens.at(row).Row
	if cell >= 0 && !t.isOwnYear(token.Text) {
		t.addLine(t.tokens.at(cell), token.Cell)
		return
	}
	at := row
	for at < t.rowEnd(row) && t.columnOf(t.tokens.at(at)) <= column {
		at++
	}
	t.tokens.insert(at, token)
	t.end++
	if column >= 0 && t.widest[column].count > 0 {
		t.noteWidth(column, token.end)
	}
}

// noteColumns notes in which column each cell stands.
func (t *columnTable) noteColumns() {
	if t.columns == nil {
		t.columns = map[int32]int{}
	}
	for at := t.first; at < t.end; at++ {
		if column := t.columnOf(t.tokens.at(at)); column >= 0 {
			t.columns[t.tokens.at(at).Offset] = column
		}
	}
}

// wholeText returns the text of a cell with its further lines, and claims these.
func (r *reader) wholeText(token sheet.Token) string {
	text := ja.StripMarkup(token.Text)
	for _, line := range r.furtherLines[token.Offset] {
		r.Grid.Claim(line, grid.Value)
		text += "\n" + ja.StripMarkup(line.Text)
	}
	return text
}

// headsByColumn returns the heads over values of which the columns are known, nil where
// they are not.
func (r *reader) headsByColumn(values []sheet.Token) []yearHead {
	if r.columns == nil || len(values) == 0 {
		return nil
	}
	heads := make([]yearHead, len(values))
	for i, value := range values {
		column, known := r.columns[value.Offset]
		year := column - r.cellsPerRow() + len(r.table.years)
		if !known || year < 0 || year >= len(r.table.years) {
			return nil
		}
		heads[i] = r.table.years[year]
	}
	if !distinct(heads) {
		return nil
	}
	return heads
}
