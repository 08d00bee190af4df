package compare

import "sheetconv/model"

// loose is an indicator that an item lost or gained.
type loose struct {
	pair      *itemPair
	index     int // in the pair's indicators; -1 in an item that came or went
	indicator *model.Indicator
}

// moveRunes is how long a name must be for an indicator to be known again by it
// in another item, without a figure that both issues have.
const moveRunes = 8

// findMoves finds the indicators that one item lost and another one gained: those
// of one name and unit of which there is one each in the whole of the issues.
func (c *comparison) findMoves(pairs []*itemPair) {
	lost, gained := map[string][]loose{}, map[string][]loose{}
	for _, pair := range pairs {
		collectLoose(pair, lost, gained)
	}
	for _, pair := range pairs {
		for _, one := range looseOf(pair, false) {
			key := moveKey(one.indicator)
			if len(gained[key]) == 1 && len(lost[key]) == 1 && isMove(lost[key][0].indicator, one.indicator) {
				moveIndicator(lost[key][0], one)
			}
		}
	}
}

func moveKey(indicator *model.Indicator) string {
	return foldIndicator(indicator.Name, indicator.Unit) + "\x00" + foldName(indicator.Unit)
}

// looseOf returns the indicators that a pair lost or gained.
func looseOf(pair *itemPair, wasLost bool) []loose {
	var found []loose
	if pair.old != nil && pair.new != nil {
		for i := range pair.indicators {
			one := &pair.indicators[i]
			if one.Old == nil && one.New == nil {
				continue // it moved away
			}
			if wasLost && one.New == nil {
				found = append(found, loose{pair, i, one.Old})
			} else if !wasLost && one.Old == nil {
				found = append(found, loose{pair, i, one.New})
			}
		}
		return found
	}
	whole := pair.new
	if wasLost {
		whole = pair.old
	}
	if whole != nil {
		for i := range whole.item.Indicators {
			found = append(found, loose{pair, -1, &whole.item.Indicators[i]})
		}
	}
	return found
}

func collectLoose(pair *itemPair, lost, gained map[string][]loose) {
	for _, one := range looseOf(pair, true) {
		if one.indicator.Name != "" {
			key := moveKey(one.indicator)
			lost[key] = append(lost[key], one)
		}
	}
	for _, one := range looseOf(pair, false) {
		if one.indicator.Name != "" {
			key := moveKey(one.indicator)
			gained[key] = append(gained[key], one)
		}
	}
}

// isMove reports whether the figures or the name speak for a move.
func isMove(old, new *model.Indicator) bool {
	same, both := sharedFigures(old, new)
	if both > 0 {
		return 2*same >= both
	}
	return len([]rune(foldIndicator(old.Name, old.Unit))) >= moveRunes
}

// moveIndicator notes a move in both items. What else changed is compared in the
// item in which the indicator stands now.
func moveIndicator(from, to loose) {
	label := indicatorLabel(to.indicator)
	from.pair.moved = append(from.pair.moved, Change{
		Class: ClassStructure, Path: row("indicators", label), Old: from.indicator, OldAt: from.indicator.At,
		MovedTo: to.pair.new.item.ID,
	})
	if from.index >= 0 {
		from.pair.indicators[from.index] = indicatorPair{label: label}
	}
	moved := indicatorPair{
		IndicatorPair: IndicatorPair{Old: from.indicator, New: to.indicator},
		label:         label, from: from.pair.old.item.ID, document: from.pair.old.document,
	}
	if to.index >= 0 {
		to.pair.indicators[to.index] = moved
		return
	}
	to.pair.indicators = append(to.pair.indicators, moved)
}
