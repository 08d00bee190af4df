package main

import (
	"strings"

	"sheetconv/model"
	"sheetconv/model/compare"
)

// refuse says why two issues are not compared.
func (s *session) refuse(old, new *compare.Issue) error {
	var reasons []string
	one, other := old.Documents[0], new.Documents[0]
	for _, different := range compare.DifferencesOf(old, new) {
		switch different {
		case compare.DifferentPublisher:
			reasons = append(reasons, s.say("the publisher is %[1]s in the one and %[2]s in the other", s.publisher(one), s.publisher(other)))
		case compare.DifferentForm:
			reasons = append(reasons, s.say("the form is %[1]s in the one and %[2]s in the other", formOf(one), formOf(other)))
		case compare.DifferentName:
			reasons = append(reasons, s.say("the plan is %[1]s in the one and %[2]s in the other", s.planOf(one), s.planOf(other)))
		}
	}
	return s.usageError("%[1]s and %[2]s are not of one plan: %[3]s; --force compares them anyway",
		visible(old.Name), visible(new.Name), strings.Join(reasons, s.say("; ")))
}

func (s *session) publisher(document *model.Document) string {
	if document.Municipality == nil || document.Municipality.Name == "" {
		return s.say("not known")
	}
	return visible(document.Municipality.Name)
}

func formOf(document *model.Document) string {
	if document.Source != nil && document.Source.Form != "" {
		return visible(document.Source.Form)
	}
	return string(document.Kind)
}

func (s *session) planOf(document *model.Document) string {
	if document.Plan == nil || document.Plan.Name == "" {
		return s.say("not known")
	}
	return visible(document.Plan.Name)
}

// tellAlone says that the documents of a plan have no partner.
func (r *diffRun) tellAlone(alone, without *compare.Issue) {
	first := alone.Documents[0]
	what := formOf(first)
	if first.Plan != nil && first.Plan.Name != "" {
		what += " " + visible(first.Plan.Name)
	}
	r.tell(r.say("%[1]s: %[2]s of %[3]s has no partner in %[4]s",
		visible(alone.Name), what, r.publisher(first), visible(without.Name)))
}
