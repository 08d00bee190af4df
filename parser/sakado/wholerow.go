package sakado

import (
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// isWholeRow reports whether a row is as wide as the table's head and its number stands
// under its own, so that each cell stands under the head of its column.
func (r *reader) isWholeRow(row []sheet.Token, index int32) bool {
	if len(row) == 0 || r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows || r.disordered || len(r.extra) > 0 || r.shift != 0 {
		return false
	}
	own := r.heads[numberColumn]
	return own.label != "" && own.index == index && r.rowWidth(row) == r.width
}

// readByHeads reads the two texts behind the grade of a whole row without a grade, which
// stand under their heads, and returns the cells before them. whole is false where the
// row may have moved, and nothing was read.
func (r *reader) readByHeads(cells []sheet.Token, index int32) (before []sheet.Token, whole bool) {
	grade, opinion, next := r.heads[gradeColumn], r.heads[opinionColumn], r.heads[nextColumn]
	if !r.isWholeRow(cells, index) || grade.label == "" || opinion.label == "" || next.label == "" || opinion.index != grade.index+1 || next.index != opinion.index+1 {
		return cells, false
	}
	first := len(cells)
	for first > 0 && cells[first-1].Index >= grade.index {
		first--
	}
	for _, token := range cells[first:] {
		if token.Joined || token.Index > next.index || token.Index == grade.index && !ja.IsDash(ja.StripMarkup(token.Text)) {
			return cells, false
		}
	}
	for _, token := range cells[first:] {
		switch token.Index {
		case grade.index:
			r.Skip(token.Cell)
		case opinion.index:
			r.addText(opinionColumn, token)
		default:
			r.addText(nextColumn, token)
		}
	}
	return cells[:first], true
}

// lacksName reports whether the cell of the name is blank in a whole row: the sections
// stand under their own head.
func (r *reader) lacksName(cells []sheet.Token, index int32) bool {
	own := r.heads[departmentColumn]
	return len(cells) > 0 && own.label != "" && cells[0].Index == own.index && r.isDepartments(cells[0].Text) && r.isWholeRow(cells, index)
}

// lacksNameAndSections reports whether the cells of the name and of the sections are blank:
// the text behind them stands under its own head or further right.
func (r *reader) lacksNameAndSections(cells []sheet.Token, index int32) bool {
	return r.hasColumns() && len(cells) > 1 && cells[0].Index >= index+int32(overviewColumn-numberColumn) && cells[0].Index < index+int32(groupColumn-numberColumn)
}
