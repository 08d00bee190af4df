// Package columns sets text in the columns of a terminal, where kanji and
// full-width signs take two.
//
// In go texts; out come their widths in columns, texts filled up to a width,
// wrapped into lines, or set as a table. The package knows no language and no
// colour; codes of a terminal don't belong into its texts.
package columns

import (
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// Width measures text as terminals show it.
//
// Signs of ambiguous width (○ ① … ─) take one column, also under a Japanese
// locale: so do the C library and today's terminals unless told otherwise. Who
// told theirs otherwise sets RUNEWIDTH_EASTASIAN=1, the variable that other
// programs on the same library go by, and AmbiguousWide is for them.
type Width struct{ condition runewidth.Condition }

// New returns the measure of terminals that show signs of ambiguous width in two
// columns, or in one.
func New(ambiguousWide bool) *Width {
	return &Width{runewidth.Condition{EastAsianWidth: ambiguousWide, StrictEmojiNeutral: true}}
}

// AmbiguousWide reports whether the environment asks for two columns.
func AmbiguousWide(environment func(string) string) bool {
	return environment("RUNEWIDTH_EASTASIAN") == "1"
}

// Of returns how many columns a text takes.
func (w *Width) Of(text string) int {
	width := 0
	for _, r := range text {
		width += w.OfRune(r)
	}
	return width
}

// OfRune does not ask the library about ASCII, whose tables take a millisecond to
// come up.
func (w *Width) OfRune(r rune) int {
	switch {
	case r < ' ':
		return 0
	case r < utf8.RuneSelf:
		return 1
	default:
		return w.condition.RuneWidth(r)
	}
}

// Pad fills a text with blanks up to a width.
func (w *Width) Pad(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-w.Of(text)))
}

// Table sets rows in columns that are as wide as their widest cell, two blanks
// apart. The last column is not filled.
func (w *Width) Table(rows [][]string) string {
	var widths []int
	for _, row := range rows {
		for column, cell := range row {
			if column == len(widths) {
				widths = append(widths, 0)
			}
			widths[column] = max(widths[column], w.Of(cell))
		}
	}
	var text strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for column, cell := range row {
			line.WriteString(w.Pad(cell, widths[column]) + "  ")
		}
		text.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return text.String()
}

// mayNotBegin are the signs that a Japanese line does not begin with.
const mayNotBegin = "、。，．・：；？！ー）」』】〉》〕］…"

// Wrap breaks a text into lines of at most a width: at blanks, between any two
// characters of which one is wide, and anywhere in what is wider than a line.
// Line breaks of the text stay; nothing but blanks at the end of a line is lost.
func (w *Width) Wrap(text string, width int) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		line, used := "", 0
		for _, piece := range w.pieces(paragraph, width) {
			if used > 0 && used+w.Of(strings.TrimRight(piece, " ")) > width {
				lines = append(lines, strings.TrimRight(line, " "))
				line, used = "", 0
			}
			line += piece
			used += w.Of(piece)
		}
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return lines
}

// pieces cuts a text into what may not be broken.
func (w *Width) pieces(text string, width int) []string {
	var pieces []string
	start, used := 0, 0
	previous := rune(0)
	for index, r := range text {
		wide := w.OfRune(r) > 1 || w.OfRune(previous) > 1
		mayBreak := previous == ' ' && r != ' ' || wide && r != ' ' && !strings.ContainsRune(mayNotBegin, r) &&
			!strings.ContainsRune("（「『【〈《〔［", previous)
		tooWide := r != ' ' && used+w.OfRune(r) > width
		if index > start && (mayBreak || tooWide) {
			pieces = append(pieces, text[start:index])
			start, used = index, 0
		}
		used += w.OfRune(r)
		previous = r
	}
	return append(pieces, text[start:])
}
