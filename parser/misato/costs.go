package misato

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

// costBlock is what holds for the amounts that are read next.
type costBlock struct {
	// open is set between 歳出 and the next block.
	open  bool
	heads []sheet.CostHead
	// pending are amounts that stood in one cell with the last head.
	pending []sheet.Token
	// used is set behind the lines that the heads hold for, also where those are
	// blank: the next head begins anew.
	used bool
	// sets counts the heads of the part that is read which stand one behind another, each
	// with its amounts. The last of several does not hold for the next part: outdated is
	// set then, until that names its own.
	sets     int
	outdated bool
	// label and line are those of the row that was read last.
	label string
	line  model.CostLine
	unit  amountUnit
}

// close ends the block: what it says does not hold for what follows.
func (c *costBlock) close() {
	c.open, c.label, c.unit = false, "", amountUnit{}
}

// heading begins a part of the block, or goes on in one; the heads hold until
// the next ones.
func (c *costBlock) heading(k kind) {
	c.open = true
	if k == costPart {
		c.used, c.label = true, ""
		c.outdated, c.sets = c.outdated || c.sets > 1, 0
	}
}

// readCostHeads takes the heads that stand next.
func (r *reader) readCostHeads() {
	for r.Next < len(r.Tokens) {
		token := r.Tokens[r.Next]
		switch {
		case token.Label != sheet.NoLabel:
			return
		case r.readCostHead(token):
			r.Next++
		case r.readPartedHead(token, r.Next+1):
			r.Next += 2
		default:
			return
		}
	}
}

// readPartedHead takes a fiscal year and what its amounts are, which stand in the next
// cell: 令和4年度 | 決算.
func (r *reader) readPartedHead(year sheet.Token, next int) bool {
	if next >= len(r.Tokens) || len(r.Tokens[next].Text) > maxBasisBytes {
		return false
	}
	basis := r.Tokens[next]
	if _, end, isYear := sheet.ReadYear(year.Text, r.Calendar); !isYear || end < len(year.Text) {
		return false
	}
	whole := year.Text + basis.Text
	head, end, found := sheet.ReadCostHead(whole, r.Calendar)
	if !found || end < len(whole) {
		return false
	}
	r.addHead(head)
	r.Label(year.Cell)
	r.Label(basis.Cell)
	return true
}

// maxBasisBytes is how long 決算見込額 and its like may be.
const maxBasisBytes = 30

func (r *reader) addHead(head sheet.CostHead) {
	if r.costs.used || len(r.costs.heads) == 0 {
		r.costs.heads, r.costs.used = r.costs.heads[:0], false
		r.costs.sets++
	}
	r.costs.outdated = false
	r.costs.heads = append(r.costs.heads, head)
}

// readCostHead takes a token that is a head of amounts: a fiscal year with 決算
// or 予算. Where an amount stands joined behind it, that is taken too.
func (r *reader) readCostHead(token sheet.Token) bool {
	head, end, found := sheet.ReadCostHead(token.Text, r.Calendar)
	if !found {
		return false
	}
	r.addHead(head)
	r.Label(token.Slice(0, end))
	if open, closed, behind := sheet.NextBracket(token.Text, end); open == end && behind > closed && namesUnit(token.Text[open:behind]) {
		r.readAmountUnit(r.Label(token.Slice(open, behind)), token.At)
		end = behind
	}
	rest := sheet.Token{Cell: token.Slice(end, len(token.Text)), Row: token.Row, Joined: true}
	if rest.Text != "" && !r.readCostHead(rest) {
		r.costs.pending = append(r.costs.pending, sheet.SplitWords(rest)...)
	}
	return true
}

// readBracketedHead takes the head of amounts that stands in the brackets of a label:
// 歳出・歳入(令和4年度決算).
func (r *reader) readBracketedHead(label string) {
	if !ja.HasDigit(label) {
		return
	}
	open, closed, end := sheet.NextBracket(label, 0)
	if end <= closed {
		return
	}
	_, size := utf8.DecodeRuneInString(label[open:])
	inner := label[open+size : closed]
	if head, headEnd, found := sheet.ReadCostHead(inner, r.Calendar); found && headEnd == len(inner) {
		r.addHead(head)
	}
}

