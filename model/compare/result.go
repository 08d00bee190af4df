package compare

import (
	"slices"

	"sheetconv/model"
)

// Schema names the contract that a Result follows.
const Schema = "sheetconv-diff/v1"

// Class is the kind of a change.
type Class string

// The classes, the most important first.
const (
	// ClassRevision is a figure for the same year and measure that was restated:
	// a moved target, a corrected result, another amount of the same settlement.
	ClassRevision Class = "revision"
	// ClassProgress is the newest result against last year's newest.
	ClassProgress Class = "progress"
	ClassGrade    Class = "grade"
	ClassStatus   Class = "status"
	ClassCost     Class = "cost"
	ClassStaffing Class = "staffing"
	// ClassOrganisation is a change of departments.
	ClassOrganisation Class = "organisation"
	// ClassStructure is an indicator, a task or a cost line that came or went.
	ClassStructure Class = "structure"
	ClassText      Class = "text"
)

// classes are in the order of their importance.
var classes = []Class{
	ClassRevision, ClassProgress, ClassGrade, ClassStatus, ClassCost, ClassStaffing, ClassOrganisation, ClassStructure, ClassText,
}

// Classes returns every class, the most important first.
func Classes() []Class { return slices.Clone(classes) }

// ItemStatus is what became of an item.
type ItemStatus string

// What becomes of an item. An unchanged one is only counted.
const (
	ItemAdded     ItemStatus = "added"
	ItemRemoved   ItemStatus = "removed"
	ItemRenamed   ItemStatus = "renamed"
	ItemChanged   ItemStatus = "changed"
	ItemUnchanged ItemStatus = "unchanged"
)

// Outcome says whether a result moved towards its target.
type Outcome string

// Outcomes; absent where it can't be told which way is better.
const (
	OutcomeBetter Outcome = "better"
	OutcomeWorse  Outcome = "worse"
	OutcomeSame   Outcome = "same"
)

// Result is what changed between two issues of one plan. Where an issue has no
// partner, the other side is absent and no item is given.
type Result struct {
	Schema  string  `json:"schema"`
	Old     *Issue  `json:"old,omitempty"`
	New     *Issue  `json:"new,omitempty"`
	Summary Summary `json:"summary"`
	// Changes are those of the issue as a whole: its legend of grades, a
	// department that was renamed in every item.
	Changes []Change `json:"changes,omitempty"`
	Items   []Item   `json:"items"`
	// Diagnostics say what could not be compared, such as keys that stand twice.
	Diagnostics []model.Diagnostic `json:"diagnostics,omitempty"`

	// Pairs are all items of both issues, the unchanged ones too, in the order of
	// the new issue, those removed where they stood: what charts are drawn from.
	Pairs []Pair `json:"-"`
}

// Issue is one year of a plan: one document, or the documents of one plan that
// were published together.
type Issue struct {
	// Name is the name of the input, as the user gave it.
	Name       string `json:"name"`
	Title      string `json:"title,omitempty"`
	FiscalYear int    `json:"fiscal_year,omitempty"`

	Documents []*model.Document `json:"-"`
	// Files are the names of the inputs that the documents stand in, one for each
	// document; nil where all stand in the input of that Name.
	Files []string `json:"-"`
}

// Summary counts the items.
type Summary struct {
	Added     int `json:"added"`
	Removed   int `json:"removed"`
	Renamed   int `json:"renamed"`
	Changed   int `json:"changed"`
	Unchanged int `json:"unchanged"`
	// Filter says what a filter let through, and Hidden how many of the items
	// above have nothing of that; both are absent where nothing was filtered.
	Filter *Filter `json:"filter,omitempty"`
	Hidden int     `json:"hidden,omitempty"`
}

// Filter chooses changes. An absent part lets everything through.
type Filter struct {
	// Classes are the classes of changes to show. Items that came, went or were
	// renamed count as structure.
	Classes []Class `json:"classes,omitempty"`
	// Items are the ids of the items to show, old or new.
	Items []string `json:"items,omitempty"`
	// MinPercent leaves out the changes whose percent is known and nearer to 0.
	MinPercent model.Number `json:"min_percent,omitzero"`
}

