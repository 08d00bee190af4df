package komaki

import (
	"strings"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// headLines are the lines of a card's head as they are found from below.
type headLines struct {
	lines []line
	// label is the first part, stop the first line that is looked at.
	label, stop int
	// first and name are the first line and the last one of the name.
	first, name int
	// departments counts the lines of sections, top is the uppermost one.
	departments, top int
	marked           bool
}

// markHead finds the head above the part at line label, and marks its first
// line with the number of lines up to the part. Certain tells that a card begins
// there, whatever its head looks like.
func markHead(lines []line, label int, certain bool) bool {
	h := headLines{lines: lines, label: label, stop: max(0, label-maxCardLines)}
	if !h.findName() || !h.findFirst() {
		return certain && h.markNameless()
	}
	l := &lines[h.name]
	if status, _ := cutMark(lines[h.first].text()); status != "" {
		h.marked = true
	}
	switch {
	case h.departments > 0, h.marked:
	case certain && h.standsAlone():
	case lines[label].part.part != budgetPart, len(l.cells) == 1 && !endsAsProject(l.first):
		return certain && h.markNameless()
	}
	lines[h.first].head, lines[h.first].named = int32(label-h.first), int32(h.name-h.first+1)
	return true
}

// markNameless marks the head of a card whose name can't be told from the text:
// its sections, if it has any.
func (h *headLines) markNameless() bool {
	if h.top < h.label {
		h.lines[h.top].head = int32(h.label - h.top)
	} else {
		h.lines[h.label].nameless = true
	}
	return true
}

// findName finds the last line of the name: the first line above the sections.
func (h *headLines) findName() bool {
	// institutions are lines above the sections that name institutions only: they
	// may be sections or the name.
	institutions := 0
	h.top = h.label
	at := h.label - 1
scan:
	for ; at >= h.stop; at-- {
		l := &h.lines[at]
		switch {
		case l.isPageFurniture():
		case l.isMarkLine():
			h.marked = true
		case h.isWrappedSection(at):
			h.departments++
			h.top, institutions = at-1, 0
			at--
		case l.kind == plain && isDepartmentLine(l):
			h.departments += 1 + institutions
			h.top, institutions = at, 0
		case l.kind == plain && len(l.cells) == 1 && sheet.IsDepartments(l.first):
			institutions++
		case h.isOtherSection(at):
			h.departments++
			h.top = at
		default:
			break scan
		}
	}
	above := at >= h.stop && mayEndName(&h.lines[at])
	if above && institutions > 0 && !h.isUnderMark(at) && !endsAsProject(h.lines[at].first) {
		above = false
	}
	if above && h.top < h.label && endsAsProject(nameBeforeSections(&h.lines[h.top])) && !h.isUnderMark(at) {
		above = false
	}
	if above {
		h.name = at
		h.departments += institutions
		return true
	}
	return h.findNameAmongSections(at + 1)
}

// maxOtherSection is how long a line may be that names a division and a section.
const maxOtherSection = 30

// isOtherSection reports whether a line right above the parts names a division and a
// section that ends as none does (こども未来部 多世代交流プラザ): the name of the project,
// which ends as one or has a mark over it, stands above.
func (h *headLines) isOtherSection(at int) bool {
	l := &h.lines[at]
	if h.departments > 0 || l.kind != plain || len(l.cells) > 2 || !isDivisionStart(l.text()) || ja.LongerThan(l.text(), maxOtherSection) || !mayBeNameText(l.first) {
		return false
	}
	for at--; at >= h.stop; at-- {
		if above := &h.lines[at]; !above.isPageFurniture() {
			return mayBeProject(above) && !isDepartmentLine(above) && (h.isUnderMark(at) || endsAsProject(above.first))
		}
	}
	return false
}

// isWrappedSection reports whether a line is the end of a section's name that
// begins on the line above, behind a division or below one with its section:
// 建設部 公園 / 課.
func (h *headLines) isWrappedSection(at int) bool {
	if at-1 < h.stop {
		return false
	}
	l, above := &h.lines[at], &h.lines[at-1]
	if l.kind != plain || above.kind != plain || len(l.cells)+len(above.cells) > 2 || !l.follows(above) {
		return false
	}
	if at-2 >= h.stop && above.follows(&h.lines[at-2]) && isDivisionStart(h.lines[at-2].first) && sheet.IsDepartments(h.lines[at-2].first) && !sheet.IsDepartments(above.first) {
		return sheet.IsDepartments(above.first + "\n" + l.first) // among the sections
	}
	return isDivisionStart(above.first) && !sheet.IsDepartments(above.first) && sheet.IsDepartments(above.first+"\n"+l.first)
}

// isDivisionStart reports whether the first word of a text is a division, with
// others behind it.
func isDivisionStart(text string) bool {
	at := wrapBlanks.Index(text)
	return at > 0 && sheet.IsDivision(text[:at], true)
}

// findNameAmongSections takes the first of the lines that look like sections for
// the name, as the line above is none of the card's: its name ends as that of a
// section does, or stands with sections on one line.
func (h *headLines) findNameAmongSections(from int) bool {
	for i := from; i < h.label; i++ {
		l := &h.lines[i]
		if l.isPageFurniture() || isMark(l.first) && len(l.cells) < 3 {
			continue
		}
		h.name = i
		switch {
		case nameBeforeSections(l) != "":
			h.departments = max(1, h.departments)
			return true
		case i+1 < h.label && mayBeProject(l):
			if isDepartmentLine(l) {
				h.departments--
			}
			return true
		}
		return false
	}
	return false
}

// findFirst finds the head's first line: the mark over the name, or the first
// line of a name of several lines. It is false where only the end of a name
// stands there.
func (h *headLines) findFirst() bool {
	h.first = h.name
	for h.name-h.first < maxNameLinesOfCard-1 && h.continuesName(h.first) {
		h.first--
	}
	if h.first < h.name && !h.isUnderMark(h.first) && !h.beginsParagraph(h.first) {
		h.first = h.name
		if beginsWithBracket(h.lines[h.name].first) {
			h.first--
		}
	}
	whole := h.first < h.name || mayBeProject(&h.lines[h.name])
	for at := h.first - 1; at >= h.stop; at-- {
		l := &h.lines[at]
		if l.isPageFurniture() {
			continue
		}
		if l.isMarkLine() {
			h.first, h.marked = at, true
		}
		break
	}
	return whole
}

// maxNameLinesOfCard is how many lines the name of a project may have.
const maxNameLinesOfCard = 3

// continuesName reports whether the line above goes on in the given one: no
// empty line parts them, and one parts the name from the sections, or a mark
// stands over the name.
func (h *headLines) continuesName(at int) bool {
	if at-1 < h.stop || !h.lines[at].follows(&h.lines[at-1]) {
		return false
	}
	l := &h.lines[at-1]
	if !mayEndName(l) || beginsWithBracket(l.first) || isContent(l) || isDepartmentLine(l) {
		return false
	}
	return beginsWithBracket(h.lines[at].first) || h.isUnderMark(at-1) || !h.lines[h.name+1].follows(&h.lines[h.name])
}

// isUnderMark reports whether the line above is a mark.
func (h *headLines) isUnderMark(at int) bool {
	for at--; at >= h.stop; at-- {
		l := &h.lines[at]
		if !l.isPageFurniture() {
			return l.isMarkLine()
		}
	}
	return false
}

// beginsParagraph reports whether an empty line stands above, the end of a
// sentence, or nothing.
func (h *headLines) beginsParagraph(at int) bool {
	return at == 0 || !h.lines[at].follows(&h.lines[at-1]) || strings.HasSuffix(h.lines[at-1].first, "。")
}

// standsAlone reports whether the name is a paragraph of its own.
func (h *headLines) standsAlone() bool {
	return h.beginsParagraph(h.first) && !h.lines[h.name+1].follows(&h.lines[h.name]) && !isContent(&h.lines[h.name])
}
