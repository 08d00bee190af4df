package grid

import (
	"fmt"
	"math/bits"
	"sort"
	"unicode/utf8"

	"sheetconv/model"
)

// Use is what a form claims a piece of text for.
type Use int

// The uses of text.
const (
	// Value is text that stands in the model.
	Value Use = iota
	// Label is a known label of the form.
	Label
	// Decoration is text that says nothing: a running head, a lone unit, a dash.
	Decoration
)

type claim struct {
	start, end int32
	use        Use
}

// Strict makes every claim check that it is for text of the grid and that
// nobody claimed the text before, and keeps the claims for Claims. Tests set
// it; what it finds is a bug.
var Strict = false

// wordBits is how many bytes of text one word of the account stands for.
const wordBits = 64

// Claim marks a cell's text, or the part of it that a slice holds, as used.
func (g *Grid) Claim(c Cell, use Use) {
	if g.lines != nil {
		g.claimLines(c, use)
	}
	start, end := int(c.Offset), int(c.Offset)+len(c.Text)
	if Strict {
		g.checkClaim(c, start, end)
		g.claims = append(g.claims, claim{start: c.Offset, end: int32(end), use: use})
	}
	if word := start / wordBits; start < end && end <= (word+1)*wordBits {
		g.claimed[word] |= inWord(start, end) // as most are
		return
	}
	for word := start / wordBits; word*wordBits < end; word++ {
		g.claimed[word] |= mask(word, start, end)
	}
}

func (g *Grid) checkClaim(c Cell, start, end int) {
	if end > len(g.Text) || g.Text[start:end] != c.Text {
		panic(fmt.Sprintf("grid: %q at %s is claimed, but does not stand there", c.Text, c.At))
	}
	if !isBorder(g.Text, start) || !isBorder(g.Text, end) {
		panic(fmt.Sprintf("grid: %q at %s is claimed, but is cut inside a character", c.Text, c.At))
	}
	if g.anyClaimed(start, end) {
		panic(fmt.Sprintf("grid: %s at %s is claimed twice", c.Text, c.At))
	}
}

// isBorder reports whether a character of text begins or ends at offset.
func isBorder(text string, offset int) bool {
	return offset == len(text) || utf8.RuneStart(text[offset])
}

// Claimed reports whether any of the cell's text is claimed.
func (g *Grid) Claimed(c Cell) bool {
	return g.anyClaimed(int(c.Offset), int(c.Offset)+len(c.Text))
}

// Claims calls visit for every claim in the order in which they were made. It
// needs Strict.
func (g *Grid) Claims(visit func(text string, use Use)) {
	for _, c := range g.claims {
		visit(g.Text[c.start:c.end], c.use)
	}
}

func (g *Grid) anyClaimed(start, end int) bool {
	for word := start / wordBits; word*wordBits < end; word++ {
		if g.claimed[word]&mask(word, start, end) != 0 {
			return true
		}
	}
	return false
}

// mask returns the bits of the word that stand for the bytes start to end.
func mask(word, start, end int) uint64 {
	m := ^uint64(0)
	if from := start - word*wordBits; from > 0 {
		m <<= from
	}
	if to := end - word*wordBits; to < wordBits {
		m &= 1<<to - 1
	}
	return m
}

// Unmapped returns every piece of a cell between the bytes start and end that
// nobody claimed. A cell that lies across a border is cut there, so that what
// adjoining ranges give is the whole, and nothing twice.
func (g *Grid) Unmapped(start, end int) []model.Unmapped {
	var pieces []model.Unmapped
	for i := g.rowAt(start); i < len(g.Rows); i++ {
		cells := g.Rows[i].Cells
		if int(cells[0].Offset) >= end {
			break
		}
		// A row may be a page of many sheets, of which this range is one.
		first := 0
		if cells[0].end() <= start {
			first = sort.Search(len(cells), func(i int) bool { return cells[i].end() > start })
		}
		for j := first; j < len(cells); j++ {
			c := &cells[j]
			if int(c.Offset) >= end {
				break
			}
			if !g.isClaimed(int(c.Offset), c.end()) {
				pieces = g.unclaimedParts(pieces, *c, start, end)
			}
		}
	}
	if len(g.dittos) > 0 {
		pieces = g.addDittos(pieces, start, end)
	}
	return pieces
}

// rowAt returns the index of the first row with text behind start.
func (g *Grid) rowAt(start int) int {
	return sort.Search(len(g.Rows), func(i int) bool {
		cells := g.Rows[i].Cells
		return cells[len(cells)-1].end() > start
	})
}

// isClaimed reports whether all between two bytes of one word is claimed, as most cells
// are; false where they stand in several.
func (g *Grid) isClaimed(start, end int) bool {
	word := start / wordBits
	return end <= (word+1)*wordBits && ^g.claimed[word]&inWord(start, end) == 0
}

// inWord returns the bits of the one word that stand for the bytes start to end.
func inWord(start, end int) uint64 {
	return ^uint64(0) >> uint(wordBits-(end-start)) << uint(start%wordBits)
}

// end is where the cell ends in the grid's text.
func (c *Cell) end() int { return int(c.Offset) + len(c.Text) }

// unclaimedParts appends what is unclaimed of a cell between start and end.
func (g *Grid) unclaimedParts(pieces []model.Unmapped, c Cell, start, end int) []model.Unmapped {
	at, counted, given := c.At, int(c.Offset), int(c.Offset)
	start, end = max(start, int(c.Offset)), min(end, c.end())
	for start < end {
		from := g.next(start, end, false)
		if from == end {
			break // all of it is claimed, as nearly always
		}
		to := g.next(from, end, true)
		// A claim that ends inside a character is a bug, but no reason to give
		// back half of it.
		for from > given && !isBorder(g.Text, from) {
			from--
		}
		for to < c.end() && !isBorder(g.Text, to) {
			to++
		}
		start, given = to, to
		from = to - len(trimLeft(g.Text[from:to]))
		if text := trimRight(g.Text[from:to]); text != "" {
			at = advance(at, g.Text[counted:from])
			counted = from
			pieces = append(pieces, model.Unmapped{At: at, Text: text})
		}
	}
	return pieces
}

// next returns the first byte from offset on whose claim is as wanted, or end.
func (g *Grid) next(offset, end int, claimed bool) int {
	for offset < end {
		word := g.claimed[offset/wordBits]
		if !claimed {
			word = ^word
		}
		if word >>= offset % wordBits; word != 0 {
			return min(end, offset+bits.TrailingZeros64(word))
		}
		offset = (offset/wordBits + 1) * wordBits
	}
	return end
}
