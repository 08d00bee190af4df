package ja

// isListMark reports whether r stands before the entries of a list or before a
// heading, and never begins a word.
func isListMark(r rune) bool {
	switch r {
	case '■', '□', '◆', '◇', '●', '○', '◎', '◯', '▼', '▽', '▶', '▷', '►', '★', '☆', '➢',
		'・', '･', '·', '•', '‧', '∙', '⋅', '⚫', '*', '＊':
		return true
	}
	return false
}

// TrimListMark returns a line without the list mark that it begins with: a
// bullet (・ ● *), a dash before a blank, or a number as ① (1) 1. 1) or (ア).
// What may be part of the text stays: -5, 1.22, 3-2-1. 施策, 1 予算額.
func TrimListMark(s string) string {
	s = TrimSpace(s)
	if end := listMarkEnd(s); end > 0 && end < len(s) {
		return s[skipBlanks(s, end):]
	}
	return s
}

// listMarkEnd returns the byte behind the list mark that s begins with, or 0.
func listMarkEnd(s string) int {
	if s == "" {
		return 0
	}
	printed, size := decodeAt(s, 0)
	r := FoldRune(printed)
	next, _ := foldAt(s, size)
	switch {
	case r == '*':
		if isBlank(next) || isJapanese(next) {
			return size
		}
	case isListMark(printed), printed >= '①' && printed <= '⒇', printed >= '❶' && printed <= '❿',
		printed >= '㈠' && printed <= '㈩':
		return size
	case r == '-':
		after, _ := foldAt(s, skipBlanks(s, size))
		if isBlank(next) && !isDigit(after) {
			return size
		}
	case r == '(':
		return bracketMarkEnd(s)
	case isDigit(r):
		return numberMarkEnd(s)
	}
	return 0
}

// bracketMarkEnd reads (1), (12), (ア) and (a).
func bracketMarkEnd(s string) int {
	closed, end, ok := matchBracket(s, 0)
	if !ok {
		return 0
	}
	_, size := foldAt(s, 0)
	inner := s[size:closed]
	first, size := foldAt(inner, 0)
	if digits := digitsEnd(inner, 0); digits == len(inner) && digits > 0 && countRunes(inner, 3) <= 2 {
		return end
	}
	if size == len(inner) && (isKatakana(first) || isLetter(first)) {
		return end
	}
	return 0
}

// numberMarkEnd reads 1. and 1) where no other number follows.
func numberMarkEnd(s string) int {
	i := digitsEnd(s, 0)
	if countRunes(s[:i], 3) > 2 {
		return 0
	}
	mark, size := foldAt(s, i)
	next, _ := foldAt(s, i+size)
	if mark == ')' || mark == '.' && !isDigit(next) {
		return i + size
	}
	return 0
}

// digitsEnd returns the byte behind the digits of either width at byte i.
func digitsEnd(s string, i int) int {
	for {
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		if i < len(s) && s[i] != 0xEF { // that begins the wide ones
			return i
		}
		r, size := foldAt(s, i)
		if size == 0 || !isDigit(r) {
			return i
		}
		i += size
	}
}

// countRunes counts the characters of s, but no further than limit.
func countRunes(s string, limit int) int {
	count := 0
	for range s {
		if count++; count == limit {
			break
		}
	}
	return count
}
