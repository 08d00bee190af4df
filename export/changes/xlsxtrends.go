package changes

import (
	"strconv"

	"sheetconv/export/internal/spreadsheet"
	"sheetconv/model"
)

// mostCharts is how many charts a sheet has at most: more make Excel slow. The
// sheet says so where it leaves some out.
const mostCharts = 100

// The size of a chart in pixels, and how many rows of the sheet it covers.
const (
	chartWidth, chartHeight = 620, 300
	chartRows               = 15
)

// charted are the measures that charts show; drawn has columns for one more.
var charted = []model.ValueMeasure{model.Target, model.Actual}

// trendLayout is the sheet of the indicators: a row for each year, both issues side
// by side, and for a run of several years each issue and what is known in the end.
func (v *workbookView) trendLayout() spreadsheet.Layout {
	columns := v.columns("Comparison", 6, "Item", 44, "Indicator", 40, "Unit", 8, "Year", 12)
	for _, measure := range drawn {
		for _, heading := range v.headings {
			columns = append(columns, spreadsheet.Column{
				Title: v.words.say("%1 (%2)", enum(v.words, measureWords, measure), heading), Width: 12,
			})
		}
	}
	lines := []spreadsheet.Cell{}
	if changed := v.changedTrends(); changed > mostCharts {
		lines = append(lines, v.book.Text(v.words.say("Charts are drawn of the first %1 of %2 changed indicators.",
			strconv.Itoa(mostCharts), strconv.Itoa(changed))))
	}
	return spreadsheet.Layout{
		Name: v.words.say("Indicators"), Title: v.words.say("Indicators over the years, as each issue gives them"),
		Columns: append(columns, v.chartColumn()), Lines: lines, Table: "trends", FrozenColumns: 3,
	}
}

// chartColumn is an empty column that the charts stand on.
func (v *workbookView) chartColumn() spreadsheet.Column {
	return spreadsheet.Column{Title: v.words.say("Chart"), Width: 12}
}

func (v *workbookView) changedTrends() int {
	changed := 0
	for _, trend := range v.trends {
		if trend.changed && trend.isLine() {
			changed++
		}
	}
	return changed
}

// countIssues returns how many issues an indicator can stand in.
func (v *workbookView) countIssues() int {
	most := 2
	for _, trend := range v.trends {
		most = max(most, len(trend.editions))
	}
	return most
}

// editionHeadings name the issues: old and new, or their number in the run, and
// then what is known in the end.
func (v *workbookView) editionHeadings() []string {
	if v.issues == 2 {
		return []string{v.words.say("old"), v.words.say("new")}
	}
	var headings []string
	for index := range v.issues {
		headings = append(headings, v.words.say("issue %1", strconv.Itoa(index+1)))
	}
	return append(headings, v.words.say("last known"))
}

// addTrends adds the rows of all indicators and the charts of the changed ones.
func (v *workbookView) addTrends() {
	row, charts := 0, 0
	free := 1 // the first row of the sheet that no chart covers
	for _, trend := range v.trends {
		first := row
		for index, fy := range trend.years {
			cells := []spreadsheet.Cell{
				v.comparisonCell(trend.comparison + 1), v.book.Text(trend.item), v.book.Text(trend.name), v.book.Text(trend.unit),
				v.book.Text(v.words.year(fy)),
			}
			v.trendSheet.Add(0, append(cells, v.trendFigures(trend, index)...)...)
		}
		row = v.trendSheet.Len()
		if trend.changed && trend.isLine() && charts < mostCharts {
			charts++
			free = max(free, v.headRow()+first+1)
			v.trendSheet.AddChart(v.firstFigure()+len(drawn)*len(v.headings), free, v.trendChart(trend, first, row-1))
			free += chartRows + 1
		}
	}
}

// headRow is the row of the headings, below the title and the lines.
func (v *workbookView) headRow() int { return 3 }

// firstFigure is the column of the first figures.
func (v *workbookView) firstFigure() int { return 5 }

// trendFigures returns the figures of a year: of each measure, in each issue.
func (v *workbookView) trendFigures(of trend, year int) []spreadsheet.Cell {
	var cells []spreadsheet.Cell
	for _, measure := range drawn {
		for index := range v.headings {
			cell := spreadsheet.Empty()
			switch {
			case index == v.issues:
				cell = v.book.Decimal(of.known(measure).figures[year].number.String())
			case of.place(index) >= 0:
				number := of.editions[of.place(index)].figure(measure, year)
				cell = v.book.Decimal(number.String())
				if of.isRestated(measure, year, number) {
					cell = cell.Styled(v.book.Style(spreadsheet.Style{
						Format: spreadsheet.NumberFormat(number.Decimals()), Tone: spreadsheet.Caution,
					}))
				}
			}
			cells = append(cells, cell)
		}
	}
	return cells
}

// place returns the edition that stands in a column, -1 for none. One that came
// stands in the last columns, one that went in the first.
func (t trend) place(column int) int {
	if column -= t.offset; column < 0 || column >= len(t.editions) {
		return -1
	}
	return column
}

// figure returns the number of a measure and year, absent where there is none.
func (e chartEdition) figure(measure model.ValueMeasure, year int) model.Number {
	for _, series := range e.series {
		if series.measure == measure {
			return series.figures[year].number
		}
	}
	return model.Number{}
}

// isRestated reports whether another issue gives another figure of the year.
func (c chart) isRestated(measure model.ValueMeasure, year int, number model.Number) bool {
	if number.IsZero() {
		return false
	}
	for _, edition := range c.editions {
		if other := edition.figure(measure, year); !other.IsZero() && other.Decimal().Cmp(number.Decimal()) != 0 {
			return true
		}
	}
	return false
}

// trendChart is a native chart over the rows of an indicator: all issues where there
// are two, and what is known in the end where there are more.
func (v *workbookView) trendChart(of trend, first, last int) spreadsheet.Chart {
	headings := len(v.headings)
	made := spreadsheet.Chart{
		Kind: spreadsheet.LineChart, Title: joined(of.item, of.name), Value: of.unit, HasNegative: true,
		Format: "General", LabelFormat: "General", Width: chartWidth, Height: chartHeight,
	}
	for position, measure := range charted {
		for column := range headings {
			isKnown := column == headings-1
			if headings > 2 && !isKnown {
				continue
			}
			made.Series = append(made.Series, spreadsheet.Series{
				Sheet: v.trendSheet, Categories: v.firstFigure() - 1, Values: v.firstFigure() + position*headings + column,
				First: first, Last: last, Name: spreadsheet.Heading, Colour: seriesColour(measure, isKnown),
			})
		}
	}
	return made
}

// seriesColour tells targets from results, and the older issue from the newest.
func seriesColour(measure model.ValueMeasure, isNewest bool) string {
	switch {
	case measure == model.Target && isNewest:
		return "E08A00"
	case measure == model.Target:
		return "F2CF99"
	case isNewest:
		return "1F6FB5"
	}
	return "A9B4C0"
}
