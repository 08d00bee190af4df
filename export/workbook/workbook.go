// Package workbook writes documents as an Excel workbook that can be handed on as it
// is: an overview with links, one row for each item, indicators with their years,
// targets and results side by side, costs, staffing, evaluations, plans and results,
// narratives, attributes, remarks, findings and charts.
//
// In go documents with their keys; out come the bytes of an .xlsx file, the same for
// the same documents. Every fact of an item stands on some sheet, as printed
// where it is no plain number, and nothing stands there that no document says: what
// is computed has its formula or says how.
//
// The package must not know files and flags, nor how a workbook is laid out; headings
// and words come from export/table where a column of the tables is shown.
package workbook

import (
	"io"

	"sheetconv/export/internal/spreadsheet"
	"sheetconv/export/table"
	"sheetconv/model"
)

// Options say how a workbook is written.
type Options struct {
	// Language is that of headings and remarks: ja, or else English.
	Language string
}

// Write writes the documents as one workbook. Nothing is written if that fails.
func Write(into io.Writer, documents []*table.Document, options Options) error {
	w := newWriter(documents, options.Language)
	w.addSheets()
	w.fill()
	return w.book.Write(into)
}

// writer is a workbook that is being made of documents.
type writer struct {
	book      *spreadsheet.Book
	language  string
	documents []*table.Document
	// items are those of all documents. The key of an item is its place here, from 1;
	// the key of a document is its place among the documents, from 1.
	items []itemRow
	// severalCities and severalYears say that the documents differ in them, so that
	// the rows of details name them.
	severalCities, severalYears bool
	costYears                   []costYear
	years                       []int // of the values of indicators
	uses                        map[string]*usage

	overview, list, indicators, schedule, remarks, findings *spreadsheet.Sheet
	charts, indicatorCharts, chartData                      *spreadsheet.Sheet
	details                                                 []*detailSheet

	// placed says where the sheet of indicators has what; the columns are those that
	// formulas of achievement name. words is the style of words among numbers, counts
	// that of numbers of rows.
	placed                     indicatorLayout
	resultColumn, targetColumn string
	words, counts              spreadsheet.StyleID
	// drawn are the charts; chartTop is the row in which the first stands.
	drawn    drawings
	chartTop int
	// keys are the keys of items by their ids.
	keys map[itemID]int
}

// itemID is an item's id in the document at a place.
type itemID struct {
	place int
	id    string
}

// itemRow is an item with its document.
type itemRow struct {
	of    *table.Document
	place int // the document's, from 0
	item  *model.Item
	index int // the item's in the document, from 0
	key   int
	// achieved are the achievements of its indicators.
	achieved []achievement
}

func newWriter(documents []*table.Document, language string) *writer {
	w := &writer{documents: documents, language: language, uses: map[string]*usage{}, keys: map[itemID]int{}}
	cities, years := map[string]bool{}, map[int]bool{}
	for place, of := range documents {
		for index := range of.Items {
			w.items = append(w.items, itemRow{of: of, place: place, item: &of.Items[index], index: index, key: len(w.items) + 1, achieved: achievements(&of.Items[index])})
			w.keys[itemID{place, of.ItemID(index)}] = len(w.items)
		}
		cities[city(of)] = true
		years[of.FiscalYear] = true
	}
	w.severalCities, w.severalYears = len(cities) > 1, len(years) > 1
	w.costYears = latestCostYears(w.items)
	w.years = valueYears(w.items)
	w.book = spreadsheet.New(spreadsheet.Properties{
		Title: w.say(wordWorkbook), Creator: "sheetconv", Language: language,
		Continued: w.say(wordContinued), LongNumbers: w.say(wordLongNumbers), Page: w.say(wordPage),
	})
	w.counts = w.book.Style(spreadsheet.Style{Format: spreadsheet.FormatInteger, Align: spreadsheet.Center})
	w.words = w.book.Style(spreadsheet.Style{Align: spreadsheet.Right})
	return w
}

// say returns words in the workbook's language.
func (w *writer) say(words table.Words) string { return words.In(w.language) }

// text is a cell of words in the workbook's language.
func (w *writer) text(words table.Words) spreadsheet.Cell { return w.book.Text(w.say(words)) }

func city(of *table.Document) string {
	if of.Municipality == nil {
		return ""
	}
	return of.Municipality.Name
}

// addSheets adds the sheets in the order in which they are shown. Those without rows
// are left out, and the overview names them.
func (w *writer) addSheets() {
	w.measureUses()
	w.overview = w.addOverview()
	if len(w.items) > 0 {
		w.list = w.addList()
	}
	if w.uses["indicators"].rows > 0 {
		w.indicators = w.addIndicators()
	}
	for _, detail := range details {
		if w.uses[detail.table].rows == 0 {
			continue
		}
		if detail.table == "schedule" {
			w.schedule = w.addSchedule()
			continue
		}
		w.details = append(w.details, w.addDetail(detail))
	}
	if w.hasRemarks() {
		w.remarks = w.addRemarks()
	}
	if w.uses["diagnostics"].rows > 0 {
		w.findings = w.addFindings()
	}
	w.addCharts()
}

// fill fills the sheets: what others link to may come later, because links are made
// when the workbook is written.
func (w *writer) fill() {
	w.fillOverview()
	w.fillList()
	w.fillIndicators()
	for _, detail := range w.details {
		w.fillDetail(detail)
	}
	w.fillSchedule()
	w.fillRemarks()
	w.fillFindings()
	w.fillCharts()
}
