package ja

import (
	"strings"
	"unicode/utf8"
)

// markupPasses bounds how often a text is cleaned: what is escaped twice shows
// its tags only after the first pass.
const markupPasses = 16

// longestTag is how many bytes a tag may have; a longer one is text.
const longestTag = 1024

// StripMarkup returns s trimmed, without HTML tags and comments, and with its
// entities decoded, also where they were escaped twice. A tag that begins or
// ends a line of its own (br, li, p, div, tr …) leaves a newline where neither
// a newline nor a blank stands already. A < that begins no tag stays: 5 < 6,
// <見出し>. Markdown's bold marks and escaped pipes are markup, too. Without any
// of these it does not allocate.
func StripMarkup(s string) string {
	for range markupPasses {
		if !mayBeginMarkup.In(s) {
			break
		}
		cleaned := stripOnce(s)
		if cleaned == s {
			break
		}
		s = cleaned
	}
	return TrimSpace(s)
}

// boldMark stands on both sides of what Markdown prints bold, and escapedPipe is
// how its tables write a pipe.
const boldMark, escapedPipe = "**", `\|`

func stripOnce(s string) string {
	out := make([]byte, 0, len(s))
	pending := false
	bold := strings.Count(s, boldMark)%2 == 0
	for i := 0; i < len(s); {
		switch s[i] {
		case '*':
			if bold && strings.HasPrefix(s[i:], boldMark) {
				i += len(boldMark)
				continue
			}
		case '\\':
			if strings.HasPrefix(s[i:], escapedPipe) {
				i++
			}
		case '<':
			if end, breaks, ok := tagAt(s, i); ok {
				pending = pending || breaks
				i = end
				continue
			}
		case '&':
			if r, end, ok := entityAt(s, i); ok {
				out = appendBroken(out, pending, isBlank(r))
				out = utf8.AppendRune(out, r)
				pending, i = false, end
				continue
			}
		}
		r, _ := decodeAt(s, i)
		end := i + 1
		for end < len(s) && !mayBeginMarkup[s[end]] {
			end++
		}
		out = appendBroken(out, pending, isBlank(r))
		out = append(out, s[i:end]...)
		pending, i = false, end
	}
	return string(out)
}

// mayBeginMarkup has the characters with which stripOnce has something to do.
var mayBeginMarkup = NewASCII(`<&*\`)

// appendBroken appends the newline that a tag left behind, unless a blank
// stands before it or is about to follow.
func appendBroken(out []byte, pending, blankFollows bool) []byte {
	if !pending || blankFollows || len(out) == 0 {
		return out
	}
	if last, _ := utf8.DecodeLastRune(out); isBlank(last) {
		return out
	}
	return append(out, '\n')
}

// tagAt returns the end of the tag or comment at byte i of s, and whether it
// breaks the line.
func tagAt(s string, i int) (end int, breaks, ok bool) {
	limit := min(len(s), i+longestTag)
	if strings.HasPrefix(s[i:], "<!--") {
		if length := strings.Index(s[i:limit], "-->"); length >= 0 {
			return i + length + len("-->"), false, true
		}
		return 0, false, false
	}
	start := i + 1
	if start < limit && s[start] == '/' {
		start++
	}
	nameEnd := start
	for nameEnd < limit && (isLetter(rune(s[nameEnd])) || nameEnd > start && isDigit(rune(s[nameEnd]))) {
		nameEnd++
	}
	if nameEnd == start || nameEnd == limit {
		return 0, false, false
	}
	if c := s[nameEnd]; c > ' ' && c != '/' && c != '>' && !strings.HasPrefix(s[nameEnd:], "\u00a0") {
		return 0, false, false
	}
	end = tagEnd(s[:limit], nameEnd)
	return end, breaksLine(s[start:nameEnd]), end > 0
}

// tagEnd returns the byte behind the > that ends a tag, 0 if there is none. A >
// in quotation marks does not count, unless they are never closed.
func tagEnd(s string, i int) int {
	first, quote := 0, byte(0)
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c == '>' && quote == 0:
			return i + 1
		case c == '>' && first == 0:
			first = i + 1
		case c == '<' && quote == 0:
			return 0
		case c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		}
	}
	return first
}

func breaksLine(name string) bool {
	var lower [8]byte
	if len(name) > len(lower) {
		return false
	}
	for i := range len(name) {
		lower[i] = name[i] | 0x20
	}
	switch string(lower[:len(name)]) {
	case "br", "p", "li", "ul", "ol", "dl", "dt", "dd", "div", "tr", "table", "hr":
		return true
	}
	return false
}

// entityAt decodes the entity at byte i of s. An & that comes out of it begins
// the next entity, as where &amp;lt; stands for a <.
func entityAt(s string, i int) (r rune, end int, ok bool) {
	for i++; ; i = end {
		length := strings.IndexByte(s[i:min(len(s), i+10)], ';')
		if length < 1 {
			return '&', i, ok
		}
		decoded := decodeEntity(s[i : i+length])
		if decoded == 0 {
			return '&', i, ok
		}
		r, end, ok = decoded, i+length+1, true
		if r != '&' {
			return r, end, true
		}
	}
}

func decodeEntity(name string) rune {
	if name[0] == '#' {
		return decodeNumeric(name[1:])
	}
	switch name {
	case "amp", "AMP":
		return '&'
	case "lt", "LT":
		return '<'
	case "gt", "GT":
		return '>'
	case "quot", "QUOT":
		return '"'
	case "apos":
		return '\''
	case "nbsp", "ensp", "emsp", "thinsp":
		return ' '
	case "yen":
		return '¥'
	case "middot":
		return '·'
	case "times":
		return '×'
	case "minus":
		return '−'
	case "ndash":
		return '–'
	case "mdash":
		return '—'
	case "hellip":
		return '…'
	case "uarr":
		return '↑'
	case "rarr":
		return '→'
	case "darr":
		return '↓'
	case "nearr":
		return '↗'
	case "searr":
		return '↘'
	}
	return 0
}

func decodeNumeric(digits string) rune {
	base := rune(10)
	if len(digits) > 0 && digits[0]|0x20 == 'x' {
		base, digits = 16, digits[1:]
	}
	value := rune(0)
	for i := range len(digits) {
		digit := rune(-1)
		switch c := rune(digits[i]); {
		case isDigit(c):
			digit = c - '0'
		case base == 16 && c|0x20 >= 'a' && c|0x20 <= 'f':
			digit = c | 0x20 - 'a' + 10
		}
		if digit < 0 {
			return 0
		}
		value = value*base + digit
	}
	if value == 0xA0 {
		return ' '
	}
	if value < ' ' && value != '\n' && value != '\t' || !utf8.ValidRune(value) {
		return 0
	}
	return value
}
