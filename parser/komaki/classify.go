package komaki

import (
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// maxHeadingBytes is how long a line may be that is nothing but a heading.
const maxHeadingBytes = 300

// classify tells what the line is by its own words, where its first text is known.
func (l *line) classify() {
	if l.first == "" {
		if len(l.cells) == 1 {
			l.kind = emptied
		}
		return
	}
	mark := headingMark(l.first)
	text := ja.TrimSpace(l.first[mark:])
	lead := len(l.first) - len(text)
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case first == '※':
		l.kind = note
	case l.classifyHeading(text, first, lead, mark > 0):
	case l.classifyTable(first):
	case l.classifyPart(text, first, lead):
	case mark > 0 && len(l.cells) == 1 && len(text) <= maxHeadingBytes && strings.HasPrefix(l.first, "◆"):
		l.kind = unknownHeading
	case len(l.cells) > 2:
	case isPageNumber(l):
		l.kind = pageNumber
	case isRunningHead(l):
		l.kind = runningHead
	case len(l.first) <= maxHeadingBytes && strings.Contains(l.first, "年") && planSigns.In(l.first):
		if name, _, _ := readPlanLine(l.text()); name != "" {
			l.kind = planLine
		}
	}
}

// planSigns are in the words that the names of plans end with.
var planSigns = ja.NewCharacters("計プ方戦大")

// headingMark returns the length of the mark before a heading.
func headingMark(text string) int {
	if ja.BeginsWithIdeograph(text) {
		return 0
	}
	if r, size := utf8.DecodeRuneInString(text); isHeadingMark(r) {
		return size
	}
	return 0
}

func isHeadingMark(r rune) bool {
	switch r {
	case '◆', '◇', '■', '●', '▼', '◼', '♦', '⬥':
		return true
	}
	return false
}

// classifyHeading knows the headings of measures and directions.
func (l *line) classifyHeading(text string, first rune, lead int, marked bool) bool {
	switch first {
	case '基', '現', '課', '背', '取', '主', '評', '関', 'そ', '特':
		if first == '基' && l.classifyMeasure() {
			return true
		}
		if !marked && (first != '基' || len(l.cells) > 1) {
			break
		}
		if entry, rest, ok := headingLabels.FindPrefix(text); ok {
			l.kind, l.entry, l.rest = textHeading, entry, lead+labelEnd(text, rest)
			return true
		}
	case '展':
		if number, rest, ok := readDirectionHeading(l.text()[lead:], marked); ok {
			l.kind, l.number, l.rest = directionHeading, number, lead+rest
			return true
		}
	case '【', '[', '〔', '《', '〈', '<', '＜', '［', 'ま', '成', '活':
		if inner, ok := bracketed(text); ok || marked || first == 'ま' {
			if _, ok := indicatorKinds.Find(inner); ok {
				l.kind = indicatorHeading
				return true
			}
		}
	}
	if strings.HasSuffix(text, "系") && len(l.cells) == 1 && !ja.LongerThan(text, maxHeadRunes) && strings.HasSuffix(ja.Unwrap(text), "の体系") {
		l.kind = systemHeading
		return true
	}
	return false
}

// bracketed returns what stands in the brackets that a heading begins with.
func bracketed(text string) (inner string, ok bool) {
	if inner, ok = ja.TrimBrackets(text); ok {
		return inner, true
	}
	inner = strings.Trim(text, "<>＜＞ ")
	return inner, inner != text
}

func (l *line) classifyMeasure() bool {
	if _, ok := sheet.AfterWord(l.first, "基本施策"); !ok {
		return false
	}
	number, rest, ok := readMeasureHeading(l.text())
	if !ok {
		return false
	}
	l.kind, l.number, l.rest = measureHeading, number, rest
	return true
}

