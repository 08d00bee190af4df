package sakado

import (
	"strings"
	"testing"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

func TestJoinUnits(t *testing.T) {
	for text, want := range map[string]string{
		"事業数 27 事業 30 事業":                 "事業数|27 事業|30 事業",
		"実施率 約 40 % 50 %":                 "実施率|約 40 %|50 %",
		"延べ参加者数 延べ 45人 延べ 100人 延べ 88人":    "延べ参加者数|延べ 45人|延べ 100人|延べ 88人",
		"訪問 月 2回 月 4回 月 3回":               "訪問|月 2回|月 4回|月 3回",
		"利用者数 1,000 ～ 1,200人 1,500人":      "利用者数|1,000 ～ 1,200人|1,500人",
		"供用開始 令和4年 4月 令和4年 10月":           "供用開始|令和4年 4月|令和4年 10月",
		"類似団体内の順位 21/34 団体 17/34 団体":      "類似団体内の順位|21/34 団体|17/34 団体",
		"補助金の件数 検討 70件 74件":               "補助金の件数|検討|70件|74件",
		"窓口の案内 実施 継続 継続":                  "窓口の案内|実施|継続|継続",
		"地域活動 団体数 10団体 12団体 登録者数 30人 40人": "地域活動|団体数|10団体|12団体|登録者数|30人|40人",
	} {
		cell := sheet.Token{Cell: grid.Cell{Text: text}}
		var got []string
		for _, word := range new(facts).joinUnits(cell, sheet.SplitWords(cell)) {
			got = append(got, word.Text)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %s, want %s", text, strings.Join(got, "|"), want)
		}
	}
}

func TestLabelsBesideValues(t *testing.T) {
	head := strings.Replace(tableHead, "第7次", "第8次", 1)
	item := "\t201\t公共施設の管理\t財政課\t適正化を図る。\t計画した。\t延床面積 2.0\t10㎡\t20㎡\t15㎡\t進捗状況 C\t遅れがある。\t見直す。\n"
	document := readText(t, head+strings.Replace(item, "\t201", "(1) 情報の公開\t101", 1)+"(2) 財政の運営\t\t\t\t\t\t\t\t\t\t\t\t\n"+item)
	for i, policy := range []string{"1 情報の公開", "2 財政の運営"} {
		own := document.Items[i]
		if got := own.Policy[0].Number + " " + own.Policy[0].Name; got != policy {
			t.Errorf("the policy of %s is %s, want %s", own.Number, got, policy)
		}
		if len(own.Indicators) != 1 || own.Indicators[0].Name != "延床面積 2.0" || own.Indicators[0].Values[0].Raw != "10㎡" {
			t.Errorf("the indicators of %s are %v", own.Number, own.Indicators)
		}
		if len(own.Evaluations) != 1 || own.Evaluations[0].Grade != "C" {
			t.Errorf("the evaluations of %s are %v", own.Number, own.Evaluations)
		}
	}
}
