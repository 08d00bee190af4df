package misato

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// The head of a sheet is a table of three rows: a label and its value three times, and
// 総合計画の位置づけ upright before the third. Where its cells have several lines and one
// blank parts them, no line tells which words are one cell. The labels are known, and with
// them the columns and rows.

// headTable is the head of one sheet, word by word.
type headTable struct {
	*grid.Grid
	words []headWord
	// first and last are the lines of the table's values.
	first, last int32
	// labels has the words of each label, by row and column.
	labels [3][3][]int
	// upright are the words of 総合計画の位置づけ.
	upright []int
	// values are the lines of each column's values, with the words on each.
	values [3][]headLine
	// tops is set where values stand beside the first line of their rows.
	tops bool
	// further are the further lines of labels and values, by their first words.
	further map[int][]grid.Cell
}

type headWord struct {
	cell       grid.Cell
	row        int32
	begin, end int32
	taken      bool
}

func (w *headWord) line() int32 { return w.cell.At.Line }

// headLine is a line of a value.
type headLine struct {
	line  int32
	words []int
}

// headRows are the labels of the table.
var headRows = [3][3]sheet.Label{
	{labelOf("事務事業コード"), labelOf("事業名"), labelOf("まちづくり方針")},
	{labelOf("担当部名"), labelOf("担当課名"), labelOf("施策の柱")},
	{labelOf("開始年度"), labelOf("終了年度"), labelOf("施策")},
}

var uprightLabel = labelOf("総合計画の位置づけ")

func labelOf(spelling string) sheet.Label {
	label, _ := lexicon.Labels.Find(spelling)
	return label
}

const (
	// maxHeadRows is over how many rows the head of a sheet goes, maxHeadWords how many
	// words it has.
	maxHeadRows  = 40
	maxHeadWords = 400
	// aboveHead is how many rows above the head, and behind it, upright words may stand.
	aboveHead = 3
	// maxLabelGap is how many lines further down a label may go on, as those of the cells
	// beside it stand between its own.
	maxLabelGap = 4
	// minUpright is how many characters of an upright label are printed at least: the last
	// ones may be cut off at the end of their cell.
	minUpright = 4
)

// cutHeads takes the heads of sheets out of the tokens where their tables can be told, and
// returns what they hold by the places of their first tokens.
func cutHeads(g *grid.Grid, tokens []sheet.Token) (rest []sheet.Token, heads map[int32][]sheet.Token) {
	done := 0
	for i := range tokens {
		if i < done || entryOf(tokens[i]).kind != head {
			continue
		}
		h := newHeadTable(g, tokens, i)
		if h == nil {
			continue
		}
		from, to := reachOfHead(tokens, i)
		from = max(from, done)
		own := tokens[from:to:to]
		found := h.read(own, i-from)
		if found != nil {
			if heads == nil {
				heads = map[int32][]sheet.Token{}
			}
			heads[tokens[i].Offset] = found
			own = h.without(own)
		}
		at := slices.IndexFunc(own, func(token sheet.Token) bool { return token.Offset == tokens[i].Offset })
		if found != nil || h.isPlain(own, at) {
			own = gatherIntent(g, own, at)
		}
		rest = append(append(rest, tokens[done:from]...), own...)
		done = to
	}
	if done == 0 {
		return tokens, nil
	}
	return append(rest, tokens[done:]...), heads
}

// reachOfHead returns the tokens of which some may belong to the head at token i: from the
// first to the one before the last, and before those of the next head.
func reachOfHead(tokens []sheet.Token, i int) (from, to int) {
	from, to = i, i+1
	for from > 0 && tokens[from-1].Row >= tokens[i].Row-aboveHead {
		from--
	}
	for to < len(tokens) && tokens[to-1].Row <= tokens[i].Row+maxHeadRows {
		if entryOf(tokens[to]).kind == head {
			for to > i+1 && tokens[to-1].Row >= tokens[to].Row-aboveHead {
				to--
			}
			break
		}
		to++
	}
	return from, to
}

