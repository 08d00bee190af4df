package workbook

import (
	"strings"

	"github.com/cockroachdb/apd/v3"

	"sheetconv/model"
)

// achievement is how far an indicator has come: its latest result against the target
// of that year, else of the next later year that has one, else the goal.
type achievement struct {
	actual *model.Value
	// target is that of targetFY; 0 stands for the goal.
	target   *model.Figure
	targetFY int
	// lessIsBetter says that the indicator is to fall, or its target is a maximum.
	lessIsBetter bool
	// share is 1 where the target is just met, in plain digits.
	share string
}

// achievementOf returns an indicator's achievement. There is none without a result
// and a target that are numbers of one unit, or with a target of 0 or less, of which
// nothing is a share.
func achievementOf(indicator *model.Indicator) (achievement, bool) {
	var found achievement
	for index := range indicator.Values {
		value := &indicator.Values[index]
		if value.Measure == model.Actual && value.FY > 0 && !value.Number.IsZero() && (found.actual == nil || value.FY > found.actual.FY) {
			found.actual = value
		}
	}
	if found.actual == nil || !found.findTarget(indicator) {
		return found, false
	}
	if unitOf(indicator, &found.actual.Figure) != unitOf(indicator, found.target) {
		return found, false
	}
	direction := indicator.Direction
	found.lessIsBetter = direction != nil && (direction.Value == model.DirectionDown || direction.Bound == model.BoundMax) ||
		found.target.Bound == model.BoundMax
	var is bool
	found.share, is = share(found.actual.Number, found.target.Number, found.lessIsBetter)
	return found, is
}

func (a *achievement) findTarget(indicator *model.Indicator) bool {
	for index := range indicator.Values {
		value := &indicator.Values[index]
		if value.Measure != model.Target || value.FY < a.actual.FY || value.Number.IsZero() {
			continue
		}
		if a.target == nil || value.FY < a.targetFY {
			a.target, a.targetFY = &value.Figure, value.FY
		}
	}
	if a.target == nil && indicator.Goal != nil && !indicator.Goal.Number.IsZero() {
		a.target = &indicator.Goal.Figure
	}
	return a.target != nil
}

func unitOf(indicator *model.Indicator, figure *model.Figure) string {
	if figure.Unit != "" {
		return figure.Unit
	}
	return indicator.Unit
}

// shares are computed to as many digits as Excel has.
var shares = apd.BaseContext.WithPrecision(15)

// share returns actual ÷ target, or 2 − actual ÷ target where less is better, which
// is 1 where the target is met, more where it is outdone, and has a value also for
// an actual of 0.
func share(actual, target model.Number, lessIsBetter bool) (string, bool) {
	if target.Decimal().Sign() <= 0 {
		return "", false
	}
	var quotient apd.Decimal
	if _, err := shares.Quo(&quotient, actual.Decimal(), target.Decimal()); err != nil {
		return "", false
	}
	if lessIsBetter {
		if _, err := shares.Sub(&quotient, apd.New(2, 0), &quotient); err != nil {
			return "", false
		}
	}
	digits := quotient.Text('f')
	if strings.Contains(digits, ".") {
		digits = strings.TrimRight(strings.TrimRight(digits, "0"), ".")
	}
	return digits, true
}

// mainIndicator returns the indicator that stands for an item: the first outcome that
// has an achievement, else the first that has one.
func mainIndicator(item *model.Item) (*model.Indicator, string, bool) {
	var main *model.Indicator
	var mainShare string
	for index := range item.Indicators {
		indicator := &item.Indicators[index]
		isOutcome := indicator.Kind == model.OutcomeIndicator
		if main != nil && !isOutcome {
			continue
		}
		if found, is := achievementOf(indicator); is {
			main, mainShare = indicator, found.share
			if isOutcome {
				break
			}
		}
	}
	return main, mainShare, main != nil
}
