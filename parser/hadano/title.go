package hadano

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
)

// readTitle reads the title with the plan's name; a running head is passed over.
func (r *reader) readTitle() {
	title := ""
	for _, p := range r.row.pieces {
		if r.Document.Title != "" {
			r.Skip(p.Cell)
			continue
		}
		title = ja.TrimSpace(title + " " + r.Value(p.Cell))
	}
	if title == "" {
		return
	}
	title = ja.TrimSpace(strings.TrimLeft(title, "#"))
	r.Document.Title = title
	name := title
	if at := strings.Index(name, "進行管理"); at >= 0 {
		name = name[:at]
	}
	if start, end, from, _, found := ja.FindYearRange(name); found {
		r.Document.Plan = &model.Plan{StartFY: start, EndFY: end}
		name = strings.TrimRight(name[:from], "（( 　")
	}
	if fy, from, to, found := ja.FindFiscalYear(name); found && fy != 0 && from == 0 {
		name = name[to:]
	}
	if r.Document.Plan == nil {
		r.Document.Plan = &model.Plan{}
	}
	r.Document.Plan.Name = ja.Unwrap(name)
}
