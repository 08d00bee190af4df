package grid

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// leastTableCells is how many table cells tell that a text without a beginning of a web
// page is made of tables in HTML, as converters write those with merged cells.
const leastTableCells = 6

// IsWebPage reports whether a text is a web page, or tables in HTML, and not a sheet
// with some markup in its cells.
func IsWebPage(text string) bool {
	if strings.IndexByte(text, '<') < 0 || strings.IndexByte(text, '\f') >= 0 {
		return false
	}
	if isWholePage(text) {
		return true
	}
	return strings.Contains(text, "<tr") && hasTableCells(text) && (strings.IndexByte(text, '\t') < 0 || countTagLines(text) >= leastTableCells)
}

// hasTableCells reports whether a text has the cells of a table in HTML.
func hasTableCells(text string) bool {
	cells, hasRow := 0, false
	for at := strings.IndexByte(text, '<'); at >= 0 && (!hasRow || cells < leastTableCells); {
		text = text[at:]
		hasRow = hasRow || strings.HasPrefix(text, "<tr")
		if strings.HasPrefix(text, "</td>") || strings.HasPrefix(text, "</th>") {
			cells++
		}
		if at = strings.IndexByte(text[1:], '<'); at >= 0 {
			at++
		}
	}
	return hasRow && cells >= leastTableCells
}

// countTagLines returns how many lines begin with a part of a table.
func countTagLines(text string) int {
	count := 0
	for line := range strings.Lines(text) {
		if strings.HasPrefix(trimLeft(line), "<t") {
			count++
		}
	}
	return count
}

// pageBeginnings are what a text begins with that is HTML as a whole.
var pageBeginnings = []string{"<!doctype html", "<html", "<body", "<table"}

func isWholePage(text string) bool {
	begin := trimLeft(text)
	begin = strings.ToLower(begin[:min(len(begin), len(pageBeginnings[0]))])
	return slices.ContainsFunc(pageBeginnings, func(beginning string) bool { return strings.HasPrefix(begin, beginning) })
}

// webPage cuts a web page: rows and cells are those of its tables, and each paragraph
// outside of them is a row of its own. What is in no cell is markup.
type webPage struct {
	*cutter
	tables []webTable // those that are open, one within the other

	// ink is where the text of the cell or paragraph begins, -1 before it, and inkEnd
	// where it ends.
	ink, inkEnd int
	// isLined is set of a text in which lines are rows outside of tables, as in Markdown;
	// behind is where the last table of it ended.
	isLined bool
	behind  int
	// unseen is the element whose text a page does not show, "" outside of one, and depth
	// how many of its kind are open within.
	unseen string
	depth  int
	// lastEnds are where the last ends of elements stand: what is not ended hides nothing.
	lastEnds map[string]int
}

// webTable is a table that is open.
type webTable struct {
	// taken says for how many rows to come each column is taken by a cell above.
	taken  []int
	column int // behind the last cell of the row
	// inRow and inCell say what is open.
	inRow, inCell bool
	index         int // of the cell
}

// maxColumns is how many columns a cell may take, or a table have, and maxTables how
// many tables may stand one within the other: those further in are read as their rows.
const (
	maxColumns = 1000
	maxTables  = 100
)

func cutWebPage(c *cutter) {
	p := webPage{cutter: c, ink: -1, isLined: !isWholePage(c.text)}
	tokens := html.NewTokenizer(strings.NewReader(c.text))
	for offset := 0; p.err == nil; {
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
			tag := atom.Lookup(name)
			if string(name) == p.unseen {
				if p.depth++; mayLackEnd(tag) {
					p.unseen = ""
				}
			}
			switch {
			case p.unseen != "":
			case (own.hidden || isUnseen(tag)) && kind == html.StartTagToken && !isVoid(tag) && offset < p.lastEnd(string(name)):
				p.unseen, p.depth = string(name), 1
			case tag == atom.Td || tag == atom.Th:
				p.openCell(own.columns, own.rows)
			default:
				p.openTag(tag, start, offset)
			}
		case html.EndTagToken:
			name, _ := tokens.TagName()
			if p.unseen != "" {
				if string(name) == p.unseen {
					p.depth--
				}
				if p.depth == 0 {
					p.unseen = ""
				}
				continue
			}
			inTable := len(p.tables) > 0
			p.closeTag(atom.Lookup(name))
			if inTable {
				p.behind = offset
			}
		}
	}
	for len(p.tables) > 0 {
		p.closeTable()
		p.behind = len(p.text)
	}
	p.finishText()
	p.cutLinesTo(len(p.text))
}

