package misato

import (
	"cmp"
	"slices"

	"sheetconv/parser/internal/sheet"
)

// chunk is a part of a column: lines one below the other, with the labels that they stand
// beside.
type chunk struct {
	lines []int // tokens
	slots []int
}

// findChunks cuts the columns where lines are missing, and gives those in which a line
// stands beside no label.
func (j *cellJoiner) findChunks() []chunk {
	order := make([]int, 0, len(j.slots))
	for i := range j.slots {
		if j.slots[i].column >= 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(j.slots[a].column, j.slots[b].column), cmp.Compare(j.slots[a].place.first, j.slots[b].place.first))
	})
	var chunks []chunk
	for len(order) > 0 {
		column, end := j.slots[order[0]].column, 1
		for end < len(order) && near(j.slots[order[end]].column, column) {
			end++
		}
		chunks = append(chunks, j.cutColumn(column, order[:end])...)
		order = order[end:]
	}
	return chunks
}

// maxLineGap is how many lines further down a cell may go on: between two of its lines
// there may be one of a cell beside it.
const maxLineGap = 2

func (j *cellJoiner) cutColumn(column int32, slots []int) []chunk {
	type entry struct{ token, slot int }
	var entries []entry
	for _, at := range slots {
		s := &j.slots[at]
		for _, token := range s.own {
			entries = append(entries, entry{token, at})
		}
		if len(s.own) == 0 {
			entries = append(entries, entry{-1, at})
		}
	}
	for _, token := range j.free {
		if near(j.places[token].begin, column) && !j.isBelowOther(token) {
			entries = append(entries, entry{token, -1})
		}
	}
	lineOf := func(e entry) int32 {
		if e.token < 0 {
			return j.slots[e.slot].place.first
		}
		return j.places[e.token].first
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(lineOf(a), lineOf(b)) })
	var chunks []chunk
	var own chunk
	hasFree := false
	last := int32(0)
	closeChunk := func() {
		if hasFree && len(own.slots) > 0 && len(own.lines) <= maxChunkLines {
			chunks = append(chunks, own)
		}
		own, hasFree = chunk{}, false
	}
	for _, e := range entries {
		if line := lineOf(e); line > last+maxLineGap {
			closeChunk()
		}
		last = lineOf(e)
		if e.token >= 0 {
			own.lines = append(own.lines, e.token)
		}
		if e.slot < 0 {
			hasFree = true
		} else if len(own.slots) < maxChunkLines && !slices.Contains(own.slots, e.slot) {
			own.slots = append(own.slots, e.slot)
		}
	}
	closeChunk()
	return chunks
}

// isBelowOther reports whether a line stands directly below a wider one that begins in
// another column: it may be the rest of that.
func (j *cellJoiner) isBelowOther(i int) bool {
	for above := i - 1; above >= 0 && j.places[above].first >= j.places[i].first-1; above-- {
		own := j.places[above]
		if own.first == j.places[i].first-1 && j.tokens[above].Label == sheet.NoLabel &&
			own.begin < j.places[i].begin-1 && own.end > j.places[i].begin {
			return true
		}
	}
	return false
}

// maxChunkLines is how many lines may stand one below the other in a column.
const maxChunkLines = 200

// part is what ShareParts asks for.
func (c *chunk) part(j *cellJoiner) *sheet.Part {
	part := &sheet.Part{GoesOn: make([]bool, len(c.lines))}
	widest := int32(0)
	for _, line := range c.lines {
		widest = max(widest, j.places[line].end-j.places[line].begin)
	}
	for i, line := range c.lines {
		own := j.places[line]
		part.Rows = append(part.Rows, sheet.Lines{First: own.first, Last: own.first})
		part.GoesOn[i] = (own.end-own.begin)*10 > widest*9 && !endsSentence(j.tokens[line].Text)
	}
	for _, at := range c.slots {
		part.Labels = append(part.Labels, sheet.Lines{First: j.slots[at].place.first, Last: j.slots[at].place.last})
	}
	j.centred = j.centred || c.beginsAbove(j)
	return part
}

// beginsAbove reports whether the first value of a chunk begins above its label and ends
// below: a line above alone may be the last one of another cell.
func (c *chunk) beginsAbove(j *cellJoiner) bool {
	first := j.slots[c.slots[0]].place
	if j.places[c.lines[0]].first >= first.first {
		return false
	}
	limit := int32(1) << 30
	if len(c.slots) > 1 {
		limit = j.slots[c.slots[1]].place.first
	}
	return slices.ContainsFunc(c.lines, func(line int) bool {
		return j.places[line].first > first.last && j.places[line].first < limit
	})
}

// share gives the lines of a chunk to its slots.
func (j *cellJoiner) share(c *chunk, part *sheet.Part) {
	owners := c.ownersBelow(j)
	if j.centred {
		owners = c.ownersBeside(j, part)
	}
	for i, line := range c.lines {
		if owners == nil || owners[i] < 0 {
			if !slices.ContainsFunc(c.slots, func(at int) bool { return slices.Contains(j.slots[at].own, line) }) {
				j.gone[line] = true
			}
			continue
		}
		s := &j.slots[owners[i]]
		s.lines = append(s.lines, line)
	}
}

// ownersBelow gives each line to the last slot that begins on it or above.
func (c *chunk) ownersBelow(j *cellJoiner) []int {
	owners := make([]int, len(c.lines))
	for i, line := range c.lines {
		owners[i] = -1
		for _, at := range c.slots {
			if j.slots[at].place.first <= j.places[line].first {
				owners[i] = at
			}
		}
	}
	return owners
}

// ownersBeside gives the lines to slots that stand beside the middle of theirs.
func (c *chunk) ownersBeside(j *cellJoiner, part *sheet.Part) []int {
	if part.Starts == nil {
		return nil
	}
	owners := make([]int, len(c.lines))
	for i, line := range c.lines {
		at := len(part.Starts) - 1
		for part.Starts[at] > i {
			at--
		}
		owners[i] = c.slots[at]
		isOwn := false
		for _, other := range c.slots {
			if slices.Contains(j.slots[other].own, line) {
				if isOwn = true; other != owners[i] {
					return nil
				}
			}
		}
		if part.Doubtful[i] && !isOwn {
			owners[i] = -1
		}
	}
	return owners
}

// place puts the value of a slot together, and behind its head.
func (j *cellJoiner) place(s *slot) {
	lines := s.lines
	if len(lines) == 0 {
		lines = s.own
	}
	lines = slices.DeleteFunc(slices.Clone(lines), func(line int) bool { return j.placed[line] })
	for _, line := range lines {
		j.placed[line] = true // whoever else takes it for one of theirs
	}
	if len(lines) == 0 || len(lines) == 1 && (s.remark && len(s.own) > 0 || lines[0] == s.head+1) {
		return
	}
	value := j.tokens[lines[0]]
	for _, line := range lines[1:] {
		j.AddLine(value.Cell, j.tokens[line].Cell)
	}
	for _, line := range lines {
		j.gone[line] = true
	}
	value.Row = j.tokens[s.head].Row
	at := s.head
	if s.remark {
		if len(s.own) > 0 {
			at, value.Row = s.own[0], j.tokens[s.own[0]].Row
		}
	}
	j.behind[at] = value
}
