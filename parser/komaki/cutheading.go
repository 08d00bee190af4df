package komaki

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// rowPart is a part of a row that is a line of its own.
type rowPart struct {
	cells []grid.Cell
	// joined is the cell from which the part was cut, empty for a row's start.
	joined string
}

// How long a cell is at least, and at most, in which headings are looked for behind
// other text: one that is shorter has no place for both, a longer one is no line of
// a sheet.
const (
	minCutBytes = len("↗ 名")
	maxCutBytes = 4000
)

// cutAtHeadings cuts a row before the headings that stand in a cell behind other
// text, and behind the heads and the rows of a table: extraction has joined the
// end of one line with the next. It returns nil where there are none.
func cutAtHeadings(cells []grid.Cell) []rowPart {
	var parts []rowPart // the last one first
	for c := len(cells) - 1; c >= 0; c-- {
		for {
			at := lastHeading(cells, c)
			if at <= 0 {
				break
			}
			cell := cells[c]
			part := slices.Concat([]grid.Cell{cell.Slice(at, len(cell.Text))}, cells[c+1:])
			parts = append(parts, rowPart{cells: part, joined: cell.Text})
			cells = slices.Concat(cells[:c], []grid.Cell{cell.Slice(0, at)})
		}
	}
	if parts == nil {
		return nil
	}
	parts = append(parts, rowPart{cells: cells})
	slices.Reverse(parts)
	return parts
}

// lastHeading returns where in a cell the last heading begins that stands behind
// a blank, 0 if there is none. The cells behind it go on with it.
func lastHeading(cells []grid.Cell, c int) int {
	text := cells[c].Text
	if len(text) < minCutBytes || len(text) > maxCutBytes {
		return 0
	}
	if !holdsBlank(text) {
		return behindArrow(cells, c)
	}
	for end := len(text); ; {
		blank, size := lastBlank(text[:end])
		if blank <= 0 {
			return 0
		}
		if at := blank + size; at < len(text) && (beginsHeading(cells, c, at) || endsRow(cells[:c], text[:at], text[at:])) {
			return at
		}
		end = blank
	}
}

// behindArrow returns where a heading or a note begins right behind the arrow that ends a
// row: ↗◆展開方向2; 0 if none does. The mark of a note is none (↗※1).
func behindArrow(cells []grid.Cell, c int) int {
	if text := cells[c].Text; mayHideHeading(cells, c) {
		_, rest := firstField(text)
		if first, _ := utf8.DecodeRuneInString(text[rest:]); rest > 0 && (first == '※' && !ja.IsNoteMark(text[rest:]) || first == '【' || isHeadingMark(first)) {
			return rest
		}
	}
	return 0
}

// mayHideHeading reports whether a cell may begin with the arrow that ends a row, with
// more behind it.
func mayHideHeading(cells []grid.Cell, c int) bool {
	return c > 1 && len(cells[c].Text) >= minCutBytes && cells[c].Text[0] == "↗"[0]
}

// holdsBlank looks at each character of a short text. In a long one it searches for one
// blank after the other, which is several times faster.
func holdsBlank(text string) bool {
	if len(text) <= shortText {
		for i := 0; i < len(text); i++ {
			switch {
			case text[i] == ' ', text[i] == wideBlank[0] && strings.HasPrefix(text[i:], wideBlank):
				return true
			case text[i] >= 0xE0:
				i += len(wideBlank) - 1 // to the next character
			}
		}
		return false
	}
	return strings.IndexByte(text, ' ') >= 0 || strings.Contains(text, wideBlankEnd) && strings.Contains(text, wideBlank)
}

// shortText is up to how many bytes a look at each character costs less than the
// searches.
const shortText = 48

