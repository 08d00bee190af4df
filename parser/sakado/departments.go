package sakado

import (
	"strings"
	"unicode"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// isDepartments reports whether a cell names sections.
func isDepartments(text string) bool {
	return !isSentence(text) && len(sheet.SplitSections(plainSections(text))) > 0
}

// plainSections returns the text of a cell of sections without markup,
// quotation marks and a bracket around all of it.
func plainSections(text string) string {
	text, _ = ja.TrimBrackets(sheet.TrimQuotes(ja.StripMarkup(text)))
	return text
}

// maxDepartmentsBytes is how long a cell of sections may be that is known by its
// column only.
const maxDepartmentsBytes = 200

// takeDepartments reads the cell of sections that stands behind an item's name,
// known by what it names or by its column, and returns the cells behind it.
func (r *reader) takeDepartments(cells []sheet.Token, a *anchor) []sheet.Token {
	if len(cells) == 0 {
		return cells
	}
	first := cells[0]
	if parted := r.partSections(cells, a); parted != nil {
		cells, first = parted, parted[0]
	}
	switch {
	case r.isDepartments(first.Text):
		r.addDepartments(first)
	case r.hasColumns() && len(cells) > 1 && first.Index == a.index+2 && cells[1].Index == a.index+3 &&
		len(first.Text) <= maxDepartmentsBytes && !isSentence(first.Text) && !r.isFigure(first.Text):
		r.addKnownDepartments(first)
	default:
		return cells
	}
	a.index = first.Index - 2
	return cells[1:]
}

// isWithoutSections reports whether a row that begins with a number and a name in one cell
// is that of an item whose sections are blank: behind blank cells stand running texts or
// one of them and the grade, as in no row of an indicator.
func (f *facts) isWithoutSections(row []sheet.Token, name sheet.Token) bool {
	if row[0].Index > int32(itemColumn) || row[1].Index < row[0].Index+2 || !f.isName(name.Text) {
		return false
	}
	if len(row) > 2 && row[1].Index <= int32(itemColumn) && f.isDepartments(row[2].Text) {
		return false // the name and its sections stand behind: a numbered policy
	}
	texts, grades := 0, 0
	for _, token := range row[1:] {
		switch {
		case isSentence(token.Text):
			texts++
		case gradeIn(token.Text) != "":
			grades++
		}
	}
	return texts > 0 && texts+grades > 1
}

// partSections parts the sections from the text behind them where both stand in the one
// cell of their column: 防災安全課 関係各課 自主防災組織の…. It is nil where they don't.
func (r *reader) partSections(cells []sheet.Token, a *anchor) []sheet.Token {
	first := cells[0]
	if r.hasColumns() && first.Index != a.index+2 || !isSentence(first.Text) || isOneWord(first.Text) {
		return nil
	}
	end := r.sectionsEnd(first.Text, 0)
	if end == 0 || end == len(first.Text) || !isSentence(first.Text[end:]) {
		return nil
	}
	return r.partCell(cells, 0, end)
}

// sectionsEnd returns where the sections end that begin at a byte of a text.
func (f *facts) sectionsEnd(text string, start int) int {
	end := start
	for end < len(text) {
		word, next := firstWord(text, end)
		if !f.isDepartments(word) {
			break
		}
		end = next
	}
	return end
}

// partNameAndSections parts the name of an item, its sections and the text behind them where
// they have run together between blanks: 広報紙の充実 広報課 関係各課 紙面を見直します。
func (r *reader) partNameAndSections(cells []sheet.Token) []sheet.Token {
	text := cells[0].Text
	if r.hasColumns() || !isSentence(text) || isOneWord(text) || len(text) > maxFigureBytes {
		return cells
	}
	for at := 0; at < len(text); {
		if end := r.sectionsEnd(text, at); at > 0 && end > at {
			if end == len(text) || !isSentence(text[end:]) || isSentence(text[:at]) {
				return cells
			}
			return r.partCell(r.partCell(cells, 0, at), 1, end-at)
		}
		_, at = firstWord(text, at)
	}
	return cells
}

// firstWord returns the word of a text from a byte on, and the byte behind it with the
// blanks that follow.
func firstWord(text string, at int) (word string, next int) {
	end := strings.IndexFunc(text[at:], unicode.IsSpace)
	if end < 0 {
		return text[at:], len(text)
	}
	end += at
	return text[at:end], len(text) - len(strings.TrimLeftFunc(text[end:], unicode.IsSpace))
}

// addDepartments adds the sections of a cell.
func (r *reader) addDepartments(token sheet.Token) {
	text := plainSections(r.claimValue(token))
	if len(r.item.Departments) > 0 {
		return // printed again behind a page break
	}
	cell := token.Cell
	if start := strings.Index(cell.Text, text); start >= 0 {
		cell = token.Slice(start, start+len(text))
	}
	var list sheet.DepartmentList
	list.Add(cell)
	r.item.Departments = list.Finish()
}

// addKnownDepartments adds the sections that a cell names beside other words
// (財政課 他). What names none is reported and stays unmapped.
func (r *reader) addKnownDepartments(token sheet.Token) {
	words := sheet.SplitWords(token)
	last := len(words)
	for last > 0 && !r.isDepartments(words[last-1].Text) {
		last--
	}
	if last > 0 {
		if named := (sheet.Token{Cell: token.Slice(0, int(words[last-1].Offset-token.Offset)+len(words[last-1].Text)), Row: token.Row}); r.isDepartments(named.Text) {
			r.addDepartments(named)
			words = words[last:]
		}
	}
	for _, word := range words {
		r.Report(model.CodeUnreadable, word.At, "No."+r.item.Number, word.Text, "the name of a section")
	}
}
