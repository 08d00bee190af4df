package compare

import (
	"github.com/cockroachdb/apd/v3"

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
	oldKey, before := one.main()
	newKey, after := other.main()
	change.Old, change.New = before, after
	change.Path += "." + firstOf(newKey, oldKey)
	if other != nil {
		change.Unit = other.unit
		change.reach(new, results.new)
	} else {
		change.Unit = one.unit
	}
	if one == nil || other == nil || oldKey != newKey {
		return []Change{change}
	}
	change.judge(old, new, one, other)
	return []Change{change}
}

// reach sets the share of its target that a result has: the result in percent of
// the target, or, where less is better, the target in percent of the result.
func (change *Change) reach(indicator *model.Indicator, result *model.Value) {
	if result.Measure != model.Actual || result.Number.IsZero() {
		return
	}
	var target model.Number
	unit := ""
	if value := targetFor(indicator, result.FY); value != nil {
		target, unit = value.Number, firstOf(value.Unit, indicator.Unit)
		change.TargetFY = value.FY
	} else if goal := onlyGoal(indicator); goal != nil {
		target, unit = goal.Number, firstOf(goal.Unit, indicator.Unit)
	}
	if target.IsZero() || !sameKindOfUnit(unit, firstOf(result.Unit, indicator.Unit)) {
		change.TargetFY = 0
		return
	}
	change.Target = target
	if target.Decimal().Sign() <= 0 || result.Number.Decimal().Sign() < 0 {
		return
	}
	part, whole := result.Number, target
	if wayOf(indicator) == model.DirectionDown {
		part, whole = target, result.Number
	}
	change.Reached = percentOf(part, whole)
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
func (change *Change) judge(old, new *model.Indicator, one, other *figure) {
	before, after := one.Number, other.Number
	if before.IsZero() && !one.Yen.IsZero() && !other.Yen.IsZero() {
		before, after = yenNumber(one.Yen), yenNumber(other.Yen)
	} else if !sameKindOfUnit(one.unit, other.unit) {
		if one.Yen.IsZero() || other.Yen.IsZero() {
			return
		}
		before, after = yenNumber(one.Yen), yenNumber(other.Yen)
		change.Path = change.Path[:len(change.Path)-len("number")] + "yen"
		change.Old, change.New, change.Unit = one.Yen, other.Yen, "円"
	}
	if before.IsZero() || after.IsZero() {
		if one.isSame(other) {
			change.Outcome = OutcomeSame
		}
		return
	}
	*change = change.withDelta(before, after)
	change.Outcome = outcomeOf(old, new, one, other, before, after)
}

// outcomeOf says whether a result is better than the one before it. An indicator
// that is to stay within a limit is as before while both are; one that is to be
// kept moves to its target or away from it.
func outcomeOf(old, new *model.Indicator, one, other *figure, before, after model.Number) Outcome {
	step := after.Decimal().Cmp(before.Decimal())
	if step == 0 {
		return OutcomeSame
	}
	if limit := limitOf(new); limit != nil && sameKindOfUnit(firstOf(limit.Unit, new.Unit), other.unit) {
		was, is := isWithin(limit, before), isWithin(limit, after)
		switch {
		case was && is:
			return OutcomeSame
		case was != is:
			return betterIf(is)
		}
	}
	switch wayOf(new) {
	case model.DirectionUp:
		return betterIf(step > 0)
	case model.DirectionDown:
		return betterIf(step < 0)
	case model.DirectionMaintain:
		return keptOutcome(old, new, one, other, before, after)
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

// wayOf returns where an indicator is to move: as it says; else as the bound of a
// target says (60人以上 is upwards); else from its baseline, or its first target,
// to its last target or goal. It is empty where nothing tells.
func wayOf(indicator *model.Indicator) model.DirectionValue {
	if direction := indicator.Direction; direction != nil {
		if direction.Value != "" {
			return direction.Value
		}
		if direction.Bound != "" {
			return boundWay(direction.Bound)
		}
	}
	first, last := endsOf(indicator)
	if last == nil {
		return ""
	}
	if last.Bound != "" {
		return boundWay(last.Bound)
	}
	if first == nil || first.Number.IsZero() || last.Number.IsZero() {
		return ""
	}
	switch last.Number.Decimal().Cmp(first.Number.Decimal()) {
	case 1:
		return model.DirectionUp
	case -1:
		return model.DirectionDown
	default:
		return ""
	}
}

func boundWay(bound model.Bound) model.DirectionValue {
	if bound == model.BoundMin {
		return model.DirectionUp
	}
	return model.DirectionDown
}

// endsOf returns where an indicator starts from, and where it is to end.
func endsOf(indicator *model.Indicator) (first, last *model.Figure) {
	start, end := 0, 0
	for i := range indicator.Values {
		value := &indicator.Values[i]
		isFigure := !value.Number.IsZero() && value.FY != 0
		if value.Measure == model.Target && isFigure && (last == nil || value.FY > end) {
			last, end = &value.Figure, value.FY
		}
		if (value.Measure == model.Baseline || value.Measure == model.Target) && isFigure && (first == nil || value.FY < start) {
			first, start = &value.Figure, value.FY
		}
	}
	if indicator.Goal != nil && last == nil {
		last = &indicator.Goal.Figure
	}
	return first, last
}

// keptOutcome says of an indicator that is to be kept whether it moved towards
// the targets of its years, or away from them.
func keptOutcome(old, new *model.Indicator, one, other *figure, before, after model.Number) Outcome {
	was, is := distance(old, one, before), distance(new, other, after)
	if was == nil || is == nil {
		return ""
	}
	switch is.Cmp(was) {
	case 0:
		return OutcomeSame
	case -1:
		return OutcomeBetter
	default:
		return OutcomeWorse
	}
}

// distance is how far a result is from what is to be kept; nil where that is not
// known.
func distance(indicator *model.Indicator, result *figure, value model.Number) *apd.Decimal {
	target := model.Number{}
	if result.fy != 0 {
		if at := targetFor(indicator, result.fy); at != nil {
			target = at.Number
		}
	}
	if goal := onlyGoal(indicator); target.IsZero() && goal != nil {
		target = goal.Number
	}
	between := difference(target, value)
	if between.IsZero() {
		return nil
	}
	size := between.Decimal()
	size.Abs(size)
	return size
}
