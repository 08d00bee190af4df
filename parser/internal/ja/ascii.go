package ja

// ASCII is a set of characters of ASCII, made once, that many texts are searched
// for. It is cheaper to ask than Characters where most texts hold little ASCII.
type ASCII [256]bool

// NewASCII makes the set of the characters that a string holds.
func NewASCII(set string) *ASCII {
	a := &ASCII{}
	for i := range len(set) {
		a[set[i]] = true
	}
	return a
}

// In reports whether s holds a character of the set.
func (a *ASCII) In(s string) bool {
	if len(s) < wordBytes {
		return a.inWord(s)
	}
	for rest := s; len(rest) > wordBytes; rest = rest[wordBytes:] {
		if wordAt(rest)&highBits != highBits && a.inWord(rest[:wordBytes]) {
			return true // or no byte of them is ASCII
		}
	}
	last := s[len(s)-wordBytes:]
	return wordAt(last)&highBits != highBits && a.inWord(last)
}

// inWord looks at each byte.
func (a *ASCII) inWord(s string) bool {
	for i := range len(s) {
		if a[s[i]] {
			return true
		}
	}
	return false
}

// Eight bytes are looked at at once: highBits has the highest bit of each.
const (
	wordBytes = 8
	highBits  = 0x8080808080808080
)

// wordAt returns the first eight bytes of s as a number.
func wordAt(s string) uint64 {
	_ = s[wordBytes-1] // one look at the length does for all
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