// readCost reads a line of the block: its own heads, if any, and its amounts.
func (r *reader) readCost(token sheet.Token, label string, line model.CostLine) {
	r.costs.open = true
	r.costs.label, r.costs.line = label, line
	r.readAmountUnit(label, token.At)
	r.costs.used = r.costs.used || len(r.costs.heads) > 0
	for r.Next < len(r.Tokens) && entryOf(r.Tokens[r.Next]).kind == costHeading {
		r.readAmountUnit(r.Label(r.Tokens[r.Next].Cell), r.Tokens[r.Next].At)
		r.Next++
	}
	r.readCostHeads()
	r.readAmountsFrom(token)
}

// readAmounts takes amounts whose first one is the token just passed.
func (r *reader) readAmounts(first sheet.Token) bool {
	if !isAmount(first.Text) {
		return false
	}
	r.Next--
	r.readAmountsFrom(r.Tokens[max(0, r.Next-1)])
	return true
}

// readAmountsFrom takes the amounts behind a token, one for each head: a year
// head between them closes the run.
func (r *reader) readAmountsFrom(before sheet.Token) {
	amounts := r.costs.pending
	r.costs.pending = nil
	if r.costs.outdated {
		r.costs.heads = r.costs.heads[:0]
	}
	for ; r.Next < len(r.Tokens); r.Next++ {
		token := r.Tokens[r.Next]
		words := []sheet.Token{token}
		if token.Label == sheet.NoLabel && !isAmount(token.Text) {
			words = sheet.SplitWords(token)
		}
		if token.Label != sheet.NoLabel || !allAmounts(words) {
			break
		}
		amounts = append(amounts, words...)
	}
	amounts = r.takeUnitCells(amounts)
	if len(amounts) < len(r.costs.heads) && len(amounts) > 0 {
		r.addSomeAmounts(before, amounts)
		return
	}
	r.addAmounts(amounts)
}

func allAmounts(words []sheet.Token) bool {
	for _, word := range words {
		if !isAmount(word.Text) {
			return false
		}
	}
	return true
}

// isAmount reports whether a cell can stand in a row of amounts.
func isAmount(text string) bool {
	reading := ja.ReadQuantity(closeThousands(ja.StripMarkup(text)), ja.Expect{Money: true})
	return reading.Kind == ja.Numeric || reading.Kind == ja.Dash || reading.Kind == ja.LoneUnit
}

// addAmounts adds one amount for each head in order. Where there are more than
// one head has, a merged cell's amount is repeated, or they are one in doubt; else
// no amount's year can be told.
func (r *reader) addAmounts(amounts []sheet.Token) {
	heads := r.costs.heads
	if len(heads) == 1 && len(amounts) > 1 {
		r.addRepeated(amounts, heads[0])
		return
	}
	if len(heads) == 0 && len(amounts) > 1 && r.Grid.Layout == grid.Blanks && amounts[0].Row != amounts[1].Row {
		r.addRepeated(amounts, sheet.CostHead{}) // of several labels, as lines without columns
		return
	}
	if len(heads) == 0 && len(amounts) == 1 {
		r.addHeadless(amounts[0])
		return
	}
	tellable := len(amounts) <= max(1, len(heads))
	for i, amount := range amounts {
		head := sheet.CostHead{}
		if tellable && i < len(heads) {
			head = heads[i]
		}
		r.addAmount(amount, head)
	}
	if !tellable {
		r.Report(model.CodeYearUnknown, amounts[0].At, r.costs.label,
			strconv.Itoa(len(amounts)), strconv.Itoa(len(heads)), "決算, 予算")
	}
	if len(amounts) > 0 {
		r.costs.used = true
	}
}

// addHeadless adds an amount over which no head stands: its year and whether it is
// settled can't be told.
func (r *reader) addHeadless(amount sheet.Token) {
	if r.readAmount(amount).Kind == ja.Numeric && r.costs.label != "" {
		r.Report(model.CodeYearUnreadable, amount.At, r.costs.label, ja.StripMarkup(amount.Text))
	}
	r.addAmount(amount, sheet.CostHead{})
	r.costs.used = true
}

