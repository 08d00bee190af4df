package misato

import (
	"cmp"
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// gatherIntent puts the lines of 意図 together, which is the last cell of its row: all that
// stands to the right of its label, from the head of the sheet at token i to its first
// narrative. Lines above the label stand beside 対象 or above that.
func gatherIntent(g *grid.Grid, tokens []sheet.Token, i int) []sheet.Token {
	label, end := -1, i+1
	for ; end < len(tokens) && tokens[end].Row <= tokens[i].Row+maxHeadRows; end++ {
		e := entryOf(tokens[end])
		if e.kind == narrative && e.text == model.TextPolicyIntent {
			label = end
		} else if label >= 0 && (e.kind == narrative || e.kind == heading) && e.text != model.TextPolicyTarget && !isBesideIntent(g, tokens, end, label) {
			break
		}
	}
	if label < 0 || end == len(tokens) || tokens[end].Row > tokens[i].Row+maxHeadRows {
		return tokens
	}
	own := placeOf(g, tokens[label].Cell)
	above := int32(0) // the line of the last label of the head
	for at := i + 1; at < label; at++ {
		switch entryOf(tokens[at]).kind {
		case policy, startYear, endYear:
			above = max(above, g.LastLine(tokens[at].Cell).At.Line)
		}
	}
	var lines []int
	misplaced := false
	for at := i + 1; at < end; at++ {
		if p := placeOf(g, tokens[at].Cell); tokens[at].Label == sheet.NoLabel && p.begin >= own.end && p.first > above && p.first == p.last {
			misplaced = misplaced || at < label || at != label+len(lines)+1
			lines = append(lines, at)
		}
	}
	slices.SortStableFunc(lines, func(a, b int) int { return cmp.Compare(tokens[a].Offset, tokens[b].Offset) })
	if !misplaced || !followEachOther(tokens, lines) {
		return tokens
	}
	value := tokens[lines[0]]
	var rest []grid.Cell
	for _, at := range lines[1:] {
		rest = append(rest, tokens[at].Cell)
	}
	g.SetLines(value.Cell, rest)
	value.Row = tokens[label].Row
	gathered := make([]sheet.Token, 0, len(tokens))
	for at := range tokens {
		if !slices.Contains(lines, at) {
			gathered = append(gathered, tokens[at])
		}
		if at == label {
			gathered = append(gathered, value)
		}
	}
	return gathered
}

// isBesideIntent reports whether a label stands on the lines of 意図.
func isBesideIntent(g *grid.Grid, tokens []sheet.Token, at, label int) bool {
	a, b := placeOf(g, tokens[at].Cell), placeOf(g, tokens[label].Cell)
	return a.first <= b.last && b.first <= a.last
}

// followEachOther reports whether tokens stand each on a line of its own, with none far from
// the one before.
func followEachOther(tokens []sheet.Token, lines []int) bool {
	for i := 1; i < len(lines); i++ {
		above, below := tokens[lines[i-1]].At.Line, tokens[lines[i]].At.Line
		if below == above || below > above+maxLineGap {
			return false
		}
	}
	return true
}
