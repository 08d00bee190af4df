package isehara

import (
	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// addStaffing adds a row of people and their money: the people stand in the
// staffing, the money there and in the costs.
func (r *reader) addStaffing(token sheet.Token, label string, e *entry, items []item) {
	if r.leaveUnknownStaff(label, items) {
		return
	}
	if r.money.headsPeople() {
		if groups := r.groupsOf(token, label, items); groups != nil {
			r.addStaffingUnder(label, e, groups)
			return
		}
	}
	people, money := r.people[:0], r.amounts[:0]
	for n := range items {
		if isPeople(&items[n], len(people), len(money)) {
			people = append(people, items[n])
		} else {
			money = append(money, items[n])
		}
	}
	r.people, r.amounts = people, money
	byHead := make([]peopleRow, 0, 4) // on the stack: most sheets have two heads
	if len(people) > 0 {
		groups, heads := r.yearly(token, label, people)
		byHead = r.addPeopleRows(label, e, groups, heads, byHead)
	}
	if len(money) == 0 {
		return
	}
	groups, heads := r.yearly(token, label, money)
	r.addStaffMoney(label, e, groups, heads, byHead)
}

// addPeopleRows adds the people under each head, and returns where they are, behind those
// that are known.
func (r *reader) addPeopleRows(label string, e *entry, groups [][]item, heads []moneyHead, byHead []peopleRow) []peopleRow {
	first := len(r.item.Staffing)
	for i, group := range groups {
		r.addPeople(label, e.staff, heads[i].CostHead, group)
		if len(r.item.Staffing) > first && heads[i].FY != 0 && r.item.Staffing[len(r.item.Staffing)-1].FY == heads[i].FY {
			byHead = append(byHead, peopleRow{heads[i].CostHead, len(r.item.Staffing) - 1})
		}
	}
	return byHead
}

// addStaffMoney adds the money under each head, also to the people under the same one.
func (r *reader) addStaffMoney(label string, e *entry, groups [][]item, heads []moneyHead, byHead []peopleRow) {
	for i, group := range groups {
		before, bareBefore := len(r.item.Costs), len(r.money.bare)
		yen := r.addCost(label, e.line, heads[i], group)
		if len(r.item.Costs) == before {
			continue
		}
		row := len(r.item.Staffing)
		if known := lastUnder(byHead, heads[i].CostHead); known >= 0 {
			row = known
			r.item.Staffing[row].Yen = yen
		} else if known := r.countedAlone(e.staff, heads[i].FY); known >= 0 {
			row = known
			r.item.Staffing[row].Yen = yen
		} else if heads[i].FY != 0 && !yen.IsZero() {
			r.item.Staffing = append(r.item.Staffing, model.Staffing{
				At: r.item.Costs[before].At, FY: heads[i].FY, Category: e.staff, Label: label, Yen: yen,
			})
		}
		if row < len(r.item.Staffing) && len(r.money.bare) > bareBefore {
			r.money.bare[bareBefore].staffing = row
		}
	}
}

// peopleRow is the index of a row of people in the staffing, with its head.
type peopleRow struct {
	head sheet.CostHead
	row  int
}

// lastUnder returns the last of the rows under a head, -1 where there is none.
func lastUnder(rows []peopleRow, head sheet.CostHead) int {
	for i := len(rows) - 1; i >= 0; i-- {
		if rows[i].head == head {
			return rows[i].row
		}
	}
	return -1
}

// isPeople tells a head-count from an amount: by its unit, else by its turn.
func isPeople(i *item, people, money int) bool {
	if i.unit == "" {
		return people <= money
	}
	_, isMoney := ja.UnitMultiplier(i.unit)
	return !isMoney
}

func (r *reader) addPeople(label string, category model.StaffingCategory, head sheet.CostHead, group []item) {
	for n := range group {
		r.claim(&group[n])
	}
	var kept *item
	for n := range group {
		switch {
		case group[n].lost:
		case kept == nil:
			kept = &group[n]
		case !kept.quantity.Number.Equal(group[n].quantity.Number):
			r.Report(model.CodeTwoAmounts, group[n].cells[0].At, label, kept.raw+" "+group[n].raw)
			return
		}
	}
	if kept == nil {
		return
	}
	if r.item.Staffing == nil {
		r.item.Staffing = make([]model.Staffing, 0, usualStaffing)
	}
	r.item.Staffing = append(r.item.Staffing, model.Staffing{
		At: kept.cells[0].At, FY: head.FY, Category: category, Label: label, People: kept.quantity.Number,
	})
}

// usualStaffing is how many rows of people a sheet of two years has.
const usualStaffing = 6

// addDenominators keeps the numbers served, by which the costs are divided in
// the row below.
func (r *reader) addDenominators(token sheet.Token, label string, items []item) {
	groups, heads := r.yearly(token, label, items)
	for i, group := range groups {
		isOne := r.isOneFigure(label, group)
		for n := range group {
			one := &group[n]
			r.claim(one)
			if one.lost || !isOne || r.unitCostOf(heads[i].FY).Denominator != nil {
				continue
			}
			quantity := one.quantity
			quantity.Raw, quantity.Unit = one.raw, one.unit
			quantity.Yen = model.Yen{}
			r.unitCostOf(heads[i].FY).Denominator = &model.Denominator{Name: r.money.name, Quantity: quantity}
			r.unitCostOf(heads[i].FY).At = one.cells[0].At
		}
	}
}

// isOneFigure reports whether the figures under one head are the same; where they
// differ, it can't be told which is that of the year.
func (r *reader) isOneFigure(label string, group []item) bool {
	first := -1
	for n := range group {
		switch {
		case group[n].lost:
		case first < 0:
			first = n
		case !group[n].quantity.Number.Equal(group[first].quantity.Number):
			r.Report(model.CodeTwoAmounts, group[n].cells[0].At, label, printed(group))
			return false
		}
	}
	return true
}

// unitCostOf returns the unit cost of a year, a new one if there is none yet.
func (r *reader) unitCostOf(fy int) *model.UnitCost {
	for i := range r.money.unitCosts {
		if r.money.unitCosts[i].FY == fy {
			return &r.money.unitCosts[i]
		}
	}
	r.money.unitCosts = append(r.money.unitCosts, model.UnitCost{FY: fy})
	return &r.money.unitCosts[len(r.money.unitCosts)-1]
}

func (r *reader) addUnitCosts(token sheet.Token, label string, items []item) {
	groups, heads := r.yearly(token, label, items)
	for i, group := range groups {
		isOne := r.isOneFigure(label, group)
		for n := range group {
			one := &group[n]
			r.claim(one)
			if one.lost || !isOne {
				continue
			}
			own := r.unitCostOf(heads[i].FY)
			own.Label, own.Yen = label, r.yenOf(label, heads[i].unit, one, bareAmount{cost: -1, staffing: -1, fy: heads[i].FY, isUnitCost: true, unit: r.money.unitCostUnit})
			if own.At.IsZero() {
				own.At = one.cells[0].At
			}
		}
	}
}

// finish adds the unit costs to the item.
func (m *moneyTable) finish(r *reader) {
	for _, own := range m.unitCosts {
		if own.Denominator != nil || !own.Yen.IsZero() {
			r.item.UnitCosts = append(r.item.UnitCosts, own)
		}
	}
}
