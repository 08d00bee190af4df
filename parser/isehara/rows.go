package isehara

import (
	"cmp"
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readTask reads a row of 事業行程 or 実施結果: a task with what is done in each
// year. A row that stands in the years' columns alone may go on with the task
// above, or have moved right: it is left.
func (r *reader) readTask(row []sheet.Token) {
	row = r.splitRow(r.splitKnownTask(row), 1+len(r.table.years), true)
	if len(row) > 1+len(r.table.years) {
		for _, token := range row[1+len(r.table.years):] {
			r.Report(model.CodeColumnUnknown, token.At, r.table.label, token.Text, yearList(r.table.years))
		}
		row = row[:1+len(r.table.years)]
	}
	if len(row) == 0 {
		return
	}
	if column := r.columns[row[0].Offset]; column > 0 || r.inYearColumns(row) {
		for _, token := range row {
			r.Report(model.CodeColumnUnknown, token.At, r.table.label, token.Text, "項目, "+yearList(r.table.years))
		}
		return
	}
	name, values := row[0], row[1:]
	task := ja.Unwrap(r.wholeText(name))
	before := len(r.item.Schedule)
	for i, head := range r.columnsOf(name, values, 0) {
		text := r.wholeText(values[i])
		switch {
		case ja.IsDash(text):
			r.Skip(values[i].Cell)
			continue
		case head.other != "":
			r.Report(model.CodeColumnUnknown, values[i].At, task, text, yearList(r.table.years))
			continue
		}
		r.Grid.Claim(values[i].Cell, grid.Value)
		if r.item.Schedule == nil {
			r.item.Schedule = make([]model.Task, 0, usualTasks)
		}
		r.item.Schedule = append(r.item.Schedule, model.Task{
			At: values[i].At, Task: task, FY: head.fy, Measure: r.table.schedule, Text: text,
		})
	}
	// Without a plan or result of its own the model has no place for the name.
	switch {
	case len(r.item.Schedule) > before:
		r.Grid.Claim(name.Cell, grid.Value)
		r.tasks = append(r.tasks, task)
	case r.isTask(task):
		r.Skip(name.Cell)
	}
}

// isTask reports whether the schedule has a task of that name.
func (r *reader) isTask(name string) bool {
	key := ja.Key(name)
	return slices.ContainsFunc(r.tasks, func(task string) bool { return ja.Key(task) == key })
}

// usualTasks is how many entries the schedule of a sheet has.
const usualTasks = 8

// inYearColumns reports whether a row as wide as the head stands under years only.
func (r *reader) inYearColumns(row []sheet.Token) bool {
	if r.Grid.Layout == grid.Blanks || r.Grid.Layout == grid.PipeCells || r.table.rowWidth != r.table.width {
		return false
	}
	for _, token := range row {
		if token.Joined || r.headAt(token.Index-r.table.years[0].index) == (yearHead{}) {
			return false
		}
	}
	return true
}

// readIndicator reads a row of 目標 or 目標の達成状況: an indicator with its
// 現状値 and a value for each year, or a later year's values without a name.
func (r *reader) readIndicator(row []sheet.Token) {
	row = r.splitRow(r.splitStates(row), r.cellsInRow(row), false)
	if len(row) == 0 {
		return
	}
	if row = r.cutLabelFromName(row); len(row) == 0 {
		return
	}
	row, isDoubtful := r.splitBaseline(r.splitName(row))
	if r.isFigure(row[0].Text) && !r.isShortName(row) || r.inYearColumn(row) || r.isLoneState(row) {
		r.table.nameless = append(r.table.nameless, row)
		return
	}
	if len(row) == 1 && isListMark(row[0].Text) {
		r.Skip(row[0].Cell)
		return
	}
	below := len(r.table.nameless) > 0
	r.finishNameless()
	indicator := r.indicator(row[0])
	r.nameUnit(indicator)
	if r.table.newYears {
		r.table.group, r.table.newYears = nil, false
		if below && r.beginsStack(indicator) {
			r.table.years = r.table.firstYears
		}
	}
	if last := len(row) - 1; last > 0 && len(r.table.years) == 1 {
		if fy, isHead := r.readYearHead(row[last]); isHead {
			// The head of the year stands beside the name, its value below.
			r.setYears([]yearHead{{fy: fy, index: row[last].Index}}, row[last:])
			r.table.group = nil
			row = row[:last]
		}
	}
	r.table.group = append(r.table.group, indicator)
	if isDoubtful {
		row = r.withhold(row)
	}
	r.readIndicatorValues(indicator, row[0], row[1:])
}

// cutLabelFromName cuts the label of the table off the name of a row, before which it
// stands where a blank parts them: 目標の達成状況 相談の解決率. Nothing is left of a row that is
// the end of a name.
func (r *reader) cutLabelFromName(row []sheet.Token) []sheet.Token {
	name := row[0]
	label, length, ok := lexicon.Labels.FindPrefix(name.Text)
	if !ok || table[label-1].values == "" || length == len(name.Text) || !beginsWithBlank(name.Text[length:]) && !endsInBlank(name.Text[:length]) ||
		r.Grid.Layout != grid.Blanks {
		return row
	}
	r.Label(name.Slice(0, len(ja.TrimSpace(name.Text[:length]))))
	cut := part(&name, length, len(name.Text))
	if sheet.OpenBrackets(cut.Text) < 0 || table[label-1].values != r.table.values {
		return nil // the end of a name on the lines above, or a row of another table
	}
	r.Report(model.CodeJoinedCells, name.At, name.Text, ja.TrimSpace(name.Text[:length])+" | "+cut.Text)
	return slices.Concat([]sheet.Token{cut}, row[1:])
}

// beginsStack reports whether a name below the values of a later year begins anew
// with the first one: it has no value yet, and the later year's head follows again.
func (r *reader) beginsStack(indicator *model.Indicator) bool {
	if len(r.table.years) != 1 || len(r.table.firstYears) != 1 {
		return false
	}
	fy := r.laterYear()
	return fy == r.table.years[0].fy && fy != r.table.firstYears[0].fy &&
		!slices.ContainsFunc(indicator.Values, func(value model.Value) bool { return value.Measure == r.table.values })
}

// laterYear returns the year whose head follows the row that is being read, 0 where
// none does.
func (r *reader) laterYear() int {
	if r.table.later != 0 || r.Next >= len(r.Tokens) || r.Tokens[r.Next].Label != sheet.NoLabel {
		return r.table.later
	}
	head := r.Tokens[r.Next]
	if parts := r.splitYear(head); parts != nil {
		head = parts[0]
	}
	fy, _ := r.readYearHead(head)
	return fy
}

// isShortName reports whether the first cell of a row, which reads as a unit, is
// its name: 頭数, with more cells behind it than a row without a name has.
func (r *reader) isShortName(row []sheet.Token) bool {
	return r.figureOf(row[0].Text).kind == ja.LoneUnit && len(row) > len(r.table.years)
}

// inYearColumn reports whether a row of one cell stands right under a year.
func (r *reader) inYearColumn(row []sheet.Token) bool {
	return len(row) == 1 && len(r.table.group) > 0 && r.Grid.Layout != grid.Blanks && r.Grid.Layout != grid.PipeCells &&
		row[0].Index == r.table.years[0].index && len(r.table.years) == 1
}

// indicator returns the indicator of that name, a new one if there is none yet:
// 目標の達成状況 names those of 目標 again.
func (r *reader) indicator(name sheet.Token) *model.Indicator {
	indicator := model.Indicator{At: name.At}
	r.Grid.Claim(name.Cell, grid.Value)
	sheet.NameIndicator(&indicator, r.wholeText(name))
	key := ja.Key(indicator.Name)
	if known := r.room.indicatorsByKey[key]; known != nil {
		return known
	}
	own := placed(&r.room.indicators, indicator)
	r.indicators = append(r.indicators, own)
	r.room.indicatorsByKey[key] = own
	return own
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
		if r.lostCell(values) && !r.printsYear(values[0]) {
			r.Report(model.CodeColumnUnknown, values[0].At, indicator.Name, values[0].Text, "現状値, "+yearList(r.table.years))
		} else {
			r.addBaseline(indicator, values[0])
		}
		values = values[1:]
	}
	between := int32(r.cellsPerRow() - 1 - years)
	for i, head := range r.columnsOf(name, values, between) {
		r.addYearly(indicator, head, values[i])
	}
}

