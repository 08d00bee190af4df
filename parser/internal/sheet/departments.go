package sheet

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// IsDivision reports whether a name is that of a division, which holds for the
// sections behind it. 室 is one only as 公室; 事務局 and 局 only where a section
// stands behind them on the same line.
func IsDivision(name string, sectionFollows bool) bool {
	name = WithoutBracket(name)
	return strings.HasSuffix(name, "部") && !strings.HasSuffix(name, "支部") || strings.HasSuffix(name, "公室") ||
		sectionFollows && strings.HasSuffix(name, "局")
}

// DepartmentList collects the sections in charge of an item from its cells; the
// zero value is empty. A division holds for the
// sections that follow it until the next one.
type DepartmentList struct {
	list     []model.Department
	division string
	// idle is where a division was printed under which no section stands yet.
	idle model.Position
	// cells are those that are being read.
	cells []grid.Cell
	// reused is set where further lists take the rest of the memory.
	reused bool
}

// Reset makes the list empty for another item, with what the lists before have left of
// their memory.
func (d *DepartmentList) Reset() {
	*d = DepartmentList{list: d.list[len(d.list):], reused: true}
}

// usualDepartments is how many sections one piece of memory has room for that several
// lists share.
const usualDepartments = 16

// reserve makes room for so many sections.
func (d *DepartmentList) reserve(count int) {
	if need := len(d.list) + count; d.reused && need > cap(d.list) {
		d.list = append(make([]model.Department, 0, max(need, usualDepartments)), d.list...)
	} else {
		d.list = slices.Grow(d.list, count)
	}
}

// Add reads the sections that cells name, each with its place; the cells are not
// claimed. Their texts are joined by blanks. A name may
// be wrapped over the end of a line.
func (d *DepartmentList) Add(cells ...grid.Cell) {
	d.cells = cells
	text := JoinCells(cells, " ")
	for start := 0; start < len(text); {
		end := lineEnd(text, start)
		// A name may be wrapped over the end of the line.
		for end < len(text) && !EndsAsSection(text[start:end]) {
			end = lineEnd(text, end+1)
		}
		d.addLine(text[start:end], start)
		start = end + 1
	}
}

func lineEnd(text string, from int) int {
	if end := strings.IndexByte(text[from:], '\n'); end >= 0 {
		return from + end
	}
	return len(text)
}

// positionOf returns where the byte at of the cells' joined text stands.
func (d *DepartmentList) positionOf(at int) model.Position {
	if at == 0 {
		return d.cells[0].At
	}
	for _, cell := range d.cells {
		text := PlainText(cell.Text)
		if at < len(text) {
			return cell.Slice(PrintedOffset(cell.Text, text, at), len(cell.Text)).At
		}
		at -= len(text) + 1
	}
	return d.cells[0].At
}

func (d *DepartmentList) addLine(text string, from int) {
	var buffer [8]span
	names, _ := departmentSpans(buffer[:0], text)
	d.reserve(len(names))
	for i, one := range names {
		name := closeBracket(ja.Unwrap(text[one.start:one.end]))
		at := d.positionOf(from + one.start)
		sectionFollows := i+1 < len(names) && !IsDivision(text[names[i+1].start:names[i+1].end], false)
		if first := i == 0 && sectionFollows; IsDivision(name, first) || first && (name == accountant || strings.HasSuffix(name, "病院")) {
			d.Finish()
			d.division, d.idle = name, at
			continue
		}
		d.list = append(d.list, d.newEntry(name, at))
	}
}

var openings = ja.NewCharacters("(（")

// closeBracket removes the blank before the bracket that belongs to a section.
func closeBracket(name string) string {
	if at := openings.Index(name); at > 0 && name[at-1] == ' ' {
		return name[:at-1] + name[at:]
	}
	return name
}

func (d *DepartmentList) newEntry(name string, at model.Position) model.Department {
	if IsSupporting(name) {
		entry := model.Department{At: at, Section: name, Role: model.RoleSupporting}
		if !d.idle.IsZero() {
			entry.Division, d.idle = d.division, model.Position{} // it stands for those of the division
		}
		return entry
	}
	d.idle = model.Position{}
	return model.Department{At: at, Division: d.division, Section: name}
}

// Finish returns the sections with their divisions and roles; a division without a section is one, too.
func (d *DepartmentList) Finish() []model.Department {
	if !d.idle.IsZero() {
		d.list = append(d.list, model.Department{At: d.idle, Division: d.division})
		d.idle = model.Position{}
	}
	if len(d.list) == 0 {
		return nil
	}
	return slices.Clip(d.list)
}

// IsSupporting reports whether an entry stands for all the sections concerned.
func IsSupporting(name string) bool {
	return name == "関係課" || name == "関係各課"
}

// WrapBlanks are the blanks at which typesetting wraps a text.
const WrapBlanks = " \u3000\n"

// LastWrapBlank returns where the last of these blanks stands in a text, and its length;
// -1 if there is none.
func LastWrapBlank(text string) (at, size int) {
	const wide = "\u3000"
	for at = len(text) - 1; at >= 0; at-- {
		switch {
		case text[at] == ' ' || text[at] == '\n':
			return at, 1
		case text[at] == wide[0] && strings.HasPrefix(text[at:], wide):
			return at, len(wide)
		}
	}
	return -1, 0
}

// CutDepartments cuts the names of sections off the end of a name to which they
// were joined by blanks. The first of them must end as hardly any word but a
// section does; none may be wrapped, as its first part could be the name's.
func CutDepartments(name string) (rest, sections string) {
	for at := len(name); ; {
		end := at
		blank := 0
		if at, blank = LastWrapBlank(name[:at]); at <= 0 {
			break
		}
		word := name[at+blank : end]
		if !ja.LongerThan(word, 2) || !IsDepartments(word) {
			break
		}
		if EndsWithAny(WithoutBracket(word), "課", "室", "局", "署") {
			rest, sections = ja.TrimSpace(name[:at]), name[at+blank:]
		}
	}
	if sections == "" {
		return name, ""
	}
	return rest, sections
}
