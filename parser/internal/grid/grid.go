// Package grid turns decoded text into pages, rows and cells with positions,
// whatever delimiter the extraction left: one cell per line with pipes,
// Markdown pipe tables, tabs, commas, or columns parted by runs of blanks.
//
// In goes text with "\n" line ends; out come the cells that hold something,
// each with its position, its index in the row, and an account of which bytes
// a form has claimed. What nobody claimed is given back as unmapped, so that
// nothing is lost. A stray quotation mark is text and swallows nothing (see
// quotedEnd). The package knows no labels, years or municipalities.
//
// A web page is read into the text that it shows, which is cut in its place, and so is
// Markdown with backslashes before signs; positions are those of that text until Origin
// tells where in the input they are.
//
// What a tool has written for an empty cell (None, &nbsp;), and the index that one has put
// before the rows of a table, is blanks in the grid's text: neither is of the sheet.
//
// Every byte that is not blank is in a cell, or it is a delimiter: a pipe or a
// tab of the layout (see Layout; or a comma), a line of dashes that rules a table, the
// # marks before and behind a Markdown heading, or the quotation marks around a
// cell of several lines. Line ends and form feeds end
// rows in every layout; a form feed also begins a page, wherever it stands.
package grid

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"sync"
	"unicode/utf8"

	"sheetconv/model"
)

// Layout is how the cells of a text are delimited.
type Layout int

// The layouts. Files mix them: in Tabs and PipeRows, a line that shows only the
// other's delimiter is cut by that one.
const (
	// Blanks parts cells by a tab or by two or more blanks of any kind, as
	// pdftotext -layout leaves them; one blank, also an ideographic one, parts
	// nothing. Empty cells vanish.
	Blanks Layout = iota
	// Tabs parts cells by tab characters, rows by line ends. A cell in quotation
	// marks may have several lines. Where no tab is, but commas with nothing between
	// them, commas are the tabs.
	Tabs
	// PipeRows parts cells by pipes, rows by line ends, as Markdown does. A pipe
	// behind a backslash is text. A row that began with a pipe may be wrapped
	// over lines. Where no pipes stand around the rows, one that begins a line
	// stands behind an empty cell.
	PipeRows
	// PipeCells ends each cell with a pipe at the end of a line; a lone pipe
	// ends the lines before it, or is an empty cell where there are none. A
	// pipe may also stand before the cell. A blank line, a heading or a ruled
	// line parts cells without a pipe, and nothing ends a row but a page.
	PipeCells
)

// String returns the layout's name.
func (l Layout) String() string {
	return [...]string{"blanks", "tabs", "pipe-rows", "pipe-cells"}[l]
}

// Cell is a piece of text between delimiters that holds more than blanks.
type Cell struct {
	// Text is the cell's text, trimmed; a part of the grid's text.
	Text string
	// At is where Text begins.
	At model.Position
	// Offset is where Text begins in the grid's text, in bytes.
	Offset int32
	// Index counts the row's cells from 0, empty ones included; in the layout
	// Blanks it is the column at which the cell begins: the display column, or the
	// number of characters before it (see PlaceByCharacters). In PipeCells it
	// counts the pipes that ended a cell, so that paragraphs parted by blank
	// lines share the index of the one cell that they are.
	Index int32
}

// Row is one line of cells; in the layout PipeCells, a whole page of them.
type Row struct {
	// Cells are those that hold something, in order; there is at least one. They
	// are the account of what the text holds, and must not be changed.
	Cells []Cell
	// Width is the number of cells, empty ones included; in the layout Blanks,
	// the number of display columns.
	Width int
	// Line is where the row begins, from 1; Page counts from 0.
	Line, Page int
}

// Grid is a text cut into rows of cells, with the account of claims.
type Grid struct {
	// Text is what was cut: the input, or what a web page shows of it (see Origin), with
	// blanks in the place of what stands for nothing.
	Text   string
	Layout Layout
	Rows   []Row
	// Known has a number for each cell, in order, which whoever looks the cells up
	// first leaves for those who look at them later; it is empty before (see Note).
	Known []int32

	// characters is set where the columns of the layout Blanks are counted in
	// characters.
	characters bool

	claimed []uint64
	claims  []claim
	cells   []Cell // those of all rows
	// dittos are those that were taken from the rows, for they may be none of the sheet.
	dittos []Cell
	lines  map[int32][]Cell // the further lines of cells, by where those begin; nil mostly
	page   *pageText        // where Text is that of a web page; else nil
}

