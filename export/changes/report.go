package changes

import (
	"cmp"
	"slices"

	"sheetconv/model/compare"
)

// report is what every view shows: worded, in order, and safe to show.
type report struct {
	words       words
	comparisons []comparison
	// total are the counts over all comparisons, where there are several.
	total counts
	// trends are the indicators of all items, each once, with all its issues.
	trends []trend
}

// comparison is two issues held against each other.
type comparison struct {
	anchor   string
	title    string // of the plan, as the newer issue prints it
	oldTitle string // where the older one printed another
	old, new issue
	// alone says that an issue has no partner.
	alone  string
	counts counts
	// hidden says how many items a filter left out.
	hidden string
	// changes are those of the issue as a whole.
	changes []group
	items   []item
	remarks []string
}

// issue is one side of a comparison.
type issue struct{ name, year string }

// label returns the name of an issue with its year in brackets.
func (w words) issue(side issue) string {
	if side.year == "" {
		return side.name
	}
	return w.say("%1 (%2)", side.name, side.year)
}

// item is an item that came, went, was renamed or changed.
type item struct {
	anchor string
	status compare.ItemStatus
	id     string
	name   string
	// formerly is its old id and name, where they were others.
	formerly string
	// files are the inputs it stands in, where an issue has several.
	files string
	// facts are what it is about, of one that came or went.
	facts  []fact
	groups []group
	charts []chart
	at     places
}

// heading returns the id and the name.
func (i item) heading() string {
	if i.id == "" || i.id == i.name {
		return i.name
	}
	if i.name == "" {
		return i.id
	}
	return i.id + " " + i.name
}

// fact is a label with what it says.
type fact struct{ label, text string }

// group is the changes of one class.
type group struct {
	class compare.Class
	lines []line
}

// newReport words results. It must not change them.
func newReport(results []*compare.Result, options Options) report {
	made := report{words: words{options.Language}, total: newCounts()}
	issues := newHistory(results)
	for index, result := range results {
		writer := reporter{words: made.words, options: options, result: result, history: issues, index: index}
		comparison := writer.comparison()
		made.total.add(comparison.counts)
		made.comparisons = append(made.comparisons, comparison)
		made.trends = append(made.trends, writer.trends()...)
	}
	return made
}

// importance is the rank of an item: by its most important class, those that came
// or went behind the restated figures, and renamed ones before the texts.
func importance(of compare.Item) int {
	const step = 3 // leaves room between two classes
	rank := step * len(classOrder)
	switch of.Status {
	case compare.ItemRemoved:
		return 1
	case compare.ItemAdded:
		return 2
	case compare.ItemRenamed:
		rank = step*slices.Index(classOrder, compare.ClassStatus) + 1
	}
	for _, change := range of.Changes {
		if index := slices.Index(classOrder, change.Class); index >= 0 {
			rank = min(rank, step*index)
		}
	}
	return rank
}

// byImportance returns the items in the order of the report.
func byImportance(items []compare.Item) []compare.Item {
	sorted := slices.Clone(items)
	slices.SortStableFunc(sorted, func(a, b compare.Item) int {
		return cmp.Compare(importance(a), importance(b))
	})
	return sorted
}
