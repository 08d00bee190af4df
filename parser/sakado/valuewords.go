package sakado

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// valueWords returns the words of a cell, in which a number and its unit are one.
func (f *facts) valueWords(cell sheet.Token) []sheet.Token {
	parts := sheet.SplitWords(cell)
	if !mayPartUnit(cell.Text) {
		return parts
	}
	return f.joinUnits(cell, parts)
}

// joinUnits makes one word of what blanks have parted in one value: a number and the unit
// behind it (27 事業), the sign before a number (約 40 %), the ends of a range
// (1,000 ～ 1,200人), a year and its month (令和4年 4月), and a word that stands before several
// numbers of the cell (延べ 45人 延べ 100人).
func (f *facts) joinUnits(cell sheet.Token, parts []sheet.Token) []sheet.Token {
	prefixes := f.prefixesOf(parts)
	joined := parts[:0] // behind which it never gets
	for i := 0; i < len(parts); {
		end := f.valueEnd(parts, i, prefixes)
		joined = append(joined, parts[i])
		if end > i+1 {
			joined[len(joined)-1] = span(cell, parts[i:end])
		}
		i = end
	}
	return joined
}

// valueEnd returns the word behind those that are one value with word i, or i+1.
func (f *facts) valueEnd(parts []sheet.Token, i int, prefixes []string) int {
	end := i + 1
	if end < len(parts) && f.isSureFigure(parts[end].Text) && (isSign(parts[i].Text) || i > 0 && slices.Contains(prefixes, parts[i].Text)) {
		end++
	}
	switch last := parts[end-1].Text; {
	case end == len(parts):
	case end+1 < len(parts) && isWave(parts[end].Text) && f.isSureFigure(last) && f.isSureFigure(parts[end+1].Text):
		end += 2
	case strings.HasSuffix(last, "年") && ja.HasDigit(last) && strings.HasSuffix(parts[end].Text, "月") && f.isSureFigure(parts[end].Text):
		end++
	}
	if last := parts[end-1].Text; end < len(parts) && endsInDigit(last) && f.kindOf(parts[end].Text) == ja.LoneUnit && (f.isSureFigure(last) || f.isRank(last, parts[end].Text)) {
		end++
	}
	return end
}

// prefixesOf returns the words that stand before several numbers of a cell, and hold no
// digit themselves.
func (f *facts) prefixesOf(parts []sheet.Token) []string {
	var once, prefixes []string
	for i := 1; i+1 < len(parts); i++ {
		text := parts[i].Text
		if ja.HasDigit(text) || ja.LongerThan(text, maxStateRunes) || !ja.HasDigit(parts[i+1].Text) || !f.isSureFigure(parts[i+1].Text) {
			continue
		}
		if slices.Contains(once, text) {
			prefixes = append(prefixes, text)
		}
		once = append(once, text)
	}
	return prefixes
}

// isWave reports whether a word parts the ends of a range.
func isWave(text string) bool { return ja.Fold(text) == "~" }

// isRank reports whether a word and the unit behind it are a rank: 3/17 団体.
func (f *facts) isRank(word, unit string) bool {
	return rankSigns.In(word) && f.kindOf(word+" "+unit) == ja.Ranked
}

// rankSigns part the two numbers of a rank.
var rankSigns = ja.NewCharacters("/／")

// mayPartFigure reports whether blanks may have parted a value of a text that is no number
// with its unit: a word without a digit stands before a number twice, or a month behind a
// year.
func mayPartFigure(text string) bool {
	if len(text) > maxFigureBytes {
		return false
	}
	count := 0
	for at := 1; at+1 < len(text); at++ {
		if text[at] != ' ' || mayEndNumber(text[at-1]) && !strings.HasSuffix(text[:at], "年") {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(text[at+1:]); sheet.IsDigit(next) {
			count++
		}
	}
	return count > 1
}

func endsInDigit(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return sheet.IsDigit(last)
}

// isSign reports whether a word is what stands before a number: 約, △.
func isSign(text string) bool {
	first, size := utf8.DecodeRuneInString(text)
	return size == len(text) && amountSigns.Has(first)
}

var amountSigns = ja.NewCharacters("約△▲")
