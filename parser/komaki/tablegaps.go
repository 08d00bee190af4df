package komaki

import (
	"slices"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// What a row costs whose lines do not stand as they should, in halves of a line.
const (
	lackCost = 40      // it has none
	skipCost = 2       // another line stands between two of them
	oddCost  = 6       // they can't have the row's number beside their middle
	farCost  = 1 << 20 // it can't be
)

// gapRow is a row of a table whose cells stand beside its middle: the line of that, and the
// pieces of one of its cells that are surely its own.
type gapRow struct {
	middle int
	own    []*tablePiece
	// besideTwo is what it costs that the row's number, which alone stands at the middle,
	// stands beside one of an even number of lines; none where more than that stands there.
	besideTwo int
}

// unbalance returns how far the lines of a cell stand from being one below the other, with
// their middle beside the row's or half a line from it: typesetting rounds.
func (w *gapRow) unbalance(above, below []*tablePiece) int {
	lines := make([]int, 0, len(above)+len(w.own)+len(below))
	for _, piece := range slices.Concat(above, w.own, below) {
		lines = append(lines, piece.line)
	}
	if len(lines) == 0 {
		return lackCost
	}
	off := lines[0] + lines[len(lines)-1] - 2*w.middle
	cost := max(off-1, -off-1, 0)
	for i := 1; i < len(lines); i++ {
		if skipped := lines[i] - lines[i-1] - 1; skipped > 1 || skipped == 1 && lines[i]-1 != w.middle {
			if w.besideTwo == none || skipped > 1 {
				cost += skipCost
			} else {
				cost += w.besideTwo // it may be a line of a label
			}
		}
	}
	if w.besideTwo != none {
		cost += w.aroundNumber(lines)
	}
	return cost
}

// aroundNumber returns how far a number is from standing beside the middle of lines: of an
// odd number of lines it stands beside the middle one, of an even number between two, or
// beside one of these where half a line is too little to part them.
func (w *gapRow) aroundNumber(lines []int) int {
	above, beside, below := 0, 0, 0
	for _, line := range lines {
		switch {
		case line < w.middle:
			above++
		case line > w.middle:
			below++
		default:
			beside++
		}
	}
	switch {
	case above == below && len(lines)%2 == beside:
		return 0
	case len(lines) == 1:
		return 2 // a line beside which the row's number could have been set
	case beside == 1 && (above == below+1 || below == above+1):
		return w.besideTwo
	}
	return oddCost
}

// gapCuts are the gaps between rows, before the first and behind the last one, with the
// lines that stand there; allowed tells where a gap may be cut.
type gapCuts struct {
	rows    []gapRow
	gaps    [][]*tablePiece
	allowed func(gap, cut int) bool
}

// cut returns how many of the lines of each gap belong to the row above, so that all stand
// as well as they can; none where that does not tell.
func (g *gapCuts) cut() []int {
	down, up := g.costs()
	cuts := make([]int, len(g.gaps))
	for i := range cuts {
		least, count := farCost, 0
		for c := range up[i] {
			switch cost := down[i][c] + up[i][c]; {
			case cost < least:
				least, count, cuts[i] = cost, 1, c
			case cost == least:
				count++
			}
		}
		if count != 1 || least == farCost {
			cuts[i] = none
		}
	}
	return cuts
}

// cutAroundNumbers cuts where the rows' numbers stand beside their middle. Only if half a
// line is too little to part lines in some row, it may be in others.
func (g *gapCuts) cutAroundNumbers() []int {
	total := func(besideTwo int) int {
		for i := range g.rows {
			g.rows[i].besideTwo = besideTwo
		}
		down, _ := g.costs()
		return slices.Min(down[len(g.rows)])
	}
	if free := total(0); free == total(oddCost) {
		total(1)
	} else {
		total(0)
	}
	return g.cut()
}

// costs returns for each gap i and each c the least cost of the rows before it if c of its
// lines are theirs, and that of the rows behind it.
func (g *gapCuts) costs() (down, up [][]int) {
	rows := len(g.rows)
	down, up = make([][]int, rows+1), make([][]int, rows+1)
	for i := range down {
		down[i], up[i] = make([]int, len(g.gaps[i])+1), make([]int, len(g.gaps[i])+1)
		for c := range down[i] {
			down[i][c], up[i][c] = farCost, farCost
		}
	}
	down[0][0], up[rows][len(g.gaps[rows])] = 0, 0
	for i := range g.rows {
		for before, cost := range down[i] {
			for c := range down[i+1] {
				if g.allowed(i+1, c) {
					down[i+1][c] = min(down[i+1][c], cost+g.rows[i].unbalance(g.gaps[i][before:], g.gaps[i+1][:c]))
				}
			}
		}
	}
	for i := rows - 1; i >= 0; i-- {
		for after, cost := range up[i+1] {
			for c := range up[i] {
				if g.allowed(i, c) {
					up[i][c] = min(up[i][c], cost+g.rows[i].unbalance(g.gaps[i][c:], g.gaps[i+1][:after]))
				}
			}
		}
	}
	return down, up
}

// cutsSection reports whether a cut of the lines between two rows parts the name of a
// section that is wrapped: 施設課 道路 / 課.
func (p *tablePage) cutsSection(lines []*tablePiece, gap, cut int) bool {
	var before, behind *tablePiece
	if cut > 0 {
		before = lines[cut-1]
	} else if gap > 0 {
		if own := p.rows[gap-1].sections; len(own) > 0 {
			before = own[len(own)-1]
		}
	}
	if cut < len(lines) {
		behind = lines[cut]
	} else if gap < len(p.rows) {
		if own := p.rows[gap].sections; len(own) > 0 {
			behind = own[0]
		}
	}
	return before != nil && behind != nil && isWrappedName(before.cell.Text, behind.cell.Text)
}

// maxSectionEnd is how long the end of a section's name may be that stands on a line of its
// own.
const maxSectionEnd = 4

// isWrappedName reports whether the name of a section begins at the end of one line and
// ends at the start of the next.
func isWrappedName(above, below string) bool {
	words, next := ja.Fields(above, ""), ja.Fields(below, "")
	if len(words) == 0 || len(next) == 0 || sheet.EndsAsSection(above) || ja.LongerThan(next[0], maxSectionEnd) {
		return false
	}
	return sheet.EndsWithAny(sheet.WithoutBracket(next[0]), "課", "室", "局", "署", "係") && sheet.IsDepartments(words[len(words)-1]+next[0])
}
