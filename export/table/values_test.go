package table

import (
	"reflect"
	"strconv"
	"strings"
	"testing"

	"sheetconv/model"
)

// filler puts a value of its own into every field of a document.
type filler struct {
	count int
	// written is what was put where, as the cells write it.
	written map[string]string
}

func (f *filler) fill(value reflect.Value, path string) {
	f.count++
	number := strconv.Itoa(1000 + f.count)
	switch into := value.Addr().Interface().(type) {
	case *model.Position:
		*into = model.Position{Line: int32(1000 + f.count), Column: 7}
		f.written[path] = number
	case *model.Date:
		*into, _ = model.NewDate(1000+f.count, 3, 31)
		f.written[path] = number + "-03-31"
	case *model.Number:
		*into = model.NewNumber(int64(1000+f.count)*100, 2)
		f.written[path] = number + ".00"
	case *model.Yen:
		*into = model.NewYen(int64(1000 + f.count))
		f.written[path] = number
	case *model.Cumulative:
		into.Amount = model.NewNumber(int64(1000+f.count), 0)
		f.written[path] = number
	case *[]string:
		*into = []string{"text " + number}
		f.written[path] = `["text ` + number + `"]`
	case *bool:
		*into = true
		f.written[path] = "true"
	case *int:
		*into = 1000 + f.count
		f.written[path] = number
	default:
		f.fillOther(value, path)
	}
}

func (f *filler) fillOther(value reflect.Value, path string) {
	switch value.Kind() {
	case reflect.String:
		value.SetString("text " + strconv.Itoa(1000+f.count))
		f.written[path] = value.String()
	case reflect.Pointer:
		value.Set(reflect.New(value.Type().Elem()))
		f.fill(value.Elem(), path)
	case reflect.Slice:
		value.Set(reflect.MakeSlice(value.Type(), 1, 1))
		f.fill(value.Index(0), path+"[]")
	case reflect.Struct:
		for index := range value.NumField() {
			field := value.Type().Field(index)
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			switch {
			case field.Anonymous && name == "":
				f.fill(value.Field(index), path)
			case name != "-":
				f.fill(value.Field(index), strings.TrimPrefix(path+"."+name, "."))
			}
		}
	}
}

// Every value of a document stands in the tables, in a column that says so.
func TestEveryValueIsInATable(t *testing.T) {
	document := &model.Document{}
	filled := &filler{written: map[string]string{}}
	filled.fill(reflect.ValueOf(document).Elem(), "")
	document.Items[0].Parent = document.Items[0].ID
	filled.written["items[].parent"] = document.Items[0].ID
	filled.written["notes[]"] = document.Notes[0]
	delete(filled.written, "notes")
	delete(filled.written, "schema") // the same in every document
	of, faults := new(Keys).NewDocument("a", 1, document)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	found := map[string]bool{}
	for _, table := range All() {
		for cells := range table.Rows(of) {
			for index := range cells {
				found[table.Columns[index].Field+"="+string(cells[index].AppendText(nil))] = true
			}
		}
	}
	for field, text := range filled.written {
		if !found[field+"="+text] {
			t.Errorf("no column of %s holds %s", field, text)
		}
	}
	if len(filled.written) < 150 {
		t.Errorf("only %d fields were filled", len(filled.written))
	}
}
