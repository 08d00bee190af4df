package misato

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// The cells of a year's row stand in this order behind the year.
const (
	planCell = iota + 1
	actualCell
	unitCell
	rateCell
	percentCell
	noteCell
	rowCells = noteCell
)

// near returns a fiscal year of the sheet, by which a year without an era is
// read; 0 if none is known yet.
func (r *reader) near() int {
	if indicator := r.indicators.current; indicator != nil && len(indicator.Values) > 0 {
		return indicator.Values[0].FY
	}
	if len(r.costs.heads) > 0 {
		return r.costs.heads[0].FY
	}
	return 0
}

// readYearRow reads a year of an indicator, and its plan, result, rate and
// remark in the cells behind it.
func (r *reader) readYearRow(token sheet.Token) bool {
	if r.indicators.current == nil {
		return false
	}
	year, end, found := r.readRowYear(token.Text)
	if !found {
		return false
	}
	row := &yearRow{reader: r, year: year, anchor: token, cells: r.cells[:0]}
	rest := token.Slice(end, len(token.Text))
	r.Label(token.Slice(0, end))
	switch {
	case rest.Text == "":
	case sheet.TrimQuotes(rest.Text) == "":
		r.Skip(rest)
	default:
		row.split = true
		row.cells = append(row.cells, sheet.SplitWords(sheet.Token{Cell: rest, Row: token.Row})...)
	}
	first := r.Next
	for r.Next < len(r.Tokens) && !r.endsRow(first) {
		r.Next++
	}
	for i, cell := range r.Tokens[first:r.Next] {
		if i > 0 && first+i+1 == r.Next && sheet.IsMarkedPageNumber(cell.Text) && mayBeUnit(r.Tokens[first+i-1].Text) {
			r.Skip(cell.Cell) // behind a row that ends with its unit
			continue
		}
		if isJoinedFigures(cell.Text) && !r.isOneCell(first+i) || r.isWordWithUnit(cell.Text) {
			row.split = true
			row.cells = append(row.cells, sheet.SplitWords(cell)...)
		} else {
			row.cells = append(row.cells, cell)
		}
	}
	row.unitAt, row.percentAt = row.findUnits(r.indicators.current.Unit)
	if !row.readByIndex() {
		row.read()
	}
	r.cells = row.cells
	return true
}

// maxJoinedBytes is how long a cell of joined figures may be.
const maxJoinedBytes = 400

// readRowYear reads the year at the head of a row, and returns where it ends. A
// bare number is none: it stands in the row, however much it looks like a year.
func (r *reader) readRowYear(text string) (year, end int, ok bool) {
	if ja.IsBareNumber(text) {
		return 0, 0, false
	}
	if text[0] == '*' || text[0] == '<' {
		plain := sheet.PlainText(text) // a year in bold
		year, end, ok = sheet.ReadYear(plain, r.Calendar)
		return year, len(text), ok && end == len(plain) && !ja.IsBareNumber(plain)
	}
	year, end, ok = sheet.ReadYear(text, r.Calendar)
	if !ok || !endsYear(text[end:]) || strings.Trim(ja.Fold(text[:end]), "0123456789\"“” ") == "" {
		return 0, 0, false
	}
	return year, end, true
}

// endsYear reports whether what stands behind a year lets the cell be the head
// of a row: nothing, or figures behind a blank.
func endsYear(rest string) bool {
	if sheet.TrimQuotes(rest) == "" {
		return true
	}
	words := strings.Fields(rest[:min(len(rest), maxJoinedBytes)])
	return ja.TrimSpace(rest) != rest && len(words) > 0 && sheet.IsFigure(words[0])
}

// isJoinedFigures reports whether a cell holds several figures and units.
func isJoinedFigures(text string) bool {
	if len(text) > maxJoinedBytes {
		return false
	}
	if _, end := ja.NextBlank(text, 0); end == len(text) {
		return false
	}
	words := strings.Fields(text)
	return len(words) > 1 && sheet.IsFigure(words[0]) && sheet.IsFigure(words[1])
}

