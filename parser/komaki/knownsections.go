package komaki

import (
	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// Names of institutions end as other words do (保健センター). Behind a name in one cell they
// are sections only where the document prints them as such elsewhere.

// knownSections returns the names that stand for sections in cells of their own. They are
// looked for once, where a row first lacks its sections.
func (r *reader) knownSections() map[string]bool {
	if r.sections != nil {
		return r.sections
	}
	r.sections = map[string]bool{}
	for i := range r.lines {
		l := &r.lines[i]
		if l.kind != plain || len(l.cells) < 2 {
			continue
		}
		for _, name := range sheet.SplitSections(sheet.PlainText(l.cells[len(l.cells)-1].Text)) {
			r.sections[name] = true
		}
	}
	return r.sections
}

// cutKnownSections cuts the names of known sections off the end of a name to which they were
// joined by blanks.
func (r *reader) cutKnownSections(name string) (rest, sections string) {
	if !holdsBlank(name) {
		return name, ""
	}
	start := len(name)
	for at := start; ; {
		blank, size := sheet.LastWrapBlank(name[:at])
		if blank <= 0 || !r.knownSections()[name[blank+size:at]] {
			break
		}
		start, at = blank+size, blank
	}
	return ja.TrimSpace(name[:start]), name[start:]
}

// cutSections cuts the sections off the end of an initiative's name, which stands
// in these cells.
func (r *reader) cutSections(name string, cells []grid.Cell) (rest, sections string) {
	rest, sections = sheet.CutDepartments(name)
	shorter, known := r.cutKnownSections(rest)
	if known == "" || shorter == "" {
		return rest, sections
	}
	r.Report(model.CodeJoinedCells, cells[len(cells)-1].At, name, "name and sections")
	return shorter, ja.TrimSpace(name[len(shorter):])
}

// leavesName reports whether the known sections at the end of a cell leave a name before
// them that is no section.
func (r *reader) leavesName(text string) bool {
	name, sections := r.cutKnownSections(text)
	return sections != "" && !sheet.IsDepartments(name)
}