// addRepeated adds the amounts that stand where one belongs: a merged cell's,
// repeated over its span, is one; different ones are kept as printed.
func (r *reader) addRepeated(amounts []sheet.Token, head sheet.CostHead) {
	r.costs.used = true
	var different []sheet.Token
	for _, amount := range amounts {
		if reading := r.readAmount(amount); reading.Kind != ja.Numeric ||
			slices.ContainsFunc(different, func(other sheet.Token) bool { return other.Text == amount.Text }) {
			r.Skip(amount.Cell)
		} else {
			different = append(different, amount)
		}
	}
	switch len(different) {
	case 0:
		return
	case 1:
		r.addAmount(different[0], head)
		return
	}
	if r.costs.label == "" {
		return
	}
	raw := make([]string, len(different))
	for i, amount := range different {
		raw[i] = r.Value(amount.Cell)
	}
	cost := model.Cost{
		At: different[0].At, FY: head.FY, Basis: head.Basis, Line: r.costs.line, Label: r.costs.label,
		Raw: strings.Join(raw, " "),
	}
	r.Report(model.CodeTwoAmounts, cost.At, cost.Label, cost.Raw)
	r.item.Costs = append(r.item.Costs, cost)
}

// addSomeAmounts adds fewer amounts than there are heads. The empty cells tell
// which are missing where all cells of the row are there.
func (r *reader) addSomeAmounts(before sheet.Token, amounts []sheet.Token) {
	heads := r.costs.heads
	known := r.Grid.Layout == grid.PipeCells && before.Row == amounts[0].Row && r.Next < len(r.Tokens) &&
		r.Tokens[r.Next].Row == before.Row && int(r.Tokens[r.Next].Index-before.Index) == len(heads)+1
	for _, amount := range amounts {
		head := sheet.CostHead{Basis: sheet.CommonBasis(heads)}
		column := int(amount.Index-before.Index) - 1
		if aligned := r.columnOf(amount); aligned >= 0 {
			column = aligned
		} else if !known {
			column = -1
		}
		if column >= 0 && column < len(heads) {
			head = heads[column]
		} else {
			r.Report(model.CodeYearUnknown, amount.At, r.costs.label,
				strconv.Itoa(len(amounts)), strconv.Itoa(len(heads)), "決算, 予算")
		}
		r.addAmount(amount, head)
	}
	r.costs.used = true
}

// columnOf returns the head that stands in the amount's own column, where the
// layout has rows; -1 where none does.
func (r *reader) columnOf(amount sheet.Token) int {
	if r.Grid.Layout == grid.PipeCells || r.Grid.Layout == grid.Blanks {
		return -1
	}
	for back := r.Next - 1; back >= 0; back-- {
		if _, _, isHead := sheet.ReadCostHead(r.Tokens[back].Text, r.Calendar); !isHead || r.Tokens[back].Row == amount.Row {
			continue
		}
		row := r.Tokens[back].Row
		for first := back; first >= 0 && r.Tokens[first].Row == row; first-- {
			back = first
		}
		column := 0
		for i := back; i < len(r.Tokens) && r.Tokens[i].Row == row; i++ {
			if _, _, isHead := sheet.ReadCostHead(r.Tokens[i].Text, r.Calendar); !isHead {
				continue
			}
			if r.Tokens[i].Index == amount.Index {
				return column
			}
			column++
		}
		return -1
	}
	return -1
}

func (r *reader) addAmount(amount sheet.Token, head sheet.CostHead) {
	reading := r.readAmount(amount)
	if reading.Kind != ja.Numeric {
		r.Skip(amount.Cell)
		return
	}
	if r.costs.label == "" {
		return // of no line of the block: it stays unmapped
	}
	raw := r.Value(amount.Cell)
	r.bare.Note(len(r.item.Costs), reading.Quantity, r.costs.unit.printed)
	if unit := &r.costs.unit; !unit.named && reading.Quantity.Unit == "" {
		unit.assumed = append(unit.assumed, len(r.item.Costs))
	}
	if reading.Quantity.Yen.IsZero() && (r.costs.unit.printed != "" || !r.costs.unit.named || reading.Quantity.Unit != "") {
		r.Report(model.CodeUnreadable, amount.At, r.costs.label, raw, "an amount in whole yen")
	}
	r.item.Costs = append(r.item.Costs, model.Cost{
		At: amount.At, FY: head.FY, Basis: head.Basis, Line: r.costs.line, Label: r.costs.label,
		Yen: reading.Quantity.Yen, Raw: raw,
	})
}
