package misato

import (
	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// maxRowsAcross is how many rows a table with the years across has below them.
const maxRowsAcross = 5

// readYearsAcross reads the row of 計画値, 実績値, 達成率 or 所見 in a table whose head has the
// years: a turned one. Each value is that of the year in its column.
func (r *reader) readYearsAcross(token sheet.Token, label string, k kind) bool {
	if k < planColumn || k > noteColumn || r.indicators.current == nil || r.Next >= len(r.Tokens) ||
		r.Grid.Layout != grid.PipeRows && r.Grid.Layout != grid.Tabs {
		return false
	}
	if next := r.Tokens[r.Next]; next.Label != sheet.NoLabel || next.Row != token.Row {
		return false
	}
	years := r.yearsAbove(token)
	if len(years) < 2 {
		return false
	}
	for r.Next < len(r.Tokens) && r.Tokens[r.Next].Label == sheet.NoLabel && r.Tokens[r.Next].Row == token.Row {
		cell := r.Tokens[r.Next]
		r.Next++
		if year := years[cell.Index]; year != 0 {
			r.addAcross(cell, label, k, year)
		} else {
			r.Report(model.CodeColumnUnknown, cell.At, label, cell.Text, "目標進捗")
		}
	}
	return true
}

// yearsAbove returns the years in the head of the table in which a token begins a row, by
// their columns.
func (r *reader) yearsAbove(token sheet.Token) map[int32]int {
	var years map[int32]int
	head := int32(-1)
	for i := r.Next - 2; i >= 0 && r.Tokens[i].Row >= token.Row-maxRowsAcross; i-- {
		above := r.Tokens[i]
		if head >= 0 && above.Row != head {
			break
		}
		year, end, found := r.readRowYear(above.Text)
		if !found || end < len(above.Text) || above.Row == token.Row || above.Index <= token.Index || r.Grid.Rows[above.Row].Width < r.Grid.Rows[token.Row].Width {
			continue
		}
		if years == nil {
			years, head = map[int32]int{}, above.Row
		}
		years[above.Index] = year
	}
	return years
}

// addAcross adds a cell of such a row to the indicator.
func (r *reader) addAcross(cell sheet.Token, label string, k kind, year int) {
	indicator := r.indicators.current
	switch k {
	case planColumn:
		r.AddValue(indicator, year, model.Target, cell.Cell, year)
	case actualColumn:
		r.AddValue(indicator, year, model.Actual, cell.Cell, year)
	case rateColumn:
		row := &yearRow{reader: r, year: year, anchor: cell, cells: []sheet.Token{cell}}
		row.readRate(row.cells, len(row.cells))
	case noteColumn:
		if ja.IsDash(ja.StripMarkup(cell.Text)) {
			r.Skip(cell.Cell)
			return
		}
		r.item.Texts = append(r.item.Texts, model.Text{
			At: cell.At, Key: model.TextRemark, Label: label, FY: year, Text: r.Value(cell.Cell),
		})
	}
}
