package workbook

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"sheetconv/export/internal/spreadsheet"
	"sheetconv/export/table"
	"sheetconv/model"
)

// colours are those of series, so light that the numbers on them are legible.
var colours = []string{"5B9BD5", "F4B183", "C9C9C9", "FFD966", "A9D18E", "8FAADC", "D6A5C9", "BF9000", "BDD7EE"}

// drawing is a chart with its data.
type drawing struct {
	chart spreadsheet.Chart
	// names are the names of the series.
	names []string
	rows  []drawingRow
}

// drawingRow is a category with the value of each series.
type drawingRow struct {
	category string
	values   []spreadsheet.Cell
}

// drawings are the charts of the workbook, and what is to be said of those and of
// others that have no data.
type drawings struct {
	overall, indicators []drawing
	remarks             []table.Words
}

// chartGrid is how charts stand on a sheet that is one printed page.
type chartGrid struct {
	across        int
	columns, rows int // cells that a chart takes up
	width, height uint
}

// Charts fill a page of A4 landscape. A column of a sheet of charts is 64 pixels
// wide, a row 18 high, as the library counts.
var (
	overallGrid   = chartGrid{across: 2, columns: 12, rows: 25, width: 756, height: 24 * 18}
	indicatorGrid = chartGrid{across: 3, columns: 8, rows: 25, width: 502, height: 24 * 18}
)

// addCharts adds the sheets of charts and the hidden one of their data. Without any
// data the sheet says so.
func (w *writer) addCharts() {
	w.drawn = w.draw()
	lines := []spreadsheet.Cell{w.book.LinkToSheet(w.text(wordToOverview), w.overview)}
	if len(w.drawn.overall)+len(w.drawn.indicators) == 0 {
		lines = append(lines, w.text(wordNoCharts))
	} else {
		for _, remark := range w.drawn.remarks {
			lines = append(lines, w.text(remark))
		}
	}
	w.charts = w.book.AddSheet(spreadsheet.Layout{Name: w.say(wordCharts), Title: w.say(wordCharts), Lines: lines, OnePage: true})
	w.chartTop = len(lines) + 3
	if len(w.drawn.indicators) > 0 {
		w.indicatorCharts = w.book.AddSheet(spreadsheet.Layout{
			Name: w.say(wordIndicatorCh), Title: w.say(wordIndicatorCh), OnePage: true, Lines: []spreadsheet.Cell{lines[0], w.text(wordChosen)},
		})
	}
	if len(w.drawn.overall)+len(w.drawn.indicators) > 0 {
		w.chartData = w.book.AddSheet(spreadsheet.Layout{
			Name: w.say(wordChartData), Title: w.say(wordChartData), Hidden: true,
			Columns: append([]spreadsheet.Column{{Width: 40}}, make([]spreadsheet.Column, len(colours))...),
		})
	}
}

func (w *writer) fillCharts() {
	for place, drawing := range w.drawn.overall {
		w.place(w.charts, overallGrid, w.chartTop, place, drawing)
	}
	for place, drawing := range w.drawn.indicators {
		w.place(w.indicatorCharts, indicatorGrid, 5, place, drawing)
	}
}

// place writes a chart's data and puts the chart on a sheet.
func (w *writer) place(on *spreadsheet.Sheet, grid chartGrid, top, place int, drawn drawing) {
	data := w.chartData
	heads := make([]spreadsheet.Cell, 0, len(drawn.names)+1)
	heads = append(heads, w.book.Text(drawn.chart.Title))
	for _, name := range drawn.names {
		heads = append(heads, w.book.Text(name))
	}
	data.Add(0, heads...)
	name := data.Len() - 1
	if drawn.chart.Kind == spreadsheet.BarChart {
		slices.Reverse(drawn.rows) // the lowest bar is the first
	}
	for _, row := range drawn.rows {
		data.Add(0, append([]spreadsheet.Cell{w.book.Text(row.category)}, row.values...)...)
	}
	last := data.Len() - 1
	for index := range drawn.names {
		drawn.chart.Series = append(drawn.chart.Series, spreadsheet.Series{
			Sheet: data, Categories: 0, Values: index + 1, First: name + 1, Last: last, Name: name, Colour: colours[index%len(colours)],
		})
	}
	drawn.chart.Width, drawn.chart.Height = grid.width, grid.height
	on.AddChart(place%grid.across*grid.columns, top+place/grid.across*grid.rows, drawn.chart)
}

