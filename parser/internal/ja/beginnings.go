package ja

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// beginnings tells which texts may begin with one of the labels of a table: most
// cells begin with other characters, and need no key.
type beginnings struct {
	// alone has the keys of one character, first the first character of all others,
	// pairs the first two of them together.
	alone, first, pairs sieve
	// leads tells the first bytes of which the characters must be looked at: most
	// figures begin with another one, and so do many words.
	leads [256]bool
}

// newBeginnings returns those of no label, with room for as many keys.
func newBeginnings(keys int) beginnings {
	b := beginnings{alone: newSieve(keys), first: newSieve(keys), pairs: newSieve(keys)}
	for lead := range b.leads {
		c := byte(lead)
		own := asciiKeyRunes[c&0x7F]
		b.leads[c] = !isHanByte(c) && (c >= utf8.RuneSelf || own.kind != 0 || own.key == '(' || own.key == ':' || mayBeginMarkup[c])
	}
	return b
}

// sieve tells which characters, or pairs of them, surely are not among some: each has
// a bit, which others may share.
type sieve struct {
	bits  []uint64
	shift uint8
}

// newSieve returns a sieve in which few of the others share the bit of one of as many.
func newSieve(size int) sieve {
	words := 1 << bits.Len(uint(size)/2) // 32 to 64 bits for each
	return sieve{make([]uint64, words), uint8(32 - bits.Len(uint(64*words-1)))}
}

// place returns the word and the bit of a character.
func (s *sieve) place(r rune) (word, bit uint32) {
	mixed := uint32(r) * 0x9E3779B1 >> s.shift
	return mixed / 64, mixed % 64
}

func (s *sieve) add(r rune) {
	word, bit := s.place(r)
	s.bits[word] |= 1 << bit
}

func (s *sieve) mayHave(r rune) bool {
	word, bit := s.place(r)
	return s.bits[word]>>bit&1 != 0
}

// pair mixes two characters into one number.
func pair(first, second rune) rune { return first*0x9E5 + second }

func (b *beginnings) add(key string) {
	if key == "" {
		return
	}
	first, size := utf8.DecodeRuneInString(key)
	b.addLead(first)
	if size == len(key) {
		b.alone.add(first)
		return
	}
	second, _ := utf8.DecodeRuneInString(key[size:])
	b.first.add(first)
	b.pairs.add(pair(first, second))
}

// addLead adds the first bytes of the characters that have the key first.
func (b *beginnings) addLead(first rune) {
	var lead [utf8.UTFMax]byte
	utf8.EncodeRune(lead[:], first)
	b.leads[lead[0]] = true
	if first >= utf8.RuneSelf {
		return // no character of ASCII has a key beyond it
	}
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
		if strings.HasPrefix(s, boxTag) {
			return true
		}
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

// boxTag begins a box, which no label has before it.
const boxTag = "<input "

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

// mayBeginWith reports whether a label of the table may begin with s as a whole, and go on
// behind it or not.
func (b *beginnings) mayBeginWith(s string) bool {
	if s != "" && !b.leads[s[0]] {
		return false
	}
	first, next, sure := nextOfKey(s, 0, true)
	if !sure || first == 0 {
		return true
	}
	second, _, sure := nextOfKey(s, next, false)
	if second == 0 {
		return b.alone.mayHave(first) || b.first.mayHave(first)
	}
	return !sure || b.pairs.mayHave(pair(first, second))
}

// look returns also how many bytes of s it has looked at.
func (b *beginnings) look(s string) (next int, mayBegin bool) {
	first, next, sure := nextOfKey(s, 0, true)
	if !sure || b.alone.mayHave(first) {
		return next, true
	}
	if !b.first.mayHave(first) {
		return next, false
	}
	second, next, sure := nextOfKey(s, next, false)
	return next, !sure || b.pairs.mayHave(pair(first, second))
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
