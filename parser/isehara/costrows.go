package isehara

import (
	"sheetconv/parser/internal/sheet"
)

// maxJoinedCost is how many bytes a cell may have that holds the end of a row and the
// label of the next.
const maxJoinedCost = 120

// splitCostRows parts the cells that hold the last value of a row of costs and the
// label of the next row: 千円 地方債 ②, where figures follow.
func (f *facts) splitCostRows(tokens []sheet.Token, all []signs) []sheet.Token {
	var split []sheet.Token
	kept := 0
	for i, own := range all {
		if own&spaceSign == 0 {
			continue
		}
		at := f.costLabel(tokens, i)
		if at == 0 {
			continue
		}
		if split == nil {
			split = make([]sheet.Token, 0, len(tokens)+8)
		}
		label := part(&tokens[i], at, len(tokens[i].Text))
		label.Label, _ = lexicon.Labels.Find(label.Text)
		split = append(append(split, tokens[kept:i]...), part(&tokens[i], 0, at), label)
		kept = i + 1
	}
	if split == nil {
		return tokens
	}
	return append(split, tokens[kept:]...)
}

// costLabel returns where in a token's text the label of a row of costs begins that
// ends it, 0 where none does.
func (f *facts) costLabel(tokens []sheet.Token, i int) int {
	token := &tokens[i]
	if i == 0 || i+1 == len(tokens) || len(token.Text) > maxJoinedCost {
		return 0
	}
	before, next := &tokens[i-1], &tokens[i+1]
	if before.Row != token.Row || next.Row != token.Row || next.Label != sheet.NoLabel || !f.isFigure(next.Text) {
		return 0
	}
	for at := range behindBlanks(token.Text) {
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
