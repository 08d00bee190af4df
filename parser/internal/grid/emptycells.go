package grid

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Tools that read tables write a word into a cell that is empty: None (openpyxl and
// pdfplumber), NaN and nan, NaT and <NA> (pandas), NULL and null (databases), and Unnamed: 5
// into the head of a column that has none (pandas). Markdown has ^^ for a cell that the one
// above goes on in. Others leave there the blank or the line end of a web page. As a whole
// cell of a Japanese sheet none of them is printed; a cell that holds anything else beside
// them stays as it is.

// mayShowNothing tells the bytes with which a cell begins that may show nothing.
var mayShowNothing = func() (may [256]bool) {
	for _, b := range []byte("NnUC^&<(\xEF") {
		may[b] = true
	}
	return may
}()

// longestNothing is how many bytes a cell that shows nothing may have.
const longestNothing = 64

// showsNothing reports whether the trimmed text of a cell, which has an index in its row,
// is what stands for an empty one.
func showsNothing(text string, index int) bool {
	if len(text) > longestNothing {
		return false
	}
	switch text {
	case "None", "nan", "NaN", "NaT", "<NA>", "NULL", "null", "^^", "（空欄）", "(空欄)", "（空白）", "(空白)", "（記載なし）", "(記載なし)":
		return true
	}
	switch text[0] {
	case 'U':
		return isUnnamedColumn(text)
	case 'C':
		return text == "Col"+strconv.Itoa(index+1)
	case '&', '<':
		return isBlankMarkup(text)
	}
	return false
}

// isUnnamedColumn reports whether a text is how pandas names a column without a head, in
// heads of several rows, too: Unnamed: 5, Unnamed: 5_level_0.
func isUnnamedColumn(text string) bool {
	rest, found := strings.CutPrefix(text, "Unnamed: ")
	if !found {
		return false
	}
	column, level, leveled := strings.Cut(rest, "_level_")
	return isDigits(column) && (!leveled || isDigits(level))
}

func isDigits(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }

// blankNames are the blanks of a web page by their names, and what it shows for each.
var blankNames = [...]struct{ name, shown string }{
	{"&nbsp;", " "}, {"&#160;", " "}, {"&#xa0;", " "}, {"&ensp;", " "}, {"&emsp;", " "}, {"&thinsp;", " "}, {"&#32;", " "}, {"&#x20;", " "},
	{"&#12288;", "\u3000"}, {"&#x3000;", "\u3000"}, {"&zwnj;", ""}, {"&#8203;", ""}, {"&#x200b;", ""},
}

// isBlankMarkup reports whether a text is nothing but blanks of a web page and line ends.
func isBlankMarkup(text string) bool {
	for text != "" {
		size, _ := blankName(text)
		if text[0] == '<' {
			size = breakEnd(text)
		}
		if size == 0 {
			return false
		}
		text = trimLeft(text[size:])
	}
	return true
}

// blankName returns how many bytes the name of a blank takes with which a text begins, and
// what is shown for it; 0 is none.
func blankName(text string) (size int, shown string) {
	for _, one := range blankNames {
		if len(text) >= len(one.name) && strings.EqualFold(text[:len(one.name)], one.name) {
			return len(one.name), one.shown
		}
	}
	return 0, ""
}

// breakEnd returns how many bytes the tag takes that a text begins with and that ends a
// line: <br>, <br/>, <BR />, </br>. 0 is none.
func breakEnd(text string) int {
	end := strings.IndexByte(text, '>') + 1
	if end == 0 {
		return 0
	}
	if name := strings.Trim(text[1:end-1], "/ "); len(name) == len("br") && strings.EqualFold(name, "br") {
		return end
	}
	return 0
}

// stretch is a part of a text from byte start to end.
type stretch struct{ start, end int }

// withBlanks returns a text with blanks in the place of parts of it, so that each byte of
// all else stands where it stood.
func withBlanks(text string, parts []stretch) string {
	if len(parts) == 0 {
		return text
	}
	blanked := []byte(text)
	for _, part := range parts {
		for i, r := range text[part.start:part.end] {
			for at := part.start + i; !isBlank(r) && at < part.start+i+utf8.RuneLen(r); at++ {
				blanked[at] = ' '
			}
		}
	}
	return string(blanked)
}
