package sheet

import (
	"slices"
	"strconv"
	"strings"

	"sheetconv/parser/internal/ja"
)

// maxPageNumberBytes is how long a page number may be.
const maxPageNumberBytes = 40

// IsPageNumber reports whether text is nothing but a page number: 1/4, - 3 -,
// 12ページ, P.3, ページ 1/2, Page 2, **1 / 2**.
func IsPageNumber(text string) bool {
	if len(text) > maxPageNumberBytes || ja.BeginsWithIdeograph(text) {
		return false
	}
	text = ja.Fold(TrimQuotes(text))
	if text != "" && text[0] == '*' {
		text = ja.Fold(ja.StripMarkup(text))
	}
	text = strings.TrimSuffix(strings.TrimSuffix(text, "ページ"), "頁")
	text = strings.TrimPrefix(withoutPageWord(text), ".")
	digits := 0
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == ' ' || r == '-' || r == '/':
		default:
			return false
		}
	}
	return digits > 0 && digits <= 6
}

// withoutPageWord returns a text without the word that says that a page's number follows.
func withoutPageWord(text string) string {
	for _, word := range [...]string{"ページ", "Page", "page", "PAGE", "P", "p"} {
		if rest, found := strings.CutPrefix(text, word); found {
			return rest
		}
	}
	return text
}

// IsMarkedPageNumber reports whether text is a page number for sure: a dash, a
// slash or a word tells it from a figure.
func IsMarkedPageNumber(text string) bool {
	return len(text) <= maxPageNumberBytes && !ja.BeginsWithIdeograph(text) && !ja.IsBareNumber(text) && pageMarks.In(text) && IsPageNumber(text)
}

var pageMarks = ja.NewCharacters("/-／－‐−ペ頁Pp")

// Year writes a fiscal year as messages name it.
func Year(fy int) string { return "FY" + strconv.Itoa(fy) }

// SplitWords parts a cell at its blanks. A bracketed part stays with the word
// before it: `80% (R2年度)` is one.
func SplitWords(token Token) []Token {
	if len(token.Text) > maxJoinedBytes {
		return []Token{token}
	}
	var buffer [usualWords]span
	spans := wordSpans(buffer[:0], token.Text)
	words := make([]Token, 0, len(spans))
	for _, span := range spans {
		words = append(words, Token{Cell: token.Slice(span.start, span.end), Row: token.Row, Joined: true})
	}
	return words
}

// maxJoinedBytes is how long a cell of joined values may be; a longer one is
// running text.
const maxJoinedBytes = 600

// usualWords is how many words most cells have at most.
const usualWords = 16

// wordSigns are what wordSpans looks for; most texts have none of them.
var wordSigns = ja.NewCharacters(" \u3000\n\u00a0<(（)）")

// wordSpans appends the byte ranges of the words of text.
func wordSpans(spans []span, text string) []span {
	if text != "" && !wordSigns.In(text) {
		return append(spans, span{0, len(text)})
	}
	start, depth := -1, 0
	tagEnd := 0
	for i, r := range text {
		if r == '<' && strings.HasPrefix(text[i:], "<br") {
			// The tag parts words; it is claimed with the word before it.
			tagEnd = i + 1 + max(0, strings.IndexByte(text[i:], '>'))
			if start >= 0 && depth == 0 {
				spans = append(spans, span{start, tagEnd})
				start = -1
			}
		}
		blank := r == ' ' || r == '\u3000' || r == '\n' || r == '\u00a0' || i < tagEnd
		switch {
		case blank && depth == 0:
			if start >= 0 && i >= tagEnd && partsNumber(text, i) {
				continue
			}
			if start >= 0 {
				spans = append(spans, span{start, i})
				start = -1
			}
			continue
		case r == '(' || r == '（':
			if start < 0 && len(spans) > 0 {
				start = spans[len(spans)-1].start
				spans = spans[:len(spans)-1]
			}
			depth++
		case (r == ')' || r == '）') && depth > 0:
			depth--
		}
		if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		spans = append(spans, span{start, len(text)})
	}
	return spans
}

