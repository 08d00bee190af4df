package table

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
)

var snakeCase = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

func TestDefinitions(t *testing.T) {
	for place, table := range All() {
		if !snakeCase.MatchString(table.Name) || Find(table.Name) != table {
			t.Errorf("%q is no name, or another table's", table.Name)
		}
		isWorded(t, table.Name, table.Title, table.Description)
		for index := range table.Columns {
			column := &table.Columns[index]
			name := table.Name + "." + column.Name
			if !snakeCase.MatchString(column.Name) || table.Column(column.Name) != index {
				t.Errorf("%s: no name, or another column's", name)
			}
			isWorded(t, name, column.Title, column.Description)
			if column.Type == Missing || (column.Type == Yen) != (column.Unit == inYen) {
				t.Errorf("%s: type %s with the unit %s", name, column.Type, column.Unit.English)
			}
			for _, value := range column.Values {
				isWorded(t, name+"="+value.Name, value.Title)
			}
		}
		for _, key := range table.Key {
			if column := table.Column(key); column < 0 || !table.Columns[column].Required {
				t.Errorf("%s: the key has no column %s that is never missing", table.Name, key)
			}
		}
		for _, reference := range table.References {
			target := Find(reference.Table)
			if target == nil || !slices.Equal(target.Key, reference.To) || slices.Index(All(), target) > place {
				t.Fatalf("%s: refers to %s, which is no key of a table before it", table.Name, reference.Table)
			}
			for index, name := range reference.Columns {
				from, to := table.Columns[table.Column(name)], target.Columns[target.Column(reference.To[index])]
				if from.Type != to.Type {
					t.Errorf("%s.%s: type %s, %s.%s has %s", table.Name, name, from.Type, target.Name, to.Name, to.Type)
				}
			}
		}
	}
}

func isWorded(t *testing.T, what string, words ...Words) {
	t.Helper()
	for _, words := range words {
		if words.English == "" || words.Japanese == "" || words.In("ja") != words.Japanese || words.In("en") != words.English {
			t.Errorf("%s: half a text: %+v", what, words)
		}
	}
}

// Nothing of the model is lost: each of its fields is the source of a column, and a
// column's source is a field.
func TestEveryFieldIsInATable(t *testing.T) {
	fields := map[string]bool{}
	fieldsOf(reflect.TypeFor[model.Document](), "", fields)
	delete(fields, "schema") // the same in every document
	if len(fields) < 150 {
		t.Fatalf("only %d fields were found", len(fields))
	}
	taken := map[string]bool{}
	for _, table := range All() {
		for _, column := range table.Columns {
			taken[column.Field] = true
			_, isList := fields[column.Field+"[]"]
			if column.Field != "" && !fields[column.Field] && !isList {
				t.Errorf("%s.%s: the model has no %s", table.Name, column.Name, column.Field)
			}
		}
	}
	for field := range fields {
		if field = strings.TrimSuffix(field, "[]"); !taken[field] && !taken[field+"[]"] {
			t.Errorf("no column holds %s", field)
		}
	}
}

// fieldsOf collects the paths of all fields that are written; a list has a path that
// ends in [].
func fieldsOf(of reflect.Type, path string, fields map[string]bool) {
	for index := range of.NumField() {
		field := of.Field(index)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		switch {
		case field.Anonymous && name == "":
			fieldsOf(field.Type, path, fields)
			continue
		case name == "-":
			continue
		}
		kind := field.Type
		name = path + name
		if kind.Kind() == reflect.Pointer {
			kind = kind.Elem()
		}
		if kind.Kind() == reflect.Slice && kind.Elem().Kind() == reflect.Struct {
			fields[name+"[]"] = true
			fieldsOf(kind.Elem(), name+"[].", fields)
			continue
		}
		if kind.Kind() == reflect.Struct && !isScalar(kind) {
			fieldsOf(kind, name+".", fields)
			continue
		}
		fields[name] = true
		if name == "notes" {
			fields["notes[]"] = true
		}
	}
}

func isScalar(kind reflect.Type) bool {
	_, isText := reflect.New(kind).Interface().(fmt.Stringer)
	return isText || kind == reflect.TypeFor[model.Cumulative]()
}

