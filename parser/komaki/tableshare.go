package komaki

import (
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// readTablePage reads the rest of a page of the table whose cells have several lines, or
// stand one blank apart: the columns' places and the numbers, which follow each other, tell
// the cells and rows. It reports whether it did.
func (t *initiativeTable) readTablePage(r *reader) bool {
	if !t.fresh || r.Grid.Layout != grid.Blanks || t.extra {
		return false
	}
	first := r.next - 1
	end := first
	for end < len(r.lines) && end < first+maxTableLines && r.lines[end].kind == plain && r.lines[end].head == 0 {
		end++
	}
	if !t.centered && isRegularPage(r.lines[first:end]) {
		return false
	}
	p, starts, unplaced := t.arrangePage(r, r.lines[first:end])
	again := false // the table goes on on the next page without its head
	if pageEnd := endOfPage(r.lines[:end], first); unplaced && pageEnd < end {
		if own, ownStarts, _ := t.arrangePage(r, r.lines[first:pageEnd]); own != nil {
			p, starts, end, again = own, ownStarts, pageEnd, true
		}
	}
	if p == nil {
		if unplaced {
			t.finishInitiative(r)
			t.fresh, t.lost = false, true
			t.measure, t.direction = none, none
		}
		return false
	}
	t.fresh, t.centered = false, p.labels.centered
	t.places[measureColumn], t.places[directionColumn], t.places[numberColumn] = p.measures, p.directions, p.numbers
	t.places[nameColumn], t.places[departmentColumn] = p.names, p.sections
	for _, cell := range p.joined {
		r.Report(model.CodeJoinedCells, cell.At, sheet.PlainText(cell.Text), "a cell for each column")
	}
	if p.labels.centered {
		label := &p.labels.directions[0].lines[0]
		r.Report(model.CodeShiftedRow, label.cells[0].At, label.first, "beside the middle of its rows", "beside the first of them")
	}
	lines := r.lines
	r.lines, r.next, t.whole = p.whole(starts), 0, true
	for r.next < len(r.lines) {
		r.next++
		r.readTableLine(&r.lines[r.next-1])
	}
	r.lines, r.next, t.whole = lines, end, false
	t.fresh = again
	return true
}

// endOfPage returns the first of the lines behind the page on which one stands.
func endOfPage(lines []line, first int) int {
	end := first
	for end < len(lines) && lines[end].page == lines[first].page {
		end++
	}
	return end
}

// arrangePage cuts the lines of a page and gives its rows to the labels; nil where that
// can't be told, or the lines say it by themselves. Unplaced is set where the labels are
// known, but not which rows they stand beside the middle of.
func (t *initiativeTable) arrangePage(r *reader, lines []line) (p *tablePage, starts tableStarts, unplaced bool) {
	t.unspelled = false
	for _, cut := range [...]func(*reader, []line) *tablePage{t.cutCenteredPage, t.cutTablePage} {
		p := cut(r, lines)
		if p == nil {
			continue
		}
		starts, ok := p.place(t)
		if ok && (p.odd || p.labels.centered) {
			return p, starts, false
		}
		unplaced = unplaced || !ok && p.known && p.labels.centered
	}
	return nil, tableStarts{}, unplaced || t.unspelled
}

// isRegularPage reports whether each line of a page is a row with a cell for each of its
// columns, and each measure's label stands beside that of a direction: such lines say by
// themselves what belongs together.
func isRegularPage(lines []line) bool {
	for i := range lines {
		cells := lines[i].cells
		number := 0
		for number < len(cells) && number < 3 && !isNumber(cells[number].Text) {
			number++
		}
		if number > 2 || len(cells) != number+3 || i == 0 && number != 2 || number == 1 && cells[0].Index == lines[0].cells[0].Index {
			return false
		}
	}
	return true
}

// tableStarts are the rows at which the labels of measures and directions begin, and the
// rows of which the direction is in doubt, or the measure, too.
type tableStarts struct {
	measures, directions []int
	doubts               map[int]doubt
}

// doubt is what can't be told of the place of an initiative.
type doubt uint8

const (
	noDoubt doubt = iota
	whichDirection
	whichMeasure
)

// findDoubts finds the rows that stand as well beside the label before as beside theirs.
func (s *tableStarts) findDoubts(labels []block, rows []sheet.Lines, owners []int) {
	for _, row := range sheet.DoubtfulRows(inHalves(labelLines(labels)), rows, s.directions, owners) {
		if s.doubts == nil {
			s.doubts = map[int]doubt{}
		}
		s.doubts[row] = whichDirection
		if slices.Contains(s.measures, row) || slices.Contains(s.measures, row+1) {
			s.doubts[row] = whichMeasure
		}
	}
}

// place gives the pieces of names and sections to the rows, and the rows to the labels. It
// is false where the labels' places can't be explained.
func (p *tablePage) place(t *initiativeTable) (starts tableStarts, ok bool) {
	labels := &p.labels
	if len(labels.directions) == 0 || startsWithoutNumber(labels.directions) || len(labels.measures) > 0 && startsWithoutNumber(labels.measures) {
		return tableStarts{}, false
	}
	directions, directionsOnRows := p.rowsAt(labels.directions)
	measures, measuresOnRows := p.rowsAt(labels.measures)
	onRows := directionsOnRows && measuresOnRows && !t.centered && (directions[0] == 0 || t.direction != none) && begin(measures, directions, t.measure == none)
	labels.centered = !onRows
	if labels.centered && t.measure != none && t.direction != none && !t.centered {
		return tableStarts{}, false
	}
	names := tableLines{lines: p.lines, pieces: p.nameParts, rows: p.rows}
	for i := range names.pieces {
		names.pieces[i].role = namePiece
	}
	names.centered = labels.centered
	names.findNames()
	p.shareSections(labels.centered || names.aligned == besideMiddle)
	if onRows {
		return tableStarts{measures: measures, directions: directions}, true
	}
	rows := p.extents(names.stray)
	owners := p.owners(labels.directions)
	if !shareHalves(labels.directions, rows, owners) {
		return tableStarts{}, false
	}
	spans := make([]sheet.Lines, len(labels.directions))
	for i, own := range labels.directions {
		spans[i] = sheet.Lines{First: rows[own.first].First, Last: rows[own.last].Last}
		starts.directions = append(starts.directions, own.first)
	}
	first, counted := measureStarts(labels, t.measure != none)
	if !counted {
		if len(labels.measures) > 0 && !shareHalves(labels.measures, spans, nil) {
			return tableStarts{}, false
		}
		first = nil
		for _, own := range labels.measures {
			first = append(first, own.first)
		}
	}
	for _, direction := range first {
		starts.measures = append(starts.measures, starts.directions[direction])
	}
	starts.findDoubts(labels.directions, rows, owners)
	return starts, true
}

func startsWithoutNumber(blocks []block) bool {
	number, _ := sheet.LeadingNumber(blocks[0].lines[0].first)
	return number == ""
}

// measureStarts returns the directions with which the measures begin, as their numbers begin
// anew there. Counted is false where that gives another number of measures than there are
// labels; the first of a page may be that of the page before, if there is one.
func measureStarts(labels *page, before bool) (first []int, counted bool) {
	last := 0
	for i, own := range labels.directions {
		number, _ := sheet.LeadingNumber(own.lines[0].first)
		if i == 0 || toNumber(number) <= last {
			first = append(first, i)
		}
		last = toNumber(number)
	}
	if before && len(first) == len(labels.measures)+1 {
		first = first[1:]
	}
	return first, len(first) == len(labels.measures)
}

// begin reports whether every measure begins with one of its directions, and the first
// one, where one is due, with the first of all.
func begin(measures, directions []int, due bool) bool {
	for _, measure := range measures {
		if !slices.Contains(directions, measure) {
			return false
		}
	}
	return !due || len(measures) == 0 || measures[0] == 0
}

// rowsAt returns the rows beside whose numbers the labels begin; ok is false where one
// begins beside none.
func (p *tablePage) rowsAt(labels []block) (rows []int, ok bool) {
	for _, label := range labels {
		at := slices.IndexFunc(p.rows, func(row *wrappedRow) bool {
			return row.figures[0].cell.At.Line == label.lines[0].firstLine()
		})
		if at == none {
			return nil, false
		}
		rows = append(rows, at)
	}
	return rows, true
}

// extents returns the lines of the input that each row has, in halves of a line. What may
// belong to one row as well as to the next is shared between them.
func (p *tablePage) extents(stray []*tablePiece) []sheet.Lines {
	rows := make([]sheet.Lines, len(p.rows))
	twice := func(line int) int32 { return 2 * p.lines[line].firstLine() }
	for i, row := range p.rows {
		first, last := row.figures[0].line, row.figures[0].line
		for _, piece := range slices.Concat(row.names, row.sections) {
			first, last = min(first, piece.line), max(last, piece.line)
		}
		rows[i] = sheet.Lines{First: twice(first), Last: twice(last)}
	}
	for _, piece := range slices.Concat(stray, p.stray) {
		below := 0
		for below < len(p.rows) && p.rows[below].figures[0].line < piece.line {
			below++
		}
		if line := twice(piece.line); below > 0 && below < len(rows) {
			rows[below-1].Last = max(rows[below-1].Last, line-1)
			rows[below].First = min(rows[below].First, line+1)
		}
	}
	return rows
}

// shareHalves gives rows to labels by places in halves of a line.
func shareHalves(labels []block, rows []sheet.Lines, owners []int) bool {
	starts, ok := sheet.ShareOwnedRows(inHalves(labelLines(labels)), rows, owners)
	return giveRows(labels, starts, len(rows), ok)
}

// owners returns for each row the label of which a line stands beside its number, none
// where none does: no other label can be that of the row.
func (p *tablePage) owners(labels []block) []int {
	owners := make([]int, len(p.rows))
	for i, row := range p.rows {
		owners[i] = slices.IndexFunc(labels, func(label block) bool {
			return slices.ContainsFunc(label.lines, func(l line) bool { return l.firstLine() == row.figures[0].cell.At.Line })
		})
	}
	return owners
}

func inHalves(lines []sheet.Lines) []sheet.Lines {
	for i := range lines {
		lines[i] = sheet.Lines{First: 2 * lines[i].First, Last: 2 * lines[i].Last}
	}
	return lines
}

// shareSections gives the rows the lines of their sections. Where cells stand beside the
// middle of their rows, a row has as many lines of them above its number as below, or one
// more; what may belong to one row as well as to the next has none.
func (p *tablePage) shareSections(centered bool) {
	gaps := make([][]*tablePiece, len(p.rows)+1)
	next := 0
	for i := range p.sectionParts {
		piece := &p.sectionParts[i]
		for next < len(p.rows) && p.rows[next].figures[0].line < piece.line {
			next++
		}
		if next < len(p.rows) && p.rows[next].figures[0].line == piece.line {
			p.rows[next].sections = append(p.rows[next].sections, piece)
		} else {
			gaps[next] = append(gaps[next], piece)
		}
	}
	if !centered {
		for i, gap := range gaps[1:] {
			p.rows[i].sections = append(p.rows[i].sections, gap...)
		}
		return
	}
	cuts := gapCuts{gaps: gaps, allowed: func(gap, cut int) bool { return !p.cutsSection(gaps[gap], gap, cut) }}
	for _, row := range p.rows {
		cuts.rows = append(cuts.rows, gapRow{middle: row.figures[0].line, own: row.sections})
	}
	for i, cut := range cuts.cutAroundNumbers() {
		if cut == none {
			p.stray = append(p.stray, gaps[i]...)
			continue
		}
		if i > 0 {
			p.rows[i-1].sections = append(p.rows[i-1].sections, gaps[i][:cut]...)
		}
		if below := gaps[i][cut:]; i < len(p.rows) {
			p.rows[i].sections = append(below[:len(below):len(below)], p.rows[i].sections...)
		}
	}
}

// whole returns the lines of the page with each label before its first row, and each row
// with all that belongs to it.
func (p *tablePage) whole(starts tableStarts) []line {
	var lines []line
	add := func(cells ...grid.Cell) {
		lines = append(lines, line{cells: cells, first: sheet.PlainText(cells[0].Text)})
	}
	measure, direction := 0, 0
	for i, row := range p.rows {
		for ; measure < len(starts.measures) && starts.measures[measure] <= i; measure++ {
			lines = append(lines, p.labels.measures[measure].at(p.measures)...)
		}
		for ; direction < len(starts.directions) && starts.directions[direction] <= i; direction++ {
			lines = append(lines, p.labels.directions[direction].at(p.directions)...)
		}
		cells := []grid.Cell{row.figures[0].cell}
		cells[0].Index = p.numbers
		names, sections := cellsAt(row.names, p.names), cellsAt(row.sections, p.sections)
		cells = append(append(cells, names[:min(1, len(names))]...), sections[:min(1, len(sections))]...)
		add(cells...)
		lines[len(lines)-1].doubt = starts.doubts[i]
		for _, name := range names[min(1, len(names)):] {
			add(name)
		}
		for _, section := range sections[min(1, len(sections)):] {
			add(section)
		}
	}
	return lines
}

// at returns the lines of a label at the place of its column.
func (b *block) at(place int32) []line {
	for i := range b.lines {
		b.lines[i].cells[0].Index = place
	}
	return b.lines
}

func cellsAt(pieces []*tablePiece, place int32) []grid.Cell {
	cells := make([]grid.Cell, len(pieces))
	for i, piece := range pieces {
		cells[i] = piece.cell
		cells[i].Index = place
	}
	return cells
}
