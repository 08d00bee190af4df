package isehara

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// unitColumn is a column of the block of costs that says in each row what its figures
// are in: 人, 千円. Its zero is none.
type unitColumn struct{ row, index int32 }

// beginsUnits begins the column of units where 単位 stands before the heads of years, in
// their row. They are read as ever.
func (r *reader) beginsUnits(token sheet.Token, values []sheet.Token) bool {
	if len(values) == 0 || token.Index == 0 || r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows {
		return false
	}
	if head, isHead := r.moneyHeadOf(values[0].Text); !isHead || head.Basis == "" {
		return false
	}
	r.money.units = unitColumn{row: token.Row, index: token.Index}
	r.Next -= len(values)
	return true
}

// takeRowUnit takes the cell of the column of units from the figures of a row.
func (r *reader) takeRowUnit(values []sheet.Token) []sheet.Token {
	m := &r.money
	m.cellUnit = ""
	if m.units == (unitColumn{}) || m.units.row != m.headRow || len(values) == 0 || values[0].Index != m.units.index || sheet.HasDigit(values[0].Text) {
		return values
	}
	unit := ja.Fold(ja.StripMarkup(values[0].Text))
	if ja.IsDash(unit) {
		r.Skip(values[0].Cell)
		return values[1:]
	}
	r.Label(values[0].Cell)
	m.cellUnit, m.unit = unit, unit
	return values[1:]
}

// giveUnit gives the figures of a row the unit that stands in the column of units.
func (m *moneyTable) giveUnit(items []item) {
	if m.cellUnit == "" {
		return
	}
	for n := range items {
		if items[n].unit == "" {
			items[n].unit = m.cellUnit
		}
	}
}

// soleUnit returns the unit that a label names in brackets, and nothing else with it:
// 正規職員(人), but not (人・千円).
func (r *reader) soleUnit(label string) string {
	unit := r.labelUnitOf(label)
	if unit == "" {
		return ""
	}
	before, isLast := strings.CutSuffix(strings.TrimRight(ja.Fold(label), ")]〕】 "), unit)
	if !isLast || !strings.HasSuffix(before, "(") && !strings.HasSuffix(before, "[") && !strings.HasSuffix(before, "〔") && !strings.HasSuffix(before, "【") {
		return ""
	}
	return unit
}

// leaveUnknownStaff reports the figures of a row that has one for each year, where neither
// they nor their heads say whether they are people or money, and leaves them. The heads are
// right above them, and have no room for both.
func (r *reader) leaveUnknownStaff(label string, items []item) bool {
	m := &r.money
	if len(items) > len(m.heads) || m.label.Text != "" && !m.standUnderHeads(items) || r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows || m.headsPeople() {
		return false
	}
	figures, isWhole := 0, true
	for n := range items {
		switch {
		case items[n].unit != "":
			return false
		case !items[n].lost:
			figures++
			isWhole = isWhole && !strings.ContainsAny(items[n].raw, ".．")
		}
	}
	if figures == 0 {
		return false
	}
	if unit := unknownHead(m.heads).unit; unit != "" && isWhole {
		m.cellUnit = unit // 実績(千円)
		m.giveUnit(items)
		return false
	}
	for n := range items {
		if !items[n].lost {
			r.Report(model.CodeUnreadable, items[n].cells[0].At, label, items[n].raw, "people or an amount, with its unit")
		}
	}
	return true
}

// standUnderHeads reports whether each figure stands in the column of a head, and the heads
// side by side: they are no wider.
func (m *moneyTable) standUnderHeads(items []item) bool {
	first := m.heads[0].index
	for n := range m.heads {
		if m.heads[n].index != first+int32(n) {
			return false
		}
	}
	for n := range items {
		if items[n].index < first || items[n].end >= first+int32(len(m.heads)) {
			return false
		}
	}
	return true
}

// countedAlone returns the index of the people whose money stands in a row of its own, as
// its unit says; -1 where there are none.
func (r *reader) countedAlone(category model.StaffingCategory, fy int) int {
	if r.money.cellUnit == "" || fy == 0 {
		return -1
	}
	for n := range r.item.Staffing {
		if own := &r.item.Staffing[n]; own.Category == category && own.FY == fy && own.Yen.IsZero() {
			return n
		}
	}
	return -1
}

// headsPeople reports whether one of the heads says that people stand under it: 実績(人).
func (m *moneyTable) headsPeople() bool {
	for n := range m.heads {
		if unit := m.heads[n].unit; unit != "" && !sheet.IsMoneyUnit(unit) {
			return true
		}
	}
	return false
}

// addStaffingUnder adds a row of people and their money, which the heads tell apart.
func (r *reader) addStaffingUnder(label string, e *entry, groups [][]item) {
	var people, money [][]item
	var peopleHeads, moneyHeads []moneyHead
	for i, head := range r.money.heads {
		if head.unit != "" && !sheet.IsMoneyUnit(head.unit) {
			people, peopleHeads = append(people, groups[i]), append(peopleHeads, head)
		} else {
			money, moneyHeads = append(money, groups[i]), append(moneyHeads, head)
		}
	}
	r.addStaffMoney(label, e, money, moneyHeads, r.addPeopleRows(label, e, people, peopleHeads, nil))
}

// moneyUnitOf returns the unit of money that a heading names for what stands below it:
// コスト(単位:千円).
func (r *reader) moneyUnitOf(label string) string {
	if !strings.Contains(label, "円") {
		return ""
	}
	if unit := r.labelUnitOf(label); sheet.IsMoneyUnit(unit) {
		return unit
	}
	return ""
}

// noteCaption remembers the unit that a line names which no rule knows: amounts without
// one may be in that.
func (r *reader) noteCaption(token sheet.Token) {
	if len(token.Text) <= maxUnitCaption && strings.Contains(token.Text, "円") && strings.Contains(token.Text, "単位") {
		r.notePrinted(r.moneyUnitOf(token.Text))
	}
}

// maxUnitCaption is how many bytes a line may have that names a unit.
const maxUnitCaption = 120
