package sakado

import (
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readLonePolicy takes a 基本方針 that stands in a row of its own, as a cell that is
// merged over its items is often left: it holds for the items behind it.
func (r *reader) readLonePolicy(row []sheet.Token) bool {
	if len(row) != 1 || row[0].Index != 0 || isSentence(row[0].Text) {
		return false
	}
	number, name := splitPolicy(row[0].Text)
	kana, size := utf8.DecodeRuneInString(number)
	if name == "" || size != len(number) || kana < 'ア' || kana > 'ン' {
		return false
	}
	r.setPolicy(row[0])
	return true
}

// readLoneHead takes a head of a column that stands in a row of its own: a line end
// has broken it off the row of heads.
func (r *reader) readLoneHead(row []sheet.Token) bool {
	if len(row) != 1 {
		return false
	}
	c, fy := r.readHead(row[0].Text)
	if c == noColumn {
		return false
	}
	known := r.heads[c].label
	if ja.Key(known) == ja.Key(ja.StripMarkup(row[0].Text)) {
		r.Skip(row[0].Cell)
		return true
	}
	if known != "" || c == departmentColumn {
		return false
	}
	if r.values != nil && isValueColumn(c) {
		r.values = append(r.values, valueColumn{measure: measures[c], fy: fy, head: ja.StripMarkup(row[0].Text)})
	}
	r.heads[c] = head{label: r.Label(row[0].Cell), fy: fy, index: sheet.NoColumn}
	return true
}

// maxLegendBytes is how long the words behind a grade of the legend may be.
const maxLegendBytes = 45

// readLegendCells reads a legend each of whose grades stands in a cell of its own,
// as over the counts of items.
func (r *reader) readLegendCells(row []sheet.Token) bool {
	if len(row) < 2 || len(row[0].Text) > maxMarkBytes || !firstGrades.In(row[0].Text) && !strings.Contains(row[0].Text, "&") {
		return false
	}
	grades := make([]model.Grade, 0, len(row))
	for i, token := range row {
		text := ja.StripMarkup(token.Text)
		first, size := utf8.DecodeRuneInString(text)
		next, _ := utf8.DecodeRuneInString(text[size:])
		letter := string(ja.FoldRune(first))
		words := ja.TrimSpace(strings.TrimLeft(text[size:], " :：　…"))
		if letter != string(rune('A'+i)) || !sheet.IsGrade(letter) || !isLegendMark(next) || words == "" || len(words) > maxLegendBytes {
			return false
		}
		grades = append(grades, model.Grade{At: token.At, Grade: letter, Label: words})
	}
	r.gradeRow = r.gradeRow[:0:0]
	for i, token := range row {
		r.gradeRow = append(r.gradeRow, grades[i].Grade)
		if len(r.Document.Grades) == 0 {
			r.Value(token.Cell)
		} else {
			r.Skip(token.Cell)
		}
	}
	if len(r.Document.Grades) == 0 {
		r.Document.Grades = grades
	}
	return true
}

// inColumns reads a row whose cells stand under the heads of an indicator: a name and
// a cell for each value. Then the column tells what is the name, also where it could
// be a unit (講座, 件数), and what is one value. It is nil where the row may have moved.
func (r *reader) inColumns(cells []sheet.Token) []found {
	own := r.heads[nameColumn]
	if len(cells) != 1+r.valueCount() || own.label == "" || cells[0].Index != own.index || r.isName(cells[0].Text) && !r.holdSeveral(cells[1:]) ||
		r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows || r.rowWidth(cells) != r.width {
		return nil
	}
	reading := ja.ReadQuantity(sheet.TrimQuotes(ja.StripMarkup(cells[0].Text)), ja.Expect{})
	if ja.HasDigit(cells[0].Text) || reading.Kind == ja.Dash || !ja.LongerThan(cells[0].Text, 1) || isSentence(cells[0].Text) || r.isStateWord(cells[0].Text) {
		return nil
	}
	r.under[0] = found{name: cells[0]}
	one := &r.under[0]
	for i, cell := range cells[1:] {
		if cell.Index != own.index+1+int32(i) || !ja.HasDigit(cell.Text) && !r.isValue(cell.Text) {
			return nil
		}
		one.values[i], one.has[i] = cell, true
	}
	return r.under[:]
}

// holdSeveral reports whether each of the cells holds figures in a number of words.
func (r *reader) holdSeveral(cells []sheet.Token) bool {
	for _, cell := range cells {
		if isOneWord(cell.Text) || !ja.HasDigit(cell.Text) {
			return false
		}
	}
	return true
}
