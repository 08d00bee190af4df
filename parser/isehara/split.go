package isehara

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// splitRow parts the cells of a row that has fewer than it should, where they hold
// several values or a name with the first value.
func (r *reader) splitRow(row []sheet.Token, wanted int, wordsAreValues bool) []sheet.Token {
	if len(row) == 0 {
		return row
	}
	if wordsAreValues && r.isLastYear(row) {
		return row
	}
	split, joined := sheet.SplitRow(row, wanted, wordsAreValues, r.isNarrow())
	if wordsAreValues && joined.Text != "" && (hasOneLetter(joined) || strings.Contains(joined.Text, "\n") && !areFiguresAcrossLines(joined)) {
		return row // a blank stands inside a word, or a line end inside a cell
	}
	if len(row) == 1 && len(split) > 1 && r.Grid.Layout != grid.Blanks && !r.isFigure(split[0].Text) {
		texts := make([]string, len(split))
		for i, token := range split {
			texts[i] = token.Text
		}
		r.Report(model.CodeJoinedCells, row[0].At, row[0].Text, strings.Join(texts, " | "))
	}
	if joined.Text != "" {
		r.Report(model.CodeJoinedCells, joined.At, joined.Text, strings.Join(strings.Fields(joined.Text), " | "))
	}
	return split
}

// splitKnownTask parts the name of a task from what is planned for the first year, whose
// cell is empty, where the sheet prints the name alone elsewhere.
func (r *reader) splitKnownTask(row []sheet.Token) []sheet.Token {
	if len(row) < 2 || len(row) > len(r.table.years) || row[1].Index < row[0].Index+2 || r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows ||
		!partsWords.In(row[0].Text) {
		return row
	}
	parts := sheet.SplitFromRight(row[0], 1, true)
	if len(parts) != 2 || !r.printsTask(parts[0].Text) || r.printsTask(row[0].Text) {
		return row
	}
	r.Report(model.CodeJoinedCells, row[0].At, row[0].Text, parts[0].Text+" | "+parts[1].Text)
	parts[1].Index++
	parts[0].Joined, parts[1].Joined = false, false
	return slices.Concat(parts, row[1:])
}

// printsTask reports whether a task has a name, or another cell of the sheet is that.
func (r *reader) printsTask(name string) bool {
	return r.isTask(name) || slices.ContainsFunc(r.Tokens[r.Next:], func(token sheet.Token) bool { return token.Text == name })
}

// isLastYear reports whether the last cell of a row of tasks stands under the last year:
// there is no other for the words in it.
func (r *reader) isLastYear(row []sheet.Token) bool {
	if r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows || len(row) < 2 || len(r.table.years) < 2 || r.isNarrow() {
		return false
	}
	last := row[len(row)-1]
	return row[0].Index == r.table.nameIndex && last.Index == r.table.nameIndex+int32(len(r.table.years)) && partsWords.In(last.Text)
}

// hasOneLetter reports whether one of the words of a cell is a letter, and no dash.
func hasOneLetter(token sheet.Token) bool {
	for _, word := range sheet.SplitWords(token) {
		if utf8.RuneCountInString(word.Text) == 1 && !ja.IsDash(word.Text) {
			return true
		}
	}
	return false
}

// areFiguresAcrossLines reports whether the words of a cell with a line end inside each
// begin with a number, and the line end stands inside one of them: 1,150m / (継続) 800m.
func areFiguresAcrossLines(token sheet.Token) bool {
	inside := 0
	for _, word := range sheet.SplitWords(token) {
		first, _ := utf8.DecodeRuneInString(word.Text)
		if !sheet.IsDigit(first) {
			return false
		}
		inside += strings.Count(word.Text, "\n")
	}
	return inside == strings.Count(token.Text, "\n")
}

// splitStates parts the cell of a row that holds two words, or a dash and a word, where the
// cell behind it is empty: they are those of two years.
func (r *reader) splitStates(row []sheet.Token) []sheet.Token {
	if len(row) < 2 || len(row) != r.cellsPerRow()-1 || r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows || row[0].Index != r.table.nameIndex {
		return row
	}
	for i, token := range row[1:] {
		free := r.table.nameIndex + int32(r.cellsPerRow())
		if i+2 < len(row) {
			free = row[i+2].Index
		}
		if free != token.Index+2 || !partsWords.In(token.Text) {
			continue
		}
		words := sheet.SplitWords(token)
		if len(words) != 2 || !r.isState(words[0].Text) || !r.isState(words[1].Text) {
			continue
		}
		r.Report(model.CodeJoinedCells, token.At, token.Text, words[0].Text+" | "+words[1].Text)
		words[1].Index++
		return slices.Concat(row[:i+1], words, row[i+2:])
	}
	return row
}