// classifyTable knows the heads of the tables.
func (l *line) classifyTable(first rune) bool {
	switch first {
	case '指':
		entry, _, ok := columnLabels.FindPrefix(l.first)
		if ok && entry.kind == indicatorColumn && len(l.first) <= maxHeadingBytes && !strings.Contains(l.first, "。") {
			l.kind = indicatorHeader
			return true
		}
		if len(l.cells) > 2 && holdsHeads(l.first) {
			l.kind = indicatorHeader
			return true
		}
	case '【':
		inner, _ := ja.TrimBrackets(l.first)
		if entry, _ := columnLabels.Find(inner); entry.kind == indicatorColumn && len(l.cells) > 1 {
			l.kind = indicatorHeader
			return true
		}
	case 'ま', '基', '展', 'N', 'Ｎ', 'n', '№', '取', '担', '所':
		if l.isTableHeader() {
			l.kind = tableHeader
			return true
		}
		if l.isNumberedHead() {
			l.kind = indicatorHeader
			return true
		}
	}
	return false
}

// isTableHeader reports whether every cell is a label of the table of
// initiatives, or several of them. Columns that are not known may stand beside
// those of the names and the sections.
func (l *line) isTableHeader() bool {
	if len(l.cells) > 3 {
		var has [tableColumns]bool
		for _, cell := range l.cells {
			column, _ := tableLabels.Find(sheet.PlainText(cell.Text))
			has[column] = true
		}
		if has[nameColumn] && (has[departmentColumn] || has[numberColumn]) {
			return true
		}
	}
	for _, cell := range l.cells {
		for text := sheet.PlainText(cell.Text); text != ""; {
			_, rest, ok := tableLabels.FindPrefix(text)
			if !ok || len(text) > maxHeadingBytes {
				return false
			}
			text = text[rest:]
		}
	}
	return true
}

// classifyPart knows the labels of a project card.
func (l *line) classifyPart(text string, first rune, lead int) bool {
	switch {
	case first == '-', first == '－', first == '・', first == '(', first == '（', first >= '①' && first <= '⑳', sheet.IsDigit(first):
	case first == '予', first == '当', first == '目', first == '事', first == '令', first == '平', first == 'R', first == 'Ｒ':
	default:
		return false
	}
	if len(l.cells) > 4 {
		return false
	}
	if len(l.cells) > 1 {
		if _, at := partNumber(text); at < len(text) && !mayBeginPart(text[at:]) || at == len(text) && !mayBeginPart(sheet.PlainText(l.cells[1].Text)) {
			return false // so that few rows of a table are joined
		}
		text = l.text()[lead:]
	}
	label, ok := readPartLabel(text)
	if !ok {
		return false
	}
	l.kind, l.part, l.number, l.fy, l.rest = partLabel, label.entry, label.number, label.fy, lead+label.end
	return true
}

// isPageNumber reports whether the line is nothing but a page number. In a
// layout without rows it may be a number of the table, too.
func isPageNumber(l *line) bool {
	return len(l.cells) == 1 && len(l.first) <= 30 && sheet.IsPageNumber(l.first)
}

// isRunningHead reports whether a line is the head of a page by its own words:
// 第Ⅳ部 自治体経営編.
func isRunningHead(l *line) bool {
	text := l.first
	if !strings.HasPrefix(text, "第") {
		return strings.HasSuffix(text, "編") && len(l.cells) == 1 && !ja.LongerThan(text, 15) && !strings.ContainsAny(text, "、。「")
	}
	if len(text) > 3*maxHeadRunes || strings.Contains(text, "。") || strings.Contains(text, "、") {
		return false
	}
	number := strings.TrimLeft(ja.TrimSpace(text[len("第"):]), "0123456789０１２３４５６７８９ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫIVX一二三四五六七八九十 ")
	unit, size := utf8.DecodeRuneInString(number)
	if len(number) == len(text)-len("第") || unit != '部' && unit != '章' && unit != '編' && unit != '節' {
		return false
	}
	rest := number[size:]
	roman := strings.ContainsAny(text[:len(text)-len(number)], "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫIVX")
	full := ja.TrimSpace(l.text())
	if strings.HasSuffix(full, "編") {
		return true
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return (roman || unit == '章') && (rest == "" || next == ' ' || next == '\u3000' || next == '\n')
}
