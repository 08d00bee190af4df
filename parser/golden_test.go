package parser_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"sheetconv/model"
)

var update = flag.Bool("update", false, "write the goldens of the fixtures that meet their expectations")

// goldenOf returns the model that is kept beside a fixture: all that parse
// writes, without positions.
func goldenOf(t *testing.T, f fixture) []*model.Document {
	t.Helper()
	documents := parse(t, f.input, f.options()).Documents
	for _, document := range documents {
		document.StripPositions()
	}
	return documents
}

func TestGoldens(t *testing.T) {
	eachFixture(t, func(t *testing.T, f fixture) {
		got := write(t, "yaml", goldenOf(t, f))
		file := f.base + ".yaml"
		if *update {
			updateGolden(t, f, file, got)
			return
		}
		want, err := os.ReadFile(file)
		if errors.Is(err, fs.ErrNotExist) {
			t.Fatalf("%s has no golden; write it with -update once the fixture meets its expectation", f)
		}
		if err != nil {
			t.Fatal(err)
		}
		if difference := diffLines(string(want), got); difference != "" {
			t.Errorf("%s differs from what was parsed (-golden +parsed):\n%s", filepath.Base(file), difference)
		}
	})
}

// updateGolden writes a golden, unless the document falls short of what a
// person read in the sheet: such a golden would make the fault the rule.
func updateGolden(t *testing.T, f fixture, file, text string) {
	t.Helper()
	if score := scoreFixture(t, f); score.f1() < leastF1 && knownLower[f.String()].reason == "" {
		t.Fatalf("not updated: F1 %.4f against %s.expected.json", score.f1(), filepath.Base(f.base))
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// A golden without a fixture is left over from a fixture that was renamed.
func TestGoldensHaveFixtures(t *testing.T) {
	for _, pattern := range []string{"*.yaml", "*.expected.json"} {
		files, err := filepath.Glob(filepath.Join(formsFolder, "*", pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text := strings.TrimSuffix(file, pattern[1:]) + ".txt"
			if _, err := os.Stat(text); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
}

func TestFixturesFitTheSchema(t *testing.T) {
	schema := compileSchema(t)
	eachFixture(t, func(t *testing.T, f fixture) {
		result := parse(t, f.input, f.options())
		for i, document := range result.Documents {
			if document.Source.Form != f.form {
				t.Errorf("document %d was read as %s", i, document.Source.Form)
			}
			if found := document.Validate(); len(found) > 0 {
				t.Errorf("document %d: %s", i, strings.Join(found, "\n"))
			}
			for _, form := range []string{"with", "without"} {
				if form == "without" {
					document.StripPositions()
				}
				written := write(t, "json", []*model.Document{document})
				value, err := jsonschema.UnmarshalJSON(strings.NewReader(written))
				if err != nil {
					t.Fatal(err)
				}
				if err := schema.Validate(value); err != nil {
					t.Errorf("document %d %s positions: %v", i, form, err)
				}
			}
		}
	})
}

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	source, err := model.JSONSchema()
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource(model.SchemaID, parsed); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile(model.SchemaID)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestFixturesRoundTrip(t *testing.T) {
	eachFixture(t, func(t *testing.T, f fixture) {
		checkRoundTrip(t, parse(t, f.input, f.options()).Documents)
	})
}

// checkRoundTrip checks that documents come back from YAML and from JSON as
// they were: read back from the one, they are written the same in the other.
func checkRoundTrip(t *testing.T, documents []*model.Document) {
	t.Helper()
	inYAML, inJSON := write(t, "yaml", documents), write(t, "json", documents)
	fromYAML, err := model.ReadYAML(strings.NewReader(inYAML))
	if err != nil {
		t.Fatalf("read YAML: %v\n%s", err, inYAML)
	}
	if difference := diffLines(inJSON, write(t, "json", fromYAML)); difference != "" {
		t.Errorf("JSON differs after YAML (-direct +read back):\n%s", difference)
	}
	fromJSON, err := model.ReadJSON(strings.NewReader(inJSON))
	if err != nil {
		t.Fatalf("read JSON: %v\n%s", err, inJSON)
	}
	if difference := diffLines(inYAML, write(t, "yaml", fromJSON)); difference != "" {
		t.Errorf("YAML differs after JSON (-direct +read back):\n%s", difference)
	}
}

// The lines of a difference that are shown: those that are equal before it, and
// those of each side.
const (
	contextLines = 3
	shownLines   = 15
)

// diffLines shows where two texts first differ, with the line number and the
// lines before; nothing if they are the same.
func diffLines(want, got string) string {
	if want == got {
		return ""
	}
	a, b := strings.SplitAfter(want, "\n"), strings.SplitAfter(got, "\n")
	first := 0
	for first < min(len(a), len(b)) && a[first] == b[first] {
		first++
	}
	endA, endB := len(a), len(b)
	for endA > first && endB > first && a[endA-1] == b[endB-1] {
		endA--
		endB--
	}
	var out strings.Builder
	fmt.Fprintf(&out, "from line %d, %d lines became %d:\n", first+1, endA-first, endB-first)
	for _, line := range a[max(0, first-contextLines):first] {
		out.WriteString("  " + line)
	}
	writeSide(&out, "- ", a[first:endA])
	writeSide(&out, "+ ", b[first:endB])
	return out.String()
}

func writeSide(out *strings.Builder, sign string, lines []string) {
	for i, line := range lines {
		if i == shownLines {
			fmt.Fprintf(out, "%s… and %d more\n", sign, len(lines)-i)
			return
		}
		out.WriteString(sign + strings.TrimSuffix(line, "\n") + "\n")
	}
}
