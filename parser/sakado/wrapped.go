package sakado

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// wrappedRow is a row with so many cells, blank ones included, as lines joined to it make it.
type wrappedRow struct {
	cells []sheet.Token
	width int
}

// maxWrappings is how many ways of joining lines are tried.
const maxWrappings = 32

// joinLines joins the row at the start of rows with the lines below it that begin at the
// margin, where no blank cell ends it: a row of the head, or one of an item.
func (r *reader) joinLines(rows [][]sheet.Token) (row []sheet.Token, count int) {
	row = rows[0]
	if len(rows) < 2 || rows[1][0].Index != 0 || r.Grid.Layout != grid.Tabs || !r.isBrokenOff(row) || !isNextLine(row, rows[1]) {
		return row, 1
	}
	if r.isHead(row) {
		return r.joinHead(rows)
	}
	if r.rowWidth(row) == 1 && isBelowTable(row[0]) || r.closed && !r.mayBeginItem(row) {
		return row, 1
	}
	return r.joinWrapped(rows)
}

// joinWrapped joins the row at the start of rows with the lines behind it where line ends
// stand inside its cells, or in the place of the tab between two, and returns it with the
// number of rows that it was made of: 1 where none is joined. No width of the table tells
// it but the row itself: joined, its texts, its indicators, its grade and the two texts
// behind it stand in their places. Where that is so in more than one way, none is taken.
func (r *reader) joinWrapped(rows [][]sheet.Token) (row []sheet.Token, count int) {
	own := wrappedRow{rows[0], r.rowWidth(rows[0])}
	if !r.goesOn(own, rows[0], rows[1]) || r.disordered || len(r.extra) > 0 {
		return rows[0], 1
	}
	count = 1
	switch {
	case r.isWholeIndicator(own) && isBracketed(rows[1]):
		own, count = r.joinInCell(own, rows[1]), 2 // 95台 (うち電動車4台)
	case !r.isWholeItem(own):
		if own, count = r.findWrapping(rows); count == 0 {
			return rows[0], 1
		}
	}
	count = r.joinLastCell(&own, rows, count)
	if count == 1 {
		return rows[0], 1
	}
	for _, line := range rows[1:count] {
		r.Report(model.CodeBrokenLine, line[0].At, line[0].Text, strconv.Itoa(own.width))
	}
	r.mended, r.mendedWidth = own.cells[0].Row+1, own.width
	return own.cells, count
}

// goesOn reports whether the line behind a row may go on with the row's last cell, above
// being the line before it.
func (r *reader) goesOn(row wrappedRow, above, line []sheet.Token) bool {
	return endsInCell(row) && isNextLine(above, line) && !r.beginsRow(line) && !r.isOfCounts(line) && (r.rowWidth(line) > 1 || !isBelowTable(line[0])) && r.heads[gradeColumn].label != ""
}

// endsInCell reports whether no blank cell ends a row.
func endsInCell(row wrappedRow) bool {
	return int(row.cells[len(row.cells)-1].Index)+1 == row.width
}

// isNextLine reports whether a line begins at the margin right below the one above.
func isNextLine(above, line []sheet.Token) bool {
	last := above[len(above)-1]
	return line[0].Index == 0 && line[0].At.Line == last.At.Line+1+int32(strings.Count(last.Text, "\n"))
}

// beginsRow reports whether a line begins a row of the table by its own words: a policy
// before a number or alone, an item's number, name and sections, the head of a column.
func (r *reader) beginsRow(line []sheet.Token) bool {
	if r.columnOf(line[0]) != noColumn || len(line) == 1 && r.joinedWords(line[0]) != nil {
		return true
	}
	if r.isPolicy(line[0].Text) {
		if len(line) == 1 {
			return isLonePolicy(line[0].Text)
		}
		_, isNumber := itemNumber(line[1].Text)
		return isNumber && line[1].Index == 1
	}
	a, begins := r.findAnchor(line)
	return begins && a.index == 0 && r.isDepartmentsAfter(line, a)
}

