package isehara

import (
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readNote takes a line that is a note: it belongs to the document, unless it goes on
// with the cell above.
func (r *reader) readNote(token sheet.Token) bool {
	if !isNote(token.Text) || !r.standsAlone(token) || r.open != nil && r.goesOnWithCell(token) {
		return false
	}
	r.AddNote(r.Value(token.Cell), token.At)
	return true
}

// isNote reports whether a text begins as a note does.
func isNote(text string) bool {
	if first, _ := utf8.DecodeRuneInString(text); !noteBegins.Has(first) {
		return false
	}
	for _, sign := range [...]string{"※", "(注", "（注", "注)", "注）", "注:", "注：", "出典"} {
		if strings.HasPrefix(text, sign) {
			return true
		}
	}
	return false
}

// noteBegins are the characters with which notes begin.
var noteBegins = ja.NewCharacters("※(（注出")

// standsAlone reports whether no other cell of its row holds anything.
func (r *reader) standsAlone(token sheet.Token) bool {
	return r.Grid.Layout != grid.PipeCells && len(r.Grid.Rows[token.Row].Cells) == 1
}

// isUnknownRow reports whether a token begins a row that no rule knows: it stands in
// the column of the labels, with other cells behind it or with a whole row above.
func (r *reader) isUnknownRow(token sheet.Token) bool {
	if r.open != nil && !r.table.active && r.beginsRow(token) {
		if _, isBox := loneBox(token.Text); isBox || holdsTickBoxes(token.Text) {
			return true // options of a label that is gone, or that stands above
		}
	}
	if r.open != nil && !r.table.active && r.lacksLabel(token) {
		return true
	}
	if r.open == nil && r.evaluation == nil || r.table.active || token.Index != 0 || token.Joined || r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows {
		return false
	}
	if _, isOption := sheet.ReadBoxes(token.Text); isOption || sheet.IsGrade(ja.Fold(ja.StripMarkup(token.Text))) || isMarkedGrade(token.Text) || sheet.IsNothing(token.Cell) {
		return false
	}
	if r.standsAlone(token) {
		return r.isRightBelow(token) && !r.goesOnWithCell(token) && !r.goesOnWithLine(token)
	}
	if r.Next > 1 && r.Tokens[r.Next-2].Label != sheet.NoLabel && openings.In(token.Text[:min(len(token.Text), len("［"))]) {
		return false // the bracket of the label above
	}
	behindIsLabel := r.Next < len(r.Tokens) && r.Tokens[r.Next].Label != sheet.NoLabel
	return !r.goesOnWithCell(token) || !behindIsLabel && !isProse(token.Text)
}

// holdsTickBoxes reports whether a text has boxes that are no bullets of a list.
func holdsTickBoxes(text string) bool {
	_, found := sheet.ReadBoxes(text)
	return found && (strings.Contains(text, "<input") || strings.ContainsAny(text, "☑☐") || strings.Contains(ja.Fold(text), "(A)"))
}

// lacksLabel reports whether the label of a row right below a text may be gone: its cell
// is empty, and of the labels that the form has between those above and below the sheet
// has not all.
func (r *reader) lacksLabel(token sheet.Token) bool {
	if token.Index == 0 || r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows || !r.beginsRow(token) || !r.isRightBelow(token) || r.goesOnWithCell(token) {
		return false
	}
	above, below := sheet.NoLabel, sheet.NoLabel
	printed := make([]bool, len(table)+1)
	for i := range r.Tokens {
		label := r.Tokens[i].Label
		printed[label] = true
		switch {
		case label == sheet.NoLabel || table[label-1].kind != narrative && i >= r.Next && r.Tokens[i].Row == token.Row:
		case i < r.Next:
			above = label
		case below == sheet.NoLabel:
			below = label
		}
	}
	for label := above + 1; label < below; label++ {
		if e := &table[label-1]; e.kind == narrative && e.text != model.TextNext && !printed[label] {
			return true
		}
	}
	return false
}

// beginsRow reports whether a token is the first of its row.
func (r *reader) beginsRow(token sheet.Token) bool {
	return r.Grid.Layout != grid.PipeCells && (r.Next < 2 || r.Tokens[r.Next-2].Row != token.Row)
}

// goesOnWithCell reports whether a line may go on with the last cell of the one above,
// in which a line end stands.
func (r *reader) goesOnWithCell(token sheet.Token) bool {
	if !r.isRightBelow(token) || r.Grid.Layout != grid.Tabs {
		return false
	}
	above := r.Tokens[r.Next-2]
	return int(above.Index) == r.Grid.Rows[above.Row].Width-1
}

// isRightBelow reports whether a token begins the line below the token before it.
func (r *reader) isRightBelow(token sheet.Token) bool {
	if r.Next < 2 {
		return false
	}
	above := r.Tokens[r.Next-2]
	return above.Row+1 == token.Row && r.Grid.Rows[above.Row].Line+1 == r.Grid.Rows[token.Row].Line
}

// leaveRow leaves what stands in a row up to the next label, and closes what the row
// can't belong to.
func (r *reader) leaveRow(token sheet.Token) {
	r.RowValues(token)
	r.leaveText()
	r.evaluation = nil
}

// valuesOf takes the cells of a row behind a label that are its value: those behind
// empty cells are left, for a label that the form does not know may be among them.
func (r *reader) valuesOf(token sheet.Token) []sheet.Token {
	values := r.RowValues(token)
	for i := 1; i < len(values); i++ {
		if r.isBehindGap(values[i-1], values[i]) {
			return values[:i]
		}
	}
	return values
}

// isBehindGap reports whether an empty cell stands between two of a row.
func (r *reader) isBehindGap(before, token sheet.Token) bool {
	return (r.Grid.Layout == grid.Tabs || r.Grid.Layout == grid.PipeRows) && token.Index > before.Index+1
}

// isLabelNumber reports whether a token is the number of the label behind it in its
// cell: 1 目的.
func (r *reader) isLabelNumber(token sheet.Token) bool {
	if !token.Joined || len(token.Text) > len("(12).") || r.Next >= len(r.Tokens) {
		return false
	}
	label := r.Tokens[r.Next]
	return label.Label != sheet.NoLabel && label.Joined && label.Row == token.Row && label.Index == token.Index &&
		strings.Trim(ja.Fold(token.Text), "0123456789.()") == ""
}
