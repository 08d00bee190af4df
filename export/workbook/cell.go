package workbook

import (
	"fmt"
	"strings"

	"sheetconv/export/internal/spreadsheet"
	"sheetconv/export/table"
	"sheetconv/model"
)

// cell shows a cell of a table; raw is the text as printed that stands beside an
// amount of money.
func (w *writer) cell(column *table.Column, cell *table.Cell, raw string) spreadsheet.Cell {
	switch cell.Type() {
	case table.Missing:
		return spreadsheet.Empty()
	case table.Integer, table.Year:
		return w.book.Integer(cell.Integer(), spreadsheet.FormatYear)
	case table.Decimal:
		return w.number(cell.Number(), "")
	case table.Yen:
		return w.money(model.NewYen(cell.Integer()), raw)
	case table.Date:
		return w.date(cell.Date())
	case table.Boolean:
		return w.boolean(cell.Boolean())
	case table.List:
		return w.book.Text(strings.Join(cell.List(), "\n"))
	default:
		return w.book.Text(w.title(column, cell.Text()))
	}
}

// title returns what people call a value of a column.
func (w *writer) title(column *table.Column, value string) string {
	for _, known := range column.Values {
		if known.Name == value {
			return w.say(known.Title)
		}
	}
	return value
}

// titleOf returns what people call a value of a table's column.
func (w *writer) titleOf(name, column, value string) string {
	if value == "" {
		return ""
	}
	of := table.Find(name)
	return w.title(&of.Columns[of.Column(column)], value)
}

// heading returns the heading of a table's column.
func (w *writer) heading(name, column string) string {
	of := table.Find(name)
	return w.say(of.Columns[of.Column(column)].Title)
}

// number is a number as printed: 3.70 has two decimals, and one of per cent its sign.
func (w *writer) number(number model.Number, unit string) spreadsheet.Cell {
	digits := number.String()
	if unit == "%" || unit == "％" {
		return w.book.FormattedDecimal(digits, spreadsheet.NumberFormat(number.Decimals())+`"%"`)
	}
	return w.book.Decimal(digits)
}

// money is an amount in yen, shown in the unit that the sheet prints: 5,454千円 holds
// 5454000.
func (w *writer) money(yen model.Yen, raw string) spreadsheet.Cell {
	if yen.IsZero() {
		return spreadsheet.Empty()
	}
	unit, scale := wordYen, ""
	switch amount := yen.Amount(); {
	case strings.Contains(raw, "百万円") && amount%1_000_000 == 0:
		unit, scale = wordMillionYen, ",,"
	case strings.Contains(raw, "千円") && amount%1000 == 0:
		unit, scale = wordThousandYen, ","
	}
	return w.book.Integer(yen.Amount(), w.moneyFormat(scale, unit))
}

func (w *writer) moneyFormat(scale string, unit table.Words) string {
	blank := " "
	if w.language == "ja" {
		blank = ""
	}
	return spreadsheet.FormatInteger + scale + `"` + blank + w.say(unit) + `"`
}

func (w *writer) yenFormat() string { return w.moneyFormat("", wordYen) }

func (w *writer) date(date model.Date) spreadsheet.Cell {
	if date.IsZero() {
		return spreadsheet.Empty()
	}
	return w.book.Date(date.Year, date.Month, date.Day)
}

func (w *writer) boolean(is bool) spreadsheet.Cell {
	if is {
		return w.text(wordYes)
	}
	return w.text(wordNo)
}

// year is a fiscal year, empty if it is 0.
func (w *writer) year(fy int) spreadsheet.Cell {
	if fy == 0 {
		return spreadsheet.Empty()
	}
	return w.book.Integer(int64(fy), spreadsheet.FormatYear)
}

// count is a number of rows, empty if there are none.
func (w *writer) count(rows int) spreadsheet.Cell {
	if rows == 0 {
		return spreadsheet.Empty()
	}
	return w.book.Integer(int64(rows), spreadsheet.FormatInteger).Styled(w.counts)
}

// sayYear names a fiscal year.
func (w *writer) sayYear(fy int) string {
	if fy == 0 {
		return w.say(wordNoFY)
	}
	return fmt.Sprintf(w.say(wordFY), fy)
}

// linked makes a cell lead to the rows of a key, if there is such a sheet.
func (w *writer) linked(cell spreadsheet.Cell, to *spreadsheet.Sheet, key int) spreadsheet.Cell {
	if to == nil {
		return cell
	}
	return w.book.LinkTo(cell, to, key)
}

// fullName returns an item's number and name, or its id where it has neither.
func (r *itemRow) fullName() string {
	switch {
	case r.item.Number == "" && r.item.Name == "":
		return r.of.ItemID(r.index)
	case r.item.Number == "":
		return r.item.Name
	case r.item.Name == "":
		return r.item.Number
	}
	return r.item.Number + " " + r.item.Name
}
