package parser_test

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
)

// This file cuts a clean sheet into rows of cells that can be damaged, and
// writes them back as text. It is kept apart from the package grid on purpose:
// a fault of the one must not hide one of the other.

// damagedCell is a cell of a sheet under damage.
type damagedCell struct {
	text string
	// origins are the cells of the clean sheet whose text it holds, by their
	// number; two after two cells were joined, none for a cell that was put in.
	origins []int
	// ownPipe is set where the pipe that ends the cell stands on the next line.
	ownPipe bool
}

// damagedRow is a line of a sheet in tabs; of a sheet with one cell a line, it
// is a page.
type damagedRow struct {
	cells []damagedCell
	// formFeed is set where the row begins a page.
	formFeed bool
}

// origin is a cell of the clean sheet.
type origin struct {
	text string
	// first and last are the lines on which it stands.
	first, last int
	// start and end are the columns of a cell in tabs.
	start, end int
}

// damagedTable is a sheet as rows of cells.
type damagedTable struct {
	// pipes is set for a sheet with one cell a line that a pipe ends, else tabs
	// part the cells.
	pipes   bool
	rows    []damagedRow
	origins []origin
	// destroyed are the cells of the clean sheet whose text the damage took out
	// of the sheet: nobody can read it any more.
	destroyed map[int]bool
}

// cutTable cuts the text of a clean sheet.
func cutTable(text string) *damagedTable {
	lines := strings.Split(text, "\n")
	table := &damagedTable{destroyed: map[int]bool{}}
	piped := 0
	for _, line := range lines {
		if strings.HasSuffix(strings.TrimSpace(line), "|") {
			piped++
		}
	}
	table.pipes = piped > strings.Count(text, "\n")/2
	if table.pipes {
		table.cutPipes(lines)
	} else {
		table.cutTabs(lines)
	}
	return table
}

func (t *damagedTable) newCell(text string, o origin) damagedCell {
	o.text = text
	t.origins = append(t.origins, o)
	return damagedCell{text: text, origins: []int{len(t.origins) - 1}}
}

func (t *damagedTable) cutTabs(lines []string) {
	for i, line := range lines {
		row := damagedRow{formFeed: strings.HasPrefix(line, "\f")}
		column := 1
		for _, text := range strings.Split(strings.TrimPrefix(line, "\f"), "\t") {
			width := utf8.RuneCountInString(text)
			row.cells = append(row.cells, t.newCell(text, origin{first: i + 1, last: i + 1, start: column, end: column + width}))
			column += width + 1
		}
		t.rows = append(t.rows, row)
	}
}

func (t *damagedTable) cutPipes(lines []string) {
	row := damagedRow{}
	var pending []string
	for i, line := range lines {
		trimmed := strings.TrimSpace(line)
		body, ends := strings.CutSuffix(trimmed, "|")
		if trimmed == "" && len(pending) == 0 && i+1 == len(lines) {
			break
		}
		pending = append(pending, strings.TrimSpace(body))
		if !ends && i+1 < len(lines) {
			continue
		}
		ownPipe := len(pending) > 1 && trimmed == "|"
		if ownPipe {
			pending = pending[:len(pending)-1]
		}
		first := i + 2 - len(pending)
		if ownPipe {
			first--
		}
		cell := t.newCell(strings.Join(pending, "\n"), origin{first: first, last: i + 1})
		cell.ownPipe = ownPipe
		row.cells = append(row.cells, cell)
		pending = nil
	}
	t.rows = append(t.rows, row)
}

// clone returns a copy that can be damaged.
func (t *damagedTable) clone() *damagedTable {
	copied := &damagedTable{pipes: t.pipes, origins: t.origins, destroyed: map[int]bool{}}
	for _, row := range t.rows {
		cells := slices.Clone(row.cells)
		copied.rows = append(copied.rows, damagedRow{cells: cells, formFeed: row.formFeed})
	}
	return copied
}

// originAt returns the cell of the clean sheet that holds a position; -1 where
// there is none.
func (t *damagedTable) originAt(at model.Position) int {
	line, column := int(at.Line), int(at.Column)
	for i, o := range t.origins {
		if line < o.first || line > o.last {
			continue
		}
		if t.pipes || column >= o.start && column <= o.end {
			return i
		}
	}
	return -1
}

// lineSpan is a run of lines.
type lineSpan struct{ first, last int }

// damagedText is a damaged sheet as text, with where the cells came to stand.
type damagedText struct {
	text string
	// lines are where each cell of the clean sheet stands now; a cell may stand
	// twice. A cell that is gone stands where it would have stood.
	lines map[int][]lineSpan
	// joined are the cells that hold the text of several.
	joined []damagedCell
	// destroyed is that of the table.
	destroyed map[int]bool
}

func (t *damagedTable) write() *damagedText {
	out := &damagedText{lines: map[int][]lineSpan{}, destroyed: t.destroyed}
	var text strings.Builder
	line := 1
	for r, row := range t.rows {
		if row.formFeed {
			text.WriteByte('\f')
		}
		for c, cell := range row.cells {
			written := t.cellText(cell, c+1 == len(row.cells), r+1 == len(t.rows))
			end := line + strings.Count(strings.TrimSuffix(written, "\n"), "\n")
			for _, origin := range cell.origins {
				out.lines[origin] = append(out.lines[origin], lineSpan{line, end})
			}
			if len(cell.origins) > 1 {
				out.joined = append(out.joined, cell)
			}
			line += strings.Count(written, "\n")
			text.WriteString(written)
		}
	}
	out.text = text.String()
	t.placeMissing(out)
	return out
}

// cellText returns a cell with the delimiter behind it.
func (t *damagedTable) cellText(cell damagedCell, endsRow, endsText bool) string {
	switch {
	case t.pipes && cell.ownPipe:
		return cell.text + "\n|\n"
	case t.pipes && cell.text == "":
		return "|\n"
	case t.pipes:
		return cell.text + " |\n"
	case !endsRow:
		return cell.text + "\t"
	case !endsText:
		return cell.text + "\n"
	}
	return cell.text
}

// placeMissing gives each cell that stands nowhere any more the place of the
// cell before it.
func (t *damagedTable) placeMissing(out *damagedText) {
	last := []lineSpan{{1, 1}}
	for i := range t.origins {
		if spans, stands := out.lines[i]; stands {
			last = spans
		} else {
			out.lines[i] = last
		}
	}
}
