package sakado

import "sheetconv/parser/internal/sheet"

// continueTexts reads the first row behind a head that a page repeats where texts of the
// item above go on in their columns: all cells of the table are there, and what stands in
// the columns of the indicators is one, or nothing.
func (r *reader) continueTexts(row []sheet.Token) bool {
	if !r.behindHead || r.disordered || !r.hasColumns() || r.rowWidth(row) < r.width || r.item.cut != noColumn {
		return false
	}
	first := cellsBefore(row, r.heads[nameColumn].index)
	last := cellsBefore(row, r.heads[gradeColumn].index)
	if first == 0 && last == len(row) || r.heads[gradeColumn].label == "" {
		return false
	}
	for i := range row {
		if (i < first || i >= last) && r.textColumnOf(row[i]) == noColumn {
			return false
		}
	}
	indicator := row[first:last]
	if len(indicator) > 0 && (indicator[0].Index != r.heads[nameColumn].index || r.isNoIndicator(indicator)) {
		return false
	}
	if len(indicator) == 0 && r.partition(row) != nil {
		return false // cells that have moved
	}
	for i := range row {
		if i < first || i >= last {
			r.addText(r.textColumnOf(row[i]), row[i])
		}
	}
	r.readIndicators(indicator, r.heads[nameColumn].index)
	return true
}

// isNoIndicator reports whether the cells in the columns of an indicator are none, with a name
// and values: they have moved.
func (r *reader) isNoIndicator(cells []sheet.Token) bool {
	if !r.isName(cells[0].Text) || r.isStateWord(cells[0].Text) {
		return true
	}
	for _, cell := range cells[1:] {
		if !r.isValue(cell.Text) {
			return true
		}
	}
	return false
}

// textColumnOf returns the column of a text below whose head a cell stands; noColumn where
// it stands elsewhere.
func (r *reader) textColumnOf(cell sheet.Token) column {
	for _, c := range textColumns {
		if c != itemColumn && c != departmentColumn && r.heads[c].label != "" && r.heads[c].index == cell.Index {
			return c
		}
	}
	return noColumn
}
