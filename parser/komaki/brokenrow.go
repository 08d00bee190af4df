package komaki

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// joinBrokenRow returns a row of indicators with the lines below that go on in
// it, where a line end has parted the row or one of its values: 1,234 / 千円.
func (r *reader) joinBrokenRow(l *line) *line {
	columns := len(r.indicators.columns)
	for r.Grid.Layout != grid.Blanks && len(l.cells) > 1 && r.next < len(r.lines) {
		next := &r.lines[r.next]
		if r.standsInColumns(l, next) {
			l = &line{cells: slices.Concat(l.cells, next.cells), first: l.first, page: l.page}
			r.next++
			continue
		}
		if next.kind != plain || next.head > 0 {
			break
		}
		last := l.cells[len(l.cells)-1]
		if len(l.cells) == columns-1 && isArrowBelow(l, next) {
			l = &line{cells: slices.Concat(l.cells, next.cells), first: l.first, page: l.page}
			r.next++
			break
		}
		whole, ok := joinCells(r.Grid, last, next.cells[0])
		together := len(l.cells) + len(next.cells)
		if together < columns && startsWithValues(next.cells[0]) {
			together = countFields(l.cells) + countFields(next.cells)
		}
		switch {
		case together == columns && columns > 2 && startsWithValues(next.cells[0]) && !isArrowRow(l):
			l = &line{cells: slices.Concat(l.cells, next.cells), first: l.first, page: l.page}
		case !ok || len(l.cells)+len(next.cells)-1 > columns:
			return l
		case continuesValue(last.Text, next.cells, whole.Text),
			together-1 == columns && (sheet.IsDigit(lastRune(last.Text)) || endsInSeparator(last.Text)) && startsWithValue(next.cells[0]):
			l = &line{cells: slices.Concat(l.cells[:len(l.cells)-1], []grid.Cell{whole}, next.cells[1:]), first: l.first, page: l.page}
		default:
			return l
		}
		r.next++
	}
	return l
}

// countFields counts the cells of a part of a row, where values that share one, also with
// the name before them, count each.
func countFields(cells []grid.Cell) int {
	count := len(cells)
	for _, cell := range cells {
		if parts := sheet.SplitValues(cell); len(parts) > 1 {
			count += len(parts) - 1
		} else if name, values := sheet.SplitNameValues(cell, 1); values != nil && name.Text != "" && sheet.IsSureValue(values[0]) {
			count++
		}
	}
	return count
}

// cutJoinedRow returns a row without the one that a lost line end has joined to it, which
// is then the next line: its name stands behind the direction of the first.
func (r *reader) cutJoinedRow(l *line) *line {
	columns := r.indicators.columns
	if len(l.cells) <= len(columns) || len(columns) < 3 || columns[0].kind != indicatorColumn || columns[len(columns)-1].kind != aimColumn {
		return l
	}
	for i := 1; i < len(columns) && i+1 < len(l.cells); i++ {
		cell := l.cells[i]
		if columns[len(columns)-1].endsBefore(l.cells, i) {
			return r.cutBehindAim(l, i)
		}
		word, rest := firstField(cell.Text)
		if rest == 0 || !sheet.IsArrow(word) && ja.ReadQuantity(word, ja.Expect{}).Quantity.Bound == "" || sheet.IsValue(sheet.PlainText(cell.Text[rest:])) {
			continue
		}
		name := cell.Slice(rest, len(cell.Text))
		behind := append([]grid.Cell{name}, l.cells[i+1:]...)
		shift := cell.Index - columns[0].index
		for j := range behind {
			behind[j].Index -= shift
		}
		r.Report(model.CodeJoinedCells, cell.At, cell.Text, word+" | "+name.Text)
		above := &line{cells: append(slices.Clone(l.cells[:i]), cell.Slice(0, rest)), first: l.first, page: l.page}
		r.next--
		r.lines[r.next] = line{cells: behind, first: sheet.PlainText(name.Text), page: l.page}
		return above
	}
	return l
}

// endsBefore reports whether a row ends in its direction, whose column this is, and another
// one begins with a name in the cell behind it.
func (c *valueCell) endsBefore(cells []grid.Cell, i int) bool {
	text, next := sheet.PlainText(cells[i].Text), sheet.PlainText(cells[i+1].Text)
	isAim := i > 1 && (sheet.IsArrow(text) || cells[i].Index == c.index && ja.ReadQuantity(text, ja.Expect{}).Quantity.Bound != "")
	return isAim && i+2 < len(cells) && !sheet.IsValue(next) && !sheet.IsArrow(next) && !beginsWithBracket(next) &&
		sheet.IsValue(sheet.PlainText(cells[i+2].Text))
}

