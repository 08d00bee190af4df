package ja

import (
	"slices"
	"strings"
)

// BeginsSpelling reports whether a spelling, its brackets included, begins with the
// characters of s and goes on behind them: a label whose other lines stand below.
func (l *Labels[T]) BeginsSpelling(s string) bool {
	goesOn, _ := l.spellingsWith(s)
	return goesOn
}

// MaySpell reports whether a spelling, its brackets included, is s or begins with it.
func (l *Labels[T]) MaySpell(s string) bool {
	goesOn, isWhole := l.spellingsWith(s)
	return goesOn || isWhole
}

// spellingsWith reports whether a spelling begins with s and goes on, and whether one is s.
func (l *Labels[T]) spellingsWith(s string) (goesOn, isWhole bool) {
	if len(s) > l.longestText || !l.begins.mayBeginWith(s) {
		return false, false
	}
	l.sortOnce.Do(l.sortKeys)
	var buffer [keyBuffer]byte
	key := AppendKey(buffer[:0], s)
	if len(key) == 0 {
		return false, false
	}
	at, isWhole := slices.BinarySearchFunc(l.sorted, key, compareKeys)
	if isWhole {
		at++
	}
	return at < len(l.sorted) && strings.HasPrefix(l.sorted[at], string(key)), isWhole
}

func (l *Labels[T]) sortKeys() {
	for key, known := range l.entries {
		if known.isExact {
			l.sorted = append(l.sorted, key)
		}
	}
	slices.Sort(l.sorted)
}

// compareKeys orders keys as their bytes are.
func compareKeys(a string, b []byte) int {
	switch { // the compiler needs no copy of b here
	case a < string(b):
		return -1
	case a > string(b):
		return 1
	}
	return 0
}
