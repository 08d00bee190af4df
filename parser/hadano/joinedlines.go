package hadano

import (
	"slices"
	"strconv"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// partJoinedLines parts the rows that a lost line end has put on one line: behind the
// cells of a row, the label of another begins it.
func (f *facts) partJoinedLines(g *grid.Grid, rows []row) []row {
	if g.Layout != grid.Tabs && g.Layout != grid.PipeRows {
		return rows
	}
	var parted []row
	kept := 0
	for i := range rows {
		own := rows[i]
		wide := i > 0 && own.width > rows[i-1].width && (i+1 == len(rows) || own.width > rows[i+1].width)
		at, column := f.findRowBehind(&own, wide)
		if at == 0 {
			continue
		}
		parted = append(parted, rows[kept:i]...)
		for ; at > 0; at, column = f.findRowBehind(&own, wide) {
			below := own.cutBehind(at, column)
			parted = append(parted, own)
			own = below
		}
		parted = append(parted, own)
		kept = i + 1
	}
	if kept == 0 {
		return rows
	}
	return append(parted, rows[kept:]...)
}

// reportMoved reports that the row stood behind the one above on its line.
func (r *reader) reportMoved() {
	if r.row.movedFrom > 0 {
		first := r.row.pieces[0]
		r.Report(model.CodeShiftedRow, first.At, first.Text, strconv.Itoa(int(r.row.movedFrom)), strconv.Itoa(int(first.Index)+1))
	}
}

// cutBehind takes the cells from the given one on out of a row, whose label is to stand
// in a column.
func (w *row) cutBehind(at int, column int32) row {
	below := *w
	shift := w.pieces[at].Index - column
	below.pieces = slices.Clone(w.pieces[at:])
	below.movedFrom = w.pieces[at].Index + 1
	below.width -= shift
	for i := range below.pieces {
		below.pieces[i].Index -= shift
	}
	w.pieces = w.pieces[:at:at]
	w.width = max(shift, w.pieces[at-1].Index+1)
	w.trimmed = true // its last empty cells went with the line end
	return below
}

// findRowBehind finds the label with which another row begins behind the cells of
// one, and the column that it has there; at is 0 where there is none. In a wide row,
// and behind boxes and figures, it may stand at the end of a cell.
func (f *facts) findRowBehind(w *row, wide bool) (at int, column int32) {
	first := w.first()
	short := first == category || first == actual || first == rate || first == noLabel && w.width > 1
	start := 1
	if first == noLabel && w.pieces[0].Index > 0 {
		start = 0 // a row of reasons
	}
	for i := start; i < len(w.pieces); i++ {
		if w.pieces[i].label != noLabel {
			if begins, column := f.beginsBehind(w.pieces, i); begins {
				return i, column
			}
			continue
		}
		if isLast := i+1 == len(w.pieces); isLast && !short || !isLast && !wide {
			continue
		}
		split := splitLastWord(w.pieces, i)
		if split == nil {
			continue
		}
		if begins, column := f.beginsBehind(split, i+1); begins {
			w.pieces = split
			return i + 1, column
		}
	}
	return 0, 0
}

// splitLastWord parts the label with which a cell ends, behind a blank, from what
// stands before it; nil where it ends with none.
func splitLastWord(pieces []piece, i int) []piece {
	text := pieces[i].Text
	if !wordGaps.In(text) {
		return nil // as most cells
	}
	blank := strings.LastIndexFunc(text, wordGaps.Has)
	if found, _ := labels.Find(text[blank:]); found == noLabel {
		return nil
	}
	split := splitAround(pieces, i, blank, len(text))
	split[i].label, _ = labels.Find(split[i].Text)
	return split
}

// beginsBehind reports whether the label of a cell can't belong to the row of the cells
// before it, and in which column it begins the next one.
func (f *facts) beginsBehind(pieces []piece, at int) (begins bool, column int32) {
	own, first := pieces[at].label, pieces[0].label
	if own == first {
		return false, 0
	}
	if own.entry().row && own != initiativeHead && f.isHeadCell(pieces[at-1]) {
		return true, 0 // the row above is a head of years
	}
	switch own {
	case activityResult, outcomeResult, internalEvaluation, externalEvaluation, initiativeName, sideEffect, relatedPlan, department:
		return first.isRowBefore(own), 0
	case category:
		return first.isRowBefore(own) && at+1 < len(pieces) && isCategory(pieces[at+1].Text), 0
	case activityIndicator, outcomeIndicator:
		return first == overview && at > 1, 0
	case yearlyGoal:
		return f.isHeadCell(pieces[at-1]) && first != initiativeHead, 0
	case initiativeHead:
		return at+2 < len(pieces) && f.isHeadCell(pieces[at+1]) && f.isHeadCell(pieces[at+2]), 0
	case explanation:
		return first == effect || first == indicatorHead || first == actual || first == rate, 0
	case overview:
		return first != pillar && first != themeName && strings.Contains(pieces[at].Text, "目指すもの"), 0
	case effect, indicatorHead:
		isRow := first == relatedPlan || first == explanation || first == category
		return isRow && at+1 < len(pieces) && strings.HasPrefix(pieces[at+1].Text, table[target].spellings[0]), 0
	case actual:
		return f.beginsResults(pieces, at)
	case nextYear:
		return findLabelled(pieces[:at], selfReason)
	case nextText:
		begins, _ = findLabelled(pieces[:at], nextYear)
		return begins && first == sideEffect, 0
	}
	return false, 0
}

// isRowBefore reports whether rows of a label stand above those of another in their
// table. What is no label may be what is left of one.
func (l label) isRowBefore(below label) bool {
	isTheme := func(l label) bool { return l >= activityResult && l <= externalEvaluation }
	switch {
	case below == initiativeName:
		return l != initiativeHead && l != noLabel
	case isTheme(below):
		return l == yearlyGoal || isTheme(l) || l == noLabel // a row of reasons
	case l == explanation || l == nextYear || l == nextText || l == actual || l == indicatorHead:
		return below == sideEffect
	}
	return rankOf(l) > 0 && rankOf(l) < rankOf(below)
}

// isHeadCell reports whether a cell belongs to a row of years.
func (f *facts) isHeadCell(p piece) bool {
	return p.label == total || p.label == noLabel && f.isYear(p)
}

// beginsResults reports whether 実績 begins the row of the results: the targets of the
// plan and of the years stand before it.
func (f *facts) beginsResults(pieces []piece, at int) (begins bool, column int32) {
	if first := pieces[0].label; first != effect && first != indicatorHead {
		return false, 0
	}
	targets, column := 0, noColumn
	for _, p := range pieces[:at] {
		switch p.label {
		case target:
			if targets++; column == noColumn {
				column = p.Index
			}
		case actual:
			return false, 0
		}
	}
	return targets == 2, column
}

// findLabelled finds the cell with a label, or with a label and its value, and gives
// its column.
func findLabelled(pieces []piece, l label) (found bool, column int32) {
	for _, p := range pieces {
		if p.label == l {
			return true, p.Index
		}
		if p.label == noLabel && strings.HasPrefix(ja.StripMarkup(p.Text), l.entry().spellings[0]) {
			if begins, _, ok := labels.FindPrefix(p.Text); ok && begins == l {
				return true, p.Index
			}
		}
	}
	return false, 0
}
