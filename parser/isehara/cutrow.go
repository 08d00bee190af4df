package isehara

import (
	"strconv"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// joinCut puts the two lines together that a line end between two cells has made of a
// row of years or values, or between a name and its values.
func (r *reader) joinCut(row []sheet.Token) []sheet.Token {
	line := int(row[0].Row)
	last, width := row[len(row)-1], r.Grid.Rows[line].Width
	if r.Grid.Layout != grid.Tabs || width >= r.table.headWidth || int(last.Index) != width-1 || r.Next >= len(r.Tokens) {
		return row
	}
	below := r.Tokens[r.Next]
	if below.Label != sheet.NoLabel || int(below.Row) != line+1 || r.Grid.Rows[line+1].Line != r.Grid.Rows[line].Line+1 {
		return row
	}
	next, belowWidth := r.Next, r.Grid.Rows[line+1].Width
	more := r.RowValues(below)
	isAlone := r.Next == len(r.Tokens) || r.Tokens[r.Next].Row != below.Row
	shift := int32(0)
	switch {
	case !isAlone:
		r.Next = next
		return row
	case width+belowWidth == r.table.headWidth && r.areSame(row[len(row)-1:], more):
		shift = int32(width)
	case len(row) == 1 && last.Index == r.table.nameIndex && below.Index > last.Index && belowWidth >= r.table.headWidth && len(r.table.years) > 0 &&
		len(more) >= len(r.table.years) && isNameCell(last) && (r.table.schedule != "" || sheet.AllFigures(more)):
	default:
		r.Next = next
		return row
	}
	r.Report(model.CodeBrokenLine, below.At, below.Text, strconv.Itoa(r.table.headWidth))
	joined := append(make([]sheet.Token, 0, len(row)+len(more)), row...)
	for _, token := range more {
		token.Row, token.Index = last.Row, token.Index+shift
		joined = append(joined, token)
	}
	r.table.rowWidth = belowWidth + int(shift)
	return joined
}

// areSame reports whether cells are years behind a year, or figures behind a figure.
func (r *reader) areSame(last, more []sheet.Token) bool {
	if r.yearHeads(last) != nil {
		return r.yearHeads(more) != nil
	}
	return len(r.table.years) > 0 && r.isFigure(last[0].Text) && sheet.AllFigures(more)
}
