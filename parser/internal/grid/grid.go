// Package grid turns decoded text into pages, rows and cells with positions,
// whatever delimiter the extraction left: one cell per line with pipes,
// Markdown pipe tables, tabs, or columns parted by runs of blanks.
//
// In goes text with "\n" line ends; out come the cells that hold something,
// each with its position, its index in the row, and an account of which bytes
// a form has claimed. What nobody claimed is given back as unmapped, so that
// nothing is lost. The package does no quote processing (a stray quotation
// mark is text) and knows no labels, years or municipalities.
package grid

import (
	"fmt"

	"sheetconv/model"
)

// Layout is how the cells of a text are delimited.
type Layout int

// The layouts.
const (
	// Blanks parts cells by runs of two or more blanks, as pdftotext -layout
	// leaves them; a line without such a run is one cell. Empty cells vanish.
	Blanks Layout = iota
	// Tabs parts cells by tab characters, rows by line ends.
	Tabs
	// PipeRows parts cells by pipes, rows by line ends, as Markdown does.
	PipeRows
	// PipeCells ends each cell with a pipe at the end of a line; a lone pipe
	// is an empty cell, and nothing ends a row but a page.
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
	// Blanks it is the display column at which the cell begins.
	Index int32
}

// Row is one line of cells; in the layout PipeCells, a whole page of them.
type Row struct {
	// Cells are those that hold something, in order.
	Cells []Cell
	// Width is the number of cells, empty ones included.
	Width int
	// Line is where the row begins, from 1; Page counts from 0.
	Line, Page int
}

// Grid is a text cut into rows of cells, with the account of claims.
type Grid struct {
	Text   string
	Layout Layout
	Rows   []Row

	claimed []uint64
	claims  []claim
}

// MaxCells is how many filled cells one text may hold.
const MaxCells = 8 << 20

// TooManyCellsError says that a text has more filled cells than MaxCells.
type TooManyCellsError struct{ Line int }

func (e *TooManyCellsError) Error() string {
	return fmt.Sprintf("line %d: more than %d filled cells; split the file", e.Line, MaxCells)
}

// New cuts a text into rows and cells. The text must be valid UTF-8.
func New(text string) (*Grid, error) {
	g := &Grid{Text: text, Layout: detectLayout(text), claimed: make([]uint64, (len(text)+63)/64)}
	c := cutter{text: text, line: 1}
	if err := c.cut(g.Layout); err != nil {
		return nil, err
	}
	g.Rows = c.finish()
	return g, nil
}

// Slice returns the part of a cell from byte start to end of its text,
// trimmed, as a cell of its own at its own position.
func (c Cell) Slice(start, end int) Cell {
	text := c.Text[start:end]
	lead := len(text) - len(trimLeft(text))
	start += lead
	part := Cell{Text: trimRight(c.Text[start:end]), Offset: c.Offset + int32(start), Index: c.Index}
	part.At = advance(c.At, c.Text[:start])
	return part
}

// advance returns the position behind text that begins at position at.
func advance(at model.Position, text string) model.Position {
	for _, r := range text {
		if r == '\n' {
			at.Line++
			at.Column = 1
		} else {
			at.Column++
		}
	}
	return at
}
