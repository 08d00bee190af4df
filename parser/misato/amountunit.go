package misato

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// amountUnit is the unit of money that a block of costs names for its amounts: in a
// caption, a label or a head. The zero value is yen.
type amountUnit struct {
	// named is set where the block names a unit.
	named bool
	// printed is that unit; empty where it is no unit of money: then the amounts
	// that name none of their own have no yen.
	printed string
	// assumed are the indexes of the costs that were taken for yen, as nothing
	// above them names a unit.
	assumed []int
}

// unitWord is what a unit is printed behind, understood or not.
const unitWord = "単位"

// namesUnit reports whether a text of the block names a unit for its amounts.
func namesUnit(text string) bool {
	unit := sheet.LabelUnit(text)
	return unit != "" && (sheet.IsMoneyUnit(unit) || !ja.IsUnit(unit)) || strings.Contains(text, unitWord)
}

// readAmountUnit takes the unit that a caption, a label or a head of the block
// names, if any. Amounts above it that were taken for yen are in doubt then.
func (r *reader) readAmountUnit(text string, at model.Position) {
	if !namesUnit(text) {
		return
	}
	printed := sheet.LabelUnit(text)
	known := sheet.IsMoneyUnit(printed)
	if !known {
		printed = ""
		r.Report(model.CodeUnreadable, at, unitWord, ja.StripMarkup(text), "a unit of money such as 千円")
	}
	if yen, _ := ja.UnitMultiplier(printed); yen != 1 || !known {
		for _, index := range r.costs.unit.assumed {
			cost := &r.item.Costs[index]
			r.Report(model.CodeUnreadable, cost.At, cost.Label, cost.Raw, "an amount with its unit above it, not below: "+ja.StripMarkup(text))
			cost.Yen = model.Yen{}
		}
	}
	r.costs.unit = amountUnit{named: true, printed: printed}
}

// readUnitCaption takes a cell of the block that only names the unit.
func (r *reader) readUnitCaption(token sheet.Token) bool {
	if !r.costs.open && !r.costsFollow() || !sheet.IsUnitCaption(token.Text) {
		return false
	}
	r.readAmountUnit(r.Label(token.Cell), token.At)
	return true
}

// costsFollow reports whether the block of costs begins with the next token.
func (r *reader) costsFollow() bool {
	if r.Next >= len(r.Tokens) {
		return false
	}
	k := entryOf(r.Tokens[r.Next]).kind
	return k == costPart || k == cost
}

// readAmount reads a cell as an amount in the unit of the block.
func (r *reader) readAmount(amount sheet.Token) ja.Reading {
	expect := ja.Expect{Money: true}
	if r.costs.unit.named {
		expect = ja.Expect{Unit: r.costs.unit.printed}
	}
	return ja.ReadQuantity(closeThousands(ja.StripMarkup(amount.Text)), expect)
}

// closeThousands removes the blanks that line wraps left beside the commas of an amount:
// 58,120, 400.
func closeThousands(text string) string {
	if strings.Contains(text, ", ") || strings.Contains(text, " ,") {
		return sheet.CloseGaps(text)
	}
	return text
}

// captionFollows reports whether the next token is the caption over the block of
// costs.
func (r *reader) captionFollows() bool {
	if r.Next+1 >= len(r.Tokens) || !sheet.IsUnitCaption(r.Tokens[r.Next].Text) {
		return false
	}
	k := entryOf(r.Tokens[r.Next+1]).kind
	return k == costPart || k == cost
}

// readCostUnit takes the unit behind the label 単位 where it stands in the block of
// costs.
func (r *reader) readCostUnit() {
	if value, found := r.NextValue(); found {
		r.readAmountUnit(unitWord+":"+r.Label(value.Cell), value.At)
	}
}

// takeUnitCells takes the unit of money that stands in cells of its own among the
// amounts of a row: it is theirs, whether its number is lost or stands before it.
// Where each amount has one, the amounts alone are given back.
func (r *reader) takeUnitCells(amounts []sheet.Token) []sheet.Token {
	printed, units := "", 0
	for i, amount := range amounts {
		if text := ja.StripMarkup(amount.Text); isMoneyUnit(text) {
			if printed = text; i > 0 && i%2 == 1 {
				units++
			}
		}
	}
	if printed == "" {
		return amounts
	}
	if ja.Key(printed) != ja.Key(r.costs.unit.printed) {
		r.readAmountUnit(unitWord+":"+printed, amounts[0].At)
	}
	if 2*units != len(amounts) {
		return amounts
	}
	kept := make([]sheet.Token, 0, units)
	for i, amount := range amounts {
		if i%2 == 0 {
			kept = append(kept, amount)
		} else {
			r.Skip(amount.Cell)
		}
	}
	return kept
}

func isMoneyUnit(text string) bool {
	return sheet.IsMoneyUnit(text) && !ja.HasDigit(text)
}
