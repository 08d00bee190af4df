package sakado

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

// splitHeads parts the cells of a row of the head that hold the heads of several
// columns: 当初 (H27末) 目標 (R3末). Where no blank cells make up for the columns, the
// cells behind stand further right; moved is by how many.
func (r *reader) splitHeads(row []sheet.Token) (parted []sheet.Token, moved int) {
	for i, token := range row {
		parts := r.headParts(token)
		if parted == nil && len(parts) > 1 {
			parted = append(make([]sheet.Token, 0, len(row)+len(parts)), row[:i]...)
		}
		if len(parts) < 2 {
			if parted != nil {
				token.Index += int32(moved)
				parted = append(parted, token)
			}
			continue
		}
		before := r.joinedRight(row, i, len(parts))
		start := token.Index + int32(moved) - before
		for j, part := range parts {
			part.Index = start + int32(j)
			parted = append(parted, part)
		}
		if i+1 < len(row) {
			moved += max(0, len(parts)-int(before)-int(row[i+1].Index-token.Index))
		}
		r.Report(model.CodeJoinedCells, token.At, token.Text, shownParts(parts))
	}
	if parted == nil {
		return row, 0
	}
	return parted, moved
}

// joinedRight returns how many columns before its own the heads in the cell i of the second
// row begin: where they would reach the next one's column, or the grade's, and blank cells stand before them.
func (r *reader) joinedRight(row []sheet.Token, i, heads int) int32 {
	grade := r.heads[gradeColumn]
	if !r.headBegunAt(row) || i == 0 || grade.label == "" {
		return 0
	}
	next := grade.index
	if i+1 < len(row) {
		next = r.withoutExtra(row[i+1].Index)
	}
	over := r.withoutExtra(row[i].Index) + int32(heads) - next
	if over <= 0 || over > row[i].Index-row[i-1].Index-1 {
		return 0
	}
	return over
}

// headBegunAt reports whether a row is the second one of a head, below 数値目標等.
func (r *reader) headBegunAt(row []sheet.Token) bool {
	group := r.heads[groupColumn]
	return group.label != "" && r.withoutExtra(row[0].Index) == group.index
}

func shownParts(parts []sheet.Token) string {
	texts := make([]string, len(parts))
	for i, part := range parts {
		texts[i] = part.Text
	}
	return strings.Join(texts, " | ")
}

// headParts cuts a cell behind its words and brackets into heads of columns of values. It
// is nil where the cell is one head, or not all of its parts are heads.
func (r *reader) headParts(token sheet.Token) []sheet.Token {
	if len(token.Text) > maxHeadBytes || !valueHeadSigns.In(token.Text) || r.columnOf(token) != noColumn {
		return nil
	}
	var parts []sheet.Token
	start := 0
	for end := range token.Text {
		if end > start && maySplitAt(token.Text, end) {
			if part := token.Slice(start, end); r.isValueHead(part.Text) {
				parts = append(parts, sheet.Token{Cell: part, Row: token.Row})
				start = end
			}
		}
	}
	last := token.Slice(start, len(token.Text))
	if !r.isValueHead(last.Text) {
		return nil
	}
	return r.joinYears(token, append(parts, sheet.Token{Cell: last, Row: token.Row}))
}

// joinYears makes one head of a head without a year and the year alone behind it in a cell:
// 項目 当初 H28末.
func (f *facts) joinYears(token sheet.Token, parts []sheet.Token) []sheet.Token {
	joined := parts[:1]
	for _, part := range parts[1:] {
		before := &joined[len(joined)-1]
		c, fy := f.readValueHead(before.Text)
		own, _ := f.readHead(part.Text)
		if c < baselineColumn || c > actualColumn || fy != 0 || own != noColumn {
			joined = append(joined, part)
			continue
		}
		before.Cell = token.Slice(int(before.Offset-token.Offset), int(part.Offset-token.Offset)+len(part.Text))
	}
	return joined
}

// maySplitAt reports whether a head can begin at a byte: behind a bracket or a blank, and
// not at the bracket of the one before.
func maySplitAt(text string, at int) bool {
	last, _ := utf8.DecodeLastRuneInString(text[:at])
	next, _ := utf8.DecodeRuneInString(text[at:])
	return !brackets.Has(next) && (last == ')' || last == '）' || ja.IsBlank(string(last)))
}

// isValueHead reports whether a text is the head of a column of values.
func (f *facts) isValueHead(text string) bool {
	c, _ := f.readValueHead(text)
	return c >= nameColumn && c <= actualColumn
}

// isSecondHead reports whether the row behind the first one of the head goes on with it
// under 数値目標等, also with heads that the form does not know.
func (r *reader) isSecondHead(row []sheet.Token) bool {
	if !r.hasColumns() || r.Grid.Layout == grid.PipeCells || len(row) < 2 || row[0].Index < r.heads[groupColumn].index || r.heads[groupColumn].index == 0 {
		return false
	}
	return !slices.ContainsFunc(row, func(token sheet.Token) bool {
		isFigure := r.isFigure(token.Text) && (ja.HasDigit(token.Text) || ja.IsDash(token.Text))
		return len(token.Text) > maxHeadBytes || isFigure || isSentence(token.Text) || gradeIn(token.Text) != ""
	})
}

