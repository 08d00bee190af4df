package sakado

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// cutColumn returns the column in which an item's row has ended that goes no further than
// its two texts, of which there are so many.
func (r *reader) cutColumn(texts int) column {
	switch {
	case texts > 0:
		return overviewColumn + column(texts-1)
	case len(r.item.Departments) > 0:
		return departmentColumn
	}
	return itemColumn
}

// endsInName reports whether a row ends in the name of the first indicator.
func (r *reader) endsInName(cells []sheet.Token, index int32) bool {
	return len(cells) == 1 && r.Grid.Layout == grid.Tabs && cells[0].Index == index+int32(groupColumn-numberColumn) && r.endsRow(cells[0]) && r.isName(cells[0].Text)
}

// continueHead reads the rest of an item's row that a page break has cut in its name, in its
// sections or in the name of its first indicator, where the cells behind stand in their
// places.
func (r *reader) continueHead(row []sheet.Token) bool {
	if r.item == nil || len(row) < 2 || !r.hasColumns() {
		return false
	}
	first := row[0]
	index := first.Index - int32(r.item.cut-numberColumn)
	switch r.item.cut {
	case itemColumn:
		if !r.isDepartments(row[1].Text) || row[1].Index != first.Index+1 || !r.isWholeFrom(row[2:], index) {
			return false
		}
		r.reportCut(itemColumn, first)
		r.item.Name = ja.Unwrap(r.item.Name + "\n" + r.claimValue(first))
		r.addDepartments(row[1])
		row = row[2:]
	case departmentColumn:
		if !r.isDepartments(first.Text) || !r.isWholeFrom(row[1:], index) {
			return false
		}
		r.reportCut(departmentColumn, first)
		before := r.item.Departments
		r.item.Departments = nil
		r.addDepartments(first)
		r.item.Departments = append(before, r.item.Departments...)
		row = row[1:]
	case nameColumn:
		index = first.Index - int32(groupColumn-numberColumn)
		if last := len(r.indicators) - 1; last >= r.item.firstIndicator && r.isWholeFrom(row, index) {
			r.reportCut(nameColumn, first)
			r.nameBegin = r.indicators[last].Name
			r.indicators = r.indicators[:last]
			row = r.readCutIndicator(row)
			break
		}
		r.item.cut = noColumn
		return false
	default:
		return false
	}
	r.readFields(row, index)
	return true
}

// readCutIndicator reads the indicator at the start of a row whose name a page break has cut,
// where each of its values has a cell, and returns the cells behind it.
func (r *reader) readCutIndicator(row []sheet.Token) []sheet.Token {
	count := r.valueCount()
	if len(row) <= count || int(row[count].Index-row[0].Index) != count || r.leadingValues(row[1:1+count]) < count {
		return row
	}
	one := found{name: row[0]}
	for i, value := range row[1 : 1+count] {
		one.values[i], one.has[i] = value, true
	}
	r.addIndicator(&one)
	return row[1+count:]
}

// isAnothersRow reports whether a row below a graded item's is that of another item which has
// lost its begin: it has a grade of its own, and begins with a text that is none of the item's.
func (r *reader) isAnothersRow(row []sheet.Token) bool {
	if !r.item.isGraded() {
		return false
	}
	grade := slices.IndexFunc(row, func(token sheet.Token) bool { return gradeIn(token.Text) != "" })
	if grade < 0 {
		return false
	}
	return slices.ContainsFunc(row[:min(grade, textsBehind)], func(token sheet.Token) bool { return isSentence(token.Text) && !r.item.holdsText(token.Text) })
}

// holdsText reports whether a text is one of the item's.
func (i *initiative) holdsText(text string) bool {
	text = ja.StripMarkup(text)
	return slices.ContainsFunc(i.texts[:], func(own model.Text) bool { return strings.Contains(own.Text, text) })
}

// reportAnothers reports the cells of a row of which it can't be told whose they are.
func (r *reader) reportAnothers(row []sheet.Token) {
	for _, token := range row {
		r.Report(model.CodeColumnUnknown, token.At, "No."+r.item.Number, token.Text, "the texts above")
	}
}

func (r *reader) reportCut(c column, more sheet.Token) {
	r.Report(model.CodePageBreak, more.At, r.label(c), more.Text)
}

// continueCut reads the rest of an item's row that a page break has cut in, or behind, one
// of the two texts before the indicators: where the cells behind stand in their places tells.
func (r *reader) continueCut(row []sheet.Token) {
	if r.item.cut < overviewColumn {
		r.item.cut = overviewColumn // as the cell behind is none of the name or the sections
	}
	index := row[0].Index - int32(r.item.cut-numberColumn)
	switch {
	case r.hasColumns() && r.isWholeFrom(row, index):
	case r.hasColumns() && r.isWholeFrom(row, index-1):
		r.readFields(row, index-1)
		return
	case len(row) > 1:
		index = row[1].Index - int32(groupColumn-numberColumn)
	}
	r.addText(r.item.cut, row[0])
	if len(row) > 1 {
		r.readFields(row[1:], index)
	}
}

// isWholeFrom reports whether cells are the end of an item's row, from its texts on. index is
// that of the column No.
func (r *reader) isWholeFrom(cells []sheet.Token, index int32) bool {
	if len(cells) == 0 {
		return false
	}
	texts := cellsBefore(cells, index+int32(groupColumn-numberColumn))
	return r.heads[gradeColumn].label != "" && r.heads[numberColumn].label != "" && r.isWholeBehind(cells[texts:], index, r.rowWidth(cells))
}
