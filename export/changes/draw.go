package changes

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"sheetconv/model"
)

// drawing is a chart with its coordinates, as the page's template writes it.
type drawing struct {
	Anchor, Name, Unit, Description string
	IsChanged                       bool
	Width, Height, Floor, YearY     int
	Years                           []drawnText
	Lines                           []drawnLine
	Labels                          []drawnText
}

// drawnLine is a series: Class says of which issue and measure.
type drawnLine struct {
	Class, Path string
	Points      []drawnPoint
}

type drawnPoint struct {
	X, Y string
	R    int
}

// drawnText is a year or a figure; Was is the figure that it was before.
type drawnText struct{ Class, X, Y, Name, Was string }

// The size of a drawing, in its own units.
const (
	drawnWidth  = 320
	drawnHeight = 150
	drawnTop    = 26  // the highest point; a label stands above it
	drawnBottom = 112 // the lowest point; a label and the years stand below it
	drawnSide   = 30
)

// draw sets out a chart. The older issues are drawn first, so that the newest
// stands on them: what was restated is where the older line still shows.
func (w words) draw(of chart, anchor string) drawing {
	made := drawing{
		Anchor: anchor, Name: of.name, Unit: of.unit, Description: w.description(of), IsChanged: of.changed,
		Width: drawnWidth, Height: drawnHeight, Floor: drawnBottom + 16, YearY: drawnHeight - 6,
	}
	for index, fy := range of.years {
		made.Years = append(made.Years, drawnText{X: short(of.x(index)), Name: w.shortYear(fy)})
	}
	low, high := of.bounds()
	y := func(number model.Number) float64 {
		if high == low {
			return (drawnTop + drawnBottom) / 2
		}
		return drawnBottom - (coordinate(number)-low)/(high-low)*(drawnBottom-drawnTop)
	}
	older := len(of.editions)
	if !of.gone {
		older--
	}
	for index, edition := range of.editions[:older] {
		class := "oldest"
		if index == older-1 {
			class = "previous"
		}
		for _, series := range edition.series {
			made.Lines = append(made.Lines, of.line(series, class, y))
		}
	}
	if !of.gone {
		for _, measure := range drawn {
			if known := of.known(measure); known.count() > 0 {
				made.Lines = append(made.Lines, of.line(known, "latest", y))
			}
		}
	}
	made.Labels = of.labels(y)
	return made
}

// x returns where a year stands.
func (c chart) x(index int) float64 {
	if len(c.years) < 2 {
		return drawnWidth / 2
	}
	return drawnSide + float64(index)*(drawnWidth-2*drawnSide)/float64(len(c.years)-1)
}

// bounds returns the least and the greatest figure.
func (c chart) bounds() (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, edition := range c.editions {
		for _, series := range edition.series {
			for _, figure := range series.figures {
				if !figure.number.IsZero() {
					value := coordinate(figure.number)
					low, high = min(low, value), max(high, value)
				}
			}
		}
	}
	return low, high
}

// line joins the points of a series; a year without a figure parts the line.
func (c chart) line(of series, class string, y func(model.Number) float64) drawnLine {
	const radius = 3
	made := drawnLine{Class: class + " " + string(of.measure)}
	var path strings.Builder
	command := "M"
	for index, figure := range of.figures {
		if figure.number.IsZero() {
			command = "M"
			continue
		}
		point := drawnPoint{short(c.x(index)), short(y(figure.number)), radius}
		path.WriteString(command + point.X + " " + point.Y)
		command = "L"
		made.Points = append(made.Points, point)
	}
	made.Path = path.String()
	return made
}

// labels write the newest figures beside their points, the greater one of a year
// above and the smaller below, behind those that they replaced.
func (c chart) labels(y func(model.Number) float64) []drawnText {
	const above, below, mostYears = -7, 15, 7
	var labels []drawnText
	actual, target := c.known(model.Actual), c.known(model.Target)
	add := func(of series, index int, shift float64) {
		number := of.figures[index].number
		labels = append(labels, drawnText{
			string(of.measure), short(c.x(index)), short(y(number) + shift), plain(number), c.was(of.measure, index, number),
		})
	}
	for index := range c.years {
		reached, aimed := actual.figures[index].number, target.figures[index].number
		if len(c.years) > mostYears && index < len(c.years)-1 && index > 0 {
			continue // there is no room for all
		}
		order := reached.Decimal().Cmp(aimed.Decimal())
		switch {
		case reached.IsZero() && aimed.IsZero():
		case reached.IsZero():
			add(target, index, above)
		case aimed.IsZero() || order == 0:
			add(actual, index, above)
		case order > 0:
			add(actual, index, above)
			add(target, index, below)
		default:
			add(target, index, above)
			add(actual, index, below)
		}
	}
	return labels
}

// was returns the last figure of a year that an issue gave before it was restated.
func (c chart) was(measure model.ValueMeasure, index int, now model.Number) string {
	for _, edition := range slices.Backward(c.editions) {
		for _, series := range edition.series {
			number := series.figures[index].number
			if series.measure == measure && !number.IsZero() && number.Decimal().Cmp(now.Decimal()) != 0 {
				return plain(number)
			}
		}
	}
	return ""
}

// short writes a coordinate with one decimal at most.
func short(value float64) string {
	return strconv.FormatFloat(math.Round(value*10)/10, 'f', -1, 64)
}

// description says in words what a chart shows.
func (w words) description(of chart) string {
	var parts []string
	for _, edition := range of.editions {
		for _, series := range edition.series {
			var figures []string
			for index, figure := range series.figures {
				if !figure.number.IsZero() {
					figures = append(figures, w.year(of.years[index])+" "+figure.text)
				}
			}
			parts = append(parts, joined(edition.label, enum(w, measureWords, series.measure))+w.say(": ")+
				strings.Join(figures, w.say(", ")))
		}
	}
	return strings.Join(parts, w.say(". "))
}
