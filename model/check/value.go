package check

import (
	"strconv"
	"strings"

	"sheetconv/model"
)

// The codes of the rules on values.
const (
	CodeYearOutsidePlan model.Code = "value/year-outside-plan"
	CodeEraEnded        model.Code = "value/era-ended"
	CodeUnitDiffers     model.Code = "value/unit-differs"
	CodeDateOrder       model.Code = "value/date-order"
)

// checkValues holds years, dates and units against what they belong to.
func (e *examination) checkValues() {
	e.checkEras(place{at: startOf(e.document), label: "表題"}, e.document.Title)
	e.checkDocumentDates()
	e.checkYearOrder()
	for i := range e.document.Items {
		item := &e.document.Items[i]
		e.checkPeriod(item)
		start, end, span := e.yearsOf(item)
		for j := range item.Indicators {
			indicator := &item.Indicators[j]
			e.checkUnits(item, indicator)
			for k := range indicator.Values {
				value := &indicator.Values[k]
				where := place{value.At, item.ID, indicatorLabel(indicator)}
				e.checkEras(where, value.Raw)
				e.checkDateInYear(where, value)
				if (value.Measure == model.Target || value.Measure == model.Actual) && outside(value.FY, start, end) {
					e.report(CodeYearOutsidePlan, where, fiscalYear(value.FY), span, value.Raw)
				}
			}
			if indicator.Goal != nil {
				e.checkEras(place{indicator.At, item.ID, indicatorLabel(indicator)}, indicator.Goal.Raw)
			}
		}
		e.checkCostYears(item, start, end, span)
		e.checkTextYears(item)
	}
}

// yearsOf returns the years within which an item's values lie: the plan's, else
// those of its period; 0 is open.
func (e *examination) yearsOf(item *model.Item) (start, end int, span string) {
	switch plan := e.document.Plan; {
	case e.form.planYears && plan != nil:
		start, end = plan.StartFY, plan.EndFY
	case !e.form.planYears && item.Period != nil:
		start, end = item.Period.StartFY, item.Period.EndFY
	}
	if start > end && end != 0 {
		return 0, 0, ""
	}
	if start != 0 {
		span = fiscalYear(start)
	}
	span += "–"
	if end != 0 {
		span += fiscalYear(end)
	}
	return start, end, span
}

func outside(fy, start, end int) bool {
	return fy != 0 && (start != 0 && fy < start || end != 0 && fy > end)
}

func fiscalYear(fy int) string { return "FY" + strconv.Itoa(fy) }

// checkCostYears reports the first amount of each line outside the years.
func (e *examination) checkCostYears(item *model.Item, start, end int, span string) {
	for i := range item.Costs {
		cost := &item.Costs[i]
		if cost.Line == model.CostTotal && outside(cost.FY, start, end) {
			e.report(CodeYearOutsidePlan, place{cost.At, item.ID, cost.Label}, fiscalYear(cost.FY), span, cost.Raw)
		}
	}
}

// checkTextYears looks for ended eras in the labels that hold a year.
func (e *examination) checkTextYears(item *model.Item) {
	for i := range item.Texts {
		text := &item.Texts[i]
		e.checkEras(place{text.At, item.ID, text.Label}, text.Label)
	}
	for i := range item.Attributes {
		attribute := &item.Attributes[i]
		where := place{attribute.At, item.ID, attribute.Label}
		e.checkEras(where, attribute.Raw)
		e.checkRange(where, attribute.Raw)
	}
}

// checkPeriod holds the beginning of a period against its end.
func (e *examination) checkPeriod(item *model.Item) {
	period := item.Period
	if period == nil {
		return
	}
	where := place{period.At, item.ID, "事業期間"}
	e.checkEras(where, period.Raw)
	if period.StartFY != 0 && period.EndFY != 0 && period.StartFY > period.EndFY {
		e.report(CodeDateOrder, where, period.Raw, fiscalYear(period.StartFY)+" ≤ "+fiscalYear(period.EndFY))
	}
}

// checkDocumentDates holds the plan's years and the day on which a table stands
// against each other.
func (e *examination) checkDocumentDates() {
	plan, asOf := e.document.Plan, e.document.AsOf
	if plan != nil && plan.StartFY != 0 && plan.EndFY != 0 && plan.StartFY > plan.EndFY {
		e.report(CodeDateOrder, place{at: startOf(e.document), label: plan.Name}, fiscalYear(plan.StartFY)+"–"+fiscalYear(plan.EndFY),
			fiscalYear(plan.StartFY)+" ≤ "+fiscalYear(plan.EndFY))
	}
	if !asOf.IsZero() && asOf.FiscalYear() < e.document.FiscalYear {
		e.report(CodeDateOrder, place{at: startOf(e.document), label: documentLabel(e.document)}, asOf.String(),
			"≥ "+fiscalYear(e.document.FiscalYear))
	}
	if !asOf.IsZero() && plan != nil && plan.StartFY != 0 && asOf.FiscalYear() < plan.StartFY {
		e.report(CodeDateOrder, place{at: startOf(e.document), label: plan.Name}, asOf.String(), "≥ "+fiscalYear(plan.StartFY))
	}
}

// checkDateInYear holds the day of a value against its year.
func (e *examination) checkDateInYear(where place, value *model.Value) {
	if value.FY != 0 && !value.AsOf.IsZero() && value.AsOf.FiscalYear() != value.FY {
		e.report(CodeDateOrder, where, value.Raw, value.AsOf.String()+" ∈ "+fiscalYear(value.FY))
	}
}

// checkUnits finds values with another unit than the indicator's, or than most
// of the others where the indicator has none.
func (e *examination) checkUnits(item *model.Item, indicator *model.Indicator) {
	unit := indicator.Unit
	if unit == "" {
		unit = commonUnit(indicator)
	}
	if unit == "" {
		return
	}
	for i := range indicator.Values {
		value := &indicator.Values[i]
		if value.Measure == model.Rate || value.Unit == "" || !value.Yen.IsZero() || sameUnit(value.Unit, unit) {
			continue
		}
		e.report(CodeUnitDiffers, place{value.At, item.ID, indicatorLabel(indicator)}, value.Unit, unit, value.Raw)
	}
}

// commonUnit returns the unit of more than half of the values that have one,
// empty if there is none or all have it.
func commonUnit(indicator *model.Indicator) string {
	candidate, lead, total := "", 0, 0
	for i := range indicator.Values {
		value := &indicator.Values[i]
		if value.Unit == "" || value.Measure == model.Rate {
			continue
		}
		total++
		switch {
		case lead == 0:
			candidate, lead = value.Unit, 1
		case sameUnit(value.Unit, candidate):
			lead++
		default:
			lead--
		}
	}
	if total < 3 || lead == 0 || lead == total {
		return ""
	}
	return candidate
}

var unitSpellings = strings.NewReplacer(
	"％", "%", "パーセント", "%", "箇所", "か所", "カ所", "か所", "ヶ所", "か所", "ヵ所", "か所", "ケ所", "か所", "名", "人", "／", "/",
	"ﾎﾟｲﾝﾄ", "ポイント",
)

// sameUnit reports whether two units are one: spellings of a word, or one and
// the same by the year (回 and 回/年), with a word more (団体 and 団体数).
func sameUnit(x, y string) bool {
	if x == y {
		return true
	}
	x, y = unitSpellings.Replace(x), unitSpellings.Replace(y)
	return strings.HasPrefix(x, y) || strings.HasPrefix(y, x) || strings.HasSuffix(x, y) || strings.HasSuffix(y, x)
}
