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

// readLabels reads the cells before the number of a row: measure and direction,
// or lines of their wrapped names.
func (t *initiativeTable) readLabels(r *reader, cells []grid.Cell) {
	if t.lost {
		return // they stand somewhere beside their rows; which ones can't be told
	}
	for i, cell := range cells {
		number, rest := sheet.LeadingNumber(cell.Text)
		if number != "" {
			t.readLabel(r, cell, number, rest, i, len(cells))
			continue
		}
		column := t.columnOf(r, cell)
		switch {
		case isNumber(sheet.PlainText(cell.Text)) && i+1 < len(cells):
			// The number of a measure in a cell of its own: its name follows.
			t.readLabel(r, cell, sheet.PlainText(cell.Text), len(cell.Text), i, len(cells))
		case column == measureColumn, column == directionColumn:
			t.continueLabel(r, cell, column)
		case i == 0 && len(cells) > 1:
			t.continueLabel(r, cell, measureColumn)
		default:
			t.continueLabel(r, cell, directionColumn)
		}
	}
}

// readLabel reads the cell of a measure or a direction.
func (t *initiativeTable) readLabel(r *reader, cell grid.Cell, number string, rest, i, count int) {
	name := ja.Unwrap(sheet.PlainText(cell.Text[rest:]))
	if t.levelOf(r, cell, number, name, i, count) == directionColumn {
		t.setDirection(r, cell, number, name)
		return
	}
	if count == 1 || i+1 == count && i == 0 {
		if at := innerNumber(r, cell.Text, rest, number); at > 0 {
			t.setMeasure(r, cell.Slice(0, at), number, ja.Unwrap(sheet.PlainText(cell.Text[rest:at])))
			second := cell.Slice(at, len(cell.Text))
			inner, innerRest := sheet.LeadingNumber(second.Text)
			t.setDirection(r, second, inner, ja.Unwrap(sheet.PlainText(second.Text[innerRest:])))
			return
		}
	}
	t.setMeasure(r, cell, number, name)
}

// innerNumber returns where a direction begins in a cell that holds the measure
// before it: 18 都市整備 1 駅周辺のにぎわいをつくります.
func innerNumber(r *reader, text string, from int, number string) int {
	known := find(r.tree.measures, number)
	for at := from; at < len(text); at++ {
		if text[at] != ' ' && text[at] != '\n' {
			continue
		}
		inner, rest := sheet.LeadingNumber(text[at+1:])
		if len(inner) != 1 || utf8.RuneCountInString(text[at+1+rest:]) < 4 {
			continue
		}
		if name := ja.Key(text[from:at]); known == nil || r.item(known.item).Name == "" || name == ja.Key(r.item(known.item).Name) {
			return at + 1
		}
	}
	return 0
}

// levelOf tells whether a cell with a number is that of a measure or of a
// direction: by the headings' names, by its place, by the order of numbers.
func (t *initiativeTable) levelOf(r *reader, cell grid.Cell, number, name string, i, count int) tableColumn {
	measure := find(r.tree.measures, number)
	if measure != nil && (namesMatch(r.item(measure.item).Name, name) || beginsWith(name, r.item(measure.item).Name)) {
		return measureColumn
	}
	if t.measure != none {
		current := find(r.tree.measures, r.item(t.measure).Number)
		if direction := find(current.directions, number); direction != nil && namesMatch(r.item(direction.item).Name, name) {
			return directionColumn
		}
	}
	if count == 1 && measure == nil && r.measureWith(number, name) != none {
		return directionColumn // the measure's cell is lost
	}
	if column := t.columnOf(r, cell); column == measureColumn || column == directionColumn {
		if column == measureColumn && count == 1 && measure == nil && t.isNextDirection(toNumber(number)) {
			r.Report(model.CodeShiftedRow, cell.At, sheet.PlainText(cell.Text), strconv.Itoa(int(cell.Index)+1), strconv.Itoa(int(t.places[directionColumn])+1))
			return directionColumn
		}
		return column
	}
	if count > 1 {
		if i == 0 {
			return measureColumn
		}
		return directionColumn
	}
	return t.levelByOrder(r, toNumber(number))
}

