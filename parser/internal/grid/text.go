package grid

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
)

// isBlank reports whether r is white space or has no width at all.
func isBlank(r rune) bool {
	switch {
	case r <= ' ':
		return r == ' ' || r >= '\t' && r <= '\r'
	case r < 0x1680:
		return r == '\u0085' || r == '\u00a0'
	}
	return isZeroWidth(r) || r >= 0x2000 && r <= 0x200a || r == 0x1680 ||
		r == 0x2028 || r == 0x2029 || r == 0x202f || r == 0x205f || r == 0x3000
}

// isZeroWidth reports whether r is a blank that takes no place in print.
func isZeroWidth(r rune) bool {
	return r >= 0x200b && r <= 0x200f || r == 0x2060 || r == 0xfeff
}

// Both trims look at bytes first, for nearly every text that is trimmed has no
// blank at its end.

func trimLeft(s string) string {
	for s != "" && s[0] == ' ' {
		s = s[1:]
	}
	if s == "" || beginsInk(s) {
		return s
	}
	return strings.TrimLeftFunc(s, isBlank)
}

// beginsInk reports whether s surely begins with no blank.
func beginsInk(s string) bool {
	switch b := s[0]; b {
	case 0xc2, 0xe1:
		return false
	case 0xe2:
		// Behind 0x80 and 0x81 are the spaces of typesetting.
		return len(s) > 1 && s[1] > 0x81 || len(s) > 2 && isDashOrQuote(s[1], s[2])
	case 0xe3:
		// Kana and brackets begin so, too.
		return len(s) > 2 && (s[1] != 0x80 || s[2] != 0x80)
	case 0xef:
		// So do all full-width characters; 0xbb is the byte order mark's.
		return len(s) > 1 && s[1] != 0xbb
	default:
		return b > ' '
	}
}

// beginsInkByte tells the bytes that begin no blank: nearly all cells begin so.
var beginsInkByte = func() (ink [256]bool) {
	for b := range ink {
		ink[b] = b > ' ' && b != 0xC2 && (b < 0xE1 || b > 0xE3) && b != 0xEF
	}
	return ink
}()

func trimRight(s string) string {
	if last := len(s) - 1; last >= 0 && s[last] < utf8.RuneSelf && s[last] > ' ' ||
		last > 1 && isKanaOrHanByte(s[last-2]) && (s[last-2] != 0xE3 || s[last-1] != 0x80) {
		return s // as most cells end
	}
	for s != "" && s[len(s)-1] == ' ' {
		s = s[:len(s)-1]
	}
	if s == "" || len(s) > 1 && endsInk(s) {
		return s
	}
	return strings.TrimRightFunc(s, isBlank)
}

// endsInk reports whether s, of two bytes or more, surely ends with no blank.
func endsInk(s string) bool {
	last := s[len(s)-1]
	if last < utf8.RuneSelf {
		return last > ' '
	}
	switch s[len(s)-2] {
	case 0x80, 0x81, 0x9a, 0xbb, 0xc2:
		// The blanks beyond ASCII have these before their last byte, and none of
		// these before that; so have hiragana and many others.
		if len(s) < 3 {
			return false
		}
		lead := s[len(s)-3]
		return isKanaOrHanByte(lead) && (lead != 0xe3 || s[len(s)-2] != 0x80 || last != 0x80) || lead == 0xe2 && isDashOrQuote(s[len(s)-2], last)
	}
	return true
}

// isDashOrQuote reports whether two bytes behind 0xe2 are a dash, a quotation mark or a
// sign beside them: U+2010 to U+2027, which many cells are.
func isDashOrQuote(second, third byte) bool { return second == 0x80 && third >= 0x90 && third < 0xa8 }

// isKanaOrHanByte reports whether a byte can only begin a character of three bytes
// that is a kana, a sign beside them, or one of most ideographs.
func isKanaOrHanByte(b byte) bool { return b >= 0xe3 && b <= 0xe9 }

func trimSpace(s string) string { return trimRight(trimLeft(s)) }

// advance returns the position behind text that begins at position at.
func advance(at model.Position, text string) model.Position {
	if last := strings.LastIndexByte(text, '\n'); last >= 0 {
		at.Line += int32(strings.Count(text[:last+1], "\n"))
		at.Column = 1
		text = text[last+1:]
	}
	at.Column += runeCount(text)
	return at
}

