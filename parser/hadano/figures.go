package hadano

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readFigureRow reads a row of an initiative's amounts or indicator: 目標 and
// 実績 in rows of their own, each with a value for the plan and the years', or
// both in each cell.
func (r *reader) readFigureRow(own *item) {
	first, pieces := r.row.pieces[0], r.row.pieces
	headed := first.label == effect || first.label == indicatorHead
	if headed {
		r.figures, r.figuresMoved, r.rowUnit = first.label, false, ""
		r.claimLabel(first)
		pieces = pieces[1:]
	} else if r.isUnknownHead(pieces) {
		pieces = pieces[1:] // and stays unmapped
		if r.figures == effect {
			r.figures = noLabel
		}
	}
	if !headed && (r.figures == noLabel || r.figures == effect && r.explained) {
		// The label is lost: amounts come first, the indicator follows them.
		r.figures = map[bool]label{false: effect, true: indicatorHead}[r.explained || !mayBeAmounts(pieces)]
	}
	r.explained = false
	r.open = nil
	if r.figures == indicatorHead {
		own.beginIndicator(headed, first, pieces, r.apart)
	}
	if headed {
		r.readLabelUnit(own, first)
	}
	r.noteUnits(own)
	if holdsPairs(pieces) {
		r.readPairs(own, pieces)
		return
	}
	r.readSingles(own, splitFigures(pieces))
}

// noteUnits remembers the units that stand in the row of amounts, read or not.
func (r *reader) noteUnits(own *item) {
	if r.figures != effect {
		return
	}
	for _, p := range r.row.pieces {
		if !r.isSentence(p.Text) {
			own.bare.NoteText(p.Text)
		}
	}
}

// isUnknownHead reports whether a row of figures begins with a word in the column
// of the labels that is none of the form's.
func (f *facts) isUnknownHead(pieces []piece) bool {
	first := pieces[0]
	return first.label == noLabel && first.Index == 0 && len(pieces) > 1 && !sheet.HasDigit(first.Text) &&
		!f.saysNothing(first.Text) && !f.isSentence(first.Text)
}

// mayBeAmounts reports whether no figure of a row has a unit that is no money.
func mayBeAmounts(pieces []piece) bool {
	for _, p := range pieces {
		if isSentence(p.Text) {
			continue
		}
		for _, field := range figureFields(p.Text) {
			reading := ja.ReadQuantity(field, ja.Expect{Money: true})
			if reading.Kind == ja.Numeric && reading.Quantity.Yen.IsZero() {
				return false
			}
		}
	}
	return true
}

// figureName names the row of figures in messages and in the model.
func (r *reader) figureName() string {
	if r.figures == indicatorHead {
		return indicatorName
	}
	return effectName
}

// figureHeads are the characters one of which is in each label of figures.
var figureHeads = ja.NewCharacters("目実効指")

// splitFigures parts the labels of figures from the values joined to them.
func splitFigures(pieces []piece) []piece {
	holdsLabel := func(p piece) bool { return p.label == noLabel && figureHeads.In(p.Text) && !isSentence(p.Text) }
	first := slices.IndexFunc(pieces, holdsLabel)
	if first < 0 {
		return pieces
	}
	split := append(make([]piece, 0, len(pieces)+4), pieces[:first]...)
	for _, p := range pieces[first:] {
		if holdsLabel(p) {
			split = appendFigures(split, p)
		} else {
			split = append(split, p)
		}
	}
	return split
}

// appendFigures appends the labels in a cell, each with the values behind it.
func appendFigures(split []piece, p piece) []piece {
	at, from := 0, 0
	left := p.Cell // what begins at byte from
	behind := p.joined
	flush := func(end int) {
		if value := left.Slice(0, end-from); value.Text != "" {
			split = append(split, piece{Cell: value, joined: behind})
		}
	}
	for _, field := range figureFields(p.Text) {
		begin := at + strings.Index(p.Text[at:], field)
		at = begin + len(field)
		switch found, _ := labels.Find(field); found {
		case target, actual, rate, effect, indicatorHead:
			flush(begin)
			split = append(split, piece{Cell: left.Slice(begin-from, at-from), label: found})
			left, from, behind = left.From(at-from), at, true
		}
	}
	flush(len(p.Text))
	return split
}

