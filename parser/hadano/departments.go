package hadano

import (
	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readDepartments reads the sections in charge. A division before them holds for
// those that follow it.
func (r *reader) readDepartments(own *item, pieces []piece) {
	var list sheet.DepartmentList
	for _, p := range pieces {
		if sheet.IsNothing(p.Cell) {
			r.skip(p)
			continue
		}
		r.Grid.Claim(p.Cell, grid.Value)
		list.Add(p.Cell)
	}
	for _, department := range list.Finish() {
		if department.Role == "" {
			department.Role = model.RoleLead
		}
		if !own.hasDepartment(&department) {
			own.Departments = append(own.Departments, department)
		}
	}
}

// splitDepartment parts the sections in the first cell from a text of the first
// year that was joined to them.
func (r *reader) splitDepartment(pieces []piece) []piece {
	if len(pieces) == 0 || sheet.SplitSections(ja.StripMarkup(pieces[0].Text)) != nil {
		return pieces
	}
	p := pieces[0]
	for at := len(p.Text) - 1; at > 0; at-- {
		if p.Text[at] != ' ' || sheet.SplitSections(p.Text[:at]) == nil {
			continue
		}
		value := piece{Cell: p.Slice(at, len(p.Text))}
		if r.row.width >= r.head.Width {
			value.Index++
		}
		r.Report(model.CodeJoinedCells, p.At, p.Text, p.Text[:at]+" | "+value.Text)
		return append([]piece{{Cell: p.Slice(0, at), joined: p.joined}, value}, pieces[1:]...)
	}
	return pieces
}

// hasDepartment reports whether a department is known: a page may repeat it.
func (i *item) hasDepartment(department *model.Department) bool {
	for _, own := range i.Departments {
		if own.Section == department.Section && own.Division == department.Division {
			return true
		}
	}
	return false
}
