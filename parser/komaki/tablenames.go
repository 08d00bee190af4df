package komaki

import "sheetconv/parser/internal/sheet"

// alignment is where the cells of a row stand that have fewer lines than others.
type alignment uint8

const (
	unknownAlignment alignment = iota
	besideFirst                // beside the first line of the row
	besideMiddle
)

// How wide a line of a name is at least that goes on with the next one, in hundredths of
// the widest: typesetting fills it. Where it is not known that the rows' cells stand
// beside their middle, the lines may have been broken anywhere.
const (
	fullLine       = 88
	nearlyFullLine = 70
)

// nameLines are the lines of names between the values of two rows.
type nameLines struct {
	lines []*tablePiece
	// above and below are the rows between which they stand, nil at the table's ends.
	above, below *wrappedRow
}

// findNames gives each row the lines of its name. What stands beside values is theirs; the
// lines between two rows belong to the one above where the cells stand beside the first
// lines of their rows, and else to that of which they keep the values in the middle. A
// line that ends before the column does ends its name.
func (t *tableLines) findNames() {
	widest := int32(0)
	var gaps []*nameLines
	gap := &nameLines{}
	if len(t.rows) > 0 {
		gap.below = t.rows[0]
	}
	next := 0
	for i := range t.pieces {
		name := &t.pieces[i]
		if name.role != namePiece {
			continue
		}
		widest = max(widest, name.cell.DisplayWidth())
		for next < len(t.rows) && name.line > t.rows[next].last {
			gaps = append(gaps, gap)
			gap = &nameLines{above: t.rows[next]}
			if next++; next < len(t.rows) {
				gap.below = t.rows[next]
			}
		}
		if next < len(t.rows) && name.line >= t.rows[next].first {
			t.rows[next].names = append(t.rows[next].names, name)
		} else {
			gap.lines = append(gap.lines, name)
		}
	}
	gaps = append(gaps, gap)
	if t.shown = t.alignment(gaps, widest); t.shown != unknownAlignment {
		t.aligned = t.shown
	} else if t.aligned == unknownAlignment {
		t.aligned = besideFirst // as most are typed by hand
	}
	if t.aligned == besideFirst {
		for _, gap := range gaps {
			t.shareBelow(gap)
		}
		return
	}
	t.shareAround(gaps, widest)
}

// alignment tells where the cells stand in their rows, as far as these show it.
func (t *tableLines) alignment(gaps []*nameLines, widest int32) alignment {
	if t.centered || len(gaps[0].lines) > 0 && gaps[0].above == nil {
		return besideMiddle
	}
	below := false
	for _, row := range t.rows {
		for _, figure := range row.figures {
			if figure.line != row.figures[0].line {
				return besideMiddle
			}
			below = below || len(row.rests[figure]) > 1
		}
	}
	if below {
		return besideFirst // a value of three lines has its first beside the others
	}
	for _, gap := range gaps {
		if gap.above == nil {
			continue
		}
		// What follows a line that ends before the column does is another name.
		lines := append(gap.above.names[max(0, len(gap.above.names)-1):len(gap.above.names):len(gap.above.names)], gap.lines...)
		for i := 0; i+1 < len(lines); i++ {
			if gap.below != nil && isShort(lines[i], widest, nearlyFullLine) {
				return besideMiddle
			}
		}
	}
	return unknownAlignment
}

func isShort(name *tablePiece, widest, hundredths int32) bool {
	return name.cell.DisplayWidth()*100 < widest*hundredths
}

// shareBelow gives the lines behind a row to it.
func (t *tableLines) shareBelow(gap *nameLines) {
	switch {
	case len(gap.lines) == 0:
	case gap.above == nil:
		t.stray = append(t.stray, gap.lines...)
	default:
		gap.above.takeBelow(t, gap.lines)
	}
}

// shareAround gives the lines to the rows so that the values stand beside the middle of
// their names. Those that may be of one row as well as of the next have none.
func (t *tableLines) shareAround(gaps []*nameLines, widest int32) {
	for len(gaps) <= len(t.rows) {
		gaps = append(gaps, &nameLines{above: t.rows[len(gaps)-1]})
	}
	least, most := make([]int, len(gaps)), make([]int, len(gaps))
	cuts := gapCuts{allowed: func(gap, cut int) bool { return cut >= least[gap] && cut <= most[gap] }}
	for i, gap := range gaps {
		if least[i], most[i] = gap.bounds(widest); least[i] > most[i] {
			least[i], most[i] = 0, len(gap.lines)
		}
		cuts.gaps = append(cuts.gaps, gap.lines)
	}
	for _, row := range t.rows {
		cuts.rows = append(cuts.rows, gapRow{middle: row.figures[len(row.figures)-1].line, own: row.names, besideTwo: none})
	}
	for i, cut := range cuts.cut() {
		gap := gaps[i]
		if cut == none {
			t.stray = append(t.stray, gap.lines...)
			continue
		}
		if gap.above != nil {
			gap.above.names = append(gap.above.names, gap.lines[:cut]...)
		}
		if gap.below != nil {
			gap.below.names = append(gap.lines[cut:len(gap.lines):len(gap.lines)], gap.below.names...)
		}
	}
}

// bounds returns how many of the lines the row above has at least and at most: a line that
// ends before the column does ends its name, and none ends within brackets.
func (gap *nameLines) bounds(widest int32) (least, most int) {
	count := len(gap.lines)
	most = count
	if gap.above == nil {
		return 0, 0
	}
	if gap.below == nil {
		return count, count
	}
	before, open := gap.above.names, 0
	for _, name := range before {
		open += sheet.OpenBrackets(name.cell.Text)
	}
	for i, name := range gap.lines {
		switch {
		case open > 0:
			least, most = i+1, max(most, i+1)
		case i < most && len(before) > 0 && isShort(before[len(before)-1], widest, fullLine):
			most = i
		}
		if follows := i+1 < count || len(gap.below.names) > 0; follows && isShort(name, widest, fullLine) && i < most {
			least = max(least, i+1)
		}
		before = gap.lines[:i+1]
		open += sheet.OpenBrackets(name.cell.Text)
	}
	if len(gap.above.names) == 0 && len(gap.above.rests) == 0 {
		least = max(least, min(1, count))
	}
	return least, most
}

// takeBelow adds the lines that stand right below the row to its name.
func (w *wrappedRow) takeBelow(t *tableLines, names []*tablePiece) {
	last := w.last
	for i, name := range names {
		if t.lines[name.line].firstLine() > t.lines[last].firstLine()+1 || len(w.names) == 0 {
			t.stray = append(t.stray, names[i:]...)
			return
		}
		w.names = append(w.names, name)
		last = name.line
	}
}
