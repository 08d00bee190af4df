package decode

import (
	"strings"
	"sync"
)

// What half-width katakana cost, in bits. Their bytes are also the halves of kanji in
// EUC-JP, so what can and what can't stand side by side in a word is all that tells them.
const (
	costHalfWidthStart    = 9 // the first of a run
	costHalfWidthSign     = 14
	costHalfWidthFrequent = 5
	costHalfWidthRare     = 7
	costHalfWidthMisfit   = 20
)

// halfWidthCosts holds halfWidthCost for every two of them, the bonus taken off, by
// halfWidthIndex.
var halfWidthCosts = sync.OnceValue(buildHalfWidthCosts)

func buildHalfWidthCosts() *[64][64]uint8 {
	result := new([64][64]uint8)
	pairs := knownPairs()
	for previous := range rune(64) {
		for character := rune(1); character < 64; character++ {
			// Index 0 becomes U+FF60, which is none of them, as it should be.
			cost := halfWidthCost('｡'-1+previous, '｡'-1+character)
			if pairs[pair{'｡' - 1 + previous, '｡' - 1 + character}] {
				cost -= bonusKatakanaPair
			}
			result[previous][character] = uint8(cost)
		}
	}
	return result
}

// halfWidthIndex is 0 for anything that is not half-width katakana.
func halfWidthIndex(character rune) int {
	if !isHalfWidthKatakana(character) {
		return 0
	}
	return int(character-'｡') + 1
}

// halfWidthCost returns what a half-width katakana costs behind another character.
func halfWidthCost(previous, character rune) int {
	if character <= '･' {
		return costHalfWidthSign
	}
	fits := func(set string) bool { return strings.ContainsRune(set, previous) }
	inWord := previous >= 'ｦ' && previous <= 'ﾟ'
	switch character {
	case 'ﾞ':
		if fits("ｳｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎ") {
			return 3
		}
		return costHalfWidthMisfit
	case 'ﾟ':
		if fits("ﾊﾋﾌﾍﾎ") {
			return 4
		}
		return costHalfWidthMisfit
	case 'ｬ', 'ｭ', 'ｮ':
		if fits("ｷｼﾁﾆﾋﾐﾘﾞﾟﾃ") {
			return costHalfWidthFrequent
		}
		return costHalfWidthMisfit
	case 'ｧ', 'ｨ', 'ｩ', 'ｪ', 'ｫ':
		if fits("ﾌｳﾃﾄﾁｼｸﾂﾞ") {
			return costHalfWidthRare
		}
		return costHalfWidthMisfit
	case 'ｯ', 'ｰ', 'ﾝ':
		if inWord && previous != character {
			return 4
		}
		return costHalfWidthMisfit
	case 'ｦ':
		return costHalfWidthMisfit
	}
	cost := costHalfWidthFrequent
	if strings.ContainsRune("ﾇﾍﾜﾕﾖﾋﾔﾎﾈﾉ", character) {
		cost = costHalfWidthRare
	}
	if !inWord {
		cost += costHalfWidthStart
	}
	return cost
}
