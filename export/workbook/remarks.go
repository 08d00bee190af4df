package workbook

import (
	"slices"

	"sheetconv/export/internal/spreadsheet"
	"sheetconv/export/table"
	"sheetconv/model"
)

// remarkTables are shown on one sheet: what a document says beside its items.
var remarkTables = []string{"grades", "summary", "notes", "unmapped"}

func (w *writer) hasRemarks() bool {
	return slices.ContainsFunc(remarkTables, func(name string) bool { return w.uses[name].rows > 0 })
}

// documentColumns are the first columns of sheets about documents.
func (w *writer) documentColumns() []spreadsheet.Column {
	var columns []spreadsheet.Column
	if w.severalCities {
		columns = append(columns, spreadsheet.Column{Title: w.heading("documents", "municipality"), Width: 12, Repeat: true})
	}
	return append(columns, spreadsheet.Column{Title: w.heading("documents", "input"), Width: 32, Repeat: true})
}

// documentCells name a document and lead to its row in the overview.
func (w *writer) documentCells(place int) []spreadsheet.Cell {
	var cells []spreadsheet.Cell
	if w.severalCities {
		cells = append(cells, w.book.Text(city(w.documents[place])))
	}
	return append(cells, w.linked(w.book.Text(w.documents[place].Key), w.overview, place+1))
}

func (w *writer) addRemarks() *spreadsheet.Sheet {
	return w.book.AddSheet(spreadsheet.Layout{
		Name: w.say(wordRemarks), Title: w.say(wordRemarks), Table: w.say(wordRemarks), Key: w.say(wordDocument),
		Columns: append(w.documentColumns(),
			spreadsheet.Column{Title: w.say(wordKind), Width: 18, Repeat: true},
			spreadsheet.Column{Title: w.heading("summary", "label"), Width: 36, Repeat: true},
			spreadsheet.Column{Title: w.heading("grades", "grade"), Width: 8},
			spreadsheet.Column{Title: w.heading("summary", "count"), Width: 8},
			spreadsheet.Column{Title: w.say(wordContent), Width: 90},
			spreadsheet.Column{Title: w.say(wordPlace), Width: 8}),
		FrozenColumns: 2, Lines: w.backLines()[:1],
	})
}

func (w *writer) fillRemarks() {
	for place, of := range w.documents {
		for _, name := range remarkTables {
			shown := table.Find(name)
			for cells := range shown.Rows(of) {
				row := append(w.documentCells(place), w.text(shown.Title))
				for _, column := range []string{"label", "grade", "count", "text", "line_number"} {
					row = append(row, w.named(shown, cells, column))
				}
				w.remarks.Add(place+1, row...)
			}
		}
	}
}

// named is the cell of a table's column, empty if the table has none of that name.
func (w *writer) named(of *table.Table, cells []table.Cell, name string) spreadsheet.Cell {
	column := of.Column(name)
	if column < 0 {
		return spreadsheet.Empty()
	}
	return w.cell(&of.Columns[column], &cells[column], "")
}

// findingColumns are the columns of findings behind their document.
var findingColumns = []struct {
	name  string
	width float64
}{{"severity", 10}, {"item_id", 24}, {"message", 80}, {"found", 30}, {"expected", 30}, {"line_number", 8}, {"column_number", 8}, {"code", 26}}

func (w *writer) addFindings() *spreadsheet.Sheet {
	columns := w.documentColumns()
	for _, column := range w.shownFindingColumns() {
		place := table.Find("diagnostics").Column(column.name)
		columns = append(columns, spreadsheet.Column{Title: w.say(table.Find("diagnostics").Columns[place].Title), Width: column.width, Repeat: column.name == "severity"})
	}
	return w.book.AddSheet(spreadsheet.Layout{
		Name: w.say(wordFindings), Title: w.say(wordFindings), Table: w.say(wordFindings), Key: w.say(wordDocument),
		Columns: columns, FrozenColumns: 2, Lines: w.backLines()[:1],
	})
}

// shownFindingColumns are those that any finding fills.
func (w *writer) shownFindingColumns() []struct {
	name  string
	width float64
} {
	shown := findingColumns[:0:0]
	for _, column := range findingColumns {
		if w.uses["diagnostics"].columns[table.Find("diagnostics").Column(column.name)] {
			shown = append(shown, column)
		}
	}
	return shown
}

var severityTones = map[model.Severity]spreadsheet.Tone{
	model.SeverityError: spreadsheet.Bad, model.SeverityWarning: spreadsheet.Caution, model.SeverityInfo: spreadsheet.Plain,
}

func (w *writer) fillFindings() {
	shown := table.Find("diagnostics")
	columns := w.shownFindingColumns()
	for place, of := range w.documents {
		next := 0
		for cells := range shown.Rows(of) {
			finding := &of.Findings[next]
			next++
			row := w.documentCells(place)
			for _, column := range columns {
				cell := w.named(shown, cells, column.name)
				switch column.name {
				case "severity":
					cell = cell.Styled(w.book.Style(spreadsheet.Style{Tone: severityTones[finding.Severity]}))
				case "message":
					cell = w.book.Text(w.message(&finding.Diagnostic))
				case "item_id":
					cell = w.linked(cell, w.list, w.keys[itemID{place, finding.Item}])
				}
				row = append(row, cell)
			}
			w.findings.Add(place+1, row...)
		}
	}
}

// message is a finding's message in the workbook's language, where what it was made
// of is known; a model that was read back has the English one.
func (w *writer) message(diagnostic *model.Diagnostic) string {
	entry, known := model.Describe(diagnostic.Code)
	if w.language != "ja" || !known || len(diagnostic.Arguments) == 0 || entry.Arguments() != len(diagnostic.Arguments) {
		return diagnostic.Message
	}
	return model.Fill(entry.Japanese, diagnostic.Arguments)
}
