package ja

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"
)

// Label is one spelling of a label and what it stands for.
type Label[T any] struct {
	Spelling string
	Value    T
}

// Labels is an immutable table from the spellings of labels to values. The
// spellings count by their keys (see AppendKey).
type Labels[T any] struct {
	exact map[string]T
	// bare holds the keys without bracketed parts; those that two spellings of
	// different values share are in neither way a label.
	bare map[string]T
	// longest is the length of the longest key, longestText that of the longest
	// text that is looked at.
	longest, longestText int
	// begins has a bit for the first character of each key: most cells begin
	// with another, and need no key.
	begins [beginWords]uint64
}

const beginWords = 1 << 10 // bits for the characters up to U+FFFF

func beginBit(r rune) (word int, bit uint64) {
	return int(r>>6) & (beginWords - 1), 1 << (r & 63)
}

func (l *Labels[T]) addBegin(key string) {
	if key == "" {
		return
	}
	r, _ := utf8.DecodeRuneInString(key)
	word, bit := beginBit(r)
	l.begins[word] |= bit
}

// mayBegin reports whether a label of the table may begin as s does.
func (l *Labels[T]) mayBegin(s string) bool {
	for i := 0; i < len(s); {
		r, size := decodeAt(s, i)
		i += size
		switch {
		case isBlank(r) || isListMark(r) || isStray(r):
			continue
		case r >= 0x3041 && r <= 0x9FFF && r != '・':
		case r >= 0xFF61 && r <= 0xFFDC:
			return true // a voiced mark may follow
		default:
			var buffer [8]byte
			r, _ = utf8.DecodeRune(appendKeyRune(buffer[:0], 0, r))
			switch r {
			case ':':
				continue
			case '(':
				return true // a bracketed part may go
			}
		}
		word, bit := beginBit(r)
		return l.begins[word]&bit != 0
	}
	return true // nothing but marks: they may be the label
}

// bracketRoom is how many bytes longer than its spelling a label may be, for a
// bracketed part that the spelling does not have.
const bracketRoom = 120

// NewLabels makes a table. It panics if a spelling has an empty key, or if two
// spellings have one key and different values: that is a bug in the table.
func NewLabels[T any](entries ...Label[T]) *Labels[T] {
	labels := &Labels[T]{exact: make(map[string]T, len(entries)), bare: make(map[string]T)}
	for _, entry := range entries {
		key := Key(entry.Spelling)
		if key == "" {
			panic(fmt.Sprintf("ja: the label %q has no key", entry.Spelling))
		}
		if value, known := labels.exact[key]; known && !reflect.DeepEqual(value, entry.Value) {
			panic(fmt.Sprintf("ja: the label %q stands for %v and %v", entry.Spelling, value, entry.Value))
		}
		labels.exact[key] = entry.Value
		labels.addBegin(key)
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
		if value, known := l.bare[key]; known && !reflect.DeepEqual(value, entry.Value) {
			ambiguous[key] = true
		}
		l.bare[key] = entry.Value
		l.addBegin(key)
	}
	for key := range ambiguous {
		delete(l.bare, key)
	}
	// A spelling without brackets goes before others' spellings with them.
	for key, value := range l.exact {
		if bytes.IndexByte([]byte(key), '(') < 0 {
			l.bare[key] = value
		}
	}
	delete(l.bare, "")
}

// Find returns the value of the label that s is as a whole. A bracketed part
// may be there or not: 目的(何をどうしたいのか) and 目的 find each other, where
// no other label differs from them by its brackets alone. Without markup in s it
// does not allocate.
func (l *Labels[T]) Find(s string) (value T, ok bool) {
	if strings.IndexByte(s, '<') >= 0 {
		s = StripMarkup(s)
	}
	s = TrimSpace(s)
	if s == "" || len(s) > l.longestText || !l.mayBegin(s) {
		return value, false
	}
	var buffer [keyBuffer]byte
	return l.find(AppendKey(buffer[:0], s))
}

// find looks a key up and may destroy it.
func (l *Labels[T]) find(key []byte) (value T, ok bool) {
	if value, ok = l.exact[string(key)]; ok {
		return value, true
	}
	value, ok = l.bare[string(StripBrackets(key))]
	return value, ok
}

// FindPrefix returns the value of the longest label at the start of s that ends
// at a blank, a colon or the end of s. The label may hold blanks (目 的) and may
// be followed by a bracketed part (目的 (何をどうしたいのか) …), which belongs to
// it. rest is where the text behind the label, blanks and one colon begins.
func (l *Labels[T]) FindPrefix(s string) (value T, rest int, ok bool) {
	if !l.mayBegin(s) {
		return value, 0, false
	}
	var buffer, scratch [keyBuffer]byte
	key := buffer[:0]
	if !mayEndLabel(s) {
		// Then s is the label as a whole or holds none: one look-up tells.
		if len(s) > l.longestText {
			return value, 0, false
		}
		value, ok = l.find(AppendKey(key, s))
		if !ok {
			return value, 0, false
		}
		return value, len(s), true
	}
	end, depth := 0, 0
	for i := 0; i < len(s); {
		r, size := decodeAt(s, i)
		i += size
		if isBlank(r) || isStray(r) || len(key) == 0 && isListMark(r) {
			continue
		}
		key = appendKeyRune(key, 0, r)
		if len(key) > l.longest+bracketRoom {
			break
		}
		switch key[len(key)-1] {
		case '(':
			depth++
		case ')':
			depth--
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
	return value, skipColon(s, end), true
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
	r, size := foldAt(s, i)
	return size == 0 || r == ':' || isBlank(r)
}
