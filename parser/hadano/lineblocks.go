package hadano

import (
	"slices"
	"strings"
)

// tableLine is what stands on a line on one side of a table.
type tableLine struct {
	row    *row
	pieces []piece
}

// lineBlock is a label and the lines that stand beside it, without the label.
type lineBlock struct {
	label piece
	lines []tableLine
}

// findBlocks gives lines to the labels among them. These stand beside the middle of their
// lines, or beside the first. It is false where they do neither, or where either may be.
func (t *lineTable) findBlocks(lines []tableLine) (blocks []lineBlock, ok bool) {
	var own []lineBlock
	var places []labelPlace
	for i := 0; i < len(lines); i++ {
		label, further := t.labelAt(lines, i)
		if label.label == noLabel {
			continue
		}
		place := labelPlace{first: i, last: i}
		if len(further) > 0 {
			place.last = further[len(further)-1]
		}
		places = append(places, place)
		own = append(own, lineBlock{label: label})
		lines[i].pieces = lines[i].pieces[1:]
		for _, j := range further {
			t.fragments = append(t.fragments, lines[j].pieces[0])
			lines[j].pieces = lines[j].pieces[1:]
		}
	}
	if len(own) == 0 {
		return nil, false
	}
	starts, ok := t.chooseStarts(places, lines)
	if !ok {
		return nil, false
	}
	for i := range own {
		end := len(lines)
		if i+1 < len(own) {
			end = starts[i+1]
		}
		own[i].lines = lines[starts[i]:end]
	}
	return own, true
}

// labelPlace is the first and the last of the lines on which a label stands, counted from 0.
type labelPlace struct{ first, last int }

// chooseStarts tells with which lines the blocks begin: those of labels beside the middle
// or beside the first of their lines, whichever cuts no cell.
func (t *lineTable) chooseStarts(labels []labelPlace, lines []tableLine) (starts []int, ok bool) {
	first := make([]int, len(labels))
	mayBeFirst := labels[0].first == 0 && !t.labels.nowhereFirst
	for i, label := range labels {
		first[i] = label.first
		mayBeFirst = mayBeFirst && (i == 0 || !t.cutsCell(labels, i, label.first, lines))
	}
	middle := t.middleStarts(labels, lines)
	if slices.Equal(middle, first) {
		return first, true
	}
	mayBeMiddle := middle != nil
	if mayBeMiddle && mayBeFirst {
		mayBeMiddle, mayBeFirst = t.labels.besideMiddle && !t.labels.besideFirst, t.labels.besideFirst && !t.labels.besideMiddle
	}
	if mayBeMiddle {
		t.labels.besideMiddle = true
		return middle, true
	}
	t.labels.besideFirst = t.labels.besideFirst || mayBeFirst
	t.labels.nowhereFirst = t.labels.nowhereFirst || labels[0].first > 0
	return first, mayBeFirst
}

// middleStarts gives lines to labels that stand beside the middle of theirs, but for half a
// line, so that no cell is cut; nil where there is no such way, or no best one.
func (t *lineTable) middleStarts(labels []labelPlace, lines []tableLine) []int {
	if len(lines) > maxSharedLines {
		return nil
	}
	m := middles{lineTable: t, labels: labels, lines: lines, known: map[[2]int]middleShare{}}
	best := m.share(0, 0)
	if !best.found || best.several {
		return nil
	}
	starts := make([]int, len(labels))
	for i := 1; i < len(labels); i++ {
		starts[i] = m.share(i-1, starts[i-1]).end
	}
	return starts
}

// maxSharedLines is how many lines a table may have between rows of figures.
const maxSharedLines = 200

// middles shares lines among labels.
type middles struct {
	*lineTable
	labels []labelPlace
	lines  []tableLine
	known  map[[2]int]middleShare
}

// middleShare is the best way in which the labels from one on share the lines from one on:
// where its own end, by how many half lines all stand off, and whether there are several.
type middleShare struct {
	found, several bool
	end            int
	off            int32
}

