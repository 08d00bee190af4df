package compare

import (
	"strings"

	"sheetconv/model"
)

// progressOf returns the newest result of an indicator against the newest of the
// older issue; nothing where both are of one year.
func progressOf(old, new *model.Indicator, results valuePair, path string) []Change {
	if results.old == nil && results.new == nil {
		return nil
	}
	one, other := valueFigure(results.old, old.Unit), valueFigure(results.new, new.Unit)
	shown := results.new
	if shown == nil {
		shown = results.old
	}
	change := Change{Class: ClassProgress, Path: path + "." + row("values", year(shown.FY), string(shown.Measure))}
	if one != nil {
		change.OldFY, change.OldAt = results.old.FY, one.at
	}
	if other != nil {
		change.NewFY, change.NewAt = results.new.FY, other.at
	}
	oldKey, before := one.mainKey(), one.mainValue()
	newKey, after := other.mainKey(), other.mainValue()
	change.Old, change.New = before, after
	change.Path += "." + firstOf(newKey, oldKey)
	if other != nil {
		change.Unit = other.unit
		change.reach(new, results.new, wayOf(old, new))
	} else {
		change.Unit = one.unit
	}
	if one == nil || other == nil || oldKey != newKey && !one.isMoney(other) {
		return []Change{change}
	}
	change.judge(old, new, one, other, newKey)
	return []Change{change}
}

// reach sets the share of its target that a result has: the result in percent of
// the target, or, where less is better, the target in percent of the result.
func (c *Change) reach(indicator *model.Indicator, result *model.Value, way model.DirectionValue) {
	if result.Measure != model.Actual || result.Number.IsZero() {
		return
	}
	var target model.Number
	unit := ""
	if value := targetFor(indicator, result.FY); value != nil {
		target, unit = value.Number, firstOf(value.Unit, indicator.Unit)
		c.TargetFY = value.FY
	} else if goal := onlyGoal(indicator); goal != nil {
		target, unit = goal.Number, firstOf(goal.Unit, indicator.Unit)
	}
	if target.IsZero() || !sameKindOfUnit(unit, firstOf(result.Unit, indicator.Unit)) {
		c.TargetFY = 0
		return
	}
	c.Target = target
	if target.Decimal().Sign() <= 0 || result.Number.Decimal().Sign() < 0 {
		return
	}
	part, whole := result.Number, target
	if way == model.DirectionDown {
		part, whole = target, result.Number
	}
	c.Reached = percentOf(part, whole)
}

// onlyGoal returns the goal of an indicator without targets. Beside targets it may
// be the sum of all years, which no year's result is held against.
func onlyGoal(indicator *model.Indicator) *model.Quantity {
	for i := range indicator.Values {
		if indicator.Values[i].Measure == model.Target {
			return nil
		}
	}
	return indicator.Goal
}

// sameKindOfUnit reports whether figures of two units can be held against each
// other: 回 and 回/年 can.
func sameKindOfUnit(a, b string) bool {
	a, b = foldName(a), foldName(b)
	return a == b || a == "" || b == "" || a == b+"/年" || b == a+"/年"
}

// judge sets what lies between two results and whether that is better or worse.
func (c *Change) judge(old, new *model.Indicator, one, other *figure, key string) {
	if key == "rank.position" {
		c.Unit, c.Delta = "", rankDelta(one.Rank, other.Rank)
		// Upwards is towards the first place.
		c.Outcome = outcomeOf(wayOf(old, new), nil, rankNumber(other), rankNumber(one))
		return
	}
	before, after := one.Number, other.Number
	isMoney := one.isMoney(other) && (before.IsZero() || after.IsZero() || foldName(one.unit) != foldName(other.unit))
	switch {
	case isMoney:
		before, after = yenNumber(one.Yen), yenNumber(other.Yen)
		c.Path = strings.TrimSuffix(c.Path, key) + "yen"
		c.Old, c.New, c.Unit = one.Yen, other.Yen, "円"
	case !sameKindOfUnit(one.unit, other.unit):
		return
	}
	if before.IsZero() || after.IsZero() {
		if one.isSame(other) {
			c.Outcome = OutcomeSame
		}
		return
	}
	*c = c.withDelta(before, after)
	c.Outcome = outcomeOf(wayOf(old, new), limitOf(new), before, after)
}

func rankNumber(f *figure) model.Number { return model.NewNumber(int64(f.Rank.Position), 0) }

// outcomeOf says whether a result is better than the one before it. Within a limit
// all is as before. Of what is to be kept it is only known whether it was.
func outcomeOf(way model.DirectionValue, limit *model.Figure, before, after model.Number) Outcome {
	step := after.Decimal().Cmp(before.Decimal())
	if step == 0 {
		return OutcomeSame
	}
	if limit != nil {
		was, is := isWithin(limit, before), isWithin(limit, after)
		switch {
		case was && is:
			return OutcomeSame
		case was != is:
			return betterIf(is)
		}
	}
	switch way {
	case model.DirectionUp:
		return betterIf(step > 0)
	case model.DirectionDown:
		return betterIf(step < 0)
	default:
		return ""
	}
}

func betterIf(holds bool) Outcome {
	if holds {
		return OutcomeBetter
	}
	return OutcomeWorse
}

// limitOf returns the bound that stands in an indicator's place of a direction.
func limitOf(indicator *model.Indicator) *model.Figure {
	direction := indicator.Direction
	if direction == nil || direction.Value != "" || direction.Bound == "" || direction.Number.IsZero() {
		return nil
	}
	return &direction.Figure
}

func isWithin(limit *model.Figure, value model.Number) bool {
	order := value.Decimal().Cmp(limit.Number.Decimal())
	if limit.Bound == model.BoundMin {
		return order >= 0
	}
	return order <= 0
}
