package compare

import (
	"strings"

	"sheetconv/model"
)

// compareIndicator returns the changes of an indicator: of its figures, of what
// they mean, of its words.
func (c *comparison) compareIndicator(pair *itemPair, both *indicatorPair) []Change {
	old, new := both.Old, both.New
	path := row("indicators", both.label)
	link := &both.IndicatorPair
	switch {
	case old == nil && new == nil:
		return nil
	case old == nil:
		return []Change{{Class: ClassStructure, Path: path, New: new, NewAt: new.At, Indicator: link}}
	case new == nil:
		return []Change{{Class: ClassStructure, Path: path, Old: old, OldAt: old.At, Indicator: link}}
	}
	documents := [2]*printed{both.document, pair.new.document}
	if both.document == nil {
		documents[0] = pair.old.document
	}
	changes := c.compareValues(pair, both, documents)
	changes = append(changes, compareGoal(old, new, path)...)
	changes = append(changes, compareMeaning(both, path)...)
	if both.from != "" {
		changes = append(changes, Change{
			Class: ClassStructure, Path: path, New: new, NewAt: new.At,
		})
	}
	for i := range changes {
		changes[i].Indicator, changes[i].MovedFrom = link, both.from
	}
	return changes
}

func compareGoal(old, new *model.Indicator, path string) []Change {
	if old.Goal == nil && new.Goal == nil {
		return nil
	}
	one, other := quantityFigure(old.Goal, old.Unit, old.At), quantityFigure(new.Goal, new.Unit, new.At)
	changes := one.changes(other, path+".goal", ClassRevision)
	if old.Goal != nil && new.Goal != nil && old.Goal.FY != new.Goal.FY {
		changes = append(changes, Change{
			Class: ClassRevision, Path: path + ".goal.fy", Old: yearValue(old.Goal.FY), New: yearValue(new.Goal.FY),
			OldAt: old.At, NewAt: new.At,
		})
	}
	return changes
}

// yearValue returns a year as what a change holds: nil where there is none.
func yearValue(fy int) any {
	if fy == 0 {
		return nil
	}
	return fy
}

// compareMeaning returns the changes of what an indicator measures. Another unit
// or direction restates every figure, so they count as revisions.
func compareMeaning(both *indicatorPair, path string) []Change {
	old, new := both.Old, both.New
	var changes []Change
	add := func(class Class, key string, same bool, one, other any) {
		if !same {
			changes = append(changes, Change{
				Class: class, Path: path + "." + key, Old: one, New: other, OldAt: old.At, NewAt: new.At,
			})
		}
	}
	// Money is compared in yen, whatever its unit.
	sameUnit := foldName(old.Unit) == foldName(new.Unit) || isMoneyUnit(old.Unit) && isMoneyUnit(new.Unit)
	add(ClassRevision, "unit", sameUnit, wording(old.Unit), wording(new.Unit))
	add(ClassRevision, "cumulative", old.Cumulative == new.Cumulative, truth(old.Cumulative), truth(new.Cumulative))
	changes = append(changes, compareDirection(old, new, path)...)
	add(ClassStructure, "name", both.percent == 0 && sameIndicatorName(old, new), wording(old.Name), wording(new.Name))
	if both.percent > 0 {
		changes[len(changes)-1].Score = score(both.percent)
	}
	add(ClassStructure, "kind", old.Kind == new.Kind, wording(string(old.Kind)), wording(string(new.Kind)))
	add(ClassStructure, "repeated", old.Repeated == new.Repeated, truth(old.Repeated), truth(new.Repeated))
	add(ClassText, "definition", sameText(old.Definition, new.Definition), wording(old.Definition), wording(new.Definition))
	add(ClassText, "method", sameText(old.Method, new.Method), wording(old.Method), wording(new.Method))
	return changes
}

func isMoneyUnit(unit string) bool { return strings.HasSuffix(foldName(unit), "円") }

// sameIndicatorName reports whether two names differ by no more than brackets,
// blanks, width and what is said elsewhere in the model.
func sameIndicatorName(old, new *model.Indicator) bool {
	return foldIndicator(old.Name, old.Unit) == foldIndicator(new.Name, new.Unit)
}

func compareDirection(old, new *model.Indicator, path string) []Change {
	var before, after model.Direction
	if old.Direction != nil {
		before = *old.Direction
	}
	if new.Direction != nil {
		after = *new.Direction
	}
	change := Change{Class: ClassRevision, Path: path + ".direction.value", OldAt: old.At, NewAt: new.At}
	if before.Value != after.Value {
		change.Old, change.New = directionWord(before), directionWord(after)
		return []Change{change}
	}
	if before.Value != "" || before.Raw == "" && after.Raw == "" {
		return nil
	}
	one, other := quantityFigure(&before.Quantity, old.Unit, old.At), quantityFigure(&after.Quantity, new.Unit, new.At)
	if before.Raw == "" {
		one = nil
	}
	if after.Raw == "" {
		other = nil
	}
	return one.changes(other, path+".direction", ClassRevision)
}

// directionWord returns a direction as its value, else as printed.
func directionWord(direction model.Direction) any {
	return wording(firstOf(string(direction.Value), direction.Raw))
}

// sameIndicator reports whether two indicators of one name say the same.
func sameIndicator(old, new *model.Indicator) bool {
	if len(old.Values) != len(new.Values) || len(compareGoal(old, new, "")) > 0 {
		return false
	}
	both := &indicatorPair{IndicatorPair: IndicatorPair{Old: old, New: new}}
	if len(compareMeaning(both, "")) > 0 {
		return false
	}
	for i := range old.Values {
		one, other := &old.Values[i], &new.Values[i]
		if one.FY != other.FY || one.Measure != other.Measure || !valueFigure(one, old.Unit).isSame(valueFigure(other, new.Unit)) {
			return false
		}
	}
	return true
}
