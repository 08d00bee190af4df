package hadano

import (
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
)

// partRows parts the labels of a row of indicators from its values, and takes the
// rest of the row out where the next one stands behind its figures. column is where
// the label of that one stood.
func (r *reader) partRows() (below *row, column int32) {
	pieces := splitMeasure(r.row.pieces)
	r.row.pieces = pieces
	first := 0
	for first < len(pieces) && !pieces[first].label.isMeasure() && pieces[first].label != overview {
		first++
	}
	for i := first + 1; i < len(pieces); i++ {
		p := pieces[i]
		if p.label == noLabel {
			split := splitLastWord(pieces, i)
			if split == nil || pieces[first].label == overview && i+1 == len(pieces) {
				continue
			}
			pieces = split
			i++
		}
		if p = pieces[i]; beginsBelow(pieces[first].label, p.label) {
			return r.takeBelow(pieces, first, i), p.Index
		}
	}
	return nil, noColumn
}

// labelColumn returns the column of the labels 目標 and 実績, given that a row has a
// label of its own.
func (r *reader) labelColumn(own piece) int32 {
	switch {
	case own.label.isMeasure():
		return own.Index
	case r.head.Label != noColumn:
		return r.head.Label - int32(len(r.head.extras))
	}
	return own.Index + 1
}

// isMeasure reports whether a label tells what the figures of a row are.
func (l label) isMeasure() bool { return l == target || l == actual || l == rate }

// beginsBelow reports whether a label behind the figures of a row begins the next.
func beginsBelow(above, l label) bool {
	switch l {
	case activityIndicator, outcomeIndicator:
		return true
	case target:
		return above != target
	case overview, actual, rate:
		return above != l && above != overview
	}
	return false
}

// takeBelow takes the cells from the given one on, and a name before 目標, out of a
// row. Their labels stand in the columns of the labels above.
func (r *reader) takeBelow(pieces []piece, first, from int) *row {
	above := r.row
	shift := pieces[from].Index
	if pieces[from].label.isMeasure() {
		shift -= r.labelColumn(pieces[first])
	}
	end := from
	least := first + 1
	if pieces[first].label == overview {
		least++ // the definition
	}
	if pieces[from].label == target && from == least && pieces[first].label == overview {
		pieces, from = r.partNextName(pieces, from)
		end = from
	}
	if pieces[from].label == target && from > least && r.isWords(pieces[from-1]) {
		end--
	}
	below := *above
	below.pieces = append([]piece(nil), pieces[end:]...)
	below.width -= shift
	for i := range below.pieces {
		below.pieces[i].Index = max(0, below.pieces[i].Index-shift)
	}
	above.pieces = pieces[:end:end]
	if above.width = shift + 1; shift == r.head.Width {
		above.width = shift // a tab has taken the place of the line end
	}
	return &below
}

// partNextName parts the name of the next indicator, whose label is the given cell, from
// the definition that a blank joins it to: the sentence before it must end there. It
// returns where the label stands then.
func (r *reader) partNextName(pieces []piece, at int) (parted []piece, label int) {
	definition := pieces[at-1]
	end := strings.LastIndex(definition.Text, "。") + len("。")
	if end < len("。") {
		return pieces, at
	}
	name := ja.TrimSpace(definition.Text[end:])
	if name == "" || name == definition.Text[end:] || !beginsName(name) {
		return pieces, at
	}
	parted = splitAround(pieces, at-1, end, len(definition.Text))
	r.Report(model.CodeJoinedCells, definition.At, definition.Text, parted[at-1].Text+" | "+parted[at].Text)
	return parted, at + 1
}

// beginsName reports whether a text behind a sentence may be a name: no note and no item
// of a list.
func beginsName(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return !strings.ContainsRune("※・(（[［〔*", first)
}

// isWords reports whether a cell without a label holds no figure.
func (r *reader) isWords(p piece) bool {
	if p.label != noLabel {
		return false
	}
	kind := r.newFigure(p).kind
	return kind == ja.State || kind == ja.Unreadable
}
