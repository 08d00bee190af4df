package compare

import "sheetconv/model"

// place is something that stands at a place which many items have alike: a level
// of the plan's hierarchy, a section and its head.
type place struct{ name, value string }

// sharing is what makes a change the same as that of another item: what stood
// there and what stands there now. The zero value shares nothing.
type sharing struct{ old, new place }

// share says what a change has in common with the same change of other items.
func (c *Change) share(oldPlace, old, newPlace, new string) {
	c.shared = sharing{old: place{oldPlace, old}, new: place{newPlace, new}}
}

// collect notes what stands at the places of an item that changes may share.
func (s *side) collect(item *model.Item) {
	for i := range item.Departments {
		department := &item.Departments[i]
		for _, at := range departmentPlaces(department) {
			s.values[at] = true
		}
	}
	for i := range item.Policy {
		s.values[place{policyPlace(&item.Policy[i]), policyValue(&item.Policy[i])}] = true
		s.values[place{policyPlace(&item.Policy[i]), ""}] = true
	}
	for i := range item.Evaluations {
		evaluation := &item.Evaluations[i]
		s.values[place{"options " + string(evaluation.Criterion), foldList(evaluation.Options)}] = true
	}
}

// sharedItems is in how many items a change must stand for it to be one of the
// whole issue.
const sharedItems = 2

// liftShared makes one change of the issue out of those that are the same in all
// items that had the old value: nothing of it stands in the new issue any more,
// and the new one stood nowhere before.
func (c *comparison) liftShared(changes [][]Change) {
	counts := map[sharing]int{}
	for i := range changes {
		for k := range changes[i] {
			if one := &changes[i][k]; c.isEverywhere(one.shared) {
				counts[one.shared]++
			}
		}
	}
	if len(counts) == 0 {
		return
	}
	isLifted := map[sharing]bool{}
	for i := range changes {
		var kept []Change
		for _, one := range changes[i] {
			count := counts[one.shared]
			switch {
			case count < sharedItems:
				kept = append(kept, one)
			case !isLifted[one.shared]:
				isLifted[one.shared] = true
				one.Items = count
				c.result.Changes = append(c.result.Changes, one)
			}
		}
		changes[i] = kept
	}
}

// isEverywhere reports whether the old value is gone and the new one is new.
func (c *comparison) isEverywhere(shared sharing) bool {
	if shared == (sharing{}) {
		return false
	}
	if shared.old == shared.new { // a row that came or went
		return c.old.values[shared.old] != c.new.values[shared.new]
	}
	return !c.new.values[shared.old] && !c.old.values[shared.new]
}
