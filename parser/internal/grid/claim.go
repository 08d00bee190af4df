package grid

import (
	"fmt"
	"math/bits"
	"sort"
	"strings"

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

// Strict makes every claim check that nobody claimed the text before, and
// keeps the claims for Claims. Tests set it; a second claim is a bug.
var Strict = false

// Claim marks a cell's text, or the part of it that a slice holds, as used.
func (g *Grid) Claim(c Cell, use Use) {
	start, end := int(c.Offset), int(c.Offset)+len(c.Text)
	if Strict {
		if g.anyClaimed(start, end) {
			panic(fmt.Sprintf("grid: %s at %s is claimed twice", c.Text, c.At))
		}
		g.claims = append(g.claims, claim{start: c.Offset, end: int32(end), use: use})
	}
	for word := start / 64; word*64 < end; word++ {
		g.claimed[word] |= mask(word, start, end)
	}
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
	for word := start / 64; word*64 < end; word++ {
		if g.claimed[word]&mask(word, start, end) != 0 {
			return true
		}
	}
	return false
}

// mask returns the bits of the word that stand for the bytes start to end.
func mask(word, start, end int) uint64 {
	m := ^uint64(0)
	if from := start - word*64; from > 0 {
		m &= ^uint64(0) << from
	}
	if to := end - word*64; to < 64 {
		m &= 1<<to - 1
	}
	return m
}

// Unmapped returns every piece of a cell that nobody claimed, of the cells that
// begin between the bytes start and end.
func (g *Grid) Unmapped(start, end int) []model.Unmapped {
	var pieces []model.Unmapped
	first := sort.Search(len(g.Rows), func(i int) bool {
		cells := g.Rows[i].Cells
		return int(cells[len(cells)-1].Offset) >= start
	})
	for _, row := range g.Rows[first:] {
		if int(row.Cells[0].Offset) >= end {
			break
		}
		for _, c := range row.Cells {
			if int(c.Offset) >= start && int(c.Offset) < end {
				pieces = g.unclaimedParts(pieces, c)
			}
		}
	}
	return pieces
}

func (g *Grid) unclaimedParts(pieces []model.Unmapped, c Cell) []model.Unmapped {
	offset, end := int(c.Offset), int(c.Offset)+len(c.Text)
	for offset < end {
		offset = g.next(offset, end, false)
		stop := g.next(offset, end, true)
		if offset < stop && strings.TrimFunc(g.Text[offset:stop], isBlank) != "" {
			part := c.Slice(offset-int(c.Offset), stop-int(c.Offset))
			pieces = append(pieces, model.Unmapped{At: part.At, Text: part.Text})
		}
		offset = stop
	}
	return pieces
}

// next returns the first byte from offset on whose claim is as wanted, or end.
func (g *Grid) next(offset, end int, claimed bool) int {
	for offset < end {
		word := g.claimed[offset/64]
		if !claimed {
			word = ^word
		}
		if word >>= offset % 64; word != 0 {
			return min(end, offset+bits.TrailingZeros64(word))
		}
		offset = (offset/64 + 1) * 64
	}
	return end
}
