package changes

import (
	"slices"
	"strconv"
	"strings"

	"sheetconv/model"
	"sheetconv/model/compare"
)

// reporter words one result.
type reporter struct {
	words   words
	options Options
	result  *compare.Result
	history *history
	index   int // of the result among all
}

func (r *reporter) say(english string, arguments ...string) string {
	return r.words.say(english, arguments...)
}

func (r *reporter) comparison() comparison {
	made := comparison{
		anchor: "c" + strconv.Itoa(r.index+1),
		old:    r.issue(r.result.Old),
		new:    r.issue(r.result.New),
		counts: newCounts(),
	}
	made.title, made.oldTitle = r.titles()
	switch {
	case r.result.Old == nil && r.result.New != nil:
		made.alone = r.say("%1 has no older issue to compare it with.", r.words.issue(made.new))
	case r.result.New == nil && r.result.Old != nil:
		made.alone = r.say("%1 has no newer issue to compare it with.", r.words.issue(made.old))
	}
	made.changes = r.groups(r.result.Changes)
	pairs := r.pairs()
	for index, found := range byImportance(r.result.Items) {
		made.items = append(made.items, r.item(found, pairs[pairKey{found.Status, found.ID}], index))
	}
	r.count(made.counts)
	if hidden := r.result.Summary.Hidden; hidden > 0 {
		made.hidden = r.say("%1 more items have nothing that the filter lets through.", strconv.Itoa(hidden))
	}
	for _, diagnostic := range r.result.Diagnostics {
		made.remarks = append(made.remarks, r.remark(diagnostic))
	}
	return made
}

func (r *reporter) issue(of *compare.Issue) issue {
	if of == nil {
		return issue{}
	}
	return issue{visible(of.Name), r.words.year(of.FiscalYear)}
}

// titles returns the title of the newer issue, and that of the older one where it
// is another.
func (r *reporter) titles() (title, oldTitle string) {
	if r.result.New != nil {
		title = visible(r.result.New.Title)
	}
	if r.result.Old != nil {
		oldTitle = visible(r.result.Old.Title)
	}
	if title == "" {
		return oldTitle, ""
	}
	if title == oldTitle {
		return title, ""
	}
	return title, oldTitle
}

func (r *reporter) count(into counts) {
	summary := r.result.Summary
	into.items[compare.ItemAdded] = summary.Added
	into.items[compare.ItemRemoved] = summary.Removed
	into.items[compare.ItemRenamed] = summary.Renamed
	into.items[compare.ItemChanged] = summary.Changed
	into.items[compare.ItemUnchanged] = summary.Unchanged
	countChanges(into, r.result.Changes)
	for _, item := range r.result.Items {
		countChanges(into, item.Changes)
	}
}

func countChanges(into counts, changes []compare.Change) {
	for _, change := range changes {
		into.classes[change.Class]++
		if change.Class == compare.ClassProgress && change.Outcome != "" {
			into.outcomes[change.Outcome]++
		}
	}
}

func (r *reporter) remark(diagnostic model.Diagnostic) string {
	message := diagnostic.Message
	entry, known := compare.Describe(diagnostic.Code)
	if r.words.language == Japanese && known && entry.Arguments() == len(diagnostic.Arguments) {
		message = model.Fill(entry.Japanese, diagnostic.Arguments)
	}
	if !diagnostic.At.IsZero() {
		message = diagnostic.At.String() + ": " + message
	}
	return visible(message) + " [" + string(diagnostic.Code) + "]"
}

// pairKey finds the pair that an item of the result was made from.
type pairKey struct {
	status compare.ItemStatus
	id     string
}

func (r *reporter) pairs() map[pairKey]*compare.Pair {
	pairs := map[pairKey]*compare.Pair{}
	for index := range r.result.Pairs {
		pair := &r.result.Pairs[index]
		key := pairKey{status: pair.Status}
		if pair.New != nil {
			key.id = pair.New.ID
		} else if pair.Old != nil {
			key.id = pair.Old.ID
		}
		if pairs[key] == nil {
			pairs[key] = pair
		}
	}
	return pairs
}

