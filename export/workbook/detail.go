package workbook

import (
	"sheetconv/export/internal/spreadsheet"
	"sheetconv/export/table"
)

// detail says how a table about items is shown on a sheet of its own.
type detail struct {
	table   string
	columns []detailColumn
	line    *table.Words
}

// detailColumn is a column of a table on its sheet.
type detailColumn struct {
	name   string
	width  float64 // the usual one if 0
	total  bool
	repeat bool // says which row it is
}

// details are the sheets about items, in their order. A column that no row fills is
// left out.
var details = []detail{
	{table: "costs", line: &wordCostLine, columns: []detailColumn{
		{name: "fy"}, {name: "basis"}, {name: "line", width: 20}, {name: "label", width: 36}, {name: "yen", total: true}, {name: "raw", width: 28}, {name: "line_number"},
	}},
	{table: "unit_costs", columns: []detailColumn{
		{name: "fy"}, {name: "label", width: 36}, {name: "yen"}, {name: "denominator_name", width: 40}, {name: "denominator_number"}, {name: "denominator_unit"},
		{name: "denominator_yen"}, {name: "denominator_raw", width: 40}, {name: "denominator_note", width: 30}, {name: "denominator_as_of"}, {name: "denominator_fy"}, {name: "line_number"},
	}},
	{table: "staffing", line: &wordStaffLine, columns: []detailColumn{
		{name: "fy"}, {name: "category", width: 24}, {name: "label", width: 36}, {name: "people", total: true}, {name: "yen", total: true}, {name: "line_number"},
	}},
	{table: "evaluations", columns: []detailColumn{
		{name: "criterion", width: 16, repeat: true}, {name: "label", width: 24, repeat: true}, {name: "fy", repeat: true}, {name: "grade"}, {name: "choice", width: 20},
		{name: "options", width: 22}, {name: "reason", width: 64}, {name: "line_number"},
	}},
	{table: "schedule"}, // plan beside result: see addSchedule
	{table: "texts", columns: []detailColumn{
		{name: "key", width: 16, repeat: true}, {name: "label", width: 24, repeat: true}, {name: "fy", repeat: true}, {name: "text", width: 96}, {name: "line_number"},
	}},
	{table: "attributes", columns: []detailColumn{
		{name: "label", width: 44, repeat: true}, {name: "raw", width: 50}, {name: "number"}, {name: "unit"}, {name: "yen"}, {name: "fy"}, {name: "as_of"},
		{name: "note", width: 24}, {name: "options", width: 36}, {name: "selected", width: 36}, {name: "line_number"},
	}},
}

// usage says how many rows a table has, and which of its columns are filled.
type usage struct {
	rows    int
	columns []bool
}

// measureUses goes through the tables that are shown as they are.
func (w *writer) measureUses() {
	shown := []string{"grades", "summary", "notes", "unmapped", "diagnostics"}
	for _, detail := range details {
		shown = append(shown, detail.table)
	}
	for _, name := range shown {
		of := table.Find(name)
		use := &usage{columns: make([]bool, len(of.Columns))}
		w.uses[name] = use
		for _, document := range w.documents {
			for cells := range of.Rows(document) {
				use.rows++
				for index := range cells {
					use.columns[index] = use.columns[index] || !cells[index].IsMissing()
				}
			}
		}
	}
	indicators := &usage{}
	for index := range w.items {
		indicators.rows += len(w.items[index].item.Indicators)
	}
	w.uses["indicators"] = indicators
}

// detailSheet is a sheet that shows a table.
type detailSheet struct {
	of    *table.Table
	sheet *spreadsheet.Sheet
	// columns are the places of the shown columns in the table; raw is the column
	// that has the amounts as printed, or -1.
	columns []int
	raw     int
}

