package hadano

import (
	"slices"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// yearSpans are the places of the years on the lines of a table whose cells blanks part:
// where the head prints each, and where the rows with a value for each have it. A tool
// places cells by characters or by the width that these take; where one of the two lets
// the values stand below each other, it is the one.
type yearSpans struct {
	places []span
	// begins are where the values begin that were asked; loose is by how much these
	// stand beside each other.
	begins []int32
	loose  int32
	// even is set where they begin at the same places.
	even bool
	// asked is how many values were, least how many must agree.
	asked, least int
	valid        bool
}

// span is a part of a line.
type span struct{ start, end int32 }

func (s span) meets(other span) bool { return s.start < other.end && other.start < s.end }

// measure tells where a cell stands on its line.
type measure func(p *piece) span

func byCharacters(p *piece) span {
	start, end := sheet.ByCharacter(nil, p.Cell, 0, len(p.Text))
	return span{start, end}
}

// measures returns the ways in which tools place cells. By their widths nothing is known
// of the parts of a cell.
func (r *reader) measures() [widthMeasure + 1]measure {
	return [...]measure{charactersMeasure: byCharacters, widthMeasure: func(p *piece) span {
		start, end := sheet.ByColumn(r.Grid, p.Cell, 0, len(p.Text))
		return span{start, end}
	}}
}

const charactersMeasure, widthMeasure = 0, 1

// findSpans finds the places of the years below a head, and parts the cells that reach
// from one to the next.
func (r *reader) findSpans(head *row) {
	r.spans = [widthMeasure + 1]yearSpans{}
	if r.Grid.Layout != grid.Blanks || head.visible {
		return
	}
	heads := yearPieces(r.facts, head)
	if len(heads) != r.head.Count {
		return
	}
	rows := r.rowsBelow()
	for i, where := range r.measures() {
		r.spans[i] = newSpans(heads, rows, where, r.head.Total)
	}
	best := r.bestSpans()
	if best != charactersMeasure || !r.spans[best].isExact() {
		return
	}
	parted := false
	for i := range rows {
		parted = r.spans[best].partRow(&rows[i]) || parted
	}
	for i, where := range r.measures() {
		if parted {
			r.spans[i] = newSpans(heads, rows, where, r.head.Total)
		}
	}
}

// bestSpans returns the measure by which the values stand below each other, -1 where
// there is none.
func (r *reader) bestSpans() int {
	best := -1
	for i := range r.spans {
		if r.spans[i].valid && (best < 0 || r.spans[i].loose < r.spans[best].loose) {
			best = i
		}
	}
	return best
}

func yearPieces(f *facts, head *row) []piece {
	var years []piece
	for _, p := range head.pieces {
		if f.isHeadCell(p) && p.label == noLabel {
			years = append(years, p)
		}
	}
	return years
}

func newSpans(heads []piece, rows []row, where measure, hasTotal bool) yearSpans {
	s := yearSpans{places: make([]span, len(heads)), begins: make([]int32, len(heads))}
	first, last := make([]span, len(heads)), make([]span, len(heads)) // where values begin and end
	for i := range rows {
		values := rows[i].fullValues(len(heads), hasTotal)
		for j := range values {
			own := where(&values[j])
			if s.asked < len(heads) {
				s.places[j], first[j], last[j] = own, span{own.start, own.start}, span{own.end, own.end}
			}
			s.places[j].widen(own)
			first[j].widen(span{own.start, own.start})
			last[j].widen(span{own.end, own.end})
			s.asked++
		}
	}
	if s.asked == 0 {
		if s = s.underHeads(heads, rows, where); !s.valid {
			return leftOfHeads(heads, rows, where)
		}
		return s
	}
	s.even = true
	for i := range heads {
		s.places[i].widen(where(&heads[i]))
		s.begins[i] = first[i].start
		s.even = s.even && first[i].start == first[i].end
		s.loose += min(first[i].end-first[i].start, last[i].end-last[i].start)
	}
	s.least = 2 * len(heads)
	s.valid = s.areApart()
	return s
}

// leastUnder is how many values must begin right under the heads of their years.
const leastUnder = 3

// underHeads finds the places by values that begin where the heads of the years do.
func (s yearSpans) underHeads(heads []piece, rows []row, where measure) yearSpans {
	for i := range heads {
		s.places[i] = where(&heads[i])
		s.begins[i] = s.places[i].start
	}
	beside := 0
	for i := range rows {
		for j := range rows[i].pieces {
			own := where(&rows[i].pieces[j])
			at, found := slices.BinarySearch(s.begins, own.start)
			switch {
			case found && (at+1 == len(s.begins) || own.end <= s.begins[at+1]):
				s.places[at].widen(own)
				s.asked++
			case !found && at > 0:
				beside++
			}
		}
	}
	s.least, s.even = leastUnder, true
	s.valid = s.asked >= s.least && s.asked > 2*beside && s.areApart()
	return s
}

// areApart reports whether no two years have places that meet.
func (s *yearSpans) areApart() bool {
	for i := 1; i < len(s.places); i++ {
		if s.places[i].start < s.places[i-1].end {
			return false
		}
	}
	return true
}

// isExact reports whether the values of each year begin at the same place.
func (s *yearSpans) isExact() bool { return s.even && s.asked >= s.least }

// partRow parts the cells of a row where, behind a blank, the place of a further year
// begins.
func (s *yearSpans) partRow(w *row) bool {
	parted := false
	for i := 0; i < len(w.pieces); i++ {
		p := w.pieces[i]
		own := byCharacters(&p)
		if _, begins := slices.BinarySearch(s.begins, own.start); p.label != noLabel || !begins || own.end <= s.begins[1] {
			continue // as most
		}
		for _, begin := range s.begins {
			if begin <= own.start || begin >= own.end {
				continue
			}
			at := byteOf(p.Text, int(begin-own.start))
			if p.Text[at] == ' ' {
				at++ // the cell before is as long as its place
			}
			if p.Text[at-1] != ' ' || p.Text[at] == ' ' || ja.IsUnit(p.Text[at:]) {
				continue
			}
			rest := p
			rest.Cell = p.Slice(at, len(p.Text))
			rest.label, _ = labels.Find(rest.Text)
			w.pieces = slices.Insert(slices.Clone(w.pieces), i+1, rest)
			w.pieces[i].Cell = p.Slice(0, at)
			parted = true
			break
		}
	}
	return parted
}

// byteOf returns the byte at which a character of a text begins.
func byteOf(text string, character int) int {
	for at := range text {
		if character == 0 {
			return at
		}
		character--
	}
	return len(text)
}

func (s *span) widen(other span) {
	s.start, s.end = min(s.start, other.start), max(s.end, other.end)
}

// fullValues returns the values of a row that has one for each year behind its last
// label. In an initiative, one for the whole plan may stand there as well.
func (w *row) fullValues(count int, hasTotal bool) []piece {
	at := len(w.pieces)
	for at > 0 && w.pieces[at-1].label == noLabel {
		at--
	}
	if at == 0 || w.head != nil {
		return nil
	}
	values, last := w.pieces[at:], w.pieces[at-1].label
	_, unlabelled := besideLabel(last)
	mayHavePlan := unlabelled || last == effect || last == indicatorHead || last.isMeasure() && w.first() != last && !hasTotal
	switch {
	case mayHavePlan && at < 4 && len(values) == count+1:
		return values[1:]
	case mayHavePlan && at < 4:
	case len(values) == count, hasTotal && len(values) == count+1:
		return values[:count]
	}
	return nil
}

// placeOnLine gives values the years under whose heads they stand; it is false where
// not each stands under one.
func (r *reader) placeOnLine(values []value) bool {
	best := r.bestSpans()
	hasPart := slices.ContainsFunc(values, func(v value) bool { return v.joined || v.shared })
	if best < 0 || len(values) == 0 || hasPart && best == widthMeasure {
		return false
	}
	years, measures := make([]when, len(values)), r.measures()
	for i := range r.spans {
		own := &r.spans[i]
		if i != best && (!own.valid || own.loose > r.spans[best].loose || hasPart && i == widthMeasure) {
			continue
		}
		for j := range values {
			w, ok := own.yearAt(measures[i](&values[j].piece))
			if !ok || j > 0 && w <= years[j-1] || i > best && w != years[j] {
				return false
			}
			years[j] = w
		}
	}
	for i := range values {
		values[i].when = years[i]
	}
	return true
}

// yearAt returns the year whose place a part of a line meets, if it meets that of one
// only.
func (s *yearSpans) yearAt(own span) (w when, ok bool) {
	for i, place := range s.places {
		if !place.meets(own) {
			continue
		}
		if ok {
			return w, false
		}
		w, ok = when(i), true
	}
	return w, ok
}
