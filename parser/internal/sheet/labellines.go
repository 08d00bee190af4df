package sheet

import (
	"sheetconv/parser/internal/grid"
)

const (
	// maxLabelLine is how many bytes the first line of a label may have, and
	// maxLabelLines over how many lines one may be wrapped.
	maxLabelLine  = 60
	maxLabelLines = 5
)

// joinLabelLines puts the labels together that are wrapped over lines, which stand
// alone in their rows then:
//
//	誰・何に対する
//	事業か
//	(事業の対象)
//
// What stands behind the label in its last line is the label's value. Where that line
// holds nothing else of the label's cell, the cells behind it are the value:
//
//	目的 (何をど
//	うしたいのか)	市民の健康を守ります。
func (x *Lexicon) joinLabelLines(g *grid.Grid, tokens []Token) []Token {
	if g.Layout == grid.PipeCells {
		return tokens // a cell keeps its lines
	}
	var joined []Token
	dropped := -1
	for i := 0; i < len(tokens); i++ {
		if tokens[i].other && i != dropped {
			if joined != nil {
				joined = append(joined, tokens[i])
			}
			continue
		}
		if label, rest, below := x.labelBesideValue(tokens, i); below > 0 {
			if joined == nil {
				joined = append(make([]Token, 0, len(tokens)), tokens[:i]...)
			}
			begin := tokens[i]
			begin.Cell, begin.Label = begin.Slice(0, rest), label
			joined, dropped = append(joined, begin), below
			continue
		}
		if i == dropped {
			continue // nobody takes it: it stays unmapped
		}
		label, rest, lines := x.labelOverLines(g.Text, tokens, i)
		if lines < 2 {
			if joined != nil {
				joined = append(joined, tokens[i])
			}
			continue
		}
		if joined == nil {
			joined = append(make([]Token, 0, len(tokens)), tokens[:i]...)
		}
		last := tokens[i+lines-1]
		whole := tokens[i]
		whole.Text = g.Text[whole.Offset : int(last.Offset)+len(last.Text)]
		whole.Cell, whole.Label = whole.Slice(0, rest), label
		if at := int(whole.Offset) + rest - int(last.Offset); at < len(last.Text) || i+lines < len(tokens) && tokens[i+lines].Row == last.Row {
			whole.Row = last.Row // that of its value
		}
		joined = append(joined, whole)
		if at := int(whole.Offset) + rest - int(last.Offset); at < len(last.Text) {
			value := last
			value.Cell, value.Label, value.Joined = last.Slice(at, len(last.Text)), NoLabel, true
			joined = append(joined, value)
		}
		i += lines - 1
	}
	if joined == nil {
		return tokens
	}
	return joined
}

// labelOverLines finds a label that begins at token i and is wrapped over several
// lines: where what is behind it begins, counted from the token, and over how many.
func (x *Lexicon) labelOverLines(text string, tokens []Token, i int) (label Label, rest, lines int) {
	if len(tokens[i].Text) > maxLabelLine || !aloneInRow(tokens, i) {
		return NoLabel, 0, 0
	}
	begin, end := int(tokens[i].Offset), i+1
	for end < len(tokens) && end-i < maxLabelLines && tokens[end].Row == tokens[end-1].Row+1 && aloneInRow(tokens, end) {
		end++
	}
	withCells := beginsLabelRow(tokens, end, i)
	if withCells {
		end++
	}
	if end == i+1 {
		return NoLabel, 0, 0
	}
	block := text[begin : int(tokens[end-1].Offset)+len(tokens[end-1].Text)]
	label, rest, found := x.Labels.FindPrefix(block[:min(len(block), maxLabelLine*maxLabelLines)])
	if !found {
		return NoLabel, 0, 0
	}
	for lines = 1; i+lines < end && int(tokens[i+lines].Offset)-begin < rest; {
		lines++
	}
	isSpelled, isBeforeCells := x.Labels.IsSpelled(block[:rest]), withCells && i+lines == end
	switch {
	case isBeforeCells && rest < len(block):
		return NoLabel, 0, 0 // the cell of the label holds more
	case !isSpelled && (!isBeforeCells || OpenBrackets(tokens[i].Text) == 0 || OpenBrackets(block) != 0):
		return NoLabel, 0, 0 // a bracket that no spelling has is more likely the value
	}
	last := tokens[i+lines-1]
	return label, min(rest, int(last.Offset)-begin+len(last.Text)), lines
}

// beginsLabelRow reports whether token at may be the last line of a label that begins
// at token i: the first of the row below those between, with other cells behind it.
func beginsLabelRow(tokens []Token, at, i int) bool {
	return at+1 < len(tokens) && at-i < maxLabelLines && tokens[at].Index == 0 && tokens[at].Label == NoLabel &&
		tokens[at].Row == tokens[at-1].Row+1 && tokens[at+1].Row == tokens[at].Row && len(tokens[at].Text) <= maxLabelLine
}

// labelBesideValue finds a label that token i begins and the line below ends, in whose
// first line its value stands: where its bracket begins, and the token that holds the
// rest of it, which is alone in its row; 0 where there is none.
func (x *Lexicon) labelBesideValue(tokens []Token, i int) (label Label, rest, below int) {
	own := &tokens[i]
	if own.other || own.Label != NoLabel || own.Index != 0 || len(own.Text) > maxLabelLine || OpenBrackets(own.Text) == 0 {
		return NoLabel, 0, 0
	}
	for below = i + 1; below < len(tokens) && tokens[below].Row == own.Row; {
		below++
	}
	if below == i+1 || below == len(tokens) || tokens[below].Row != own.Row+1 || tokens[below].Index != 0 || !aloneInRow(tokens, below) ||
		!x.Labels.IsSpelled(own.Text+tokens[below].Text) {
		return NoLabel, 0, 0
	}
	label, rest, found := x.Labels.FindPrefix(own.Text)
	if whole, _ := x.Labels.Find(own.Text + tokens[below].Text); !found || whole != label {
		return NoLabel, 0, 0
	}
	return label, rest, below
}

// aloneInRow reports whether no other token stands in the row of token i.
func aloneInRow(tokens []Token, i int) bool {
	row := tokens[i].Row
	return (i == 0 || tokens[i-1].Row != row) && (i+1 == len(tokens) || tokens[i+1].Row != row)
}