// endsRow reports whether the next token stands behind the row: a label, the
// next year, another line of the layout, or more cells than a row has.
func (r *reader) endsRow(first int) bool {
	token := r.Tokens[r.Next]
	if token.Label != sheet.NoLabel || r.Next-first >= rowCells {
		return true
	}
	if r.Grid.Layout == grid.PipeCells {
		if token.Index-r.Tokens[first-1].Index > rowCells {
			return true
		}
	} else if token.Row != r.Tokens[first-1].Row {
		return true
	}
	_, _, isYear := r.readRowYear(token.Text)
	return isYear
}

// yearRow is one row of an indicator's table.
type yearRow struct {
	*reader
	year   int
	anchor sheet.Token
	cells  []sheet.Token
	// split is set where cells were joined: their indexes say nothing then.
	split bool
	// unitAt and percentAt are what findUnits returns.
	unitAt, percentAt int
}

// read places the cells: by their index where the row is whole, else by what
// they are. The unit parts plan and result from the rate, % the rate from the
// remark.
func (row *yearRow) read() {
	unitAt, percentAt := row.unitAt, row.percentAt
	plan := row.cells[:min(unitAt, percentAt)]
	rate := row.rateAmong(plan)
	if rate {
		plan = plan[:len(plan)-1]
		row.readRate(row.cells[len(plan):len(plan)+1], len(row.cells))
	}
	switch {
	case len(plan) == 1 && rate:
		row.unknown(plan)
	case len(plan) == 3 && row.percentFollows(3) && row.isRate(plan[2], plan[0], plan[1]):
		// The indicator's unit is lost: the sign behind is that of the rate.
		row.add(plan[0], row.measure(planCell))
		row.add(plan[1], row.measure(actualCell))
		row.readRate(plan[2:], min(unitAt, percentAt))
		row.readNotes(3)
		return
	case len(plan) > 2, len(plan) == 2 && (row.hasExtraCell(unitAt, percentAt) || row.mayBeRate(plan)):
		row.unknown(plan)
	case len(plan) == 2:
		row.add(plan[0], row.measure(planCell))
		row.add(plan[1], row.measure(actualCell))
	case len(plan) == 1:
		row.readSingle(plan[0], unitAt, percentAt)
	}
	if unitAt < len(row.cells) {
		row.Skip(row.cells[unitAt].Cell)
		if percentAt == len(row.cells) && (row.isWholeRate(unitAt+1) || row.isBareRate(plan, unitAt+1)) {
			row.readRate(row.cells[unitAt+1:unitAt+2], percentAt)
			row.readNotes(unitAt + 2)
			return
		}
		row.readRate(row.cells[unitAt+1:max(unitAt+1, percentAt)], percentAt)
	}
	for i := percentAt; i < len(row.cells); i++ {
		row.readNote(i, percentAt)
	}
}

// findUnits returns the index of the cell that holds the indicator's unit and
// of the one that holds the percent sign of the rate; len(cells) where there
// is none.
func (row *yearRow) findUnits(unit string) (unitAt, percentAt int) {
	unitAt, percentAt = len(row.cells), len(row.cells)
	for i, cell := range row.cells {
		if ja.IsBareNumber(cell.Text) {
			continue
		}
		text := ja.TrimNoteMark(sheet.TrimQuotes(ja.Fold(ja.StripMarkup(cell.Text))))
		isUnit := text == unit || ja.IsUnit(text) || isUnitRepeated(text, unit)
		switch {
		case isUnit && unitAt == len(row.cells) && !row.isPercentOfWhole(cell, unit) && (text != "%" || unit == "%" || i < 3 && unit == "" && !row.isPercentOfRate(cell)):
			unitAt = i
		case text == "%" && percentAt == len(row.cells):
			percentAt = i
		}
	}
	if percentAt < unitAt && unitAt < len(row.cells) {
		percentAt = len(row.cells)
	}
	return unitAt, percentAt
}

// isPercentOfRate reports whether a cell stands where a whole row has the percent
// sign of its rate: behind the unit, which may be empty, and the rate.
func (row *yearRow) isPercentOfRate(cell sheet.Token) bool {
	return !row.split && row.Grid.Layout == grid.PipeCells && cell.Row == row.anchor.Row &&
		cell.Index-row.anchor.Index == unitCell+2
}

// isPercentOfWhole reports whether a cell is the percent sign of the rate in a row that has
// all its cells, of an indicator in percent whose own unit is blank there.
func (row *yearRow) isPercentOfWhole(cell sheet.Token, unit string) bool {
	return unit == "%" && row.isPercentOfRate(cell) && row.isWhole(rowCells)
}