// partsNumber reports whether the blank at byte i stands behind the separator of a number
// that goes on: 12, 684人 is no 684.
func partsNumber(text string, i int) bool {
	if i < 2 || text[i-1] != ',' || text[i-2] < '0' || text[i-2] > '9' {
		return false
	}
	rest := wordSigns.TrimLeft(text[i:])
	return rest != "" && rest[0] >= '0' && rest[0] <= '9'
}

// SplitFromRight parts a cell that holds a name and up to count values, joined
// by blanks: values stand at the right. Unless words are values too, only
// numbers, ranks and dashes are taken for them, with a unit that a blank parts from its
// number.
func SplitFromRight(token Token, count int, wordsAreValues bool) []Token {
	if len(token.Text) > maxJoinedBytes {
		return []Token{token}
	}
	var buffer [usualWords]span
	spans := wordSpans(buffer[:0], token.Text)
	first := len(spans)
	for first > 1 && len(spans)-first < count {
		if !wordsAreValues {
			begin := valueBefore(token.Text, spans[:first])
			if begin == 0 {
				break
			}
			spans[begin].end = spans[first-1].end
			spans = slices.Delete(spans, begin+1, first)
			first = begin + 1
		}
		first--
	}
	if !wordsAreValues && first > 1 && first < len(spans) && isYearOf(token.Text, spans[first-1], spans[first]) {
		spans[first-1].end = spans[first].end
		spans = slices.Delete(spans, first, first+1)
		first--
	}
	if first == len(spans) {
		return []Token{token}
	}
	parts := []Token{{Cell: token.Slice(0, spans[first-1].end), Row: token.Row, Joined: true}}
	for _, span := range spans[first:] {
		parts = append(parts, Token{Cell: token.Slice(span.start, span.end), Row: token.Row, Joined: true})
	}
	return parts
}

// valueBefore returns the index of the word at which the value begins that ends some words
// of a text: a number, a rank or a dash, or a number with the unit behind it: 16 橋, 12/33
// 市町村 (令和元年度). It is 0 where none does; the first word is that of a name.
func valueBefore(text string, words []span) int {
	last := len(words) - 1
	end := words[last].end
	if IsNumberOrDash(text[words[last].start:end]) {
		return last
	}
	if last < 2 || !HasDigit(text[words[last-1].start:words[last-1].end]) {
		return 0
	}
	switch ja.ReadQuantity(text[words[last-1].start:end], ja.Expect{}).Kind {
	case ja.Ranked:
		return last - 1
	case ja.Numeric:
		// A word of any other kind may as well be the name's own.
		if ja.ReadQuantity(text[words[last].start:end], ja.Expect{}).Kind == ja.LoneUnit {
			return last - 1
		}
	}
	return 0
}

// isYearOf reports whether a word of a text is the year of the value behind it: 令和元年度
// 45人.
func isYearOf(text string, word, value span) bool {
	if !HasDigit(text[value.start:value.end]) || !strings.Contains(text[word.start:word.end], "年") {
		return false
	}
	own := ja.ReadQuantity(text[value.start:value.end], ja.Expect{}).Quantity
	whole := ja.ReadQuantity(text[word.start:value.end], ja.Expect{})
	return own.FY == 0 && whole.Kind == ja.Numeric && whole.Quantity.FY != 0 && whole.Quantity.Number.Equal(own.Number)
}

// Unquote takes the quotation marks from a text that they enclose as a whole:
// spreadsheets write them round a cell of several lines. A mark inside is theirs
// only where it is doubled; else the text is left as it is.
func Unquote(text string) string {
	if len(text) < 2 || text[0] != '"' || text[len(text)-1] != '"' {
		return text
	}
	inner := text[1 : len(text)-1]
	if strings.Contains(strings.ReplaceAll(inner, `""`, ""), `"`) {
		return text
	}
	return strings.ReplaceAll(inner, `""`, `"`)
}
