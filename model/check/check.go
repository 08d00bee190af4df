// Package check holds the rules that a document of the model is held against:
// what its text, its layout, its values, its sums and its parts should be.
//
// In goes a document, out come findings with a code, a place, what was found and
// what was expected. What the parser said of a sheet (the document's
// diagnostics) is among them. The package knows the model and what each form
// prints; it must not know text, cells or flags.
package check

import "sheetconv/model"

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
}

// Document holds a document against every rule and returns the findings in the
// order of their places, then of their codes. The document's own diagnostics
// are the first of each place.
func Document(document *model.Document) []Finding {
	findings := make([]Finding, 0, len(document.Diagnostics))
	for _, diagnostic := range document.Diagnostics {
		findings = append(findings, Finding{Diagnostic: diagnostic})
	}
	return findings
}

// Rules returns every code that a finding can have, the parser's too, ordered by
// code.
func Rules() []Rule {
	var rules []Rule
	for _, entry := range model.Catalogue() {
		rules = append(rules, Rule{
			Code: entry.Code, Severity: entry.Severity, English: entry.English, Japanese: entry.Japanese,
		})
	}
	return rules
}
