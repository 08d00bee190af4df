package ja

import "unicode/utf8"

// beginnings tells which texts may begin with one of the labels of a table: most
// cells begin with other characters, and need no key.
type beginnings struct {
	// alone has a bit for each key of one character; first has one for the first
	// character of all others, pairs for the first two of them together. Two pairs
	// may share a bit.
	alone, first, pairs characterBits
	// leads tells the first bytes of which the characters must be looked at: most
	// figures begin with another one, and so do many words.
	leads [256]bool
}

// newBeginnings returns those of no label.
func newBeginnings() beginnings {
	b := beginnings{}
	for lead := range b.leads {
		c := byte(lead)
		own := asciiKeyRunes[c&0x7F]
		b.leads[c] = !isHanByte(c) && (c >= utf8.RuneSelf || own.kind != 0 || own.key == '(' || own.key == ':' || mayBeginMarkup[c])
	}
	return b
}

// pair mixes two characters into the number of a bit.
func pair(first, second rune) rune { return (first*0x9E5 + second) & 0xFFFF }

func (b *beginnings) add(key string) {
	if key == "" {
		return
	}
	first, size := utf8.DecodeRuneInString(key)
	b.addLead(first)
	if size == len(key) {
		b.alone.set(first)
		return
	}
	second, _ := utf8.DecodeRuneInString(key[size:])
	b.first.set(first)
	b.pairs.set(pair(first, second))
}

// addLead adds the first bytes of the characters that have the key first.
func (b *beginnings) addLead(first rune) {
	b.leads[string(first)[0]] = true
	for c, own := range asciiKeyRunes {
		if own.key == first {
			b.leads[c] = true
		}
	}
}

// isOther reports whether s surely begins as no label does, also with its markup: most
// cells that are no label do.
func (b *beginnings) isOther(s string) bool {
	if s != "" && !b.leads[s[0]] {
		return true
	}
	if s != "" && s[0] == '<' {
		s = behindTags(s)
	}
	next, mayBegin := b.look(s)
	if mayBegin {
		return false
	}
	if next == 3 && s[0] >= 0xE0 {
		return true // one character, which is no markup
	}
	for i := range next {
		if mayBeginMarkup[s[i]] && s[i] != '*' {
			return false
		}
	}
	return true
}

// behindTags returns s without the tags that it begins with, and the blanks between.
func behindTags(s string) string {
	for s != "" && s[0] == '<' {
		end, _, ok := tagAt(s, 0)
		if !ok {
			break
		}
		s = s[skipBlanks(s, end):]
	}
	return s
}

// mayBegin reports whether a label of the table may begin as s does. A label may end
// before s, and a bracketed part behind it may go.
func (b *beginnings) mayBegin(s string) bool {
	if s != "" && !b.leads[s[0]] {
		return false
	}
	_, may := b.look(s)
	return may
}

// look returns also how many bytes of s it has looked at.
func (b *beginnings) look(s string) (next int, mayBegin bool) {
	first, next, sure := nextOfKey(s, 0, true)
	if !sure || b.alone.has(first) {
		return next, true
	}
	if !b.first.has(first) {
		return next, false
	}
	second, next, sure := nextOfKey(s, next, false)
	return next, !sure || b.pairs.has(pair(first, second))
}

// nextOfKey returns the character that the first one of a key's at or behind byte i
// of s gives, without those that a key leaves out; 0 where none follows. sure is false
// where that takes a closer look, or where a bracketed part begins, which may go.
func nextOfKey(s string, i int, leading bool) (r rune, next int, sure bool) {
	for i < len(s) {
		if isHanByte(s[i]) && i+2 < len(s) && (s[i+1]^0x80)|(s[i+2]^0x80) < 0x40 {
			return rune(s[i]&0x0F)<<12 | rune(s[i+1]&0x3F)<<6 | rune(s[i+2]&0x3F), i + 3, true // as most begin
		}
		var own keyRune
		if s[i] < utf8.RuneSelf {
			own = asciiKeyRunes[s[i]]
			i++
		} else {
			r, size := decodeWide(s[i:])
			own = keyRuneOf(r)
			i += size
		}
		switch own.kind {
		case blankKey, strayKey:
		case markKey:
			if !leading {
				return own.key, i, true
			}
		case voicedKey, halfWidthKey:
			return own.key, i, false
		default:
			if leading && own.key == ':' {
				continue
			}
			return own.key, i, own.key != '(' && own.key <= 0xFFFF && (leading || !isVoiced(s, i))
		}
	}
	return 0, i, !leading // nothing but marks: they may be the label
}

// isVoiced reports whether a voiced mark, which changes the kana before it, follows
// at byte i of s.
func isVoiced(s string, i int) bool {
	for i < len(s) && !isHanByte(s[i]) {
		r, size := decodeAt(s, i)
		switch keyRuneOf(r).kind {
		case voicedKey:
			return true
		case blankKey, strayKey:
			i += size
		default:
			return false
		}
	}
	return false
}
