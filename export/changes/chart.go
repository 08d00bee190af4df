package changes

import (
	"slices"
	"strconv"

	"sheetconv/model"
	"sheetconv/model/compare"
)

// chart is an indicator over the years, as each issue gives it.
type chart struct {
	name string
	unit string
	// years are the fiscal years that any issue has a figure for.
	years []int
	// editions are the issues that have the indicator, the oldest first.
	editions []chartEdition
	// changed says that the indicator has a change in this comparison, gone that
	// the newer issue has it no longer.
	changed, gone bool
}

// chartEdition is an indicator in one issue.
type chartEdition struct {
	label  string
	series []series
}

// series are the targets or the results of an issue.
type series struct {
	measure model.ValueMeasure
	// figures stand under the chart's years; a year without one is absent.
	figures []figure
}

// figure is the value of a year: exact, and as it is drawn.
type figure struct {
	number model.Number
	text   string
}

// drawn are the measures that a chart shows, in this order.
var drawn = []model.ValueMeasure{model.Target, model.Actual, model.Baseline}

// charts returns the charts of an item: those of its changed indicators first.
func (r *reporter) charts(pair *compare.Pair, changes []compare.Change) []chart {
	var changed, unchanged []chart
	for _, indicators := range pair.Indicators {
		made := r.chart(indicators)
		made.changed = slices.ContainsFunc(changes, func(c compare.Change) bool {
			return c.Indicator != nil && c.Indicator.Old == indicators.Old && c.Indicator.New == indicators.New
		})
		switch {
		case !made.isLine():
		case made.changed:
			changed = append(changed, made)
		default:
			unchanged = append(unchanged, made)
		}
	}
	return append(changed, unchanged...)
}

func (r *reporter) chart(pair compare.IndicatorPair) chart {
	editions := r.history.editions(pair)
	made := chart{gone: pair.New == nil}
	for _, edition := range editions {
		made.name, made.unit = visible(edition.indicator.Name), visible(edition.indicator.Unit)
		for _, value := range edition.indicator.Values {
			if isDrawn(value) && !slices.Contains(made.years, value.FY) {
				made.years = append(made.years, value.FY)
			}
		}
	}
	slices.Sort(made.years)
	for _, edition := range editions {
		made.editions = append(made.editions, r.edition(edition, made.years))
	}
	return made
}

func isDrawn(value model.Value) bool {
	return value.FY != 0 && !value.Number.IsZero() && slices.Contains(drawn, value.Measure)
}

func (r *reporter) edition(of edition, years []int) chartEdition {
	made := chartEdition{}
	if of.issue != nil {
		made.label = r.words.issue(r.issue(of.issue))
	}
	for _, measure := range drawn {
		line := series{measure: measure, figures: make([]figure, len(years))}
		isThere := false
		for _, value := range of.indicator.Values {
			if value.Measure != measure || !isDrawn(value) {
				continue
			}
			at := slices.Index(years, value.FY)
			// Where a year stands twice, the first is drawn, as it is compared.
			if line.figures[at].number.IsZero() {
				line.figures[at] = figure{value.Number, visible(r.words.figure(value.Figure, of.indicator.Unit))}
				isThere = true
			}
		}
		if isThere {
			made.series = append(made.series, line)
		}
	}
	return made
}

// known returns the figures of a measure as the newest issue that prints them
// gives them: many sheets print the results of one year only.
func (c chart) known(measure model.ValueMeasure) series {
	known := series{measure: measure, figures: make([]figure, len(c.years))}
	for _, edition := range c.editions {
		for _, series := range edition.series {
			for index, figure := range series.figures {
				if series.measure == measure && !figure.number.IsZero() {
					known.figures[index] = figure
				}
			}
		}
	}
	return known
}

// count returns how many years have a figure.
func (s series) count() int {
	count := 0
	for _, figure := range s.figures {
		if !figure.number.IsZero() {
			count++
		}
	}
	return count
}

// isLine reports whether a measure has figures of two years, so that there is
// something to see.
func (c chart) isLine() bool {
	return slices.ContainsFunc(drawn, func(measure model.ValueMeasure) bool { return c.known(measure).count() > 1 })
}

// coordinate returns a number as it is drawn: the one place where an exact
// decimal becomes a float, which is near enough for a point on the screen.
func coordinate(number model.Number) float64 {
	value, err := strconv.ParseFloat(number.String(), 64)
	if err != nil {
		return 0
	}
	return value
}