// lastBlank returns where the last blank of a text stands, and its length; -1 if
// there is none.
func lastBlank(text string) (at, size int) {
	for at = len(text) - 1; at >= 0; at-- {
		switch begin := at - len(wideBlank) + 1; {
		case text[at] == ' ':
			return at, 1
		case text[at] < utf8.RuneSelf || begin < 0 || text[begin] < wideBlank[0] || text[begin] > "龠"[0]:
		case text[begin:at+1] == wideBlank:
			return begin, len(wideBlank)
		default:
			at = begin // of a kana or an ideograph
		}
	}
	return none, 0
}

// wideBlank is the ideographic space. All kana begin with its first byte and few characters
// end as it does: a search for its end is several times faster, and may find one of those.
const (
	wideBlank    = "\u3000"
	wideBlankEnd = "\x80\x80"
)

// beginsHeading reports whether a heading begins at byte at of a cell. What is no
// heading by its own signs is one only behind the end of a sentence or a part.
func beginsHeading(cells []grid.Cell, c, at int) bool {
	text := cells[c].Text
	first, _ := utf8.DecodeRuneInString(text[at:])
	switch first {
	case '【':
		return slices.Contains(markedHeadings, behindCut(cells, c, at).kind)
	case '指':
		return areHeads(cells[c+1:], text[at:])
	case '※':
		return strings.HasPrefix(text[at:], "※基準値")
	case '新', '継', '充', '拡', '終', '廃', '完':
		status, _ := cutMark(text[at:])
		return status != "" && c+1 == len(cells) && strings.HasSuffix(ja.TrimSpace(text[:at]), "。") && mayBeNameText(text[at:])
	case 'ま':
		return c+1 < len(cells) && behindCut(cells, c, at).kind == tableHeader
	case '基', '展':
		kind := behindCut(cells, c, at).kind
		return (kind == measureHeading || kind == directionHeading) && endsLine(text[:at])
	}
	switch {
	case isHeadingMark(first):
		return slices.Contains(markedHeadings, behindCut(cells, c, at).kind)
	case sheet.IsDigit(first), first == '-':
		if strings.HasSuffix(ja.TrimSpace(text[:at]), " -") {
			return false // the dash is the label's
		}
		label, ok := readPartLabel(text[at:])
		return ok && label.entry.bare && len(label.number) == 1 && endsPart(text[:at], label.number)
	}
	return len(cells) == 1 && strings.HasSuffix(ja.TrimSpace(text[:at]), "。") && behindCut(cells, c, at).kind == planLine
}

// markedHeadings are the headings that have a mark or brackets.
var markedHeadings = []kind{measureHeading, textHeading, indicatorHeading, directionHeading, systemHeading}

// behindCut returns the line that a row would give if it were cut at a byte of a
// cell.
func behindCut(cells []grid.Cell, c, at int) line {
	return newLine(slices.Concat([]grid.Cell{cells[c].Slice(at, len(cells[c].Text))}, cells[c+1:]), 0)
}

// minHeads is how many heads a row has at least that stands behind other text.
const minHeads = 3

// areHeads reports whether a text and the cells behind it are the heads of a
// table of indicators. The last one may be broken off.
func areHeads(cells []grid.Cell, text string) bool {
	count := 0
	for i := -1; i < len(cells); i++ {
		if i >= 0 {
			text = sheet.PlainText(cells[i].Text)
		}
		for text = ja.TrimSpace(text); text != ""; count++ {
			column, rest := cutColumn(text, ja.AnyCalendar)
			if column.kind == otherColumn && (i < 0 || i+1 < len(cells)) {
				return false
			}
			text = rest
		}
	}
	return count >= minHeads || count > 1 && len(cells) > 0
}