// read returns what the head at token i of some holds, nil where it can't be told or the
// tokens say it by themselves.
func (h *headTable) read(tokens []sheet.Token, i int) []sheet.Token {
	if h.isPlain(tokens, i) || !h.findLabels() || !h.findUpright() || !h.findValues() {
		return nil
	}
	found := h.tokens()
	if found == nil || !h.areFree(tokens) {
		return nil
	}
	for first, lines := range h.further {
		h.SetLines(h.words[first].cell, lines)
	}
	return found
}

// areFree reports whether all words that were taken are those of tokens, and none is a
// further line of one whose first is not taken.
func (h *headTable) areFree(tokens []sheet.Token) bool {
	free := make([]bool, len(h.words))
	holds := func(cell grid.Cell) bool {
		any := false
		for i := range h.words {
			if at := h.words[i].cell.Offset; h.words[i].taken && at >= cell.Offset && at < cell.Offset+int32(len(cell.Text)) {
				free[i], any = true, true
			}
		}
		return any
	}
	for _, token := range tokens {
		if entryOf(token).kind == head {
			continue
		}
		isTaken := holds(token.Cell) && slices.ContainsFunc(h.words, func(word headWord) bool { return word.taken && word.cell.Offset == token.Offset })
		for _, line := range h.Lines(token.Cell) {
			if holds(line) && !isTaken {
				return false
			}
		}
	}
	for i := range h.words {
		if h.words[i].taken && !free[i] {
			return false
		}
	}
	return true
}

// putHeads puts the heads behind their first tokens.
func putHeads(tokens []sheet.Token, heads map[int32][]sheet.Token) []sheet.Token {
	if len(heads) == 0 {
		return tokens
	}
	var all []sheet.Token
	for _, token := range tokens {
		all = append(all, token)
		if entryOf(token).kind == head {
			all = append(all, heads[token.Offset]...)
		}
	}
	return all
}

// newHeadTable returns the words of the head that begins at token i; nil where it does not
// end in 施策の目的.
func newHeadTable(g *grid.Grid, tokens []sheet.Token, i int) *headTable {
	h := &headTable{Grid: g}
	end := tokens[i].Row
	for at := i + 1; end == tokens[i].Row; at++ {
		if at == len(tokens) || tokens[at].Row > tokens[i].Row+maxHeadRows {
			return nil
		}
		if e := entryOf(tokens[at]); tokens[at].Row > tokens[i].Row && (e.text == model.TextPolicyTarget || e.kind == heading) {
			end = tokens[at].Row
		}
	}
	h.first, h.last = g.LastLine(tokens[i].Cell).At.Line+1, g.Rows[end].Cells[0].At.Line-1
	from, to := max(0, int(tokens[i].Row)-aboveHead), min(len(g.Rows), int(end)+aboveHead)
	for row := from; row < to; row++ {
		if g.Rows[row].Page != g.Rows[tokens[i].Row].Page {
			continue
		}
		for _, cell := range g.Rows[row].Cells {
			h.addWords(cell, int32(row))
		}
	}
	if len(h.words) > maxHeadWords {
		return nil
	}
	return h
}

func (h *headTable) addWords(cell grid.Cell, row int32) {
	for start, end := 0, 0; start < len(cell.Text); start = end + 1 {
		if end = strings.IndexByte(cell.Text[start:], ' '); end < 0 {
			end = len(cell.Text)
		} else {
			end += start
		}
		if word := cell.Slice(start, end); word.Text != "" {
			own := headWord{cell: word, row: row}
			own.begin, own.end = sheet.ByCharacter(h.Grid, word, 0, len(word.Text))
			h.words = append(h.words, own)
		}
	}
}

