package isehara

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// yearTable is a table of tasks or indicators with a column for each year.
type yearTable struct {
	active bool
	label  string
	// labelIndex and nameIndex are the columns of the table's label and of its
	// names; nameIndex is 0 before their head is read.
	labelIndex, nameIndex int32
	schedule              model.ScheduleMeasure
	values                model.ValueMeasure
	// years are the columns of the head that was read last, and firstYears those of
	// the first head of the table.
	years, firstYears []yearHead
	// width is how many cells the row of years has, and headWidth the row of the
	// table's label.
	width, headWidth int
	// baseline tells that a column 現状値 stands between name and years.
	baseline bool
	// group holds the indicators named since the years began anew: where each
	// year is printed over its values, the later years' values follow in their
	// order without names.
	group []*model.Indicator
	// newYears is set between a head of years and the next name.
	newYears bool
	// later is the year whose head ends the row that is being read, 0 for none.
	later int
	// rowWidth is how many cells the row that is being read has.
	rowWidth int
	// yearsRow is the row of the last head of years.
	yearsRow int32
	// unitIndex is the column of units, 0 where there is none, and unit the cell of it
	// in the row that is being read.
	unitIndex int32
	unit      sheet.Token
	// measures are what single values say they are, by where they begin.
	measures map[int32]model.ValueMeasure
	// ownYears are the years in brackets that stand in cells of their own, by where the
	// values begin that they belong to.
	ownYears map[int32]sheet.Token
	// headEnd is where the last head of years ends in the grid's text, in bytes.
	headEnd int
	// nameless are the rows under the present year that have no name.
	nameless [][]sheet.Token
}

// beginTable begins a table, or goes on with it where its head is repeated on
// the next page.
func (r *reader) beginTable(token sheet.Token, e *entry) {
	var above []*model.Indicator // on the page before
	if last := len(r.tables) - 1; e.values != "" && last >= 0 && r.tables[last] == e.values {
		above = r.lastGroup
	}
	r.table = yearTable{
		group:  above,
		active: true, label: ja.StripMarkup(token.Text), labelIndex: token.Index,
		schedule: e.schedule, values: e.values, headWidth: r.Grid.Rows[token.Row].Width,
	}
	r.table.baseline = e.kind == indicatorTable
	if e.schedule != "" {
		r.lastSchedule = e.schedule
	} else {
		r.tables = append(r.tables, e.values)
	}
}

// repeatsTable reports whether the label of the table that is read stands before a row
// of it again: a merged cell that is repeated over its span.
func (r *reader) repeatsTable(token sheet.Token, e *entry) bool {
	return !token.Joined && token.Index == r.table.labelIndex && e.schedule == r.table.schedule && e.values == r.table.values &&
		r.table.nameIndex > token.Index && r.Next < len(r.Tokens) && r.Tokens[r.Next].Row == token.Row && r.Tokens[r.Next].Label == sheet.NoLabel
}

func (r *reader) readTableHead(token sheet.Token, k kind) {
	if k == yearColumn {
		r.splitHeadsBehind(token)
	}
	if k == yearColumn && r.beginsMoney(token) {
		r.finishTable()
		r.money.begin(token)
		for r.Next < len(r.Tokens) && r.Tokens[r.Next].Label == sheet.NoLabel && r.money.readHead(r, r.Tokens[r.Next], true) {
			r.Next++
		}
		return
	}
	if k == nameColumn && r.table.active {
		r.finishNameless()
		r.table.years, r.table.firstYears, r.table.nameIndex = nil, nil, token.Index
		r.table.baseline = r.table.baseline && !r.isBeforeYears(token)
	}
}

// isBeforeYears reports whether the column of the years follows that of the names,
// with none between them.
func (r *reader) isBeforeYears(names sheet.Token) bool {
	if r.Next >= len(r.Tokens) || strings.Contains(r.Tokens[r.Next].Text, "値") { // 【現状値】 年度, in one cell
		return false
	}
	next := r.Tokens[r.Next]
	if kindOf(next) == unitLabel && r.Next+1 < len(r.Tokens) {
		names, next = next, r.Tokens[r.Next+1]
	}
	if kindOf(next) == yearColumn {
		return r.Grid.Layout == grid.Blanks || next.Index == names.Index+1
	}
	return r.isYearBeside(names, next)
}

// isYearBeside reports whether a token is the head of a year in the column right of the
// names, in their row: there is no 年度 above the years then.
func (r *reader) isYearBeside(names, token sheet.Token) bool {
	if token.Label != sheet.NoLabel || token.Row != names.Row || token.Index != names.Index+1 || r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows {
		return false
	}
	var head yearHead
	_, isYear := r.readYearHead(token)
	return isYear || r.readMeasureHead(token.Text, &head) && head.fy != 0
}

// beginsMoney reports whether the 年度 just passed heads the block of costs: no
// head of a table stands before it, and a year with 実績 or 予算 behind it, or
// years and then a line of costs.
func (r *reader) beginsMoney(label sheet.Token) bool {
	if before := r.Next - 2; before >= 0 {
		if k := kindOf(r.Tokens[before]); k == nameColumn || k == baselineColumn {
			return false
		}
	}
	if !r.table.active {
		return true
	}
	next := r.Next
	for ; next < len(r.Tokens) && r.Tokens[next].Label == sheet.NoLabel; next++ {
		head, isHead := r.moneyHeadOf(r.Tokens[next].Text)
		if !isHead && r.Tokens[next].Row == label.Row {
			head, _, isHead = r.headBehind(r.Tokens[next].Text)
		}
		if !isHead {
			return false
		}
		if head.Basis != "" {
			return true
		}
	}
	return next > r.Next && next < len(r.Tokens) && isMoneyKind(kindOf(r.Tokens[next]))
}