// hasExtraCell reports whether more cells stand between the year and the unit than
// plan and result, empty ones included: a line end has cut one of them, or one was
// put in. Where the row has a rate, both its figures are there, and the empty cell
// is the extra one.
func (row *yearRow) hasExtraCell(unitAt, percentAt int) bool {
	if row.split || row.Grid.Layout != grid.PipeCells || unitAt == len(row.cells) {
		return false
	}
	unit := row.cells[unitAt]
	return unit.Row == row.anchor.Row && unit.Index-row.anchor.Index > unitCell && !row.hasRate(unitAt, percentAt)
}

// hasRate reports whether a figure stands between the unit and the percent sign.
func (row *yearRow) hasRate(unitAt, percentAt int) bool {
	for i := unitAt + 1; i < percentAt; i++ {
		if ja.ReadQuantity(ja.StripMarkup(row.cells[i].Text), ja.Expect{}).Kind == ja.Numeric {
			return true
		}
	}
	return false
}

// readSingle reads the only figure before the unit: plan or result, as the
// empty cell beside it says.
func (row *yearRow) readSingle(cell sheet.Token, unitAt, percentAt int) {
	if ja.IsDash(ja.StripMarkup(cell.Text)) {
		row.Skip(cell.Cell)
		return
	}
	if words := row.splitStates(0); words != nil && row.hasRoomBehind(cell, unitAt) {
		row.add(words[0], row.measure(planCell))
		row.add(words[1], row.measure(actualCell))
		return
	}
	switch column := row.column(cell, unitAt, percentAt); column {
	case planCell, actualCell:
		row.add(cell, row.measure(column))
	default:
		row.unknown([]sheet.Token{cell})
	}
}

// measure returns what the head says of one of the two columns of figures: the
// plan stands first, unless the head names it second.
func (row *yearRow) measure(column int) model.ValueMeasure {
	if (column == planCell) != row.indicators.actualFirst {
		return model.Target
	}
	return model.Actual
}

// column tells whether a lone figure is the plan or the result. Where the cells
// between the year and the unit are all there, its index says so; else a year
// behind the last result, without a rate, can only have a plan.
func (row *yearRow) column(cell sheet.Token, unitAt, percentAt int) int {
	whole := unitAt < len(row.cells) && row.cells[unitAt].Index-row.anchor.Index == unitCell
	if !row.split && row.Grid.Layout != grid.Blanks && whole && row.cells[unitAt].Row == row.anchor.Row {
		return int(cell.Index - row.anchor.Index)
	}
	if !row.split && row.Grid.Layout != grid.Blanks && unitAt == len(row.cells) && cell.Row == row.anchor.Row {
		return int(cell.Index - row.anchor.Index)
	}
	switch {
	case row.year <= row.lastResult() || row.hasRate(unitAt, percentAt):
		return 0 // a rate is of a plan and a result: one of them is lost
	case row.indicators.actualFirst:
		return actualCell
	}
	return planCell
}

// lastResult returns the latest year with a settled amount or a result.
func (row *yearRow) lastResult() int {
	latest := 0
	for i := range row.item.Costs {
		if cost := &row.item.Costs[i]; cost.Basis == model.BasisActual {
			latest = max(latest, cost.FY)
		}
	}
	for _, value := range row.indicators.current.Values {
		if value.Measure == model.Actual {
			latest = max(latest, value.FY)
		}
	}
	if latest == 0 {
		return row.year
	}
	return latest
}

func (row *yearRow) add(cell sheet.Token, measure model.ValueMeasure) {
	row.AddValue(row.indicators.current, row.year, measure, cell.Cell, row.year)
}

// unknown leaves figures unmapped whose column can't be told.
func (row *yearRow) unknown(cells []sheet.Token) {
	if !slices.ContainsFunc(cells, func(cell sheet.Token) bool { return !sheet.IsNothing(cell.Cell) }) {
		for _, cell := range cells {
			row.Skip(cell.Cell)
		}
		return
	}
	for _, cell := range cells {
		row.Report(model.CodeColumnUnknown, cell.At, row.anchor.Text, cell.Text, "計画値, 実績値")
	}
}
