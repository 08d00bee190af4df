package workbook

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/cockroachdb/apd/v3"

	"sheetconv/export/internal/spreadsheet"
	"sheetconv/export/table"
	"sheetconv/model"
)

// shownInCharts is how many entries a chart has; the rest are one more.
const shownInCharts = 20

// amounts are amounts of money by what they are for.
type amounts map[string]*big.Int

func (a amounts) add(name string, amount *big.Int) {
	if a[name] == nil {
		a[name] = new(big.Int)
	}
	a[name].Add(a[name], amount)
}

// isWorthDrawing reports whether there is something to compare.
func (a amounts) isWorthDrawing() bool {
	filled := 0
	for _, amount := range a {
		if amount.Sign() != 0 {
			filled++
		}
	}
	return len(a) > 1 && filled > 0
}

// bar is an entry of a chart.
type bar struct {
	name   string
	amount *big.Int
}

// largest returns the amounts, the largest first, with those beyond the shown ones as
// one entry at the end.
func (w *writer) largest(of amounts) []bar {
	var bars []bar
	for name, amount := range of {
		bars = append(bars, bar{name, amount})
	}
	slices.SortFunc(bars, func(a, b bar) int { return cmp.Or(b.amount.Cmp(a.amount), strings.Compare(a.name, b.name)) })
	if len(bars) <= shownInCharts {
		return bars
	}
	rest := new(big.Int)
	for _, other := range bars[shownInCharts:] {
		rest.Add(rest, other.amount)
	}
	return append(bars[:shownInCharts:shownInCharts], bar{fmt.Sprintf(w.say(wordRest), len(bars)-shownInCharts), rest})
}

// costFigures are the total costs of the documents by what they are for.
type costFigures struct {
	departments, policies amounts
	years                 map[costYear]*big.Int
}

func (w *writer) costFigures() costFigures {
	figures := costFigures{departments: amounts{}, policies: amounts{}, years: map[costYear]*big.Int{}}
	next := 0
	for _, of := range w.documents {
		rows := w.items[next : next+len(of.Items)]
		next += len(rows)
		cost := costOf(of)
		for index := range rows {
			if amount := cost.byItem[index]; amount != nil {
				figures.departments.add(w.inCity(of, w.leadDepartment(rows[index].item)), amount)
				figures.policies.add(w.inCity(of, w.topPolicy(&rows[index])), amount)
			}
			totals(rows[index].item, func(year costYear, cost *model.Cost) {
				if figures.years[year] == nil {
					figures.years[year] = new(big.Int)
				}
				figures.years[year].Add(figures.years[year], big.NewInt(cost.Yen.Amount()))
			})
		}
	}
	return figures
}

// inCity puts the city before a name where the documents are of several.
func (w *writer) inCity(of *table.Document, name string) string {
	if !w.severalCities {
		return name
	}
	return strings.TrimSpace(city(of) + " " + name)
}

// leadDepartment is the section that an item's cost counts for: the lead one, else the
// first.
func (w *writer) leadDepartment(item *model.Item) string {
	if len(item.Departments) == 0 {
		return w.say(wordNoDepartment)
	}
	lead := slices.IndexFunc(item.Departments, func(department model.Department) bool { return department.Role == model.RoleLead })
	return departmentName(item.Departments[max(lead, 0)])
}

// topPolicy is the last level of the hierarchy that an item stands under, or the item
// that it stands under.
func (w *writer) topPolicy(row *itemRow) string {
	if levels := row.item.Policy; len(levels) > 0 {
		last := levels[len(levels)-1]
		return strings.TrimSpace(last.Number + " " + last.Name)
	}
	if parent := w.parentName(row); parent != "" {
		return parent
	}
	return w.say(wordNoPolicy)
}

// ranked is an indicator with its achievement.
type ranked struct {
	name  string
	share *apd.Decimal
}

