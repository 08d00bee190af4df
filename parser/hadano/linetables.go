package hadano

import (
	"cmp"
	"slices"
	"strings"

	"sheetconv/parser/internal/grid"
)

// lineTable is a table as a tool has printed it on lines, without delimiters, with cells of
// several lines: the lines between its head and the next.
type lineTable struct {
	*facts
	labels *labelPlaces
	head   *row
	rows   []row
	where  measure
	// byWidth is the other way of measuring.
	byWidth measure
	years   yearSpans
	// right is where the labels of the years begin; what stands left of it holds for the
	// whole plan. It is 0 in a table that has nothing left of the years but labels.
	right int32
	// widths are those of the longest text left of the years and in each year.
	widths []int32
	// fragments are the further lines of labels.
	fragments []piece
}

// stackTables makes rows of the lines of such tables.
func (r *reader) stackTables(rows []row) []row {
	if r.Grid.Layout != grid.Blanks {
		return rows
	}
	var labels labelPlaces
	r.stackLines(rows, &labels) // which tells where the labels stand
	stacked, fragments := r.stackLines(rows, &labels)
	for _, p := range fragments {
		r.claimLabel(p)
	}
	return stacked
}

// stackLines makes rows of the lines of tables, with the further lines of their labels.
func (r *reader) stackLines(rows []row, labels *labelPlaces) (stacked []row, fragments []piece) {
	kept := 0
	for i := 0; i < len(rows); i++ {
		if rows[i].head == nil || rows[i].visible || rows[i].head.table == indicatorHead {
			continue
		}
		end := i + 1
		for end < len(rows) && rows[end].head == nil && rows[end].page == rows[i].page && !rows[end].endsLines() {
			end++
		}
		table := lineTable{facts: r.facts, labels: labels, head: &rows[i], rows: rows[i+1 : end], byWidth: r.measures()[widthMeasure]}
		if own := table.stack(); own != nil {
			fragments = append(fragments, table.fragments...)
			stacked = append(append(stacked, rows[kept:i+1]...), own...)
			kept = end
		}
		i = end - 1
	}
	if kept == 0 {
		return rows, nil
	}
	return append(stacked, rows[kept:]...), fragments
}

// endsLines reports whether a row stands behind the lines of a table.
func (w *row) endsLines() bool {
	return w.isOutside() || w.isThemeHead() || w.first() == initiativeHead && w.pieces[0].Index == 0
}

// stack returns the rows of the table; nil where its lines are rows already, or can't be
// told to be parts of some.
func (t *lineTable) stack() []row {
	if !slices.ContainsFunc(t.rows, func(w row) bool { return w.first() == noLabel }) || !t.measure() || !t.hasFurtherLines() {
		return nil
	}
	var stacked, part []row
	flush := func() bool {
		own := t.stackPart(part)
		stacked = append(stacked, own...)
		ok := own != nil || len(part) == 0
		part = nil
		return ok
	}
	for _, w := range t.rows {
		switch last := len(stacked) - 1; {
		case w.isFigureHead() && last >= 0 && len(part) == 0 && t.isFigureLine(&stacked[last]):
			stacked[last] = stacked[last].insert(w.pieces)
			t.labels.besideMiddle, t.labels.nowhereFirst = true, true
		case t.isFigureLine(&w):
			if !flush() {
				return nil
			}
			stacked = append(stacked, w)
		default:
			part = append(part, w)
		}
	}
	if !flush() {
		return nil
	}
	return stacked
}

// measure finds where the years and their labels stand.
func (t *lineTable) measure() bool {
	heads := yearPieces(t.facts, t.head)
	if len(heads) != t.head.head.Count || len(heads) < 2 {
		return false
	}
	t.where = byCharacters
	t.years = newSpans(heads, t.rows, t.where, t.head.head.Total)
	byWidth := newSpans(heads, t.rows, t.byWidth, t.head.head.Total)
	if !t.years.valid || byWidth.valid && byWidth.loose < t.years.loose {
		return false
	}
	if t.years.isExact() {
		for i := range t.rows {
			t.years.partRow(&t.rows[i])
		}
	}
	return t.findRight()
}

// findRight finds where the labels of the years begin. It is false where an initiative's
// have no column of their own.
func (t *lineTable) findRight() bool {
	first := t.years.places[0].start
	isInitiative := slices.ContainsFunc(t.rows, func(w row) bool { return w.first() == initiativeName })
	if !isInitiative {
		return true
	}
	right := first
	for i := range t.rows {
		for j, p := range t.rows[i].pieces {
			if start := t.where(&t.rows[i].pieces[j]).start; p.label >= yearlyGoal && start > 0 && start < right {
				right = start
			}
		}
	}
	for i := range t.rows {
		for j, p := range t.rows[i].pieces {
			start := t.where(&t.rows[i].pieces[j]).start
			if (p.label == effect || p.label == indicatorHead) && start > right/2 && start < right {
				right = start
			}
		}
	}
	t.right = right
	return right < first && t.partLabels()
}

