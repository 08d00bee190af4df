package komaki

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readValues adds the values of a row to its indicator.
func (r *reader) readValues(indicator *model.Indicator, values []placed, known bool) {
	columns, _ := r.indicators.heads()
	for i := range values {
		if at := values[i].column; at != none && columns[at].kind == unitColumn {
			r.readUnit(indicator, values[i].cell)
		}
	}
	if count := mayBeFigures(values); indicator.Values == nil && count > 0 {
		indicator.Values = r.ReserveValues(count)
	}
	doubtful := !known && len(values) < len(columns) && (countFigures(values) > 1 || hasDash(values))
	// Behind the baseline only results stand, of a year that can't be told.
	resultsFollow := len(values) > 0 && values[0].column == 0 && len(values) <= len(columns)
	if at := firstDoubtful(values, doubtful); !known && at != none && (values[at].column != none || resultsFollow) {
		r.reportUnplaced(indicator, values[at].cell, len(values))
	}
	for i := range values {
		value := &values[i]
		if value.column != none {
			before := len(indicator.Values)
			column := r.indicators.measureOf(columns[value.column])
			if column.lacksYear() && !ja.IsDash(sheet.PlainText(value.cell.Text)) {
				r.Report(model.CodeYearUnknown, value.cell.At, indicator.Name, "1", "1", "no year printed")
			}
			if column.kind == valueColumn && sheet.IsArrow(value.cell.Text) {
				r.Report(model.CodeColumnUnknown, value.cell.At, indicator.Name, value.cell.Text, r.columnNames())
				continue
			}
			r.readValue(indicator, &column, value.cell)
			for at := before; doubtful && at < len(indicator.Values); at++ {
				r.baselines.leaveUndated(indicator.Values[at].At)
			}
			continue
		}
		switch text := sheet.PlainText(value.cell.Text); {
		case i > 0 && resultsFollow && !sheet.IsArrow(text):
			r.readValue(indicator, &valueCell{columnEntry: columnEntry{kind: valueColumn, measure: model.Actual}}, value.cell)
		case ja.IsDash(text):
			r.Skip(value.cell)
		default:
			r.Report(model.CodeColumnUnknown, value.cell.At, indicator.Name, text, r.columnNames())
		}
	}
}

// mayBeFigures counts the values that are neither dashes nor arrows, as far as their
// first bytes tell.
func mayBeFigures(values []placed) int {
	count := 0
	for i := range values {
		if text := values[i].cell.Text; text != "" && text[0] != '-' && text[0] != "—"[0] {
			count++
		}
	}
	return count
}

// lacksYear reports whether a column of results or rates has a head without a year.
func (c *valueCell) lacksYear() bool {
	return c.kind == valueColumn && c.fy == 0 && c.measure != model.Baseline
}

// countFigures returns how many of a row's values are figures.
func countFigures(values []placed) int {
	count := 0
	for _, value := range values {
		if text := sheet.PlainText(value.cell.Text); sheet.IsValue(text) && !ja.IsDash(text) && !sheet.IsArrow(text) {
			count++
		}
	}
	return count
}

// firstDoubtful returns the first value of which the column can't be told, none
// if there is none. Where all of the row is in doubt, a figure in its place is.
func firstDoubtful(values []placed, all bool) int {
	unplaced := slices.IndexFunc(values, func(value placed) bool {
		return value.column == none && !ja.IsDash(sheet.PlainText(value.cell.Text))
	})
	if unplaced == none && all && countFigures(values) > 0 {
		return 0
	}
	return unplaced
}

// hasDash reports whether a row prints dashes: then lost cells are any.
func hasDash(values []placed) bool {
	return slices.ContainsFunc(values, func(value placed) bool { return ja.IsDash(sheet.PlainText(value.cell.Text)) })
}

func (r *reader) reportUnplaced(indicator *model.Indicator, cell grid.Cell, found int) {
	columns, _ := r.indicators.heads()
	r.Report(model.CodeYearUnknown, cell.At, indicator.Name, strconv.Itoa(found), strconv.Itoa(len(columns)), r.columnNames())
}

// columnNames names the columns of the table's values.
func (r *reader) columnNames() string {
	columns, _ := r.indicators.heads()
	var years []string
	for _, column := range columns {
		switch {
		case column.measure == model.Baseline:
			years = append(years, "基準値")
		case column.kind == valueColumn:
			years = append(years, sheet.Year(column.fy))
		case column.kind == aimColumn:
			years = append(years, "目指す方向")
		}
	}
	return strings.Join(years, ", ")
}

func (r *reader) readUnit(indicator *model.Indicator, cell grid.Cell) {
	cell = r.TrimBold(cell)
	if text := ja.Fold(sheet.PlainText(cell.Text)); ja.IsDash(text) {
		r.Skip(cell)
	} else {
		r.Grid.Claim(cell, grid.Value)
		indicator.Unit = text
	}
}

// readValue reads a cell as what its column holds.
func (r *reader) readValue(indicator *model.Indicator, column *valueCell, cell grid.Cell) {
	switch column.kind {
	case valueColumn:
		r.readFigure(indicator, column, r.TrimBold(cell))
	case goalColumn:
		indicator.Goal = r.Goal(r.TrimBold(cell), indicator.Name, indicator.Unit, r.near())
	case aimColumn:
		r.readAim(indicator, r.TrimBold(cell))
	}
}

// near returns a fiscal year near those of the table, for years without an era.
func (r *reader) near() int {
	for _, column := range r.indicators.columns {
		if column.fy != 0 {
			return column.fy
		}
	}
	return 2024
}

