package main

import (
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// displayWidth measures text as terminals show it: kanji and full-width signs
// take two columns.
//
// Signs of ambiguous width (○ ① … ─) take one column, also under a Japanese
// locale: so do the C library and today's terminals unless told otherwise. Who
// told theirs otherwise sets RUNEWIDTH_EASTASIAN=1, the variable that other
// programs on the same library go by.
type displayWidth struct{ condition runewidth.Condition }

func newDisplayWidth(environment func(string) string) *displayWidth {
	return &displayWidth{runewidth.Condition{
		EastAsianWidth:     environment("RUNEWIDTH_EASTASIAN") == "1",
		StrictEmojiNeutral: true,
	}}
}

func (d *displayWidth) of(text string) int {
	width := 0
	for _, r := range text {
		width += d.ofRune(r)
	}
	return width
}

// ofRune does not ask the library about ASCII, whose tables take a millisecond to
// come up.
func (d *displayWidth) ofRune(r rune) int {
	switch {
	case r < ' ':
		return 0
	case r < utf8.RuneSelf:
		return 1
	default:
		return d.condition.RuneWidth(r)
	}
}

// pad fills a text with blanks up to a width.
func (d *displayWidth) pad(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-d.of(text)))
}

// table sets rows in columns that are as wide as their widest cell, two blanks
// apart. The last column is not filled.
func (d *displayWidth) table(rows [][]string) string {
	var widths []int
	for _, row := range rows {
		for column, cell := range row {
			if column == len(widths) {
				widths = append(widths, 0)
			}
			widths[column] = max(widths[column], d.of(cell))
		}
	}
	var text strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for column, cell := range row {
			line.WriteString(d.pad(cell, widths[column]) + "  ")
		}
		text.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return text.String()
}

// mayNotBegin are the signs that a Japanese line does not begin with.
const mayNotBegin = "、。，．・：；？！ー）」』】〉》〕］…"

// wrap breaks a text into lines of at most a width: at blanks, and between any
// two characters of which one is wide. Line breaks of the text stay.
func (d *displayWidth) wrap(text string, width int) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		line, used := "", 0
		for _, piece := range d.pieces(paragraph) {
			size := d.of(strings.TrimRight(piece, " "))
			if used > 0 && used+size > width {
				lines = append(lines, strings.TrimRight(line, " "))
				line, used = "", 0
			}
			line += piece
			used += d.of(piece)
		}
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return lines
}

// pieces cuts a text into what may not be broken.
func (d *displayWidth) pieces(text string) []string {
	var pieces []string
	start := 0
	previous := rune(0)
	for index, r := range text {
		wide := d.ofRune(r) > 1 || d.ofRune(previous) > 1
		mayBreak := previous == ' ' && r != ' ' || wide && r != ' ' && !strings.ContainsRune(mayNotBegin, r) &&
			!strings.ContainsRune("（「『【〈《〔［", previous)
		if index > start && mayBreak {
			pieces = append(pieces, text[start:index])
			start = index
		}
		previous = r
	}
	return append(pieces, text[start:])
}
