package isehara

// widestCells are the cells of a column that end furthest right: where, and how many do,
// 0 where that is not known.
type widestCells struct {
	end   int32
	count int
}

// noteWidths finds the widest cells of a column.
func (t *columnTable) noteWidths(column int) {
	for at := t.first; at < t.end; at++ {
		if token := t.tokens.at(at); t.columnOf(token) == column {
			t.noteWidth(column, token.end)
		}
	}
}

// noteWidth notes where a cell of a column ends.
func (t *columnTable) noteWidth(column int, end int32) {
	switch widest := &t.widest[column]; {
	case widest.count == 0 || end > widest.end:
		*widest = widestCells{end, 1}
	case end == widest.end:
		widest.count++
	}
}

// forgetWidth takes back what was noted of a cell.
func (t *columnTable) forgetWidth(token *placedToken) {
	if column := t.columnOf(token); column >= 0 && t.widest[column].count > 0 && t.widest[column].end == token.end {
		t.widest[column].count--
	}
}
