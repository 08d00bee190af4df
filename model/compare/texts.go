package compare

import (
	"sheetconv/model"
)

// compareTexts returns the changes of the narratives: those of one key, label and
// year; else, of one key and label, the newest against the newest.
func (c *comparison) compareTexts(pair *itemPair) []Change {
	old, new := pair.old.item.Texts, pair.new.item.Texts
	if len(old)+len(new) == 0 {
		return nil
	}
	keys := map[model.TextKey]map[string]bool{}
	for _, texts := range [][]model.Text{old, new} {
		for i := range texts {
			if keys[texts[i].Key] == nil {
				keys[texts[i].Key] = map[string]bool{}
			}
			keys[texts[i].Key][foldLabel(texts[i].Label)] = true
		}
	}
	path := func(text *model.Text) string {
		if len(keys[text.Key]) > 1 && text.Label != "" {
			return row("texts", string(text.Key), text.Label, year(text.FY))
		}
		return row("texts", string(text.Key), year(text.FY))
	}
	same := func(a, b *model.Text) bool { return sameText(a.Text, b.Text) }
	alike := func(_, other *model.Text) { c.alike(pair, path(other), other.At) }
	var changes []Change
	var loneOld, loneNew []*model.Text
	var newest = map[string]*rowPair[model.Text]{}
	for _, one := range pairRows(old, new, textKey, same, alike) {
		noteNewest(newest, one)
		switch {
		case one.old == nil:
			loneNew = append(loneNew, one.new)
		case one.new == nil:
			loneOld = append(loneOld, one.old)
		case !same(one.old, one.new):
			changes = append(changes, textChange(one, path))
		}
	}
	return append(changes, c.loneTexts(pair, loneOld, loneNew, newest, path)...)
}

func textLine(text *model.Text) string { return string(text.Key) + "\x00" + foldLabel(text.Label) }

func textKey(text *model.Text) string { return textLine(text) + "\x00" + year(text.FY) }

// noteNewest keeps the newest text of each key and label.
func noteNewest(newest map[string]*rowPair[model.Text], one rowPair[model.Text]) {
	note := func(text *model.Text, into func(*rowPair[model.Text]) **model.Text) {
		if text == nil {
			return
		}
		if newest[textLine(text)] == nil {
			newest[textLine(text)] = &rowPair[model.Text]{}
		}
		if at := into(newest[textLine(text)]); *at == nil || text.FY > (*at).FY {
			*at = text
		}
	}
	note(one.old, func(p *rowPair[model.Text]) **model.Text { return &p.old })
	note(one.new, func(p *rowPair[model.Text]) **model.Text { return &p.new })
}

// loneTexts compares the texts that have no partner of their key, label and year.
func (c *comparison) loneTexts(pair *itemPair, old, new []*model.Text, newest map[string]*rowPair[model.Text], path func(*model.Text) string) []Change {
	var changes []Change
	told := map[*model.Text]bool{}
	tell := func(both rowPair[model.Text]) {
		if both.old != nil {
			told[both.old] = true
		}
		if both.new != nil {
			told[both.new] = true
		}
		if both.old == nil || both.new == nil || !sameText(both.old.Text, both.new.Text) {
			changes = append(changes, textChange(both, path))
		}
	}
	for _, one := range new {
		if latest := newest[textLine(one)]; latest.new == one && latest.old != nil {
			tell(*latest)
		}
	}
	for _, one := range old {
		if latest := newest[textLine(one)]; latest.old == one && latest.new != nil && !told[one] {
			tell(*latest)
		}
	}
	// A label that was reworded: the only texts of their key that are left.
	for _, one := range new {
		if latest := newest[textLine(one)]; told[one] || latest.old != nil {
			continue
		}
		if other := onlyOfKey(old, one.Key, told); other != nil && onlyOfKey(new, one.Key, told) == one {
			tell(rowPair[model.Text]{old: other, new: one})
		}
	}
	for _, one := range new {
		if !told[one] && c.isMissing(pair, one, newest[textLine(one)].old != nil) {
			tell(rowPair[model.Text]{new: one})
		}
	}
	for _, one := range old {
		if !told[one] && c.isMissing(pair, one, newest[textLine(one)].new != nil) {
			tell(rowPair[model.Text]{old: one})
		}
	}
	return changes
}

