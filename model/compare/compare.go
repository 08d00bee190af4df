package compare

import (
	"cmp"
	"slices"

	"sheetconv/model"
)

// comparison is one run of Compare.
type comparison struct {
	old, new *side
	result   *Result
	reused   [][2]*entry
	// renamed are the sections that have a new name in the whole issue, folded.
	renamed map[string]string
}

// Compare says what changed from an old issue of a plan to a new one. One that is
// nil or empty is an issue without items.
func Compare(old, new *Issue) *Result {
	c := &comparison{result: &Result{Schema: Schema, Old: old, New: new, Items: []Item{}}}
	c.old, c.new = newSide(orEmpty(old)), newSide(orEmpty(new))
	c.matchItems()
	pairs := c.orderedPairs()
	c.findMoves(pairs)
	c.findRenamedSections(pairs)
	c.compareDocuments()
	c.comparePairs(pairs)
	c.reportReused()
	slices.SortStableFunc(c.result.Changes, byClass)
	return c.result
}

// Unpaired returns the result of an issue that has no partner.
func Unpaired(old, new *Issue) *Result {
	return &Result{Schema: Schema, Old: old, New: new, Items: []Item{}}
}

func orEmpty(issue *Issue) *Issue {
	if issue == nil {
		return &Issue{}
	}
	return issue
}

// itemPair is an item in both issues, with what is found out about it; one side
// is nil where it came or went.
type itemPair struct {
	old, new   *entry
	indicators []indicatorPair
	// moved are changes of indicators that moved to or from other items.
	moved []Change
}

// indicatorPair is an indicator in both issues.
type indicatorPair struct {
	IndicatorPair
	label string
	// percent is how alike the two are, of one that was renamed; 0 of others.
	percent int
	// from is the id of the item in which the indicator stood, if that is another
	// one, and document the one that has it.
	from     string
	document *printed
}

func (c *comparison) newPair(old, new *entry) *itemPair {
	pair := &itemPair{old: old, new: new}
	if old != nil && new != nil {
		pair.indicators = c.matchIndicators(old.item, new.item)
	}
	return pair
}

// orderedPairs returns the pairs in the order of the new issue, and those that
// went behind the item that they stood behind.
func (c *comparison) orderedPairs() []*itemPair {
	removed := map[*entry][]*entry{}
	var anchor *entry
	for _, one := range c.old.entries {
		switch {
		case one.partner == nil:
			removed[anchor] = append(removed[anchor], one)
		case one.partner != one:
			anchor = one.partner
		}
	}
	pairs := make([]*itemPair, 0, len(c.new.entries))
	addRemoved := func(behind *entry) {
		for _, one := range removed[behind] {
			pairs = append(pairs, c.newPair(one, nil))
		}
	}
	addRemoved(nil)
	for _, one := range c.new.entries {
		if one.partner != one {
			pairs = append(pairs, c.newPair(one.partner, one))
		}
		addRemoved(one)
	}
	return pairs
}

// comparePairs compares the items, and puts them into the result.
func (c *comparison) comparePairs(pairs []*itemPair) {
	changes := make([][]Change, len(pairs))
	c.result.Pairs = make([]Pair, len(pairs))
	for i, pair := range pairs {
		into := &c.result.Pairs[i]
		changes[i] = append(c.compareItem(pair), pair.moved...)
		into.Indicators = linkIndicators(pair, changes[i])
	}
	c.liftShared(changes)
	for i, pair := range pairs {
		slices.SortStableFunc(changes[i], byClass)
		c.addItem(&c.result.Pairs[i], pair, changes[i])
	}
}

// linkIndicators returns the pairs of indicators for the result, and lets the
// changes point there.
func linkIndicators(pair *itemPair, changes []Change) []IndicatorPair {
	into := make([]IndicatorPair, 0, len(pair.indicators))
	links := make(map[*IndicatorPair]*IndicatorPair, len(pair.indicators))
	for k := range pair.indicators {
		one := &pair.indicators[k].IndicatorPair
		if one.Old != nil || one.New != nil {
			into = append(into, *one)
			links[one] = &into[len(into)-1]
		}
	}
	for k := range changes {
		changes[k].Indicator = links[changes[k].Indicator]
	}
	return into
}

// byClass orders changes by the importance of their classes.
func byClass(a, b Change) int {
	return cmp.Compare(slices.Index(classes, a.Class), slices.Index(classes, b.Class))
}

// addItem counts a pair and adds it to the items if something became of it.
func (c *comparison) addItem(into *Pair, pair *itemPair, changes []Change) {
	item := Item{Changes: changes}
	if changes == nil {
		item.Changes = []Change{}
	}
	if pair.old != nil {
		into.Old = pair.old.item
		item.ID, item.Name, item.OldFile = pair.old.item.ID, pair.old.item.Name, pair.old.file
	}
	if pair.new != nil {
		into.New = pair.new.item
		item.ID, item.Name, item.NewFile = pair.new.item.ID, pair.new.item.Name, pair.new.file
	}
	summary := &c.result.Summary
	switch {
	case pair.old == nil:
		item.Status = ItemAdded
		summary.Added++
	case pair.new == nil:
		item.Status = ItemRemoved
		summary.Removed++
	default:
		item.compareIdentity(pair.old, pair.new)
		switch {
		case item.OldName != "":
			item.Status, item.Score = ItemRenamed, score(pair.new.percent)
			summary.Renamed++
		case len(changes) > 0:
			item.Status = ItemChanged
			summary.Changed++
		default:
			item.Status = ItemUnchanged
			summary.Unchanged++
		}
	}
	into.Status = item.Status
	if item.Status != ItemUnchanged {
		c.result.Items = append(c.result.Items, item)
	}
}

// compareIdentity notes an id and a name that differ.
func (item *Item) compareIdentity(old, new *entry) {
	if old.item.ID != new.item.ID {
		item.OldID = old.item.ID
	}
	if old.name != new.name {
		item.OldName = old.item.Name
	}
}

// compareItem returns the changes of an item that both issues have.
func (c *comparison) compareItem(pair *itemPair) []Change {
	var changes []Change
	for i := range pair.indicators {
		changes = append(changes, c.compareIndicator(pair, &pair.indicators[i])...)
	}
	if pair.old == nil || pair.new == nil {
		return changes
	}
	changes = append(changes, c.compareCosts(pair)...)
	changes = append(changes, c.compareStaffing(pair)...)
	changes = append(changes, c.compareUnitCosts(pair)...)
	changes = append(changes, c.compareEvaluations(pair)...)
	changes = append(changes, c.compareStanding(pair)...)
	changes = append(changes, c.compareDepartments(pair)...)
	changes = append(changes, c.comparePolicy(pair)...)
	changes = append(changes, c.compareSchedule(pair)...)
	changes = append(changes, c.compareTexts(pair)...)
	changes = append(changes, c.compareAttributes(pair)...)
	return changes
}

// alike returns what reports that rows of an item were compared in their order.
func (c *comparison) alike(pair *itemPair, key string, at model.Position) {
	c.report(CodeRowsAlike, at, pair.new.shown(), key)
}
