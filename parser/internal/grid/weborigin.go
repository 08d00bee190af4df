package grid

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"sheetconv/model"
)

// origin says where a piece of the text of a page stands in the page's source. A piece
// has no line end but at its end.
type origin struct {
	offset, source int32 // where it begins in the text, and in the source
	length         int32 // how many bytes of the source it takes
	// isVerbatim is set of what the source has in the same characters; else all of the
	// piece stands where the source begins: an entity, the words of an image.
	isVerbatim   bool
	at, sourceAt model.Position
}

// Withheld is a text of a web page's source that the page does not print as the text
// around it.
type Withheld struct {
	Why  Withholding
	Text string
	// At and Offset say where it stands in the source.
	At     model.Position
	Offset int

	end int // in the source
}

// Withholding says why a text is withheld.
type Withholding int

// The reasons to withhold a text.
const (
	// Reading is how characters are read, which is printed above them (ruby). It says
	// nothing of the sheet.
	Reading Withholding = iota
	// Struck is a text that is struck out.
	Struck
	// NoteMark is the number of a footnote, raised behind a figure or a word, whose
	// digits would be taken for more of the figure.
	NoteMark
	// Image is an image that may be a tick, or a cell's value, and has no words that say
	// which.
	Image
	// Choices are the options of a field of which none says that it is selected.
	Choices
	// Unselected is an option of a field in which others are selected: a page does not
	// show it.
	Unselected
)

// pageText is the text that a web page shows, and what it says of its source.
type pageText struct {
	text     string
	rows     []pageRow
	cells    []pageCell
	origins  []origin
	withheld []Withheld
	source   int // how many bytes the source has
}

// pageCell is a cell's text from start to end.
type pageCell struct{ start, end, index int }

// pageRow has the cells from first to last of the page, or is a line outside of tables,
// to be cut as the lines of a text are, from byte first to last.
type pageRow struct {
	first, last, width int
	isLine             bool
}

// place notes where the pieces of the text stand, in it and in the source.
func (p *pageText) place(source string) {
	slices.SortStableFunc(p.withheld, func(a, b Withheld) int { return cmp.Compare(a.Offset, b.Offset) })
	own, theirs := newCounter(p.text), newCounter(source)
	for i := range p.origins {
		one := &p.origins[i]
		one.at, one.sourceAt = own.at(int(one.offset)), theirs.at(int(one.source))
	}
	theirs = newCounter(source)
	for i := range p.withheld {
		p.withheld[i].At = theirs.at(p.withheld[i].Offset)
	}
}

// counter tells the positions of bytes that grow.
type counter struct{ cutter }

func newCounter(text string) counter {
	return counter{cutter{text: text, line: 1, newline: indexFrom(text, 0, '\n')}}
}

func (c *counter) at(offset int) model.Position {
	c.seek(offset)
	return model.Position{Line: c.line, Column: c.column + 1}
}

// IsPage reports whether the grid's text is what a page shows, of the web or of Markdown
// with backslashes before signs, and not the input itself.
func (g *Grid) IsPage() bool { return g.page != nil }

// Withheld returns what a web page does not print as the text around it, in order.
func (g *Grid) Withheld() []Withheld {
	if g.page == nil {
		return nil
	}
	return g.page.withheld
}

// Origin returns where in the input a position of the grid's text is.
func (g *Grid) Origin(at model.Position) model.Position {
	if g.page == nil {
		return at
	}
	return g.page.originOf(at)
}

func (p *pageText) originOf(at model.Position) model.Position {
	origins := p.origins
	if at.IsZero() || len(origins) == 0 {
		return at
	}
	next := sort.Search(len(origins), func(i int) bool { return at.Before(origins[i].at) })
	one := origins[max(next-1, 0)]
	if one.isVerbatim && one.at.Line == at.Line && one.at.Column < at.Column {
		one.sourceAt.Column += at.Column - one.at.Column
	}
	return one.sourceAt
}

// OriginOffset returns the byte of the input that a byte of the grid's text is.
func (g *Grid) OriginOffset(offset int) int {
	switch {
	case g.page == nil:
		return offset
	case offset == 0:
		return 0
	case offset == len(g.Text):
		return g.page.source
	}
	origins := g.page.origins
	next := sort.Search(len(origins), func(i int) bool { return int(origins[i].offset) > offset })
	if next == 0 {
		return 0
	}
	one := origins[next-1]
	if !one.isVerbatim {
		return int(one.source)
	}
	return int(one.source) + min(offset-int(one.offset), int(one.length))
}

// writer collects the text of a page and where it comes from.
type writer struct {
	out     []byte
	origins []origin
}

// write appends a text that the source has from byte source on, in the same characters.
func (w *writer) write(source int, text string) {
	for text != "" {
		length := strings.IndexByte(text, '\n') + 1
		if length == 0 {
			length = len(text)
		}
		if last := len(w.origins) - 1; last >= 0 && w.goesOn(w.origins[last], source) {
			w.origins[last].length += int32(length)
		} else {
			w.origins = append(w.origins, origin{offset: int32(len(w.out)), source: int32(source), length: int32(length), isVerbatim: true})
		}
		w.out = append(w.out, text[:length]...)
		source, text = source+length, text[length:]
	}
}

// goesOn reports whether what the source has from byte source on goes on with the last
// piece.
func (w *writer) goesOn(last origin, source int) bool {
	return last.isVerbatim && int(last.source+last.length) == source && int(last.offset+last.length) == len(w.out) && w.out[len(w.out)-1] != '\n'
}

// writeFor appends a text for which the source has others characters from start to end.
func (w *writer) writeFor(start, end int, text string) {
	w.origins = append(w.origins, origin{offset: int32(len(w.out)), source: int32(start), length: int32(end - start)})
	w.out = append(w.out, text...)
}

// endLine ends the line that is open.
func (w *writer) endLine() {
	if len(w.out) > 0 && w.out[len(w.out)-1] != '\n' {
		w.out = append(w.out, '\n')
	}
}

// cutAt takes back what was written from a byte on.
func (w *writer) cutAt(end int) {
	w.out = w.out[:end]
	for len(w.origins) > 0 {
		last := &w.origins[len(w.origins)-1]
		if int(last.offset) < end {
			if last.isVerbatim {
				last.length = min(last.length, int32(end)-last.offset)
			}
			return
		}
		w.origins = w.origins[:len(w.origins)-1]
	}
}
