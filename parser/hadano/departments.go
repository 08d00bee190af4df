package hadano

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readDepartments reads the sections in charge. A division before them holds for
// those that follow it.
func (r *reader) readDepartments(own *item, pieces []piece) {
	division := ""
	for _, p := range pieces {
		if isNothing(p) {
			r.skip(p)
			continue
		}
		names := splitDepartments(r.text(p))
		for i, name := range names {
			department := model.Department{At: p.At, Section: name, Role: model.RoleLead}
			isLast := i+1 == len(names)
			switch {
			case isDivision(name) && !isLast && !isDivision(names[i+1]):
				division = name
				continue
			case strings.HasSuffix(name, "部") && !strings.HasSuffix(name, "本部"):
				department.Section, division = "", name
			}
			if key := ja.Key(name); key == "関係課" || key == "関係各課" {
				department.Role = model.RoleSupporting
			}
			department.Division = division
			if !own.hasDepartment(&department) {
				own.Departments = append(own.Departments, department)
			}
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
		if r.row.width >= r.head.width {
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

// splitDepartments parts the names of sections; a text that is no list of them
// is parted at its commas.
func splitDepartments(text string) []string {
	if names := sheet.SplitSections(text); names != nil {
		return names
	}
	var names []string
	for _, name := range strings.FieldsFunc(text, func(c rune) bool { return c == '、' || c == '，' || c == '\n' }) {
		if name = ja.Unwrap(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// isDivision reports whether a name that others follow is that of the division
// they belong to.
func isDivision(name string) bool {
	return strings.HasSuffix(name, "部") || strings.HasSuffix(name, "公室") || strings.HasSuffix(name, "事務局")
}
