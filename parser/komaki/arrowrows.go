package komaki

import (
	"slices"

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
	// sure is how many rows can be told.
	sure int
}

type arrowRow struct {
	line  int
	cells [][]*tablePiece
	// doubtful is set where a line may be its or the next row's.
	doubtful bool
}

// doubt leaves out the rows above and below a gap.
func (a *arrowRows) doubt(gap int) {
	for i := max(0, gap-1); i < min(gap+1, len(a.rows)); i++ {
		a.rows[i].doubtful = true
	}
}

// findArrowRows reads lines by their arrows; nil where there are no columns, or no line has
// a value in each.
func (r *reader) findArrowRows(lines []line) *arrowRows {
	columns, own := r.indicators.heads()
	inColumns := slices.ContainsFunc(lines, func(l line) bool { return len(l.cells) > 1 })
	if !inColumns || own == 0 || len(columns) < 3 || columns[len(columns)-1].kind != aimColumn {
		return nil
	}
	a := &arrowRows{lines: lines, columns: len(columns)}
	measures := a.findMeasures(r.Grid)
	if !a.readBy(r.Grid, measures[0]) {
		return nil
	}
	for _, measure := range measures[1:] {
		other := &arrowRows{lines: lines, columns: len(columns)}
		if !other.readBy(r.Grid, measure) || !a.equals(other) {
			return nil // nothing tells which of the two counts
		}
	}
	for i := range a.rows {
		row := &a.rows[i]
		if row.doubtful = row.doubtful || !row.isWhole(); !row.doubtful {
			a.sure++
		}
	}
	return a
}

// take takes the rows. Those that have no value in a column, or of which a line may be
// another's, stay unmapped.
func (a *arrowRows) take(r *reader) {
	t := &r.indicators
	r.flushRow()
	for i := range a.rows {
		row := &a.rows[i]
		if row.doubtful {
			continue
		}
		t.row = row.indicatorRow(t)
		t.row.first, t.row.last = a.lines[row.line].firstLine(), a.lines[row.line].lastLine()
		r.flushRow()
	}
}

// findMeasures returns the measures by which the arrows stand best below each other.
func (a *arrowRows) findMeasures(g *grid.Grid) []sheet.Measure {
	var byCharacter, byColumn placeSpread
	for i := range a.lines {
		cells := a.lines[i].cells
		words := wordsOf(cells[len(cells)-1])
		if len(words) == 0 || !endsInAim(cells[len(cells)-1].Text) {
			continue
		}
		last := words[len(words)-1]
		byCharacter.add(sheet.ByCharacter(g, last, 0, len(last.Text)))
		byColumn.add(sheet.ByColumn(g, last, 0, len(last.Text)))
	}
	switch {
	case byColumn.spread() < byCharacter.spread():
		return []sheet.Measure{sheet.ByColumn}
	case byColumn.spread() > byCharacter.spread():
		return []sheet.Measure{sheet.ByCharacter}
	}
	return []sheet.Measure{sheet.ByCharacter, sheet.ByColumn}
}

// readBy reads the lines by a measure.
func (a *arrowRows) readBy(g *grid.Grid, measure sheet.Measure) bool {
	a.measure = measure
	if !a.findRows(g) {
		return false
	}
	a.cutGaps(g)
	a.share()
	return true
}

// equals reports whether both have read the same.
func (a *arrowRows) equals(other *arrowRows) bool {
	return slices.EqualFunc(a.rows, other.rows, func(own, one arrowRow) bool {
		return own.doubtful == one.doubtful && slices.EqualFunc(own.cells, one.cells, func(x, y []*tablePiece) bool {
			return slices.EqualFunc(x, y, func(p, q *tablePiece) bool { return p.cell.Offset == q.cell.Offset })
		})
	})
}

// findRows finds the lines that end in an arrow, and the values of those that have one in
// each column.
func (a *arrowRows) findRows(g *grid.Grid) bool {
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
			row.doubtful = !a.cutWords(g, row.line, func(column int, piece *tablePiece) { row.cells[column] = append(row.cells[column], piece) })
		}
	}
	return true
}

