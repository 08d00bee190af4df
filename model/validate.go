package model

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"unicode/utf8"
)

// Validate returns what is wrong with the document's structure, each with the
// path to it, in the order of the document; nothing if all is well. It finds
// bugs of a form, not faults of a sheet: repeated or unknown ids, values that
// the enums don't know, required keys and rows without content, figures without
// raw, positions and dates that can't be, and text that is no UTF-8.
func (d *Document) Validate() []string {
	v := validator{}
	if d.Source != nil {
		v.first, v.last = d.Source.FirstLine, d.Source.LastLine
		if v.first < 0 || v.last < v.first {
			v.report(&step{nil, "source", -1}, "covers lines %d to %d", v.first, v.last)
		}
	}
	if d.Schema != Schema {
		v.report(&step{nil, "schema", -1}, "is %q, expected %s", d.Schema, Schema)
	}
	v.object(reflect.ValueOf(d).Elem(), nil)
	v.ids(d.Items)
	return v.found
}

type validator struct {
	found []string
	// first and last are the lines that the document covers, 0 if unknown.
	first, last int
}

func (v *validator) report(path *step, format string, arguments ...any) {
	v.found = append(v.found, path.String()+": "+fmt.Sprintf(format, arguments...))
}

// ids checks that each item can be told by its id, and stands under an item.
func (v *validator) ids(items []Item) {
	parents := make(map[string]string, len(items))
	for i := range items {
		path := &step{&step{nil, "items", -1}, "", i}
		if _, repeated := parents[items[i].ID]; repeated {
			v.report(path, "the id %q stands twice", items[i].ID)
		}
		parents[items[i].ID] = items[i].Parent
	}
	for i := range items {
		path := &step{&step{nil, "items", -1}, "", i}
		parent := items[i].Parent
		if _, exists := parents[parent]; parent != "" && !exists {
			v.report(path, "the parent %q is no item", parent)
		}
		for hops := 0; parent != ""; hops++ {
			if parent == items[i].ID || hops > len(items) {
				v.report(path, "the item stands under itself")
				break
			}
			parent = parents[parent]
		}
	}
}

func (v *validator) object(value reflect.Value, path *step) {
	object := objectOf(value.Type())
	for i := range object.fields {
		field := &object.fields[i]
		child := value.FieldByIndex(field.index)
		if at, isPosition := child.Addr().Interface().(*Position); isPosition {
			v.position(*at, value.Type(), path)
		} else if field.required || !isAbsent(child) {
			v.value(child, &step{path, field.name, -1})
		}
	}
	v.figure(value, path)
}

// figure checks that a figure has its text as printed.
func (v *validator) figure(value reflect.Value, path *step) {
	switch row := value.Addr().Interface().(type) {
	case *Attribute:
		if row.Raw == "" && len(row.Options) == 0 && len(row.Selected) == 0 {
			v.report(path, "has neither raw nor options")
		}
	default:
		if alwaysRaw[value.Type().Name()] && value.FieldByName("Raw").String() == "" {
			v.report(path, "has no raw")
		}
	}
}

func (v *validator) value(value reflect.Value, path *step) {
	switch scalar := value.Addr().Interface().(type) {
	case literal:
		return
	case *Date:
		if _, valid := NewDate(scalar.Year, scalar.Month, scalar.Day); !valid {
			v.report(path, "%d-%d-%d is no day", scalar.Year, scalar.Month, scalar.Day)
		}
		return
	case *Code:
		if !codeForm.MatchString(string(*scalar)) {
			v.report(path, "%q is no code", *scalar)
		}
		return
	}
	switch value.Kind() {
	case reflect.Pointer:
		v.object(value.Elem(), path)
	case reflect.Struct:
		v.object(value, path)
	case reflect.Slice:
		for i := range value.Len() {
			v.value(value.Index(i), &step{path, "", i})
		}
	case reflect.String:
		v.text(value, path)
	}
}

var codeForm = regexp.MustCompile(codePattern)

func (v *validator) text(value reflect.Value, path *step) {
	text := value.String()
	if allowed, isEnum := enums[value.Type()]; isEnum {
		if !slices.Contains(allowed, text) {
			v.report(path, "%q is none of its values", text)
		}
		return
	}
	if text == "" {
		v.report(path, "is empty")
	}
	if !utf8.ValidString(text) {
		v.report(path, "%q is no UTF-8", text)
	}
}

// position checks where a row stands. A diagnostic may stand anywhere in the
// file: it can be about what is outside of every document.
func (v *validator) position(at Position, row reflect.Type, path *step) {
	switch {
	case at.IsZero():
		if row == reflect.TypeFor[Unmapped]() {
			v.report(path, "has no position")
		}
	case at.Line < 1 || at.Column < 1:
		v.report(path, "the position %s can't be", at)
	case v.last > 0 && row != reflect.TypeFor[Diagnostic]() && (int(at.Line) < v.first || int(at.Line) > v.last):
		v.report(path, "the position %s is outside of the document's lines %d to %d", at, v.first, v.last)
	}
}
