package komaki

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readIndicatorHeader reads the heads of a table. In a layout without rows they
// are the cells that follow.
func (r *reader) readIndicatorHeader(l *line) {
	r.flushIndicators()
	t := &r.indicators
	if t.card = none; r.project != none && r.mode == narrating && r.text.item == r.project {
		t.card = r.project
	}
	r.leave(tabulating)
	l = r.cutNumberHead(l)
	if r.readTurned(l) {
		return
	}
	l = r.cutRowFromHead(r.joinBrokenHead(l))
	t.columns, t.placed, t.sorted = t.columns[:0], true, none
	t.parent, t.parts, t.open, t.rests = "", partGroup{indicator: none}, openHead{}, nil
	defer t.finishHead()
	if t.item = r.namedIndex(); t.item != none {
		t.earlier = len(r.item(t.item).Indicators)
	}
	t.addHead(r, l)
	for r.next < len(r.lines) && r.Grid.Layout != grid.PipeCells && t.continuesHead(r.Grid, &r.lines[r.next]) {
		t.addHead(r, &r.lines[r.next])
		r.next++
	}
	if !t.hasAim() {
		t.readHeadBelow(r)
		t.addLostAim(r)
	}
	r.reserveIndicators()
	for r.Grid.Layout == grid.PipeCells && r.next < len(r.lines) && len(t.columns) < 12 {
		next := &r.lines[r.next]
		if _, ok := readColumn(next.first, r.Calendar); !ok || len(next.first) > 40 {
			return
		}
		t.addHead(r, next)
		r.next++
	}
}

// maxReserved is for how many indicators memory is reserved at most.
const maxReserved = 16

// reserveIndicators reserves memory for the indicators of the rows below the heads.
func (r *reader) reserveIndicators() {
	item := r.named()
	if item == nil || r.Grid.Layout == grid.PipeCells {
		return
	}
	rows := 0
	for i := r.next; rows < maxReserved && i < len(r.lines) && isArrowRow(&r.lines[i]); i++ {
		rows++
	}
	item.Indicators = slices.Grow(item.Indicators, rows)
}

// joinBrokenHead returns a row of heads with the line below that goes on in it,
// where a line end has parted the last of its cells: 目指す / 方向.
func (r *reader) joinBrokenHead(l *line) *line {
	if r.Grid.Layout == grid.Blanks || len(l.cells) < 2 || r.next == len(r.lines) || r.lines[r.next].kind != plain {
		return l
	}
	next := r.lines[r.next].cells
	if isArrowRow(&r.lines[r.next]) {
		return l
	}
	whole, ok := joinCells(r.Grid, l.cells[len(l.cells)-1], next[0])
	if !ok || r.indicators.continuesHead(r.Grid, &r.lines[r.next]) {
		return l
	}
	for _, cell := range next[1:] {
		if _, ok := readColumn(sheet.PlainText(cell.Text), r.Calendar); !ok {
			return l
		}
	}
	if _, ok := readColumn(sheet.PlainText(whole.Text), r.Calendar); !ok {
		return l
	}
	r.next++
	return &line{cells: slices.Concat(l.cells[:len(l.cells)-1], []grid.Cell{whole}, next[1:]), first: l.first, page: l.page}
}

// cutRowFromHead returns a row of heads without the row of values that a lost
// line end has joined to it, which is then the next line.
func (r *reader) cutRowFromHead(l *line) *line {
	heads, row := r.indicators.cutBehindHeads(l.cells, r.Calendar)
	if len(heads) < 2 || len(row) < 2 || !slices.ContainsFunc(row[1:], func(cell grid.Cell) bool { return sheet.IsValue(sheet.PlainText(cell.Text)) }) {
		return l
	}
	first, last := sheet.PlainText(row[0].Text), heads[len(heads)-1]
	r.Report(model.CodeJoinedCells, row[0].At, sheet.PlainText(last.Text)+" "+first, "a line of its own from "+first)
	head := &line{cells: heads, first: l.first, page: l.page}
	r.next--
	r.lines[r.next] = line{cells: row, first: first, page: l.page}
	return head
}

