package compare

import (
	"slices"
	"strings"

	"sheetconv/model"
)

// The parts of an item's score, out of all that both items have.
const (
	nameWeight       = 50
	indicatorWeight  = 30
	departmentWeight = 10
	hierarchyWeight  = 10
)

// How alike two items must be, in percent: less where they have the same id.
const (
	fuzzyScore  = 50
	sameIDScore = 40
	// distinctScore is what either the names or the indicators of items with
	// different ids must have in common, in percent.
	distinctScore = 30
)

// commonWords are the words of names that tell nothing of what an item is about.
var commonWords = strings.NewReplacer(
	"事業", "", "推進", "", "促進", "", "支援", "", "整備", "", "管理", "", "運営", "", "実施", "", "充実", "", "強化", "",
	"向上", "", "活用", "", "事務", "", "業務", "", "対策", "", "取組", "", "経費", "", "の", "", "を", "", "に", "", "する", "",
	"等", "", "及び", "", "・", "", "、", "",
)

// bigrams returns the pairs of neighbouring characters of a text, sorted.
func bigrams(text string) []uint64 {
	runes := []rune(text)
	if len(runes) == 1 {
		return []uint64{uint64(runes[0])}
	}
	var pairs []uint64
	for i := 1; i < len(runes); i++ {
		pairs = append(pairs, uint64(runes[i-1])<<32|uint64(runes[i]))
	}
	slices.Sort(pairs)
	return pairs
}

// nameBigrams returns those of a folded name, without the words that tell
// nothing, if others remain.
func nameBigrams(folded string) []uint64 {
	if own := commonWords.Replace(folded); own != "" {
		folded = own
	}
	return bigrams(folded)
}

// overlap returns how much two sorted lists have in common: twice what both
// have, in percent of what they hold together (Dice).
func overlap[T uint64 | string](a, b []T) int {
	if len(a)+len(b) == 0 {
		return 0
	}
	both, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			both, i, j = both+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return 200 * both / (len(a) + len(b))
}

// traits are what items are told by.
type traits struct {
	name                               []uint64
	departments, hierarchy, indicators []string
}

// traitsOf returns those of an item.
func traitsOf(e *entry) *traits {
	if e.traits != nil {
		return e.traits
	}
	t := &traits{name: nameBigrams(e.name)}
	for i := range e.item.Departments {
		department := &e.item.Departments[i]
		t.departments = append(t.departments, foldName(department.Section+department.Division))
	}
	for i := range e.item.Policy {
		t.hierarchy = append(t.hierarchy, foldName(e.item.Policy[i].Name))
	}
	if e.parent != nil {
		t.hierarchy = append(t.hierarchy, e.parent.name)
	}
	for i := range e.item.Indicators {
		indicator := &e.item.Indicators[i]
		t.indicators = append(t.indicators, foldIndicator(indicator.Name, indicator.Unit))
	}
	slices.Sort(t.departments)
	slices.Sort(t.hierarchy)
	slices.Sort(t.indicators)
	e.traits = t
	return t
}

// likeness is how alike two items are, in percent.
type likeness struct{ total, name, indicators int }

func likenessOf(old, new *entry) likeness {
	a, b := traitsOf(old), traitsOf(new)
	found := likeness{name: overlap(a.name, b.name)}
	sum, weights := found.name*nameWeight, nameWeight
	add := func(weight int, a, b []string) int {
		if len(a) == 0 || len(b) == 0 {
			return 0
		}
		common := overlap(a, b)
		sum, weights = sum+common*weight, weights+weight
		return common
	}
	found.indicators = add(indicatorWeight, a.indicators, b.indicators)
	add(departmentWeight, a.departments, b.departments)
	add(hierarchyWeight, a.hierarchy, b.hierarchy)
	found.total = sum / weights
	return found
}

// isRename reports whether items of different ids may be one.
func (l likeness) isRename() bool {
	return l.total >= fuzzyScore && (l.name >= distinctScore || l.indicators >= fuzzyScore)
}

// score returns percent as a score from 0 to 1.
func score(percent int) model.Number { return model.NewNumber(int64(percent), 2) }