// draw decides which charts there are. None is drawn without data.
func (w *writer) draw() drawings {
	var drawn drawings
	if grades, is := w.drawGrades(); is {
		drawn.overall = append(drawn.overall, grades)
	} else {
		drawn.remarks = append(drawn.remarks, wordNoGrades)
	}
	w.drawCosts(&drawn)
	if ranking, is := w.drawRanking(); is {
		drawn.overall = append(drawn.overall, ranking)
		drawn.remarks = append(drawn.remarks, wordShareLine)
	} else {
		drawn.remarks = append(drawn.remarks, wordNoShares)
	}
	for _, pair := range w.pairs() {
		drawn.indicators = append(drawn.indicators, w.drawPair(pair))
	}
	if len(drawn.indicators) == 0 {
		drawn.remarks = append(drawn.remarks, wordNoPairs)
	}
	if slices.ContainsFunc(drawn.overall, func(drawing drawing) bool { return len(drawing.rows) > shownInCharts }) {
		drawn.remarks = append(drawn.remarks, table.Words{
			English: fmt.Sprintf(wordTop.English, shownInCharts), Japanese: fmt.Sprintf(wordTop.Japanese, shownInCharts),
		})
	}
	return drawn
}

func (w *writer) drawGrades() (drawing, bool) {
	counts := w.gradeCounts()
	total := map[string]int{}
	for _, grades := range counts {
		for grade, count := range grades {
			total[grade] += count
		}
	}
	drawn := drawing{chart: spreadsheet.Chart{
		Kind: spreadsheet.ColumnChart, Title: w.say(wordGradeChart), Category: w.say(wordGrade), Value: w.say(wordCount), Format: spreadsheet.FormatInteger, LabelFormat: spreadsheet.FormatInteger,
	}}
	grades := sortedGrades(total)
	shown := grades[:min(len(grades), shownInCharts)]
	rest := grades[len(shown):]
	for _, grade := range shown {
		drawn.rows = append(drawn.rows, drawingRow{category: grade})
	}
	if len(rest) > 0 {
		drawn.rows = append(drawn.rows, drawingRow{category: fmt.Sprintf(w.say(wordRest), len(rest))})
	}
	for _, criterion := range model.Values[model.Criterion]() {
		if counts[criterion] == nil {
			continue
		}
		drawn.names = append(drawn.names, w.titleOf("evaluations", "criterion", string(criterion)))
		for index, grade := range shown {
			drawn.rows[index].values = append(drawn.rows[index].values, w.count(counts[criterion][grade]))
		}
		if len(rest) > 0 {
			others := 0
			for _, grade := range rest {
				others += counts[criterion][grade]
			}
			drawn.rows[len(shown)].values = append(drawn.rows[len(shown)].values, w.count(others))
		}
	}
	drawn.chart.Stacked = len(drawn.names) > 1
	if most := slices.Max(append([]int{0}, slices.Collect(maps.Values(total))...)); most <= 10 {
		drawn.chart.Step = 1 // there are no halves of items
	}
	return drawn, len(grades) > 0
}

// drawCosts draws the costs by department and by policy, or by year where there is
// one of each only.
func (w *writer) drawCosts(drawn *drawings) {
	figures := w.costFigures()
	if len(figures.years) == 0 {
		drawn.remarks = append(drawn.remarks, wordNoCosts)
		return
	}
	before := len(drawn.overall)
	if figures.departments.isWorthDrawing() {
		drawn.overall = append(drawn.overall, w.drawAmounts(wordDeptChart, wordDepartment, w.largest(figures.departments)))
		drawn.remarks = append(drawn.remarks, wordFirstDept)
	}
	if figures.policies.isWorthDrawing() {
		drawn.overall = append(drawn.overall, w.drawAmounts(wordPolicyChart, wordPolicyAxis, w.largest(figures.policies)))
	}
	if len(drawn.overall) > before {
		drawn.remarks = append(drawn.remarks, wordCostBasis)
		return
	}
	var years []costYear
	byYear := amounts{}
	for of, amount := range figures.years {
		years = append(years, of)
		byYear[w.sayCostYear(of)] = amount
	}
	if !byYear.isWorthDrawing() {
		drawn.remarks = append(drawn.remarks, wordOneCost)
		return
	}
	slices.SortFunc(years, costYear.before)
	var bars []bar
	for _, of := range years[max(0, len(years)-shownInCharts):] {
		bars = append(bars, bar{w.sayCostYear(of), figures.years[of]})
	}
	chart := w.drawAmounts(wordYearChart, wordYearAxis, bars)
	chart.chart.Kind = spreadsheet.ColumnChart
	drawn.overall = append(drawn.overall, chart)
	drawn.remarks = append(drawn.remarks, wordOneGroupOnly)
}