// wholeLine returns the pieces of a line by their columns, if it has a value in each; else
// nil.
func (a *arrowRows) wholeLine(g *grid.Grid, at int) [][]*tablePiece {
	words, names := a.lineWords(g, at)
	var values []*tablePiece
	for i := names; i < len(words); {
		end := i + 1
		for end < len(words) && !words[end].begins {
			end++
		}
		values = append(values, a.join(g, words[i:end]))
		i = end
	}
	if len(values) != a.columns {
		return nil
	}
	cells := make([][]*tablePiece, a.columns+1)
	if names > 0 {
		cells[0] = []*tablePiece{a.join(g, words[:names])}
	}
	for i, value := range values {
		cells[i+1] = []*tablePiece{value}
		a.middles[i].add(*value)
		a.values = min(a.values, value.start)
	}
	return cells
}

// lineWord is a word of a line, which may begin a value or a part of one.
type lineWord struct {
	tablePiece
	begins bool
}

// lineWords returns the words of a line, and how many of them are a name's.
func (a *arrowRows) lineWords(g *grid.Grid, at int) (words []lineWord, names int) {
	for _, cell := range a.lines[at].cells {
		for k, word := range wordsOf(cell) {
			own := lineWord{tablePiece: tablePiece{cell: word, line: at}}
			own.begins = startsWithDigit(word.Text) || isAimOrDash(word.Text) || k == 0 && (isRest(word.Text) || sheet.IsValue(cell.Text))
			own.start, own.end = a.measure(g, word, 0, len(word.Text))
			words = append(words, own)
			if k == 0 && !own.begins {
				names = len(words)
			}
		}
	}
	for names > 0 && names < len(words) && !words[names].begins {
		names++
	}
	return words, names
}

func (a *arrowRows) join(g *grid.Grid, words []lineWord) *tablePiece {
	piece, last := words[0].tablePiece, words[len(words)-1]
	piece.cell.Text = g.Text[piece.cell.Offset : int(last.cell.Offset)+len(last.cell.Text)]
	piece.end = last.end
	return &piece
}

// endsInAim reports whether a cell ends in the direction of an indicator: an arrow or a
// bound.
func endsInAim(text string) bool {
	return endsInArrow(text) || ja.ReadQuantity(text, ja.Expect{}).Quantity.Bound != ""
}

// placeSpread is how far the middles of cells are from each other, twice.
type placeSpread struct {
	least, most int32
	any         bool
}

func (s *placeSpread) add(start, end int32) {
	middle := start + end
	if !s.any {
		s.least, s.most, s.any = middle, middle, true
	}
	s.least, s.most = min(s.least, middle), max(s.most, middle)
}

func (s *placeSpread) spread() int32 { return s.most - s.least }

// cutGaps gives the words of the other lines to the columns.
func (a *arrowRows) cutGaps(g *grid.Grid) {
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
			a.doubt(row)
		}
	}
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
			if k > 0 && column == last && !beginsWithBracket(word.Text) {
				open.cell.Text = g.Text[open.cell.Offset : int(word.Offset)+len(word.Text)]
				open.end = piece.end
				continue
			}
			if column < last || column == last && column > 0 && k == 0 {
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
	before := a.values
	if sheet.HasDigit(piece.cell.Text) && (isRest(piece.cell.Text) || startsWithDigit(piece.cell.Text)) {
		before -= yearWidth
	}
	if piece.end <= before || piece.start+maxAskew < before {
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

// isWhole reports whether each value of a row is one, as its lines are joined, and all have
// one unit.
func (w *arrowRow) isWhole() bool {
	if len(w.cells[0]) == 0 {
		return false
	}
	unit, any := "", false
	for _, pieces := range w.cells[1:] {
		text := sheet.JoinCells(cellsOf(pieces), "")
		if text == "" || !sheet.IsValue(text) {
			return false
		}
		if reading := ja.ReadQuantity(text, ja.Expect{}); reading.Kind == ja.Numeric && reading.Quantity.Bound == "" {
			if any && reading.Quantity.Unit != unit {
				return false
			}
			unit, any = reading.Quantity.Unit, true
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
