package isehara

import (
	"slices"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// pairLabelsAbove puts the values of a row behind the labels that stand above them, where a
// row holds nothing but labels that take values and the row below one value in the column of
// each, or none:
//
//	| 開始年度 | 終了年度 |
//	| 平成10年度 | 令和8年度 |
func pairLabelsAbove(g *grid.Grid, tokens []sheet.Token) []sheet.Token {
	if g.Layout != grid.Tabs && g.Layout != grid.PipeRows {
		return tokens
	}
	for i := 0; i+2 < len(tokens); i++ {
		if tokens[i].Label == sheet.NoLabel || tokens[i+1].Label == sheet.NoLabel || tokens[i].Row != tokens[i+1].Row || i > 0 && tokens[i-1].Row == tokens[i].Row {
			continue
		}
		values := endOfHeads(tokens, i)
		end := endOfValues(tokens, i, values)
		if end == values || end < len(tokens) && tokens[end].Row == tokens[values].Row+1 && tokens[end].Label == sheet.NoLabel {
			continue // of several rows, one can't be told from the next cell of the column
		}
		paired := make([]sheet.Token, 0, end-i)
		at := values
		for _, label := range tokens[i:values] {
			paired = append(paired, label)
			if at < end && tokens[at].Index == label.Index {
				value := tokens[at]
				value.Row = label.Row
				paired = append(paired, value)
				at++
			}
		}
		copy(tokens[i:end], paired)
		i = end - 1
	}
	return tokens
}

// endOfHeads returns the index behind the labels of a row that begins at a token; that of
// the token where the row holds another cell.
func endOfHeads(tokens []sheet.Token, first int) int {
	end := first
	for end < len(tokens) && tokens[end].Row == tokens[first].Row {
		if !takesValue(kindOf(tokens[end])) || tokens[end].Joined {
			return first
		}
		end++
	}
	return end
}

// endOfValues returns the index behind the row of values that begins at a token, of which
// each stands below one of the labels from first on; that of the token where there is none.
func endOfValues(tokens []sheet.Token, first, values int) int {
	if values == first || values == len(tokens) || tokens[values].Row != tokens[values-1].Row+1 {
		return values
	}
	end := values
	for ; end < len(tokens) && tokens[end].Row == tokens[values].Row; end++ {
		index := tokens[end].Index
		isBelow := slices.ContainsFunc(tokens[first:values], func(label sheet.Token) bool { return label.Index == index })
		if tokens[end].Label != sheet.NoLabel || tokens[end].Joined || !isBelow {
			return values
		}
	}
	return end
}

// takesValue reports whether the value of a label of that kind is one cell.
func takesValue(k kind) bool {
	switch k {
	case programName, programNumber, policyRoot, policyLevel, narrative, boxes, words, startYear, endYear:
		return true
	}
	return false
}

// valueOf takes the value of a label that has one cell: that behind it, or below a label
// that stands alone.
func (r *reader) valueOf(label sheet.Token) (value sheet.Token, found bool) {
	value, found = r.NextValue()
	if !found || value.Row == label.Row || r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows || r.IndexOf(label) == 0 {
		return value, found
	}
	if before := r.Tokens[r.IndexOf(label)-1]; before.Row == label.Row && before.Label != sheet.NoLabel {
		r.Next-- // of several labels above it
		return sheet.Token{}, false
	}
	return value, true
}
