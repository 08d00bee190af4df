package compare

import (
	"slices"

	"sheetconv/model"
)

// compareEvaluations returns the changes of an item's judgements: of each
// criterion those restated for the same year, and the newest against the newest.
func (c *comparison) compareEvaluations(pair *itemPair) []Change {
	old, new := pair.old.item.Evaluations, pair.new.item.Evaluations
	if len(old)+len(new) == 0 {
		return nil
	}
	labelled := map[string]bool{}
	key := func(e *model.Evaluation) (string, string) {
		return string(e.Criterion), string(e.Criterion) + year(e.FY)
	}
	markLabelled(labelled, old, key)
	markLabelled(labelled, new, key)
	line := func(e *model.Evaluation) string {
		if labelled[string(e.Criterion)] && e.Label != "" {
			return string(e.Criterion) + " " + foldLabel(e.Label)
		}
		return string(e.Criterion)
	}
	pairs := pairRows(old, new,
		func(e *model.Evaluation) string { return line(e) + "\x00" + year(e.FY) },
		sameEvaluation,
		func(_, other *model.Evaluation) { c.alike(pair, row("evaluations", line(other)), other.At) })
	var changes []Change
	newest := map[string]*rowPair[model.Evaluation]{}
	var lines []string
	for _, one := range pairs {
		if one.old != nil && one.new != nil {
			changes = append(changes, compareEvaluation(pair, one, line(one.new))...)
		}
		for _, e := range []*model.Evaluation{one.new, one.old} {
			if e != nil && newest[line(e)] == nil {
				newest[line(e)] = &rowPair[model.Evaluation]{}
				lines = append(lines, line(e))
			}
		}
		if n := one.new; n != nil && isNewer(n, newest[line(n)].new) {
			newest[line(n)].new = n
		}
		if o := one.old; o != nil && isNewer(o, newest[line(o)].old) {
			newest[line(o)].old = o
		}
	}
	for _, name := range lines {
		one := *newest[name]
		if slices.Contains(pairs, one) && one.old != nil && one.new != nil {
			continue // they are of one year
		}
		for _, change := range compareEvaluation(pair, one, name) {
			if one.old == nil {
				change.NewFY = one.new.FY
			} else if one.new == nil {
				change.OldFY = one.old.FY
			}
			changes = append(changes, change)
		}
	}
	return append(changes, lostJudgements(pair, pairs, newest, line)...)
}

func isNewer(one, than *model.Evaluation) bool { return than == nil || one.FY > than.FY }

// lostJudgements returns the judgements of a year that only one issue has although
// both print it.
func lostJudgements(pair *itemPair, pairs []rowPair[model.Evaluation], newest map[string]*rowPair[model.Evaluation], line func(*model.Evaluation) string) []Change {
	var changes []Change
	for _, one := range pairs {
		shown := one.new
		if shown == nil {
			shown = one.old
		}
		latest := newest[line(shown)]
		isTold := one.old != nil && one.new != nil || shown == latest.old || shown == latest.new
		if !isTold && bothPrint(pair.old.document, pair.new.document, "evaluations", "", shown.FY) {
			changes = append(changes, compareEvaluation(pair, one, line(shown))...)
		}
	}
	return changes
}

// sameEvaluation reports whether two judgements say the same.
func sameEvaluation(a, b *model.Evaluation) bool {
	return sameText(a.Grade, b.Grade) && sameText(a.Choice, b.Choice) && sameText(a.Reason, b.Reason) &&
		foldList(a.Options) == foldList(b.Options)
}

