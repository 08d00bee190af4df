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

// readByHeads reads the two texts behind the grade of a row without a grade where its cells
// show in which columns they stand, and returns the cells before them. whole is false where
// the row may have lost a cell, and nothing was read.
func (r *reader) readByHeads(cells []sheet.Token, index int32) (before []sheet.Token, whole bool) {
	grade, known := r.blankGrade(cells, index)
	if !known {
		return cells, false
	}
	first := len(cells)
	for first > 0 && cells[first-1].Index >= grade {
		first--
	}
	for _, token := range cells[first:] {
		switch token.Index {
		case grade:
			r.Skip(token.Cell)
		case grade + 1:
			r.addText(opinionColumn, token)
		default:
			r.addText(nextColumn, token)
		}
	}
	return cells[:first], true
}

// blankGrade returns the index of the grade's column in a row where it is blank: behind the
// cells under the heads of an indicator, or behind whole indicators each in a cell. index is
// that of the column No.
func (r *reader) blankGrade(cells []sheet.Token, index int32) (grade int32, known bool) {
	opinion, next := r.heads[opinionColumn], r.heads[nextColumn]
	usual, known := r.gradeIndex(index)
	if !known || opinion.label == "" || next.label == "" || opinion.index != r.heads[gradeColumn].index+1 || next.index != opinion.index+1 {
		return 0, false
	}
	isWhole := r.isWholeRow(cells, index)
	grade = usual
	first := cellsBefore(cells, index+int32(groupColumn-numberColumn))
	last := cellsBefore(cells, usual)
	if !r.areUnderHeads(cells[first:last], index) {
		if end := contiguous(cells[first:]); end > 0 && r.partition(cells[first:first+end]) != nil {
			last = first + end
			grade = cells[last-1].Index + 1
		} else if !isWhole {
			return 0, false
		}
	}
	behind := cells[last:]
	if len(behind) > 0 && behind[0].Index == grade && ja.IsDash(ja.StripMarkup(behind[0].Text)) {
		behind = behind[1:]
	}
	for _, token := range behind {
		mayBeBoth := token.Index == grade+1 && r.endsRow(token) && lastGap(token.Text) > 0
		if token.Joined || token.Index <= grade || token.Index > grade+textsBehind || mayBeBoth && !isWhole {
			return 0, false
		}
	}
	if !isWhole && (len(behind) == 0 || first > 0 && cells[0].Index < index+int32(overviewColumn-numberColumn)) {
		return 0, false
	}
	// A value that is missing may be a cell that is gone: then the text behind stands
	// one column before its own. So may one that is blank.
	mayLackOne := grade == usual && last-first <= r.valueCount() && len(behind) < textsBehind
	return grade, isWhole || !mayLackOne
}

// unplacedBehind returns where in the cells of a row without a grade those begin of which
// the column can't be told: in the grade's place or behind it stands what is no text for sure.
func (r *reader) unplacedBehind(cells []sheet.Token, texts int, index int32) int {
	usual, known := r.gradeIndex(index)
	if first := max(texts, cellsBefore(cells, usual)); known && first < len(cells) && r.partition(cells[texts:]) == nil {
		return first
	}
	return len(cells)
}

// gradeIndex returns the index of the grade's column in a row whose column No. has an
// index; known is false where the columns of the table or of the row can't be told.
func (r *reader) gradeIndex(index int32) (grade int32, known bool) {
	if r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows || r.disordered || len(r.extra) > 0 || r.shift != 0 {
		return 0, false
	}
	number, own := r.heads[numberColumn], r.heads[gradeColumn]
	isBehind := own.index-number.index > int32(groupColumn-numberColumn) // else a line end has cut the head
	return index + own.index - number.index, number.label != "" && own.label != "" && isBehind
}

// areUnderHeads reports whether cells stand under the heads of an indicator: its name, and
// values behind it. There may be none.
func (r *reader) areUnderHeads(cells []sheet.Token, index int32) bool {
	if len(cells) == 0 {
		return true
	}
	name := cells[0]
	if name.Index != index+int32(groupColumn-numberColumn) || isSentence(name.Text) || ja.HasDigit(name.Text) && !r.isName(name.Text) || r.holdsIndicators(name, r.valueCount(), true) {
		return false
	}
	for _, value := range cells[1:] {
		if !r.isValue(value.Text) {
			return false
		}
	}
	return true
}

// cellsBefore returns how many cells stand before the column with an index.
func cellsBefore(cells []sheet.Token, index int32) int {
	count := 0
	for count < len(cells) && cells[count].Index < index {
		count++
	}
	return count
}

// contiguous returns how many cells stand side by side, from the first one on.
func contiguous(cells []sheet.Token) int {
	count := 0
	for count < len(cells) && cells[count].Index == cells[0].Index+int32(count) {
		count++
	}
	return count
}

// lacksName reports whether the cell of the name is blank in a whole row: the sections
// stand under their own head.
func (r *reader) lacksName(cells []sheet.Token, index int32) bool {
	own := r.heads[departmentColumn]
	return len(cells) > 0 && own.label != "" && cells[0].Index == own.index && r.isDepartments(cells[0].Text) && r.isWholeRow(cells, index)
}

// lacksNameAndSections reports whether the cells of the name and of the sections are blank:
// the text behind them stands under its own head or further right. A name under its head is
// none, in whatever column of the grid the head stands.
func (r *reader) lacksNameAndSections(cells []sheet.Token, index int32) bool {
	if own := r.heads[itemColumn]; own.label != "" && len(cells) > 1 && cells[0].Index == own.index && r.isDepartments(cells[1].Text) {
		return false
	}
	return r.hasColumns() && len(cells) > 1 && cells[0].Index >= index+int32(overviewColumn-numberColumn) && cells[0].Index < index+int32(groupColumn-numberColumn)
}