// hasBaseline tells whether the first value of a short row is the 現状値: it
// stands right beside the name, or prints a year that is none of the columns'.
func (r *reader) hasBaseline(name sheet.Token, values []sheet.Token) bool {
	if _, isDated := r.table.ownYears[values[0].Offset]; isDated {
		return true
	}
	if own := r.figureOf(values[0].Text); own.isDated {
		return r.table.baseline || !slices.ContainsFunc(r.table.years, func(head yearHead) bool { return head.fy == own.fy })
	}
	if column, known := r.columns[values[0].Offset]; known {
		return r.table.baseline && column == 1
	}
	return (r.table.baseline || r.endsBehindYears(name, values)) && r.Grid.Layout != grid.Blanks && !values[0].Joined && values[0].Index == name.Index+1
}

// endsBehindYears reports whether the last value of a row stands right of the last year:
// the head of the 現状値 is gone.
func (r *reader) endsBehindYears(name sheet.Token, values []sheet.Token) bool {
	return r.table.nameIndex > 0 && name.Index == r.table.nameIndex && r.table.years[0].index == name.Index+1 &&
		values[len(values)-1].Index > r.table.years[len(r.table.years)-1].index
}

// printsYear reports whether a value has a year or date of its own.
func (r *reader) printsYear(value sheet.Token) bool {
	_, isDated := r.table.ownYears[value.Offset]
	return isDated || r.figureOf(value.Text).isDated
}

// addYearly adds the value that stands under a head.
func (r *reader) addYearly(indicator *model.Indicator, head yearHead, value sheet.Token) {
	switch {
	case head.isGoal && indicator.Goal == nil:
		indicator.Goal = r.Goal(value.Cell, indicator.Name, indicator.Unit, r.table.years[0].fy)
		return
	case head.isGoal && indicator.Goal.Raw == ja.StripMarkup(value.Text):
		r.Skip(value.Cell)
		return
	case head.other != "":
		r.Report(model.CodeColumnUnknown, value.At, indicator.Name, value.Text, yearList(r.table.years))
		return
	}
	measure := cmp.Or(r.table.measures[value.Offset], head.measure, r.table.values)
	r.addValue(indicator, head.fy, measure, value)
}

func (r *reader) addBaseline(indicator *model.Indicator, value sheet.Token) {
	r.addValue(indicator, 0, model.Baseline, value)
}
