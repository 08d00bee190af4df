package sheet

import (
	"slices"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
)

// SplitRow parts the cells of a row that has fewer than wanted: a name that holds
// the first value, cells that hold several values, and a cell that holds the whole
// row. Figures are parted where the row is whole then, words, if they are values,
// only where empty cells behind them show that they were joined, or where the row
// is narrow: it has lost a cell. joined is the last cell that was parted. Where the
// row is not whole then, it is given back as it is, with no joined cell; a cell
// that was the whole row is parted as far as it goes, with none either.
func SplitRow(row []Token, wanted int, wordsAreValues, narrow bool) (split []Token, joined Token) {
	if len(row) == 0 || len(row) >= wanted {
		return row, Token{}
	}
	if len(row) == 1 {
		return SplitFromRight(row[0], wanted-1, wordsAreValues), Token{}
	}
	split, joined = splitRowName(row, wanted, wordsAreValues, narrow)
	for i, token := range row[1:] {
		words := SplitWords(token)
		free := int32(len(words)) // columns up to the next cell
		if i+2 < len(row) {
			free = row[i+2].Index - token.Index
		}
		shown := narrow || int32(len(words)) <= free && i+2 < len(row) || i+2 == len(row)
		if len(words) > 1 && (AllFigures(words) && !isOneFigure(token.Text, words) || wordsAreValues && shown) {
			joined = token
			split = append(split, words...)
		} else {
			split = append(split, token)
		}
	}
	if len(split) == wanted-1 && len(split) > len(row) && !wordsAreValues && len(row) < wanted-1 {
		// The name has the first value, too.
		if parts := SplitFromRight(row[0], 1, false); len(parts) == 2 && utf8.RuneCountInString(parts[0].Text) >= minNameRunes {
			split = slices.Concat(parts, split[1:])
		}
	}
	if len(split) == wanted {
		return split, joined
	}
	return row, Token{}
}

// isOneFigure reports whether the words of a cell, each a figure of its own, are a number
// with its unit: 16 橋.
func isOneFigure(text string, words []Token) bool {
	return len(words) == 2 && ja.ReadQuantity(words[1].Text, ja.Expect{}).Kind == ja.LoneUnit && ja.ReadQuantity(text, ja.Expect{}).Kind == ja.Numeric
}

// splitRowName parts the first value from a row's name, where the row has one cell
// too few and the name ends in a word that can be a value.
func splitRowName(row []Token, wanted int, wordsAreValues, narrow bool) (split []Token, joined Token) {
	split = make([]Token, 0, wanted)
	if len(row) == wanted-1 {
		parts := SplitFromRight(row[0], 1, wordsAreValues)
		shown := !wordsAreValues || narrow || row[1].Index-row[0].Index > 1
		if len(parts) == 2 && shown && utf8.RuneCountInString(parts[0].Text) >= minNameRunes &&
			(!wordsAreValues || utf8.RuneCountInString(parts[1].Text) <= maxWordRunes) {
			return append(split, parts...), row[0]
		}
	}
	return append(split, row[0]), joined
}

// How long a name is at least, and a word at most, for the word to be taken from
// the name as its first value.
const minNameRunes, maxWordRunes = 3, 12

// AllFigures reports whether each of the tokens is a figure.
func AllFigures(tokens []Token) bool {
	for _, token := range tokens {
		if !IsFigure(token.Text) {
			return false
		}
	}
	return true
}
