package spreadsheet

import (
	"fmt"
	"slices"
)

// Layout is what a sheet looks like before it has rows.
type Layout struct {
	// Name is the sheet's name, made valid and unique by AddSheet.
	Name string
	// Title is the headline. Lines stand below it, one in each row.
	Title string
	Lines []Cell
	// Key is the heading of a first column that holds the key of each row, which
	// links lead to; there is no such column if it is empty.
	Key string
	// Columns are the columns behind the key; a sheet of charts has none.
	Columns []Column
	// Table is the name of the Excel table that the rows are; without it, the
	// headings have no filters.
	Table string
	// FrozenColumns is how many columns, the key included, stay when one scrolls to
	// the right, and are repeated on each printed page. The headings always do.
	FrozenColumns int
	// Total is the word before the totals over the columns that have them.
	Total string
	// OnePage fits the sheet to a single page when it is printed.
	OnePage bool
	// Hidden sheets hold the data of charts.
	Hidden bool
}

// Column is a column of a sheet.
type Column struct {
	// Title is the heading; within a sheet, the same one twice gets a number.
	Title string
	// Width is how wide the column may become, in digits; longer text is wrapped.
	// DefaultWidth if 0.
	Width float64
	// Repeat is for columns that say which row this is: where a text has to go on
	// in the next row, they are repeated there.
	Repeat bool
	// Total asks for the sum of the rows that a filter leaves, above the heading, in
	// this number format.
	Total string
	// Hidden columns hold the data of sparklines. A column that no row fills is hidden,
	// too.
	Hidden bool
}

// DefaultWidth is how wide a column becomes that does not say.
const DefaultWidth = 30

// Heights in points: a line of text, and the highest row that Excel can show,
// which has room for maxLinesOfRow.
const (
	lineHeight    = 15.0
	rowPadding    = 3
	maxRowHeight  = 409
	maxLinesOfRow = 27
)

// Sheet is a sheet of a book.
type Sheet struct {
	book    *Book
	layout  Layout
	name    string
	columns []Column // the key's, too
	titles  []string
	rows    []row
	// widths are those of the widest cells, sums the totals so far.
	widths   []float64
	sums     []sum
	filled   []bool
	firstRow map[int]int // by key, from 0
	parts    []*part

	isContinued, isRounded bool
	scales                 []scale
	sparklines             []sparkline
	charts                 []placedChart
}

type row struct {
	cells []Cell
	lines int
}

// sum is the total of a column, for the programs that show a workbook without
// computing it.
type sum struct {
	value    float64
	decimals int
}

func newSheet(book *Book, layout Layout) *Sheet {
	sheet := &Sheet{book: book, layout: layout, firstRow: map[int]int{}}
	sheet.name = book.names.unique(sheetName(layout.Name), " (%d)", maxSheetName)
	if layout.Key != "" {
		sheet.columns = append(sheet.columns, Column{Title: layout.Key, Width: 8, Repeat: true})
	}
	sheet.columns = append(sheet.columns, layout.Columns...)
	for index := range sheet.columns {
		if sheet.columns[index].Width == 0 {
			sheet.columns[index].Width = DefaultWidth
		}
	}
	sheet.titles = headings(sheet.columns)
	sheet.widths = make([]float64, len(sheet.columns))
	sheet.sums = make([]sum, len(sheet.columns))
	sheet.filled = make([]bool, len(sheet.columns))
	// What Write needs has to be known before it registers the styles.
	for _, role := range []Role{Title, Note, Head, Total, lineLink} {
		book.Style(Style{Role: role})
	}
	for _, column := range sheet.columns {
		book.Style(Style{Role: Total, Format: column.Total})
	}
	return sheet
}

// Name returns the name that the sheet has in the workbook.
func (s *Sheet) Name() string { return s.name }

// Len returns the number of rows, those included in which a text goes on.
func (s *Sheet) Len() int { return len(s.rows) }

// ColumnName returns the letters of a column, counted from 0 without the key's, for
// formulas.
func (s *Sheet) ColumnName(column int) string { return columnName(s.withKey(column)) }

// Add appends a row: a key, where the sheet has a column for it, and the cells
// from the first column on. A text that is longer or higher than a cell can be
// goes on in rows of its own below. Add panics if there are more cells than
// columns: that is a bug.
func (s *Sheet) Add(key int, cells ...Cell) {
	s.addRow(key, cells)
}

func (s *Sheet) addRow(key int, given []Cell) {
	for len(given) > 0 && given[len(given)-1].kind == empty {
		given = given[:len(given)-1] // columns at the end are often empty, and rows are kept
	}
	cells := make([]Cell, 0, len(given)+1)
	if s.layout.Key != "" {
		cells = append(cells, Cell{kind: number, number: float64(key), style: s.book.Style(Style{Format: FormatYear})})
		if _, known := s.firstRow[key]; !known {
			s.firstRow[key] = len(s.rows)
		}
	}
	if len(cells)+len(given) > len(s.columns) {
		panic(fmt.Sprintf("spreadsheet: %d cells for the %d columns of %s", len(cells)+len(given), len(s.columns), s.name))
	}
	cells = append(cells, given...)
	rest := s.measure(cells)
	for rest != nil {
		s.isContinued = true
		rest = s.measure(rest)
	}
}

