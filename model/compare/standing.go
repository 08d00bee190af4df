package compare

import (
	"strings"

	"sheetconv/model"
)

// compareStanding returns the changes of what an item is and how it goes on: its
// kind, number, parent, status and period.
func (c *comparison) compareStanding(pair *itemPair) []Change {
	old, new := pair.old.item, pair.new.item
	var changes []Change
	add := func(class Class, key string, same bool, one, other any) {
		if !same {
			changes = append(changes, Change{Class: class, Path: key, Old: one, New: other, OldAt: old.At, NewAt: new.At})
		}
	}
	add(ClassStatus, "status", old.Status == new.Status, wording(string(old.Status)), wording(string(new.Status)))
	changes = append(changes, comparePeriod(old.Period, new.Period)...)
	add(ClassStructure, "number", pair.old.number == pair.new.number, wording(old.Number), wording(new.Number))
	add(ClassStructure, "kind", old.Kind == new.Kind, wording(string(old.Kind)), wording(string(new.Kind)))
	add(ClassStructure, "parent", sameParent(pair.old, pair.new), wording(old.Parent), wording(new.Parent))
	return changes
}

// sameParent reports whether two items stand under one item, however it is
// numbered.
func sameParent(old, new *entry) bool {
	if old.parent == nil || new.parent == nil {
		return old.item.Parent == new.item.Parent
	}
	partner := old.parent.partner
	if partner == nil || partner == old.parent {
		return old.parent.item.ID == new.parent.item.ID && old.parent.name == new.parent.name
	}
	return partner == new.parent || partner.item.ID == new.parent.item.ID && partner.name == new.parent.name
}

// comparePeriod returns the changes of a period. A planned year that is another one
// was restated.
func comparePeriod(old, new *model.Period) []Change {
	var one, other model.Period
	change := Change{Class: ClassRevision}
	if old != nil {
		one, change.OldAt = *old, old.At
	}
	if new != nil {
		other, change.NewAt = *new, new.At
	}
	var changes []Change
	add := func(key string, same bool, before, after any) {
		if !same {
			change := change
			change.Path, change.Old, change.New = "period."+key, before, after
			changes = append(changes, change)
		}
	}
	add("start_fy", one.StartFY == other.StartFY, yearValue(one.StartFY), yearValue(other.StartFY))
	add("end_fy", one.EndFY == other.EndFY, yearValue(one.EndFY), yearValue(other.EndFY))
	add("open_ended", one.OpenEnded == other.OpenEnded, truth(one.OpenEnded), truth(other.OpenEnded))
	if len(changes) == 0 && one.StartFY == 0 && one.EndFY == 0 && !one.OpenEnded {
		add("raw", sameText(one.Raw, other.Raw), wording(one.Raw), wording(other.Raw))
	}
	return changes
}

// comparePolicy returns the changes of an item's place in the plan's hierarchy,
// level by level.
func (c *comparison) comparePolicy(pair *itemPair) []Change {
	pairs := pairRows(pair.old.item.Policy, pair.new.item.Policy,
		func(p *model.Policy) string { return foldName(p.Level) },
		func(a, b *model.Policy) bool {
			return foldName(a.Number) == foldName(b.Number) && foldName(a.Name) == foldName(b.Name)
		},
		func(_, other *model.Policy) { c.alike(pair, row("policy", other.Level), other.At) })
	var changes []Change
	for _, one := range pairs {
		changes = append(changes, compareLevel(one)...)
	}
	return changes
}

func compareLevel(both rowPair[model.Policy]) []Change {
	old, new := both.old, both.new
	switch {
	case new == nil:
		change := Change{Class: ClassStructure, Path: row("policy", old.Level), Old: old, OldAt: old.At}
		change.share(policyPlace(old), "", policyPlace(old), "")
		return []Change{change}
	case old == nil:
		change := Change{Class: ClassStructure, Path: row("policy", new.Level), New: new, NewAt: new.At}
		change.share(policyPlace(new), "", policyPlace(new), "")
		return []Change{change}
	}
	if policyValue(old) == policyValue(new) {
		return nil
	}
	change := Change{
		Class: ClassStructure, Path: row("policy", new.Level), Old: shownLevel(old), New: shownLevel(new),
		OldAt: old.At, NewAt: new.At,
	}
	change.share(policyPlace(old), policyValue(old), policyPlace(new), policyValue(new))
	return []Change{change}
}

// shownLevel is a level as it is printed: its number and its name.
func shownLevel(p *model.Policy) string { return strings.TrimSpace(p.Number + " " + p.Name) }

func policyPlace(p *model.Policy) string { return "policy " + foldName(p.Level) }

func policyValue(p *model.Policy) string { return foldName(p.Number) + "\x00" + foldName(p.Name) }
