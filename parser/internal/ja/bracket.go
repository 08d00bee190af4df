package ja

import "unicode/utf8"

// opener returns the kind of the bracket that r opens, 0 if it opens none. The
// widths of one kind count as the same, as extraction mixes them.
func opener(r rune) byte {
	switch r {
	case '(', '（', '﹙':
		return '('
	case '[', '［':
		return '['
	case '{', '｛':
		return '{'
	case '〔':
		return 't'
	case '【':
		return 'b'
	case '〈':
		return 'a'
	case '《':
		return 'd'
	case '「', '｢':
		return 'q'
	case '『':
		return 'w'
	}
	return 0
}

// closer returns the kind of the bracket that r closes, 0 if it closes none.
func closer(r rune) byte {
	switch r {
	case ')', '）', '﹚':
		return '('
	case ']', '］':
		return '['
	case '}', '｝':
		return '{'
	case '〕':
		return 't'
	case '】':
		return 'b'
	case '〉':
		return 'a'
	case '》':
		return 'd'
	case '」', '｣':
		return 'q'
	case '』':
		return 'w'
	}
	return 0
}

// isQuote reports whether a kind of bracket quotes a name, as 「」 do: such
// words belong to the text, they are no remark beside it.
func isQuote(kind byte) bool { return kind == 'q' || kind == 'w' }

// openerAt returns the kind of the bracket that opens at byte i of s, with its
// length. Quotation marks do not count.
func openerAt(s string, i int) (kind byte, size int) {
	if i >= len(s) {
		return 0, 0
	}
	r, size := decodeAt(s, i)
	if kind = opener(r); isQuote(kind) {
		kind = 0
	}
	return kind, size
}

// matchBracket returns where the bracket that opens at byte i of s is closed:
// inner is s[i+size : closed], and end is behind the closing bracket. ok is
// false if it is never closed.
func matchBracket(s string, i int) (closed, end int, ok bool) {
	r, size := decodeAt(s, i)
	kind, depth := opener(r), 1
	for j := i + size; j < len(s); {
		if end := plainEnd(s, j); end > j {
			j = end
			continue
		}
		r, size = decodeAt(s, j)
		switch kind {
		case opener(r):
			depth++
		case closer(r):
			if depth--; depth == 0 {
				return j, j + size, true
			}
		}
		j += size
	}
	return len(s), len(s), false
}

// TrimBrackets returns what stands inside the one pair of brackets or quotation
// marks that encloses s as a whole, trimmed: 【x】 (x) 「x」 〔x〕 [x]. ok is
// false, and s is returned trimmed, where there is no such pair.
func TrimBrackets(s string) (inner string, ok bool) {
	s = TrimSpace(s)
	if s == "" {
		return s, false
	}
	r, size := utf8.DecodeRuneInString(s)
	if opener(r) == 0 {
		return s, false
	}
	closed, end, ok := matchBracket(s, 0)
	if !ok || end != len(s) {
		return s, false
	}
	return TrimSpace(s[size:closed]), true
}

// CutBracket cuts s at its first bracket: outer is what stands before it, inner
// what it holds, and rest what follows, all trimmed. A bracket that is never
// closed holds all that follows. ok is false where s has no bracket; outer is
// then s. Quotation marks 「」『』 are no brackets.
func CutBracket(s string) (outer, inner, rest string, ok bool) {
	for i := 0; i < len(s); {
		kind, size := openerAt(s, i)
		if kind != 0 {
			closed, end, _ := matchBracket(s, i)
			return TrimSpace(s[:i]), TrimSpace(s[i+size : closed]), TrimSpace(s[end:]), true
		}
		i += size
	}
	return TrimSpace(s), "", "", false
}

// CutLastBracket cuts the bracket off with which s ends: 利用率(国保)(%) gives
// 利用率(国保) and %. ok is false where s ends in none; outer is then s trimmed.
func CutLastBracket(s string) (outer, inner string, ok bool) {
	s = TrimSpace(s)
	start := lastBracket(s)
	if start == len(s) {
		return s, "", false
	}
	if inner, ok = TrimBrackets(s[start:]); !ok {
		return s, "", false
	}
	return TrimSpace(s[:start]), inner, true
}

// lastBracket returns where the bracket opens with which text ends, closed or
// not, or the length of text.
func lastBracket(text string) int {
	for i := 0; i < len(text); {
		kind, size := openerAt(text, i)
		if kind == 0 {
			i += size
			continue
		}
		_, end, _ := matchBracket(text, i)
		if end == len(text) {
			return i
		}
		i = end
	}
	return len(text)
}
