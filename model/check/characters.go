package check

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// around returns the bytes start to end of a text with a few characters on both
// sides.
func around(text string, start, end int) string {
	const reach = 6
	for range reach {
		_, before := utf8.DecodeLastRuneInString(text[:start])
		_, behind := utf8.DecodeRuneInString(text[end:])
		start, end = start-before, end+behind
	}
	return text[start:end]
}

// circledNumbers are list marks; extraction makes @ A B C of them.
var circledNumbers = []rune("①②③④⑤⑥⑦⑧⑨⑩")

// checkCircledNumbers finds list marks that were lost: @, A, B in order, each
// directly before a Japanese word and not behind a Latin letter.
func (e *examination) checkCircledNumbers(where place, text string) {
	runes := []rune(text)
	due := rune('@')
	for i, r := range runes {
		if r == '＠' {
			r = '@'
		}
		if r != due || i+1 == len(runes) || !isJapanese(runes[i+1]) || i > 0 && isLatin(runes[i-1]) {
			continue
		}
		if due == '@' {
			due = 'A'
		} else {
			due++
		}
	}
	count := int(due - 'A')
	if due == '@' || count < 1 || count+1 > len(circledNumbers) {
		return // a lone @ is an address or a rate
	}
	found, expected := []string{"@"}, []string{"①"}
	for i := range count {
		found = append(found, string(rune('A'+i)))
		expected = append(expected, string(circledNumbers[i+1]))
	}
	e.reportOnce(CodeLostCircledNumber, where, strings.Join(found, "…"), strings.Join(expected, "…"))
}

// maxGlyphBytes is how long (cid:123) may be.
const maxGlyphBytes = 16

// checkReplacements finds U+FFFD, which stands for what was no text before the
// sheet got here.
func (e *examination) checkReplacements(where place, text string) {
	start := strings.IndexRune(text, utf8.RuneError)
	if start >= 0 {
		e.reportOnce(CodeReplacementCharacter, where, around(text, start, start+len("\uFFFD")), "")
	}
}

// checkGlyphs finds (cid:123), the number of a glyph whose letter is unknown.
func (e *examination) checkGlyphs(where place, text string) {
	for rest := text; ; {
		start := strings.Index(rest, "(cid:")
		if start < 0 {
			return
		}
		rest = rest[start:]
		end := strings.IndexByte(rest[:min(len(rest), maxGlyphBytes)], ')')
		if end > len("(cid:") && strings.Trim(rest[len("(cid:"):end], "0123456789") == "" {
			e.reportOnce(CodeGlyphNumber, where, rest[:end+1], string(unknownLetter))
		}
		rest = rest[1:]
	}
}

// checkHalfWidth finds half-width katakana.
func (e *examination) checkHalfWidth(where place, text string) {
	start := -1
	for i, r := range text {
		if isHalf := r >= 'ｦ' && r <= 'ﾟ'; isHalf == (start >= 0) {
			continue
		} else if isHalf {
			start = i
			continue
		}
		e.reportHalfWidth(where, text[start:i])
		start = -1
	}
	if start >= 0 {
		e.reportHalfWidth(where, text[start:])
	}
}

// minHalfWidthRunes is how long a half-width word is at least: a single mark is
// a tick (ﾚ).
const minHalfWidthRunes = 2

func (e *examination) reportHalfWidth(where place, word string) {
	if utf8.RuneCountInString(word) >= minHalfWidthRunes {
		e.reportOnce(CodeHalfWidthKatakana, where, word, fullWidthKatakana(word))
	}
}

const halfWidthOrder = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"

// fullWidthKatakana returns half-width katakana in full width, voiced marks
// joined to the kana before them.
func fullWidthKatakana(word string) string {
	order := []rune(halfWidthOrder)
	var full []rune
	for _, r := range word {
		switch {
		case r == 'ﾞ' && len(full) > 0 && full[len(full)-1] == 'ウ':
			full[len(full)-1] = 'ヴ'
		case (r == 'ﾞ' || r == 'ﾟ') && len(full) > 0:
			full[len(full)-1] += r - 'ﾞ' + 1 // voiced kana stand behind the plain one
		case r >= 'ｦ' && r <= 'ﾝ':
			full = append(full, order[r-'ｦ'])
		default:
			full = append(full, r)
		}
	}
	return string(full)
}

// isCompatibilityIdeograph reports whether a character is another form of a kanji.
func isCompatibilityIdeograph(r rune) bool {
	return r >= 0xF900 && r <= 0xFAFF && !isUnifiedIdeograph(r)
}

// maxNamedLetters is how many letters of a text a finding names.
const maxNamedLetters = 8

// checkIdeographs finds compatibility ideographs. Extraction that writes some writes
// many: each text has one finding, at the first of them.
func (e *examination) checkIdeographs(where place, text string) {
	first := strings.IndexFunc(text, isCompatibilityIdeograph)
	if first < 0 {
		return
	}
	var letters []rune
	for _, r := range text[first:] {
		if isCompatibilityIdeograph(r) && !slices.Contains(letters, r) && len(letters) < maxNamedLetters {
			letters = append(letters, r)
		}
	}
	found := around(text, first, first)
	expected := strings.Map(func(r rune) rune {
		if isCompatibilityIdeograph(r) {
			return kanjiOfCompatibility(r)
		}
		return r
	}, found)
	e.reportOnce(CodeCompatibilityIdeograph, where, found, expected, codePoints(letters))
}

// isUnifiedIdeograph reports whether a character of the compatibility block is a
// kanji of its own, such as 﨑.
func isUnifiedIdeograph(r rune) bool {
	switch r {
	case 0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24, 0xFA27, 0xFA28, 0xFA29:
		return true
	}
	return r == 0xFA6E || r == 0xFA6F || r > 0xFAD9
}
