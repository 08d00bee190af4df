package misato

import (
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// endsText reports whether the next token, in a row below the label of the text that is
// read, is none of it: where rows end, a text that begins beside its label goes on below
// itself. First is the first token behind the label.
func (r *reader) endsText(label sheet.Token, first int) bool {
	if r.Grid.Layout != grid.PipeRows && r.Grid.Layout != grid.Tabs {
		return false
	}
	token := r.Tokens[r.Next]
	if r.costsFollowHead(token) {
		return true
	}
	if r.Next == first || r.Tokens[first].Row != label.Row || r.Grid.Rows[label.Row].Width < 2 {
		return false
	}
	if r.Grid.Rows[token.Row].Width < 2 {
		return r.isHeading(token)
	}
	return r.beginsRow(token, label)
}

// beginsRow reports whether a cell that stands in the column of the label begins a row of
// its own: another stands behind it, as the value behind a label that the form does not
// know, or the second head of a table behind the first, or it stands over a label.
func (r *reader) beginsRow(token, label sheet.Token) bool {
	if token.Index > label.Index || token.Row == r.Tokens[r.Next-1].Row || r.Next+1 == len(r.Tokens) {
		return false
	}
	next := r.Tokens[r.Next+1]
	return next.Row == token.Row && next.Index > label.Index
}

// isHeading reports whether a line is a heading of Markdown.
func (r *reader) isHeading(token sheet.Token) bool {
	before := strings.TrimRight(r.Grid.Text[:token.Offset], " ")
	return strings.HasSuffix(before, "#")
}

// costsFollowHead reports whether a cell is the head of the amounts in a block of costs
// that begins behind it.
func (r *reader) costsFollowHead(token sheet.Token) bool {
	if r.Next+1 >= len(r.Tokens) {
		return false
	}
	k := entryOf(r.Tokens[r.Next+1]).kind
	return (k == costPart || k == cost) && isCostHead([]sheet.Token{token})
}
