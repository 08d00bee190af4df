package grid

import "strings"

// AddLine says that a cell goes on in another one, on a line below that the layout could
// not tell from a row: who claims the first claims that, too.
func (g *Grid) AddLine(first, line Cell) {
	if g.lines == nil {
		g.lines = make(map[int32][]Cell)
	}
	g.lines[first.Offset] = append(g.lines[first.Offset], line)
}

// HasLines reports whether a cell goes on in another one.
func (g *Grid) HasLines() bool { return len(g.lines) > 0 }

// Lines returns the lines that were added to a cell.
func (g *Grid) Lines(c Cell) []Cell { return g.lines[c.Offset] }

// LastLine returns the last line of a cell, which is the cell itself mostly.
func (g *Grid) LastLine(c Cell) Cell {
	if lines := g.lines[c.Offset]; len(lines) > 0 {
		return lines[len(lines)-1]
	}
	return c
}

// Whole returns a cell's text with the lines that were added to it.
func (g *Grid) Whole(c Cell) string {
	lines := g.lines[c.Offset]
	if len(lines) == 0 {
		return c.Text
	}
	var whole strings.Builder
	whole.WriteString(c.Text)
	for _, line := range lines {
		whole.WriteByte('\n')
		whole.WriteString(line.Text)
	}
	return whole.String()
}

func (g *Grid) claimLines(c Cell, use Use) {
	for _, line := range g.lines[c.Offset] {
		g.Claim(line, use)
	}
}

// SetLines makes a cell go on in others, and in none that were added before.
func (g *Grid) SetLines(first Cell, lines []Cell) {
	if g.lines == nil {
		g.lines = make(map[int32][]Cell)
	}
	g.lines[first.Offset] = lines
}