// measureWith returns the item of the only measure whose headings have a direction of that
// number and name, none if there is none or several have it.
func (r *reader) measureWith(number, name string) int {
	only := none
	for i := range r.tree.measures {
		direction := find(r.tree.measures[i].directions, number)
		if direction == nil || !namesMatch(r.item(direction.item).Name, name) {
			continue
		}
		if only != none {
			return none
		}
		only = r.tree.measures[i].item
	}
	return only
}

// isNextDirection reports whether a number that stands alone in the measures'
// column is that of the next direction, whose row has moved left: measures are
// printed in the order of their numbers, each with its first direction.
func (t *initiativeTable) isNextDirection(number int) bool {
	return t.measure != none && t.direction != none && number == t.directionNumber+1 && number <= t.measureNumber
}

// levelByOrder tells the level of a label that stands alone, in the layout
// without rows: a measure is followed by its first direction.
func (t *initiativeTable) levelByOrder(r *reader, number int) tableColumn {
	if t.measure == none {
		return measureColumn
	}
	if r.next < len(r.lines) && r.Grid.Layout == grid.PipeCells {
		if following, _ := sheet.LeadingNumber(r.lines[r.next].first); following != "" && r.lines[r.next].kind == plain {
			return measureColumn
		}
	}
	if r.Grid.Layout == grid.PipeCells {
		if number > t.directionNumber+1 && number > 1 {
			return measureColumn
		}
		return directionColumn
	}
	switch number {
	case t.directionNumber + 1, 1:
		return directionColumn
	case t.measureNumber, t.measureNumber + 1:
		return measureColumn
	}
	if number > t.directionNumber+3 {
		return measureColumn
	}
	return directionColumn
}

// namesMatch reports whether a printed name is that of a heading, or its first
// line.
func namesMatch(heading, printed string) bool {
	if heading == "" || printed == "" {
		return false
	}
	if heading == printed {
		return true
	}
	known, name := ja.Key(heading), ja.Key(printed)
	return known == name || len(name) >= 6 && strings.HasPrefix(known, name)
}

// beginsWith reports whether a cell begins with the name of a heading: the name
// of a direction stands joined behind it.
func beginsWith(printed, heading string) bool {
	return heading != "" && strings.HasPrefix(ja.Key(printed), ja.Key(heading))
}

// setMeasure takes the measure to which the following rows belong.
func (t *initiativeTable) setMeasure(r *reader, cell grid.Cell, number, name string) {
	known := find(r.tree.measures, number)
	measure := r.measureOf(number, cell.At)
	if t.measure != measure.item {
		t.direction, t.directionNumber = none, none
	}
	t.measure, t.measureNumber, t.labelled = measure.item, toNumber(number), measureColumn
	if known == nil {
		measure.listed = true
		r.item(measure.item).Name = name
		r.Grid.Claim(cell, grid.Value)
		return
	}
	r.Grid.Claim(cell, grid.Label)
	r.reportHeading(measure, "基本施策 "+number, name, cell)
}

// reportHeading reports a label of the table that names a measure or direction
// otherwise than its heading does.
func (r *reader) reportHeading(b *branch, label, name string, cell grid.Cell) {
	heading := r.item(b.item).Name
	if name == "" || heading == "" || namesMatch(heading, name) || beginsWith(name, heading) ||
		strings.HasPrefix(ja.Key(heading), ja.Key(name)) {
		return // the same, or a line of it
	}
	r.Report(model.CodeHeadingDiffers, cell.At, label, name, heading)
}

