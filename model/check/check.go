// Package check holds the rules that a document of the model is held against:
// what its text, its layout, its values, its sums and its parts should be.
//
// In goes a document, out come findings with a code, a place, what was found and
// what was expected. What the parser said of a sheet (the document's
// diagnostics) is among them. The package knows the model and what each form
// prints; it must not know text, cells or flags.
package check

import (
	"cmp"
	"slices"

	"sheetconv/model"
)

// Finding is what a rule has to say about a place of a document.
type Finding struct {
	// Diagnostic has the severity, the code, the place and the message; the
	// message's arguments are there for other languages, except where the
	// finding was read from a written model.
	model.Diagnostic
	// Item is the id of the item that the finding is about, if it is about one.
	Item string
	// Found is what stands there, Expected what should, where there is one.
	Found, Expected string
}

// Rule describes a code: what it finds, and how a person may judge it.
type Rule struct {
	Code     model.Code
	Severity model.Severity
	// English and Japanese are the message's templates, with indexed verbs.
	English, Japanese string
	// Explanation and ExplanationJapanese are a paragraph each for --explain.
	Explanation, ExplanationJapanese string
	// Example is what the rule finds, Counterexample the like that it leaves.
	Example, Counterexample string
}

// Document holds a document against every rule and returns the findings in the
// order of their places, then of their codes. The document's own diagnostics
// are the first of each place.
func Document(document *model.Document) []Finding {
	e := newExamination(document)
	e.checkTexts()
	e.checkLayout()
	e.checkValues()
	e.checkSums()
	e.checkConsistency()
	e.checkRequired()
	slices.SortStableFunc(e.findings, func(x, y Finding) int {
		return cmp.Or(
			cmp.Compare(x.At.Line, y.At.Line), cmp.Compare(x.At.Column, y.At.Column), cmp.Compare(x.Code, y.Code),
		)
	})
	return mergeFindings(e.diagnosed(), e.findings)
}

// mergeFindings puts findings that are in order of their places together; those
// of a place in first go before those in second.
func mergeFindings(first, second []Finding) []Finding {
	merged := make([]Finding, 0, len(first)+len(second))
	for _, finding := range second {
		for len(first) > 0 && !finding.At.Before(first[0].At) {
			merged, first = append(merged, first[0]), first[1:]
		}
		merged = append(merged, finding)
	}
	return append(merged, first...)
}

// Rules returns every code that a finding can have, the parser's too, ordered by
// code.
func Rules() []Rule { return slices.Clone(rules) }

// Find returns the rule of a code, and whether there is one.
func Find(code model.Code) (Rule, bool) {
	index, known := slices.BinarySearchFunc(rules, code, func(rule Rule, code model.Code) int {
		return cmp.Compare(rule.Code, code)
	})
	if !known {
		return Rule{}, false
	}
	return rules[index], true
}
