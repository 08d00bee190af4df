package sakado

import (
	"cmp"
	"slices"
)

// columnFit tells how well the words of lines fit into columns.
type columnFit struct {
	page *stackedPage
	// words are in the order of their middles: a column has those between two places.
	words []fitWord
}

// fitWord is a word with what it costs to give it to each column.
type fitWord struct {
	start, end int32
	// middle is twice that of the word, before that of the one before it in its line, -1
	// where there is none.
	middle, before int32
	// strange tells how unlike those of the columns it is, beside what it costs to stand in
	// one with the word before.
	strange, beside []int32
}

func newColumnFit(p *stackedPage, lines [][]printedWord) *columnFit {
	f := &columnFit{page: p}
	count := len(p.head.columns)
	for _, words := range lines {
		before := int32(-1)
		for i := range words {
			costs := make([]int32, 0, 2*count)
			for place := range p.head.columns {
				costs = append(costs, p.strange(&words[i], place))
			}
			for place := range p.head.columns {
				beside := int32(apartCost)
				if words[i].joined {
					beside = p.together(&words[i], &words[i-1], place)
				}
				costs = append(costs, beside)
			}
			own := fitWord{start: words[i].start, end: words[i].end, middle: words[i].start + words[i].end, before: before}
			own.strange, own.beside = costs[:count:count], costs[count:]
			f.words = append(f.words, own)
			before = own.middle
		}
	}
	slices.SortFunc(f.words, func(a, b fitWord) int { return cmp.Compare(a.middle, b.middle) })
	return f
}

// cost returns how badly words fit into a column that begins and ends at places of the text.
func (f *columnFit) cost(place int, start, end int32) int32 {
	cost := int32(0)
	for i := f.firstFrom(2 * start); i < len(f.words) && f.words[i].middle < 2*end; i++ {
		word := &f.words[i]
		cost += max(0, start-word.start) + max(0, word.end-end) + word.strange[place]
		if word.before >= 2*start {
			cost += word.beside[place]
		}
	}
	return cost
}

// firstFrom returns the first word whose middle, twice, stands at or behind a place.
func (f *columnFit) firstFrom(middle int32) int {
	first, behind := 0, len(f.words)
	for first < behind {
		if at := (first + behind) / 2; f.words[at].middle < middle {
			first = at + 1
		} else {
			behind = at
		}
	}
	return first
}

// borders returns the places between the columns that fit best all in all.
func (f *columnFit) borders(counts *placeCounts) []int32 {
	last := len(f.page.head.columns) - 1
	costs, froms := make([][]int32, last+1), make([][]int, last+1)
	for place := 1; place <= last; place++ {
		from, to := f.page.borderRange(place)
		costs[place], froms[place] = make([]int32, to-from+1), make([]int, to-from+1)
		for at := from; at <= to; at++ {
			best := farCost
			if place == 1 {
				best = f.cost(0, 0, at)
			}
			for i, before := range costs[place-1] {
				begin, _ := f.page.borderRange(place - 1)
				if begin += int32(i); begin >= at {
					break
				}
				if cost := before + f.cost(place-1, begin, at); cost < best {
					best, froms[place][at-from] = cost, i
				}
			}
			costs[place][at-from] = best + counts.cost(at)/crossCost
		}
	}
	borders, best := make([]int32, last), 0
	begin, _ := f.page.borderRange(last)
	for i := range costs[last] {
		costs[last][i] += f.cost(last, begin+int32(i), 1<<20)
		if costs[last][i] < costs[last][best] {
			best = i
		}
	}
	for place := last; place > 0; place-- {
		begin, _ := f.page.borderRange(place)
		borders[place-1] = begin + int32(best)
		best = froms[place][best]
	}
	return borders
}
