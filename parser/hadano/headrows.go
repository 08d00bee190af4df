package hadano

import (
	"slices"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// A tidied table has a row of heads that the form does not print: 項目 before the years,
// 項目 and 内容 over labels and values, or the labels of the form over their values.

// fillers are what stands over the values of labels in a head of 項目 and 内容.
var fillers = ja.NewLabels(
	ja.Label[bool]{Spelling: "内容", Value: true},
	ja.Label[bool]{Spelling: "記載内容", Value: true},
	ja.Label[bool]{Spelling: "記入内容", Value: true},
	ja.Label[bool]{Spelling: "詳細", Value: true},
	ja.Label[bool]{Spelling: "値", Value: true},
)

// tidyHeads reads the heads of tidied tables: fillers before years are labels that say
// nothing, rows of nothing but fillers are left out and stay unmapped, and values below
// the labels of the form go behind these.
func tidyHeads(g *grid.Grid, known *facts, rows []row) []row {
	if g.Layout != grid.PipeRows && g.Layout != grid.Tabs {
		return rows
	}
	var tidied []row
	done := 0 // how many rows are tidied
	for i := 0; i < len(rows); i++ {
		own := &rows[i]
		if len(own.pieces) < 2 || own.first() == noLabel {
			continue
		}
		end, parted := i, []row(nil)
		switch {
		case own.isFillerRow():
			end = i + 1
		case own.headsFigures():
			end = behindFigures(rows, i)
		case own.areHeads():
			parted, end = partColumns(rows, i)
		case own.mayHaveFiller():
			known.markFillers(own.pieces)
		}
		if end == i {
			continue
		}
		tidied = append(append(tidied, rows[done:i]...), parted...)
		done, i = end, end-1
	}
	if done == 0 {
		return rows
	}
	return append(tidied, rows[done:]...)
}

// isFiller reports whether a label heads a column in tables of other forms, too.
func isFiller(l label) bool { return l == themeName || l == category || l == initiativeName }

// isFillerRow reports whether a row is 項目 and 内容.
func (w *row) isFillerRow() bool {
	if len(w.pieces) != 2 || !isFiller(w.first()) || w.pieces[1].label != noLabel {
		return false
	}
	_, found := fillers.Find(w.pieces[1].Text)
	return found
}

// headsFigures reports whether a row has 目標 and 実績 as heads of columns, behind a filler.
func (w *row) headsFigures() bool {
	last := len(w.pieces) - 1
	if w.pieces[last].label == explanation {
		last--
	}
	return last > 1 && isFiller(w.first()) && !slices.ContainsFunc(w.pieces[1:last+1], func(p piece) bool { return !p.label.isMeasure() })
}

// behindFigures returns the row behind a table of figures for the whole plan whose head is
// row i: a row there has what the form prints in several. They are left out.
func behindFigures(rows []row, i int) int {
	head := &rows[i]
	for i++; i < len(rows); i++ {
		own := &rows[i]
		if l := own.first(); l != effect && l != indicatorHead && l != noLabel || own.width < 2 || own.width > head.width || own.page != head.page {
			break
		}
		if slices.ContainsFunc(own.pieces[1:], func(p piece) bool { return p.label != noLabel }) {
			break
		}
	}
	return i
}

// mayHaveFiller reports whether a row may be one of years with a filler before them.
func (w *row) mayHaveFiller() bool {
	return isFiller(w.first()) || w.first() == indicatorHead && isFiller(w.pieces[1].label)
}

// markFillers takes the labels before years, but for that of the table, for fillers.
func (f *facts) markFillers(pieces []piece) {
	at := 0
	for at < len(pieces) && pieces[at].label != noLabel {
		at++
	}
	if at+1 >= len(pieces) || !f.isYear(pieces[at]) || !f.isYear(pieces[at+1]) {
		return
	}
	for i := range pieces[:at] {
		if isFiller(pieces[i].label) {
			pieces[i].label = fillerHead
		}
	}
}

// standsAbove reports whether a label takes one value, which may stand below it.
func standsAbove(l label) bool {
	switch l {
	case themeName, pillar, initiativeName, department, category, relatedPlan, sideEffect, overview:
		return true
	}
	return false
}

// areHeads reports whether a row is nothing but labels that take one value each.
func (w *row) areHeads() bool {
	return !slices.ContainsFunc(w.pieces, func(p piece) bool { return !standsAbove(p.label) })
}

// partColumns makes rows of a label with its value out of the row i of labels and the row
// below, which has a value in the columns of some. Where labels stand side by side and the
// values below in other columns, none can be told, and both rows are left out. Where the
// next row is none of values, end is i.
func partColumns(rows []row, i int) (parted []row, end int) {
	own := &rows[i]
	if i+1 == len(rows) || rows[i+1].isLabelled() || rows[i+1].width < 2 || rows[i+1].width > own.width || rows[i+1].page != own.page {
		return nil, i
	}
	below := &rows[i+1]
	for _, p := range below.pieces {
		at := slices.IndexFunc(own.pieces, func(l piece) bool { return l.Index == p.Index })
		if at < 0 {
			if own.isDense() {
				return nil, i + 2
			}
			return nil, i
		}
		label, value := own.pieces[at], p
		label.Index, value.Index = 0, 1
		part := row{pieces: []piece{label, value}, width: 2, page: own.page}
		parted = append(parted, part)
	}
	return parted, i + 2
}

// isDense reports whether two labels stand side by side, with no cell between them for the
// value of the first.
func (w *row) isDense() bool {
	for i := 1; i < len(w.pieces); i++ {
		if w.pieces[i].Index == w.pieces[i-1].Index+1 {
			return true
		}
	}
	return false
}

// isTurnedHead reports whether a row is the head of a table with the years down its side:
// 年度, 目標, 実績. It names no indicator.
func (w *row) isTurnedHead() bool {
	if !w.visible || len(w.pieces) < 3 || w.width != int32(len(w.pieces)) || w.first() != noLabel {
		return false
	}
	return !slices.ContainsFunc(w.pieces[1:], func(p piece) bool { return !p.label.isMeasure() })
}

// namesFigures reports whether the row above the head of years names an indicator whose
// figures stand below: 目標 and 実績 begin the rows there.
func (r *reader) namesFigures(below []row) bool {
	if r.block != indicatorRows || len(r.parted.pieces) == 0 || r.parted.row+1 != r.headRows || len(below) == 0 {
		return false
	}
	first := below[0].pieces[0]
	return r.row.visible && first.label == target && first.Index == 0
}

// beginsYearsApart reports whether the head of years just read begins a table of years
// alone, below that of what the initiative says of the whole plan: the labels of years
// stand in its first column.
func (r *reader) beginsYearsApart() bool {
	if r.block != initiativeRows || r.head.table != noLabel || !r.row.visible || len(r.below) == 0 {
		return false
	}
	first := r.below[0].pieces[0]
	return first.Index == 0 && first.label >= yearlyGoal && first.label < fillerHead
}
