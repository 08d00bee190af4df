package misato

import (
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// dropPageNumbers takes the page numbers out of cells into which they were drawn, because
// nothing but a pipe ends a cell: a line such as - 3 - before or behind the cell's own.
func dropPageNumbers(g *grid.Grid, tokens []sheet.Token) []sheet.Token {
	if g.Layout != grid.PipeCells {
		return tokens
	}
	var split []sheet.Token
	for i := range tokens {
		token := &tokens[i]
		whole := len(token.Text)
		first := strings.IndexByte(token.Text, '\n')
		if first > 0 {
			dropPageLines(g, token, first)
		}
		parts := tokens[i : i+1]
		if len(token.Text) < whole && token.Label == sheet.NoLabel {
			parts = lexicon.SplitLabels(*token)
		}
		if first > 0 && token.Label == sheet.NoLabel && len(parts) == 1 && mayHoldPageLine(token.Text) {
			if parts = splitPageLines(g, *token); len(parts) == 1 {
				*token = parts[0]
			}
		}
		if len(parts) > 1 && split == nil {
			split = append(make([]sheet.Token, 0, len(tokens)+8), tokens[:i]...)
		}
		if split != nil {
			split = append(split, parts...)
		}
	}
	if split == nil {
		return tokens
	}
	return split
}

// dropPageLines takes a page number out of the first line of a cell, which ends at byte
// first, and out of the last.
func dropPageLines(g *grid.Grid, token *sheet.Token, first int) {
	if isPageLine(token.Text[:first]) {
		g.Claim(token.Slice(0, first), grid.Decoration)
		token.Cell = token.Slice(first, len(token.Text))
		token.Label, _ = lexicon.Labels.Find(token.Text)
	}
	if last := strings.LastIndexByte(token.Text, '\n'); last > 0 && isPageLine(token.Text[last+1:]) {
		g.Claim(token.Slice(last, len(token.Text)), grid.Decoration)
		token.Cell = token.Slice(0, last)
		token.Label, _ = lexicon.Labels.Find(token.Text)
	}
}

// isPageLine reports whether a line is a page number and nothing that a cell may hold: it
// stands between dashes, or a word says so.
func isPageLine(line string) bool {
	line = ja.TrimSpace(line)
	if !sheet.IsMarkedPageNumber(line) {
		return false
	}
	folded := ja.Fold(line)
	dashed := pageDashes.TrimLeft(folded) != folded && pageDashes.TrimRight(folded) != folded
	return dashed || strings.HasSuffix(folded, "ページ") || strings.HasSuffix(folded, "頁")
}

var pageDashes = ja.NewCharacters("-－‐−–—")
