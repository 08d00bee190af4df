package komaki

import (
	"slices"
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// leaveOthersTable reports whether a row under the heads of indicators is none of them, and
// stays unmapped: it holds words only, and is the head of another table of Markdown or
// shorter than that of the indicators; or it begins with the label of a card's part.
func (r *reader) leaveOthersTable(l *line) bool {
	t := &r.indicators
	if r.Grid.Layout != grid.PipeRows || len(l.cells) < 2 || !t.placed || len(t.columns) < 2 || !holdsWordsOnly(l.cells[1:]) && !l.isSurePartRow() {
		return false
	}
	if l.isSurePartRow() || headsTable(r.Grid.Text, l.cells) {
		r.leave(idle)
		return true
	}
	last := l.cells[len(l.cells)-1]
	return last.Index < t.columns[len(t.columns)-1].index && endsItsLine(r.Grid.Text, last)
}

// isSurePartRow reports whether a row is a part of a card that can be hardly anything else.
func (l *line) isSurePartRow() bool { return l.kind == partLabel && l.isSurePart() }

// holdsWordsOnly reports whether none of the cells is a figure, a dash or an arrow.
func holdsWordsOnly(cells []grid.Cell) bool {
	return !slices.ContainsFunc(cells, func(cell grid.Cell) bool {
		if ja.HasDigit(cell.Text) || sheet.IsArrow(cell.Text) {
			return true
		}
		text := sheet.PlainText(cell.Text)
		return text == "" || ja.IsDash(text) || sheet.IsArrow(text)
	})
}

// headsTable reports whether a row is the head of a table of Markdown: a blank line stands
// above it, and the line of dashes below.
func headsTable(text string, cells []grid.Cell) bool {
	above := text[:max(0, strings.LastIndexByte(text[:cells[0].Offset], '\n'))]
	last := cells[len(cells)-1]
	_, below, _ := strings.Cut(text[int(last.Offset)+len(last.Text):], "\n")
	above = above[strings.LastIndexByte(above, '\n')+1:]
	return ja.TrimSpace(above) == "" && strings.HasPrefix(strings.TrimLeft(below, " |:"), "--")
}

// endsItsLine reports whether no cell stands behind one on its line, not even a blank one.
func endsItsLine(text string, cell grid.Cell) bool {
	rest, _, _ := strings.Cut(text[int(cell.Offset)+len(cell.Text):], "\n")
	return strings.Trim(rest, " |\r") == "" && strings.Count(rest, "|") < 2
}

// fillers are the heads that are set over a table of labels and their values, and say nothing.
var fillers = ja.NewLabels(sheet.Spellings(true, "項目", "区分", "事項", "項目名", "内容", "説明", "金額", "記載内容")...)

// isFillerHead reports whether a line is two such heads: 項目 | 内容.
func (l *line) isFillerHead() bool {
	if l.kind != plain || len(l.cells) != 2 || len(l.first) > maxCountBytes {
		return false
	}
	return !slices.ContainsFunc(l.cells, func(cell grid.Cell) bool {
		return !isFiller(sheet.PlainText(cell.Text))
	})
}

// isMarkLine reports whether a line is a project's mark alone, or behind a label: 区分 | 新規.
func (l *line) isMarkLine() bool {
	switch len(l.cells) {
	case 1:
		return isMark(l.first)
	case 2:
		return len(l.first) <= maxCountBytes && isFiller(l.first) && isMark(sheet.PlainText(l.cells[1].Text))
	}
	return false
}

// isNameLabel reports whether a cell is the label of a project's name.
func isNameLabel(text string) bool {
	if len(text) > maxCountBytes {
		return false
	}
	text = sheet.PlainText(text)
	return text == "事業名" || text == "名称"
}

func isFiller(text string) bool {
	filler, _ := fillers.Find(text)
	return filler
}

// maxRowsAbove is how many rows of such a table may stand above the first part.
const maxRowsAbove = 3

// skipFillerHead takes such a head above the rows of a card's parts for decoration.
func skipFillerHead(lines []line) {
	for i := len(lines) - 1; i >= max(0, len(lines)-maxRowsAbove) && len(lines[i].cells) > 1; i-- {
		if lines[i].isFillerHead() {
			lines[i].kind = runningHead
		}
	}
}

// sectionsLabels are what stands before the sections of a card in a cell of its own.
var sectionsLabels = ja.NewLabels(sheet.Spellings(true, "担当", "担当課", "担当課等", "担当部署", "担当部課", "所管", "所管課", "主管課", "所属")...)

// isSectionsLabel reports whether a cell is such a label.
func isSectionsLabel(text string) bool {
	if len(text) > 3*maxCountBytes {
		return false
	}
	isLabel, _ := sectionsLabels.Find(sheet.PlainText(text))
	return isLabel
}
