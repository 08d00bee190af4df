package komaki

import (
	"unicode/utf8"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// pieceRole is what a piece of a line of the table is.
type pieceRole uint8

const (
	namePiece   pieceRole = iota // words, as those of a name
	figurePiece                  // where a value begins: a number, a dash, an arrow, a state
	restPiece                    // what a value goes on with: its unit, its bracket
)

// tablePiece is a part of a line of a table whose cells have several lines.
type tablePiece struct {
	cell grid.Cell
	role pieceRole
	// line is that of the table in which it stands; start and end are its columns.
	line       int
	start, end int32
}

func (p *tablePiece) overlaps(other *tablePiece) bool {
	return p.start < other.end && other.start < p.end
}

// isBelow reports whether a piece stands in the column of another: they share a part of it,
// or begin at one place, as far as typesetting keeps that.
func (p *tablePiece) isBelow(other *tablePiece) bool {
	return p.overlaps(other) || p.distance(other) <= maxAskew
}

// distance is by how many columns two pieces begin apart.
func (p *tablePiece) distance(other *tablePiece) int32 {
	return max(p.start-other.start, other.start-p.start)
}

// maxAskew is by how many columns cells may be off that stand below each other.
const maxAskew = 2

// appendPieces cuts the cells of a line into words and values.
func appendPieces(g *grid.Grid, pieces []tablePiece, l *line, at int) []tablePiece {
	first := len(pieces)
	for _, cell := range l.cells {
		before := len(pieces)
		pieces = appendCell(pieces, cell, at)
		for i := before; i < len(pieces); i++ {
			p := &pieces[i]
			p.start = cell.Index + g.WidthOf(grid.Cell{Text: cell.Text[:p.cell.Offset-cell.Offset]})
			p.end, p.cell.Index = p.start+g.WidthOf(p.cell), p.start
		}
		if before > first && joinsLeft(&pieces[before-1], &pieces[before]) {
			left := &pieces[before-1]
			left.cell.Text = g.Text[left.cell.Offset : int(pieces[before].cell.Offset)+len(pieces[before].cell.Text)]
			left.end = pieces[before].end
			pieces = append(pieces[:before], pieces[before+1:]...)
		}
	}
	return pieces
}

// joinsLeft reports whether a piece is the end of the one to its left, from which two
// blanks part it: 740,454  件/月, (27/37  団体).
func joinsLeft(left, right *tablePiece) bool {
	if right.role == figurePiece || right.start-left.end > 2 || beginsWithBracket(right.cell.Text) {
		return false
	}
	if left.role != namePiece && sheet.OpenBrackets(left.cell.Text) > 0 {
		return true
	}
	return right.role == restPiece && left.role == figurePiece && sheet.IsDigit(lastRune(left.cell.Text))
}

// appendCell cuts a cell into the words before its values, and those.
func appendCell(pieces []tablePiece, cell grid.Cell, at int) []tablePiece {
	switch text := cell.Text; {
	case isRest(text):
		return append(pieces, tablePiece{cell: cell, role: restPiece, line: at})
	case sheet.IsValue(text):
		return append(pieces, tablePiece{cell: cell, role: figurePiece, line: at})
	case !holdsBlank(text) || len(text) > maxCutBytes:
		return append(pieces, tablePiece{cell: cell, line: at})
	}
	words := wordsOf(cell)
	for k := range words {
		values, ok := cutValues(cell, words[k:])
		if !ok {
			continue
		}
		if name := cell.Slice(0, int(words[k].Offset-cell.Offset)); name.Text != "" {
			pieces = append(pieces, tablePiece{cell: name, line: at})
		}
		for i := range values {
			values[i].line = at
		}
		return append(pieces, values...)
	}
	return append(pieces, tablePiece{cell: cell, line: at})
}

// cutValues reads words as values with their units and brackets, of which the first may be
// the rest of one that began above.
func cutValues(cell grid.Cell, words []grid.Cell) (values []tablePiece, ok bool) {
	for i := 0; i < len(words); i++ {
		word, begin := words[i], i
		switch {
		case beginsWithBracket(word.Text):
			for sheet.OpenBrackets(spanOf(cell, words[begin], words[i]).Text) > 0 && i+1 < len(words) && !isAimOrDash(words[i+1].Text) {
				i++
			}
			word = spanOf(cell, words[begin], words[i])
			if !ja.HasDigit(word.Text) {
				return nil, false
			}
			if last := len(values) - 1; last >= 0 && values[last].role == figurePiece && !ja.IsDash(values[last].cell.Text) {
				values[last].cell = spanOf(cell, values[last].cell, word)
				continue
			}
			values = append(values, tablePiece{cell: word, role: restPiece})
		case sheet.IsValue(word.Text):
			if i+1 < len(words) && sheet.IsDigit(lastRune(word.Text)) && ja.IsUnit(words[i+1].Text) {
				i++
			}
			values = append(values, tablePiece{cell: spanOf(cell, words[begin], words[i]), role: figurePiece})
		case i == 0 && isRest(word.Text):
			values = append(values, tablePiece{cell: word, role: restPiece})
		default:
			return nil, false
		}
	}
	return values, len(values) > 0
}

func isAimOrDash(text string) bool { return sheet.IsArrow(text) || ja.IsDash(text) }

// spanOf returns the part of a cell from one of its words to another.
func spanOf(cell, first, last grid.Cell) grid.Cell {
	return cell.Slice(int(first.Offset-cell.Offset), int(last.Offset-cell.Offset)+len(last.Text))
}

// maxRestRunes is how long the end of a bracket may be that a value goes on with.
const maxRestRunes = 8

// isRest reports whether a text can only go on with a value that began above: its year or
// rank in brackets, the end of those, or its unit.
func isRest(text string) bool {
	if len(text) > maxHeadingBytes {
		return false
	}
	if beginsWithBracket(text) {
		_, _, end := sheet.NextBracket(text, 0)
		open := sheet.OpenBrackets(text) > 0 && holdsBlank(text) // and more may stand behind it
		return ja.HasDigit(text) && end == len(text) && !open
	}
	first, _ := utf8.DecodeRuneInString(text)
	if sheet.IsDigit(first) {
		return false
	}
	return sheet.OpenBrackets(text) < 0 && !ja.LongerThan(text, maxRestRunes) || ja.IsUnit(text)
}
