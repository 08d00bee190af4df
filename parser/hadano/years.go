package hadano

import (
	"strconv"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// when is the year of a value: its place in the plan, or one of those below.
type when int32

const (
	// unknown is a value whose year can't be told.
	unknown when = -1 - iota
	// lone is a value that may belong to the plan's first year, if the sheet
	// has results of that year only.
	lone
	// whole is a value for the whole plan.
	whole
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

// place matches the values of a row to the years of the header: by the header's
// columns, by the cells behind the row's label, or by their number. It is false
// where none of these is sure.
func (h *header) place(values []value, label int32, w *row) bool {
	return h.byColumns(values, label, w) || h.byLabel(values, label, w) || h.byNumber(values, label, w)
}

// byColumns asks the columns of the header, where the row has as many cells or
// its label stands right before the years.
func (h *header) byColumns(values []value, label int32, w *row) bool {
	joined := len(values) > 0 && values[0].joined && values[0].Index == label
	if !h.columns || label >= h.first && !(joined && label == h.first) || h.crowded(values, label) {
		return false
	}
	if label != noColumn && h.label != noColumn && label != h.label {
		return false // the row has moved
	}
	switch {
	case w.width > h.width:
		if label == noColumn || label+1 != h.first && !joined || !begin(values, h.first) {
			return false // an empty cell may have come in between
		}
	case w.width < h.width && !w.trimmed:
		return false // a cell is lost
	}
	for i := range values {
		at := values[i].Index - h.first
		if i == 0 && joined && at == -1 && (len(values) == 1 || values[1].Index > h.first) {
			at = 0 // the cell of the first year went into the label's
		}
		if !h.set(&values[i], int(at)) {
			return false
		}
	}
	return true
}

// crowded reports whether the label and several values stood in one cell that is
// not the first year's: then no column says which years they belong to.
func (h *header) crowded(values []value, label int32) bool {
	return len(values) > 1 && values[0].joined && values[1].shared && !(h.columns && label == h.first)
}

// begin reports whether the values fill the columns from the first one on
// without a gap.
func begin(values []value, first int32) bool {
	for i := range values {
		if values[i].Index != first+int32(i) {
			return false
		}
	}
	return true
}

// byLabel counts the cells behind the label, where there is one for each year.
func (h *header) byLabel(values []value, label int32, w *row) bool {
	if label == noColumn || !h.visible || h.crowded(values, label) {
		return false
	}
	first := label + 1
	if len(values) > 0 && values[0].joined && values[0].Index == label {
		first = label
		if h.columns && label < h.first && w.width >= h.width && len(values) > 1 {
			return false // no cell is gone: those behind stand in their own columns
		}
	}
	if w.width-first < int32(h.count) || !h.columns && !begin(values, first) || h.columns && !h.fits(values, first, w) {
		return false
	}
	for i := range values {
		if !h.set(&values[i], int(values[i].Index-first)) {
			return false
		}
	}
	return true
}

// fits reports whether the cells from the given column on can be the years of a
// row that has moved against the header.
func (h *header) fits(values []value, first int32, w *row) bool {
	behind := h.width - h.first // cells that the header has from the years on
	cells := w.width - first
	switch {
	case first < h.first && !movedLeft(values, h, w):
		return false
	case cells < behind && first <= h.first && !w.trimmed:
		return false // a cell behind the label is lost
	case cells > behind || first <= h.first && w.width > h.width:
		return begin(values, first) // an empty cell may have come in between
	}
	return true
}

// movedLeft reports whether a value left of the years shows that the row has
// moved. One that stands in its label's cell shows it only if a cell is gone.
func movedLeft(values []value, h *header, w *row) bool {
	for i := range values {
		if values[i].Index < h.first && (!values[i].joined || w.width < h.width) {
			return true
		}
	}
	return false
}

// byNumber takes as many values as years in order, and the total behind them.
func (h *header) byNumber(values []value, label int32, w *row) bool {
	if h.total && h.columns && len(values) == h.count && label == h.label && w.width < h.width {
		return false // a cell behind the label is lost: a year's, or the total's
	}
	if len(values) != h.count && !(h.total && len(values) == h.count+1) {
		return false
	}
	for i := range values {
		h.set(&values[i], i)
	}
	return true
}

func (h *header) set(v *value, at int) bool {
	switch {
	case at >= 0 && at < h.count:
		v.when = when(at)
	case at == h.count && h.total:
		v.when = whole
	default:
		return false
	}
	return true
}

// placeRow places the values of a row. Those that can't be placed are unknown;
// a lone result or next-year text directly behind the label is lone. What
// results there are of later years is noted for that.
func (r *reader) placeRow(values []value, label int32, name string, e *entry) {
	real, first := 0, -1
	for i := range values {
		if !values[i].none {
			if real++; first < 0 {
				first = i
			}
		}
	}
	placed := r.head.place(values, label, r.row)
	if !placed {
		r.leaveUnplaced(values, real, first, label, name, e.result || e.key == model.TextNext)
	}
	if !e.result {
		return
	}
	for i := range values {
		if !values[i].none && (values[i].when > 0 || values[i].when == unknown) {
			r.laterResults = true
		}
	}
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
		return r.head.columns && v.Index == r.head.first
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