// Note makes room in Known for a number for each cell and returns it.
func (g *Grid) Note() []int32 {
	g.Known = emptied(g.Known, len(g.cells))[:len(g.cells)]
	return g.Known
}

// room is the memory that a grid takes.
type room struct {
	cells   []Cell
	rows    []Row
	claimed []uint64
	known   []int32
	page    *pageText // what was read of a web page
	text    string    // what was cut
	dittos  []Cell    // that no row has (see withholdDittos)
}

// rooms are those of grids that were released: an archive has as many grids as sheets,
// one after another.
var rooms sync.Pool

// largestKept is how many cells a room may have that is kept.
const largestKept = 1 << 14

// Release gives the memory of the grid's rows to those to come. Neither the grid nor
// its rows and cells may be used any more; texts of cells may.
func (g *Grid) Release() {
	if cap(g.cells) <= largestKept {
		rooms.Put(&room{cells: g.cells, rows: g.Rows, claimed: g.claimed, known: g.Known})
	}
	*g = Grid{}
}

// MaxCells is how many filled cells one text may hold: what 64 MiB of sheets
// would have, twice over. With their rows they take less than 400 MB.
const MaxCells = 4 << 20

// TooManyCellsError says that a text has more filled cells than MaxCells.
type TooManyCellsError struct{ Line int }

func (e *TooManyCellsError) Error() string {
	return fmt.Sprintf("line %d: more than %d filled cells; split the file", e.Line, MaxCells)
}

// New cuts a text into rows and cells. The text must be valid UTF-8.
func New(text string) (*Grid, error) {
	if len(text) > math.MaxInt32 {
		return nil, fmt.Errorf("a text of %d bytes: more than %d; split the file", len(text), math.MaxInt32)
	}
	layout := detectLayout(text)
	kept, _ := rooms.Get().(*room)
	if kept == nil {
		kept = &room{}
	}
	cut, err := cutText(text, layout, MaxCells, *kept)
	if err != nil {
		return nil, err
	}
	text = cut.text
	words := (len(text) + wordBits - 1) / wordBits
	claimed := emptied(cut.claimed, words)[:words]
	clear(claimed)
	return &Grid{Text: text, Layout: layout, Rows: cut.rows, claimed: claimed, cells: cut.cells, Known: kept.known[:0], page: cut.page, dittos: cut.dittos}, nil
}

// Slice returns the part of a cell from byte start to end of its text,
// trimmed, as a cell of its own at its own position. It counts from the cell's
// beginning: to cut many parts from a long cell, slice what the last one left, which
// From gives.
func (c Cell) Slice(start, end int) Cell {
	text := trimLeft(c.Text[start:end])
	start = end - len(text)
	return Cell{
		Text:   trimRight(text),
		At:     advance(c.At, c.Text[:start]),
		Offset: c.Offset + int32(start),
		Index:  c.Index,
	}
}

// From returns what stands from a byte of a cell's text on, with the blanks there, as a
// cell of its own.
func (c Cell) From(start int) Cell {
	return Cell{Text: c.Text[start:], At: advance(c.At, c.Text[:start]), Offset: c.Offset + int32(start), Index: c.Index}
}

// InCell reports whether the byte at offset is of a cell, and no delimiter.
func (g *Grid) InCell(offset int) bool {
	i, found := slices.BinarySearchFunc(g.cells, int32(offset), func(cell Cell, at int32) int { return cmp.Compare(cell.Offset, at) })
	return found || i > 0 && offset < int(g.cells[i-1].Offset)+len(g.cells[i-1].Text)
}

// Place returns the cell's Index. Types that embed a cell have it, too.
func (c Cell) Place() int32 { return c.Index }

// DisplayWidth returns how many display columns the cell's text takes.
func (c Cell) DisplayWidth() int32 {
	width := 0
	for i := 0; i < len(c.Text); {
		if lead := c.Text[i]; lead >= 0xE4 && lead <= 0xE9 {
			width, i = width+2, i+3 // an ideograph
			continue
		}
		r, size := utf8.DecodeRuneInString(c.Text[i:])
		width += displayWidth(r)
		i += size
	}
	return int32(width)
}
