package model

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

const head = "schema: sheetconv/v1\nkind: plan\n"

// jsonDocument wraps keys into a document on a line of its own.
func jsonDocument(keys string) string {
	return "{\"schema\":\"sheetconv/v1\",\"kind\":\"plan\",\n" + keys + "}"
}

var readErrors = []struct{ name, input, want string }{
	{"unknown key", head + "titel: a\n", `3:1: unknown key "titel"`},
	{"unknown key in a row", head + "items:\n  - id: a\n    kind: theme\n    nam: b\n", `6:5: items[0]: unknown key "nam"`},
	{"repeated key", head + "title: a\ntitle: b\n", `4:1: the key "title" stands twice`},
	{"missing key", head + "items:\n  - kind: theme\n", `4:5: items[0]: the key "id" is missing`},
	{"missing kind", "schema: sheetconv/v1\n", `1:1: the key "kind" is missing`},
	{"number for a text", head + "title: 12\n", `3:8: title: found 12, expected a text (in quotes where it looks like something else)`},
	{"bool for a text", head + "title: true\n", `3:8: title: found true, expected a text (in quotes where it looks like something else)`},
	{"null", head + "title: ~\n", `3:8: title: found null, expected a text (in quotes where it looks like something else)`},
	{"nothing", head + "title:\n", `3:7: title: found null, expected a text (in quotes where it looks like something else)`},
	{"tag", head + "title: !a b\n", `3:8: title: found a value with the tag !a, expected a text (in quotes where it looks like something else)`},
	{"tag of an object", head + "plan: !a {}\n", `3:7: plan: found a value with the tag !a, expected an object`},
	{"text for a number", head + "fiscal_year: \"2020\"\n", `3:14: fiscal_year: found the text "2020", expected a whole number`},
	{"fraction for a year", head + "fiscal_year: 2020.5\n", `3:14: fiscal_year: found 2020.5, expected a whole number`},
	{"octal", head + "fiscal_year: 02020\n", `3:14: fiscal_year: found 02020, expected a whole number`},
	{"huge year", head + "fiscal_year: 99999999999999999999\n", `3:14: fiscal_year: found 99999999999999999999, expected a whole number`},
	{"list for a text", head + "title: [a]\n", `3:8: title: found a list, expected a text (in quotes where it looks like something else)`},
	{"object for a list", head + "items: {}\n", `3:8: items: found an object, expected a list`},
	{"list for an object", head + "plan: []\n", `3:7: plan: found a list, expected an object`},
	{"text for an object", head + "plan: a\n", `3:7: plan: found the text "a", expected an object`},
	{"no document", "a\n", `1:1: found the text "a", expected a document`},
	{"enum", "schema: sheetconv/v1\nkind: plans\n", `2:7: kind: found "plans", expected one of program_evaluation, progress_table, progress_sheet, plan`},
	{"enum in a row", head + "items:\n- {id: a, kind: theme, status: old}\n", `4:32: items[0].status: found "old", expected one of new, continuing, expanded, ended`},
	{"date", head + "as_of: 2020-02-30\n", `3:8: as_of: not a date YYYY-MM-DD: "2020-02-30"`},
	{"number for a date", head + "as_of: 2020\n", `3:8: as_of: found 2020, expected a text`},
	{"position", head + "unmapped:\n- {at: \"0:1\", text: a}\n", `4:8: unmapped[0].at: not a position LINE:COLUMN: "0:1"`},
	{"text for yen", head + "items:\n- {id: a, kind: theme, costs: [{line: total, raw: a, yen: \"1\"}]}\n", `4:59: items[0].costs[0].yen: found the text "1", expected whole yen`},
	{"decimal", head + "source: {confidence: 1e3}\n", `3:22: source.confidence: found 1e3, expected a decimal number`},
	{"quoted decimal", head + "source: {confidence: \"1\"}\n", `3:22: source.confidence: found the text "1", expected a decimal number`},
	{"octal decimal", head + "source: {confidence: 01.5}\n", `3:22: source.confidence: found 01.5, expected a decimal number`},
	{"key of another kind", head + "? [a]\n: b\n", `3:3: found a list as a key, expected a name`},
	{"syntax", head + "title: \"a\n", `3: not YAML: found unexpected end of stream`},
	{"tabs", head + "items:\n\t- a\n", `4: not YAML: found character that cannot start any token`},
	{"second document", head + "---\n" + head + "a: b\n", `6:1: unknown key "a"`},
	{"wide column", head + "plan: {name: \"市税\", a: 1}\n", `3:20: plan: unknown key "a"`},

	{"JSON unknown key", jsonDocument(` "題": 1`), `2:2: unknown key "題"`},
	{"JSON column in code points", jsonDocument(`"title": "市税 徴収", "a": 1`), `2:19: unknown key "a"`},
	{"JSON repeated key", jsonDocument(`"title":"a","title":"b"`), `2:13: the key "title" stands twice`},
	{"JSON number for a text", jsonDocument(`"title":12`), `2:9: title: found 12, expected a text (in quotes where it looks like something else)`},
	{"JSON null", jsonDocument(`"title":null`), `2:9: title: found null, expected a text (in quotes where it looks like something else)`},
	{"JSON text for a number", jsonDocument(`"fiscal_year":"2020"`), `2:15: fiscal_year: found the text "2020", expected a whole number`},
	{"JSON text for a bool", jsonDocument(`"items":[{"id":"a","kind":"theme","period":{"raw":"a","open_ended":"true"}}]`),
		`2:68: items[0].period.open_ended: found the text "true", expected true or false`},
	{"JSON exponent", jsonDocument(`"fiscal_year":2e3`), `2:15: fiscal_year: found 2e3, expected a whole number`},
	{"JSON enum", jsonDocument(`"diagnostics":[{"severity":"fatal"}]`), `2:28: diagnostics[0].severity: found "fatal", expected one of error, warning, info`},
	{"JSON array", "[\n" + jsonDocument(`"a":1`) + "]", `3:1: unknown key "a"`},
	{"JSON in an array in an array", "[[]]", `1:2: found a list, expected a document`},
	{"JSON end", `{"schema":"sheetconv/v1",`, `1:26: the input ends in the middle of a value`},
	{"JSON syntax", jsonDocument(`"title":,`), `2:9: not JSON: invalid character ',' looking for beginning of value`},
	{"JSON trailing comma", jsonDocument(`"notes":["a",]`), `2:14: not JSON: invalid character ']' looking for beginning of value`},
	{"JSON second document", jsonDocument("") + "\n" + `{"a":1}`, ``},
	{"JSON bad bytes", jsonDocument("\"title\":\"\xff\""), `2:9: found bytes that are no UTF-8`},
	{"JSON nesting", `{"schema":` + strings.Repeat("[", 100000), `1:74: lists and objects are nested deeper than 64`},
}

