package check

import (
	"slices"
	"strings"

	"sheetconv/model"
)

// CodeRowTwice is the rule on rows that stand twice.
const CodeRowTwice model.Code = "consistency/row-twice"

// checkRowsTwice finds indicators and amounts that stand twice in an item, whole:
// a page repeats a row, or extraction does, and a sum over them counts it twice.
func (e *examination) checkRowsTwice() {
	for i := range e.document.Items {
		item := &e.document.Items[i]
		e.checkIndicatorsTwice(item)
		e.checkCostsTwice(item)
	}
}

func (e *examination) checkIndicatorsTwice(item *model.Item) {
	if len(item.Indicators) < 2 {
		return
	}
	last := make(map[string]*model.Indicator, len(item.Indicators)) // by name
	for i := range item.Indicators {
		indicator := &item.Indicators[i]
		if other := last[indicator.Name]; other != nil && sameRow(indicator, other) {
			e.report(CodeRowTwice, place{indicator.At, item.ID, indicatorLabel(indicator)}, rawValues(indicator), "")
		}
		last[indicator.Name] = indicator
	}
}

// sameRow reports whether two indicators are one that was printed twice: one of
// their marks as 再掲 would say that it is meant.
func sameRow(x, y *model.Indicator) bool {
	return x.Name != "" && x.Name == y.Name && x.Kind == y.Kind && x.Unit == y.Unit && x.Definition == y.Definition &&
		x.Repeated == y.Repeated && len(x.Values) > 0 &&
		slices.EqualFunc(x.Values, y.Values, func(v, w model.Value) bool {
			return v.FY == w.FY && v.Measure == w.Measure && v.Raw == w.Raw
		})
}

func rawValues(indicator *model.Indicator) string {
	var values []string
	for i := range indicator.Values {
		values = append(values, indicator.Values[i].Raw)
	}
	return strings.Join(values, ", ")
}

func (e *examination) checkCostsTwice(item *model.Item) {
	if len(item.Costs) < 2 {
		return
	}
	type amount struct {
		fy         int
		basis      model.CostBasis
		line       model.CostLine
		label, raw string
	}
	seen := make(map[amount]bool)
	for i := range item.Costs {
		cost := &item.Costs[i]
		key := amount{cost.FY, cost.Basis, cost.Line, cost.Label, cost.Raw}
		if seen[key] && cost.FY != 0 {
			e.report(CodeRowTwice, place{cost.At, item.ID, cost.Label}, cost.Raw, "")
		}
		seen[key] = true
	}
}
