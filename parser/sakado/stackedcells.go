package sakado

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// stackedCells cuts cells in each of which several indicators stand below each other, as the
// merged rows of an item are often written: as many names as lines of values in each column,
// and each of those lines a value. It is nil where the cells are not so.
func (r *reader) stackedCells(cells []sheet.Token) []found {
	count := r.valueCount()
	if len(cells) != 1+count || !r.hasColumns() || !holdsLines(cells[0].Text) || !holdsLines(cells[1].Text) {
		return nil
	}
	names := cellLines(cells[0])
	if len(names) < 2 || slices.ContainsFunc(names, func(name sheet.Token) bool { return !r.isName(name.Text) || goesOn(name.Text) }) {
		return nil
	}
	result := make([]found, len(names))
	for i, name := range names {
		result[i].name = name
	}
	figures := 0
	for column, cell := range cells[1:] {
		if cell.Index != cells[0].Index+1+int32(column) || !holdsLines(cell.Text) {
			return nil
		}
		lines := cellLines(cell)
		if len(lines) != len(names) {
			return nil
		}
		for i, line := range lines {
			line = withoutMarkOf(line, names[i].Text)
			isFigure := r.isSureFigure(line.Text)
			if !isFigure && !r.isStateWord(line.Text) && !ja.IsDash(ja.StripMarkup(line.Text)) || goesOn(line.Text) {
				return nil
			}
			if isFigure {
				figures++
			}
			result[i].values[column], result[i].has[column] = line, true
		}
	}
	if figures == 0 {
		return nil // the lines of words may be one value's
	}
	return result
}

// readStackedCells cuts such cells, and takes the circled numbers before their values; others
// it cuts by their columns.
func (r *reader) readStackedCells(cells []sheet.Token) []found {
	result := r.stackedCells(cells)
	if result == nil {
		return r.inColumns(cells)
	}
	for _, cell := range cells[1:] {
		for i, line := range cellLines(cell) {
			if value := withoutMarkOf(line, result[i].name.Text); value.Offset > line.Offset {
				r.Skip(line.Slice(0, int(value.Offset-line.Offset)))
			}
		}
	}
	return result
}

// holdsLines reports whether a cell may have several lines.
func holdsLines(text string) bool {
	return wordGaps.In(text) && len(text) <= maxFigureBytes && (strings.IndexByte(text, '\n') >= 0 || strings.Contains(text, "<br") || strings.Contains(text, "<BR"))
}

// goesOn reports whether a line of a cell is more of the line above.
func goesOn(line string) bool {
	line = ja.StripMarkup(line)
	first, _ := utf8.DecodeRuneInString(line)
	return brackets.Has(first) || strings.HasPrefix(line, "累計") || strings.HasPrefix(line, "うち") || strings.HasPrefix(line, "※")
}

// cellLines cuts a cell into the lines that hold something. A tag that ends a line, and what
// is blank behind it, is part of that.
func cellLines(cell sheet.Token) []sheet.Token {
	var starts []int
	for i, piece := range sheet.SplitLines(cell.Cell) {
		if ja.StripMarkup(piece.Text) == "" {
			continue
		}
		at := int(piece.Offset - cell.Offset)
		if end := strings.IndexByte(piece.Text, '>'); i > 0 && piece.Text[0] == '<' {
			at += end + 1
		}
		starts = append(starts, at)
	}
	lines := make([]sheet.Token, 0, len(starts))
	for i, start := range starts {
		end := len(cell.Text)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		lines = append(lines, sheet.Token{Cell: cell.Slice(start, end), Row: cell.Row, Joined: true})
	}
	return lines
}

// groupHeadMarks part the heads that stand below 数値目標等 in its cell.
var groupHeadMarks = ja.NewCharacters("／/\n|｜・")

// readGroupHeads reads the heads of an indicator's name and values that stand below 数値目標等
// in its cell: 数値目標等 (E)<br>項目／当初(H27末)／目標(R3末)／現状値(R2末).
func (r *reader) readGroupHeads(token sheet.Token) bool {
	if len(token.Text) > 2*maxHeadBytes || !beginsGroup(token.Text) {
		return false
	}
	text := ja.StripMarkup(token.Text)
	_, rest, _ := heads.FindPrefix(text)
	var own [columnCount]head
	values, last := 0, noColumn
	for part := range strings.FieldsFuncSeq(text[rest:], groupHeadMarks.Has) {
		part = ja.TrimSpace(part)
		c, fy := r.readHead(part)
		if !isValueColumn(c) || c <= last {
			return false
		}
		last = c
		own[c] = head{label: part, fy: fy, index: sheet.NoColumn}
		values++
	}
	if values < len(usualColumns) {
		return false
	}
	r.Grid.Claim(token.Cell, grid.Label)
	for c := nameColumn; c <= actualColumn; c++ {
		if own[c].label != "" {
			r.heads[c] = own[c]
		}
	}
	return true
}

// withoutMarkOf returns a value without the circled number that its name has, too: ①52件.
func withoutMarkOf(value sheet.Token, name string) sheet.Token {
	mark, size := utf8.DecodeRuneInString(name)
	if mark < '①' || mark > '⑳' || !strings.HasPrefix(value.Text, string(mark)) {
		return value
	}
	value.Cell = value.Slice(size, len(value.Text))
	return value
}
