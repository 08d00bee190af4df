package sheet

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/grid"
)

const (
	// maxStacked is over how many lines a label may be set, as one is that stands upright.
	maxStacked = 12
	// maxApart is how many rows further down the next line of a label may stand: between
	// two of them there may be one of a cell beside it.
	maxApart = 2
	// slack is how many columns beside each other lines may stand that are one below the
	// other on the page: places are rounded.
	slack = 2
	// maxStackedText is how many bytes a cell may have in which a line of a label is
	// looked for.
	maxStackedText = 300
)

// joinStacked puts the labels together that are set over lines beside other cells, as
// pdftotext -layout prints them:
//
//	何をする事業か      公設の児童クラブ19か所を
//	(概要)         運営する。
//
// One line stands below the other, and together they are a spelling of the form. The
// label stands where its first line does; its other lines go with it (see Grid.AddLine).
func (x *Lexicon) joinStacked(g *grid.Grid, tokens []Token) []Token {
	firsts := x.stackedFirsts(tokens)
	if len(firsts) == 0 {
		return tokens
	}
	byCharacter := stackFinder{Lexicon: x, grid: g, tokens: tokens, rows: g.Rows, Measure: ByCharacter}
	byColumn := stackFinder{Lexicon: x, grid: g, tokens: tokens, rows: g.Rows, Measure: ByColumn}
	byCharacter.find(firsts)
	byColumn.find(firsts)
	pieces := byCharacter.pieces
	if len(byColumn.pieces) > len(pieces) {
		pieces = byColumn.pieces
	}
	if len(pieces) == 0 {
		return tokens
	}
	return x.cutStacked(g, tokens, pieces)
}

// Measure tells in which columns of its line a part of a grid's cell stands: from byte
// start to end of its text.
type Measure func(g *grid.Grid, c grid.Cell, start, end int) (from, to int32)

// ByCharacter counts the characters before it, as pdftotext does.
func ByCharacter(_ *grid.Grid, c grid.Cell, start, end int) (from, to int32) {
	from = c.At.Column - 1 + int32(utf8.RuneCountInString(c.Text[:start]))
	return from, from + int32(utf8.RuneCountInString(c.Text[start:end]))
}

// ByColumn counts display columns, two for a kanji.
func ByColumn(g *grid.Grid, c grid.Cell, start, end int) (from, to int32) {
	line := strings.LastIndexAny(g.Text[:c.Offset], "\n\f") + 1
	before, within := c, c
	before.Text, within.Text = g.Text[line:int(c.Offset)+start], c.Text[start:end]
	from = before.DisplayWidth()
	return from, from + within.DisplayWidth()
}

// stackPiece is a line of a label: a part of a token.
type stackPiece struct {
	token, start, end int
	// label is set on the first line, of which the number is 0.
	label Label
	line  int
	first int // the index of the piece that is the first line
}

// stackedFirsts returns the words that may be the first line of a label.
func (x *Lexicon) stackedFirsts(tokens []Token) []stackPiece {
	var firsts []stackPiece
	for i := range tokens {
		text := tokens[i].Text
		if len(text) > maxStackedText {
			continue
		}
		for start, end := 0, 0; start < len(text); start = nextWord(text, end) {
			end = wordEnd(text, start)
			if tokens[i].Label != NoLabel && start == 0 {
				end = len(text) // 総 合 計 画
			}
			if x.Labels.MaySpell(text[start:end]) {
				firsts = append(firsts, stackPiece{token: i, start: start, end: end})
			}
		}
	}
	return firsts
}

type stackFinder struct {
	*Lexicon
	Measure
	grid   *grid.Grid
	tokens []Token
	rows   []grid.Row

	firsts []int       // the first token of each row
	spans  []tokenSpan // of each token, once it was asked for
	pieces []stackPiece
	taken  map[int][]stackPiece // by token
	best   []stackPiece         // of the label that is looked for
	label  Label
}

// tokenSpan is where a token stands in its line.
type tokenSpan struct {
	from, to int32
	isKnown  bool
}

// spanOf returns the columns of a whole token.
func (f *stackFinder) spanOf(i int) (from, to int32) {
	span := &f.spans[i]
	if !span.isKnown {
		own := &f.tokens[i]
		span.from, span.to = f.Measure(f.grid, own.Cell, 0, len(own.Text))
		span.isKnown = true
	}
	return span.from, span.to
}

// partSpan returns the columns of a token from byte start to end.
func (f *stackFinder) partSpan(i, start, end int) (from, to int32) {
	if start == 0 && end == len(f.tokens[i].Text) {
		return f.spanOf(i)
	}
	return f.Measure(f.grid, f.tokens[i].Cell, start, end)
}

// find looks for the labels that begin with one of the words.
func (f *stackFinder) find(firsts []stackPiece) {
	f.firsts, f.taken = make([]int, len(f.rows)+1), make(map[int][]stackPiece)
	f.spans = make([]tokenSpan, len(f.tokens))
	row := 0
	for i := range f.tokens {
		for ; row <= int(f.tokens[i].Row); row++ {
			f.firsts[row] = i
		}
	}
	for ; row < len(f.firsts); row++ {
		f.firsts[row] = len(f.tokens)
	}
	for _, one := range firsts {
		if f.isTaken(one.token, one.start) {
			continue
		}
		f.best = f.best[:0]
		f.extend(f.tokens[one.token].Text[one.start:one.end], []stackPiece{one})
		first := len(f.pieces)
		for line, piece := range f.best {
			piece.line, piece.first, piece.label = line, first, f.label
			f.pieces = append(f.pieces, piece)
			f.taken[piece.token] = append(f.taken[piece.token], piece)
		}
	}
}

