package ja

import "unicode/utf8"

// beginnings tells which texts may begin with one of the labels of a table: most
// cells begin with other characters, and need no key.
type beginnings struct {
	// alone has a bit for each key of one character; first has one for the first
	// character of all others, pairs for the first two of them together. Two pairs
	// may share a bit.
	alone, first, pairs characterBits
}

// pair mixes two characters into the number of a bit.
func pair(first, second rune) rune { return (first*0x9E5 + second) & 0xFFFF }

func (b *beginnings) add(key string) {
	if key == "" {
		return
	}
	first, size := utf8.DecodeRuneInString(key)
	if size == len(key) {
		b.alone.set(first)
		return
	}
	second, _ := utf8.DecodeRuneInString(key[size:])
	b.first.set(first)
	b.pairs.set(pair(first, second))
}

// mayBegin reports whether a label of the table may begin as s does. A label may end
// before s, and a bracketed part behind it may go.
func (b *beginnings) mayBegin(s string) bool {
	var first, second rune
	next, sure := 0, false
	if len(s) > 3 && s[0] >= 0xE3 && isPlain(s, 0) {
		first, next = decodeWide(s) // as most cells begin
	} else if first, next, sure = nextOfKey(s, 0, true); !sure {
		return true
	}
	if b.alone.has(first) {
		return true
	}
	if !b.first.has(first) {
		return false
	}
	second, _, sure = nextOfKey(s, next, false)
	return !sure || b.pairs.has(pair(first, second))
}

// nextOfKey returns the character that the first one of a key's at or behind byte i
// of s gives, without those that a key leaves out; 0 where none follows. sure is false
// where that takes a closer look, or where a bracketed part begins, which may go.
func nextOfKey(s string, i int, leading bool) (r rune, next int, sure bool) {
	for i < len(s) {
		r, size := decodeAt(s, i)
		if isPlain(s, i) {
			return r, i + size, leading || !isVoiced(s, i+size)
		}
		i += size
		if isBlank(r) || isStray(r) || leading && isListMark(r) {
			continue
		}
		if r = FoldRune(r); r >= utf8.RuneSelf {
			return r, i, false
		}
		switch folded := asciiKey(byte(r)); {
		case folded == '(':
			return r, i, false
		case folded == ':' && leading:
			continue
		default:
			return rune(folded), i, true
		}
	}
	return 0, i, !leading // nothing but marks: they may be the label
}

// isVoiced reports whether a voiced mark, which changes the kana before it, follows
// at byte i of s.
func isVoiced(s string, i int) bool {
	for i < len(s) && !isHanByte(s[i]) {
		r, size := decodeAt(s, i)
		switch r {
		case 'ﾞ', 'ﾟ', '\u3099', '\u309A', '゛', '゜':
			return true
		}
		if !isBlank(r) && !isStray(r) {
			return false
		}
		i += size
	}
	return false
}
