package compare

import (
	"cmp"
	"slices"
)

const (
	// commonLimit is how many items of both issues together may share a word, an
	// indicator or a piece of a name for it to lead from one to the other.
	commonLimit = 64
	// candidateLimit is how many items an item is held against.
	candidateLimit = 16
)

// clue is something that leads from an item to another one: a pair of characters
// of its name, or an indicator.
type clue struct {
	pair      uint64
	indicator string
}

// clues calls visit for those of an item, each once.
func clues(e *entry, visit func(clue)) {
	t := traitsOf(e)
	for i, pair := range t.name {
		if i == 0 || t.name[i-1] != pair {
			visit(clue{pair: pair})
		}
	}
	for i, indicator := range t.indicators {
		if indicator != "" && (i == 0 || t.indicators[i-1] != indicator) {
			visit(clue{indicator: indicator})
		}
	}
}

// candidates returns the pairs of items that may be one. An index of what is rare
// enough leads to them, so that the work grows with the items, not with their
// pairs.
func (c *comparison) candidates() []candidate {
	olds, news := free(c.old), free(c.new)
	if len(olds) == 0 || len(news) == 0 {
		return nil
	}
	index := map[clue][]*entry{}
	counts := map[clue]int{}
	for _, one := range olds {
		clues(one, func(k clue) { counts[k]++ })
	}
	for _, one := range news {
		clues(one, func(k clue) {
			counts[k]++
			index[k] = append(index[k], one)
		})
	}
	var found []candidate
	for _, one := range olds {
		found = append(found, candidatesOf(one, index, counts)...)
	}
	return found
}

func candidatesOf(old *entry, index map[clue][]*entry, counts map[clue]int) []candidate {
	shared := map[*entry]int{}
	var others []*entry
	clues(old, func(k clue) {
		if counts[k] > commonLimit {
			return
		}
		for _, other := range index[k] {
			if shared[other] == 0 {
				others = append(others, other)
			}
			shared[other]++
		}
	})
	slices.SortStableFunc(others, func(a, b *entry) int { return cmp.Compare(shared[b], shared[a]) })
	var found []candidate
	for _, other := range others[:min(len(others), candidateLimit)] {
		if other.item.Kind != old.item.Kind {
			continue
		}
		if alike := likenessOf(old, other); alike.isRename() {
			found = append(found, candidate{old, other, alike})
		}
	}
	return found
}

// free returns the items without a partner.
func free(s *side) []*entry {
	var found []*entry
	for _, one := range s.entries {
		if one.partner == nil && !one.isTwice {
			found = append(found, one)
		}
	}
	return found
}
