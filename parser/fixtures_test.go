package parser_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sheetconv/export"
	"sheetconv/model"
	"sheetconv/parser"
	"sheetconv/parser/internal/grid"
)

// All tests run with the check that no text is claimed twice.
func TestMain(m *testing.M) {
	flag.Parse()
	grid.Strict = true
	os.Exit(m.Run())
}

// formsFolder holds a folder of fixtures for each form.
const formsFolder = "../testdata/forms"

// fixture is a sheet of testdata/forms.
type fixture struct {
	form string
	// base is the path of its files without their endings.
	base  string
	input []byte
}

// String returns the name under which tests report the fixture.
func (f fixture) String() string { return f.form + "/" + filepath.Base(f.base) }

func (f fixture) options() parser.Options {
	return parser.Options{Name: filepath.Base(f.base) + ".txt"}
}

// fixtures returns every fixture of every form, in the order of their names. A
// folder that is no form's is a mistake.
func fixtures(t testing.TB) []fixture {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(formsFolder, "*", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var all []fixture
	for _, file := range files {
		input, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		form := filepath.Base(filepath.Dir(file))
		if !isForm(form) {
			t.Errorf("%s: there is no form %s", file, form)
			continue
		}
		all = append(all, fixture{form: form, base: strings.TrimSuffix(file, ".txt"), input: input})
	}
	return all
}

func TestEveryFormHasFixtures(t *testing.T) {
	all := fixtures(t)
	for _, form := range parser.Forms() {
		if !slices.ContainsFunc(all, func(f fixture) bool { return f.form == form.ID }) {
			t.Errorf("the form %s has no fixture in %s", form.ID, formsFolder)
		}
	}
}

func isForm(id string) bool {
	return slices.ContainsFunc(parser.Forms(), func(form parser.FormInfo) bool { return form.ID == id })
}

// eachFixture runs a test for every fixture.
func eachFixture(t *testing.T, test func(t *testing.T, f fixture)) {
	t.Helper()
	for _, f := range fixtures(t) {
		t.Run(f.String(), func(t *testing.T) { test(t, f) })
	}
}

func parse(t testing.TB, input []byte, options parser.Options) *parser.Result {
	t.Helper()
	result, err := parser.Parse(input, options)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// write returns documents in an output format.
func write(t testing.TB, format string, documents []*model.Document) string {
	t.Helper()
	writer, found := export.Find(format)
	if !found {
		t.Fatalf("no output format %s", format)
	}
	var text strings.Builder
	if err := writer.Write(&text, documents); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// sharedFolder returns the folder of real sheets that stands beside the
// repository, and skips the test where there is none.
func sharedFolder(t *testing.T) string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for parent := filepath.Dir(folder); parent != folder; folder, parent = parent, filepath.Dir(parent) {
		shared := filepath.Join(parent, "shared")
		sheets, _ := filepath.Glob(filepath.Join(shared, "sheets", "*.txt"))
		expected, _ := filepath.Glob(filepath.Join(shared, "expected", "*.json"))
		if len(sheets) > 0 && len(expected) > 0 {
			return shared
		}
	}
	t.Skip("no folder shared with sheets and expected beside the project")
	return ""
}
