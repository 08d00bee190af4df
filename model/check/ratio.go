package check

import (
	"strings"

	"github.com/cockroachdb/apd/v3"

	"sheetconv/model"
)

// exact computes with more digits than a sheet prints. A result that is not
// exact with them is not judged.
var exact = apd.BaseContext.WithPrecision(100)

// calculation is a chain of exact operations. Once one of them is not exact, it
// fails, and no result of it means anything.
type calculation struct{ failed bool }

func (c *calculation) result(condition apd.Condition, err error, value *apd.Decimal) *apd.Decimal {
	c.failed = c.failed || err != nil || condition.Inexact() || value.Form != apd.Finite
	return value
}

func (c *calculation) add(x, y *apd.Decimal) *apd.Decimal {
	sum := new(apd.Decimal)
	condition, err := exact.Add(sum, x, y)
	return c.result(condition, err, sum)
}

func (c *calculation) subtract(x, y *apd.Decimal) *apd.Decimal {
	difference := new(apd.Decimal)
	condition, err := exact.Sub(difference, x, y)
	return c.result(condition, err, difference)
}

func (c *calculation) multiply(x, y *apd.Decimal) *apd.Decimal {
	product := new(apd.Decimal)
	condition, err := exact.Mul(product, x, y)
	return c.result(condition, err, product)
}

// isNear reports whether |x − y| < tolerance.
func (c *calculation) isNear(x, y, tolerance *apd.Decimal) bool {
	difference := c.subtract(x, y)
	return !c.failed && difference.Abs(difference).Cmp(tolerance) < 0
}

// rounded writes x/y with so many decimals.
func rounded(x, y *apd.Decimal, decimals int) string {
	quotient := new(apd.Decimal)
	if _, err := exact.Quo(quotient, x, y); err != nil {
		return ""
	}
	return roundTo(quotient, decimals)
}

func roundTo(x *apd.Decimal, decimals int) string {
	rounding := *exact
	rounding.Rounding = apd.RoundHalfUp
	result := new(apd.Decimal)
	if _, err := rounding.Quantize(result, x, int32(-decimals)); err != nil {
		return ""
	}
	return result.Text('f')
}

// checkStaffing holds the total of a block of staff against its categories.
func (e *examination) checkStaffing(item *model.Item) {
	for i := range item.Staffing {
		total := &item.Staffing[i]
		if total.Category != model.StaffTotal || total.People.IsZero() {
			continue
		}
		regular, regularKnown := onlyStaff(item.Staffing, total.FY, model.StaffRegular)
		other, otherKnown := onlyStaff(item.Staffing, total.FY, model.StaffOther)
		if _, known := onlyStaff(item.Staffing, total.FY, model.StaffTotal); !known || !regularKnown || !otherKnown {
			continue
		}
		var c calculation
		sum := c.add(regular.Decimal(), other.Decimal())
		// The total may have fewer decimals than its parts.
		step := apd.New(1, int32(-total.People.Decimals()))
		same := sum.Cmp(total.People.Decimal()) == 0 ||
			total.People.Decimals() < max(regular.Decimals(), other.Decimals()) && c.isNear(sum, total.People.Decimal(), step)
		if c.failed || same {
			continue
		}
		e.report(CodeStaffing, place{total.At, item.ID, labelled(total.Label, total.FY)},
			total.People.String(), sum.Text('f'), "正規職員 + その他の職員")
	}
}

// maxStaffing is how many rows of staff a block is searched for: no sheet has
// more, and the search takes the square of it.
const maxStaffing = 200

func onlyStaff(rows []model.Staffing, fy int, category model.StaffingCategory) (people model.Number, known bool) {
	if len(rows) > maxStaffing {
		return people, false
	}
	for i := range rows {
		if row := &rows[i]; row.FY == fy && row.Category == category {
			if known || row.People.IsZero() {
				return people, false
			}
			people, known = row.People, true
		}
	}
	return people, known
}

// checkUnitCosts holds a cost per head against the cost and the number of heads.
func (e *examination) checkUnitCosts(item *model.Item) {
	for i := range item.UnitCosts {
		unitCost := &item.UnitCosts[i]
		denominator := unitCost.Denominator
		if denominator == nil || unitCost.Yen.IsZero() || denominator.Number.IsZero() ||
			denominator.Number.Decimal().Sign() <= 0 || strings.ContainsAny(denominator.Unit, "十百千万億") {
			continue
		}
		expected := ""
		for _, line := range e.form.unitCost {
			cost, known := settledCost(item.Costs, unitCost.FY, line)
			if !known {
				continue
			}
			if isUnitCost(unitCost, cost) {
				expected = ""
				break
			}
			if expected == "" && line == e.form.unitCost[0] {
				expected = grouped(rounded(apd.New(cost.Yen.Amount(), 0), denominator.Number.Decimal(), 0)) + "円"
			}
		}
		if expected != "" {
			e.report(CodeUnitCost, place{unitCost.At, item.ID, labelled(unitCost.Label, unitCost.FY)},
				yen(unitCost.Yen.Amount()), expected, lineLabels[e.form.unitCost[0]]+" ÷ "+denominator.Raw)
		}
	}
}

// settledCost returns the one amount of a line and year.
func settledCost(costs []model.Cost, fy int, line model.CostLine) (only *model.Cost, known bool) {
	for i := range costs {
		if cost := &costs[i]; cost.FY == fy && cost.Line == line {
			if only != nil {
				return nil, false
			}
			only = cost
		}
	}
	return only, only != nil && !only.Yen.IsZero()
}

// isUnitCost reports whether a cost per head is that of the cost, whichever way
// it was rounded; the cost itself may have been rounded to its unit.
func isUnitCost(unitCost *model.UnitCost, cost *model.Cost) bool {
	step := int64(1)
	if amount := unitCost.Yen.Amount(); amount != 0 && amount%1000 == 0 {
		step = 1000
	}
	var c calculation
	heads := unitCost.Denominator.Number.Decimal()
	tolerance := c.multiply(heads, apd.New(step, 0))
	if unit := unitOf(cost); unit > 1 {
		tolerance = c.add(tolerance, apd.New(unit, 0))
	}
	near := c.isNear(apd.New(cost.Yen.Amount(), 0), c.multiply(apd.New(unitCost.Yen.Amount(), 0), heads), tolerance)
	return near || c.failed
}
