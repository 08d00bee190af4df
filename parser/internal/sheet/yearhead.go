package sheet

// YearHead is what a row of fiscal years says about the rows below it.
type YearHead struct {
	// Start is the first year, Count the number of years.
	Start, Count int
	// Visible is set where the rows below show their empty cells; Columns where
	// the years' cells show their columns, too. First is then that of Start.
	Visible, Columns bool
	First            int32
	// Label is the column in which the labels of rows stand as the head shows it,
	// mostly right before First; NoColumn where the head has no label there. A row
	// whose label stands elsewhere has moved.
	Label int32
	// Total is set where a column of totals follows the years.
	Total bool
	// Width is the number of the head's cells, empty ones included.
	Width int32
}

// AddYear adds a year that the head prints in a column; in NoColumn where it stands
// in one cell with the year before it. It is false where the year does not come
// behind those before: then they are no head of years. Years may be left out.
func (h *YearHead) AddYear(fy int, column int32) bool {
	if h.Count == 0 {
		h.Start, h.Count, h.First, h.Columns = fy, 1, column, true
		return true
	}
	if fy < h.Start+h.Count {
		return false
	}
	h.Columns = h.Columns && (column == NoColumn || column-h.First == int32(fy-h.Start))
	h.Count = fy - h.Start + 1
	return true
}

// NoColumn is the column of what isn't there, or stands in no column.
const NoColumn int32 = -1

// YearIndex tells of which year a value is: 0 for the first one of the head.
type YearIndex int32

const (
	// NoYear is the year of a value that can't be told.
	NoYear YearIndex = -1
	// AllYears stands for the total, or for the plan as a whole.
	AllYears YearIndex = -2
)

// YearValue is a value of a row below a head of years.
type YearValue struct {
	// Index is its column, NoColumn where several values claim the same.
	Index int32
	// Joined is set where it stood in one cell with the row's label, Shared where
	// it stood in one cell with the value before it.
	Joined, Shared bool
	// Year is set by Place.
	Year YearIndex
}

// RowWidth is the number of a row's cells, empty ones included. Trimmed is set
// where the file prints no empty cells at the ends of rows.
type RowWidth struct {
	Cells   int32
	Trimmed bool
}

// Place matches the values of a row to the years of the header: by the header's
// columns, by the cells behind the row's label, or by their number. It is false
// where none of these is sure.
func (h *YearHead) Place(values []YearValue, label int32, w RowWidth) bool {
	return h.byColumns(values, label, w) || h.byLabel(values, label, w) || h.byNumber(values, label, w)
}

// byColumns asks the columns of the header, where the row has as many cells or
// its label stands right before the years.
func (h *YearHead) byColumns(values []YearValue, label int32, w RowWidth) bool {
	joined := len(values) > 0 && values[0].Joined && values[0].Index == label
	if !h.Columns || label >= h.First && !(joined && label == h.First) || h.crowded(values, label) {
		return false
	}
	if label != NoColumn && h.Label != NoColumn && label != h.Label {
		return false // the row has moved
	}
	switch {
	case w.Cells > h.Width:
		if label == NoColumn || label+1 != h.First && !joined || !fillFrom(values, h.First) {
			return false // an empty cell may have come in between
		}
	case w.Cells < h.Width && !w.Trimmed:
		return false // a cell is lost
	}
	for i := range values {
		at := values[i].Index - h.First
		if i == 0 && joined && at == -1 && (len(values) == 1 || values[1].Index > h.First) {
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
func (h *YearHead) crowded(values []YearValue, label int32) bool {
	return len(values) > 1 && values[0].Joined && values[1].Shared && !(h.Columns && label == h.First)
}

// fillFrom reports whether the values fill the columns from the first one on
// without a gap.
func fillFrom(values []YearValue, first int32) bool {
	for i := range values {
		if values[i].Index != first+int32(i) {
			return false
		}
	}
	return true
}

// byLabel counts the cells behind the label, where there is one for each year.
func (h *YearHead) byLabel(values []YearValue, label int32, w RowWidth) bool {
	if label == NoColumn || !h.Visible || h.crowded(values, label) {
		return false
	}
	first := label + 1
	if len(values) > 0 && values[0].Joined && values[0].Index == label {
		first = label
		if h.Columns && label < h.First && w.Cells >= h.Width && len(values) > 1 {
			return false // no cell is gone: those behind stand in their own columns
		}
	}
	if w.Cells-first < int32(h.Count) || !h.Columns && !fillFrom(values, first) || h.Columns && !h.fits(values, first, w) {
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
func (h *YearHead) fits(values []YearValue, first int32, w RowWidth) bool {
	behind := h.Width - h.First // cells that the header has from the years on
	cells := w.Cells - first
	switch {
	case first < h.First && !movedLeft(values, h, w):
		return false
	case cells < behind && first <= h.First && !w.Trimmed:
		return false // a cell behind the label is lost
	case cells > behind || first <= h.First && w.Cells > h.Width:
		return fillFrom(values, first) // an empty cell may have come in between
	}
	return true
}

// movedLeft reports whether a value left of the years shows that the row has
// moved. One that stands in its label's cell shows it only if a cell is gone.
func movedLeft(values []YearValue, h *YearHead, w RowWidth) bool {
	for i := range values {
		if values[i].Index < h.First && (!values[i].Joined || w.Cells < h.Width) {
			return true
		}
	}
	return false
}

// byNumber takes as many values as years in order, and the total behind them.
func (h *YearHead) byNumber(values []YearValue, label int32, w RowWidth) bool {
	if h.Total && h.Columns && len(values) == h.Count && label == h.Label && w.Cells < h.Width {
		return false // a cell behind the label is lost: a year's, or the total's
	}
	if h.Columns && label == h.Label && w.Cells > h.Width && len(values) > 0 && values[0].Index > h.First && !fillFrom(values, values[0].Index) {
		return false // the first year is empty, and there are cells behind the head's last
	}
	if len(values) != h.Count && !(h.Total && len(values) == h.Count+1) {
		return false
	}
	for i := range values {
		h.set(&values[i], i)
	}
	return true
}

func (h *YearHead) set(v *YearValue, at int) bool {
	switch {
	case at >= 0 && at < h.Count:
		v.Year = YearIndex(at)
	case at == h.Count && h.Total:
		v.Year = AllYears
	default:
		return false
	}
	return true
}
