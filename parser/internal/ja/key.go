package ja

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// AppendKey appends the comparison key of a label to dst. Two labels that
// differ only in how they are set have one key: widths are folded (half-width
// katakana too, with its voiced marks), ASCII is lower-cased, all blanks are
// gone, all kinds of brackets are ( ), dashes, wave dashes and middle dots are
// of one kind each, and leading list marks (■ ◆ ● ○ ・ …), colons at both
// ends, * and double quotation marks are dropped, unless nothing else is there. Quotation marks 「」
// stay: 事業の「取組方針」. Bytes that are no UTF-8 become U+FFFD.
func AppendKey(dst []byte, s string) []byte {
	start := len(dst)
	dst = appendKey(dst, s, true)
	end := len(dst)
	for end > start && dst[end-1] == ':' {
		end--
	}
	if end == start {
		return appendKey(dst[:start], s, false)
	}
	return dst[:end]
}

// Key returns the comparison key of a label, as AppendKey makes it.
func Key(s string) string {
	var buffer [keyBuffer]byte
	return string(AppendKey(buffer[:0], s))
}

// EndsWithKey reports whether a text, which ends with a whole character, ends with
// the key of a label however it is set. sure is false where only the key of the whole
// text tells.
func EndsWithKey(s, key string) (ends, sure bool) {
	for key != "" {
		if at := len(s) - 3; at >= 0 && isPlain(s, at) {
			if !strings.HasSuffix(key, s[at:]) {
				return false, true
			}
			key, s = key[:len(key)-3], s[:at]
			continue
		}
		if s == "" {
			return false, true
		}
		last, size := utf8.DecodeLastRuneInString(s)
		if !isBlank(last) {
			return false, false
		}
		s = s[:len(s)-size]
	}
	return true, true
}

// isStray reports whether r is a mark that Markdown or a spreadsheet left in a
// label: * for bold, and quotation marks round a cell.
func isStray(r rune) bool {
	r = FoldRune(r)
	return r == '*' || isStrayQuote(r)
}

func isStrayQuote(r rune) bool { return r == '"' || r == '“' || r == '”' }

// keyBuffer is how long a key may be before it needs memory of its own.
const keyBuffer = 256

func appendKey(dst []byte, s string, dropMarks bool) []byte {
	start := len(dst)
	for i := 0; i < len(s); {
		if end := plainEnd(s, i); end > i {
			dst = append(dst, s[i:end]...)
			i = end
			continue
		}
		if key := asciiKeys[s[i]]; key != 0 {
			dst = append(dst, key)
			i++
			continue
		}
		r, size := decodeAt(s, i)
		i += size
		own := keyRuneOf(r)
		if own.kind == blankKey || dropMarks && (own.kind == strayKey || len(dst) == start && (own.kind == markKey || own.key == ':')) {
			continue
		}
		dst = appendKeyRune(dst, start, r, own)
	}
	return dst
}

// plainEnd returns where the run of characters at byte i of s ends that are their
// own keys: kana and ideographs, which most characters are.
func plainEnd(s string, i int) int {
	for rest := s[i:]; len(rest) >= 3; rest = rest[3:] {
		lead, second, third := rest[0], rest[1], rest[2]
		if lead < 0xE3 || lead > 0xE9 || (second^0x80)|(third^0x80) >= 0x40 {
			break
		}
		if lead == 0xE3 && (second < 0x81 || second == 0x82 && third >= 0x99 && third <= 0x9C || second == 0x83 && third == 0xBB) {
			break // a sign, a voiced mark, the middle dot
		}
		i += 3
	}
	return i
}

// isPlain reports whether the character at byte i of s is its own key.
func isPlain(s string, i int) bool {
	return i+2 < len(s) && isHanByte(s[i]) || plainEnd(s[:min(len(s), i+3)], i) > i
}

// appendKeyRune appends the key of one character, joining a voiced mark to the
// kana before it, which stands at or behind start.
func appendKeyRune(dst []byte, start int, r rune, own keyRune) []byte {
	switch {
	case own.kind == voicedKey:
		return appendVoiced(dst, start, voicingStep(r))
	case own.key < utf8.RuneSelf:
		return append(dst, byte(own.key))
	}
	return utf8.AppendRune(dst, own.key)
}

// asciiKeys are the keys of those ASCII characters that are never left out.
var asciiKeys = func() (keys [256]byte) {
	for c := byte('!'); c < 0x7F; c++ {
		if c != '*' && c != '"' && c != ':' {
			keys[c] = asciiKey(c)
		}
	}
	return keys
}()

func asciiKey(c byte) byte {
	switch {
	case c >= 'A' && c <= 'Z':
		return c + 'a' - 'A'
	case c == '[' || c == '{':
		return '('
	case c == ']' || c == '}':
		return ')'
	}
	return c
}

// halfWidthKana gives the full-width form of the characters from U+FF61 on.
var halfWidthKana = [...]rune{
	'。', '「', '」', '、', '・', 'ヲ', 'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ャ', 'ュ', 'ョ', 'ッ', 'ー',
	'ア', 'イ', 'ウ', 'エ', 'オ', 'カ', 'キ', 'ク', 'ケ', 'コ', 'サ', 'シ', 'ス', 'セ', 'ソ',
	'タ', 'チ', 'ツ', 'テ', 'ト', 'ナ', 'ニ', 'ヌ', 'ネ', 'ノ', 'ハ', 'ヒ', 'フ', 'ヘ', 'ホ',
	'マ', 'ミ', 'ム', 'メ', 'モ', 'ヤ', 'ユ', 'ヨ', 'ラ', 'リ', 'ル', 'レ', 'ロ', 'ワ', 'ン',
}

// appendVoiced joins a voiced (step 1) or half-voiced (step 2) mark to the last
// kana of dst, or appends the mark where that kana takes none.
func appendVoiced(dst []byte, start int, step rune) []byte {
	last, size := utf8.DecodeLastRune(dst[start:])
	if voiced := voicedKana(last, step); voiced != 0 {
		return utf8.AppendRune(dst[:len(dst)-size], voiced)
	}
	if step == 1 {
		return append(dst, "゛"...)
	}
	return append(dst, "゜"...)
}

func voicedKana(kana, step rune) rune {
	if kana == 'ウ' && step == 1 {
		return 'ヴ'
	}
	// Hiragana and katakana stand in the same order, 0x60 apart.
	hiragana := kana
	if isKatakana(kana) {
		hiragana -= 0x60
	}
	switch hiragana {
	case 'は', 'ひ', 'ふ', 'へ', 'ほ':
		return kana + step
	case 'か', 'き', 'く', 'け', 'こ', 'さ', 'し', 'す', 'せ', 'そ', 'た', 'ち', 'つ', 'て', 'と':
		if step == 1 {
			return kana + 1
		}
	}
	return 0
}

// StripBrackets returns a key without its bracketed parts, in place:
// 目的(何をどうしたいのか) becomes 目的. A bracket that is never closed stays,
// and so does one that is closed without having been opened.
func StripBrackets(key []byte) []byte {
	if bytes.IndexByte(key, '(') < 0 {
		return key
	}
	kept := key[:0]
	for i := 0; i < len(key); i++ {
		if key[i] == '(' {
			if end := closingByte(key, i); end > 0 {
				i = end
				continue
			}
			kept = append(kept, key[i:]...)
			break
		}
		kept = append(kept, key[i])
	}
	return bytes.Trim(kept, ":")
}

// closingByte returns the index of the ) that closes the ( at i, or 0.
func closingByte(key []byte, i int) int {
	depth := 0
	for ; i < len(key); i++ {
		switch key[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return 0
}