// cutBehindHeads cuts a row behind the last of its heads, which may stand in one
// cell with what follows.
func (t *indicatorTable) cutBehindHeads(cells []grid.Cell, calendar *ja.Calendar) (heads, behind []grid.Cell) {
	for i, cell := range slices.Backward(cells) {
		text := sheet.PlainText(cell.Text)
		if _, ok := t.readHead(text, calendar); ok {
			return cells[:i+1], cells[i+1:]
		}
		rest := text
		for rest != "" {
			column, next := cutColumn(rest, calendar)
			if column.kind == otherColumn {
				break
			}
			rest = next
		}
		if at := sheet.PrintedOffset(cell.Text, text, len(text)-len(rest)); at > 0 && rest != "" {
			heads = append(slices.Clone(cells[:i]), cell.Slice(0, at))
			return heads, append([]grid.Cell{cell.Slice(at, len(cell.Text))}, cells[i+1:]...)
		}
	}
	return cells, nil
}

// continuesHead reports whether a line goes on with the heads of the table: more
// heads, or the year of one in brackets under it.
func (t *indicatorTable) continuesHead(g *grid.Grid, l *line) bool {
	if l.kind != plain || isArrowRow(l) {
		return false
	}
	for _, cell := range l.cells {
		text := sheet.PlainText(cell.Text)
		if _, ok := readColumn(text, ja.AnyCalendar); !ok && bracketedYear(text, ja.AnyCalendar) == 0 && !holdsHeads(text) {
			if _, ok = t.readWrappedHead(g, cell); !ok {
				return false
			}
		}
	}
	return true
}

// holdsHeads reports whether a text is several heads of columns and nothing else.
func holdsHeads(text string) bool {
	if len(text) > maxHeadingBytes || !holdsBlank(text) && !strings.HasPrefix(text, nameHead) {
		return false
	}
	for rest := text; rest != ""; {
		var column valueCell
		if column, rest = cutColumn(rest, ja.AnyCalendar); column.kind == otherColumn {
			return false
		}
	}
	return true
}

// bracketedYear returns the year of (令和4年度), 0 where a text is anything else.
func bracketedYear(text string, calendar *ja.Calendar) int {
	inner, ok := ja.TrimBrackets(text)
	if !ok {
		return 0
	}
	fy, _ := calendar.ParseFiscalYear(inner)
	return fy
}

// addYear gives a year that stands under a head to the head.
func (t *indicatorTable) addYear(cell grid.Cell, fy int) {
	under := len(t.columns) - 1
	for i := range t.columns {
		if t.columns[i].index <= cell.Index && cell.Index < t.columns[i].index+max(1, t.columns[i].width) && cell.Index > 0 {
			under = i
		}
	}
	t.columns[under].fy = fy
}

// addHead adds the columns of a line of heads. A head that is not known is a
// column whose cells stay unmapped, and stays so itself: it may be no head.
func (t *indicatorTable) addHead(r *reader, l *line) {
	for _, cell := range l.cells {
		if t.open.cell.Text != "" && t.closesHead(r, cell) {
			continue
		}
		text := sheet.PlainText(cell.Text)
		if fy := bracketedYear(text, r.Calendar); fy != 0 && len(t.columns) > 0 {
			r.Grid.Claim(cell, grid.Label)
			t.addYear(cell, fy)
			t.placed = t.placed && cell.Index > 0
			continue
		}
		if column, ok := t.readHead(text, r.Calendar); ok || len(l.cells) > 1 && len(strings.Fields(text)) == 1 && !holdsHeads(text) {
			if ok {
				r.Grid.Claim(cell, grid.Label)
			} else {
				t.open = openHead{cell: cell, column: len(t.columns)}
			}
			column.index, column.width = cell.Index, r.Grid.WidthOf(cell)
			t.columns = append(t.columns, column)
			continue
		}
		t.placed = false
		t.addJoinedHeads(r, cell)
	}
}

// knownHead is a head as it was read.
type knownHead struct {
	text   string
	column valueCell
	ok     bool
}

