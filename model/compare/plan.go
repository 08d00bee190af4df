package compare

import (
	"cmp"
	"slices"
	"strings"

	"sheetconv/model"
)

// Plan is what the documents of one plan have in common from year to year.
type Plan struct {
	// Publisher is the code of the municipality, else its name.
	Publisher string
	// Form is the id of the form, else the kind of the documents.
	Form string
	// Name is the plan's, without the year; empty where none is printed.
	Name string
}

// planName returns a plan's name without what changes from year to year.
func planName(name string) string { return foldLabel(name) }

// PlanOf returns the plan that a document belongs to.
func PlanOf(document *model.Document) Plan {
	plan := Plan{Form: string(document.Kind)}
	if source := document.Source; source != nil && source.Form != "" {
		plan.Form = source.Form
	}
	if municipality := document.Municipality; municipality != nil {
		plan.Publisher = cmp.Or(municipality.Code, foldName(municipality.Name))
	}
	if document.Plan != nil {
		plan.Name = planName(document.Plan.Name)
	}
	return plan
}

// ByPlan parts an issue by the plans of its documents, in the order in which
// these stand first.
func (i *Issue) ByPlan() []*Issue {
	var plans []Plan
	parts := map[Plan]*Issue{}
	for k, document := range i.Documents {
		plan := PlanOf(document)
		part := parts[plan]
		if part == nil {
			plans = append(plans, plan)
			part = &Issue{Name: i.Name}
			parts[plan] = part
		}
		part.Documents = append(part.Documents, document)
		if len(i.Files) == len(i.Documents) {
			part.Files = append(part.Files, i.Files[k])
		}
	}
	issues := make([]*Issue, len(plans))
	for k, plan := range plans {
		issues[k] = parts[plan]
		issues[k].Describe()
	}
	return issues
}

// Describe sets the title and the year of an issue by those of its documents: the
// title that all have, and the latest year.
func (i *Issue) Describe() {
	i.Title, i.FiscalYear = "", 0
	for k, document := range i.Documents {
		if k == 0 {
			i.Title = document.Title
		}
		if document.Title != i.Title {
			i.Title = ""
		}
		i.FiscalYear = max(i.FiscalYear, document.FiscalYear)
	}
}

// Pairing is an issue with the issue of the same plan on the other side; one of
// them is nil where there is none.
type Pairing struct{ Old, New *Issue }

// PairByPlan pairs the issues of two sets by their plans. Plans that differ only
// in that one of them prints no name are paired where nothing else fits.
func PairByPlan(old, new []*Issue) []Pairing {
	var pairs []Pairing
	used := map[*Issue]bool{}
	find := func(among []*Issue, like func(Plan) bool) *Issue {
		for _, one := range among {
			if !used[one] && like(PlanOf(one.Documents[0])) {
				return one
			}
		}
		return nil
	}
	partner := map[*Issue]*Issue{}
	for _, isNear := range []bool{false, true} {
		for _, one := range new {
			plan := PlanOf(one.Documents[0])
			if used[one] {
				continue
			}
			other := find(old, func(p Plan) bool {
				return p == plan || isNear && p.Publisher == plan.Publisher && p.Form == plan.Form && (p.Name == "" || plan.Name == "")
			})
			if other != nil {
				used[one], used[other] = true, true
				partner[one] = other
			}
		}
	}
	for _, one := range new {
		pairs = append(pairs, Pairing{partner[one], one})
	}
	for _, one := range old {
		if !used[one] {
			pairs = append(pairs, Pairing{one, nil})
		}
	}
	return pairs
}

// Difference is a part in which two plans differ.
type Difference string

// The parts in which plans can differ.
const (
	DifferentPublisher Difference = "publisher"
	DifferentForm      Difference = "form"
	DifferentName      Difference = "name"
)

// DifferencesOf returns in which parts the plans of two issues differ.
func DifferencesOf(old, new *Issue) []Difference {
	one, other := PlanOf(old.Documents[0]), PlanOf(new.Documents[0])
	var found []Difference
	if one.Publisher != other.Publisher {
		found = append(found, DifferentPublisher)
	}
	if one.Form != other.Form {
		found = append(found, DifferentForm)
	}
	if one.Name != other.Name {
		found = append(found, DifferentName)
	}
	return found
}

// Join makes one issue of several, whatever their plans.
func Join(issues []*Issue) *Issue {
	whole := &Issue{}
	for _, one := range issues {
		whole.Name = one.Name
		whole.Documents = append(whole.Documents, one.Documents...)
		whole.Files = append(whole.Files, one.Files...)
	}
	if slices.ContainsFunc(whole.Files, func(name string) bool { return strings.TrimSpace(name) == "" }) {
		whole.Files = nil
	}
	whole.Describe()
	return whole
}
