package isehara

import (
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// maxJoinedCost is how many bytes a cell may have that holds the end of a row and the
// label of the next.
const maxJoinedCost = 120

// spaces part the words of a cell.
var spaces = ja.NewCharacters(" \u3000")

// splitCostRows parts the cells that hold the last value of a row of costs and the
// label of the next row: 千円 地方債 ②, where figures follow.
func splitCostRows(tokens []sheet.Token) []sheet.Token {
	var split []sheet.Token
	for i := range tokens {
		at := costLabel(tokens, i)
		switch {
		case at == 0 && split != nil:
			split = append(split, tokens[i])
		case at > 0:
			if split == nil {
				split = append(make([]sheet.Token, 0, len(tokens)+8), tokens[:i]...)
			}
			label := part(&tokens[i], at, len(tokens[i].Text))
			label.Label, _ = lexicon.Labels.Find(label.Text)
			split = append(split, part(&tokens[i], 0, at), label)
		}
	}
	if split == nil {
		return tokens
	}
	return split
}

// costLabel returns where in a token's text the label of a row of costs begins that
// ends it, 0 where none does.
func costLabel(tokens []sheet.Token, i int) int {
	token := &tokens[i]
	if token.Label != sheet.NoLabel || i == 0 || i+1 == len(tokens) || len(token.Text) > maxJoinedCost {
		return 0
	}
	before, next := &tokens[i-1], &tokens[i+1]
	if before.Row != token.Row || next.Row != token.Row || next.Label != sheet.NoLabel || !spaces.In(token.Text) || !sheet.IsFigure(next.Text) {
		return 0
	}
	for at := range token.Text {
		if at == 0 || !endsInBlank(token.Text[:at]) {
			continue
		}
		label, found := lexicon.Labels.Find(token.Text[at:])
		if !found || !isFiguresKind(table[label-1].kind) {
			continue
		}
		if k := kindOf(*before); k == definition || k == unitLabel || sheet.IsFigure(blankCharacters.TrimRight(token.Text[:at])) {
			return at
		}
	}
	return 0
}

// isFiguresKind reports whether figures stand behind a label.
func isFiguresKind(k kind) bool {
	return k == cost || k == staff || k == denominator || k == unitCost
}