// readHead reads the head of a column. Tables repeat the heads of those before,
// which are kept; the oldest is forgotten first.
func (t *indicatorTable) readHead(text string, calendar *ja.Calendar) (column valueCell, ok bool) {
	if column, ok = t.countsOn(text); ok {
		return column, true
	}
	for i := range t.known {
		if t.known[i].text == text {
			return t.known[i].column, t.known[i].ok
		}
	}
	column, ok = readColumn(text, calendar)
	t.known[t.oldest] = knownHead{text: text, column: column, ok: ok}
	t.oldest = (t.oldest + 1) % len(t.known)
	return column, ok
}

// countsOn reads a head that is a number alone and counts on from the year of the head
// before it: 7 behind R6, 2025 behind 2024年度.
func (t *indicatorTable) countsOn(text string) (column valueCell, ok bool) {
	if len(t.columns) == 0 || len(text) > maxCountBytes || !t.columns[len(t.columns)-1].plain {
		return column, false
	}
	if first, _ := utf8.DecodeRuneInString(text); !sheet.IsDigit(first) {
		return column, false
	}
	before := t.columns[len(t.columns)-1]
	number, err := strconv.Atoi(ja.Fold(text))
	if err != nil || before.fy == 0 || number < 2 {
		return column, false
	}
	fy := before.fy + 1
	if fy != number && !ja.IsYearOfEra(fy, number) {
		return column, false
	}
	column = before
	column.fy = fy
	return column, true
}

// maxCountBytes is how long a year alone may be, in full width.
const maxCountBytes = 12

// addJoinedHeads adds the columns of several heads in one cell.
func (t *indicatorTable) addJoinedHeads(r *reader, cell grid.Cell) {
	text := sheet.PlainText(cell.Text)
	printed, left, from := cell.Text, cell, 0 // what of the cell is left begins at byte from
	for rest := text; rest != ""; {
		var column valueCell
		column, rest = cutColumn(rest, r.Calendar)
		t.columns = append(t.columns, column)
		to := sheet.PrintedOffset(printed, text, len(text)-len(rest))
		part := left.Slice(0, to-from)
		left, from = left.From(to-from), to
		if column.kind == otherColumn {
			t.open = openHead{cell: part, column: len(t.columns) - 1}
		} else {
			r.Grid.Claim(part, grid.Label)
		}
	}
}

// readColumn reads the head of a column: 指標名, 基準値(R4), R6, R7実績, 目指す方向.
func readColumn(text string, calendar *ja.Calendar) (column valueCell, ok bool) {
	text = ja.TrimNoteMark(strings.ReplaceAll(text, "\n", ""))
	if inner, isHead := ja.TrimBrackets(text); isHead && strings.HasPrefix(text, "【") {
		text = inner
	}
	text = closeEra(text)
	fy, start, end, isYear := calendar.FindFiscalYear(text)
	if isYear && start == 0 {
		column.columnEntry = columnEntry{kind: valueColumn, measure: model.Actual}
		column.fy = fy
		rest := strings.Trim(text[end:], "()（） 　\n")
		if rest == "" {
			column.plain = true
			return column, true
		}
		measure, known := yearWords.Find(rest)
		if !known {
			return valueCell{}, false
		}
		column.measure = measure
		return column, true
	}
	entry, ok := columnLabels.Find(text)
	if !ok {
		return column, false
	}
	column.columnEntry = entry
	if isYear {
		column.fy = fy
		if entry.kind == goalColumn {
			column.columnEntry = columnEntry{kind: valueColumn, measure: model.Target}
		}
	}
	return column, true
}

// nameHead is the head of the first column, which may have run together with the next one.
const nameHead = "指標名"

// cutColumn reads the first of several heads in one cell, and returns the rest.
func cutColumn(text string, calendar *ja.Calendar) (column valueCell, rest string) {
	if behind, found := strings.CutPrefix(text, nameHead); found && behind != "" {
		if _, isHead := readColumn(behind, calendar); isHead {
			return valueCell{columnEntry: columnEntry{kind: indicatorColumn}}, behind
		}
	}
	if _, at, ok := columnLabels.FindPrefix(text); ok {
		column, _ = readColumn(ja.TrimSpace(text[:at]), calendar)
		return column, text[at:]
	}
	word, rest, _ := strings.Cut(text, " ")
	column, _ = readColumn(word, calendar)
	return column, ja.TrimSpace(rest)
}