// isMissing reports whether a text without a partner is a change: another year of
// a text that the other issue has is one only if both print that year.
func (c *comparison) isMissing(pair *itemPair, text *model.Text, hasOtherYears bool) bool {
	if pair.old.document.isBefore(text.FY) || pair.new.document.isBefore(text.FY) {
		return false
	}
	return text.FY == 0 || !hasOtherYears || bothPrint(pair.old.document, pair.new.document, "texts", "", text.FY)
}

func onlyOfKey(texts []*model.Text, key model.TextKey, told map[*model.Text]bool) *model.Text {
	var only *model.Text
	for _, one := range texts {
		if one.Key != key || told[one] {
			continue
		}
		if only != nil {
			return nil
		}
		only = one
	}
	return only
}

func textChange(both rowPair[model.Text], path func(*model.Text) string) Change {
	old, new := both.old, both.new
	change := Change{Class: ClassText}
	shown := new
	if new != nil {
		change.New, change.NewAt = new.Text, new.At
	} else {
		shown = old
	}
	if old != nil {
		change.Old, change.OldAt = old.Text, old.At
	}
	if old != nil && new != nil && old.FY != new.FY {
		change.OldFY, change.NewFY = old.FY, new.FY
	}
	change.Path = path(shown) + ".text"
	return change
}

// compareAttributes returns the changes of the values that have no place of their
// own. A figure that says its year is a revision where it differs.
func (c *comparison) compareAttributes(pair *itemPair) []Change {
	pairs := pairRows(pair.old.item.Attributes, pair.new.item.Attributes,
		func(a *model.Attribute) string { return foldLabel(a.Label) },
		func(a, b *model.Attribute) bool { return len(attributeChanges(a, b)) == 0 },
		func(_, other *model.Attribute) { c.alike(pair, row("attributes", other.Label), other.At) })
	var changes []Change
	for _, one := range pairs {
		switch {
		case one.old == nil:
			changes = append(changes, loneAttribute(one.new, nil, one.new))
		case one.new == nil:
			changes = append(changes, loneAttribute(one.old, one.old, nil))
		default:
			changes = append(changes, attributeChanges(one.old, one.new)...)
		}
	}
	return changes
}

// loneAttribute returns the change of an attribute that only one issue has: by its
// figure or words, else by its options.
func loneAttribute(shown, old, new *model.Attribute) Change {
	path := row("attributes", shown.Label)
	if shown.Raw != "" {
		var one, other *figure
		if old != nil {
			one = attributeFigure(old)
		} else {
			other = attributeFigure(new)
		}
		return one.changes(other, path, ClassText)[0]
	}
	change := Change{Class: ClassText, Path: path + ".selected"}
	key := shown.Selected
	if len(key) == 0 {
		change.Path, key = path+".options", shown.Options
	}
	if old != nil {
		change.Old, change.OldAt = list(key), old.At
	} else {
		change.New, change.NewAt = list(key), new.At
	}
	return change
}

func attributeFigure(a *model.Attribute) *figure {
	return &figure{Figure: &a.Figure, unit: a.Unit, asOf: a.AsOf, note: a.Note, fy: a.FY, at: a.At}
}

func attributeChanges(old, new *model.Attribute) []Change {
	path := row("attributes", new.Label)
	class := ClassText
	if old.FY != 0 && old.FY == new.FY {
		class = ClassRevision
	}
	changes := attributeFigure(old).changes(attributeFigure(new), path, class)
	add := func(key string, same bool, one, other any) {
		if !same {
			changes = append(changes, Change{
				Class: ClassText, Path: path + "." + key, Old: one, New: other, OldAt: old.At, NewAt: new.At,
			})
		}
	}
	add("fy", old.FY == new.FY, yearValue(old.FY), yearValue(new.FY))
	add("selected", foldList(old.Selected) == foldList(new.Selected), list(old.Selected), list(new.Selected))
	add("options", foldList(old.Options) == foldList(new.Options), list(old.Options), list(new.Options))
	return changes
}
