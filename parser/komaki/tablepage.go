package komaki

import (
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// tablePage is a page of the table of initiatives whose columns blanks part. A column
// begins at one place in all lines; by that, cells are told apart between which only one
// blank stands.
type tablePage struct {
	lines []line
	// measures, directions, numbers, names and sections are where the columns begin.
	measures, directions, numbers, names, sections int32
	// rows are the initiatives, of which figures holds the number.
	rows []*wrappedRow
	// nameParts and sectionParts are the pieces of those columns.
	nameParts, sectionParts []tablePiece
	labels                  page
	// stray are pieces of sections of which the row can't be told.
	stray []*tablePiece
	// joined are the cells that hold more than one column.
	joined []grid.Cell
	// shifted is set where a cell does not hold what its column does.
	shifted bool
	// odd is set where the cells of the lines do not say all this by themselves.
	odd bool
	// known is set where headings tell the labels.
	known bool
}

// cutTablePage cuts the lines of a page by the places of its columns; nil where those
// can't be told, or the numbers do not follow each other.
func (t *initiativeTable) cutTablePage(r *reader, lines []line) *tablePage {
	p := &tablePage{lines: lines}
	if !p.findPlaces(r.Grid, t) {
		return nil
	}
	due := t.lastNumber + 1
	for i := range lines {
		words := p.wordsOf(r.Grid, i)
		number := none
		for j, word := range words {
			if isRowNumber(word.cell.Text, due) && near(word.start, p.numbers) {
				number = j
				break
			}
		}
		border := p.numbers - maxAskew
		if number != none {
			border = words[number].start
			own := words[number]
			own.role = figurePiece
			p.rows = append(p.rows, &wrappedRow{figures: []*tablePiece{&own}, first: i, last: i})
			due = countOf(ja.Fold(own.cell.Text)) + 1
		}
		p.cutLine(r, t, i, words, number, border)
	}
	if len(p.rows) == 0 || p.shifted {
		return nil
	}
	return p
}

func near(start, place int32) bool { return max(start-place, place-start) <= maxAskew+1 }

// wordsOf returns the words of a line with their columns.
func (p *tablePage) wordsOf(g *grid.Grid, at int) []tablePiece {
	var words []tablePiece
	for _, cell := range p.lines[at].cells {
		for _, word := range wordsOf(cell) {
			piece := tablePiece{cell: word, line: at}
			piece.start = cell.Index + g.WidthOf(grid.Cell{Text: cell.Text[:word.Offset-cell.Offset]})
			piece.end = piece.start + g.WidthOf(word)
			piece.cell.Index = piece.start
			words = append(words, piece)
		}
	}
	return words
}

// findPlaces finds where the columns begin: where most of their cells do.
func (p *tablePage) findPlaces(g *grid.Grid, t *initiativeTable) bool {
	var numbers, lefts, names, sections placeCounts
	for i := range p.lines {
		cells := p.lines[i].cells
		for j, cell := range cells {
			text := sheet.PlainText(cell.Text)
			if isNumber(text) && toNumber(text) > t.lastNumber {
				numbers.add(cell.Index)
				if j+1 < len(cells) {
					names.add(cells[j+1].Index)
				}
			}
			if j > 0 && j+1 == len(cells) && sheet.IsDepartments(text) {
				sections.add(cell.Index)
			}
		}
	}
	p.numbers, p.names, p.sections = numbers.most(), names.most(), sections.most()
	if p.numbers == none || p.names <= p.numbers || p.sections <= p.names {
		return false
	}
	p.measures = p.numbers
	for i := range p.lines {
		if first := p.lines[i].cells[0]; first.Index < p.numbers-maxAskew {
			p.measures = min(p.measures, first.Index)
		}
	}
	for i := range p.lines {
		for _, word := range p.wordsOf(g, i) {
			number, _ := sheet.LeadingNumber(word.cell.Text + " -")
			if word.start > p.measures+maxAskew && word.start < p.numbers-maxAskew && number != "" && isNumber(number) {
				lefts.add(word.start)
			}
		}
	}
	p.directions = lefts.most()
	return p.directions != none && p.measures < p.directions
}

// placeCounts counts how many cells begin at a place.
type placeCounts struct{ counts map[int32]int }

func (c *placeCounts) add(place int32) {
	if c.counts == nil {
		c.counts = map[int32]int{}
	}
	c.counts[place]++
}

// most returns the place at which most cells begin, of several the first; none if none does.
func (c *placeCounts) most() int32 {
	best, count := int32(none), 0
	for place, own := range c.counts {
		if own > count || own == count && place < best {
			best, count = place, own
		}
	}
	return best
}

// cutLine gives the words of a line to their columns, those of one column as one cell.
func (p *tablePage) cutLine(r *reader, t *initiativeTable, at int, words []tablePiece, number int, border int32) {
	var parts [4][]tablePiece // measure, direction, name, sections
	before := none
	for i, word := range words {
		column := 2
		switch {
		case i == number:
			column = 4
		case number != none && i < number || number == none && word.start < border && word.start < p.names-maxAskew:
			column = 0
			if len(parts[1]) > 0 || word.start >= p.directions-1 || len(parts[0]) > 1 && isNumber(word.cell.Text) && near(word.start, p.directions) {
				column = 1
			}
		case word.start >= p.sections-1:
			column = 3
		}
		if column < len(parts) {
			parts[column] = append(parts[column], word)
		}
		if cell := p.cellOf(at, word); before != none && column != before && cell.Offset < word.cell.Offset {
			if last := len(p.joined) - 1; last < 0 || p.joined[last].Offset != cell.Offset {
				p.joined = append(p.joined, cell)
			}
		}
		before = column
	}
	count := 0
	for column, words := range parts {
		if len(words) == 0 {
			continue
		}
		count++
		piece := words[0]
		last := words[len(words)-1]
		piece.cell.Text = r.Grid.Text[piece.cell.Offset : int(last.cell.Offset)+len(last.cell.Text)]
		piece.end = last.end
		cut := line{cells: []grid.Cell{piece.cell}, first: sheet.PlainText(piece.cell.Text)}
		switch column {
		case 0:
			p.labels.measures = addToBlock(p.labels.measures, cut)
		case 1:
			p.labels.directions = addToBlock(p.labels.directions, cut)
		case 2:
			p.shifted = p.shifted || sheet.IsDepartments(cut.first)
			p.nameParts = append(p.nameParts, piece)
		case 3:
			p.sectionParts = append(p.sectionParts, piece)
		}
	}
	if number != none {
		count++
	}
	for _, cell := range p.lines[at].cells {
		own := number != none && cell.Offset == words[number].cell.Offset || beginsLabel(parts[0], cell) || beginsLabel(parts[1], cell)
		p.shifted = p.shifted || isNumber(cell.Text) && !own
	}
	p.odd = p.odd || count != len(p.lines[at].cells) || number == none && len(parts[2])+len(parts[3]) > 0
}

// cellOf returns the cell of a line that holds a word.
func (p *tablePage) cellOf(at int, word tablePiece) grid.Cell {
	cells := p.lines[at].cells
	i := len(cells) - 1
	for i > 0 && cells[i].Offset > word.cell.Offset {
		i--
	}
	return cells[i]
}

// beginsLabel reports whether a cell is the number with which the words of a label begin.
func beginsLabel(words []tablePiece, cell grid.Cell) bool {
	return len(words) > 1 && words[0].cell.Offset == cell.Offset
}
