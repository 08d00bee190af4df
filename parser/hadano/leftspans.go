package hadano

import "slices"

// leftOfHeads finds the places of years whose heads stand in the middle of their columns,
// and whose values begin at the left of these: between the head of the year before and the
// end of its own all begin at one place, and some that end elsewhere show that it is not
// their ends that stand below each other.
func leftOfHeads(heads []piece, rows []row, where measure) yearSpans {
	s := yearSpans{places: make([]span, len(heads)), begins: make([]int32, len(heads)), even: true, least: leastUnder}
	for i := range s.begins {
		s.begins[i] = noColumn
	}
	endsDiffer := false
	var joined []span // values that reach under the next head: more than one
	for i := range rows {
		for j, values := 0, rows[i].yearValues(); j < len(values); j++ {
			own := where(&values[j])
			at, reaches := headOver(heads, own, where)
			switch {
			case at >= 0 && reaches:
				joined = append(joined, own)
				continue
			case at < 0 || s.begins[at] != noColumn && s.begins[at] != own.start:
				return yearSpans{}
			case s.begins[at] == noColumn:
				s.begins[at], s.places[at] = own.start, own
			default:
				endsDiffer = endsDiffer || s.places[at].end != own.end
				s.places[at].widen(own)
			}
			s.asked++
		}
	}
	for _, own := range joined {
		if !slices.Contains(s.begins, own.start) {
			return yearSpans{}
		}
	}
	for i := range heads {
		if s.begins[i] == noColumn { // a year without values, which none will meet
			own := where(&heads[i])
			s.begins[i], s.places[i] = own.start, own
		}
	}
	s.valid = endsDiffer && s.asked >= leastUnder && s.areApart()
	return s
}

// yearValues returns the values of a row that stand behind a label of years.
func (w *row) yearValues() []piece {
	at := len(w.pieces)
	for at > 0 && w.pieces[at-1].label == noLabel {
		at--
	}
	if at == 0 || w.head != nil {
		return nil
	}
	last := w.pieces[at-1].label
	isYears := last >= yearlyGoal || last >= activityResult && last <= externalEvaluation || last.isMeasure() && (at > 2 || w.first() == last)
	if !isYears {
		return nil
	}
	return w.pieces[at:]
}

// headOver returns the head before whose end a part of a line begins, but behind the one
// before, -1 where there is none, and whether it reaches under the next.
func headOver(heads []piece, own span, where measure) (at int, reaches bool) {
	for i := range heads {
		if head := where(&heads[i]); own.start < head.end {
			return i, i+1 < len(heads) && own.end > where(&heads[i+1]).start
		}
	}
	return -1, false
}