// findWrapping joins so many lines to the first of rows that they are a whole row of an
// item, or an indicator; count is 0 where none or more than one way of joining makes one.
func (r *reader) findWrapping(rows [][]sheet.Token) (found wrappedRow, count int) {
	ways := []wrappedRow{{rows[0], r.rowWidth(rows[0])}}
	isWhole := r.isWholeItem
	if _, begins := r.findAnchor(rows[0]); !begins && !r.isPolicy(rows[0][0].Text) {
		if isWhole = r.isWholeIndicator; isWhole(ways[0]) {
			return found, 0
		}
	}
	for n := 1; n < min(len(rows), maxBrokenLines) && len(ways) <= maxWrappings; n++ {
		var longer []wrappedRow
		for _, way := range ways {
			if r.goesOn(way, rows[n-1], rows[n]) && way.width <= maxWidth {
				longer = append(longer, r.joinInCell(way, rows[n]), r.joinAsCell(way, rows[n]))
			}
		}
		for _, way := range longer {
			if isWhole(way) {
				found = way
				count++
			}
		}
		if count > 0 || len(longer) == 0 {
			break
		}
		ways = longer
		if n+1 == len(rows) {
			break
		}
	}
	if count != 1 {
		return found, 0
	}
	last := found.cells[len(found.cells)-1]
	for n, row := range rows {
		if end := row[len(row)-1]; end.Offset+int32(len(end.Text)) == last.Offset+int32(len(last.Text)) {
			return found, n + 1
		}
	}
	return found, 0
}

// joinInCell joins a line with the last cell of a row.
func (r *reader) joinInCell(row wrappedRow, line []sheet.Token) wrappedRow {
	return wrappedRow{sheet.JoinLine(r.Grid, row.cells, line), row.width + r.rowWidth(line) - 1}
}

// joinAsCell takes the cells of a line for those behind the last one of a row.
func (r *reader) joinAsCell(row wrappedRow, line []sheet.Token) wrappedRow {
	joined := slices.Clone(row.cells)
	for _, token := range line {
		token.Row, token.Index = row.cells[0].Row, token.Index+int32(row.width)
		joined = append(joined, token)
	}
	return wrappedRow{joined, row.width + r.rowWidth(line)}
}

// isWholeIndicator reports whether a row is nothing but an indicator with all its values.
func (r *reader) isWholeIndicator(row wrappedRow) bool {
	count := r.valueCount()
	return len(row.cells) == 1+count && r.mayBeNameOf(row.cells) && r.leadingValues(row.cells[1:]) == count
}

// isBracketed reports whether a line is nothing but words in brackets.
func isBracketed(line []sheet.Token) bool {
	if len(line) > 1 {
		return false
	}
	open, _, end := sheet.NextBracket(line[0].Text, 0)
	return open == 0 && end == len(line[0].Text)
}

// isWholeItem reports whether a row is that of an item, with each of its cells in its
// place up to the last one.
func (r *reader) isWholeItem(row wrappedRow) bool {
	a, begins := r.findAnchor(row.cells)
	if !begins {
		return false
	}
	cells, index := row.cells[a.at:], a.index
	if a.name.Text == "" {
		if len(cells) == 0 || cells[0].Index != a.number.Index+1 || isSentence(cells[0].Text) {
			return false
		}
		cells = cells[1:]
	}
	if len(cells) > 0 && r.isDepartments(cells[0].Text) {
		if a.name.Text == "" && cells[0].Index != index+2 {
			return false
		}
		index = cells[0].Index - 2
		cells = cells[1:]
	}
	texts := 0
	for texts < len(cells) && cells[texts].Index < index+5 {
		if cells[texts].Index < index+3 || r.isFigure(cells[texts].Text) && !ja.IsDash(cells[texts].Text) {
			return false
		}
		texts++
	}
	return r.isWholeBehind(cells[texts:], index, row.width)
}