// ranking returns the achievements of all indicators that are not repeated, the
// highest first.
func (w *writer) ranking() []ranked {
	var all []ranked
	for index := range w.items {
		row := &w.items[index]
		for place := range row.item.Indicators {
			indicator := &row.item.Indicators[place]
			found, is := achievementOf(indicator)
			if !is || indicator.Repeated {
				continue
			}
			share, _, err := apd.NewFromString(found.share)
			if err != nil {
				continue
			}
			all = append(all, ranked{w.inCity(row.of, indicatorName(row, indicator)), share})
		}
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return b.share.Cmp(a.share) })
	return all
}

// indicatorName is the indicator's name, or that of its item where it has none.
func indicatorName(row *itemRow, indicator *model.Indicator) string {
	if indicator.Name != "" {
		return indicator.Name
	}
	return row.fullName()
}

// mean is the mean of the shares, to four decimals.
func mean(of []ranked) string {
	var sum apd.Decimal
	for index := range of {
		if _, err := shares.Add(&sum, &sum, of[index].share); err != nil {
			return ""
		}
	}
	if _, err := shares.Quo(&sum, &sum, apd.New(int64(len(of)), 0)); err != nil {
		return ""
	}
	if _, err := shares.Quantize(&sum, &sum, -4); err != nil {
		return ""
	}
	return sum.Text('f')
}

// pair is an indicator whose targets and results can be drawn.
type pair struct {
	row       *itemRow
	indicator *model.Indicator
	unit      string
	// both is how many years have a target and a result.
	both  int
	years []int
	// values are the numbers by year and measure.
	values map[yearMeasure]model.Number
}

// shownPairs is how many indicators have a chart of their own.
const shownPairs = 6

// pairs returns the indicators whose targets and results say most: those with the
// most years of both, outcomes first.
func (w *writer) pairs() []pair {
	var all []pair
	for index := range w.items {
		row := &w.items[index]
		for place := range row.item.Indicators {
			indicator := &row.item.Indicators[place]
			if found := pairOf(indicator); found.both > 0 && !indicator.Repeated {
				found.row = row
				all = append(all, found)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pair) int {
		return cmp.Or(cmp.Compare(outcomeRank(a.indicator), outcomeRank(b.indicator)), cmp.Compare(b.both, a.both))
	})
	return all[:min(len(all), shownPairs)]
}

func outcomeRank(indicator *model.Indicator) int {
	if indicator.Kind == model.OutcomeIndicator {
		return 0
	}
	return 1
}

func pairOf(indicator *model.Indicator) pair {
	found := pair{indicator: indicator, values: map[yearMeasure]model.Number{}}
	for index := range indicator.Values {
		value := &indicator.Values[index]
		of := yearMeasure{value.FY, value.Measure}
		_, known := found.values[of]
		if value.FY == 0 || value.Number.IsZero() || known || value.Measure != model.Target && value.Measure != model.Actual {
			continue
		}
		unit := unitOf(indicator, &value.Figure)
		if len(found.values) > 0 && unit != found.unit {
			return pair{} // two units are no common axis
		}
		found.unit, found.values[of] = unit, value.Number
		if !slices.Contains(found.years, value.FY) {
			found.years = append(found.years, value.FY)
		}
	}
	slices.Sort(found.years)
	for _, fy := range found.years {
		_, target := found.values[yearMeasure{fy, model.Target}]
		_, actual := found.values[yearMeasure{fy, model.Actual}]
		if target && actual {
			found.both++
		}
	}
	return found
}

// gradeCounts counts grades by criterion.
func (w *writer) gradeCounts() map[model.Criterion]map[string]int {
	counts := map[model.Criterion]map[string]int{}
	for index := range w.items {
		for _, evaluation := range w.items[index].item.Evaluations {
			if evaluation.Grade == "" {
				continue
			}
			if counts[evaluation.Criterion] == nil {
				counts[evaluation.Criterion] = map[string]int{}
			}
			counts[evaluation.Criterion][evaluation.Grade]++
		}
	}
	return counts
}

// label shortens a name for an axis.
func label(name string, width int) string {
	name = strings.Join(strings.Fields(name), " ")
	used := 0
	for index, r := range name {
		used += spreadsheet.TextWidth(string(r))
		if used > width {
			return name[:index] + "…"
		}
	}
	return name
}