// isPlain reports whether each label of the head stands beside its value, on one line: the
// tokens say by themselves what belongs together.
func (h *headTable) isPlain(tokens []sheet.Token, i int) bool {
	count := 0
	for at := i + 1; at < len(tokens) && tokens[at].At.Line <= h.last; at++ {
		if tokens[at].At.Line < h.first || entryOf(tokens[at]).kind == position {
			continue
		}
		isLabel := tokens[at].Label != sheet.NoLabel
		if isLabel != (count%2 == 0) || tokens[at].Joined || h.LastLine(tokens[at].Cell).Offset != tokens[at].Offset ||
			!isLabel && tokens[at].Row != tokens[at-1].Row {
			return false
		}
		count++
	}
	return count == 2*len(headRows)*len(headRows[0])
}

// findLabels finds the nine labels: of several spellings, the longest that words below each
// other make.
func (h *headTable) findLabels() bool {
	for row := range headRows {
		for column, label := range headRows[row] {
			var best []int
			length, several := 0, false
			for _, spelling := range table[label-1].spellings {
				key := ja.Key(spelling)
				for i := range h.words {
					found := h.spell(key, i, nil)
					switch {
					case found == nil || len(key) < length:
					case len(key) == length && !slices.Equal(found, best):
						several = true
					default:
						best, length, several = found, len(key), false
					}
				}
			}
			if best == nil || several {
				return false
			}
			h.labels[row][column] = best
			h.take(best)
		}
	}
	return h.inOrder()
}

func (h *headTable) take(words []int) {
	for _, at := range words {
		h.words[at].taken = true
	}
}

// spell returns words that spell a key from word i on, each near below the one before.
func (h *headTable) spell(key string, i int, before []int) []int {
	word := &h.words[i]
	rest, found := strings.CutPrefix(key, ja.Key(word.cell.Text))
	if !found || len(rest) == len(key) || word.taken || word.line() < h.first || word.line() > h.last {
		return nil
	}
	chain := append(slices.Clone(before), i)
	if rest == "" {
		return chain
	}
	for next := i + 1; next < len(h.words) && h.words[next].line() <= word.line()+maxLabelGap; next++ {
		other := &h.words[next]
		isBeside := next == i+1 && other.begin <= word.end+2 // on a line between theirs
		if isBeside || other.line() > word.line() && other.begin <= word.end+1 && other.end >= word.begin-1 {
			if found := h.spell(rest, next, chain); found != nil {
				return found
			}
		}
	}
	return nil
}

// inOrder reports whether the labels stand in rows and columns.
func (h *headTable) inOrder() bool {
	for row := range h.labels {
		for column := range h.labels[row] {
			own := h.span(h.labels[row][column])
			if row > 0 && h.span(h.labels[row-1][column]).first+h.span(h.labels[row-1][column]).last >= own.first+own.last {
				return false
			}
			if column > 0 && h.span(h.labels[row][column-1]).end > own.begin {
				return false
			}
		}
	}
	return true
}

// span returns the lines and columns over which words stand.
func (h *headTable) span(words []int) place {
	own := place{first: h.words[words[0]].line(), last: h.words[words[0]].line(), begin: h.words[words[0]].begin}
	for _, at := range words {
		word := &h.words[at]
		own.first, own.last = min(own.first, word.line()), max(own.last, word.line())
		own.begin, own.end = min(own.begin, word.begin), max(own.end, word.end)
	}
	return own
}

// findUpright finds 総合計画の位置づけ between the second labels and the third.
func (h *headTable) findUpright() bool {
	from, to := h.span(h.labels[0][1]).end, int32(0)
	for row := range h.labels {
		to = max(to, h.span(h.labels[row][2]).begin)
	}
	for _, spelling := range table[uprightLabel-1].spellings {
		rest := ja.Key(spelling)
		var found []int
		for i := range h.words {
			word := &h.words[i]
			if word.taken || word.begin < from || word.begin > to || len(found) > 0 && word.line() > h.words[found[len(found)-1]].line()+maxLabelGap+1 {
				continue
			}
			if behind, goesOn := strings.CutPrefix(rest, ja.Key(word.cell.Text)); goesOn && len(behind) < len(rest) {
				found, rest = append(found, i), behind
			}
		}
		if rest == "" && len(found) > 2 || len(found) >= minUpright {
			h.upright = found
			h.take(found)
			return true
		}
	}
	return false
}
