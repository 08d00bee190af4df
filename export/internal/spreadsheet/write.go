package spreadsheet

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// writePart fills a sheet of the file. The library writes what stands before the
// cells when the stream begins, and what stands behind them when it ends.
func (o *output) writePart(p *part) error {
	if len(p.sheet.columns) > maxColumns {
		return fmt.Errorf("it has %d columns; Excel has no more than %d", len(p.sheet.columns), maxColumns)
	}
	if err := o.beginPage(p); err != nil {
		return err
	}
	stream, err := o.file.NewStreamWriter(p.name)
	if err != nil {
		return err
	}
	widths := p.sheet.columnWidths()
	// The library puts each column before those it knows, and Excel wants them in
	// order.
	for index := len(widths) - 1; index >= 0; index-- {
		if err := stream.SetColWidth(index+1, index+1, widths[index]); err != nil {
			return err
		}
		if p.sheet.isHidden(index) {
			if err := stream.SetColVisible(index+1, index+1, false); err != nil {
				return err
			}
		}
	}
	if len(widths) == 0 {
		// Charts hang on cells, whose usual size is not the same in all programs.
		if err := stream.SetColWidth(1, chartColumns, chartColumnWidth); err != nil {
			return err
		}
	}
	if p.head > 0 {
		if err := stream.SetPanes(p.panes()); err != nil {
			return err
		}
	}
	if err := o.writeRows(stream, p, widths); err != nil {
		return err
	}
	if err := o.addTable(stream, p); err != nil {
		return err
	}
	for _, add := range []func(*part) error{o.addConditions, o.addSparklines, o.addCharts, o.endPage} {
		if err := add(p); err != nil {
			return err
		}
	}
	return stream.Flush()
}

// The columns of a sheet of charts are 64 pixels wide, its rows 18 high as the library
// counts pixels.
const (
	chartColumns     = 64
	chartColumnWidth = 8.43
	chartRowHeight   = 15
	chartRowPixels   = 18
)

// makeRoom writes the rows that charts stand on.
func (w *rowWriter) makeRoom(charts []placedChart) error {
	last := 0
	for _, placed := range charts {
		last = max(last, placed.row+int(placed.chart.Height)/chartRowPixels+1)
	}
	for w.number < last {
		if err := w.write(nil, chartRowHeight); err != nil {
			return err
		}
	}
	return nil
}

// The room that a column needs beyond its widest cell: margins, and in headings
// the button of the filter.
const (
	marginWidth = 2
	filterWidth = 3
	minWidth    = 5
)

// columnWidths returns how wide the columns become: as wide as their widest cell,
// and so wide that a heading takes at most three lines.
func (s *Sheet) columnWidths() []float64 {
	widths := make([]float64, len(s.columns))
	for index := range s.columns {
		heading := s.titles[index]
		word := 0
		for _, piece := range strings.Fields(heading) {
			if len(piece) == len([]rune(piece)) { // Latin words do not break
				word = max(word, len(piece))
			}
		}
		total := 0
		if s.columns[index].Total != "" {
			total = numberWidth(s.sums[index].value, s.columns[index].Total)
		}
		needed := max(math.Ceil(float64(TextWidth(heading))/3)+1, float64(word)) + filterWidth
		widths[index] = max(s.widths[index], needed, float64(total)+1, minWidth) + marginWidth
	}
	return widths
}

func (p *part) panes() *excelize.Panes {
	frozen := min(p.sheet.layout.FrozenColumns, len(p.sheet.columns))
	panes := &excelize.Panes{
		Freeze: true, XSplit: frozen, YSplit: p.head,
		TopLeftCell: cellName(frozen, p.head+1), ActivePane: "bottomLeft",
	}
	if frozen > 0 {
		panes.ActivePane = "bottomRight"
	}
	return panes
}

// cellName returns the name of a cell: of a column from 0 and a row from 1.
func cellName(column, row int) string { return columnName(column) + strconv.Itoa(row) }

func columnName(column int) string {
	name, err := excelize.ColumnNumberToName(column + 1)
	if err != nil {
		panic(fmt.Sprintf("spreadsheet: there is no column %d: %v", column, err))
	}
	return name
}

// rowWriter hands rows to the stream. Its cells are used again for each row.
type rowWriter struct {
	output *output
	stream *excelize.StreamWriter
	cells  []excelize.Cell
	values []any
	number int
}

func (o *output) writeRows(stream *excelize.StreamWriter, p *part, widths []float64) error {
	columns := max(len(p.sheet.columns), 1)
	writer := &rowWriter{
		output: o, stream: stream,
		cells: make([]excelize.Cell, columns), values: make([]any, columns),
	}
	for _, cells := range p.sheet.above() {
		height := lineHeight + rowPadding
		switch {
		case cells == nil:
			cells = p.totals()
		case writer.number == 0 && p.sheet.layout.Title != "":
			height = 26
		}
		if err := writer.write(cells, height); err != nil {
			return err
		}
	}
	if p.head == 0 {
		return writer.makeRoom(p.sheet.charts)
	}
	if err := writer.write(p.heads(widths)); err != nil {
		return err
	}
	for _, row := range p.rows {
		if err := writer.write(row.cells, rowHeight(row.lines)); err != nil {
			return err
		}
	}
	return nil
}