// compareEvaluation returns what differs between two judgements of a criterion;
// one of them may be nil.
func compareEvaluation(pair *itemPair, both rowPair[model.Evaluation], line string) []Change {
	var old, new model.Evaluation
	change := Change{Class: ClassGrade}
	if both.old != nil {
		old, change.OldAt = *both.old, both.old.At
	}
	if both.new != nil {
		new, change.NewAt = *both.new, both.new.At
	}
	if both.old != nil && both.new != nil && old.FY != new.FY {
		change.OldFY, change.NewFY = old.FY, new.FY
	}
	path := row("evaluations", line, year(new.FY))
	if both.new == nil {
		path = row("evaluations", line, year(old.FY))
	}
	var changes []Change
	add := func(class Class, key string, before, after any) *Change {
		one := change
		one.Class, one.Path, one.Old, one.New = class, path+"."+key, before, after
		changes = append(changes, one)
		return &changes[len(changes)-1]
	}
	switch {
	case !sameText(old.Grade, new.Grade):
		graded := add(ClassGrade, "grade", wording(old.Grade), wording(new.Grade))
		graded.OldMeaning, graded.NewMeaning = meaning(pair.old, &old), meaning(pair.new, &new)
		graded.Outcome = gradeOutcome(pair, &old, &new)
	case !sameText(old.Choice, new.Choice):
		add(ClassGrade, "choice", wording(old.Choice), wording(new.Choice))
	}
	if !sameText(old.Reason, new.Reason) {
		add(ClassText, "reason", wording(old.Reason), wording(new.Reason))
	}
	if both.old != nil && both.new != nil && foldList(old.Options) != foldList(new.Options) {
		add(ClassGrade, "options", list(old.Options), list(new.Options)).share("options "+line, foldList(old.Options), "options "+line, foldList(new.Options))
	}
	return changes
}

// meaning is what a grade means: the words printed with it, else by the legend of
// its issue.
func meaning(e *entry, evaluation *model.Evaluation) string {
	if evaluation.Grade == "" {
		return ""
	}
	if evaluation.Choice != "" {
		return evaluation.Choice
	}
	if at := gradeIndex(e, evaluation.Grade); at >= 0 {
		return e.document.document.Grades[at].Label
	}
	return ""
}

func gradeIndex(e *entry, grade string) int {
	return slices.IndexFunc(e.document.document.Grades, func(g model.Grade) bool { return sameText(g.Grade, grade) })
}

// gradeOutcome says whether a grade stands higher in the legend, or else among the
// options printed with it, than the one before it. Both begin with the best grade;
// without them, or where they changed, or of what is to be done next year, nothing
// is better.
func gradeOutcome(pair *itemPair, old, new *model.Evaluation) Outcome {
	if new.Criterion == model.CriterionNextYear || !sameLegend(pair.old.document.document, pair.new.document.document) {
		return ""
	}
	was, is := gradeIndex(pair.old, old.Grade), gradeIndex(pair.new, new.Grade)
	if was < 0 && is < 0 && foldList(old.Options) == foldList(new.Options) {
		was, is = optionIndex(old), optionIndex(new)
	}
	if was < 0 || is < 0 || was == is {
		return ""
	}
	return betterIf(is < was)
}

// optionIndex returns where the choice of a graded judgement stands among its
// options, -1 if it has none.
func optionIndex(evaluation *model.Evaluation) int {
	if evaluation.Grade == "" || evaluation.Choice == "" {
		return -1
	}
	graded := evaluation.Choice + "(" + evaluation.Grade + ")"
	return slices.IndexFunc(evaluation.Options, func(option string) bool {
		return sameText(option, evaluation.Choice) || sameText(option, graded)
	})
}

func sameLegend(old, new *model.Document) bool {
	return slices.EqualFunc(old.Grades, new.Grades, func(a, b model.Grade) bool {
		return sameText(a.Grade, b.Grade) && sameText(a.Label, b.Label)
	})
}

// list returns a list as what a change holds: nil where it is empty.
func list(texts []string) any {
	if len(texts) == 0 {
		return nil
	}
	return texts
}

// foldList returns a list of texts as one that lists are compared by.
func foldList(texts []string) string {
	joined := ""
	for _, text := range texts {
		joined += foldText(text) + "\x00"
	}
	return joined
}
