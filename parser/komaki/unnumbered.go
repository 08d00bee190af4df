package komaki

import (
	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// hasLostNumber reports whether a row is that of an initiative whose number is
// lost: name and sections stand in their columns, and the next row's number is
// the second next one. Else it is a row of wrapped lines.
func (t *initiativeTable) hasLostNumber(r *reader, cells []grid.Cell) bool {
	last := len(cells) - 1
	if last < 1 || r.Grid.Layout == grid.Blanks || t.columnOf(r, cells[last-1]) != nameColumn || !sheet.IsDepartments(sheet.PlainText(cells[last].Text)) {
		return false
	}
	for i := r.next; i < len(r.lines) && i < r.next+8; i++ {
		if cell := t.numberCell(r.lines[i].cells); cell != none && len(r.lines[i].cells) > 1 {
			return toNumber(sheet.PlainText(r.lines[i].cells[cell].Text)) == t.lastNumber+2
		}
	}
	return false
}

// readUnnumbered reads the row of an initiative without a number.
func (t *initiativeTable) readUnnumbered(r *reader, cells []grid.Cell) {
	t.finishInitiative(r)
	last := len(cells) - 1
	t.readLabels(r, cells[:last-1])
	r.Report(model.CodeNoNumber, cells[last-1].At, "取組項目の No.")
	t.row = initiative{at: cells[last-1].At, names: t.row.names[:0], departments: t.row.departments[:0]}
	t.open = &t.row
	t.lastNumber++
	t.addName(r, cells[last-1])
	t.addDepartments(r, cells[last])
}
