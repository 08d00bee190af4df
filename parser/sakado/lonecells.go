package sakado

import (
	"slices"
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
	if len(row) != 1 || row[0].Index != 0 || !isLonePolicy(row[0].Text) && !r.isAlonePolicy(row[0]) {
		return false
	}
	r.setPolicy(row[0])
	return true
}

// isAlonePolicy reports whether a cell with any number in brackets is the policy's: most
// other cells of its row are there, and blank.
func (r *reader) isAlonePolicy(cell sheet.Token) bool {
	return r.hasColumns() && r.heads[policyColumn].label != "" && r.heads[policyColumn].index == 0 &&
		2*r.rowWidth([]sheet.Token{cell}) > r.width && !isSentence(cell.Text) && r.isPolicy(cell.Text)
}

// isLonePolicy reports whether a text is a 基本方針 with its kana.
func isLonePolicy(text string) bool {
	if isSentence(text) {
		return false
	}
	number, name := splitPolicy(text)
	kana, size := utf8.DecodeRuneInString(number)
	return name != "" && size == len(number) && kana >= 'ア' && kana <= 'ン'
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
// as over the counts of items, also between a head of its own and that of their sum.
func (r *reader) readLegendCells(row []sheet.Token) bool {
	if len(row) < 2 || len(row[0].Text) > maxMarkBytes || len(row[1].Text) > maxMarkBytes || !firstGrades.In(row[0].Text) && !firstGrades.In(row[1].Text) && !strings.Contains(row[0].Text, "&") {
		return false
	}
	first, last := 0, len(row)
	if isTotal(row[last-1].Text) {
		last--
	}
	if !beginsLegend(ja.StripMarkup(row[0].Text)) && isCountsHead(row[0].Text) {
		first++
	}
	grades := r.legendCells(row[first:last])
	if grades == nil || len(grades) < len(row) && len(grades) < 2 {
		return false
	}
	r.gradeRow = r.gradeRow[:0:0]
	for i, token := range row {
		if i < first || i >= last {
			r.Grid.Claim(token.Cell, grid.Label)
			continue
		}
		r.gradeRow = append(r.gradeRow, grades[i-first].Grade)
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

// legendCells returns the grades of cells each of which is one of a legend's with its words,
// nil where one is none.
func (r *reader) legendCells(row []sheet.Token) []model.Grade {
	grades := make([]model.Grade, 0, len(row))
	position := 0
	for i, token := range row {
		text := ja.StripMarkup(token.Text)
		first, size := utf8.DecodeRuneInString(text)
		next, _ := utf8.DecodeRuneInString(text[size:])
		letter := ja.FoldRune(first)
		if i == 0 && letter == 'S' {
			position = -1
		}
		words := ja.TrimSpace(strings.TrimLeft(text[size:], " :：　…"))
		if !isGradeAt(letter, position) || !isLegendMark(next) || words == "" || len(words) > maxLegendBytes {
			return nil
		}
		grades = append(grades, model.Grade{At: token.At, Grade: string(letter), Label: words})
		position++
	}
	return grades
}

// isCountsHead reports whether a text is the head of the labels of counts.
func isCountsHead(text string) bool {
	if len(text) > maxMarkBytes || !countsHeadSigns.In(text) {
		return false
	}
	key := ja.Key(text)
	return key == "区分" || key == "評価" || key == "項目" || key == "進捗状況"
}

// countsHeadSigns are in any such head.
var countsHeadSigns = ja.NewCharacters("区評項進")

// inColumns reads a row whose cells stand under the heads of an indicator: a name and
// values. Then the column tells what is the name, also where it could be a unit (講座, 件数)
// or is several words, and what is one value. It is nil where the row may have moved.
func (r *reader) inColumns(cells []sheet.Token) []found {
	own := r.heads[nameColumn]
	if len(cells) < 2 || len(cells) > 1+r.valueCount() || own.label == "" || cells[0].Index != own.index ||
		r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows || r.rowWidth(cells) != r.width {
		return nil
	}
	if !r.areWholeColumns(cells) && !r.areOddColumns(cells) {
		return nil
	}
	one := &r.under[0]
	*one = found{name: cells[0]}
	for _, cell := range cells[1:] {
		at := cell.Index - own.index - 1
		if at < 0 || int(at) >= r.valueCount() || one.has[at] {
			return nil
		}
		one.values[at], one.has[at] = cell, true
	}
	return r.under[:]
}

// areWholeColumns reports whether cells are a name of several words without a value in it,
// and values of which each is one.
func (r *reader) areWholeColumns(cells []sheet.Token) bool {
	if isOneWord(cells[0].Text) && !slices.ContainsFunc(cells[1:], func(cell sheet.Token) bool { return !isOneWord(cell.Text) }) {
		return false // nothing can be taken apart there
	}
	if !r.isName(cells[0].Text) || r.holdsIndicators(cells[0], r.valueCount(), true) {
		return false
	}
	if r.endsInValue(cells[0]) && (len(cells) <= r.valueCount() || !r.haveSureValues(cells[1:])) {
		return false
	}
	return !slices.ContainsFunc(cells[1:], func(cell sheet.Token) bool { return !r.isOneValue(cell.Text) })
}

// isOneValue reports whether a text is a figure, a dash or a word in a number's place, and
// no two of them.
func (f *facts) isOneValue(text string) bool {
	switch f.kindOf(text) {
	case ja.Numeric, ja.Ranked, ja.Dash:
		return true
	}
	return f.isStateWord(text) && !f.areStateWords(text) || f.isRange(text) || isOneWord(text) && f.isValue(text)
}

// areOddColumns reports whether cells are what may be a unit or holds a number, and a cell
// for each value.
func (r *reader) areOddColumns(cells []sheet.Token) bool {
	if len(cells) != 1+r.valueCount() || r.isName(cells[0].Text) && !r.holdSeveral(cells[1:]) || r.holdsIndicators(cells[0], r.valueCount(), true) {
		return false // or four indicators, each in a cell
	}
	reading := ja.ReadQuantity(sheet.TrimQuotes(ja.StripMarkup(cells[0].Text)), ja.Expect{})
	if reading.Kind == ja.Dash || !ja.LongerThan(cells[0].Text, 1) || isSentence(cells[0].Text) || r.isStateWord(cells[0].Text) {
		return false
	}
	if ja.HasDigit(cells[0].Text) && !(r.isOddName(cells[0].Text) && r.haveSureValues(cells[1:])) {
		return false
	}
	return !slices.ContainsFunc(cells[1:], func(cell sheet.Token) bool { return !ja.HasDigit(cell.Text) && !r.isValue(cell.Text) })
}

// endsInValue reports whether a name of several words ends in a number or a word in a
// number's place, or begins with one: DX 研修 2.0.
func (r *reader) endsInValue(name sheet.Token) bool {
	if isOneWord(name.Text) {
		return false
	}
	words := r.valueWords(name)
	last := words[len(words)-1].Text
	return r.isSureFigure(last) || r.isStateWord(last) || ja.IsDash(last) || r.holdsValue(name)
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
