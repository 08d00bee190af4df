package compare_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"sheetconv/model"
	"sheetconv/model/compare"
)

// yearsFolder holds, for each form, the issues of two years and a list, by hand,
// of what changed.
const yearsFolder = "../../testdata/diff"

// listed is a list of what changed.
type listed struct {
	Old     listedIssue    `yaml:"old"`
	New     listedIssue    `yaml:"new"`
	Summary map[string]int `yaml:"summary"`
	Changes []listedChange `yaml:"changes"`
	Items   []listedItem   `yaml:"items"`
}

type listedIssue struct {
	Title string `yaml:"title"`
	FY    int    `yaml:"fiscal_year"`
}

type listedItem struct {
	ID      string         `yaml:"id"`
	OldID   string         `yaml:"old_id"`
	Name    string         `yaml:"name"`
	OldName string         `yaml:"old_name"`
	Status  string         `yaml:"status"`
	OldLine int            `yaml:"old_line"`
	NewLine int            `yaml:"new_line"`
	Changes []listedChange `yaml:"changes"`
}

type listedChange struct {
	Class     string       `yaml:"class"`
	Path      string       `yaml:"path"`
	OldPath   string       `yaml:"old_path"`
	Old       yaml.Node    `yaml:"old"`
	New       yaml.Node    `yaml:"new"`
	OldFY     int          `yaml:"old_fy"`
	NewFY     int          `yaml:"new_fy"`
	Unit      string       `yaml:"unit"`
	Outcome   string       `yaml:"outcome"`
	Delta     model.Number `yaml:"delta"`
	Percent   model.Number `yaml:"percent"`
	MovedFrom string       `yaml:"moved_from"`
	MovedTo   string       `yaml:"moved_to"`
	OldLine   int          `yaml:"old_line"`
	NewLine   int          `yaml:"new_line"`
}

// line writes a listed change for comparison: all that it says. Lines are left out
// of changes of the whole issue, where many items have theirs.
func (c *listedChange) line(withLines bool) string {
	text := fmt.Sprintf("%s %s: %s → %s fy %d → %d unit %q outcome %q delta %s percent %s moved %q %q",
		c.Class, c.Path, nodeText(&c.Old), nodeText(&c.New), c.OldFY, c.NewFY, c.Unit, c.Outcome,
		plain(c.Delta), plain(c.Percent), c.MovedFrom, c.MovedTo)
	if withLines {
		text += fmt.Sprintf(" lines %d → %d", c.OldLine, c.NewLine)
	}
	return text
}

func nodeText(node *yaml.Node) string {
	switch {
	case node.IsZero():
		return "-"
	case node.Kind == yaml.SequenceNode:
		var parts []string
		for _, part := range node.Content {
			parts = append(parts, part.Value)
		}
		return strings.Join(parts, "|")
	}
	if number, err := model.ParseNumber(node.Value); err == nil {
		return plain(number)
	}
	return strings.Join(strings.Fields(node.Value), " ")
}

// plain writes a number without zeros at its end.
func plain(number model.Number) string {
	if number.IsZero() {
		return "-"
	}
	reduced, _ := number.Decimal().Reduce(number.Decimal())
	return reduced.Text('f')
}

// found writes a change of a result in the same way.
func found(change *compare.Change, withLines bool) string {
	text := fmt.Sprintf("%s %s: %s → %s fy %d → %d unit %q outcome %q delta %s percent %s moved %q %q",
		change.Class, change.Path, valueText(change.Old), valueText(change.New), change.OldFY, change.NewFY, change.Unit,
		change.Outcome, plain(change.Delta), plain(change.Percent), change.MovedFrom, change.MovedTo)
	if withLines {
		text += fmt.Sprintf(" lines %d → %d", change.OldAt.Line, change.NewAt.Line)
	}
	return text
}

// valueText writes a value; of a row that came or went, its key.
func valueText(value any) string {
	switch v := value.(type) {
	case nil:
		return "-"
	case []string:
		return strings.Join(v, "|")
	case *model.Indicator:
		return v.Name
	case *model.Task:
		return v.Task
	case *model.Cost:
		return v.Label
	case *model.Attribute:
		return v.Raw
	case model.Number:
		return plain(v)
	}
	text := fmt.Sprint(value)
	if number, err := model.ParseNumber(text); err == nil {
		return plain(number)
	}
	return strings.Join(strings.Fields(text), " ")
}

