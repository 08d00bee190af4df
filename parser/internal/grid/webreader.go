package grid

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page reads a web page into the text that it shows: rows and cells are those of its
// tables, and each paragraph outside of them is a row of its own. Cells have the text
// that a browser prints: without tags, with entities as the characters that they stand
// for, and with a line end where a paragraph or a line of the cell ends.
type page struct {
	writer
	source string
	limit  int // of cells

	rows     []pageRow
	cells    []pageCell
	first    int // cell of the row
	withheld []Withheld

	tables []pageTable // those that are open, one within the other
	// nesting says what tables in cells are; tableCount and cellCount number them, and
	// inlineTables counts the open ones whose rows are lines.
	nesting                             nesting
	tableCount, cellCount, inlineTables int
	// rowDivisions are the divisions that are rows; divisionCount numbers them.
	rowDivisions  map[int]bool
	divisionCount int
	// listCell is 1 in a term of a list of terms, 2 in what is said of it: both are cells
	// of a row. It is 0 outside.
	listCell int

	// ink is where the text of the cell or paragraph begins, -1 before it, and inkEnd
	// where it ends. breaks is set behind a tag that ends a line, fieldEnd is where a
	// field of a form ended.
	ink, inkEnd int
	breaks      bool
	fieldEnd    int
	// index is that of the cell that the text is, isShared is set where it shares its row.
	index    int
	isShared bool
	images   []image // of the cell or paragraph, that have no words

	// isLined is set of a text in which lines are rows outside of tables, as in Markdown;
	// behind is where in the source the last table of it ended.
	isLined bool
	behind  int
	// unseen is the element whose text a page does not show, "" outside of one, and depth
	// how many of its kind are open within.
	unseen string
	depth  int

	held   held
	isRuby bool
	choice choice
}

// readPage returns the text that a web page shows.
func readPage(source string, limit int) *pageText {
	p := page{source: source, limit: limit, ink: -1, fieldEnd: -1, isLined: !isWholePage(source), nesting: findNesting(source)}
	if !p.isLined {
		p.rowDivisions = findRowDivisions(source)
	}
	tokens := html.NewTokenizer(strings.NewReader(source))
	for offset := 0; len(p.cells) <= limit; {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			break
		}
		start := offset
		offset += len(tokens.Raw())
		switch kind {
		case html.TextToken:
			p.addText(start, offset)
		case html.StartTagToken, html.SelfClosingTagToken:
			name, hasAttributes := tokens.TagName()
			own := attributesOf(tokens, hasAttributes)
			p.begin(tagged{string(name), atom.Lookup(name), start, offset, kind == html.SelfClosingTagToken}, own)
		case html.EndTagToken:
			name, _ := tokens.TagName()
			p.end(string(name), start, offset)
		}
	}
	p.endHeld(len(source))
	for len(p.tables) > 0 {
		p.closeTable()
		p.behind = len(source)
	}
	p.finishText()
	p.finishRow()
	p.writeLinesTo(len(source))
	shown := &pageText{text: string(p.out), rows: p.rows, cells: p.cells, origins: p.origins, withheld: p.withheld, source: len(source)}
	shown.place(source)
	return shown
}

// tagged is a tag from start to end of the source.
type tagged struct {
	name       string
	tag        atom.Atom
	start, end int
	isClosed   bool // <br/>
}

