package compare

import (
	"slices"
	"strings"

	"sheetconv/model"
)

// IsEmpty reports whether a filter lets everything through.
func (f Filter) IsEmpty() bool {
	return len(f.Classes) == 0 && len(f.Items) == 0 && f.MinPercent.IsZero()
}

// Apply returns a result with what the filter lets through. The counts stay those
// of the whole comparison; the summary says that it was filtered, and how many
// items are hidden. Pairs stay, for charts.
func (f Filter) Apply(result *Result) *Result {
	if f.IsEmpty() {
		return result
	}
	filtered := *result
	filtered.Summary.Filter = &f
	filtered.Items = []Item{}
	for _, item := range result.Items {
		shown := item
		shown.Changes = f.changes(item.Changes)
		if f.takesItem(item) && (f.takesStatus(item.Status) || len(shown.Changes) > 0) {
			filtered.Items = append(filtered.Items, shown)
		}
	}
	filtered.Summary.Hidden = len(result.Items) - len(filtered.Items)
	filtered.Changes = nil
	if len(f.Items) == 0 {
		filtered.Changes = f.changes(result.Changes)
	}
	return &filtered
}

// takesItem reports whether an item is one of those asked for, by either id.
func (f Filter) takesItem(item Item) bool {
	return len(f.Items) == 0 || slices.ContainsFunc(f.Items, func(id string) bool {
		return sameID(id, item.ID) || item.OldID != "" && sameID(id, item.OldID)
	})
}

// UnknownItems returns the ids asked for that no item of the results has, neither an
// old nor a new one.
func (f Filter) UnknownItems(results []*Result) []string {
	return slices.DeleteFunc(slices.Clone(f.Items), func(id string) bool {
		return slices.ContainsFunc(results, func(result *Result) bool {
			return result.Old.hasItem(id) || result.New.hasItem(id)
		})
	})
}

// hasItem reports whether an issue, which may be nil, has an item of an id.
func (i *Issue) hasItem(id string) bool {
	return i != nil && slices.ContainsFunc(i.Documents, func(document *model.Document) bool {
		return slices.ContainsFunc(document.Items, func(item model.Item) bool { return sameID(id, item.ID) })
	})
}

func sameID(a, b string) bool { return strings.EqualFold(foldText(a), foldText(b)) }

// takesStatus reports whether what became of an item is shown whatever its
// changes: that it came, went or was renamed.
func (f Filter) takesStatus(status ItemStatus) bool {
	return status != ItemChanged && (len(f.Classes) == 0 || slices.Contains(f.Classes, ClassStructure))
}

// changes returns those that the filter lets through.
func (f Filter) changes(changes []Change) []Change {
	kept := []Change{}
	for _, change := range changes {
		isOfClass := len(f.Classes) == 0 || slices.Contains(f.Classes, change.Class)
		if isOfClass && !isNearer(change.Percent, f.MinPercent) {
			kept = append(kept, change)
		}
	}
	return kept
}

// isNearer reports whether a percent is known and nearer to 0 than a limit.
func isNearer(percent, limit model.Number) bool {
	if percent.IsZero() || limit.IsZero() {
		return false
	}
	one, other := percent.Decimal(), limit.Decimal()
	one.Abs(one)
	other.Abs(other)
	return one.Cmp(other) < 0
}

// IsSame reports whether a result shows no difference. An issue without a partner
// is one.
func (r *Result) IsSame() bool {
	return r.Old != nil && r.New != nil && len(r.Changes) == 0 && len(r.Items) == 0
}