// lines writes a result as a list is written, a line each.
func (l *listed) lines() []string {
	lines := []string{fmt.Sprintf("issues %q %d %q %d", l.Old.Title, l.Old.FY, l.New.Title, l.New.FY)}
	for _, name := range []string{"added", "removed", "renamed", "changed", "unchanged"} {
		lines = append(lines, fmt.Sprintf("summary %s %d", name, l.Summary[name]))
	}
	for i := range l.Changes {
		lines = append(lines, "issue: "+l.Changes[i].line(l.Changes[i].OldLine+l.Changes[i].NewLine > 0))
	}
	for _, item := range l.Items {
		lines = append(lines, fmt.Sprintf("item %s %q %s %q %s", item.ID, item.OldID, item.Name, item.OldName, item.Status))
		for i := range item.Changes {
			lines = append(lines, item.ID+" "+item.Status+": "+item.Changes[i].line(true))
		}
	}
	slices.Sort(lines)
	return lines
}

func resultLines(result *compare.Result) []string {
	lines := []string{fmt.Sprintf("issues %q %d %q %d", result.Old.Title, result.Old.FiscalYear, result.New.Title, result.New.FiscalYear)}
	summary := result.Summary
	for i, count := range []int{summary.Added, summary.Removed, summary.Renamed, summary.Changed, summary.Unchanged} {
		name := []string{"added", "removed", "renamed", "changed", "unchanged"}[i]
		lines = append(lines, fmt.Sprintf("summary %s %d", name, count))
	}
	for i := range result.Changes {
		change := &result.Changes[i]
		lines = append(lines, "issue: "+found(change, change.Items == 0 && change.Class == compare.ClassGrade))
	}
	for _, item := range result.Items {
		lines = append(lines, fmt.Sprintf("item %s %q %s %q %s", item.ID, item.OldID, item.Name, item.OldName, item.Status))
		for i := range item.Changes {
			lines = append(lines, item.ID+" "+string(item.Status)+": "+found(&item.Changes[i], true))
		}
	}
	slices.Sort(lines)
	return lines
}

// The next issue of each form differs from the one before it in exactly what a
// person listed.
func TestYearsMeetTheirLists(t *testing.T) {
	lists, err := filepath.Glob(filepath.Join(yearsFolder, "*", "changes*.yaml"))
	if err != nil || len(lists) < 6 {
		t.Fatalf("%d lists were found: %v", len(lists), err)
	}
	for _, name := range lists {
		folder := filepath.Dir(name)
		old, new := "old.txt", "new.txt"
		if filepath.Base(name) == "changes-third.yaml" {
			old, new = "new.txt", "third.txt"
		}
		t.Run(filepath.Base(folder)+"/"+filepath.Base(name), func(t *testing.T) {
			var list listed
			decoder := yaml.NewDecoder(strings.NewReader(readFile(t, name)))
			decoder.KnownFields(true)
			if err := decoder.Decode(&list); err != nil {
				t.Fatal(err)
			}
			result := compare.Compare(yearOf(t, folder, old), yearOf(t, folder, new))
			missing, others := apart(list.lines(), resultLines(result))
			if len(missing)+len(others) > 0 {
				t.Errorf("listed and not found:\n\t%s\nfound and not listed:\n\t%s",
					strings.Join(missing, "\n\t"), strings.Join(others, "\n\t"))
			}
		})
	}
}

// An issue printed anew, with what extraction does to it, is the same issue.
func TestSameYears(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(yearsFolder, "*", "same.txt"))
	if err != nil || len(files) < 5 {
		t.Fatalf("%d files were found: %v", len(files), err)
	}
	for _, name := range files {
		t.Run(filepath.Base(filepath.Dir(name)), func(t *testing.T) {
			checkSame(t, compare.Compare(yearOf(t, filepath.Dir(name), "old.txt"), yearOf(t, filepath.Dir(name), "same.txt")))
		})
	}
}

func yearOf(t *testing.T, folder, name string) *compare.Issue {
	t.Helper()
	path := filepath.Join(folder, name)
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	issue := issueOf(t, path, readFile(t, path))
	issue.Describe()
	return issue
}

// apart returns what only one of two sorted lists has.
func apart(want, got []string) (missing, others []string) {
	for len(want) > 0 || len(got) > 0 {
		switch {
		case len(got) == 0 || len(want) > 0 && want[0] < got[0]:
			missing, want = append(missing, want[0]), want[1:]
		case len(want) == 0 || got[0] < want[0]:
			others, got = append(others, got[0]), got[1:]
		default:
			want, got = want[1:], got[1:]
		}
	}
	return missing, others
}
