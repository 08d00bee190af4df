package check

import (
	"strings"

	"sheetconv/model"
)

// CodeYearOrder is the rule on years that do not follow on each other.
const CodeYearOrder model.Code = "value/year-order"

// datedRow is a row that belongs to a year, in the order of the sheet.
type datedRow struct {
	fy    int
	at    model.Position
	raw   string
	isOwn bool // the year is printed with the value, not at its column's head
}

// yearRun is a run of rows that one row or column of a table gives, a year each.
type yearRun struct {
	where place
	rows  []datedRow
}

// checkYearOrder finds, in a run of years, the one that breaks it: a digit of a head
// that was misread puts every value below it into a wrong year. What is wrong with
// a head is reported once, at the first value below it.
func (e *examination) checkYearOrder() {
	reported := make(map[[2]int]bool)
	for i := range e.document.Items {
		item := &e.document.Items[i]
		for _, run := range append(indicatorRuns(item), costRuns(item)...) {
			at, expected := breakingYear(run.rows)
			if at < 0 {
				continue
			}
			row := run.rows[at]
			if key := [2]int{row.fy, expected}; !reported[key] {
				reported[key] = true
				run.where.at = row.at
				e.report(CodeYearOrder, run.where, fiscalYear(row.fy), fiscalYear(expected), row.raw)
			}
		}
	}
}

// indicatorRuns returns the years of each indicator's targets and of its results.
func indicatorRuns(item *model.Item) []yearRun {
	var runs []yearRun
	for i := range item.Indicators {
		indicator := &item.Indicators[i]
		for _, measure := range []model.ValueMeasure{model.Target, model.Actual} {
			run := yearRun{where: place{item: item.ID, label: indicatorLabel(indicator)}}
			for j := range indicator.Values {
				value := &indicator.Values[j]
				if value.Measure == measure && value.FY != 0 {
					isOwn := !value.AsOf.IsZero() || strings.ContainsAny(value.Raw, "年末HRS")
					run.rows = append(run.rows, datedRow{value.FY, value.At, value.Raw, isOwn})
				}
			}
			runs = append(runs, run)
		}
	}
	return runs
}

// costRuns returns the years of each line of costs.
func costRuns(item *model.Item) []yearRun {
	type costRow struct {
		line  model.CostLine
		label string
		basis model.CostBasis
	}
	places := make(map[costRow]int)
	var runs []yearRun
	for i := range item.Costs {
		cost := &item.Costs[i]
		if cost.FY == 0 {
			continue
		}
		key := costRow{cost.Line, cost.Label, cost.Basis}
		at, isKnown := places[key]
		if !isKnown {
			at = len(runs)
			places[key] = at
			runs = append(runs, yearRun{where: place{item: item.ID, label: cost.Label}})
		}
		runs[at].rows = append(runs[at].rows, datedRow{cost.FY, cost.At, cost.Raw, false})
	}
	return runs
}

// minYearRun is how many rows show that years follow on each other: one may break
// the run, the others must agree.
const minYearRun = 3

// breakingYear returns the place of the one row whose year breaks a run of
// successive years, and the year that belongs there; -1 if there is none, or if
// more than one breaks it: then the table leaves years out, or is no run. A first
// or last year that only stands apart (a final target) is none either.
func breakingYear(rows []datedRow) (at, expected int) {
	if len(rows) < minYearRun {
		return -1, 0
	}
	for _, step := range []int{1, -1} {
		start := func(i int) int { return rows[i].fy - step*i }
		for i := range 2 { // one of the first two belongs to the run
			odd := -1
			for j := range rows {
				switch {
				case rows[j].isOwn || start(j) == start(i):
				case odd < 0:
					odd = j
				default:
					odd = len(rows)
				}
			}
			if odd < 0 {
				return -1, 0
			}
			if odd < len(rows) && !rows[i].isOwn && !standsApart(rows, odd, start(i)+step*odd, step) {
				return odd, start(i) + step*odd
			}
		}
	}
	return -1, 0
}

// standsApart reports whether a row is the first or the last of its run, and its
// year lies further out than it would.
func standsApart(rows []datedRow, at, expected, step int) bool {
	beyond := step*(rows[at].fy-expected) > 0
	return at == 0 && !beyond || at == len(rows)-1 && beyond
}
