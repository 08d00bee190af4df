package hadano

import (
	"strings"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readName reads the number and the name of an item, or of a level above it, and
// returns over how many cells they go: the number may stand in a cell of its own.
func readName(pieces []piece) (number, name string, cells int) {
	text := ja.StripMarkup(pieces[0].Text)
	if hasNumberApart(pieces) {
		number = strings.Trim(ja.Fold(text), ".()- ")
		return number, ja.Unwrap(ja.StripMarkup(pieces[1].Text)), 2
	}
	number, name = sheet.SplitNumber(text)
	return number, ja.Unwrap(name), 1
}

// hasNumberApart reports whether the first cell is nothing but a number, and words
// stand in the one behind it.
func hasNumberApart(pieces []piece) bool {
	if len(pieces) < 2 || pieces[1].label != noLabel || pieces[1].Index > pieces[0].Index+1 || !isBareNumber(pieces[0].Text) {
		return false
	}
	words := ja.StripMarkup(pieces[1].Text)
	return !isBareNumber(words) && !startsWithNumber(pieces[1]) && !ja.IsDash(words) && !sheet.IsFigure(words)
}

// numberSigns are the characters that a number by itself is made of.
var numberSigns = ja.NewCharacters("0123456789０１２３４５６７８９-－‐ー.．()（）")

func isBareNumber(text string) bool {
	return text != "" && sheet.HasDigit(text) && numberSigns.Trim(text) == ""
}
