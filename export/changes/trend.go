package changes

import (
	"sheetconv/model"
	"sheetconv/model/compare"
)

// trend is an indicator of an item with its figures in every issue.
type trend struct {
	comparison int // the index of the first comparison that it stands in
	item       string
	// offset is how many issues of the run are before the first that has it.
	offset int
	chart
}

// trends returns the indicators of all items that no earlier result showed.
func (r *reporter) trends() []trend {
	changed := r.changedIndicators()
	var trends []trend
	for _, pair := range r.result.Pairs {
		of := pair.New
		if of == nil {
			of = pair.Old
		}
		for _, indicators := range pair.Indicators {
			editions := r.history.editions(indicators)
			if len(editions) == 0 || r.history.shown[editions[0].indicator] {
				continue
			}
			r.history.shown[editions[0].indicator] = true
			made := r.chart(indicators)
			for _, edition := range editions {
				made.changed = made.changed || changed[edition.indicator]
			}
			if len(made.years) > 0 {
				heading := item{id: itemID(of.ID, of.Name), name: visible(of.Name)}.heading()
				trends = append(trends, trend{r.index, heading, r.offset(indicators), made})
			}
		}
	}
	return trends
}

// offset is how many issues of a run are before the first one with an indicator.
func (r *reporter) offset(pair compare.IndicatorPair) int {
	offset := r.index - r.history.firstOf(r.index)
	if pair.Old == nil {
		offset++
	}
	return offset
}

// changedIndicators are those that any result of the history has a change of.
func (r *reporter) changedIndicators() map[*model.Indicator]bool {
	if r.history.changed != nil {
		return r.history.changed
	}
	found := map[*model.Indicator]bool{}
	note := func(changes []compare.Change) {
		for _, change := range changes {
			if change.Indicator != nil {
				found[change.Indicator.Old], found[change.Indicator.New] = true, true
			}
		}
	}
	for _, result := range r.history.results {
		note(result.Changes)
		for _, item := range result.Items {
			note(item.Changes)
		}
	}
	r.history.changed = found
	return found
}