// cutBehindAim cuts a row behind its direction in the cell i. What follows is the next line.
func (r *reader) cutBehindAim(l *line, i int) *line {
	behind := slices.Clone(l.cells[i+1:])
	first := sheet.PlainText(behind[0].Text)
	shift := behind[0].Index - r.indicators.columns[0].index
	for j := range behind {
		behind[j].Index -= shift
	}
	r.Report(model.CodeJoinedCells, behind[0].At, sheet.PlainText(l.cells[i].Text)+" "+first, "a line of its own from "+first)
	above := &line{cells: l.cells[: i+1 : i+1], first: l.first, page: l.page}
	r.next--
	r.lines[r.next] = line{cells: behind, first: first, page: l.page}
	return above
}

// firstField returns the first word of a text, or the arrow that it begins with, and where
// the next word begins; 0 if there is only one.
func firstField(text string) (word string, rest int) {
	if _, size := utf8.DecodeRuneInString(text); size < len(text) && sheet.IsArrow(text[:size]) {
		if open, _, end := sheet.NextBracket(text, size); open == size && sheet.IsArrow(text[:end]) {
			size = end // →(↗)
		}
		if rest = len(text) - len(wrapBlanks.TrimLeft(text[size:])); rest < len(text) {
			return text[:size], rest
		}
		return text, 0
	}
	at := strings.IndexAny(text, sheet.WrapBlanks)
	if at <= 0 {
		return text, 0
	}
	return text[:at], len(text) - len(wrapBlanks.TrimLeft(text[at:]))
}

// standsInColumns reports whether a line holds nothing but the values of the last columns,
// which the row on the line above lacks, each under its head: the row was broken
// between two cells.
func (r *reader) standsInColumns(l, next *line) bool {
	columns, first := r.indicators.heads()
	last := l.cells[len(l.cells)-1]
	if first == 0 || len(columns) == 0 || len(next.cells) == 0 || !r.indicators.placed || r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows ||
		next.cells[0].Index <= last.Index || last.Index < columns[0].index || next.firstLine() != l.lastLine()+1 ||
		next.head > 0 || next.kind != plain && !isFigureLine(next) {
		return false
	}
	for _, cell := range next.cells {
		text := sheet.PlainText(cell.Text)
		if !slices.ContainsFunc(columns, func(column valueCell) bool { return column.index == cell.Index }) ||
			!sheet.IsNumberOrDash(text) && !sheet.IsArrow(text) && len(sheet.SplitValues(cell)) < 2 {
			return false
		}
	}
	return true
}

// isArrowBelow reports whether a line holds nothing but the arrow that the row on the
// line above lacks, in a cell of its own.
func isArrowBelow(l, next *line) bool {
	return len(next.cells) == 1 && next.cells[0].Index > 0 && sheet.IsArrow(next.first) && !isArrowRow(l) && next.firstLine() == l.lastLine()+1
}

// endsInArrow reports whether a cell ends in a sign of 目指す方向.
func endsInArrow(text string) bool {
	return sheet.IsArrow(text[strings.LastIndexByte(text, ' ')+1:])
}

// endsInSeparator reports whether a number breaks off behind the separator of its
// thousands or its decimals: no number ends in one.
func endsInSeparator(text string) bool {
	last, size := utf8.DecodeLastRuneInString(text)
	if folded := ja.FoldRune(last); folded != ',' && folded != '.' {
		return false
	}
	return sheet.IsDigit(lastRune(text[:len(text)-size]))
}

// beginsWithSeparator reports whether a text begins with the separator of a number's
// thousands or its decimals and a digit: no name and no value does.
func beginsWithSeparator(text string) bool {
	first, size := utf8.DecodeRuneInString(text)
	if folded := ja.FoldRune(first); folded != ',' && folded != '.' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[size:])
	return sheet.IsDigit(next)
}

func lastRune(text string) rune {
	last, _ := utf8.DecodeLastRuneInString(text)
	return last
}

// continuesValue reports whether the first of the cells is the rest of a value
// on the line above: its bracket, its unit, or the arrow behind it. A word that
// no other value of the row has for a unit may be the name of the next row.
func continuesValue(value string, cells []grid.Cell, whole string) bool {
	rest := sheet.PlainText(cells[0].Text)
	if beginsWithBracket(rest) && sheet.OpenBrackets(rest) > 0 {
		return sheet.IsValue(value) // and is closed on the next line
	}
	if sheet.IsArrow(rest) {
		return len(cells) == 1
	}
	if beginsWithSeparator(rest) {
		return sheet.IsDigit(lastRune(value))
	}
	if !sheet.IsValue(whole) {
		return false
	}
	if sheet.OpenBrackets(value) > 0 && sheet.OpenBrackets(rest) < 0 {
		return true
	}
	if beginsWithBracket(rest) {
		return true
	}
	return sheet.IsDigit(lastRune(value)) && (ja.IsUnit(rest) || isUnitOf(rest, cells[1:]))
}

// isUnitOf reports whether a value among the cells has the word for its unit.
func isUnitOf(word string, cells []grid.Cell) bool {
	return slices.ContainsFunc(cells, func(cell grid.Cell) bool {
		reading := ja.ReadQuantity(sheet.PlainText(cell.Text), ja.Expect{})
		return reading.Kind == ja.Numeric && reading.Quantity.Unit == ja.Fold(word)
	})
}
