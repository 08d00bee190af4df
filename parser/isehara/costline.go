package isehara

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// grantLine is the entry of the lines that name the state's and the prefecture's
// grants apart.
var grantLine = entry{kind: cost, line: model.CostNationalPrefectural}

// readGrantLine reads a line of 国庫支出金 or 県支出金. These are words as well that
// 国県支出金の内容 begins with: they are labels only before an amount.
func (r *reader) readGrantLine(token sheet.Token) bool {
	if !strings.Contains(token.Text, "支出金") || len(r.money.heads) == 0 || r.Next >= len(r.Tokens) {
		return false
	}
	next := r.Tokens[r.Next]
	if next.Row != token.Row || next.Label != sheet.NoLabel || !r.isFigure(next.Text) {
		return false
	}
	switch strings.TrimRight(ja.Key(ja.StripMarkup(token.Text)), "①②③12") {
	case "国庫支出金", "国支出金", "県支出金":
		r.leaveText()
		r.readMoney(token, r.Label(token.Cell), &grantLine)
		return true
	}
	return false
}

// lineDigits are the circled digits behind the labels of lines.
var lineDigits = map[model.CostLine]string{
	model.CostNationalPrefectural: "①", model.CostBonds: "②", model.CostOtherSpecific: "③", model.CostGeneral: "(a)-①-②-③",
}

// takeLostDigits takes what extraction has made of the circled digits behind the label
// of a line, in its cell: 国県支出金 1, 一般財源 (a)-@-A-B. It returns the label whole.
func (r *reader) takeLostDigits(token sheet.Token, e *entry) (label string, ok bool) {
	if e.kind != cost || r.Next+1 >= len(r.Tokens) || lineDigits[e.line] == "" {
		return "", false
	}
	expected, tail := lineDigits[e.line], r.Tokens[r.Next]
	found := ja.Fold(tail.Text)
	if !tail.Joined || tail.Label != sheet.NoLabel || tail.Row != token.Row || tail.Index != token.Index || len(found) > len(expected) || r.Tokens[r.Next+1].Row != token.Row {
		return "", false
	}
	if strings.Trim(strings.TrimPrefix(found, "(a)"), "-1234@ABCD?()") != "" || strings.HasPrefix(expected, "(a)") != strings.HasPrefix(found, "(a)") ||
		expected[0] != '(' && len(found) != 1 {
		return "", false
	}
	r.Next++
	r.Label(tail.Cell)
	r.Report(model.CodeMisreadLabel, token.At, token.Text+" "+tail.Text, found, expected, found)
	return ja.StripMarkup(r.Grid.Text[token.Offset : int(tail.Offset)+len(tail.Text)]), true
}
