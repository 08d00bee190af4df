package sakado

import (
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readInPlace reads the row of a new item behind its number where nothing has moved: the row
// has as many cells as the head, and under each head stands what belongs there, a name, the
// sections or a dash, two texts, an indicator with its values, the grade. Then the columns
// tell what the texts are, whatever they look like.
func (r *reader) readInPlace(cells []sheet.Token, number int32) bool {
	if r.disordered || r.order != nil || len(r.extra) > 0 || r.item.Name != "" || number != r.heads[numberColumn].index ||
		r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows || len(cells) == 0 || r.rowWidth(cells) != r.width {
		return false
	}
	var own [columnCount]sheet.Token
	first := cellsBefore(cells, r.heads[nameColumn].index)
	last := cellsBefore(cells, r.heads[gradeColumn].index)
	for i := range cells {
		if i >= first && i < last {
			continue
		}
		c := r.columnUnder(cells[i])
		if c == noColumn {
			return false
		}
		own[c] = cells[i]
	}
	sections := own[departmentColumn].Text
	switch {
	case first >= last || own[itemColumn].Text == "" || own[overviewColumn].Text == "" || own[activityColumn].Text == "":
		return false
	case !ja.IsDash(sections) && !r.isDepartments(sections), gradeIn(own[gradeColumn].Text) == "":
		return false
	case gradeIn(own[opinionColumn].Text) != "", gradeIn(own[nextColumn].Text) != "":
		return false // a merged cell that is repeated over its span has moved them
	}
	indicator := r.indicatorInPlace(cells[first:last])
	if indicator == nil {
		return false
	}
	r.setName(own[itemColumn])
	if ja.IsDash(sections) {
		r.Skip(own[departmentColumn].Cell)
	} else {
		r.addDepartments(own[departmentColumn])
	}
	r.item.cut = noColumn
	for _, c := range [...]column{overviewColumn, activityColumn, opinionColumn, nextColumn} {
		if own[c].Text != "" {
			r.addText(c, own[c])
		}
	}
	r.addIndicator(indicator)
	r.readGrade(own[gradeColumn])
	return true
}

// indicatorInPlace returns the indicator whose name stands under its head and whose values
// stand under theirs; nil where the cells may be anything else.
func (r *reader) indicatorInPlace(cells []sheet.Token) *found {
	if cells[0].Index == r.heads[nameColumn].index && r.wholeCells(cells, r.valueCount(), &r.whole[0]) {
		return &r.whole[0]
	}
	if several := r.readStackedCells(cells); len(several) == 1 {
		return &several[0]
	}
	return nil
}

// columnUnder returns the column of the item's under whose head a cell stands; noColumn where
// it stands elsewhere.
func (r *reader) columnUnder(cell sheet.Token) column {
	if r.heads[gradeColumn].label != "" && cell.Index == r.heads[gradeColumn].index {
		return gradeColumn
	}
	return r.textColumnOf(cell)
}
