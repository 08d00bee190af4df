package main

import (
	"strings"

	"sheetconv/model/check"
)

// explain prints what a code means, or every code of a family.
func (s *session) explain(name string) error {
	if wrong := s.wrongSelector(name); wrong != "" {
		return &usageError{wrong, s.command}
	}
	var texts []string
	for _, rule := range rules() {
		if precision([]string{name}, rule.Code) > 0 {
			texts = append(texts, s.explanation(rule))
		}
	}
	return s.printText(strings.Join(texts, "\n"))
}

// explanation is a rule's code and severity, its message, its paragraph, and what
// it finds and does not find.
func (s *session) explanation(rule check.Rule) string {
	message, paragraph := rule.English, rule.Explanation
	if s.words.language == japanese {
		message, paragraph = rule.Japanese, rule.ExplanationJapanese
	}
	text := s.say("%[1]s (%[2]s)", string(rule.Code), string(rule.Severity)) + "\n"
	for _, line := range s.width.Wrap(summaryOf(message, rule), helpColumns-len(excerptIndent)) {
		text += excerptIndent + line + "\n"
	}
	if paragraph != "" {
		text += "\n" + strings.Join(s.width.Wrap(paragraph, helpColumns), "\n") + "\n"
	}
	if rule.Example != "" {
		text += "\n" + s.example(s.say("found:"), rule.Example) + s.example(s.say("not found:"), rule.Counterexample)
	}
	return text
}

// example is a labelled line of a sheet.
func (s *session) example(label, text string) string {
	lines := s.width.Wrap(label+" "+text, helpColumns-len(excerptIndent))
	return excerptIndent + strings.Join(lines, "\n"+excerptIndent) + "\n"
}
