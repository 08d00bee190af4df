package ja

import (
	"strings"
	"unicode"
)

// Option is one of the answers that a cell offers beside check boxes or radio
// buttons.
type Option struct {
	// Text is the answer as printed, trimmed, without markup and hint.
	Text string
	// Hint is what is printed behind the answer for whoever fills in the sheet:
	// (選択してください)→. It is empty where there is none.
	Hint   string
	Ticked bool
	// Start and End are the bytes of s where Text and Hint stand.
	Start, End int
}

// box is a check box or radio button at s[start:end].
type box struct {
	start, end int
	ticked     bool
}

// ReadOptions returns the answers that s offers, in order. found is false where
// it has no boxes. As boxes count, in this order, and one sort per text:
//
//   - HTML inputs of the types radio and checkbox;
//   - :selected: and :unselected:, which a service that reads pages writes for them;
//   - [x] [✓] [レ] [ ];
//   - ☑ ☒ ✓ ✔ ✅ ☐ □ and, beside one of them, ■ and レ;
//   - ● ◉ ⦿ ◎ ○, also (●) (○), where at least one is filled and one is not;
//   - (x) (○) ( ), where there are two or one that is ticked.
//
// The last three sorts also mark lists and headings; they are boxes only where
// each answer is short and no sentence. Answers stand behind their boxes, or
// before them where the text ends with a box and does not begin with one.
func ReadOptions(s string) (options []Option, found bool) {
	if !boxSigns.In(s) {
		return nil, false
	}
	for _, sort := range boxSorts {
		boxes := sort.find(s)
		if len(boxes) == 0 || !sort.counts(boxes) {
			continue
		}
		options = cutOptions(s, boxes)
		if len(boxes) == 1 && !sort.strict && isBehindWord(s, boxes[0]) {
			continue
		}
		if sort.strict || shortAnswers(options) {
			return options, true
		}
	}
	return nil, false
}

// boxSigns are characters of which each box has one.
var boxSigns = NewCharacters(":<[［(（﹙☑☒✓✔✅🗹🗷☐□⬜🔲▢◻◽■⬛🔳◼◾●◉⦿◎⚫🔘○◯⚪")

// boxSort is one way of printing boxes.
type boxSort struct {
	find   func(s string) []box
	counts func(boxes []box) bool
	// strict says that nothing else looks like these boxes.
	strict bool
}

var boxSorts = [...]boxSort{
	{findInputs, anyBoxes, true},
	{findSelectionWords, anyBoxes, true},
	{findSquareBrackets, anyBoxes, true},
	{findCheckSigns, anyBoxes, false},
	{findCircles, filledAndEmpty, false},
	{findRoundBrackets, severalOrTicked, false},
}

func anyBoxes([]box) bool { return true }

func filledAndEmpty(boxes []box) bool {
	ticked := countTicked(boxes)
	return ticked > 0 && ticked < len(boxes)
}

func severalOrTicked(boxes []box) bool { return len(boxes) > 1 || countTicked(boxes) > 0 }

func countTicked(boxes []box) int {
	count := 0
	for _, b := range boxes {
		if b.ticked {
			count++
		}
	}
	return count
}

// isBehindWord reports whether a bracket that is alone stands right behind a word, and other
// words behind a blank: 新規（○） 継続. Which are its own can't be told.
func isBehindWord(s string, b box) bool {
	words := strings.TrimRight(s[:b.start], "*")
	if before, size := foldBefore(words, len(words)); size == 0 || !unicode.IsLetter(before) {
		return false
	}
	first, _ := foldAt(s, b.start)
	behind, _ := foldAt(s, b.end)
	return first == '(' && isBlank(behind) && !IsBlank(s[b.end:])
}

// longestAnswer is how many characters an answer beside a doubtful box has.
const longestAnswer = 40

func shortAnswers(options []Option) bool {
	for _, option := range options {
		if countRunes(option.Text, longestAnswer+1) > longestAnswer || strings.Contains(option.Text, "。") {
			return false
		}
	}
	return true
}

// cutOptions cuts the answers out of s.
func cutOptions(s string, boxes []box) []Option {
	options := make([]Option, len(boxes))
	last := boxes[len(boxes)-1]
	before := IsBlank(s[last.end:]) && !IsBlank(s[:boxes[0].start])
	for i, b := range boxes {
		start, end := b.end, len(s)
		switch {
		case before && i == 0:
			start, end = 0, b.start
		case before:
			start, end = boxes[i-1].end, b.start
		case i+1 < len(boxes):
			end = boxes[i+1].start
		}
		options[i] = newOption(s, start, end, b.ticked)
	}
	return options
}

func newOption(s string, start, end int, ticked bool) Option {
	start, end = trimAnswer(s, start, end)
	if own := s[start:end]; strings.Count(own, boldMark)%2 == 1 { // the other mark stands before a box
		switch {
		case strings.HasSuffix(own, boldMark):
			start, end = trimAnswer(s, start, end-len(boldMark))
		case strings.HasPrefix(own, boldMark):
			start, end = trimAnswer(s, start+len(boldMark), end)
		}
	}
	text := StripMarkup(s[start:end])
	option := Option{Text: text, Ticked: ticked, Start: start, End: end}
	if at := hintStart(text); at < len(text) {
		option.Text, option.Hint = TrimSpace(text[:at]), TrimSpace(text[at:])
	}
	return option
}

// trimAnswer moves both ends of s[start:end] inwards over blanks and over the
// signs that part answers.
func trimAnswer(s string, start, end int) (int, int) {
	for start < end {
		r, size := decodeAt(s[:end], start)
		if !isBlank(r) && !partsAnswers(r) {
			break
		}
		start += size
	}
	for start < end {
		r, size := foldBeforePrinted(s[start:end])
		if !isBlank(r) && !partsAnswers(r) {
			break
		}
		if r == ';' && endsInEntity(s[start:end]) {
			break // the entity goes as markup does
		}
		end -= size
	}
	return start, end
}

// endsInEntity reports whether a text ends with an entity: &emsp;.
func endsInEntity(s string) bool {
	at := strings.LastIndexByte(s, '&')
	if at < 0 {
		return false
	}
	_, end, ok := entityAt(s, at)
	return ok && end == len(s)
}

func partsAnswers(r rune) bool {
	switch FoldRune(r) {
	case '、', '・', '･', '/', ',', '|', ';':
		return true
	}
	return false
}

// hintSigns are characters of which each hint has one.
var hintSigns = NewCharacters("→く下選記入")

// longestHint is of how many brackets and arrows a hint may consist.
const longestHint = 4

// hintStart returns where the hint at the end of an answer begins: a bracket
// that tells what to do, an arrow, or both.
func hintStart(text string) int {
	if !hintSigns.In(text) {
		return len(text) // as nearly all answers
	}
	end := len(text)
	for range longestHint {
		trimmed := TrimSpace(text[:end])
		end = len(trimmed)
		if rest := strings.TrimSuffix(trimmed, "→"); len(rest) < end {
			end = len(rest)
			continue
		}
		start := lastBracket(trimmed)
		if start == len(trimmed) || !tellsWhatToDo(trimmed[start:]) {
			break
		}
		end = start
	}
	if IsBlank(text[end:]) {
		return len(text)
	}
	return end
}

func tellsWhatToDo(bracket string) bool {
	for _, word := range [...]string{"ください", "下さい", "選択", "記入", "入力"} {
		if strings.Contains(bracket, word) {
			return true
		}
	}
	return false
}
