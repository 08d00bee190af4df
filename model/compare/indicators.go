package compare

import (
	"cmp"
	"slices"
	"strconv"

	"sheetconv/model"
)

// renamedIndicator is how alike two indicators of an item must be, in percent, to
// be one under a new name.
const renamedIndicator = 55

// indicatorMatch finds the partners of an item's indicators.
type indicatorMatch struct {
	c        *comparison
	item     *model.Item
	old, new []*model.Indicator
	partner  map[*model.Indicator]*model.Indicator
	percent  map[*model.Indicator]int
}

// matchIndicators pairs the indicators of an item, in the order of the new issue,
// those that went after them.
func (c *comparison) matchIndicators(old, new *model.Item) []indicatorPair {
	m := &indicatorMatch{c: c, item: new, partner: map[*model.Indicator]*model.Indicator{}, percent: map[*model.Indicator]int{}}
	for i := range old.Indicators {
		m.old = append(m.old, &old.Indicators[i])
	}
	for i := range new.Indicators {
		m.new = append(m.new, &new.Indicators[i])
	}
	names := make(map[*model.Indicator]string, len(m.old)+len(m.new))
	for _, one := range append(m.old[:len(m.old):len(m.old)], m.new...) {
		names[one] = foldIndicator(one.Name, one.Unit)
	}
	strictly := func(i *model.Indicator) string { return names[i] }
	m.matchEqual(strictly)
	m.matchBy(strictly)
	if m.isDone() {
		return m.pairs()
	}
	m.matchBy(func(i *model.Indicator) string { return strictly(i) + "\x00" + string(i.Kind) })
	m.matchBy(func(i *model.Indicator) string {
		return strictly(i) + "\x00" + string(i.Kind) + "\x00" + foldName(i.Unit)
	})
	m.matchBy(func(i *model.Indicator) string {
		return strictly(i) + "\x00" + foldName(i.Unit) + "\x00" + foldText(i.Definition)
	})
	m.matchFigures(strictly)
	m.matchBy(strictly)
	m.reportTwice(strictly)
	m.matchBy(func(i *model.Indicator) string { return foldLoosely(i.Name) })
	m.matchFuzzily(strictly)
	return m.pairs()
}

// isDone reports whether every indicator has a partner.
func (m *indicatorMatch) isDone() bool { return len(m.partner) == len(m.old)+len(m.new) }

func (m *indicatorMatch) join(old, new *model.Indicator) {
	m.partner[old], m.partner[new] = new, old
}

// free returns the indicators without a partner, by a key.
func (m *indicatorMatch) free(of []*model.Indicator, key func(*model.Indicator) string) map[string][]*model.Indicator {
	found := make(map[string][]*model.Indicator, len(of))
	for _, one := range of {
		if m.partner[one] == nil {
			k := key(one)
			found[k] = append(found[k], one)
		}
	}
	return found
}

// matchBy joins the indicators whose key stands once on each side.
func (m *indicatorMatch) matchBy(key func(*model.Indicator) string) {
	if m.isDone() {
		return
	}
	olds := m.free(m.old, key)
	for k, news := range m.free(m.new, key) {
		if len(news) == 1 && len(olds[k]) == 1 {
			m.join(olds[k][0], news[0])
		}
	}
}

// matchEqual joins indicators of one name that say the same, where there are
// several of it.
func (m *indicatorMatch) matchEqual(key func(*model.Indicator) string) {
	olds, news := m.free(m.old, key), m.free(m.new, key)
	for _, one := range m.new {
		k := key(one)
		if len(olds[k])+len(news[k]) <= 2 {
			continue
		}
		at := indexOf(olds[k], func(other *model.Indicator) bool { return m.partner[other] == nil && sameIndicator(other, one) })
		if at >= 0 {
			m.join(olds[k][at], one)
		}
	}
}

// matchFigures joins indicators of one name by the figures that both issues have,
// where one partner has more of them than any other.
func (m *indicatorMatch) matchFigures(key func(*model.Indicator) string) {
	olds, news := m.free(m.old, key), m.free(m.new, key)
	for _, one := range m.new {
		k := key(one)
		if m.partner[one] != nil || len(olds[k]) == 0 || len(olds[k])*len(news[k]) > sameRowsLimit {
			continue
		}
		best := bestFigures(one, olds[k])
		if best != nil && m.partner[best] == nil && bestFigures(best, news[k]) == one {
			m.join(best, one)
		}
	}
}

// bestFigures returns the indicator that shares the most figures with one; nil if
// none or several do.
func bestFigures(one *model.Indicator, others []*model.Indicator) *model.Indicator {
	var best *model.Indicator
	most, isTie := 0, false
	for _, other := range others {
		switch shared, _ := sharedFigures(one, other); {
		case shared > most:
			best, most, isTie = other, shared, false
		case shared == most:
			isTie = true
		}
	}
	if isTie {
		return nil
	}
	return best
}

