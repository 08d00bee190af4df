package isehara

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readYearInRow reads a row of indicators in which the head of a year stands with
// values: where each year is printed over its own values, the line end between them
// may be gone. It reports whether the row was one.
func (r *reader) readYearInRow(row []sheet.Token) bool {
	if r.table.values == "" || len(r.table.years) > 1 || !r.holdsYear(row) {
		return false
	}
	row = r.splitYears(row)
	at := r.headIn(row)
	if at < 0 || at+1 < len(row) && r.headIn(row[at+1:at+2]) == 0 {
		return false
	}
	before, head, behind := row[:at:at], row[at], row[at+1:]
	fixed := r.cellsPerRow() - len(r.table.years) // the cells before the first value
	isName := at > 0 && isNameCell(row[0])
	switch {
	case at == 0:
		return r.readUnderYear(head, behind)
	case isName && at <= fixed && len(behind) > 0:
		r.setYear(head)
		r.readRow(append(before, behind[0]))
		if len(behind) > 1 && !r.readUnderYear(behind[1], behind[2:]) {
			r.reportColumns(behind[1:])
		}
		return true
	case len(r.table.years) == 1 && (isName && at == fixed+1 || !isName && at == 1):
		r.table.later, _ = r.readYearHead(head)
		r.readRow(before)
		r.table.later = 0
		if !r.readUnderYear(head, behind) {
			r.reportColumns(row[at:])
		}
		return true
	}
	return false
}

// isNameCell reports whether a cell may be a name: 頭数 may, though it is a unit, too.
func isNameCell(token sheet.Token) bool {
	return !sheet.IsNumberOrDash(ja.StripMarkup(token.Text))
}

// reportColumns leaves cells of which it can't be told what they are.
func (r *reader) reportColumns(row []sheet.Token) {
	for _, token := range row {
		r.Report(model.CodeColumnUnknown, token.At, r.table.label, token.Text, yearList(r.table.years))
	}
}

// readBehindYears reads a row of several years behind which the first row of the table
// stands whole: the line end between them is gone. A blank may stand for it then: the
// last year is in the cell of the name.
func (r *reader) readBehindYears(row []sheet.Token) bool {
	if len(r.table.years) > 0 {
		return false
	}
	years := 0
	for years < len(row) && r.headIn(row[years:years+1]) == 0 {
		years++
	}
	parts := r.splitYearAndName(row, years)
	if parts != nil {
		row = slices.Concat(row[:years], parts, row[years+1:])
		years++
	}
	behind := row[years:]
	isWhole := len(behind) == r.cellsPerRow()+years && isNameCell(behind[0])
	if years < 2 || !isWhole && parts == nil {
		return false
	}
	r.setYears(r.yearHeads(row[:years]), row[:years])
	if !isWhole {
		r.reportColumns(behind)
		return true
	}
	r.readRow(behind)
	return true
}

// splitYearAndName parts the cell behind the first heads of a row where it holds a year
// and a name; it returns nil where it does not.
func (r *reader) splitYearAndName(row []sheet.Token, heads int) []sheet.Token {
	if heads == 0 || heads == len(row) || len(row[heads].Text) > maxYearCell || !writesYear(row[heads].Text) {
		return nil
	}
	token := row[heads]
	words := sheet.SplitWords(token)
	if len(words) < 2 || r.headIn(words[:1]) != 0 {
		return nil
	}
	name := part(&token, len(words[0].Text), len(token.Text))
	if !isNameCell(name) {
		return nil
	}
	r.Report(model.CodeJoinedCells, token.At, token.Text, words[0].Text+" | "+name.Text)
	return []sheet.Token{words[0], name}
}

// readUnderYear reads the head of a year and what stands behind it in the row:
// values of the indicators above, or a row with a name.
func (r *reader) readUnderYear(head sheet.Token, row []sheet.Token) bool {
	if _, isHead := r.readYearHead(head); !isHead {
		return false
	}
	isNameless := len(r.table.group) > 0 && (len(row) == 1 || sheet.AllFigures(row))
	isWhole := len(row) > 1 && r.headIn(row) < 0 && isNameCell(row[0])
	if len(row) > 0 && !isNameless && !isWhole {
		return false
	}
	r.setYear(head)
	switch {
	case isNameless && len(row) > 0:
		r.table.nameless = append(r.table.nameless, row)
	case isWhole:
		r.readRow(row)
	}
	return true
}

// setYear begins the values of one year.
func (r *reader) setYear(head sheet.Token) {
	row := []sheet.Token{head}
	r.setYears(r.yearHeads(row), row)
}

// headIn returns the index of the first cell that is a year, -1 where none is.
func (r *reader) headIn(row []sheet.Token) int {
	for i, token := range row {
		if !writesYear(token.Text) {
			continue
		}
		if _, isHead := r.readYearHead(token); isHead {
			return i
		}
	}
	return -1
}

// holdsYear reports whether a cell of the row may hold a year that is no number.
func (r *reader) holdsYear(row []sheet.Token) bool {
	for _, token := range row {
		if len(token.Text) <= maxYearCell && writesYear(token.Text) && (!strings.HasSuffix(token.Text, ")") || r.Calendar.MayBeginYear(token.Text)) {
			return true // a year in brackets is the value's own
		}
	}
	return false
}

// maxYearCell is how many bytes a cell may have that holds a year and a value.
const maxYearCell = 120

// writesYear reports whether a text has a sign of years, such as 年: the number 2022
// alone may as well be a value.
func writesYear(text string) bool { return yearSigns.In(text) }

var yearSigns = ja.NewCharacters("年RHSＲＨＳ")

// splitYears parts the cells that hold the head of a year and a value: 令和4年度
// 18.6%, or 17.9% 令和4年度 where the line end before the head is gone.
func (r *reader) splitYears(row []sheet.Token) []sheet.Token {
	var split []sheet.Token
	for i, token := range row {
		parts := r.splitYear(token)
		if parts != nil && split == nil {
			split = append(split, row[:i]...)
		}
		switch {
		case parts != nil:
			r.Report(model.CodeJoinedCells, token.At, token.Text, parts[0].Text+" | "+parts[1].Text)
			split = append(split, parts...)
		case split != nil:
			split = append(split, token)
		}
	}
	if split == nil {
		return row
	}
	return split
}

func (r *reader) splitYear(token sheet.Token) []sheet.Token {
	if len(token.Text) > maxYearCell || !writesYear(token.Text) || !blankCharacters.In(token.Text) {
		return nil
	}
	words := sheet.SplitWords(token)
	last := len(words) - 1
	if last < 1 {
		return nil
	}
	begin, end := token.Text[:len(words[0].Text)], words[last]
	if _, isYear := r.readYearHead(words[0]); isYear && writesYear(begin) {
		if value := part(&token, len(begin), len(token.Text)); sheet.IsNumberOrDash(ja.StripMarkup(value.Text)) {
			return []sheet.Token{words[0], value}
		}
	}
	if _, isYear := r.readYearHead(end); isYear && writesYear(end.Text) && r.isValueNext() {
		at := int(end.Offset - token.Offset)
		if value := part(&token, 0, at); sheet.IsNumberOrDash(ja.StripMarkup(value.Text)) {
			return []sheet.Token{value, end}
		}
	}
	return nil
}

// isValueNext reports whether a value follows the row that is read: a year that ends
// the row is its head then.
func (r *reader) isValueNext() bool {
	return r.Next < len(r.Tokens) && r.Tokens[r.Next].Label == sheet.NoLabel && sheet.IsNumberOrDash(ja.StripMarkup(r.Tokens[r.Next].Text))
}
