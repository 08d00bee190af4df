package komaki

import (
	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// Where the columns are parted by blanks, the label of a merged cell may stand
// beside the middle of its rows, so that rows of a direction stand above its
// name. Each label is then lifted over its first row, and the page is read as
// any other. What belongs to a label follows from its place: its middle is the
// middle of its rows.

// block is a label of a measure or a direction, which may have several lines.
type block struct {
	lines []line
	// first and last are the rows, or the directions of a measure, that belong
	// to it.
	first, last int
}

// page is what stands between the head of the table and the page's end.
type page struct {
	rows                 []line
	numbered             []int // the rows that begin an initiative
	measures, directions []block
	// centered is set where the labels stand beside the middle of their rows.
	centered bool
}

// liftLabels reads the rest of a page of the table on which the first row stands
// above the first label, and reports whether it did.
func (t *initiativeTable) liftLabels(r *reader) bool {
	if !t.fresh || r.Grid.Layout != grid.Blanks || t.places[numberColumn] == none {
		return false
	}
	t.fresh = false
	if t.measure != none && t.direction != none && !t.centered {
		return false
	}
	first := r.next - 1
	end := first
	for end < len(r.lines) && r.lines[end].kind == plain && r.lines[end].head == 0 {
		end++
	}
	p := t.cutPage(r, r.lines[first:end])
	if len(p.directions) == 0 || len(p.numbered) == 0 || !p.beginsAboveLabel(t.measure == none) || !p.assign() {
		return false
	}
	t.centered = true
	label := &p.directions[0].lines[0]
	r.Report(model.CodeShiftedRow, label.cells[0].At, label.first, "beside the middle of its rows", "beside the first of them")
	lifted := p.lift()
	lines := r.lines
	r.lines, r.next = lifted, 0
	for r.next < len(r.lines) {
		r.next++
		r.readTableLine(&r.lines[r.next-1])
	}
	r.lines, r.next = lines, end
	return true
}

// cutPage parts the labels from the rows.
func (t *initiativeTable) cutPage(r *reader, lines []line) *page {
	p := &page{}
	for i := range lines {
		l := &lines[i]
		at := 0
		for at < len(l.cells) && l.cells[at].Index < t.places[numberColumn]-1 && !isNumber(sheet.PlainText(l.cells[at].Text)) {
			cell := line{cells: l.cells[at : at+1 : at+1], first: sheet.PlainText(l.cells[at].Text)}
			if t.columnOf(r, l.cells[at]) == measureColumn {
				p.measures = addToBlock(p.measures, cell)
			} else {
				p.directions = addToBlock(p.directions, cell)
			}
			at++
		}
		if at == len(l.cells) {
			continue
		}
		if rest := l.cells[at:]; isNumber(sheet.PlainText(rest[0].Text)) {
			p.numbered = append(p.numbered, len(p.rows))
		}
		p.rows = append(p.rows, line{cells: l.cells[at:], first: sheet.PlainText(l.cells[at].Text)})
	}
	return p
}

// addToBlock adds a line to the last block, or begins one where it has a number.
func addToBlock(blocks []block, l line) []block {
	if number, _ := sheet.LeadingNumber(l.first); number != "" || len(blocks) == 0 {
		blocks = append(blocks, block{})
	}
	last := &blocks[len(blocks)-1]
	last.lines = append(last.lines, l)
	return blocks
}

// beginsAboveLabel reports whether the first initiative stands above the first
// label.
func (p *page) beginsAboveLabel(measureDue bool) bool {
	first := p.rows[p.numbered[0]].firstLine()
	if p.directions[0].lines[0].firstLine() > first {
		return true
	}
	return measureDue && len(p.measures) > 0 && p.measures[0].lines[0].firstLine() > first
}

// assign gives each label the rows whose middle it stands at. It is false where
// the labels' places can't be explained so.
func (p *page) assign() bool {
	rows := make([]sheet.Lines, len(p.numbered))
	for i, row := range p.numbered {
		rows[i] = sheet.Lines{First: p.rows[row].firstLine(), Last: p.rows[row].firstLine()}
	}
	if !share(p.directions, rows) {
		return false
	}
	directions := make([]sheet.Lines, len(p.directions))
	for i, own := range p.directions {
		directions[i] = sheet.Lines{First: rows[own.first].First, Last: rows[own.last].Last}
	}
	return len(p.measures) == 0 || share(p.measures, directions)
}

// share gives rows to blocks.
func share(blocks []block, rows []sheet.Lines) bool {
	labels := make([]sheet.Lines, len(blocks))
	for i, own := range blocks {
		labels[i] = sheet.Lines{First: own.lines[0].firstLine(), Last: own.lines[len(own.lines)-1].firstLine()}
	}
	starts, ok := sheet.ShareRows(labels, rows)
	for i, start := range starts {
		blocks[i].first, blocks[i].last = start, len(rows)-1
		if i > 0 {
			blocks[i-1].last = start - 1
		}
	}
	return ok
}

// lift returns the page's lines with each label above its first row.
func (p *page) lift() []line {
	var lines []line
	measure, row := 0, 0
	for d := range p.directions {
		if measure < len(p.measures) && p.measures[measure].first == d {
			lines = append(lines, p.measures[measure].lines...)
			measure++
		}
		lines = append(lines, p.directions[d].lines...)
		end := len(p.rows)
		if next := p.directions[d].last + 1; next < len(p.numbered) {
			end = p.numbered[next]
		}
		lines = append(lines, p.rows[row:end]...)
		row = end
	}
	return lines
}
