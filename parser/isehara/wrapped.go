package isehara

import (
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// joinWrapped puts the lines together that line ends inside a cell have made of a
// row: the first ones are too narrow for the table, the last cell of each goes on
// at the beginning of the next line, and together they are as wide as the head.
// The row is given back as it is where that does not hold.
func (r *reader) joinWrapped(row []sheet.Token) []sheet.Token {
	line := int(row[0].Row)
	width := r.Grid.Rows[line].Width
	r.table.rowWidth = width
	if r.Grid.Layout != grid.Tabs || len(r.table.years) == 0 {
		return row
	}
	next, joined := r.Next, row
	for width < r.table.width {
		last := joined[len(joined)-1]
		if int(last.Index) != width-1 || r.Next >= len(r.Tokens) {
			break
		}
		token := r.Tokens[r.Next]
		if token.Label != sheet.NoLabel || token.Index != 0 || int(token.Row) != line+1 ||
			r.Grid.Rows[line+1].Line != r.Grid.Rows[line].Line+1 {
			break
		}
		line++
		more := r.RowValues(token)
		if r.Next < len(r.Tokens) && r.Tokens[r.Next].Row == token.Row {
			break // a label stands in the line
		}
		joined = r.joinLine(joined, more)
		width += r.Grid.Rows[line].Width - 1
	}
	if width != r.table.width || len(joined) == len(row) && line == int(row[0].Row) {
		r.Next = next
		return row
	}
	r.table.rowWidth = width
	return joined
}

// joinLine returns a row with the cells of the line on which its last cell goes on.
func (r *reader) joinLine(row, line []sheet.Token) []sheet.Token {
	last := len(row) - 1
	joined := append([]sheet.Token(nil), row...)
	start, end := int(row[last].Offset), int(line[0].Offset)+len(line[0].Text)
	joined[last].Text = r.Grid.Text[start:end]
	for _, token := range line[1:] {
		token.Row, token.Index = row[last].Row, token.Index+row[last].Index
		joined = append(joined, token)
	}
	return joined
}
