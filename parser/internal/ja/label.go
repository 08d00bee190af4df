package ja

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"sync"
)

// Label is one spelling of a label and what it stands for.
type Label[T any] struct {
	Spelling string
	Value    T
}

// Labels is a table, immutable for who uses it, from the spellings of labels to values. The
// spellings count by their keys (see AppendKey).
type Labels[T any] struct {
	// entries has the keys of the spellings, and those without bracketed parts.
	entries map[string]labelEntry[T]
	// longest is the length of the longest key, longestText that of the longest
	// text that is looked at.
	longest, longestText int
	begins               beginnings
	// sorted are the keys of the spellings in order, once they are asked for.
	sorted   []string
	sortOnce sync.Once
}

// labelEntry is what a key stands for: as it is, and as what is left of a text
// without its bracketed parts. A key that two spellings of different values share
// without their brackets is no label then.
type labelEntry[T any] struct {
	exact, bare     T
	isExact, isBare bool
}

// bracketRoom is how many bytes longer than its spelling a label may be, for a
// bracketed part that the spelling does not have.
const bracketRoom = 120

// NewLabels makes a table. It panics if a spelling has an empty key, or if two
// spellings have one key and different values: that is a bug in the table.
func NewLabels[T any](entries ...Label[T]) *Labels[T] {
	labels := &Labels[T]{entries: make(map[string]labelEntry[T], len(entries)), begins: newBeginnings(len(entries))}
	for _, entry := range entries {
		key := Key(entry.Spelling)
		if key == "" {
			panic(fmt.Sprintf("ja: the label %q has no key", entry.Spelling))
		}
		known := labels.entries[key]
		if known.isExact && !reflect.DeepEqual(known.exact, entry.Value) {
			panic(fmt.Sprintf("ja: the label %q stands for %v and %v", entry.Spelling, known.exact, entry.Value))
		}
		known.exact, known.isExact = entry.Value, true
		labels.entries[key] = known
		labels.begins.add(key)
		labels.longest = max(labels.longest, len(key))
		labels.longestText = max(labels.longestText, 2*max(len(key), len(entry.Spelling))+bracketRoom)
	}
	labels.addBare(entries)
	return labels
}

func (l *Labels[T]) addBare(entries []Label[T]) {
	ambiguous := make(map[string]bool)
	for _, entry := range entries {
		key := string(StripBrackets([]byte(Key(entry.Spelling))))
		if key == "" {
			continue
		}
		known := l.entries[key]
		if known.isBare && !reflect.DeepEqual(known.bare, entry.Value) {
			ambiguous[key] = true
		}
		known.bare, known.isBare = entry.Value, true
		l.entries[key] = known
		l.begins.add(key)
	}
	for key := range ambiguous {
		known := l.entries[key]
		known.isBare = false
		l.entries[key] = known
	}
	// A spelling without brackets goes before others' spellings with them.
	for key, known := range l.entries {
		if known.isExact && strings.IndexByte(key, '(') < 0 {
			known.bare, known.isBare = known.exact, true
			l.entries[key] = known
		}
	}
}

// Find returns the value of the label that s is as a whole. A bracketed part
// may be there or not: 目的(何をどうしたいのか) and 目的 find each other, where
// no other label differs from them by its brackets alone; so may the mark of a
// footnote (基準値※1). Without markup in s it does not allocate.
func (l *Labels[T]) Find(s string) (value T, ok bool) {
	if l.begins.isOther(s) {
		return value, false
	}
	if strings.IndexByte(s, '<') >= 0 {
		s = StripMarkup(s)
		if !l.begins.mayBegin(s) {
			return value, false
		}
	}
	s = TrimSpace(s)
	if s == "" || len(s) > l.longestText {
		return value, false
	}
	return l.findWhole(s)
}

// findWhole is Find for a trimmed text that may be a label.
func (l *Labels[T]) findWhole(s string) (value T, ok bool) {
	switch plain := plainEnd(s, 0); {
	case plain > l.longest:
		return value, false
	case plain == len(s):
		return l.entries[s].value() // s is its own key
	}
	var buffer [keyBuffer]byte
	return l.find(AppendKey(buffer[:0], s))
}

// find looks a key up and may destroy it.
func (l *Labels[T]) find(key []byte) (value T, ok bool) {
	known := l.entries[string(key)]
	if !known.isExact {
		if plain, noted := withoutNote(key); noted {
			return l.find(plain)
		}
	}
	if !known.isExact && bytes.IndexByte(key, '(') >= 0 {
		known = l.entries[string(StripBrackets(key))]
		known.isExact = false
	}
	return known.value()
}

