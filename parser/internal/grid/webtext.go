package grid

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"sheetconv/model"
)

// addText lets the cell or paragraph go on with a text of the source.
func (p *page) addText(start, end int) {
	switch {
	case p.unseen != "" || p.isLined && len(p.tables) == 0:
	case p.choice.isOpen:
		p.choice.addText(p.source, start, end)
	case p.held.name != "":
		p.held.addText(p.source, start, end)
	default:
		p.writeText(start, end)
	}
}

// writeText writes a text of the source: entities as the characters that they stand for,
// tabs, which part cells, as blanks, and nothing for what has no width and parts nothing.
func (p *page) writeText(start, end int) {
	for start < end {
		text := p.source[start:end]
		next := len(text)
		if special := strings.IndexAny(text, specials); special >= 0 {
			next = special
		}
		if next > 0 {
			p.writeInk(start, text[:next], true, 0)
			start += next
			continue
		}
		size, shown := specialAt(text)
		if shown != "" {
			p.writeInk(start, shown, shown == text[:size], size)
		}
		start += size
	}
}

// specials are the characters that are not written as the source has them: a soft hyphen
// and what has no width stand where a line may be broken.
const specials = "&\f\v\r\u00ad\u200b\u2060\ufeff"

// longestEntity is how many bytes the name of a character may have.
const longestEntity = 32

// specialAt returns how many bytes the special character takes that a text begins with,
// and what the page shows of it.
func specialAt(text string) (size int, shown string) {
	if text[0] != '&' {
		r, size := utf8.DecodeRuneInString(text)
		return size, shownRune(r)
	}
	size = 1
	for size < len(text) && size < longestEntity && (text[size] == '#' && size == 1 || isNameByte(text[size])) {
		size++
	}
	if size < len(text) && text[size] == ';' {
		size++
	}
	decoded := html.UnescapeString(text[:size])
	if decoded == text[:size] {
		return 1, "&"
	}
	return size, shownText(decoded)
}

// shownText returns what a page shows of a text without entities.
func shownText(text string) string {
	var out strings.Builder
	for _, r := range text {
		out.WriteString(shownRune(r))
	}
	return out.String()
}

func isNameByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

// shownRune returns what a page shows of a character: every blank but the ideographic is
// one.
func shownRune(r rune) string {
	switch {
	case r == '\u00ad' || isZeroWidth(r):
		return ""
	case r == '\n' || r == '\u3000':
	case isBlank(r) || r < ' ':
		return " "
	}
	return string(r)
}

// writeInk writes a text without special characters, or what stands for size bytes of the
// source; blanks before the first ink of a cell are left out.
func (p *page) writeInk(start int, text string, isVerbatim bool, size int) {
	if p.ink < 0 {
		lead := trimLeft(text)
		if lead == "" {
			return
		}
		if isVerbatim {
			start += len(text) - len(lead)
		}
		text = lead
		p.beginText()
	}
	p.writeBreak(text)
	begin := len(p.out)
	if isVerbatim {
		p.write(start, text)
		for i := begin; i < len(p.out); i++ {
			if p.out[i] == '\t' {
				p.out[i] = ' '
			}
		}
	} else {
		p.writeFor(start, start+size, text)
	}
	if ink := trimRight(text); ink != "" {
		p.inkEnd = begin + len(ink)
	}
}

// writeBreak writes the line end that a tag has left before a text, where no blank stands
// there.
func (p *page) writeBreak(text string) {
	if !p.breaks {
		return
	}
	p.breaks = false
	next, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRune(p.out)
	if len(p.out) > p.ink && !isBlank(last) && !isBlank(next) {
		p.out = append(p.out, '\n')
	}
}

// beginText begins the text of a cell, in the row that is open or in one of its own.
func (p *page) beginText() {
	p.leaveDivisions()
	p.index, p.isShared = p.nextCell()
	if last := len(p.cells); last > p.first && (!p.isShared || p.cells[last-1].index >= p.index) {
		p.finishRow() // what stands behind a table in a cell
	}
	switch {
	case len(p.cells) > p.first:
		p.out = append(p.out, '\t')
	default:
		p.endLine()
	}
	p.ink, p.inkEnd = len(p.out), len(p.out)
	p.breaks = false
}

// nextCell returns the index of the cell that a text is, and whether it shares its row.
func (p *page) nextCell() (index int, isShared bool) {
	switch {
	case p.inCell():
		return p.table().index, true
	case p.listCell > 0:
		return p.listCell - 1, true
	}
	return 0, false
}

// finishText keeps the text so far as a cell: of the row that is open, or of one of its
// own.
func (p *page) finishText() {
	p.breaks = false
	p.reportImages()
	if p.ink < 0 {
		return
	}
	p.cutAt(p.inkEnd)
	p.cells = append(p.cells, pageCell{p.ink, p.inkEnd, p.index})
	p.ink = -1
	if !p.isShared {
		p.finishRow()
	}
}

// writeLinesTo writes what stands behind the last table, up to byte end of the source, as
// the lines that it is.
func (p *page) writeLinesTo(end int) {
	for start := p.behind; p.isLined && start < end; {
		stop := min(indexFrom(p.source, start, '\n'), end)
		p.endLine()
		begin := len(p.out)
		p.write(start, p.source[start:stop])
		p.rows = append(p.rows, pageRow{first: begin, last: len(p.out), isLine: true})
		p.out = append(p.out, '\n')
		start = stop + 1
	}
}

// cutShown cuts the text that a web page shows.
func cutShown(shown *pageText, limit int, kept room) (room, error) {
	c := newCutter(shown.text, limit, kept, len(shown.cells))
	for _, row := range shown.rows {
		if c.err != nil {
			break
		}
		if row.isLine {
			if c.seek(row.first); row.first < row.last {
				c.cutLine(Tabs, row.first, row.last)
			}
			c.first = len(c.cells)
			continue
		}
		cells := shown.cells[row.first:row.last]
		c.seek(cells[0].start)
		c.beginRow()
		for _, cell := range cells {
			c.add(cell.start, cell.end, cell.index)
		}
		c.endRow(row.width)
		c.first = len(c.cells)
	}
	if tooMany, is := c.err.(*TooManyCellsError); is {
		tooMany.Line = int(shown.originOf(model.Position{Line: int32(tooMany.Line), Column: 1}).Line)
	}
	c.finish()
	var dittos []Cell
	if c.dittos > 0 && c.err == nil {
		dittos = c.withholdDittos()
	}
	return room{cells: c.cells, rows: c.rows, claimed: kept.claimed, page: shown, text: withBlanks(shown.text, c.empty), dittos: dittos}, c.err
}
