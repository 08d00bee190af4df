package sheet

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
)

// BareAmounts are the costs of a block that print no unit and have none from a
// caption, a label or a head. They are yen, unless another amount of the block prints
// a unit that is not yen: then it can't be told.
type BareAmounts struct {
	// indexes are those of the costs in their list.
	indexes []int
	// inOther is set where an amount of the block prints a unit that is not yen.
	inOther bool
}

// Note remembers the amount of the cost at an index. unit is what a caption, a label or
// a head names for it, empty where none does.
func (b *BareAmounts) Note(index int, amount model.Quantity, unit string) {
	if amount.Unit != "" {
		unit = amount.Unit
	}
	if unit != "" {
		multiplier, isMoney := ja.UnitMultiplier(unit)
		b.inOther = b.inOther || isMoney && multiplier != 1
		return
	}
	if !amount.Number.IsZero() && amount.Yen.Amount() != 0 {
		b.indexes = append(b.indexes, index)
	}
}

// NoteText remembers that a text beside the amounts speaks of a unit that is not yen,
// whether the amounts take it or not.
func (b *BareAmounts) NoteText(text string) {
	if !b.inOther && strings.Contains(text, "円") {
		b.inOther = strings.Contains(text, "千円") || strings.Contains(text, "万円") || strings.Contains(text, "億円")
	}
}

// Settle takes the yen from the costs whose unit can't be told, and reports each.
// Nothing in yen is nothing in any unit, and stays.
func (b *BareAmounts) Settle(builder *Builder, cost func(index int) *model.Cost) {
	if !b.inOther {
		return
	}
	for _, index := range b.indexes {
		own := cost(index)
		if own.Yen.IsZero() {
			continue // in doubt for another reason, which has been reported
		}
		own.Yen = model.Yen{}
		builder.Report(model.CodeUnreadable, own.At, own.Label, own.Raw, "an amount with its unit, as elsewhere in the block")
	}
}
