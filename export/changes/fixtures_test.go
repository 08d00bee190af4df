package changes

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"sheetconv/export/columns"
	"sheetconv/model/compare"
	"sheetconv/parser"
)

// compared returns the comparisons of the consecutive issues of each form.
func compared(t testing.TB) map[string][]*compare.Result {
	t.Helper()
	folders, err := filepath.Glob("../../testdata/diff/[a-z]*")
	if err != nil || len(folders) < 5 {
		t.Fatalf("%d forms have issues of two years: %v", len(folders), err)
	}
	found := map[string][]*compare.Result{}
	for _, folder := range folders {
		var before *compare.Issue
		for _, name := range []string{"old.txt", "new.txt", "third.txt"} {
			data, err := os.ReadFile(filepath.Join(folder, name))
			if os.IsNotExist(err) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			read, err := parser.Parse(data, parser.Options{Name: name})
			if err != nil {
				t.Fatal(err)
			}
			issue := &compare.Issue{Name: name, Documents: read.Documents}
			issue.Describe()
			if before != nil {
				form := filepath.Base(folder)
				found[form] = append(found[form], compare.Compare(before, issue))
			}
			before = issue
		}
	}
	return found
}

// What the engine finds in the issues of each form has words in both languages, and
// lines that fit.
func TestChangesOfEachForm(t *testing.T) {
	unworded := regexp.MustCompile(`[a-z]{2,}(の追加|の削除|の修正|の変更)|[a-z]_[a-z]|\{"|%!`)
	english := regexp.MustCompile(`の(追加|削除|修正|変更)|旧称|[a-z]_[a-z]+ (added|removed|restated|changed)|\{"|%!`)
	measure := columns.New(false)
	for form, results := range compared(t) {
		for language, wrong := range map[string]*regexp.Regexp{Japanese: unworded, English: english} {
			text := written(t, "text", results, Options{Language: language, Width: 80, Context: 8})
			for line := range strings.SplitSeq(text, "\n") {
				if wrong.MatchString(line) {
					t.Errorf("%s in %s: no words for %q", form, language, line)
				}
				if measure.Of(line) > 80 {
					t.Errorf("%s in %s: %d columns: %s", form, language, measure.Of(line), line)
				}
			}
			for _, view := range []string{"markdown", "html"} {
				if page := written(t, view, results, Options{Language: language, Context: 8}); len(page) < 1000 {
					t.Errorf("%s as %s in %s is almost empty", form, view, language)
				}
			}
		}
	}
}

// BenchmarkPage writes the page of 10,000 items.
func BenchmarkPage(b *testing.B) {
	const items = 10_000
	many := isehara()
	for index := range items - 1 {
		added, pair := many.Items[0], many.Pairs[0]
		added.ID += "-" + strconv.Itoa(index)
		item := *pair.New
		item.ID = added.ID
		pair.New = &item
		many.Items, many.Pairs = append(many.Items, added), append(many.Pairs, pair)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := writeHTML(io.Discard, []*compare.Result{many}, Options{Language: Japanese, Context: 8}); err != nil {
			b.Fatal(err)
		}
	}
}