// beginsMoneyRow begins the block of costs at a row of heads with 実績 or 予算 above the
// first of its lines, where its label 年度 is gone.
func (r *reader) beginsMoneyRow(row []sheet.Token) bool {
	if len(row) < 2 || r.Next >= len(r.Tokens) || !isMoneyKind(kindOf(r.Tokens[r.Next])) || r.Tokens[r.Next].Row != row[0].Row+1 {
		return false
	}
	for _, token := range row {
		if head, isHead := r.moneyHeadOf(token.Text); !isHead || head.Basis == "" {
			return false
		}
	}
	r.finishTable()
	r.money.begin(sheet.Token{})
	for _, token := range row {
		r.money.readHead(r, token, true)
	}
	return true
}

func isMoneyKind(k kind) bool { return k == heading || k == cost || k == staff }

// finishTable closes the table that is being read.
func (r *reader) finishTable() {
	r.finishNameless()
	if r.table.values != "" {
		r.lastGroup, r.lastYears = r.table.group, nil
		if r.table.newYears {
			r.lastYears = r.table.years
		}
	}
	r.table = yearTable{}
}

// tokensOfRow takes the tokens without labels up to the row's end; without row
// ends, up to the next label.
func (r *reader) tokensOfRow() []sheet.Token {
	return r.RowValues(r.Tokens[r.Next])
}

// readTableRow reads the row that begins at the next token: years, or the
// values under them.
func (r *reader) readTableRow() {
	row := r.cellsOfRow()
	if r.Grid.Layout == grid.PipeCells {
		r.readRun(row)
		return
	}
	row = r.withoutRepeatedName(row)
	if len(r.table.years) > 0 {
		width := r.table.width
		if r.isUnpadded() {
			width = r.cellsPerRow()
		}
		row, r.table.rowWidth = r.joinWrapped(row, width)
	}
	row = r.joinCut(row)
	row = r.bracketBelow(r.yearBelow(row))
	if r.readSubHead(row) {
		return
	}
	if r.table.values != "" {
		row = r.takeOwnYears(r.takeCells(row))
		if len(row) == 0 {
			return
		}
	}
	row = r.splitHeads(row)
	if r.beginsMoneyRow(row) {
		return
	}
	if heads := r.yearHeads(row); heads != nil {
		r.setYears(heads, row)
		return
	}
	if !r.readBehindYears(row) && !r.readYearInRow(row) && !r.readBelowName(row) {
		r.readRow(row)
	}
}

// withoutRepeatedName returns a row without the name that stands in the cell before that of
// the names, too: a merged cell that is repeated over its span.
func (r *reader) withoutRepeatedName(row []sheet.Token) []sheet.Token {
	if len(row) < 2 || row[0].Index >= r.table.nameIndex || row[1].Index != r.table.nameIndex || row[0].Joined || row[0].Text != row[1].Text ||
		r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows || r.isFigure(row[0].Text) {
		return row
	}
	r.Skip(row[0].Cell)
	return row[1:]
}

// isUnpadded reports whether the rows begin with their names though the head has other
// cells before them: no cells stand for the rest of a merged one, as in what a browser
// copies.
func (r *reader) isUnpadded() bool {
	return r.Grid.Layout == grid.Tabs && r.table.nameIndex > 0 && len(r.table.years) > 1 && r.table.years[0].index == 0 && r.table.width == len(r.table.years)
}

// cellsPerRow is the number of cells of a whole row: name, baseline and years.
func (r *reader) cellsPerRow() int {
	count := 1 + len(r.table.years)
	if r.table.baseline {
		count++
	}
	return count
}

// readRow reads one row of a table: its name, and its values under the years.
func (r *reader) readRow(row []sheet.Token) {
	switch {
	case len(r.table.years) == 0:
		r.readBeforeYears(row)
	case r.standsUnderLabel(row):
		// A label that the form does not know, or what a line end has cut off.
	case r.table.schedule != "":
		r.readTask(row)
	default:
		r.readIndicator(row)
	}
}

// standsUnderLabel reports whether a row begins left of the names, in the column of
// the table's label, and is no row that has moved there: it has fewer values than
// there are years, joined ones counted, or a narrative; or the row is one sentence.
func (r *reader) standsUnderLabel(row []sheet.Token) bool {
	if r.Grid.Layout == grid.Blanks || r.Grid.Layout == grid.PipeCells {
		return false
	}
	name, values := row[0], row[1:]
	if len(values) == 0 {
		return strings.HasSuffix(name.Text, "。")
	}
	if r.isUnpadded() && r.table.rowWidth == r.cellsPerRow() {
		return false
	}
	if name.Index > r.table.labelIndex || r.table.labelIndex >= r.table.nameIndex || values[0].Joined || r.isFigure(name.Text) {
		return false
	}
	wanted, areTasks := r.cellsPerRow(), r.table.schedule != ""
	whole, _ := sheet.SplitRow(row, wanted, areTasks, r.isNarrow())
	return len(whole)-1 < len(r.table.years) || len(values) == 1 && isProse(values[0].Text)
}

// readBeforeYears leaves what stands where the head of years should.
func (r *reader) readBeforeYears(row []sheet.Token) {
	if last := len(r.tables) - 2; r.table.values != "" && len(r.lastYears) > 0 && last >= 0 && r.tables[last] == r.table.values {
		// The page has ended behind the years, and their table's head is repeated.
		r.table.years, r.table.firstYears, r.lastYears = r.lastYears, r.lastYears, nil
		r.table.newYears = true
		r.readRow(row)
		return
	}
	for _, token := range row {
		r.Report(model.CodeYearUnreadable, token.At, r.table.label, ja.StripMarkup(token.Text))
	}
}
