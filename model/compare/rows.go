package compare

// rowPair is a row in both issues; one side is nil where it came or went.
type rowPair[T any] struct{ old, new *T }

// group holds the rows of one key.
type group[T any] struct{ old, new []*T }

// pairRows pairs rows by their keys: of several rows of one key first those that
// are equal, then the others in the order in which they stand. It calls alike
// where that order had to decide. Pairs are in the order of the new rows, those
// that went after them.
func pairRows[T any](old, new []T, key func(*T) string, equal func(a, b *T) bool, alike func(old, new *T)) []rowPair[T] {
	groups := make(map[string]*group[T], len(new))
	var order []*group[T]
	of := func(name string) *group[T] {
		if groups[name] == nil {
			groups[name] = &group[T]{}
			order = append(order, groups[name])
		}
		return groups[name]
	}
	for i := range new {
		g := of(key(&new[i]))
		g.new = append(g.new, &new[i])
	}
	for i := range old {
		g := of(key(&old[i]))
		g.old = append(g.old, &old[i])
	}
	pairs := make([]rowPair[T], 0, len(new))
	for _, g := range order {
		pairs = g.pair(pairs, equal, alike)
	}
	return pairs
}

func (g *group[T]) pair(pairs []rowPair[T], equal func(a, b *T) bool, alike func(old, new *T)) []rowPair[T] {
	if len(g.old) == 1 && len(g.new) == 1 {
		return append(pairs, rowPair[T]{g.old[0], g.new[0]})
	}
	var unlike []*T
	for _, one := range g.new {
		if at := indexOf(g.old, func(other *T) bool { return equal(other, one) }); at >= 0 {
			pairs = append(pairs, rowPair[T]{g.old[at], one})
			g.old = append(g.old[:at:at], g.old[at+1:]...)
			continue
		}
		unlike = append(unlike, one)
	}
	if len(unlike) > 0 && len(g.old) > 0 && len(unlike)+len(g.old) > 2 {
		alike(g.old[0], unlike[0])
	}
	for i := range max(len(unlike), len(g.old)) {
		pair := rowPair[T]{}
		if i < len(g.old) {
			pair.old = g.old[i]
		}
		if i < len(unlike) {
			pair.new = unlike[i]
		}
		pairs = append(pairs, pair)
	}
	return pairs
}

// sameRowsLimit is how many rows of one key are held against each other.
const sameRowsLimit = 64

func indexOf[T any](rows []*T, holds func(*T) bool) int {
	for i := range min(len(rows), sameRowsLimit) {
		if holds(rows[i]) {
			return i
		}
	}
	return -1
}
