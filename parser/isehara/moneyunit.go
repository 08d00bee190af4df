package isehara

import (
	"cmp"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// bareAmount is an amount beside which no unit is printed, and the rows of the
// item that hold it. It is taken for yen until all of the block is read.
type bareAmount struct {
	at         model.Position
	label, raw string
	number     model.Number
	// cost and staffing are indexes, -1 for none; fy is that of a unit cost where
	// isUnitCost is set.
	cost, staffing int
	fy             int
	isUnitCost     bool
	// unit is that of its block.
	unit string
}

// readUnitCaption takes a caption such as (単位:千円), which names the unit of all
// amounts of the block, also of those above it.
func (r *reader) readUnitCaption(token sheet.Token) bool {
	if !sheet.IsUnitCaption(token.Text) {
		return false
	}
	r.Label(token.Cell)
	r.money.blockUnit = r.labelUnitOf(token.Text)
	return true
}

// yenOf returns an item's amount in the unit of its own, else in that of its head
// or of its row. One that has none of them is yen, unless others in the row have
// theirs; whether it stays so is seen when all of the block is read.
func (r *reader) yenOf(label, headUnit string, i *item, place bareAmount) model.Yen {
	if !i.quantity.Yen.IsZero() && i.unit != "" {
		r.notePrinted(i.unit)
		return i.quantity.Yen
	}
	unit := cmp.Or(i.unit, r.money.rowUnit, headUnit, place.unit)
	if unit == "" {
		switch nothing, err := model.YenOf(i.quantity.Number, 1); {
		case err == nil && nothing.Amount() == 0:
			return nothing // in any unit
		case haveMoney(r.items):
			r.Report(model.CodeUnreadable, i.cells[0].At, label, i.raw, "an amount with its unit, as elsewhere in the row")
			return model.Yen{}
		}
		unit = "円"
		place.at, place.label, place.raw, place.number = i.cells[0].At, label, i.raw, i.quantity.Number
		r.money.bare = append(r.money.bare, place)
	}
	if multiplier, isMoney := ja.UnitMultiplier(unit); isMoney {
		if yen, err := model.YenOf(i.quantity.Number, multiplier); err == nil {
			r.notePrinted(unit)
			return yen
		}
	}
	r.Report(model.CodeUnreadable, i.cells[0].At, label, i.raw, "an amount in whole yen")
	return model.Yen{}
}

// notePrinted remembers a unit that is not yen.
func (r *reader) notePrinted(unit string) {
	if multiplier, isMoney := ja.UnitMultiplier(unit); isMoney && multiplier != 1 {
		r.money.printed = unit
	}
}

// settleBare gives the amounts without a unit that of the block. Where a caption
// names none and other amounts have one that is not yen, it can't be told; nor can
// that of a cost per head under a caption.
func (r *reader) settleBare() {
	for n := range r.money.bare {
		bare := &r.money.bare[n]
		multiplier, known := ja.UnitMultiplier(r.money.blockUnit)
		switch {
		case r.money.blockUnit == "" && r.money.printed == "" || known && multiplier == 1:
			continue // yen
		case known && !bare.isUnitCost:
			if yen, err := model.YenOf(bare.number, multiplier); err == nil {
				r.setYen(bare, yen)
				continue
			}
		}
		r.setYen(bare, model.Yen{})
		r.Report(model.CodeUnreadable, bare.at, bare.label, bare.raw, "an amount with its unit, as elsewhere in the block")
	}
}

func (r *reader) setYen(bare *bareAmount, yen model.Yen) {
	switch {
	case bare.isUnitCost:
		r.unitCostOf(bare.fy).Yen = yen
	case bare.cost < len(r.item.Costs):
		r.item.Costs[bare.cost].Yen = yen
	}
	if bare.staffing >= 0 {
		r.item.Staffing[bare.staffing].Yen = yen
	}
}
