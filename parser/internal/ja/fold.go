package ja

import (
	"strings"
	"unicode/utf8"
)

// FoldRune returns the plain form of a character that is printed in several
// ways: full-width ASCII becomes ASCII (so ％ ： ， ． （ become % : , . and a
// bracket), every horizontal blank a space, every dash and minus sign '-', and
// every wave dash '~'. The long vowel mark ー is a kana and stays, as do the
// Japanese brackets 【〔「, which have no ASCII form.
func FoldRune(r rune) rune {
	if r < 0x80 || r > '〜' && r < '﹣' {
		return r
	}
	if r >= 0xFF01 && r <= 0xFF5E {
		return r - 0xFEE0
	}
	switch r {
	case '\u00A0', '\u2000', '\u2001', '\u2002', '\u2003', '\u2004', '\u2005', '\u2006',
		'\u2007', '\u2008', '\u2009', '\u200A', '\u202F', '\u205F', '\u3000':
		return ' '
	case '‐', '‑', '‒', '–', '—', '―', '─', '━', '−', '﹣', '⁻':
		return '-'
	case '〜', '∼', '⁓', '˜':
		return '~'
	case '∕', '⁄':
		return '/'
	case '￥':
		return '¥'
	}
	if r >= 'Α' && r <= 'Х' {
		return foldCapital(r)
	}
	return r
}

// foldCapital returns the Latin capital for a Greek or Cyrillic one that is printed as it
// is: extraction tools take one for the other.
func foldCapital(r rune) rune {
	switch r {
	case 'Α', 'А':
		return 'A'
	case 'Β', 'В':
		return 'B'
	case 'С':
		return 'C'
	case 'Ε', 'Е':
		return 'E'
	case 'Η', 'Н':
		return 'H'
	case 'Ι', 'І':
		return 'I'
	case 'Ј':
		return 'J'
	case 'Κ', 'К':
		return 'K'
	case 'Μ', 'М':
		return 'M'
	case 'Ν':
		return 'N'
	case 'Ο', 'О':
		return 'O'
	case 'Ρ', 'Р':
		return 'P'
	case 'Ѕ':
		return 'S'
	case 'Τ', 'Т':
		return 'T'
	case 'Χ', 'Х':
		return 'X'
	case 'Υ':
		return 'Y'
	case 'Ζ':
		return 'Z'
	}
	return r
}

// foldAt returns the folded character at byte i of s and its length in bytes,
// which is 0 at the end.
func foldAt(s string, i int) (r rune, size int) {
	if i >= len(s) {
		return utf8.RuneError, 0
	}
	if s[i] < utf8.RuneSelf {
		return rune(s[i]), 1
	}
	r, size = decodeAt(s, i)
	return FoldRune(r), size
}

// foldBefore returns the folded character that ends at byte i of s.
func foldBefore(s string, i int) (r rune, size int) {
	if i <= 0 {
		return utf8.RuneError, 0
	}
	r, size = utf8.DecodeLastRuneInString(s[:i])
	return FoldRune(r), size
}

// isBlank reports whether r is white space or has no width at all.
func isBlank(r rune) bool {
	switch {
	case r <= ' ':
		return r == ' ' || r >= '\t' && r <= '\r'
	case r < 0x1680:
		return r == '\u0085' || r == '\u00A0'
	}
	return isZeroWidth(r) || r >= 0x2000 && r <= 0x200A || r == 0x1680 ||
		r == 0x2028 || r == 0x2029 || r == 0x202F || r == 0x205F || r == 0x3000
}

