package check

import (
	"strconv"

	"sheetconv/model"
)

// CodeValueWithoutYear is the code of several values of a measure without years.
const CodeValueWithoutYear model.Code = "layout/value-without-year"

// checkLayout reports what is left of a layout that could not be followed. What
// the parser said of it is not said again.
func (e *examination) checkLayout() {
	e.checkUnmapped()
	if e.form.yearly {
		e.checkYears()
	}
}

// checkUnmapped reports the text that no rule took, where the diagnostics have
// been taken from the model.
func (e *examination) checkUnmapped() {
	if len(e.document.Unmapped) == 0 || e.saidAnywhere(model.CodeUnmapped) {
		return
	}
	for i := range e.document.Unmapped {
		piece := &e.document.Unmapped[i]
		if e.said(piece.At.Line, model.CodeColumnUnknown) {
			continue
		}
		diagnostic := model.NewDiagnostic(model.CodeUnmapped, piece.At, piece.Text)
		e.findings = append(e.findings, Finding{Diagnostic: diagnostic, Item: e.itemAt(piece.At), Found: piece.Text})
	}
}

// checkYears finds several values of one measure that belong to no year. One
// alone is a total.
func (e *examination) checkYears() {
	for i := range e.document.Items {
		item := &e.document.Items[i]
		for j := range item.Indicators {
			indicator := &item.Indicators[j]
			for _, measure := range [...]model.ValueMeasure{model.Target, model.Actual, model.Rate} {
				e.checkIndicatorYears(item, indicator, measure)
			}
		}
	}
}

func (e *examination) checkIndicatorYears(item *model.Item, indicator *model.Indicator, measure model.ValueMeasure) {
	var first *model.Value
	count := 0
	for i := range indicator.Values {
		if value := &indicator.Values[i]; value.Measure == measure && value.FY == 0 {
			if first == nil {
				first = value
			}
			count++
		}
	}
	if count < 2 || e.saidAnywhere(model.CodeYearUnknown, model.CodeYearUnreadable) {
		return
	}
	e.report(CodeValueWithoutYear, place{first.At, item.ID, indicatorLabel(indicator)}, first.Raw, "", strconv.Itoa(count), string(measure))
}
