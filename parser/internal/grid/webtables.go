package grid

// pageTable is a table that is open.
type pageTable struct {
	// taken says for how many rows to come each column is taken by a cell above.
	taken  []int
	column int // behind the last cell of the row
	// inRow and inCell say what is open; isFrame is set of a cell whose paragraphs are
	// rows (see nesting), isStruck of a row that is struck out.
	inRow, inCell     bool
	isFrame, isStruck bool
	index             int // of the cell
	// isDivisions is set where rows and cells are divisions.
	isDivisions bool
}

// maxColumns is how many columns a cell may take, or a table have, and maxTables how
// many tables may stand one within the other: those further in are read as their rows.
const (
	maxColumns = 1000
	maxTables  = 100
)

// table returns the innermost table that is open; nil outside of all.
func (p *page) table() *pageTable {
	if len(p.tables) == 0 {
		return nil
	}
	return &p.tables[len(p.tables)-1]
}

// inCell reports whether a cell is open in which paragraphs are lines.
func (p *page) inCell() bool {
	t := p.table()
	return t != nil && t.inCell && !t.isFrame
}

func (p *page) openTable(start int) {
	p.tableCount++
	if p.inlineTables > 0 || p.nesting.inline[p.tableCount] && p.inCell() {
		p.inlineTables++
		p.breaks = true
		return
	}
	if len(p.tables) == 0 {
		p.writeLinesTo(start)
	}
	p.finishText()
	p.finishRow()
	p.listCell = 0
	if len(p.tables) < maxTables {
		p.tables = append(p.tables, pageTable{})
	}
}

// openRow begins a row of the innermost table.
func (p *page) openRow(isStruck bool) {
	t := p.table()
	t.inRow, t.isStruck, t.column = true, isStruck, 0
}

// openCell begins a cell in the first column that no cell from above takes.
func (p *page) openCell(columns, rows int) {
	t := p.table()
	if t == nil {
		return
	}
	p.closeCell()
	if p.finishText(); p.listCell > 0 {
		p.finishRow()
		p.listCell = 0
	}
	if !t.inRow {
		p.openRow(false)
	}
	for t.column < len(t.taken) && t.taken[t.column] > 0 {
		t.column++
	}
	t.index, t.inCell, t.isFrame = t.column, true, p.nesting.frames[p.cellCount]
	for range columns {
		if t.column == len(t.taken) {
			if len(t.taken) == maxColumns {
				break
			}
			t.taken = append(t.taken, 0)
		}
		t.taken[t.column] = rows
		t.column++
	}
}

// closeCell ends the cell that is open, and keeps what it holds.
func (p *page) closeCell() {
	if t := p.table(); t.inCell {
		p.finishText()
		t.inCell, t.isFrame = false, false
	}
}

// closeRow ends the row that is open.
func (p *page) closeRow() {
	p.closeCell()
	t := p.table()
	if !t.inRow {
		return
	}
	if p.first == len(p.cells) && t.column > 0 {
		p.endLine()
		p.out = append(p.out, "\t\n"...) // a row of empty cells
	}
	p.finishRow()
	for column := range t.taken {
		t.taken[column] = max(t.taken[column]-1, 0)
	}
	t.inRow = false
}

// closePart ends a part of a table, such as its head, over whose end no cell goes on.
func (p *page) closePart() {
	p.closeRow()
	clear(p.table().taken)
}

func (p *page) closeTable() {
	if p.inlineTables > 0 {
		p.inlineTables--
		p.breaks = true
		return
	}
	p.closeRow()
	p.finishText()
	p.finishRow()
	if p.tables = p.tables[:len(p.tables)-1]; len(p.tables) == 0 {
		p.endLine()
		p.out = append(p.out, '\n')
	}
}

// finishRow keeps the row so far.
func (p *page) finishRow() {
	last := len(p.cells)
	if last == p.first {
		return
	}
	width := p.cells[last-1].index + 1
	if t := p.table(); t != nil {
		width = max(width, len(t.taken))
	}
	p.rows = append(p.rows, pageRow{first: p.first, last: last, width: width})
	p.first = last
}