// runeCount returns the number of code points of valid UTF-8: the bytes that
// continue none. It takes eight bytes at a time because every column is counted
// with it, and utf8.RuneCountInString needs a step for each character.
func runeCount(s string) int32 {
	count, rest := len(s), s
	for len(rest) >= wordBytes {
		count -= continuations(wordAt(rest))
		rest = rest[wordBytes:]
	}
	switch {
	case rest == "":
	case len(s) >= wordBytes:
		// The last word again, without the bytes that have been looked at.
		count -= continuations(wordAt(s[len(s)-wordBytes:]) >> (8 * (wordBytes - len(rest))))
	default:
		for i := range len(rest) {
			if !utf8.RuneStart(rest[i]) {
				count--
			}
		}
	}
	return int32(count)
}

// wordBytes is how many bytes are looked at at once.
const wordBytes = 8

// wordAt returns the first bytes of s as a number.
func wordAt(s string) uint64 {
	_ = s[wordBytes-1] // one look at the length does for all
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// continuations counts the bytes that continue a character.
func continuations(word uint64) int {
	const lowBits = 0x0101010101010101
	return bits.OnesCount64(word >> 7 &^ (word >> 6) & lowBits)
}

// indexFrom returns where the byte next stands in s at or behind from, len(s)
// if nowhere.
func indexFrom(s string, from int, b byte) int {
	if from < len(s) {
		if next := strings.IndexByte(s[from:], b); next >= 0 {
			return from + next
		}
	}
	return len(s)
}

// indexPipe returns the first pipe that no backslash escapes, or -1.
func indexPipe(s string) int {
	next := strings.IndexByte(s, '|')
	for next > 0 && s[next-1] == '\\' && isEscaped(s[:next]) {
		further := strings.IndexByte(s[next+1:], '|')
		if further < 0 {
			return -1
		}
		next += 1 + further
	}
	return next
}

// endsWithPipe reports whether the last character of trimmed text is a pipe
// that no backslash escapes.
func endsWithPipe(s string) bool {
	last := len(s) - 1
	return last >= 0 && s[last] == '|' && (last == 0 || s[last-1] != '\\' || !isEscaped(s[:last]))
}

// isEscaped reports whether what follows s is escaped: an odd number of
// backslashes stands at its end, as two of them are one that is printed.
func isEscaped(s string) bool {
	return (len(s)-len(strings.TrimRight(s, `\`)))%2 == 1
}

// isSeparator reports whether a line is a rule between table rows: cells of
// dashes and colons only, as Markdown writes them, with tabs, pipes or blanks
// between. One cell must have three dashes or a colon beside them, so that a row
// of printed dashes is none; neither is a row with an empty cell, which goes on
// with the row above.
func isSeparator(line string) bool {
	if line == "" || line[0] > '|' || line[0] == '\t' {
		return false
	}
	line = trimSpace(line)
	dashes, longest, delimiters, filled := 0, 0, 0, false
	for i := range len(line) {
		switch line[i] {
		case '-', '=':
			dashes++
			longest, filled = max(longest, dashes), true
			continue
		case ':', ' ':
		case '|', '\t', '+':
			if delimiters > 0 && !filled {
				return false
			}
			delimiters++
			filled = false
		default:
			return false
		}
		dashes = 0
	}
	return longest >= 3 || delimiters > 0 && (strings.Contains(line, ":-") || strings.Contains(line, "-:"))
}

// headingMarks returns how many bytes of # marks and the blank behind them begin
// a line that is a Markdown heading, 0 if it is none. Behind more than one blank
// # is a cell: the head of a column of numbers.
func headingMarks(line string) int {
	marks := 0
	for marks < len(line) && line[marks] == '#' {
		marks++
	}
	if marks == 0 || marks > 6 {
		return 0
	}
	r, size := utf8.DecodeRuneInString(line[marks:])
	next := line[marks+size:]
	if r != ' ' && r != '\u00a0' && r != '\u3000' || next == "" || len(trimLeft(next)) < len(next) {
		return 0
	}
	return marks + size
}

// closingMarks returns how many bytes at the end of a heading are # marks that
// close it: they stand behind a blank.
func closingMarks(heading string) int {
	text := strings.TrimRight(heading, "#")
	if len(text) == len(heading) || text == "" || len(trimRight(text)) == len(text) {
		return 0
	}
	return len(heading) - len(trimRight(text))
}
