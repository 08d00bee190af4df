// Package misato reads the 事務事業 sheets of 三郷市 (form misato-program): one
// program a sheet, published as a table whose cells extraction leaves one to a
// line, without row ends.
//
// In go the cells of a grid; out comes a document for each sheet. The form is
// read as a stream of labels with their values, so that lost row ends, joined
// cells and running heads in between don't matter. It knows the labels of this
// form only, no other form and no output format.
package misato

import (
	"slices"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// Form describes the form for the parser's table.
var Form = &sheet.Form{
	ID:           "misato-program",
	Kind:         model.ProgramEvaluation,
	Title:        "三郷市 事務事業",
	Summary:      "Program evaluation of Misato: costs, staffing, indicators with yearly plan, result and rate",
	Municipality: model.Municipality{Name: "三郷市", Prefecture: "埼玉県", Code: "112372"},
	Anchors: []sheet.Anchor{
		{Spelling: "事務事業コード", Weight: 3},
		{Spelling: "事務事業名、担当課等", Weight: 3},
		{Spelling: "まちづくり方針", Weight: 2},
		{Spelling: "施策の柱", Weight: 2},
		{Spelling: "何をする事業か(概要)", Weight: 2},
		{Spelling: "何の為にやるのか(目的)", Weight: 2},
		{Spelling: "市の実質負担額(=総事業費-特定財源)", Weight: 2},
		{Spelling: "業務分析(量と質)", Weight: 2},
		{Spelling: "定型・非定型業務", Weight: 1},
		{Spelling: "指標数値のめざす方向", Weight: 2},
		{Spelling: "目標進捗", Weight: 2},
		{Spelling: "指標値の算定・把握方法", Weight: 2},
		{Spelling: "事業の評価・改善/実績報告", Weight: 2},
	},
}

func init() { Form.Lexicon, Form.Read = lexicon, read }

// read cuts the tokens into sheets and reads each.
func read(g *grid.Grid) []*sheet.Section {
	cells := sheet.WithoutTail(g, lexicon.Tokenize(g))
	defer sheet.Release(cells)
	tokens := arrangeLines(g, splitMissingLabels(lexicon.SplitFurtherLabels(readByColumns(g, dropRepeated(g, dropPageNumbers(g, cells))), holdsOneName)))
	return sheet.ReadSections(g, tokens, findSheets(tokens), sheet.Token.Begin, func(tokens []sheet.Token) *sheet.Builder {
		r := &reader{Builder: sheet.NewBuilder(g, Form)}
		r.Tokens = r.dropRunningHeads(tokens)
		defer sheet.Release(r.Tokens)
		r.readSheet()
		return r.Builder
	})
}

// holdsOneName reports whether the value of a label is one number, year or name that
// holds no other label.
func holdsOneName(label sheet.Label) bool {
	switch table[label-1].kind {
	case code, division, section, startYear, endYear:
		return true
	}
	return false
}

// findSheets returns the tokens at which sheets begin: at the head that the
// body follows, or at a head with another code. A head without a body behind
// it, with the code of the sheet that it stands in, is a running head.
func findSheets(tokens []sheet.Token) []int {
	starts := []int{0}
	current, bodySeen, positioned := "", false, false
	for i := 0; i < len(tokens); i++ {
		switch entryOf(tokens[i]).kind {
		case position:
			behind := behindPosition(tokens, i)
			if bodySeen && positioned && holdsLabel(tokens[i+1:behind]) {
				starts = append(starts, i)
			}
			bodySeen, positioned = true, true
			i = behind - 1
		case policy, narrative:
			bodySeen = true // a page may print no 総合計画の位置づけ
		case head, code:
			runs, last, next := readHeads(tokens, i)
			opensBody := bodyFollows(tokens, next, last)
			opensBody = opensBody || last == "" && namesTarget(tokens, starts[len(starts)-1], i) && opensTarget(tokens, next)
			if bodySeen && (opensBody || current != "" && last != "" && last != current) {
				starts = append(starts, beginsPage(tokens, runs))
				bodySeen, positioned = false, false
			}
			if last != "" {
				current = last
			}
			i = next - 1
		}
	}
	return starts
}

// opensTarget reports whether the first narrative from token i on is 対象, with which the
// body of a sheet begins: its head can't be read, but it is one.
func opensTarget(tokens []sheet.Token, i int) bool {
	for _, token := range tokens[i:] {
		switch e := entryOf(token); e.kind {
		case narrative:
			return e.text == model.TextPolicyTarget
		case head, code, indicatorBlock, indicatorName, progress:
			return false
		}
	}
	return false
}

// namesTarget reports whether 対象 stands among tokens.
func namesTarget(tokens []sheet.Token, from, to int) bool {
	return slices.ContainsFunc(tokens[from:to], func(token sheet.Token) bool { return entryOf(token).text == model.TextPolicyTarget })
}

// behindPosition passes over the part of a sheet that begins with token i, 総合計画の位置づけ, and
// returns the token behind its labels and values: a merged cell may repeat the first of them.
func behindPosition(tokens []sheet.Token, i int) int {
	for i++; i < len(tokens); i++ {
		switch entryOf(tokens[i]).kind {
		case none, position, policy, division, section, startYear, endYear:
		default:
			return i
		}
	}
	return i
}

// readHeads passes over the heads that stand one behind another from token i
// on. It returns the first token of those that share the last one's code, that
// code, and the token behind.
func readHeads(tokens []sheet.Token, i int) (first int, last string, next int) {
	first = i
	for i < len(tokens) {
		begin, identity := i, ""
		if entryOf(tokens[i]).kind == head {
			i++
		}
		for i < len(tokens) && (entryOf(tokens[i]).kind == code || entryOf(tokens[i]).kind == name) {
			isCode := entryOf(tokens[i]).kind == code
			i++
			if i < len(tokens) && tokens[i].Label == sheet.NoLabel {
				if isCode {
					identity = ja.Key(sheet.Code(tokens[i].Text))
				}
				i++
			}
		}
		if i == begin {
			break
		}
		if identity != "" && last != "" && identity != last {
			first = begin
		}
		if identity != "" {
			last = identity
		}
	}
	return first, last, i
}

// dropRunningHeads takes the heads that pages repeat out of a sheet's tokens,
// and page numbers before them: what they part is read as if it stood together.
// Where nothing ends a row, the pages become one row.
func (r *reader) dropRunningHeads(tokens []sheet.Token) []sheet.Token {
	kept := sheet.NewTokens(len(tokens))
	_, own, next := readHeads(tokens, 0)
	kept = append(kept, tokens[:next]...)
	pageBreak := false
	heads := findHeadLines(r.Grid, tokens)
	var row, shift int32 // of the tokens behind a break
	if len(tokens) > 0 {
		row = tokens[0].Row
	}
	for i := next; i < len(tokens); i++ {
		token := &tokens[i]
		if k := token.Label; k != sheet.NoLabel && (table[k-1].kind == head || table[k-1].kind == code) {
			_, last, end := readHeads(tokens, i)
			if (last == own || last == "") && !bodyFollows(tokens, end, last) {
				r.skipHead(tokens[i:end], tokens[:next])
				pageBreak = true
				if end < len(tokens) && tokens[end].Row == token.Row {
					shift += tokens[end].Index - token.Index
				}
				i = end - 1
				continue
			}
		}
		if token.Label == sheet.NoLabel && isPageNumber(tokens, i) || len(heads) > 0 && heads.repeats(tokens, i) {
			r.Skip(token.Cell)
			pageBreak = true
			continue
		}
		kept = append(kept, *token)
		added := &kept[len(kept)-1]
		if r.Grid.Layout == grid.PipeCells {
			if token.Row != row && len(kept) > 1 {
				row, shift, pageBreak = token.Row, token.Index-kept[len(kept)-2].Index-1, true
			}
			added.Index -= shift
			added.Row = tokens[0].Row
		}
		added.PageBreak = pageBreak
		pageBreak = false
	}
	return kept
}

// bodyFollows reports whether the body of a sheet begins at token i: with 総合計画の位置づけ, or
// where a page does not print that, with まちづくり方針 behind a head with its code.
func bodyFollows(tokens []sheet.Token, i int, code string) bool {
	if i >= len(tokens) {
		return false
	}
	return entryOf(tokens[i]).kind == position || code != "" && tokens[i].Label == firstPolicy
}

// firstPolicy is the label of the policies' upper level.
var firstPolicy = func() sheet.Label {
	label, _ := lexicon.Labels.Find("まちづくり方針")
	return label
}()

// skipHead takes a running head as decoration, but for what the sheet's own head
// does not say.
func (r *reader) skipHead(tokens, own []sheet.Token) {
	for _, token := range tokens {
		switch {
		case token.Label != sheet.NoLabel:
			r.Label(token.Cell)
		case slices.ContainsFunc(own, func(known sheet.Token) bool { return sameWords(token, known) }):
			r.Skip(token.Cell)
		}
	}
}

func sameWords(a, b sheet.Token) bool {
	return ja.Key(ja.StripMarkup(a.Text)) == ja.Key(ja.StripMarkup(b.Text))
}

// isPageNumber reports whether the token is a page number: one that a running
// head follows, or the last of its page.
func isPageNumber(tokens []sheet.Token, i int) bool {
	if tokens[i].Label != sheet.NoLabel || !sheet.IsMarkedPageNumber(tokens[i].Text) {
		return false
	}
	if i+1 == len(tokens) {
		return true
	}
	if k := entryOf(tokens[i+1]).kind; k == head || k == code {
		return true
	}
	return tokens[i+1].Row != tokens[i].Row && (i == 0 || tokens[i-1].Row != tokens[i].Row || tokens[i+1].Index == 0)
}
