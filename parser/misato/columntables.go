package misato

import (
	"slices"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// A tidied table has labels of the form in its first row and their values in the row
// below, each in the column of its label. The stream of tokens would give the first value
// to the last label.

// columnTable is a row of nothing but labels with the rows of values below it.
type columnTable struct {
	head []sheet.Token
	rows [][]sheet.Token
	// firstValue is the column of the first label that takes a value.
	firstValue int32
	// ofCosts is set where all labels that take values are lines of costs: then rows may
	// begin with the year of their amounts.
	ofCosts bool
}

// readByColumns puts the values of tables that have their labels in the row above behind
// those. Values that stand below labels, but in the column of none, are taken out: nobody
// reads them, so that they stay unmapped.
func readByColumns(g *grid.Grid, tokens []sheet.Token) []sheet.Token {
	if g.Layout != grid.PipeRows && g.Layout != grid.Tabs {
		return tokens
	}
	var arranged []sheet.Token
	done, changed := 0, false // how many tokens are arranged
	for i := 1; i < len(tokens); i++ {
		if tokens[i].Label == sheet.NoLabel || tokens[i-1].Label == sheet.NoLabel || tokens[i].Row != tokens[i-1].Row {
			continue
		}
		first, last := reachOfRow(tokens, i)
		i = last - 1
		t := columnTable{head: tokens[first:last]}
		behind, own := last, []sheet.Token(nil)
		if t.holdsBlocks() {
			own, behind = t.firstBlock(g, tokens, last)
		} else if t.isHead() {
			behind = t.findRows(g, tokens, last)
			own = t.inOrder()
		}
		if behind == last {
			continue
		}
		arranged = append(append(arranged, tokens[done:first]...), own...)
		done, changed, i = behind, true, behind
	}
	if !changed {
		return tokens
	}
	return append(arranged, tokens[done:]...)
}

// reachOfRow returns the tokens of the row of token i: the first, and the one behind the
// last.
func reachOfRow(tokens []sheet.Token, i int) (first, last int) {
	first, last = i, i+1
	for first > 0 && tokens[first-1].Row == tokens[i].Row {
		first--
	}
	for last < len(tokens) && tokens[last].Row == tokens[i].Row {
		last++
	}
	return first, last
}

// takesValue reports whether the value of a label is what stands behind it.
func takesValue(k kind) bool {
	switch k {
	case code, name, policy, division, section, startYear, endYear, narrative, cost, staff, attribute,
		indicatorName, unit, direction, goal, method:
		return true
	}
	return false
}

// fillers are the heads of columns that tables have and the form does not.
var fillers = ja.NewLabels(
	ja.Label[bool]{Spelling: "年度", Value: true},
	ja.Label[bool]{Spelling: "年", Value: true},
	ja.Label[bool]{Spelling: "会計年度", Value: true},
	ja.Label[bool]{Spelling: "区分", Value: true},
	ja.Label[bool]{Spelling: "種別", Value: true},
	ja.Label[bool]{Spelling: "項目", Value: true},
	ja.Label[bool]{Spelling: "費目", Value: true},
	ja.Label[bool]{Spelling: "番号", Value: true},
	ja.Label[bool]{Spelling: "No.", Value: true},
)

// isHead reports whether the row is nothing but labels, two of which at least take values.
// Before them, columns such as that of the years may have heads that are no labels.
func (t *columnTable) isHead() bool {
	count := 0
	t.ofCosts = true
	for i := range t.head {
		token := &t.head[i]
		switch k := entryOf(*token).kind; {
		case token.Joined, k == none && (count > 0 || !isFiller(token.Text)):
			return false
		case takesValue(k):
			if count == 0 {
				t.firstValue = token.Index
			}
			t.ofCosts = t.ofCosts && k == cost
			count++
		}
	}
	return count > 1
}

func isFiller(text string) bool {
	_, found := fillers.Find(text)
	return found
}

// findRows finds the rows of values below the head, of which token i is the first. It
// returns the token behind the last of them; i where there are none. Where the first is no
// row of the head's, all are withheld.
func (t *columnTable) findRows(g *grid.Grid, tokens []sheet.Token, i int) int {
	withheld := false
	for rows := 0; i < len(tokens) && t.isBelow(g, &tokens[i], rows); rows++ {
		_, last := reachOfRow(tokens, i)
		row := tokens[i:last]
		if slices.ContainsFunc(row, func(token sheet.Token) bool { return token.Label != sheet.NoLabel }) || len(t.lead(row)) == 0 && beginsWithYear(row[0].Text) {
			break
		}
		switch {
		case withheld:
		case t.fits(row):
			t.rows = append(t.rows, row)
		case rows > 0 || len(row) < 2 || !t.hasNoRoom():
			return i
		default:
			withheld = true
		}
		i = last
	}
	return i
}

// isBelow reports whether a token stands in the row of the same table that has so many
// rows between the head and it.
func (t *columnTable) isBelow(g *grid.Grid, token *sheet.Token, between int) bool {
	own, width := t.head[0].Row, g.Rows[token.Row].Width
	return int(token.Row-own) == between+1 && width > 1 && width <= g.Rows[own].Width
}

// hasNoRoom reports whether two labels that take values stand side by side, with no cell
// between them for that of the first.
func (t *columnTable) hasNoRoom() bool {
	for i := 1; i < len(t.head); i++ {
		if takesValue(entryOf(t.head[i-1]).kind) && takesValue(entryOf(t.head[i]).kind) && t.head[i].Index == t.head[i-1].Index+1 {
			return true
		}
	}
	return false
}

// fits reports whether each cell of a row stands below a label that takes a value, or is
// the year of the amounts behind it.
func (t *columnTable) fits(row []sheet.Token) bool {
	lead := t.lead(row)
	if len(lead) > 0 && (!t.ofCosts || !isCostHead(lead)) {
		return false
	}
	for i := len(lead); i < len(row); i++ {
		if t.labelAbove(row[i].Index) < 0 && !t.isRemark(row, i) {
			return false
		}
	}
	return true
}

// lead returns what stands in a row before the column of the first label.
func (t *columnTable) lead(row []sheet.Token) []sheet.Token {
	end := 0
	for end < len(row) && row[end].Index < t.firstValue {
		end++
	}
	return row[:end]
}

// isRemark reports whether a cell of a row is the remark behind the figures of staff: it
// stands below 特記事項, the last of the head, and behind the figure of the label before.
func (t *columnTable) isRemark(row []sheet.Token, i int) bool {
	last := len(t.head) - 1
	return i > 0 && i+1 == len(row) && row[i].Index == t.head[last].Index && entryOf(t.head[last]).kind == remarkColumn &&
		entryOf(t.head[last-1]).kind == staff && row[i-1].Index == t.head[last-1].Index
}

// isCostHead reports whether cells are the head of amounts and nothing else: 令和4年度決算,
// also in two cells.
func isCostHead(cells []sheet.Token) bool {
	text := cells[0].Text
	if len(cells) == 2 {
		text += cells[1].Text
	}
	_, end, found := sheet.ReadCostHead(text, nil)
	return found && end == len(text) && len(cells) < 3
}

// labelAbove returns the label that takes the values of a column; -1 where there is none.
func (t *columnTable) labelAbove(column int32) int {
	return slices.IndexFunc(t.head, func(label sheet.Token) bool {
		return label.Index == column && takesValue(entryOf(label).kind)
	})
}

// inOrder returns each label of the head with its values behind it.
func (t *columnTable) inOrder() (arranged []sheet.Token) {
	years, counted := t.years()
	head := t.head
	if last := len(head) - 1; entryOf(head[last]).kind == remarkColumn {
		arranged, head = append(arranged, head[last]), head[:last]
	}
	for _, label := range head {
		if label.Label == sheet.NoLabel {
			continue // the head of a column that the form does not have
		}
		arranged = append(arranged, label)
		k := entryOf(label).kind
		if !takesValue(k) || !counted {
			continue
		}
		arranged = append(arranged, years...)
		years = nil // they hold for all lines
		for _, row := range t.rows[:t.rowsOf(k)] {
			if at := slices.IndexFunc(row, func(token sheet.Token) bool { return token.Index == label.Index }); at >= 0 {
				arranged = append(arranged, row[at])
				if at+2 == len(row) && t.isRemark(row, at+1) {
					arranged = append(arranged, row[at+1])
				}
			}
		}
	}
	return arranged
}

// rowsOf returns how many rows the value of a label may have: amounts one for each year,
// texts several lines. The others have one value.
func (t *columnTable) rowsOf(k kind) int {
	if k == cost || k == narrative {
		return len(t.rows)
	}
	return min(1, len(t.rows))
}

// years returns the years that rows of amounts begin with; counted is false where some
// have one and others none.
func (t *columnTable) years() (years []sheet.Token, counted bool) {
	dated := 0
	for _, row := range t.rows {
		if lead := t.lead(row); len(lead) > 0 {
			years = append(years, lead...)
			dated++
		}
	}
	return years, dated == 0 || dated == len(t.rows)
}

// holdsBlocks reports whether the row is the headings of several indicators side by side.
func (t *columnTable) holdsBlocks() bool {
	count := 0
	for i := range t.head {
		switch k := entryOf(t.head[i]).kind; {
		case k == indicatorBlock:
			count++
		case k != none || i > 0:
			return false
		}
	}
	return count > 1
}

// firstBlock returns what the first of several indicators side by side has: its heading, and
// in the rows below it what stands before the second one's column. The others' values are
// left out, for a stream of labels has one value for each. It returns the token behind the
// last of those rows; i where there are none.
func (t *columnTable) firstBlock(g *grid.Grid, tokens []sheet.Token, i int) (own []sheet.Token, behind int) {
	at := slices.IndexFunc(t.head, func(token sheet.Token) bool { return token.Label != sheet.NoLabel })
	second := t.head[at+1].Index
	own = append(own, t.head[at])
	for rows := 0; i < len(tokens) && t.isBelow(g, &tokens[i], rows); rows++ {
		_, last := reachOfRow(tokens, i)
		row := tokens[i:last]
		if slices.ContainsFunc(row, func(token sheet.Token) bool { return token.Index >= second && token.Label != sheet.NoLabel }) {
			break
		}
		for _, token := range row {
			if token.Index < second {
				own = append(own, token)
			}
		}
		i = last
	}
	return own, i
}
