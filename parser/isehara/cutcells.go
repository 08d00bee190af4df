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
	for row := 0; row+1 < len(g.Rows); row++ {
		above, below := &g.Rows[row], &g.Rows[row+1]
		last := &above.Cells[len(above.Cells)-1]
		if int(last.Index) != above.Width-1 || below.Cells[0].Index != 0 || below.Line != above.Line+1 || below.Page != above.Page ||
			above.Width == 1 && below.Width == 1 {
			continue
		}
		at := tokenAt(tokens, last.Offset)
		if at < 0 || at+1 == len(tokens) || tokens[at+1].Offset != below.Cells[0].Offset || !f.isCut(tokens, at) {
			continue
		}
		cut = append(cut, tokens[at+1])
		tokens = joinCells(g, tokens, at)
	}
	return tokens, cut
}

// tokenAt returns the index of the token that begins at an offset, -1 where none does.
func tokenAt(tokens []sheet.Token, offset int32) int {
	at, found := slices.BinarySearchFunc(tokens, offset, func(token sheet.Token, offset int32) int { return int(token.Offset - offset) })
	if !found {
		return -1
	}
	return at
}

// maxCutCell is how many bytes either part of a cell may have that was cut.
const maxCutCell = 120

// isCut reports whether the last token of a line, at the index, goes on in the next one.
func (f *facts) isCut(tokens []sheet.Token, at int) bool {
	above, below := &tokens[at], &tokens[at+1]
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
	if at == 0 || tokens[at-1].Row != above.Row || above.Label != sheet.NoLabel || at+2 == len(tokens) || !isNameCell(*above) || !isNameCell(*below) {
		return false
	}
	switch k := kindOf(tokens[at-1]); k {
	case programName:
		return tokens[at+2].Row == below.Row && kindOf(tokens[at+2]) == programNumber
	case policyLevel:
		return tokens[at+2].Row != below.Row
	}
	return at > 1 && kindOf(tokens[at-2]) == policyLevel && tokens[at-2].Row == above.Row && tokens[at+2].Row != below.Row
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

// joinCells joins the token at an index, which ends a line, with the one that begins the
// next, and puts the others of that line into its row.
func joinCells(g *grid.Grid, tokens []sheet.Token, at int) []sheet.Token {
	above, below := &tokens[at], tokens[at+1]
	shift, row := above.Index, above.Row
	above.Text = g.Text[above.Offset : int(below.Offset)+len(below.Text)]
	if label, found := lexicon.Labels.Find(strings.ReplaceAll(above.Text, "\n", "")); found {
		above.Label = label
	}
	tokens = slices.Delete(tokens, at+1, at+2)
	for i := at + 1; i < len(tokens) && tokens[i].Row == below.Row; i++ {
		tokens[i].Row, tokens[i].Index = row, tokens[i].Index+shift
	}
	return tokens
}

// reportCut reports the cells of a sheet that a line end had cut.
func (r *reader) reportCut(cut []sheet.Token) {
	for _, token := range cut {
		if len(r.Tokens) > 0 && token.Offset > r.Tokens[0].Offset && token.Offset < r.Tokens[len(r.Tokens)-1].Offset {
			r.Report(model.CodeBrokenLine, token.At, token.Text, strconv.Itoa(r.Grid.Rows[token.Row].Width))
		}
	}
}

// joinNumberedText puts the words 事業番号 back before a text that they begin and that is no
// number: 事業番号 12-032の事業との統合を検討します。
func joinNumberedText(g *grid.Grid, tokens []sheet.Token) []sheet.Token {
	for i := 0; i+1 < len(tokens); i++ {
		label := &tokens[i]
		if !label.Joined || label.Label == sheet.NoLabel {
			continue
		}
		value := &tokens[i+1]
		if !isNumberLabel(label.Label) || !value.Joined || value.Row != label.Row || value.Label != sheet.NoLabel ||
			!strings.HasSuffix(value.Text, "。") {
			continue
		}
		label.Text = g.Text[label.Offset : int(value.Offset)+len(value.Text)]
		label.Label, label.Joined = sheet.NoLabel, false
		tokens = slices.Delete(tokens, i+1, i+2)
	}
	return tokens
}
