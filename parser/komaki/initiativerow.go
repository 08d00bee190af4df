package komaki

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readTableLine reads a row of the table of initiatives, or in the layout
// without rows one cell of it.
func (r *reader) readTableLine(l *line) {
	t := &r.table
	if len(l.cells) == 1 && len(l.first) > 600 {
		return
	}
	if t.readTablePage(r) || t.liftLabels(r) {
		return
	}
	if r.readStackedRow(l) {
		return
	}
	t.shifted = false
	number := t.numberCell(l.cells)
	if t.readRun(r, l.cells, number) {
		return
	}
	if number == none {
		if cells, number := t.embeddedNumber(r, l.cells); number != none {
			t.readLabels(r, cells[:number])
			t.begin(r, cells[number])
			t.readBehind(r, cells[number+1:])
			return
		}
		if i, rest := t.joinedNumber(r, l.cells); i != none {
			t.readJoined(r, l.cells, i, rest)
			return
		}
		t.readPartialRow(r, l.cells)
		return
	}
	l = t.cutSecondRow(r, l, number)
	t.finishInitiative(r)
	if place := t.places[numberColumn]; place != none && place != l.cells[number].Index && r.Grid.Layout != grid.Blanks {
		t.shifted = true
		r.Report(model.CodeShiftedRow, l.cells[number].At, sheet.PlainText(l.cells[number].Text),
			strconv.Itoa(int(l.cells[number].Index)+1), strconv.Itoa(int(place)+1))
	}
	if r.Grid.Layout == grid.Blanks && l.cells[number].Index <= t.places[directionColumn] {
		t.shifted = true
	}
	t.readLabels(r, l.cells[:number])
	t.begin(r, l.cells[number])
	t.open.doubt = l.doubt
	t.readBehind(r, l.cells[number+1:])
	if r.Grid.Layout == grid.Blanks && !t.shifted {
		t.learn(l.cells, number)
	}
}

// isNumber reports whether a text is the number of an initiative and no more.
func isNumber(text string) bool {
	if text == "" || len(text) > 9 {
		return false
	}
	for _, r := range text {
		if !sheet.IsDigit(r) {
			return false
		}
	}
	return !ja.LongerThan(text, 3)
}

func toNumber(text string) int {
	number, err := strconv.Atoi(ja.Fold(text))
	if err != nil {
		return none
	}
	return number
}

// numberCell returns the cell that holds the row's number: of several, the one
// that is due or stands in its column.
func (t *initiativeTable) numberCell(cells []grid.Cell) int {
	found := none
	for i, cell := range cells {
		text := sheet.PlainText(cell.Text)
		if !isNumber(text) {
			continue
		}
		if toNumber(text) == t.lastNumber+1 {
			return i
		}
		if found == none || t.places[numberColumn] == cell.Index {
			found = i
		}
	}
	if found == none {
		return t.branchCell(cells)
	}
	return found
}

// expects reports whether a line that holds only digits is the number that is
// due, and no page number.
func (t *initiativeTable) expects(r *reader, l *line) bool {
	if !isNumber(l.first) || r.next >= len(r.lines) || r.lines[r.next].kind != plain {
		return false
	}
	number := toNumber(l.first)
	if r.Grid.Layout != grid.PipeCells {
		return number == t.lastNumber+1 && t.numberCell(r.lines[r.next].cells) == none
	}
	return number == 1 || number > t.lastNumber && number <= t.lastNumber+3
}

// joinedNumber finds the cell that holds the number that is due with the name
// behind it: 7 販路拡大に向けた支援.
func (t *initiativeTable) joinedNumber(r *reader, cells []grid.Cell) (cell, rest int) {
	for i := range cells {
		number, rest := sheet.LeadingNumber(cells[i].Text)
		if number == "" || toNumber(number) != t.lastNumber+1 {
			continue
		}
		switch t.columnOf(r, cells[i]) {
		case numberColumn, nameColumn:
			return i, rest
		case noColumn, measureColumn, directionColumn:
			if r.Grid.Layout == grid.Blanks && t.columnOf(r, cells[i]) != noColumn {
				continue
			}
			if i+1 < len(cells) && sheet.IsDepartments(sheet.PlainText(cells[i+1].Text)) {
				return i, rest
			}
			if _, sections := sheet.CutDepartments(cells[i].Text[rest:]); sections != "" && i+1 == len(cells) {
				return i, rest
			}
			if len(cells) == 1 && r.next < len(r.lines) && r.lines[r.next].kind == plain && sheet.IsDepartments(r.lines[r.next].first) {
				return i, rest
			}
		}
	}
	return none, 0
}