// extend looks for the lines of a label below those found, whose text may begin one, and
// keeps the most of them that are a whole spelling.
func (f *stackFinder) extend(text string, pieces []stackPiece) {
	if len(pieces) > max(1, len(f.best)) && f.Labels.IsSpelled(text) {
		f.best = append(f.best[:0], pieces...)
		f.label, _ = f.Labels.Find(text)
	}
	if len(pieces) == maxStacked {
		return
	}
	last := &f.tokens[pieces[len(pieces)-1].token]
	from, to := f.span(pieces)
	for row := int(last.Row) + 1; row < len(f.rows) && row <= int(last.Row)+maxApart; row++ {
		if f.rows[row].Page != f.rows[last.Row].Page {
			return
		}
		for i := f.firsts[row]; i < f.firsts[row+1]; i++ {
			if begin, end := f.spanOf(i); end < from-slack || begin > to+slack || len(f.tokens[i].Text) > maxStackedText {
				continue
			}
			f.extendBy(text, pieces, i, from, to)
		}
	}
	f.extendUpright(text, pieces, int(last.Row)+1)
}

// extendUpright tries the one character that begins a row: a page without columns has an
// upright label so.
func (f *stackFinder) extendUpright(text string, pieces []stackPiece, row int) {
	if row == len(f.rows) || f.firsts[row] == f.firsts[row+1] {
		return
	}
	i := f.firsts[row]
	end := wordEnd(f.tokens[i].Text, 0)
	word := f.tokens[i].Text[:end]
	if utf8.RuneCountInString(word) != 1 || f.isTaken(i, 0) {
		return
	}
	if whole := text + word; f.Labels.MaySpell(whole) {
		f.extend(whole, append(slices.Clone(pieces), stackPiece{token: i, end: end}))
	}
}

// extendBy tries the words of a token that stand below those found.
func (f *stackFinder) extendBy(text string, pieces []stackPiece, i int, from, to int32) {
	own := &f.tokens[i]
	for start, end := 0, 0; start < len(own.Text); start = nextWord(own.Text, end) {
		end = wordEnd(own.Text, start)
		if begin, behind := f.partSpan(i, start, end); behind >= from-slack && begin <= to+slack && !f.isTaken(i, start) {
			if whole := text + own.Text[start:end]; f.Labels.MaySpell(whole) {
				f.extend(whole, append(slices.Clone(pieces), stackPiece{token: i, start: start, end: end}))
			}
		}
	}
}

// span returns the columns over which the lines stand.
func (f *stackFinder) span(pieces []stackPiece) (from, to int32) {
	for i, piece := range pieces {
		begin, end := f.partSpan(piece.token, piece.start, piece.end)
		if i == 0 {
			from, to = begin, end
		}
		from, to = min(from, begin), max(to, end)
	}
	return from, to
}

func (f *stackFinder) isTaken(token, start int) bool {
	return slices.ContainsFunc(f.taken[token], func(piece stackPiece) bool { return start >= piece.start && start < piece.end })
}

func wordEnd(text string, start int) int {
	if end := strings.IndexByte(text[start:], ' '); end >= 0 {
		return start + end
	}
	return len(text)
}

func nextWord(text string, end int) int {
	for end < len(text) && text[end] == ' ' {
		end++
	}
	return end
}

// cutStacked puts each label in the place of its first line, and takes its other lines
// out. What else stood in their cells stays where it is.
func (x *Lexicon) cutStacked(g *grid.Grid, tokens []Token, pieces []stackPiece) []Token {
	slices.SortStableFunc(pieces, func(a, b stackPiece) int { return cmp.Or(a.first-b.first, a.line-b.line) })
	for _, piece := range pieces {
		if piece.line > 0 {
			first := pieces[piece.first]
			g.AddLine(tokens[first.token].Slice(first.start, first.end), tokens[piece.token].Slice(piece.start, piece.end))
		}
	}
	slices.SortFunc(pieces, func(a, b stackPiece) int { return cmp.Or(a.token-b.token, a.start-b.start) })
	cut := make([]Token, 0, len(tokens)+len(pieces))
	for i := range tokens {
		token := &tokens[i]
		if len(pieces) == 0 || pieces[0].token != i {
			cut = append(cut, *token)
			continue
		}
		behind := 0
		for len(pieces) > 0 && pieces[0].token == i {
			cut = x.appendRest(cut, token, behind, pieces[0].start)
			if pieces[0].line == 0 {
				cut = appendPart(cut, token, pieces[0].start, pieces[0].end, pieces[0].label)
			}
			behind, pieces = pieces[0].end, pieces[1:]
		}
		cut = x.appendRest(cut, token, behind, len(token.Text))
	}
	return cut
}

// appendRest adds what stands in a cell beside the line of a label, which may be another
// label.
func (x *Lexicon) appendRest(cut []Token, token *Token, start, end int) []Token {
	label, _ := x.Labels.Find(token.Text[start:end])
	return appendPart(cut, token, start, end, label)
}

// appendPart adds the part of a token from byte start to end, if it holds anything.
func appendPart(cut []Token, token *Token, start, end int, label Label) []Token {
	part := Token{Cell: token.Slice(start, end), Row: token.Row, Label: label, Joined: end-start < len(token.Text)}
	if part.Text == "" {
		return cut
	}
	return append(cut, part)
}
