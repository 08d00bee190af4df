package model

import (
	"reflect"
	"strconv"
	"strings"
	"sync"
)

// field is one key of a written object.
type field struct {
	name string
	// index leads to the Go field, through embedded structs.
	index []int
	typ   reflect.Type
	// required says that the key is written even where its value is zero.
	required bool
}

// object is a struct type as it is written: embedded structs are flattened,
// the fields are in the order in which they are written.
type object struct {
	fields []field
	byName map[string]int
}

var objects sync.Map // of reflect.Type to *object

// objectOf returns the written form of a struct type, from its json tags.
func objectOf(t reflect.Type) *object {
	if known, ok := objects.Load(t); ok {
		return known.(*object)
	}
	o := &object{fields: appendFields(nil, t, nil)}
	o.byName = make(map[string]int, len(o.fields))
	for i, f := range o.fields {
		o.byName[f.name] = i
	}
	stored, _ := objects.LoadOrStore(t, o)
	return stored.(*object)
}

func appendFields(fields []field, t reflect.Type, prefix []int) []field {
	for i := range t.NumField() {
		structField := t.Field(i)
		index := append(append([]int(nil), prefix...), i)
		tag := structField.Tag.Get("json")
		if structField.Anonymous && tag == "" {
			fields = appendFields(fields, structField.Type, index)
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		if name == "-" || name == "" {
			continue
		}
		fields = append(fields, field{name, index, structField.Type, options == ""})
	}
	return fields
}

// literal is a type that is written as one plain word: a number, true or null.
type literal interface{ literal() string }

// zeroer is a type that knows when it is absent.
type zeroer interface{ IsZero() bool }

// isAbsent reports whether encoders leave an addressable value out.
func isAbsent(v reflect.Value) bool {
	// Through the pointer, because v.Interface() would copy the value.
	if z, ok := v.Addr().Interface().(zeroer); ok {
		return z.IsZero()
	}
	return v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0
}

// step is one step of the way from a document to a value in it.
type step struct {
	parent *step
	name   string
	// row counts from 0; it is -1 where the step is a name.
	row int
}

// String returns the path as in items[0].values[2].fy.
func (s *step) String() string {
	if s == nil {
		return ""
	}
	if s.row >= 0 {
		return s.parent.String() + "[" + strconv.Itoa(s.row) + "]"
	}
	if s.parent == nil {
		return s.name
	}
	return s.parent.String() + "." + s.name
}
