package isehara

import (
	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readTask reads a row of 事業行程 or 実施結果: a task with what is done in each
// year. A row that begins in a year's column and is too short for a name goes
// on with the task above.
func (r *reader) readTask(row []sheet.Token) {
	row = r.splitRow(row, 1+len(r.table.years), true)
	if len(row) > 1+len(r.table.years) {
		for _, token := range row[1+len(r.table.years):] {
			r.Report(model.CodeColumnUnknown, token.At, r.table.label, token.Text, yearList(r.table.years))
		}
		row = row[:1+len(r.table.years)]
	}
	if len(row) == 0 {
		return
	}
	name, values := row[0], row[1:]
	r.table.task = ja.Unwrap(r.Value(name.Cell))
	for i, fy := range r.columnsOf(name, values, 0) {
		text := ja.StripMarkup(values[i].Text)
		if ja.IsDash(text) {
			r.Skip(values[i].Cell)
			continue
		}
		r.Grid.Claim(values[i].Cell, grid.Value)
		r.item.Schedule = append(r.item.Schedule, model.Task{
			At: values[i].At, Task: r.table.task, FY: fy, Measure: r.table.schedule, Text: text,
		})
	}
}

// readIndicator reads a row of 目標 or 目標の達成状況: an indicator with its
// 現状値 and a value for each year, or a later year's values without a name.
func (r *reader) readIndicator(row []sheet.Token) {
	row = r.splitRow(row, r.cellsPerRow(), false)
	if len(row) == 0 {
		return
	}
	if sheet.IsFigure(row[0].Text) || r.inYearColumn(row) {
		r.table.nameless = append(r.table.nameless, row)
		return
	}
	r.finishNameless()
	indicator := r.indicator(row[0])
	if r.table.newYears {
		r.table.group, r.table.newYears = nil, false
	}
	r.table.group = append(r.table.group, indicator)
	r.readIndicatorValues(indicator, row[0], row[1:])
}

// inYearColumn reports whether a row of one cell stands right under a year.
func (r *reader) inYearColumn(row []sheet.Token) bool {
	return len(row) == 1 && len(r.table.group) > 0 && r.Grid.Layout != grid.Blanks && r.Grid.Layout != grid.PipeCells &&
		row[0].Index == r.table.years[0].index && len(r.table.years) == 1
}

// indicator returns the indicator of that name, a new one if there is none yet:
// 目標の達成状況 names those of 目標 again.
func (r *reader) indicator(name sheet.Token) *model.Indicator {
	indicator := &model.Indicator{At: name.At}
	sheet.NameIndicator(indicator, r.Value(name.Cell))
	key := ja.Key(indicator.Name)
	for _, known := range r.indicators {
		if ja.Key(known.Name) == key {
			return known
		}
	}
	r.indicators = append(r.indicators, indicator)
	return indicator
}

// readIndicatorValues places what stands behind an indicator's name.
func (r *reader) readIndicatorValues(indicator *model.Indicator, name sheet.Token, values []sheet.Token) {
	years := len(r.table.years)
	switch {
	case len(values) == years+1:
		r.addBaseline(indicator, values[0])
		values = values[1:]
	case len(values) > years+1:
		for _, extra := range values[years+1:] {
			r.Report(model.CodeColumnUnknown, extra.At, indicator.Name, extra.Text, yearList(r.table.years))
		}
		r.addBaseline(indicator, values[0])
		values = values[1 : years+1]
	case len(values) > 0 && r.hasBaseline(name, values):
		r.addBaseline(indicator, values[0])
		values = values[1:]
	}
	for i, fy := range r.columnsOf(name, values, 1) {
		r.AddValue(indicator, fy, r.table.values, values[i].Cell, r.table.years[0].fy)
	}
}

// hasBaseline tells whether the first value of a short row is the 現状値: it
// stands right beside the name, or prints a year that is none of the columns'.
func (r *reader) hasBaseline(name sheet.Token, values []sheet.Token) bool {
	text := ja.StripMarkup(values[0].Text)
	if quantity := ja.ReadQuantity(text, ja.Expect{}).Quantity; quantity.FY != 0 || !quantity.AsOf.IsZero() {
		return true
	}
	return r.Grid.Layout != grid.Blanks && !values[0].Joined && values[0].Index == name.Index+1
}

func (r *reader) addBaseline(indicator *model.Indicator, value sheet.Token) {
	r.AddValue(indicator, 0, model.Baseline, value.Cell, r.table.years[0].fy)
}

// finishNameless gives the rows without names to the indicators of the group in
// order, if there are as many; else their indicator can't be told.
func (r *reader) finishNameless() {
	rows := r.table.nameless
	r.table.nameless = nil
	if len(rows) == 0 {
		return
	}
	for i, row := range rows {
		if len(rows) != len(r.table.group) {
			for _, token := range row {
				r.Report(model.CodeColumnUnknown, token.At, r.table.label, token.Text, "the indicators above")
			}
			continue
		}
		for j, fy := range r.columnsOf(sheet.Token{}, row, 0) {
			r.AddValue(r.table.group[i], fy, r.table.values, row[j].Cell, r.table.years[0].fy)
		}
	}
}
