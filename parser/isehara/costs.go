package isehara

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/sheet"
)

// addCosts adds the amounts of a line, one for each year: a merged cell's amount
// that is repeated over its span is one.
func (r *reader) addCosts(token sheet.Token, label string, line model.CostLine, items []item) {
	groups, heads := r.yearly(token, label, items)
	for i, group := range groups {
		r.addCost(label, line, heads[i], group)
	}
}

func (r *reader) addCost(label string, line model.CostLine, head moneyHead, group []item) model.Yen {
	var first *item
	differ := false
	for n := range group {
		i := &group[n]
		r.claim(i)
		switch {
		case i.lost:
		case first == nil:
			first = i
		case !i.quantity.Number.Equal(first.quantity.Number) || i.unit != first.unit:
			differ = true
		}
	}
	if first == nil {
		return model.Yen{}
	}
	entry := model.Cost{At: first.cells[0].At, FY: head.FY, Basis: head.Basis, Line: line, Label: label, Raw: first.raw}
	if differ {
		entry.Raw = printed(group)
		r.Report(model.CodeTwoAmounts, entry.At, label, entry.Raw)
	} else {
		entry.Yen = r.yenOf(label, head.unit, first, bareAmount{cost: len(r.item.Costs), staffing: -1})
	}
	if r.item.Costs == nil {
		r.item.Costs = make([]model.Cost, 0, usualCosts)
	}
	r.item.Costs = append(r.item.Costs, entry)
	return entry.Yen
}

// usualCosts is how many amounts a sheet of two years has.
const usualCosts = 20

// printed returns the texts of the items that are not lost.
func printed(group []item) string {
	var texts []string
	for n := range group {
		if !group[n].lost {
			texts = append(texts, group[n].raw)
		}
	}
	return strings.Join(texts, " ")
}
