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

// partSections parts the sections from the text behind them where both stand in the one
// cell of their column: 防災安全課 関係各課 自主防災組織の…. It is nil where they don't.
func (r *reader) partSections(cells []sheet.Token, a *anchor) []sheet.Token {
	first := cells[0]
	if !r.hasColumns() || first.Index != a.index+2 || !isSentence(first.Text) || isOneWord(first.Text) {
		return nil
	}
	end := 0
	for at := 0; at < len(first.Text); {
		word, next := firstWord(first.Text, at)
		if !r.isDepartments(word) {
			break
		}
		end, at = next, next
	}
	if end == 0 || end == len(first.Text) || !isSentence(first.Text[end:]) {
		return nil
	}
	return r.partCell(cells, 0, end)
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
