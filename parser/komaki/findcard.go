package komaki

import (
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// maxCardLines is how many lines the head of a card may have.
const maxCardLines = 14

// findCards looks for the parts of project cards and, back from the first part
// of each, for the card's head. Only so can a name without a mark be told from
// the text of the card before it. Where the parts begin anew, a card begins, also
// under a head that can't be told from the text.
func findCards(lines []line) {
	open := false
	var latest *line
	for i := range lines {
		l := &lines[i]
		switch l.kind {
		case plain, emptied, pageNumber, runningHead, note, indicatorHeading, unknownHeading:
			continue
		case partLabel:
		case textHeading:
			if l.entry.key != model.TextPurpose {
				continue
			}
			open = false
			continue
		default:
			open = false
			continue
		}
		if l.part.part == otherPart {
			continue
		}
		restarts := open && l.beginsAnew(latest)
		switch {
		case (!open || l.part.part <= latest.part.part) && markHead(lines, i, restarts && l.isSurePart()):
			open = true
		case restarts && l.isSurePart():
			l.nameless = true
		case restarts:
			l.kind = plain // a list in the card's text
			continue
		}
		latest = l
	}
}

// beginsAnew reports whether a part can't belong to the card of the one before:
// it stands before that in every card, and its number does not go on.
func (l *line) beginsAnew(before *line) bool {
	return l.part.part < before.part.part && (l.number == "" || l.number <= before.number)
}

// isSurePart reports whether a part's label can be hardly anything else: it has
// its number, and words that no list in a text begins with.
func (l *line) isSurePart() bool { return len(l.number) == 1 && l.part.bare }

// headLines are the lines of a card's head as they are found from below.
type headLines struct {
	lines []line
	// label is the first part, stop the first line that is looked at.
	label, stop int
	// first and name are the first line and the last one of the name.
	first, name int
	// departments counts the lines of sections.
	departments int
	marked      bool
}

// markHead finds the head above the part at line label, and marks its first
// line with the number of lines up to the part. Certain tells that a card begins
// there, whatever its head looks like.
func markHead(lines []line, label int, certain bool) bool {
	h := headLines{lines: lines, label: label, stop: max(0, label-maxCardLines)}
	if !h.findName() || !h.findFirst() {
		return false
	}
	l := &lines[h.name]
	if status, _ := cutMark(lines[h.first].text()); status != "" {
		h.marked = true
	}
	switch {
	case h.departments > 0, h.marked:
	case certain && h.standsAlone():
	case lines[label].part.part != budgetPart, len(l.cells) == 1 && !endsAsProject(l.first):
		return false
	}
	lines[h.first].head, lines[h.first].named = int32(label-h.first), int32(h.name-h.first+1)
	return true
}

// findName finds the last line of the name: the first line above the sections.
func (h *headLines) findName() bool {
	// top is the uppermost line of sections, institutions those above it that
	// name institutions only: they may be sections or the name.
	top, institutions := h.label, 0
	at := h.label - 1
scan:
	for ; at >= h.stop; at-- {
		l := &h.lines[at]
		switch {
		case l.isPageFurniture():
		case isMark(l.first) && len(l.cells) == 1:
			h.marked = true
		case l.kind == plain && isDepartmentLine(l):
			h.departments += 1 + institutions
			top, institutions = at, 0
		case l.kind == plain && len(l.cells) == 1 && isDepartments(l.first):
			institutions++
		default:
			break scan
		}
	}
	above := at >= h.stop && mayEndName(&h.lines[at])
	if above && institutions > 0 && !h.isUnderMark(at) && !endsAsProject(h.lines[at].first) {
		above = false
	}
	if above && top < h.label && endsAsProject(nameBeforeSections(&h.lines[top])) && !h.isUnderMark(at) {
		above = false
	}
	if above {
		h.name = at
		h.departments += institutions
		return true
	}
	return h.findNameAmongSections(at + 1)
}

// findNameAmongSections takes the first of the lines that look like sections for
// the name, as the line above is none of the card's: its name ends as that of a
// section does, or stands with sections on one line.
func (h *headLines) findNameAmongSections(from int) bool {
	for i := from; i < h.label; i++ {
		l := &h.lines[i]
		if l.isPageFurniture() || isMark(l.first) {
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
		if isMark(l.first) && len(l.cells) == 1 {
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
	if !mayBeProject(l) || isContent(l) || isDepartmentLine(l) {
		return false
	}
	return beginsWithBracket(h.lines[at].first) || h.isUnderMark(at-1) || !h.lines[h.name+1].follows(&h.lines[h.name])
}

// isUnderMark reports whether the line above is a mark.
func (h *headLines) isUnderMark(at int) bool {
	for at--; at >= h.stop; at-- {
		l := &h.lines[at]
		if !l.isPageFurniture() {
			return len(l.cells) == 1 && isMark(l.first)
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

// isDepartmentLine reports whether a line of a card's head names sections: the
// last of its names ends as those of sections do, or a division stands first.
// Institutions (小牧市民病院, 保健センター) alone may be a project's name.
func isDepartmentLine(l *line) bool {
	if len(l.first) > 200 || len(l.cells) > 5 {
		return false
	}
	text := l.text()
	if !isDepartments(text) {
		return false
	}
	var buffer [8]span
	names, _ := departmentSpans(buffer[:0], text)
	if isDivision(text[names[0].start:names[0].end], len(names) > 1) {
		return true
	}
	last := names[len(names)-1]
	return endsWithAny(withoutBracket(text[last.start:last.end]), strongEndings...)
}

// nameBeforeSections returns the name that stands before sections on one line,
// empty where the line is nothing but sections or has none.
func nameBeforeSections(l *line) string {
	if len(l.cells) > 1 {
		return ""
	}
	name, sections := cutCardSections(l.first)
	if sections == "" {
		return ""
	}
	return name
}

// cutCardSections cuts the sections off the end of a line that begins with a
// project's name, with the division before them.
func cutCardSections(text string) (name, sections string) {
	name, sections = cutDepartments(text)
	at := strings.LastIndexAny(name, wraps)
	if sections == "" || at < 0 {
		return name, sections
	}
	_, blank := utf8.DecodeRuneInString(name[at:])
	if division := name[at+blank:]; isDivision(division, true) {
		return ja.TrimSpace(name[:at]), text[at+blank:]
	}
	return name, sections
}

// mayBeProject reports whether a line can be the name of a project.
func mayBeProject(l *line) bool {
	if l.kind != plain || len(l.cells) > 5 || len(l.cells) == 1 && isMark(l.first) {
		return false
	}
	text := l.first
	return !beginsWithBracket(text) && mayBeNameText(text)
}

// mayEndName reports whether a line can be the last one of a project's name: one
// in brackets needs another above it.
func mayEndName(l *line) bool {
	if beginsWithBracket(l.first) && len(l.cells) == 1 {
		return l.kind == plain && mayBeNameText(l.first)
	}
	return mayBeProject(l)
}

func beginsWithBracket(text string) bool {
	return strings.HasPrefix(text, "(") || strings.HasPrefix(text, "（")
}

func mayBeNameText(text string) bool {
	return !strings.ContainsAny(text, "。\n") && !strings.HasSuffix(text, "、") && utf8.RuneCountInString(text) <= maxNameRunes && utf8.RuneCountInString(text) > 1
}

// endsAsProject reports whether a name ends as those of projects do, so that it
// is one without a mark and without sections, too.
func endsAsProject(name string) bool {
	return endsWithAny(withoutBracket(name), "事業", "事業費", "整備", "推進", "支援", "運営", "工事", "計画", "対策")
}

// isMark reports whether a text is a project's mark and nothing else.
func isMark(text string) bool {
	if len(text) > 40 {
		return false
	}
	status, rest := cutMark(text)
	return status != "" && rest == "" || isDoubleMark(text)
}

// isDoubleMark reports whether a text is two marks (新規・拡充): which one holds
// can't be told.
func isDoubleMark(text string) bool {
	text, _ = ja.TrimBrackets(text)
	first, second, found := strings.Cut(text, "・")
	return found && sheet.FindStatus(first) != "" && sheet.FindStatus(second) != ""
}

// cutMark takes the mark (充実, 【新規】) off the start of a name: a blank or a
// bracket parts them.
func cutMark(text string) (status model.Status, rest string) {
	r, size := utf8.DecodeRuneInString(text)
	switch r {
	case '新', '継', '充', '拡', '終', '廃', '完':
		return cutBareMark(text)
	case '★', '☆', '■', '●', '◆', '○':
		return cutMark(ja.TrimSpace(text[size:]))
	}
	end := strings.IndexAny(text, "】〕］》〉＞>)）]")
	if end <= 0 || end > 24 || !strings.ContainsRune("【〔［《〈＜<(（[", r) {
		return "", text
	}
	_, closing := utf8.DecodeRuneInString(text[end:])
	if status = sheet.FindStatus(text[size:end]); status == "" {
		return "", text
	}
	return status, ja.TrimSpace(text[end+closing:])
}

func cutBareMark(text string) (status model.Status, rest string) {
	for _, mark := range sheet.StatusWords {
		at, ok := sheet.AfterWord(text, mark.Word)
		if !ok {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		if at == len(text) || before == ' ' || before == '\u3000' || before == '\n' {
			return mark.Status, text[at:]
		}
	}
	return "", text
}

// cutTrailingMark takes the mark off the end of a name: 事業【新規】, or a mark
// behind a blank.
func cutTrailingMark(text string) (status model.Status, rest string) {
	if outer, inner, ok := ja.CutLastBracket(text); ok {
		if status = sheet.FindStatus(inner); status != "" {
			return status, outer
		}
	}
	for _, mark := range sheet.StatusWords {
		if before, found := strings.CutSuffix(text, mark.Word); found && strings.TrimRight(before, " \u3000") != before {
			return mark.Status, ja.TrimSpace(before)
		}
	}
	return "", text
}