// partLabels parts the labels of the years from what stands left of them behind one blank.
// It is false where a cell reaches among the labels and ends with none.
func (t *lineTable) partLabels() bool {
	for i := range t.rows {
		w := &t.rows[i]
		if t.isFigureLine(w) {
			continue
		}
		for j := range w.pieces {
			p := &w.pieces[j]
			if !t.isLeft(p) || p.label != noLabel {
				continue
			}
			split := splitLastWord(w.pieces, j)
			if split != nil && split[j+1].label >= yearlyGoal {
				w.pieces = split
				break
			}
			if t.where(p).end >= t.right {
				return false
			}
		}
	}
	return true
}

// hasFurtherLines reports whether a line has nothing but the rest of cells on one side.
func (t *lineTable) hasFurtherLines() bool {
	for i := range t.rows {
		if t.isFigureLine(&t.rows[i]) || t.rows[i].isFigureHead() {
			continue
		}
		for _, pieces := range t.sides(&t.rows[i]) {
			if len(pieces) > 0 && pieces[0].label == noLabel {
				return true
			}
		}
	}
	return false
}

// sides parts the cells of a line.
func (t *lineTable) sides(w *row) (sides [2][]piece) {
	at := 0
	for at < len(w.pieces) && t.isLeft(&w.pieces[at]) {
		at++
	}
	return [2][]piece{w.pieces[:at], w.pieces[at:]}
}

// isLeft reports whether a piece stands left of the labels of the years.
func (t *lineTable) isLeft(p *piece) bool { return t.where(p).start < t.right && p.label < yearlyGoal }

// isFigureLine reports whether a line holds targets or results, the plan's and the years'.
func (t *lineTable) isFigureLine(w *row) bool {
	for i := range w.pieces {
		if w.pieces[i].label.isMeasure() && t.where(&w.pieces[i]).start < t.right {
			return true
		}
	}
	return false
}

// isFigureHead reports whether a line holds nothing but the labels of a block of figures,
// which stand beside the middle of its rows.
func (w *row) isFigureHead() bool {
	return !slices.ContainsFunc(w.pieces, func(p piece) bool { return p.label != effect && p.label != indicatorHead })
}

// insert puts cells of the line below into a row, in the order in which they stand.
func (w row) insert(pieces []piece) row {
	w.pieces = slices.Concat(w.pieces, pieces)
	slices.SortStableFunc(w.pieces, func(a, b piece) int { return cmp.Compare(a.At.Column, b.At.Column) })
	return w
}

// stackPart makes rows of lines that hold no figures; nil where that is not sure.
func (t *lineTable) stackPart(rows []row) []row {
	var blocks []lineBlock
	for side := range 2 {
		var lines []tableLine
		for i := range rows {
			if pieces := t.sides(&rows[i])[side]; len(pieces) > 0 {
				lines = append(lines, tableLine{row: &rows[i], pieces: slices.Clone(pieces)})
			}
		}
		if len(lines) == 0 {
			continue
		}
		own, ok := t.findBlocks(lines)
		if !ok {
			return nil
		}
		blocks = append(blocks, own...)
	}
	slices.SortStableFunc(blocks, func(a, b lineBlock) int { return cmp.Compare(a.label.At.Line, b.label.At.Line) })
	var stacked []row
	for i := range blocks {
		own := t.stackBlock(&blocks[i])
		if own == nil {
			return nil
		}
		stacked = append(stacked, own...)
	}
	return stacked
}

// stackBlock makes rows of the lines that stand beside one label: the first has the first
// cell of each column, the others go on with them.
func (t *lineTable) stackBlock(b *lineBlock) []row {
	isYears := !t.isLeft(&b.label)
	columns := make([][]piece, len(t.years.places))
	var stacked []row
	for i := range b.lines {
		var own []piece
		for _, p := range b.lines[i].pieces {
			if !isYears {
				own = append(own, p)
				continue
			}
			at, ok := t.years.yearAt(t.where(&p))
			if !ok || p.label != noLabel {
				return nil
			}
			columns[at] = append(columns[at], p)
		}
		if len(own) > 0 {
			stacked = append(stacked, b.row(own))
		}
	}
	for i := 0; isYears; i++ {
		var own []piece
		for _, column := range columns {
			if i < len(column) {
				own = append(own, column[i])
			}
		}
		if len(own) == 0 {
			break
		}
		stacked = append(stacked, b.row(own))
	}
	if len(stacked) == 0 {
		stacked = []row{b.row(nil)}
	}
	stacked[0].pieces = append([]piece{b.label}, stacked[0].pieces...)
	for i := range stacked[1:] {
		stacked[1+i].goesOn = b.label.label
	}
	return stacked
}

// row returns a row of the block.
func (b *lineBlock) row(pieces []piece) row {
	own := *b.lines[0].row
	own.pieces = pieces
	return own
}

// joinedLabel returns the label that two lines make up, if they do.
func joinedLabel(first, second string) label {
	found, _ := labels.Find(strings.TrimSpace(first) + second)
	return found
}
