package misato

import (
	"slices"
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// findValues gives the words that are no labels to the columns of values. It is false where
// one stands in none.
func (h *headTable) findValues() bool {
	var begins [3]int32 // of the labels of the second column, of the upright one, of the third
	for i := range begins {
		begins[i] = 1 << 20
	}
	for row := range h.labels {
		begins[0] = min(begins[0], h.span(h.labels[row][1]).begin)
		begins[2] = min(begins[2], h.span(h.labels[row][2]).begin)
	}
	begins[1] = h.span(h.upright).begin
	lowest := h.span(h.labels[2][2]).last
	for i := range h.words {
		word := &h.words[i]
		if word.taken || word.line() < h.first || word.line() > h.last {
			continue
		}
		column := h.columnOf(i, begins)
		if column == 2 && word.line() > lowest {
			continue // of 意図, most likely
		}
		if column < 0 {
			return false
		}
		lines := h.values[column]
		if last := len(lines) - 1; last >= 0 && lines[last].line == word.line() {
			lines[last].words = append(lines[last].words, i)
		} else {
			h.values[column] = append(lines, headLine{line: word.line(), words: []int{i}})
		}
	}
	return len(h.values[0]) >= 3 && len(h.values[1]) >= 3 && len(h.values[2]) >= 3
}

// columnOf returns the column of a value, -1 where it stands before the first label. On its
// line, the labels tell; else the places where they begin on others.
func (h *headTable) columnOf(i int, begins [3]int32) int {
	word := &h.words[i]
	column, first, beside := 0, true, false
	for at := range h.words {
		other := &h.words[at]
		if !other.taken || other.line() != word.line() {
			continue
		}
		kind := h.labelColumn(at)
		switch {
		case other.begin < word.begin:
			column, first = max(column, min(kind, 2)), false
		case kind == 0:
			return -1
		case kind == 1:
			begins[0] = other.begin
		case kind == 3:
			begins[1], beside = other.begin, true
		case !beside:
			begins[1] = min(begins[1], other.begin)
		}
	}
	if first && word.end <= h.span(h.labels[0][0]).begin {
		return -1
	}
	switch {
	case column < 1 && word.begin < begins[0]:
		return 0
	case column < 2 && word.begin < begins[1]:
		return 1
	}
	return 2
}

// labelColumn returns which label a word is of: 0, 1 and 2 are the columns, 3 is the
// upright one's place, before the last.
func (h *headTable) labelColumn(at int) int {
	for row := range h.labels {
		for column, words := range h.labels[row] {
			if slices.Contains(words, at) {
				return column
			}
		}
	}
	return 3
}

// tokens returns the labels with their values, nil where those can't be told.
func (h *headTable) tokens() []sheet.Token {
	h.tops = false
	middle, middleCost := h.share()
	h.tops = true
	top, topCost := h.share()
	starts := middle
	if h.tops = topCost < middleCost; h.tops {
		starts = top
	}
	if starts == nil {
		return nil
	}
	var values [3][3][]headLine
	for column, lines := range h.values {
		cuts := starts[column]
		values[0][column], values[1][column], values[2][column] = lines[:cuts[0]], lines[cuts[0]:cuts[1]], lines[cuts[1]:]
	}
	if !h.fits(values) {
		return nil
	}
	h.further = map[int][]grid.Cell{}
	var tokens []sheet.Token
	for row := range values {
		for column, lines := range values[row] {
			tokens = append(tokens, h.label(h.labels[row][column], headRows[row][column]))
			tokens = append(tokens, h.value(lines, tokens[len(tokens)-1].Row))
			if row == 0 && column == 1 {
				tokens = append(tokens, h.label(h.upright, uprightLabel))
			}
		}
	}
	return tokens
}

// share cuts the lines of each column into those of the rows, as they stand best beside the
// labels. The cost is how many half lines they are off; nil where several fit as well, or
// none does.
func (h *headTable) share() (starts [][2]int, cost int32) {
	for column, lines := range h.values {
		best, bestCost, several := [2]int{}, farOff, false
		for i := 1; i+1 < len(lines); i++ {
			for j := i + 1; j < len(lines); j++ {
				own := h.offRow(lines[:i], 0, column) + h.offRow(lines[i:j], 1, column) + h.offRow(lines[j:], 2, column)
				switch {
				case own < bestCost:
					best, bestCost, several = [2]int{i, j}, own, false
				case own == bestCost:
					several = true
				}
			}
		}
		if bestCost >= farOff || several {
			return nil, farOff
		}
		starts, cost = append(starts, best), cost+bestCost
	}
	return starts, cost
}

const farOff = int32(1) << 16

// offRow returns how many half lines the lines of a value are off its row, or its label;
// farOff where that can't be.
func (h *headTable) offRow(lines []headLine, row, column int) int32 {
	middle, own := int32(0), h.span(h.labels[row][column])
	first := own.first
	for _, words := range h.labels[row] {
		other := h.span(words)
		first = min(first, other.first)
		middle += other.first + other.last
	}
	if h.tops {
		return halvesOff(2*lines[0].line, 2*first)
	}
	from, to := lines[0].line, lines[len(lines)-1].line
	off := min(halvesOff(from+to, middle/int32(len(h.labels[row]))), halvesOff(from+to, own.first+own.last))
	if from <= own.first && own.last <= to || own.first <= from && to <= own.last {
		off = min(off, maxHalves) // one stands within the other
	}
	return off
}

// halvesOff returns how many half lines two places are apart; farOff where roundings don't
// explain that.
func halvesOff(a, b int32) int32 {
	if off := max(a-b, b-a); off <= maxHalves {
		return off
	}
	return farOff
}

// maxHalves is how many half lines a value may be off its row: both are rounded.
const maxHalves = 3

// isWhole reports whether no other word stands among those of a line of a value.
func (l *headLine) isWhole() bool {
	return l.words[len(l.words)-1]-l.words[0] == len(l.words)-1
}

// fits reports whether the values are what their labels say.
func (h *headTable) fits(values [3][3][]headLine) bool {
	for _, lines := range h.values {
		if slices.ContainsFunc(lines, func(line headLine) bool { return !line.isWhole() }) {
			return false
		}
	}
	text := func(row, column int) string {
		var text strings.Builder
		for _, line := range values[row][column] {
			for _, at := range line.words {
				text.WriteString(h.words[at].cell.Text)
			}
		}
		return text.String()
	}
	start, end := text(2, 0), text(2, 1)
	_, _, _, isYear := ja.FindFiscalYear(start)
	if _, _, _, isEnd := ja.FindFiscalYear(end); !isYear || !isEnd && end != "なし" && !ja.IsDash(end) {
		return false
	}
	return len(values[0][0]) == 1 && sheet.IsFigure(text(0, 0)) && sheet.IsDepartments(text(1, 1))
}

// label returns the words of a label as its token.
func (h *headTable) label(words []int, label sheet.Label) sheet.Token {
	first := &h.words[words[0]]
	var lines []grid.Cell
	for _, at := range words[1:] {
		lines = append(lines, h.words[at].cell)
	}
	h.further[words[0]] = lines
	return sheet.Token{Cell: first.cell, Row: first.row, Label: label}
}

// value returns the lines of a value as its token.
func (h *headTable) value(lines []headLine, row int32) sheet.Token {
	var cells []grid.Cell
	for _, line := range lines {
		cell, last := h.words[line.words[0]].cell, h.words[line.words[len(line.words)-1]].cell
		cell.Text = h.Text[cell.Offset : int(last.Offset)+len(last.Text)]
		cells = append(cells, cell)
		for _, at := range line.words {
			h.words[at].taken = true
		}
	}
	h.further[lines[0].words[0]] = cells[1:]
	return sheet.Token{Cell: cells[0], Row: row}
}

// without returns the tokens less those that the head has taken.
func (h *headTable) without(tokens []sheet.Token) []sheet.Token {
	taken := map[int32]bool{}
	for i := range h.words {
		if h.words[i].taken {
			taken[h.words[i].cell.Offset] = true
		}
	}
	var rest []sheet.Token
	for _, token := range tokens {
		if entryOf(token).kind == head || token.Row < h.words[0].row || token.Row > h.words[len(h.words)-1].row {
			rest = append(rest, token)
			continue
		}
		rest = append(rest, h.cutTaken(token, taken)...)
	}
	return rest
}

// cutTaken returns the parts of a token that the head has not taken.
func (h *headTable) cutTaken(token sheet.Token, taken map[int32]bool) []sheet.Token {
	begin, any := 0, false
	var parts []sheet.Token
	add := func(end int) {
		if part := token.Slice(begin, end); part.Text != "" {
			own := token
			own.Cell = part
			if any || end < len(token.Text) {
				own.Label, _ = lexicon.Labels.Find(part.Text)
				own.Joined = true
			}
			parts = append(parts, own)
		}
	}
	for i := range h.words {
		word := &h.words[i]
		at := int(word.cell.Offset - token.Offset)
		if at < 0 || at >= len(token.Text) || !taken[word.cell.Offset] {
			continue
		}
		add(at)
		begin, any = at+len(word.cell.Text), true
	}
	add(len(token.Text))
	return parts
}
