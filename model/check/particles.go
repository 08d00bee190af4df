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
// particle twice. What begins or ends a word is none: くにに, ものの, まちににぎわいを,
// 市民ははじめ. Most words with such a beginning are in hiragana, so that nothing
// is said where hiragana follow.
func isDoubledParticle(runes []rune, i int) bool {
	var before, after rune
	if i > 0 {
		before = runes[i-1]
	}
	if i+2 < len(runes) {
		after = runes[i+2]
	}
	behindWord := isKanji(before) || isKatakana(before)
	switch runes[i] {
	case 'を': // begins no word, and ends none
		return isJapanese(before) && before != 'を' && after != 'を'
	case 'に':
		return !isHiragana(after) && isDoubledNi(runes, i, before)
	case 'が', 'は', 'で', 'へ', 'の':
		return !isHiragana(after) && behindWord
	}
	return false
}

// isDoubledNi reports whether にに is a particle twice: 新たにに. In 国（くにに）,
// 何（なにに） and 鬼（おにに） the first one belongs to the word.
func isDoubledNi(runes []rune, i int, before rune) bool {
	if !isJapanese(before) || strings.ContainsRune("くなおあうわがに", before) {
		return false
	}
	if strings.ContainsRune("かたぜ", before) {
		return i > 1 && isJapanese(runes[i-2]) // not 谷（たにに） at a word's beginning
	}
	return true
}
