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
	p := t.cutTablePage(r, r.lines[first:end])
	if p == nil || !p.odd {
		return false
	}
	starts, ok := p.place(t)
	if !ok {
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
	r.lines, r.next = p.whole(starts), 0
	for r.next < len(r.lines) {
		r.next++
		r.readTableLine(&r.lines[r.next-1])
	}
	r.lines, r.next = lines, end
	return true
}

// tableStarts are the rows at which the labels of measures and directions begin.
type tableStarts struct{ measures, directions []int }

// place gives the pieces of names and sections to the rows, and the rows to the labels. It
// is false where the labels' places can't be explained.
func (p *tablePage) place(t *initiativeTable) (starts tableStarts, ok bool) {
	labels := &p.labels
	if len(labels.directions) == 0 || startsWithoutNumber(labels.directions) || len(labels.measures) > 0 && startsWithoutNumber(labels.measures) {
		return tableStarts{}, false
	}
	directions, directionsOnRows := p.rowsAt(labels.directions)
	measures, measuresOnRows := p.rowsAt(labels.measures)
	onRows := directionsOnRows && measuresOnRows && (directions[0] == 0 || t.direction != none)
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
	rows := make([]sheet.Lines, len(p.rows))
	for i, row := range p.rows {
		rows[i] = row.extent(p)
	}
	if !share(labels.directions, rows) {
		return tableStarts{}, false
	}
	spans := make([]sheet.Lines, len(labels.directions))
	for i, own := range labels.directions {
		spans[i] = sheet.Lines{First: rows[own.first].First, Last: rows[own.last].Last}
		starts.directions = append(starts.directions, own.first)
	}
	if len(labels.measures) > 0 && !share(labels.measures, spans) {
		return tableStarts{}, false
	}
	for _, own := range labels.measures {
		starts.measures = append(starts.measures, starts.directions[own.first])
	}
	return starts, true
}

func startsWithoutNumber(blocks []block) bool {
	number, _ := sheet.LeadingNumber(blocks[0].lines[0].first)
	return number == ""
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

// extent returns the lines of the input that a row has for sure.
func (w *wrappedRow) extent(p *tablePage) sheet.Lines {
	first, last := w.figures[0].line, w.figures[0].line
	for _, piece := range slices.Concat(w.names, w.sections) {
		first, last = min(first, piece.line), max(last, piece.line)
	}
	return sheet.Lines{First: p.lines[first].firstLine(), Last: p.lines[last].firstLine()}
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
	for i, cut := range p.cutGaps(gaps) {
		if cut == none {
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
