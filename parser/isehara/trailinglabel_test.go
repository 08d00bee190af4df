package isehara

import (
	"testing"

	"sheetconv/model"
)

// TestTrailingWords holds texts that end in the words of a label behind a line wrap, in a
// sheet whose running head stands on two pages: the label of the next cells is another.
func TestTrailingWords(t *testing.T) {
	const head = "事業名→清掃事業→事業番号→1-1\n"
	for _, plan := range []string{"清掃基本 計画", "清掃基本 計画(第3次)", "清掃の基本 目標", "清掃の 計 画"} {
		document := readRows(t, "計画(Plan)→→\n関連個別計画→"+plan+"→→計画期間→令和2年度～→\n目標→【指標名】→【現状値】→年度→→\n→→→令和3年度→→\n→柵の延長→12ｍ→16ｍ→→\n\n"+
			head+"実施した取組の内容→掃きました。→→\n")
		texts := document.Items[0].Texts
		if len(texts) == 0 || texts[0].Key != model.TextRelatedPlan || texts[0].Text != plan {
			t.Errorf("%s: texts are %+v", plan, texts)
		}
	}
}

// TestCutAmounts holds amounts that a line wrap has cut behind the separator.
func TestCutAmounts(t *testing.T) {
	document := readRows(t, "→年度→→令和3年度 実績→→→→\n内訳→事業費合計(a)→→152, 300→千円→152,300→千円\n→地方債→→1, 23→千円→→\n")
	costs := document.Items[0].Costs
	if len(costs) != 1 || costs[0].Raw != "152, 300 千円" || costs[0].Yen.String() != "152300000" {
		t.Errorf("costs are %+v", costs)
	}
}
