package compare_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/model/compare"
	"sheetconv/parser"
)

// sheetFiles are the fixtures, and the real sheets where they are.
func sheetFiles(t testing.TB) []string {
	t.Helper()
	var files []string
	for _, pattern := range []string{"../../testdata/forms/*/*.txt", "../../testdata/diff/*/*.txt", "../../../shared/sheets/*.txt"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	if len(files) < 50 {
		t.Fatalf("only %d sheets were found", len(files))
	}
	return files
}

func readFile(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// issueOf reads an issue; its name is the sheet's.
func issueOf(t testing.TB, name, text string) *compare.Issue {
	t.Helper()
	issue, err := tryIssue(name, text)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return issue
}

func tryIssue(name, text string) (*compare.Issue, error) {
	result, err := parser.Parse([]byte(text), parser.Options{Name: filepath.Base(name)})
	if err != nil {
		return nil, err
	}
	return &compare.Issue{Name: filepath.Base(name), Documents: result.Documents}, nil
}

func issueOfItems(items ...model.Item) *compare.Issue {
	return &compare.Issue{Name: "issue", Documents: []*model.Document{{Schema: model.Schema, Items: items}}}
}

func asJSON(t testing.TB, value any) string {
	t.Helper()
	var text strings.Builder
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(value); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// checkSame fails if a result tells of anything.
func checkSame(t testing.TB, result *compare.Result) {
	t.Helper()
	if !result.IsSame() || len(result.Diagnostics) > 0 {
		t.Errorf("the result is not empty:\n%.4000s", asJSON(t, result))
	}
}

// An issue does not differ from itself.
func TestSheetsAgainstThemselves(t *testing.T) {
	for _, name := range sheetFiles(t) {
		t.Run(filepath.Base(filepath.Dir(name))+"/"+filepath.Base(name), func(t *testing.T) {
			text := readFile(t, name)
			checkSame(t, compare.Compare(issueOf(t, name, text), issueOf(t, name, text)))
		})
	}
}
