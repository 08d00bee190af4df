package compare

import (
	"cmp"
	"slices"
	"strconv"

	"sheetconv/model"
)

// compareDocuments returns the changes of the issue as a whole: its legend of
// grades, its printed counts, its plan's years, its notes.
func (c *comparison) compareDocuments() {
	c.compareLegend()
	c.compareSummary()
	c.comparePlans()
	c.compareNotes()
	c.compareUnread()
}

// across gathers the rows of all documents of an issue, each key once.
func across[T any](s *side, rows func(*model.Document) []T, key func(*T) string) []T {
	var found []T
	seen := map[string]bool{}
	for _, document := range s.documents {
		own := rows(document.document)
		for i := range own {
			if k := key(&own[i]); !seen[k] {
				seen[k] = true
				found = append(found, own[i])
			}
		}
	}
	return found
}

func (c *comparison) compareLegend() {
	grades := func(d *model.Document) []model.Grade { return d.Grades }
	whole := func(g *model.Grade) string { return foldText(g.Grade) + "\x00" + foldText(g.Label) }
	pairs := pairRows(across(c.old, grades, whole), across(c.new, grades, whole),
		func(g *model.Grade) string { return foldText(g.Grade) },
		func(a, b *model.Grade) bool { return sameText(a.Label, b.Label) },
		func(*model.Grade, *model.Grade) {})
	for _, one := range pairs {
		var old, new model.Grade
		if one.old != nil {
			old = *one.old
		}
		if one.new != nil {
			new = *one.new
		}
		if one.old != nil && one.new != nil && sameText(old.Label, new.Label) {
			continue
		}
		c.addWhole(Change{
			Class: ClassGrade, Path: row("grades", cmp.Or(new.Grade, old.Grade)) + ".label",
			Old: wording(old.Label), New: wording(new.Label), OldAt: old.At, NewAt: new.At,
		})
	}
}

func (c *comparison) addWhole(change Change) {
	c.result.Changes = append(c.result.Changes, change)
}

// tally is one figure of a printed roll-up.
type tally struct {
	label, grade string
	value        int
	at           model.Position
}

func counts(d *model.Document) []tally {
	var found []tally
	for _, summary := range d.Summary {
		for _, one := range summary.Counts {
			found = append(found, tally{summary.Label, one.Grade, one.Count, summary.At})
		}
	}
	return found
}

func (c *comparison) compareSummary() {
	key := func(one *tally) string { return foldLabel(one.label) + "\x00" + foldText(one.grade) }
	pairs := pairRows(across(c.old, counts, key), across(c.new, counts, key), key,
		func(a, b *tally) bool { return a.value == b.value }, func(*tally, *tally) {})
	for _, one := range pairs {
		change := Change{Class: ClassGrade}
		shown := one.new
		if one.new != nil {
			change.New, change.NewAt = model.NewNumber(int64(one.new.value), 0), one.new.at
		} else {
			shown = one.old
		}
		if one.old != nil {
			change.Old, change.OldAt = model.NewNumber(int64(one.old.value), 0), one.old.at
		}
		if one.old != nil && one.new != nil {
			if one.old.value == one.new.value {
				continue
			}
			change = change.withDelta(model.NewNumber(int64(one.old.value), 0), model.NewNumber(int64(one.new.value), 0))
		}
		change.Path = row("summary", shown.label) + "." + row("counts", shown.grade) + ".count"
		c.addWhole(change)
	}
}

// comparePlans compares the years of the plan, where both issues print them.
func (c *comparison) comparePlans() {
	old, new := firstPlan(c.old), firstPlan(c.new)
	if old == nil || new == nil {
		return
	}
	if old.StartFY != new.StartFY {
		c.addWhole(Change{Class: ClassStatus, Path: "plan.start_fy", Old: yearValue(old.StartFY), New: yearValue(new.StartFY)})
	}
	if old.EndFY != new.EndFY {
		c.addWhole(Change{Class: ClassStatus, Path: "plan.end_fy", Old: yearValue(old.EndFY), New: yearValue(new.EndFY)})
	}
	if planName(old.Name) != planName(new.Name) {
		c.addWhole(Change{Class: ClassStructure, Path: "plan.name", Old: wording(old.Name), New: wording(new.Name)})
	}
}

func firstPlan(s *side) *model.Plan {
	for _, document := range s.documents {
		if plan := document.document.Plan; plan != nil {
			return plan
		}
	}
	return nil
}

// note is a remark of a document with its place.
type note struct {
	text string
	at   model.Position
}

func (c *comparison) compareNotes() {
	notes := func(d *model.Document) []note {
		var found []note
		for i, text := range d.Notes {
			one := note{text: text}
			if i < len(d.NotesAt) {
				one.at = d.NotesAt[i]
			}
			found = append(found, one)
		}
		return found
	}
	key := func(n *note) string { return foldText(n.text) }
	pairs := pairRows(across(c.old, notes, key), across(c.new, notes, key), key,
		func(*note, *note) bool { return true }, func(*note, *note) {})
	var went, came []*note
	for _, one := range pairs {
		switch {
		case one.old == nil:
			came = append(came, one.new)
		case one.new == nil:
			went = append(went, one.old)
		}
	}
	for i := range max(len(went), len(came)) {
		change := Change{Class: ClassText, Path: "notes"}
		// Notes have no key: only a lone one has a partner.
		if len(went) == 1 && len(came) == 1 {
			change.Old, change.OldAt, change.New, change.NewAt = went[0].text, went[0].at, came[0].text, came[0].at
			c.addWhole(change)
			continue
		}
		if i < len(went) {
			c.addWhole(Change{Class: ClassText, Path: "notes", Old: went[i].text, OldAt: went[i].at})
		}
		if i < len(came) {
			c.addWhole(Change{Class: ClassText, Path: "notes", New: came[i].text, NewAt: came[i].at})
		}
	}
}

// compareUnread says how much text only one of the issues has that no rule took:
// what changed there cannot be told.
func (c *comparison) compareUnread() {
	unread := func(s *side) map[string]model.Unmapped {
		found := map[string]model.Unmapped{}
		for _, document := range s.documents {
			for _, one := range document.document.Unmapped {
				found[foldText(one.Text)] = one
			}
		}
		return found
	}
	olds, news := unread(c.old), unread(c.new)
	var alone []model.Unmapped
	for text, one := range olds {
		if _, isBoth := news[text]; !isBoth {
			alone = append(alone, one)
		}
	}
	for text, one := range news {
		if _, isBoth := olds[text]; !isBoth {
			alone = append(alone, one)
		}
	}
	if len(alone) == 0 {
		return
	}
	slices.SortFunc(alone, func(a, b model.Unmapped) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column), cmp.Compare(a.Text, b.Text))
	})
	c.report(CodeUnread, alone[0].At, strconv.Itoa(len(alone)), alone[0].Text)
}
