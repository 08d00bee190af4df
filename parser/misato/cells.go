package misato

import (
	"cmp"
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// place is where a token stands on its page: its lines, and the columns that they take, in
// characters.
type place struct{ first, last, begin, end int32 }

func placeOf(g *grid.Grid, c grid.Cell) place {
	begin, end := sheet.ByCharacter(g, c, 0, len(c.Text))
	own := place{c.At.Line, c.At.Line, begin, end}
	for _, line := range g.Lines(c) {
		begin, end = sheet.ByCharacter(g, line, 0, len(line.Text))
		own.last, own.begin, own.end = line.At.Line, min(own.begin, begin), max(own.end, end)
	}
	return own
}

// slot is the value of a label, or what is remarked at the end of a row, in a page whose
// cells have several lines.
type slot struct {
	// head is the token that the value belongs to: its label, or the year of its row.
	head   int
	place  place // of the head
	column int32 // in which its lines begin
	// own are the tokens that stand beside the head, lines all of them.
	own, lines []int
	remark     bool
}

// cellJoiner puts the lines of cells together.
type cellJoiner struct {
	*grid.Grid
	tokens []sheet.Token
	places []place
	heads  map[int32][]int // the labels and years that stand on a line
	slots  []slot
	free   []int // tokens that no label stands before

	centred bool // labels stand beside the middle of their values
	behind  map[int]sheet.Token
	gone    map[int]bool
	placed  map[int]bool // lines of a value that was put together, or stays where it is
}

// joinCells puts the lines of short cells together: those that begin in one column, beside
// one label or above and below it. A line that two labels could have is left out, so that
// it stays unmapped. It reports whether labels stand beside the middle of their values,
// which the caller may know.
func joinCells(g *grid.Grid, tokens []sheet.Token, besideMiddle bool) (joined []sheet.Token, centred bool) {
	j := cellJoiner{
		Grid: g, tokens: tokens, centred: besideMiddle,
		heads: map[int32][]int{}, behind: map[int]sheet.Token{}, gone: map[int]bool{}, placed: map[int]bool{},
	}
	j.findHeads()
	j.findSlots()
	chunks := j.findChunks()
	parts := make([]*sheet.Part, len(chunks))
	for i := range chunks {
		parts[i] = chunks[i].part(&j)
	}
	sheet.ShareParts(parts)
	for i := range chunks {
		j.share(&chunks[i], parts[i])
	}
	for i := range j.slots {
		j.place(&j.slots[i])
	}
	if len(j.gone) == 0 && len(j.behind) == 0 {
		return tokens, j.centred
	}
	joined = make([]sheet.Token, 0, len(tokens))
	for i := range tokens {
		if !j.gone[i] {
			joined = append(joined, tokens[i])
		}
		if value, moved := j.behind[i]; moved {
			joined = append(joined, value)
		}
	}
	return joined, j.centred
}

// findHeads notes the labels, and the years that begin a row, by the lines beside which
// they stand.
func (j *cellJoiner) findHeads() {
	j.places = make([]place, len(j.tokens))
	for i := range j.tokens {
		j.places[i] = placeOf(j.Grid, j.tokens[i].Cell)
		if j.tokens[i].Label == sheet.NoLabel && !j.isYear(i) || entryOf(j.tokens[i]).kind == position {
			continue // 総合計画の位置づけ stands beside many rows, and heads none
		}
		for line := j.places[i].first; line <= j.places[i].last; line++ {
			j.heads[line] = append(j.heads[line], i)
		}
	}
}

// isYear reports whether a token is the year that begins a row.
func (j *cellJoiner) isYear(i int) bool {
	return (i == 0 || j.tokens[i-1].Row != j.tokens[i].Row || j.tokens[i-1].Label != sheet.NoLabel) && beginsWithYear(j.tokens[i].Text)
}

func beginsWithYear(text string) bool {
	_, start, _, found := ja.FindFiscalYear(text)
	return found && start == 0
}

// headOf returns the label or year that stands to the left of a token; -1 where none does.
func (j *cellJoiner) headOf(i int) int {
	head := -1
	for _, at := range j.heads[j.places[i].first] {
		if label := j.tokens[at].Label; label != sheet.NoLabel && lexicon.Heading(label) {
			continue // which takes no value
		}
		if at != i && j.places[at].end <= j.places[i].begin && (head < 0 || j.places[at].begin > j.places[head].begin) {
			head = at
		}
	}
	return head
}

// findSlots finds the values beside their labels, and the lines that no label stands before.
func (j *cellJoiner) findSlots() {
	byHead := map[int]int{}
	for i := range j.tokens {
		if j.tokens[i].Label != sheet.NoLabel {
			if j.hasSlot(i) {
				byHead[i] = len(j.slots)
				j.slots = append(j.slots, slot{head: i, place: j.places[i], column: -1})
			}
			continue
		}
		if j.isYear(i) {
			continue
		}
		head := j.headOf(i)
		follows := i > 0 && j.tokens[i-1].Row == j.tokens[i].Row && j.tokens[i-1].Label == sheet.NoLabel
		direct := head >= 0 && (!follows || j.places[i-1].begin < j.places[head].end)
		direct = direct && !j.hasHeadBetween(head, i)
		at, known := byHead[head]
		switch {
		case direct && !known:
		case direct && (j.slots[at].column < 0 || near(j.slots[at].column, j.places[i].begin)):
			if j.slots[at].column < 0 {
				j.slots[at].column = j.places[i].begin
			}
			j.slots[at].own = append(j.slots[at].own, i)
		case head >= 0 && j.endsRow(i) && j.isHeadOfRow(head) && !sheet.IsFigure(j.tokens[i].Text):
			j.slots = append(j.slots, slot{head: head, place: j.places[head], column: j.places[i].begin, own: []int{i}, remark: true})
		case !sheet.IsFigure(j.tokens[i].Text), !ja.HasDigit(j.tokens[i].Text) && (i == 0 || j.tokens[i-1].Row != j.tokens[i].Row): // 部 may be a unit
			j.free = append(j.free, i)
		}
	}
	j.addRemarks()
	for i := range j.slots {
		s := &j.slots[i]
		if s.column < 0 {
			s.column = j.columnAround(s)
			j.centred = j.centred || s.column >= 0
		}
		if s.column < 0 && !s.remark && entryOf(j.tokens[s.head]).kind == code {
			j.findCode(s)
		}
	}
}

// addRemarks adds a slot for the remark at the end of each row that has none beside it: its
// lines may stand above and below.
func (j *cellJoiner) addRemarks() {
	remarked := map[int]bool{}
	for i := range j.slots {
		if j.slots[i].remark {
			remarked[j.slots[i].own[0]] = true
		}
	}
	head := -1
	for i := range j.tokens {
		if j.isHeadOfRow(i) {
			head = i
		}
		if head >= 0 && j.endsRow(i) {
			if !remarked[i] && i > head {
				own := j.places[i]
				j.slots = append(j.slots, slot{head: i, place: own, column: -1, remark: true})
			}
			head = -1
		}
	}
}

// isHeadOfRow reports whether a remark may stand at the end of the row of a token.
func (j *cellJoiner) isHeadOfRow(i int) bool {
	if j.tokens[i].Label == sheet.NoLabel {
		return j.isYear(i)
	}
	return entryOf(j.tokens[i]).kind == staff
}

// hasHeadBetween reports whether another label stands between a label of several lines and
// a token beside one of them.
func (j *cellJoiner) hasHeadBetween(head, i int) bool {
	for line := j.places[head].first; line <= j.places[head].last; line++ {
		for _, other := range j.heads[line] {
			if own := j.places[other]; other != head && own.begin >= j.places[head].end && own.end <= j.places[i].begin {
				return true
			}
		}
	}
	return false
}

// findCode finds the code that stands on the line above its label, or below: a number may
// be set lower or higher in its cell than words are.
func (j *cellJoiner) findCode(s *slot) {
	for i := max(0, s.head-maxHeadTokens); i < min(len(j.tokens), s.head+maxHeadTokens); i++ {
		own := j.places[i]
		if j.tokens[i].Label == sheet.NoLabel && own.first >= s.place.first-1 && own.first <= s.place.last+1 &&
			own.begin >= s.place.end && sheet.IsFigure(j.tokens[i].Text) && j.headOf(i) < 0 {
			s.own, s.column = []int{i}, own.begin
			return
		}
	}
}

// hasSlot reports whether the value of a label may have several lines of one cell that
// nobody else takes together: narratives have their own rules where they stand alone.
func (j *cellJoiner) hasSlot(i int) bool {
	switch entryOf(j.tokens[i]).kind {
	case code, name, policy, division, section, startYear, endYear, indicatorName, unit, direction, goal, method:
		return true
	case narrative:
		if entryOf(j.tokens[i]).text == model.TextPolicyIntent {
			return true // it stands to the right of 対象
		}
		for line := j.places[i].first; line <= j.places[i].last; line++ {
			for _, other := range j.heads[line] {
				if other != i && j.tokens[other].Label != sheet.NoLabel && entryOf(j.tokens[other]).kind != heading {
					return true
				}
			}
		}
	}
	return false
}

func (j *cellJoiner) endsRow(i int) bool {
	return i+1 == len(j.tokens) || j.tokens[i+1].Row != j.tokens[i].Row
}

// near reports whether two columns are one: places are rounded to characters.
func near(a, b int32) bool { return a-b <= 1 && b-a <= 1 }

// maxAround is how many lines above and below its label a value may begin that has no line
// beside it.
const maxAround = 2

// columnAround returns the column in which a line stands above a label that has nothing
// beside it, and one below; -1 where there is none.
func (j *cellJoiner) columnAround(s *slot) int32 {
	limit := int32(1) << 20
	for _, other := range j.heads[s.place.first] {
		if begin := j.places[other].begin; begin >= s.place.end {
			limit = min(limit, begin)
		}
	}
	from, _ := slices.BinarySearchFunc(j.free, s.place.first-maxAround, func(i int, line int32) int { return cmp.Compare(j.places[i].first, line) })
	column := int32(-1)
	for _, above := range j.free[from:] {
		own := j.places[above]
		if own.first >= s.place.first {
			break
		}
		if own.begin <= s.place.begin || own.begin >= limit || column >= 0 && own.begin >= column {
			continue
		}
		for _, below := range j.free[from:] {
			if line := j.places[below].first; line > s.place.last+maxAround {
				break
			} else if line > s.place.last && near(j.places[below].begin, own.begin) {
				column = own.begin
			}
		}
	}
	return column
}