// readSingles reads a row of targets or of results: the value for the whole
// plan on the left, and behind labels of their own those of the years.
func (r *reader) readSingles(own *item, pieces []piece) {
	var measures, heads []int
	for i, p := range pieces {
		switch p.label {
		case target, actual, rate:
			measures = append(measures, i)
		case effect, indicatorHead:
			heads = append(heads, i)
			if r.figures != p.label {
				r.figures, r.rowUnit = p.label, ""
			}
		case noLabel:
			continue
		default:
			return // no row of figures
		}
		r.claimLabel(p)
		r.readLabelUnit(own, p)
	}
	var l label
	var leftEnd, rightAt int
	column := noColumn
	switch {
	case len(measures) > 1:
		last := measures[len(measures)-1]
		l, rightAt = pieces[measures[0]].label, last+1
		column = pieces[last].Index
		leftEnd = measures[1]
		if l != pieces[measures[1]].label || l != pieces[last].label {
			r.readMixed(own, pieces, measures)
			return
		}
	case len(measures) == 1 && len(heads) > 0:
		l = pieces[measures[0]].label
		last := max(measures[0], heads[0])
		leftEnd, rightAt, column = heads[0], last+1, pieces[last].Index
	case len(measures) == 1:
		l = pieces[measures[0]].label
		leftEnd, rightAt, column = r.splitSingle(pieces, measures[0])
		if rightAt == measures[0]+1 && r.mayBeginWithPlan(pieces, measures[0]) || rightAt == measures[0]+1 && r.mayHavePlan(pieces[rightAt:]) || r.hasMovedLeft(pieces, measures[0], rightAt) {
			rightAt = measures[0] + 1
			r.readUndated(own, l, pieces[rightAt:])
			return
		}
	default:
		r.readUnlabelled(own, pieces)
		return
	}
	r.findUnitBeside(own, pieces[min(measures[0]+1, leftEnd):leftEnd])
	before := 0
	for before < measures[0] && pieces[before].label == noLabel && r.readUnitCell(own, pieces[before]) {
		before++
	}
	r.readLeftFigures(own, l, pieces[min(before, leftEnd):leftEnd])
	r.readRightFigures(own, l, column, pieces[rightAt:])
}

// splitSingle parts a row with one label of its own: the label stands in the
// years, or on the left with the value for the whole plan behind it.
func (r *reader) splitSingle(pieces []piece, at int) (leftEnd, rightAt int, column int32) {
	column = pieces[at].Index
	if r.head.Columns && column >= r.head.First {
		return at, at + 1, column
	}
	values := len(pieces) - at - 1
	if r.figuresMoved = r.haveMoved(pieces, at); r.figuresMoved {
		for i := range pieces[at+1:] {
			pieces[at+1+i].Index--
		}
		r.row.width--
	}
	switch {
	case r.narrow && r.row.width == narrowWidth:
		return len(pieces), len(pieces), noColumn
	case r.isWholeRow(pieces, at):
		return at + 2, at + 2, noColumn
	case r.head.Columns:
		end := at + 1
		for end < len(pieces) && pieces[end].Index < r.head.First {
			end++
		}
		return end, end, noColumn
	case values == r.head.Count && !r.head.Columns:
		return at, at + 1, column
	case values == r.head.Count+1:
		return at + 2, at + 2, noColumn
	case values == 1 && pieces[at].label == actual:
		return at + 2, at + 2, noColumn
	}
	return at, at + 1, column
}

// mayBeginWithPlan reports whether the value behind the label of a row may be that for the
// whole plan where no head tells: the row is no year's value short of a place for it.
func (r *reader) mayBeginWithPlan(pieces []piece, at int) bool {
	if r.head.Columns || !r.visible || pieces[at].Index < 0 {
		return false
	}
	values := pieces[at+1:]
	if len(values) < 2 || len(values) > r.head.Count || r.row.width-pieces[at].Index-1 == int32(r.head.Count) {
		return false
	}
	if len(values) < r.head.Count {
		return true
	}
	return values[len(values)-1].Index-values[0].Index >= int32(r.head.Count)
}

// mayHavePlan reports whether the values behind a label in the place of the plan's
// may be the plan's and those of all years but the last: an empty cell follows.
func (r *reader) mayHavePlan(values []piece) bool {
	return r.head.Columns && r.row.width > r.head.Width && len(values) == r.head.Count && values[0].Index == r.head.First
}

// readUndated reads values of a row whose years can't be told.
func (r *reader) readUndated(own *item, l label, pieces []piece) {
	r.reportUnplaced(unplaced{at: pieces[0].At, name: r.figureName(), count: len(pieces)})
	r.laterResults = r.laterResults || l.entry().result
	for _, p := range pieces {
		r.addAmount(own, l, r.newFigure(p).at(unknown))
	}
}

// haveMoved reports whether the label stands in the place of the plan's value and
// has moved all cells behind it by one, as the last of them shows or the row above.
func (r *reader) haveMoved(pieces []piece, at int) bool {
	if !r.head.Columns || r.row.width != r.head.Width+1 || pieces[at].Index != r.head.First-1 {
		return false
	}
	isLastFilled := pieces[len(pieces)-1].Index == r.row.width-1
	return isLastFilled || r.figuresMoved && pieces[at].label == actual
}

