package isehara

// tokenList holds the tokens of a text, in which many are put in, taken out and moved
// while it is gone through: it has a gap where that was done last, so that only those
// between two such places are moved, not all behind them.
type tokenList struct {
	// room holds the tokens, and the gap.
	room []placedToken
	// gap is where the gap begins, and width how many tokens find room there.
	gap, width int
}

// newTokenList returns a list of blank tokens.
func newTokenList(count int) tokenList {
	const spare = 8
	return tokenList{room: make([]placedToken, count+spare), gap: count, width: spare}
}

// count returns how many tokens there are.
func (l *tokenList) count() int { return len(l.room) - l.width }

// at returns the token at an index, until the next call of another method that changes
// the list.
func (l *tokenList) at(i int) *placedToken {
	if i >= l.gap {
		i += l.width
	}
	return &l.room[i]
}

// clone returns a copy of the tokens from first to end, without the latter.
func (l *tokenList) clone(first, end int) []placedToken {
	cloned := make([]placedToken, 0, end-first)
	for i := first; i < end; i++ {
		cloned = append(cloned, *l.at(i))
	}
	return cloned
}

// replace puts others in the place of the tokens from first to end, without the latter.
func (l *tokenList) replace(first, end int, others ...placedToken) {
	l.openAt(first)
	l.width += end - first
	if missing := len(others) - l.width; missing > 0 {
		l.widen(missing)
	}
	l.gap += copy(l.room[l.gap:], others)
	l.width -= len(others)
}

// insert puts others before the token at an index.
func (l *tokenList) insert(i int, others ...placedToken) { l.replace(i, i, others...) }

// remove takes the tokens from first to end out, without the latter.
func (l *tokenList) remove(first, end int) { l.replace(first, end) }

// openAt moves the gap before the token at an index.
func (l *tokenList) openAt(i int) {
	if l.width > 0 && i < l.gap {
		copy(l.room[i+l.width:], l.room[i:l.gap])
	} else if l.width > 0 {
		copy(l.room[l.gap:], l.room[l.gap+l.width:i+l.width])
	}
	l.gap = i
}

// widen makes the gap wider, by more than is missing.
func (l *tokenList) widen(missing int) {
	missing += len(l.room) / 4
	wider := make([]placedToken, len(l.room)+missing)
	copy(wider, l.room[:l.gap])
	copy(wider[l.gap+l.width+missing:], l.room[l.gap+l.width:])
	l.room, l.width = wider, l.width+missing
}
