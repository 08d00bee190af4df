package ja

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// meaning is what a word before or behind a number says of it.
type meaning uint8

const (
	saysNothing meaning = iota
	saysApproximate
	saysCumulative
	saysTotal
	saysMin
	saysMax
)

type qualifier struct {
	word    string
	meaning meaning
}

var prefixes = []qualifier{
	{"約", saysApproximate}, {"およそ", saysApproximate}, {"おおよそ", saysApproximate},
	{"概ね", saysApproximate}, {"おおむね", saysApproximate}, {"ほぼ", saysApproximate},
	{"累計", saysCumulative}, {"累積", saysCumulative}, {"延べ", saysTotal}, {"のべ", saysTotal},
}

// A limit that is itself left out (未満, 超) is given as the bound that it is;
// Raw shows the difference.
var suffixes = []qualifier{
	{"以上", saysMin}, {"超え", saysMin}, {"超", saysMin},
	{"以下", saysMax}, {"以内", saysMax}, {"未満", saysMax},
	{"程度", saysApproximate}, {"前後", saysApproximate}, {"ほど", saysApproximate},
	{"弱", saysApproximate}, {"強", saysApproximate},
	{"累計", saysCumulative},
}

// prefixBegins are the first characters of the prefixes.
var prefixBegins = func() *Characters {
	begins := ""
	for _, prefix := range prefixes {
		_, size := utf8.DecodeRuneInString(prefix.word)
		begins += prefix.word[:size]
	}
	return NewCharacters(begins)
}()

func prefixOf(s string) (word string, says meaning) {
	if s == "" || s[0] < utf8.RuneSelf {
		return "", saysNothing
	}
	if first, _ := decodeWide(s); !prefixBegins.Has(first) {
		return "", saysNothing
	}
	for _, prefix := range prefixes {
		if strings.HasPrefix(s, prefix.word) {
			return prefix.word, prefix.meaning
		}
	}
	return "", saysNothing
}

// suffixEnds are the last characters of the suffixes.
var suffixEnds = func() *Characters {
	ends := ""
	for _, suffix := range suffixes {
		_, size := utf8.DecodeLastRuneInString(suffix.word)
		ends += suffix.word[len(suffix.word)-size:]
	}
	return NewCharacters(ends)
}()

func suffixOf(s string) (word string, says meaning) {
	if s == "" || s[len(s)-1] < utf8.RuneSelf {
		return "", saysNothing
	}
	if last, _ := decodeLastWide(s); !suffixEnds.Has(last) {
		return "", saysNothing
	}
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix.word) {
			return suffix.word, suffix.meaning
		}
	}
	return cutSuffixOf(s)
}

// cutSuffixOf returns a word that a line wrap has cut, with its blank: 以 下.
func cutSuffixOf(s string) (word string, says meaning) {
	_, size := decodeLastWide(s)
	before, last := TrimSpace(s[:len(s)-size]), s[len(s)-size:]
	if len(before) == len(s)-size {
		return "", saysNothing
	}
	for _, suffix := range suffixes {
		first, isLast := strings.CutSuffix(suffix.word, last)
		if isLast && first != "" && strings.HasSuffix(before, first) {
			return s[strings.LastIndex(s, first):], suffix.meaning
		}
	}
	return "", saysNothing
}

// readWords reads a head without digits: a unit that lost its number, or a word
// in a number's place.
func (r *Reading) readWords(head string, expect Expect) {
	switch {
	case isDashWithUnit(head, expect.Unit):
		r.Kind = Dash
	case isLoneUnit(withoutBound(head), expect.Unit):
		r.Kind = LoneUnit
	case isState(head):
		r.Kind, r.Quantity.State = State, head
	default:
		r.Kind = Unreadable
	}
}

// isDashWithUnit reports whether a dash stands before a unit, where a number
// would: — 件.
func isDashWithUnit(s, expected string) bool {
	dash, size := foldAt(s, 0)
	return (dash == '-' || dash == 'ー') && isLoneUnit(s[skipBlanks(s, size):], expected)
}

// onceOf returns the word that s prints twice or more, and s where it is no such
// repetition: a number was lost between two units.
func onceOf(s string) string {
	end := wordEnd(s)
	for rest := s; rest != ""; rest = rest[skipBlanks(rest, end):] {
		if !strings.HasPrefix(rest, s[:end]) || len(rest) > end && skipBlanks(rest, end) == end {
			return s
		}
	}
	return s[:end]
}

// wordEnd returns where the first blank of s stands, the end of s without one.
func wordEnd(s string) int {
	end := 0
	for end < len(s) {
		if plain := plainEnd(s, end); plain > end {
			end = plain
			continue
		}
		r, size := decodeAt(s, end)
		if isBlank(r) {
			break
		}
		end += size
	}
	return end
}

// withoutBound returns a head without the word that would bound its number, as
// in %以上.
func withoutBound(head string) string {
	if word, _ := suffixOf(head); word != "" && len(word) < len(head) {
		return TrimSpace(head[:len(head)-len(word)])
	}
	return head
}

// isLoneUnit reports whether s is a unit, or the same unit several times.
func isLoneUnit(s, expected string) bool {
	first := ""
	for s != "" {
		end := wordEnd(s)
		word := s[:end]
		if first != "" && word != first || !IsUnit(word) && (expected == "" || Key(word) != Key(expected)) {
			return false
		}
		first = word
		s = s[skipBlanks(s, end):]
	}
	return first != ""
}

// isState reports whether s is a word or a few, and no sentence.
func isState(s string) bool {
	letters, count := false, 0
	for i := 0; i < len(s); count++ {
		if c := s[i]; c > 0xE4 && c <= 0xE9 && count < longestState && i+2 < len(s) {
			letters = true // U+5000 to U+9FFF
			i += 3
			continue
		}
		r, size := decodeAt(s, i)
		if r == '。' || r == unicode.ReplacementChar || count == longestState {
			return false
		}
		letters = letters || isHan(r) || isKatakana(r) || unicode.IsLetter(r)
		i += size
	}
	return letters
}

// datedWords reads a year before a word in a number's place: 31年度実施,
// 令和5年度 策定. A particle behind the year (から, に) makes a phrase of it.
func datedWords(s string, near int) (fy int, words string, ok bool) {
	y, isYear := yearAt(s, 0)
	end := y.end
	fy = y.fy
	if !isYear {
		at := strings.Index(s, "年度")
		if at < 0 {
			return 0, "", false
		}
		end = at + len("年度")
		if fy, ok = ParseBareYear(s[:end], near); !ok {
			return 0, "", false
		}
	}
	words = TrimSpace(s[end:])
	first, size := foldAt(words, 0)
	if size == 0 || isYear && !y.fiscal || HasDigit(words) || !isHan(first) && !isKatakana(first) {
		return 0, "", false
	}
	return fy, words, true
}
