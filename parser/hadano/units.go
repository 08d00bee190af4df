package hadano

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// printedUnit is a unit that holds for all figures below it that have none.
type printedUnit struct {
	unit string
	// caption is the line that says nothing else: it is claimed where an amount
	// takes its unit from it.
	caption piece
	claimed bool
}

// readUnitCaption reads a line that says in which unit the amounts below it stand.
func (r *reader) readUnitCaption() bool {
	w := r.row
	if len(w.pieces) != 1 || w.first() != noLabel || !sheet.IsUnitCaption(w.pieces[0].Text) || isOutside(w.pieces[0].Text) {
		return false
	}
	r.unit = printedUnit{unit: sheet.LabelUnit(w.pieces[0].Text), caption: w.pieces[0]}
	r.rowUnit = ""
	return true
}

// findNoteUnit finds the unit that a note gives for all amounts of the sheet.
func (r *reader) findNoteUnit(text string) {
	if !strings.Contains(text, "単位") || !isNote(text) {
		return
	}
	_, behind, _ := strings.Cut(text, "単位")
	behind = strings.TrimLeft(behind, "は:： 、")
	end := strings.Index(behind, "円")
	if end < 0 {
		return
	}
	if unit := behind[:end+len("円")]; sheet.IsMoneyUnit(unit) {
		r.unit = printedUnit{unit: unit, claimed: true}
	}
}

// readLabelUnit reads the unit that a label of figures has in brackets, which holds
// for those behind it and, from the head of a block, for the rows below.
func (r *reader) readLabelUnit(own *item, p piece) {
	if unit := sheet.LabelUnit(p.Text); unit != "" {
		r.setUnit(own, p, unit)
	}
}

// setUnit sets the unit of the figures of a block. That of amounts must be money.
func (r *reader) setUnit(own *item, p piece, unit string) {
	if r.figures != indicatorHead {
		if r.rowUnit = unit; !sheet.IsMoneyUnit(unit) {
			r.Report(model.CodeUnreadable, p.At, effectName, p.Text, "a unit of money")
		}
		return
	}
	if i := own.indicatorAt(p); i.Unit == "" && ja.IsUnit(unit) {
		i.Unit = ja.Fold(unit)
	}
}

// readUnitCell reads the unit that stands in a cell of its own before 目標 or 実績.
func (r *reader) readUnitCell(own *item, p piece) bool {
	unit := sheet.LabelUnit(p.Text)
	if text := ja.StripMarkup(p.Text); unit == "" && ja.IsUnit(text) {
		unit = text
	}
	if unit == "" || r.figures != indicatorHead && !sheet.IsMoneyUnit(unit) {
		return false
	}
	r.claimLabel(p)
	r.setUnit(own, p, unit)
	return true
}

// findUnitBeside finds the unit that stands in a cell of its own beside the plan's
// figure, which has none: the row's others have none either.
func (r *reader) findUnitBeside(own *item, cells []piece) {
	bare, unit := false, piece{}
	for _, p := range cells {
		v := r.newFigure(p)
		bare = bare || v.kind == ja.Numeric && v.unit == ""
		if v.kind == ja.LoneUnit {
			unit = p
		}
	}
	text := ja.StripMarkup(unit.Text)
	if bare && text != "" && (r.figures == indicatorHead || sheet.IsMoneyUnit(text)) {
		r.setUnit(own, unit, text)
	}
}

// amountUnit returns the unit of the amounts that print none, empty where none is
// printed for them: then they are yen.
func (r *reader) amountUnit() string {
	if r.rowUnit != "" {
		return r.rowUnit
	}
	return r.unit.unit
}

// claimUnit claims the caption whose unit an amount has taken. An unknown unit is
// reported once.
func (r *reader) claimUnit() {
	if r.rowUnit != "" || r.unit.unit == "" || r.unit.claimed {
		return
	}
	r.unit.claimed = true
	r.Grid.Claim(r.unit.caption.Cell, grid.Label)
	if !sheet.IsMoneyUnit(r.unit.unit) {
		r.Report(model.CodeUnreadable, r.unit.caption.At, effectName, r.unit.caption.Text, "a unit of money")
	}
}
