package compare

import "sheetconv/model"

// printed is a document with the years that it prints. A year that only one of
// two documents prints says nothing of a figure that the other one lacks; a year
// that both print, does.
type printed struct {
	document *model.Document
	years    map[column]bool
	// first is the first year that it reports on, 0 if it has none.
	first int
}

// column is a year of a list and measure.
type column struct {
	list, measure string
	fy            int
}

// prints reports whether the document has any row of that list, measure and year.
func (p *printed) prints(list, measure string, fy int) bool {
	p.read()
	return p.years[column{list, measure, fy}]
}

// isBefore reports whether a year lies before all that the document reports on: it
// dropped out of its columns.
func (p *printed) isBefore(fy int) bool {
	p.read()
	return fy != 0 && fy < p.first
}

func (p *printed) read() {
	if p.years != nil {
		return
	}
	p.years = map[column]bool{}
	for i := range p.document.Items {
		p.collect(&p.document.Items[i])
	}
	for at := range p.years {
		isReport := at.measure == string(model.Actual) || at.list == "texts" || at.list == "evaluations"
		if isReport && at.fy != 0 && (p.first == 0 || at.fy < p.first) {
			p.first = at.fy
		}
	}
}

func (p *printed) collect(item *model.Item) {
	for i := range item.Indicators {
		for k := range item.Indicators[i].Values {
			value := &item.Indicators[i].Values[k]
			p.years[column{"values", string(value.Measure), value.FY}] = true
		}
	}
	for i := range item.Costs {
		p.years[column{"costs", string(item.Costs[i].Basis), item.Costs[i].FY}] = true
	}
	for i := range item.Staffing {
		p.years[column{"staffing", "", item.Staffing[i].FY}] = true
	}
	for i := range item.UnitCosts {
		p.years[column{"unit_costs", "", item.UnitCosts[i].FY}] = true
	}
	for i := range item.Schedule {
		p.years[column{"schedule", string(item.Schedule[i].Measure), item.Schedule[i].FY}] = true
	}
	for i := range item.Evaluations {
		p.years[column{"evaluations", "", item.Evaluations[i].FY}] = true
	}
	for i := range item.Texts {
		p.years[column{"texts", "", item.Texts[i].FY}] = true
	}
}

// bothPrint reports whether both documents of a pair print a column. Two that
// report on one year are of the same columns: what only one of them has, is news.
func bothPrint(old, new *printed, list, measure string, fy int) bool {
	if one := old.document.FiscalYear; one != 0 && one == new.document.FiscalYear {
		return fy != 0
	}
	return fy != 0 && old.prints(list, measure, fy) && new.prints(list, measure, fy)
}
