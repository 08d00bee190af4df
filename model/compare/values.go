package compare

import (
	"slices"
	"strings"

	"sheetconv/model"
)

// valuePair is a value of an indicator in both issues.
type valuePair = rowPair[model.Value]

// compareValues returns the changes of an indicator's values: those restated for
// the same year, and its newest result against the newest of the other issue.
func (c *comparison) compareValues(pair *itemPair, both *indicatorPair, documents [2]*printed) []Change {
	path := row("indicators", both.label)
	old, new := both.Old, both.New
	pairs := pairRows(old.Values, new.Values,
		func(v *model.Value) string { return string(v.Measure) + year(v.FY) },
		func(a, b *model.Value) bool { return valueFigure(a, old.Unit).isSame(valueFigure(b, new.Unit)) },
		func(_, other *model.Value) {
			if other.FY == 0 {
				c.report(CodeYearUnknown, other.At, both.label, string(other.Measure))
			} else {
				c.alike(pair, row(path+".values", year(other.FY), string(other.Measure)), other.At)
			}
		})
	pairs = dropYearless(pairs)
	latest := latestResults(old, new)
	if latest.old == nil && latest.new != nil && documents[0].isBefore(latest.new.FY) ||
		latest.new == nil && latest.old != nil && documents[1].isBefore(latest.old.FY) {
		latest = valuePair{} // it dropped out of the columns
	}
	pairs = pairMovedYears(pairs, latest, documents)
	changes := progressOf(old, new, latest, path)
	sameUnits := foldName(old.Unit) == foldName(new.Unit)
	for _, one := range pairs {
		if one.old == latest.old && one.new == nil || one.new == latest.new && one.old == nil {
			continue // the progress tells it
		}
		restated := compareValue(old, new, one, path, documents)
		if !sameUnits {
			restated = slices.DeleteFunc(restated, func(change Change) bool {
				return one.old != nil && one.new != nil && one.old.Unit == "" && one.new.Unit == "" && isUnit(change)
			})
		}
		changes = append(changes, restated...)
	}
	return changes
}

// isUnit reports whether a change is that of a unit.
func isUnit(change Change) bool { return strings.HasSuffix(change.Path, ".unit") }

// compareValue returns the changes of one value. One that only one issue has is
// none, unless both print its year.
func compareValue(old, new *model.Indicator, pair valuePair, path string, documents [2]*printed) []Change {
	one := pair.new
	if one == nil {
		one = pair.old
	}
	if pair.old == nil || pair.new == nil {
		isSilent := one.FY != 0 && !bothPrint(documents[0], documents[1], "values", string(one.Measure), one.FY)
		if isSilent {
			return nil
		}
	}
	class := ClassRevision
	if one.FY == 0 && one.Measure == model.Actual {
		class = ClassProgress // a result of the plan as a whole
	}
	path += "." + row("values", year(one.FY), string(one.Measure))
	changes := valueFigure(pair.old, old.Unit).changes(valueFigure(pair.new, new.Unit), path, class)
	if pair.old == nil || pair.new == nil || pair.old.FY == pair.new.FY {
		return changes
	}
	for i := range changes {
		changes[i].OldFY, changes[i].NewFY = pair.old.FY, pair.new.FY
	}
	return append([]Change{{
		Class: class, Path: path + ".fy", Old: yearValue(pair.old.FY), New: yearValue(pair.new.FY),
		OldAt: pair.old.At, NewAt: pair.new.At,
	}}, changes...)
}

// dropYearless leaves out the values of which one issue lost the year: the same
// figure stands without one there.
func dropYearless(pairs []valuePair) []valuePair {
	gone := map[int]bool{}
	for i, one := range pairs {
		if one.old != nil && one.new != nil || gone[i] {
			continue
		}
		for k, other := range pairs {
			if k == i || gone[k] || gone[i] {
				continue
			}
			old, new := one.old, other.new
			if old == nil || new == nil || other.old != nil || one.new != nil {
				continue
			}
			if (old.FY == 0) != (new.FY == 0) && old.Measure == new.Measure && sameFigure(&old.Figure, &new.Figure) {
				gone[i], gone[k] = true, true
			}
		}
	}
	if len(gone) == 0 {
		return pairs
	}
	var kept []valuePair
	for i, one := range pairs {
		if !gone[i] {
			kept = append(kept, one)
		}
	}
	return kept
}

// latestResults returns the newest result of an indicator in each issue: its
// actuals, or its rates where neither issue prints an actual. The pair is empty
// where both are of one year, for then they are no progress.
func latestResults(old, new *model.Indicator) valuePair {
	pair := valuePair{latest(old, model.Actual), latest(new, model.Actual)}
	if pair.old == nil && pair.new == nil {
		pair = valuePair{latest(old, model.Rate), latest(new, model.Rate)}
	}
	if pair.old != nil && pair.new != nil && pair.old.FY == pair.new.FY {
		return valuePair{}
	}
	return pair
}

// latest returns the newest value of a measure, nil if none has a year.
func latest(indicator *model.Indicator, measure model.ValueMeasure) *model.Value {
	var found *model.Value
	for i := range indicator.Values {
		value := &indicator.Values[i]
		if value.Measure == measure && value.FY != 0 && (found == nil || value.FY > found.FY) {
			found = value
		}
	}
	return found
}

// targetFor returns the target that a result of a year is held against: that of
// the year, else of the next year that has one; nil if there is none.
func targetFor(indicator *model.Indicator, fy int) *model.Value {
	var found *model.Value
	for i := range indicator.Values {
		value := &indicator.Values[i]
		if value.Measure == model.Target && value.FY >= fy && !value.Number.IsZero() && (found == nil || value.FY < found.FY) {
			found = value
		}
	}
	return found
}
