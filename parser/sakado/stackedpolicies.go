package sakado

import (
	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// stackedPolicy is a 基本方針 with its lines on a page, and the lines over which its items
// stand.
type stackedPolicy struct {
	lines []*stackedPiece
}

// findPolicies finds the policy with which each item of the pages begins.
func (r *reader) findPolicies(pages []*stackedPage) {
	for _, p := range pages {
		p.policies = make([]*model.Policy, len(p.numbers))
		if len(p.cuts) == 0 {
			continue
		}
		labels := p.policyLabels()
		starts := p.policyStarts(labels)
		for i, label := range labels {
			if starts == nil {
				continue
			}
			cell := p.whole(label.lines)
			number, name := splitPolicy(ja.StripMarkup(r.Grid.Whole(cell)))
			r.Grid.Claim(cell, grid.Value)
			p.policies[starts[i]] = &model.Policy{At: cell.At, Level: "基本方針", Number: number, Name: name}
		}
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

// policyStarts returns for each policy the item that it begins with: where it stands beside
// the first line of that, or beside the middle of those that are its own.
func (p *stackedPage) policyStarts(labels []stackedPolicy) []int {
	starts := make([]int, len(labels))
	if p.top {
		for i, label := range labels {
			for starts[i]+1 < len(p.cuts) && p.cuts[starts[i]+1] <= label.lines[0].line {
				starts[i]++
			}
		}
		return starts
	}
	heights := p.heights()
	best := int64(-1)
	try := make([]int, len(labels))
	var share func(i, from int, cost int64)
	share = func(i, from int, cost int64) {
		if best >= 0 && cost >= best {
			return
		}
		if i == len(labels) {
			best = cost
			copy(starts, try)
			return
		}
		for start := from; start+len(labels)-i <= len(p.cuts); start++ {
			try[i] = start
			own := int64(0)
			if i > 0 {
				own = p.offMiddle(&labels[i-1], try[i-1], start, heights)
			}
			if i+1 == len(labels) {
				own += p.offMiddle(&labels[i], start, len(p.cuts), heights)
			}
			share(i+1, start+1, cost+own)
		}
	}
	share(0, 0, 0)
	if best < 0 {
		return nil
	}
	return starts
}

// heights returns where each item begins on the page, and where the last ends: an item is
// as high as the cell with the most lines.
func (p *stackedPage) heights() []int {
	heights := make([]int, len(p.cuts)+1)
	for i, cut := range p.cuts {
		end := p.last - p.body
		if i+1 < len(p.cuts) {
			end = p.cuts[i+1]
		}
		most := 1
		for place := range p.head.columns {
			if p.head.columns[place].column != policyColumn {
				most = max(most, len(linesIn(p.pieces[place], cut, end)))
			}
		}
		heights[i+1] = heights[i] + 2*most + 1
	}
	return heights
}

// offMiddle returns the square of how far a label stands from the middle of the items from
// first to the one before end.
func (p *stackedPage) offMiddle(label *stackedPolicy, first, end int, heights []int) int64 {
	at := func(line int) int64 {
		i := 0
		for i+1 < len(p.cuts) && p.cuts[i+1] <= line {
			i++
		}
		from, to := p.cuts[i], p.last-p.body
		if i+1 < len(p.cuts) {
			to = p.cuts[i+1]
		}
		return int64(2*heights[i]) + int64((2*(line-from)+1)*(heights[i+1]-heights[i])/max(1, to-from))
	}
	off := at(label.lines[0].line) + at(label.lines[len(label.lines)-1].line) - 2*int64(heights[first]+heights[end])
	return off * off
}