// value returns what a key stands for.
func (e labelEntry[T]) value() (value T, ok bool) {
	switch {
	case e.isExact:
		return e.exact, true
	case e.isBare:
		return e.bare, true
	}
	return value, false
}

// withoutNote returns a key without the mark of a footnote behind it: 基準値※, 基準値※1.
func withoutNote(key []byte) (plain []byte, noted bool) {
	end := len(key)
	for end > 0 && key[end-1] >= '0' && key[end-1] <= '9' {
		end--
	}
	if end <= len(noteMark) || key[end-1] != noteMark[len(noteMark)-1] || string(key[end-len(noteMark):end]) != noteMark {
		return key, false
	}
	return key[:end-len(noteMark)], true
}

const noteMark = "※"

// IsSpelled reports whether the table has a spelling with just the characters of s, its
// brackets included.
func (l *Labels[T]) IsSpelled(s string) bool {
	var buffer [keyBuffer]byte
	return l.entries[string(AppendKey(buffer[:0], s))].isExact
}

// FindBefore is FindPrefix for a trimmed text that Find has not found: a label that
// ends before s does.
func (l *Labels[T]) FindBefore(s string) (value T, rest int, ok bool) {
	if !l.begins.mayBegin(s) || !mayEndLabel(s) {
		return value, 0, false
	}
	return l.findPrefix(s)
}

// FindPrefix returns the value of the longest label at the start of s that ends
// at a blank, a colon or the end of s. The label may hold blanks (目 的) and may
// be followed by a bracketed part (目的 (何をどうしたいのか) …), which belongs to
// it, as the marks ** round it do. rest is where the text behind the label, blanks and one
// colon begins.
func (l *Labels[T]) FindPrefix(s string) (value T, rest int, ok bool) {
	if !l.begins.mayBegin(s) {
		return value, 0, false
	}
	if mayEndLabel(s) {
		return l.findPrefix(s)
	}
	// Then s is the label as a whole or holds none: one look-up tells.
	if len(s) > l.longestText {
		return value, 0, false
	}
	value, ok = l.findWhole(s)
	if !ok {
		return value, 0, false
	}
	return value, len(s), true
}

// findPrefix looks at each place of s where a label may end.
func (l *Labels[T]) findPrefix(s string) (value T, rest int, ok bool) {
	var buffer, scratch [keyBuffer]byte
	key := buffer[:0]
	end, depth, longest := 0, 0, l.longest
	for i := 0; i < len(s); {
		if next := plainEnd(s, i); next > i {
			if next-i > longest {
				break
			}
			key = append(key, s[i:next]...) // a label may end only behind all of these
			i = next
		} else {
			r, size := decodeAt(s, i)
			i += size
			own := keyRuneOf(r)
			switch endsBold := len(key) > 0 && strings.HasSuffix(s[:i], boldMark); {
			case own.kind == blankKey || own.kind == strayKey && !endsBold || len(key) == 0 && own.kind == markKey:
				continue
			case !endsBold:
				key = appendKeyRune(key, 0, r, own)
				switch key[len(key)-1] {
				case '(':
					depth++
					longest = l.longest + bracketRoom // a bracketed part may go
				case ')':
					depth--
				}
			}
		}
		if len(key) > longest {
			break
		}
		if depth == 0 && endsLabel(s, i) {
			if found, known := l.find(append(scratch[:0], key...)); known {
				value, end, ok = found, i, true
			}
		}
	}
	if !ok {
		return value, 0, false
	}
	rest = skipColon(s, end)
	if strings.HasPrefix(s[rest:], boldMark) && strings.Count(s[:rest], boldMark)%2 == 1 {
		rest = skipBlanks(s, rest+len(boldMark)) // the label's: **課題：** 老朽化
	}
	return value, rest, true
}

// mayEndLabel reports whether s holds a byte that a blank or a colon may have:
// behind one of them a label may end before s does.
func mayEndLabel(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c <= ' ' || c == ':':
			return true
		case c < 0xC2 || isHanByte(c):
		case c == 0xE3:
			if i+1 < len(s) && s[i+1] == 0x80 {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// endsLabel reports whether a label may end at byte i of s.
func endsLabel(s string, i int) bool {
	if i == len(s) {
		return true
	}
	if isHanByte(s[i]) {
		return false
	}
	r, _ := decodeAt(s, i)
	own := keyRuneOf(r)
	return own.key == ':' || own.kind == blankKey
}
