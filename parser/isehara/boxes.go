package isehara

import (
	"slices"
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
	if last := r.lastBoxes; last.attribute != nil && last.attribute.Label == label && last.token.Index == token.Index && last.token.Row+1 == token.Row {
		r.boxes = last.attribute // a merged cell that is repeated over its span
	} else {
		r.boxes = placed(&r.room.attributes, model.Attribute{At: token.At, Label: label})
		r.attributes = append(r.attributes, r.boxes)
	}
	r.lastBoxes = lastBoxes{r.boxes, token}
	values := r.RowValues(token)
	for i, value := range values {
		if i > 0 && value.Text == r.Tokens[r.IndexOf(value)-1].Text {
			r.Skip(value.Cell) // a merged cell that is repeated over its span
			continue
		}
		if r.readLoneBox(values, i) {
			continue
		}
		if !r.readMoreBoxes(value) && (i == 0 || !r.isBehindGap(r.Tokens[r.IndexOf(value)-1], value)) {
			r.addWords(value, label)
		}
	}
}

// lastBoxes is the attribute with options that was read last, and its label.
type lastBoxes struct {
	attribute *model.Attribute
	token     sheet.Token
}

// readMoreBoxes adds the options of a cell to the attribute that is open.
func (r *reader) readMoreBoxes(token sheet.Token) bool {
	options, found := sheet.ReadBoxes(token.Text)
	if !found {
		if options, found = readEmptyBrackets(token.Text); !found {
			return false
		}
	}
	r.Grid.Claim(token.Cell, grid.Value)
	r.boxes.Options = slices.Grow(r.boxes.Options, len(options))
	for _, option := range options {
		if option.Text == "" {
			continue
		}
		r.boxes.Options = append(r.boxes.Options, option.Text)
		if option.Ticked {
			r.boxes.Selected = append(r.boxes.Selected, option.Text)
		}
	}
	return true
}

// readLoneBox reads a cell of a row that holds a box alone, or the words in the cell behind
// such a one. A sheet of a spreadsheet has TRUE and FALSE for boxes.
func (r *reader) readLoneBox(values []sheet.Token, i int) bool {
	if _, isBox := loneBox(values[i].Text); isBox {
		if i+1 == len(values) || values[i+1].Index != values[i].Index+1 {
			return false
		}
		r.Grid.Claim(values[i].Cell, grid.Value)
		return true
	}
	if i == 0 {
		return false
	}
	ticked, isBox := loneBox(values[i-1].Text)
	if !isBox || values[i].Index != values[i-1].Index+1 {
		return false
	}
	words := r.Value(values[i].Cell)
	r.boxes.Options = append(r.boxes.Options, words)
	if ticked {
		r.boxes.Selected = append(r.boxes.Selected, words)
	}
	return true
}

// loneBox reports whether a text is a box without words, and whether it is ticked.
func loneBox(text string) (ticked, isBox bool) {
	switch text {
	case "TRUE", "☑", "■", "●", "[x]", "✓":
		return true, true
	case "FALSE", "☐", "□", "○", "[ ]":
		return false, true
	}
	return false, false
}

// readEmptyBrackets reads an option behind empty brackets, which are a box where boxes are
// due: ( ) 業務委託.
func readEmptyBrackets(text string) (options []ja.Option, found bool) {
	if first, _ := utf8.DecodeRuneInString(text); first != '(' && first != '（' {
		return nil, false
	}
	_, _, end := sheet.NextBracket(text, 0)
	inner, _ := ja.TrimBrackets(text[:end])
	words := ja.TrimSpace(ja.StripMarkup(text[end:]))
	if ja.TrimSpace(inner) != "" || words == "" {
		return nil, false
	}
	return []ja.Option{{Text: words}}, true
}

// readWords reads an attribute in words: all that stands behind its label in
// the row.
func (r *reader) readWords(token sheet.Token, label string) {
	for _, value := range r.valuesOf(token) {
		if _, isOption := sheet.ReadBoxes(value.Text); isOption && r.boxes != nil {
			r.Next = r.IndexOf(value)
			if at := firstBox(value.Text); at > 0 && blankCharacters.TrimRight(value.Text[:at]) != "" {
				r.addWords(part(&value, 0, at), label) // and the options of the next row
				r.readMoreBoxes(part(&value, at, len(value.Text)))
				r.Next++
			}
			return
		}
		r.addWords(value, label)
	}
}

// firstBox returns where the first box of a text begins, -1 where it has none.
func firstBox(text string) int {
	if at := strings.Index(text, "<input"); at >= 0 {
		return at
	}
	return strings.IndexAny(text, "☐☑□■")
}

func (r *reader) addWords(value sheet.Token, label string) {
	text := ja.StripMarkup(r.optionText(value))
	if ja.IsDash(text) || strings.Trim(text, "~～〜→ ") == "" || strings.HasPrefix(ja.Fold(text), "(選択") {
		r.Skip(value.Cell)
		return
	}
	if last := len(r.attributes) - 1; last >= 0 && r.attributes[last].Label == label && r.attributes[last].Raw == text && r.attributes[last].At.Line == value.At.Line {
		r.Skip(value.Cell)
		return
	}
	r.Grid.Claim(value.Cell, grid.Value)
	own := placed(&r.room.attributes, model.Attribute{At: value.At, Label: label, Figure: model.Figure{Raw: text}})
	r.attributes = append(r.attributes, own)
}
