package compare

import (
	"cmp"
	"slices"

	"sheetconv/model"
)

// wayOf returns where an indicator is to move: as the new issue prints it, else
// the old one; else as the bound of its last target says (60人以上 is upwards);
// else as the word in a target's place says; else, where the baseline and the
// targets of both issues lead, if it is the same way. It is empty where nothing
// tells.
func wayOf(old, new *model.Indicator) model.DirectionValue {
	for _, indicator := range []*model.Indicator{new, old} {
		if direction := indicator.Direction; direction != nil && direction.Value != "" {
			return direction.Value
		} else if direction != nil && direction.Bound != "" {
			return boundWay(direction.Bound)
		}
	}
	for _, indicator := range []*model.Indicator{new, old} {
		if way := targetWay(indicator); way != "" {
			return way
		}
	}
	if course := courseOf(new); course == courseOf(old) {
		return course.way()
	}
	return ""
}

func boundWay(bound model.Bound) model.DirectionValue {
	if bound == model.BoundMin {
		return model.DirectionUp
	}
	return model.DirectionDown
}

// stateWays are the words that stand in a target's place and tell a direction.
var stateWays = map[string]model.DirectionValue{
	"拡大": model.DirectionUp, "増加": model.DirectionUp, "現状以上": model.DirectionUp,
	"縮小": model.DirectionDown, "減少": model.DirectionDown, "現状以下": model.DirectionDown,
}

// targetWay returns the direction that the bound or the word of an indicator's
// last target tells, or of its goal.
func targetWay(indicator *model.Indicator) model.DirectionValue {
	figure := (*model.Figure)(nil)
	if last := latest(indicator, model.Target); last != nil {
		figure = &last.Figure
	} else if indicator.Goal != nil {
		figure = &indicator.Goal.Figure
	}
	if figure == nil {
		return ""
	}
	if figure.Bound != "" {
		return boundWay(figure.Bound)
	}
	return stateWays[foldName(figure.State)]
}

// course is where the baseline and the targets of an indicator lead.
type course int

const (
	level course = iota
	rising
	falling
	turning
)

func (c course) way() model.DirectionValue {
	switch c {
	case rising:
		return model.DirectionUp
	case falling:
		return model.DirectionDown
	default:
		return ""
	}
}

// courseOf returns where the baseline and the targets of an indicator lead, in the
// order of their years, and its goal behind them where there is no target.
func courseOf(indicator *model.Indicator) course {
	var stations []*model.Value
	isAnyTarget := false
	for i := range indicator.Values {
		value := &indicator.Values[i]
		isTarget := value.Measure == model.Target
		if (isTarget || value.Measure == model.Baseline) && value.FY != 0 && !value.Number.IsZero() {
			stations = append(stations, value)
			isAnyTarget = isAnyTarget || isTarget
		}
	}
	slices.SortStableFunc(stations, func(a, b *model.Value) int { return cmp.Compare(a.FY, b.FY) })
	numbers := make([]model.Number, 0, len(stations)+1)
	for _, station := range stations {
		numbers = append(numbers, station.Number)
	}
	if !isAnyTarget && indicator.Goal != nil && !indicator.Goal.Number.IsZero() {
		numbers = append(numbers, indicator.Goal.Number)
	}
	found := level
	for i := 1; i < len(numbers); i++ {
		step := rising
		switch numbers[i].Decimal().Cmp(numbers[i-1].Decimal()) {
		case 0:
			continue
		case -1:
			step = falling
		}
		if found != level && found != step {
			return turning
		}
		found = step
	}
	return found
}
