package check

import (
	"cmp"
	"slices"

	"sheetconv/model"
)

// The codes of the rules on what must be there.
const (
	CodeNoItems model.Code = "required/items"
	CodeNoPart  model.Code = "required/part"
)

// checkRequired looks for the parts that a sheet of the form must have. What
// identifies an item, the parser asks for.
func (e *examination) checkRequired() {
	if len(e.document.Items) == 0 {
		e.report(CodeNoItems, place{at: startOf(e.document), label: documentLabel(e.document)}, "", "")
		return
	}
	for i := range e.form.required {
		part := &e.form.required[i]
		if part.kind == "" {
			if !part.has(e.document, nil) {
				e.report(CodeNoPart, place{at: startOf(e.document), label: documentLabel(e.document)}, "", part.label)
			}
			continue
		}
		for j := range e.document.Items {
			if item := &e.document.Items[j]; item.Kind == part.kind && !part.has(e.document, item) {
				e.report(CodeNoPart, place{item.At, item.ID, itemLabel(item)}, "", part.label)
			}
		}
	}
}

// documentLabel names a document in messages.
func documentLabel(document *model.Document) string {
	if document.Title == "" && document.Source != nil {
		return document.Source.Form
	}
	return cmp.Or(document.Title, string(document.Kind))
}

func hasDepartments(_ *model.Document, item *model.Item) bool { return len(item.Departments) > 0 }
func hasPolicy(_ *model.Document, item *model.Item) bool      { return len(item.Policy) > 0 }
func hasIndicators(_ *model.Document, item *model.Item) bool  { return len(item.Indicators) > 0 }
func hasGrades(document *model.Document, _ *model.Item) bool  { return len(document.Grades) > 0 }

func hasText(key model.TextKey) func(*model.Document, *model.Item) bool {
	return func(_ *model.Document, item *model.Item) bool {
		return slices.ContainsFunc(item.Texts, func(text model.Text) bool { return text.Key == key })
	}
}

func hasCost(line model.CostLine) func(*model.Document, *model.Item) bool {
	return func(_ *model.Document, item *model.Item) bool {
		return slices.ContainsFunc(item.Costs, func(cost model.Cost) bool { return cost.Line == line })
	}
}

func hasEvaluation(criteria ...model.Criterion) func(*model.Document, *model.Item) bool {
	return func(_ *model.Document, item *model.Item) bool {
		return slices.ContainsFunc(item.Evaluations, func(one model.Evaluation) bool { return slices.Contains(criteria, one.Criterion) })
	}
}
