package hadano

import (
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// A table of years may be set as a section for each year, with a table of labels and
// values, as a section for each label, with a line for each year, or with the years down
// its side. All are put together into the table of years across that the form prints.

// yearSection is a year with the rows that stand below it.
type yearSection struct {
	year piece
	rows []row
}

// joinYearSections puts the sections of years among the tables of Markdown together.
func (f *facts) joinYearSections(g *grid.Grid, rows []row) []row {
	if g.Layout != grid.PipeRows {
		return rows
	}
	var joined, table []row
	done, end := 0, 0 // how many rows are joined, and where a table ends
	ofTheme := true
	for i := 0; i < len(rows); i++ {
		first := rows[i].pieces[0]
		ofTheme = ofTheme && first.label != initiativeHead && first.label != initiativeName
		switch isLone := rows[i].isLone(); {
		case isLone && first.label.isYearly():
			table, end = f.joinYearLines(g, rows, i)
		case isLone && first.label == noLabel && f.isYear(first):
			table, end = f.joinYearTables(g, rows, i)
		case !isLone && rows[i].isTurned(ofTheme):
			table, end = f.turnTable(g, rows, i)
		default:
			continue
		}
		if table == nil {
			continue
		}
		joined = append(append(joined, rows[done:i]...), table...)
		done, i = end, end-1
	}
	if done == 0 {
		return rows
	}
	return append(joined, rows[done:]...)
}

// isLone reports whether a row is a line beside the tables.
func (w *row) isLone() bool { return w.width == 1 && len(w.pieces) == 1 }

// isYearly reports whether what stands behind a label are values of years.
func (l label) isYearly() bool {
	return l.entry().yearly || l >= activityResult && l <= externalEvaluation
}

// joinYearLines puts the label of row i and the lines of years below it together. The table
// is nil where there are fewer than two.
func (f *facts) joinYearLines(g *grid.Grid, rows []row, i int) (table []row, end int) {
	own := rows[i]
	own.pieces = own.pieces[:1:1]
	head := row{page: own.page}
	for end = i + 1; end < len(rows) && rows[end].isLone() && rows[end].page == own.page; end++ {
		year, value, ok := lineParts(rows[end].pieces[0].Cell)
		if !ok || !f.isYear(piece{Cell: year}) {
			break
		}
		column := int32(len(head.pieces) + 1)
		year.Index, value.Index = column, column
		head.pieces = append(head.pieces, piece{Cell: year})
		own.pieces = append(own.pieces, piece{Cell: value})
	}
	if len(head.pieces) < 2 {
		return nil, i
	}
	for at := range head.pieces {
		claimMarks(g, rows[i+1+at].pieces[0].Cell, head.pieces[at].Cell, own.pieces[at+1].Cell)
	}
	head.width = int32(len(own.pieces))
	own.width = head.width
	return []row{head, own}, end
}

// joinYearTables puts the tables of labels and values below the years from row i on
// together. The table is nil where there are fewer than two.
func (f *facts) joinYearTables(g *grid.Grid, rows []row, i int) (table []row, end int) {
	var sections []yearSection
	for end = i; end < len(rows) && rows[end].isLone() && f.isYear(rows[end].pieces[0]); {
		section := yearSection{year: rows[end].pieces[0]}
		first := end + 1
		for end = first; end < len(rows) && rows[end].isYearPair(); end++ {
		}
		if section.rows = rows[first:end]; first == end {
			end-- // the year heads something else
			break
		}
		sections = append(sections, section)
	}
	if len(sections) < 2 {
		return nil, i
	}
	return joinSections(g, sections), end
}

// isYearPair reports whether a row is a label of years with one value at most.
func (w *row) isYearPair() bool {
	first := w.pieces[0]
	if w.width != 2 || first.Index != 0 {
		return false
	}
	found := first.label
	if found == noLabel {
		found, _, _ = labels.FindPrefix(first.Text) // 効果額 目標
	}
	return found.isYearly()
}

// joinSections makes a head of years and a row for each label out of sections. The labels
// that further sections repeat say nothing new.
func joinSections(g *grid.Grid, sections []yearSection) []row {
	width := int32(len(sections) + 1)
	page := sections[0].rows[0].page
	table := []row{{width: width, page: page}}
	known := map[string]int{}
	for i, section := range sections {
		section.year.Index = int32(i + 1)
		table[0].pieces = append(table[0].pieces, section.year)
		for _, own := range section.rows {
			key := ja.Key(own.pieces[0].Text)
			at, found := known[key]
			if !found {
				at = len(table)
				known[key] = at
				table = append(table, row{pieces: own.pieces[:1:1], width: width, page: page})
			} else {
				g.Claim(own.pieces[0].Cell, grid.Label)
			}
			for _, value := range own.pieces[1:] {
				value.Index = int32(i + 1)
				table[at].pieces = append(table[at].pieces, value)
			}
		}
	}
	return table
}

// isTurned reports whether a row is the head of a table with the years down its side: the
// labels of years, or of the figures of a theme's indicator, behind a cell over the years.
func (w *row) isTurned(ofTheme bool) bool {
	heads := w.pieces
	if heads[0].Index == 0 {
		if l := heads[0].label; l != noLabel && !isFiller(l) {
			return false
		}
		heads = heads[1:]
	}
	for i := range heads {
		if l := heads[i].label; !l.isYearly() && !(ofTheme && l.isMeasure()) {
			return false
		}
	}
	return len(heads) > 0
}

// turnTable turns a table with the head in row i and a row for each year. The table is nil
// where fewer than two years or other rows follow, or a value stands below no head.
func (f *facts) turnTable(g *grid.Grid, rows []row, i int) (table []row, end int) {
	head := rows[i]
	years := row{page: head.page}
	byColumn := map[int32]int{}
	table = []row{years}
	for _, p := range head.pieces {
		if p.Index > 0 {
			byColumn[p.Index] = len(table)
			p.Index = 0
			table = append(table, row{pieces: []piece{p}, page: head.page})
		}
	}
	for end = i + 1; end < len(rows) && f.isYearOf(&rows[end], &head); end++ {
		column := int32(end - i)
		for at, p := range rows[end].pieces {
			to := byColumn[p.Index]
			if at > 0 && (to == 0 || p.label != noLabel) {
				return nil, i
			}
			p.Index = column
			table[to].pieces = append(table[to].pieces, p)
		}
	}
	if len(table[0].pieces) < 2 {
		return nil, i
	}
	if first := head.pieces[0]; first.Index == 0 {
		g.Claim(first.Cell, grid.Label)
	}
	for at := range table {
		table[at].width = int32(len(table[0].pieces) + 1)
	}
	return table, end
}

// isYearOf reports whether a row is that of a year in the table of a head.
func (f *facts) isYearOf(w, head *row) bool {
	first := w.pieces[0]
	return first.Index == 0 && first.label == noLabel && w.page == head.page && w.width > 1 && w.width <= head.width && f.isYear(first)
}
