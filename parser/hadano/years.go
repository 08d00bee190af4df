package hadano

import (
	"strconv"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// when is the year of a value: its place in the plan, or one of those below.
type when = sheet.YearIndex

const (
	// unknown is a value whose year can't be told, whole one for the whole plan.
	unknown, whole = sheet.NoYear, sheet.AllYears
	// lone is a value that may belong to the plan's first year, if the sheet
	// has results of that year only.
	lone when = -3
)

// value is a cell of a row's yearly side.
type value struct {
	piece
	when when
	// none is set on a dash or a unit that stands alone: it counts as a value,
	// and is none.
	none bool
	// reason is set on a text below the grades of its row.
	reason bool
	// kind and unit are what a cell of figures was read as.
	kind ja.Kind
	unit string
}

// at returns the value with its year.
func (v value) at(w when) value {
	v.when = w
	return v
}

// place matches the values of a row to the years of the header; it is false where
// that is not sure.
func (r *reader) place(values []value, label int32) bool {
	if placed, known := r.placeBehindJoined(values, label); known {
		return placed
	}
	r.placing = r.placing[:0]
	for _, v := range values {
		r.placing = append(r.placing, sheet.YearValue{Index: v.Index, Joined: v.joined, Shared: v.shared})
	}
	if !r.head.Place(r.placing, label, sheet.RowWidth{Cells: r.row.width, Trimmed: r.row.trimmed || r.lostEnd}) {
		return r.placeBeforeTotal(values, label) || r.placeOnLine(values)
	}
	for i := range values {
		values[i].when = r.placing[i].Year
	}
	return true
}

// placeRow places the values of a row. Those that can't be placed are unknown; a lone result
// or next-year text directly behind the label is lone. What results there are of later years
// is noted for that.
func (r *reader) placeRow(values []value, label int32, name string, e *entry) {
	real, first := 0, -1
	for i := range values {
		if !values[i].none {
			if real++; first < 0 {
				first = i
			}
		}
	}
	r.lostEnd = r.hasLostEnd(values, e)
	placed := !r.mayRepeatSpan(values) && r.place(values, label)
	r.lostEnd = false
	if !placed {
		r.leaveUnplaced(values, real, first, label, name, e.result || e.key == model.TextNext)
	}
	if !e.result {
		return
	}
	for i := range values {
		if own := values[i].when; !values[i].none {
			r.laterResults = r.laterResults || own > 0 || own == unknown
			r.resultYears = max(r.resultYears, int(own)+1)
		}
	}
}

// mayRepeatSpan reports whether a merged cell may be repeated over its span: the row is
// wider than the head, has no value for each year, and one figure stands there twice.
func (r *reader) mayRepeatSpan(values []value) bool {
	if !r.head.Columns || r.row.width <= r.head.Width || len(values) >= r.head.Count {
		return false
	}
	for i := 1; i < len(values); i++ {
		before := values[i-1]
		if values[i].Index == before.Index+1 && values[i].Text == before.Text && before.kind == ja.Numeric {
			return true
		}
	}
	return false
}

// leaveUnplaced keeps the values of a row without a year, and says so.
func (r *reader) leaveUnplaced(values []value, real, first int, label int32, name string, mayBeLone bool) {
	for i := range values {
		values[i].when = unknown
	}
	if real == 0 {
		return
	}
	report := unplaced{at: values[first].At, name: name, count: real}
	if mayBeLone && real == 1 && first == 0 && r.isBehindLabel(&values[0], label) {
		values[0].when = lone
		r.lones = append(r.lones, report)
		return
	}
	r.reportUnplaced(report)
}

// isBehindLabel reports whether a value stands directly behind its label.
func (r *reader) isBehindLabel(v *value, label int32) bool {
	switch {
	case v.joined || !r.visible:
		return true
	case label == noColumn:
		return r.head.Columns && v.Index == r.head.First
	}
	return v.Index == label+1
}

// unplaced is a row whose values have no year.
type unplaced struct {
	at    model.Position
	name  string
	count int
}

func (r *reader) reportUnplaced(u unplaced) {
	years := "no years printed"
	if r.start != 0 {
		years = sheet.Year(r.start) + "–" + sheet.Year(r.start+r.count-1)
	}
	r.Report(model.CodeYearUnknown, u.at, u.name, strconv.Itoa(u.count), strconv.Itoa(r.count), years)
}

// year returns the fiscal year of a value, 0 if it has none.
func (r *reader) year(w when) int {
	switch {
	case w >= 0 && r.start != 0:
		return r.start + int(w)
	case w == lone && !r.laterResults && r.start != 0:
		return r.start
	}
	return 0
}