// measure takes up a row, cut to what cells can hold, and returns the row in which
// the rest goes on, nil if there is none.
func (s *Sheet) measure(cells []Cell) []Cell {
	var rest []Cell
	lines := 1
	for index := range cells {
		cell := &cells[index]
		column := &s.columns[index]
		s.filled[index] = s.filled[index] || cell.kind != empty
		switch cell.kind {
		case text:
			s.isRounded = s.isRounded || cell.rounded
			width := TextWidth(cell.text)
			cellLines := 1
			if float64(width) >= column.Width-1 || len(cell.text) > maxTextUnits || hasLineBreak(cell.text) {
				cellLines = countLines(cell.text, column.Width)
				if cellLines > maxLinesOfRow || utf16Length(cell.text) > maxTextUnits {
					rest = s.carryOver(cells, index, rest)
					cellLines = min(countLines(cell.text, column.Width), maxLinesOfRow)
				}
			}
			lines = max(lines, cellLines)
			s.widths[index] = max(s.widths[index], min(float64(width)+1, column.Width))
		case number:
			format := s.book.styles.list[cell.style].Format
			s.widths[index] = max(s.widths[index], float64(numberWidth(cell.number, format)))
			if column.Total != "" {
				s.sums[index].value += cell.number
				s.sums[index].decimals = max(s.sums[index].decimals, decimalsOf(format))
			}
		}
	}
	s.rows = append(s.rows, row{cells: cells, lines: lines})
	return rest
}

func hasLineBreak(words string) bool {
	for index := range len(words) {
		if words[index] == '\n' {
			return true
		}
	}
	return false
}

// carryOver cuts the text of a cell and puts the rest into the row that follows,
// in which only the columns that say which row this is are repeated.
func (s *Sheet) carryOver(cells []Cell, index int, rest []Cell) []Cell {
	if rest == nil {
		rest = make([]Cell, len(cells))
		for other := range cells {
			if s.columns[other].Repeat {
				rest[other] = cells[other]
			}
		}
	}
	first, behind := cut(cells[index].text, maxLinesOfRow, s.columns[index].Width, maxTextUnits)
	rest[index] = cells[index]
	if runs := cells[index].runs; runs != nil {
		before, after := cutRuns(*runs, len(first), len(behind))
		cells[index].runs, rest[index].runs = &before, &after
	}
	cells[index].text, rest[index].text = first, behind
	return rest
}

// part is a sheet of the file: a sheet with more rows than Excel allows has
// several.
type part struct {
	sheet       *Sheet
	name, table string
	first       int // the index of its first row in the sheet
	rows        []row
	head        int // the row of the headings, from 1; 0 if there are none
}

// release lets go of the cells of a part that is written.
func (p *part) release() {
	for index := range p.rows {
		p.rows[index].cells = nil
	}
}

// split parts the sheet's rows so that each part fits a sheet of the file.
func (s *Sheet) split(limit int) []*part {
	above := len(s.above())
	head := 0
	if len(s.columns) > 0 {
		above++
		head = above
	}
	room := max(1, limit-above)
	var parts []*part
	for first := 0; first == 0 || first < len(s.rows); first += room {
		next := &part{sheet: s, name: s.name, first: first, head: head, rows: s.rows[first:min(first+room, len(s.rows))]}
		if first > 0 {
			next.name = s.book.names.unique(s.name, " (%d)", maxSheetName)
		}
		if s.layout.Table != "" && len(next.rows) > 0 {
			next.table = s.book.tables.unique(tableName(s.layout.Table), "_%d", maxTableName)
		}
		parts = append(parts, next)
	}
	return parts
}

// above returns the rows over the headings: headline, lines, remarks, totals.
func (s *Sheet) above() [][]Cell {
	var rows [][]Cell
	note := s.book.Style(Style{Role: Note})
	if s.layout.Title != "" {
		rows = append(rows, []Cell{{kind: text, text: s.layout.Title, style: s.book.Style(Style{Role: Title})}})
	}
	for _, line := range s.layout.Lines {
		switch {
		case line.style == 0:
			line.style = note
		case s.book.styles.list[line.style].Role == Link:
			line.style = s.book.Style(Style{Role: lineLink})
		}
		rows = append(rows, []Cell{line})
	}
	remarks := []struct {
		applies bool
		words   string
	}{{s.isContinued, s.book.properties.Continued}, {s.isRounded, s.book.properties.LongNumbers}}
	for _, remark := range remarks {
		if remark.applies && remark.words != "" {
			rows = append(rows, []Cell{{kind: text, text: remark.words, style: note}})
		}
	}
	if s.hasTotals() {
		rows = append(rows, nil) // filled by the part, which knows its rows
	}
	return rows
}

// isHidden reports whether a column is not shown. One with sparklines is, although no
// cell fills it.
func (s *Sheet) isHidden(index int) bool {
	if s.columns[index].Hidden {
		return true
	}
	hasLines := slices.ContainsFunc(s.sparklines, func(line sparkline) bool { return line.column == index })
	return len(s.rows) > 0 && !s.filled[index] && !hasLines
}

func (s *Sheet) hasTotals() bool {
	return len(s.rows) > 0 && slices.ContainsFunc(s.columns, func(column Column) bool { return column.Total != "" })
}

// place returns the part that holds a row of the sheet and the number of the row
// there, from 1.
func (s *Sheet) place(index int) (*part, int) {
	for _, part := range s.parts {
		if index < part.first+len(part.rows) {
			return part, part.head + 1 + index - part.first
		}
	}
	return nil, 0
}
