package parser_test

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
)

// visitRows calls visit for every object of a document, outermost first, with
// the path to it.
func visitRows(v reflect.Value, path string, visit func(path string, row reflect.Value)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			visitRows(v.Elem(), path, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			visitRows(v.Index(i), path+"["+strconv.Itoa(i)+"]", visit)
		}
	case reflect.Struct:
		if isScalar(v) {
			return
		}
		visit(path, v)
		for i := range v.NumField() {
			visitRows(v.Field(i), path+"."+v.Type().Field(i).Name, visit)
		}
	}
}

// isScalar reports whether a struct is written as one word: a number, a date, a
// position.
func isScalar(v reflect.Value) bool {
	switch v.Addr().Interface().(type) {
	case json.Marshaler, encoding.TextMarshaler:
		return true
	}
	return false
}

// stringsOf returns the texts and numbers that stand in a row itself.
func stringsOf(row reflect.Value) []string {
	var found []string
	for i := range row.NumField() {
		field := row.Field(i)
		switch {
		case field.Kind() == reflect.String:
			found = append(found, field.String())
		case field.Type() == reflect.TypeFor[[]string]():
			found = append(found, field.Interface().([]string)...)
		case field.Kind() == reflect.Int:
			found = append(found, strconv.FormatInt(field.Int(), 10))
		case field.Kind() == reflect.Struct && isScalar(field):
			if number, isNumber := field.Interface().(interface{ String() string }); isNumber {
				found = append(found, number.String())
			}
		}
	}
	return found
}

// squash returns a text without blanks and markup, so that what a cell prints
// can be found in what the model holds.
func squash(text string) string {
	return strings.Join(strings.Fields(ja.StripMarkup(text)), "")
}

// leafCount returns how many scalars a document holds.
func leafCount(t testing.TB, document *model.Document) int {
	t.Helper()
	var value any
	if err := json.Unmarshal([]byte(write(t, "json", []*model.Document{document})), &value); err != nil {
		t.Fatal(err)
	}
	return countLeaves(value)
}

func countLeaves(value any) int {
	count := 0
	switch value := value.(type) {
	case map[string]any:
		for _, child := range value {
			count += countLeaves(child)
		}
	case []any:
		for _, child := range value {
			count += countLeaves(child)
		}
	default:
		count = 1
	}
	return count
}
