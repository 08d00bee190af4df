// Package sheet holds what all forms share: the table row that describes a form;
// tokens, which are cells with the labels they were recognized as, and the stream
// of them; the builder that claims text, collects diagnostics and finishes
// documents; and tools that read what any form may print: numbers before names,
// sections, periods, narratives over several cells, indicators with their values,
// heads of years and amounts, and what extraction leaves of columns and markup.
//
// In go a grid and a form's labels, or single cells and texts; out come tokens,
// parts of cells and rows of the model, and documents with their unmapped text and
// diagnostics. It knows the contract of the model, and must not know any one
// form's labels or layout.
package sheet

import (
	"sheetconv/model"
	"sheetconv/parser/internal/grid"
)

// Form describes one form family: one row of the parser's table.
type Form struct {
	// ID is the publisher's and the sheet's name, such as isehara-program.
	ID   string
	Kind model.DocumentKind
	// Title is the sheet's name in Japanese, Summary one line in English.
	Title, Summary string
	Municipality   model.Municipality
	// Anchors are the labels by which the form is told from others.
	Anchors []Anchor
	// Lexicon has the labels with which the form tokenizes a grid, nil where it does
	// not; the parser looks the cells up for all forms at once.
	Lexicon *Lexicon
	// Read turns a grid into the documents that it holds.
	Read func(*grid.Grid) []*Section
}

// Anchor is a label that speaks for a form.
type Anchor struct {
	// Spelling is compared as labels are: blanks, widths and dashes don't matter.
	Spelling string
	// Weight says how much it speaks for the form; the sum of those that are not
	// optional is the form's full score.
	Weight int
	// Within accepts a cell that only holds the spelling, as titles do.
	Within bool
	// Optional marks a label of a part that only some sheets of the form have: it
	// speaks for the form, and a sheet without it lacks nothing.
	Optional bool
}

// Section is one document with the part of the input that it covers.
type Section struct {
	Document *model.Document
	// Start and End are bytes of the grid's text.
	Start, End int
}
