package misato

import (
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// dropRepeated takes the cells out that repeat a merged cell over its span, as tools do
// that give each cell of a table its text: a label that stands above itself, and a cell
// that stands behind itself and is a label or the value of one.
func dropRepeated(g *grid.Grid, tokens []sheet.Token) []sheet.Token {
	if g.Layout == grid.Blanks {
		return tokens
	}
	var kept []sheet.Token
	above, first := 0, 0 // the first token of the row above, and of this one
	named := none        // the kind of the label before the value that is repeated
	for i := range tokens {
		token := &tokens[i]
		if i > 0 && token.Row != tokens[i-1].Row {
			above, first, named = first, i, none
		}
		behind := i > first && isRepeatedBehind(&tokens[i-1], token, named)
		if token.Label != sheet.NoLabel {
			named = table[token.Label-1].kind
		} else if i > first && tokens[i-1].Label == sheet.NoLabel && tokens[i-1].Text != token.Text {
			named = none
		}
		if !behind && (token.Label == sheet.NoLabel || !isRepeatedBelow(tokens[above:first], token)) {
			if kept != nil {
				kept = append(kept, *token)
			}
			continue
		}
		if kept == nil {
			kept = append(make([]sheet.Token, 0, len(tokens)), tokens[:i]...)
		}
		use := grid.Decoration
		if token.Label != sheet.NoLabel {
			use = grid.Label
		}
		g.Claim(token.Cell, use)
	}
	if kept == nil {
		return tokens
	}
	return kept
}

// isRepeatedBehind reports whether a cell repeats the one before it in its row. Plan and
// result may well be the same, and so may what several columns hold.
func isRepeatedBehind(before, token *sheet.Token, named kind) bool {
	if token.Index != before.Index+1 || token.Label != before.Label || token.Text != before.Text {
		return false
	}
	if token.Label != sheet.NoLabel {
		return table[token.Label-1].kind != policy // まちづくり方針 may be a name, too
	}
	switch named {
	case name, code, policy, division, section, startYear, endYear, narrative, indicatorName, unit, direction, goal, method:
		return true
	}
	return false
}

// repeatsBlock reports whether the heading of a block of an indicator that was read is a
// merged cell's, repeated beside a later row of the same block: no name of another
// indicator follows it, but what that block has not had yet.
func (r *reader) repeatsBlock(heading string) bool {
	indicator := r.indicators.current
	if indicator == nil || r.Next >= len(r.Tokens) || ja.Key(heading) != r.indicators.heading {
		return false
	}
	switch next := r.Tokens[r.Next]; entryOf(next).kind {
	case none:
		_, _, isYear := r.readRowYear(next.Text)
		return isYear
	case unit, direction, goal, progress, planColumn, actualColumn:
		return len(indicator.Values) == 0 && indicator.Method == ""
	case method:
		return indicator.Method == ""
	}
	return false
}

// isRepeatedBelow reports whether a label repeats one of the row above: that of a block
// which the form prints once, at its left.
func isRepeatedBelow(above []sheet.Token, token *sheet.Token) bool {
	switch table[token.Label-1].kind {
	case position, narrative, heading, costPart, costHeading, work, indicatorBlock:
	default:
		return false
	}
	if len(above) == 0 || above[0].Row+1 != token.Row {
		return false
	}
	for i := range above {
		if above[i].Index == token.Index {
			return above[i].Label == token.Label && above[i].Text == token.Text
		}
	}
	return false
}
