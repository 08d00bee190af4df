package komaki

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// branch is a measure with its directions, or a direction.
type branch struct {
	number     string
	item       int // index of the item
	directions []branch
	// listed is set where only the table of initiatives names it.
	listed bool
}

// tree holds the measures of a document in the order in which they were first
// printed.
type tree struct {
	measures []branch
	// loose are directions without a measure, where the text begins behind it.
	loose branch
}

func find(branches []branch, number string) *branch {
	for i := range branches {
		if branches[i].number == number {
			return &branches[i]
		}
	}
	return nil
}

// item returns the item at an index; it is good until the next one is added.
func (r *reader) item(index int) *model.Item { return &r.Document.Items[index] }

// addItem adds an item and returns its index. An initiative whose direction is
// lost may have taken the id before; it then gets its name into its own.
func (r *reader) addItem(item model.Item) int {
	if taken, stands := r.ids[item.ID]; stands {
		other := r.item(taken)
		other.ID = r.freeID(other.ID, other.Name)
		r.ids[other.ID] = taken
	}
	index := len(r.Document.Items)
	r.ids[item.ID] = index
	r.Document.Items = append(r.Document.Items, item)
	return index
}

// freeID returns the id if no item has it, else the id with the name.
func (r *reader) freeID(id, name string) string {
	for _, taken := r.ids[id]; taken; _, taken = r.ids[id] {
		id += " " + name
	}
	return id
}

// measureOf returns the branch of the measure with the number, a new one if it
// was not printed yet.
func (r *reader) measureOf(number string, at model.Position) *branch {
	if known := find(r.tree.measures, number); known != nil {
		return known
	}
	index := r.addItem(model.Item{At: at, ID: number, Kind: model.PolicyMeasure, Number: number})
	r.tree.measures = append(r.tree.measures, branch{number: number, item: index})
	return &r.tree.measures[len(r.tree.measures)-1]
}

// directionOf returns the branch of a direction of the measure.
func (r *reader) directionOf(measure *branch, number string, at model.Position) *branch {
	if known := find(measure.directions, number); known != nil {
		return known
	}
	direction := model.Item{At: at, ID: number, Kind: model.PolicyDirection, Number: number}
	if measure != &r.tree.loose {
		direction.Parent = r.item(measure.item).ID
		direction.ID = direction.Parent + "/" + number
	}
	index := r.addItem(direction)
	measure.directions = append(measure.directions, branch{number: number, item: index})
	return &measure.directions[len(measure.directions)-1]
}

// directionNamed returns the branch of the direction with the number and name of
// a heading. Where the number has another name already, a heading is lost or
// wrong, and the direction is one of its own.
func (r *reader) directionNamed(measure *branch, l *line, name string, at model.Position) *branch {
	known := find(measure.directions, l.number)
	if known == nil || known.listed || r.item(known.item).Name == "" || name == "" || namesMatch(r.item(known.item).Name, name) || beginsWith(name, r.item(known.item).Name) {
		return r.directionOf(measure, l.number, at)
	}
	for i := range measure.directions {
		if other := &measure.directions[i]; other.number == l.number && namesMatch(r.item(other.item).Name, name) {
			return other
		}
	}
	direction := model.Item{At: at, Number: l.number, Kind: model.PolicyDirection, Parent: r.item(known.item).Parent}
	direction.ID = r.freeID(r.item(known.item).ID, name)
	r.Report(model.CodeNumberTwice, l.cells[0].At, "展開方向"+l.number, direction.ID)
	measure.directions = append(measure.directions, branch{number: l.number, item: r.addItem(direction)})
	return &measure.directions[len(measure.directions)-1]
}

// currentMeasure returns the branch of the measure that is being read.
func (r *reader) currentMeasure() *branch {
	for i := range r.tree.measures {
		if r.tree.measures[i].item == r.measure {
			return &r.tree.measures[i]
		}
	}
	return nil
}

