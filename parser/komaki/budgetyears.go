package komaki

import (
	"slices"
	"strconv"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// budgetHead is a year over a column of amounts.
type budgetHead struct {
	fy    int
	index int32
}

// readBudgetHeads reads a line of years, which are the heads of the amounts below, and
// reports whether it is one.
func (r *reader) readBudgetHeads(cells []grid.Cell) bool {
	words := budgetFields(cells)
	if len(words) < 2 {
		return false
	}
	heads := make([]budgetHead, len(words))
	for i, word := range words {
		fy, ok := ja.ParseFiscalYear(sheet.PlainText(word.Text))
		if !ok {
			return false
		}
		heads[i] = budgetHead{fy: fy, index: word.Index}
	}
	for _, word := range words {
		r.Grid.Claim(word, grid.Label)
	}
	r.budget.heads = heads
	return true
}

// budgetFields returns the words of the only cell of a line, or its cells.
func budgetFields(cells []grid.Cell) []grid.Cell {
	if len(cells) == 1 && len(cells[0].Text) <= maxAmountBytes {
		return wordsOf(cells[0])
	}
	return cells
}

// underHeads returns the amounts of a line below years, and the year of each: as many as
// there are years stand in order, others where the cells' places tell. Years is nil where
// neither does, or no years stand above.
func (r *reader) underHeads(cells []grid.Cell) (amounts []grid.Cell, years []int) {
	heads := r.budget.heads
	if heads == nil {
		return cells, nil
	}
	amounts = budgetFields(cells)
	if slices.ContainsFunc(amounts, func(cell grid.Cell) bool { return !sheet.IsNumberOrDash(sheet.PlainText(cell.Text)) }) {
		return cells, nil
	}
	r.budget.fy = 0
	years = make([]int, 0, len(amounts))
	// Cells lost at a row's end can't be told from those lost within it.
	showsGap := amounts[len(amounts)-1].Index == heads[len(heads)-1].index
	for i, amount := range amounts {
		at := i
		if len(amounts) != len(heads) {
			at = slices.IndexFunc(heads, func(head budgetHead) bool { return head.index == amount.Index })
			if !showsGap || len(cells) == 1 || r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows {
				at = none
			}
		}
		if at == none {
			r.Report(model.CodeYearUnknown, amount.At, r.budget.label, strconv.Itoa(len(amounts)), strconv.Itoa(len(heads)), headYears(heads))
			return amounts, make([]int, len(amounts))
		}
		years = append(years, heads[at].fy)
	}
	return amounts, years
}

func headYears(heads []budgetHead) string {
	names := make([]string, len(heads))
	for i, head := range heads {
		names[i] = sheet.Year(head.fy)
	}
	return strings.Join(names, ", ")
}

// nextYear returns where the next year begins that stands between two amounts with their
// units, the end of the text if none does: 令和6年度 7,000千円 令和7年度 7,100千円.
func nextYear(text string) int {
	for at := 0; at < len(text); {
		_, start, end, found := ja.FindFiscalYear(text[at:])
		if !found {
			break
		}
		begin := at + start
		at += end
		if strings.HasSuffix(amountGaps.TrimRight(text[:begin]), "円") && beginsWithMoney(text[at:]) {
			return begin
		}
	}
	return len(text)
}

// beginsWithMoney reports whether a text begins with an amount that has its unit, or a dash.
func beginsWithMoney(text string) bool {
	text = text[sheet.SkipSigns(text, 0, ":"):]
	if end := strings.IndexAny(text, " 　、・;(（\n"); end > 0 {
		text = text[:end]
	}
	return strings.HasSuffix(text, "円") && sheet.HasDigit(text) || ja.IsDash(text)
}
