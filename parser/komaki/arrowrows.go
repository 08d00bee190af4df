package komaki

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// A row of indicators ends in the arrow of its direction, which stands on one line, the
// middle one or the first of the row. Where cells are centered and have several lines, that
// line tells the row, and the values on it the columns: the lines above and below go with
// what they stand nearest to.

// arrowRows are the rows of a table that their arrows tell.
type arrowRows struct {
	lines   []line
	measure sheet.Measure
	columns int
	// rows are the lines with an arrow, with the pieces of each column; the name's is the
	// first.
	rows []arrowRow
	// gaps are the pieces of each column on the lines before the first row, between two,
	// and behind the last.
	gaps [][][]*tablePiece
	// middles is for each column twice the place over which its values stand.
	middles []middles
	// values is where the values begin.
	values int32
}

type arrowRow struct {
	line  int
	cells [][]*tablePiece
}

// readArrowRows reads lines by their arrows, and reports whether it did: every row must
// have a value in each column, and every piece its row.
func (r *reader) readArrowRows(lines []line) bool {
	columns, own := r.indicators.heads()
	if own == 0 || len(columns) < 3 || columns[len(columns)-1].kind != aimColumn {
		return false
	}
	a := &arrowRows{lines: lines, columns: len(columns)}
	if !a.findRows(r.Grid) || !a.cutGaps(r.Grid) || !a.share() {
		return false
	}
	for i := range a.rows {
		if !a.rows[i].isWhole() {
			return false
		}
	}
	t := &r.indicators
	for i := range a.rows {
		r.flushRow()
		t.row = a.rows[i].indicatorRow(t)
		t.row.first, t.row.last = lines[a.rows[i].line].firstLine(), lines[a.rows[i].line].lastLine()
	}
	r.flushRow()
	return true
}

// findRows finds the lines that end in an arrow and have a value in each column. They are
// counted in characters or in columns, as the arrows stand better below each other.
func (a *arrowRows) findRows(g *grid.Grid) bool {
	var byCharacter, byColumn placeSpread
	for i := range a.lines {
		last := a.lines[i].cells[len(a.lines[i].cells)-1]
		_, end := sheet.ByCharacter(g, last, 0, len(last.Text))
		byCharacter.add(end, endsInAim(last.Text))
		_, end = sheet.ByColumn(g, last, 0, len(last.Text))
		byColumn.add(end, endsInAim(last.Text))
	}
	a.measure = sheet.ByCharacter
	if byColumn.spread() < byCharacter.spread() {
		a.measure = sheet.ByColumn
	}
	a.middles, a.values = make([]middles, a.columns), 1<<30
	whole := false
	for i := range a.lines {
		if cells := a.lines[i].cells; endsInAim(cells[len(cells)-1].Text) {
			row := arrowRow{line: i, cells: a.wholeLine(g, i)}
			whole = whole || row.cells != nil
			a.rows = append(a.rows, row)
		}
	}
	if !whole {
		return false
	}
	for i := range a.rows {
		if row := &a.rows[i]; row.cells == nil {
			row.cells = make([][]*tablePiece, a.columns+1)
			if !a.cutWords(g, row.line, func(column int, piece *tablePiece) { row.cells[column] = append(row.cells[column], piece) }) {
				return false
			}
		}
	}
	return true
}

// wholeLine returns the pieces of a line by their columns, if it has a value in each; else
// nil.
func (a *arrowRows) wholeLine(g *grid.Grid, at int) [][]*tablePiece {
	pieces := a.pieces(g, at)
	first := len(pieces) - a.columns
	if first < 0 || first > 1 {
		return nil
	}
	for j := range pieces {
		if (j >= first) != (pieces[j].role != namePiece) {
			return nil
		}
	}
	cells := make([][]*tablePiece, a.columns+1)
	for j := range pieces {
		p := &pieces[j]
		cells[j-first+1] = []*tablePiece{p}
		if j >= first {
			a.middles[j-first].add(*p)
			a.values = min(a.values, p.start)
		}
	}
	return cells
}

// pieces returns the pieces of a line, those of a name as one.
func (a *arrowRows) pieces(g *grid.Grid, at int) []tablePiece {
	pieces := appendPieces(g, nil, &a.lines[at], at)
	names := 0
	for names < len(pieces) && pieces[names].role == namePiece {
		names++
	}
	if names > 1 {
		pieces = slices.Insert(pieces[names:], 0, joinPieces(g, pieces[:names]))
	}
	for i := range pieces {
		p := &pieces[i]
		p.start, p.end = a.measure(g, p.cell, 0, len(p.cell.Text))
	}
	return pieces
}

// endsInAim reports whether a cell ends in the direction of an indicator: an arrow or a
// bound.
func endsInAim(text string) bool {
	return endsInArrow(text) || ja.ReadQuantity(text, ja.Expect{}).Quantity.Bound != ""
}

// placeSpread is how far places are from each other.
type placeSpread struct {
	least, most int32
	any         bool
}

func (s *placeSpread) add(place int32, counts bool) {
	switch {
	case !counts:
	case !s.any:
		s.least, s.most, s.any = place, place, true
	default:
		s.least, s.most = min(s.least, place), max(s.most, place)
	}
}

func (s *placeSpread) spread() int32 { return s.most - s.least }