func (r *reporter) item(found compare.Item, pair *compare.Pair, index int) item {
	made := item{
		anchor: "c" + strconv.Itoa(r.index+1) + "-" + strconv.Itoa(index+1),
		status: found.Status,
		id:     itemID(found.ID, found.Name),
		name:   visible(found.Name),
		groups: r.groups(found.Changes),
		files:  r.files(found),
	}
	former := item{id: itemID(found.OldID, found.OldName), name: visible(found.OldName)}
	if former.heading() != "" {
		made.formerly = r.say("formerly %1", former.heading())
		if !found.Score.IsZero() {
			made.formerly = r.say("formerly %1 (alike: %2)", former.heading(), found.Score.String())
		}
	}
	if pair == nil {
		return made
	}
	switch found.Status {
	case compare.ItemAdded:
		made.facts, made.at.new = r.facts(pair.New), int(pair.New.At.Line)
	case compare.ItemRemoved:
		made.facts, made.at.old = r.facts(pair.Old), int(pair.Old.At.Line)
	}
	made.charts = r.charts(pair, found.Changes)
	return made
}

// itemID leaves out the name at the end of an id that is built on it.
func itemID(id, name string) string {
	return visible(strings.TrimSuffix(id, "/"+name))
}

func (r *reporter) files(of compare.Item) string {
	switch {
	case of.OldFile == "" || of.OldFile == of.NewFile:
		return visible(of.NewFile)
	case of.NewFile == "":
		return visible(of.OldFile)
	}
	return visible(of.OldFile) + " → " + visible(of.NewFile)
}

// facts say what an item that came or went is about.
func (r *reporter) facts(of *model.Item) []fact {
	var facts []fact
	add := func(label, text string) {
		if text != "" {
			facts = append(facts, fact{label, visible(text)})
		}
	}
	var departments []string
	for index := range of.Departments {
		departments = append(departments, r.words.department(&of.Departments[index]))
	}
	add(r.say("Departments"), strings.Join(departments, r.say(", ")))
	add(r.say("Status"), enum(r.words, statusWords, of.Status))
	if of.Period != nil {
		add(r.say("Period"), of.Period.Raw)
	}
	for _, text := range of.Texts {
		if text.Key == model.TextOverview || text.Key == model.TextPurpose {
			add(enum(r.words, textWords, text.Key), text.Text)
		}
	}
	for index := range of.Indicators {
		add(r.say("Indicator"), r.words.indicator(&of.Indicators[index]))
	}
	for index := range of.Costs {
		if of.Costs[index].Line == model.CostTotal {
			add(r.words.costName(&of.Costs[index]), r.words.describe(&of.Costs[index]))
		}
	}
	return facts
}

// groups puts changes in the order of their classes, each in the order in which
// it came, all of one subject together.
func (r *reporter) groups(changes []compare.Change) []group {
	var groups []group
	for _, class := range r.classes(changes) {
		made := group{class: class}
		for _, change := range changes {
			if change.Class == class {
				made.lines = append(made.lines, r.line(change))
			}
		}
		made.lines = bySubject(made.lines)
		groups = append(groups, made)
	}
	return groups
}

// classes returns the classes of changes in their order; one that is not known
// here comes last.
func (r *reporter) classes(changes []compare.Change) []compare.Class {
	var found []compare.Class
	for _, class := range classOrder {
		if slices.ContainsFunc(changes, func(c compare.Change) bool { return c.Class == class }) {
			found = append(found, class)
		}
	}
	for _, change := range changes {
		if !slices.Contains(found, change.Class) {
			found = append(found, change.Class)
		}
	}
	return found
}

// bySubject moves lines up to the first of the same subject.
func bySubject(lines []line) []line {
	first := map[string]int{}
	for index, line := range lines {
		if _, seen := first[line.subject]; !seen {
			first[line.subject] = index
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int { return first[a.subject] - first[b.subject] })
	return lines
}