// readMixed reads a row in which the labels 目標 and 実績 and their values stand
// in cells of their own, once for the plan and perhaps once for the years.
func (r *reader) readMixed(own *item, pieces []piece, measures []int) {
	for i, at := range measures {
		end := len(pieces)
		if i+1 < len(measures) {
			end = measures[i+1]
		}
		values := r.figureValues(pieces[at+1 : end])
		w := whole
		if i > 1 || r.head.Columns && pieces[at].Index >= r.head.First {
			w = unknown
		}
		for j, v := range values {
			if v.label != noLabel {
				continue
			}
			if j > 0 || w == unknown && !v.none {
				r.reportUnplaced(unplaced{at: v.At, name: r.figureName(), count: len(values)})
				v.when = unknown
			} else {
				v.when = w
			}
			r.addAmount(own, pieces[at].label, v)
		}
	}
}

// readUnlabelled reads a row of figures without 目標 or 実績: what they are can't
// be told, unless it says nothing.
func (r *reader) readUnlabelled(own *item, pieces []piece) {
	for _, p := range pieces {
		text := ja.StripMarkup(p.Text)
		switch {
		case p.label != noLabel:
		case r.isRemark(text):
			r.addRemark(own, p)
		case isEmptyFigure(text):
			r.skip(p)
		default:
			r.Report(model.CodeColumnUnknown, p.At, r.figureName(), text, "目標, 実績")
		}
	}
}

// readLeftFigures reads the value for the whole plan.
func (r *reader) readLeftFigures(own *item, l label, pieces []piece) {
	for _, p := range pieces {
		text := ja.StripMarkup(p.Text)
		switch {
		case p.label != noLabel:
		case r.isRemark(text):
			r.addRemark(own, p)
		case !isLabelFragment(text): // which stays unmapped
			r.addAmount(own, l, value{piece: p, when: whole})
		}
	}
}

// readRightFigures reads the values of the years.
func (r *reader) readRightFigures(own *item, l label, column int32, pieces []piece) {
	figures := r.cells[:0]
	for _, p := range pieces {
		switch {
		case p.label != noLabel:
		case r.isRemark(ja.StripMarkup(p.Text)):
			r.addRemark(own, p)
		default:
			figures = append(figures, p)
		}
	}
	r.cells = figures
	values := r.figureValues(figures)
	if r.figures == indicatorHead {
		markUnits(own.indicatorAt(r.row.pieces[0]), values)
	}
	r.placeRow(values, column, r.figureName()+" "+l.entry().spellings[0], l.entry())
	r.reserveAmounts(own, len(values))
	for _, v := range values {
		r.addAmount(own, l, v)
	}
}

// reserveAmounts makes room for the figures of a row, and for those of the results below it.
func (r *reader) reserveAmounts(own *item, count int) {
	switch {
	case r.figures == indicatorHead && len(own.indicators) > 0:
		own.indicators[len(own.indicators)-1].reserve(count)
	case r.figures != indicatorHead && cap(own.costs)-len(own.costs) < count:
		own.costs = slices.Grow(own.costs, 2*count)
	}
}

// addAmount adds a figure to the indicator or the amounts of an initiative.
func (r *reader) addAmount(own *item, l label, v value) {
	if r.figures == indicatorHead {
		r.addFigure(own.indicatorAt(v.piece), l, v)
		return
	}
	text := ja.StripMarkup(v.Text)
	unit := r.amountUnit()
	reading := ja.ReadQuantity(text, ja.Expect{Money: true, Unit: unit})
	if reading.Kind == ja.Numeric && reading.Quantity.Unit == "" {
		r.claimUnit()
	}
	switch {
	case reading.Kind != ja.Numeric && isEmptyFigure(text) || sheet.IsPlaceholder(text):
		r.skip(v.piece)
		return
	case reading.Kind == ja.Numeric && unit != "" && !sheet.IsMoneyUnit(unit) && reading.Quantity.Unit == "":
		// The unit that is printed for it has been reported.
	case reading.Kind != ja.Numeric || reading.Quantity.Yen.IsZero():
		r.Report(model.CodeUnreadable, v.At, effectName, text, "an amount of money")
	}
	if reading.Kind == ja.Numeric {
		own.bare.Note(len(own.costs), reading.Quantity, unit)
	}
	own.costs = append(own.costs, datedCost{
		Cost: model.Cost{
			At: v.At, Basis: l.entry().basis, Line: model.CostEffect, Label: effectName,
			Yen: reading.Quantity.Yen, Raw: r.text(v.piece),
		},
		when: v.when,
	})
}
