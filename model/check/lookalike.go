package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// unknownLetter stands for a letter that only the sheet can tell: 〓, as
// typesetters write it.
const unknownLetter = '〓'

// checkLookAlikes finds letters of another script inside a word: Cyrillic or
// Greek beside kana, kanji or Latin, one Latin letter between katakana, a circle
// for the letter o, kanji for katakana and the other way round.
func (e *examination) checkLookAlikes(where place, text string) {
	runes := []rune(text)
	for i := 0; i < len(runes); {
		end := lookAlikeEnd(runes, i)
		if end == i {
			i++
			continue
		}
		if twin := twinOf(runes, i); twin != 0 {
			e.reportTwin(where, runes, i, twin)
			i = end
			continue
		}
		from, to := wordAround(runes, i, end)
		e.reportOnce(CodeLookAlike, where, string(runes[from:to]), repaired(runes[from:to]), codePoints(runes[i:end]))
		i = max(end, to)
	}
}

// reportTwin reports a kanji that stands for a katakana, or a katakana for a
// kanji, with the letters of the word on both sides.
func (e *examination) reportTwin(where place, runes []rune, i int, twin rune) {
	from, to := i, i+1
	for from > 0 && sameScript(runes[from-1], runes[i-1]) {
		from--
	}
	for to < len(runes) && isKatakana(runes[to]) {
		to++
	}
	expected := string(runes[from:i]) + string(twin) + string(runes[i+1:to])
	e.reportOnce(CodeLookAlike, where, string(runes[from:to]), expected, codePoints(runes[i:i+1]))
}

// lookAlikeEnd returns where the look-alike letters that begin at i end, i if
// none begin there.
func lookAlikeEnd(runes []rune, i int) int {
	var before, after rune
	if i > 0 {
		before = runes[i-1]
	}
	end := i
	for end < len(runes) && isForeign(runes[end]) {
		end++
	}
	if end < len(runes) && end > i {
		after = runes[end]
	}
	switch {
	case end > i && (isJapanese(before) || isLatin(before) || isJapanese(after) || isLatin(after)):
		return end
	case end == i && (isLatinInKatakana(runes, i) || isCircleForLetter(runes, i) || twinOf(runes, i) != 0):
		return i + 1
	}
	return i
}

// greekSigns are Greek letters that are written for themselves: プラスα, μm.
const greekSigns = "αβγδεθλμπσφωΓΔΘΛΣΦΩ"

// isForeign reports whether r is Cyrillic or a Greek letter that is no sign.
func isForeign(r rune) bool {
	return r >= 0x0370 && r <= 0x052F && unicode.IsLetter(r) && !strings.ContainsRune(greekSigns, r)
}

// latinLookAlikes are the Latin letters that kana and long vowel marks become.
// Capitals stand for themselves there (パートIスタート), x is a sign (モノxコト).
const latinLookAlikes = "hijlnorty"

func isLatinInKatakana(runes []rune, i int) bool {
	return i > 0 && i+1 < len(runes) && strings.ContainsRune(latinLookAlikes, runes[i]) &&
		isKatakana(runes[i-1]) && isKatakana(runes[i+1])
}

// isCircleForLetter reports whether a circle stands for the letter o: behind a
// Latin letter and before another or a closing bracket. A circle behind a grade
// (A○ B×) is a mark.
func isCircleForLetter(runes []rune, i int) bool {
	if i == 0 || i+1 >= len(runes) || !isLatin(runes[i-1]) {
		return false
	}
	switch runes[i] {
	case '○', '◯', '〇':
		return isLatin(runes[i+1]) || i > 1 && strings.ContainsRune("(（", runes[i-2]) && strings.ContainsRune(")）", runes[i+1])
	}
	return false
}

// twinOf returns the letter that belongs in the place of a kanji between katakana
// (ホ一ムペ一ジ) or of カ at the end of a kanji word (活用カ), 0 if none does.
// センター一カ所 and 数カ月 are right, and so is 力 behind katakana (ブランド力アップ).
func twinOf(runes []rune, i int) rune {
	if i == 0 || i+1 > len(runes) {
		return 0
	}
	var after rune
	if i+1 < len(runes) {
		after = runes[i+1]
	}
	between := isKatakana(runes[i-1]) && isKatakana(after) && !strings.ContainsRune("カヵヶコツ", after)
	switch runes[i] {
	case '一':
		if between {
			return 'ー'
		}
	case '夕':
		if between {
			return 'タ'
		}
	case '卜':
		if between || isKatakana(runes[i-1]) && !isKanji(after) {
			return 'ト'
		}
	case 'カ':
		if isKanji(runes[i-1]) && !isKatakana(after) && !isKanji(after) {
			return '力'
		}
	}
	return 0
}

func isKatakana(r rune) bool { return r >= 'ァ' && r <= 'ヺ' || r == 'ー' }
func isHiragana(r rune) bool { return r >= 'ぁ' && r <= 'ゖ' }
func isKanji(r rune) bool    { return r >= 0x4E00 && r <= 0x9FFF || r == '々' }
func isLatin(r rune) bool    { return r|0x20 >= 'a' && r|0x20 <= 'z' && r < utf8.RuneSelf }

func isJapanese(r rune) bool { return isKatakana(r) || isHiragana(r) || isKanji(r) }

// wordAround widens the span of look-alike letters over the word that they stand
// in: katakana or Latin letters on both sides, else the kanji or hiragana beside
// them.
func wordAround(runes []rune, start, end int) (from, to int) {
	from, to = start, end
	for from > 0 && sameScript(runes[from-1], runes[start-1]) {
		from--
	}
	for to < len(runes) && sameScript(runes[to], runes[end]) {
		to++
	}
	// A kanji word behind a katakana word is another one.
	if from < start && to > end && !sameScript(runes[start-1], runes[end]) {
		to = end
	}
	return from, to
}

func sameScript(r, other rune) bool {
	return isKatakana(r) && isKatakana(other) || isLatin(r) && isLatin(other) ||
		isKanji(r) && isKanji(other) || isHiragana(r) && isHiragana(other)
}

// latinOf maps look-alikes to the Latin letter that they stand for in a Latin
// word.
var latinOf = func() map[rune]rune {
	pairs := map[rune]rune{'○': 'o', '◯': 'o', '〇': 'o'}
	for _, table := range [][2]string{
		{"АВЕКМНОРСТУХІЈЅавеорсухіјѕ", "ABEKMHOPCTYXIJSaBeopcyxijs"},
		{"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοντυικ", "ABEZHIKMNOPTYXovtuik"},
	} {
		latin := []rune(table[1])
		for i, r := range []rune(table[0]) {
			pairs[r] = latin[i]
		}
	}
	return pairs
}()

// repaired returns a word as it should be: with Latin letters where the word is
// Latin, else with a mark for each letter that only the sheet can tell.
func repaired(word []rune) string {
	latin := false
	for _, r := range word {
		if isJapanese(r) {
			latin = false
			break
		}
		latin = latin || isLatin(r)
	}
	return strings.Map(func(r rune) rune {
		switch twin, known := latinOf[r]; {
		case latin && known:
			return twin
		case known, isForeign(r), !latin && isLatin(r):
			return unknownLetter
		}
		return r
	}, string(word))
}

// codePoints names letters: й U+0439.
func codePoints(letters []rune) string {
	names := make([]string, len(letters))
	for i, r := range letters {
		names[i] = fmt.Sprintf("%c %U", r, r)
	}
	return strings.Join(names, ", ")
}
