package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// checkRoundTrip writes documents in every form and expects them back.
func checkRoundTrip(t *testing.T, documents ...*Document) {
	t.Helper()
	var stream []byte
	for _, d := range documents {
		stream = append(stream, encodeJSON(t, d)...)
	}
	written := encodeYAML(t, documents...)
	for form, input := range map[string][]byte{"YAML": written, "JSON": stream} {
		read, err := Read(input)
		if err != nil {
			t.Fatalf("%s: %v\n%.2000q", form, err, input)
		}
		var again []byte
		for _, d := range read {
			again = append(again, encodeJSON(t, d)...)
		}
		if !bytes.Equal(again, stream) {
			t.Fatalf("%s changed the document:\n%s", form, difference(again, stream))
		}
		if rewritten := encodeYAML(t, read...); !bytes.Equal(rewritten, written) {
			t.Fatalf("%s was written otherwise the second time:\n%s", form, difference(rewritten, written))
		}
	}
}

// difference shows where two texts begin to differ.
func difference(got, want []byte) string {
	start := 0
	for start < min(len(got), len(want)) && got[start] == want[start] {
		start++
	}
	window := func(text []byte) []byte { return text[max(0, start-80):min(len(text), start+80)] }
	return fmt.Sprintf("got  %q\nwant %q", window(got), window(want))
}

// Bytes that are no UTF-8 should not be in a document. If they are, YAML writes
// them as JSON does, rather than not at all.
func TestInvalidUTF8IsReplaced(t *testing.T) {
	d := &Document{Schema: Schema, Kind: PlanDocument, Title: "a\xe3\x81b\xff"}
	for form, input := range map[string][]byte{"YAML": encodeYAML(t, d), "JSON": encodeJSON(t, d)} {
		read, err := Read(input)
		if err != nil || read[0].Title != "a\ufffd\ufffdb\ufffd" {
			t.Errorf("%s: read %+v, %v", form, read, err)
		}
	}
}

func TestRoundTripGenerated(t *testing.T) {
	count := uint64(60)
	if testing.Short() {
		count = 10
	}
	for seed := range count {
		g := newGenerator(seed)
		checkRoundTrip(t, g.document(), g.document())
	}
}

func TestRoundTripHostileTexts(t *testing.T) {
	for _, text := range hostileTexts {
		checkRoundTrip(t, &Document{
			Schema: Schema, Kind: PlanDocument, Title: text, Notes: []string{text, text},
			Items:    []Item{{ID: text, Kind: Theme, Texts: []Text{{Key: TextIssue, Text: text, Label: text}}}},
			Unmapped: []Unmapped{{Position{1, 2}, text}},
		})
	}
}

// A text that YAML 1.1 takes for something else must be quoted, whatever
// yaml.v3 itself would make of it, because Python and Ruby read YAML 1.1.
func TestYAMLQuotesForOtherReaders(t *testing.T) {
	plain := map[string]bool{"a # b": false, "市民": true, "program": true, "utf-8": true, "2020年度": true, "件/月": true}
	for _, text := range []string{"yes", "y", "Off", "NULL", "12", "1:30", "=", "<<", "~", ".5", "+1", "0o17", "2020-1-1", "1_000"} {
		plain[text] = false
	}
	for text, want := range plain {
		node := textNode(text)
		written, err := yaml.Marshal(node)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(written) == text+"\n"; got != want {
			t.Errorf("%q is written as %s", text, written)
		}
	}
}

func TestYAMLShape(t *testing.T) {
	d := &Document{
		Schema: Schema, Kind: ProgramEvaluation, AsOf: Date{2020, 3, 31}, Notes: []string{"一行目\n　二行目", "12"},
		Items: []Item{{At: Position{3, 1}, ID: "1000064", Kind: Program, Indicators: []Indicator{{
			Values: []Value{{FY: 2020, Measure: Actual, Figure: Figure{
				Raw: "3.70", Number: NewNumber(370, 2), Cumulative: Cumulative{Flag: true}, Approximate: true}}},
		}}, Costs: []Cost{{Line: CostTotal, Yen: NewYen(-5000), Raw: "△5千円"}}}},
	}
	want := `schema: sheetconv/v1
kind: program_evaluation
as_of: "2020-03-31"
items:
  - at: "3:1"
    id: "1000064"
    kind: program
    indicators:
      - values:
          - fy: 2020
            measure: actual
            raw: "3.70"
            number: 3.70
            approximate: true
            cumulative: true
    costs:
      - line: total
        yen: -5000
        raw: △5千円
notes:
  - |-
    一行目
    　二行目
  - "12"
`
	if got := string(encodeYAML(t, d)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func FuzzRoundTrip(f *testing.F) {
	for i, text := range hostileTexts {
		f.Add(uint64(i), text)
	}
	f.Fuzz(func(t *testing.T, seed uint64, text string) {
		text = strings.ToValidUTF8(text, "?")
		checkRoundTrip(t, &Document{Schema: Schema, Kind: PlanDocument, Title: text, Notes: []string{text}})
		checkRoundTrip(t, newGenerator(seed, text).document())
	})
}

// FuzzRead feeds any bytes: no panic, typed errors with a place inside the
// input, and what is read is written and read back unchanged.
func FuzzRead(f *testing.F) {
	for seed := range uint64(3) {
		d := newGenerator(seed, "短い").document()
		d.Items = d.Items[:min(1, len(d.Items))]
		f.Add(encodeYAML(f, d, d))
		f.Add(slices.Concat(encodeJSON(f, d), encodeJSON(f, d)))
	}
	for _, test := range readErrors {
		f.Add([]byte(test.input))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for form, read := range map[string]func([]byte) ([]*Document, error){"": Read, "YAML": readYAML, "JSON": readJSON} {
			documents, err := read(data)
			if form == "JSON" && err == nil && !isJSON(data) {
				t.Fatal("read as JSON what is none")
			}
			if err != nil {
				checkPlace(t, data, err)
				continue
			}
			for _, d := range documents {
				d.Validate()
			}
			if len(documents) > 0 {
				checkRoundTrip(t, documents...)
			}
		}
	})
}

// isJSON reports whether the standard library takes an input for JSON values.
func isJSON(data []byte) bool {
	decoder := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, byteOrderMark)))
	for {
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return err == io.EOF
		}
	}
}

func checkPlace(t *testing.T, data []byte, err error) {
	t.Helper()
	line, column := 0, 0
	if readError, ok := errors.AsType[*ReadError](err); ok {
		line, column = readError.Line, readError.Column
	} else if schemaError, ok := errors.AsType[*SchemaError](err); ok {
		line, column = schemaError.Line, schemaError.Column
	} else {
		t.Fatalf("an error of the type %T: %v", err, err)
	}
	lines := 2 + bytes.Count(data, []byte("\n")) + bytes.Count(data, []byte("\r")) +
		bytes.Count(data, []byte("\u0085")) + 2*bytes.Count(data, []byte("\xe2\x80"))
	if line < 0 || line > lines || column < 0 || column > len(data)+1 {
		t.Fatalf("%d:%d is outside of the input: %v", line, column, err)
	}
}