// embeddedNumber finds the number that is due inside a cell that holds the label
// of a measure or direction before it and the name behind it, and returns the
// row with the cell cut.
func (t *initiativeTable) embeddedNumber(r *reader, cells []grid.Cell) (row []grid.Cell, number int) {
	for i, cell := range cells {
		if label, _ := sheet.LeadingNumber(cell.Text); label == "" {
			continue
		}
		at, end := lastNumber(cell.Text, t.lastNumber+1)
		if at <= 0 {
			continue
		}
		behind := cell.Slice(end, len(cell.Text))
		if len(cells) == 1 && behind.Text == "" || behind.Text == "" && i+1 == len(cells) {
			continue
		}
		row = append(append(row, cells[:i]...), cell.Slice(0, at), cell.Slice(at, end))
		if behind.Text != "" {
			row = append(row, behind)
		}
		t.finishInitiative(r)
		return append(row, cells[i+1:]...), i + 1
	}
	return nil, none
}

// lastNumber returns where a number stands last in a text, between blanks; -1 if
// it does not.
func lastNumber(text string, due int) (start, end int) {
	for end = len(text); end > 0; {
		start = strings.LastIndexAny(text[:end], sheet.WrapBlanks)
		if start < 0 {
			break
		}
		_, blank := utf8.DecodeRuneInString(text[start:])
		if word := text[start+blank : end]; isNumber(word) && toNumber(word) == due {
			return start + blank, end
		}
		end = start
	}
	return none, none
}

// readJoined reads a row whose number and name share a cell.
func (t *initiativeTable) readJoined(r *reader, cells []grid.Cell, i, rest int) {
	t.finishInitiative(r)
	t.readLabels(r, cells[:i])
	cell := cells[i]
	end := sheet.NumberEnd(cell.Text, 0)
	r.Report(model.CodeJoinedCells, cell.At, sheet.PlainText(cell.Text), "number and name")
	t.begin(r, cell.Slice(0, end))
	t.addName(r, cell.Slice(rest, len(cell.Text)))
	t.readRest(r, cells[i+1:])
}

// readBehind reads what stands behind the number: name and sections.
func (t *initiativeTable) readBehind(r *reader, cells []grid.Cell) {
	if len(cells) == 0 {
		return
	}
	if (len(t.open.names) > 0 || t.hasLostName(r, cells)) && sheet.IsDepartments(sheet.PlainText(cells[0].Text)) {
		t.readRest(r, cells)
		return
	}
	t.addName(r, cells[0])
	t.readRest(r, cells[1:])
}

// hasLostName reports whether the sections stand right behind the number: in
// their own column, or as all there is where they are nothing but sections.
func (t *initiativeTable) hasLostName(r *reader, cells []grid.Cell) bool {
	column := t.columnOf(r, cells[0])
	if column == departmentColumn {
		return true
	}
	if len(cells) > 1 || r.Grid.Layout == grid.PipeCells {
		return false
	}
	text := sheet.PlainText(cells[0].Text)
	if first, _ := sheet.CutDepartments(text); !sheet.IsDepartments(first) || r.leavesName(text) {
		return false // a name is left
	}
	if column == nameColumn {
		return r.Grid.Layout != grid.Blanks && sheet.EndsWithAny(sheet.WithoutBracket(text), "課")
	}
	return column == noColumn && sheet.EndsWithAny(sheet.WithoutBracket(text), "課", "室", "局")
}

// readRest reads the cells behind the name.
func (t *initiativeTable) readRest(r *reader, cells []grid.Cell) {
	for i, cell := range cells {
		column := t.columnOf(r, cell)
		switch {
		case column == departmentColumn && (r.Grid.Layout != grid.Blanks || i+1 == len(cells)),
			i+1 == len(cells) && column == noColumn && !t.extra && len(t.open.departments) == 0,
			sheet.IsDepartments(sheet.PlainText(cell.Text)):
			t.addDepartments(r, cell)
		case r.Grid.Layout == grid.Blanks && i == 0:
			t.addName(r, cell)
		}
	}
}

// columnOf returns the column in which a cell stands, noColumn where its place
// says nothing.
func (t *initiativeTable) columnOf(r *reader, cell grid.Cell) tableColumn {
	if t.shifted {
		return noColumn
	}
	best, nearest := noColumn, int32(7)
	if r.Grid.Layout != grid.Blanks {
		nearest = 1
	}
	for column := measureColumn; column < tableColumns; column++ {
		place := t.places[column]
		if place == none {
			continue
		}
		if distance := max(place-cell.Index, cell.Index-place); distance < nearest {
			best, nearest = column, distance
		}
	}
	return best
}

