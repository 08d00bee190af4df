package isehara

import (
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// beginUnlabelled begins a table of indicators whose own label is gone: 【指標名】 heads
// no tasks. Behind 事業行程 it is that of 目標, behind 実施結果 that of the results. The
// head is left unclaimed, so that a diagnostic says so.
func (r *reader) beginUnlabelled(token sheet.Token) bool {
	if r.table.values != "" || r.lastSchedule == "" || slices.Contains(r.tables, measureBehind(r.lastSchedule)) {
		return false
	}
	r.leaveText()
	r.boxes = nil
	r.finishTable()
	r.beginTable(token, &entry{kind: indicatorTable, values: measureBehind(r.lastSchedule)})
	r.table.label, r.table.nameIndex = ja.StripMarkup(token.Text), token.Index
	r.table.labelIndex = max(0, token.Index-1)
	r.table.baseline = !r.isBeforeYears(token)
	return true
}

// measureBehind returns what the values of the indicators are that follow tasks.
func measureBehind(tasks model.ScheduleMeasure) model.ValueMeasure {
	if tasks == model.SchedulePlan {
		return model.Target
	}
	return model.Actual
}
