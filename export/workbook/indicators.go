package workbook

import (
	"fmt"
	"slices"
	"strings"

	"sheetconv/export/internal/spreadsheet"
	"sheetconv/export/table"
	"sheetconv/model"
)

// The columns of the indicators' sheet that stand before the years, behind the lead.
const (
	columnName = iota
	columnKind
	columnUnit
	columnDirection
	columnLatestYear
	columnLatestResult
	columnTargetOf
	columnLatestTarget
	columnShare
	columnTrend
	columnGoal
	columnBaseline
	columnBaselineYear
	fixedColumns
)

// yearMeasures are what stands side by side under a year.
var yearMeasures = []model.ValueMeasure{model.Target, model.Actual, model.Rate}

// indicatorLayout says in which column of the sheet what stands.
type indicatorLayout struct {
	lead int
	// years are the columns of values by year and measure.
	years map[yearMeasure]int
	// trend is the first of the hidden columns that sparklines draw, one for each year
	// that has results; trendYears are those years.
	other, notes, definition, method, trend int
	trendYears                              []int
	columns                                 int
}

type yearMeasure struct {
	fy      int
	measure model.ValueMeasure
}

// valueYears returns the years of all values but baselines, in order.
func valueYears(items []itemRow) []int {
	known := map[int]bool{}
	for index := range items {
		for _, indicator := range items[index].item.Indicators {
			for place := range indicator.Values {
				if value := &indicator.Values[place]; value.FY > 0 && value.Measure != model.Baseline {
					known[value.FY] = true
				}
			}
		}
	}
	var years []int
	for fy := range known {
		years = append(years, fy)
	}
	slices.Sort(years)
	return years
}

// layoutIndicators finds out which years have which measures.
func (w *writer) layoutIndicators() indicatorLayout {
	used := map[yearMeasure]bool{}
	for index := range w.items {
		for _, indicator := range w.items[index].item.Indicators {
			for place := range indicator.Values {
				used[yearMeasure{indicator.Values[place].FY, indicator.Values[place].Measure}] = true
			}
		}
	}
	layout := indicatorLayout{lead: len(w.leadColumns()), years: map[yearMeasure]int{}}
	next := layout.lead + fixedColumns
	for _, fy := range w.years {
		for _, measure := range yearMeasures {
			if of := (yearMeasure{fy, measure}); used[of] {
				layout.years[of] = next
				next++
			}
		}
		if used[yearMeasure{fy, model.Actual}] {
			layout.trendYears = append(layout.trendYears, fy)
		}
	}
	layout.other, layout.notes, layout.definition, layout.method, layout.trend = next, next+1, next+2, next+3, next+4
	layout.columns = layout.trend + len(layout.trendYears)
	return layout
}

func (w *writer) addIndicators() *spreadsheet.Sheet {
	w.placed = w.layoutIndicators()
	layout := w.placed
	columns := append(make([]spreadsheet.Column, 0, layout.columns), w.leadColumns()...)
	columns = append(columns, w.fixedIndicatorColumns()...)
	for _, fy := range w.years {
		for _, measure := range yearMeasures {
			if _, shown := layout.years[yearMeasure{fy, measure}]; shown {
				columns = append(columns, spreadsheet.Column{Title: w.sayYear(fy) + " " + w.titleOf("values", "measure", string(measure)), Width: 14})
			}
		}
	}
	columns = append(columns,
		spreadsheet.Column{Title: w.say(wordOtherValues), Width: 32}, spreadsheet.Column{Title: w.say(wordNotes), Width: 40},
		spreadsheet.Column{Title: w.heading("indicators", "definition"), Width: 40}, spreadsheet.Column{Title: w.heading("indicators", "method"), Width: 30})
	for _, fy := range layout.trendYears {
		columns = append(columns, spreadsheet.Column{Title: fmt.Sprintf(w.say(wordTrendOf), fy), Hidden: true})
	}
	title := w.say(table.Find("indicators").Title)
	sheet := w.book.AddSheet(spreadsheet.Layout{
		Name: title, Title: title, Table: title, Key: w.say(wordNumber), Columns: columns, FrozenColumns: layout.lead + 2,
		Lines: append(w.backLines(), w.text(wordShareLine), w.text(wordShareTarget)),
	})
	w.resultColumn = sheet.ColumnName(layout.lead + columnLatestResult)
	w.targetColumn = sheet.ColumnName(layout.lead + columnLatestTarget)
	sheet.ColourScale(layout.lead+columnShare, lowShare, midShare, fullShare)
	if len(layout.trendYears) > 1 {
		sheet.Sparklines(layout.lead+columnTrend, layout.trend, layout.columns-1)
	}
	return sheet
}

