package komaki

import (
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// openText is the narrative that is being read.
type openText struct {
	item  int
	text  model.Text
	lines []string
}

// openText begins a text of an item. Where the item has one under that label
// already, as on the page before, that one goes on.
func (r *reader) openText(item int, key model.TextKey, label string, at model.Position, first string) {
	r.text.item = item
	r.text.text = model.Text{At: at, Key: key, Label: label}
	r.text.lines = r.text.lines[:0]
	if first = ja.TrimSpace(first); first != "" {
		r.text.lines = append(r.text.lines, first)
	}
	r.mode = narrating
}

// appendText adds a line to the open text.
func (r *reader) appendText(l *line) {
	if len(r.text.lines) == 0 {
		r.text.text.At = l.cells[0].At
	}
	r.claim(l, grid.Value)
	r.text.lines = append(r.text.lines, ja.TrimSpace(l.text()))
}

// textEnds are the signs with which the lines of a text end that do not go on.
var textEnds = ja.NewCharacters("。.」』)）】:：")

// unfinished reports whether the last line of the open text does not end as a
// sentence or a list entry does.
func (t *openText) unfinished() bool {
	if len(t.lines) == 0 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(t.lines[len(t.lines)-1])
	return !textEnds.Has(last)
}

// maxJoinedText is how long a text may be to which more is added where its label
// is repeated.
const maxJoinedText = 1 << 16

// closeText adds the open text to its item. A dash is no text.
func (r *reader) closeText() {
	if r.mode != narrating || len(r.text.lines) == 0 {
		return
	}
	text := r.text.text
	text.Text = r.text.lines[0]
	if len(r.text.lines) > 1 {
		text.Text = strings.Join(r.text.lines, "\n")
	}
	r.text.lines = r.text.lines[:0]
	if ja.IsDash(text.Text) {
		return
	}
	item := r.item(r.text.item)
	for i := range item.Texts {
		if known := &item.Texts[i]; known.Key == text.Key && known.Label == text.Label && len(known.Text) < maxJoinedText {
			known.Text += "\n" + text.Text
			return
		}
	}
	item.Texts = append(item.Texts, text)
}
