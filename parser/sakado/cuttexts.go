package sakado

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// continueTexts reads a row in which texts of the item above go on in their columns, those left
// of the indicators only behind a page break: all cells of the table are there, and what stands in the columns of
// the indicators is one, or nothing. The name and the sections go on only beside one, or
// where the row surely goes on.
func (r *reader) continueTexts(row []sheet.Token, surely bool) bool {
	if r.disordered || !r.hasColumns() || r.rowWidth(row) < r.width || r.item.cut != noColumn {
		return false
	}
	first := cellsBefore(row, r.heads[nameColumn].index)
	last := cellsBefore(row, r.heads[gradeColumn].index)
	if first == 0 && last == len(row) || r.heads[gradeColumn].label == "" || first > last {
		return false
	}
	indicator := row[first:last]
	if first > 0 && !surely {
		switch {
		case !r.behindHead && !row[0].PageBreak, isContiguous(row[first-1:last], r.heads[nameColumn].index-1, r.valueCount()):
			return false
		case slices.ContainsFunc(row[:first], r.mayBeMovedName):
			if len(row) > 1 || r.partition(row) != nil {
				return false
			}
			r.reportUnplaced(row)
			return true
		}
	}
	for i := range row {
		if (i < first || i >= last) && !r.mayGoOn(row[i], surely || len(indicator) > 0) {
			return false
		}
	}
	if len(indicator) > 0 && (indicator[0].Index != r.heads[nameColumn].index || r.isNoIndicator(indicator, surely)) {
		return false
	}
	if len(indicator) == 0 && !surely && r.partition(row) != nil {
		return false // cells that have moved
	}
	for i := range row {
		if i < first || i >= last {
			r.continueColumn(r.textColumnOf(row[i]), row[i])
		}
	}
	r.readIndicators(indicator, r.heads[nameColumn].index)
	return true
}

// isContiguous reports whether cells from a column on are a name and so many values, side by
// side: an indicator that has moved.
func isContiguous(cells []sheet.Token, column int32, count int) bool {
	return len(cells) == 1+count && cells[0].Index == column && cells[count].Index == column+int32(count)
}

// mayBeMovedName reports whether names of indicators that have moved stood in the column of a
// cell: then it may be one of those as well as the rest of a text.
func (r *reader) mayBeMovedName(cell sheet.Token) bool {
	return cell.Index < maxMovedNames && r.movedNames&(1<<cell.Index) != 0
}

// noteMovedName notes the column of a name that stands beside its own.
func (r *reader) noteMovedName(name sheet.Token) {
	if own := r.heads[nameColumn]; own.label != "" && name.Index != own.index && name.Index >= 0 && name.Index < maxMovedNames && !name.Joined {
		r.movedNames |= 1 << name.Index
	}
}

// maxMovedNames is how many columns there may be whose names are noted.
const maxMovedNames = 64

// mayGoOn reports whether a cell stands under the head of a text, of the name or the
// sections, and may be the rest of one.
func (r *reader) mayGoOn(cell sheet.Token, inPlace bool) bool {
	switch c := r.textColumnOf(cell); c {
	case noColumn:
		return false
	case itemColumn:
		return inPlace && r.item.Name != ""
	case departmentColumn:
		return inPlace && r.isDepartments(cell.Text)
	}
	return !r.isSureFigure(cell.Text) && !r.isStateWord(cell.Text) && !ja.IsDash(cell.Text)
}

// surelyGoesOn reports whether a row without a grade has the rests of several texts of the
// item above, each under its head: those above end in no sentence.
func (r *reader) surelyGoesOn(row []sheet.Token) bool {
	if r.disordered || !r.hasColumns() || r.rowWidth(row) < r.width {
		return false
	}
	rests := 0
	for i := range row {
		if gradeIn(row[i].Text) != "" {
			return false
		}
		switch c := r.textColumnOf(row[i]); c {
		case overviewColumn, activityColumn, opinionColumn, nextColumn:
			above := r.item.text(c).Text
			if above == "" {
				return false
			}
			if !strings.HasSuffix(above, "。") {
				rests++
			}
		}
	}
	return rests >= minRests
}

// minRests is how many texts at least go on in a row that surely goes on.
const minRests = 3

// continueColumn adds a cell to what stands above it.
func (r *reader) continueColumn(c column, cell sheet.Token) {
	switch c {
	case itemColumn:
		more := ja.StripMarkup(cell.Text)
		if ja.Key(more) == ja.Key(r.item.Name) {
			r.Skip(cell.Cell) // a merged cell, repeated over its span
			return
		}
		r.Report(model.CodePageBreak, cell.At, r.label(c), r.claimValue(cell))
		r.item.Name = ja.Unwrap(r.item.Name + "\n" + more)
	case departmentColumn:
		var list sheet.DepartmentList
		list.Add(cell.Cell)
		more := list.Finish()
		if known := r.item.Departments; len(known) > 0 && len(more) > 0 && known[0].Division == more[0].Division && known[0].Section == more[0].Section {
			r.Skip(cell.Cell)
			return
		}
		r.Report(model.CodePageBreak, cell.At, r.label(c), r.claimValue(cell))
		r.item.Departments = append(r.item.Departments, more...)
	default:
		r.addText(c, cell)
	}
}

// isNoIndicator reports whether the cells in the columns of an indicator are none, with a name
// that can't be a value, and values: they may have moved.
func (r *reader) isNoIndicator(cells []sheet.Token, surely bool) bool {
	name := cells[0]
	isWhole := surely || len(cells) == 1+r.valueCount()
	if len(cells) == 1 || !r.isName(name.Text) || !isWhole && !ja.LongerThan(name.Text, maxStateName) || r.holdsValue(name) {
		return true
	}
	for _, cell := range cells[1:] {
		if !r.isValue(cell.Text) {
			return true
		}
	}
	return false
}

// maxStateName is how long a word may be that may as well stand in a number's place.
const maxStateName = 4

// textColumnOf returns the column of a text below whose head a cell stands; noColumn where
// it stands elsewhere.
func (r *reader) textColumnOf(cell sheet.Token) column {
	for _, c := range textColumns {
		if r.heads[c].label != "" && r.heads[c].index == cell.Index {
			return c
		}
	}
	return noColumn
}