// Item is an item that came, went, was renamed or changed.
type Item struct {
	ID      string     `json:"id"`
	OldID   string     `json:"old_id,omitempty"`
	Name    string     `json:"name"`
	OldName string     `json:"old_name,omitempty"`
	Status  ItemStatus `json:"status"`
	// Score is how alike the items are, from 0 to 1, of a renamed one.
	Score model.Number `json:"score,omitzero"`
	// OldFile and NewFile are the names of the inputs that the item stands in,
	// where an issue has several.
	OldFile string   `json:"old_file,omitempty"`
	NewFile string   `json:"new_file,omitempty"`
	Changes []Change `json:"changes"`
}

// Change is one changed place of the model.
type Change struct {
	Class Class `json:"class"`
	// Path names rows by key: indicators[市税徴収率].values[2021,target].number.
	Path string `json:"path"`
	// Old and New are as in the model: a model.Number, a model.Yen, a string, a
	// year (int), true, a list of strings, a model.Cumulative, a model.Date, or a
	// pointer to a row of the model that came or went; nil where there is none.
	Old any `json:"old,omitempty"`
	New any `json:"new,omitempty"`
	// OldFY and NewFY are the years of the two, where they are not the same year:
	// the newest of each issue.
	OldFY int `json:"old_fy,omitempty"`
	NewFY int `json:"new_fy,omitempty"`
	// OldBasis and NewBasis are the bases of the two amounts, where they differ.
	OldBasis model.CostBasis `json:"old_basis,omitempty"`
	NewBasis model.CostBasis `json:"new_basis,omitempty"`
	// OldMeaning and NewMeaning are what two grades mean, by the legend of their
	// issue or the words printed with them.
	OldMeaning string `json:"old_meaning,omitempty"`
	NewMeaning string `json:"new_meaning,omitempty"`
	// Delta is New - Old and Percent what it is of Old, where both are numbers of
	// one unit.
	Delta   model.Number `json:"delta,omitzero"`
	Percent model.Number `json:"percent,omitzero"`
	Unit    string       `json:"unit,omitempty"`
	// Outcome says, of a progress or a grade, whether it is better or worse.
	Outcome Outcome `json:"outcome,omitempty"`
	// Reached is the share of the target that the new result has, in percent;
	// Target and TargetFY are that target and its year, absent of a goal.
	Reached  model.Number `json:"reached,omitzero"`
	Target   model.Number `json:"target,omitzero"`
	TargetFY int          `json:"target_fy,omitempty"`
	// MovedFrom and MovedTo are the ids of the item that an indicator stood in, in
	// the old issue, and of the one that it stands in now.
	MovedFrom string `json:"moved_from,omitempty"`
	MovedTo   string `json:"moved_to,omitempty"`
	// Score is how alike two indicators are, from 0 to 1, of one that was renamed.
	Score model.Number `json:"score,omitzero"`
	// Items is how many items a change of the whole issue concerns.
	Items int `json:"items,omitempty"`
	// OldAt and NewAt are the places in the two inputs, where they are known.
	OldAt model.Position `json:"old_at,omitzero"`
	NewAt model.Position `json:"new_at,omitzero"`

	// Indicator is the pair that a change of an indicator belongs to.
	Indicator *IndicatorPair `json:"-"`

	// shared is what makes this the same change as another item's; empty of one
	// that is the item's own.
	shared sharing
}

// Pair is an item in both issues; one side is nil where it came or went.
type Pair struct {
	Status     ItemStatus
	Old, New   *model.Item
	Indicators []IndicatorPair
}

// IndicatorPair is an indicator in both issues; one side is nil where it came or
// went.
type IndicatorPair struct {
	Old, New *model.Indicator
}

// Segment is a piece of a text that was kept, deleted or inserted.
type Segment struct {
	Edit Edit
	Text string
}

// Edit is what became of a piece of a text.
type Edit int

// What becomes of a piece.
const (
	Kept Edit = iota
	Deleted
	Inserted
)
