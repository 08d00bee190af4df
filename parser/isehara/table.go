package isehara

import (
	"slices"
	"strconv"
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
	// headEnd is where the last head of years ends in the grid's text, in bytes.
	headEnd int
	// nameless are the rows under the present year that have no name.
	nameless [][]sheet.Token
}

type yearHead struct {
	fy int
	// isRate is set of a column 達成率, which belongs to the year before it.
	isRate bool
	index  int32
}

// beginTable begins a table, or goes on with it where its head is repeated on
// the next page.
func (r *reader) beginTable(token sheet.Token, e *entry) {
	r.table = yearTable{
		active: true, label: ja.StripMarkup(token.Text), labelIndex: token.Index,
		schedule: e.schedule, values: e.values, headWidth: r.Grid.Rows[token.Row].Width,
	}
	r.table.baseline = e.kind == indicatorTable
	if e.schedule != "" {
		r.lastSchedule = e.schedule
	} else {
		r.tables[e.values] = true
	}
}

// repeatsTable reports whether the label of the table that is read stands before a row
// of it again: a merged cell that is repeated over its span.
func (r *reader) repeatsTable(token sheet.Token, e *entry) bool {
	return r.table.active && !token.Joined && token.Index == r.table.labelIndex && e.schedule == r.table.schedule && e.values == r.table.values &&
		r.table.nameIndex > token.Index && r.Next < len(r.Tokens) && r.Tokens[r.Next].Row == token.Row && r.Tokens[r.Next].Label == sheet.NoLabel
}

func (r *reader) readTableHead(token sheet.Token, k kind) {
	if k == yearColumn && r.beginsMoney() {
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
	if r.Next >= len(r.Tokens) {
		return false
	}
	next := r.Tokens[r.Next]
	return kindOf(next) == yearColumn && (r.Grid.Layout == grid.Blanks || next.Index == names.Index+1)
}

// beginsMoney reports whether the 年度 just passed heads the block of costs: no
// head of a table stands before it, and a year with 実績 or 予算 behind it, or
// years and then a line of costs.
func (r *reader) beginsMoney() bool {
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
		head, isHead := r.readMoneyHead(r.Tokens[next].Text)
		if !isHead {
			return false
		}
		if head.Basis != "" {
			return true
		}
	}
	return next > r.Next && next < len(r.Tokens) && isMoneyKind(kindOf(r.Tokens[next]))
}

func isMoneyKind(k kind) bool { return k == heading || k == cost || k == staff }

// finishTable closes the table that is being read.
func (r *reader) finishTable() {
	r.finishNameless()
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
	row := r.tokensOfRow()
	if r.Grid.Layout == grid.PipeCells {
		r.readRun(row)
		return
	}
	if len(r.table.years) > 0 {
		row, r.table.rowWidth = r.joinWrapped(row, r.table.width)
	}
	row = r.joinCut(row)
	if heads := r.yearHeads(row); heads != nil {
		r.setYears(heads, row)
		return
	}
	if !r.readYearInRow(row) {
		r.readRow(row)
	}
}

// yearHeads returns the years of a row that holds nothing else, nil if it does.
func (r *reader) yearHeads(row []sheet.Token) []yearHead {
	heads := make([]yearHead, 0, len(row))
	for _, token := range row {
		fy, ok := r.readYearHead(token)
		head := yearHead{fy: fy, index: token.Index}
		if last := len(heads) - 1; !ok && last >= 0 && isRateHead(token.Text) {
			head.fy, head.isRate, ok = heads[last].fy, true, true
		}
		if !ok {
			return nil
		}
		heads = append(heads, head)
	}
	return heads
}

// isRateHead reports whether a cell heads the rates of the year before it.
func isRateHead(text string) bool {
	return strings.Contains(text, "率") && ja.Key(text) == "達成率"
}

// readYearHead reads a cell that is a year, alone or with what the table holds
// for it: 令和3年度 実績 where results are due.
func (r *reader) readYearHead(token sheet.Token) (fy int, ok bool) {
	head, ok := r.readMoneyHead(token.Text)
	if head.unit != "" {
		return 0, false
	}
	switch head.Basis {
	case "":
		return head.FY, ok
	case model.BasisActual:
		return head.FY, r.table.schedule == model.ScheduleActual || r.table.values == model.Actual
	case model.BasisTarget:
		return head.FY, r.table.schedule == model.SchedulePlan || r.table.values == model.Target
	}
	return 0, false
}