// isWholeBehind reports whether the cells behind the two texts of an item's row stand in
// their places: whole indicators, the grade, two more texts. index is that of the column
// No., width that of the row.
func (r *reader) isWholeBehind(cells []sheet.Token, index int32, width int) bool {
	usual := index + r.heads[gradeColumn].index - r.heads[numberColumn].index
	grade := usual
	if at := r.findGrade(cells, index); at >= 0 {
		grade = cells[at].Index
	} else if len(cells) == 0 || cells[len(cells)-1].Index <= grade || slices.ContainsFunc(cells, func(token sheet.Token) bool { return token.Index == grade }) {
		return false
	}
	before := 0
	for before < len(cells) && cells[before].Index < grade {
		before++
	}
	if int(grade)+textsBehind >= width || len(cells) == 0 || cells[len(cells)-1].Index > grade+textsBehind {
		return false
	}
	if before == 0 {
		return grade == usual
	}
	indicators, last := cells[:before], cells[before-1]
	if grade != usual {
		return indicators[0].Index == index+5 && last.Index+1 == grade && int(last.Index-indicators[0].Index) == before-1 && r.partition(indicators) != nil
	}
	return indicators[0].Index == index+5 && (r.leadingValues(indicators[1:]) == before-1 && before > 1 || r.partition(indicators) != nil)
}

// joinLastCell joins the lines with which the last cell of an item's whole row goes on, and
// returns how many of rows are joined then. As such a line has no cells but that one, it
// must stand before another row of the table, or before blank cells, or be a sentence.
func (r *reader) joinLastCell(own *wrappedRow, rows [][]sheet.Token, count int) int {
	end := count
	for end < len(rows) && len(rows[end]) == 1 && r.goesOn(*own, rows[end-1], rows[end]) && r.partition(rows[end]) == nil {
		end++
	}
	if end == count {
		return count
	}
	last := rows[end-1]
	if strings.HasSuffix(own.cells[len(own.cells)-1].Text, "。") && isLineOfItsOwn(last[0].Text) {
		return count // a text that has ended goes on in no line that is none
	}
	amid := end < len(rows) && rows[end][0].At.Line == last[0].At.Line+1 && (rows[end][0].Index > 0 || r.beginsRow(rows[end])) && r.columnOf(rows[end][0]) == noColumn
	if !amid && r.rowWidth(last) == 1 && (!isSentence(last[0].Text) || isRemark(last[0].Text)) {
		return count
	}
	for _, line := range rows[count:end] {
		*own = r.joinInCell(*own, line)
	}
	return end
}

// maxLoneRunes is how long a line may be that does not fill the width of a cell.
const maxLoneRunes = 30

// isLineOfItsOwn reports whether a line is no more of a text that has ended above it: no
// sentence, and short or with gaps as between cells.
func isLineOfItsOwn(text string) bool {
	return !isSentence(text) && (!ja.LongerThan(text, maxLoneRunes) || strings.Contains(text, "  "))
}

// isRemark reports whether a text begins as a remark on a table does: (注), 注1, 備考.
func isRemark(text string) bool {
	if !remarkSigns.In(text[:min(len(text), len("（注"))]) {
		return false
	}
	text = remarkBrackets.TrimLeft(text)
	rest := strings.TrimPrefix(text, "注")
	if rest == text {
		rest = strings.TrimPrefix(text, "備考")
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return rest != text && (rest == "" || !ja.BeginsWithIdeograph(rest) && !unicode.In(next, unicode.Hiragana, unicode.Katakana))
}

// remarkSigns are in the first two characters of any remark, remarkBrackets before it.
var remarkSigns, remarkBrackets = ja.NewCharacters("注備"), ja.NewCharacters("(（[［【〔＜<")
