package hadano

import (
	"strconv"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// holdsPairs reports whether cells hold 目標 and 実績 at once. Where the labels
// are lost, all cells must hold two values.
func holdsPairs(pieces []piece) bool {
	pairs, filled := 0, 0
	for _, p := range pieces {
		if p.label != noLabel {
			return false
		}
		text := ja.StripMarkup(p.Text)
		labelled := strings.Contains(text, table[target].spellings[0]) && strings.Contains(text, table[actual].spellings[0])
		if isSentence(text) || !labelled && ja.IsUnit(text) || isLabelFragment(text) {
			continue
		}
		if labelled {
			return true
		}
		filled++
		if fields := figureFields(text); len(fields) == 2 && sheet.AreFigures(fields) && !mayBeOne(fields) {
			pairs++
		}
	}
	return filled > 0 && pairs == filled
}

// cutPair finds 目標 and 実績 in a cell that holds both: the value of the first
// stands from targetAt to targetEnd, that of the second from actualAt on.
// actualAt is 0 where 実績 is not there.
func cutPair(text string) (targetAt, targetEnd, actualAt int) {
	word := table[target].spellings[0]
	if rest, ok := strings.CutPrefix(text, word); ok && beginsBehindBlank(rest) {
		targetAt = len(word) + 1 // as most cells have it
	} else if found, rest, ok := labels.FindPrefix(text); ok && found == target {
		targetAt = rest
	} else if strings.HasPrefix(text, word) {
		targetAt = behindColon(text, len(word))
	}
	word = table[actual].spellings[0]
	at := strings.LastIndex(text, word)
	if at < 0 || at < targetAt {
		return targetAt, len(text), 0
	}
	return targetAt, len(trimSlash(text[:at])), behindColon(text, at+len(word))
}

// trimSlash returns the target of a pair without the slash between it and the result:
// 目標 80 件 / 実績 75 件.
func trimSlash(text string) string {
	trimmed := ja.TrimSpace(text)
	for _, slash := range [...]string{"/", "／"} {
		if before, found := strings.CutSuffix(trimmed, slash); found {
			return before
		}
	}
	return text
}

// beginsBehindBlank reports whether a digit or an ideograph stands behind the blank with
// which a text begins.
func beginsBehindBlank(text string) bool {
	return len(text) > 1 && text[0] == ' ' && (text[1] >= '0' && text[1] <= '9' || ja.BeginsWithIdeograph(text[1:]))
}

// readPairs reads cells that hold the target and the result of a year, or, the
// first one, of the whole plan.
func (r *reader) readPairs(own *item, cells []piece) {
	pieces := r.cells[:0]
	for _, p := range cells {
		if r.isRemark(ja.StripMarkup(p.Text)) {
			pieces = append(pieces, p)
		} else {
			pieces = r.cutPairs(pieces, p)
		}
	}
	r.cells = pieces
	left := r.leftPairs(pieces)
	years := pieces[left:]
	for _, p := range pieces[:left] {
		r.readPair(own, r.newPair(p), whole)
	}
	values := make([]value, 0, len(years))
	for _, p := range years {
		switch text := ja.StripMarkup(p.Text); {
		case r.isRemark(text):
			r.addRemark(own, p)
		case !strings.Contains(text, " ") && ja.IsUnit(text) && len(strings.Fields(text)) == 1:
			r.skip(p)
		default:
			values = append(values, value{piece: p, none: !sheet.HasDigit(text)})
		}
	}
	if !ascending(values) {
		for i := range values {
			values[i].Index = noColumn
		}
	}
	pairs := r.pairs[:0]
	for i := range values {
		pairs = append(pairs, r.newPair(values[i].piece))
	}
	r.pairs = pairs
	if r.mayLackFirst(pieces, left) {
		r.placeNowhere(values)
	} else {
		r.placePairs(values, pairs)
	}
	r.reserveAmounts(own, len(values))
	for i := range values {
		r.readPair(own, pairs[i], values[i].when)
	}
}

// leftPairs tells how many of the cells stand left of the years, 0 or 1. The
// labels stand in the cell for the whole plan, and again in the first year's.
func (r *reader) leftPairs(pieces []piece) int {
	labelled := 0
	for _, p := range pieces {
		if strings.Contains(p.Text, table[target].spellings[0]) {
			labelled++
		}
	}
	switch {
	case len(pieces) == 0:
		return 0
	case r.head.Columns && r.row.width == r.head.Width && len(pieces) > 1 && !pieces[1].shared:
		if pieces[0].Index < r.head.First {
			return 1
		}
		return 0
	case labelled > 1, len(pieces) == 1, len(pieces) == r.head.Count+1:
		return 1
	case len(pieces) == 2 && r.isRemark(pieces[1].Text):
		return 1
	}
	return 0
}

// mayLackFirst reports whether as many cells as years may as well be the plan's
// and those of all years but the first: only one of them has the labels.
func (r *reader) mayLackFirst(pieces []piece, left int) bool {
	if left > 0 || len(pieces) != r.head.Count || r.head.Columns && r.row.width == r.head.Width {
		return false
	}
	return strings.Contains(pieces[0].Text, table[target].spellings[0])
}

// placeNowhere leaves the cells of a row without a year.
func (r *reader) placeNowhere(values []value) {
	for i := range values {
		values[i].when = unknown
		r.laterResults = true
	}
	if len(values) > 0 {
		r.reportUnplaced(unplaced{at: values[0].At, name: r.figureName(), count: len(values)})
	}
}

// cutPairs appends the parts of a cell that holds the targets and results of several
// years, else the cell. Each pair counts for a column.
func (r *reader) cutPairs(pieces []piece, p piece) []piece {
	if !mayHoldPairs(p.Text) {
		return append(pieces, p)
	}
	figures, from, at, label := 0, 0, 0, -1
	var parts []piece
	add := func(end int) {
		part := piece{Cell: p.Slice(from, end), shared: len(parts) > 0}
		part.Index += int32(len(parts))
		parts = append(parts, part)
		from = end
	}
	for _, field := range r.fieldsOf(p.Text) {
		begin := at + strings.Index(p.Text[at:], field)
		at = begin + len(field)
		if isMeasure(field) {
			if label < 0 {
				label = begin
			}
			continue
		}
		if label < 0 {
			label = begin
		}
		if figures > 0 && figures%2 == 0 {
			add(label)
		}
		figures, label = figures+1, -1
	}
	if figures < leastFigures || figures%2 != 0 {
		return append(pieces, p)
	}
	add(len(p.Text))
	r.Report(model.CodeJoinedCells, p.At, p.Text, strconv.Itoa(len(parts))+" × "+"目標, 実績")
	return append(pieces, parts...)
}

// leastFigures is how many figures the pairs of several years are.
const leastFigures = 4

// mayHoldPairs reports whether a cell may hold the figures of several years: it has as
// many words besides the labels, or signs that take a closer look.
func mayHoldPairs(text string) bool {
	words, start := 0, 0
	for i := 0; i <= len(text); {
		switch {
		case i == len(text) || text[i] <= ' ':
			if word := text[start:i]; word != "" && word != table[target].spellings[0] && word != table[actual].spellings[0] {
				words++
			}
			i++
			start = i
		case ja.BeginsWithIdeograph(text[i:]):
			i += len("目")
		case text[i] > '~' || text[i] == ':':
			return true
		default:
			i++
		}
	}
	return words >= leastFigures
}

// placePairs places the cells of a row that hold targets and results. Only the
// results tell of which years the sheet has some.
func (r *reader) placePairs(values []value, pairs []pair) {
	results := make([]value, 0, len(values))
	for i, v := range values {
		v.none = !sheet.HasDigit(pairs[i].second.Text)
		results = append(results, v)
	}
	if r.place(values, noColumn) {
		for i := range values {
			if !results[i].none && values[i].when > 0 {
				r.laterResults = true
			}
		}
		return
	}
	r.placeRow(results, noColumn, r.figureName(), actual.entry())
	for i := range values {
		values[i].when = results[i].when
	}
}

// pair is a cell with its target and its result. These are not parted where no digit
// stands in the cell.
type pair struct {
	piece
	hasDigit      bool
	first, second piece
}

func (f *facts) newPair(p piece) pair {
	own := pair{piece: p, hasDigit: sheet.HasDigit(p.Text)}
	if own.hasDigit {
		own.first, own.second = f.splitPair(p)
	}
	return own
}

// splitPair parts a cell into its target and its result, without their labels.
func (f *facts) splitPair(p piece) (first, second piece) {
	first, second = piece{}, piece{}
	targetAt, targetEnd, actualAt := cutPair(p.Text)
	if actualAt > 0 {
		first.Cell, second.Cell = p.Slice(targetAt, targetEnd), p.Slice(actualAt, len(p.Text))
		return first, second
	}
	fields := f.fieldsOf(p.Text[targetAt:])
	if len(fields) != 2 || mayBeOne(fields) {
		return first, second
	}
	at := targetAt + strings.Index(p.Text[targetAt:], fields[0])
	end := at + len(fields[0])
	first.Cell, second.Cell = p.Slice(at, end), p.Slice(end, len(p.Text))
	return first, second
}

// readPair reads one cell with a target and a result. One value alone may be
// either.
func (r *reader) readPair(own *item, p pair, w when) {
	first, second := p.first, p.second
	if !p.hasDigit {
		if r.saysNothing(p.Text) {
			r.skip(p.piece)
			return
		}
		first, second = r.splitPair(p.piece)
	}
	if first.Text == "" && second.Text == "" {
		r.readUnpaired(own, p.piece, w)
		return
	}
	r.claimLabels(p.piece, first, second)
	if first.Text != "" {
		r.addAmount(own, target, value{piece: first, when: w})
	}
	if second.Text != "" {
		r.addAmount(own, actual, value{piece: second, when: w})
	}
}

// saysNothing reports whether a cell holds nothing but labels and lone units.
func (f *facts) saysNothing(text string) bool {
	for _, field := range f.fieldsOf(text) {
		if !isMeasure(field) && !isEmptyFigure(field) {
			return false
		}
	}
	return true
}

// readUnpaired reads a cell that should hold two values and does not.
func (r *reader) readUnpaired(own *item, p piece, w when) {
	text := ja.StripMarkup(p.Text)
	targetAt, _, actualAt := cutPair(p.Text)
	switch {
	case !sheet.HasDigit(text) && (targetAt > 0 || actualAt > 0 || isEmptyFigure(text)):
		r.Skip(p.Cell)
	case targetAt > 0:
		r.claimLabels(p, piece{Cell: p.Slice(targetAt, len(p.Text))}, piece{})
		r.addAmount(own, target, value{piece: piece{Cell: p.Slice(targetAt, len(p.Text))}, when: w})
	default:
		r.Report(model.CodeColumnUnknown, p.At, r.figureName(), text, "目標, 実績")
	}
}

// claimLabels claims what stands in a cell before and between its two values.
func (r *reader) claimLabels(p, first, second piece) {
	from := 0
	for _, part := range [...]piece{first, second} {
		if part.Text == "" {
			continue
		}
		at := int(part.Offset - p.Offset)
		if l := p.Slice(from, at); l.Text != "" {
			r.Grid.Claim(l, grid.Label)
		}
		from = at + len(part.Text)
	}
	if l := p.Slice(from, len(p.Text)); l.Text != "" {
		r.Grid.Claim(l, grid.Label)
	}
}
