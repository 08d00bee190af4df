package workbook

import (
	"slices"

	"sheetconv/export/internal/spreadsheet"
	"sheetconv/model"
)

// addSchedule adds the sheet of plans and results in words: a row for each task and
// year, with what is planned beside what came of it.
func (w *writer) addSchedule() *spreadsheet.Sheet {
	columns := append(w.leadColumns(),
		spreadsheet.Column{Title: w.heading("schedule", "task"), Width: 30, Repeat: true},
		spreadsheet.Column{Title: w.heading("schedule", "fy"), Width: 8, Repeat: true})
	for _, measure := range w.scheduleMeasures() {
		columns = append(columns, spreadsheet.Column{Title: w.titleOf("schedule", "measure", string(measure)), Width: 45})
	}
	title := w.say(wordPlanResult)
	return w.book.AddSheet(spreadsheet.Layout{
		Name: title, Title: title, Table: title, Key: w.say(wordNumber), Columns: columns,
		FrozenColumns: len(w.leadColumns()) + 3, Lines: w.backLines(),
	})
}

// scheduleMeasures are those that any document has.
func (w *writer) scheduleMeasures() []model.ScheduleMeasure {
	return slices.DeleteFunc(slices.Clone(model.Values[model.ScheduleMeasure]()), func(measure model.ScheduleMeasure) bool {
		return !slices.ContainsFunc(w.items, func(row itemRow) bool {
			return slices.ContainsFunc(row.item.Schedule, func(task model.Task) bool { return task.Measure == measure })
		})
	})
}

// scheduleRow is a row of the sheet: of one task and year, one text of each measure.
type scheduleRow struct {
	task  string
	fy    int
	texts map[model.ScheduleMeasure]string
}

// scheduleRows puts the texts of a task and a year beside each other. Where there are
// several of one measure, the second has a row of its own.
func scheduleRows(tasks []model.Task) []scheduleRow {
	var rows []scheduleRow
	for _, task := range tasks {
		place := slices.IndexFunc(rows, func(row scheduleRow) bool {
			_, filled := row.texts[task.Measure]
			return row.task == task.Task && row.fy == task.FY && !filled
		})
		if place < 0 {
			place = len(rows)
			rows = append(rows, scheduleRow{task: task.Task, fy: task.FY, texts: map[model.ScheduleMeasure]string{}})
		}
		rows[place].texts[task.Measure] = task.Text
	}
	return rows
}

func (w *writer) fillSchedule() {
	measures := w.scheduleMeasures()
	for index := range w.items {
		row := &w.items[index]
		for _, shown := range scheduleRows(row.item.Schedule) {
			cells := append(w.leadCells(row), w.book.Text(shown.task), w.year(shown.fy))
			for _, measure := range measures {
				cells = append(cells, w.book.Text(shown.texts[measure]))
			}
			w.schedule.Add(row.key, cells...)
		}
	}
}
