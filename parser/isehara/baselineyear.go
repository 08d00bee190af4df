package isehara

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

// yearBrackets are the brackets in which the year of a value stands.
var yearBrackets = ja.NewCharacters("(（")

// isOwnYear reports whether a cell is nothing but a year or date in brackets: (令和2年度).
// It is that of the value before it, no head of a column and no name.
func (f *facts) isOwnYear(text string) bool {
	if first, _ := utf8.DecodeRuneInString(text); len(text) > maxYearCell || !yearBrackets.Has(first) {
		return false
	}
	own := f.texts.Of(text)
	if own.asked&whatOwnYear == 0 {
		own.asked |= whatOwnYear
		if inner, isBracketed := ja.TrimBrackets(ja.StripMarkup(text)); isBracketed && !yearBrackets.In(inner) {
			reading := ja.ReadQuantity("0"+text, ja.Expect{})
			own.isOwnYear = reading.Kind == ja.Numeric && reading.Quantity.Note == "" && (reading.Quantity.FY != 0 || !reading.Quantity.AsOf.IsZero())
		}
	}
	return own.isOwnYear
}

// leadingOwnYear returns where the year in brackets ends with which a cell begins, 0
// where it begins with none or holds nothing else.
func (r *reader) leadingOwnYear(text string) int {
	if first, _ := utf8.DecodeRuneInString(text); len(text) > maxYearCell || !yearBrackets.Has(first) {
		return 0
	}
	_, _, end := sheet.NextBracket(text, 0)
	if end == len(text) || !beginsWithBlank(text[end:]) || !r.isOwnYear(text[:end]) {
		return 0
	}
	return end
}

// yearBelow adds the line below to a row of indicators that it goes on with: it begins
// with the year of the 現状値 in brackets, alone or with the values of the years behind
// it, which the row lacks then.
func (r *reader) yearBelow(row []sheet.Token) []sheet.Token {
	if r.table.values == "" || len(r.table.years) == 0 || r.Next >= len(r.Tokens) || len(r.Grid.Rows[row[0].Row].Cells) < len(row) {
		return row
	}
	last := row[len(row)-1]
	below := r.Tokens[r.Next]
	if below.Label != sheet.NoLabel || below.Row != last.Row+1 || below.PageBreak {
		return row
	}
	if first, _ := utf8.DecodeRuneInString(below.Text); !yearBrackets.Has(first) {
		return row
	}
	at := r.leadingOwnYear(below.Text)
	if at == 0 && !r.isOwnYear(below.Text) {
		return row
	}
	next := r.Next
	more := r.RowValues(below)
	if r.Next < len(r.Tokens) && r.Tokens[r.Next].Row == below.Row {
		r.Next = next
		return row // a label stands in the line
	}
	if at > 0 {
		more = slices.Concat(sheet.SplitWords(below), more[1:])
	}
	isAlone := len(more) == 1
	switch {
	case isAlone && r.Grid.Layout == grid.Blanks && len(row) > 1:
		return r.insertBelow(row, more[0])
	case isAlone && len(row) == 1:
		r.Next = next
		return row
	case !isAlone && !(r.table.baseline && len(r.splitRow(row, 2, false)) == 2 && len(more) == 1+len(r.table.years) && sheet.AllFigures(more[1:])):
		r.Next = next
		return row
	case isAlone && r.Grid.Layout == grid.Tabs && below.Index > 0:
		return r.insertBelow(row, more[0])
	}
	r.Report(model.CodeBrokenLine, below.At, below.Text, strconv.Itoa(r.cellsPerRow()))
	joined := append(make([]sheet.Token, 0, len(row)+len(more)), row...)
	if !isAlone {
		joined = slices.Clone(r.splitRow(row, 2, false))
	}
	for _, token := range more {
		token.Row, token.Index = last.Row, token.Index+last.Index+1
		joined = append(joined, token)
	}
	r.table.rowWidth = max(r.table.rowWidth, int(joined[len(joined)-1].Index)+1)
	return joined
}

