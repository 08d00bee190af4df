package komaki

import (
	"cmp"
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// Where blanks part the columns, a row of a table has as many lines as the longest of its
// cells, and its other cells stand beside the first or the middle of them. Each value
// begins with a number, a dash or an arrow, and may go on below with its unit or its
// bracket; a row is complete with as many as the table has columns, which then stand in
// the order of their places.

// wrappedRow is a row of several lines.
type wrappedRow struct {
	names []*tablePiece
	// figures are where the values begin, rests what each goes on with, by the place of
	// its beginning.
	figures []*tablePiece
	rests   map[*tablePiece][]grid.Cell
	// sections are those of a row of the table of initiatives.
	sections []*tablePiece
	// first and last are the table's lines in which its values stand.
	first, last int
	ended       bool // by an arrow
}

// tableLines are the lines of a table between two headings or page breaks.
type tableLines struct {
	lines  []line
	pieces []tablePiece
	rows   []*wrappedRow
	// values is where the values' columns begin, names where those of the names do.
	names, values int32
	// centered is set where it is known that cells stand beside the middle of their rows.
	// aligned is how they stand, before that is known how those of tables above do; shown is
	// what the rows themselves show of it.
	centered       bool
	aligned, shown alignment
	// stray are pieces of which the row can't be told.
	stray []*tablePiece
}

// maxTableLines is how many lines are read together.
const maxTableLines = 400

// readWrappedRows reads the lines up to the next heading where rows of several lines are
// among them, and reports whether it did: every value must have its row.
func (r *reader) readWrappedRows() bool {
	t := &r.indicators
	first := r.next - 1
	if first < t.seen {
		return false
	}
	end, whole, broken := first, true, false
	limit := r.endOfCardTable(first, min(len(r.lines), first+maxTableLines))
	for end < limit {
		l := &r.lines[end]
		if l.head > 0 || l.kind != plain && !isFigureLine(l) {
			break
		}
		if end > first && breaksInValue(&r.lines[end-1], l) || isTornNumber(l) {
			broken = true // the order of the values is no longer that of their places
		}
		whole = whole && len(l.cells) == len(t.columns)
		end++
	}
	t.seen = end
	if whole || len(t.names) > 0 {
		return false
	}
	arrows := r.findArrowRows(r.lines[first:end])
	if arrows != nil && arrows.sure == len(arrows.rows) {
		arrows.take(r)
		r.next = end
		return true
	}
	columns, own := t.heads()
	table := &tableLines{lines: r.lines[first:end]}
	if broken || own == 0 || len(columns) < 2 || !table.cut(r.Grid) || !table.findRows(len(columns)) || !table.findRests() || table.holdsTornNumber() {
		if arrows != nil && arrows.sure > 0 {
			arrows.take(r)
			r.next = end
			return true
		}
		return false
	}
	table.aligned = t.aligned
	table.findNames()
	if table.shown != unknownAlignment {
		t.aligned = table.shown
	}
	for _, row := range table.rows {
		r.flushRow()
		t.row = row.indicatorRow()
		if len(row.names) == 0 {
			r.Report(model.CodeNoName, t.row.values[0].At, "指標名")
		}
		for figure, rests := range row.rests {
			t.keepRests(figure.cell, rests)
		}
	}
	r.flushRow()
	r.next = end
	return true
}

// cut cuts the lines into pieces and tells names from values by their place. It is false
// where words stand among the values that may be either.
func (t *tableLines) cut(g *grid.Grid) bool {
	t.names, t.values = 1<<30, 1<<30
	several := false
	for i := range t.lines {
		several = several || len(t.lines[i].cells) > 2
		t.pieces = appendPieces(g, t.pieces, &t.lines[i], i)
	}
	for i := range t.pieces {
		p := &t.pieces[i]
		if p.role == namePiece {
			t.names = min(t.names, p.start)
		}
	}
	for i := range t.pieces {
		switch p := &t.pieces[i]; {
		case p.role == figurePiece && p.start <= t.names+maxAskew:
			p.role = namePiece // a line of a name that begins with a number
		case p.role == figurePiece:
			t.values = min(t.values, p.start)
		}
	}
	if !several || t.values <= t.names {
		return false
	}
	for i := range t.pieces {
		p := &t.pieces[i]
		if _, ok := rowMeasures.Find(p.cell.Text); ok {
			return false
		}
		switch atNames := p.start <= t.names+maxAskew; {
		case p.role == restPiece && atNames:
			p.role = namePiece
		case p.role == namePiece && p.start >= t.values && t.goesOn(p):
			p.role = restPiece
		case p.role == namePiece && p.start >= t.values:
			if ja.ReadQuantity(p.cell.Text, ja.Expect{}).Kind != ja.State {
				return false
			}
			p.role = figurePiece
		}
	}
	return true
}

// goesOn reports whether words are the end of what stands on the line above in their
// column: a bracket is open there, or both are a number with its unit.
func (t *tableLines) goesOn(piece *tablePiece) bool {
	for i := range t.pieces {
		above := &t.pieces[i]
		if above.line != piece.line-1 || above.role == namePiece || !piece.isBelow(above) {
			continue
		}
		if sheet.OpenBrackets(above.cell.Text) > 0 && sheet.OpenBrackets(piece.cell.Text) < 0 {
			return true
		}
		if above.role == figurePiece && !isAimOrDash(above.cell.Text) && !ja.LongerThan(piece.cell.Text, maxRestRunes) &&
			sheet.IsNumberOrDash(above.cell.Text+piece.cell.Text) {
			return true
		}
	}
	return false
}

// findRows parts the values into rows: each begins where the one before has a value in all
// columns or its arrow, or where a value stands in a column that it has already. It is
// false where a row has more values than columns.
func (t *tableLines) findRows(columns int) bool {
	var row *wrappedRow
	for from := 0; from < len(t.pieces); {
		to := from
		var figures []*tablePiece
		for ; to < len(t.pieces) && t.pieces[to].line == t.pieces[from].line; to++ {
			if t.pieces[to].role == figurePiece {
				figures = append(figures, &t.pieces[to])
			}
		}
		if len(figures) > 0 {
			if row == nil || row.ended || len(row.figures) == columns || row.holds(figures) {
				row = &wrappedRow{first: t.pieces[from].line}
				t.rows = append(t.rows, row)
			}
			row.figures = append(row.figures, figures...)
			row.last = t.pieces[from].line
			row.ended = sheet.IsArrow(figures[len(figures)-1].cell.Text)
			if len(row.figures) > columns {
				return false
			}
		}
		from = to
	}
	complete := false
	for _, row := range t.rows {
		slices.SortStableFunc(row.figures, func(a, b *tablePiece) int { return cmp.Compare(a.start, b.start) })
		complete = complete || len(row.figures) == columns
	}
	return complete
}

// holds reports whether a row has a value already where one of others stands.
func (w *wrappedRow) holds(others []*tablePiece) bool {
	for _, own := range w.figures {
		for _, other := range others {
			if own.overlaps(other) {
				return true
			}
		}
	}
	return false
}

// findRests gives each rest of a value the one that began last above it. It is false where
// the rows would then overlap.
func (t *tableLines) findRests() bool {
	for i := range t.pieces {
		rest := &t.pieces[i]
		if rest.role != restPiece {
			continue
		}
		row, figure := t.above(rest)
		if row == nil {
			t.stray = append(t.stray, rest)
			continue
		}
		if row.rests == nil {
			row.rests = map[*tablePiece][]grid.Cell{}
		}
		row.rests[figure] = append(row.rests[figure], rest.cell)
		row.last = max(row.last, rest.line)
	}
	for i := 1; i < len(t.rows); i++ {
		if t.rows[i].first <= t.rows[i-1].last {
			return false
		}
	}
	return true
}

// above returns the value of the row that began last above a piece that stands in its
// column; where a long line has moved it, the columns of the other rows tell.
func (t *tableLines) above(piece *tablePiece) (row *wrappedRow, figure *tablePiece) {
	for _, own := range t.rows {
		if own.first < piece.line {
			row = own
		}
	}
	if row == nil {
		return nil, nil
	}
	if figure, _ = row.nearest(piece); figure != nil && figure.line < piece.line {
		return row, figure
	}
	for _, other := range t.rows {
		_, at := other.nearest(piece)
		if at != none && len(other.figures) == len(row.figures) && row.figures[at].line < piece.line && !isAimOrDash(row.figures[at].cell.Text) {
			return row, row.figures[at]
		}
	}
	return nil, nil
}

// nearest returns the row's value that begins nearest to a piece, of those on other lines
// that stand in its column. A dash or an arrow does not go on.
func (w *wrappedRow) nearest(piece *tablePiece) (figure *tablePiece, at int) {
	at = none
	for i, one := range w.figures {
		if one.line == piece.line || !piece.isBelow(one) || isAimOrDash(one.cell.Text) {
			continue
		}
		if figure == nil || one.distance(piece) < figure.distance(piece) {
			figure, at = one, i
		}
	}
	return figure, at
}

// indicatorRow returns the row as the table reads it.
func (w *wrappedRow) indicatorRow() indicatorRow {
	row := indicatorRow{values: make([]grid.Cell, len(w.figures))}
	for _, name := range w.names {
		row.names = append(row.names, name.cell)
	}
	for i, figure := range w.figures {
		row.values[i] = figure.cell
	}
	row.first, row.last = row.firstCell().At.Line, w.figures[0].cell.At.Line
	return row
}

// keepRests keeps what a value goes on with on the lines below.
func (t *indicatorTable) keepRests(value grid.Cell, rests []grid.Cell) {
	if t.rests == nil {
		t.rests = map[int32][]grid.Cell{}
	}
	t.rests[value.Offset] = rests
}
