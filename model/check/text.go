package check

import (
	"strings"

	"sheetconv/model"
)

// The codes of the rules on text.
const (
	CodeLookAlike              model.Code = "text/look-alike"
	CodeLostCircledNumber      model.Code = "text/lost-circled-number"
	CodeReplacementCharacter   model.Code = "text/replacement-character"
	CodeGlyphNumber            model.Code = "text/glyph-number"
	CodeCompatibilityIdeograph model.Code = "text/compatibility-ideograph"
	CodeDoubledParticle        model.Code = "text/doubled-particle"
	CodeHalfWidthKatakana      model.Code = "text/half-width-katakana"
)

// marks are what a text may hold that a rule must look at more closely. Most
// texts have none, so that each is read once, byte by byte.
type marks uint16

const (
	markForeign marks = 1 << iota // a Cyrillic or Greek letter
	markLatin                     // a Latin letter in a katakana word
	markCircle                    // a circle behind a Latin letter
	markTwin                      // a kanji behind katakana, カ behind kanji
	markAt                        // @ before a Japanese letter
	markReplacement
	markGlyph
	markCompatibility
	markHalfWidth
	markDoubled
	markQuote
)

// checkTexts looks for what extraction makes of text.
func (e *examination) checkTexts() {
	names := similarNames{examination: e}
	decoded := !e.saidAnywhere(model.CodeUndecodable, model.CodeControlCharacter, model.CodeMoreFaults)
	eachText(e.document, func(where place, text string) {
		found := marksOf(text)
		if found == 0 {
			return
		}
		if found&(markForeign|markLatin|markCircle|markTwin) != 0 {
			e.checkLookAlikes(where, text)
		}
		if found&markAt != 0 {
			e.checkCircledNumbers(where, text)
		}
		if found&markReplacement != 0 && decoded {
			e.checkReplacements(where, text)
		}
		if found&markGlyph != 0 {
			e.checkGlyphs(where, text)
		}
		if found&markCompatibility != 0 {
			e.checkIdeographs(where, text)
		}
		if found&markHalfWidth != 0 {
			e.checkHalfWidth(where, text)
		}
		if found&markDoubled != 0 {
			e.checkParticles(where, text)
		}
		if found&markQuote != 0 {
			names.collect(where, text)
		}
	})
	names.compare()
}

// marksOf returns what there is to look at in a text. It is asked for every text
// of a document.
func marksOf(text string) marks {
	var found marks
	for i := 0; i < len(text); i++ {
		switch leadKinds[text[i]] {
		case leadKana:
			found |= kanaMarks(text, i)
			i += 2
		case leadOther:
			if isTwinKanji(text, i) {
				found |= markTwin
			}
			i += 2
		case leadLetter:
			found |= letterMarks(text, i)
		case leadForeign:
			found |= markForeign
		case leadSign:
			found |= signMarks(text, i)
		}
	}
	return found
}

// leadKind says what a byte can begin.
type leadKind uint8

const (
	leadNone    leadKind = iota
	leadKana             // E3: kana and signs
	leadOther            // E4–E9: kanji
	leadLetter           // an ASCII letter, @ or a bracket
	leadForeign          // Greek and Cyrillic
	leadSign             // E2 and EF: signs, widths
)

var leadKinds = func() (kinds [256]leadKind) {
	kinds[0xE3], kinds[0xE2], kinds[0xEF] = leadKana, leadSign, leadSign
	for lead := 0xE4; lead <= 0xE9; lead++ {
		kinds[lead] = leadOther
	}
	for letter := 'a'; letter <= 'z'; letter++ {
		kinds[letter], kinds[letter-'a'+'A'] = leadLetter, leadLetter
	}
	kinds['@'], kinds['('] = leadLetter, leadLetter
	for lead := 0xCD; lead <= 0xD4; lead++ {
		kinds[lead] = leadForeign
	}
	return kinds
}()

// kanaMarks looks at the character that begins with E3 at byte i.
func kanaMarks(text string, i int) marks {
	if i+3 > len(text) {
		return 0
	}
	switch second := text[i+1]; {
	case second == 0x80:
		if text[i+2] == 0x8C { // 「
			return markQuote
		}
		if text[i+2] == 0x87 && i > 0 && isASCIILetter(text[i-1]) { // 〇
			return markCircle
		}
	case second == 0x82 && text[i+2] == 0xAB && i >= 3 && leadKinds[text[i-3]] == leadOther: // カ
		return markTwin
	case second <= 0x82 && i+6 <= len(text) && text[i+3] == 0xE3 && text[i+4] == second && text[i+5] == text[i+2]:
		return markDoubled
	}
	return 0
}

// letterMarks looks at an ASCII letter, an @ or a bracket.
func letterMarks(text string, i int) marks {
	switch text[i] {
	case '(':
		if strings.HasPrefix(text[i:], "(cid:") {
			return markGlyph
		}
	case '@':
		if i+1 < len(text) && text[i+1] >= 0xE3 && text[i+1] <= 0xE9 {
			return markAt
		}
	default:
		// Katakana are E3 82 A1 to E3 83 BE.
		if i >= 3 && i+3 < len(text) && text[i-3] == 0xE3 && text[i+1] == 0xE3 &&
			isKatakanaByte(text[i-2]) && isKatakanaByte(text[i+2]) {
			return markLatin
		}
	}
	return 0
}

// isTwinKanji reports whether one of the kanji that look like katakana begins at
// byte i, behind a katakana.
func isTwinKanji(text string, i int) bool {
	if i < 3 || i+3 > len(text) || text[i-3] != 0xE3 || !isKatakanaByte(text[i-2]) {
		return false
	}
	switch text[i : i+3] {
	case "一", "夕", "卜":
		return true
	}
	return false
}

func isKatakanaByte(second byte) bool { return second == 0x82 || second == 0x83 }

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// signMarks looks at the character that begins with E2 or EF at byte i.
func signMarks(text string, i int) marks {
	if i+3 > len(text) {
		return 0
	}
	second, third := text[i+1], text[i+2]
	if text[i] == 0xE2 {
		switch {
		case second == 0x97 && (third == 0x8B || third == 0xAF) && i > 0 && isASCIILetter(text[i-1]): // ○ ◯
			return markCircle
		}
		return 0
	}
	switch {
	case second >= 0xA4 && second <= 0xAB:
		return markCompatibility
	case second == 0xBF && third == 0xBD:
		return markReplacement
	case second == 0xBC && third == 0xA0: // ＠
		return markAt
	case second == 0xBD && third >= 0xA6, second == 0xBE && third <= 0x9F:
		return markHalfWidth
	}
	return 0
}
