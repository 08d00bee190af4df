package check

import (
	"github.com/cockroachdb/apd/v3"

	"sheetconv/model"
)

var hundred = apd.New(100, 0)

// yearFigures are the figures of an indicator for one year; those that are
// printed twice are unknown.
type yearFigures struct {
	target, actual *model.Value
	targets        int
	actuals        int
}

// checkRates holds each printed rate against the target and the actual value of
// its year.
func (e *examination) checkRates(item *model.Item) {
	for i := range item.Indicators {
		indicator := &item.Indicators[i]
		var years map[int]*yearFigures
		for j := range indicator.Values {
			rate := &indicator.Values[j]
			if rate.Measure != model.Rate || rate.Number.IsZero() || rate.FY == 0 {
				continue
			}
			if years == nil {
				years = figuresByYear(indicator)
			}
			if year := years[rate.FY]; year != nil && year.targets == 1 && year.actuals == 1 {
				e.checkRate(item, indicator, rate, year)
			}
		}
	}
}

func figuresByYear(indicator *model.Indicator) map[int]*yearFigures {
	years := make(map[int]*yearFigures)
	for i := range indicator.Values {
		value := &indicator.Values[i]
		if value.FY == 0 || value.Number.IsZero() {
			continue
		}
		year := years[value.FY]
		if year == nil {
			year = &yearFigures{}
			years[value.FY] = year
		}
		switch value.Measure {
		case model.Target:
			year.target = value
			year.targets++
		case model.Actual:
			year.actual = value
			year.actuals++
		}
	}
	return years
}

func (e *examination) checkRate(item *model.Item, indicator *model.Indicator, rate *model.Value, year *yearFigures) {
	target, actual := figureOf(year.target), figureOf(year.actual)
	if target.Sign() <= 0 || actual.Sign() < 0 || (year.target.Yen.IsZero() != year.actual.Yen.IsZero()) {
		return
	}
	printed := rate.Number.Decimal()
	where := place{rate.At, item.ID, labelled(indicatorLabel(indicator)+" 達成率", rate.FY)}
	direction := model.DirectionValue("")
	if indicator.Direction != nil {
		direction = indicator.Direction.Value
	}
	// One that is to fall may be rated by the target over the actual value.
	over, under := actual, target
	if isRate(actual, target, rate) {
		return
	}
	if direction == model.DirectionDown || direction == model.DirectionMaintain {
		if actual.Sign() == 0 || isRate(target, actual, rate) || isMirroredRate(actual, target, rate) {
			return
		}
	}
	if direction == model.DirectionDown {
		over, under = target, actual
	}
	expected := rounded(new(calculation).multiply(over, hundred), under, rate.Number.Decimals())
	code := CodeRate
	if printed.Cmp(hundred) == 0 && over.Cmp(under) > 0 {
		code = CodeRateCapped
	}
	e.report(code, where, rate.Raw, expected+"%", actual.Text('f')+" / "+target.Text('f'))
}

// figureOf returns a value as a number: its yen where it is money, so that units
// of money may differ.
func figureOf(value *model.Value) *apd.Decimal {
	if !value.Yen.IsZero() {
		return apd.New(value.Yen.Amount(), 0)
	}
	return value.Number.Decimal()
}

// isRate reports whether a rate is x by y in percent, whichever way its last
// digit was rounded.
func isRate(x, y *apd.Decimal, rate *model.Value) bool {
	var c calculation
	step := c.multiply(y, apd.New(1, int32(-rate.Number.Decimals())))
	near := c.isNear(c.multiply(x, hundred), c.multiply(y, rate.Number.Decimal()), step)
	return near || c.failed
}

// isMirroredRate reports whether a rate is 200 % less actual by target, as some
// rate what is to fall.
func isMirroredRate(actual, target *apd.Decimal, rate *model.Value) bool {
	var c calculation
	mirrored := c.subtract(c.multiply(target, apd.New(2, 0)), actual)
	return isRate(mirrored, target, rate) || c.failed
}
