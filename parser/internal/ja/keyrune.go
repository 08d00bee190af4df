package ja

import "unicode/utf8"

// keyRune is what a character gives to a key.
type keyRune struct {
	// key is the character of the key. It is known by itself but for a voiced mark,
	// which changes the kana before it.
	key  rune
	kind keyKind
}

// keyKind tells which characters a key may leave out, and which are no characters
// of their own; it is 0 for all others.
type keyKind uint8

const (
	// blankKey is left out wherever it stands.
	blankKey keyKind = iota + 1
	// strayKey is left out unless nothing else is there.
	strayKey
	// markKey is a list mark, which is left out at the beginning.
	markKey
	// voicedKey is a voiced or half-voiced mark.
	voicedKey
	// halfWidthKey may be changed by a mark behind it.
	halfWidthKey
)

// The signs and the full-width forms have tables, for they take a closer look;
// nearly all other characters beyond ASCII are their own keys.
const (
	firstSign, endOfSigns     = 0x2000, 0x3100
	firstFullWidth, endOfFull = 0xFF00, 0x10000
)

var (
	asciiKeyRunes     = newKeyRunes(0, utf8.RuneSelf)
	signKeyRunes      = newKeyRunes(firstSign, endOfSigns)
	fullWidthKeyRunes = newKeyRunes(firstFullWidth, endOfFull)
)

func newKeyRunes(first, end rune) []keyRune {
	runes := make([]keyRune, 0, end-first)
	for r := first; r < end; r++ {
		runes = append(runes, newKeyRune(r))
	}
	return runes
}

// keyRuneOf returns what a character gives to a key.
func keyRuneOf(r rune) keyRune {
	switch {
	case r >= endOfSigns && r <= 0x9FFF:
		return keyRune{key: r}
	case r >= firstSign && r < endOfSigns:
		return signKeyRunes[r-firstSign]
	case r >= 0 && r < utf8.RuneSelf:
		return asciiKeyRunes[r]
	case r >= firstFullWidth && r < endOfFull:
		return fullWidthKeyRunes[r-firstFullWidth]
	}
	return newKeyRune(r)
}

func newKeyRune(r rune) keyRune {
	own := keyRune{key: plainKeyOf(r)}
	switch {
	case isBlank(r):
		own.kind = blankKey
	case isStray(r):
		own.kind = strayKey
	case isListMark(r):
		own.kind = markKey
	case voicingStep(r) != 0:
		own.kind = voicedKey
	case r >= 0xFF61 && r <= 0xFF9D:
		own.kind = halfWidthKey
	}
	return own
}

// plainKeyOf returns the key of a character that stands alone.
func plainKeyOf(r rune) rune {
	switch r {
	case '･', '·', '•', '‧', '∙', '⋅':
		return '・'
	}
	if r >= 0xFF61 && r <= 0xFF9D {
		return halfWidthKana[r-0xFF61]
	}
	if kind := opener(r); kind != 0 && !isQuote(kind) {
		return '('
	}
	if kind := closer(r); kind != 0 && !isQuote(kind) {
		return ')'
	}
	if r = FoldRune(r); r < utf8.RuneSelf {
		return rune(asciiKey(byte(r)))
	}
	return r
}

// voicingStep returns how many places behind the plain kana that stands which a mark
// makes of it: 1 for a voiced mark, 2 for a half-voiced one, 0 for what is none.
func voicingStep(r rune) rune {
	switch r {
	case 'ﾞ', '\u3099', '゛':
		return 1
	case 'ﾟ', '\u309A', '゜':
		return 2
	}
	return 0
}
