package ja

import (
	"math"
	"unicode/utf8"
)

// Characters is a set of characters, made once, that many texts are searched for.
// With characters beyond ASCII, strings.ContainsAny and its like need a search of
// the whole set for each character of the text. The texts are valid UTF-8.
type Characters struct {
	bits characterBits
	// rare are those that have no bit.
	rare string
	// begin and end tell which bytes begin and end a character of the set.
	begin, end [256]bool
}

// characterBits has a bit for each character up to U+FFFF, 64 of them to a block.
// Nearly all blocks are empty, so all of those are one: there are many sets, and each
// is made when the program starts.
type characterBits struct {
	// numbers tells the block of a character by its higher bits; 0 is the empty one.
	numbers [1 << 10]uint8
	blocks  []uint64
}

func (b *characterBits) set(r rune) {
	if len(b.blocks) == 0 {
		b.blocks = append(b.blocks, 0)
	}
	number := &b.numbers[r>>6&(1<<10-1)]
	if *number == 0 {
		if len(b.blocks) > math.MaxUint8 {
			panic("ja: a set of characters from more than 255 blocks")
		}
		*number = uint8(len(b.blocks))
		b.blocks = append(b.blocks, 0)
	}
	b.blocks[*number] |= 1 << (r & 63)
}

func (b *characterBits) has(r rune) bool {
	number := b.numbers[r>>6&(1<<10-1)]
	return number != 0 && b.blocks[number]&(1<<(r&63)) != 0
}

// NewCharacters makes the set of the characters that a string holds.
func NewCharacters(set string) *Characters {
	c := &Characters{}
	for _, r := range set {
		if r <= 0xFFFF {
			c.bits.set(r)
		} else {
			c.rare += string(r)
		}
		one := string(r)
		c.begin[one[0]], c.end[one[len(one)-1]] = true, true
	}
	return c
}

// Has reports whether a character is of the set.
func (c *Characters) Has(r rune) bool {
	if r <= 0xFFFF {
		return c.bits.has(r)
	}
	for _, one := range c.rare {
		if one == r {
			return true
		}
	}
	return false
}

// Index returns where the first character of the set stands in s, -1 if none does.
func (c *Characters) Index(s string) int {
	i := 0
	for whole := len(s) - 2; i < whole; {
		lead := s[i]
		switch {
		case lead < utf8.RuneSelf:
			if c.begin[lead] {
				return i
			}
			i++
		case lead >= 0xE0 && lead < 0xF0:
			// As decodeWide does; a call for each character would take most of the time.
			if c.end[s[i+2]] && c.bits.has(rune(lead&0x0F)<<12|rune(s[i+1]&0x3F)<<6|rune(s[i+2]&0x3F)) {
				return i
			}
			i += 3
		default:
			r, size := decodeWide(s[i:])
			if c.Has(r) {
				return i
			}
			i += size
		}
	}
	for i < len(s) {
		r, size := decodeAt(s, i)
		if c.Has(r) {
			return i
		}
		i += size
	}
	return -1
}

// In reports whether s holds a character of the set.
func (c *Characters) In(s string) bool { return c.Index(s) >= 0 }

// AtEnd reports whether the last character of s is of the set.
func (c *Characters) AtEnd(s string) bool {
	if s == "" || !c.end[s[len(s)-1]] {
		return false
	}
	if last := rune(s[len(s)-1]); last < utf8.RuneSelf {
		return c.Has(last)
	}
	last, _ := decodeLastWide(s)
	return c.Has(last)
}

// TrimLeft returns s without the characters of the set at its start.
func (c *Characters) TrimLeft(s string) string {
	for s != "" && c.begin[s[0]] {
		r, size := decodeAt(s, 0)
		if !c.Has(r) {
			break
		}
		s = s[size:]
	}
	return s
}

// TrimRight returns s without the characters of the set at its end.
func (c *Characters) TrimRight(s string) string {
	for s != "" && c.end[s[len(s)-1]] {
		r, size := rune(s[len(s)-1]), 1
		if r >= utf8.RuneSelf {
			r, size = decodeLastWide(s)
		}
		if !c.Has(r) {
			break
		}
		s = s[:len(s)-size]
	}
	return s
}

// Trim returns s without the characters of the set at both ends.
func (c *Characters) Trim(s string) string { return c.TrimRight(c.TrimLeft(s)) }
