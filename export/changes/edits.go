package changes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sheetconv/model/compare"
)

// piece is a part of a text that was kept, deleted or inserted.
type piece struct {
	edit compare.Edit
	text string
	// omitted is how many signs are left out in its place; it has no text then.
	omitted int
}

// edits returns the pieces of two texts held against each other, the kept ones
// shortened to some words around the changed places.
func edits(old, new string, context int) []piece {
	segments := compare.Words(visibleLines(old), visibleLines(new))
	var pieces []piece
	for index, segment := range segments {
		if segment.Edit != compare.Kept || context < 0 {
			pieces = append(pieces, piece{edit: segment.Edit, text: segment.Text})
			continue
		}
		pieces = append(pieces, shorten(segment.Text, context, index > 0, index < len(segments)-1)...)
	}
	return pieces
}

// shorten keeps the first words of a kept text behind a changed place and the last
// ones before the next.
func shorten(text string, context int, behind, before bool) []piece {
	// A mark says how much is left out, so it must be worth more than it takes.
	const least = 12 // signs
	start, end := 0, len(text)
	if behind {
		start = wordsEnd(text, context)
	}
	if before {
		end = max(start, wordsStart(text, context))
	}
	if !behind && !before {
		return []piece{{text: text}}
	}
	if !behind {
		start = 0
	}
	if !before {
		end = len(text)
	}
	omitted := utf8.RuneCountInString(text[start:end])
	if omitted < least {
		return []piece{{text: text}}
	}
	var pieces []piece
	if start > 0 {
		pieces = append(pieces, piece{text: text[:start]})
	}
	pieces = append(pieces, piece{omitted: omitted})
	if end < len(text) {
		pieces = append(pieces, piece{text: text[end:]})
	}
	return pieces
}

// wordsEnd returns where so many words from the beginning of a text end.
func wordsEnd(text string, words int) int {
	ends := wordEnds(text)
	if words == 0 || len(ends) == 0 {
		return 0
	}
	return ends[min(words, len(ends))-1]
}

// wordsStart returns where so many words at the end of a text begin.
func wordsStart(text string, words int) int {
	ends := wordEnds(text)
	if words >= len(ends) {
		return 0
	}
	return ends[len(ends)-words-1]
}

// wordEnds returns where the words of a text end. Japanese has no blanks between
// words; a run of kanji with the hiragana behind it comes near to one.
func wordEnds(text string) []int {
	var ends []int
	previous := rune(0)
	for index, r := range text {
		if index > 0 && startsWord(previous, r) {
			ends = append(ends, index)
		}
		previous = r
	}
	if text != "" {
		ends = append(ends, len(text))
	}
	return ends
}

func startsWord(previous, r rune) bool {
	was, is := script(previous), script(r)
	return was != is && is != hiragana && is != space
}

// script sorts signs by the kind of word they make.
func script(r rune) int {
	switch {
	case unicode.Is(unicode.Han, r):
		return kanji
	case unicode.Is(unicode.Hiragana, r):
		return hiragana
	case unicode.Is(unicode.Katakana, r) || r == 'ー':
		return katakana
	case unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(".,", r):
		return alphanumeric
	case unicode.IsSpace(r):
		return space
	}
	return sign
}

const (
	sign = iota
	kanji
	hiragana
	katakana
	alphanumeric
	space
)