// fixtures returns the models of the repository's fixtures.
func fixtures(t testing.TB) map[string][]*model.Document {
	t.Helper()
	names, err := filepath.Glob("../../testdata/forms/*/*.yaml")
	if err != nil || len(names) < 20 {
		t.Fatalf("%d fixtures, %v", len(names), err)
	}
	read := map[string][]*model.Document{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if read[name], err = model.Read(data); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	return read
}

// keyOf is the text of some cells, for a map; false where one is missing.
func keyOf(table *Table, cells []Cell, columns []string) (string, bool) {
	var key []byte
	for _, name := range columns {
		cell := &cells[table.Column(name)]
		if cell.IsMissing() {
			return "", false
		}
		key = append(cell.AppendText(key), 0)
	}
	return string(key), true
}

// checkTables holds the tables of documents against their definitions, and returns
// how many rows each has.
func checkTables(t *testing.T, documents []*Document) map[string]int {
	t.Helper()
	keys := map[string]map[string]bool{}
	count := map[string]int{}
	for _, table := range All() {
		keys[table.Name] = map[string]bool{}
		for _, of := range documents {
			for cells := range table.Rows(of) {
				count[table.Name]++
				checkCells(t, table, cells)
				key, whole := keyOf(table, cells, table.Key)
				if !whole || keys[table.Name][key] {
					t.Errorf("%s: the key %q is missing or stands twice", table.Name, key)
				}
				keys[table.Name][key] = true
				for _, reference := range table.References {
					if key, whole := keyOf(table, cells, reference.Columns); whole && table.Name != "items" && !keys[reference.Table][key] {
						t.Errorf("%s: %s has no row %q", table.Name, reference.Table, key)
					}
				}
			}
		}
	}
	// A parent may stand behind its children.
	items := Find("items")
	for _, of := range documents {
		for cells := range items.Rows(of) {
			if key, whole := keyOf(items, cells, items.References[1].Columns); whole && !keys["items"][key] {
				t.Errorf("items: there is no parent %q", key)
			}
		}
	}
	return count
}

func checkCells(t *testing.T, table *Table, cells []Cell) {
	t.Helper()
	for index := range table.Columns {
		column, cell := &table.Columns[index], &cells[index]
		text := string(cell.AppendText(nil))
		switch {
		case cell.IsMissing() && column.Required, !cell.IsMissing() && cell.Type() != column.Type:
			t.Errorf("%s.%s: is a %s, want a %s", table.Name, column.Name, cell.Type(), column.Type)
		case cell.IsMissing() != (text == ""):
			t.Errorf("%s.%s: is %q", table.Name, column.Name, text)
		case !cell.IsMissing() && column.Values != nil &&
			!slices.ContainsFunc(column.Values, func(value Value) bool { return value.Name == text }):
			t.Errorf("%s.%s: %q is none of its values", table.Name, column.Name, text)
		}
	}
}

func TestTablesOfTheFixtures(t *testing.T) {
	var documents []*Document
	var keys Keys
	want := map[string]int{}
	for name, read := range fixtures(t) {
		for place, document := range read {
			of, faults := keys.NewDocument(name, place+1, document)
			if len(faults) > 0 {
				t.Errorf("%s: %q", name, faults)
			}
			documents = append(documents, of)
			countRows(document, want)
		}
	}
	got := checkTables(t, documents)
	for name, count := range want {
		if got[name] != count || count == 0 {
			t.Errorf("%s: %d rows, the model has %d", name, got[name], count)
		}
	}
	if len(want) != len(All()) {
		t.Errorf("%d of %d tables were counted", len(want), len(All()))
	}
}

func countRows(document *model.Document, into map[string]int) {
	add := func(name string, count int) { into[name] += count }
	add("documents", 1)
	add("items", len(document.Items))
	add("grades", len(document.Grades))
	add("notes", len(document.Notes))
	add("unmapped", len(document.Unmapped))
	add("diagnostics", len(document.Diagnostics))
	for _, summary := range document.Summary {
		add("summary", max(1, len(summary.Counts)))
	}
	for _, item := range document.Items {
		add("policies", len(item.Policy))
		add("departments", len(item.Departments))
		add("attributes", len(item.Attributes))
		add("texts", len(item.Texts))
		add("indicators", len(item.Indicators))
		for _, indicator := range item.Indicators {
			add("values", len(indicator.Values))
		}
		add("schedule", len(item.Schedule))
		add("costs", len(item.Costs))
		add("staffing", len(item.Staffing))
		add("unit_costs", len(item.UnitCosts))
		add("evaluations", len(item.Evaluations))
	}
}

// Whatever documents are put together, keys are unique and references hold.
func TestKeysOfOddDocuments(t *testing.T) {
	twice := &model.Document{Kind: model.PlanDocument, Items: []model.Item{
		{ID: "1", Kind: model.Project, Costs: []model.Cost{{Line: model.CostTotal, Raw: "1"}}},
		{ID: "1", Kind: model.Project, Parent: "2", Costs: []model.Cost{{Line: model.CostTotal, Raw: "2"}}},
		{ID: "", Kind: model.Project, Parent: "1 (2)"},
		{ID: "1 (2)", Kind: model.Project, Parent: "1"},
	}, Diagnostics: []model.Diagnostic{{Severity: model.SeverityInfo, Code: "text/x"}}}
	var keys Keys
	var documents []*Document
	var names []string
	for _, input := range []struct {
		name  string
		place int
	}{{"a.txt", 1}, {"a.txt", 2}, {"a.txt#2", 1}, {"a.txt", 1}} {
		of, faults := keys.NewDocument(input.name, input.place, twice)
		of.Findings[0].Item = "7"
		if want := []string{"items[1].id", "items[2].id", "items[3].id", "items[1].parent"}; !slices.Equal(faults, want) {
			t.Errorf("the faults are %q, want %q", faults, want)
		}
		documents = append(documents, of)
		names = append(names, of.Key)
	}
	if want := []string{"a.txt", "a.txt#2", "a.txt#2 (2)", "a.txt (2)"}; !slices.Equal(names, want) {
		t.Errorf("the keys are %q, want %q", names, want)
	}
	if got := checkTables(t, documents)["costs"]; got != 8 {
		t.Errorf("%d costs", got)
	}
}

func TestRowsStop(t *testing.T) {
	for _, read := range fixtures(t) {
		for _, table := range All() {
			of, _ := new(Keys).NewDocument("a", 1, read[0])
			count := 0
			for range table.Rows(of) {
				if count++; count == 2 {
					break
				}
			}
		}
	}
}
