package sheet

import (
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// SplitValueCells parts the cells that hold several values. joined is the text of
// the first of them, empty where there is none.
func SplitValueCells(cells []grid.Cell) (fields []grid.Cell, joined string) {
	fields = make([]grid.Cell, 0, len(cells)+4)
	for _, cell := range cells {
		parts := SplitValues(cell)
		if len(parts) < 2 {
			fields = append(fields, cell)
			continue
		}
		if joined == "" {
			joined = cell.Text
		}
		fields = append(fields, parts...)
	}
	return fields, joined
}

// valueGaps are the blanks between the values of a cell.
var valueGaps = ja.NewCharacters(" \u3000\n")

// SplitValues cuts a cell into values at its blanks; nil where it is one value or
// holds anything else.
func SplitValues(cell grid.Cell) []grid.Cell {
	if !valueGaps.In(cell.Text) {
		return nil
	}
	words := fieldsOf(cell.Text)
	if len(words) < 2 {
		return nil
	}
	for _, word := range words {
		if !IsValue(word) {
			return nil
		}
	}
	return CutFields(cell, words)
}

// fieldsOf cuts a text at its blanks; a number and the word behind it are one
// field, also where the word is no usual unit (29 経営体).
func fieldsOf(text string) []string {
	words := ja.Fields(text, "")
	kept := words[:0]
	at := 0
	for i := 0; i < len(words); i++ {
		start := at + strings.Index(text[at:], words[i])
		at = start + len(words[i])
		if i+1 < len(words) && isBareNumber(words[i]) && !IsValue(words[i+1]) {
			next := at + strings.Index(text[at:], words[i+1])
			if both := text[start : next+len(words[i+1])]; IsValue(both) {
				kept = append(kept, both)
				at = start + len(both)
				i++
				continue
			}
		}
		// The year or the rank of a number stands behind it in brackets.
		if n := len(kept); n > 0 && beginsWithBracket(words[i]) {
			from := strings.LastIndex(text[:start], kept[n-1])
			if both := text[from:at]; IsNumberOrDash(kept[n-1]) && IsValue(both) {
				kept[n-1] = both
				continue
			}
		}
		kept = append(kept, words[i])
	}
	return kept
}

func beginsWithBracket(text string) bool {
	return strings.HasPrefix(text, "(") || strings.HasPrefix(text, "（")
}

func isBareNumber(text string) bool {
	reading := ja.ReadQuantity(text, ja.Expect{})
	return reading.Kind == ja.Numeric && reading.Quantity.Unit == ""
}

// SplitNameValues cuts count values off the end of a name's cell; values is nil
// where it does not end in as many. Words count as values only in a whole row.
func SplitNameValues(cell grid.Cell, count int) (name grid.Cell, values []grid.Cell) {
	if count <= 0 || !valueGaps.In(cell.Text) {
		return cell, nil
	}
	words := fieldsOf(cell.Text)
	if len(words) <= count {
		return cell, nil
	}
	end := len(cell.Text)
	whole := count > 2 && IsArrow(words[len(words)-1])
	values = make([]grid.Cell, count)
	for i := count - 1; i >= 0; i-- {
		word := words[len(words)-count+i]
		if !IsValue(word) && !(whole && ja.ReadQuantity(word, ja.Expect{}).Kind == ja.State) {
			return cell, nil
		}
		start := strings.LastIndex(cell.Text[:end], word)
		values[i] = cell.Slice(start, start+len(word))
		end = start
	}
	return cell.Slice(0, end), values
}

// IsSureValue reports whether a text that ends a name is a value for sure: it
// has a unit or a bracket, or is no small number.
func IsSureValue(cell grid.Cell) bool {
	reading := ja.ReadQuantity(cell.Text, ja.Expect{})
	return reading.Kind == ja.Dash || reading.Kind == ja.Ranked || len(cell.Text) > 2 && reading.Kind == ja.Numeric
}
