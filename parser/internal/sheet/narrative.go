package sheet

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// AppendText adds a cell to a text that may go on over several, each on a line of
// its own, and claims it. A dash, an empty cell and a merged cell that is repeated
// over its span say nothing new: they are claimed as decoration. A word that says that a cell
// is as the one above is no line of a text that has begun: it stays unclaimed. It reports
// whether the text has grown.
func (b *Builder) AppendText(text *string, cell grid.Cell) bool {
	more := ja.StripMarkup(b.Grid.Whole(cell))
	if more == "" || ja.IsDash(more) || more == *text {
		b.Skip(cell)
		return false
	}
	if *text != "" && IsDitto(more) {
		return false
	}
	b.Grid.Claim(cell, grid.Value)
	if *text == "" {
		*text = more
	} else {
		b.AddLine(text, more)
	}
	return true
}

// IsDitto reports whether a text says that it is as the one above it.
func IsDitto(text string) bool {
	if len(text) > len("（同上）") {
		return false
	}
	switch text {
	case "〃", "同上", "（同上）", "(同上)", "↑":
		return true
	}
	return false
}

const (
	// longText is from how many bytes on a text has room for more lines.
	longText = 4096
	// maxLongTexts is how many texts may have that at a time: those of the columns of a row.
	maxLongTexts = 4
)

// AddLine adds a line to a text. A long one, to which many may be added, is not copied for
// each.
func (b *Builder) AddLine(text *string, line string) {
	if len(*text) < longText {
		*text += "\n" + line
		return
	}
	own := b.longText(*text)
	own.WriteByte('\n')
	own.WriteString(line)
	*text = own.String()
}

// longText returns the room of a long text: that of which the text is what was written
// last, else a new one.
func (b *Builder) longText(text string) *strings.Builder {
	for _, own := range b.longTexts {
		if own.Len() == len(text) && own.String() == text {
			return own
		}
	}
	own := new(strings.Builder)
	own.WriteString(text)
	if len(b.longTexts) == maxLongTexts {
		b.longTexts = slices.Delete(b.longTexts, 0, 1)
	}
	b.longTexts = append(b.longTexts, own)
	return own
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
	key := ja.Key(note)
	if b.noted[key] {
		return
	}
	if b.noted == nil {
		b.noted = map[string]bool{}
	}
	b.noted[key] = true
	b.Document.Notes = append(b.Document.Notes, note)
	b.Document.NotesAt = append(b.Document.NotesAt, at)
}

// TakeNote takes the last note from the document, and returns it with its position.
func (b *Builder) TakeNote() (note string, at model.Position) {
	last := len(b.Document.Notes) - 1
	note, at = b.Document.Notes[last], b.Document.NotesAt[last]
	b.Document.Notes, b.Document.NotesAt = b.Document.Notes[:last], b.Document.NotesAt[:last]
	delete(b.noted, ja.Key(note))
	return note, at
}
