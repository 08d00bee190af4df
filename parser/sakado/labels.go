package sakado

import (
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// column is one of the table's columns.
type column int

const (
	noColumn column = iota
	policyColumn
	numberColumn
	itemColumn
	departmentColumn
	overviewColumn
	activityColumn
	groupColumn // 数値目標等, over the next four
	nameColumn
	baselineColumn
	targetColumn
	actualColumn
	gradeColumn
	opinionColumn
	nextColumn
	columnCount
)

// spellings are the heads of the columns, without the years that stand in them.
var spellings = map[column][]string{
	policyColumn:     {"基本方針", "改革の柱", "基本目標", "重点項目", "柱"},
	numberColumn:     {"No.", "No", "番号", "№"},
	itemColumn:       {"取組項目(A)", "取組項目", "取組事項(A)", "取組事項", "取組名(A)", "取組名"},
	departmentColumn: {"関係課(B)", "関係課等(B)", "担当課(B)", "担当課", "所管課(B)", "所管課", "主管課(B)", "主管課", "担当部署(B)", "担当部署"},
	overviewColumn:   {"取組の方針と内容(C)", "取組の方針と内容", "取組方針と内容(C)", "取組方針と内容", "取組の概要(C)", "取組の概要"},
	activityColumn: {
		"取組内容(D)", "取組内容", "活動実績(D)", "活動実績", "実績報告(D)", "実績報告",
		"取組実績(D)", "取組実績", "取組状況(D)", "取組状況", "取組結果(D)", "取組結果", "実施内容(D)", "実施内容",
	},
	groupColumn:    {"数値目標等(E)", "数値目標等", "数値目標(E)"},
	nameColumn:     {"項目", "項目名", "指標", "指標名"},
	baselineColumn: {"当初", "当初値", "基準値", "基準", "計画当初", "計画策定時", "策定時"},
	targetColumn:   {"目標", "目標値", "最終目標", "最終目標値", "計画目標", "到達目標"},
	actualColumn:   {"現状値", "現状", "実績値", "実績", "現況値", "現況"},
	gradeColumn:    {"進捗状況(F)", "進捗状況"},
	opinionColumn:  {"本部会意見(G)", "本部会意見", "本部意見(G)", "本部意見", "推進本部意見(G)", "推進本部意見", "行革本部意見(G)", "行革本部意見"},
	nextColumn:     {"目標(H)", "次年度目標(H)", "次年度目標", "翌年度目標(H)", "翌年度目標", "取組目標(H)", "取組目標", "次年度取組目標(H)", "次年度取組目標", "取組(H)", "取組予定(H)", "取組予定"},
}

var heads, lexicon = newHeads()

// newHeads makes the table of heads, and the lexicon of those that the
// tokenizer looks for. 関係課 alone is a department, too, and no head.
func newHeads() (*ja.Labels[column], *sheet.Lexicon) {
	var labels []ja.Label[column]
	var tokens []ja.Label[sheet.Label]
	for c := policyColumn; c < columnCount; c++ {
		for _, spelling := range spellings[c] {
			labels = append(labels, ja.Label[column]{Spelling: spelling, Value: c})
		}
	}
	tokens = append(tokens, ja.Label[sheet.Label]{Spelling: "基本方針", Value: sheet.Label(policyColumn)})
	always := func(sheet.Label) bool { return true }
	return ja.NewLabels(labels...), &sheet.Lexicon{
		Labels: ja.NewLabels(tokens...), Heading: always, Short: always, Repeated: always,
	}
}

// headSigns are the characters one of which is in any head, or an entity that may be one.
var headSigns = beginsOf("&nＮｎ", policyColumn, numberColumn, itemColumn, departmentColumn, overviewColumn, activityColumn, groupColumn,
	nameColumn, baselineColumn, targetColumn, actualColumn, gradeColumn, opinionColumn, nextColumn)

// mayBeHead reports whether a text may be the head of a column: it begins with one, or with
// a year, and most others begin with another ideograph.
func mayBeHead(text string) bool {
	if len(text) > maxHeadBytes {
		return false
	}
	if ja.BeginsWithIdeograph(text) {
		if first, _ := utf8.DecodeRuneInString(text); headSigns.Has(first) || !ja.AnyCalendar.MayBeginYear(text) {
			return headSigns.Has(first)
		}
	}
	return headSigns.In(text)
}

// maxHeadBytes is how long the head of a column may be.
const maxHeadBytes = 120

// readHead reads the head of a column and the year printed in it, also as a date
// of that year (現状値 (R3.12末)). A year before 目標 makes it next year's, 目標
// with a year in brackets is the plan's.
func readHead(text string, calendar *ja.Calendar) (c column, fy int) {
	if len(text) > maxHeadBytes {
		return noColumn, 0
	}
	text = ja.TrimNoteMark(ja.StripMarkup(text))
	var year, start, end int
	var found bool
	begins := calendar.MayBeginYear(sheet.TrimQuotes(text))
	if begins {
		year, start, end, found = calendar.FindFiscalYear(text)
	}
	if found && sheet.TrimQuotes(text[:start]) == "" {
		rest := strings.TrimLeft(strings.TrimPrefix(ja.TrimSpace(text[end:]), "の"), " ")
		c, _ = heads.Find(rest)
		if c == targetColumn {
			c = nextColumn
		}
		return c, year
	}
	c, known := heads.Find(text)
	if !known {
		return readOpenHead(text, calendar)
	}
	if !begins {
		year, _, _, found = calendar.FindFiscalYear(text)
	}
	if !found {
		if date, _, _, dated := ja.FindDate(text); dated {
			year = date.FiscalYear()
		}
	}
	return c, year
}

// readOpenHead reads a head whose year has lost its brackets: 当初 H27末.
func readOpenHead(text string, calendar *ja.Calendar) (c column, fy int) {
	c, rest, known := heads.FindBefore(text)
	if !known || rest >= len(text) {
		return noColumn, 0
	}
	if year, ok := calendar.ParseFiscalYear(text[rest:]); ok {
		return c, year
	}
	if date, ok := ja.ParseDate(text[rest:]); ok {
		return c, date.FiscalYear()
	}
	return noColumn, 0
}
