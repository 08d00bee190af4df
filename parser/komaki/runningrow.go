package komaki

import (
	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// maxRunningLines is over how many lines a row may run.
const maxRunningLines = 16

// readRunningRow reads a row that runs over several lines of one cell each, where
// extraction has kept no columns but the order of the cells: the name, then as many
// values as there are columns, up to the arrow. It reports whether it did.
func (r *reader) readRunningRow() bool {
	t := &r.indicators
	first := r.next - 1
	columns, own := t.heads()
	if first < t.ran || own == 0 || len(columns) < 2 || columns[len(columns)-1].kind != aimColumn {
		return false
	}
	end := r.runningEnd(first)
	if t.ran = end; end < first+2 || !r.keepsOrder(first, end) {
		return false
	}
	row := indicatorRow{names: t.names, first: r.lines[first].firstLine(), last: r.lines[end-1].lastLine()}
	rests := map[int][]grid.Cell{}
	for i := first; i < end; i++ {
		for _, piece := range appendCell(nil, r.lines[i].cells[0], i) {
			last := len(row.values) - 1
			switch {
			case piece.role == figurePiece:
				row.values = append(row.values, piece.cell)
			case last < 0:
				row.names = append(row.names[:len(row.names):len(row.names)], piece.cell)
			case piece.role == restPiece && !isAimOrDash(row.values[last].Text):
				rests[last] = append(rests[last], piece.cell)
			default:
				return false
			}
		}
	}
	if len(row.values) != len(columns) || len(row.names) == 0 || !isAim(row.values, len(row.values)-1) {
		return false
	}
	r.flushRow()
	for at, cells := range rests {
		t.keepRests(row.values[at], cells)
	}
	r.Report(model.CodeJoinedCells, r.lines[end-1].cells[0].At, r.lines[end-1].first, "one value for each column")
	t.row, t.names = row, nil
	r.flushRow()
	r.next = end
	return true
}

// keepsOrder reports whether the lines of a row follow each other as its cells do: no unit
// or bracket of another row stands before or behind them, and no head among them.
func (r *reader) keepsOrder(first, end int) bool {
	if isRest(r.lines[first].first) || end < len(r.lines) && r.lines[end].kind == plain && isRest(r.lines[end].first) {
		return false
	}
	for i := first; i < end; i++ {
		if _, ok := columnLabels.Find(r.lines[i].first); ok || isAimHead(r.lines[i].first, "方向") {
			return false
		}
	}
	return true
}

// runningEnd returns the line behind the one that ends the row that begins at first.
func (r *reader) runningEnd(first int) int {
	for i := first; i < len(r.lines) && i < first+maxRunningLines; i++ {
		l := &r.lines[i]
		if l.head > 0 || l.kind != plain && !isFigureLine(l) || len(l.cells) > 1 || len(l.first) > maxHeadingBytes {
			return first
		}
		if endsInArrow(l.first) {
			return i + 1
		}
		if words := ja.Fields(l.first, ""); i > first && len(words) > 0 && ja.ReadQuantity(words[len(words)-1], ja.Expect{}).Quantity.Bound != "" {
			return i + 1
		}
	}
	return first
}