// begin takes the tag that begins an element.
func (p *page) begin(t tagged, own attributes) {
	switch {
	case t.tag == atom.Td || t.tag == atom.Th:
		p.cellCount++
	case t.tag == atom.Div && !t.isClosed:
		p.divisionCount++
	}
	if t.name == p.unseen {
		if p.depth++; mayLackEnd(t.tag) {
			p.unseen = ""
		}
	}
	switch {
	case p.unseen != "":
		if t.tag == atom.Table {
			p.tableCount++
		}
		return
	case (own.isHidden || isUnseen(t.tag)) && p.ends(t):
		if p.unseen, p.depth = t.name, 1; t.tag == atom.Table {
			p.tableCount++
		}
		return
	}
	if isOfTable(t.tag) {
		p.endHeld(t.start)
	}
	if p.isHolding(t) {
		return
	}
	switch {
	case t.tag == atom.Td || t.tag == atom.Th:
		p.beginCell(own)
	case t.tag == atom.Tr && p.inlineTables == 0 && p.table() != nil:
		p.closeRow()
		p.openRow(own.isStruck)
		return
	default:
		p.openTag(t, own)
	}
	isStruck := own.isStruck || strikes(t.tag) || (t.tag == atom.Td || t.tag == atom.Th) && p.table() != nil && p.table().isStruck
	if why, holds := p.withholding(t, isStruck); holds && (why == Reading || p.ends(t)) {
		p.held = held{why: why, name: t.name, depth: 1, start: -1}
	}
}

// beginCell takes the tag of a cell, which in a table whose rows are lines begins a line.
func (p *page) beginCell(own attributes) {
	if p.inlineTables > 0 {
		p.breaks = true
		return
	}
	p.openCell(own.columns, own.rows)
}

func (p *page) openTag(t tagged, own attributes) {
	switch t.tag {
	case atom.Table:
		p.openTable(t.start)
	case atom.Thead, atom.Tbody, atom.Tfoot:
		if p.inlineTables == 0 && p.table() != nil {
			p.closePart()
		}
	case atom.Ruby:
		p.isRuby = true
	case atom.Dt, atom.Dd:
		p.beginTerm(t.tag)
	case atom.Div:
		p.openDivision()
	case atom.Input, atom.Img, atom.Select, atom.I, atom.Span:
		if !p.isLined || len(p.tables) > 0 {
			p.openField(t, own)
		}
	default:
		if isBlock(t.tag) || t.tag == atom.Tr {
			p.endBlock()
		}
	}
}

// beginTerm takes the tag of a term, or of what is said of it.
func (p *page) beginTerm(tag atom.Atom) {
	p.endBlock()
	if p.inCell() {
		return
	}
	if p.listCell = 2; tag == atom.Dt {
		p.finishRow()
		p.listCell = 1
	}
}

// endBlock ends a paragraph: the text so far, or in a cell its line.
func (p *page) endBlock() {
	if p.inCell() {
		p.breaks = true
		return
	}
	p.finishText()
}

// end takes the tag that ends an element.
func (p *page) end(name string, start, end int) {
	tag := atom.Lookup([]byte(name))
	if p.unseen != "" {
		if name == p.unseen {
			p.depth--
		}
		if p.depth == 0 {
			p.unseen = ""
		}
		return
	}
	if isOfTable(tag) {
		p.endHeld(start)
	}
	if p.endsHeld(name, tag, start) {
		return
	}
	inTable := len(p.tables) > 0
	p.closeTag(tag)
	if inTable {
		p.behind = end
	}
}

func (p *page) closeTag(tag atom.Atom) {
	t := p.table()
	switch {
	case tag == atom.Ruby:
		p.isRuby = false
	case tag == atom.Div:
		p.closeDivision()
	case tag == atom.Dl:
		p.endBlock()
		if !p.inCell() {
			p.finishRow()
			p.listCell = 0
		}
	case t == nil || p.inlineTables > 0 && tag != atom.Table:
		if isBlock(tag) || isOfTable(tag) {
			p.endBlock()
		}
	case tag == atom.Table:
		p.closeTable()
	case tag == atom.Tr:
		p.closeRow()
	case tag == atom.Thead || tag == atom.Tbody || tag == atom.Tfoot:
		p.closePart()
	case tag == atom.Td || tag == atom.Th:
		p.closeCell()
	case isBlock(tag):
		p.endBlock()
	}
}

// ends reports whether an element that a tag begins may end somewhere: what is not
// ended hides nothing.
func (p *page) ends(t tagged) bool {
	last, known := p.nesting.ends[t.name]
	return !t.isClosed && !isVoid(t.tag) && known && t.end <= last
}
