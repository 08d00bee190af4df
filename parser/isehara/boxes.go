package isehara

import (
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readBoxes reads a label's options and which of them are ticked; more options
// may follow in the rows below.
func (r *reader) readBoxes(token sheet.Token, label string) {
	attribute := &model.Attribute{At: token.At, Label: label}
	r.attributes = append(r.attributes, attribute)
	r.boxes = attribute
	for i, value := range r.RowValues(token) {
		if i > 0 && value.Text == r.Tokens[r.IndexOf(value)-1].Text {
			r.Skip(value.Cell) // a merged cell that is repeated over its span
			continue
		}
		if !r.readMoreBoxes(value) {
			r.addWords(value, label)
		}
	}
}

// readMoreBoxes adds the options of a cell to the attribute that is open.
func (r *reader) readMoreBoxes(token sheet.Token) bool {
	options, found := readOptions(token.Text)
	if !found {
		return false
	}
	r.Grid.Claim(token.Cell, grid.Value)
	for _, option := range options {
		text := option.Text
		if text == "" {
			continue
		}
		r.boxes.Options = append(r.boxes.Options, text)
		if option.Ticked {
			r.boxes.Selected = append(r.boxes.Selected, text)
		}
	}
	return true
}

// readOptions reads the options of a cell where boxes are due: there one mark
// before a few words is a box, too, which elsewhere would be a list's.
func readOptions(text string) ([]ja.Option, bool) {
	if options, found := ja.ReadOptions(text); found {
		return options, true
	}
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	if !isBox(first) || isBox(last) || strings.ContainsAny(text, "。\n") {
		return nil, false
	}
	var options []ja.Option
	for text != "" {
		mark, size := utf8.DecodeRuneInString(text)
		end := strings.IndexFunc(text[size:], isBox)
		if end < 0 {
			end = len(text) - size
		}
		if words := ja.TrimSpace(text[size : size+end]); words != "" {
			options = append(options, ja.Option{Text: words, Ticked: mark != '□' && mark != '○'})
		}
		text = text[size+end:]
	}
	return options, len(options) > 0
}

func isBox(r rune) bool { return strings.ContainsRune("■□●○◎◉", r) }

// readWords reads an attribute in words: all that stands behind its label in
// the row.
func (r *reader) readWords(token sheet.Token, label string) {
	for _, value := range r.RowValues(token) {
		if _, isOption := readOptions(value.Text); isOption && r.boxes != nil {
			r.Next = r.IndexOf(value)
			return
		}
		r.addWords(value, label)
	}
}

func (r *reader) addWords(value sheet.Token, label string) {
	text := ja.StripMarkup(value.Text)
	if ja.IsDash(text) || strings.Trim(text, "~～〜→ ") == "" || strings.HasPrefix(sheet.Fold(text), "(選択") {
		r.Skip(value.Cell)
		return
	}
	if last := len(r.attributes) - 1; last >= 0 && r.attributes[last].Label == label && r.attributes[last].Raw == text {
		r.Skip(value.Cell)
		return
	}
	r.Grid.Claim(value.Cell, grid.Value)
	r.attributes = append(r.attributes, &model.Attribute{At: value.At, Label: label, Figure: model.Figure{Raw: text}})
}
