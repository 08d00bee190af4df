package compare

import (
	"cmp"
	"slices"
	"strings"

	"sheetconv/model"
)

// departmentPlaces are the places at which a department's parts stand.
func departmentPlaces(d *model.Department) []place {
	return []place{
		{"section", foldName(d.Section)}, {"division", foldName(d.Division)}, {divisionPlace(d), foldName(d.Division)},
	}
}

func departmentKey(d *model.Department) string {
	return foldName(d.Division) + "\x00" + foldName(d.Section)
}

// divisionPlace is the place of the division that a section belongs to.
func divisionPlace(d *model.Department) string { return "division of " + foldName(d.Section) }

// departmentPair is a department in both issues.
type departmentPair = rowPair[model.Department]

// compareDepartments returns the changes of those in charge. The order in which
// they stand says nothing. Where a section is another one, and not the same under
// a new name in the whole issue, the change is that of all of them.
func (c *comparison) compareDepartments(pair *itemPair) []Change {
	old, new := pair.old.item.Departments, pair.new.item.Departments
	var changes []Change
	isWhole := false
	for _, one := range c.pairDepartments(old, new) {
		if one.old == nil || one.new == nil {
			isWhole = true
			continue
		}
		changes = append(changes, c.compareDepartment(one)...)
	}
	if isWhole {
		// The lists say which section belongs to which division.
		changes = slices.DeleteFunc(changes, func(one Change) bool {
			return one.shared != sharing{} && !c.isEverywhere(one.shared)
		})
		changes = append(changes, departmentsChange(old, new))
	}
	return changes
}

// departmentsChange is the change of all departments of an item.
func departmentsChange(old, new []model.Department) Change {
	change := Change{Class: ClassOrganisation, Path: "departments", Old: list(shownDepartments(old)), New: list(shownDepartments(new))}
	if len(old) > 0 {
		change.OldAt = old[0].At
	}
	if len(new) > 0 {
		change.NewAt = new[0].At
	}
	return change
}

// shownDepartments returns departments as they are printed: division and section.
func shownDepartments(departments []model.Department) []string {
	var shown []string
	for i := range departments {
		shown = append(shown, strings.TrimSpace(departments[i].Division+" "+departments[i].Section))
	}
	return shown
}

// pairDepartments pairs by division and section; else by the section, whose
// division was renamed or is another one; else those of which the one is gone from
// the whole issue and the other one stands in its place.
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
		return c.renamed[foldName(a.Section)] == foldName(b.Section) && a.Section != ""
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

// findRenamedSections finds the sections that are gone from the new issue, where
// one that stood nowhere before has taken the place of each in all items that had
// it, and in more than one.
func (c *comparison) findRenamedSections(pairs []*itemPair) {
	type successors struct {
		order  []string
		counts map[string]int
		items  int
	}
	gone := map[string]*successors{}
	for _, pair := range pairs {
		if pair.old == nil || pair.new == nil {
			continue
		}
		fresh := c.freshSections(pair.new.item.Departments)
		for _, section := range sectionsOf(pair.old.item.Departments) {
			if section == "" || c.new.values[place{"section", section}] {
				continue
			}
			if gone[section] == nil {
				gone[section] = &successors{counts: map[string]int{}}
			}
			s := gone[section]
			s.items++
			for _, other := range fresh {
				if s.counts[other]++; s.counts[other] == 1 {
					s.order = append(s.order, other)
				}
			}
		}
	}
	c.renamed = map[string]string{}
	for section, s := range gone {
		best := ""
		for _, other := range s.order {
			isBetter := best == "" || overlap(bigrams(section), bigrams(other)) > overlap(bigrams(section), bigrams(best))
			if s.counts[other] == s.items && s.items >= sharedItems && isBetter {
				best = other
			}
		}
		if best != "" {
			c.renamed[section] = best
		}
	}
}

func sectionsOf(departments []model.Department) []string {
	var found []string
	for i := range departments {
		found = append(found, foldName(departments[i].Section))
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// freshSections returns the sections that stand nowhere in the old issue.
func (c *comparison) freshSections(departments []model.Department) []string {
	return slices.DeleteFunc(sectionsOf(departments), func(section string) bool {
		return section == "" || c.old.values[place{"section", section}]
	})
}

// departmentLabel is how paths name a department.
func departmentLabel(d *model.Department) string { return cmp.Or(d.Section, d.Division, d.SectionHead) }

// compareDepartment returns what differs between two departments of a pair.
func (c *comparison) compareDepartment(both departmentPair) []Change {
	old, new := both.old, both.new
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
			add(old.Division, "division", old.Division, new.Division).shared = whole
		} else {
			add(label, "division", old.Division, new.Division).share(divisionPlace(old), before, divisionPlace(new), after)
		}
	}
	if before, after := foldName(old.Section), foldName(new.Section); before != after {
		add(old.Section, "section", old.Section, new.Section).share("section", before, "section", after)
	}
	if foldName(old.DivisionHead) != foldName(new.DivisionHead) {
		add(label, "division_head", old.DivisionHead, new.DivisionHead)
	}
	if foldName(old.SectionHead) != foldName(new.SectionHead) {
		add(label, "section_head", old.SectionHead, new.SectionHead)
	}
	if old.Role != new.Role {
		add(label, "role", string(old.Role), string(new.Role))
	}
	return changes
}
