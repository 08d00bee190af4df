package hadano

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// rightRow is the row of an initiative that stands last beside the years, for the rests of
// its texts behind a page break: these stand in the columns of that row, which need not be
// those of the head, for a label may stand under the first year.
type rightRow struct {
	// row is how many rows were read before it, -1 where it holds no more.
	row int
	// label is the column of its label, noColumn where it has none; joined is set where
	// its first text stands in the label's cell.
	label  int32
	joined bool
	// from is the column in which its yearly side begins; width and run are the row's.
	from, width int32
	run         int
	// yearly is set on a row of yearly texts, not on one with a remark in their place.
	yearly bool
	texts  []textPlace
}

// textPlace is where a text of such a row stands.
type textPlace struct {
	column int32
	when   when
	at     model.Position
}

// noteRight notes a row with a label in the given column, beside or before the years.
func (r *reader) noteRight(label int32, yearly bool) {
	from := label
	if r.head.Columns && (label == noColumn || label < r.head.First) {
		from = r.head.First
	}
	r.right = rightRow{
		row: r.rowsRead, label: label, from: from, width: r.row.width, run: r.row.run,
		yearly: yearly, texts: r.right.texts[:0],
	}
}

// noteYearly notes a row of texts of the years.
func (r *reader) noteYearly(label int32, values []value) {
	if !r.visible {
		r.right.row = -1
		return
	}
	r.noteRight(label, true)
	for i := range values {
		v := &values[i]
		r.right.joined = r.right.joined || v.joined
		if !v.none && !v.shared && v.Index != noColumn {
			r.right.texts = append(r.right.texts, textPlace{column: v.Index, when: v.when, at: v.At})
		}
	}
}

// noteRemark notes a sentence that stands in the place of a row's yearly amounts.
func (r *reader) noteRemark(p piece) {
	if !r.visible {
		return
	}
	if r.right.row != r.rowsRead {
		r.noteRight(noColumn, false)
		r.right.from = p.Index
	}
	r.right.texts = append(r.right.texts, textPlace{column: p.Index, when: whole, at: p.At})
}

// leaveRight forgets the row that was noted behind another one that has cells beside the
// years, too.
func (r *reader) leaveRight() {
	w := r.row
	if !w.running && !r.headRepeated && r.right.row != r.rowsRead && w.pieces[len(w.pieces)-1].Index >= r.right.from {
		r.right.row = -1
	}
	r.rowsRead++
}

// standsBelow reports whether the cells of the row stand in the columns of the row noted.
func (r *reader) standsBelow() bool {
	own := &r.right
	return own.row >= 0 && r.visible && r.row.run == own.run && (r.row.trimmed || r.row.width == own.width)
}

// takeRests adds the cells behind a page break to the texts in whose columns they stand,
// and returns the others.
func (r *reader) takeRests(pieces []piece) []piece {
	if !r.standsBelow() || pieces[0].Index <= r.head.base || hasYearly(pieces) || holdsPairs(pieces) {
		return pieces
	}
	if isInitiativeNumber(pieces[0].Text) && !r.isInside(pieces) {
		return pieces
	}
	var others []piece
	for _, p := range pieces {
		if own := r.right.textAt(p.Index); own == nil || !r.addRest(own, p) {
			others = append(others, p)
		}
	}
	if len(others) < len(pieces) {
		r.right.row = r.rowsRead
	}
	return others
}

// textAt returns the text that stands in a column, nil if none does.
func (w *rightRow) textAt(column int32) *textPlace {
	for i := range w.texts {
		if w.texts[i].column == column {
			return &w.texts[i]
		}
	}
	return nil
}

// addRest adds a cell to the text that stands above it. The words of a grade take no
// sentence, and no grade goes on with a text.
func (r *reader) addRest(own *textPlace, p piece) bool {
	text, isChoice := r.openText(own.at)
	rest := ja.StripMarkup(p.Text)
	if text == nil || beginsWithGrade(rest) || isChoice && isReason(rest) {
		return false
	}
	if sheet.IsNothing(p.Cell) {
		r.skip(p)
		return true
	}
	printed := r.printed
	if !r.right.yearly {
		printed = effectName
	}
	r.Report(model.CodePageBreak, p.At, printed, rest)
	if isChoice {
		*text = ja.Unwrap(*text + "\n" + r.text(p))
	} else {
		r.AddLine(text, r.text(p))
	}
	return true
}

// openText returns the text of the item that begins at a position, nil if there is none.
func (r *reader) openText(at model.Position) (text *string, isChoice bool) {
	own := r.item
	for i := len(own.tasks) - 1; i >= 0; i-- {
		if own.tasks[i].At == at {
			return &own.tasks[i].Text, false
		}
	}
	for i := len(own.texts) - 1; i >= 0; i-- {
		if own.texts[i].At == at {
			return &own.texts[i].Text.Text, false
		}
	}
	for i := len(own.reasons) - 1; i >= 0; i-- {
		if own.reasons[i].At == at {
			return &own.reasons[i].Reason, false
		}
	}
	for i := len(own.grades) - 1; i >= 0; i-- {
		switch grade := own.grades[i]; {
		case grade.At != at:
		case grade.Reason != "":
			return &grade.Reason, false
		default:
			return &grade.Choice, true
		}
	}
	return nil, false
}

// isInside reports whether a row that begins with the number of an initiative goes on
// with a sentence that names it: the text above is open, or is the only one that goes on
// while the number is no one of the theme.
func (r *reader) isInside(pieces []piece) bool {
	own := r.right.textAt(pieces[0].Index)
	if own == nil {
		return false
	}
	text, _ := r.openText(own.at)
	if text == nil {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(*text)
	opened := strings.Count(*text, "「") + strings.Count(*text, "(") + strings.Count(*text, "（")
	closed := strings.Count(*text, "」") + strings.Count(*text, ")") + strings.Count(*text, "）")
	switch {
	case opened > closed || last == '、':
		return true
	case len(pieces) > 1 || last == '。' || r.theme == nil:
		return false
	}
	return !strings.HasPrefix(pieces[0].Text, r.theme.Number+"-")
}

// mayGoOn reports whether cells behind a page break may go on with the row of years above:
// it is the last one that stands beside them, and the cells are not the grades of a row
// whose label is lost.
func (r *reader) mayGoOn(pieces []piece) bool {
	own, e := &r.right, r.yearly.entry()
	if own.row < 0 || !own.yearly {
		return false
	}
	if len(own.texts) == 0 && e.criterion != "" && r.yearly != selfReason {
		return true
	}
	return !slices.ContainsFunc(pieces, func(p piece) bool { return beginsWithGrade(p.Text) })
}

// placeRests places the texts behind a page break that stand below an empty cell of the
// row which goes on: as that row, where its label stands under a year.
func (r *reader) placeRests(values []value, l label) {
	own, e := &r.right, l.entry()
	isOther := own.row >= 0 && own.yearly && !own.joined && r.head.Columns && own.label >= r.head.First &&
		len(values) > 0 && values[0].Index > own.label
	switch {
	case !isOther:
		r.placeRow(values, noColumn, r.printed, e)
	case r.standsBelow():
		r.placeRow(values, own.label, r.printed, e)
	default:
		r.leaveUnplaced(values, countReal(values), 0, noColumn, r.printed, false)
		r.laterResults = r.laterResults || e.result
	}
}

func countReal(values []value) int {
	count := 0
	for i := range values {
		if !values[i].none {
			count++
		}
	}
	return count
}