// bracketBelow adds a bracket that stands alone in the line below a whole row to its last
// cell: the line end stands inside that.
func (r *reader) bracketBelow(row []sheet.Token) []sheet.Token {
	if r.Grid.Layout != grid.Tabs || len(r.table.years) == 0 || r.Next >= len(r.Tokens) || len(row) < 2 {
		return row
	}
	last, below := row[len(row)-1], r.Tokens[r.Next]
	if first, _ := utf8.DecodeRuneInString(below.Text); !yearBrackets.Has(first) || below.Label != sheet.NoLabel || below.Index != 0 ||
		len(below.Text) > maxYearCell || !r.standsAlone(below) {
		return row
	}
	above := &r.Grid.Rows[last.Row]
	if _, isBracket := ja.TrimBrackets(below.Text); !isBracket || int(below.Row) != int(last.Row)+1 || r.Grid.Rows[below.Row].Line != above.Line+1 ||
		int(last.Index) != above.Width-1 || r.yearHeads(row) != nil {
		return row
	}
	r.Next++
	r.Report(model.CodeBrokenLine, below.At, below.Text, strconv.Itoa(r.table.headWidth))
	return sheet.JoinLine(r.Grid, row, []sheet.Token{below})
}

// insertBelow puts the year in brackets behind the value of the row under which it
// stands.
func (r *reader) insertBelow(row []sheet.Token, year sheet.Token) []sheet.Token {
	for i, value := range row {
		isUnder := value.Index == year.Index
		if r.Grid.Layout == grid.Blanks {
			isUnder = value.Index < year.Index+r.Grid.WidthOf(year.Cell) && year.Index < value.Index+r.Grid.WidthOf(value.Cell)
		}
		if isUnder {
			year.Row = value.Row
			return slices.Insert(slices.Clone(row), i+1, year)
		}
	}
	return row
}

// takeOwnYears takes the years in brackets out of a row that stand in cells of their own,
// for the values before them.
func (r *reader) takeOwnYears(row []sheet.Token) []sheet.Token {
	if !slices.ContainsFunc(row, func(token sheet.Token) bool { return r.isOwnYear(token.Text) }) || len(row) > 1 && r.yearHeads(row) != nil {
		return row
	}
	if r.table.baseline && len(row) > 1 && r.isOwnYear(row[1].Text) {
		if parts := sheet.SplitFromRight(row[0], 1, false); len(parts) == 2 {
			row = slices.Concat(parts, row[1:])
		}
	}
	kept := make([]sheet.Token, 0, len(row))
	moved := int32(0)
	for _, token := range row {
		last := len(kept) - 1
		switch {
		case !r.isOwnYear(token.Text):
			token.Index -= moved
			kept = append(kept, token)
		case last >= 1 && sheet.HasDigit(kept[last].Text) && !strings.HasSuffix(ja.Fold(kept[last].Text), ")"):
			if r.table.ownYears == nil {
				r.table.ownYears = map[int32]sheet.Token{}
			}
			r.table.ownYears[kept[last].Offset] = token
			if token.Index == kept[last].Index+1+moved && r.Grid.Layout != grid.Blanks {
				moved++
			}
		case len(row) == 1 && r.repeatsYear(token):
			r.Label(token.Cell)
		default:
			r.Report(model.CodeColumnUnknown, token.At, r.table.label, token.Text, "a value before it")
		}
	}
	r.table.rowWidth -= int(moved)
	return kept
}

// repeatsYear reports whether the year in brackets writes a head of years right above it
// in another way: 令和4年度 (2022年度).
func (r *reader) repeatsYear(token sheet.Token) bool {
	fy, ok := r.Calendar.ParseFiscalYear(ja.StripMarkup(token.Text))
	return ok && r.table.newYears && slices.ContainsFunc(r.table.years, func(head yearHead) bool { return head.fy == fy })
}

// addValue adds a value, with the year in brackets that stands in a cell of its own.
func (r *reader) addValue(indicator *model.Indicator, fy int, measure model.ValueMeasure, value sheet.Token) {
	year, hasYear := r.table.ownYears[value.Offset]
	if !hasYear {
		r.AddValue(indicator, fy, measure, value.Cell, r.table.years[0].fy)
		return
	}
	reading := ja.ReadQuantity(value.Text+" "+year.Text, ja.Expect{Unit: indicator.Unit, NearFY: r.table.years[0].fy})
	r.AddReading(indicator, fy, measure, value.Cell, &reading)
	r.Grid.Claim(year.Cell, grid.Value)
}
