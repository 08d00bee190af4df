package workbook

import (
	"slices"
	"strings"

	"sheetconv/export/internal/spreadsheet"
	"sheetconv/export/table"
	"sheetconv/model"
)

// addList adds the sheet with one row for each item.
func (w *writer) addList() *spreadsheet.Sheet {
	items := func(name string, width float64) spreadsheet.Column {
		return spreadsheet.Column{Title: w.heading("items", name), Width: width}
	}
	own := func(words table.Words, width float64) spreadsheet.Column {
		return spreadsheet.Column{Title: w.say(words), Width: width}
	}
	var columns []spreadsheet.Column
	if len(w.documents) > 1 {
		columns = append(columns, own(wordDocument, 8))
	}
	if w.severalCities {
		columns = append(columns, spreadsheet.Column{Title: w.heading("documents", "municipality"), Width: 12})
	}
	if w.severalYears {
		columns = append(columns, spreadsheet.Column{Title: w.heading("documents", "fiscal_year"), Width: 10})
	}
	columns = append(columns, items("number", 14), items("name", 36))
	frozen := len(columns) + 1
	columns = append(columns, items("kind", 12), items("status", 8), own(wordParent, 26), own(wordPolicy, 36), own(wordDepartments, 26))
	if w.hasHeads() {
		columns = append(columns, own(wordHeads, 22))
	}
	columns = append(columns, own(wordPeriod, 20))
	for _, of := range w.costYears {
		columns = append(columns, spreadsheet.Column{Title: w.say(wordCostAsItIs) + " " + w.sayCostYear(of), Width: 20, Total: w.yenFormat()})
	}
	columns = append(columns, own(wordGrades, 24), own(wordMain, 30), own(wordAchievement, 10))
	share := len(columns) - 1
	for _, name := range w.countedTables() {
		columns = append(columns, spreadsheet.Column{Title: w.say(table.Find(name).Title), Width: 8})
	}
	sheet := w.book.AddSheet(spreadsheet.Layout{
		Name: w.say(wordList), Title: w.say(wordList), Table: w.say(wordList), Key: w.say(wordNumber), Columns: columns,
		FrozenColumns: frozen, Total: w.say(wordTotal),
		Lines: []spreadsheet.Cell{w.book.LinkToSheet(w.text(wordToOverview), w.overview), w.text(wordListLine), w.text(wordShareLine)},
	})
	sheet.ColourScale(share, lowShare, midShare, fullShare)
	return sheet
}

// The shares between which the colours of achievements run from red over yellow to
// green.
const lowShare, midShare, fullShare = 0.5, 0.8, 1.0

// countedTables are the tables whose rows the list counts, where any item has such.
func (w *writer) countedTables() []string {
	return slices.DeleteFunc(append([]string{"indicators"}, detailTables()...), func(name string) bool { return w.uses[name].rows == 0 })
}

func (w *writer) hasHeads() bool {
	return slices.ContainsFunc(w.items, func(row itemRow) bool { return w.heads(row.item) != "" })
}

func (w *writer) fillList() {
	counted, hasHeads := w.countedTables(), w.hasHeads()
	for index := range w.items {
		row := &w.items[index]
		w.list.Add(row.key, w.listCells(row, counted, hasHeads)...)
	}
}

func (w *writer) listCells(row *itemRow, counted []string, hasHeads bool) []spreadsheet.Cell {
	item := row.item
	cells := make([]spreadsheet.Cell, 0, 32)
	if len(w.documents) > 1 {
		cells = append(cells, w.linked(w.count(row.place+1), w.overview, row.place+1))
	}
	if w.severalCities {
		cells = append(cells, w.book.Text(city(row.of)))
	}
	if w.severalYears {
		cells = append(cells, w.year(row.of.FiscalYear))
	}
	cells = append(cells,
		w.book.Text(item.Number), w.linked(w.book.Text(item.Name), w.firstDetail(item), row.key),
		w.book.Text(w.titleOf("items", "kind", string(item.Kind))), w.book.Text(w.titleOf("items", "status", string(item.Status))),
		w.linked(w.book.Text(w.parentName(row)), w.list, w.keys[itemID{row.place, row.item.Parent}]), w.book.Text(policyPath(item)), w.book.Text(w.departments(item)))
	if hasHeads {
		cells = append(cells, w.book.Text(w.heads(item)))
	}
	cells = append(cells, w.book.Text(w.period(item.Period)))
	cells = append(cells, w.costCells(item)...)
	cells = append(cells, w.book.Text(w.grades(item)))
	if main := row.mainIndicator(); main >= 0 {
		cells = append(cells, w.book.Text(item.Indicators[main].Name), w.book.FormattedDecimal(row.achieved[main].share, spreadsheet.FormatShare))
	} else {
		cells = append(cells, spreadsheet.Empty(), spreadsheet.Empty())
	}
	for _, name := range counted {
		cells = append(cells, w.linked(w.count(countRows(item, name)), w.sheetOf(name), row.key))
	}
	return cells
}

