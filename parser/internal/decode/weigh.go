package decode

import (
	"math"
	"sync"
	"unicode/utf8"
)

// reader reads the first character of a non-empty input and its size in bytes.
type reader func(input []byte) (character rune, size int)

// What a reader returns in place of a character.
const (
	badCharacter         rune = -1 // bytes that are no character
	cutCharacter         rune = -2 // the beginning of one, at the end of the input
	userDefinedCharacter rune = -3 // well-formed, but only its maker knows it
)

func readUTF8(input []byte) (rune, int) {
	character, size := utf8.DecodeRune(input)
	if character != utf8.RuneError || size != 1 {
		return character, size
	}
	if !utf8.FullRune(input) {
		return cutCharacter, len(input)
	}
	return badCharacter, brokenUTF8(input)
}

// What a character costs, in bits: about the negative logarithm of how often it stands in
// text of this kind. Only the order of magnitude matters.
const (
	costBad         = 26
	costCut         = 16
	costUserDefined = 22
	costControl     = 24
	costUnknown     = 26 // in none of the Japanese character sets
	costBlank       = 6  // also digits and the marks between cells
	costLetter      = 9
	costASCIISign   = 8
	costHiragana    = 8
	costKatakana    = 9
	costCommonSign  = 9
	costFullWidth   = 10
	costNumberSign  = 12 // ① ㈱ Ⅳ: NEC's row 13
	costOtherSign   = 15
	costCommonKanji = 10
	costLevel1      = 15
	costLevel2      = 20
	costExtension   = 21 // IBM's kanji
	costLatin       = 20
	costSymbol      = 22 // pictographs and the like, outside the Japanese sets

	bonusPair         = 8 // two kanji that stand together in a known word
	bonusKatakanaPair = 3 // the same in half-width katakana
)

// characterCosts holds the cost of each character of the basic plane.
var characterCosts = sync.OnceValue(buildCharacterCosts)

func buildCharacterCosts() *[65536]uint8 {
	result := new([65536]uint8)
	fill := func(low, high rune, cost uint8) {
		for character := low; character <= high; character++ {
			result[character] = cost
		}
	}
	fill(0, 0xFFFF, costUnknown)
	fill(0xC0, 0xFF, costLatin)
	fill(0x2010, 0x2BFF, costSymbol)
	euc := eucTable()
	for code := 0xA1A1; code < 0xFFFF; code++ {
		if character := euc.double[code]; character != 0 {
			result[character.unpack()] = costOfRow(code>>8 - 0xA0)
		}
	}
	fill(0, 0x9F, costControl)
	fill(' ', '~', costASCIISign)
	fill('A', 'Z', costLetter)
	fill('a', 'z', costLetter)
	fill('0', '9', costBlank)
	fill('ぁ', 'ん', costHiragana)
	fill('ァ', 'ヶ', costKatakana)
	fill('０', '９', costFullWidth)
	fill('Ａ', 'Ｚ', costFullWidth)
	fill('ａ', 'ｚ', costFullWidth)
	for _, character := range "\t\n\r\f |,.-%()" {
		result[character] = costBlank
	}
	for _, character := range commonSigns {
		result[character] = costCommonSign
	}
	for _, character := range commonKanji {
		result[character] = costCommonKanji
	}
	return result
}

// costOfRow gives what a character costs by its row in JIS X 0208.
func costOfRow(row int) uint8 {
	switch {
	case row == 13:
		return costNumberSign
	case row < 16:
		return costOtherSign
	case row < 48:
		return costLevel1
	case row < 85:
		return costLevel2
	}
	return costExtension
}

// weigh adds up what the samples cost when read by a reader. It stops at limit bits. If
// strict, a reading with more than one strange character in ten is impossible: UTF-16 has a
// character for nearly all bytes, so binary data would pass.
func weigh(samples [][]byte, read reader, prior, limit int, strict bool) int {
	costs := characterCosts()
	total, characters, strange := prior, 0, 0
	for _, sample := range samples {
		var context context
		for len(sample) > 0 {
			character, size := read(sample)
			sample = sample[size:]
			cost := context.cost(character, costs)
			total += cost
			characters++
			if cost >= costControl {
				strange++
			}
			if total > limit {
				return total
			}
		}
	}
	if strict && strange*10 > characters {
		return math.MaxInt
	}
	return total
}

// context is what stands before a character.
type context struct {
	previous rune
}

// cost returns what the next character costs behind the one before it.
func (before *context) cost(character rune, costs *[65536]uint8) int {
	previous := before.previous
	before.previous = character
	switch {
	case character < 0:
		return costOfMissing(character)
	case character > 0xFFFF:
		return costUnknown
	case isHalfWidthKatakana(character):
		return int(halfWidthCosts()[halfWidthIndex(previous)][halfWidthIndex(character)])
	}
	cost := int(costs[character])
	if isKanji(character) && isKanji(previous) && cost < costLevel2 && knownPairs()[pair{previous, character}] {
		cost -= bonusPair
	}
	return cost
}

func costOfMissing(character rune) int {
	switch character {
	case cutCharacter:
		return costCut
	case userDefinedCharacter:
		return costUserDefined
	}
	return costBad
}

func isKanji(character rune) bool {
	return character >= 0x4E00 && character < 0xA000
}

func isHalfWidthKatakana(character rune) bool {
	return character >= '｡' && character <= 'ﾟ'
}
