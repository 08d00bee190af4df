package hadano

import (
	"strings"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// header is a row of years with the label of the table that begins.
type header struct {
	sheet.YearHead
	// table is that label, if the row has one.
	table label
	// base is the column in which the labels of rows stand.
	base int32
	// extras are the columns between the label and the first year.
	extras []extraColumn
}

// noColumn is the column of a label that isn't there.
const noColumn = sheet.NoColumn

// maxYears is how many years a plan may have.
const maxYears = 15

// yearsOf returns the fiscal years that a cell is made of, and whether the total
// follows them. It returns nil for any other cell.
func (f *facts) yearsOf(text string) (years []int, hasTotal bool) {
	if !mayBeginYear(text) {
		return nil, false // as most cells
	}
	if fy := f.yearOf(text); fy != 0 {
		return []int{fy}, false
	}
	text = ja.StripMarkup(text)
	if _, start, _, ok := f.calendar.FindFiscalYear(text); !ok || start > 0 || len(text) > 400 {
		return nil, false
	}
	before := ""
	for _, word := range strings.Fields(text) {
		fy, ok := f.calendar.ParseFiscalYear(word)
		found, _ := labels.Find(word)
		switch {
		case found == total && len(years) > 0:
			hasTotal = true
		case !ok && !hasTotal && len(years) > 0 && countsOn(before, word):
			years = append(years, years[len(years)-1]+1)
		case !ok || hasTotal:
			return nil, false
		case len(years) == 0 || years[len(years)-1] != fy:
			years = append(years, fy)
		}
		before = word
	}
	return years, hasTotal
}

// mayBeginYear reports whether a text may begin with a year: with an era, or with a number
// of four digits or with 年度 behind it.
func mayBeginYear(text string) bool {
	const digits = 4
	switch {
	case ja.BeginsWithIdeograph(text):
		return ja.AnyCalendar.MayBeginYear(text)
	case text == "" || text[0] < '0' || text[0] > '9':
		return true // also in a bracket
	}
	for i := 1; i < len(text) && i < digits; i++ {
		if c := text[i]; c < '0' || c > '9' {
			return c == fullWidthLead || strings.Contains(text, "年")
		}
	}
	return len(text) >= digits || strings.Contains(text, "年度")
}

// fullWidthLead begins the bytes of a digit of full width.
const fullWidthLead = 0xEF

// readHeader reads a row that is the head of years, with the label before them,
// if any.
func (w *row) readHeader(known *facts) (h header, ok bool) {
	h.Width, h.Label = w.width, noColumn
	for i, p := range w.pieces {
		years, ok := h.readHead(known, p)
		if !ok && h.Count > 0 && p.label == noLabel && countsOn(w.pieces[i-1].Text, p.Text) {
			years, ok = []int{h.Start + h.Count}, true
		}
		if !ok && h.addExtra(p, known.calendar) {
			continue
		}
		if !ok {
			return h, false
		}
		for i, fy := range years {
			column := p.Index
			if i > 0 {
				column = noColumn
			}
			if !h.AddYear(fy, column) {
				return h, false
			}
		}
	}
	h.widenLabel()
	return h, h.Count > 1 && h.Count <= maxYears
}

// readHead reads a cell of the row of years: the table's label, years, or both.
func (h *header) readHead(known *facts, p piece) (years []int, ok bool) {
	switch p.label {
	case total:
		h.Total = true
		return nil, true
	case initiativeHead, indicatorHead:
		h.setTable(p.label, p.Index)
		return nil, true
	case fillerHead:
		return nil, true
	case noLabel:
	default:
		return nil, false
	}
	years, hasTotal := known.yearsOf(p.Text)
	if years == nil {
		if !mayBeginTable(p.Text) {
			return nil, false
		}
		found, rest, joined := labels.FindPrefix(p.Text)
		if !joined || found != initiativeHead && found != indicatorHead {
			return nil, false
		}
		if years, hasTotal = known.yearsOf(p.Text[rest:]); years != nil {
			h.setTable(found, p.Index)
		}
	}
	h.Total = h.Total || hasTotal
	return years, years != nil
}

// mayBeginTable reports whether a text may begin with the label of a table that stands
// before years.
func mayBeginTable(text string) bool {
	if !ja.BeginsWithIdeograph(text) {
		return true // also with markup
	}
	return strings.HasPrefix(text, "取") || strings.HasPrefix(text, "指")
}

// setTable notes the label of the table and its column. A merged cell may repeat it.
func (h *header) setTable(l label, column int32) {
	if l == initiativeHead && h.table == l {
		return
	}
	h.table = l
	if l == initiativeHead {
		h.base = column
	} else {
		h.Label = column
	}
}

// within returns the header for a plan of other years: one of the header's own
// may have been lost.
func (h header) within(start, count int, visible bool) header {
	h.First -= int32(h.Start - start)
	h.Start, h.Count = start, count
	h.Visible = visible
	h.Columns = h.Columns && visible && h.First >= 0
	return h
}

// calibrate corrects the columns of a header that has itself moved, by the rows
// below it that have a value for each year.
func (h *header) calibrate(rows []row, run int) {
	if !h.Visible {
		return
	}
	for i := range rows {
		if rows[i].head != nil || rows[i].run != run || i == maxWitnesses {
			rows = rows[:i]
			break
		}
	}
	agree, other, width := 0, noColumn, int32(0)
	for i := range rows {
		first, ok := h.firstYear(&rows[i])
		switch {
		case !ok:
		case first == h.First && h.Columns:
			agree++
		case other == noColumn || other == first:
			other, width = first, rows[i].width
			agree--
		default:
			return // the rows don't agree among themselves
		}
	}
	least := h.base + 1 // the labels of rows stand before the years
	if h.table == initiativeHead {
		least++ // and what holds for the whole plan
	}
	switch {
	case agree < -1, agree == -1 && h.Columns && (h.First < least || width != h.Width && h.isOddWidth(rows)):
		if h.Label != noColumn {
			h.Label += other - h.First
		}
		h.First, h.Width, h.Columns = other, width, true
	case h.First < least:
		h.Columns = false
	}
}

// maxWitnesses is how many rows below a header are asked about its columns.
const maxWitnesses = 5

// isOddWidth reports whether none of the first rows below the header has as many
// cells as it has.
func (h *header) isOddWidth(rows []row) bool {
	for i := range rows {
		if rows[i].width == h.Width {
			return false
		}
	}
	return true
}

// firstYear returns the column of the first year in a row that has a value for
// each, without a gap: behind the row's label, and, in an initiative, behind one
// cell for the whole plan.
func (h *header) firstYear(w *row) (column int32, ok bool) {
	last := 0
	for i, p := range w.pieces {
		if p.label != noLabel {
			if h.table == initiativeHead && i > 0 {
				return 0, false // the labels of years stand in their columns
			}
			last = i
		}
	}
	values := w.pieces[last+1:]
	if h.table == initiativeHead {
		switch {
		case len(values) == h.Count+1:
			values = values[1:]
		case len(values) > 0 && values[0].Index == w.pieces[last].Index+1:
			return 0, false // the plan's, and one for each year but the last
		}
	}
	if w.first() == noLabel && last == 0 || len(values) != h.Count && !(h.Total && len(values) == h.Count+1) {
		return 0, false
	}
	for i := range values {
		if values[i].Index != values[0].Index+int32(i) {
			return 0, false
		}
	}
	return values[0].Index, true
}
