package ja

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"sync"
)

// Keys numbers the keys of several tables of labels, so that a text is looked up
// once for all of them: what Find returns, each table has the value for (see
// ValuesFor). Add the tables, then find.
type Keys struct {
	numbers map[string]Known
	// longest is the length of the longest key, longestText that of the longest
	// text of which all tables think the same.
	longest, longestText int
	begins               beginnings
	// named are the keys by their numbers, once they are asked for.
	named     []string
	namedOnce sync.Once
}

// Known is what a look-up among the keys of several tables has found. All others
// than these stand for a key, as it is or as what is left without brackets.
type Known int32

const (
	// Other begins as no label does.
	Other Known = 0
	// Beginning is no label as a whole, but may begin with one.
	Beginning Known = -1
	// Unsure is what only the tables themselves tell.
	Unsure Known = -2
)

// bare tells, added to the number of a key, that a text has it without its brackets.
const bare Known = 1

// NewKeys returns keys of no table, with room for as many.
func NewKeys(size int) *Keys {
	return &Keys{numbers: make(map[string]Known, size), longestText: math.MaxInt, begins: newBeginnings(size)}
}

// AddKeys adds the keys of a table.
func AddKeys[T any](k *Keys, l *Labels[T]) {
	for key := range l.entries {
		if k.numbers[key] == 0 {
			k.numbers[key] = 2 * Known(len(k.numbers)+1)
			k.begins.add(key)
			k.longest = max(k.longest, len(key))
		}
	}
	k.longestText = min(k.longestText, l.longestText)
}

// ValuesFor returns the value that a table has for what Find returns, by it: the
// zero value where it is none of its labels. The table was added before.
func ValuesFor[T any](k *Keys, l *Labels[T]) []T {
	values := make([]T, 2*(len(k.numbers)+1))
	for key, number := range k.numbers {
		if !l.begins.mayBegin(key) {
			continue
		}
		values[number], _ = l.find([]byte(key))
		if own := l.entries[key]; own.isBare {
			values[number+bare] = own.bare
		}
	}
	return values
}

// Holding tells, by what Find returns, which keys hold any of some others.
func (k *Keys) Holding(others []string) []bool {
	holding := make([]bool, 2*(len(k.numbers)+1))
	for key, number := range k.numbers {
		holding[number] = slices.ContainsFunc(others, func(other string) bool { return strings.Contains(key, other) })
		holding[number+bare] = true // its brackets may hold anything
	}
	return holding
}

// Count returns from which number on Find returns none.
func (k *Keys) Count() int { return 2 * (len(k.numbers) + 1) }

// HoldsPrefix reports whether a text of which Find has returned the number of a key may
// hold a label of a table before other text, as FindBefore looks for it.
func HoldsPrefix[T any](k *Keys, l *Labels[T], own Known) bool {
	k.namedOnce.Do(func() {
		k.named = make([]string, k.Count())
		for key, number := range k.numbers {
			k.named[number] = key
		}
	})
	key := k.named[own]
	if key == "" {
		return true // its brackets may hold anything
	}
	if !l.begins.mayBegin(key) {
		return false
	}
	for end := range key {
		if _, found := l.find([]byte(key[:end])); found {
			return true
		}
	}
	return false
}

// Find looks a trimmed text up.
func (k *Keys) Find(s string) Known {
	if k.begins.isOther(s) {
		return Other
	}
	if strings.IndexByte(s, '<') >= 0 || len(s) > k.longestText {
		return Unsure
	}
	plain := plainEnd(s, 0)
	if plain > k.longest {
		return Other
	}
	if plain == len(s) {
		if number := k.numbers[s]; number != 0 {
			return number // s is its own key
		}
		return Beginning
	}
	var buffer [keyBuffer]byte
	key := AppendKey(buffer[:0], s)
	if number := k.numbers[string(key)]; number != 0 {
		return number
	}
	if _, noted := withoutNote(key); noted {
		return Unsure
	}
	if bytes.IndexByte(key, '(') >= 0 {
		if number := k.numbers[string(StripBrackets(key))]; number != 0 {
			return number + bare
		}
	}
	return Beginning
}
