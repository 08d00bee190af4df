package komaki

import (
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readTableDirection reads a direction that stands on a line of its own over the table of its
// initiatives, whose head has no column for it: 1 ごみの減量を推進します. The measure is that of
// the heading above.
func (r *reader) readTableDirection(l *line) bool {
	if len(l.cells) > 1 || r.measure == none || r.next == len(r.lines) || r.lines[r.next].kind != tableHeader || !sheet.IsDigit(firstRune(l.first)) {
		return false
	}
	number, rest := sheet.LeadingNumber(l.first)
	name := ja.Unwrap(ja.TrimSpace(l.first[rest:]))
	if number == "" || name == "" || len(l.first) > maxHeadingBytes || strings.Contains(name, "。") || !isInitiativesHead(&r.lines[r.next]) {
		return false
	}
	t := &r.table
	t.finishInitiative(r)
	r.leave(listing)
	r.project = none
	t.takeMeasure(r)
	t.setDirection(r, r.TrimBold(l.cells[0]), number, name)
	return true
}

// takeMeasure takes the measure of the heading above for that of the rows that follow.
func (t *initiativeTable) takeMeasure(r *reader) {
	if t.measure != r.measure {
		t.measure, t.measureNumber, t.direction, t.directionNumber = r.measure, toNumber(r.item(r.measure).Number), none, none
	}
}

// takeHeadings takes the measure and the direction of the headings right above a head that has
// no columns for them.
func (r *reader) takeHeadings(l *line) {
	if len(l.cells) < 2 || r.measure == none || !isInitiativesHead(l) {
		return
	}
	above := r.lineBefore(r.next - 1)
	if above == nil || above.kind != directionHeading && above.kind != measureHeading {
		return
	}
	t := &r.table
	t.finishInitiative(r)
	t.takeMeasure(r)
	if t.direction = r.direction; r.direction != none {
		t.directionNumber = toNumber(r.item(r.direction).Number)
	}
}

// isInitiativesHead reports whether a head of the table of initiatives has no columns for
// measures and directions.
func isInitiativesHead(l *line) bool {
	named := false
	for _, cell := range l.cells {
		switch column, _ := tableLabels.Find(sheet.PlainText(cell.Text)); column {
		case measureColumn, directionColumn, planColumn:
			return false
		case nameColumn:
			named = true
		}
	}
	return named && len(l.cells) > 1
}

// isListedInitiative reports whether a line under the plan's name is an entry of a list with
// a number, and no note: - No.1 食品ロス削減の啓発（ごみ政策課）.
func isListedInitiative(l *line) bool {
	text := strings.TrimLeft(l.first, "-*+・• ")
	if text == l.first || len(l.cells) > 1 || strings.Contains(text, "。") {
		return false
	}
	if rest, found := strings.CutPrefix(text, "No"); found {
		return sheet.IsDigit(firstRune(strings.TrimLeft(rest, ". ．")))
	}
	number, _ := sheet.LeadingNumber(text)
	return number != ""
}

// readStackedRow reads a row whose cells hold several initiatives below each other: as many
// names and sections as numbers.
func (r *reader) readStackedRow(l *line) bool {
	at := len(l.cells) - 3
	if r.Grid.Layout != grid.PipeRows && r.Grid.Layout != grid.Tabs || at < 0 {
		return false
	}
	if number := l.cells[at].Text; len(number) <= len("1") || !sheet.IsDigit(firstRune(number)) || !strings.Contains(number, "<br") && !strings.Contains(number, "\n") {
		return false // as of nearly all rows
	}
	var columns [3][]grid.Cell
	for i := range columns {
		columns[i] = sheet.SplitLines(l.cells[at+i])
		if len(columns[i]) < 2 || len(columns[i]) != len(columns[0]) {
			return false
		}
	}
	for i := range columns[0] {
		number, sections := sheet.PlainText(columns[0][i].Text), sheet.PlainText(columns[2][i].Text)
		if !isNumber(number) || !sheet.IsDepartments(sections) || sheet.PlainText(columns[1][i].Text) == "" {
			return false
		}
	}
	for i := range columns[0] {
		row := line{page: l.page}
		if i == 0 {
			row.cells = append(row.cells, l.cells[:at]...)
		}
		for _, column := range columns {
			row.cells = append(row.cells, r.withoutBreak(column[i]))
		}
		row.first = sheet.PlainText(row.cells[0].Text)
		r.readTableLine(&row)
	}
	return true
}

// withoutBreak returns a line of a cell without the tag that ends the one before.
func (r *reader) withoutBreak(cell grid.Cell) grid.Cell {
	end := strings.IndexByte(cell.Text, '>') + 1
	if cell.Text[0] != '<' || end == 0 {
		return cell
	}
	r.Skip(cell.Slice(0, end))
	return cell.Slice(end, len(cell.Text))
}

// trimHeading returns the cells of a row without what stands round the mark of a heading or
// of a note: 【◆展開方向1：…】, ■ ◆基本施策の目的, *※基準値は…*, > ※. It is claimed as decoration.
func trimHeading(g *grid.Grid, cells []grid.Cell) []grid.Cell {
	text := cells[0].Text
	start, end := len("■"), len(text)
	switch {
	case len(cells) > 1 || text == "":
		return cells
	case strings.HasPrefix(text, "【◆"):
		inner, found := strings.CutSuffix(text, "】")
		if !found || strings.Contains(inner, "】") {
			return cells
		}
		end = len(inner)
	case text[0] == '>' || text[0] == '*' || text[0] == '_':
		if !strings.HasPrefix(ja.TrimSpace(text[1:]), "※") {
			return cells
		}
		start = 1
		if inner, found := strings.CutSuffix(text, text[:1]); found && text[0] != '>' {
			end = len(inner)
		}
	case strings.HasPrefix(text, "■") && strings.HasPrefix(ja.TrimSpace(text[start:]), "◆"):
	default:
		return cells
	}
	g.Claim(cells[0].Slice(0, start), grid.Decoration)
	if end < len(text) {
		g.Claim(cells[0].Slice(end, len(text)), grid.Decoration)
	}
	return []grid.Cell{cells[0].Slice(start, end)}
}

func firstRune(text string) rune {
	first, _ := utf8.DecodeRuneInString(text)
	return first
}
