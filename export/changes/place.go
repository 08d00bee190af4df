package changes

import (
	"slices"
	"strconv"
	"strings"

	"sheetconv/model"
)

// place is where a change stands in the model, read from its path:
// indicators[市税徴収率].values[2021,target].number has three steps.
type place struct{ steps []step }

// step is a field of the model, and the keys of the row for a list.
type step struct {
	field string
	keys  []string
}

// placeOf reads a path. The signs that a path is built of stand in a key behind a
// backslash.
func placeOf(path string) place {
	var steps []step
	var part strings.Builder
	current, inKey, escaped := step{}, false, false
	end := func(isStep bool) {
		switch {
		case inKey:
			current.keys = append(current.keys, part.String())
		case part.Len() > 0:
			current.field = part.String()
		}
		part.Reset()
		if isStep && current.field != "" {
			steps = append(steps, current)
			current = step{}
		}
	}
	for _, r := range path {
		switch {
		case escaped:
			part.WriteRune(r)
			escaped = false
		case r == '\\':
			escaped = true
		case r == '[' && !inKey:
			end(false)
			inKey = true
		case r == ']' && inKey:
			end(false)
			inKey = false
		case r == ',' && inKey:
			end(false)
		case r == '.' && !inKey:
			end(true)
		default:
			part.WriteRune(r)
		}
	}
	end(true)
	return place{steps}
}

// list returns the first field, such as indicators.
func (p place) list() string {
	if len(p.steps) == 0 {
		return ""
	}
	return p.steps[0].field
}

// field returns the last field where the path goes on behind a row, such as
// number, and nothing where it ends at a row.
func (p place) field() string {
	if len(p.steps) < 2 || p.steps[len(p.steps)-1].keys != nil {
		return ""
	}
	return p.steps[len(p.steps)-1].field
}

// row returns the step of the innermost row.
func (p place) row() step {
	for _, candidate := range slices.Backward(p.steps) {
		if candidate.keys != nil {
			return candidate
		}
	}
	return step{}
}

// has reports whether a field is on the way.
func (p place) has(field string) bool {
	return slices.ContainsFunc(p.steps, func(s step) bool { return s.field == field })
}

// name returns what the keys of the first row say beside years and words of the
// model: the name of an indicator, a task, a label.
func (p place) name() string {
	for _, candidate := range p.steps {
		if candidate.keys == nil {
			continue
		}
		if candidate.field == "indicators" {
			return candidate.keys[0]
		}
		var rest []string
		for _, key := range candidate.keys {
			if key != "" && yearOf(key) == 0 && !isWord(key) {
				rest = append(rest, key)
			}
		}
		return strings.Join(rest, " ")
	}
	return ""
}

// fy returns the fiscal year among the keys of the innermost row, 0 without one.
func (p place) fy() int {
	row := p.row()
	for _, key := range row.keys {
		if year := yearOf(key); year != 0 && row.field != "indicators" {
			return year
		}
	}
	return 0
}

func yearOf(key string) int {
	year, err := strconv.Atoi(key)
	if err != nil || len(key) != 4 {
		return 0
	}
	return year
}

// word returns the value of an enum of the model that a row has for a key.
func word[T ~string](p place) (T, bool) {
	for _, key := range p.row().keys {
		if model.IsKnown(T(key)) {
			return T(key), true
		}
	}
	return "", false
}

func isWord(key string) bool {
	return model.IsKnown(model.ValueMeasure(key)) || model.IsKnown(model.ScheduleMeasure(key)) ||
		model.IsKnown(model.CostBasis(key)) || model.IsKnown(model.CostLine(key)) ||
		model.IsKnown(model.StaffingCategory(key)) || model.IsKnown(model.Criterion(key)) ||
		model.IsKnown(model.TextKey(key)) || model.IsKnown(model.Role(key)) || model.IsKnown(model.IndicatorKind(key))
}
