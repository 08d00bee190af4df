package changes

import (
	"sheetconv/model"
	"sheetconv/model/compare"
)

// history follows items and indicators through the results of consecutive years:
// where the newer issue of a result is the older one of the next, they are one
// run, and an indicator has one series in each of its issues.
type history struct {
	results []*compare.Result
	// earlier and later lead from an indicator to itself in the issue before and
	// behind.
	earlier, later map[*model.Indicator]*model.Indicator
	// issues are those that indicators stand in.
	issues map[*model.Indicator]*compare.Issue
	// shown are the indicators of which there is a trend already.
	shown map[*model.Indicator]bool
	// changed are those that a result has a change of, once they were looked for.
	changed map[*model.Indicator]bool
}

func newHistory(results []*compare.Result) *history {
	made := &history{
		results: results,
		earlier: map[*model.Indicator]*model.Indicator{},
		later:   map[*model.Indicator]*model.Indicator{},
		issues:  map[*model.Indicator]*compare.Issue{},
		shown:   map[*model.Indicator]bool{},
	}
	for _, result := range results {
		for _, pair := range result.Pairs {
			for _, indicators := range pair.Indicators {
				made.add(result, indicators)
			}
		}
	}
	return made
}

func (h *history) add(result *compare.Result, pair compare.IndicatorPair) {
	// An issue that is compared with itself, or comes twice, leads nowhere new.
	isNew := pair.New != nil && h.issues[pair.New] == nil
	if pair.Old != nil {
		h.issues[pair.Old] = result.Old
	}
	if pair.New != nil {
		h.issues[pair.New] = result.New
	}
	if pair.Old != nil && isNew && pair.Old != pair.New {
		h.earlier[pair.New], h.later[pair.Old] = pair.Old, pair.New
	}
}

// edition is an indicator as one issue gives it.
type edition struct {
	issue     *compare.Issue
	indicator *model.Indicator
}

// editions returns an indicator in all issues that have it, the oldest first.
func (h *history) editions(pair compare.IndicatorPair) []edition {
	first := pair.Old
	if first == nil {
		first = pair.New
	}
	if first == nil {
		return nil
	}
	for h.earlier[first] != nil {
		first = h.earlier[first]
	}
	var found []edition
	for current := first; current != nil; current = h.later[current] {
		found = append(found, edition{h.issues[current], current})
	}
	return found
}

// firstOf returns the index of the first result of the run that a result stands in:
// where a result goes on from the one before it, both share an issue's documents.
func (h *history) firstOf(index int) int {
	for index > 0 && follows(h.results[index-1], h.results[index]) {
		index--
	}
	return index
}

func follows(earlier, later *compare.Result) bool {
	if earlier.New == nil || later.Old == nil {
		return false
	}
	return earlier.New == later.Old || len(earlier.New.Documents) > 0 && len(later.Old.Documents) > 0 &&
		earlier.New.Documents[0] == later.Old.Documents[0]
}
