package hadano

import (
	"cmp"
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// item is an item whose values still wait for their years: a lone result has
// one only if the whole sheet has results of the first year alone.
type item struct {
	model.Item
	texts           []*datedText
	tasks           []*datedTask
	costs           []datedCost
	bare            sheet.BareAmounts
	grades, reasons []*datedEvaluation
	indicators      []*indicator
}

type datedText struct {
	model.Text
	when when
}

type datedTask struct {
	model.Task
	when when
}

type datedCost struct {
	model.Cost
	when when
}

type datedEvaluation struct {
	model.Evaluation
	when when
}

// finishDocument gives every value its year and puts the items together.
func (r *reader) finishDocument() {
	if r.laterResults {
		for _, report := range r.lones {
			r.reportUnplaced(report)
		}
	}
	if r.start != 0 {
		if r.Document.Plan == nil {
			r.Document.Plan = &model.Plan{}
		}
		if plan := r.Document.Plan; plan.StartFY == 0 {
			plan.StartFY, plan.EndFY = r.start, r.start+r.count-1
		}
	}
	r.setIDs()
	r.dropRepeated()
	r.Document.Items = slices.Grow(r.Document.Items, len(r.items))
	for _, own := range r.items {
		r.finishItem(own)
		r.Document.Items = append(r.Document.Items, own.Item)
	}
}

// setIDs gives an id to the items that print no number, and parts those that
// print the same one.
func (r *reader) setIDs() {
	taken := map[string]bool{}
	for _, own := range r.items {
		if own.Number == "" {
			r.Report(model.CodeNoNumber, own.At, numberLabels[own.Kind])
		}
		if own.Name == "" {
			r.Report(model.CodeNoName, own.At, numberLabels[own.Kind])
		}
		id := own.Number
		if id == "" {
			id = strings.TrimPrefix(own.Parent+"/"+own.Name, "/")
		}
		if taken[id] || id == "" || strings.HasSuffix(id, "/") {
			id = strings.Trim(id+"/"+own.Name, "/")
		}
		for base, count := id, 2; taken[id] || id == ""; count++ {
			id = strings.TrimPrefix(base+"/"+r.Grid.Origin(own.At).String(), "/")
			base = id
		}
		taken[id] = true
		r.renameParent(own, id)
	}
}

// numberLabels name what prints the number of an item.
var numberLabels = map[model.ItemKind]string{model.Theme: "項目", model.Initiative: "項目名"}

// renameParent sets an item's id, and the parent of the items below a theme.
func (r *reader) renameParent(own *item, id string) {
	if own.Kind == model.Theme && own.ID != id {
		below := false
		for _, other := range r.items {
			if other.Kind == model.Theme {
				below = other == own
			} else if below {
				other.Parent = id
			}
		}
	}
	own.ID = id
}

func (r *reader) finishItem(own *item) {
	own.Texts = slices.Grow(own.Texts, len(own.texts))
	own.Schedule = slices.Grow(own.Schedule, len(own.tasks))
	own.Costs = slices.Grow(own.Costs, len(own.costs))
	own.Evaluations = slices.Grow(own.Evaluations, len(own.grades))
	for _, text := range own.texts {
		text.FY = r.year(text.when)
		if text.Text.Text != "" {
			own.Texts = append(own.Texts, text.Text)
		}
	}
	for _, task := range own.tasks {
		task.FY = r.year(task.when)
		own.Schedule = append(own.Schedule, task.Task)
	}
	own.bare.Settle(r.Builder, func(index int) *model.Cost { return &own.costs[index].Cost })
	for _, cost := range own.costs {
		cost.FY = r.year(cost.when)
		own.Costs = append(own.Costs, cost.Cost)
	}
	for _, indicator := range own.indicators {
		r.finishIndicator(own, indicator)
	}
	r.finishEvaluations(own)
}

// finishEvaluations gives each reason to the grade of its year. Reasons without
// a year belong to the grades without one in order, if there are as many.
func (r *reader) finishEvaluations(own *item) {
	for _, list := range [...][]*datedEvaluation{own.grades, own.reasons} {
		for _, evaluation := range list {
			evaluation.FY = r.year(evaluation.when)
		}
	}
	for _, reason := range own.reasons {
		grade := gradeOf(own, reason)
		if grade == nil && own.repeats(reason) {
			continue
		}
		if grade == nil {
			own.grades = append(own.grades, reason)
			continue
		}
		grade.Reason = reason.Reason
	}
	slices.SortStableFunc(own.grades, func(a, b *datedEvaluation) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	})
	for _, grade := range own.grades {
		own.Evaluations = append(own.Evaluations, grade.Evaluation)
	}
}

