package sheet

import (
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// Models that write down a page make a list of the cells of a small table, each a label with
// its value: - 課題：老朽化, - **対応**: 更新. An item that begins with a label of the form and
// a colon is read as the line without its mark is; any other is of the text around it.

// mayBeListItem reports whether a token begins as an item of a list in Markdown does, at the
// beginning of a line.
func mayBeListItem(token *Token) bool {
	first := token.Text[0]
	return (first == '-' || first == '*' || first == '+') && token.At.Column == 1 && len(token.Text) > 2 && token.Text[1] == ' '
}

// isListItem reports whether such a token fills its line.
func isListItem(g *grid.Grid, token *Token) bool {
	return g.Layout != grid.PipeCells && len(g.Rows[token.Row].Cells) == 1
}

// trimListMark takes the mark of a list from a token behind which a label and a colon stand,
// and claims it.
func (x *Lexicon) trimListMark(g *grid.Grid, tokens []Token, i int, counts *labelCounts) bool {
	item := tokens[i]
	own := item
	own.Cell, own.other = item.Slice(1, len(item.Text)), false
	label, rest, found := x.Labels.FindPrefix(own.Text)
	if !found || !endsWithColon(own.Text[:rest]) {
		return false
	}
	if rest == len(own.Text) {
		own.Label = label // its value is blank
	}
	tokens[i] = own
	if rest < len(own.Text) {
		if _, _, joined := x.joinedLabel(tokens, i, counts); !joined {
			tokens[i] = item
			return false
		}
	}
	g.Claim(item.Slice(0, 1), grid.Decoration)
	return true
}

// endsWithColon reports whether a colon ends a text, but for blanks and the marks **.
func endsWithColon(text string) bool {
	text = strings.TrimRight(text, " *\u3000\u00a0")
	return strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：")
}

// maxPairLabel is how many characters the label of an item may have that the form does not
// know.
const maxPairLabel = 20

// isPair reports whether an item of a list is a short label, a colon and more.
func isPair(text string) bool {
	at := strings.IndexAny(text, ":：")
	return at > 0 && !ja.LongerThan(text[:at], maxPairLabel)
}