// goesOnWithYears reports whether later years stand at the beginning of the line below
// the first ones, before any row: a line end has cut the row of years.
func (r *reader) goesOnWithYears(heads []yearHead, row []sheet.Token) bool {
	last := len(r.table.years) - 1
	return last >= 0 && r.table.newYears && len(r.table.nameless) == 0 && r.Grid.Layout == grid.Tabs && row[0].Index == 0 &&
		row[0].Row == r.table.yearsRow+1 && r.table.years[last].fy < heads[0].fy
}

func (r *reader) setYears(heads []yearHead, row []sheet.Token) {
	r.finishNameless()
	for _, token := range row {
		r.Label(token.Cell)
	}
	if r.goesOnWithYears(heads, row) {
		r.Report(model.CodeBrokenLine, row[0].At, row[0].Text, strconv.Itoa(r.table.headWidth))
		heads = append(slices.Clone(r.table.years), heads...)
		r.table.firstYears = nil
		for i := len(r.table.years); i < len(heads); i++ {
			heads[i].index += heads[len(r.table.years)-1].index + 1
		}
	}
	r.table.years, r.table.newYears = heads, true
	r.table.yearsRow = row[len(row)-1].Row
	if r.table.firstYears == nil {
		r.table.firstYears = heads
	}
	r.table.width = max(r.Grid.Rows[row[0].Row].Width, int(row[len(row)-1].Index)+1)
	last := row[len(row)-1]
	r.table.headEnd = int(last.Offset) + len(last.Text)
}

// readRun reads the cells of a table without row ends: years part it, and
// between them each row has a fixed number of cells.
func (r *reader) readRun(run []sheet.Token) {
	for len(run) > 0 {
		years := 0
		for years < len(run) {
			if _, ok := r.readYearHead(run[years]); !ok {
				break
			}
			years++
		}
		if years > 0 {
			r.setYears(r.yearHeads(run[:years]), run[:years])
			run = run[years:]
			continue
		}
		end := 0
		for end < len(run) {
			if _, ok := r.readYearHead(run[end]); ok {
				break
			}
			end++
		}
		r.readRunRows(run[:end])
		run = run[end:]
	}
}

// readRunRows cuts cells into rows: where every row begins with a name and is
// equally long, empty cells included.
func (r *reader) readRunRows(cells []sheet.Token) {
	count := r.cellsPerRow()
	for width := count; width <= count+10; width++ {
		if rows, ok := cutRows(cells, width, count); ok {
			for _, row := range rows {
				r.readRow(row)
			}
			return
		}
	}
	if rows, ok := cutRuns(cells, count); ok {
		for _, row := range rows {
			r.readRow(row)
		}
		return
	}
	if len(cells) > 0 && r.table.values != "" && len(r.table.group) > 0 && len(cells) == len(r.table.group)*len(r.table.years) {
		for _, cell := range cells {
			r.readRow([]sheet.Token{cell})
		}
		return
	}
	for _, cell := range cells {
		r.Report(model.CodeColumnUnknown, cell.At, r.table.label, cell.Text, yearList(r.table.years))
	}
}

// cellsPerRow is the number of cells of a whole row: name, baseline and years.
func (r *reader) cellsPerRow() int {
	count := 1 + len(r.table.years)
	if r.table.baseline {
		count++
	}
	return count
}

// cutRuns cuts cells at the empty ones between them: each run is a whole row.
func cutRuns(cells []sheet.Token, count int) (rows [][]sheet.Token, ok bool) {
	for i := 0; i < len(cells); {
		begin := i
		for i++; i < len(cells) && cells[i].Index == cells[i-1].Index+1; {
			i++
		}
		if i-begin != count || sheet.IsFigure(cells[begin].Text) {
			return nil, false
		}
		rows = append(rows, cells[begin:i])
	}
	return rows, len(rows) > 0
}

