package komaki

import (
	"strings"

	"sheetconv/parser/internal/ja"
)

// knownLabels are the labels of the table of initiatives as the headings before it print
// them, in their order: the lines of wrapped labels are told by what they spell, wherever
// they stand.
type knownLabels struct {
	measures, directions []string // keys of number and name
	// first is, for each measure, the index of its first direction.
	first []int
}

// maxKnown is how many labels of a kind are looked for.
const maxKnown = 120

// knownLabels returns the labels that the headings print; ok is false where one has no
// name, or there are none.
func (r *reader) knownLabels() (known knownLabels, ok bool) {
	for i := range r.tree.measures {
		measure := &r.tree.measures[i]
		name := r.item(measure.item).Name
		if measure.listed || name == "" || len(measure.directions) == 0 {
			return knownLabels{}, false
		}
		known.measures = append(known.measures, ja.Key(measure.number+name))
		known.first = append(known.first, len(known.directions))
		for j := range measure.directions {
			direction := &measure.directions[j]
			name := r.item(direction.item).Name
			if direction.listed || name == "" {
				return knownLabels{}, false
			}
			known.directions = append(known.directions, ja.Key(direction.number+name))
		}
	}
	return known, len(known.measures) > 0 && len(known.directions) <= maxKnown
}

// spelled is how far the labels of both columns are spelled out: which one is being
// spelled, and how many bytes of its key are.
type spelled struct {
	measure, measureAt, direction, directionAt int
}

// labelStep is a way in which the lines up to one spell labels.
type labelStep struct {
	spelled
	// before is the way up to the line before, split how many words of the line are the
	// measure's.
	before    *labelStep
	split     int
	ambiguous bool
}

// begin returns the states before the first line of a page: where no label was read yet,
// any measure may be the first, and else what follows the labels that were read last,
// which the page may repeat.
func (k *knownLabels) begin(measure, direction int) []*labelStep {
	if measure == none || direction == none {
		var steps []*labelStep
		for i, first := range k.first {
			steps = append(steps, &labelStep{spelled: k.ended(i-1, first-1)})
		}
		return steps
	}
	steps := []*labelStep{{spelled: k.ended(measure, direction)}}
	steps = append(steps, &labelStep{spelled: k.ended(measure-1, direction)}, &labelStep{spelled: k.ended(measure-1, direction-1)})
	return append(steps, &labelStep{spelled: k.ended(measure, direction-1)})
}

// ended is the state in which both labels are spelled out.
func (k *knownLabels) ended(measure, direction int) spelled {
	s := spelled{measure: measure, direction: direction}
	if measure >= 0 {
		s.measureAt = len(k.measures[measure])
	}
	if direction >= 0 {
		s.directionAt = len(k.directions[direction])
	}
	return s
}

// spell returns the ways in which the words of lines spell labels, the last step of the
// only one that ends with whole labels; nil where there is none, or several.
func (k *knownLabels) spell(steps []*labelStep, lines [][]string) *labelStep {
	for _, words := range lines {
		byState := map[spelled]*labelStep{}
		var next []*labelStep
		for _, step := range steps {
			for split := 0; split <= len(words); split++ {
				state := step.spelled
				if !goOn(k.measures, &state.measure, &state.measureAt, words[:split]) ||
					!goOn(k.directions, &state.direction, &state.directionAt, words[split:]) {
					continue
				}
				if other, known := byState[state]; known {
					other.ambiguous = true
					continue
				}
				own := &labelStep{spelled: state, before: step, split: split, ambiguous: step.ambiguous}
				byState[state] = own
				next = append(next, own)
			}
		}
		if steps = next; len(steps) == 0 || len(steps) > maxKnown {
			return nil
		}
	}
	var only *labelStep
	for _, step := range steps {
		if step.spelled != k.ended(step.measure, step.direction) {
			continue
		}
		if only != nil || step.ambiguous {
			return nil
		}
		only = step
	}
	return only
}

// goOn reads words as what comes next of the labels: the rest of the one that is being
// spelled, or the beginning of the one behind it.
func goOn(labels []string, label, at *int, words []string) bool {
	if len(words) == 0 {
		return true
	}
	text := ja.Key(strings.Join(words, ""))
	if *label < 0 || *at == len(labels[*label]) {
		if *label+1 == len(labels) {
			return false
		}
		*label, *at = *label+1, 0
	}
	if text == "" || !strings.HasPrefix(labels[*label][*at:], text) {
		return false
	}
	*at += len(text)
	return true
}
