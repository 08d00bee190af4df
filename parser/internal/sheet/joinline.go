package sheet

import (
	"slices"

	"sheetconv/parser/internal/grid"
)

// JoinLine returns a row with the cells of the line below, in which its last cell
// goes on: a line end stands inside that cell. The row itself is not changed.
func JoinLine(g *grid.Grid, row, line []Token) []Token {
	joined := slices.Clone(row)
	last := &joined[len(joined)-1]
	shift, index := last.Index, last.Row
	last.Text = g.Text[last.Offset : int(line[0].Offset)+len(line[0].Text)]
	for _, token := range line[1:] {
		token.Row, token.Index = index, token.Index+shift
		joined = append(joined, token)
	}
	return joined
}
