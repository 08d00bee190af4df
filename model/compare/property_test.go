package compare_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"sheetconv/model/compare"
)

// neighbours are pairs of issues that differ in many ways: the years of each form.
func neighbours(t testing.TB) map[string][2]*compare.Issue {
	t.Helper()
	folders, err := filepath.Glob(filepath.Join(yearsFolder, "*-*"))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][2]*compare.Issue{}
	for _, folder := range folders {
		old, new := filepath.Join(folder, "old.txt"), filepath.Join(folder, "new.txt")
		found[filepath.Base(folder)] = [2]*compare.Issue{issueOf(t, old, readFile(t, old)), issueOf(t, new, readFile(t, new))}
	}
	if len(found) < 5 {
		t.Fatalf("only %d pairs of issues were found", len(found))
	}
	return found
}

// Swapped issues have the same changes with old and new and the signs swapped, and
// items that came have gone.
func TestSwappedIssues(t *testing.T) {
	for name, issues := range neighbours(t) {
		there, back := compare.Compare(issues[0], issues[1]), compare.Compare(issues[1], issues[0])
		one, other := there.Summary, back.Summary
		if one.Added != other.Removed || one.Removed != other.Added || one.Renamed != other.Renamed || one.Changed != other.Changed {
			t.Errorf("%s: %+v and back %+v", name, one, other)
		}
		missing, others := apart(strippedLines(there, false), strippedLines(back, true))
		if len(missing)+len(others) > 0 {
			t.Errorf("%s: only there\n\t%s\nonly back\n\t%s", name, strings.Join(missing, "\n\t"), strings.Join(others, "\n\t"))
		}
	}
}

// strippedLines writes the changes of a result without their paths, which are those
// of the new issue, and without what is said of the new side only.
func strippedLines(result *compare.Result, isSwapped bool) []string {
	var lines []string
	add := func(change *compare.Change) {
		old, new, delta := valueText(change.Old), valueText(change.New), plain(change.Delta)
		oldFY, newFY := change.OldFY, change.NewFY
		if isSwapped {
			old, new, oldFY, newFY = new, old, newFY, oldFY
			delta = strings.TrimPrefix("-"+delta, "--")
			if change.Delta.IsZero() {
				delta = "-"
			} else if delta == "-0" {
				delta = "0"
			}
		}
		lines = append(lines, fmt.Sprintf("%s %s → %s, %d → %d: %s", change.Class, old, new, oldFY, newFY, delta))
	}
	for i := range result.Changes {
		add(&result.Changes[i])
	}
	for _, item := range result.Items {
		for i := range item.Changes {
			add(&item.Changes[i])
		}
	}
	slices.Sort(lines)
	return lines
}

// Neither the order of documents, items and rows nor the rendering of blanks and
// widths makes a change.
func TestShuffledIssues(t *testing.T) {
	for name, issues := range neighbours(t) {
		for seed := range uint64(5) {
			shuffled := &compare.Issue{Name: issues[1].Name}
			random := rand.New(rand.NewPCG(seed, 7))
			for _, document := range issues[1].Documents {
				copied := *document
				copied.Items = shuffledRows(random, document.Items)
				for i := range copied.Items {
					item := &copied.Items[i]
					item.Departments, item.Costs = shuffledRows(random, item.Departments), shuffledRows(random, item.Costs)
					item.Indicators, item.Staffing = shuffledRows(random, item.Indicators), shuffledRows(random, item.Staffing)
					item.Evaluations = shuffledRows(random, item.Evaluations)
				}
				shuffled.Documents = append(shuffled.Documents, &copied)
			}
			random.Shuffle(len(shuffled.Documents), reflect.Swapper(shuffled.Documents))
			if result := compare.Compare(issues[1], shuffled); !result.IsSame() {
				t.Errorf("%s, seed %d: an issue differs from itself in another order:\n%.2000s", name, seed, asJSON(t, result))
			}
			shuffled.Describe()
			issues[1].Describe()
			missing, others := apart(resultLines(compare.Compare(issues[0], issues[1])), resultLines(compare.Compare(issues[0], shuffled)))
			// A list of departments is told in its order.
			isOrder := func(line string) bool { return strings.Contains(line, " departments: ") }
			missing, others = slices.DeleteFunc(missing, isOrder), slices.DeleteFunc(others, isOrder)
			if len(missing)+len(others) > 0 {
				t.Errorf("%s, seed %d: in order\n\t%s\nshuffled\n\t%s", name, seed, strings.Join(missing, "\n\t"), strings.Join(others, "\n\t"))
			}
		}
	}
}

func shuffledRows[T any](random *rand.Rand, rows []T) []T {
	copied := slices.Clone(rows)
	random.Shuffle(len(copied), reflect.Swapper(copied))
	return copied
}

