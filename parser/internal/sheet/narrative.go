package sheet

import (
	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// AppendText adds a cell to a text that may go on over several, each on a line of
// its own, and claims it. A dash, an empty cell and a merged cell that is repeated
// over its span say nothing new: they are claimed as decoration. It reports
// whether the text has grown.
func (b *Builder) AppendText(text *string, cell grid.Cell) bool {
	more := ja.StripMarkup(b.Grid.Whole(cell))
	if more == "" || ja.IsDash(more) || more == *text {
		b.Skip(cell)
		return false
	}
	b.Grid.Claim(cell, grid.Value)
	if *text != "" {
		more = *text + "\n" + more
	}
	*text = more
	return true
}

// ContinueText adds a cell behind a page break to the text under the label that
// was open before it, and reports that.
func (b *Builder) ContinueText(text *string, label string, cell grid.Cell) {
	begins := *text == ""
	if b.AppendText(text, cell) && !begins {
		b.Report(model.CodePageBreak, cell.At, label, ja.StripMarkup(cell.Text))
	}
}

// AddNote adds a note that begins at a position to the document, unless it has
// it: pages repeat notes.
func (b *Builder) AddNote(note string, at model.Position) {
	for _, before := range b.Document.Notes {
		if ja.Key(before) == ja.Key(note) {
			return
		}
	}
	b.Document.Notes = append(b.Document.Notes, note)
	b.Document.NotesAt = append(b.Document.NotesAt, at)
}
