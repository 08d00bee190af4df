package sakado

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// valueColumn is a column of an indicator's values as the table's head has it.
type valueColumn struct {
	// measure is empty where the head does not tell what the values are.
	measure model.ValueMeasure
	fy      int
	head    string
}

// maxValueCount is how many columns of values a head may have.
const maxValueCount = 8

// usualColumns are the columns of values that a table has unless its head prints
// others: 当初, 目標, 現状値.
var usualColumns = [...]column{baselineColumn, targetColumn, actualColumn}

// measures are what the values under the heads of columns are.
var measures = [columnCount]model.ValueMeasure{
	baselineColumn: model.Baseline, targetColumn: model.Target, actualColumn: model.Actual,
}

// valueCount is how many values an indicator of the table has.
func (r *reader) valueCount() int {
	if r.values != nil {
		return len(r.values)
	}
	return len(usualColumns)
}

// valueColumn returns the column of the values with an index.
func (r *reader) valueColumn(i int) valueColumn {
	if r.values != nil {
		return r.values[i]
	}
	own := r.heads[usualColumns[i]]
	return valueColumn{measure: measures[usualColumns[i]], fy: own.fy, head: own.label}
}

// readValueColumns reads the heads of the columns of values, which stand behind
// 項目. They are kept where they are not the usual ones in their order: more of
// them, others, a year alone.
func (r *reader) readValueColumns(row []sheet.Token) {
	at := slices.IndexFunc(row, func(token sheet.Token) bool { return r.columnOf(token) == nameColumn || r.isGroupHead(token.Text) })
	if group := r.heads[groupColumn].index; at < 0 && group > 0 && row[0].Index == group && !isValueColumn(r.columnOf(row[0])) {
		at = 0 // under a name that is not known
	}
	if at < 0 {
		return
	}
	var buffer [maxValueCount]valueColumn
	columns := buffer[:0]
	usual, last := true, noColumn
	previous := row[at].Index
	for _, token := range row[at+1:] {
		c, fy := r.readValueHead(token.Text)
		if fy == 0 {
			fy = r.yearEndOf(token.Text, row)
		}
		if c > nameColumn && c >= gradeColumn {
			break
		}
		for gap := previous + 1; r.hasColumns() && gap < token.Index && len(columns) < maxValueCount; gap++ {
			columns = append(columns, valueColumn{}) // a column without a head
		}
		previous = token.Index
		if len(columns) >= maxValueCount {
			return
		}
		usual = usual && c > last
		last = c
		own := valueColumn{measure: measures[c], fy: fy, head: ja.StripMarkup(token.Text)}
		if c == noColumn && isRateHead(token.Text) {
			own.measure, own.fy = model.Rate, rateYear(columns, r.rateFY(token.Text))
		}
		columns = append(columns, own)
	}
	if usual && (len(columns) == len(usualColumns) || !r.closesAt(previous+1)) || len(columns) < 2 {
		r.values = nil
		return
	}
	r.values = slices.Clone(columns)
}

// closesAt reports whether the column behind those of values stands at an index,
// so that fewer than usual are all there are.
func (r *reader) closesAt(index int32) bool {
	return r.hasColumns() && r.heads[gradeColumn].label != "" && r.heads[gradeColumn].index == index
}

// readValueHead reads the head of a column of values with its year: as readHead
// does, but a year before 目標 is that of the plan's end, and a year alone is
// that of a result.
func (f *facts) readValueHead(text string) (c column, fy int) {
	c, fy = f.readHead(text)
	switch {
	case c == nextColumn && fy != 0:
		return targetColumn, fy
	case c != noColumn || len(text) > maxHeadBytes:
		return c, fy
	}
	if year, ok := f.calendar.ParseFiscalYear(ja.StripMarkup(text)); ok {
		return actualColumn, year
	}
	return noColumn, 0
}

// rateHeads are heads of a column of rates.
var rateHeads = ja.NewLabels(
	ja.Label[bool]{Spelling: "達成率", Value: true}, ja.Label[bool]{Spelling: "達成率(%)", Value: true},
	ja.Label[bool]{Spelling: "目標達成率", Value: true}, ja.Label[bool]{Spelling: "達成度", Value: true},
)

// isRateHead reports whether a cell is the head of a column of rates, also with a year
// in brackets.
func isRateHead(text string) bool {
	if len(text) > maxHeadBytes || !strings.Contains(text, "達成") {
		return false
	}
	text = ja.TrimNoteMark(ja.StripMarkup(text))
	isRate, rest, _ := rateHeads.FindPrefix(text)
	return isRate && rest == len(text)
}

// rateFY returns the year printed in the head of a column of rates, 0 if none is.
func (f *facts) rateFY(text string) int {
	fy, _, _, _ := f.calendar.FindFiscalYear(ja.StripMarkup(text))
	return fy
}

// rateYear returns the year of a column of rates: its own, else that of the results in
// the columns before it, where they are of one year.
func rateYear(before []valueColumn, own int) int {
	if own != 0 {
		return own
	}
	for i := len(before) - 1; i >= 0; i-- {
		if before[i].measure == model.Actual {
			return before[i].fy
		}
	}
	return 0
}

// readExtraColumns finds the columns of a head that the form does not know, where it
// knows those beside them: what stands in them belongs to no other. One in the place of
// a column of the form has another name, and is no extra one.
func (r *reader) readExtraColumns(row []sheet.Token, columns []column) {
	if !r.hasColumns() || columns[0] != policyColumn {
		return
	}
	r.extra = r.extra[:0]
	known, before := 0, noColumn
	for i, token := range row {
		switch c := columns[i]; {
		case c == nameColumn || r.isGroupHead(token.Text):
			r.extra = r.extra[:0]
			return // one row has the heads of the values, too
		case c != noColumn:
			known, before = known+1, c
		case isWhole(before, nextOf(columns[i:])):
			r.extra = append(r.extra, token.Index)
		}
	}
	if known < knownColumns-1 || r.Grid.Layout == grid.PipeCells {
		r.extra = r.extra[:0]
	}
}

// knownColumns is how many columns the first row of a whole head has: all but those
// under 数値目標等.
const knownColumns = int(columnCount) - 1 - 4

// nextOf returns the first known one of columns, the end of the table if none is.
func nextOf(columns []column) column {
	for _, c := range columns {
		if c != noColumn {
			return c
		}
	}
	return columnCount
}

// isWhole reports whether no column of the first row of the head is missing between
// two columns.
func isWhole(before, next column) bool {
	return next == before+1 || before == groupColumn && next == gradeColumn || next < before
}

// dropExtraColumns leaves out the cells of the columns that the form does not know;
// the cells behind them stand as if the columns were not there.
func (r *reader) dropExtraColumns(row []sheet.Token) []sheet.Token {
	if len(r.extra) == 0 || len(row) == 0 {
		return row
	}
	kept := make([]sheet.Token, 0, len(row))
	for _, token := range row {
		if !slices.Contains(r.extra, token.Index) {
			token.Index = r.withoutExtra(token.Index)
			kept = append(kept, token)
		} else if sheet.IsNothing(token.Cell) {
			r.Skip(token.Cell)
		}
	}
	return kept
}

// labelYearColumn takes the head of a column of values that is a year alone.
func (r *reader) labelYearColumn(token sheet.Token) {
	if _, fy := r.readValueHead(token.Text); r.values != nil && (fy != 0 || isRateHead(token.Text)) {
		r.Grid.Claim(token.Cell, grid.Label)
	}
}
