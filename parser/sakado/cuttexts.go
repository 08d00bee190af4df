package sakado

import (
	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// continueTexts reads a row in which texts of the item above go on in their columns, as
// behind a page break: all cells of the table are there, and what stands in the columns of
// the indicators is one, or nothing. The name and the sections go on only beside one.
func (r *reader) continueTexts(row []sheet.Token) bool {
	if r.disordered || !r.hasColumns() || r.rowWidth(row) < r.width || r.item.cut != noColumn {
		return false
	}
	first := cellsBefore(row, r.heads[nameColumn].index)
	last := cellsBefore(row, r.heads[gradeColumn].index)
	if first == 0 && last == len(row) || r.heads[gradeColumn].label == "" || first > last {
		return false
	}
	indicator := row[first:last]
	for i := range row {
		if i >= first && i < last {
			continue
		}
		switch c := r.textColumnOf(row[i]); {
		case c == noColumn, r.isSureFigure(row[i].Text), r.isStateWord(row[i].Text), ja.IsDash(row[i].Text), c == itemColumn && (len(indicator) == 0 || r.item.Name == ""),
			c == departmentColumn && (len(indicator) == 0 || !r.isDepartments(row[i].Text)):
			return false
		}
	}
	if len(indicator) > 0 && (indicator[0].Index != r.heads[nameColumn].index || r.isNoIndicator(indicator)) {
		return false
	}
	if len(indicator) == 0 && r.partition(row) != nil {
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
func (r *reader) isNoIndicator(cells []sheet.Token) bool {
	name := cells[0]
	isWhole := len(cells) == 1+r.valueCount()
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
