package model

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	source, err := JSONSchema()
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource(SchemaID, parsed); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile(SchemaID)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func parseJSON(t *testing.T, text string) any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return value
}

func TestSchemaAcceptsWholeExample(t *testing.T) {
	d := example()
	text := string(encodeJSON(t, d))
	if err := compileSchema(t).Validate(parseJSON(t, text)); err != nil {
		t.Errorf("%v\n%s", err, text)
	}
	if found := d.Validate(); len(found) > 0 {
		t.Errorf("Validate found %q", found)
	}
	// The example would be no proof if it did not hold every key.
	for _, structType := range structTypes(reflect.TypeFor[Document](), nil) {
		for _, field := range objectOf(structType).fields {
			if !strings.Contains(text, `"`+field.name+`":`) {
				t.Errorf("the example has no %s", field.name)
			}
		}
	}
}

func TestSchemaAcceptsLeastDocument(t *testing.T) {
	if err := compileSchema(t).Validate(parseJSON(t, `{"schema":"sheetconv/v1","kind":"plan"}`)); err != nil {
		t.Error(err)
	}
}

func TestSchemaRefuses(t *testing.T) {
	schema := compileSchema(t)
	item := func(keys string) string { return `"items":[{"id":"a","kind":"theme",` + keys + `}]` }
	value := func(keys string) string {
		return item(`"indicators":[{"name":"a","values":[{"measure":"actual",` + keys + `}]}]`)
	}
	good := []string{
		item(`"name":"a"`), value(`"raw":"a"`), value(`"raw":"1","number":1.50,"yen":1500,"cumulative":true`), value(`"raw":"1","cumulative":2.5`),
		item(`"attributes":[{"label":"a","selected":["b"]}]`), `"as_of":"2020-02-29"`,
	}
	bad := []string{
		`"titel":"a"`, `"title":""`, `"title":null`, `"title":1`, `"items":[]`, `"items":{}`, `"notes":[""]`, `"notes":[1]`, `"fiscal_year":"2020"`,
		`"fiscal_year":2020.5`, `"as_of":"2020-02-30"`, `"as_of":"2020/02/01"`, `"as_of":"2020-02-01T00:00:00Z"`,
		`"municipality":{"code":"14214"}`, `"municipality":{"code":142140}`, `"municipality":{"code":"14214A"}`,
		`"source":{"sha256":"00"}`, `"source":{"name":"a/b"}`, `"source":{"name":"a\\b"}`, `"source":{"encoding":"latin-1"}`,
		`"source":{"confidence":1.5}`, `"source":{"first_line":0}`, `"grades":[{"label":"a"}]`, `"summary":[{"label":"a","counts":[{"grade":"A"}]}]`,
		`"unmapped":[{"text":"a"}]`, `"unmapped":[{"at":"","text":"a"}]`, `"unmapped":[{"at":"0:1","text":"a"}]`, `"unmapped":[{"at":"1","text":"a"}]`,
		`"diagnostics":[{"severity":"fatal","code":"text/a","message":"a"}]`, `"diagnostics":[{"severity":"info","code":"a","message":"a"}]`,
		`"items":[{"kind":"theme"}]`, `"items":[{"id":"a"}]`, `"items":[{"id":"a","kind":"plan"}]`, item(`"status":"old"`), item(`"at":"a"`),
		item(`"period":{"start_fy":2020}`), item(`"period":{"raw":"a","open_ended":1}`), item(`"departments":[{"role":"other"}]`),
		item(`"attributes":[{"label":"a"}]`), item(`"attributes":[{"raw":"a"}]`), item(`"texts":[{"key":"story","text":"a"}]`),
		item(`"costs":[{"line":"total"}]`), item(`"costs":[{"line":"total","raw":"a","yen":1.5}]`), item(`"costs":[{"line":"total","raw":"a","yen":"1"}]`),
		item(`"staffing":[{"category":"all"}]`), item(`"evaluations":[{"grade":"A"}]`), item(`"schedule":[{"measure":"target","text":"a"}]`),
		item(`"unit_costs":[{"denominator":{"name":"a"}}]`), item(`"indicators":[{"goal":{"number":1}}]`), item(`"indicators":[{"direction":{"value":"up"}}]`),
		value(`"number":1`), value(`"raw":"1","number":"1"`), value(`"raw":"1","rank":{}`), value(`"raw":"1","rank":{"position":0}`),
		value(`"raw":"1","bound":"about"`), value(`"raw":"1","cumulative":"a"`), value(`"raw":"1","figure":{}`),
	}
	for _, keys := range good {
		if err := schema.Validate(parseJSON(t, jsonDocument(keys))); err != nil {
			t.Errorf("%s: %v", keys, err)
		}
	}
	for _, keys := range bad {
		if schema.Validate(parseJSON(t, jsonDocument(keys))) == nil {
			t.Errorf("accepted %s", keys)
		}
	}
	for _, text := range []string{`{}`, `[]`, `{"schema":"sheetconv/v2","kind":"plan"}`, `{"kind":"plan"}`, `{"schema":"sheetconv/v1"}`} {
		if schema.Validate(parseJSON(t, text)) == nil {
			t.Errorf("accepted %s", text)
		}
	}
}

