package check

import (
	"strconv"
	"strings"

	"sheetconv/model"
)

// The codes of the rules on sums.
const (
	CodeSpecificTotal model.Code = "sum/specific-total"
	CodeNet           model.Code = "sum/net"
	CodeGeneral       model.Code = "sum/general"
	CodePersonnel     model.Code = "sum/personnel"
	CodeFullCost      model.Code = "sum/full-cost"
	CodeRounding      model.Code = "sum/rounding"
	CodeStaffing      model.Code = "sum/staffing"
	CodeUnitCost      model.Code = "sum/unit-cost"
	CodeRate          model.Code = "sum/rate"
	CodeRateCapped    model.Code = "sum/rate-capped"
	CodeGoal          model.Code = "sum/goal"
	CodeGradeCounts   model.Code = "sum/grade-counts"
	CodeNumberGap     model.Code = "sum/number-gap"
)

// checkSums holds the figures of a document against each other, by the relations
// that its form prints.
func (e *examination) checkSums() {
	for i := range e.document.Items {
		item := &e.document.Items[i]
		e.checkCosts(item)
		if e.form.staffing {
			e.checkStaffing(item)
		}
		if e.form.rates {
			e.checkRates(item)
		}
		if e.form.goals {
			e.checkGoals(item)
		}
	}
	if e.form.counts != "" {
		e.checkGradeCounts()
	}
	if e.form.numbered != "" {
		e.checkNumbers()
	}
}

// costColumn is where amounts belong together: a year and what they state.
type costColumn struct {
	fy    int
	basis model.CostBasis
}

// checkCosts holds the lines of an item's costs against each other, column by
// column.
func (e *examination) checkCosts(item *model.Item) {
	if len(item.Costs) == 0 || len(e.form.costs) == 0 && len(e.form.unitCost) == 0 {
		return
	}
	columns := make(map[costColumn][]*model.Cost)
	for i := range item.Costs {
		cost := &item.Costs[i]
		column := costColumn{cost.FY, cost.Basis}
		columns[column] = append(columns[column], cost)
	}
	for i := range item.Costs {
		cost := &item.Costs[i]
		for j := range e.form.costs {
			if relation := &e.form.costs[j]; relation.result == cost.Line {
				e.checkCost(item, cost, relation, columns[costColumn{cost.FY, cost.Basis}])
			}
		}
	}
	if len(e.form.unitCost) > 0 {
		e.checkUnitCosts(item)
	}
}

// checkCost holds one amount against the parts that it is made of. It is silent
// where a part is not printed, or printed twice.
func (e *examination) checkCost(item *model.Item, result *model.Cost, relation *costRelation, column []*model.Cost) {
	if _, known := onlyCost(column, relation.result); !known {
		return
	}
	expected, unit := int64(0), unitOf(result)
	terms := make([]string, 0, len(relation.parts))
	for i := range relation.parts {
		part := &relation.parts[i]
		amount, partUnit, known := partOf(column, part)
		if !known {
			return
		}
		unit = max(unit, partUnit)
		sign := "+"
		if part.subtract {
			amount, sign = -amount, "−"
		}
		sum := expected + amount
		if (sum > expected) != (amount > 0) && amount != 0 {
			return // beyond 64 bits
		}
		expected = sum
		if i > 0 || part.subtract {
			terms = append(terms, sign)
		}
		terms = append(terms, lineLabels[part.line])
	}
	difference := result.Yen.Amount() - expected
	if difference == 0 {
		return
	}
	code := relation.code
	if unit > 1 && max(difference, -difference) <= unit*int64((len(relation.parts)+1)/2) {
		code = CodeRounding
	}
	e.report(code, place{result.At, item.ID, labelled(result.Label, result.FY)},
		yen(result.Yen.Amount()), yen(expected), strings.Join(terms, " "))
}

// onlyCost returns the amount of a line of a column; it is unknown where there
// is none or more than one.
func onlyCost(column []*model.Cost, line model.CostLine) (*model.Cost, bool) {
	var only *model.Cost
	for _, cost := range column {
		if cost.Line != line {
			continue
		}
		if only != nil {
			return nil, false
		}
		only = cost
	}
	return only, only != nil && !only.Yen.IsZero()
}

// partOf returns what a part of a sum amounts to, and the unit that it was
// printed in.
func partOf(column []*model.Cost, part *costPart) (amount, unit int64, known bool) {
	if len(part.words) == 0 {
		cost, known := onlyCost(column, part.line)
		if !known {
			return 0, 0, false
		}
		return cost.Yen.Amount(), unitOf(cost), true
	}
	missing := len(part.words)
	for _, word := range part.words {
		for _, cost := range column {
			if cost.Line == part.line && strings.Contains(cost.Label, word) {
				missing--
				break
			}
		}
	}
	for _, cost := range column {
		if cost.Line != part.line {
			continue
		}
		if cost.Yen.IsZero() {
			return 0, 0, false
		}
		amount += cost.Yen.Amount()
		unit = max(unit, unitOf(cost))
	}
	return amount, unit, missing == 0
}

// unitOf returns the unit in which an amount was printed, in yen.
func unitOf(cost *model.Cost) int64 {
	for _, unit := range [...]struct {
		name string
		yen  int64
	}{{"億", 100_000_000}, {"百万", 1_000_000}, {"万", 10_000}, {"千", 1_000}} {
		if strings.Contains(cost.Raw, unit.name) {
			return unit.yen
		}
	}
	return 1
}

// lineLabels name the lines of costs in messages.
var lineLabels = map[model.CostLine]string{
	model.CostTotal:               "事業費合計",
	model.CostNationalPrefectural: "国県支出金",
	model.CostBonds:               "地方債",
	model.CostOtherSpecific:       "その他特財",
	model.CostSpecificTotal:       "特定財源計",
	model.CostPersonnelRegular:    "正規職員",
	model.CostPersonnelOther:      "その他の職員",
	model.CostPersonnelTotal:      "人件費合計",
	model.CostFull:                "トータルコスト",
}

// yen writes an amount as sheets do: 1,234,000円.
func yen(amount int64) string { return grouped(strconv.FormatInt(amount, 10)) + "円" }

// grouped puts commas between the thousands of a number.
func grouped(digits string) string {
	if whole, fraction, found := strings.Cut(digits, "."); found {
		return grouped(whole) + "." + fraction
	}
	digits, negative := strings.CutPrefix(digits, "-")
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	if negative {
		return "-" + digits
	}
	return digits
}

// labelled names a figure of a year.
func labelled(label string, fy int) string {
	if fy == 0 {
		return label
	}
	return label + " FY" + strconv.Itoa(fy)
}
