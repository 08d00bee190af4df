package sakado

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// gradeWords are heads of the column of grades in a table that has no 進捗状況.
var gradeWords = ja.NewLabels(
	ja.Label[model.Criterion]{Spelling: "自己評価", Value: model.CriterionSelf},
	ja.Label[model.Criterion]{Spelling: "自己評価(F)", Value: model.CriterionSelf},
	ja.Label[model.Criterion]{Spelling: "内部評価", Value: model.CriterionInternal},
	ja.Label[model.Criterion]{Spelling: "外部評価", Value: model.CriterionExternal},
	ja.Label[model.Criterion]{Spelling: "総合評価", Value: model.CriterionOverall},
	ja.Label[model.Criterion]{Spelling: "評価", Value: model.CriterionProgress},
	ja.Label[model.Criterion]{Spelling: "評価(F)", Value: model.CriterionProgress},
	ja.Label[model.Criterion]{Spelling: "進捗評価", Value: model.CriterionProgress},
	ja.Label[model.Criterion]{Spelling: "進捗", Value: model.CriterionProgress},
)

// headColumns returns the column that each cell of a row of the head is the head of; they
// are good until the next row. Where none is 進捗状況, a cell that reads 自己評価, 評価 and
// the like is the grade's.
func (f *facts) headColumns(row []sheet.Token) []column {
	f.columns = slices.Grow(f.columns[:0], len(row))
	columns := f.columns[:len(row)]
	grade := -1
	tops := 0
	for i, token := range row {
		columns[i] = f.columnOf(token)
		switch c := columns[i]; {
		case c == gradeColumn:
			grade = len(row)
		case c == noColumn && grade < 0:
			if _, isGrade := gradeWords.Find(ja.StripMarkup(token.Text)); isGrade {
				grade = i
			}
		case c >= policyColumn && c <= groupColumn:
			tops++
		}
	}
	if grade >= 0 && grade < len(row) && tops > 2 {
		columns[grade] = gradeColumn
	}
	planTargets(columns)
	return columns
}

// readOrder finds where a head has its columns in another order than the form's. Then
// the cells of the rows below are put into that order, or, where the cells' columns
// can't be told, left alone. Columns that the form does not know are left out.
func (r *reader) readOrder(row []sheet.Token, columns []column) {
	if columns[0] != policyColumn && columns[0] != numberColumn {
		return // the head's second row
	}
	r.order, r.disordered = nil, false
	columns = r.joinGroup(row, columns)
	last := noColumn
	for _, c := range columns {
		if c != noColumn {
			r.disordered = r.disordered || c < last
			last = c
		}
	}
	if !r.hasColumns() || r.Grid.Layout == grid.PipeCells {
		r.disordered = r.disordered || r.hasUnknownColumn(row, columns)
		return
	}
	if !r.disordered {
		return
	}
	for i, c := range columns {
		if c == noColumn && !slices.Contains(r.extra, row[i].Index) && !isGrouped(columns, i) {
			r.extra = append(r.extra, row[i].Index)
		}
	}
	r.order = r.orderOf(row, columns)
	r.numberIndex = sheet.NoColumn
	if at := slices.Index(columns, numberColumn); at >= 0 {
		r.numberIndex = r.withoutExtra(row[at].Index)
	}
}

// withoutExtra returns the index that a column has where those that the form does not
// know are left out.
func (r *reader) withoutExtra(index int32) int32 {
	before := int32(0)
	for _, extra := range r.extra {
		if extra < index {
			before++
		}
	}
	return index - before
}

// hasUnknownColumn reports whether a whole head has a column among its own that the form
// does not know.
func (f *facts) hasUnknownColumn(row []sheet.Token, columns []column) bool {
	known, unknown, before := 0, false, noColumn
	for i, c := range columns {
		if c != noColumn {
			if c != before {
				known++
			}
			before = c
			continue
		}
		next := nextOf(columns[i:])
		_, isBracketed := ja.TrimBrackets(ja.StripMarkup(row[i].Text)) // a part of the head before it
		unknown = unknown || next != columnCount && isWhole(before, next) && !isBracketed
	}
	return unknown && known >= knownColumns-1
}

// joinGroup takes the heads of the values behind 項目, where they stand in the same
// row, for a part of 数値目標等.
func (f *facts) joinGroup(row []sheet.Token, columns []column) []column {
	joined := slices.Clone(columns)
	inGroup := false
	for i, c := range columns {
		switch {
		case c == groupColumn || c == nameColumn || beginsGroup(row[i].Text):
			inGroup = true
		case c == nextColumn && inGroup && i+1 < len(row):
		case c != noColumn && (c < groupColumn || c > actualColumn):
			inGroup = false
		}
		if inGroup {
			joined[i] = groupColumn
		}
	}
	return joined
}

// beginsGroup reports whether 数値目標等 stands before something else in a cell.
func beginsGroup(text string) bool {
	if !strings.Contains(text, "数") {
		return false
	}
	group, rest, found := heads.FindPrefix(text)
	return found && group == groupColumn && rest < len(text)
}

// isGrouped reports whether the column before an unknown one is one of 数値目標等.
func isGrouped(columns []column, i int) bool { return i > 0 && columns[i-1] == groupColumn }

// orderOf returns the index in the form's order for each index of the printed one.
func (r *reader) orderOf(row []sheet.Token, columns []column) []int32 {
	width := int32(r.Grid.Rows[row[0].Row].Width)
	owners := make([]column, width)
	owner := columns[0]
	next := 0
	for index := range owners {
		for next < len(row) && row[next].Index <= int32(index) {
			if columns[next] != noColumn {
				owner = columns[next]
			}
			next++
		}
		owners[index] = owner
		if slices.Contains(r.extra, int32(index)) {
			owners[index] = noColumn
		}
	}
	order := make([]int32, 0, width)
	kept := slices.DeleteFunc(owners, func(c column) bool { return c == noColumn })
	for i, own := range kept {
		before := int32(0)
		for j, other := range kept {
			if other < own || other == own && j < i {
				before++
			}
		}
		order = append(order, before)
	}
	return order
}

// reorder puts the cells of a row into the form's order of columns. Where the row
// begins further left or right than the head, so do its columns.
func (r *reader) reorder(row []sheet.Token) []sheet.Token {
	if r.order == nil {
		return row
	}
	shift := int32(0)
	if a, begins := r.findAnchor(row); begins && r.numberIndex >= 0 {
		shift = a.index - r.numberIndex
	}
	ordered := slices.Clone(row)
	for i := range ordered {
		if printed := ordered[i].Index - shift; printed >= 0 && int(printed) < len(r.order) {
			ordered[i].Index = r.order[printed] + shift
		}
	}
	slices.SortStableFunc(ordered, func(a, b sheet.Token) int { return int(a.Index - b.Index) })
	return ordered
}
