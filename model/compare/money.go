package compare

import (
	"strings"

	"sheetconv/model"
)

// compareCosts returns the changes of an item's costs, line by line.
func (c *comparison) compareCosts(pair *itemPair) []Change {
	if len(pair.old.item.Costs)+len(pair.new.item.Costs) == 0 {
		return nil
	}
	labelled := map[string]bool{}
	markLabelled(labelled, pair.old.item.Costs, costKey)
	markLabelled(labelled, pair.new.item.Costs, costKey)
	y := &yearly{list: "costs", class: ClassCost, pair: pair}
	return y.compare(costRows(pair.old.item, labelled), costRows(pair.new.item, labelled), func(r *yearlyRow) {
		c.alike(pair, y.path(r), r.at)
	})
}

func costKey(cost *model.Cost) (line, key string) {
	return string(cost.Line), string(cost.Line) + string(cost.Basis) + year(cost.FY)
}

// markLabelled finds the lines of which a year has several rows: only their
// labels tell those apart.
func markLabelled[T any](labelled map[string]bool, rows []T, key func(*T) (line, key string)) {
	seen := make(map[string]bool, len(rows))
	for i := range rows {
		line, k := key(&rows[i])
		if seen[k] {
			labelled[line] = true
		}
		seen[k] = true
	}
}

func costRows(item *model.Item, labelled map[string]bool) []yearlyRow {
	rows := make([]yearlyRow, 0, len(item.Costs))
	for i := range item.Costs {
		cost := &item.Costs[i]
		one := yearlyRow{line: string(cost.Line), fy: cost.FY, basis: cost.Basis, at: cost.At, row: cost}
		one.parts = []part{yenPart("yen", cost.Yen), rawPart("raw", cost.Raw, !cost.Yen.IsZero())}
		if labelled[one.line] && cost.Label != "" {
			one.line = plainLabel(cost.Label)
		}
		rows = append(rows, one)
	}
	return rows
}

// compareStaffing returns the changes of an item's head-counts. Money that stands
// in its costs, too, is told there.
func (c *comparison) compareStaffing(pair *itemPair) []Change {
	if len(pair.old.item.Staffing)+len(pair.new.item.Staffing) == 0 {
		return nil
	}
	labelled := map[string]bool{}
	key := func(s *model.Staffing) (string, string) {
		return string(s.Category), string(s.Category) + year(s.FY)
	}
	markLabelled(labelled, pair.old.item.Staffing, key)
	markLabelled(labelled, pair.new.item.Staffing, key)
	isInCosts := standsInCosts(pair.old.item) && standsInCosts(pair.new.item)
	y := &yearly{list: "staffing", class: ClassStaffing, pair: pair}
	return y.compare(staffRows(pair.old.item, labelled, isInCosts), staffRows(pair.new.item, labelled, isInCosts), func(r *yearlyRow) {
		c.alike(pair, y.path(r), r.at)
	})
}

// standsInCosts reports whether every amount of the staffing stands among the
// costs of personnel of its year as well.
func standsInCosts(item *model.Item) bool {
	for i := range item.Staffing {
		if staff := &item.Staffing[i]; !staff.Yen.IsZero() && !isPersonnelCost(item, staff) {
			return false
		}
	}
	return true
}

func isPersonnelCost(item *model.Item, staff *model.Staffing) bool {
	for i := range item.Costs {
		cost := &item.Costs[i]
		if cost.FY == staff.FY && cost.Yen == staff.Yen && strings.HasPrefix(string(cost.Line), "personnel_") {
			return true
		}
	}
	return false
}

func staffRows(item *model.Item, labelled map[string]bool, isInCosts bool) []yearlyRow {
	rows := make([]yearlyRow, 0, len(item.Staffing))
	for i := range item.Staffing {
		staff := &item.Staffing[i]
		one := yearlyRow{line: string(staff.Category), fy: staff.FY, at: staff.At, row: staff}
		one.parts = []part{numberPart("people", "人", staff.People)}
		if !isInCosts {
			one.parts = append(one.parts, yenPart("yen", staff.Yen))
		}
		if labelled[one.line] && staff.Label != "" {
			one.line = plainLabel(staff.Label)
		}
		rows = append(rows, one)
	}
	return rows
}

// compareUnitCosts returns the changes of the costs per head.
func (c *comparison) compareUnitCosts(pair *itemPair) []Change {
	if len(pair.old.item.UnitCosts)+len(pair.new.item.UnitCosts) == 0 {
		return nil
	}
	labelled := map[string]bool{}
	key := func(cost *model.UnitCost) (string, string) { return "", year(cost.FY) }
	markLabelled(labelled, pair.old.item.UnitCosts, key)
	markLabelled(labelled, pair.new.item.UnitCosts, key)
	y := &yearly{list: "unit_costs", class: ClassCost, pair: pair}
	return y.compare(unitCostRows(pair.old.item, labelled[""]), unitCostRows(pair.new.item, labelled[""]), func(r *yearlyRow) {
		c.alike(pair, y.path(r), r.at)
	})
}

func unitCostRows(item *model.Item, isLabelled bool) []yearlyRow {
	rows := make([]yearlyRow, 0, len(item.UnitCosts))
	for i := range item.UnitCosts {
		cost := &item.UnitCosts[i]
		one := yearlyRow{fy: cost.FY, at: cost.At, row: cost}
		if isLabelled {
			one.line = plainLabel(cost.Label)
		}
		heads := model.Denominator{}
		if cost.Denominator != nil {
			heads = *cost.Denominator
		}
		one.parts = []part{
			yenPart("yen", cost.Yen), numberPart("denominator.number", heads.Unit, heads.Number),
			rawPart("denominator.raw", heads.Raw, !heads.Number.IsZero()),
			textPart("denominator.name", heads.Name), textPart("denominator.unit", heads.Unit),
		}
		rows = append(rows, one)
	}
	return rows
}
