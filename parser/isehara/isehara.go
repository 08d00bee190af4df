// Package isehara reads the 事務事業評価シート of 伊勢原市 (form isehara-program):
// one program a sheet, in the order Plan, Do, Check, Action, with check boxes,
// tables of tasks and indicators by year, costs and four criteria.
//
// In go the cells of a grid; out comes a document for each sheet. Fields are
// found by their labels wherever they stand; the rows of tables by the number
// of their values, and by columns only where the row shows them. It knows the
// labels of this form only, no other form and no output format.
package isehara

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// Form describes the form for the parser's table.
var Form = &sheet.Form{
	ID:           "isehara-program",
	Kind:         model.ProgramEvaluation,
	Title:        "伊勢原市 事務事業評価シート",
	Summary:      "Program evaluation of Isehara: tasks, indicators, costs, staffing, four graded criteria",
	Municipality: model.Municipality{Name: "伊勢原市", Prefecture: "神奈川県", Code: "142140"},
	Anchors: []sheet.Anchor{
		{Spelling: "事務事業評価シート", Weight: 2, Within: true},
		{Spelling: "事業番号", Weight: 2},
		{Spelling: "事務事業担当", Weight: 2},
		{Spelling: "課等の長", Weight: 1},
		{Spelling: "総合計画体系", Weight: 2},
		{Spelling: "施策展開の方向", Weight: 2},
		{Spelling: "事務区分〔選択〕", Weight: 2},
		{Spelling: "法令上の位置づけ", Weight: 2},
		{Spelling: "実施の背景(事業を取りまく環境・市民ニーズ)", Weight: 2},
		{Spelling: "事業行程", Weight: 2},
		{Spelling: "実施方法〔選択・記入〕", Weight: 2},
		{Spelling: "目標の達成状況", Weight: 2},
		{Spelling: "単位当たりコスト", Weight: 2},
		{Spelling: "実施水準[選択・記入]", Weight: 2},
		{Spelling: "所管部長による総評", Weight: 2},
	},
}

func init() { Form.Lexicon, Form.Read = lexicon, read }

// read cuts the tokens into sheets and reads each.
func read(g *grid.Grid) []*sheet.Section {
	cells := lexicon.Tokenize(g)
	defer sheet.Release(cells)
	known := usedFacts.Get().(*facts)
	known.calendar = ja.NewCalendar(g.Text)
	if len(g.Text) <= sheet.MaxKept {
		defer usedFacts.Put(known)
	}
	cells = sheet.WithoutDecoration(g, sheet.WithoutTail(g, cells), isTitle)
	cells, cut := known.joinCutCells(g, joinNumberedText(g, cells))
	told := &columnLines{g: g, facts: known}
	if g.Layout == grid.Blanks {
		cells = told.arrange(cells)
	} else {
		cells = undotHeads(g, withoutListMarks(g, cells), known.calendar)
	}
	tokens := lexicon.SplitFurtherLabels(cells, isNumberLabel)
	tokens = pairLabelsAbove(g, tokens)
	all := appendSigns(make([]signs, 0, len(tokens)), tokens)
	for _, split := range [...]func([]sheet.Token, []signs) []sheet.Token{splitEvaluations, splitTrailingLabels, splitOptions, known.splitCostRows} {
		if parted := split(tokens, all); len(parted) > len(tokens) {
			tokens, all = parted, appendSigns(all[:0], parted)
		}
	}
	return sheet.ReadSections(g, tokens, findSheets(tokens, all), sheet.Token.Begin, func(tokens []sheet.Token) *sheet.Builder {
		r := &reader{Builder: sheet.NewBuilder(g, Form), Stream: sheet.Stream{Tokens: tokens}, facts: known, signs: all[:len(tokens)], columnLines: told}
		all = all[len(tokens):]
		r.takeRoom()
		r.reportCut(cut)
		r.readSheet()
		r.leaveRoom()
		return r.Builder
	})
}

// isNumberLabel reports whether the value of a label is a number, which holds no
// other label.
func isNumberLabel(label sheet.Label) bool { return table[label-1].kind == programNumber }

// maxTitleRunes is how long a title line may be.
const maxTitleRunes = 60

// titleKey is what every title ends with, but for a year or another remark in
// brackets.
var titleKey = ja.Key("事務事業評価シート")

// isTitle reports whether a text is the title of a sheet, whole.
func isTitle(text string) bool {
	if len(text) < len(titleKey) || ja.LongerThan(text, maxTitleRunes) {
		return false
	}
	_, rest, found := strings.Cut(ja.Key(ja.StripMarkup(text)), titleKey)
	if !found || rest == "" || rest[0] == '(' {
		return found
	}
	_, yearAt, _, isYear := ja.FindFiscalYear(rest)
	return isYear && yearAt == 0
}

// findSheets returns the tokens at which sheets begin, and takes the sign of a title from
// what is none. A sheet begins with its
// title where the head (name, number and department) and the body follow it, or
// with the head alone. A head with another number begins a sheet, too; a title or
// head that is repeated on a later page begins none.
func findSheets(tokens []sheet.Token, all []signs) []int {
	starts := []int{0}
	headAt, title := -1, -1
	number, bodySeen := "", false
	for i := range tokens {
		label := tokens[i].Label
		if label == sheet.NoLabel {
			if all[i]&titleSign == 0 {
				continue
			}
			if isTitle(tokens[i].Text) {
				title = i
			} else {
				all[i] &^= titleSign
			}
			continue
		}
		switch k := table[label-1].kind; {
		case k == programName || k == programNumber:
			if headAt < 0 {
				headAt = i
			}
			if k == programNumber {
				next := valueKey(tokens, i)
				if number != "" && next != "" && next != number && bodySeen {
					starts = append(starts, sheetStart(tokens, headAt, title))
					bodySeen = false
				}
				number = next
			}
		case k == policyRoot:
			if bodySeen && headAt >= 0 {
				starts = append(starts, sheetStart(tokens, headAt, title))
			}
			bodySeen = true
			headAt, title = -1, -1
		case k != heading && k != pageHeading && !isHeadKind(k):
			headAt = -1
		}
	}
	return starts
}

// sheetStart returns the token at which the sheet of a head begins: its title,
// if nothing but headings stands between.
func sheetStart(tokens []sheet.Token, headAt, title int) int {
	if title >= 0 && title < headAt && onlyHeadings(tokens[title+1:headAt]) {
		return title
	}
	return headAt
}

// valueKey returns the key of the value behind a label, empty if it has none.
func valueKey(tokens []sheet.Token, label int) string {
	if label+1 < len(tokens) && tokens[label+1].Label == sheet.NoLabel {
		return ja.Key(ja.StripMarkup(tokens[label+1].Text))
	}
	return ""
}

// isHeadKind reports whether a label belongs to the head of a sheet.
func isHeadKind(k kind) bool { return k >= programName && k <= sectionHeadColumn }

func onlyHeadings(tokens []sheet.Token) bool {
	for _, token := range tokens {
		if k := kindOf(token); k != heading && k != pageHeading && !sheet.IsPageNumber(token.Text) {
			return false
		}
	}
	return true
}
