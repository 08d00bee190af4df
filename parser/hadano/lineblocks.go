package hadano

import (
	"slices"
	"strings"

	"sheetconv/parser/internal/sheet"
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
	var places []sheet.Lines
	var anchors []int
	for i := 0; i < len(lines); i++ {
		label, further := t.labelAt(lines, i)
		if label.label == noLabel {
			continue
		}
		place := sheet.Lines{First: lines[i].row.line(), Last: lines[i].row.line()}
		if len(further) > 0 {
			place.Last = lines[further[len(further)-1]].row.line()
		}
		places = append(places, place)
		anchors = append(anchors, i)
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
	rows := make([]sheet.Lines, len(lines))
	for i := range lines {
		rows[i] = sheet.Lines{First: lines[i].row.line(), Last: lines[i].row.line()}
	}
	starts, ok := t.chooseStarts(anchors, places, rows, lines)
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

// chooseStarts tells with which lines the blocks begin: those of labels beside the middle
// or beside the first of their lines, whichever cuts no cell.
func (t *lineTable) chooseStarts(anchors []int, labels, rows []sheet.Lines, lines []tableLine) (starts []int, ok bool) {
	middle, shared := sheet.ShareRows(labels, rows)
	if shared && slices.Equal(middle, anchors) {
		return anchors, true
	}
	mayBeMiddle := shared && areCentred(middle, labels, rows) && !t.cutsCells(middle, anchors, lines)
	mayBeFirst := anchors[0] == 0 && !t.cutsCells(anchors, middle, lines)
	if mayBeMiddle && mayBeFirst {
		mayBeMiddle, mayBeFirst = t.labels.besideMiddle && !t.labels.besideFirst, t.labels.besideFirst && !t.labels.besideMiddle
	}
	if mayBeMiddle {
		t.labels.besideMiddle = true
		return middle, true
	}
	t.labels.besideFirst = t.labels.besideFirst || mayBeFirst
	return anchors, mayBeFirst
}

// labelPlaces tells where labels were surely found to stand.
type labelPlaces struct{ besideMiddle, besideFirst bool }

// cutsCells reports whether a line is the last of its block although its text fills the
// column, ends no sentence, and goes on below. Where blocks begin in any case says nothing.
func (t *lineTable) cutsCells(starts, others []int, lines []tableLine) bool {
	for _, start := range starts {
		if start == 0 || slices.Contains(others, start) {
			continue
		}
		for _, below := range lines[start].pieces {
			for _, above := range lines[start-1].pieces {
				if column := t.columnOf(&above); column == t.columnOf(&below) && t.isFull(&above, column) && !strings.HasSuffix(above.Text, "。") {
					return true
				}
			}
		}
	}
	return false
}

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
	return t.where(p).end+fullRest >= next
}

// areCentred reports whether each label stands beside the middle of its lines, but for the
// half of a line.
func areCentred(starts []int, labels, rows []sheet.Lines) bool {
	for i, label := range labels {
		last := rows[len(rows)-1].Last
		if i+1 < len(starts) {
			last = rows[starts[i+1]-1].Last
		}
		if off := rows[starts[i]].First + last - label.First - label.Last; off < -1 || off > 1 {
			return false
		}
	}
	return true
}

// labelAt returns the label that begins on a line, none where none does, and the lines on
// which it goes on. Between these may be some without a part of it.
func (t *lineTable) labelAt(lines []tableLine, at int) (own piece, further []int) {
	if len(lines[at].pieces) == 0 {
		return own, nil
	}
	own = lines[at].pieces[0]
	isLeft := t.right > 0 && t.where(&own).start < t.right
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