func (w *writer) addDetail(shown detail) *detailSheet {
	of := table.Find(shown.table)
	sheet := &detailSheet{of: of, raw: of.Column("raw")}
	columns := w.leadColumns()
	for _, column := range shown.columns {
		place := of.Column(column.name)
		if !w.uses[shown.table].columns[place] {
			continue
		}
		sheet.columns = append(sheet.columns, place)
		total := ""
		if column.total {
			total = spreadsheet.NumberFormat(w.decimals(of, place))
			if of.Columns[place].Type == table.Yen {
				total = w.yenFormat()
			}
		}
		columns = append(columns, spreadsheet.Column{
			Title: w.say(of.Columns[place].Title), Width: column.width, Repeat: column.repeat, Total: total,
		})
	}
	title := w.say(of.Title)
	layout := spreadsheet.Layout{
		Name: title, Title: title, Table: title, Key: w.say(wordNumber), Columns: columns,
		FrozenColumns: len(w.leadColumns()) + 1, Total: w.say(wordTotal), Lines: w.backLines(),
	}
	if shown.line != nil {
		layout.Lines = append(layout.Lines, w.text(*shown.line))
	}
	sheet.sheet = w.book.AddSheet(layout)
	return sheet
}

// decimals returns how many decimals the numbers of a column have at most.
func (w *writer) decimals(of *table.Table, place int) int {
	most := 0
	for _, document := range w.documents {
		for cells := range of.Rows(document) {
			if cells[place].Type() == table.Decimal {
				most = max(most, cells[place].Number().Decimals())
			}
		}
	}
	return most
}

// backLines are the lines that lead back from a sheet of details.
func (w *writer) backLines() []spreadsheet.Cell {
	lines := []spreadsheet.Cell{w.book.LinkToSheet(w.text(wordToOverview), w.overview)}
	if w.list != nil {
		lines = append(lines, w.book.LinkToSheet(w.text(wordToList), w.list))
	}
	return lines
}

// leadColumns are the first columns of each sheet about items: they say which item a
// row belongs to.
func (w *writer) leadColumns() []spreadsheet.Column {
	var columns []spreadsheet.Column
	if w.severalCities {
		columns = append(columns, spreadsheet.Column{Title: w.heading("documents", "municipality"), Width: 12, Repeat: true})
	}
	if w.severalYears {
		columns = append(columns, spreadsheet.Column{Title: w.heading("documents", "fiscal_year"), Width: 10, Repeat: true})
	}
	return append(columns, spreadsheet.Column{Title: w.say(wordItem), Width: 26, Repeat: true})
}

// leadCells are the cells of the lead columns; the item's name leads to its row in
// the list.
func (w *writer) leadCells(row *itemRow) []spreadsheet.Cell {
	var cells []spreadsheet.Cell
	if w.severalCities {
		cells = append(cells, w.book.Text(city(row.of)))
	}
	if w.severalYears {
		cells = append(cells, w.year(row.of.FiscalYear))
	}
	return append(cells, w.linked(w.book.Text(row.fullName()), w.list, row.key))
}

func (w *writer) fillDetail(detail *detailSheet) {
	itemID := detail.of.Column("item_id")
	next := 0 // the first item that may have the next rows
	for place, of := range w.documents {
		for next < len(w.items) && w.items[next].place < place {
			next++
		}
		current := next
		var lead []spreadsheet.Cell
		leading := -1
		for cells := range detail.of.Rows(of) {
			for of.ItemID(w.items[current].index) != cells[itemID].Text() {
				current++
			}
			if leading != current {
				lead, leading = w.leadCells(&w.items[current]), current
			}
			raw := ""
			if detail.raw >= 0 {
				raw = cells[detail.raw].Text()
			}
			row := make([]spreadsheet.Cell, 0, len(lead)+len(detail.columns))
			row = append(row, lead...)
			for _, column := range detail.columns {
				row = append(row, w.cell(&detail.of.Columns[column], &cells[column], raw))
			}
			detail.sheet.Add(w.items[current].key, row...)
		}
	}
}
