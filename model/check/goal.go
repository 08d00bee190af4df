package check

import (
	"strconv"

	"github.com/cockroachdb/apd/v3"

	"sheetconv/model"
)

// wholePlan is a figure that stands for the whole plan.
type wholePlan struct {
	place
	figure    *apd.Decimal
	raw, unit string
}

// checkGoals holds what stands for the whole plan against the sum of its years,
// where it is meant as one.
func (e *examination) checkGoals(item *model.Item) {
	plan := e.document.Plan
	if plan == nil || plan.StartFY == 0 || plan.EndFY == 0 {
		return
	}
	for i := range item.Indicators {
		indicator := &item.Indicators[i]
		if indicator.Cumulative || isRatio(indicator.Unit) {
			continue
		}
		if goal := indicator.Goal; goal != nil && goal.Bound == "" {
			whole := wholeFigure(place{indicator.At, item.ID, indicatorLabel(indicator)}, &goal.Figure)
			e.checkGoal(whole, yearlyFigures(indicator, model.Target), plan.EndFY)
		}
		if total := wholePlanValue(indicator); total != nil {
			whole := wholeFigure(place{total.At, item.ID, indicatorLabel(indicator)}, &total.Figure)
			e.checkGoal(whole, yearlyFigures(indicator, model.Actual), e.document.FiscalYear)
		}
	}
	e.checkEffect(item, model.BasisTarget, plan.EndFY)
	e.checkEffect(item, model.BasisActual, e.document.FiscalYear)
}

func wholeFigure(where place, figure *model.Figure) wholePlan {
	whole := wholePlan{place: where, figure: quantityFigure(figure), raw: figure.Raw, unit: figure.Unit}
	if !figure.Yen.IsZero() {
		whole.unit = "円"
	}
	return whole
}

// isRatio reports whether values of a unit can't be added.
func isRatio(unit string) bool {
	switch unit {
	case "%", "％", "点", "ポイント", "割", "位", "倍":
		return true
	}
	return false
}

// yearly are the figures of a plan's years; unknown where one has no year, none
// or two.
type yearly struct {
	figures map[int]*apd.Decimal
	unknown bool
}

func (y *yearly) add(fy int, figure *apd.Decimal) {
	if _, twice := y.figures[fy]; twice || fy == 0 || figure == nil {
		y.unknown = true
		return
	}
	if y.figures == nil {
		y.figures = make(map[int]*apd.Decimal)
	}
	y.figures[fy] = figure
}

// quantityFigure returns a figure as a number, nil where it has none.
func quantityFigure(figure *model.Figure) *apd.Decimal {
	switch {
	case !figure.Yen.IsZero():
		return apd.New(figure.Yen.Amount(), 0)
	case figure.Number.IsZero() || !figure.Cumulative.IsZero():
		return nil
	}
	return figure.Number.Decimal()
}

func yearlyFigures(indicator *model.Indicator, measure model.ValueMeasure) *yearly {
	y := &yearly{}
	for i := range indicator.Values {
		value := &indicator.Values[i]
		if value.Measure == measure && (measure == model.Target || value.FY != 0) {
			y.add(value.FY, quantityFigure(&value.Figure))
		}
	}
	return y
}

// wholePlanValue returns the one actual value that belongs to no year.
func wholePlanValue(indicator *model.Indicator) *model.Value {
	var only *model.Value
	for i := range indicator.Values {
		if value := &indicator.Values[i]; value.Measure == model.Actual && value.FY == 0 {
			if only != nil {
				return nil
			}
			only = value
		}
	}
	return only
}

// checkEffect holds an amount for the whole plan against those of its years.
func (e *examination) checkEffect(item *model.Item, basis model.CostBasis, last int) {
	var total *model.Cost
	years := &yearly{}
	for i := range item.Costs {
		cost := &item.Costs[i]
		if cost.Line != model.CostEffect || cost.Basis != basis {
			continue
		}
		switch {
		case cost.FY == 0 && total != nil, cost.Yen.IsZero():
			return
		case cost.FY == 0:
			total = cost
		default:
			years.add(cost.FY, apd.New(cost.Yen.Amount(), 0))
		}
	}
	if total != nil {
		where := place{total.At, item.ID, total.Label}
		e.checkGoal(wholePlan{where, apd.New(total.Yen.Amount(), 0), total.Raw, "円"}, years, last)
	}
}

// checkGoal reports a figure for the whole plan that is not the sum of its years.
// It is meant as one only where it is more than that of any year and nearer to
// the sum than to the largest; else it may be the last year's. The figures of all
// years up to the last one that can have any must be there.
func (e *examination) checkGoal(whole wholePlan, years *yearly, last int) {
	start, count := e.document.Plan.StartFY, len(years.figures)
	if whole.figure == nil || years.unknown || count < 2 || count != last-start+1 {
		return
	}
	var c calculation
	sum, largest := new(apd.Decimal), new(apd.Decimal)
	for fy, figure := range years.figures {
		if fy < start || fy > last {
			return
		}
		sum = c.add(sum, figure)
		if figure.Cmp(largest) > 0 {
			largest = figure
		}
	}
	toSum, toLargest := c.subtract(whole.figure, sum), c.subtract(whole.figure, largest)
	if c.failed || toSum.Sign() == 0 || toLargest.Sign() <= 0 || toSum.Abs(toSum).Cmp(toLargest) >= 0 {
		return
	}
	e.report(CodeGoal, whole.place, whole.raw, grouped(sum.Text('f'))+whole.unit, strconv.Itoa(count))
}