func TestReadErrors(t *testing.T) {
	for _, test := range readErrors {
		if test.want == "" {
			continue
		}
		t.Run(test.name, func(t *testing.T) {
			documents, err := Read([]byte(test.input))
			if _, ok := errors.AsType[*ReadError](err); !ok || documents != nil {
				t.Fatalf("got %v and an error of the type %T: %v", documents, err, err)
			}
			if err.Error() != test.want {
				t.Errorf("got  %s\nwant %s", err, test.want)
			}
		})
	}
}

func TestReadSchemaErrors(t *testing.T) {
	for input, want := range map[string]string{
		"schema: sheetconv/v2\nnew: [1]\n":   `1:9: schema: found "sheetconv/v2", which is newer than sheetconv/v1: update sheetconv`,
		`{"new":1,"schema":"sheetconv/v10"}`: `1:19: schema: found "sheetconv/v10", which is newer than sheetconv/v1: update sheetconv`,
		"schema: sheetconv-diff/v2\n":        `1:9: schema: found "sheetconv-diff/v2", expected sheetconv/v1`,
		"schema: sheetconv/v0\n":             `1:9: schema: found "sheetconv/v0", expected sheetconv/v1`,
		"schema: 1\n":                        `1:9: schema: found "1", expected sheetconv/v1`,
		"kind: plan\n":                       `1:1: found a document without a schema, expected schema: sheetconv/v1`,
		"{}":                                 `1:1: found a document without a schema, expected schema: sheetconv/v1`,
	} {
		_, err := Read([]byte(input))
		schemaError, ok := errors.AsType[*SchemaError](err)
		if !ok || err.Error() != want {
			t.Errorf("%q: got %v, want %s", input, err, want)
		} else if schemaError.IsNewer() != strings.Contains(want, "newer") {
			t.Errorf("%q: IsNewer is %v", input, schemaError.IsNewer())
		}
	}
}

func TestReadCountsDocuments(t *testing.T) {
	one := jsonDocument(`"title":"a"`)
	for input, want := range map[string]int{
		"": 0, "\n": 0, "# remark\n": 0, "---\n": 0, "---\n---\n": 0, "[]": 0, " [ ] [] ": 0,
		head: 1, "---\n" + head + "---\n" + head: 2, head + "---\n": 1, head + "...\n": 1, "\ufeff" + head: 1,
		"- " + strings.ReplaceAll(head, "\nkind", "\n  kind"): 1,
		one: 1, one + one: 2, "[" + one + "," + one + "]\n" + one: 3, "\ufeff \n" + one: 1,
	} {
		documents, err := Read([]byte(input))
		if err != nil || len(documents) != want {
			t.Errorf("%q: got %d documents, want %d; %v", input, len(documents), want, err)
		}
	}
}

