package check

import (
	"slices"
	"strings"

	"sheetconv/model"
)

// The codes of the rules on what a sheet says in two places.
const (
	CodeGradeUnknown    model.Code = "consistency/grade-unknown"
	CodeParentUnknown   model.Code = "consistency/parent-unknown"
	CodeNumberOutside   model.Code = "consistency/number-outside"
	CodeNameTwice       model.Code = "consistency/name-twice"
	CodeRepeatedDiffers model.Code = "consistency/repeated-differs"
	CodeRepeatedName    model.Code = "consistency/repeated-name"
	CodeSimilarNames    model.Code = "consistency/similar-names"
)

// checkConsistency holds what a sheet says in two places against each other.
func (e *examination) checkConsistency() {
	for i := range e.document.Items {
		item := &e.document.Items[i]
		for j := range item.Evaluations {
			e.checkGrade(item, &item.Evaluations[j])
		}
	}
	e.checkParents()
	e.checkHeadings()
	e.checkRepeated()
	e.checkRowsTwice()
}

// checkHeadings finds measures, or directions of one measure, that have one name
// and two numbers: a table gives the number of a heading otherwise.
func (e *examination) checkHeadings() {
	type heading struct {
		kind         model.ItemKind
		parent, name string
	}
	first := make(map[heading]*model.Item)
	for i := range e.document.Items {
		item := &e.document.Items[i]
		if item.Kind != model.PolicyMeasure && item.Kind != model.PolicyDirection || item.Name == "" {
			continue
		}
		key := heading{item.Kind, item.Parent, string(comparable(item.Name))}
		if other := first[key]; other == nil {
			first[key] = item
		} else if other.Number != item.Number {
			e.report(CodeNameTwice, place{item.At, item.ID, item.Name}, item.Number, other.Number)
		}
	}
}

// checkGrade finds a grade that is in neither the legend nor the options printed
// beside it. Where a box is ticked, the parser has held the grade against it.
func (e *examination) checkGrade(item *model.Item, evaluation *model.Evaluation) {
	if evaluation.Grade == "" {
		return
	}
	var known []string
	if len(e.document.Grades) > 0 && evaluation.Criterion == e.form.counts {
		for i := range e.document.Grades {
			known = append(known, e.document.Grades[i].Grade)
		}
	} else if evaluation.Choice == "" {
		known = gradesOf(evaluation.Options)
	}
	if len(known) == 0 || slices.Contains(known, evaluation.Grade) {
		return
	}
	e.report(CodeGradeUnknown, place{evaluation.At, item.ID, evaluation.Label}, evaluation.Grade, strings.Join(known, ", "))
}

// gradesOf returns the grades in brackets at the end of options: 高い (A). There
// are none if an option other than the last has none.
func gradesOf(options []string) []string {
	var grades []string
	for i, option := range options {
		option = strings.NewReplacer("（", "(", "）", ")").Replace(option)
		open := strings.LastIndexByte(option, '(')
		if open < 0 || !strings.HasSuffix(option, ")") {
			if i+1 < len(options) {
				return nil
			}
			continue
		}
		grades = append(grades, strings.TrimSpace(option[open+1:len(option)-1]))
	}
	return grades
}

// checkParents finds items under a parent that is no item, and numbers that do
// not begin with that of the parent or of the level that they belong to.
func (e *examination) checkParents() {
	items := make(map[string]*model.Item, len(e.document.Items))
	for i := range e.document.Items {
		items[e.document.Items[i].ID] = &e.document.Items[i]
	}
	for i := range e.document.Items {
		item := &e.document.Items[i]
		where := place{item.At, item.ID, itemLabel(item)}
		parent := items[item.Parent]
		switch {
		case item.Parent == "":
		case parent == nil:
			e.report(CodeParentUnknown, where, item.Parent, "")
		case e.form.goals && !isUnder(item.Number, parent.Number):
			e.report(CodeNumberOutside, where, item.Number, parent.Number+"-…", itemLabel(parent))
		}
		if e.form.numberLevel == "" {
			continue
		}
		for j := range item.Policy {
			if level := &item.Policy[j]; level.Level == e.form.numberLevel && !isUnder(item.Number, level.Number) {
				e.report(CodeNumberOutside, where, item.Number, level.Number+"-…", level.Level+" "+level.Number+" "+level.Name)
			}
		}
	}
}