// expectedModels returns the files of a folder expected in a folder shared that
// stands beside the project, where there is one.
func expectedModels(t testing.TB) []string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for parent := filepath.Dir(folder); parent != folder; folder, parent = parent, filepath.Dir(parent) {
		files, _ := filepath.Glob(filepath.Join(parent, "shared", "expected", "*.json"))
		if len(files) > 0 {
			return files
		}
	}
	t.Skip("no folder shared/expected beside the project")
	return nil
}

func TestExpectedModels(t *testing.T) {
	schema := compileSchema(t)
	for _, file := range expectedModels(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		if err := schema.Validate(parseJSON(t, string(data))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		documents, err := Read(data)
		if err != nil || len(documents) != 1 {
			t.Fatalf("%s: read %d documents, %v", name, len(documents), err)
		}
		if found := documents[0].Validate(); len(found) > 0 {
			t.Errorf("%s: Validate found %q", name, found)
		}
		checkRoundTrip(t, documents...)
		// A handwritten file's keys stand in another order, but none may be lost.
		if again := parseJSON(t, string(encodeJSON(t, documents[0]))); !reflect.DeepEqual(again, parseJSON(t, string(data))) {
			t.Errorf("%s: reading and writing changed it", name)
		}
	}
}

func TestSchemaIsDeterministic(t *testing.T) {
	first, _ := JSONSchema()
	for range 5 {
		if again, err := JSONSchema(); err != nil || !bytes.Equal(again, first) {
			t.Fatal("the schema differs from one call to the next")
		}
	}
	title, items := bytes.Index(first, []byte(`"title": {`)), bytes.Index(first, []byte(`"items": {`))
	if title < 0 || items < title {
		t.Error("the properties are not in the order of the contract")
	}
}

// The tables beside the types name types and fields that exist.
func TestSchemaTables(t *testing.T) {
	types, fields := map[string]bool{}, map[string]bool{}
	for _, structType := range structTypes(reflect.TypeFor[Document](), nil) {
		types[structType.Name()] = true
		for _, field := range objectOf(structType).fields {
			fields[structType.Name()+"."+field.name] = true
		}
		if descriptions[structType.Name()] == "" {
			t.Errorf("%s has no description", structType.Name())
		}
	}
	for name := range descriptions {
		if !types[name] {
			t.Errorf("a description for %s, which is no type of the model", name)
		}
	}
	for name := range fieldRules {
		if !fields[name] {
			t.Errorf("a rule for %s, which is no field of the model", name)
		}
	}
	for name := range alwaysRaw {
		if !fields[name+".raw"] {
			t.Errorf("%s has no raw", name)
		}
	}
}

// Both encoders must agree about every key: its name, whether it may be absent,
// and its place.
func TestTagsAgree(t *testing.T) {
	for _, structType := range structTypes(reflect.TypeFor[Document](), nil) {
		checkTags(t, structType)
	}
}

func checkTags(t *testing.T, structType reflect.Type) {
	for i := range structType.NumField() {
		field := structType.Field(i)
		name := structType.Name() + "." + field.Name
		inJSON, inYAML := field.Tag.Get("json"), field.Tag.Get("yaml")
		if field.Anonymous {
			if inJSON != "" || inYAML != ",inline" {
				t.Errorf("%s: json %q, yaml %q", name, inJSON, inYAML)
			}
			checkTags(t, field.Type)
			continue
		}
		if inJSON == "-" && inYAML == "-" {
			continue
		}
		key, option, _ := strings.Cut(inJSON, ",")
		knowsZero := field.Type.Implements(reflect.TypeFor[zeroer]())
		want := "omitempty"
		if knowsZero {
			want = "omitzero"
		}
		if option != "" && option != want || strings.ReplaceAll(inJSON, "omitzero", "omitempty") != inYAML {
			t.Errorf("%s: json %q, yaml %q", name, inJSON, inYAML)
		}
		if key == "" || strings.Trim(key, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" {
			t.Errorf("%s: the key is %q", name, key)
		}
		isWhole := slices.Contains([]reflect.Kind{reflect.Slice, reflect.Pointer}, field.Type.Kind())
		if isWhole && option == "" {
			t.Errorf("%s: a list or object must be absent where it is empty", name)
		}
	}
}
