package batch

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Report is the account of a run.
type Report struct {
	// Inputs is how many were done, Planned how many there were.
	Inputs, Planned int
	// Unchanged is how many of them were left as the run before had made them.
	Unchanged int
	Failed    int
	Bytes     int64
	Groups    []Group
	// Slowest are the inputs that took longest, the slowest first.
	Slowest []Timing
	// Failures are the first inputs that failed, in their order.
	Failures []Failure
	// Vanished is how many inputs of the run before are no longer there, and
	// VanishedNames which, the first of them.
	Vanished      int
	VanishedNames []string
	// Orphans is how many outputs no input stands for; Pruned how many such were removed.
	// Kept is how many of the orphans were to be removed, and were not: what they were
	// made from could not be read, and may be there still.
	Orphans, Pruned, Kept int
	Elapsed               time.Duration
	// Interrupted says that the run was stopped before all inputs were done.
	Interrupted bool
}

// Group is what became of the inputs of one form.
type Group struct {
	Form   string `json:"form,omitempty"`
	Status Status `json:"status"`
	Files  int    `json:"files"`
	// Documents and Items are how many they hold.
	Documents int `json:"documents"`
	Items     int `json:"items"`
	Errors    int `json:"error"`
	Warnings  int `json:"warning"`
	Infos     int `json:"info"`
}

// Timing says how long an input took.
type Timing struct {
	Name    string
	Seconds float64
}

// Failure says why an input failed.
type Failure struct {
	Name  string
	Fault error
}

// How many the report names.
const (
	slowestNamed = 5
	othersNamed  = 20
)

func (r *Report) add(one *result) {
	entry := &one.entry
	r.Inputs++
	r.Bytes += entry.Bytes
	group := r.group(entry)
	group.Files++
	group.Documents += entry.Documents
	group.Items += entry.Items
	group.Errors += entry.Errors
	group.Warnings += entry.Warnings
	group.Infos += entry.Infos
	name := entry.key().String()
	if one.unchanged {
		r.Unchanged++
	} else {
		r.time(Timing{name, one.seconds})
	}
	if entry.Status == Failed {
		r.Failed++
		if len(r.Failures) < othersNamed {
			r.Failures = append(r.Failures, Failure{name, one.fault})
		}
	}
}

// group finds the group of an entry; they are kept in the order of their forms.
func (r *Report) group(entry *Entry) *Group {
	at, found := slices.BinarySearchFunc(r.Groups, entry, func(group Group, entry *Entry) int {
		return cmp.Or(cmp.Compare(entry.Status, group.Status), strings.Compare(group.Form, entry.Form))
	})
	if !found {
		r.Groups = slices.Insert(r.Groups, at, Group{Form: entry.Form, Status: entry.Status})
	}
	return &r.Groups[at]
}

func (r *Report) time(one Timing) {
	at, _ := slices.BinarySearchFunc(r.Slowest, one, func(a, b Timing) int { return cmp.Compare(b.Seconds, a.Seconds) })
	r.Slowest = slices.Insert(r.Slowest, at, one)
	r.Slowest = r.Slowest[:min(len(r.Slowest), slowestNamed)]
}

func (r *Report) vanished(entry *Entry) {
	r.Vanished++
	if len(r.VanishedNames) < othersNamed {
		r.VanishedNames = append(r.VanishedNames, entry.key().String())
	}
}