// learn takes the places of the columns from a whole row, where they are parted
// by blanks: a head may stand over the middle of its column.
func (t *initiativeTable) learn(cells []grid.Cell, number int) {
	if len(cells) == 1 {
		return // it says nothing of columns
	}
	t.places[numberColumn] = cells[number].Index
	if number+1 < len(cells) {
		t.places[nameColumn] = cells[number+1].Index
	}
	if last := len(cells) - 1; last > number+1 {
		t.places[departmentColumn] = cells[last].Index
	}
	if number > 1 {
		t.places[measureColumn], t.places[directionColumn] = cells[0].Index, cells[1].Index
	}
}

// readPartialRow reads a row without a number: labels of a measure or direction,
// or the rest of cells of the row above.
func (t *initiativeTable) readPartialRow(r *reader, cells []grid.Cell) {
	if t.hasLostNumber(r, cells) {
		t.readUnnumbered(r, cells)
		return
	}
	for i, cell := range cells {
		text := sheet.PlainText(cell.Text)
		column := t.columnOf(r, cell)
		if number, rest := sheet.LeadingNumber(cell.Text); number != "" && column <= directionColumn && !t.awaitsName() {
			if t.lost {
				continue
			}
			t.finishInitiative(r)
			t.readLabel(r, cell, number, rest, i, len(cells))
			continue
		}
		switch {
		case t.open == nil:
			if column == noColumn && r.Grid.Layout == grid.Blanks {
				column = t.labelled
			}
			if column == measureColumn || column == directionColumn {
				t.continueLabel(r, cell, column)
			}
		case t.awaitsName():
			t.addName(r, cell)
		case r.Grid.Layout == grid.Blanks && column != noColumn:
			t.continueColumn(r, cell, column)
		case column == noColumn && t.endsInSections(r, text):
			t.addName(r, cell)
		case sheet.IsDepartments(text), t.sectionsUnfinished():
			t.addDepartments(r, cell)
		case column == nameColumn, len(t.open.departments) == 0:
			t.addName(r, cell)
		case column == measureColumn, column == directionColumn:
			t.continueLabel(r, cell, column)
		}
	}
}

// endsInSections reports whether the rest of a name stands with the row's sections behind
// it on one line, where there are no columns.
func (t *initiativeTable) endsInSections(r *reader, text string) bool {
	if r.Grid.Layout != grid.Blanks || len(t.open.departments) > 0 {
		return false
	}
	name, sections := sheet.CutDepartments(text)
	return sections != "" && name != "" && !sheet.IsDepartments(name)
}

// awaitsName reports whether the number of an initiative was read and no name.
func (t *initiativeTable) awaitsName() bool { return t.open != nil && len(t.open.names) == 0 }

// sectionsUnfinished reports whether the open initiative's sections break off in
// the middle of a name.
func (t *initiativeTable) sectionsUnfinished() bool {
	pieces := t.open.departments
	return len(pieces) > 0 && !sheet.EndsAsSection(sheet.PlainText(pieces[len(pieces)-1].Text))
}

// continueColumn adds a line of a wrapped cell to the one above it.
func (t *initiativeTable) continueColumn(r *reader, cell grid.Cell, column tableColumn) {
	if t.centered && !t.whole && (column == nameColumn || column == departmentColumn) {
		return // of the row above or of the next one
	}
	switch column {
	case measureColumn, directionColumn:
		if text := sheet.PlainText(cell.Text); sheet.IsDepartments(text) && sheet.EndsWithAny(text, "課", "室", "局") {
			t.addDepartments(r, cell)
			return
		}
		t.continueLabel(r, cell, column)
	case departmentColumn:
		t.addDepartments(r, cell)
	case nameColumn:
		if r.next < len(r.lines) && r.lines[r.next].kind == plain && t.isNameless(r.lines[r.next].cells) {
			r.Grid.Claim(cell, grid.Value)
			t.early = append(t.early, cell)
			return
		}
		t.addName(r, cell)
	}
}

// isNameless reports whether a row has a number and no name behind it.
func (t *initiativeTable) isNameless(cells []grid.Cell) bool {
	number := t.numberCell(cells)
	return number != none && (number+1 == len(cells) || sheet.IsDepartments(ja.TrimSpace(sheet.PlainText(cells[number+1].Text))))
}
