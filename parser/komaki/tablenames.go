package komaki

// alignment is where the cells of a row stand that have fewer lines than others.
type alignment uint8

const (
	besideFirst alignment = iota // beside the first line of the row
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
	t.aligned = t.alignment(gaps, widest)
	for _, gap := range gaps {
		t.share(gap, t.aligned, widest)
	}
}

// alignment tells where the cells stand in their rows.
func (t *tableLines) alignment(gaps []*nameLines, widest int32) alignment {
	if t.centered || len(gaps[0].lines) > 0 && gaps[0].above == nil {
		return besideMiddle
	}
	for _, row := range t.rows {
		for _, figure := range row.figures {
			if figure.line != row.figures[0].line {
				return besideMiddle
			}
		}
	}
	for _, gap := range gaps {
		if len(gap.lines) == 0 || gap.above == nil || gap.below == nil || len(gap.above.names) == 0 {
			continue
		}
		last := gap.above.names[len(gap.above.names)-1]
		if isShort(last, widest, nearlyFullLine) {
			return besideMiddle
		}
	}
	return besideFirst
}

func isShort(name *tablePiece, widest, hundredths int32) bool {
	return name.cell.DisplayWidth()*100 < widest*hundredths
}

// share gives the lines between two rows to them.
func (t *tableLines) share(gap *nameLines, align alignment, widest int32) {
	count := len(gap.lines)
	switch {
	case count == 0:
		return
	case gap.above == nil:
		gap.below.names = append(gap.lines[:count:count], gap.below.names...)
		return
	case gap.below == nil || align == besideFirst:
		gap.above.takeBelow(t, gap.lines)
		return
	}
	least, most := gap.bounds(widest)
	if least > most {
		t.stray = append(t.stray, gap.lines...)
		return
	}
	cut := min(max(gap.above.linesAbove(), least), most)
	gap.above.names = append(gap.above.names, gap.lines[:cut]...)
	gap.below.names = append(gap.lines[cut:count:count], gap.below.names...)
}

// bounds returns how many of the lines the row above has at least and at most.
func (gap *nameLines) bounds(widest int32) (least, most int) {
	count := len(gap.lines)
	most = count
	before := gap.above.names
	for i, name := range gap.lines {
		if i < most && len(before) > 0 && isShort(before[len(before)-1], widest, fullLine) {
			most = i
		}
		if follows := i+1 < count || len(gap.below.names) > 0; follows && isShort(name, widest, fullLine) && i < most {
			least = i + 1
		}
		before = gap.lines[:i+1]
	}
	if len(gap.above.names) == 0 {
		least = max(least, 1)
	}
	if len(gap.below.names) == 0 {
		most = min(most, count-1)
	}
	return least, most
}

// linesAbove counts the lines of the name above the values that have one line each.
func (w *wrappedRow) linesAbove() int {
	middle, count := w.figures[len(w.figures)-1].line, 0
	for _, name := range w.names {
		if name.line < middle {
			count++
		}
		if name.line > middle {
			count--
		}
	}
	return max(count, 0)
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