// repeats reports whether a reason without a grade says what that of the year
// before says: a merged cell, repeated over its span.
func (i *item) repeats(reason *datedEvaluation) bool {
	for _, before := range i.reasons {
		if before.Criterion == reason.Criterion && before.Reason == reason.Reason && before.FY == reason.FY-1 && before.FY != 0 {
			return true
		}
	}
	return false
}

// gradeOf returns the evaluation that a reason belongs to, nil if there is none.
func gradeOf(own *item, reason *datedEvaluation) *datedEvaluation {
	if reason.FY == 0 && countUndated(own.grades, reason.Criterion, true) != countUndated(own.reasons, reason.Criterion, false) {
		return nil
	}
	for _, grade := range own.grades {
		if grade.Criterion == reason.Criterion && grade.FY == reason.FY && grade.Reason == "" {
			return grade
		}
	}
	return nil
}

// countUndated counts the evaluations of a criterion that have no year.
func countUndated(list []*datedEvaluation, criterion model.Criterion, graded bool) int {
	count := 0
	for _, evaluation := range list {
		isGraded := evaluation.Grade != "" || evaluation.Choice != ""
		if evaluation.Criterion == criterion && evaluation.FY == 0 && (isGraded || !graded) {
			count++
		}
	}
	return count
}

// finishIndicator claims what an indicator is made of. A block without name,
// values and definition, or with a mere placeholder, is none.
func (r *reader) finishIndicator(own *item, i *indicator) {
	name := r.indicatorName(i)
	for _, p := range i.definitions {
		if sheet.IsPlaceholder(p.Text) {
			r.skip(p)
		} else {
			r.AppendText(&i.Definition, p.Cell)
		}
	}
	if name != "" {
		sheet.NameIndicator(&i.Indicator, name)
	}
	unit := i.commonUnit()
	if count := i.countFilled(); count > 0 {
		i.Values = r.ReserveValues(count)
	}
	for _, v := range i.values {
		r.addIndicatorValue(i, v, unit)
	}
	if i.Name == "" && i.Definition == "" && i.Goal == nil && len(i.Values) == 0 {
		return
	}
	if own.Kind == model.Theme && i.Name == "" && i.holdsNumber() {
		r.Report(model.CodeNoName, i.At, indicatorName) // that of an initiative prints none
	}
	sheet.FinishIndicator(&i.Indicator)
	own.Indicators = append(own.Indicators, i.Indicator)
}

// countFilled counts the cells of an indicator that are not blank.
func (i *indicator) countFilled() int {
	count := 0
	for j := range i.values {
		if !i.values[j].none {
			count++
		}
	}
	return count
}

// holdsNumber reports whether any value of an indicator is a number.
func (i *indicator) holdsNumber() bool {
	return slices.ContainsFunc(i.Values, func(value model.Value) bool { return !value.Number.IsZero() })
}

// indicatorName returns the printed name; a placeholder is none.
func (r *reader) indicatorName(i *indicator) string {
	name := ""
	for _, p := range i.names {
		if sheet.IsNothing(p.Cell) || sheet.IsPlaceholder(p.Text) {
			r.skip(p)
			continue
		}
		if ja.StripMarkup(p.Text) == name {
			r.skip(p)
			continue
		}
		name += r.text(p)
	}
	return name
}

func (r *reader) addIndicatorValue(i *indicator, v datedValue, unit string) {
	text := ja.StripMarkup(v.cell.Text)
	fy := r.year(v.when)
	if v.fy != 0 {
		fy = v.fy
	}
	label := i.Name
	if label == "" {
		label = indicatorName
	}
	switch {
	case v.none || v.kind != ja.Numeric && unit != "" && sheet.IsOnlyUnit(text, unit):
		r.Skip(v.cell)
	case v.measure == model.Target && v.when == whole && i.Goal == nil:
		i.Goal = r.Goal(v.cell, label, i.Unit, r.start)
	case v.measure == model.Rate:
		unit := i.Unit
		i.Unit = "" // that of the values which the rate compares
		r.AddValue(&i.Indicator, fy, v.measure, v.cell, r.start)
		i.Unit = unit
	default:
		r.AddValue(&i.Indicator, fy, v.measure, v.cell, r.start)
	}
}

// commonUnit returns the unit that the first number carries, by which units that
// stand alone are known. Where no number is printed, a word that fills every
// cell of both rows is the unit.
func (i *indicator) commonUnit() string {
	if i.Unit != "" {
		return i.Unit
	}
	word, alike, results := "", true, false
	for _, v := range i.values {
		if v.kind == ja.Numeric && v.unit != "" {
			return v.unit
		}
		text := v.cell.Text
		alike = alike && (word == "" || word == text)
		word = text
		results = results || v.measure == model.Actual
	}
	if alike && results && len(i.values) > 2 {
		return word
	}
	return ""
}