func (w *writer) fixedIndicatorColumns() []spreadsheet.Column {
	columns := make([]spreadsheet.Column, fixedColumns)
	for place, column := range map[int]spreadsheet.Column{
		columnKind:         {Title: w.heading("indicators", "kind"), Width: 12},
		columnName:         {Title: w.heading("indicators", "name"), Width: 32, Repeat: true},
		columnUnit:         {Title: w.heading("indicators", "unit"), Width: 10},
		columnDirection:    {Title: w.heading("indicators", "direction"), Width: 12},
		columnLatestYear:   {Title: w.say(wordLatestYear), Width: 8},
		columnLatestResult: {Title: w.say(wordLatestResult), Width: 16},
		columnTargetOf:     {Title: w.say(wordTargetOf), Width: 10},
		columnLatestTarget: {Title: w.say(wordLatestTarget), Width: 16},
		columnShare:        {Title: w.say(wordAchievement), Width: 10},
		columnTrend:        {Title: w.say(wordTrend), Width: 20},
		columnGoal:         {Title: w.say(wordGoal), Width: 16},
		columnBaseline:     {Title: w.titleOf("values", "measure", string(model.Baseline)), Width: 16},
		columnBaselineYear: {Title: w.say(wordBaselineYear), Width: 8},
	} {
		columns[place] = column
	}
	return columns
}

func (w *writer) fillIndicators() {
	cells := make([]spreadsheet.Cell, w.placed.columns)
	for index := range w.items {
		row := &w.items[index]
		if len(row.item.Indicators) == 0 {
			continue
		}
		lead := w.leadCells(row)
		for place := range row.item.Indicators {
			clear(cells)
			copy(cells, lead)
			w.fillIndicator(cells, &row.item.Indicators[place])
			w.indicators.Add(row.key, cells...)
		}
	}
}

// fillIndicator fills the row of an indicator. Each of its values has a cell of its
// own under its year and measure, or a line among the other values; a value that is
// more than a number also stands among the notes, as printed.
func (w *writer) fillIndicator(cells []spreadsheet.Cell, indicator *model.Indicator) {
	layout := &w.placed
	fixed := cells[layout.lead:]
	name := indicator.Name
	if indicator.Repeated {
		name = strings.TrimSpace(name + w.say(wordRepeated))
	}
	fixed[columnKind] = w.book.Text(w.titleOf("indicators", "kind", string(indicator.Kind)))
	fixed[columnName] = w.book.Text(name)
	fixed[columnUnit] = w.book.Text(indicator.Unit)
	fixed[columnDirection] = w.book.Text(w.direction(indicator.Direction))
	w.fillAchievement(fixed, indicator)
	var notes, others []string
	if indicator.Goal != nil {
		fixed[columnGoal] = w.figure(&indicator.Goal.Figure, indicator)
		if isMore(&indicator.Goal.Figure, indicator, indicator.Goal.AsOf, indicator.Goal.Note) || indicator.Goal.FY > 0 {
			notes = append(notes, w.say(wordGoal)+": "+indicator.Goal.Raw)
		}
	}
	for index := range indicator.Values {
		value := &indicator.Values[index]
		printed := strings.TrimSpace(w.sayYear(value.FY)+" "+w.titleOf("values", "measure", string(value.Measure))) + ": " + value.Raw
		if !w.placeValue(cells, value, indicator) {
			others = append(others, printed)
		} else if isMore(&value.Figure, indicator, value.AsOf, value.Note) {
			notes = append(notes, printed)
		}
	}
	cells[layout.other] = w.book.Text(strings.Join(others, "\n"))
	cells[layout.notes] = w.book.Text(strings.Join(notes, "\n"))
	cells[layout.definition] = w.book.Text(indicator.Definition)
	cells[layout.method] = w.book.Text(indicator.Method)
}

