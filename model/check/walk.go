package check

import "sheetconv/model"

// visit is called for each text of a document that was printed.
type visit func(where place, text string)

// eachText calls a function for each text of the document. Names that are made
// from others (the plan's from the title, ids, the levels' labels) are left out,
// and what the parser has said already of unmapped text is no printed word less.
func eachText(document *model.Document, do visit) {
	do(place{at: startOf(document), label: "表題"}, document.Title)
	if document.Plan != nil && document.Title == "" {
		do(place{at: startOf(document), label: "計画"}, document.Plan.Name)
	}
	for i := range document.Grades {
		grade := &document.Grades[i]
		do(place{at: grade.At, label: grade.Grade}, grade.Label)
	}
	for i := range document.Items {
		eachItemText(&document.Items[i], do)
	}
	for i := range document.Summary {
		do(place{at: document.Summary[i].At, label: document.Summary[i].Label}, document.Summary[i].Label)
	}
	for i, note := range document.Notes {
		where := place{label: "※"}
		if i < len(document.NotesAt) {
			where.at = document.NotesAt[i]
		}
		do(where, note)
	}
	for i := range document.Unmapped {
		do(place{at: document.Unmapped[i].At, label: "unmapped"}, document.Unmapped[i].Text)
	}
}

func eachItemText(item *model.Item, do visit) {
	do(place{item.At, item.ID, itemLabel(item)}, item.Name)
	for i := range item.Policy {
		policy := &item.Policy[i]
		do(place{policy.At, item.ID, policy.Level}, policy.Name)
	}
	for i := range item.Departments {
		department := &item.Departments[i]
		where := place{department.At, item.ID, "部課"}
		do(where, department.Division)
		do(where, department.Section)
		do(where, department.DivisionHead)
		do(where, department.SectionHead)
	}
	for i := range item.Attributes {
		attribute := &item.Attributes[i]
		where := place{attribute.At, item.ID, attribute.Label}
		do(where, attribute.Label)
		do(where, attribute.Raw)
		for _, option := range attribute.Options {
			do(where, option)
		}
	}
	for i := range item.Texts {
		text := &item.Texts[i]
		where := place{text.At, item.ID, text.Label}
		do(where, text.Label)
		do(where, text.Text)
	}
	for i := range item.Indicators {
		eachIndicatorText(item, &item.Indicators[i], do)
	}
	eachRowText(item, do)
}

func eachIndicatorText(item *model.Item, indicator *model.Indicator, do visit) {
	where := place{indicator.At, item.ID, indicatorLabel(indicator)}
	do(where, indicator.Name)
	do(where, indicator.Unit)
	do(where, indicator.Definition)
	do(where, indicator.Method)
	if indicator.Goal != nil {
		do(where, indicator.Goal.Raw)
	}
	for i := range indicator.Values {
		value := &indicator.Values[i]
		do(place{value.At, item.ID, where.label}, value.Raw)
	}
}

// eachRowText visits the rows of an item that belong to years.
func eachRowText(item *model.Item, do visit) {
	for i := range item.Schedule {
		task := &item.Schedule[i]
		where := place{task.At, item.ID, task.Task}
		if where.label == "" {
			where.label = itemLabel(item)
		}
		do(where, task.Task)
		do(where, task.Text)
	}
	for i := range item.Costs {
		cost := &item.Costs[i]
		do(place{cost.At, item.ID, cost.Label}, cost.Label)
	}
	for i := range item.UnitCosts {
		unitCost := &item.UnitCosts[i]
		if unitCost.Denominator != nil {
			do(place{unitCost.At, item.ID, unitCost.Label}, unitCost.Denominator.Name)
		}
	}
	for i := range item.Evaluations {
		evaluation := &item.Evaluations[i]
		where := place{evaluation.At, item.ID, evaluation.Label}
		do(where, evaluation.Label)
		do(where, evaluation.Choice)
		do(where, evaluation.Reason)
		for _, option := range evaluation.Options {
			do(where, option)
		}
	}
}

// startOf returns the first line of a document, where findings about the whole of
// it point to; unknown in a model without a source.
func startOf(document *model.Document) model.Position {
	if document.Source == nil || document.Source.FirstLine < 1 {
		return model.Position{}
	}
	return model.Position{Line: int32(document.Source.FirstLine), Column: 1}
}

// itemLabel names an item in messages.
func itemLabel(item *model.Item) string {
	switch {
	case item.Number != "" && item.Name != "":
		return item.Number + " " + item.Name
	case item.Name != "":
		return item.Name
	}
	return item.ID
}

// indicatorLabel names an indicator in messages.
func indicatorLabel(indicator *model.Indicator) string {
	if indicator.Name != "" {
		return indicator.Name
	}
	return "指標"
}