// cutLinesTo cuts what stands behind the last table, up to byte end, into lines.
func (p *webPage) cutLinesTo(end int) {
	for start := p.behind; p.isLined && start < end && p.err == nil; {
		stop := min(indexFrom(p.text, start, '\n'), end)
		p.seek(start)
		if start < stop {
			p.cutLine(Tabs, start, stop)
			p.first = len(p.cells)
		}
		start = stop + 1
	}
}

// attributes are what a tag says of its element: the columns and rows of a cell, and
// whether the page hides it.
type attributes struct {
	columns, rows int
	hidden        bool
}

func attributesOf(tokens *html.Tokenizer, more bool) attributes {
	own := attributes{columns: 1, rows: 1}
	for more {
		var key, value []byte
		key, value, more = tokens.TagAttr()
		number, err := strconv.Atoi(strings.TrimSpace(string(value)))
		isNumber := err == nil && number > 0
		switch {
		case string(key) == "hidden":
			own.hidden = true
		case string(key) == "style":
			own.hidden = own.hidden || strings.Contains(strings.ReplaceAll(strings.ToLower(string(value)), " ", ""), "display:none")
		case string(key) == "colspan" && isNumber:
			own.columns = min(number, maxColumns)
		case string(key) == "rowspan" && isNumber:
			own.rows = number
		}
	}
	return own
}

// isUnseen reports whether a page never shows the text of an element.
func isUnseen(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Title, atom.Template, atom.Noscript:
		return true
	}
	return false
}

// mayLackEnd reports whether an element ends where the next of its kind begins.
func mayLackEnd(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Li, atom.Dt, atom.Dd, atom.Td, atom.Th, atom.Tr, atom.Option:
		return true
	}
	return false
}

// lastEnd returns where the last element of a kind ends, -1 where none does.
func (p *webPage) lastEnd(name string) int {
	last, known := p.lastEnds[name]
	if !known {
		last = max(strings.LastIndex(p.text, "</"+name), strings.LastIndex(p.text, "</"+strings.ToUpper(name)))
		if p.lastEnds == nil {
			p.lastEnds = map[string]int{}
		}
		p.lastEnds[name] = last
	}
	return last
}

// isVoid reports whether an element has no end.
func isVoid(tag atom.Atom) bool {
	switch tag {
	case atom.Input, atom.Br, atom.Hr, atom.Img, atom.Meta, atom.Link, atom.Col, atom.Wbr:
		return true
	}
	return false
}

// addText lets the cell or paragraph go on with a text, unless that is blank.
func (p *webPage) addText(start, end int) {
	text := p.text[start:end]
	if p.unseen != "" || p.isLined && len(p.tables) == 0 || strings.IndexByte(text, '&') >= 0 && trimSpace(html.UnescapeString(text)) == "" {
		return
	}
	lead := trimLeft(text)
	if lead == "" {
		return
	}
	p.addInk(end-len(lead), start+len(trimRight(text)))
}

func (p *webPage) addInk(start, end int) {
	if p.ink < 0 {
		p.ink = start
	}
	p.inkEnd = end
}

// table returns the innermost table that is open; nil outside of all.
func (p *webPage) table() *webTable {
	if len(p.tables) == 0 {
		return nil
	}
	return &p.tables[len(p.tables)-1]
}