// endsRow reports whether the cells before a text and the text end a row, so that
// what follows in its cell begins the next: all heads of the table, or the arrow
// of 目指す方向 behind a value.
func endsRow(before []grid.Cell, text, next string) bool {
	text = ja.TrimSpace(text)
	if strings.HasSuffix(text, "方向") || strings.HasSuffix(text, "方向性") {
		first := text
		if len(before) > 0 {
			first = before[0].Text
			before = append(slices.Clone(before[1:]), grid.Cell{Text: text})
		}
		at := strings.LastIndex(first, "指標")
		return at >= 0 && areHeads(before, first[at:])
	}
	if r, _ := utf8.DecodeRuneInString(next); r < 'ぁ' || !endsInArrow(text) {
		return false
	}
	values := ja.TrimSpace(text[:strings.LastIndexByte(text, ' ')+1])
	return values == "" && len(before) > 0 || sheet.IsValue(values[strings.LastIndexByte(values, ' ')+1:])
}

// endsLine reports whether a text ends as the last line before a heading does: a
// sentence, or the head of a page.
func endsLine(text string) bool {
	text = ja.TrimSpace(text)
	before := line{cells: []grid.Cell{{Text: text}}, first: text}
	return strings.HasSuffix(text, "。") || isRunningHead(&before)
}

// endsPart reports whether a text ends before the part of a card with the given
// number: it is the part before, or ends as one or as the card's head does.
func endsPart(text, number string) bool {
	text = ja.TrimSpace(text)
	if label, ok := readPartLabel(text); ok && label.number < number {
		return true
	}
	_, sections := sheet.CutDepartments(text)
	return strings.HasSuffix(text, "。") || sections != "" || sheet.IsDepartments(text)
}

// maxHeadingLines is how many lines a heading may have that was wrapped inside
// its words.
const maxHeadingLines = 3

// joinHeadings makes one line of those over which a heading is wrapped inside
// its own words: 【まちの状態 / を表す指標】, 基本施 / 策 31.
func joinHeadings(g *grid.Grid, lines []line) []line {
	if g.Layout == grid.PipeCells {
		return lines
	}
	kept := lines[:0]
	for i := 0; i < len(lines); i++ {
		whole, count := wrappedHeading(g, lines[i:min(len(lines), i+maxHeadingLines)])
		if count == 0 {
			if len(kept) == i {
				kept = lines[:i+1] // it stays in its place
			} else {
				kept = append(kept, lines[i])
			}
			continue
		}
		kept = append(kept, whole)
		i += count - 1
	}
	return kept
}

// wrappedHeading returns the heading that the first of the lines begins and the
// next ones end, and how many they are; 0 where they are none.
func wrappedHeading(g *grid.Grid, lines []line) (whole line, count int) {
	first := &lines[0]
	if first.kind != plain && first.kind != tableHeader && first.kind != unknownHeading || len(first.cells) > 1 || len(first.first) > 3*maxHeadRunes {
		return line{}, 0
	}
	cell := first.cells[0]
	for i := 1; i < len(lines); i++ {
		next := &lines[i]
		if next.kind != plain && next.kind != pageNumber || len(next.cells) > 1 || !next.follows(&lines[i-1]) {
			break
		}
		begun := len(cell.Text)
		var ok bool
		if cell, ok = joinCells(g, cell, next.cells[0]); !ok {
			break
		}
		whole = newLine([]grid.Cell{cell}, first.page)
		switch whole.kind {
		case indicatorHeading, systemHeading, planLine:
			return whole, i + 1
		case measureHeading, directionHeading, textHeading, partLabel:
			if whole.rest > begun {
				return whole, i + 1
			}
			return line{}, 0
		}
	}
	return line{}, 0
}

// joinCells returns the cell that two cells were before a line break parted
// them; ok is false where more than a line end stands between them.
func joinCells(g *grid.Grid, before, behind grid.Cell) (cell grid.Cell, ok bool) {
	start, end := int(before.Offset)+len(before.Text), int(behind.Offset)
	if start > end || strings.Trim(g.Text[start:end], " \u3000\r\n") != "" || strings.Count(g.Text[start:end], "\n") != 1 {
		return before, false
	}
	before.Text = g.Text[before.Offset : end+len(behind.Text)]
	return before, true
}