// isZeroWidth reports whether r is a blank that takes no place in print.
func isZeroWidth(r rune) bool {
	return r >= 0x200B && r <= 0x200F || r == 0x2060 || r == 0xFEFF
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isLetter reports whether a folded character is a Latin letter.
func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// BeginsWithLatin reports whether s begins with a Latin letter, of full width or not.
func BeginsWithLatin(s string) bool {
	r, _ := foldAt(s, 0)
	return isLetter(r)
}

func isHan(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r == '々' || r >= 0x3400 && r <= 0x4DBF ||
		r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x3FFFF
}

func isKatakana(r rune) bool { return r >= 0x30A1 && r <= 0x30FA || r == 'ー' }

// isJapanese reports whether r is set in a full-width square, so that a blank
// between two of them comes from a line wrap.
func isJapanese(r rune) bool {
	return r >= 0x3001 && r <= 0x30FF || isHan(r) || r >= 0x31F0 && r <= 0x31FF ||
		r >= 0xFF01 && r <= 0xFFEF
}

// HasDigit reports whether s holds an Arabic digit of either width.
func HasDigit(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case isDigit(rune(c)):
			return true
		case c >= 0xE3 && c <= 0xE9:
			i += 2 // to the end of a kana or an ideograph
		case c == 0xEF && i+2 < len(s) && s[i+1] == 0xBC && s[i+2] >= 0x90 && s[i+2] <= 0x99:
			return true // ０ to ９
		}
	}
	return false
}

// Fold returns the text with every character folded as FoldRune does; the text
// itself where none is.
func Fold(s string) string {
	if !mayFold(s) {
		return s
	}
	return strings.Map(FoldRune, s)
}

// mayFold reports whether a byte of s may begin a character that is printed in
// several ways.
func mayFold(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case 0xC2, 0xCB, 0xCE, 0xD0, 0xE2, 0xEF:
			return true
		case 0xE3:
			if i+1 < len(s) && s[i+1] == 0x80 {
				return true
			}
		}
	}
	return false
}

// isHanByte reports whether a byte begins one of U+4000 to U+9FFF: characters
// that are no blanks and no marks and are printed in one way. Most are of these.
func isHanByte(b byte) bool { return b >= 0xE4 && b <= 0xE9 }

// BeginsWithIdeograph reports whether s begins with one of U+4000 to U+9FFF, which is
// no blank, no mark and no markup.
func BeginsWithIdeograph(s string) bool { return s != "" && isHanByte(s[0]) }

// beginsKana reports whether one of U+3001 to U+3FFF, which are kana and signs that
// are no blanks, stands at byte i of s.
func beginsKana(s string, i int) bool {
	if s[i] != 0xE3 || i+2 >= len(s) {
		return false
	}
	second, third := s[i+1]^0x80, s[i+2]^0x80
	return second|third < 0x40 && second|third != 0
}

// skipBlanks returns the first byte at or behind i that begins no blank.
func skipBlanks(s string, i int) int {
	for i < len(s) {
		if s[i] > ' ' && s[i] < utf8.RuneSelf || isHanByte(s[i]) || beginsKana(s, i) {
			return i
		}
		r, size := decodeAt(s, i)
		if !isBlank(r) {
			return i
		}
		i += size
	}
	return i
}

// skipColon returns the byte behind blanks, at most one colon, and blanks.
func skipColon(s string, i int) int {
	i = skipBlanks(s, i)
	if r, size := foldAt(s, i); r == ':' {
		i = skipBlanks(s, i+size)
	}
	return i
}

// TrimSpace returns s without blanks at both ends: white space of every width,
// no-break and zero-width blanks, and byte order marks.
func TrimSpace(s string) string {
	if s == "" {
		return s
	}
	if s[0] <= ' ' || s[0] >= utf8.RuneSelf && !isHanByte(s[0]) {
		s = s[skipBlanks(s, 0):]
	}
	for len(s) > 0 {
		last := s[len(s)-1]
		if last > ' ' && last < utf8.RuneSelf || last >= utf8.RuneSelf && len(s) > 2 && (isHanByte(s[len(s)-3]) || beginsKana(s, len(s)-3)) {
			return s
		}
		r, size := utf8.DecodeLastRuneInString(s)
		if !isBlank(r) {
			return s
		}
		s = s[:len(s)-size]
	}
	return s
}

// IsBlank reports whether s holds nothing but blanks.
func IsBlank(s string) bool { return skipBlanks(s, 0) == len(s) }

// IsDash reports whether s is one dash or several, of any width, and nothing
// else but blanks. Dots (…, ・・・) and words (なし) are no dashes.
func IsDash(s string) bool {
	dashes := 0
	for i := 0; i < len(s); {
		r, size := foldAt(s, i)
		switch {
		case r == '-' || r == 'ー' || r == 'ｰ':
			dashes++
		case !isBlank(r) && !isStrayQuote(r):
			return false
		}
		i += size
	}
	return dashes > 0
}