func (p *webPage) openTag(tag atom.Atom, start, end int) {
	switch tag {
	case atom.Table:
		if len(p.tables) == 0 {
			p.cutLinesTo(start)
		}
		if p.finishText(); len(p.tables) < maxTables {
			p.tables = append(p.tables, webTable{})
		}
	case atom.Tr:
		if t := p.table(); t != nil {
			p.closeRow()
			p.openRow()
		}
	case atom.Input:
		if !p.isLined || len(p.tables) > 0 {
			p.addInk(start, end) // a box that may be ticked
		}
	default:
		if isBlock(tag) && (p.table() == nil || !p.table().inCell) {
			p.finishText()
		}
	}
}

func (p *webPage) closeTag(tag atom.Atom) {
	switch {
	case tag == atom.Table && p.table() != nil:
		p.closeTable()
	case tag == atom.Tr && p.table() != nil:
		p.closeRow()
	case (tag == atom.Td || tag == atom.Th) && p.table() != nil:
		p.closeCell()
	case isBlock(tag) && (p.table() == nil || !p.table().inCell):
		p.finishText()
	}
}

// isBlock reports whether an element is a paragraph of its own.
func isBlock(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd,
		atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Nav, atom.Aside, atom.Figure, atom.Figcaption,
		atom.Blockquote, atom.Pre, atom.Hr, atom.Br, atom.Form, atom.Fieldset, atom.Caption, atom.Body, atom.Head, atom.Html:
		return true
	}
	return false
}

// openRow begins a row of the innermost table.
func (p *webPage) openRow() {
	t := p.table()
	t.inRow, t.column = true, 0
}

// openCell begins a cell in the first column that no cell from above takes.
func (p *webPage) openCell(columns, rows int) {
	t := p.table()
	if t == nil {
		return
	}
	p.closeCell()
	if !t.inRow {
		p.openRow()
	}
	for t.column < len(t.taken) && t.taken[t.column] > 0 {
		t.column++
	}
	t.index, t.inCell = t.column, true
	for range columns {
		if t.column == len(t.taken) {
			if len(t.taken) == maxColumns {
				break
			}
			t.taken = append(t.taken, 0)
		}
		t.taken[t.column] = rows
		t.column++
	}
}

// closeCell ends the cell that is open, and keeps what it holds.
func (p *webPage) closeCell() {
	if t := p.table(); t.inCell {
		p.finishText()
		t.inCell = false
	}
}

// closeRow ends the row that is open.
func (p *webPage) closeRow() {
	p.closeCell()
	t := p.table()
	if !t.inRow {
		return
	}
	p.finishRow()
	for column := range t.taken {
		t.taken[column] = max(t.taken[column]-1, 0)
	}
	t.inRow = false
}

func (p *webPage) closeTable() {
	p.closeRow()
	p.finishText()
	p.tables = p.tables[:len(p.tables)-1]
}

// finishText keeps the text so far as a cell: of the row that is open, or of one of its
// own.
func (p *webPage) finishText() {
	if p.ink < 0 {
		return
	}
	start, end := p.ink, p.inkEnd
	p.ink = -1
	p.seek(start)
	if t := p.table(); t != nil && t.inCell {
		if len(p.cells) == p.first {
			p.beginRow()
		} else if last := p.cells[len(p.cells)-1]; int(last.Index) >= t.index {
			p.finishRow() // what stands behind a table in a cell
			p.beginRow()
		}
		p.add(start, end, t.index)
		return
	}
	p.finishRow()
	p.beginRow()
	p.add(start, end, 0)
	p.finishRow()
}

// finishRow keeps the row so far.
func (p *webPage) finishRow() {
	width := 0
	if t := p.table(); t != nil {
		width = len(t.taken)
	}
	if last := len(p.cells); last > p.first {
		width = max(width, int(p.cells[last-1].Index)+1)
	}
	p.endRow(width)
	p.first = len(p.cells)
}
