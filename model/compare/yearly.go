package compare

import (
	"cmp"

	"sheetconv/model"
)

// yearlyRow is a row of an item that is given year by year: a cost, a head-count,
// a cost per head.
type yearlyRow struct {
	// line is what the years of one row have in common.
	line  string
	fy    int
	basis model.CostBasis
	at    model.Position
	parts []part
	// row is the row of the model.
	row any
}

// part is one figure, or one text, of such a row.
type part struct {
	key  string
	unit string
	// number is the figure for arithmetic; value is it, or a text, as in the model.
	number model.Number
	value  any
	isText bool
	// isRaw says that the text stands in the place of a figure.
	isRaw bool
}

func yenPart(key string, amount model.Yen) part {
	one := part{key: key, unit: "円", number: yenNumber(amount)}
	if !amount.IsZero() {
		one.value = amount
	}
	return one
}

func numberPart(key, unit string, value model.Number) part {
	one := part{key: key, unit: unit, number: value}
	if !value.IsZero() {
		one.value = value
	}
	return one
}

func textPart(key, text string) part { return part{key: key, value: wording(text), isText: true} }

// rawPart is what was printed in the place of a figure that could not be read.
func rawPart(key, text string, isRead bool) part {
	if isRead {
		text = ""
	}
	return part{key: key, value: wording(text), isRaw: true}
}

// isSame reports whether two parts of one key say the same.
func (p part) isSame(other part) bool {
	if p.isText || p.isRaw {
		one, _ := p.value.(string)
		two, _ := other.value.(string)
		return sameText(one, two)
	}
	return sameNumber(p.number, other.number)
}

// yearly compares the rows of one list of an item.
type yearly struct {
	list  string
	class Class
	pair  *itemPair
	// told are the rows that one year had alone and that are told with another.
	told map[*yearlyRow]bool
	// texts are the changes of texts that were told.
	texts map[toldText]bool
	// changes are found so far.
	changes []Change
}

// toldText is a change of a text that stands with every year of a line.
type toldText struct {
	line, key string
	old, new  any
}

// compare returns the changes between the rows of both issues.
func (y *yearly) compare(old, new []yearlyRow, alike func(*yearlyRow)) []Change {
	y.told = map[*yearlyRow]bool{}
	lines := pairLines(old, new)
	for _, line := range lines {
		if len(line.old) == 0 || len(line.new) == 0 {
			y.compareLine(line)
			continue
		}
		pairs := pairRows(line.old, line.new,
			func(r *yearlyRow) string { return string(r.basis) + year(r.fy) },
			func(a, b *yearlyRow) bool { return sameParts(a, b) },
			func(_, other *yearlyRow) { alike(other) })
		var olds, news []*yearlyRow
		for _, one := range pairs {
			switch {
			case one.old != nil && one.new != nil:
			case one.old != nil:
				olds = append(olds, one.old)
			default:
				news = append(news, one.new)
			}
		}
		y.compareBases(olds, news)
		y.compareNewest(pairs)
		for _, one := range pairs {
			if one.old != nil && one.new != nil {
				y.addRestated(one.old, one.new)
			} else {
				y.addLone(one)
			}
		}
	}
	return y.changes
}

// yearlyLine is a line in both issues.
type yearlyLine struct{ old, new []yearlyRow }

// pairLines groups the rows by their lines, in the order of the new issue.
func pairLines(old, new []yearlyRow) []*yearlyLine {
	byName := map[string]*yearlyLine{}
	var order []*yearlyLine
	of := func(name string) *yearlyLine {
		if byName[name] == nil {
			byName[name] = &yearlyLine{}
			order = append(order, byName[name])
		}
		return byName[name]
	}
	for _, one := range new {
		line := of(one.line)
		line.new = append(line.new, one)
	}
	for _, one := range old {
		line := of(one.line)
		line.old = append(line.old, one)
	}
	return order
}

func sameParts(a, b *yearlyRow) bool {
	for i := range a.parts {
		if !a.parts[i].isSame(b.parts[i]) {
			return false
		}
	}
	return true
}

// compareLine adds a line that only one issue has, by its newest row.
func (y *yearly) compareLine(line *yearlyLine) {
	change := Change{Class: ClassStructure}
	var newest *yearlyRow
	rows := append(line.old[:len(line.old):len(line.old)], line.new...)
	for i := range rows {
		if newest == nil || rows[i].fy > newest.fy {
			newest = &rows[i]
		}
	}
	change.Path = row(y.list, newest.line)
	if len(line.old) > 0 {
		change.Old, change.OldAt = newest.row, newest.at
	} else {
		change.New, change.NewAt = newest.row, newest.at
	}
	y.changes = append(y.changes, change)
}