// readMeasure reads 基本施策 30 and its name, if that stands on the same line. A
// heading that is repeated on the next page changes nothing.
func (r *reader) readMeasure(l *line) {
	name := ja.Unwrap(l.text()[l.rest:])
	if known := find(r.tree.measures, l.number); known != nil && known.item == r.measure {
		if printed := r.item(known.item).Name; name == "" && r.nameFollows(printed) {
			r.skip(l)
			r.skip(&r.lines[r.next])
			r.next++
			return
		} else if name == "" || ja.Key(printed) == ja.Key(name) {
			r.skip(l)
			return
		}
	}
	r.leave(naming)
	at := r.claimLabelled(l, l.rest)
	if name == "" {
		at = l.cells[0].At
	}
	measure := r.measureOf(l.number, at)
	r.measure, r.direction, r.project = measure.item, none, none
	r.indicators.kind, r.indicators.card = "", none
	if item := r.item(measure.item); item.Name == "" {
		item.Name = name
	}
}

// nameFollows reports whether the next line is the name of the measure whose
// heading is repeated.
func (r *reader) nameFollows(name string) bool {
	return name != "" && r.next < len(r.lines) && ja.Key(r.lines[r.next].text()) == ja.Key(name)
}

// readDirection reads ◆展開方向1:… .
func (r *reader) readDirection(l *line) {
	name := ja.Unwrap(l.text()[l.rest:])
	r.leave(naming)
	measure := r.currentMeasure()
	if measure == nil {
		measure = &r.tree.loose
	}
	at := r.claimLabelled(l, l.rest)
	direction := r.directionNamed(measure, l, name, at)
	r.direction, r.project = direction.item, none
	r.indicators.kind, r.indicators.card = "", none
	if item := r.item(direction.item); item.Name == "" {
		item.Name = name
	}
}

// named returns the measure or direction whose heading was read last, nil if
// none was.
func (r *reader) named() *model.Item {
	if index := r.namedIndex(); index != none {
		return r.item(index)
	}
	return nil
}

// namedIndex returns its index, none if there is none; that of a project in whose text a
// table of indicators stands.
func (r *reader) namedIndex() int {
	if r.indicators.card != none {
		return r.indicators.card
	}
	if r.direction != none {
		return r.direction
	}
	return r.measure
}

// readName reads the name of a measure or direction on a line of its own, or
// the rest of one that is wrapped.
func (r *reader) readName(l *line) bool {
	item := r.named()
	text := l.text()
	if strings.Contains(text, "。") || len(text) > 3*maxNameRunes || len(item.Name) > 6*maxNameRunes || isArrowRow(l) {
		return false
	}
	before := r.lineBefore(r.next - 1)
	if item.Name != "" && (before == nil || !l.follows(before) || strings.HasSuffix(item.Name, "ます")) {
		return false
	}
	if item.Name == "" {
		item.At = l.cells[0].At
	}
	item.Name = ja.Unwrap(item.Name + "\n" + text)
	r.claim(l, grid.Value)
	return true
}

// readTextHeading reads ◆基本施策の目的 and the like. In the text of a card such
// a line belongs to the text.
func (r *reader) readTextHeading(l *line) {
	if r.project != none && r.mode == narrating && l.entry.key != model.TextPurpose {
		r.appendText(l)
		return
	}
	r.closeText()
	if r.beginsUnknownMeasure(l) {
		r.loseMeasure()
	}
	if r.named() == nil {
		r.leave(idle)
		return
	}
	r.leave(narrating)
	text := l.text()
	label := labelText(text[headingMark(text):l.rest])
	item := r.measure
	if r.direction != none && l.entry.key != model.TextPurpose || item == none {
		item = r.direction
	}
	r.project = none
	at := r.claimLabelled(l, l.rest)
	r.openText(item, l.entry.key, label, at, text[l.rest:])
}
