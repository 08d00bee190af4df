package workbook

import (
	"cmp"
	"math/big"
	"slices"

	"sheetconv/export/internal/spreadsheet"
	"sheetconv/export/table"
	"sheetconv/model"
)

// costYear is what a total cost is of: a year, 0 where none is printed, and a basis.
type costYear struct {
	fy    int
	basis model.CostBasis
}

// before orders years, and in a year the settled amount behind the others.
func (c costYear) before(other costYear) int {
	return cmp.Or(cmp.Compare(c.fy, other.fy), cmp.Compare(basisRank(c.basis), basisRank(other.basis)))
}

func basisRank(basis model.CostBasis) int {
	return slices.Index([]model.CostBasis{"", model.BasisTarget, model.BasisBudget, model.BasisActual}, basis)
}

// totals calls use with each total cost of an item that has an amount.
func totals(item *model.Item, use func(costYear, *model.Cost)) {
	for index := range item.Costs {
		cost := &item.Costs[index]
		if cost.Line == model.CostTotal && !cost.Yen.IsZero() {
			use(costYear{cost.FY, cost.Basis}, cost)
		}
	}
}

// shownCostYears is how many years and bases the list of items shows; all are among
// the costs.
const shownCostYears = 4

// latestCostYears returns the latest years that items have total costs of, in order,
// behind those without a year.
func latestCostYears(items []itemRow) []costYear {
	known := map[costYear]bool{}
	for index := range items {
		totals(items[index].item, func(of costYear, _ *model.Cost) { known[of] = true })
	}
	var years []costYear
	for of := range known {
		years = append(years, of)
	}
	slices.SortFunc(years, costYear.before)
	dated := slices.IndexFunc(years, func(of costYear) bool { return of.fy > 0 })
	if dated < 0 {
		return years
	}
	return slices.Concat(years[:dated], years[max(dated, len(years)-shownCostYears):])
}

// sayCostYear names what a total cost is of.
func (w *writer) sayCostYear(of costYear) string {
	basis := w.titleOf("costs", "basis", string(of.basis))
	if basis == "" {
		return w.sayYear(of.fy)
	}
	return w.sayYear(of.fy) + " " + basis
}

// documentCost is the total cost of a document: of the latest year that it has
// settled amounts of, else of the latest year of its other amounts, else that of no
// year.
type documentCost struct {
	of costYear
	// sum is nil if the document gives no total cost.
	sum *big.Int
	// byItem are the amounts by the item's place in the document.
	byItem map[int]*big.Int
	// raw is an amount as printed, for the unit.
	raw string
}

func costOf(of *table.Document) documentCost {
	var found documentCost
	any := false
	for index := range of.Items {
		totals(&of.Items[index], func(year costYear, _ *model.Cost) {
			if !any || found.of.isOutdone(year) {
				found.of, any = year, true
			}
		})
	}
	if !any {
		return found
	}
	found.sum, found.byItem = new(big.Int), map[int]*big.Int{}
	byID := map[string]int{}
	for index := range of.Items {
		byID[of.Items[index].ID] = index
		totals(&of.Items[index], func(year costYear, cost *model.Cost) {
			if year != found.of {
				return
			}
			if found.byItem[index] == nil {
				found.byItem[index] = new(big.Int)
			}
			found.byItem[index].Add(found.byItem[index], big.NewInt(cost.Yen.Amount()))
			found.raw = cost.Raw
		})
	}
	for index := range of.Items {
		amount := found.byItem[index]
		if amount == nil {
			continue
		}
		if found.hasAncestor(of, byID, index) {
			delete(found.byItem, index) // its amount is part of the ancestor's
			continue
		}
		found.sum.Add(found.sum, amount)
	}
	return found
}

// isOutdone reports whether another year says more about what a document cost.
func (c costYear) isOutdone(by costYear) bool {
	if settled := by.basis == model.BasisActual; settled != (c.basis == model.BasisActual) {
		return settled
	}
	return c.before(by) < 0
}

// hasAncestor reports whether an item that the item stands under has an amount, too.
func (c *documentCost) hasAncestor(of *table.Document, byID map[string]int, index int) bool {
	for range of.Items { // no path is longer, also if a broken model goes in a circle
		parent, known := byID[of.Items[index].Parent]
		if !known || of.Items[index].Parent == "" {
			return false
		}
		if c.byItem[parent] != nil && parent != index {
			return true
		}
		index = parent
	}
	return false
}

// costCells are the cells of the list for an item's total costs. Where the sheet
// prints several for one year and basis, all are shown, and none is taken.
func (w *writer) costCells(item *model.Item) []spreadsheet.Cell {
	cells := make([]spreadsheet.Cell, len(w.costYears))
	printed := make([]string, len(w.costYears))
	totals(item, func(of costYear, cost *model.Cost) {
		place := slices.Index(w.costYears, of)
		if place < 0 {
			return
		}
		if printed[place] != "" {
			printed[place] += "\n" + cost.Raw
			cells[place] = w.book.Text(printed[place])
			return
		}
		printed[place] = cost.Raw
		cells[place] = w.money(cost.Yen, cost.Raw)
	})
	return cells
}
