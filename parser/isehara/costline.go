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
	if next.Row != token.Row || next.Label != sheet.NoLabel || !sheet.IsFigure(next.Text) {
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