// sheetOf returns the sheet that shows a table about items, nil if none does.
func (w *writer) sheetOf(name string) *spreadsheet.Sheet {
	switch name {
	case "indicators":
		return w.indicators
	case "schedule":
		return w.schedule
	}
	for _, detail := range w.details {
		if detail.of.Name == name {
			return detail.sheet
		}
	}
	return nil
}

// firstDetail is the sheet that the item's name leads to: the first that has rows of
// it, narratives before others.
func (w *writer) firstDetail(item *model.Item) *spreadsheet.Sheet {
	for _, name := range append([]string{"texts", "indicators"}, detailTables()...) {
		if countRows(item, name) > 0 {
			return w.sheetOf(name)
		}
	}
	return nil
}

func countRows(item *model.Item, name string) int {
	switch name {
	case "indicators":
		return len(item.Indicators)
	case "costs":
		return len(item.Costs)
	case "unit_costs":
		return len(item.UnitCosts)
	case "staffing":
		return len(item.Staffing)
	case "evaluations":
		return len(item.Evaluations)
	case "schedule":
		return len(item.Schedule)
	case "texts":
		return len(item.Texts)
	default:
		return len(item.Attributes)
	}
}

// parentName names the item that an item stands under.
func (w *writer) parentName(row *itemRow) string {
	if key, known := w.keys[itemID{row.place, row.item.Parent}]; known && row.item.Parent != "" {
		return w.items[key-1].fullName()
	}
	return row.item.Parent
}

// policyPath is the place in the plan's hierarchy, a line for each level.
func policyPath(item *model.Item) string {
	var lines []string
	for _, policy := range item.Policy {
		lines = append(lines, strings.Join(strings.Fields(policy.Level+"： "+policy.Number+" "+policy.Name), " "))
	}
	return strings.Join(lines, "\n")
}

// departments are the sections in charge, a line for each.
func (w *writer) departments(item *model.Item) string {
	var lines []string
	for _, department := range item.Departments {
		line := departmentName(department)
		if department.Role != "" {
			line += "（" + w.titleOf("departments", "role", string(department.Role)) + "）"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func departmentName(department model.Department) string {
	return strings.TrimSpace(department.Division + " " + department.Section)
}

// heads are the heads of the departments, a line for each.
func (w *writer) heads(item *model.Item) string {
	var lines []string
	for _, department := range item.Departments {
		if department.DivisionHead != "" {
			lines = append(lines, w.say(wordHeadOfDivision)+department.DivisionHead)
		}
		if department.SectionHead != "" {
			lines = append(lines, w.say(wordHeadOfSection)+department.SectionHead)
		}
	}
	return strings.Join(lines, "\n")
}

// period is the period as printed.
func (w *writer) period(period *model.Period) string {
	if period == nil {
		return ""
	}
	if period.OpenEnded {
		return period.Raw + "\n" + w.say(wordOpenEnded)
	}
	return period.Raw
}

// grades are the grades of an item, a line for each evaluation that has one; without
// a grade, the words that are ticked.
func (w *writer) grades(item *model.Item) string {
	var lines []string
	for _, evaluation := range item.Evaluations {
		grade := evaluation.Grade
		if grade == "" {
			grade = evaluation.Choice
		}
		if grade != "" {
			lines = append(lines, w.titleOf("evaluations", "criterion", string(evaluation.Criterion))+" "+grade)
		}
	}
	return strings.Join(lines, "\n")
}