// isUnder reports whether a number is one of the level with another: 3-2-1 of
// 3-2. Where one is not printed, or is no number of several parts, it may be.
func isUnder(number, above string) bool {
	if number == "" || above == "" || strings.Trim(number+above, "0123456789-") != "" || !strings.Contains(number, "-") {
		return true
	}
	rest := number
	for part := range strings.SplitSeq(above, "-") {
		first, behind, found := strings.Cut(rest, "-")
		if !found || strings.TrimLeft(first, "0") != strings.TrimLeft(part, "0") {
			return false // 05-019 is one of 5
		}
		rest = behind
	}
	return true
}

// checkRepeated holds each 再掲 indicator against its first printing.
func (e *examination) checkRepeated() {
	if !e.hasRepeated() {
		return
	}
	var originals []*printing
	byName := make(map[string][]*printing)
	for i := range e.document.Items {
		item := &e.document.Items[i]
		for j := range item.Indicators {
			if indicator := &item.Indicators[j]; !indicator.Repeated && indicator.Name != "" {
				original := &printing{item, indicator, comparable(indicator.Name)}
				originals = append(originals, original)
				byName[string(original.name)] = append(byName[string(original.name)], original)
			}
		}
	}
	for i := range e.document.Items {
		item := &e.document.Items[i]
		for j := range item.Indicators {
			if indicator := &item.Indicators[j]; indicator.Repeated && indicator.Name != "" {
				e.checkRepetition(item, indicator, byName[string(comparable(indicator.Name))], originals)
			}
		}
	}
}

func (e *examination) hasRepeated() bool {
	return slices.ContainsFunc(e.document.Items, func(item model.Item) bool {
		return slices.ContainsFunc(item.Indicators, func(one model.Indicator) bool { return one.Repeated })
	})
}

// printing is an indicator as an item prints it.
type printing struct {
	item      *model.Item
	indicator *model.Indicator
	name      []rune
}

// comparable returns a name as names are compared: without blanks and widths of
// brackets.
func comparable(name string) []rune {
	return []rune(strings.NewReplacer(" ", "", "\u3000", "", "（", "(", "）", ")", "・", "").Replace(name))
}

// minSimilarRunes is how long names are at least that may be one in spite of a
// lost letter.
const minSimilarRunes = 6

// checkRepetition holds a repeated indicator against those of its name; where
// there are none, against the one whose name it has but for a lost letter.
func (e *examination) checkRepetition(item *model.Item, indicator *model.Indicator, same, originals []*printing) {
	where := place{indicator.At, item.ID, indicator.Name}
	if len(same) == 0 {
		name := comparable(indicator.Name)
		for _, original := range originals {
			if min(len(name), len(original.name)) >= minSimilarRunes && isOneLost(name, original.name) {
				same = append(same, original)
			}
		}
		if len(same) == 1 {
			e.report(CodeRepeatedName, where, indicator.Name, same[0].indicator.Name, itemLabel(same[0].item))
		}
	}
	if len(same) != 1 {
		return // which one it repeats can't be told
	}
	first := same[0]
	for i := range indicator.Values {
		value := &indicator.Values[i]
		for j := range first.indicator.Values {
			other := &first.indicator.Values[j]
			if other.FY != value.FY || other.Measure != value.Measure || value.FY == 0 || sameFigure(&value.Figure, &other.Figure) {
				continue
			}
			e.report(CodeRepeatedDiffers, place{value.At, item.ID, indicator.Name}, value.Raw, other.Raw, itemLabel(first.item))
		}
	}
}

// isOneLost reports whether one of two names is the other with one letter less.
func isOneLost(x, y []rune) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x)+1 != len(y) {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	return slices.Equal(x[i:], y[i+1:])
}

// sameFigure reports whether two figures say the same.
func sameFigure(x, y *model.Figure) bool {
	switch {
	case !x.Yen.IsZero() && !y.Yen.IsZero():
		return x.Yen == y.Yen
	case !x.Number.IsZero() && !y.Number.IsZero():
		return x.Number.Decimal().Cmp(y.Number.Decimal()) == 0
	case x.State != "" && y.State != "":
		return x.State == y.State
	}
	return slices.Equal(comparable(x.Raw), comparable(y.Raw))
}