func TestReadPlainScalars(t *testing.T) {
	input := head + `
title: yes
as_of: 2020-03-31
source: {confidence: 3.70, first_line: 12}
items:
  - at: 12:5
    id: 3-2-1
    kind: theme
    period: {open_ended: True, raw: なし}
    costs:
      - {line: total, yen: 1234, raw: "1,234"}
    unit_costs:
      - {denominator: {raw: a, number: 1234567890123456789012345678901234567890.10, cumulative: 215}}
      - {denominator: {raw: a, cumulative: true}}
      - {denominator: {raw: a, cumulative: false}}
notes: []
`
	documents, err := ReadYAML(strings.NewReader(input))
	if err != nil {
		t.Fatal(err)
	}
	got := string(encodeJSON(t, documents[0]))
	want := `{"schema":"sheetconv/v1","source":{"confidence":3.70,"first_line":12},"kind":"plan","title":"yes","as_of":"2020-03-31",` +
		`"items":[{"at":"12:5","id":"3-2-1","kind":"theme","period":{"open_ended":true,"raw":"なし"},` +
		`"costs":[{"line":"total","yen":1234,"raw":"1,234"}],"unit_costs":[` +
		`{"denominator":{"raw":"a","number":1234567890123456789012345678901234567890.10,"cumulative":215}},` +
		`{"denominator":{"raw":"a","cumulative":true}},{"denominator":{"raw":"a"}}]}]}` + "\n"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Libraries of other languages write a list that stands in two places once.
func TestReadAliases(t *testing.T) {
	documents, err := Read([]byte(head + "items:\n- {id: a, kind: theme, texts: &t [{key: issue, text: &s b}]}\n" +
		"- {id: *s, kind: theme, texts: *t}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if item := documents[0].Items[1]; item.ID != "b" || item.Texts[0].Text != "b" {
		t.Errorf("got %+v", item)
	}
}

// billionLaughs returns a short input that would be rows^3 values.
func billionLaughs(rows int) string {
	repeat := func(row string) string { return "[" + strings.Repeat(row+", ", rows) + "]" }
	return head + "notes: &n " + repeat("a") +
		"\nitems:\n- &i {id: a, kind: theme, indicators: [&x {values: [&v {measure: actual, raw: a}, " +
		strings.Repeat("*v, ", rows) + "]}, " + strings.Repeat("*x, ", rows) + "]}\n" + strings.Repeat("- *i\n", rows)
}

func TestReadHostileInputs(t *testing.T) {
	aliases := "a: &a [x, x]\n"
	for i := range 60 {
		aliases += fmt.Sprintf("%c%d: &%c%d [*a, *a]\n", 'b', i, 'b', i)
	}
	for name, input := range map[string]string{
		"billion laughs":       billionLaughs(2000),
		"unknown aliases":      head + aliases,
		"alias of its own":     head + "items: &a [{id: a, kind: theme, indicators: *a}]\n",
		"alias of itself":      head + "items: &a\n- *a\n",
		"merge":                head + "<<: {title: a}\n",
		"merge of its own":     "&a\n<<: *a\nschema: sheetconv/v1\nkind: plan\n",
		"flow nesting":         head + "items: " + strings.Repeat("[", 20000),
		"block nesting":        head + strings.Repeat("- ", 20000),
		"mapping nesting":      head + strings.Repeat("? ", 20000),
		"nested JSON":          strings.Repeat("[", 1000000),
		"nested objects":       strings.Repeat(`{"a":`, 100000),
		"NUL":                  "\x00",
		"UTF-16 without end":   "\xff\xfea",
		"bad UTF-8":            head + "title: \xff\n",
		"control character":    head + "title: \x01\n",
		"unknown anchor":       head + "title: *a\n",
		"huge number":          `{"schema":"sheetconv/v1","kind":"plan","source":{"confidence":` + strings.Repeat("1", 300000) + "}}",
		"huge number in YAML":  head + "source: {confidence: " + strings.Repeat("1", 300000) + "}",
		"binary":               head + "title: !!binary YQ==\n",
		"directive":            "%YAML 9.9\n---\n" + head,
		"tag of a document":    "!!python/object:os.system\n" + head,
		"surrogate for a key":  `{"\ud800": 1}`,
		"a comment in an item": head + "items:\n# a\n- # b\n  # c\n  - d\n",
	} {
		start := time.Now()
		documents, err := Read([]byte(input))
		if err == nil {
			t.Errorf("%s: read %d documents, expected an error", name, len(documents))
			continue
		}
		checkPlace(t, []byte(input), err)
		if elapsed := time.Since(start); elapsed > 20*time.Second {
			t.Errorf("%s: took %v", name, elapsed)
		}
		t.Logf("%-22s %8v %v", name, time.Since(start).Round(time.Millisecond), err)
	}
}

func TestReadFailingReader(t *testing.T) {
	broken := errors.New("broken")
	for _, read := range []func(io.Reader) ([]*Document, error){ReadYAML, ReadJSON} {
		if _, err := read(iotest.ErrReader(broken)); !errors.Is(err, broken) {
			t.Errorf("got %v", err)
		}
	}
}
