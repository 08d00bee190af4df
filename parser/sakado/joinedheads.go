package sakado

import (
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// dropHeads takes the heads of columns out of cells that join them with values:
// 当初 (H27末) 6回 目標 (R3末) 12回.
func (r *reader) dropHeads(cells []sheet.Token) []sheet.Token {
	var kept []sheet.Token
	for i, cell := range cells {
		var words []sheet.Token
		if wordGaps.In(cell.Text) && mayHoldYear(cell.Text) && valueHeadSigns.In(cell.Text) {
			words = sheet.SplitWords(cell)
		}
		heads := 0
		for _, word := range words {
			if r.isDatedHead(word) {
				heads++
			}
		}
		if heads == 0 || len(words) < 2 {
			if kept != nil {
				kept = append(kept, cell)
			}
			continue
		}
		if kept == nil {
			kept = append(make([]sheet.Token, 0, len(cells)+2), cells[:i]...)
		}
		for _, word := range words {
			if r.isDatedHead(word) {
				r.Grid.Claim(word.Cell, grid.Label)
			} else {
				kept = append(kept, word)
			}
		}
	}
	if kept == nil {
		return cells
	}
	return kept
}

// valueHeadSigns are in any head of a column of values: the first characters of their
// words, or of an entity.
var valueHeadSigns = beginsOf("&", baselineColumn, targetColumn, actualColumn)

// beginsOf returns the first characters of the heads of columns, and others.
func beginsOf(others string, columns ...column) *ja.Characters {
	for _, c := range columns {
		for _, spelling := range spellings[c] {
			_, size := utf8.DecodeRuneInString(spelling)
			others += spelling[:size]
		}
	}
	return ja.NewCharacters(others)
}

// mayHoldYear reports whether a text is short enough for joined cells and holds
// what a year is written with.
func mayHoldYear(text string) bool {
	return len(text) <= maxFigureBytes && (ja.HasDigit(text) || strings.Contains(text, "元"))
}

// isDatedHead reports whether a word is the head of a column of values with its
// year: 当初 (H27末).
func (f *facts) isDatedHead(word sheet.Token) bool {
	if !mayHoldYear(word.Text) {
		return false
	}
	c, fy := f.readHead(word.Text)
	return c >= baselineColumn && c <= actualColumn && fy != 0
}
