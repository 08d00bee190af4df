package komaki

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// budgetState is the label and the year of the amounts that are being read.
type budgetState struct {
	label string
	// unit is that in brackets in the label: 予算額(千円).
	unit string
	fy   int
	// heads are the years over the amounts that follow.
	heads []budgetHead
}

// readBudget reads the line of 予算額.
func (r *reader) readBudget(l *line, label string) {
	r.budget = budgetState{label: label, fy: l.fy}
	r.budget.unit = sheet.LabelUnit(label)
	r.labelUpTo(l, l.rest)
	if r.bareOf != r.project {
		r.settleBare()
	}
	if r.budget.unit == "" {
		r.bare.NoteText(label)
	}
	r.readAmounts(r.gatherAmount(l.from(l.rest)))
}

// gatherAmount returns the cells with the lines below that go on in the last of
// them: a bracket is open there, or its unit follows.
func (r *reader) gatherAmount(cells []grid.Cell) []grid.Cell {
	for len(cells) > 0 && r.next < len(r.lines) {
		last := cells[len(cells)-1]
		next := &r.lines[r.next]
		if next.kind != plain || next.head > 0 || len(next.cells) > 1 || !continuesAmount(last.Text, next.first) {
			break
		}
		whole, ok := joinCells(r.Grid, last, next.cells[0])
		if !ok {
			break
		}
		cells = append(slices.Clone(cells[:len(cells)-1]), whole)
		r.next++
	}
	return cells
}

// maxAmountBytes is how long the amounts of a card may be.
const maxAmountBytes = 600

// continuesAmount reports whether a line goes on with the amount above it.
func continuesAmount(text, next string) bool {
	if len(text) > maxAmountBytes {
		return false
	}
	if sheet.OpenBrackets(text) > 0 {
		return sheet.OpenBrackets(next) < 0 || !strings.Contains(next, "。") && sheet.HasDigit(next)
	}
	first, _ := utf8.DecodeRuneInString(next)
	_, isMoney := ja.UnitMultiplier(next)
	return sheet.IsDigit(lastRune(text)) && (isMoney || sheet.IsDigit(first) || ja.FoldRune(first) == ',')
}

// readAmounts reads cells of amounts, and reports whether there were any.
func (r *reader) readAmounts(cells []grid.Cell) bool {
	cells, found := r.takeUnits(cells)
	if r.readBudgetHeads(cells) {
		return true
	}
	cells, years := r.underHeads(cells)
	for i, cell := range cells {
		if years != nil {
			r.budget.fy = years[i]
		}
		r.bare.NoteText(cell.Text)
		cell = r.TrimBold(cell)
		text := sheet.PlainText(cell.Text)
		if _, isUnit := ja.UnitMultiplier(text); isUnit {
			r.ReportLoneUnit(cell, r.budget.label)
			r.Skip(cell)
			found = true
			continue
		}
		if !mayHoldAmount(text) {
			continue
		}
		if len(text) == len(cell.Text) {
			found = r.addAmounts(text, cell, true) || found
			continue
		}
		if r.addAmounts(text, cell, false) {
			r.Grid.Claim(cell, grid.Value)
			found = true
		}
	}
	return found
}

// mayHoldAmount reports whether a text holds an amount, or the dash or the unit
// that stands in its place.
func mayHoldAmount(text string) bool {
	if strings.Contains(text, "。") {
		return false
	}
	_, word := findAmountWord(text)
	return sheet.HasDigit(text) || ja.IsDash(text) || word >= 0 && strings.Contains(text, "円")
}

// amountPart is an amount in a text, with the label that may stand before it.
type amountPart struct {
	start, from, end int // the label begins, the amount begins, the amount ends
	line             model.CostLine
	label            string
	fy               int
}

// cutAmounts finds the amounts of 115,580千円(債務負担行為 107,910千円). What
// stands in a bracket without a known word before it is left out.
func cutAmounts(text string, state budgetState) []amountPart {
	var found []amountPart
	for at := 0; at < len(text); {
		open, closed, end := sheet.NextBracket(text, at)
		found = cutOuter(found, text, at, open, &state)
		if open == len(text) {
			break
		}
		_, size := utf8.DecodeRuneInString(text[open:])
		if word, wordAt := findAmountWord(text[open+size : closed]); wordAt >= 0 {
			found = appendAmount(found, text, open+size+wordAt, closed, word, state.fy)
		} else if fy, ok := ja.ParseFiscalYear(text[open+size : closed]); ok && len(found) > 0 {
			found[len(found)-1].fy, found[len(found)-1].end = fy, end
		}
		at = end
	}
	return found
}

// cutOuter finds the amounts outside brackets, of one year after another:
// 5,454千円、債務負担行為 3,000千円.
func cutOuter(found []amountPart, text string, at, end int, state *budgetState) []amountPart {
	for at < end {
		behind := at + nextYear(text[at:end])
		found = cutYear(found, text, at, behind, state)
		at = behind
	}
	return found
}

