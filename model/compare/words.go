package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aymanbagabas/go-udiff/lcs"
)

// Words returns the pieces that lead from an old text to a new one: the kept and
// the inserted pieces together are the new text, the kept and the deleted ones say
// what the old text says. Words are runs of one script (kanji, hiragana, katakana,
// letters, digits), punctuation stands alone. Blanks, line ends and width make no
// difference: a kept piece is spelled as in the new text.
//
// The texts are first held against each other sentence by sentence, then word by
// word where they differ. The search is bounded; beyond its bounds a piece counts
// as replaced although more of it could have been kept.
func Words(old, new string) []Segment {
	switch {
	case !sameText(old, new):
	case new == "": // the old one is empty, or holds nothing but blanks
		return nil
	default:
		return []Segment{{Kept, new}}
	}
	d := &wordDiff{}
	olds, news := sentences(tokens(old)), sentences(tokens(new))
	at := 0
	for _, part := range lcs.DiffLines(keys(olds), keys(news)) {
		for _, sentence := range news[at:part.ReplStart] {
			d.add(Kept, sentence.text)
		}
		d.compare(flat(olds[part.Start:part.End]), flat(news[part.ReplStart:part.ReplEnd]))
		at = part.ReplEnd
	}
	for _, sentence := range news[at:] {
		d.add(Kept, sentence.text)
	}
	d.end()
	return d.segments
}

// token is a word, or a sentence of words, with the blanks behind it.
type token struct {
	text string
	// key is what it is compared by.
	key   string
	words []token
}

func keys(tokens []token) []string {
	found := make([]string, len(tokens))
	for i := range tokens {
		found[i] = tokens[i].key
	}
	return found
}

func flat(sentences []token) []token {
	var found []token
	for _, one := range sentences {
		found = append(found, one.words...)
	}
	return found
}

// script is what a run of characters is made of.
type script int

const (
	otherScript script = iota
	kanji
	hiragana
	katakana
	letter
	digit
	mark // punctuation: each sign is a word
)

// kanaLength prolongs a syllable of either kana.
const kanaLength = 'ー'

func scriptOf(r rune) script {
	switch {
	case r == kanaLength:
		return katakana
	case unicode.Is(unicode.Han, r) || r == '々' || r == '〆' || r == 'ヶ':
		return kanji
	case unicode.Is(unicode.Hiragana, r):
		return hiragana
	case unicode.Is(unicode.Katakana, r):
		return katakana
	case unicode.IsDigit(r):
		return digit
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return letter
	case unicode.IsPunct(r) || unicode.IsSymbol(r):
		return mark
	default:
		return otherScript
	}
}

// tokens cuts a text into words. Blanks belong to the word before them, and end
// no word but one of letters or digits.
func tokens(text string) []token {
	var found []token
	start, last, wasBlank := 0, otherScript, false
	for i, r := range text {
		if isBlank(r) {
			wasBlank = true
			continue
		}
		kind := scriptOf(r)
		isInNumber := last == digit && (r == '.' || r == ',' || r == '．' || r == '，') && digitFollows(text[i+utf8.RuneLen(r):])
		if isInNumber {
			kind = digit
		}
		ends := kind != last || kind == mark || wasBlank && (kind == letter || kind == digit)
		if ends && i > start {
			if found = appendToken(found, text[start:i]); found[len(found)-1].key != "" {
				start = i
			} else {
				found = found[:len(found)-1] // blanks at the beginning
			}
		}
		last, wasBlank = kind, false
	}
	if start < len(text) {
		found = appendToken(found, text[start:])
	}
	return found
}

func digitFollows(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsDigit(r)
}

func appendToken(tokens []token, text string) []token {
	return append(tokens, token{text: text, key: foldText(text)})
}

// sentences gathers words up to the end of each sentence or line.
func sentences(words []token) []token {
	var found []token
	first := 0
	for i := range words {
		isEnd := strings.ContainsAny(words[i].text, "。．\n") || i == len(words)-1
		if !isEnd {
			continue
		}
		found = append(found, sentence(words[first:i+1]))
		first = i + 1
	}
	return found
}

func sentence(words []token) token {
	var text, key strings.Builder
	for _, word := range words {
		text.WriteString(word.text)
		key.WriteString(word.key)
	}
	return token{text.String(), key.String(), words}
}

// wordDiff gathers segments.
type wordDiff struct {
	segments []Segment
	// open is the segment that pieces of its kind are still added to.
	open strings.Builder
	edit Edit
}

// add adds a piece, to the segment before it where both are of one kind.
func (d *wordDiff) add(edit Edit, text string) {
	if text == "" {
		return
	}
	if edit != d.edit {
		d.end()
		d.edit = edit
	}
	d.open.WriteString(text)
}

// end closes the open segment.
func (d *wordDiff) end() {
	if d.open.Len() > 0 {
		d.segments = append(d.segments, Segment{d.edit, d.open.String()})
		d.open.Reset()
	}
}

// compare adds the pieces between two runs of words.
func (d *wordDiff) compare(old, new []token) {
	at := 0
	for _, part := range lcs.DiffLines(keys(old), keys(new)) {
		d.addAll(Kept, new[at:part.ReplStart])
		d.replace(old[part.Start:part.End], new[part.ReplStart:part.ReplEnd])
		at = part.ReplEnd
	}
	d.addAll(Kept, new[at:])
}

func (d *wordDiff) addAll(edit Edit, words []token) {
	for _, word := range words {
		d.add(edit, word.text)
	}
}

// replace adds words that stand for others. Of one word for one of its script the
// characters at both ends that stayed are kept, but never those of a number or of
// a word of letters, which are read as a whole.
func (d *wordDiff) replace(old, new []token) {
	if len(old) != 1 || len(new) != 1 || !isJapanese(old[0].text) || !isJapanese(new[0].text) {
		d.addAll(Deleted, old)
		d.addAll(Inserted, new)
		return
	}
	before, after := []rune(old[0].text), []rune(new[0].text)
	head := 0
	for head < len(before) && head < len(after) && before[head] == after[head] {
		head++
	}
	tail := 0
	for tail < len(before)-head && tail < len(after)-head && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	d.add(Kept, string(after[:head]))
	d.add(Deleted, string(before[head:len(before)-tail]))
	d.add(Inserted, string(after[head:len(after)-tail]))
	d.add(Kept, string(after[len(after)-tail:]))
}

func isJapanese(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	switch scriptOf(r) {
	case kanji, hiragana, katakana:
		return true
	default:
		return false
	}
}