func rowHeight(lines int) float64 {
	return min(float64(lines)*lineHeight+rowPadding, maxRowHeight)
}

// heads returns the row of headings and its height.
func (p *part) heads(widths []float64) ([]Cell, float64) {
	style := p.sheet.book.Style(Style{Role: Head})
	cells := make([]Cell, len(p.sheet.titles))
	lines := 1
	for index, title := range p.sheet.titles {
		cells[index] = Cell{kind: text, text: title, style: style}
		if !p.sheet.isHidden(index) {
			lines = max(lines, countLines(title, widths[index]-filterWidth+1))
		}
	}
	return cells, rowHeight(lines)
}

// totals returns the row of sums over what a filter leaves. The sum in the file is
// that of all rows of the sheet's part.
func (p *part) totals() []Cell {
	sheet := p.sheet
	cells := make([]Cell, len(sheet.columns))
	style := sheet.book.Style(Style{Role: Total})
	for index := range cells {
		cells[index] = Cell{kind: text, style: style}
	}
	cells[0].text = sheet.layout.Total
	for index, column := range sheet.columns {
		if column.Total == "" {
			continue
		}
		name := columnName(index)
		value := sheet.sums[index]
		if len(p.rows) < len(sheet.rows) {
			value = p.sum(index)
		}
		scale := math.Pow10(value.decimals)
		cells[index] = Cell{
			kind: number, number: math.Round(value.value*scale) / scale,
			style:   sheet.book.Style(Style{Role: Total, Format: column.Total}),
			formula: &formula{expression: fmt.Sprintf("SUBTOTAL(109,%s%d:%s%d)", name, p.head+1, name, p.head+len(p.rows))},
		}
	}
	return cells
}

func (p *part) sum(column int) sum {
	total := sum{decimals: p.sheet.sums[column].decimals}
	for _, row := range p.rows {
		if column < len(row.cells) && row.cells[column].kind == number {
			total.value += row.cells[column].number
		}
	}
	return total
}

// write puts the next row into the stream.
func (w *rowWriter) write(cells []Cell, height float64) error {
	w.number++
	for index := range cells {
		cell := &cells[index]
		if cell.kind == empty {
			w.values[index] = nil
			continue
		}
		into := &w.cells[index]
		into.Formula = ""
		style := cell.style
		if cell.formula != nil {
			expression, found := w.expression(cell)
			if !found {
				style = cell.formula.plain
			}
			into.Formula = expression
		}
		into.StyleID = w.output.styles[style]
		if cell.runs != nil {
			into.Value = w.output.richText(*cell.runs)
		} else if cell.kind == text {
			into.Value = cell.text
		} else if whole := int64(cell.number); float64(whole) == cell.number {
			into.Value = whole
		} else {
			into.Value = cell.number
		}
		w.values[index] = into
	}
	return w.stream.SetRow("A"+strconv.Itoa(w.number), w.values[:len(cells)], excelize.RowOpts{Height: height})
}

// expression returns a cell's formula, and whether there is one: a link whose key
// is on no row has none.
func (w *rowWriter) expression(cell *Cell) (string, bool) {
	formula := cell.formula
	if formula.target == nil {
		return strings.ReplaceAll(formula.expression, "{row}", strconv.Itoa(w.number)), true
	}
	target := formula.target
	shown := `"` + strings.ReplaceAll(cell.text, `"`, `""`) + `"`
	if cell.kind == number {
		shown = strconv.FormatFloat(cell.number, 'f', -1, 64)
	}
	if formula.top {
		return fmt.Sprintf(`HYPERLINK("#%s!A1",%s)`, quoteSheet(target.parts[0].name), shown), len(shown) < maxFormulaText
	}
	index, there := target.firstRow[formula.key]
	if !there || len(shown) >= maxFormulaText {
		return "", false
	}
	part, _ := target.place(index)
	sheet := quoteSheet(part.name)
	return fmt.Sprintf(`HYPERLINK("#%s!A"&MATCH(%d,%s!A:A,0),%s)`, sheet, formula.key, sheet, shown), true
}

// maxFormulaText is how long a text inside a formula may be.
const maxFormulaText = 255

// quoteSheet returns a sheet's name as it stands in formulas.
func quoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// addTable makes the rows a table with filters.
func (o *output) addTable(stream *excelize.StreamWriter, p *part) error {
	if p.table == "" {
		return nil
	}
	stripes := true
	return stream.AddTable(&excelize.Table{
		Range: p.area(0, len(p.sheet.columns)-1, p.head), Name: p.table,
		StyleName: "TableStyleLight9", ShowRowStripes: &stripes,
	})
}

// area returns the range of some columns from a row on to the part's last.
func (p *part) area(first, last, fromRow int) string {
	return cellName(first, fromRow) + ":" + cellName(last, p.head+len(p.rows))
}