// fillAchievement shows the latest result against its target. The share is a formula
// over the two cells.
func (w *writer) fillAchievement(fixed []spreadsheet.Cell, indicator *model.Indicator) {
	found, is := achievementOf(indicator)
	if found.actual != nil {
		fixed[columnLatestYear] = w.year(found.actual.FY)
		fixed[columnLatestResult] = w.figure(&found.actual.Figure, indicator)
	}
	if found.target == nil {
		return
	}
	fixed[columnLatestTarget] = w.figure(found.target, indicator)
	fixed[columnTargetOf] = w.year(found.targetFY)
	if found.targetFY == 0 {
		fixed[columnTargetOf] = w.book.Text(w.say(wordGoal))
	}
	if !is {
		return
	}
	expression := w.resultColumn + "{row}/" + w.targetColumn + "{row}"
	if found.lessIsBetter {
		expression = "2-" + expression
	}
	fixed[columnShare] = w.book.Formula(expression, found.share, spreadsheet.FormatShare)
}

// placeValue puts a value into its cell, and reports whether there is one that is
// free.
func (w *writer) placeValue(cells []spreadsheet.Cell, value *model.Value, indicator *model.Indicator) bool {
	layout := &w.placed
	place := layout.lead + columnBaseline
	if value.Measure != model.Baseline {
		column, shown := layout.years[yearMeasure{value.FY, value.Measure}]
		if !shown {
			return false
		}
		place = column
	}
	if !cells[place].IsEmpty() {
		return false
	}
	cells[place] = w.figure(&value.Figure, indicator)
	switch value.Measure {
	case model.Baseline:
		cells[layout.lead+columnBaselineYear] = w.year(value.FY)
	case model.Actual:
		if index, found := slices.BinarySearch(layout.trendYears, value.FY); found && !value.Number.IsZero() {
			cells[layout.trend+index] = w.book.Decimal(value.Number.String())
		}
	}
	return true
}

// figure shows a quantity: its number with the decimals as printed, an amount of money
// that has no number in yen, else the words as printed.
func (w *writer) figure(figure *model.Figure, indicator *model.Indicator) spreadsheet.Cell {
	switch {
	case !figure.Number.IsZero():
		return w.number(figure.Number, unitOf(indicator, figure))
	case !figure.Yen.IsZero():
		return w.money(figure.Yen, "")
	}
	return w.book.Text(figure.Raw).Styled(w.words)
}

// isMore reports whether a quantity says more than its number.
func isMore(figure *model.Figure, indicator *model.Indicator, asOf model.Date, note string) bool {
	if figure.Number.IsZero() && figure.Yen.IsZero() {
		return false // its cell shows it as printed
	}
	return figure.Rank != nil || figure.State != "" || figure.Bound != "" || figure.Approximate || !figure.Cumulative.IsZero() ||
		!asOf.IsZero() || note != "" || figure.Unit != "" && figure.Unit != indicator.Unit
}

// direction shows where an indicator is to move, with what is printed where that is
// other words.
func (w *writer) direction(direction *model.Direction) string {
	if direction == nil {
		return ""
	}
	title := w.titleOf("indicators", "direction", string(direction.Value))
	switch {
	case title == "" || title == direction.Raw:
		return direction.Raw
	case direction.Raw == "":
		return title
	}
	return title + " " + direction.Raw
}
