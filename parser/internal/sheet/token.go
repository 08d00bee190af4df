package sheet

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// Label is a form's own number for one of its labels; 0 is none.
type Label int

// NoLabel marks a token that is no label.
const NoLabel Label = 0

// Token is a cell, or a part of one, with the label that it was recognized as.
type Token struct {
	grid.Cell
	// Row is the index of the grid's row.
	Row   int32
	Label Label
	// Joined is set on the parts of a cell that held a label and its value.
	Joined bool
	// PageBreak is set on the first token behind a page break.
	PageBreak bool
	// other is set where the text surely begins as no label does.
	other bool
}

// Lexicon is a form's labels with what the tokenizer needs to know of them.
type Lexicon struct {
	Labels *ja.Labels[Label]
	// Heading tells labels that take no value behind them.
	Heading func(Label) bool
	// Short tells labels whose values are short, so that a cell may hold
	// several of them with their values.
	Short func(Label) bool
	// Repeated tells labels that a sheet may print several times.
	Repeated func(Label) bool
	// Stacked tells that the form's labels may stand over several lines beside the
	// lines of other cells, where blanks alone part cells.
	Stacked bool
	// known are the labels by what a look-up of all forms' keys has found; nil
	// where the cells are looked up in Labels alone.
	known []Label
}

// LookUpIn says with which keys the cells of grids were looked up before they are
// tokenized; they have those of the lexicon.
func (x *Lexicon) LookUpIn(keys *ja.Keys) { x.known = ja.ValuesFor(keys, x.Labels) }

// labelOf returns the label that a cell is. mayBegin is false where the cell surely
// begins as no label does.
func (x *Lexicon) labelOf(text string, known ja.Known) (label Label, mayBegin bool) {
	switch known {
	case ja.Other:
		return NoLabel, false
	case ja.Beginning:
		return NoLabel, true
	case ja.Unsure:
		label, _ = x.Labels.Find(text)
		return label, true
	}
	return x.known[known], true
}

// tokenRoom is the memory that tokens take.
type tokenRoom struct{ tokens []Token }

// tokenRooms are those of tokens that were released: an archive has as many grids as
// sheets, one after another.
var tokenRooms = sync.Pool{New: func() any { return &tokenRoom{} }}

// largestKept is how many tokens a room may have that is kept.
const largestKept = 1 << 14

// NewTokens returns room for so many tokens. Release it when they are read.
func NewTokens(count int) []Token {
	return slices.Grow(tokenRooms.Get().(*tokenRoom).tokens, count)
}

// Release gives the memory of tokens that Tokenize or NewTokens has made to those to
// come. None of them may be used any more.
func Release(tokens []Token) {
	if cap(tokens) <= largestKept {
		tokenRooms.Put(&tokenRoom{tokens: tokens[:0]})
	}
}

// Tokenize finds the labels among the cells of a grid, also where a label and
// its value stand joined in one cell: there the label must be one that the file
// does not print alone, or no value may be due.
func (x *Lexicon) Tokenize(g *grid.Grid) []Token {
	count := 0
	for i := range g.Rows {
		count += len(g.Rows[i].Cells)
	}
	tokens := NewTokens(count)
	var alone [usualLabels]int32
	counts := &labelCounts{alone: alone[:]}
	for i := range g.Rows {
		cells := g.Rows[i].Cells
		for j := range cells {
			known := ja.Unsure
			if x.known != nil && len(g.Known) > 0 {
				known = ja.Known(g.Known[len(tokens)])
			}
			label, mayBegin := x.labelOf(cells[j].Text, known)
			tokens = append(tokens, Token{Cell: cells[j], Row: int32(i), Label: label, other: !mayBegin})
			if j == 0 && i > 0 && g.Layout == grid.PipeCells && mayBegin && label == NoLabel {
				tokens[len(tokens)-1].PageBreak = goesOnBehindBreak(g.Text, &tokens[len(tokens)-2].Cell, &cells[j])
			}
			if label != NoLabel {
				counts.add(label, !x.Short(label) && !x.Repeated(label))
			}
		}
	}
	if x.Stacked && g.Layout == grid.Blanks {
		tokens = x.joinStacked(g, tokens)
	}
	return x.splitJoined(g, x.joinLabelLines(g, tokens), counts)
}

// goesOnBehindBreak reports whether a cell, the first of its page, goes on in the one
// before it: no pipe has ended that.
func goesOnBehindBreak(text string, before, cell *grid.Cell) bool {
	between := text[int(before.Offset)+len(before.Text) : cell.Offset]
	return strings.IndexByte(between, '|') < 0 && !IsPageNumber(before.Text)
}

// splitJoined parts the cells that hold a label with its value. Most files have
// none: then the tokens are given back as they are.
func (x *Lexicon) splitJoined(g *grid.Grid, tokens []Token, counts *labelCounts) []Token {
	var split []Token
	listed := int32(-1) // the line of the last item of a list that begins with a label
	for i := range tokens {
		token := &tokens[i]
		if mayBeListItem(token) && isListItem(g, token) {
			if x.trimListMark(g, tokens, i, counts) {
				listed = token.At.Line
			} else if listed == token.At.Line-1 && isPair(token.Text) {
				// An item of the same list with a label that the form does not know is none
				// of the text before it.
				listed = token.At.Line
				if split == nil {
					split = append(make([]Token, 0, len(tokens)+16), tokens[:i]...)
				}
				continue
			}
		}
		label, rest, joined := NoLabel, 0, false
		if token.Label == NoLabel {
			if at := x.trailingLabel(token.Text); at > 0 {
				if split == nil {
					split = append(make([]Token, 0, len(tokens)+16), tokens[:i]...)
				}
				split = append(split, Token{Cell: token.Slice(0, at), Row: token.Row, Joined: true})
				last := Token{Cell: token.Slice(at, len(token.Text)), Row: token.Row, Joined: true}
				last.Label, _ = x.Labels.Find(last.Text)
				split = append(split, last)
				continue
			}
			label, rest, joined = x.joinedLabel(tokens, i, counts)
		}
		if joined && split == nil {
			split = append(make([]Token, 0, len(tokens)+16), tokens[:i]...)
		}
		switch {
		case joined:
			split = x.appendParts(split, token, label, rest)
		case split != nil:
			split = append(split, *token)
		}
	}
	if split == nil {
		return tokens
	}
	return split
}

