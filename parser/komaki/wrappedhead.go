package komaki

import (
	"slices"
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// openHead is a head of which the first line is none by itself, and its column: 目指す.
type openHead struct {
	cell   grid.Cell
	column int
}

// closesHead reads a cell below an open head as its second line: 方向.
func (t *indicatorTable) closesHead(r *reader, cell grid.Cell) bool {
	column, ok := t.readWrappedHead(r.Grid, cell)
	if !ok {
		return false
	}
	head := &t.columns[t.open.column]
	column.index, column.width = head.index, head.width
	*head = column
	r.Grid.Claim(t.open.cell, grid.Label)
	r.Grid.Claim(cell, grid.Label)
	t.open = openHead{}
	return true
}

// readWrappedHead reads the head that the open one and a cell below it make.
func (t *indicatorTable) readWrappedHead(g *grid.Grid, cell grid.Cell) (column valueCell, ok bool) {
	if t.open.cell.Text == "" || len(cell.Text) > maxHeadingBytes {
		return valueCell{}, false
	}
	if g.Layout == grid.Blanks && t.placed && !standsBelow(g, t.open.cell, cell, sheet.ByColumn) && !standsBelow(g, t.open.cell, cell, sheet.ByCharacter) {
		return valueCell{}, false
	}
	column, _ = readColumn(sheet.PlainText(t.open.cell.Text)+sheet.PlainText(cell.Text), ja.AnyCalendar)
	return column, column.kind == aimColumn
}

// standsBelow reports whether two cells share a part of their columns.
func standsBelow(g *grid.Grid, above, cell grid.Cell, measure sheet.Measure) bool {
	from, to := measure(g, above, 0, len(above.Text))
	begin, end := measure(g, cell, 0, len(cell.Text))
	return begin < to && from < end
}

// readHeadBelow reads the last head of a table, whose lines stand each on a line of its own
// below the others.
func (t *indicatorTable) readHeadBelow(r *reader) {
	if r.next+1 >= len(r.lines) || t.hasAim() {
		return
	}
	upper, lower := &r.lines[r.next], &r.lines[r.next+1]
	if upper.kind != plain || lower.kind != plain || len(upper.cells) > 1 || len(lower.cells) > 1 || !isAimHead(upper.first, lower.first) {
		return
	}
	cell := upper.cells[0]
	t.columns = append(t.columns, valueCell{columnEntry: columnEntry{kind: aimColumn}, index: cell.Index, width: r.Grid.WidthOf(cell)})
	r.label(upper)
	r.label(lower)
	r.next += 2
}

// isAimHead reports whether two lines are those of 目指す方向.
func isAimHead(upper, lower string) bool {
	if len(upper)+len(lower) > maxHeadingBytes || !strings.HasPrefix(upper, "目") && !strings.HasPrefix(upper, "め") {
		return false
	}
	entry, _ := columnLabels.Find(upper + lower)
	return entry.kind == aimColumn
}

func (t *indicatorTable) hasAim() bool {
	return slices.ContainsFunc(t.columns, func(column valueCell) bool { return column.kind == aimColumn })
}

// isHeadAbove reports whether a line is the first line of the last head of the table whose
// other heads stand on the next line.
func (r *reader) isHeadAbove(l *line) bool {
	return r.next < len(r.lines) && r.lines[r.next].kind == indicatorHeader && len(l.cells) == 1 && isAimHead(l.first, "方向")
}

// maxRowsAhead is in how many lines the arrow of a row is looked for.
const maxRowsAhead = 12

// addLostAim adds the column of 目指す方向 where its head is lost and the rows below end in
// an arrow, so that it is not taken for the last year's.
func (t *indicatorTable) addLostAim(r *reader) {
	if len(t.columns) < 2 || r.Grid.Layout == grid.PipeCells || t.hasAim() {
		return
	}
	for i := r.next; i < len(r.lines) && i < r.next+maxRowsAhead && r.lines[i].kind == plain; i++ {
		cells := r.lines[i].cells
		last := cells[len(cells)-1]
		if !endsInArrow(sheet.PlainText(last.Text)) {
			continue
		}
		aim := valueCell{columnEntry: columnEntry{kind: aimColumn}, index: last.Index, width: 1}
		if before := t.columns[len(t.columns)-1]; r.Grid.Layout == grid.Blanks || last.Index == before.index+1 {
			t.columns = append(t.columns, aim)
		}
		return
	}
}