// cutRows cuts cells into rows of the width, each of which begins with a name and
// has no cell behind the first count.
func cutRows(cells []sheet.Token, width, count int) (rows [][]sheet.Token, ok bool) {
	if len(cells) == 0 {
		return nil, true
	}
	first := cells[0].Index
	rows = sheet.CutRows(cells, first, int32(width))
	for _, row := range rows {
		begin, end := row[0].Index, row[len(row)-1].Index
		if (begin-first)%int32(width) != 0 || end-begin >= int32(count) || len(row[0].Text) < 4 || sheet.IsFigure(row[0].Text) {
			return nil, false
		}
	}
	return rows, true
}

func yearList(years []yearHead) string {
	var list strings.Builder
	for i, year := range years {
		if i > 0 {
			list.WriteString(", ")
		}
		list.WriteString(sheet.Year(year.fy))
		if year.isRate {
			list.WriteString(" 達成率")
		}
	}
	return list.String()
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
// there are years, joined ones counted, or a narrative; or a sentence stands there alone.
func (r *reader) standsUnderLabel(row []sheet.Token) bool {
	if r.Grid.Layout == grid.Blanks || r.Grid.Layout == grid.PipeCells {
		return false
	}
	name, values := row[0], row[1:]
	if len(values) == 0 {
		return name.Index <= r.table.labelIndex && r.table.labelIndex < r.table.nameIndex && strings.HasSuffix(name.Text, "。")
	}
	if name.Index > r.table.labelIndex || r.table.labelIndex >= r.table.nameIndex || values[0].Joined || sheet.IsFigure(name.Text) {
		return false
	}
	wanted, areTasks := r.cellsPerRow(), r.table.schedule != ""
	whole, _ := sheet.SplitRow(row, wanted, areTasks, r.isNarrow())
	return len(whole)-1 < len(r.table.years) || len(values) == 1 && isProse(values[0].Text)
}

// readBeforeYears leaves what stands where the head of years should.
func (r *reader) readBeforeYears(row []sheet.Token) {
	for _, token := range row {
		r.Report(model.CodeYearUnreadable, token.At, r.table.label, ja.StripMarkup(token.Text))
	}
}

// columnsOf returns the heads of a row's values, blank ones where they can't be
// told. Name tells where the row's first column is; before is the number of columns
// between the name and the first year.
func (r *reader) columnsOf(name sheet.Token, values []sheet.Token, before int32) []yearHead {
	heads := make([]yearHead, len(values))
	if len(values) == len(r.table.years) {
		copy(heads, r.table.years)
		return heads
	}
	if r.Grid.Layout != grid.Blanks && name.Text != "" && !anyJoined(values) && !r.mayHoldValue(name, values) && !r.lostCell(values) {
		for i, value := range values {
			heads[i] = r.headAt(value.Index - name.Index - 1 - before)
		}
		if distinct(heads) {
			return heads
		}
		clear(heads)
	}
	if len(values) > 0 {
		r.Report(model.CodeYearUnknown, values[0].At, name.Text, strconv.Itoa(len(values)), strconv.Itoa(len(r.table.years)), yearList(r.table.years))
	}
	return heads
}

// lostCell reports whether a row with fewer values than years may have lost the cell
// of a year: it is narrower than the head, and not because the empty cells at its end
// are gone.
func (r *reader) lostCell(values []sheet.Token) bool {
	if len(values) == 0 || !r.isNarrow() {
		return false
	}
	last, years := values[len(values)-1], r.table.years
	return int(last.Index) < r.table.rowWidth-1 || last.Index < years[len(years)-1].index
}

// headAt returns the head whose column stands offset columns behind the first, a
// blank one if there is none.
func (r *reader) headAt(offset int32) yearHead {
	first := r.table.years[0].index
	for i, head := range r.table.years {
		wanted := head.index - first
		if r.Grid.Layout == grid.PipeCells {
			wanted = int32(i)
		}
		if wanted == offset {
			return head
		}
	}
	return yearHead{}
}

func anyJoined(values []sheet.Token) bool {
	for _, value := range values {
		if value.Joined {
			return true
		}
	}
	return false
}

func distinct(heads []yearHead) bool {
	for i, head := range heads {
		if head.fy == 0 {
			return false
		}
		for _, other := range heads[:i] {
			if other == head {
				return false
			}
		}
	}
	return true
}
