package hadano

import (
	"cmp"
	"slices"
)

// alignRuns finds the tables whose columns stand below each other although
// blanks part their cells and empty ones vanish: between any two columns a gap
// runs through all rows. It numbers the cells of their rows by these columns.
func alignRuns(rows []row) {
	run := 0
	for i := 0; i < len(rows); {
		last := i + 1
		for last < len(rows) && rows[last].page == rows[i].page && rows[last].line() == rows[last-1].line()+1 {
			last++
		}
		run++
		alignRun(rows[i:last], run)
		i = last
	}
}

func (w *row) line() int32 { return w.pieces[0].At.Line }

// span is a part of a line, in display columns.
type span struct{ start, end int32 }

// leastRows is of how many rows a gap says something.
const leastRows = 3

// alignRun numbers the cells of rows that stand on consecutive lines.
func alignRun(rows []row, run int) {
	var spans []span
	tables, headed := 0, false
	for i := range rows {
		rows[i].run = run
		if isOutside(rows[i].text()) {
			continue
		}
		if len(rows[i].pieces) > 1 {
			tables++
		}
		if _, ok := rows[i].readHeader(); ok {
			headed = true
		}
		for _, p := range rows[i].pieces {
			spans = append(spans, span{p.Index, p.Index + displayWidth(p.Text)})
		}
	}
	if !headed || tables < leastRows {
		return
	}
	columns := joinSpans(spans)
	for i := range rows {
		if !isOutside(rows[i].text()) && !standApart(rows[i].pieces, columns) {
			return
		}
	}
	for i := range rows {
		if isOutside(rows[i].text()) {
			continue
		}
		for j := range rows[i].pieces {
			rows[i].pieces[j].Index = columnOf(columns, rows[i].pieces[j].Index)
		}
		rows[i].width, rows[i].visible = int32(len(columns)), true
	}
}

// joinSpans joins the spans that touch or overlap: what is left are columns.
func joinSpans(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	columns := spans[:0]
	for _, s := range spans {
		if last := len(columns) - 1; last >= 0 && s.start <= columns[last].end {
			columns[last].end = max(columns[last].end, s.end)
		} else {
			columns = append(columns, s)
		}
	}
	return columns
}

// standApart reports whether no two cells of a row stand in one column.
func standApart(pieces []piece, columns []span) bool {
	before := noColumn
	for _, p := range pieces {
		own := columnOf(columns, p.Index)
		if own == before {
			return false
		}
		before = own
	}
	return true
}

// columnOf returns the column in which a cell begins.
func columnOf(columns []span, start int32) int32 {
	at, _ := slices.BinarySearchFunc(columns, start, func(s span, start int32) int {
		if s.end <= start {
			return -1
		}
		return 1
	})
	return int32(at)
}

// displayWidth is how many columns a terminal gives the text.
func displayWidth(text string) int32 {
	width := int32(0)
	for _, r := range text {
		if width++; r >= 0x1100 && (r < 0xff61 || r > 0xffdc) {
			width++
		}
	}
	return width
}
