package isehara

import (
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// joinOwnYears puts the years in brackets into the row of the values below which they
// stand alone, and a value that stands above the middle of its row into that:
//
//	                1地区
//	導入地区数                    1地区     2地区
//	                (令和2年度)
func (l *columnLines) joinOwnYears() {
	l.partOwnYears()
	for i := 1; i < l.tokens.count(); i++ {
		token := *l.tokens.at(i)
		if token.Label != sheet.NoLabel || !l.isOwnYear(token.Text) || l.rowBegin(i) != i || l.rowEnd(i) != i+1 || !l.areNear(l.tokens.at(i-1).Row, token.Row) {
			continue
		}
		row := l.rowBegin(i - 1)
		value := l.above(row, i, &token)
		if value < 0 || !endsInFigure(l.tokens.at(value)) {
			value = l.joinAbove(row, &token)
		}
		if value < 0 {
			continue
		}
		token.Row = l.tokens.at(value).Row
		l.tokens.remove(i, i+1)
		l.tokens.insert(value+1, token)
	}
}

// endsInFigure reports whether a token is a figure, or has one behind its last blank.
func endsInFigure(token *placedToken) bool {
	text := token.Text
	if gap := strings.LastIndexAny(text, " \u3000"); gap > 0 && !sheet.IsFigure(text) {
		text = ja.TrimSpace(text[gap:])
	}
	return token.Label == sheet.NoLabel && sheet.HasDigit(text) && sheet.IsFigure(text)
}

// partOwnYears parts the year in brackets from a name, behind which one blank stands, and
// puts the value that stands alone above it before it:
//
//	                    1地区
//	導入地区数(累計) (令和2年度)     1地区     2地区
func (l *columnLines) partOwnYears() {
	for i := 0; i < l.tokens.count(); i++ {
		token := *l.tokens.at(i)
		if token.Label != sheet.NoLabel || len(token.Text) > maxYearCell || !strings.HasSuffix(ja.Fold(token.Text), "度)") {
			continue
		}
		at := strings.LastIndexAny(token.Text, " \u3000")
		if at <= 0 || !l.isOwnYear(ja.TrimSpace(token.Text[at:])) || sheet.IsFigure(token.Text) || len(sheet.SplitFromRight(token.Token, 1, false)) > 1 ||
			i+1 == l.tokens.count() || l.tokens.at(i+1).Row != token.Row || !sheet.IsFigure(l.tokens.at(i+1).Text) {
			continue
		}
		year := l.part(&token, at, len(token.Text))
		l.tokens.replace(i, i+1, l.part(&token, 0, at), year)
		if row := l.rowBegin(i); l.joinAbove(row, &year) >= 0 {
			i--
		}
		i++
	}
}

// above returns the index of the token of a row under which another stands, -1 where none
// or several do.
func (l *columnLines) above(row, end int, token *placedToken) int {
	found, moved := -1, -1
	for at := row; at < end; at++ {
		switch own := l.tokens.at(at); {
		case own.overlaps(token) && found >= 0:
			return -1
		case own.overlaps(token):
			found = at
		case isNear(own.end, token.start):
			moved = at
		}
	}
	if found < 0 {
		return moved
	}
	return found
}

// joinAbove puts the figure that stands alone in the row above another into that, where a
// year in brackets stands below both, and returns where it stands then; -1 where there is
// none.
func (l *columnLines) joinAbove(row int, year *placedToken) int {
	if row == 0 {
		return -1
	}
	figure := *l.tokens.at(row - 1)
	if l.rowBegin(row-1) != row-1 || figure.Label != sheet.NoLabel || !figure.overlaps(year) || !sheet.IsFigure(figure.Text) ||
		!l.areNear(figure.Row, l.tokens.at(row).Row) {
		return -1
	}
	at := row
	for at < l.tokens.count() && l.tokens.at(at).Row == l.tokens.at(row).Row && l.tokens.at(at).start < figure.start {
		at++
	}
	if at == row {
		return -1 // no name stands before it
	}
	figure.Row = l.tokens.at(row).Row
	l.tokens.remove(row-1, row)
	l.tokens.insert(at-1, figure)
	return at - 1
}

// raiseLabels puts the labels that stand beside the middle of what they are the labels of
// before it.
func (l *columnLines) raiseLabels() {
	for i := 0; i < l.tokens.count(); i++ {
		switch k := l.kindAt(i); k {
		case nameColumn, yearColumn:
			l.raiseTable(i)
		case department:
			l.raiseDepartment(i)
		case policyRoot:
			l.raisePolicy(i)
		case boxes:
			l.raiseBoxes(i)
		}
	}
}

// isTableHead reports whether a token is part of the head of a table.
func (l *columnLines) isTableHead(i int) bool {
	switch l.kindAt(i) {
	case nameColumn, baselineColumn, yearColumn, unitLabel:
		return true
	case none:
		_, isHead := readMoneyHead(l.tokens.at(i).Text, l.calendar)
		return isHead
	}
	return false
}

// isTable reports whether a label is that of a table.
func isTable(k kind) bool { return k == taskTable || k == indicatorTable }

// raiseTable puts the label of a table before its head, which begins with token i, where
// it stands further down.
func (l *columnLines) raiseTable(i int) {
	if i > 0 && (isTable(l.kindAt(i-1)) || l.isTableHead(i-1)) {
		return
	}
	names := false
	end := i
	for ; end < l.tokens.count() && l.isTableHead(end); end++ {
		names = names || l.kindAt(end) == nameColumn
	}
	for end < l.tokens.count() && l.tokens.at(end).Label == sheet.NoLabel && l.areNear(l.tokens.at(end-1).Row, l.tokens.at(end).Row) {
		end++
	}
	if end == l.tokens.count() || !isTable(l.kindAt(end)) || end+1 < l.tokens.count() && l.headsFollow(end+1) && names {
		return
	}
	for at := end + 1; at < l.tokens.count() && !names && l.isTableHead(at); at++ {
		names = l.kindAt(at) == nameColumn // the label stands between the rows of the head
	}
	if names {
		l.move(end, end+1, i)
	}
}

// headsFollow reports whether the head of a table begins at token i.
func (l *columnLines) headsFollow(i int) bool {
	return l.kindAt(i) == nameColumn || l.kindAt(i) == yearColumn || l.kindAt(i) == baselineColumn
}

// raiseDepartment puts 事務事業担当 before the heads of the columns that stand above it.
func (l *columnLines) raiseDepartment(i int) {
	first := i
	for first > 0 && isDepartmentColumn(l.tokens.at(first-1).Token) {
		first--
	}
	if first < i && l.tokens.at(i-1).Row != l.tokens.at(i).Row && l.areNear(l.tokens.at(i-1).Row, l.tokens.at(i).Row) {
		l.move(i, i+1, first)
	}
}

// raisePolicy puts the root of the policies, with its name, before the levels that stand
// above it.
func (l *columnLines) raisePolicy(i int) {
	end, first := i+1, i
	for end < l.tokens.count() && l.tokens.at(end).Row == l.tokens.at(i).Row && l.tokens.at(end).Label == sheet.NoLabel {
		end++
	}
	for at := i - 1; at >= 0 && (l.kindAt(at) == policyLevel || l.kindAt(at) == none) && l.areNear(l.tokens.at(at).Row, l.tokens.at(at+1).Row); at-- {
		if l.kindAt(at) == policyLevel && l.rowBegin(at) == at {
			first = at
		}
	}
	if first < i && l.tokens.at(first).Row != l.tokens.at(i).Row {
		l.move(i, end, first)
	}
}

// raiseBoxes puts the label of options before those that stand above it.
func (l *columnLines) raiseBoxes(i int) {
	first := i
	for first > 0 && l.rowBegin(i) == i {
		at := l.rowBegin(first - 1)
		if l.tokens.at(at).Label != sheet.NoLabel || l.tokens.at(at).start <= l.tokens.at(i).start || !l.areNear(l.tokens.at(at).Row, l.tokens.at(first).Row) {
			break
		}
		if _, areOptions := sheet.ReadBoxes(l.tokens.at(at).Text); !areOptions {
			break
		}
		first = at
	}
	if first == i {
		return
	}
	l.move(i, i+1, first)
	l.tokens.at(first).Row = l.tokens.at(first + 1).Row
}

// joinNarratives puts the lines of a narrative that stand below its first one, or above
// its label, behind the label.
func (l *columnLines) joinNarratives() {
	for i := 0; i+1 < l.tokens.count(); i++ {
		label := l.tokens.at(i)
		if label.Label == sheet.NoLabel {
			continue
		}
		e := &table[label.Label-1]
		if e.kind == words {
			l.joinWords(i)
		}
		if e.kind != narrative && e.kind != reason {
			continue
		}
		i = l.joinNarrative(i, e)
	}
}

// joinWords puts the line that stands alone below the value of label i to that: it is in
// the same column, and too short for a value of its own.
func (l *columnLines) joinWords(i int) {
	value, below := i+1, l.rowEnd(i)
	if value == below || below == l.tokens.count() || l.tokens.at(value).Label != sheet.NoLabel || l.rowEnd(below) != below+1 {
		return
	}
	own, line := l.tokens.at(value), *l.tokens.at(below)
	isYear := kindOf(line.Token) == yearColumn && sheet.HasDigit(own.Text[len(own.Text)-1:]) // 令和13, and 年度 below it
	if line.Label != sheet.NoLabel && !isYear || !isNear(own.start, line.start) || !l.areNear(own.Row, line.Row) || utf8.RuneCountInString(line.Text) > maxWordEnd ||
		sheet.HasDigit(line.Text) || isOption(own) {
		return
	}
	l.addLine(own, line.Cell)
	l.tokens.remove(below, below+1)
}

// maxWordEnd is how many characters the second line of an attribute in words has at most.
const maxWordEnd = 6

// joinNarrative joins the lines of the narrative of the label i and returns the index of
// the last one.
func (l *columnLines) joinNarrative(i int, e *entry) int {
	label := *l.tokens.at(i)
	first := i + 1
	if l.tokens.at(first).Label != sheet.NoLabel {
		return i
	}
	column := l.tokens.at(first).start
	if next := first + 1; next < l.tokens.count() && column <= label.end+1 && l.tokens.at(next).Row != label.Row && l.tokens.at(next).start > column &&
		l.tokens.at(next).start <= column+maxSqueezed {
		column = l.tokens.at(next).start // one blank stands behind the label: it has pushed its line aside
	}
	if l.tokens.at(first).Row != label.Row && (column <= label.start || !l.areNear(label.Row, l.tokens.at(first).Row)) {
		return i
	}
	last, isBetween, row := first, l.tokens.at(first).Row != label.Row, l.tokens.at(first).Row
	for at := first; at < l.tokens.count(); at++ {
		token := l.tokens.at(at)
		isLine := token.Label == sheet.NoLabel && isNear(token.start, column) && l.areNear(row, token.Row) && l.rowBegin(at) == at && l.rowEnd(at) == at+1
		if at > first && !isLine || token.PageBreak {
			break
		}
		row, token.Row = token.Row, label.Row
		last = at
	}
	if (e.long || isBetween) && l.rowBegin(i) == i {
		if above := l.linesAbove(i, last, column, isBetween); above < i {
			for n := above; n < i; n++ {
				l.tokens.at(n).Row = label.Row
			}
			l.move(i, i+1, above)
		}
	}
	return last
}

// linesAbove returns the index of the first of the lines of a narrative that stand above
// its label i, which has others down to token last: there are no more of them than below
// it, and they can belong to nothing else. Where the label stands between the lines there
// are as many above as below it.
func (l *columnLines) linesAbove(i, last int, column int32, isBetween bool) int {
	first := i
	for first > 0 && i-first <= last-i {
		at := first - 1
		token := l.tokens.at(at)
		if token.Label != sheet.NoLabel || !isNear(token.start, column) || l.rowBegin(at) != at || !isProse(token.Text) && at+1 != i && !isBetween ||
			!l.areNear(token.Row, l.tokens.at(first).Row) && first < i {
			break
		}
		first = at
	}
	if first == i || first == 0 || first < i && sheet.IsMarkedPageNumber(l.tokens.at(first).Text) {
		return i
	}
	if isBetween && i-first >= last-i && l.areNear(l.tokens.at(i-1).Row, l.tokens.at(i+1).Row-1) {
		return i - (last - i)
	}
	switch before := l.kindAt(first - 1); {
	case before == heading || before == pageHeading:
		return first
	case before == none && ja.TrimSpace(l.tokens.at(first-1).Text) != "" && l.rowBegin(first-1) != first-1 && i-first == 1 && isProse(l.tokens.at(first).Text):
		return first // a row of a table stands above
	}
	return i
}

// isNear reports whether two columns are the same but for what typesetting has moved.
func isNear(a, b int32) bool { return max(a-b, b-a) <= maxMoved }

// maxSqueezed is how many columns left of the others the line beside a wide label may begin.
const maxSqueezed = 12

// maxMoved is how many columns a line of a cell may stand beside the others.
const maxMoved = 2
