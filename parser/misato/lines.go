package misato

import (
	"slices"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// arrangeLines puts the tokens of a page whose cells blanks part into the order of the
// table: a label that stands beside the middle of its block goes before it, and the
// further lines of a cell go with its first.
func arrangeLines(g *grid.Grid, tokens []sheet.Token) []sheet.Token {
	if g.Layout != grid.Blanks {
		return tokens
	}
	tokens, heads := cutHeads(g, tokens)
	tokens, centred := joinCells(g, tokens, textsBeginAbove(g, tokens))
	tokens = moveUpright(g, tokens)
	gatherHeads(tokens)
	tokens = moveBlockHeadings(tokens)
	return putHeads(shareTexts(g, tokens, centred), heads)
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

// maxHeadTokens is how many cells may stand between the head of a sheet and its code or name.
const maxHeadTokens = 12

// gatherHeads puts the code and the name of a sheet behind its head: a level of the plan's
// hierarchy that is set over two lines begins above them.
func gatherHeads(tokens []sheet.Token) {
	for i := range tokens {
		if entryOf(tokens[i]).kind != head {
			continue
		}
		to := i + 1
		for at := to; at < min(len(tokens), i+maxHeadTokens); at++ {
			k := entryOf(tokens[at]).kind
			if k != none && k != position && k != policy && k != code && k != name {
				break
			}
			if k != code && k != name {
				continue
			}
			moveToken(tokens, at, to)
			if to++; at+1 < len(tokens) && tokens[at+1].Label == sheet.NoLabel {
				at++
				moveToken(tokens, at, to)
				to++
			}
		}
	}
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

func holdsLabel(tokens []sheet.Token) bool {
	return slices.ContainsFunc(tokens, func(token sheet.Token) bool { return token.Label != sheet.NoLabel })
}
