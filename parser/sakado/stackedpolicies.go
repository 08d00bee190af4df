package sakado

import (
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// stackedPolicy is a 基本方針 with its lines on a page.
type stackedPolicy struct {
	lines []*stackedPiece
	page  *stackedPage
}

// findPolicies finds the policy with which each item of the pages begins. That of items on
// two pages stands on one of them.
func (r *reader) findPolicies(pages []*stackedPage) {
	share := policyShare{heights: []int{0}}
	for _, p := range pages {
		p.policies, p.unsure = make([]*model.Policy, len(p.cuts)), make([]bool, len(p.cuts))
		share.add(p)
	}
	if len(share.labels) == 0 || len(share.labels) > len(share.items) {
		return
	}
	for i, start := range share.starts() {
		label := &share.labels[i]
		cell := label.page.whole(label.lines)
		number, name := splitPolicy(ja.StripMarkup(r.Grid.Whole(cell)))
		r.Grid.Claim(cell, grid.Value)
		own := share.items[start]
		own.page.policies[own.item] = &model.Policy{At: cell.At, Level: label.page.labelOf(policyColumn), Number: number, Name: name}
	}
}

// labelOf returns what the head of the page prints over a column.
func (p *stackedPage) labelOf(c column) string {
	at := slices.IndexFunc(p.head.columns, func(own printedColumn) bool { return own.column == c })
	return ja.StripMarkup(p.head.columns[at].label)
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

// policyShare gives the items of the pages to the policies.
type policyShare struct {
	labels []stackedPolicy
	items  []stackedItem
	// heights are where the items begin, and where the last one ends, in halves of a line:
	// an item is as high as the cell with the most lines.
	heights []int
	// tops are where the policies begin, middles the middles of them, twice, in quarters of
	// a line.
	tops, middles []int
	top           bool
}

// stackedItem is an item of a page.
type stackedItem struct {
	page *stackedPage
	item int
}

// add adds a page with its policies and items.
func (s *policyShare) add(p *stackedPage) {
	s.top = p.top
	first := len(s.items)
	for i, cut := range p.cuts {
		most := 1
		for place := range p.head.columns {
			if p.head.columns[place].column != policyColumn {
				most = max(most, len(linesIn(p.pieces[place], cut, p.endOf(i))))
			}
		}
		s.items = append(s.items, stackedItem{p, i})
		s.heights = append(s.heights, s.heights[len(s.heights)-1]+2*most+1)
	}
	for _, label := range p.policyLabels() {
		if len(p.cuts) == 0 {
			break
		}
		label.page = p
		s.labels = append(s.labels, label)
		s.tops = append(s.tops, s.heightOf(p, first, label.lines[0].line))
		s.middles = append(s.middles, s.tops[len(s.tops)-1]+s.heightOf(p, first, label.lines[len(label.lines)-1].line))
	}
}

// heightOf returns where the middle of a line of a page stands whose items begin with one.
func (s *policyShare) heightOf(p *stackedPage, first, line int) int {
	item := p.itemAt(line)
	from, to, own := p.cuts[item], p.endOf(item), first+item
	return 2*s.heights[own] + (2*(line-from)+1)*(s.heights[own+1]-s.heights[own])/max(1, to-from)
}

// itemAt returns the item to which a line belongs.
func (p *stackedPage) itemAt(line int) int {
	item := 0
	for item+1 < len(p.cuts) && p.cuts[item+1] <= line {
		item++
	}
	return item
}

// starts returns for each policy the item that it begins with: where it stands beside the
// first line of that, or beside the middle of those that are its own. Items that may be
// another's as well are noted.
func (s *policyShare) starts() []int {
	starts := make([]int, len(s.labels))
	if s.top {
		for i, label := range s.labels {
			starts[i] = slices.IndexFunc(s.items, func(own stackedItem) bool {
				return own.page == label.page && own.item == own.page.itemAt(label.lines[0].line)
			})
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
					s.items[item].page.unsure[s.items[item].item] = true
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
	count := len(s.items)
	down, up = make([][]int64, len(s.labels)), make([][]int64, len(s.labels))
	for i := range s.labels {
		down[i], up[i] = make([]int64, count), make([]int64, count)
		for at := range count {
			down[i][at], up[i][at] = farOffPolicy, farOffPolicy
		}
	}
	down[0][0] = 0 // the first policy has the first items
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
// first to the one before end; where these are parted by a page break, it may also stand at
// the first of them.
func (s *policyShare) offMiddle(label, first, end int) int64 {
	off := int64(s.middles[label] - 2*(s.heights[first]+s.heights[end]))
	if s.items[first].page == s.items[end-1].page {
		return off * off
	}
	top := 2 * int64(s.tops[label]-2*s.heights[first]-1)
	return min(off*off, top*top)
}

// endOf returns the line behind the last of an item.
func (p *stackedPage) endOf(item int) int {
	if item+1 < len(p.cuts) {
		return p.cuts[item+1]
	}
	return p.last - p.body
}
