package check

import "strings"

// checkParticles finds particles that stand twice: 新たにに, 市民をを.
func (e *examination) checkParticles(where place, text string) {
	runes := []rune(text)
	for i := 0; i+1 < len(runes); i++ {
		if runes[i] != runes[i+1] || !isDoubledParticle(runes, i) {
			continue
		}
		from := i
		for from > 0 && i-from < 4 && isJapanese(runes[from-1]) && !(isHiragana(runes[from-1]) && isKanji(runes[from])) {
			from--
		}
		word := string(runes[from : i+1])
		e.reportOnce(CodeDoubledParticle, where, word+string(runes[i+1]), word)
		i++
	}
}

// isDoubledParticle reports whether the same kana at i and behind it are one
// particle twice. Words that end or begin with it are none: くにに, ものの, はは.
func isDoubledParticle(runes []rune, i int) bool {
	var before, after rune
	if i > 0 {
		before = runes[i-1]
	}
	if i+2 < len(runes) {
		after = runes[i+2]
	}
	if before == runes[i] || after == runes[i] {
		return false // ははは
	}
	behindWord := isKanji(before) || isKatakana(before)
	switch runes[i] {
	case 'を':
		return isJapanese(before)
	case 'に':
		return isDoubledNi(runes, i, before)
	case 'が', 'は', 'で', 'へ':
		return behindWord && !startsWord(runes[i], after)
	case 'の':
		return behindWord && after != 'し' // 市民ののしり
	}
	return false
}

// isDoubledNi reports whether にに is a particle twice: 新たにに. In 国（くにに）,
// 何（なにに） and 鬼（おにに） the first one belongs to the word.
func isDoubledNi(runes []rune, i int, before rune) bool {
	if !isJapanese(before) || strings.ContainsRune("くなおあうわ", before) {
		return false
	}
	if strings.ContainsRune("かたぜ", before) {
		return i > 1 && isJapanese(runes[i-2]) // not 谷（たにに） at a word's beginning
	}
	return true
}

// startsWord reports whether a particle's second kana can be the beginning of a
// word: 市民ははじめ, 市でできる, 市ががんばる, 市へへや.
func startsWord(kana, after rune) bool {
	switch kana {
	case 'は':
		return !isKanji(after) && !isKatakana(after)
	case 'で':
		return strings.ContainsRune("きるあす", after)
	case 'が':
		return strings.ContainsRune("んいけれ", after)
	case 'へ':
		return isHiragana(after)
	}
	return false
}