// cutYear finds the amounts of one year.
func cutYear(found []amountPart, text string, at, end int, state *budgetState) []amountPart {
	from := at
	if fy, start, behind, isYear := ja.FindFiscalYear(text[at:end]); isYear && strings.Trim(text[at:at+start], " 　、,・") == "" {
		state.fy = fy
		from = sheet.SkipSigns(text, at+behind, ":")
	}
	word, wordAt := findAmountWord(text[at:end])
	main := end
	if wordAt >= 0 {
		main = at + wordAt
	}
	if from < main && amountGaps.TrimLeft(text[from:main]) != "" {
		found = append(found, amountPart{start: at, from: from, end: main, line: model.CostTotal, label: state.label, fy: state.fy})
	}
	if wordAt >= 0 {
		found = appendAmount(found, text, main, end, word, state.fy)
	}
	return found
}

// amountGaps are the signs between amounts.
var amountGaps = ja.NewCharacters(" 　、,，・;()（）[]［］〔〕\nうち内")

func appendAmount(found []amountPart, text string, start, end, word, fy int) []amountPart {
	from := amountStart(text, wordEndAt(text, start, amountLines[word].word))
	if from >= end {
		return found
	}
	return append(found, amountPart{start: start, from: from, end: end, line: amountLines[word].line, label: amountLines[word].word, fy: fy})
}

// addAmounts adds the amounts of a text. Where exact is set, the text is that of
// the cell, and each part of it is claimed for itself.
func (r *reader) addAmounts(text string, cell grid.Cell, exact bool) bool {
	amounts := cutAmounts(text, r.budget)
	claimed := 0
	left := cell // what is not claimed
	skipGap := func(end int) {
		if gap := left.Slice(0, end-claimed); gap.Text != "" && amountGaps.TrimLeft(gap.Text) == "" {
			r.Skip(gap)
		}
	}
	for _, amount := range amounts {
		at := cell.At
		if exact {
			part := left.Slice(amount.from-claimed, amount.end-claimed)
			at = part.At
			skipGap(amount.start)
			if amount.start < amount.from {
				r.Label(left.Slice(amount.start-claimed, amount.from-claimed))
			}
			r.Grid.Claim(part, grid.Value)
			left, claimed = left.From(amount.end-claimed), amount.end
		}
		r.addAmount(text[amount.from:amount.end], at, amount)
		r.budget.fy = amount.fy
	}
	if exact {
		skipGap(len(text))
	}
	return len(amounts) > 0
}

// amountStart skips what stands between a word and its amount: 額, a colon, a
// span of years.
func amountStart(text string, at int) int {
	for _, word := range [...]string{"限度額", "額"} {
		if strings.HasPrefix(text[at:], word) {
			at += len(word)
		}
	}
	at = sheet.SkipSigns(text, at, ":")
	if _, _, end, found := ja.YearRangeAtStart(text[at:]); found {
		at = sheet.SkipSigns(text, at+end, ":")
	}
	return at
}

// addAmount adds one amount. A dash and a unit alone are none; what can't be read
// is kept as printed.
func (r *reader) addAmount(text string, at model.Position, amount amountPart) {
	raw := strings.Trim(text, " 　、,・;\n")
	if ja.IsDash(raw) {
		return
	}
	cost := model.Cost{At: at, FY: amount.fy, Basis: model.BasisBudget, Line: amount.line, Label: amount.label, Raw: raw}
	expect := ja.Expect{Unit: r.budget.unit, Money: true}
	reading := ja.ReadQuantity(raw, expect)
	if reading.Kind != ja.Numeric {
		reading = ja.ReadQuantity(sheet.CloseGaps(raw), expect)
	}
	if reading.Kind == ja.LoneUnit {
		r.Report(model.CodeLoneUnit, at, amount.label, raw)
		return
	}
	cost.Yen = reading.Quantity.Yen
	if reading.Kind != ja.Numeric || cost.Yen.IsZero() {
		r.Report(model.CodeUnreadable, at, amount.label, raw, "an amount of money")
	}
	item := r.item(r.project)
	for i := max(0, len(item.Costs)-8); i < len(item.Costs); i++ {
		if known := &item.Costs[i]; known.Line == cost.Line && known.FY == cost.FY && known.Yen == cost.Yen && !cost.Yen.IsZero() {
			return
		}
	}
	if reading.Kind == ja.Numeric {
		r.bare.Note(len(item.Costs), reading.Quantity, r.budget.unit)
	}
	item.Costs = append(item.Costs, cost)
}

// settleBare settles the amounts of the last project that print no unit.
func (r *reader) settleBare() {
	if r.bareOf != none {
		costs := r.item(r.bareOf).Costs
		r.bare.Settle(r.Builder, func(index int) *model.Cost { return &costs[index] })
	}
	r.bare, r.bareOf = sheet.BareAmounts{}, r.project
}
