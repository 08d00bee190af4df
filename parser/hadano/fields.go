package hadano

import (
	"strings"
	"unicode"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// figureFields cuts a cell of figures into its labels and its values. A colon
// belongs to the label before it, and a unit to the dash before it: － 件. The
// parts of a label that a line break has parted are one.
func figureFields(text string) []string {
	unit := unitOf(text)
	var fields []string
	for from := 0; from < len(text); {
		at, end := nextColon(text, from)
		fields = append(fields, joinParts(text[from:at], ja.Fields(text[from:at], unit))...)
		if end > at {
			fields = append(fields, text[at:end])
		}
		from = end
	}
	return fields
}

var colons = ja.NewCharacters(":：")

// nextColon finds the next 目標 or 実績 with a colon behind it, from byte from on;
// both are the length of text where there is none.
func nextColon(text string, from int) (at, end int) {
	at, end = len(text), len(text)
	if !colons.In(text[from:]) {
		return at, end
	}
	for _, l := range [...]label{target, actual} {
		word := table[l].spellings[0]
		for begin := from; ; begin += len(word) {
			next := strings.Index(text[begin:], word)
			if next < 0 {
				break
			}
			begin += next
			mark := sheet.SkipBlanks(text, behindWord(text, begin+len(word)))
			if strings.HasPrefix(text[mark:], ":") || strings.HasPrefix(text[mark:], "：") {
				if begin < at {
					at, end = begin, behindColon(text, mark)
				}
				break
			}
		}
	}
	return at, end
}

// behindWord returns the byte behind a label whose word 目標 or 実績 ends at byte at:
// 目標値 and 実績値 are the same labels.
func behindWord(text string, at int) int {
	if strings.HasPrefix(text[at:], "値") {
		at += len("値")
	}
	return at
}

// behindColon returns the byte behind a colon that may stand behind blanks, or
// behind the word 目標 or 実績, which ends at byte at.
func behindColon(text string, at int) int {
	at = behindWord(text, at)
	mark := sheet.SkipBlanks(text, at)
	for _, colon := range [...]string{":", "："} {
		if strings.HasPrefix(text[mark:], colon) {
			return mark + len(colon)
		}
	}
	return at
}

// joinParts puts the fields of a text together that are parts of one: a dash and
// the unit behind it, two halves of a label.
func joinParts(text string, fields []string) []string {
	joined := fields[:0]
	from, last := 0, 0
	for _, field := range fields {
		at := from + strings.Index(text[from:], field)
		from = at + len(field)
		if n := len(joined); n > 0 && areParts(joined[n-1], field) {
			joined[n-1] = text[last:from]
			continue
		}
		last = at
		joined = append(joined, field)
	}
	return joined
}

func areParts(first, second string) bool {
	if first[0] >= '0' && first[0] <= '9' {
		return false // a figure, as most are
	}
	if ja.IsDash(first) {
		return ja.IsUnit(second)
	}
	if (first == table[target].spellings[0] || first == table[actual].spellings[0]) && (second[0] >= '0' && second[0] <= '9' || ja.BeginsWithIdeograph(second)) {
		return false // a whole label with its value
	}
	return (measureSigns.In(first) || measureSigns.In(second)) && isMeasure(first+second)
}

// unitOf returns the unit with which a text of figures ends: its last word, if
// that has no digit.
func unitOf(text string) string {
	at := strings.LastIndexFunc(text, unicode.IsSpace)
	if at < 0 || sheet.HasDigit(text[at:]) {
		return ""
	}
	return ja.TrimSpace(text[at:])
}
