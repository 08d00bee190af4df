package decode

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// dropInvisible takes out the characters that print nothing and only hide words from who
// looks for them: zero-width blanks and joiners, direction marks, soft hyphens, and the
// selectors that choose between a sign and its picture (☑ and ☑️). A blank they are not.
func dropInvisible(text string) string {
	if nextInvisible(text, 0) < 0 && !strings.Contains(text, "\u00ad") && !strings.Contains(text, "\ufe0e") && !strings.Contains(text, "\ufe0f") {
		return text
	}
	return invisible.Replace(text)
}

var invisible = strings.NewReplacer("\u200b", "", "\u200c", "", "\u200d", "", "\u200e", "", "\u200f", "", "\u2060", "",
	"\u00ad", "", "\ufe0e", "", "\ufe0f", "")

// nextInvisible returns where a character of U+200B to U+200F, or U+2060, begins at or
// behind byte i, -1 if there is none.
func nextInvisible(text string, i int) int {
	return nextBehindE2(text, i, func(second, third byte) bool {
		return second == 0x80 && third >= 0x8B && third <= 0x8F || second == 0x81 && third == 0xA0
	})
}

// nextBehindE2 returns where a character that begins with the byte E2 and goes on as is
// asked begins at or behind byte i, -1 if there is none.
func nextBehindE2(text string, i int, goesOn func(second, third byte) bool) int {
	for i < len(text) {
		found := strings.IndexByte(text[i:], 0xE2)
		if found < 0 {
			return -1
		}
		i += found
		if i+2 < len(text) && goesOn(text[i+1], text[i+2]) {
			return i
		}
		i++
	}
	return -1
}

// unifyRadicals puts the characters in the place of the radicals that look the same: PDF
// fonts map 目, 行 and 長 to ⽬, ⾏ and ⻑ (U+2E80 to U+2FD5), which no label and no search
// finds. Both have as many bytes, so that places in the text stay.
func unifyRadicals(text string) (string, []Radical) {
	at := nextRadical(text, 0)
	if at < 0 {
		return text, nil
	}
	var radicals []Radical
	unified := []byte(text)
	for ; at >= 0; at = nextRadical(text, at+1) {
		radical, size := utf8.DecodeRuneInString(text[at:])
		if character := characterOf(radical); character != radical && utf8.RuneLen(character) == size {
			utf8.AppendRune(unified[:at], character)
			radicals = append(radicals, Radical{Offset: at, Printed: radical})
		}
	}
	return string(unified), radicals
}

// Radical is a radical in the place of a character.
type Radical struct {
	// Offset is where the character stands in the text, in bytes.
	Offset int
	// Printed is the radical.
	Printed rune
}

// nextRadical returns where the next radical begins at or behind byte i, -1 if there is
// none: its UTF-8 begins with E2 BA to E2 BF.
func nextRadical(text string, i int) int {
	return nextBehindE2(text, i, func(second, _ byte) bool { return second >= 0xBA && second <= 0xBF })
}

// characterOf returns the character that a radical looks like, the radical itself where
// none does.
func characterOf(radical rune) rune {
	if character, known := supplement[radical]; known {
		return character
	}
	if radical >= 0x2F00 && radical <= 0x2FD5 {
		character, _ := utf8.DecodeRuneInString(norm.NFKC.String(string(radical)))
		return character
	}
	return radical
}

// supplement has the radicals of the supplement (U+2E80 to U+2EF3) that look like a
// character of Japanese, from Unicode's EquivalentUnifiedIdeograph.txt; they have no
// normal form but for ⺟ and ⻳.
var supplement = map[rune]rune{
	'⺎': '兀', '⺒': '巳', '⺓': '幺', '⺔': '彑', '⺕': '彐', '⺜': '日', '⺝': '月', '⺟': '母', '⺠': '民',
	'⺧': '牛', '⺪': '疋', '⺬': '示', '⺮': '竹', '⺶': '羊', '⺷': '羊', '⺻': '聿', '⺼': '月', '⺽': '臼',
	'⻁': '虎', '⻄': '西', '⻆': '角', '⻊': '足', '⻏': '阝', '⻑': '長', '⻖': '阝', '⻗': '雨', '⻘': '青', '⻝': '食', '⻞': '食',
	'⻡': '首', '⻣': '骨', '⻤': '鬼', '⻨': '麦', '⻩': '黄', '⻫': '斉', '⻭': '歯', '⻯': '竜', '⻱': '龜', '⻲': '亀', '⻳': '龟',
}
