package main

import (
	"sheetconv/model"
)

// failNever is the threshold that no finding reaches.
const failNever = "never"

// severities are the thresholds of --fail-on and the values of a severity, from the
// worst.
var severities = []string{string(model.SeverityError), string(model.SeverityWarning), string(model.SeverityInfo)}

// rank orders severities; the worst is 0. What is no severity is beyond all.
func rank(severity string) int {
	for index, name := range severities {
		if name == severity {
			return index
		}
	}
	return len(severities)
}

// policy says what of the findings of a file is reported, and what fails the run.
// What a policy leaves open is a zero value, but for a list: an empty one is an
// answer.
type policy struct {
	selected, ignored []string
	failOn            string
	severity          map[string]string // by code or family
	baseline          string            // the file's name
}

// over fills what a nearer policy leaves open with this one's. Severities are taken
// together, code by code.
func (p policy) over(farther policy) policy {
	if p.selected == nil {
		p.selected = farther.selected
	}
	if p.ignored == nil {
		p.ignored = farther.ignored
	}
	if p.failOn == "" {
		p.failOn = farther.failOn
	}
	if p.baseline == "" {
		p.baseline = farther.baseline
	}
	merged := map[string]string{}
	for _, severity := range []map[string]string{farther.severity, p.severity} {
		for code, value := range severity {
			merged[code] = value
		}
	}
	p.severity = merged
	return p
}

// reports tells whether findings of a code are reported. Where a code is selected and
// ignored, the exacter name counts, and ignored where both are as exact. Selecting
// never hides that a file could not be read: nothing in it was checked.
func (p policy) reports(code model.Code) bool {
	selected, ignored := precision(p.selected, code), precision(p.ignored, code)
	if ignored > 0 && ignored >= selected {
		return false
	}
	return selected > 0 || len(p.selected) == 0 || code.Family() == familyInput
}

// severityOf is the severity of a finding under the policy.
func (p policy) severityOf(of finding) model.Severity {
	for _, name := range []string{string(of.Code), of.Code.Family()} {
		if severity := p.severity[name]; severity != "" {
			return model.Severity(severity)
		}
	}
	return of.Severity
}

// apply keeps what is reported of a file's findings, with its severity, and says of
// each whether it is known and whether it fails the run.
func (p policy) apply(findings []finding, from input, known *baseline) []finding {
	var reported []finding
	for _, one := range findings {
		if !p.reports(one.Code) {
			continue
		}
		one.Severity = p.severityOf(one)
		one.known = known.knows(from, one)
		one.fails = !one.known && p.failOn != failNever && rank(string(one.Severity)) <= rank(p.failOn)
		reported = append(reported, one)
	}
	return reported
}
