package compare

import (
	"cmp"

	"sheetconv/model"
)

// departmentPlaces are the places at which a department's parts stand.
func departmentPlaces(d *model.Department) []place {
	return []place{
		{"section", foldName(d.Section)}, {"division", foldName(d.Division)},
		{headPlace("section", d.Section), foldName(d.SectionHead)}, {headPlace("division", d.Division), foldName(d.DivisionHead)},
		{divisionPlace(d), foldName(d.Division)},
	}
}

func departmentKey(d *model.Department) string {
	return foldName(d.Division) + "\x00" + foldName(d.Section)
}

func headPlace(of, name string) string { return of + " head " + foldName(name) }

// divisionPlace is the place of the division that a section belongs to.
func divisionPlace(d *model.Department) string { return "division of " + foldName(d.Section) }

// departmentPair is a department in both issues.
type departmentPair = rowPair[model.Department]

// compareDepartments returns the changes of those in charge. The order in which
// they stand says nothing.
func (c *comparison) compareDepartments(pair *itemPair) []Change {
	old, new := pair.old.item.Departments, pair.new.item.Departments
	var changes []Change
	for _, one := range c.pairDepartments(old, new) {
		changes = append(changes, c.compareDepartment(one)...)
	}
	return changes
}

// pairDepartments pairs by division and section; else by the section, which moved
// to another division; else the last one of each side, which was renamed or
// replaced, or those of which that holds in the whole issue.
func (c *comparison) pairDepartments(old, new []model.Department) []departmentPair {
	var pairs []departmentPair
	leftOld, leftNew := pointers(old), pointers(new)
	match := func(same func(a, b *model.Department) bool) {
		var rest []*model.Department
		for _, one := range leftNew {
			at := indexOf(leftOld, func(other *model.Department) bool { return same(other, one) })
			if at < 0 {
				rest = append(rest, one)
				continue
			}
			pairs = append(pairs, departmentPair{old: leftOld[at], new: one})
			leftOld = append(leftOld[:at:at], leftOld[at+1:]...)
		}
		leftNew = rest
	}
	match(func(a, b *model.Department) bool {
		return departmentKey(a) == departmentKey(b) && a.Role == b.Role
	})
	match(func(a, b *model.Department) bool { return departmentKey(a) == departmentKey(b) })
	match(func(a, b *model.Department) bool {
		return a.Section != "" && foldName(a.Section) == foldName(b.Section)
	})
	match(func(a, b *model.Department) bool {
		return len(leftOld) == 1 && len(leftNew) == 1 || c.isRenamed(a, b)
	})
	for _, one := range leftNew {
		pairs = append(pairs, departmentPair{new: one})
	}
	for _, one := range leftOld {
		pairs = append(pairs, departmentPair{old: one})
	}
	return pairs
}

func pointers[T any](rows []T) []*T {
	found := make([]*T, len(rows))
	for i := range rows {
		found[i] = &rows[i]
	}
	return found
}

// isRenamed reports whether a section is gone from the new issue and another one
// stood nowhere before, with names that are alike.
func (c *comparison) isRenamed(old, new *model.Department) bool {
	one, other := place{"section", foldName(old.Section)}, place{"section", foldName(new.Section)}
	return old.Section != "" && new.Section != "" && !c.new.values[one] && !c.old.values[other] &&
		overlap(bigrams(one.value), bigrams(other.value)) >= renamedIndicator
}

// departmentLabel is how paths name a department.
func departmentLabel(d *model.Department) string { return cmp.Or(d.Section, d.Division, d.SectionHead) }

func (c *comparison) compareDepartment(both departmentPair) []Change {
	old, new := both.old, both.new
	switch {
	case new == nil:
		return []Change{{Class: ClassOrganisation, Path: row("departments", departmentLabel(old)), Old: old, OldAt: old.At}}
	case old == nil:
		return []Change{{Class: ClassOrganisation, Path: row("departments", departmentLabel(new)), New: new, NewAt: new.At}}
	}
	var changes []Change
	add := func(label, key, before, after string) *Change {
		changes = append(changes, Change{
			Class: ClassOrganisation, Path: row("departments", label) + "." + key, Old: wording(before), New: wording(after),
			OldAt: old.At, NewAt: new.At,
		})
		return &changes[len(changes)-1]
	}
	label := departmentLabel(new)
	if before, after := foldName(old.Division), foldName(new.Division); before != after {
		whole := sharing{old: place{"division", before}, new: place{"division", after}}
		if before != "" && after != "" && c.isEverywhere(whole) {
			add(new.Division, "division", old.Division, new.Division).shared = whole
		} else {
			add(label, "division", old.Division, new.Division).share(divisionPlace(old), before, divisionPlace(new), after)
		}
	}
	if foldName(old.Section) != foldName(new.Section) {
		add(label, "section", old.Section, new.Section).share("section", foldName(old.Section), "section", foldName(new.Section))
	}
	if foldName(old.DivisionHead) != foldName(new.DivisionHead) {
		add(cmp.Or(new.Division, label), "division_head", old.DivisionHead, new.DivisionHead).share(
			headPlace("division", old.Division), foldName(old.DivisionHead),
			headPlace("division", new.Division), foldName(new.DivisionHead))
	}
	if foldName(old.SectionHead) != foldName(new.SectionHead) {
		add(label, "section_head", old.SectionHead, new.SectionHead).share(
			headPlace("section", old.Section), foldName(old.SectionHead),
			headPlace("section", new.Section), foldName(new.SectionHead))
	}
	if old.Role != new.Role {
		add(label, "role", string(old.Role), string(new.Role))
	}
	return changes
}
