package compare

import (
	"cmp"
	"slices"
	"strconv"
)

// matchItems finds the partner of each item, over the whole of both issues. Each
// step takes the items that the steps before it left.
func (c *comparison) matchItems() {
	c.markTwice(c.old)
	c.markTwice(c.new)
	c.matchTwice()
	c.matchBy(func(e *entry) string { return e.item.ID + "\x00" + e.name })
	c.matchBy(func(e *entry) string {
		if e.number == "" {
			return ""
		}
		return e.number + "\x00" + e.name + "\x00" + e.parentName()
	})
	c.matchBy(func(e *entry) string {
		if e.name == "" {
			return ""
		}
		return e.name + "\x00" + string(e.item.Kind) + "\x00" + e.parentName()
	})
	c.matchBy(func(e *entry) string {
		if e.name == "" {
			return ""
		}
		return e.name + "\x00" + string(e.item.Kind)
	})
	c.matchSameID()
	c.matchFuzzily()
	c.matchSayings()
	c.reportTwice(c.old)
	c.reportTwice(c.new)
}

func join(old, new *entry, percent int) {
	old.partner, new.partner = new, old
	old.percent, new.percent = percent, percent
}

// unmatched returns the items that have no partner yet, by their keys; an item
// whose key is empty, or that stands twice, is left out.
func unmatched(s *side, key func(*entry) string) map[string][]*entry {
	found := map[string][]*entry{}
	for _, one := range s.entries {
		if one.partner != nil || one.isTwice {
			continue
		}
		if k := key(one); k != "" {
			found[k] = append(found[k], one)
		}
	}
	return found
}

// matchBy joins the items whose key stands once in each issue.
func (c *comparison) matchBy(key func(*entry) string) {
	olds := unmatched(c.old, key)
	if len(olds) == 0 {
		return
	}
	for k, news := range unmatched(c.new, key) {
		if len(news) == 1 && len(olds[k]) == 1 {
			join(olds[k][0], news[0], 100)
		}
	}
}

// markTwice finds the items that share id and name with another of their issue.
func (c *comparison) markTwice(s *side) {
	seen := make(map[string]*entry, len(s.entries))
	for _, one := range s.entries {
		key := one.item.ID + "\x00" + one.name
		if first := seen[key]; first != nil {
			first.isTwice, one.isTwice = true, true
			continue
		}
		seen[key] = one
	}
}

// matchTwice joins those that stand twice and say the same, and the last one of
// each side where all others are joined.
func (c *comparison) matchTwice() {
	groups := map[string]*group[entry]{}
	var order []*group[entry]
	add := func(one *entry) *group[entry] {
		key := one.item.ID + "\x00" + one.name
		if groups[key] == nil {
			groups[key] = &group[entry]{}
			order = append(order, groups[key])
		}
		return groups[key]
	}
	twice := false
	for _, one := range c.new.entries {
		if one.isTwice {
			twice = true
			g := add(one)
			g.new = append(g.new, one)
		}
	}
	for _, one := range c.old.entries {
		if one.isTwice {
			twice = true
			g := add(one)
			g.old = append(g.old, one)
		}
	}
	if !twice {
		return
	}
	c.addSingles(groups)
	for _, g := range order {
		c.matchGroup(g)
	}
}

// addSingles adds the items that stand once and whose partners stand twice.
func (c *comparison) addSingles(groups map[string]*group[entry]) {
	for _, one := range c.new.entries {
		if g := groups[one.item.ID+"\x00"+one.name]; g != nil && !one.isTwice {
			g.new = append(g.new, one)
		}
	}
	for _, one := range c.old.entries {
		if g := groups[one.item.ID+"\x00"+one.name]; g != nil && !one.isTwice {
			g.old = append(g.old, one)
		}
	}
}

func (c *comparison) matchGroup(g *group[entry]) {
	g.old, g.new = distinct(c, g.old), distinct(c, g.new)
	for _, one := range g.new {
		at := indexOf(g.old, func(other *entry) bool { return other.partner == nil && c.sayTheSame(other, one) })
		if at >= 0 {
			join(g.old[at], one, 100)
		}
	}
	isFree := func(e *entry) bool { return e.partner == nil }
	old, new := slices.IndexFunc(g.old, isFree), slices.IndexFunc(g.new, isFree)
	if old < 0 || new < 0 {
		return
	}
	if slices.IndexFunc(g.old[old+1:], isFree) < 0 && slices.IndexFunc(g.new[new+1:], isFree) < 0 {
		join(g.old[old], g.new[new], 100)
	}
}

// distinct drops the items that say nothing that one before them does not say: a
// theme that is printed on the sheet of each of its initiatives.
func distinct(c *comparison, entries []*entry) []*entry {
	var kept []*entry
	for _, one := range entries {
		if indexOf(kept, func(other *entry) bool { return c.sayTheSame(other, one) }) >= 0 {
			one.partner = one // it stands for itself, and is passed over
			continue
		}
		kept = append(kept, one)
	}
	return kept
}

// sayTheSame reports whether two items have no change between them.
func (c *comparison) sayTheSame(a, b *entry) bool {
	other := &comparison{old: c.old, new: c.new, result: &Result{}, renamed: c.renamed}
	pair := other.newPair(a, b)
	return a.item.Kind == b.item.Kind && len(other.compareItem(pair)) == 0 && len(other.compareItem(other.newPair(b, a))) == 0
}

// reportTwice says which items of one id and name were not compared.
func (c *comparison) reportTwice(s *side) {
	counts := map[string][]*entry{}
	var order []string
	for _, one := range s.entries {
		if one.isTwice && one.partner == nil {
			key := one.item.ID + "\x00" + one.name
			if counts[key] == nil {
				order = append(order, key)
			}
			counts[key] = append(counts[key], one)
		}
	}
	for _, key := range order {
		first := counts[key][0]
		c.report(CodeItemTwice, first.item.At, s.issue.Name, strconv.Itoa(len(counts[key])), first.item.ID, first.item.Name)
	}
}

// matchSameID joins items of one id whose names differ, if they are alike enough
// for a new name. A number that another item has now is no match.
func (c *comparison) matchSameID() {
	olds := unmatched(c.old, func(e *entry) string { return e.item.ID })
	for _, one := range c.new.entries {
		others := olds[one.item.ID]
		if one.partner != nil || one.isTwice || len(others) != 1 || others[0].partner != nil {
			continue
		}
		if alike := likenessOf(others[0], one); alike.total >= sameIDScore {
			join(others[0], one, alike.total)
			continue
		}
		c.reused = append(c.reused, [2]*entry{others[0], one})
	}
}

// reportReused says which numbers stand for another item now. It is told at the
// end, for either may have found a partner of another number.
func (c *comparison) reportReused() {
	for _, pair := range c.reused {
		if pair[0].partner == pair[1] {
			continue
		}
		c.report(CodeNumberReused, pair[1].item.At, pair[1].item.ID, pair[1].item.Name, pair[0].item.Name)
	}
}

// candidate is a pair of items that may be one under two names.
type candidate struct {
	old, new *entry
	likeness
}

// matchFuzzily joins what is most alike among the items that are left.
func (c *comparison) matchFuzzily() {
	candidates := c.candidates()
	slices.SortStableFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.total, a.total), cmp.Compare(b.name, a.name),
			cmp.Compare(a.old.order+a.new.order, b.old.order+b.new.order), cmp.Compare(a.new.order, b.new.order))
	})
	for _, one := range candidates {
		if one.old.partner == nil && one.new.partner == nil {
			join(one.old, one.new, one.total)
		}
	}
}
