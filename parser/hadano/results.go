package hadano

import "sheetconv/model"

// countResults counts what the sheet reports on each year besides the grades.
func (r *reader) countResults() []int {
	counts := make([]int, r.count)
	add := func(w when, isResult bool) {
		if isResult && w >= 0 && int(w) < len(counts) {
			counts[w]++
		}
	}
	for _, own := range r.items {
		for _, indicator := range own.indicators {
			for _, v := range indicator.values {
				add(v.when, v.measure == model.Actual && !v.none)
			}
		}
		for _, cost := range own.costs {
			add(cost.when, cost.Basis == model.BasisActual)
		}
		for _, task := range own.tasks {
			add(task.when, task.Measure == model.ScheduleActual)
		}
		for _, text := range own.texts {
			add(text.when, text.Key == model.TextActivity || text.Key == model.TextResult)
		}
		for _, reason := range own.reasons {
			add(reason.when, true)
		}
	}
	return counts
}

// dropRepeated takes out the grades that a merged cell repeats over its span: the
// same as the year before's, in a year on which nothing else is reported.
func (r *reader) dropRepeated() {
	counts := r.countResults()
	for _, own := range r.items {
		kept := own.grades[:0]
		for _, grade := range own.grades {
			repeated := grade.when > 0 && int(grade.when) < len(counts) && counts[grade.when] == 0 &&
				own.hasGrade(grade.Criterion, grade.Grade, grade.Choice, grade.when-1)
			if !repeated {
				kept = append(kept, grade)
			}
		}
		own.grades = kept
	}
}

func (i *item) hasGrade(criterion model.Criterion, grade, choice string, w when) bool {
	for _, own := range i.grades {
		if own.Criterion == criterion && own.Grade == grade && own.Choice == choice && own.when == w {
			return true
		}
	}
	return false
}
