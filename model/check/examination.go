package check

import (
	"cmp"
	"slices"

	"sheetconv/model"
)

// examination is one document under the rules.
type examination struct {
	document *model.Document
	form     *form
	findings []Finding
	// reported holds what was reported of a text, so that a name that stands in
	// several rows of a line is reported once.
	reported map[reportKey]bool
}

type reportKey struct {
	code            model.Code
	line            int32
	found, expected string
}

func newExamination(document *model.Document) *examination {
	return &examination{document: document, form: formOf(document)}
}

// place is where something stands: what a finding about it points to.
type place struct {
	at model.Position
	// item is the id of the item that it belongs to, empty if to none.
	item string
	// label names it as the sheet does.
	label string
}

// report adds a finding. Every message of a rule is made from the place's label,
// what was found, what was expected, and what else its template takes.
func (e *examination) report(code model.Code, where place, found, expected string, more ...string) {
	rule, known := Find(code)
	if !known {
		panic("check: there is no rule " + string(code))
	}
	arguments := append([]string{where.label, found, expected}, more...)
	e.findings = append(e.findings, Finding{
		Diagnostic: model.Diagnostic{
			Severity:  rule.Severity,
			Code:      code,
			At:        where.at,
			Message:   model.Fill(rule.English, arguments),
			Arguments: arguments,
		},
		Item:     where.item,
		Found:    found,
		Expected: expected,
	})
}

// reportOnce adds a finding unless the same was reported of the line before.
func (e *examination) reportOnce(code model.Code, where place, found, expected string, more ...string) {
	key := reportKey{code, where.at.Line, found, expected}
	if e.reported[key] {
		return
	}
	if e.reported == nil {
		e.reported = make(map[reportKey]bool)
	}
	e.reported[key] = true
	e.report(code, where, found, expected, more...)
}

// said reports whether the parser reported one of the codes on a line.
func (e *examination) said(line int32, codes ...model.Code) bool {
	for i := range e.document.Diagnostics {
		if d := &e.document.Diagnostics[i]; d.At.Line == line && slices.Contains(codes, d.Code) {
			return true
		}
	}
	return false
}

// saidAnywhere reports whether the parser reported one of the codes at all.
func (e *examination) saidAnywhere(codes ...model.Code) bool {
	return slices.ContainsFunc(e.document.Diagnostics, func(d model.Diagnostic) bool {
		return slices.Contains(codes, d.Code)
	})
}

// diagnosed returns the parser's diagnostics as findings, in the order of their
// places. What was found and expected is in their arguments: the codes with
// three or more of them begin with a label.
func (e *examination) diagnosed() []Finding {
	findings := make([]Finding, 0, len(e.document.Diagnostics))
	for _, diagnostic := range e.document.Diagnostics {
		finding := Finding{Diagnostic: diagnostic, Item: e.itemAt(diagnostic.At)}
		if terms, known := diagnosticTerms[diagnostic.Code]; known && len(diagnostic.Arguments) > max(terms.found, terms.expected) {
			finding.Found = diagnostic.Arguments[terms.found]
			if terms.expected >= 0 {
				finding.Expected = diagnostic.Arguments[terms.expected]
			}
		}
		findings = append(findings, finding)
	}
	slices.SortStableFunc(findings, func(x, y Finding) int {
		return cmp.Or(cmp.Compare(x.At.Line, y.At.Line), cmp.Compare(x.At.Column, y.At.Column))
	})
	return findings
}

// itemAt returns the id of the item that a place belongs to: the last one that
// begins on its line or before it. It is empty where the model has no positions,
// and behind the places of a document that lists its items in another order.
func (e *examination) itemAt(at model.Position) string {
	id, nearest := "", model.Position{}
	for i := range e.document.Items {
		item := &e.document.Items[i]
		if at.IsZero() || item.At.IsZero() || item.At.Line > at.Line || item.At.Before(nearest) {
			continue
		}
		id, nearest = item.ID, item.At
	}
	if id == "" && len(e.document.Items) == 1 {
		return e.document.Items[0].ID
	}
	return id
}

// diagnosticTerms says which arguments of a parser's code are what was found and
// what was expected; -1 is none.
var diagnosticTerms = map[model.Code]struct{ found, expected int }{
	model.CodeUndecodable:      {0, -1},
	model.CodeControlCharacter: {0, -1},
	model.CodeMisreadLabel:     {1, 2},
	model.CodeRadical:          {1, 2},
	model.CodeUnmapped:         {0, -1},
	model.CodeJoinedCells:      {0, 1},
	model.CodeShiftedRow:       {1, 2},
	model.CodeYearUnknown:      {1, 2},
	model.CodeColumnUnknown:    {1, 2},
	model.CodePageBreak:        {1, -1},
	model.CodeBrokenLine:       {0, -1},
	model.CodeLoneUnit:         {1, -1},
	model.CodeUnreadable:       {1, 2},
	model.CodeTwoAmounts:       {1, -1},
	model.CodeRestated:         {1, 2},
	model.CodeYearUnreadable:   {1, -1},
	model.CodeGradeDiffers:     {1, 2},
	model.CodeSeveralChoices:   {1, -1},
	model.CodeNumberTwice:      {0, -1},
	model.CodeHeadingDiffers:   {1, 2},
}
