package hadano

import (
	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// text claims a piece as a value and returns its text.
func (r *reader) text(p piece) string { return r.Value(p.Cell) }

// claimLabel claims a piece as a label.
func (r *reader) claimLabel(p piece) { r.Grid.Claim(p.Cell, grid.Label) }

// label claims a piece as a label and returns its text.
func (r *reader) label(p piece) string {
	if printed := ja.Unwrap(r.Label(p.Cell)); p.whole == "" {
		return printed
	}
	return ja.Unwrap(p.whole)
}

// skip claims a piece as decoration.
func (r *reader) skip(p piece) { r.Skip(p.Cell) }

// addText adds the pieces under one label as a narrative. A merged cell that is
// repeated over its span stands once.
func (r *reader) addText(own *item, key model.TextKey, label string, pieces []piece) {
	for len(pieces) > 0 && own.hasText(key, label, pieces[0].Text, whole) {
		r.skip(pieces[0])
		pieces = pieces[1:]
	}
	text := r.texts.add(datedText{Text: model.Text{Key: key, Label: label}, when: whole})
	for _, p := range pieces {
		begins := text.Text.Text == ""
		switch {
		case !begins && ja.IsUnit(p.Text):
			r.skip(p)
		case r.AppendText(&text.Text.Text, p.Cell) && begins:
			text.At = p.At
			r.openColumn = p.Index
		}
	}
	if text.Text.Text != "" {
		own.texts = append(own.texts, text)
	}
	r.open, r.openLabel = &text.Text.Text, label
}

// goOn adds a piece without a label to the narrative that is open.
func (r *reader) goOn(p piece) bool {
	if r.open == nil || *r.open == "" {
		return false
	}
	if !r.afterBreak {
		r.AppendText(r.open, p.Cell)
		return true
	}
	r.ContinueText(r.open, r.openLabel, p.Cell)
	return true
}

// dropStray claims what a row has left over that says nothing: a unit that
// stands alone, a dash.
func (r *reader) dropStray(p piece) bool {
	if text := ja.StripMarkup(p.Text); sheet.IsNothing(p.Cell) || ja.IsUnit(text) {
		r.Grid.Claim(p.Cell, grid.Decoration)
		return true
	}
	return false
}
