package ja

import (
	"math/bits"
	"unicode/utf8"
)

// Count returns the number of characters of valid UTF-8: the bytes that continue
// none. It takes eight bytes at a time, where utf8.RuneCountInString needs a step for
// each character.
func Count(s string) int {
	const lowBits = 0x0101010101010101
	count := len(s)
	for len(s) >= 8 {
		word := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		count -= bits.OnesCount64(word >> 7 &^ (word >> 6) & lowBits)
		s = s[8:]
	}
	for i := range len(s) {
		if !utf8.RuneStart(s[i]) {
			count--
		}
	}
	return count
}

// LongerThan reports whether s, which is valid UTF-8, has more characters than that.
func LongerThan(s string, characters int) bool {
	switch {
	case len(s) <= characters:
		return false
	case len(s) > characters*utf8.UTFMax:
		return true
	}
	return Count(s) > characters
}
