package isehara

import (
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
	split, joined := sheet.SplitRow(row, wanted, wordsAreValues, r.isNarrow())
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
		before, _ := utf8.DecodeLastRuneInString(name[:i])
		if !sheet.IsDigit(letter) || utf8.RuneCountInString(name[:i]) < minNameRunes || strings.ContainsRune("0123456789.,", ja.FoldRune(before)) {
			continue
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
