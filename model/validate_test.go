package model

import (
	"reflect"
	"slices"
	"testing"
)

func TestValidate(t *testing.T) {
	for want, spoil := range map[string]func(d *Document){
		`schema: is "sheetconv/v2", expected sheetconv/v1`: func(d *Document) { d.Schema = "sheetconv/v2" },
		`kind: "" is none of its values`:                   func(d *Document) { d.Kind = "" },
		`kind: "plans" is none of its values`:              func(d *Document) { d.Kind = "plans" },
		`items[1]: the id "3" stands twice`:                func(d *Document) { d.Items[1].ID, d.Items[1].Parent, d.Items[2].Parent = "3", "", "" },
		`items[0]: the parent "9" is no item`:              func(d *Document) { d.Items[0].Parent = "9" },
		`items[0]: the item stands under itself`:           func(d *Document) { d.Items[0].Parent = "3"; d.Items = d.Items[:1] },
		`items[0].id: is empty`:                            func(d *Document) { d.Items[0].ID = ""; d.Items = d.Items[:1] },
		`notes[1]: is empty`:                               func(d *Document) { d.Notes[1] = "" },
		`title: "\xff" is no UTF-8`:                        func(d *Document) { d.Title = "\xff" },
		`items[2].attributes[0]: has neither raw nor options`: func(d *Document) {
			a := &d.Items[2].Attributes[0]
			a.Raw, a.Options, a.Selected = "", nil, nil
		},
		`items[0].indicators[0].values[2]: has no raw`: func(d *Document) { d.Items[0].Indicators[0].Values[2].Raw = "" },
		`items[0].indicators[1].goal: has no raw`:      func(d *Document) { d.Items[0].Indicators[1].Goal.Raw = "" },
		`items[0].indicators[1].direction: has no raw`: func(d *Document) { d.Items[0].Indicators[1].Direction.Raw = "" },
		`items[0].unit_costs[0].denominator: has no raw`: func(d *Document) {
			d.Items[0].UnitCosts[0].Denominator.Raw = ""
		},
		`items[0].costs[0].raw: is empty`:                                             func(d *Document) { d.Items[0].Costs[0].Raw = "" },
		`items[0].costs[0].line: "" is none of its values`:                            func(d *Document) { d.Items[0].Costs[0].Line = "" },
		`items[0].evaluations[0].options[0]: is empty`:                                func(d *Document) { d.Items[0].Evaluations[0].Options[0] = "" },
		`items[0]: the position 0:3 can't be`:                                         func(d *Document) { d.Items[0].At = Position{0, 3} },
		`items[0].texts[1]: the position -1:-1 can't be`:                              func(d *Document) { d.Items[0].Texts[1].At = Position{-1, -1} },
		`diagnostics[0]: the position 3:0 can't be`:                                   func(d *Document) { d.Diagnostics[0].At = Position{3, 0} },
		`unmapped[0]: has no position`:                                                func(d *Document) { d.Unmapped[0].At = Position{} },
		`grades[0]: the position 9001:1 is outside of the document's lines 1 to 9000`: func(d *Document) { d.Grades[0].At = Position{9001, 1} },
		`source: covers lines 5 to 4`:                                                 func(d *Document) { d.StripPositions(); d.Unmapped = nil; d.Source.FirstLine, d.Source.LastLine = 5, 4 },
		`as_of: 2021-2-29 is no day`:                                                  func(d *Document) { d.AsOf = Date{2021, 2, 29} },
		`diagnostics[1].code: "text" is no code`:                                      func(d *Document) { d.Diagnostics[1].Code = "text" },
		`diagnostics[1].severity: "fatal" is none of its values`:                      func(d *Document) { d.Diagnostics[1].Severity = "fatal" },
	} {
		d := example()
		spoil(d)
		if found := d.Validate(); !slices.Equal(found, []string{want}) {
			t.Errorf("want %s\ngot  %q", want, found)
		}
	}
}

func TestValidateLetsPass(t *testing.T) {
	for name, change := range map[string]func(d *Document){
		"nothing changed":                      func(*Document) {},
		"no positions":                         (*Document).StripPositions,
		"no source":                            func(d *Document) { d.Source = nil },
		"a diagnostic outside of the document": func(d *Document) { d.Diagnostics[0].At = Position{9999, 1} },
		"a cost without yen":                   func(d *Document) { d.Items[0].Costs[0].Yen = Yen{} },
		"no items":                             func(d *Document) { d.Items = nil },
	} {
		d := example()
		change(d)
		if found := d.Validate(); len(found) > 0 {
			t.Errorf("%s: %q", name, found)
		}
	}
}

// A chain of parents that ends in a ring further up ends the check, too.
func TestValidateRingOfParents(t *testing.T) {
	d := &Document{Schema: Schema, Kind: PlanDocument, Items: []Item{
		{ID: "a", Kind: Theme, Parent: "b"}, {ID: "b", Kind: Theme, Parent: "c"}, {ID: "c", Kind: Theme, Parent: "b"},
	}}
	if found := d.Validate(); len(found) != 3 {
		t.Errorf("got %q", found)
	}
}

// positionsOf returns the path and value of every position in a document.
func positionsOf(v reflect.Value, path string, found map[string]Position) {
	switch v.Kind() {
	case reflect.Pointer:
		positionsOf(v.Elem(), path, found)
	case reflect.Slice:
		for i := range v.Len() {
			positionsOf(v.Index(i), path, found)
		}
	case reflect.Struct:
		if position, ok := v.Interface().(Position); ok {
			found[path] = position
			return
		}
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() {
				positionsOf(v.Field(i), path+"."+field.Name, found)
			}
		}
	}
}

func TestStripPositions(t *testing.T) {
	d := example()
	before := map[string]Position{}
	positionsOf(reflect.ValueOf(d), "", before)
	d.StripPositions()
	after := map[string]Position{}
	positionsOf(reflect.ValueOf(d), "", after)
	if len(before) < 17 || len(after) != len(before) {
		t.Fatalf("found positions at %v", before)
	}
	for path, position := range after {
		kept := path == ".Unmapped.At" || path == ".Diagnostics.At"
		if before[path].IsZero() || position.IsZero() == kept {
			t.Errorf("%s: %q before and %q after", path, before[path], position)
		}
	}
	new(Document).StripPositions()
	(&Document{Items: []Item{{}}}).StripPositions()
}