// sharedFigures counts the years and measures for which two indicators have the
// same figure, and those for which both have one.
func sharedFigures(a, b *model.Indicator) (same, both int) {
	for i := range a.Values {
		for k := range b.Values {
			one, other := &a.Values[i], &b.Values[k]
			if one.FY != 0 && one.FY == other.FY && one.Measure == other.Measure {
				both++
				if sameFigure(&one.Figure, &other.Figure) {
					same++
				}
				break
			}
		}
	}
	return same, both
}

// reportTwice says of which names several indicators remain on both sides, and
// leaves them without a partner.
func (m *indicatorMatch) reportTwice(key func(*model.Indicator) string) {
	olds := m.free(m.old, key)
	told := map[string]bool{}
	for _, one := range m.new {
		k := key(one)
		if m.partner[one] != nil || told[k] || len(olds[k]) == 0 {
			continue
		}
		told[k] = true
		name := one.Name
		if name == "" {
			name = one.Unit
		}
		m.c.report(CodeIndicatorTwice, one.At, m.item.ID+" "+m.item.Name, name)
	}
}

// matchFuzzily joins what is most alike among the named indicators that are left.
func (m *indicatorMatch) matchFuzzily(key func(*model.Indicator) string) {
	type candidate struct {
		old, new *model.Indicator
		percent  int
		order    int
	}
	if m.isDone() || len(m.old)*len(m.new) > sameRowsLimit*sameRowsLimit {
		return
	}
	var candidates []candidate
	names := map[*model.Indicator][]uint64{}
	for _, one := range append(m.old[:len(m.old):len(m.old)], m.new...) {
		if m.partner[one] == nil {
			names[one] = bigrams(key(one))
		}
	}
	for i, one := range m.new {
		for k, other := range m.old {
			if m.partner[one] != nil || m.partner[other] != nil {
				continue
			}
			percent := indicatorLikeness(other, one, overlap(names[other], names[one]))
			if percent >= renamedIndicator {
				candidates = append(candidates, candidate{other, one, percent, i + k})
			}
		}
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.percent, a.percent), cmp.Compare(a.order, b.order))
	})
	for _, one := range candidates {
		if m.partner[one.old] == nil && m.partner[one.new] == nil {
			m.join(one.old, one.new)
			m.percent[one.new] = one.percent
		}
	}
}

// indicatorLikeness is how alike two indicators are, in percent: by their names,
// and by the figures, the unit and the definition that both have. Figures alone
// make no match, but figures that all differ speak against one.
func indicatorLikeness(old, new *model.Indicator, names int) int {
	if names < distinctScore {
		return 0
	}
	sum, weights := 60*names, 60
	add := func(weight, percent int) { sum, weights = sum+weight*percent, weights+weight }
	if same, both := sharedFigures(old, new); both > 0 {
		add(30, 100*same/both)
	}
	if old.Unit != "" && new.Unit != "" {
		add(10, percentIf(foldName(old.Unit) == foldName(new.Unit)))
	}
	if old.Definition != "" && new.Definition != "" {
		add(20, percentIf(sameText(old.Definition, new.Definition)))
	}
	return sum / weights
}

func percentIf(holds bool) int {
	if holds {
		return 100
	}
	return 0
}

// pairs returns what was joined and what was left.
func (m *indicatorMatch) pairs() []indicatorPair {
	pairs := make([]indicatorPair, 0, len(m.new))
	labels := map[string]int{}
	add := func(old, new *model.Indicator) {
		shown := new
		if shown == nil {
			shown = old
		}
		label := indicatorLabel(shown)
		if labels[label]++; labels[label] > 1 {
			label += "#" + strconv.Itoa(labels[label])
		}
		pairs = append(pairs, indicatorPair{IndicatorPair: IndicatorPair{Old: old, New: new}, label: label, percent: m.percent[new]})
	}
	for _, one := range m.new {
		add(m.partner[one], one)
	}
	for _, one := range m.old {
		if m.partner[one] == nil {
			add(one, nil)
		}
	}
	return pairs
}

// labelRunes is how much of a definition names an indicator without a name.
const labelRunes = 24

// indicatorLabel is how paths name an indicator: by its name, else by the
// beginning of its definition, else by its unit or kind.
func indicatorLabel(indicator *model.Indicator) string {
	if indicator.Name != "" {
		return indicator.Name
	}
	if definition := []rune(indicator.Definition); len(definition) > 0 {
		return string(definition[:min(len(definition), labelRunes)])
	}
	return cmp.Or(indicator.Unit, string(indicator.Kind), "-")
}
