package check_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/model/check"
	"sheetconv/parser"
)

var update = flag.Bool("update", false, "write the goldens anew")

const formsFolder = "../../testdata/forms"

func readFixture(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(formsFolder, filepath.FromSlash(name)+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// parse returns the first document of a sheet.
func parse(t testing.TB, text string) *model.Document {
	t.Helper()
	return parseAll(t, text)[0]
}

func parseAll(t testing.TB, text string) []*model.Document {
	t.Helper()
	result, err := parser.Parse([]byte(text), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return result.Documents
}

// ownFindings returns what the rules found beyond the parser's diagnostics.
func ownFindings(document *model.Document) []check.Finding {
	known := slices.Clone(document.Diagnostics)
	return slices.DeleteFunc(check.Document(document), func(finding check.Finding) bool {
		at := slices.IndexFunc(known, func(d model.Diagnostic) bool {
			return d.Code == finding.Code && d.At == finding.At && d.Message == finding.Message
		})
		if at >= 0 {
			known = slices.Delete(known, at, at+1)
		}
		return at >= 0
	})
}

func describe(findings []check.Finding) string {
	var lines []string
	for _, f := range findings {
		lines = append(lines, fmt.Sprintf("%s %s %s %s", f.At, f.Severity, f.Code, f.Message))
	}
	return strings.Join(lines, "\n")
}

// The rules are silent on the clean sheet of each form.
func TestCleanSheets(t *testing.T) {
	for _, name := range cleanSheets {
		for _, document := range parseAll(t, readFixture(t, name)) {
			if findings := check.Document(document); len(findings) > 0 {
				t.Errorf("%s: %s", name, describe(findings))
			}
		}
	}
}

// fixtureFiles returns the sheets of all forms.
func fixtureFiles(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(formsFolder, "*", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	return files
}

// The findings of every fixture, but the parser's, stand in a golden.
func TestFixtures(t *testing.T) {
	var text strings.Builder
	for _, file := range fixtureFiles(t) {
		name := strings.TrimSuffix(filepath.ToSlash(file), ".txt")
		name = strings.TrimPrefix(name, formsFolder+"/")
		for _, document := range parseAll(t, readFixture(t, name)) {
			for _, f := range ownFindings(document) {
				fmt.Fprintf(&text, "%s:%s %s %s\n\t%s\n", name, f.At, f.Severity, f.Code, f.Message)
			}
		}
	}
	compareGolden(t, "testdata/fixtures.golden", text.String())
}

// The findings of the real sheets, each of which was held against the sheet by
// hand, stand in a golden by line and code.
func TestRealSheets(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/sheets/*.txt")
	if len(files) == 0 {
		t.Skip("no folder shared with sheets beside the project")
	}
	var text strings.Builder
	for _, file := range files {
		input, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name, _, _ := strings.Cut(filepath.Base(file), "_")
		for _, document := range parseAll(t, string(input)) {
			for _, f := range check.Document(document) {
				fmt.Fprintf(&text, "%s:%d %s %s\n", name, f.At.Line, f.Severity, f.Code)
			}
		}
	}
	compareGolden(t, "testdata/sheets.golden", text.String())
}

func compareGolden(t *testing.T, file, text string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	golden, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(golden) != text {
		t.Errorf("%s differs from what was found:\n%s", file, text)
	}
}

// Findings are in the order of their places, with the parser's first, and the
// same each time.
func TestOrder(t *testing.T) {
	for _, file := range fixtureFiles(t) {
		input, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, document := range parseAll(t, string(input)) {
			findings := check.Document(document)
			for i := 1; i < len(findings); i++ {
				if findings[i].At.Before(findings[i-1].At) {
					t.Errorf("%s: %s stands behind %s", file, findings[i].At, findings[i-1].At)
				}
			}
			if again := check.Document(document); describe(again) != describe(findings) {
				t.Errorf("%s: found otherwise the second time:\n%s", file, describe(again))
			}
		}
	}
}

// Each finding has a rule, with its severity and message, and names its item.
func TestFindingsFollowTheirRules(t *testing.T) {
	for _, file := range fixtureFiles(t) {
		input, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, document := range parseAll(t, string(input)) {
			for _, f := range check.Document(document) {
				rule, known := check.Find(f.Code)
				if !known || f.Severity != rule.Severity || f.Message != model.Fill(rule.English, f.Arguments) {
					t.Errorf("%s: %s follows no rule", file, describe([]check.Finding{f}))
				}
				if strings.Contains(model.Fill(rule.Japanese, f.Arguments), "%!") || strings.Contains(f.Message, "%!") {
					t.Errorf("%s: %s lacks an argument", file, f.Message)
				}
				if f.Item != "" && !slices.ContainsFunc(document.Items, func(item model.Item) bool { return item.ID == f.Item }) {
					t.Errorf("%s: there is no item %s", file, f.Item)
				}
			}
		}
	}
}

// A document that is cut off anywhere, or has lost its positions, is checked,
// too.
func TestDamagedDocuments(t *testing.T) {
	const every = 499
	for _, name := range cleanSheets {
		text := readFixture(t, name)
		form, _, _ := strings.Cut(name, "/")
		for end := every; end < len(text); end += every {
			result, err := parser.Parse([]byte(text[:end]), parser.Options{Form: form})
			if err != nil {
				continue // so little may be of no form
			}
			for _, document := range result.Documents {
				document.StripPositions()
				check.Document(document)
			}
		}
	}
	if findings := check.Document(&model.Document{}); len(findings) != 1 || findings[0].Code != check.CodeNoItems {
		t.Errorf("of an empty document: %s", describe(findings))
	}
}