// planTargets takes a year with 目標 among the heads of values (R3末目標) for the plan's
// target, not for that of the next year, whose head stands at the end of the first row.
func planTargets(columns []column) {
	if columns[0] == policyColumn && !slices.Contains(columns, nameColumn) || !slices.ContainsFunc(columns, isValueColumn) {
		return
	}
	for i, c := range columns {
		if c == nextColumn && (i+1 < len(columns) && isValueColumn(columns[i+1]) || i > 0 && isValueColumn(columns[i-1]) && columns[0] != policyColumn) {
			columns[i] = targetColumn
		}
	}
}

// alignValueHeads puts the heads of the second row under 数値目標等 where they stand beside it
// and the first row is whole: the rows below go by the first one. Where no blank cells make
// up for them there, the heads behind stand further right.
func (r *reader) alignValueHeads(columns []column) {
	group, number := r.heads[groupColumn], r.heads[numberColumn]
	moved := r.heads[nameColumn].index - group.index
	if columns[0] != nameColumn || moved == 0 || !r.hasColumns() || r.Grid.Layout == grid.PipeCells || group.label == "" || number.label == "" ||
		group.index-number.index != int32(groupColumn-numberColumn) {
		return
	}
	for c := nameColumn; c <= actualColumn; c++ {
		if slices.Contains(columns, c) {
			r.heads[c].index -= moved
		}
	}
	r.width -= max(0, int(moved))
	if r.heads[gradeColumn].index != group.index+1 {
		return
	}
	r.width = 0
	for c := gradeColumn; c <= nextColumn; c++ {
		r.heads[c].index += int32(r.valueCount())
		r.width = max(r.width, int(r.heads[c].index)+1)
	}
}

// joinHead joins a row of the head with the lines behind it where line ends stand inside
// its cells, and returns it with the number of rows that it was made of: joined, the parts
// are the head of a column, and one of them is none.
func (r *reader) joinHead(rows [][]sheet.Token) (row []sheet.Token, count int) {
	row, count = rows[0], 1
	own := wrappedRow{row, r.rowWidth(row)}
	for count < len(rows) && endsInCell(own) && isNextLine(rows[count-1], rows[count]) {
		line := rows[count]
		joined := r.joinInCell(own, line)
		last := len(own.cells) - 1
		if r.columnOf(joined.cells[last]) == noColumn || r.columnOf(own.cells[last]) != noColumn && r.columnOf(line[0]) != noColumn {
			break
		}
		r.Report(model.CodeBrokenLine, line[0].At, line[0].Text, strconv.Itoa(joined.width))
		own = joined
		count++
	}
	if count > 1 {
		r.mended, r.mendedWidth = own.cells[0].Row+1, own.width
	}
	return own.cells, count
}

func isValueColumn(c column) bool { return c >= nameColumn && c <= actualColumn }

// yearEndOf returns the year of the head of a column of values that has it without its era
// (目標 (3末)): where another head of the row shows that 末 is the end of a year, as no
// month has the number of its year or its era is printed. It is 0 where that is not sure.
func (r *reader) yearEndOf(text string, row []sheet.Token) int {
	number, found := bareYearEnd(text)
	if !found || !slices.ContainsFunc(row, r.showsYearEnds) {
		return 0
	}
	fy, _ := r.calendar.ParseFiscalYear(number + "年度")
	return fy
}

// showsYearEnds reports whether a head has the end of a year that is no month's.
func (r *reader) showsYearEnds(token sheet.Token) bool {
	if number, found := bareYearEnd(token.Text); found {
		month, err := strconv.Atoi(ja.Fold(number))
		return err != nil || month > 12
	}
	_, fy := r.readValueHead(token.Text)
	return fy != 0 && strings.Contains(token.Text, "末") && !strings.Contains(token.Text, "月") && !strings.Contains(token.Text, ".")
}

// bareYearEnd returns the number of a year without an era before 末 in the bracket of a
// head: 3 of 目標 (3末), 元 of 現状値 (元末).
func bareYearEnd(text string) (number string, found bool) {
	if len(text) > maxHeadBytes || !strings.Contains(text, "末") {
		return "", false
	}
	open, closed, _ := sheet.NextBracket(text, 0)
	if open >= closed {
		return "", false
	}
	_, size := utf8.DecodeRuneInString(text[open:])
	number, found = strings.CutSuffix(ja.TrimSpace(text[open+size:closed]), "末")
	if !found || number != "元" && (number == "" || len(ja.Fold(number)) > 2 || strings.Trim(ja.Fold(number), "0123456789") != "") {
		return "", false
	}
	return number, true
}