// cutGaps gives the words of the other lines to the columns.
func (a *arrowRows) cutGaps(g *grid.Grid) bool {
	a.gaps = make([][][]*tablePiece, a.columns+1)
	for column := range a.gaps {
		a.gaps[column] = make([][]*tablePiece, len(a.rows)+1)
	}
	row := 0
	for i := range a.lines {
		if row < len(a.rows) && a.rows[row].line == i {
			row++
			continue
		}
		add := func(column int, piece *tablePiece) { a.gaps[column][row] = append(a.gaps[column][row], piece) }
		if !a.cutWords(g, i, add) {
			return false
		}
	}
	return true
}

// cutWords gives the words of a line to the columns. It is false where they stand out of
// order.
func (a *arrowRows) cutWords(g *grid.Grid, at int, add func(column int, piece *tablePiece)) bool {
	last := none
	for _, cell := range a.lines[at].cells {
		var open *tablePiece
		for k, word := range wordsOf(cell) {
			piece := &tablePiece{cell: word, line: at}
			piece.start, piece.end = a.measure(g, word, 0, len(word.Text))
			column := a.columnOf(piece)
			if k > 0 && goesOnInCell(word.Text) {
				column = last
			}
			if k > 0 && column == last {
				open.cell.Text = g.Text[open.cell.Offset : int(word.Offset)+len(word.Text)]
				open.end = piece.end
				continue
			}
			if column < last || column == last && column > 0 {
				return false
			}
			last, open = column, piece
			add(column, piece)
		}
	}
	return true
}

// goesOnInCell reports whether a word can't begin a value.
func goesOnInCell(word string) bool {
	return !sheet.HasDigit(word) && !isAimOrDash(word)
}

// columnOf returns the column of a piece: 0 for that of the names, else the one over the
// middle of which it stands nearest.
func (a *arrowRows) columnOf(piece *tablePiece) int {
	if piece.end <= a.values || piece.start+maxAskew < a.values && !sheet.HasDigit(piece.cell.Text) {
		return 0
	}
	best := 0
	for i := range a.middles {
		if a.middles[i].off(*piece) < a.middles[best].off(*piece) {
			best = i
		}
	}
	return best + 1
}

// share gives the lines of each column to the rows. Where one stands above the first row,
// the arrows stand beside the middle of theirs.
func (a *arrowRows) share() bool {
	middle := slices.ContainsFunc(a.gaps, func(gaps [][]*tablePiece) bool { return len(gaps[0]) > 0 })
	for column, gaps := range a.gaps {
		cuts := gapCuts{gaps: gaps, allowed: func(gap, cut int) bool {
			return (gap > 0 || cut == 0) && (gap < len(a.rows) || cut == len(gaps[gap])) && (column == 0 || a.mayCut(column, gap, cut))
		}}
		for i := range a.rows {
			cuts.rows = append(cuts.rows, gapRow{middle: a.rows[i].line, own: a.rows[i].cells[column]})
		}
		for i, cut := range cuts.cutAroundNumbers() {
			gap := gaps[i]
			if len(gap) == 0 {
				continue
			}
			if cut == none || !middle && cut < len(gap) {
				return false // it may be of the row above as well as of the next
			}
			if cut > 0 {
				above := &a.rows[i-1].cells[column]
				*above = append(*above, gap[:cut]...)
			}
			if cut < len(gap) {
				below := &a.rows[i].cells[column]
				*below = append(gap[cut:len(gap):len(gap)], *below...)
			}
		}
	}
	return true
}

// mayCut reports whether a value may begin behind the first lines of a gap, and those be
// the rest of one: what begins a value has a digit first, and no number is torn there.
func (a *arrowRows) mayCut(column, gap, cut int) bool {
	lines := a.gaps[column][gap]
	before := ""
	if gap > 0 {
		if own := a.rows[gap-1].cells[column]; len(own) > 0 {
			before = own[len(own)-1].cell.Text
		}
	}
	for i, line := range lines {
		begins := startsWithDigit(line.cell.Text) && !endsInTornNumber(before)
		if begins && i < cut || !begins && i == cut {
			return false
		}
		before = line.cell.Text
	}
	return true
}

func startsWithDigit(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return sheet.IsDigit(first)
}

// endsInTornNumber reports whether a text ends inside the thousands of a number: 131,8.
func endsInTornNumber(text string) bool {
	folded := ja.Fold(text)
	at := strings.LastIndexByte(folded, ',')
	if at <= 0 || !sheet.IsDigit(rune(folded[at-1])) {
		return false
	}
	group := folded[at+1:]
	return len(group) < len("000") && (group == "" || isNumber(group))
}

// isWhole reports whether each value of a row is one, as its lines are joined.
func (w *arrowRow) isWhole() bool {
	if len(w.cells[0]) == 0 {
		return false
	}
	for _, pieces := range w.cells[1:] {
		cells := cellsOf(pieces)
		if len(cells) == 0 || !sheet.IsValue(sheet.JoinCells(cells, "")) {
			return false
		}
	}
	return true
}

func cellsOf(pieces []*tablePiece) []grid.Cell {
	cells := make([]grid.Cell, len(pieces))
	for i, piece := range pieces {
		cells[i] = piece.cell
	}
	return cells
}

// indicatorRow returns the row as the table reads it.
func (w *arrowRow) indicatorRow(t *indicatorTable) indicatorRow {
	row := indicatorRow{names: cellsOf(w.cells[0])}
	for _, pieces := range w.cells[1:] {
		cells := cellsOf(pieces)
		row.values = append(row.values, cells[0])
		if len(cells) > 1 {
			t.keepRests(cells[0], cells[1:])
		}
	}
	return row
}
