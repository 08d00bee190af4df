package ja

import (
	"strings"
	"unicode/utf8"
)

// decodeAt returns the character at byte i of s as it is printed.
func decodeAt(s string, i int) (r rune, size int) {
	if s[i] < utf8.RuneSelf {
		return rune(s[i]), 1
	}
	return decodeWide(s[i:])
}

// decodeWide decodes the length that nearly all Japanese characters have; what
// is none, or no character at all, is left to the library.
func decodeWide(s string) (r rune, size int) {
	if len(s) >= 3 {
		// Without the mark of continuation, their second and third bytes are below 0x40.
		a, b, c := s[0], s[1]^0x80, s[2]^0x80
		if a > 0xE0 && a <= 0xEF && a != 0xED && b|c < 0x40 {
			return rune(a&0x0F)<<12 | rune(b)<<6 | rune(c), 3
		}
	}
	return utf8.DecodeRuneInString(s)
}

// decodeLastWide returns the last character of s, which ends in no ASCII.
func decodeLastWide(s string) (r rune, size int) {
	if len(s) >= 3 && s[len(s)-3] > 0xE0 && s[len(s)-3] <= 0xEF {
		if r, size = decodeWide(s[len(s)-3:]); size == 3 {
			return r, size
		}
	}
	return utf8.DecodeLastRuneInString(s)
}

// Unwrap returns a name without the blanks that line wraps left in it: blanks
// and newlines between two Japanese characters are removed, and any others
// become one space (市 SNS のフォロワー数, 利用者数 (市外)). The ends are
// trimmed. It does not allocate where nothing changes.
func Unwrap(s string) string {
	s = TrimSpace(s)
	first := nextWrap(s, 0)
	if first == len(s) {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	kept := 0
	for i := first; i < len(s); i = nextWrap(s, kept) {
		out.WriteString(s[kept:i])
		kept = skipBlanks(s, i)
		if keepsBlank(s, i, kept) {
			out.WriteByte(' ')
		}
	}
	out.WriteString(s[kept:])
	return out.String()
}

// nextWrap returns where the next run of blanks that must change begins, or the
// end of s.
func nextWrap(s string, i int) int {
	for i < len(s) {
		if end := inkEnd(s, i); end > i {
			i = end
			continue
		}
		r, size := decodeAt(s, i)
		if !isBlank(r) {
			i += size
			continue
		}
		end := skipBlanks(s, i)
		if s[i:end] != " " || !keepsBlank(s, i, end) {
			return i
		}
		i = end
	}
	return i
}

// inkEnd returns where the run of characters at byte i of s ends that are surely no
// blanks: ASCII, kana, ideographs and the signs beside them. The last two bytes of s are
// left out.
func inkEnd(s string, i int) int {
	rest := s[i:]
	for len(rest) >= 3 {
		lead, second, third := rest[0], rest[1], rest[2]
		switch {
		case lead > ' ' && lead < utf8.RuneSelf:
			rest = rest[1:]
		case lead >= 0xE3 && lead <= 0xE9 && (second^0x80)|(third^0x80) < 0x40 && (lead > 0xE3 || second|third != 0x80): // U+3000
			rest = rest[3:]
		default:
			return len(s) - len(rest)
		}
	}
	return len(s) - len(rest)
}

// keepsBlank reports whether one space has to stay for the blanks s[i:end].
func keepsBlank(s string, i, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[end:])
	if isJapanese(before) && isJapanese(after) {
		return false
	}
	if before == utf8.RuneError || after == utf8.RuneError {
		// Stray bytes must not join and become a character.
		return true
	}
	for i < end {
		r, size := decodeAt(s, i)
		if !isZeroWidth(r) {
			return true
		}
		i += size
	}
	return false
}

// NextBlank returns where the first blank at or behind byte i of s begins and ends,
// the end of s where there is none.
func NextBlank(s string, i int) (start, end int) {
	for i < len(s) {
		if end := inkEnd(s, i); end > i {
			i = end
			continue
		}
		r, size := decodeAt(s, i)
		if isBlank(r) {
			return i, i + size
		}
		i += size
	}
	return len(s), len(s)
}

// Squeeze returns s without any blanks: what is left of a number or a year that
// line wraps have cut. It does not allocate where there are none.
func Squeeze(s string) string {
	if strings.IndexFunc(s, isBlank) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isBlank(r) {
			return -1
		}
		return r
	}, s)
}