func (x *Lexicon) joinedLabel(tokens []Token, i int, counts *labelCounts) (Label, int, bool) {
	if tokens[i].other {
		return NoLabel, 0, false
	}
	text := tokens[i].Text
	label, rest, found := x.Labels.FindPrefix(text)
	if !found || rest >= len(text) {
		return NoLabel, 0, false
	}
	if x.Heading(label) {
		return label, rest, x.beginsWithLabel(text[rest:])
	}
	due := i > 0 && tokens[i-1].Label != NoLabel && !x.Heading(tokens[i-1].Label) && adjacent(&tokens[i-1], &tokens[i])
	switch {
	case counts.of(label) == 0:
	case due, tokens[i].PageBreak:
		return NoLabel, 0, false
	case !x.Short(label) && !x.Repeated(label) && counts.of(label) >= counts.sheets:
		return NoLabel, 0, false
	}
	return label, rest, true
}

// beginsWithLabel reports whether a label or a year stands behind a heading in
// the same cell.
func (x *Lexicon) beginsWithLabel(text string) bool {
	if _, _, found := x.Labels.FindPrefix(text); found {
		return true
	}
	_, start, _, found := ja.FindFiscalYear(text)
	return found && start == 0
}

// labelCounts says how often labels stand alone in a cell.
type labelCounts struct {
	alone []int32 // by label
	// sheets is how many sheets the file seems to hold: the most that a label
	// of a narrative, which each sheet prints once, stands alone.
	sheets int32
}

// usualLabels is how many labels a form has mostly, at most.
const usualLabels = 128

func (c *labelCounts) add(label Label, oncePerSheet bool) {
	if int(label) >= len(c.alone) {
		c.alone = append(c.alone, make([]int32, int(label)+1-len(c.alone))...)
	}
	c.alone[label]++
	if oncePerSheet {
		c.sheets = max(c.sheets, c.alone[label])
	}
}

func (c *labelCounts) of(label Label) int32 {
	if int(label) >= len(c.alone) {
		return 0
	}
	return c.alone[label]
}

// adjacent reports whether no empty cell and no row end parts two tokens.
func adjacent(a, b *Token) bool { return a.Row == b.Row && b.Index-a.Index <= 1 }

// SplitLabels parts a cell that begins with a label and goes on with its value.
func (x *Lexicon) SplitLabels(token Token) []Token {
	label, rest, found := x.Labels.FindPrefix(token.Text)
	if !found || rest >= len(token.Text) {
		return []Token{token}
	}
	return x.appendParts(nil, &token, label, rest)
}

// appendParts adds the label and the value of a joined cell; a value of a short
// label may itself hold further labels with their values.
func (x *Lexicon) appendParts(split []Token, token *Token, label Label, rest int) []Token {
	cell := token.Cell
	for {
		part := Token{Cell: cell.Slice(0, rest), Row: token.Row, Label: label, Joined: true}
		split = append(split, part)
		value := cell.Slice(rest, len(cell.Text))
		next, nextLabel, nextRest := len(value.Text), NoLabel, 0
		if x.Short(label) {
			next, nextLabel, nextRest = x.innerLabel(value.Text)
		}
		if next > 0 {
			split = append(split, Token{Cell: value.Slice(0, next), Row: token.Row, Joined: true})
		}
		if nextLabel == NoLabel {
			return split
		}
		cell, label, rest = value.Slice(next, len(value.Text)), nextLabel, nextRest
	}
}

// innerLabel finds the first short label behind a blank in text, and where its
// value begins, counted from the label.
func (x *Lexicon) innerLabel(text string) (at int, label Label, rest int) {
	for i := 0; i < len(text); i++ {
		if i > 0 && text[i-1] != ' ' {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(text[i:]); unicode.IsSpace(r) {
			continue // the label begins behind the last of several blanks
		}
		found, length, ok := x.Labels.FindPrefix(text[i:])
		if ok && x.Short(found) {
			return i, found, length
		}
	}
	return len(text), NoLabel, 0
}

// trailingLabel returns where the label begins that ends a cell: on the cell's
// last line, or behind a grade or another mark of one letter. 0 is none.
func (x *Lexicon) trailingLabel(text string) int {
	at := 0
	if strings.IndexByte(text, '\n') >= 0 { // from the front, for that is fast and there is none mostly
		at = strings.LastIndexByte(text, '\n') + 1
	}
	mark := at == 0
	if mark {
		first, size := utf8.DecodeRuneInString(text)
		if size >= len(text) || text[size] != ' ' || first == '☑' || first == '☐' {
			return 0 // a box begins an option
		}
		at = size + 1
	}
	if label, found := x.Labels.Find(text[at:]); found && (mark || x.Short(label)) {
		return at
	}
	return 0
}
