package sheet

import (
	"slices"
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// WithoutDecoration returns the tokens of a grid without the running heads and the page
// numbers between the rows of its tables, and claims those. A running head stands alone in
// one of the first rows of the text and again at the head of a page, or stands at the foot
// of several; a page number stands alone between empty lines, at the end of a page, or
// beside a running head or a note. Titles, of which isTitle tells, are no running heads.
func WithoutDecoration(g *grid.Grid, tokens []Token, isTitle func(text string) bool) []Token {
	if g.Layout == grid.PipeCells {
		return tokens // nothing ends a row there
	}
	d := decoration{g: g, isTitle: isTitle}
	d.findHeads(tokens)
	d.findNumbers()
	if len(d.rows) == 0 {
		return tokens
	}
	for _, row := range d.rows {
		g.Claim(g.Rows[row].Cells[0], grid.Decoration)
	}
	return slices.DeleteFunc(tokens, func(token Token) bool { return d.isFilled[token.Row] })
}

// decoration is what of a grid is none of its contents.
type decoration struct {
	g       *grid.Grid
	isTitle func(text string) bool
	// rows are those that it fills; isFilled, nil before the first, tells of each row
	// whether it is one of them.
	rows     []int32
	isFilled []bool
	// feet are the rows at the feet of pages by their texts.
	feet map[string][]int
}

// add adds a row, once.
func (d *decoration) add(row int) {
	if d.fills(row) {
		return
	}
	if d.isFilled == nil {
		d.isFilled = make([]bool, len(d.g.Rows))
	}
	d.rows = append(d.rows, int32(row))
	d.isFilled[row] = true
}

// fills reports whether a row was added.
func (d *decoration) fills(row int) bool { return d.isFilled != nil && d.isFilled[row] }

const (
	// maxRunningHead is how many bytes a running head may have.
	maxRunningHead = 200
	// headRows is how many rows of a text are looked at for one.
	headRows = 2
)

// isLone reports whether one cell stands in a row, and in the line no sign of others.
func (d *decoration) isLone(row int) bool {
	own := &d.g.Rows[row]
	return len(own.Cells) == 1 && (d.g.Layout == grid.Blanks || own.Width == 1)
}

// findHeads finds the running heads and what stands at the foot of pages.
func (d *decoration) findHeads(tokens []Token) {
	for first := 0; first < len(d.g.Rows) && first < headRows; first++ {
		if text := d.g.Rows[first].Cells[0].Text; d.isLone(first) && d.mayRun(text, tokens, first) {
			d.addRepeated(first, text)
		}
	}
	for row := 1; row < len(d.g.Rows); row++ {
		if d.g.Rows[row].Page == d.g.Rows[row-1].Page || !d.isLone(row-1) || d.fills(row-1) {
			continue
		}
		foot := row - 1
		if foot > 0 && d.isLone(foot-1) && IsPageNumber(d.g.Rows[foot].Cells[0].Text) {
			foot--
		}
		if text := d.g.Rows[foot].Cells[0].Text; d.mayRun(text, nil, foot) {
			d.addFeet(text)
		}
	}
}

// mayRun reports whether a text may be a running head: no label, note or sentence.
func (d *decoration) mayRun(text string, tokens []Token, row int) bool {
	if len(text) > maxRunningHead || strings.HasSuffix(text, "。") || strings.HasPrefix(text, "※") || IsPageNumber(text) || d.isTitle(text) {
		return false
	}
	for i := range tokens {
		if int(tokens[i].Row) > row {
			break
		}
		if int(tokens[i].Row) == row && tokens[i].Label != NoLabel {
			return false
		}
	}
	return true
}

// addRepeated adds the rows of a running head that stands in one of the first rows, if it
// stands at the head of another page, too.
func (d *decoration) addRepeated(first int, text string) {
	before := len(d.rows)
	for row := first + 1; row < len(d.g.Rows); row++ {
		if own := d.g.Rows[row].Cells[0].Text; len(own) == len(text) && own == text && d.isLone(row) && d.beginsPage(row) {
			d.add(row)
		}
	}
	if len(d.rows) > before {
		d.add(first)
	}
}

// addFeet adds the rows of what stands at the foot of several pages.
func (d *decoration) addFeet(text string) {
	if d.feet == nil {
		d.feet = d.findFeet()
	}
	rows := d.feet[text]
	if len(rows) < 2 {
		return
	}
	for _, row := range rows {
		d.add(row)
	}
	delete(d.feet, text) // once is enough
}

// findFeet returns the rows at the feet of pages that no other cell shares, by their texts.
func (d *decoration) findFeet() map[string][]int {
	feet := map[string][]int{}
	for row := range d.g.Rows {
		if d.isLone(row) && d.endsPage(row) {
			text := d.g.Rows[row].Cells[0].Text
			feet[text] = append(feet[text], row)
		}
	}
	return feet
}

// beginsPage reports whether a row stands at the head of a page: behind a form feed, a page
// number or an empty line, or behind the first of several running heads.
func (d *decoration) beginsPage(row int) bool {
	above, own := &d.g.Rows[row-1], &d.g.Rows[row]
	return own.Page > above.Page || own.Line > above.Line+1 || d.isLone(row-1) && IsPageNumber(above.Cells[0].Text) || d.fills(row-1)
}

// endsPage reports whether nothing but a page number stands between a row and the end of
// its page.
func (d *decoration) endsPage(row int) bool {
	next := row + 1
	if next < len(d.g.Rows) && d.g.Rows[next].Page == d.g.Rows[row].Page && d.isLone(next) && IsPageNumber(d.g.Rows[next].Cells[0].Text) {
		next++
	}
	return next == len(d.g.Rows) || d.g.Rows[next].Page > d.g.Rows[row].Page
}

// findNumbers finds the page numbers that are nothing but digits.
func (d *decoration) findNumbers() {
	for row := range d.g.Rows {
		own := &d.g.Rows[row]
		text := own.Cells[0].Text
		if len(own.Cells) != 1 || len(text) > len("１２３") || row == 0 || !isPageDigits(text) || !d.isLone(row) {
			continue
		}
		if d.standsBesidePage(row) {
			d.add(row)
		}
	}
}

// isPageDigits reports whether a text is one to three digits, the first of them no zero.
func isPageDigits(text string) bool {
	if first := text[0]; first == '0' || first > '9' && first < 0xEF {
		return false // as nearly all texts begin
	}
	folded := ja.Fold(text)
	return len(folded) <= 3 && folded[0] != '0' && strings.Trim(folded, "0123456789") == ""
}

// isStacked reports whether a text alone in its row is a value or the head of one, below
// which others stand alone in theirs.
func isStacked(text string) bool {
	_, _, _, holdsYear := ja.FindFiscalYear(text)
	return holdsYear || IsFigure(text)
}

// standsBesidePage reports whether a row of digits stands where a page number does.
func (d *decoration) standsBesidePage(row int) bool {
	above, own := &d.g.Rows[row-1], &d.g.Rows[row]
	isLast := row+1 == len(d.g.Rows)
	endsPage := isLast || d.g.Rows[row+1].Page > own.Page
	apart := own.Line > above.Line+1 && (isLast || d.g.Rows[row+1].Line > own.Line+1)
	switch {
	case d.fills(row - 1), !isLast && d.fills(row+1):
		return true // beside a running head
	case d.isLone(row-1) && strings.HasPrefix(above.Cells[0].Text, "※"):
		return true
	case d.g.Layout == grid.Blanks:
		return endsPage && !isLast
	}
	if d.isLone(row-1) && isStacked(above.Cells[0].Text) || !isLast && d.isLone(row+1) && isStacked(d.g.Rows[row+1].Cells[0].Text) {
		return false
	}
	return apart || endsPage && own.Line > above.Line+1 || own.Page > above.Page && !isLast && d.g.Rows[row+1].Line > own.Line+1
}
