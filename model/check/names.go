package check

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// similarNames finds names in 「」 that are one name in two spellings.
type similarNames struct {
	*examination
	names []quotedName
	known map[string]int
}

// quotedName is a name as it first stands in 「」.
type quotedName struct {
	name  string
	where place
	// before is the word that stands before the first 「.
	before string
	// skeleton is the name without what extraction and hasty writing change.
	skeleton []rune
}

// How long a quoted name is, in bytes and in characters: shorter ones are too
// much alike, longer ones are sentences.
const (
	maxNameBytes    = 120
	minNameRunes    = 6
	minNameKatakana = 4
	minContextRunes = 4
	maxNames        = 5000
)

// collect takes the quoted names of a text.
func (n *similarNames) collect(where place, text string) {
	for rest := text; ; {
		open := strings.Index(rest, "「")
		if open < 0 {
			return
		}
		before, behind := rest[:open], rest[open+len("「"):]
		end := strings.Index(behind[:min(len(behind), maxNameBytes)], "」")
		rest = behind
		if end < 0 {
			continue
		}
		n.add(where, behind[:end], before)
	}
}

func (n *similarNames) add(where place, name, before string) {
	if _, known := n.known[name]; known || len(n.names) == maxNames || strings.Contains(name, "「") {
		return
	}
	katakana := 0
	for _, r := range name {
		if isKatakana(r) {
			katakana++
		}
	}
	if katakana < minNameKatakana || utf8.RuneCountInString(name) < minNameRunes {
		return
	}
	if n.known == nil {
		n.known = make(map[string]int)
	}
	n.known[name] = len(n.names)
	n.names = append(n.names, quotedName{name, where, wordBefore(before), skeletonOf(name)})
}

// wordBefore returns the word that a text ends in.
func wordBefore(text string) string {
	start := len(text)
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if !isJapanese(r) && !isLatin(r) {
			break
		}
		start -= size
	}
	return text[start:]
}

// skeletonOf returns a name without long vowel marks, with large kana for small
// ones and without voiced marks, hiragana as katakana.
func skeletonOf(name string) []rune {
	skeleton := make([]rune, 0, len(name)/3)
	for _, r := range name {
		if r == 'ー' || r == '・' || r == ' ' || r == '\u3000' {
			continue
		}
		skeleton = append(skeleton, plainKana(r))
	}
	return skeleton
}

// The kana that differ from another by their size or a voiced mark.
const (
	markedKana  = "ァィゥェォッャュョヮガギグゲゴザジズゼゾダヂヅデドバパビピブプベペボポヴ"
	plainOfKana = "アイウエオツヤユヨワカキクケコサシスセソタチツテトハハヒヒフフヘヘホホウ"
)

var plainKanaOf = func() map[rune]rune {
	plain := []rune(plainOfKana)
	kana := make(map[rune]rune, len(plain))
	for i, r := range []rune(markedKana) {
		kana[r] = plain[i]
	}
	return kana
}()

func plainKana(r rune) rune {
	if isHiragana(r) {
		r += 'ァ' - 'ぁ'
	}
	if plain, marked := plainKanaOf[r]; marked {
		return plain
	}
	return r
}

// compare compares the names. Names that are one differ in no letter of their
// skeletons, or in one kana that is lost or, behind the same word, is another.
// To find them, each is looked up by its skeleton with one letter less.
func (n *similarNames) compare() {
	if len(n.names) < 2 {
		return
	}
	bySkeleton := make(map[string][]int)
	for i := range n.names {
		reported := false
		for at := -1; at < len(n.names[i].skeleton); at++ {
			key := without(n.names[i].skeleton, at)
			for _, other := range bySkeleton[key] {
				if !reported && n.areOne(&n.names[other], &n.names[i]) {
					n.reportPair(&n.names[other], &n.names[i])
					reported = true
				}
			}
		}
		for at := -1; at < len(n.names[i].skeleton); at++ {
			key := without(n.names[i].skeleton, at)
			if len(bySkeleton[key]) < maxCandidates && !slices.Contains(bySkeleton[key], i) {
				bySkeleton[key] = append(bySkeleton[key], i)
			}
		}
	}
}

// maxCandidates is with how many names of one skeleton another is compared.
const maxCandidates = 8

// without returns letters less the one at a place, all of them for -1.
func without(letters []rune, at int) string {
	if at < 0 {
		return string(letters)
	}
	return string(letters[:at]) + string(letters[at+1:])
}

// areOne reports whether two different spellings are taken for one name.
func (n *similarNames) areOne(x, y *quotedName) bool {
	a, b := x.skeleton, y.skeleton
	sameContext := commonEnd(x.before, y.before) >= minContextRunes
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case slices.Equal(a, b):
		return sameContext || withoutLength(x.name) == withoutLength(y.name)
	case len(a) == len(b):
		return sameContext && isKatakana(a[i]) && isKatakana(b[i]) && slices.Equal(a[i+1:], b[i+1:])
	case len(a)+1 == len(b):
		inside := i > 0 && i+1 < len(b)
		return inside && isKatakana(b[i]) && slices.Equal(a[i:], b[i+1:]) && sameContext
	}
	return false
}

// commonEnd returns how many characters the ends of two words share.
func commonEnd(x, y string) int {
	count := 0
	for x != "" && y != "" {
		a, size := utf8.DecodeLastRuneInString(x)
		b, _ := utf8.DecodeLastRuneInString(y)
		if a != b {
			break
		}
		x, y = x[:len(x)-size], y[:len(y)-size]
		count++
	}
	return count
}

// withoutLength returns a name without long vowel marks and small kana: サーバー
// and サーバ are one, バス and パス are not.
func withoutLength(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 'ー' || r == '・' || r == ' ' || r == '\u3000':
			return -1
		case strings.ContainsRune("ァィゥェォッャュョヮ", r):
			return r + 1 // the large kana stands behind the small one
		}
		return r
	}, name)
}

func (n *similarNames) reportPair(first, second *quotedName) {
	elsewhere := first.where.label
	if !first.where.at.IsZero() {
		elsewhere = first.where.at.String()
	}
	n.examination.report(CodeSimilarNames, second.where, second.name, first.name, elsewhere)
}