// share returns the best share of label i and those behind it, whose lines begin at start.
func (m *middles) share(i, start int) middleShare {
	if best, ok := m.known[[2]int{i, start}]; ok {
		return best
	}
	best := middleShare{}
	isLast := i+1 == len(m.labels)
	end, last := m.labels[i].last+1, len(m.lines)
	if isLast {
		end = last
	} else {
		last = m.labels[i+1].first
	}
	for ; end <= last; end++ {
		off := offMiddle(m.labels[i], m.lines, start, end)
		own := middleShare{found: true, end: end, off: max(off, -off)}
		if own.off > 1 || !isLast && m.cutsCell(m.labels, i+1, end, m.lines) {
			continue
		}
		if !isLast {
			rest := m.share(i+1, end)
			own.found, own.several, own.off = rest.found, rest.several, own.off+rest.off
		}
		switch {
		case !own.found || best.found && own.off > best.off:
		case best.found && own.off == best.off:
			best.several = true
		default:
			best = own
		}
	}
	m.known[[2]int{i, start}] = best
	return best
}

// offMiddle returns by how many half lines a label stands off the middle of the lines from
// start up to end.
func offMiddle(label labelPlace, lines []tableLine, start, end int) int32 {
	line := func(i int) int32 { return lines[i].row.line() }
	return line(start) + line(end-1) - line(label.first) - line(label.last)
}

// cutsCell reports whether the line before the given one is no last line of a block: its
// text fills the column, ends no sentence, and goes on below. Where no line stands between
// two labels, it says nothing.
func (t *lineTable) cutsCell(labels []labelPlace, i, start int, lines []tableLine) bool {
	if labels[i-1].last+1 == labels[i].first {
		return false
	}
	for _, below := range lines[start].pieces {
		for _, above := range lines[start-1].pieces {
			if column := t.columnOf(&above); column == t.columnOf(&below) && t.isFull(&above, column) && !strings.HasSuffix(above.Text, "。") {
				return true
			}
		}
	}
	return false
}

// labelPlaces tells where labels were found to stand. nowhereFirst is set where one has a
// line before it.
type labelPlaces struct{ besideMiddle, besideFirst, nowhereFirst bool }

// fullRest is how much of its column the text of a full line may leave.
const fullRest = 4

// columnOf returns the year in whose place a piece stands, -1 for what stands left of these.
func (t *lineTable) columnOf(p *piece) int {
	if w, ok := t.years.yearAt(t.where(p)); ok {
		return int(w)
	}
	return -1
}

// isFull reports whether a text fills its column, as far as the next one shows how wide it
// is.
func (t *lineTable) isFull(p *piece, column int) bool {
	next := t.right
	if column >= 0 {
		if column+1 == len(t.years.begins) {
			return false
		}
		next = t.years.begins[column+1]
	}
	width := p.DisplayWidth()
	return t.where(p).end+fullRest >= next || width >= leastWrapped && width+fullRest >= t.widthOf(column)
}

// leastWrapped is how wide a text is at least, in display columns, of which to be the
// longest of its column says that a line ends it.
const leastWrapped = 30

// widthOf returns the width of the longest text in a column.
func (t *lineTable) widthOf(column int) int32 {
	if t.widths == nil {
		t.widths = make([]int32, len(t.years.places)+1)
		for i := range t.rows {
			for j := range t.rows[i].pieces {
				p := &t.rows[i].pieces[j]
				own := t.columnOf(p) + 1
				t.widths[own] = max(t.widths[own], p.DisplayWidth())
			}
		}
	}
	return t.widths[column+1]
}

// labelAt returns the label that begins on a line, none where none does, and the lines on
// which it goes on. Between these may be some without a part of it.
func (t *lineTable) labelAt(lines []tableLine, at int) (own piece, further []int) {
	if len(lines[at].pieces) == 0 {
		return own, nil
	}
	own = lines[at].pieces[0]
	isLeft := t.isLeft(&own)
	mayHold := func(p *piece) bool { return isLeft || t.where(p).start < t.years.places[0].start }
	if !mayHold(&own) {
		return piece{}, nil
	}
	text := own.Text
	for i := at + 1; i < min(len(lines), at+1+maxLabelLines); i++ {
		if len(lines[i].pieces) == 0 || !mayHold(&lines[i].pieces[0]) {
			continue
		}
		next := lines[i].pieces[0]
		found := joinedLabel(text, next.Text)
		if next.label != noLabel || found == noLabel || own.label != noLabel && found != own.label && own.label != initiativeHead {
			break
		}
		text += next.Text
		own.label = found
		further = append(further, i)
	}
	if own.label == initiativeHead && !isLeft && t.right > 0 {
		own.label = yearlyPlan
	}
	own.whole = text
	return own, further
}