// add adds the parts in which two rows differ; one of them may be nil. A text that
// every year repeats is told once.
func (y *yearly) add(class Class, old, new *yearlyRow) {
	shown := new
	if new == nil {
		shown = old
	}
	start := len(y.changes)
	for i, one := range shown.parts {
		change := Change{Class: class, Path: y.path(shown) + "." + one.key, Unit: one.unit}
		if old != nil {
			one = old.parts[i]
			change.Old, change.OldAt = one.value, old.at
		}
		other := part{isText: one.isText, isRaw: one.isRaw}
		if new != nil {
			other = new.parts[i]
			change.New, change.NewAt = other.value, new.at
		}
		if old == nil {
			one = part{isText: other.isText, isRaw: other.isRaw}
		}
		if one.isSame(other) {
			continue
		}
		if one.isText {
			if change.Class = ClassText; y.isTold(change, shown.line, one.key) {
				continue
			}
		}
		if old != nil && new != nil {
			change.span(old, new)
			change = change.withDelta(one.number, other.number)
		}
		if last := len(y.changes) - 1; last >= start && one.isRaw && y.changes[last].isReplacedBy(change) {
			y.changes[last] = y.changes[last].replacedBy(change)
			continue
		}
		y.changes = append(y.changes, change)
	}
}

// isReplacedBy reports whether a figure went and words stand in its place, or the
// other way round.
func (c *Change) isReplacedBy(raw Change) bool {
	return c.Old != nil && c.New == nil && raw.Old == nil || c.Old == nil && c.New != nil && raw.New == nil
}

// replacedBy returns the two as one change, under the key that the new issue has.
func (c *Change) replacedBy(raw Change) Change {
	one := *c
	if c.New == nil {
		one.Path, one.New, one.Unit = raw.Path, raw.New, ""
	} else {
		one.Old = raw.Old
	}
	return one
}

// isTold reports whether another year of a line told the same change of a text.
func (y *yearly) isTold(change Change, line, key string) bool {
	told := toldText{line, key, change.Old, change.New}
	if y.texts[told] {
		return true
	}
	if y.texts == nil {
		y.texts = map[toldText]bool{}
	}
	y.texts[told] = true
	return false
}

// span notes the years and the bases of two rows, where they differ.
func (c *Change) span(old, new *yearlyRow) {
	if old.fy != new.fy {
		c.OldFY, c.NewFY = old.fy, new.fy
	}
	if old.basis != new.basis {
		c.OldFY, c.NewFY = old.fy, new.fy
		c.OldBasis, c.NewBasis = old.basis, new.basis
	}
}

func (y *yearly) path(r *yearlyRow) string {
	if r.basis == "" {
		return row(y.list, year(r.fy), r.line)
	}
	return row(y.list, year(r.fy), string(r.basis), r.line)
}

// addRestated adds a row of one year and basis that differs. Without a year it
// can't be told from the next year's, and so it is no revision.
func (y *yearly) addRestated(old, new *yearlyRow) {
	class := ClassRevision
	if new.fy == 0 {
		class = y.class
	}
	y.add(class, old, new)
}

// compareBases adds the rows of one year that state another thing in the new
// issue: what was a budget is settled now.
func (y *yearly) compareBases(olds, news []*yearlyRow) {
	for _, new := range news {
		for _, old := range olds {
			if new.fy == 0 || old.fy != new.fy || y.told[old] || y.told[new] {
				continue
			}
			y.told[old], y.told[new] = true, true
			y.add(y.class, old, new)
		}
	}
}

// compareNewest adds the newest row of each basis against that of the old issue,
// where they are of different years.
func (y *yearly) compareNewest(pairs []rowPair[yearlyRow]) {
	olds, news := map[model.CostBasis]*yearlyRow{}, map[model.CostBasis]*yearlyRow{}
	isCommon := false
	for _, one := range pairs {
		keepNewest(olds, one.old)
		keepNewest(news, one.new)
	}
	for _, basis := range append([]model.CostBasis{""}, model.Values[model.CostBasis]()...) {
		old, new := olds[basis], news[basis]
		if old == nil || new == nil {
			continue
		}
		isCommon = true
		if old.fy != new.fy {
			y.told[old], y.told[new] = true, true
			y.add(y.class, old, new)
		}
	}
	if !isCommon {
		old, new := newestOf(olds), newestOf(news)
		if old != nil && new != nil && old.fy != new.fy {
			y.told[old], y.told[new] = true, true
			y.add(y.class, old, new)
		}
	}
}

func keepNewest(rows map[model.CostBasis]*yearlyRow, one *yearlyRow) {
	if one != nil && (rows[one.basis] == nil || one.fy > rows[one.basis].fy) {
		rows[one.basis] = one
	}
}

func newestOf(rows map[model.CostBasis]*yearlyRow) *yearlyRow {
	var newest *yearlyRow
	for _, basis := range append([]model.CostBasis{""}, model.Values[model.CostBasis]()...) {
		if one := rows[basis]; one != nil && (newest == nil || cmp.Compare(one.fy, newest.fy) > 0) {
			newest = one
		}
	}
	return newest
}

// addLone adds a row that only one issue has although both print its year.
func (y *yearly) addLone(one rowPair[yearlyRow]) {
	shown := one.new
	if shown == nil {
		shown = one.old
	}
	if one.old != nil && one.new != nil || y.told[shown] {
		return
	}
	if shown.fy == 0 {
		y.add(y.class, one.old, one.new)
		return
	}
	measure := string(shown.basis)
	if bothPrint(y.pair.old.document, y.pair.new.document, y.list, measure, shown.fy) {
		y.add(ClassRevision, one.old, one.new)
	}
}
