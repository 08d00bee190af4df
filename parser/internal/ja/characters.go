package ja

import "strings"

// Characters is a set of characters, made once, that many texts are searched for.
// With characters beyond ASCII, strings.ContainsAny and its like need a search of
// the whole set for each character of the text.
type Characters struct {
	// first tells which bytes begin a character of the set, second which of them
	// follow in those of several bytes.
	first, second [256]bool
	each          []string
}

// NewCharacters makes the set of the characters that a string holds.
func NewCharacters(set string) *Characters {
	c := &Characters{}
	for _, r := range set {
		one := string(r)
		c.first[one[0]] = true
		if len(one) > 1 {
			c.second[one[1]] = true
		}
		c.each = append(c.each, one)
	}
	return c
}

// Index returns where the first character of the set stands in s, -1 if none does.
// s is valid UTF-8.
func (c *Characters) Index(s string) int {
	for i := 0; i < len(s); {
		b := s[i]
		switch {
		case c.first[b] && c.sizeAt(s, i) > 0:
			return i
		case b >= 0xE0:
			i += 3 // or four, of which the last begins none
		default:
			i++
		}
	}
	return -1
}

// In reports whether s holds a character of the set.
func (c *Characters) In(s string) bool { return c.Index(s) >= 0 }

// sizeAt returns the size of the character of the set at byte i of s, 0 if none
// stands there.
func (c *Characters) sizeAt(s string, i int) int {
	if s[i] < 0x80 {
		return 1 // its first byte is all of it
	}
	if i+1 == len(s) || !c.second[s[i+1]] {
		return 0
	}
	for _, one := range c.each {
		if strings.HasPrefix(s[i:], one) {
			return len(one)
		}
	}
	return 0
}

// TrimLeft returns s without the characters of the set at its start.
func (c *Characters) TrimLeft(s string) string {
	for s != "" && c.first[s[0]] {
		size := c.sizeAt(s, 0)
		if size == 0 {
			break
		}
		s = s[size:]
	}
	return s
}

// TrimRight returns s without the characters of the set at its end.
func (c *Characters) TrimRight(s string) string {
	for s != "" {
		start := len(s) - 1
		for start > 0 && s[start]&0xC0 == 0x80 && len(s)-start < 4 {
			start--
		}
		if !c.first[s[start]] || c.sizeAt(s, start) != len(s)-start {
			break
		}
		s = s[:start]
	}
	return s
}

// Trim returns s without the characters of the set at both ends.
func (c *Characters) Trim(s string) string { return c.TrimRight(c.TrimLeft(s)) }
