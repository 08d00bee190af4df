package table

import (
	"strconv"

	"sheetconv/model"
)

// Document is a document of the model with its key in the tables.
type Document struct {
	*model.Document
	// Key is what the column document holds.
	Key string
	// Input is the name of the input that it was read from, Place which of the
	// input's documents it is, from 1.
	Input string
	Place int
	// Findings are the rows of the table diagnostics.
	Findings []Finding

	// ids are the items' ids in the tables, where they differ from the model's, orphans
	// the items whose parent is none, by their places, and known all ids of items.
	ids     []string
	orphans map[int]bool
	known   map[string]bool
}

// Finding is a diagnostic, with the item that it is about and what was found and
// expected where that is known.
type Finding struct {
	model.Diagnostic
	Item, Found, Expected string
}

// Keys makes the keys of the documents of one export.
type Keys struct{ taken map[string]bool }

// NewDocument gives a document its key: the input's name, for the second document of
// an input and those behind it with #2 and so on. It takes the document's own
// diagnostics as findings.
//
// A model whose ids can't be keys is a broken one: a repeated id gets a number, and a
// parent that is no item is left out. The path of each such field is in faults.
func (k *Keys) NewDocument(input string, place int, document *model.Document) (of *Document, faults []string) {
	key := input
	if place > 1 {
		key += "#" + strconv.Itoa(place)
	}
	of = &Document{Document: document, Key: numbered(&k.taken, key), Input: input, Place: place}
	for _, diagnostic := range document.Diagnostics {
		of.Findings = append(of.Findings, Finding{Diagnostic: diagnostic})
	}
	return of, of.keyItems()
}

// keyItems makes the ids of items keys, and returns what was wrong with them.
func (d *Document) keyItems() (faults []string) {
	var taken map[string]bool
	fault := func(index int, field string) {
		faults = append(faults, "items["+strconv.Itoa(index)+"]."+field)
	}
	for index := range d.Items {
		id := d.Items[index].ID
		own := id
		if own == "" {
			own = "#" + strconv.Itoa(index+1)
		}
		own = numbered(&taken, own)
		if own != id && d.ids == nil {
			d.ids = make([]string, len(d.Items))
			for before := range index {
				d.ids[before] = d.Items[before].ID
			}
		}
		if own != id {
			fault(index, "id")
		}
		if d.ids != nil {
			d.ids[index] = own
		}
	}
	d.known = taken
	for index := range d.Items {
		if parent := d.Items[index].Parent; parent != "" && !taken[parent] {
			fault(index, "parent")
			if d.orphans == nil {
				d.orphans = map[int]bool{}
			}
			d.orphans[index] = true
		}
	}
	return faults
}

// numbered returns a name that is not taken yet, and takes it.
func numbered(taken *map[string]bool, name string) string {
	if *taken == nil {
		*taken = map[string]bool{}
	}
	own := name
	for number := 2; (*taken)[own]; number++ {
		own = name + " (" + strconv.Itoa(number) + ")"
	}
	(*taken)[own] = true
	return own
}

// ItemID returns the id that an item has in the tables; index is its place in Items.
func (d *Document) ItemID(index int) string {
	if d.ids != nil {
		return d.ids[index]
	}
	return d.Items[index].ID
}

func (d *Document) hasItem(id string) bool { return d.known[id] }

// scope is where in a document the rows of a table have come to.
type scope struct {
	of *Document
	// place is where the item stands in the document, from 0; number is the row's
	// place in its list, from 1, and inner that in a list inside of the row.
	place, number, inner int

	item       *model.Item
	policy     *model.Policy
	department *model.Department
	indicator  *model.Indicator
	value      *model.Value
	cost       *model.Cost
	staffing   *model.Staffing
	unitCost   *model.UnitCost
	evaluation *model.Evaluation
	task       *model.Task
	text       *model.Text
	attribute  *model.Attribute
	grade      *model.Grade
	summary    *model.Summary
	count      *model.GradeCount // nil of a summary without counts
	note       *string
	unmapped   *model.Unmapped
	finding    *Finding
}

// documentRows goes through the rows of a list of the document.
func documentRows[T any](list func(*Document) []T, current func(*scope) **T) func(*scope, func() bool) {
	return func(s *scope, row func() bool) {
		rows := list(s.of)
		for index := range rows {
			*current(s), s.number = &rows[index], index+1
			if !row() {
				return
			}
		}
	}
}

// itemRows goes through the rows of a list that each item has.
func itemRows[T any](list func(*model.Item) []T, current func(*scope) **T) func(*scope, func() bool) {
	return func(s *scope, row func() bool) {
		for place := range s.of.Items {
			s.place, s.item = place, &s.of.Items[place]
			rows := list(s.item)
			for index := range rows {
				*current(s), s.number = &rows[index], index+1
				if !row() {
					return
				}
			}
		}
	}
}