// setDirection takes the direction to which the following rows belong.
func (t *initiativeTable) setDirection(r *reader, cell grid.Cell, number, name string) {
	if t.measure == none {
		if r.measure == none {
			return
		}
		t.measure = r.measure
		if own := r.measureWith(number, name); own != none {
			t.measure, t.measureNumber = own, toNumber(r.item(own).Number)
		}
	}
	t.findMeasure(r, number, name)
	measure := find(r.tree.measures, r.item(t.measure).Number)
	known := find(measure.directions, number)
	if known == nil && t.contradictsHeadings(r, measure, number, name) {
		r.Report(model.CodeUnreadable, cell.At, "展開方向", number+" "+name, r.directionNames(measure))
		t.finishInitiative(r)
		t.measure, t.direction, t.lost, t.orphans = none, none, true, nil
		return
	}
	direction := r.directionOf(measure, number, cell.At)
	t.direction, t.directionNumber, t.labelled = direction.item, toNumber(number), directionColumn
	use := grid.Label
	if known == nil {
		direction.listed = true
		r.item(direction.item).Name = name
		use = grid.Value
	}
	r.Grid.Claim(cell, use)
	if known != nil {
		r.reportHeading(direction, "展開方向 "+number, name, cell)
	}
	if len(t.orphans) > 0 {
		t.adopt(r)
	}
}

// contradictsHeadings reports whether the label of a direction in columns of blanks has no
// number and no name of those that the measure's headings print, and is that of another
// measure: and rows beside it have no direction that can be told.
func (t *initiativeTable) contradictsHeadings(r *reader, measure *branch, number, name string) bool {
	if r.Grid.Layout != grid.Blanks || measure.listed || len(measure.directions) == 0 || r.measureWith(number, name) == none {
		return false
	}
	for i := range measure.directions {
		if own := &measure.directions[i]; own.listed || namesMatch(r.item(own.item).Name, name) {
			return false
		}
	}
	return true
}

// directionNames names the directions of a measure that its headings print.
func (r *reader) directionNames(measure *branch) string {
	names := make([]string, len(measure.directions))
	for i := range measure.directions {
		names[i] = measure.directions[i].number + " " + r.item(measure.directions[i].item).Name
	}
	return strings.Join(names, ", ")
}

// findMeasure goes on to the next measure where the numbers of directions begin
// anew and the name is that of a heading there: the measure's cell is lost.
func (t *initiativeTable) findMeasure(r *reader, number, name string) {
	if toNumber(number) > t.directionNumber || t.directionNumber == none {
		return
	}
	current := find(r.tree.measures, r.item(t.measure).Number)
	if known := find(current.directions, number); known != nil && namesMatch(r.item(known.item).Name, name) {
		return
	}
	for i := range r.tree.measures {
		measure := &r.tree.measures[i]
		direction := find(measure.directions, number)
		if direction != nil && namesMatch(r.item(direction.item).Name, name) {
			t.measure, t.measureNumber = measure.item, toNumber(measure.number)
			return
		}
	}
}

// continueLabel adds a line of a wrapped name to the measure or direction that
// is being read. Where its heading gave the name, the line says nothing new; one
// that is no part of the name is none of the label.
func (t *initiativeTable) continueLabel(r *reader, cell grid.Cell, column tableColumn) {
	measure := t.currentMeasure(r)
	if measure == nil {
		return
	}
	branch := measure
	if column == directionColumn {
		if branch = t.currentDirection(measure); branch == nil {
			return
		}
	}
	item := r.item(branch.item)
	if branch.listed && len(item.Name) <= 6*maxNameRunes {
		item.Name = ja.Unwrap(item.Name + "\n" + r.value(cell))
		return
	}
	if strings.Contains(ja.Key(item.Name), ja.Key(sheet.PlainText(cell.Text))) {
		r.Grid.Claim(cell, grid.Label)
	}
}

func (t *initiativeTable) currentMeasure(r *reader) *branch {
	if t.measure == none {
		return nil
	}
	return find(r.tree.measures, r.item(t.measure).Number)
}

func (t *initiativeTable) currentDirection(measure *branch) *branch {
	for i := range measure.directions {
		if measure.directions[i].item == t.direction {
			return &measure.directions[i]
		}
	}
	return nil
}