// isState reports whether a text is a dash or a word that stands in the place of a number.
func (r *reader) isState(text string) bool {
	switch k := r.figureOf(text).kind; k {
	case ja.Dash:
		return true
	case ja.State, ja.Unreadable:
		return utf8.RuneCountInString(text) > 1 && utf8.RuneCountInString(text) <= maxStateRunes && !sheet.HasDigit(text)
	}
	return false
}

// maxStateRunes is how many characters a word may have that stands in the place of a number.
const maxStateRunes = 12

// cellsInRow is the number of cells that the row of an indicator holds where all of it
// stands in one cell: a 現状値 that prints its year may be among them though its head is
// gone.
func (r *reader) cellsInRow(row []sheet.Token) int {
	wanted := r.cellsPerRow()
	if r.table.baseline || len(row) != 1 || !partsWords.In(row[0].Text) {
		return wanted
	}
	parts := sheet.SplitFromRight(row[0], wanted, false)
	if len(parts) == wanted+1 && sheet.AllFigures(parts[1:]) && r.printsYear(parts[1]) {
		return wanted + 1
	}
	return wanted
}

// isNarrow reports whether the row that is read has fewer cells than the head: it has
// lost one.
func (r *reader) isNarrow() bool {
	return r.Grid.Layout != grid.PipeCells && r.Grid.Layout != grid.Blanks && r.table.rowWidth < r.table.width
}

// splitName parts the name of an indicator's row from the 現状値 that stands right
// behind it, where the row has lost a cell: with a year of its own, or the unit of
// the values.
func (r *reader) splitName(row []sheet.Token) []sheet.Token {
	if !r.table.baseline || !r.isNarrow() || r.table.rowWidth != r.table.width-1 || len(row) != r.cellsPerRow()-1 || !sheet.AllFigures(row[1:]) {
		return row
	}
	name := row[0]
	at := gluedFigure(name.Text, ja.ReadQuantity(ja.StripMarkup(row[1].Text), ja.Expect{}).Quantity.Unit)
	if at == 0 {
		return row
	}
	parts := []sheet.Token{part(&name, 0, at), part(&name, at, len(name.Text))}
	r.Report(model.CodeJoinedCells, name.At, name.Text, parts[0].Text+" | "+parts[1].Text)
	return append(parts, row[1:]...)
}

// How long a name is at most that is looked at, in bytes, and at least that stands
// before a figure, in characters.
const maxNameBytes, minNameRunes = 300, 3

// gluedFigure returns where the figure begins that ends a name without a blank before
// it and has a year or the unit; 0 where none does.
func gluedFigure(name, unit string) int {
	if len(name) > maxNameBytes {
		return 0
	}
	for i, letter := range name {
		before, size := utf8.DecodeLastRuneInString(name[:i])
		if !sheet.IsDigit(letter) || utf8.RuneCountInString(name[:i]) < minNameRunes || strings.ContainsRune("0123456789.,/~-〜−‐", ja.FoldRune(before)) {
			continue // inside a number, a rank or a range, or behind what may be a minus
		}
		if strings.ContainsRune("△▲約", before) {
			i -= size
		}
		reading := ja.ReadQuantity(name[i:], ja.Expect{})
		if figure := reading.Quantity; reading.Kind == ja.Numeric && (figure.FY != 0 || figure.Unit == unit && unit != "") {
			return i
		}
	}
	return 0
}

// mayHoldValue reports whether the name of a task may have run together with what is
// planned for the first year, whose cell is gone: the row has moved left then.
func (r *reader) mayHoldValue(name sheet.Token, values []sheet.Token) bool {
	if r.table.schedule == "" || !partsWords.In(ja.TrimSpace(name.Text)) {
		return false
	}
	if r.isNarrow() {
		return r.table.rowWidth == r.table.width-1
	}
	// Empty cells may have been added at the end of the row, where only the last year's
	// cell is empty.
	last := len(values) - 1
	return r.Grid.Layout == grid.Tabs && len(values) == len(r.table.years)-1 && last >= 0 &&
		values[last].Index == name.Index+int32(len(values)) && len(sheet.SplitFromRight(name, 1, true)) == 2 && !strings.HasSuffix(ja.Fold(name.Text), ")")
}
