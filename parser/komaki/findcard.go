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
// the text of the card before it.
func findCards(lines []line) {
	open := false
	var seen [overviewPart + 1]bool
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
		if begins := !open || repeatsPart(&seen, l.part.part); begins && markHead(lines, i) {
			open, seen = true, [overviewPart + 1]bool{}
		}
		seen[l.part.part] = true
	}
}

// repeatsPart reports whether a part can't belong to the card that is open.
func repeatsPart(seen *[overviewPart + 1]bool, p part) bool {
	for later := p; later <= overviewPart; later++ {
		if seen[later] {
			return true
		}
	}
	return false
}

// markHead finds the head above the part at line label, and marks its first
// line with the number of lines up to the part.
func markHead(lines []line, label int) bool {
	at, departments, marked := label-1, 0, false
	stop := max(0, label-maxCardLines)
	for ; at >= stop; at-- {
		l := &lines[at]
		switch {
		case l.isPageFurniture():
			continue
		case isMark(l.first) && len(l.cells) == 1:
			marked = true
			continue
		case l.kind == plain && isDepartmentLine(l):
			departments++
			continue
		}
		break
	}
	if at < stop || !mayBeProject(&lines[at]) {
		// The line above the sections is none of the card's: the first of them is
		// the name after all.
		if at = topDepartment(lines, at+1, label); at < 0 {
			return false
		}
		departments--
	}
	first, marks := aboveName(lines, at, stop)
	marked = marked || marks
	l := &lines[at]
	if status, _ := cutMark(l.text()); status != "" {
		marked = true
	}
	if departments <= 0 && !marked && (lines[label].part.part != budgetPart || len(l.cells) == 1 && !endsAsProject(l.first)) {
		return false
	}
	lines[first].head = int32(label - first)
	return true
}

// topDepartment returns the first line of a run of sections if it may be a
// project's name: it stands alone over others.
func topDepartment(lines []line, from, label int) int {
	for i := from; i < label; i++ {
		if lines[i].isPageFurniture() || isMark(lines[i].first) {
			continue
		}
		if i+1 < label && mayBeProject(&lines[i]) {
			return i
		}
		return -1
	}
	return -1
}

// aboveName returns the first line of the head: the mark over the name, or the
// first line of a wrapped name.
func aboveName(lines []line, name, stop int) (first int, marked bool) {
	first = name
	for at := name - 1; at >= stop; at-- {
		l := &lines[at]
		switch {
		case l.isPageFurniture():
			continue
		case isMark(l.first) && len(l.cells) == 1:
			return at, true
		case first-at == 1 && isWrappedName(lines, at, name):
			first = at
			continue
		}
		break
	}
	return first, false
}

// isWrappedName reports whether the line is the first of two on which a name
// stands: the mark stands over them.
func isWrappedName(lines []line, at, name int) bool {
	l := &lines[at]
	if at+1 != name || !lines[name].follows(l) || !mayBeProject(l) {
		return false
	}
	above := at - 1
	return above >= 0 && isMark(lines[above].first) && len(lines[above].cells) == 1
}

// isDepartmentLine reports whether a line of a card's head names sections.
func isDepartmentLine(l *line) bool {
	return len(l.first) <= 200 && len(l.cells) <= 5 && sheet.IsDepartmentLine(l.text())
}

// mayBeProject reports whether a line can be the name of a project.
func mayBeProject(l *line) bool {
	if l.kind != plain || len(l.cells) > 5 || len(l.cells) == 1 && isMark(l.first) {
		return false
	}
	text := l.first
	return !strings.ContainsAny(text, "。\n") && !strings.HasPrefix(text, "(") && !strings.HasPrefix(text, "（") &&
		!strings.HasSuffix(text, "、") && utf8.RuneCountInString(text) <= maxNameRunes && utf8.RuneCountInString(text) > 1
}

// endsAsProject reports whether a name ends as those of projects do, so that it
// is one without a mark and without sections, too.
func endsAsProject(name string) bool {
	return sheet.EndsWithAny(sheet.WithoutBracket(name), "事業", "事業費", "整備", "推進", "支援", "運営", "工事", "計画", "対策")
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
