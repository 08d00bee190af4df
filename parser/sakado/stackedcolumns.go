package sakado

import (
	"slices"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// placeCounts tells of each column of the lines how many words stand in it, and how many of
// them stand in the one before, too.
type placeCounts struct{ cover, through []int32 }

func countPlaces(lines [][]printedWord, width int32) placeCounts {
	counts := placeCounts{make([]int32, width+2), make([]int32, width+2)}
	for _, words := range lines {
		for i := range words {
			for at := words[i].start; at < words[i].end; at++ {
				counts.cover[at]++
				if at > words[i].start {
					counts.through[at]++
				}
			}
		}
	}
	return counts
}

// crossCost is how much worse it is that a border parts a word than that it touches one.
const crossCost = 8

// cost returns how badly a border fits before a column of the lines.
func (c *placeCounts) cost(at int32) int32 {
	if at < 1 || int(at) >= len(c.cover) {
		return 0
	}
	return c.through[at]*crossCost + c.cover[at-1] + c.cover[at]
}

// maxPageMoved is how many columns the columns of a page without a head may stand beside
// those of the page before.
const maxPageMoved = 6

// findBorders finds where the columns begin: between their heads, where the least of the
// text stands across; then where the words on both sides fit best.
func (p *stackedPage) findBorders(lines [][]printedWord) bool {
	width := int32(0)
	for _, words := range lines {
		width = max(width, words[len(words)-1].end)
	}
	counts := countPlaces(lines, width)
	fit := newColumnFit(p, lines)
	p.borders = fit.borders(&counts)
	for place := 1; place < len(p.head.columns); place++ {
		from, to := p.borderRange(place)
		p.borders[place-1] = bestPlace(from, to, func(at int32) int32 { return p.borderCost(lines, place, at) })
	}
	return slices.IsSorted(p.borders)
}

// standsRight reports whether a word stands in the last quarter of the column of a text, as
// no line of one does.
func (p *stackedPage) standsRight(word *printedWord, place int) bool {
	c := p.head.columns[place].column
	if c != overviewColumn && c != activityColumn && c != opinionColumn || place == 0 || place >= len(p.borders) {
		return false
	}
	start, end := p.bounds(place)
	return 4*(word.start-start) > 3*(end-start)
}

// borderRange returns between which columns of the text a column of the table begins.
func (p *stackedPage) borderRange(place int) (from, to int32) {
	if p.near != nil {
		return p.near[place-1] - maxPageMoved, p.near[place-1] + maxPageMoved
	}
	left, right := &p.head.columns[place-1], &p.head.columns[place]
	return left.start + 1, max(left.start+2, right.end-1)
}

// bestPlace returns the place of the least cost, of several side by side the middle one.
func bestPlace(from, to int32, cost func(at int32) int32) int32 {
	best, first, last := farCost, from, from
	for at := from; at <= to; at++ {
		switch own := cost(at); {
		case own < best:
			best, first, last = own, at, at
		case own == best && last == at-1:
			last = at
		}
	}
	return (first + last + 1) / 2
}

// borderCost returns how badly the words of two columns fit if the second one begins at a
// place.
func (p *stackedPage) borderCost(lines [][]printedWord, place int, at int32) int32 {
	start, _ := p.bounds(place - 1)
	_, end := p.bounds(place)
	cost := int32(0)
	for _, words := range lines {
		last := -1 // the column of the word before
		for i := range words {
			word := &words[i]
			middle := word.start + word.end
			if middle < 2*start || middle >= 2*end {
				last = -1
				continue
			}
			own := place
			if middle < 2*at {
				own = place - 1
			}
			cost += max(0, min(word.end-at, at-word.start)) + p.strange(word, own)
			switch {
			case last == own && !word.joined:
				cost += apartCost
			case last == own:
				cost += p.together(word, &words[i-1], own)
			}
			last = own
		}
	}
	return cost
}

// bounds returns where a column of the head begins and ends.
func (p *stackedPage) bounds(place int) (start, end int32) {
	end = int32(1) << 20
	if place > 0 {
		start = p.borders[place-1]
	}
	if place < len(p.borders) {
		end = p.borders[place]
	}
	return start, end
}

// What it costs to give words of a line to columns.
const (
	apartCost    = 6 // two cells that are apart stand in one column
	togetherCost = 3 // two words between which one blank stands, as in few texts
	maxTornness  = 8 // a word stands so far outside its column that it holds cells of both
	otherCost    = 8 // a word stands under No. or the grades that is none
	strayCost    = 4 // or one that is, beside them
)

// wordLook is what a word looks like, of whatever column it is.
type wordLook struct {
	isNumber, isGrade, isDepartments, isFigure, isState bool
	isBracketed                                         bool // it has a bracket
	isLong                                              bool // it is longer than a grade
	isWords                                             bool // it is longer than a value without a digit
}

func (p *stackedPage) lookOf(text string) wordLook {
	_, isNumber := itemNumber(text)
	return wordLook{
		isNumber: isNumber, isGrade: gradeIn(text) != "", isDepartments: p.isDepartments(text),
		isFigure: p.isSureFigure(text), isState: p.isStateWord(text), isBracketed: brackets.Index(text) >= 0,
		isLong: ja.LongerThan(text, 1), isWords: ja.LongerThan(text, 3) && !ja.HasDigit(text),
	}
}

// strange returns how unlike those of a column a word is.
func (p *stackedPage) strange(word *printedWord, place int) int32 {
	c, look := p.head.columns[place].column, &word.look
	switch {
	case c == numberColumn && !look.isNumber, c == gradeColumn && !look.isGrade && look.isLong:
		return otherCost
	case look.isNumber && c <= itemColumn && c != numberColumn && !look.isBracketed, look.isGrade && c != gradeColumn:
		return strayCost
	case c == itemColumn && look.isDepartments:
		return strayCost
	case c == nameColumn && (look.isFigure || look.isState):
		return otherCost
	case !word.joined && p.standsRight(word, place):
		return strayCost
	case c >= baselineColumn && c <= actualColumn && look.isWords && !look.isState:
		return strayCost
	}
	return 0
}

// outside returns how many columns of a word stand outside a column of the table.
func (p *stackedPage) outside(word *printedWord, place int) int32 {
	start, end := p.bounds(place)
	return word.end - word.start - overlap(start, end, word.start, word.end)
}

// together returns what it costs that a word stands one blank behind another in a column.
func (p *stackedPage) together(word, before *printedWord, place int) int32 {
	c := p.head.columns[place].column
	switch {
	case c == policyColumn && brackets.Index(before.Text) == 0:
		return 0 // (ア) 市民と
	case c >= baselineColumn && c <= actualColumn && before.look.isFigure && (word.look.isFigure || word.look.isState):
		return apartCost + togetherCost
	}
	return togetherCost
}

// placesOf returns the columns of the words of a line, from left to right.
func (p *stackedPage) placesOf(words []printedWord) []int {
	count := len(p.head.columns)
	costs, from := make([][]int32, len(words)), make([][]int, len(words))
	for i := range words {
		costs[i], from[i] = make([]int32, count), make([]int, count)
		for place := range count {
			best := int32(0)
			if i > 0 {
				best = farCost
				for before := 0; before <= place; before++ {
					cost := costs[i-1][before]
					switch {
					case before == place && !words[i].joined:
						cost += apartCost
					case before == place:
						cost += p.together(&words[i], &words[i-1], place)
					}
					if cost < best {
						best, from[i][place] = cost, before
					}
				}
			}
			costs[i][place] = best + p.outside(&words[i], place) + p.strange(&words[i], place)
		}
	}
	places := make([]int, len(words))
	last := len(words) - 1
	for place := range count {
		if costs[last][place] < costs[last][places[last]] {
			places[last] = place
		}
	}
	for i := last; i > 0; i-- {
		places[i-1] = from[i][places[i]]
	}
	return places
}

// cutLine gives the words of a line to the columns. What stands in two of them is left.
func (p *stackedPage) cutLine(line int, words []printedWord) {
	var own []*stackedPiece
	for i, place := range p.placesOf(words) {
		word := &words[i]
		outside := p.outside(word, place)
		p.width, p.outer = p.width+word.end-word.start, p.outer+outside
		if outside > maxTornness {
			p.torn[line] = true
			continue
		}
		if last := len(own) - 1; last >= 0 && own[last].place == place {
			p.lengthen(own[last], word.Cell, word.end)
			continue
		}
		own = append(own, &stackedPiece{Cell: word.Cell, start: word.start, end: word.end, line: line, place: place})
	}
	for _, piece := range own {
		p.pieces[piece.place] = append(p.pieces[piece.place], piece)
	}
}

// lengthen adds what stands behind a piece to it.
func (p *stackedPage) lengthen(piece *stackedPiece, more grid.Cell, end int32) {
	piece.Text = p.g.Text[piece.Offset : int(more.Offset)+len(more.Text)]
	piece.end = end
}

// fill tells how the lines of a column fill it.
type fill struct{ usual int32 }

// fillOf returns how wide the lines of a column usually are that go on below.
func fillOf(pieces []*stackedPiece) fill {
	var widths []int32
	for i, piece := range pieces {
		if i+1 < len(pieces) && pieces[i+1].line <= piece.line+2 {
			widths = append(widths, piece.DisplayWidth())
		}
	}
	if len(widths) == 0 {
		return fill{}
	}
	slices.Sort(widths)
	return fill{widths[len(widths)*3/4]}
}

// isFull reports whether a line is as wide as its column, so that what follows did not find
// room in it; isShort whether that surely had found room.
func (f fill) isFull(piece, next *stackedPiece) bool {
	return piece.DisplayWidth()+firstChunk(next.Text) >= f.usual
}

func (f fill) isShort(piece, next *stackedPiece) bool {
	return (piece.DisplayWidth()+firstChunk(next.Text))*5 < f.usual*4
}

// closings are signs with which no line begins.
var closings = ja.NewCharacters("、。，．」』）)］〕】・ー")

// firstChunk returns how wide the part of a text is behind which its line may end first.
func firstChunk(text string) int32 {
	end, inWord := 0, false
	for i, r := range text {
		ascii := r > ' ' && r < 0x80
		if i > 0 && !(ascii && inWord) && !closings.Has(r) {
			break
		}
		inWord, end = ascii, i+len(string(r))
	}
	return grid.Cell{Text: text[:end]}.DisplayWidth()
}
