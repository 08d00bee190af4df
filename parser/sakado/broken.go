package sakado

import (
	"slices"
	"strconv"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// maxBrokenLines is how many lines the cells of one row may be broken over.
const maxBrokenLines = 40

// joinBroken joins the row at the start of rows with those behind it where a line
// was broken inside its cells, and returns it with the number of rows that it
// was made of. That shows in the cells: the parts have as many as the table's
// head if the cells on both sides of each break count once.
func (r *reader) joinBroken(rows [][]sheet.Token) (row []sheet.Token, count int) {
	if row, count = r.joinLines(rows); count > 1 {
		return row, count
	}
	row = rows[0]
	width := r.rowWidth(row)
	if r.Grid.Layout != grid.Tabs || width == 0 || width >= r.width || !r.isBrokenOff(row) || width == 1 && !r.isPolicy(row[0].Text) || r.isOfCounts(row) || r.closed && !r.mayBeginItem(row) {
		return row, 1
	}
	if len(rows) > 1 && rows[1][0].Index == 0 && r.isWholeItem(wrappedRow{row, width}) {
		return row, 1
	}
	if joined := r.joinBetween(rows); joined != nil {
		// Its last cell may be broken, too.
		row, count = r.joinBroken(slices.Concat([][]sheet.Token{joined}, rows[2:min(len(rows), 1+maxBrokenLines)]))
		return row, count + 1
	}
	for count = 1; count < min(len(rows), maxBrokenLines) && width < r.width; count++ {
		next := rows[count]
		if next[0].Index != 0 || next[0].PageBreak || r.isNewRow(next) || r.isOfCounts(next) || width > 1 && r.rowWidth(next) == r.width {
			break
		}
		width += r.rowWidth(next) - 1
		if width < r.width && !r.isBrokenOff(next) {
			break
		}
	}
	if width != r.width || count == 1 {
		return rows[0], 1
	}
	for _, next := range rows[1:count] {
		r.Report(model.CodeBrokenLine, next[0].At, next[0].Text, strconv.Itoa(r.width))
		row = sheet.JoinLine(r.Grid, row, next)
	}
	r.mended, r.mendedWidth = row[0].Row+1, width
	return row, count
}

// mayBeginItem reports whether a row begins with an item's number or a policy.
func (r *reader) mayBeginItem(row []sheet.Token) bool {
	_, begins := r.findAnchor(row)
	return begins || r.isPolicy(row[0].Text)
}

// joinBetween joins the two rows that one has become where a line end has taken the
// place of the tab between two cells. It is nil where they are not as wide together
// as the table's head, or the grade does not fall into its column.
func (r *reader) joinBetween(rows [][]sheet.Token) []sheet.Token {
	row := rows[0]
	width := r.rowWidth(row)
	if len(rows) < 2 || rows[1][0].PageBreak || r.isNewRow(rows[1]) || len(rows[1]) == 1 && isBelowTable(rows[1][0]) {
		return nil
	}
	shift := int32(width) // of the cells behind the break
	switch {
	case rows[1][0].Index >= shift:
		shift = 0 // blank cells stand in the place of those above
	case rows[1][0].Index > 0 || width+r.rowWidth(rows[1]) != r.width:
		return nil
	}
	joined := slices.Clone(row)
	for _, token := range rows[1] {
		token.Index += shift
		joined = append(joined, token)
	}
	own := row[0].Row
	if shift == 0 {
		own = rows[1][0].Row
	}
	for i := range joined {
		joined[i].Row = own // that is as wide as both
	}
	_, begins := r.findAnchor(row)
	if begins || r.isNewRow(row) {
		if _, begun := r.findAnchor(joined); !begun {
			return nil // the policy goes on in the cell before the number
		}
		grade := r.heads[gradeColumn]
		if grade.label == "" || !slices.ContainsFunc(joined, func(token sheet.Token) bool { return token.Index == grade.index && gradeIn(token.Text) != "" }) {
			return nil
		}
	} else if r.leadingValues(rows[1]) < len(rows[1]) || r.leadingValues(row[:1]) > 0 || r.partition(row) != nil || r.partition(joined) == nil {
		return nil
	}
	r.Report(model.CodeBrokenLine, rows[1][0].At, rows[1][0].Text, strconv.Itoa(r.width))
	if shift > 0 {
		r.mended, r.mendedWidth = own+1, r.width
	}
	return joined
}

// isOfCounts reports whether a row is one of the counts of items by grade, or of the grades
// over them.
func (r *reader) isOfCounts(row []sheet.Token) bool {
	if len(row) > 1 && gradeIn(row[0].Text) != "" && gradeIn(row[1].Text) != "" {
		return true
	}
	return countsLabelEnd(row[0].Text) > 0 || r.otherCountsEnd(row) > 0
}

// isBelowTable reports whether a line stands outside the table by its own words.
func isBelowTable(token sheet.Token) bool {
	return isOutside(token) || isLegendCaption(token.Text) || strings.HasPrefix(token.Text, "※") || isRemark(token.Text) || sheet.IsPageNumber(token.Text) || isRunningHead(token.Text)
}

// rowWidth returns how many cells the row of tokens has, blank ones included.
func (r *reader) rowWidth(row []sheet.Token) int {
	if r.mended == row[0].Row+1 {
		return r.mendedWidth - int(r.shift)
	}
	return r.Grid.Rows[row[0].Row].Width - int(r.shift)
}

// isBrokenOff reports whether a row ends in a cell that is not blank.
func (r *reader) isBrokenOff(row []sheet.Token) bool {
	return int(row[len(row)-1].Index)+1 == r.rowWidth(row)
}

// isNewRow reports whether a row can't go on with the one above: it begins with
// a policy, or with an item's number and name.
func (r *reader) isNewRow(row []sheet.Token) bool {
	if r.isPolicy(row[0].Text) || r.columnOf(row[0]) != noColumn {
		return true
	}
	a, begins := r.findAnchor(row)
	return begins && a.index == 0 && r.isDepartmentsAfter(row, a)
}
