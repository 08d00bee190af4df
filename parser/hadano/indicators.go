package hadano

import (
	"slices"
	"strconv"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// indicator is an indicator with the values that are still without a year.
type indicator struct {
	model.Indicator
	values []datedValue
	// names and definitions are claimed at the end: a placeholder is neither.
	names, definitions     []piece
	hasTarget, hasActual   bool
	definitionLabelPrinted bool
}

// openName is a name whose row of figures a line end has parted from it.
type openName struct {
	pieces []piece
	// row is how many rows were read below the head before it.
	row int
}

// datedValue is a cell of an indicator.
type datedValue struct {
	cell    grid.Cell
	measure model.ValueMeasure
	when    when
	// fy is the year that the head of the value's own column prints.
	fy int
	// none, kind and unit are what newFigure read.
	none bool
	kind ja.Kind
	unit string
}

// reserve makes room for the values of a row, and for those of the results below it.
func (i *indicator) reserve(count int) {
	if cap(i.values)-len(i.values) < count {
		i.values = slices.Grow(i.values, 2*count)
	}
}

// readIndicatorRow reads a row of the theme's indicators: 目標 with the name
// before it, 実績, or 概要. A lost line end may have put the next row behind it.
func (r *reader) readIndicatorRow() {
	if r.row.isTurnedHead() {
		return // the rows below are of years
	}
	below, column := r.partRows()
	r.readIndicatorParts()
	if below != nil {
		own := below.pieces[0]
		for _, p := range below.pieces {
			if p.label != noLabel {
				own = p
				break
			}
		}
		r.Report(model.CodeShiftedRow, own.At, own.Text, strconv.Itoa(int(column)+1), strconv.Itoa(int(own.Index)+1))
		r.row = below
		r.readIndicatorRow()
	}
}

// readIndicatorParts reads the labels that a row of indicators begins with, and
// what stands behind them.
func (r *reader) readIndicatorParts() {
	pieces := r.row.pieces
	at := 0
	nameLabels(pieces)
	if kind := kindAlone(pieces); kind != "" {
		r.claimLabel(pieces[0])
		r.indicatorKind = kind
		at++
	}
	for at < len(pieces) {
		switch pieces[at].label {
		case activityIndicator, outcomeIndicator:
			r.claimLabel(pieces[at])
			r.indicatorKind = pieces[at].label.entry().indicator
		case indicatorHead:
			r.claimLabel(pieces[at])
		default:
			r.readIndicatorCells(pieces[at:])
			return
		}
		at++
	}
}

// nameLabels takes labels of an initiative for the names of indicators that they are
// here: 目標 stands behind them.
func nameLabels(pieces []piece) {
	for i := 1; i < len(pieces); i++ {
		if l := pieces[i-1].label; (l == effect || l == explanation) && pieces[i].label == target && pieces[i-1].Index > 0 {
			pieces[i-1].label = noLabel
		}
	}
}

// kindAlone returns the kind of the indicators that a row begins with whose heading is
// only 活動 or 成果: the name stands between it and 目標.
func kindAlone(pieces []piece) model.IndicatorKind {
	if len(pieces) < 3 || pieces[0].Index != 0 || pieces[1].label != noLabel || pieces[2].label != target {
		return ""
	}
	for _, l := range [...]label{activityIndicator, outcomeIndicator} {
		if ja.Key(pieces[0].Text) == strings.TrimSuffix(l.entry().spellings[0], indicatorName) {
			return l.entry().indicator
		}
	}
	return ""
}

func (r *reader) readIndicatorCells(pieces []piece) {
	at := 0
	for at < len(pieces) && pieces[at].label == noLabel {
		at++
	}
	if at == len(pieces) {
		if !r.continueIndicator(pieces) && len(pieces) == 1 && r.mayBeName(pieces[0]) {
			r.parted = openName{pieces: pieces, row: r.headRows}
		}
		return
	}
	names, l, rest := pieces[:at], pieces[at], pieces[at+1:]
	if len(names) == 0 && r.takesParted(l.label) {
		names = r.parted.pieces
		r.Report(model.CodeBrokenLine, names[0].At, names[0].Text, strconv.Itoa(int(r.head.Width)))
		l.Index += r.alignParted(l, rest)
	}
	switch l.label {
	case overview:
		r.readDefinition(names, l, rest)
	case target, actual, rate:
		r.beginIndicatorRow(names, l)
		r.claimLabel(l)
		for len(rest) > 0 && rest[0].label == l.label {
			r.claimLabel(rest[0]) // a merged cell's label, repeated over its span
			rest = rest[1:]
		}
		r.readValues(r.indicator, l, rest)
	case yearlyGoal:
		r.block = yearlyRows
		r.readThemeRow()
	}
}

// takesParted reports whether the name on the line above belongs to the figures behind a
// label: to targets, or to the results of an indicator without one.
func (r *reader) takesParted(l label) bool {
	if len(r.parted.pieces) == 0 || r.parted.row+1 != r.headRows {
		return false
	}
	return l == target || l == actual && r.indicator != nil && r.indicator.hasTarget && !r.indicator.hasActual && len(r.indicator.names) == 0
}

// alignParted moves the cells behind a label by as many columns as the name on the line
// above has taken from them, and returns how many these are.
func (r *reader) alignParted(l piece, rest []piece) int32 {
	shift := r.head.Label - int32(len(r.head.extras)) - l.Index
	if !r.head.Columns || r.head.Label == noColumn || r.row.width+shift != r.head.Width {
		return 0
	}
	for i := range rest {
		rest[i].Index += shift
	}
	r.row.width += shift
	return shift
}

// beginIndicatorRow begins a new indicator where the row can't belong to the
// one above: its targets or results are there already, or its name is another.
func (r *reader) beginIndicatorRow(names []piece, l piece) {
	own := r.current(model.Theme)
	before := r.indicator
	known := before != nil && len(names) > 0 && len(before.names) > 0 && sameText(names[0], before.names[0])
	begins := before == nil
	switch l.label {
	case target:
		begins = begins || before.hasTarget || before.hasActual || len(before.definitions) > 0
	case actual:
		begins = begins || before.hasActual || !known && len(names) > 0 && len(before.names) > 0
	case rate:
		begins = begins || !known && len(names) > 0 && len(before.names) > 0
	}
	if begins {
		at := l.At
		if len(names) > 0 {
			at = names[0].At
		}
		kind := r.indicatorKind
		if own, ok := r.kinds[l.At.Line]; ok {
			kind = own
		}
		r.indicator = &indicator{Indicator: model.Indicator{At: at, Kind: kind}}
		own.indicators = append(own.indicators, r.indicator)
		known = false
	}
	r.indicator.hasTarget = r.indicator.hasTarget || l.label == target
	r.indicator.hasActual = r.indicator.hasActual || l.label == actual
	for _, p := range names {
		if known {
			r.skip(p)
		} else {
			r.indicator.names = append(r.indicator.names, p)
		}
	}
}

// mayBeName reports whether the only cell of a row of indicators may be a name, also one
// like a unit behind the heading.
func (r *reader) mayBeName(p piece) bool {
	l := r.row.first()
	return r.isWords(p) || (l == activityIndicator || l == outcomeIndicator) && r.newFigure(p).kind == ja.LoneUnit
}

func sameText(a, b piece) bool {
	return ja.Key(ja.StripMarkup(a.Text)) == ja.Key(ja.StripMarkup(b.Text))
}

// readDefinition reads the row 概要 of an indicator. A name that a merged cell
// repeats in it says nothing new.
func (r *reader) readDefinition(names []piece, l piece, rest []piece) {
	r.claimLabel(l)
	if r.indicator == nil {
		return
	}
	for _, p := range names {
		if len(r.indicator.names) > 0 && sameText(p, r.indicator.names[0]) {
			r.skip(p)
		}
	}
	for _, p := range rest {
		if p.label == overview {
			r.claimLabel(p)
		} else {
			r.indicator.definitions = append(r.indicator.definitions, p)
		}
	}
	r.indicator.definitionLabelPrinted = true
}

// continueIndicator reads a row without a label below a definition: what a page
// break has cut from it. It is false where the row is none.
func (r *reader) continueIndicator(pieces []piece) bool {
	own := r.indicator
	if own == nil || !own.definitionLabelPrinted || !r.afterBreak || len(pieces) != 1 || r.visible && pieces[0].Index == 0 {
		return false
	}
	r.Report(model.CodePageBreak, pieces[0].At, table[overview].spellings[0], pieces[0].Text)
	own.definitions = append(own.definitions, pieces[0])
	return true
}

// splitMeasure parts the label 目標 or 実績 from a value joined behind it, or a
// name joined before it.
func splitMeasure(pieces []piece) []piece {
	for i, p := range pieces {
		if p.label == target || p.label == actual || p.label == rate || p.label == overview {
			return pieces
		}
		if p.label != noLabel || isSentence(p.Text) {
			continue
		}
		at, end := findMeasure(p.Text)
		if end == 0 {
			continue
		}
		return splitAround(pieces, i, at, end)
	}
	return pieces
}

// findMeasure finds 目標 or 実績 as a word of its own that figures or nothing
// follow. end is 0 if there is none.
func findMeasure(text string) (at, end int) {
	for _, l := range [...]label{target, actual, rate} {
		word := table[l].spellings[0]
		for from := 0; ; {
			next := strings.Index(text[from:], word)
			if next < 0 {
				break
			}
			at = from + next
			end = behindWord(text, at+len(word))
			rest := ja.TrimSpace(text[end:])
			before := at == 0 || text[at-1] == ' ' || strings.HasSuffix(text[:at], "\u3000")
			if before && (rest == "" || rest != text[end:] && beginsFigures(rest)) {
				return at, end
			}
			from = end
		}
	}
	return 0, 0
}

// readValues reads the figures behind 目標 or 実績 of a theme's indicator.
func (r *reader) readValues(own *indicator, l piece, pieces []piece) {
	years, aligned := r.takeExtras(own, l, pieces)
	values := r.figureValues(r.dropSpan(l, years))
	markUnits(own, values)
	if aligned {
		r.placeRow(values, l.Index+int32(len(r.head.extras)), l.Text, l.label.entry())
	} else {
		r.leaveUnplaced(values, len(values), 0, l.Index, l.Text, false)
	}
	own.reserve(len(values))
	for _, v := range values {
		r.addFigure(own, l.label, v)
	}
}

// dropSpan takes out the cell behind the total that a merged cell repeats. In a row
// that has moved, it is the total itself.
func (r *reader) dropSpan(l piece, pieces []piece) []piece {
	last := len(pieces) - 1
	hasMoved := r.head.Label != noColumn && l.Index+int32(len(r.head.extras)) != r.head.Label || r.row.width > r.head.Width
	if last < 1 || hasMoved || !r.head.Columns || !r.head.Total || pieces[last].Text != pieces[last-1].Text ||
		pieces[last].Index <= r.head.First+int32(r.head.Count) {
		return pieces
	}
	r.skip(pieces[last])
	return pieces[:last]
}

// addFigure adds a cell to an indicator.
func (r *reader) addFigure(own *indicator, l label, v value) {
	if v.kind == ja.Blank && v.Text != "" {
		v = r.newFigure(v.piece).at(v.when)
	}
	own.values = append(own.values, datedValue{
		cell: v.Cell, measure: l.entry().value, when: v.when, none: v.none, kind: v.kind, unit: v.unit,
	})
}
