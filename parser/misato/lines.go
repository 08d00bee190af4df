package misato

import (
	"slices"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// arrangeLines puts the tokens of a page whose cells blanks part into the order of the
// table: a label that stands beside the middle of its block goes before it, and the
// further lines of a cell go with its first.
func arrangeLines(g *grid.Grid, tokens []sheet.Token) []sheet.Token {
	if g.Layout != grid.Blanks {
		return tokens
	}
	tokens = moveUpright(g, tokens)
	tokens = moveBlockHeadings(tokens)
	tokens = moveLinesAround(g, tokens)
	tokens = joinCellLines(g, tokens)
	return shareTexts(g, tokens)
}

// moveUpright puts 総合計画の位置づけ, which stands upright beside its block, before the first
// level of the plan's hierarchy: its own first line may stand above the head of the sheet.
func moveUpright(g *grid.Grid, tokens []sheet.Token) []sheet.Token {
	for i := 0; i < len(tokens); i++ {
		if entryOf(tokens[i]).kind != position {
			continue
		}
		last := g.LastLine(tokens[i].Cell).At.Line
		for at := i + 1; at < len(tokens) && tokens[at].At.Line <= last; at++ {
			if entryOf(tokens[at]).kind == policy {
				moveToken(tokens, i, at-1)
				i = at
				break
			}
		}
	}
	return tokens
}

// moveToken puts the token at index from at index to, and those between beside it.
func moveToken(tokens []sheet.Token, from, to int) {
	token := tokens[from]
	if from < to {
		copy(tokens[from:], tokens[from+1:to+1])
	} else {
		copy(tokens[to+1:], tokens[to:from])
	}
	tokens[to] = token
}

// moveBlockHeadings puts 活動指標 and 成果指標 before the 指標名 of their block, beside the
// middle of which they may stand.
func moveBlockHeadings(tokens []sheet.Token) []sheet.Token {
	named := -1 // the last 指標名 that no heading stands before
	for i := range tokens {
		switch entryOf(tokens[i]).kind {
		case indicatorName:
			if named = i; i > 0 && entryOf(tokens[i-1]).kind == indicatorBlock {
				named = -1
			}
		case method:
			named = -1
		case indicatorBlock:
			if i+1 < len(tokens) && entryOf(tokens[i+1]).kind == indicatorName {
				continue
			}
			if named >= 0 {
				moveToken(tokens, i, named)
			}
			named = -1
		}
	}
	return tokens
}

// moveLinesAround puts the line that stands above a label, and goes on below it, behind
// the label: the middle of its two lines is beside the label, and between others.
func moveLinesAround(g *grid.Grid, tokens []sheet.Token) []sheet.Token {
	for i := 2; i+1 < len(tokens); i++ {
		label := &tokens[i]
		if entryOf(*label).kind != narrative || tokens[i-1].Row != label.Row || tokens[i+1].Row == label.Row || tokens[i+1].Label != sheet.NoLabel {
			continue
		}
		above := i - 1
		for above > 0 && tokens[above].Row == label.Row {
			above--
		}
		line := &tokens[above]
		alone := above > 0 && tokens[above-1].Row != line.Row
		if alone && line.Label == sheet.NoLabel && line.At.Line+1 == label.At.Line && line.At.Column == tokens[i+1].At.Column &&
			line.At.Column > label.At.Column && tokens[i+1].At.Line == label.At.Line+1 {
			moveToken(tokens, above, i)
		}
	}
	return tokens
}

// joinCellLines puts the lines of short cells together: a line below a row, in which no
// label stands before it, goes on in the cell that begins in the same column.
func joinCellLines(g *grid.Grid, tokens []sheet.Token) []sheet.Token {
	kept := tokens[:0:0]
	first := 0 // of the row, of what is kept
	for i := range tokens {
		token := &tokens[i]
		if i > 0 && token.Row != tokens[i-1].Row {
			first = len(kept)
		}
		if token.Label == sheet.NoLabel && len(kept) == first && !sheet.IsFigure(token.Text) && !beginsWithYear(token.Text) {
			if above := cellAbove(g, kept, token); above >= 0 {
				g.AddLine(kept[above].Cell, token.Cell)
				continue
			}
		}
		kept = append(kept, *token)
	}
	return kept
}

func beginsWithYear(text string) bool {
	_, start, _, found := ja.FindFiscalYear(text)
	return found && start == 0
}

// cellAbove returns the index of the cell that goes on in a token; -1 where none does.
func cellAbove(g *grid.Grid, tokens []sheet.Token, line *sheet.Token) int {
	for i := len(tokens) - 1; i >= 0 && line.Row-tokens[i].Row <= maxStacked; i-- {
		if mayGoOn(tokens, i) && isNextLine(g, tokens[i].Cell, line.Cell) {
			return i
		}
	}
	return -1
}

// maxStacked is over how many rows a cell may go on.
const maxStacked = 8

func holdsLabel(tokens []sheet.Token) bool {
	return slices.ContainsFunc(tokens, func(token sheet.Token) bool { return token.Label != sheet.NoLabel })
}

// isNextLine reports whether a cell begins on the line below another's last one, in the
// same column.
func isNextLine(g *grid.Grid, above, below grid.Cell) bool {
	last := g.LastLine(above)
	return below.Index > 0 && last.At.Line < below.At.Line && below.At.Line-last.At.Line <= 2 &&
		(max(last.At.Column-below.At.Column, below.At.Column-last.At.Column) <= 1 || beginOf(g, last) == beginOf(g, below))
}

// beginOf returns the display column in which a cell begins.
func beginOf(g *grid.Grid, c grid.Cell) int32 {
	begin, _ := sheet.ByColumn(g, c, 0, 0)
	return begin
}

// mayGoOn reports whether the token at index i is the value of a label, the lines of
// which nobody else takes together.
func mayGoOn(tokens []sheet.Token, i int) bool {
	if tokens[i].Label != sheet.NoLabel || i == 0 || tokens[i-1].Row != tokens[i].Row {
		return false
	}
	switch entryOf(tokens[i-1]).kind {
	case name, policy, division, section, indicatorName, method:
		return true
	case narrative: // of several in one row
		return i+1 < len(tokens) && tokens[i+1].Row == tokens[i].Row && tokens[i+1].Label != sheet.NoLabel
	}
	return false
}
