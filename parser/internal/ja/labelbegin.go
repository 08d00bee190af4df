package ja

import (
	"slices"
	"strings"
)

// BeginsSpelling reports whether a spelling, its brackets included, begins with the
// characters of s and goes on behind them: a label whose other lines stand below.
func (l *Labels[T]) BeginsSpelling(s string) bool {
	if len(s) > l.longestText {
		return false
	}
	l.sortOnce.Do(func() {
		for key, known := range l.entries {
			if known.isExact {
				l.sorted = append(l.sorted, key)
			}
		}
		slices.Sort(l.sorted)
	})
	var buffer [keyBuffer]byte
	key := string(AppendKey(buffer[:0], s))
	at, isWhole := slices.BinarySearch(l.sorted, key)
	if isWhole {
		at++
	}
	return key != "" && at < len(l.sorted) && strings.HasPrefix(l.sorted[at], key)
}
