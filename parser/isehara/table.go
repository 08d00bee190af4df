package isehara

import (
	"strconv"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// yearTable is a table of tasks or indicators with a column for each year.
type yearTable struct {
	active   bool
	label    string
	schedule model.ScheduleMeasure
	values   model.ValueMeasure
	// years are the columns of the head that was read last.
	years []yearHead
	// width is how many cells the row of years has.
	width int
	// baseline tells that a column 現状値 stands between name and years.
	baseline bool
	// group holds the indicators named since the years began anew: where each
	// year is printed over its values, the later years' values follow in their
	// order without names.
	group []*model.Indicator
	// newYears is set between a head of years and the next name.
	newYears bool
	// nameless are the rows under the present year that have no name.
	nameless [][]sheet.Token
	// task is the name of the row that was read last.
	task string
}

type yearHead struct {
	fy    int
	index int32
}

// beginTable begins a table, or goes on with it where its head is repeated on
// the next page.
func (r *reader) beginTable(token sheet.Token, e *entry) {
	r.table = yearTable{
		active: true, label: ja.StripMarkup(token.Text),
		schedule: e.schedule, values: e.values,
	}
	r.table.baseline = e.kind == indicatorTable
}

func (r *reader) readTableHead(token sheet.Token, k kind) {
	if k == yearColumn && (!r.table.active || r.costHeadFollows()) {
		r.finishTable()
		r.money.begin(token)
		return
	}
	if k == nameColumn && r.table.active {
		r.finishNameless()
		r.table.years = nil
	}
}

// costHeadFollows reports whether a year with 実績 or 予算 stands next: then the
// block of costs begins.
func (r *reader) costHeadFollows() bool {
	if r.Next >= len(r.Tokens) {
		return false
	}
	_, _, isHead := sheet.ReadCostHead(r.Tokens[r.Next].Text)
	return isHead
}

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
	if heads := yearHeads(row); heads != nil {
		r.setYears(heads, row)
		return
	}
	r.readRow(row)
}

// yearHeads returns the years of a row that holds nothing else, nil if it does.
func yearHeads(row []sheet.Token) []yearHead {
	heads := make([]yearHead, 0, len(row))
	for _, token := range row {
		fy, ok := ja.ParseFiscalYear(ja.StripMarkup(token.Text))
		if !ok {
			return nil
		}
		heads = append(heads, yearHead{fy: fy, index: token.Index})
	}
	return heads
}

func (r *reader) setYears(heads []yearHead, row []sheet.Token) {
	r.finishNameless()
	for _, token := range row {
		r.Label(token.Cell)
	}
	r.table.years, r.table.newYears = heads, true
	r.table.width = r.Grid.Rows[row[0].Row].Width
}

// readRun reads the cells of a table without row ends: years part it, and
// between them each row has a fixed number of cells.
func (r *reader) readRun(run []sheet.Token) {
	for len(run) > 0 {
		years := 0
		for years < len(run) {
			if _, ok := ja.ParseFiscalYear(ja.StripMarkup(run[years].Text)); !ok {
				break
			}
			years++
		}
		if years > 0 {
			r.setYears(yearHeads(run[:years]), run[:years])
			run = run[years:]
			continue
		}
		end := 0
		for end < len(run) {
			if _, ok := ja.ParseFiscalYear(ja.StripMarkup(run[end].Text)); ok {
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
	}
	return list.String()
}

// readRow reads one row of a table: its name, and its values under the years.
func (r *reader) readRow(row []sheet.Token) {
	switch {
	case len(r.table.years) == 0:
		r.readBeforeYears(row)
	case r.table.schedule != "":
		r.readTask(row)
	default:
		r.readIndicator(row)
	}
}

// readBeforeYears leaves what stands where the head of years should.
func (r *reader) readBeforeYears(row []sheet.Token) {
	for _, token := range row {
		r.Report(model.CodeYearUnreadable, token.At, r.table.label, ja.StripMarkup(token.Text))
	}
}

// splitRow parts the cells of a row that has fewer than it should, where they hold
// several values or a name with the first value.
func (r *reader) splitRow(row []sheet.Token, wanted int, wordsAreValues bool) []sheet.Token {
	if len(row) == 0 {
		return row
	}
	// A row that is narrower than the head has lost a cell.
	narrow := r.Grid.Layout != grid.PipeCells && r.Grid.Layout != grid.Blanks && r.Grid.Rows[row[0].Row].Width < r.table.width
	split, joined := sheet.SplitRow(row, wanted, wordsAreValues, narrow)
	if joined.Text != "" {
		r.Report(model.CodeJoinedCells, joined.At, joined.Text, strings.Join(strings.Fields(joined.Text), " | "))
	}
	return split
}

// columnsOf returns the years of a row's values, 0 where they can't be told.
// Name tells where the row's first column is; before is the number of columns
// between the name and the first year.
func (r *reader) columnsOf(name sheet.Token, values []sheet.Token, before int32) []int {
	years := make([]int, len(values))
	if len(values) == len(r.table.years) {
		for i, year := range r.table.years {
			years[i] = year.fy
		}
		return years
	}
	if r.Grid.Layout != grid.Blanks && name.Text != "" && !anyJoined(values) {
		for i, value := range values {
			years[i] = r.yearAt(value.Index-name.Index-1-before, values)
		}
		if distinct(years) {
			return years
		}
		clear(years)
	}
	if len(values) > 0 {
		r.Report(model.CodeYearUnknown, values[0].At, name.Text, strconv.Itoa(len(values)), strconv.Itoa(len(r.table.years)), yearList(r.table.years))
	}
	return years
}

// yearAt returns the year whose column stands offset columns behind the first.
func (r *reader) yearAt(offset int32, _ []sheet.Token) int {
	first := r.table.years[0].index
	for i, year := range r.table.years {
		wanted := year.index - first
		if r.Grid.Layout == grid.PipeCells {
			wanted = int32(i)
		}
		if wanted == offset {
			return year.fy
		}
	}
	return 0
}

func anyJoined(values []sheet.Token) bool {
	for _, value := range values {
		if value.Joined {
			return true
		}
	}
	return false
}

func distinct(years []int) bool {
	for i, year := range years {
		if year == 0 {
			return false
		}
		for _, other := range years[:i] {
			if other == year {
				return false
			}
		}
	}
	return true
}
