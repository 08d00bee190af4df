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
	var heading runningHeading
	for i := range lines {
		l := &lines[i]
		switch l.kind {
		case plain, emptied, pageNumber, runningHead, note, indicatorHeading, unknownHeading:
			continue
		case partLabel:
		case measureHeading:
			heading.read(lines, i)
			open = false
			continue
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
		if len(l.cells) > 1 {
			skipFillerHead(lines[:i])
		}
		if l.part.part == otherPart {
			continue
		}
		restarts := open && l.beginsAnew(latest)
		switch {
		case (!open || l.part.part <= latest.part.part) && (heading.markHeadAbove(lines, i) || markHead(lines, i, restarts && l.isSurePart())):
			open = true
		case restarts, open && l.part != latest.part && l.part.part == latest.part.part && l.number != "" && l.number <= latest.number:
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

// isDepartmentLine reports whether a line of a card's head names sections: the
// last of its names ends as those of sections do, or a division stands first.
// Institutions (小牧市民病院, 保健センター) alone may be a project's name.
func isDepartmentLine(l *line) bool {
	return len(l.first) <= 200 && len(l.cells) <= 5 && sheet.IsDepartmentLine(l.text())
}

// nameBeforeSections returns the name that stands before sections on one line,
// empty where the line is nothing but sections or has none.
func nameBeforeSections(l *line) string {
	if last := len(l.cells) - 1; last > 0 {
		// The sections stand in cells of their own behind it.
		name := l.first
		if last > 1 && isMark(name) {
			name = sheet.PlainText(l.cells[1].Text)
		}
		if sheet.IsDepartments(name) || isMark(name) || !sheet.IsDepartments(sheet.PlainText(l.cells[last].Text)) {
			return ""
		}
		return name
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
	if name, sections = sheet.CutDepartments(text); sections == "" {
		return cutBehindDivision(text)
	}
	at, blank := sheet.LastWrapBlank(name)
	switch {
	case at < 0 && sheet.IsDivision(name, true):
		return "", text
	case at < 0:
		return name, sections
	}
	if division := name[at+blank:]; sheet.IsDivision(division, true) {
		return ja.TrimSpace(name[:at]), text[at+blank:]
	}
	return name, sections
}

// minDivision is how long the name of a division is at least, in characters, that stands
// behind a project's name: 北部 is none.
const minDivision = 3

// cutBehindDivision cuts a division off the end of a line, with sections behind it of which
// the first may end as other words do: 歯科健診事業 健康部 保健センター.
func cutBehindDivision(text string) (name, sections string) {
	if len(text) > maxHeadingBytes || !strings.ContainsAny(text, "部室局") {
		return text, ""
	}
	for at := len(text); ; {
		end := at
		blank := 0
		if at, blank = sheet.LastWrapBlank(text[:at]); at <= 0 {
			return text, ""
		}
		word := text[at+blank : end]
		if end < len(text) && ja.LongerThan(word, minDivision-1) && sheet.IsDivision(word, true) {
			if sheet.IsDepartments(text[at+blank:]) && !endsAsProject(text) {
				return ja.TrimSpace(text[:at]), text[at+blank:]
			}
			return text, ""
		}
	}
}

// mayBeProject reports whether a line can be the name of a project.
func mayBeProject(l *line) bool {
	if l.kind != plain || len(l.cells) > 5 || len(l.cells) == 1 && isMark(l.first) || l.isFigureRow() {
		return false
	}
	text := l.first
	return !beginsWithBracket(text) && mayBeNameText(text) && ja.LongerThan(text, 1)
}

// isFigureRow reports whether a line is a row of figures: a dash or an arrow stands behind
// its first cell, or two values do.
func (l *line) isFigureRow() bool {
	values := 0
	for _, cell := range l.cells[1:] {
		text := sheet.PlainText(cell.Text)
		if ja.IsDash(text) || sheet.IsArrow(text) {
			return true
		}
		if ja.HasDigit(text) && sheet.IsValue(text) {
			values++
		}
	}
	return values > 1
}

// mayEndName reports whether a line can be the last one of a project's name. One
// in brackets, or of one character, needs another above it.
func mayEndName(l *line) bool {
	return mayBeProject(l) || l.kind == plain && len(l.cells) == 1 && !isMark(l.first) && mayBeNameText(l.first)
}

var sentenceEnds = ja.NewCharacters("。\n")

func beginsWithBracket(text string) bool {
	return strings.HasPrefix(text, "(") || strings.HasPrefix(text, "（")
}

func mayBeNameText(text string) bool {
	return !sentenceEnds.In(text) && !strings.HasSuffix(text, "、") && !ja.LongerThan(text, maxNameRunes)
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
// bracket parts them. The mark of a note behind it says nothing.
func cutMark(text string) (status model.Status, rest string) {
	r, size := utf8.DecodeRuneInString(text)
	switch r {
	case '新', '継', '充', '拡', '終', '廃', '完':
		return cutBareMark(text)
	case '★', '☆', '■', '●', '◆', '○':
		return cutMark(ja.TrimSpace(text[size:]))
	case '`', '*', '_': // as code or in italics
		inner, behind, closed := strings.Cut(text[size:], text[:size])
		if status = sheet.FindStatus(inner); !closed || status == "" {
			return "", text
		}
		return status, ja.TrimSpace(behind)
	}
	if !openings.Has(r) {
		return "", text
	}
	end := closings.Index(text[:min(len(text), maxMarkBytes+len("】"))])
	if end <= 0 || end > maxMarkBytes {
		return "", text
	}
	_, closing := utf8.DecodeRuneInString(text[end:])
	if status = sheet.FindStatus(text[size:end]); status == "" {
		return "", text
	}
	return status, ja.TrimSpace(behindNoteMark(ja.TrimSpace(text[end+closing:])))
}

// behindNoteMark returns what stands behind the mark of a note and a blank at the start of
// a text; it is the text where none stands there.
func behindNoteMark(text string) string {
	trimmed := ja.TrimSpace(text)
	end := wrapBlanks.Index(trimmed)
	if end < 0 {
		end = len(trimmed)
	}
	if !ja.IsNoteMark(trimmed[:end]) {
		return text
	}
	return ja.TrimSpace(trimmed[end:])
}

// openings and closings are the brackets round a mark, and maxMarkBytes is where
// one closes at the latest.
var openings, closings = ja.NewCharacters("【〔［《〈＜<(（["), ja.NewCharacters("】〕］》〉＞>)）]")

const maxMarkBytes = 24

func cutBareMark(text string) (status model.Status, rest string) {
	for _, mark := range sheet.StatusWords {
		at, ok := sheet.AfterWord(text, mark.Word)
		if !ok {
			continue
		}
		if rest := behindNoteMark(text[at:]); rest != text[at:] {
			return mark.Status, rest
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
	if before, found := strings.CutSuffix(text, "`"); found {
		if at := strings.LastIndexByte(before, '`'); at > 0 && sheet.FindStatus(before[at+1:]) != "" {
			return sheet.FindStatus(before[at+1:]), ja.TrimSpace(before[:at])
		}
	}
	for _, mark := range sheet.StatusWords {
		if before, found := strings.CutSuffix(text, mark.Word); found && strings.TrimRight(before, " \u3000") != before {
			return mark.Status, ja.TrimSpace(before)
		}
	}
	return "", text
}
