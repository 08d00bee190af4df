package isehara

import (
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// columnLines are the tokens of a text whose columns blanks part. There a cell of
// several lines stands on several rows, beside others of the same kind, and a label
// stands beside the middle of what it is the label of. Its methods put together what
// belongs together, in the order in which the form is read elsewhere.
type columnLines struct {
	*facts
	g *grid.Grid
	// tokens are those of all rows.
	tokens tokenList
	// measure tells where a cell stands: as those of pdftotext do, by its characters,
	// however wide they are, or by half-width places.
	measure sheet.Measure
	// wholeLabels are the labels that stand on several rows, by where they begin.
	wholeLabels map[int32]string
	// furtherLines are the lines of cells of tables behind the first one, and columns the
	// columns of cells whose table shows them, both by where the cells begin.
	furtherLines map[int32][]grid.Cell
	columns      map[int32]int
}

// placedToken is a token with the columns in which it begins and ends.
type placedToken struct {
	sheet.Token
	start, end int32
}

// overlaps reports whether two tokens stand below each other, at least in part.
func (t *placedToken) overlaps(other *placedToken) bool {
	return t.start < other.end && other.start < t.end
}

// arrange returns the tokens of a text whose columns blanks part in the order in which
// they are read.
func (l *columnLines) arrange(tokens []sheet.Token) []sheet.Token {
	l.measure = sheet.ByColumn
	if countsLetters(l.g) {
		l.measure = sheet.ByCharacter
	}
	l.tokens = newTokenList(len(tokens))
	for i := range tokens {
		*l.tokens.at(i) = l.place(tokens[i])
	}
	l.joinLabels()
	l.splitYears()
	l.splitPeriods()
	l.joinOwnYears()
	l.joinEvaluations()
	l.raiseLabels()
	l.joinTables()
	l.joinNarratives()
	arranged := tokens[:0]
	for i := range l.tokens.count() {
		arranged = append(arranged, l.tokens.at(i).Token)
	}
	return arranged
}

// countsLetters reports whether more cells begin in the column of one in the row above
// if characters are counted than if half-width places are.
func countsLetters(g *grid.Grid) bool {
	letters, places := 0, 0
	for i := 1; i < len(g.Rows); i++ {
		above := g.Rows[i-1].Cells
		for j, cell := range g.Rows[i].Cells {
			if j == 0 {
				continue // behind nothing but blanks, both are the same
			}
			for k := range above {
				if above[k].At.Column == cell.At.Column {
					letters++
				}
				if above[k].Index == cell.Index {
					places++
				}
			}
		}
	}
	return letters >= places
}

// place returns a token with its columns.
func (l *columnLines) place(token sheet.Token) placedToken {
	own := placedToken{Token: token}
	// A token may begin in another row than that of its value: a label over lines.
	own.start, own.end = l.measure(l.g, token.Cell, 0, len(token.Text))
	return own
}

// part returns a part of a token that is one of its own.
func (l *columnLines) part(token *placedToken, start, end int) placedToken {
	return l.place(part(&token.Token, start, end))
}

// rowEnd returns the index behind the last token of the row of token i.
func (l *columnLines) rowEnd(i int) int {
	end := i + 1
	for end < l.tokens.count() && l.tokens.at(end).Row == l.tokens.at(i).Row {
		end++
	}
	return end
}

// rowBegin returns the index of the first token of the row of token i.
func (l *columnLines) rowBegin(i int) int {
	for i > 0 && l.tokens.at(i-1).Row == l.tokens.at(i).Row {
		i--
	}
	return i
}

// areNear reports whether nothing but one empty line or none stands between two rows.
func (l *columnLines) areNear(above, below int32) bool {
	a, b := &l.g.Rows[above], &l.g.Rows[below]
	return a.Page == b.Page && b.Line-a.Line <= 2
}

// kindAt returns the kind of a token's label, none where it has none.
func (l *columnLines) kindAt(i int) kind { return kindOf(l.tokens.at(i).Token) }

// move puts the tokens from first to last, without the latter, before the token to.
func (l *columnLines) move(first, last, to int) {
	moved := l.tokens.clone(first, last)
	l.tokens.remove(first, last)
	l.tokens.insert(to, moved...)
}

// splitYears parts the tokens that hold the heads of several years, between which only
// one blank stands: 令和3年度 実績 令和4年度 実績.
func (l *columnLines) splitYears() {
	for i := 0; i < l.tokens.count(); i++ {
		token := l.tokens.at(i)
		if token.Label != sheet.NoLabel || len(token.Text) > maxYearCell || !writesYear(token.Text) || !blankCharacters.In(token.Text) {
			continue
		}
		if heads := l.yearsIn(token); len(heads) > 1 {
			l.tokens.replace(i, i+1, heads...)
			i += len(heads) - 1
		}
	}
}

// splitPeriods parts the label 計画期間 from the years behind it, where no blank stands
// between them.
func (l *columnLines) splitPeriods() {
	const period = "計画期間"
	for i := 0; i < l.tokens.count(); i++ {
		token := *l.tokens.at(i)
		rest, found := strings.CutPrefix(token.Text, period)
		if _, at, _, isYear := l.calendar.FindFiscalYear(rest); token.Label != sheet.NoLabel || !found || !isYear || at > 0 {
			continue
		}
		label, value := l.part(&token, 0, len(period)), l.part(&token, len(period), len(token.Text))
		label.Label, _ = lexicon.Labels.Find(period)
		l.tokens.replace(i, i+1, label, value)
	}
}

// yearsIn returns the heads of years that a token holds, nil where it holds anything else.
func (l *columnLines) yearsIn(token *placedToken) []placedToken {
	var begins []int
	for _, word := range sheet.SplitWords(token.Token) {
		if _, at, _, isYear := l.calendar.FindFiscalYear(word.Text); isYear && at == 0 {
			begins = append(begins, int(word.Offset-token.Offset))
		}
	}
	if len(begins) < 2 || begins[0] != 0 {
		return nil
	}
	var heads []placedToken
	for i, begin := range begins {
		end := len(token.Text)
		if i+1 < len(begins) {
			end = begins[i+1]
		}
		head := l.part(token, begin, end)
		if _, isHead := readMoneyHead(head.Text, l.calendar); !isHead {
			return nil
		}
		head.Joined = false
		heads = append(heads, head)
	}
	return heads
}

// firstWord returns where the first word of a text ends, 0 where it has one only.
func firstWord(text string) int {
	at := strings.IndexAny(text, " \u3000\u00a0")
	return max(at, 0)
}
