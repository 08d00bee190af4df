package sheet

import (
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
)

func IsDigit(r rune) bool {
	r = ja.FoldRune(r)
	return r >= '0' && r <= '9'
}

func HasDigit(text string) bool { return ja.HasDigit(text) }

// AfterWord returns the byte behind a word that text begins with, blanks inside
// the word and behind it not counted.
func AfterWord(text, word string) (at int, ok bool) {
	if strings.HasPrefix(text, word) {
		return SkipBlanks(text, len(word)), true
	}
	for _, wanted := range word {
		at = SkipBlanks(text, at)
		r, size := utf8.DecodeRuneInString(text[at:])
		if r != wanted {
			return 0, false
		}
		at += size
	}
	return SkipBlanks(text, at), true
}

// SkipBlanks returns the byte behind the blanks that stand at byte at.
func SkipBlanks(text string, at int) int {
	return len(text) - len(blanks.TrimLeft(text[at:]))
}

var blanks = ja.NewCharacters(" \u3000\u00a0\t\n")

// SkipSigns skips blanks and one of the signs.
func SkipSigns(text string, at int, signs string) int {
	if ja.BeginsWithIdeograph(text[at:]) {
		return at // which no sign is
	}
	at = SkipBlanks(text, at)
	r, size := utf8.DecodeRuneInString(text[at:])
	if folded := ja.FoldRune(r); size > 0 && strings.ContainsRune(signs, folded) {
		return SkipBlanks(text, at+size)
	}
	return at
}

// NumberEnd returns the byte behind a number of at most three digits, which may
// have a second part behind a dash, at byte at.
func NumberEnd(text string, at int) int {
	end, digits := at, 0
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !IsDigit(r) {
			if ja.FoldRune(r) == '-' && digits > 0 {
				if next, _ := utf8.DecodeRuneInString(text[end+size:]); IsDigit(next) {
					end += size
					continue
				}
			}
			break
		}
		digits++
		end += size
	}
	if digits > 3 {
		return at
	}
	return end
}

// LeadingNumber returns the number that a text begins with, in half width, and
// where what follows the blank behind it begins.
func LeadingNumber(text string) (number string, rest int) {
	end := NumberEnd(text, 0)
	if end == 0 || end == len(text) {
		return "", 0
	}
	rest = SkipSigns(text, end, ".")
	if rest == end || rest == len(text) {
		return "", 0
	}
	return ja.Fold(text[:end]), rest
}

// OpenBrackets counts the brackets that a text opens and does not close.
func OpenBrackets(text string) int {
	open := 0
	for _, r := range text {
		switch r {
		case '(', '（', '「', '『', '[', '〔':
			open++
		case ')', '）', '」', '』', ']', '〕':
			open--
		}
	}
	return open
}

// NextBracket returns the next bracket at or behind at: where it opens, where
// its text ends and where it ends.
func NextBracket(text string, at int) (open, closed, end int) {
	for i, r := range text[at:] {
		if r != '(' && r != '（' && r != '[' && r != '［' && r != '〔' {
			continue
		}
		for j, c := range text[at+i:] {
			if c == ')' || c == '）' || c == ']' || c == '］' || c == '〕' {
				return at + i, at + i + j, at + i + j + utf8.RuneLen(c)
			}
		}
		return at + i, len(text), len(text)
	}
	return len(text), len(text), len(text)
}

// CloseGaps removes the blanks inside a number: 12, 300 千円. It does not
// allocate where there are none.
func CloseGaps(text string) string {
	kept, from := "", 0
	for i := range len(text) {
		if text[i] != ' ' || !insideNumber(text[:i], text[i+1:]) {
			continue
		}
		kept += text[from:i]
		from = i + 1
	}
	if from == 0 {
		return text
	}
	return kept + text[from:]
}

// insideNumber reports whether a blank between two texts stands beside the
// separator of a number.
func insideNumber(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	last, next = ja.FoldRune(last), ja.FoldRune(next)
	return IsDigit(next) && (last == ',' || last == '.') || IsDigit(last) && (next == ',' || next == '.')
}

func EndsWithAny(name string, endings ...string) bool {
	for _, ending := range endings {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return false
}

func WithoutBracket(name string) string {
	if strings.HasSuffix(name, ")") || strings.HasSuffix(name, "）") {
		name, _, _ = ja.CutLastBracket(name)
	}
	return name
}
