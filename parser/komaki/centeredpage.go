package komaki

import (
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// A table whose cells are centered has no columns that begin at one place. What stands to
// the left of the numbers, which stand below each other all the same, are the labels of
// measures and directions; their headings tell which.

// centeredCells is a page of such a table.
type centeredCells struct {
	*tablePage
	words   [][]tablePiece
	numbers []int // for each line the word that is its number, none if none is
	// found is how many numbers there are.
	found int
	// middle is twice the column over the middle of which the numbers stand.
	middle int32
}

// cutCenteredPage cuts the lines of a page in which cells are centered; nil where its
// labels can't be told.
func (t *initiativeTable) cutCenteredPage(r *reader, lines []line) *tablePage {
	known, ok := r.knownLabels()
	if !ok {
		return nil
	}
	byColumn := measureCells(r.Grid, lines, sheet.ByColumn, t.lastNumber+1)
	c := measureCells(r.Grid, lines, sheet.ByCharacter, t.lastNumber+1)
	if byColumn.found > c.found {
		c = byColumn
	}
	if c.found == 0 || !c.hasColumns() {
		return nil
	}
	if !c.cutLabels(r, t, &known) {
		t.unspelled = c.beginsBetween()
		return nil
	}
	c.cutRest(r.Grid)
	return c.places()
}

// hasColumns reports whether blanks part the cells of most rows.
func (c *centeredCells) hasColumns() bool {
	parted := 0
	for i := range c.lines {
		if c.numbers[i] != none && len(c.lines[i].cells) > 1 {
			parted++
		}
	}
	return 2*parted > c.found
}

// beginsBetween reports whether a label begins on a line between the rows: it stands beside
// the middle of its own.
func (c *centeredCells) beginsBetween() bool {
	for i, words := range c.words {
		if c.numbers[i] == none && c.labelEnd(i) > 1 && isNumber(words[0].cell.Text) {
			return true
		}
	}
	return false
}

// measureCells finds the words of the lines and the numbers of the rows, by the places that
// a measure gives: centered cells do not tell which one is meant.
func measureCells(g *grid.Grid, lines []line, measure sheet.Measure, due int) *centeredCells {
	c := &centeredCells{tablePage: &tablePage{lines: lines, odd: true, known: true}}
	for i := range lines {
		words := c.wordsOf(g, i)
		for j := range words {
			word := &words[j]
			word.start, word.end = measure(g, word.cell, 0, len(word.cell.Text))
		}
		c.words = append(c.words, words)
	}
	c.findNumbers(due)
	return c
}

// offMiddle is by how many columns a number may be off the middle of its column, twice.
const offMiddle = 8

// findNumbers finds the numbers of the rows: those that follow each other in one column.
func (c *centeredCells) findNumbers(due int) {
	for i := range c.words {
		for _, word := range c.words[i] {
			if !isNumber(word.cell.Text) || toNumber(word.cell.Text) != due {
				continue
			}
			middle := word.start + word.end
			if numbers, count := c.numbersAt(middle, due); count > c.found {
				c.numbers, c.middle, c.found = numbers, middle, count
			}
		}
	}
}

func (c *centeredCells) numbersAt(middle int32, due int) (numbers []int, count int) {
	numbers = make([]int, len(c.words))
	for i, words := range c.words {
		numbers[i] = none
		for j, word := range words {
			if off := word.start + word.end - middle; off >= -offMiddle && off <= offMiddle && isRowNumber(word.cell.Text, due) {
				numbers[i] = j
				due = countOf(ja.Fold(word.cell.Text)) + 1
				count++
				break
			}
		}
	}
	return numbers, count
}

// labelEnd returns how many words of a line stand to the left of the numbers.
func (c *centeredCells) labelEnd(i int) int {
	if c.numbers[i] != none {
		return c.numbers[i]
	}
	end := 0
	for end < len(c.words[i]) && c.words[i][end].start+c.words[i][end].end < c.middle {
		end++
	}
	return end
}

// cutLabels finds the labels of measures and directions.
func (c *centeredCells) cutLabels(r *reader, t *initiativeTable, known *knownLabels) bool {
	measure, direction := t.knownLabel(r)
	texts := make([][]string, len(c.words))
	for i, words := range c.words {
		for _, word := range words[:c.labelEnd(i)] {
			texts[i] = append(texts[i], word.cell.Text)
		}
	}
	step := known.spell(known.begin(measure, direction), texts)
	if step == nil {
		return false
	}
	splits := make([]int, len(c.words))
	for i := len(splits) - 1; i >= 0; i-- {
		splits[i], step = step.split, step.before
	}
	for i, split := range splits {
		words, end := c.words[i], c.labelEnd(i)
		if split > 0 {
			c.labels.measures = addToBlock(c.labels.measures, c.part(r.Grid, words[:split]))
		}
		if split < end {
			c.labels.directions = addToBlock(c.labels.directions, c.part(r.Grid, words[split:end]))
		}
	}
	return len(c.labels.directions) > 0
}

// knownLabel returns which of the known measures and directions were read last.
func (t *initiativeTable) knownLabel(r *reader) (measure, direction int) {
	measure, direction = none, none
	if t.measure == none || t.direction == none {
		return measure, direction
	}
	at := 0
	for i := range r.tree.measures {
		for j := range r.tree.measures[i].directions {
			if r.tree.measures[i].directions[j].item == t.direction {
				measure, direction = i, at
			}
			at++
		}
	}
	return measure, direction
}

// part returns words of a line as one cell.
func (c *centeredCells) part(g *grid.Grid, words []tablePiece) line {
	piece := joinPieces(g, words)
	return line{cells: []grid.Cell{piece.cell}, first: sheet.PlainText(piece.cell.Text)}
}

// joinPieces returns words that stand beside each other as one piece.
func joinPieces(g *grid.Grid, words []tablePiece) tablePiece {
	piece, last := words[0], words[len(words)-1]
	piece.cell.Text = g.Text[piece.cell.Offset : int(last.cell.Offset)+len(last.cell.Text)]
	piece.end = last.end
	return piece
}

// cutRest parts names from sections behind the numbers. What stands on a line without a
// number and reads like sections is a line of a name where it stands over the middle of
// the names.
func (c *centeredCells) cutRest(g *grid.Grid) {
	var names, sections middles
	for i, words := range c.words {
		if number := c.numbers[i]; number != none {
			own := words[number]
			own.role = figurePiece
			c.rows = append(c.rows, &wrappedRow{figures: []*tablePiece{&own}, first: i, last: i})
			if at := sectionsOf(words[number+1:]); at > 0 && at < len(words[number+1:]) {
				names.add(joinPieces(g, words[number+1:number+1+at]))
				sections.add(joinPieces(g, words[number+1+at:]))
			}
		}
	}
	for i, words := range c.words {
		rest := words[c.labelEnd(i):]
		if c.numbers[i] != none {
			rest = rest[1:]
		}
		if len(rest) == 0 {
			continue
		}
		at := sectionsOf(rest)
		if whole := joinPieces(g, rest); at == 0 && names.off(whole) < sections.off(whole) {
			at = len(rest)
		}
		if at > 0 {
			c.nameParts = append(c.nameParts, joinPieces(g, rest[:at]))
		}
		if at < len(rest) {
			c.sectionParts = append(c.sectionParts, joinPieces(g, rest[at:]))
		}
	}
}

// middles is the mean of the columns over which the middles of cells stand.
type middles struct{ sum, count int32 }

func (m *middles) add(piece tablePiece) {
	m.sum += piece.start + piece.end
	m.count++
}

// off is how far the middle of a piece is off the mean, twice.
func (m *middles) off(piece tablePiece) int32 {
	if m.count == 0 {
		return 1 << 20
	}
	off := piece.start + piece.end - m.sum/m.count
	return max(off, -off)
}

// sectionsOf returns where the sections begin among the words behind a number: they stand
// in one cell, of words that each read like one.
func sectionsOf(words []tablePiece) int {
	at := len(words)
	for at > 0 && sheet.IsDepartments(words[at-1].cell.Text) && (at == len(words) || words[at].start-words[at-1].end < cellGap) {
		at--
	}
	return at
}

// cellGap is how many blanks part cells, if more than one does.
const cellGap = 2

// places gives each column a place of its own, by which the page is read again.
func (c *centeredCells) places() *tablePage {
	p := c.tablePage
	p.numbers = c.middle / 2
	p.measures, p.directions = 0, max(1, p.numbers/2)
	p.names, p.sections = p.numbers+placeWidth, p.numbers+2*placeWidth
	return p
}

// placeWidth is how far the places of columns are from each other.
const placeWidth = 20
