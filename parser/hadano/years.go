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

// maxRun is how many values there may be in a run.
const maxRun = 16

// inRun returns the year of value i of a run of count: values of the plan's first years,
// one behind the other, if the sheet has results of just so many years. A run of one is a
// lone value.
func inRun(count, i int) when { return lone - when(maxRun*(count-1)+i) }

// isInRun reports whether a value belongs to a run, of how many values, and which it is.
func isInRun(w when) (count, i int, ok bool) {
	at := int(lone - w)
	return at/maxRun + 1, at % maxRun, at >= 0
}

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

// placeRow places the values of a row. Those that can't be placed are unknown; results or
// next-year texts directly behind the label are a run. Of how many years there are results
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
			r.laterResults = r.laterResults || own > 0 || own == unknown || own < lone
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
func (r *reader) leaveUnplaced(values []value, real, first int, label int32, name string, mayBeRun bool) {
	for i := range values {
		values[i].when = unknown
	}
	if real == 0 {
		return
	}
	report := unplaced{at: values[first].At, name: name, count: real}
	if mayBeRun && first == 0 && r.isBehindLabel(&values[0], label) && isRun(values, real) {
		for i := range real {
			values[i].when = inRun(real, i)
		}
		r.runs = append(r.runs, report)
		return
	}
	r.reportUnplaced(report)
}

// noteUnplaced notes how many results a row of texts or grades has whose years can't be
// told. Among figures, and where the years have no label, the plan's may be one of them.
func (r *reader) noteUnplaced(l label, column int32, values []value) {
	if !l.entry().result || column == noColumn {
		return
	}
	count := 0
	for i := range values {
		if own := values[i].when; values[i].none || own != unknown && own >= lone {
			continue
		}
		if count++; r.newFigure(values[i].piece).kind == ja.Numeric {
			return
		}
	}
	if count <= r.count {
		r.mostUnplaced = max(r.mostUnplaced, count)
	}
}

// isRun reports whether the first of values, and no others, are filled, one cell beside the
// other.
func isRun(values []value, real int) bool {
	for i := 1; i < real; i++ {
		if values[i].none || values[i].Index != values[i-1].Index+1 {
			return false
		}
	}
	return real <= maxRun
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

// holds reports whether a run of values is that of the plan's first years: the sheet has
// results of no others.
func (r *reader) holds(count int) bool {
	if count == 1 {
		return !r.laterResults
	}
	return count == r.resultYears && r.mostUnplaced <= count
}

// year returns the fiscal year of a value, 0 if it has none.
func (r *reader) year(w when) int {
	if count, i, ok := isInRun(w); ok && r.holds(count) {
		w = when(i)
	}
	if w >= 0 && r.start != 0 {
		return r.start + int(w)
	}
	return 0
}
