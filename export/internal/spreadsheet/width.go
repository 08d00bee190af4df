package spreadsheet

import (
	"math"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// Widths are counted in Excel's unit, the width of a digit; a kanji takes two.
// Signs of ambiguous width (○ ① …) are as wide as kanji in a Japanese font.
var eastAsian = runewidth.Condition{EastAsianWidth: true, StrictEmojiNeutral: true}

// runeWidth asks the library only about signs outside the large blocks.
func runeWidth(r rune) int {
	switch {
	case r < ' ':
		return 0
	case r < utf8.RuneSelf:
		return 1
	case r >= 0x3000 && r <= 0x9FFF, r >= 0xFF01 && r <= 0xFF60:
		return 2
	default:
		return eastAsian.RuneWidth(r)
	}
}

// TextWidth returns the width of a text's widest line.
func TextWidth(text string) int {
	widest, width := 0, 0
	for _, r := range text {
		if r == '\n' {
			widest, width = max(widest, width), 0
			continue
		}
		width += runeWidth(r)
	}
	return max(widest, width)
}

// room returns how many digits of text stand in a line of a column. A column's
// width is measured in digits of the default font, which is a point larger than
// that of the cells; the part of the difference that is not used up makes up for
// lines that break early.
func room(width float64) int { return max(1, int(width*1.08)-1) }

// countLines returns how many lines a text takes in a cell of a width. It errs on
// the high side: programs break lines before signs that may not begin one, and
// between words.
func countLines(text string, width float64) int {
	room := room(width)
	lines := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines += max(1, (TextWidth(paragraph)+room-1)/room)
	}
	return lines
}

// cut parts a text so that the first part takes at most that many lines of a width
// and at most that many UTF-16 units. It cuts behind a line's end or a sentence's
// where one is near.
func cut(text string, lines int, width float64, units int) (first, rest string) {
	room := room(width)
	line, used, unit := 1, 0, 0
	sentence := 0
	for index, r := range text {
		length := utf16.RuneLen(r)
		if length < 0 {
			length = 1
		}
		step := runeWidth(r)
		if r == '\n' || used+step > room {
			line++
			used = 0
		}
		if line > lines || unit+length > units {
			if sentence > index/2 {
				index = sentence
			}
			return text[:index], text[index:]
		}
		if r != '\n' {
			used += step
		}
		unit += length
		if r == '\n' || r == '。' {
			sentence = index + utf8.RuneLen(r)
		}
	}
	return text, ""
}

// utf16Length returns how long Excel takes a text to be.
func utf16Length(text string) int {
	if len(text) <= maxTextUnits {
		return len(text) // never more than its bytes
	}
	length := 0
	for _, r := range text {
		length += max(1, utf16.RuneLen(r))
	}
	return length
}

// numberWidth returns the width of a number in a format. Text in quotes stands for
// itself: #,##0,"千円".
func numberWidth(number float64, format string) int {
	if format == FormatDate {
		return len(FormatDate)
	}
	width := 0
	if strings.IndexByte(format, '"') >= 0 {
		pieces := strings.Split(format, `"`)
		width = TextWidth(pieces[1])
		format = pieces[0]
	}
	if strings.HasSuffix(format, "%") {
		number *= 100
		width++
	}
	for strings.HasSuffix(format, ",") {
		number /= 1000
		format = format[:len(format)-1]
	}
	digits := 1
	if size := math.Abs(number); size >= 10 {
		digits = int(math.Floor(math.Log10(size))) + 1
	}
	width += digits
	if strings.Contains(format, ",") {
		width += (digits - 1) / 3
	}
	if number < 0 {
		width++
	}
	if point := strings.IndexByte(format, '.'); point >= 0 {
		width += 1 + strings.Count(format[point:], "0")
	}
	return width
}
