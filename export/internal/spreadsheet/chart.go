package spreadsheet

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// ChartKind is how a chart draws its series.
type ChartKind uint8

// The kinds of charts: bars lie, the first one lowest; columns stand; lines join
// points.
const (
	BarChart ChartKind = iota
	ColumnChart
	LineChart
)

// Chart is a native chart over the rows of a sheet.
type Chart struct {
	Kind  ChartKind
	Title string
	// Category and Value are the titles of the axes; Value names the unit.
	Category, Value string
	// Format is the number format of the axis, LabelFormat that of the values at bars
	// and points.
	Format, LabelFormat string
	// Series are drawn beside each other, or, if Stacked is set, on each other.
	Series  []Series
	Stacked bool
	// Step is the distance of the marks on the axis of values, 0 for a usual one.
	Step float64
	// HasNegative says that there are values below 0; otherwise the axis begins there.
	HasNegative bool
	// Width and Height are in pixels.
	Width, Height uint
}

// Series is one series of a chart: cells of a sheet's column, from a row to
// another, counted from 0.
type Series struct {
	Sheet *Sheet
	// Categories and Values are columns, counted from 0 without the key's.
	Categories, Values int
	// First and Last are rows, and Name is the row that holds the series' name in
	// the column of the values; Heading is its heading.
	First, Last, Name int
	// Colour is RRGGBB.
	Colour string
}

// Heading stands for the row of the headings.
const Heading = -1

type placedChart struct {
	column, row int
	chart       Chart
}

// AddChart puts a chart on the sheet, with its upper left corner in the cell of a
// column, from 0, and a row, from 1. A chart without series or rows is not drawn.
func (s *Sheet) AddChart(column, row int, chart Chart) {
	s.charts = append(s.charts, placedChart{column: column, row: row, chart: chart})
}

func (o *output) addCharts(p *part) error {
	if p.first > 0 {
		return nil // charts stand on the first part
	}
	for _, placed := range p.sheet.charts {
		definition, err := o.chart(placed.chart)
		if err != nil {
			return fmt.Errorf("chart %s: %w", placed.chart.Title, err)
		}
		if err := o.file.AddChart(p.name, cellName(placed.column, placed.row), definition); err != nil {
			return fmt.Errorf("chart %s: %w", placed.chart.Title, err)
		}
	}
	return nil
}

var chartTypes = map[ChartKind][2]excelize.ChartType{
	BarChart:    {excelize.Bar, excelize.BarStacked},
	ColumnChart: {excelize.Col, excelize.ColStacked},
	LineChart:   {excelize.Line, excelize.Line},
}

func (o *output) chart(chart Chart) (*excelize.Chart, error) {
	stacked := 0
	if chart.Stacked {
		stacked = 1
	}
	gap := uint(60)
	axis := func(title string) excelize.ChartAxis {
		return excelize.ChartAxis{
			Font:  excelize.Font{Family: o.book.properties.Font, Size: sizeAxis, Color: colourChart},
			Title: excelize.ChartTitle{Paragraph: o.words(title, sizeAxis, false)},
		}
	}
	definition := &excelize.Chart{
		Type:      chartTypes[chart.Kind][stacked],
		Title:     excelize.ChartTitle{Paragraph: o.words(chart.Title, sizeTitle, true)},
		Dimension: excelize.ChartDimension{Width: chart.Width, Height: chart.Height},
		Legend:    excelize.ChartLegend{Position: "bottom", Font: &excelize.Font{Family: o.book.properties.Font, Size: sizeAxis, Color: colourChart}},
		XAxis:     axis(chart.Category), YAxis: axis(chart.Value),
		PlotArea:     excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: chart.LabelFormat}},
		ShowBlanksAs: "gap",
		GapWidth:     &gap,
	}
	if len(chart.Series) == 1 {
		definition.Legend.Position = "none"
	}
	definition.YAxis.MajorGridLines = true
	definition.YAxis.MajorUnit = chart.Step
	if !chart.HasNegative {
		zero := 0.0 // the length of a bar is its value
		definition.YAxis.Minimum = &zero
	}
	definition.YAxis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: chart.Format}
	if chart.isDense() {
		definition.XAxis.Font.Size = sizeDense
	}
	for _, series := range chart.Series {
		drawn, err := series.definition(o.book.properties.Font)
		if err != nil {
			return nil, err
		}
		definition.Series = append(definition.Series, drawn)
	}
	return definition, nil
}

// isDense reports whether a chart has so many bars that only small labels stand
// beside them.
func (c *Chart) isDense() bool {
	const many = 12
	return c.Kind == BarChart && len(c.Series) > 0 && c.Series[0].Last-c.Series[0].First >= many
}

func (o *output) words(text string, size float64, bold bool) []excelize.RichTextRun {
	if text == "" {
		return nil
	}
	return []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Family: o.book.properties.Font, Size: size, Bold: bold, Color: colourChart}}}
}

func (s Series) definition(font string) (excelize.ChartSeries, error) {
	part, first := s.Sheet.place(s.First)
	end, last := s.Sheet.place(s.Last)
	named, name := s.Sheet.place(s.Name)
	if s.Name == Heading && part != nil {
		named, name = part, part.head
	}
	if part == nil || part != end || part != named {
		return excelize.ChartSeries{}, fmt.Errorf("its rows %d to %d are not on one sheet", s.First, s.Last)
	}
	sheet := quoteSheet(part.name)
	cells := func(column int) string {
		letters := s.Sheet.ColumnName(column)
		return fmt.Sprintf("%s!$%s$%d:$%s$%d", sheet, letters, first, letters, last)
	}
	drawn := excelize.ChartSeries{
		Name:       fmt.Sprintf("%s!$%s$%d", sheet, s.Sheet.ColumnName(s.Values), name),
		Categories: cells(s.Categories),
		Values:     cells(s.Values),
		DataLabel:  excelize.ChartDataLabel{Font: excelize.Font{Family: font, Size: sizeBody, Color: colourChart}},
	}
	if s.Colour != "" {
		drawn.Fill = solid(s.Colour)
		drawn.Line = excelize.LineOptions{Fill: solid(s.Colour), Width: 2}
	}
	return drawn, nil
}