func (w *writer) drawAmounts(title, axis table.Words, bars []bar) drawing {
	unit, format := wordYen, spreadsheet.FormatInteger
	for _, shown := range bars {
		switch digits := len(strings.TrimPrefix(shown.amount.String(), "-")); {
		case digits > 9:
			unit, format = wordMillionYen, spreadsheet.FormatThousand+","
		case digits > 6 && unit == wordYen:
			unit, format = wordThousandYen, spreadsheet.FormatThousand
		}
	}
	drawn := drawing{
		chart: spreadsheet.Chart{
			Kind: spreadsheet.BarChart, Title: w.say(title), Category: w.say(axis), Value: fmt.Sprintf(w.say(wordCostAxis), w.say(unit)), Format: format, LabelFormat: format,
			HasNegative: slices.ContainsFunc(bars, func(shown bar) bool { return shown.amount.Sign() < 0 }),
		},
		names: []string{w.say(wordCostAsItIs)},
	}
	for _, shown := range bars {
		drawn.rows = append(drawn.rows, drawingRow{label(shown.name, labelWidth), []spreadsheet.Cell{w.book.FormattedDecimal(shown.amount.String(), format)}})
	}
	return drawn
}

// labelWidth is how much of a name an axis shows.
const labelWidth = 40

func (w *writer) drawRanking() (drawing, bool) {
	all := w.ranking()
	drawn := drawing{
		chart: spreadsheet.Chart{
			Kind: spreadsheet.BarChart, Title: w.say(wordRankChart), Category: w.say(wordIndicator), Value: w.say(wordShareAxis), Format: "0%", LabelFormat: spreadsheet.FormatShare,
			HasNegative: slices.ContainsFunc(all, func(entry ranked) bool { return entry.share.Sign() < 0 }),
		},
		names: []string{w.say(wordAchievement)},
	}
	shown := all[:min(len(all), shownInCharts)]
	for _, entry := range shown {
		drawn.rows = append(drawn.rows, drawingRow{label(w.ofDocument(entry.row.of, indicatorName(entry.row, entry.indicator)), labelWidth), []spreadsheet.Cell{w.book.FormattedDecimal(entry.share.Text('f'), spreadsheet.FormatShare)}})
	}
	if rest := all[len(shown):]; len(rest) > 0 {
		drawn.rows = append(drawn.rows, drawingRow{
			fmt.Sprintf(w.say(wordRestMean), len(rest)), []spreadsheet.Cell{w.book.FormattedDecimal(mean(rest), spreadsheet.FormatShare)},
		})
	}
	return drawn, len(all) > 0
}

func (w *writer) drawPair(of pair) drawing {
	unit := of.unit
	if unit == "" {
		unit = w.say(wordNoUnit)
	}
	decimals, negative := 0, false
	for _, number := range of.values {
		decimals = max(decimals, number.Decimals())
		negative = negative || number.Decimal().Sign() < 0
	}
	drawn := drawing{
		chart: spreadsheet.Chart{
			Kind: spreadsheet.ColumnChart, Title: label(w.ofDocument(of.row.of, indicatorName(of.row, of.indicator)), 48),
			Category: w.say(wordYearAxis), Value: unit, Format: spreadsheet.NumberFormat(decimals), LabelFormat: spreadsheet.NumberFormat(decimals), HasNegative: negative,
		},
		names: []string{w.say(wordTarget), w.say(wordResult)},
	}
	for _, fy := range of.years {
		drawn.rows = append(drawn.rows, drawingRow{w.sayYear(fy), []spreadsheet.Cell{
			w.book.Decimal(of.values[yearMeasure{fy, model.Target}].String()), w.book.Decimal(of.values[yearMeasure{fy, model.Actual}].String()),
		}})
	}
	return drawn
}