// The same issues give the same bytes.
func TestResultsAreDeterministic(t *testing.T) {
	for name, issues := range neighbours(t) {
		first := asJSON(t, compare.Compare(issues[0], issues[1]))
		for range 3 {
			if again := asJSON(t, compare.Compare(issues[0], issues[1])); again != first {
				t.Fatalf("%s: two results differ", name)
			}
		}
	}
}

var digits = regexp.MustCompile(`[0-9]`)

// A sheet of 伊勢原 against one with a single digit changed shows that digit's
// figure, with its line in both, and nothing else.
func TestOneDigit(t *testing.T) {
	for _, test := range []struct{ name, row, from, to, path string }{
		{"../../testdata/diff/isehara-program/old.txt", "旅券の交付件数", "1,102", "1,103", ".values[2020,actual].number"},
		{"../../../shared/sheets/001_ea7af00e0d4b50ba.txt", "協定団体数", "3団体", "8団体", ".values[2022,target].number"},
		{"../../../shared/sheets/001_ea7af00e0d4b50ba.txt", "正規職員", "857", "858", "costs[2022,actual,personnel_regular].yen"},
	} {
		found, err := filepath.Glob(test.name)
		if err != nil {
			t.Fatal(err)
		}
		if len(found) == 0 {
			t.Logf("%s is not there", test.name)
			continue
		}
		lines := strings.Split(readFile(t, test.name), "\n")
		at := slices.IndexFunc(lines, func(line string) bool {
			return strings.Contains(line, test.row) && strings.Contains(line, test.from)
		})
		if at < 0 {
			t.Errorf("%s has no row %s with %s", test.name, test.row, test.from)
			continue
		}
		old := issueOf(t, test.name, strings.Join(lines, "\n"))
		lines[at] = strings.Replace(lines[at], test.from, test.to, 1)
		result := compare.Compare(old, issueOf(t, test.name, strings.Join(lines, "\n")))
		if len(result.Items) != 1 || len(result.Items[0].Changes) != 1 || len(result.Changes)+len(result.Diagnostics) > 0 {
			t.Errorf("%s: want one change:\n%s", test.name, asJSON(t, result))
			continue
		}
		change := result.Items[0].Changes[0]
		if !strings.HasSuffix(change.Path, test.path) || change.Class != compare.ClassRevision ||
			int(change.OldAt.Line) != at+1 || change.OldAt != change.NewAt {
			t.Errorf("%s: %s, line %d, want %s in line %d", change.Class, change.Path, change.OldAt.Line, test.path, at+1)
		}
	}
}

// Any digit that changes in a sheet is told of, or the text was not read.
func FuzzOneDigit(f *testing.F) {
	names := sheetFiles(f)
	for i := range names {
		f.Add(uint(i), uint(i*37), uint(3))
	}
	f.Fuzz(func(t *testing.T, file, place, digit uint) {
		name := names[file%uint(len(names))]
		text := readFile(t, name)
		places := digits.FindAllStringIndex(text, -1)
		if len(places) == 0 {
			return
		}
		at := places[place%uint(len(places))][0]
		changed := text[:at] + string('0'+rune(digit%10)) + text[at+1:]
		old := issueOf(t, name, text)
		new, err := tryIssue(name, changed)
		if err != nil {
			return
		}
		result := compare.Compare(old, new)
		if changed == text {
			checkSame(t, result)
		}
		checkSame(t, compare.Compare(new, new))
		if back := compare.Compare(new, old); back.IsSame() != result.IsSame() {
			t.Errorf("%s: a digit at byte %d is a change in one direction only", name, at)
		}
	})
}

func FuzzWords(f *testing.F) {
	f.Add("協定を3社と結んだ。", "協定を8社と\n結んだ。")
	f.Add("行政運 営", "行政運営")
	f.Add("", "a b　c")
	f.Add("1,234件", "１，２３５件。")
	f.Fuzz(func(t *testing.T, old, new string) {
		if !utf8.ValidString(old) || !utf8.ValidString(new) {
			return // texts of the model are valid
		}
		deleted, inserted := "", ""
		for _, segment := range compare.Words(old, new) {
			if segment.Text == "" {
				t.Error("a segment is empty")
			}
			if segment.Edit != compare.Inserted {
				deleted += segment.Text
			}
			if segment.Edit != compare.Deleted {
				inserted += segment.Text
			}
		}
		if inserted != new {
			t.Errorf("kept and inserted are %q, want %q", inserted, new)
		}
		if !compare.SameText(deleted, old) {
			t.Errorf("kept and deleted are %q, want %q", deleted, old)
		}
	})
}
