package sakado

import (
	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// stackedPolicy is a 基本方針 with its lines on a page.
type stackedPolicy struct{ lines []*stackedPiece }

// findPolicies finds the policy with which each item of the pages begins.
func (r *reader) findPolicies(pages []*stackedPage) {
	begun := false
	for _, p := range pages {
		p.policies = make([]*model.Policy, len(p.cuts))
		p.unsure = make([]bool, len(p.cuts))
		labels := p.policyLabels()
		if len(labels) == 0 || len(labels) > len(p.cuts) {
			continue
		}
		share := policyShare{stackedPage: p, labels: labels, heights: p.heights(), begun: begun}
		for i, start := range share.starts() {
			cell := p.whole(labels[i].lines)
			number, name := splitPolicy(ja.StripMarkup(r.Grid.Whole(cell)))
			r.Grid.Claim(cell, grid.Value)
			p.policies[start] = &model.Policy{At: cell.At, Level: "基本方針", Number: number, Name: name}
		}
		begun = true
	}
}

// policyLabels returns the policies of the page, each of which begins with its kana.
func (p *stackedPage) policyLabels() []stackedPolicy {
	var labels []stackedPolicy
	for _, piece := range p.of(policyColumn) {
		if p.isPolicy(piece.Text) {
			labels = append(labels, stackedPolicy{})
		}
		if last := len(labels) - 1; last >= 0 {
			labels[last].lines = append(labels[last].lines, piece)
		}
	}
	return labels
}

// policyShare gives the items of a page to the policies.
type policyShare struct {
	*stackedPage
	labels  []stackedPolicy
	heights []int
	// begun is set where a policy of the page before may have the first items.
	begun bool
}

// starts returns for each policy the item that it begins with: where it stands beside the
// first line of that, or beside the middle of those that are its own. Items that may be
// another's as well are noted.
func (s *policyShare) starts() []int {
	starts := make([]int, len(s.labels))
	if s.top {
		for i, label := range s.labels {
			for starts[i]+1 < len(s.cuts) && s.cuts[starts[i]+1] <= label.lines[0].line {
				starts[i]++
			}
		}
		return starts
	}
	down, up := s.costs()
	for i := range starts {
		least := int64(farOffPolicy)
		for at := range down[i] {
			if cost := down[i][at] + up[i][at]; cost < least {
				least, starts[i] = cost, at
			}
		}
		for at := range down[i] {
			if cost := down[i][at] + up[i][at]; cost < 2*least+policyDoubt {
				for item := min(at, starts[i]); item < max(at, starts[i]); item++ {
					s.unsure[item] = true
				}
			}
		}
	}
	return starts
}

const (
	farOffPolicy = 1 << 40
	// policyDoubt is the square of one line and a half, in quarters.
	policyDoubt = 36
)

// costs returns for each policy and item what the policies before it cost if it begins with
// that item, and what it costs with those behind it.
func (s *policyShare) costs() (down, up [][]int64) {
	count := len(s.cuts)
	down, up = make([][]int64, len(s.labels)), make([][]int64, len(s.labels))
	for i := range s.labels {
		down[i], up[i] = make([]int64, count), make([]int64, count)
		for at := range count {
			down[i][at], up[i][at] = farOffPolicy, farOffPolicy
			if i == 0 && (at == 0 || s.begun) {
				down[i][at] = 0
			}
		}
	}
	for i := 1; i < len(s.labels); i++ {
		for at := 1; at < count; at++ {
			for before := range at {
				down[i][at] = min(down[i][at], down[i-1][before]+s.offMiddle(i-1, before, at))
			}
		}
	}
	for i := len(s.labels) - 1; i >= 0; i-- {
		for at := range count {
			if i+1 == len(s.labels) {
				up[i][at] = s.offMiddle(i, at, count)
				continue
			}
			for next := at + 1; next < count; next++ {
				up[i][at] = min(up[i][at], s.offMiddle(i, at, next)+up[i+1][next])
			}
		}
	}
	return down, up
}

// offMiddle returns the square of how far a policy stands from the middle of the items from
// first to the one before end.
func (s *policyShare) offMiddle(label, first, end int) int64 {
	lines := s.labels[label].lines
	off := s.heightOf(lines[0].line) + s.heightOf(lines[len(lines)-1].line) - 2*(s.heights[first]+s.heights[end])
	return int64(off) * int64(off)
}

// endOf returns the line behind the last of an item.
func (p *stackedPage) endOf(item int) int {
	if item+1 < len(p.cuts) {
		return p.cuts[item+1]
	}
	return p.last - p.body
}

// heights returns where each item begins on the page, and where the last ends, in halves of
// a line: an item is as high as the cell with the most lines.
func (p *stackedPage) heights() []int {
	heights := make([]int, len(p.cuts)+1)
	for i, cut := range p.cuts {
		most := 1
		for place := range p.head.columns {
			if p.head.columns[place].column != policyColumn {
				most = max(most, len(linesIn(p.pieces[place], cut, p.endOf(i))))
			}
		}
		heights[i+1] = heights[i] + 2*most + 1
	}
	return heights
}

// heightOf returns where the middle of a line stands, in quarters of a line.
func (s *policyShare) heightOf(line int) int {
	item := 0
	for item+1 < len(s.cuts) && s.cuts[item+1] <= line {
		item++
	}
	from, to := s.cuts[item], s.endOf(item)
	return 2*s.heights[item] + (2*(line-from)+1)*(s.heights[item+1]-s.heights[item])/max(1, to-from)
}
