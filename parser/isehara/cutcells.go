package isehara

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// joinCutCells puts the lines together where a line end inside a cell has cut a row: the
// last cell of the line above and the first of the line below are a label together, the
// head of a year with 実績, or a name behind its label. It returns the cells below that
// were joined.
func (f *facts) joinCutCells(g *grid.Grid, tokens []sheet.Token) (joined, cut []sheet.Token) {
	if g.Layout != grid.Tabs {
		return tokens, nil
	}
	kept, next := 0, 0 // the tokens before kept are joined, those from next on are not looked at yet
	for row := 0; row+1 < len(g.Rows); row++ {
		above, below := &g.Rows[row], &g.Rows[row+1]
		last := &above.Cells[len(above.Cells)-1]
		if int(last.Index) != above.Width-1 || below.Cells[0].Index != 0 || below.Line != above.Line+1 || below.Page != above.Page ||
			above.Width == 1 && below.Width == 1 {
			continue
		}
		at := tokenAt(tokens[next:], last.Offset)
		if at < 0 {
			continue
		}
		kept, next = moveTokens(tokens, kept, next, at+1)
		if next == len(tokens) || tokens[next].Offset != below.Cells[0].Offset || !f.isCut(tokens[:kept], tokens[next:]) {
			continue
		}
		cut = append(cut, tokens[next])
		joinCells(g, &tokens[kept-1], tokens[next:])
		next++
	}
	kept, _ = moveTokens(tokens, kept, next, len(tokens)-next)
	clear(tokens[kept:])
	return tokens[:kept], cut
}

// moveTokens moves a number of tokens from an index to one before it or the same, and
// returns the indexes behind them.
func moveTokens(tokens []sheet.Token, to, from, count int) (toEnd, fromEnd int) {
	if to < from {
		copy(tokens[to:], tokens[from:from+count])
	}
	return to + count, from + count
}

// tokenAt returns the index of the token that begins at an offset, -1 where none does.
func tokenAt(tokens []sheet.Token, offset int32) int {
	at, found := slices.BinarySearchFunc(tokens, offset, compareOffset)
	if !found {
		return -1
	}
	return at
}

// compareOffset tells whether a token begins before an offset, at it or behind it.
func compareOffset(token sheet.Token, offset int32) int { return int(token.Offset - offset) }

// maxCutCell is how many bytes either part of a cell may have that was cut.
const maxCutCell = 120

// isCut reports whether the last token of a line goes on in the next one: it is the last
// of those before, and what it goes on in the first of those behind.
func (f *facts) isCut(before, behind []sheet.Token) bool {
	above, below := &before[len(before)-1], &behind[0]
	if below.Label != sheet.NoLabel || len(above.Text) > maxCutCell || len(below.Text) > maxCutCell {
		return false
	}
	if f.isCutHead(above, below) {
		return true
	}
	if whole := above.Text + below.Text; lexicon.Labels.BeginsSpelling(above.Text) && lexicon.Labels.IsSpelled(whole) {
		label, _ := lexicon.Labels.Find(whole)
		return above.Label == sheet.NoLabel || above.Label == label
	}
	if len(before) < 2 || above.Label != sheet.NoLabel || len(behind) < 2 || !isNameCell(*above) || !isNameCell(*below) {
		return false
	}
	label, next := &before[len(before)-2], &behind[1]
	if label.Row != above.Row {
		return false
	}
	switch k := kindOf(*label); k {
	case programName:
		return next.Row == below.Row && kindOf(*next) == programNumber
	case policyLevel:
		return next.Row != below.Row
	}
	if len(before) < 3 || next.Row == below.Row {
		return false
	}
	level := &before[len(before)-3]
	return kindOf(*level) == policyLevel && level.Row == above.Row
}

// isCutHead reports whether a year ends a line and what its amounts are begins the next.
func (f *facts) isCutHead(above, below *sheet.Token) bool {
	if utf8.RuneCountInString(below.Text) > maxHeadWord || !headWords.AtEnd(below.Text) {
		return false
	}
	year, isYear := readMoneyHead(above.Text, f.calendar)
	if !isYear || year.Basis != "" {
		return false
	}
	whole, isHead := readMoneyHead(above.Text+" "+below.Text, f.calendar)
	return isHead && whole.Basis != ""
}

// maxHeadWord is how many characters these words have: 決算額.
const maxHeadWord = 3

// headWords end the words behind the year of a head.
var headWords = ja.NewCharacters("績算込額")

// joinCells joins a token, which ends a line, with the first of those behind it, which
// begins the next, and puts the others of that line into its row.
func joinCells(g *grid.Grid, above *sheet.Token, behind []sheet.Token) {
	below := &behind[0]
	above.Text = g.Text[above.Offset : int(below.Offset)+len(below.Text)]
	if label, found := lexicon.Labels.Find(strings.ReplaceAll(above.Text, "\n", "")); found {
		above.Label = label
	}
	for i := 1; i < len(behind) && behind[i].Row == below.Row; i++ {
		behind[i].Row, behind[i].Index = above.Row, behind[i].Index+above.Index
	}
}

// reportCut reports the cells of a sheet that a line end had cut, of those of all sheets.
func (r *reader) reportCut(cut []sheet.Token) {
	if len(cut) == 0 || len(r.Tokens) == 0 {
		return
	}
	first, last := r.Tokens[0].Offset, r.Tokens[len(r.Tokens)-1].Offset
	begin, _ := slices.BinarySearchFunc(cut, first+1, compareOffset)
	for _, token := range cut[begin:] {
		if token.Offset >= last {
			break
		}
		r.Report(model.CodeBrokenLine, token.At, token.Text, strconv.Itoa(r.Grid.Rows[token.Row].Width))
	}
}

// joinNumberedText puts the words 事業番号 back before a text that they begin and that is no
// number: 事業番号 12-032の事業との統合を検討します。
func joinNumberedText(g *grid.Grid, tokens []sheet.Token) []sheet.Token {
	kept := 0 // so many are left of those read
	for i := 0; i < len(tokens); i++ {
		if kept < i {
			tokens[kept] = tokens[i]
		}
		label := &tokens[kept]
		kept++
		if !label.Joined || label.Label == sheet.NoLabel || i+1 == len(tokens) {
			continue
		}
		value := &tokens[i+1]
		if !isNumberLabel(label.Label) || !value.Joined || value.Row != label.Row || value.Label != sheet.NoLabel ||
			!strings.HasSuffix(value.Text, "。") {
			continue
		}
		label.Text = g.Text[label.Offset : int(value.Offset)+len(value.Text)]
		label.Label, label.Joined = sheet.NoLabel, false
		i++
	}
	clear(tokens[kept:])
	return tokens[:kept]
}