// readFigure reads a value. A blank inside its number comes from the extraction,
// and a rank may stand in brackets though its number is missing.
func (r *reader) readFigure(indicator *model.Indicator, column *valueCell, cell grid.Cell) {
	if len(cell.Text) <= len("—") && ja.IsDash(cell.Text) {
		r.Skip(cell) // most cells of years that are to come
		return
	}
	if rests := r.indicators.rests[cell.Offset]; rests != nil {
		r.readWrappedFigure(indicator, column, cell, rests)
		return
	}
	printed := sheet.PlainText(cell.Text)
	if len(printed) == len(cell.Text) && ja.IsDash(printed) || printed == "" { // nothing but a <br>
		r.Skip(cell)
		return
	}
	expect := ja.Expect{Unit: indicator.Unit, NearFY: r.near()}
	direct := ja.ReadQuantity(printed, expect)
	if direct.Kind == ja.Unreadable {
		reading := ja.ReadQuantity(sheet.CloseGaps(strings.ReplaceAll(printed, "\n", " ")), expect)
		if rank := ja.ReadQuantity(openBracket(printed), expect); rank.Kind == ja.Ranked {
			reading = rank
		}
		if reading.Kind == ja.Numeric || reading.Kind == ja.Ranked {
			r.Grid.Claim(cell, grid.Value)
			reading.Quantity.Raw = printed
			addQuantity(indicator, column, cell.At, &reading.Quantity)
			return
		}
	}
	if last := printed[len(printed)-1]; last != ')' && strings.Contains(printed, "(") && sheet.OpenBrackets(printed) > 0 {
		column = r.openYear(indicator, column, cell)
	} else if direct.Kind == ja.Unreadable {
		column = r.printedYear(column, cell, printed)
	}
	before := len(indicator.Values)
	if len(printed) < len(cell.Text) {
		direct = ja.ReadQuantity(cell.Text, expect) // with its markup
	}
	r.AddReading(indicator, column.fy, column.measure, cell, &direct)
	if len(indicator.Values) > before {
		r.addQuotes(&indicator.Values[before], cell)
	}
}

// openYear takes the year from the column of a value whose bracket breaks off: its own year
// may stand in what is lost of it.
func (r *reader) openYear(indicator *model.Indicator, column *valueCell, cell grid.Cell) *valueCell {
	r.Report(model.CodeYearUnreadable, cell.At, indicator.Name, cell.Text)
	r.baselines.leaveUndated(cell.At)
	undated := *column
	undated.fy = 0
	return &undated
}

// readWrappedFigure reads a value that goes on in the cells below its first line. What
// makes no value of it stays unmapped.
func (r *reader) readWrappedFigure(indicator *model.Indicator, column *valueCell, cell grid.Cell, rests []grid.Cell) {
	expect := ja.Expect{Unit: indicator.Unit, NearFY: r.near()}
	cells := append([]grid.Cell{cell}, rests...)
	for count := len(cells); count > 0; count-- {
		printed := sheet.JoinCells(cells[:count], "\n")
		reading := ja.ReadQuantity(sheet.JoinCells(cells[:count], ""), expect) // no blank stood at the line's end
		if !isFigure(reading.Kind) {
			reading = ja.ReadQuantity(sheet.CloseGaps(ja.Unwrap(printed)), expect)
		}
		if !isFigure(reading.Kind) {
			continue
		}
		for _, own := range cells[:count] {
			r.Grid.Claim(own, grid.Value)
		}
		reading.Quantity.Raw = printed
		addQuantity(indicator, column, cell.At, &reading.Quantity)
		for i := range reading.Further {
			addQuantity(indicator, column, cell.At, &reading.Further[i])
		}
		return
	}
}

func isFigure(kind ja.Kind) bool { return kind == ja.Numeric || kind == ja.Ranked || kind == ja.State }

// openBracket returns a text without the bracket that it begins with.
func openBracket(text string) string {
	open, closed, end := sheet.NextBracket(text, 0)
	if open > 0 || closed == end {
		return text
	}
	_, size := utf8.DecodeRuneInString(text)
	return text[size:closed] + text[end:]
}

// addQuotes gives a value as printed the quotation marks round its cell.
func (r *reader) addQuotes(value *model.Value, cell grid.Cell) {
	start, end := int(cell.Offset), int(cell.Offset)+len(cell.Text)
	if start > 0 && r.Grid.Text[start-1] == '"' && r.Grid.InCell(start-1) {
		value.Raw = `"` + value.Raw
		value.At.Column--
	}
	if end < len(r.Grid.Text) && r.Grid.Text[end] == '"' && r.Grid.InCell(end) {
		value.Raw += `"`
	}
}

func addQuantity(indicator *model.Indicator, column *valueCell, at model.Position, quantity *model.Quantity) {
	fy := column.fy
	if quantity.FY != 0 {
		fy = quantity.FY
	}
	indicator.Values = append(indicator.Values, model.Value{
		At: at, FY: fy, Measure: column.measure, Figure: quantity.Figure, AsOf: quantity.AsOf, Note: quantity.Note,
	})
}

// readAim reads 目指す方向: an arrow, a word or a bound.
func (r *reader) readAim(indicator *model.Indicator, cell grid.Cell) {
	if sheet.PlainText(cell.Text) == "" {
		r.Skip(cell)
		return
	}
	indicator.Direction = r.Direction(cell, indicator.Name, indicator.Unit)
}

// countSure returns how many of the cells are figures for sure.
func countSure(cells []grid.Cell) int {
	count := 0
	for _, cell := range cells {
		if sheet.IsSureValue(cell) && sheet.HasDigit(cell.Text) {
			count++
		}
	}
	return count
}
