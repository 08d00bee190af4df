package workbook

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"sheetconv/export/internal/spreadsheet"
	"sheetconv/export/table"
	"sheetconv/model"
)

func (w *writer) addOverview() *spreadsheet.Sheet {
	documents := func(name string, width float64) spreadsheet.Column {
		return spreadsheet.Column{Title: w.heading("documents", name), Width: width}
	}
	own := func(words table.Words, width float64) spreadsheet.Column {
		return spreadsheet.Column{Title: w.say(words), Width: width}
	}
	counted := func(title string) spreadsheet.Column {
		return spreadsheet.Column{Title: title, Total: spreadsheet.FormatInteger}
	}
	cost := own(wordCost, 20)
	cost.Total = w.yenFormat()
	columns := []spreadsheet.Column{
		documents("municipality", 12), own(wordHeadline, 34), documents("plan", 24), documents("plan_start_fy", 8), documents("plan_end_fy", 8),
		documents("kind", 14), documents("fiscal_year", 10), documents("as_of", 12),
		counted(w.say(wordItems)), counted(w.say(wordIndicators)), own(wordGrades, 18), cost, own(wordCostOf, 14),
	}
	for _, severity := range model.Values[model.Severity]() {
		columns = append(columns, counted(w.titleOf("diagnostics", "severity", string(severity))))
	}
	columns = append(columns,
		documents("prefecture", 10), documents("municipality_code", 10), documents("form", 20), documents("input", 24), documents("source", 24))
	layout := spreadsheet.Layout{
		Name: w.say(wordOverview), Title: w.say(wordWorkbook), Table: w.say(wordOverview), Key: w.say(wordNumber),
		Columns: columns, FrozenColumns: 3, Total: w.say(wordTotal), Lines: []spreadsheet.Cell{w.text(wordOverviewLine)},
	}
	if left := w.leftOut(); left != "" {
		layout.Lines = append(layout.Lines, w.book.Text(left))
	}
	return w.book.AddSheet(layout)
}

// leftOut names the sheets for which there are no rows.
func (w *writer) leftOut() string {
	var names []string
	if len(w.items) == 0 {
		names = append(names, w.say(wordList))
	}
	for _, name := range append([]string{"indicators"}, detailTables()...) {
		if w.uses[name].rows == 0 {
			names = append(names, w.say(table.Find(name).Title))
		}
	}
	if !w.hasRemarks() {
		names = append(names, w.say(wordRemarks))
	}
	if w.uses["diagnostics"].rows == 0 {
		names = append(names, w.say(wordFindings))
	}
	if len(names) == 0 {
		return ""
	}
	return w.say(wordLeftOut) + strings.Join(names, w.say(wordListSep))
}

func detailTables() []string {
	var names []string
	for _, detail := range details {
		names = append(names, detail.table)
	}
	return names
}

func (w *writer) fillOverview() {
	next := 0
	for place, of := range w.documents {
		rows := w.items[next : next+len(of.Items)]
		next += len(rows)
		w.overview.Add(place+1, w.overviewCells(place, of, rows)...)
	}
}

func (w *writer) overviewCells(place int, of *table.Document, rows []itemRow) []spreadsheet.Cell {
	var plan model.Plan
	if of.Plan != nil {
		plan = *of.Plan
	}
	items := w.count(len(rows))
	indicators, firstIndicator := 0, 0
	for index := range rows {
		if indicators == 0 {
			firstIndicator = rows[index].key
		}
		indicators += len(rows[index].item.Indicators)
	}
	if len(rows) > 0 {
		items = w.linked(items, w.list, rows[0].key)
	}
	cost := costOf(of)
	amount, ofYear := spreadsheet.Empty(), ""
	if cost.sum != nil {
		amount, ofYear = w.sum(cost), w.sayCostYear(cost.of)
	}
	cells := []spreadsheet.Cell{
		w.book.Text(city(of)), w.book.Text(headline(of)), w.book.Text(plan.Name), w.year(plan.StartFY), w.year(plan.EndFY),
		w.book.Text(w.titleOf("documents", "kind", string(of.Kind))), w.year(of.FiscalYear), w.date(of.AsOf), items, w.linked(w.count(indicators), w.indicators, firstIndicator),
		w.book.Text(gradeTally(of)), amount, w.book.Text(ofYear),
	}
	for _, severity := range model.Values[model.Severity]() {
		count := 0
		for index := range of.Findings {
			if of.Findings[index].Severity == severity {
				count++
			}
		}
		cells = append(cells, w.linked(w.count(count), w.findings, place+1))
	}
	return append(cells, w.originCells(of)...)
}

// originCells say whose a document is and where it comes from. The sheet's file is
// named where the input is another one, a model.
func (w *writer) originCells(of *table.Document) []spreadsheet.Cell {
	var publisher model.Municipality
	if of.Municipality != nil {
		publisher = *of.Municipality
	}
	var source model.Source
	if of.Source != nil {
		source = *of.Source
	}
	if source.Name == path.Base(of.Input) {
		source.Name = ""
	}
	return []spreadsheet.Cell{
		w.book.Text(publisher.Prefecture), w.book.Text(publisher.Code), w.book.Text(source.Form), w.book.Text(of.Key), w.book.Text(source.Name),
	}
}

// sum is the total cost of a document in the unit that it prints.
func (w *writer) sum(cost documentCost) spreadsheet.Cell {
	if cost.sum.IsInt64() {
		return w.money(model.NewYen(cost.sum.Int64()), cost.raw)
	}
	return w.book.FormattedDecimal(cost.sum.String(), w.yenFormat())
}

// headline names a document: its title, else the name of its only item.
func headline(of *table.Document) string {
	switch {
	case of.Title != "":
		return of.Title
	case len(of.Items) == 1:
		row := itemRow{of: of, item: &of.Items[0]}
		return row.fullName()
	}
	return ""
}

// gradeTally counts the grades of a document: A 12, B 5.
func gradeTally(of *table.Document) string {
	counts := map[string]int{}
	for index := range of.Items {
		for _, evaluation := range of.Items[index].Evaluations {
			if evaluation.Grade != "" {
				counts[evaluation.Grade]++
			}
		}
	}
	var tally []string
	for _, grade := range sortedGrades(counts) {
		tally = append(tally, fmt.Sprintf("%s %d", grade, counts[grade]))
	}
	return strings.Join(tally, ", ")
}

func sortedGrades(counts map[string]int) []string {
	var grades []string
	for grade := range counts {
		grades = append(grades, grade)
	}
	slices.Sort(grades)
	return grades
}
