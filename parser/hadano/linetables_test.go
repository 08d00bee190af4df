package hadano

import (
	"slices"
	"strings"
	"testing"
)

// linesHead is what stands above the table of an initiative, and the rows that it begins with.
const linesHead = `はだの行政サービス改革基本方針実行計画 進行管理シート

項目        2-4 公共施設の活用        改革の柱   2 しくみを変える改革

取組内容                                令和3年度       令和4年度       令和5年度       令和6年度       令和7年度
項目名      2-4-1. 部屋の開放   取組目標      空きを調べる。     2校で始める。     3校に広げる。     5校に広げる。     全校で行う。
`

// Cells of several lines are read where their labels stand beside the middle of the lines
// or beside the first.
func TestCellsOfSeveralLines(t *testing.T) {
	for name, lines := range map[string]string{
		"middle": `
                                  12校の空き部屋を
関係計画等    施設再編計画         実績        調べ、一覧にして学   2校で始め、延べ310
                                  校に配った。      人が使った。
効果額      目標             効果額  目標   千円          千円          千円          千円          千円
         実績                  実績   千円          千円          千円          千円          千円
説明       使用料            自己評価      A：計画どおり     A：計画どおり
                                  予定の校数を調べる
概要       使われない部屋を       評価理由      ことができたが、時   予定どおり始めた。
(目指すもの)   地域に開きます。                間がかかった。
`,
		"first": `
関係計画等    施設再編計画         実績        12校の空き部屋を   2校で始め、延べ310
                                  調べ、一覧にして学   人が使った。
                                  校に配った。
効果額      目標             効果額  目標   千円          千円          千円          千円          千円
         実績                  実績   千円          千円          千円          千円          千円
説明       使用料            自己評価      A：計画どおり     A：計画どおり
概要       使われない部屋を       評価理由      予定の校数を調べる   予定どおり始めた。
(目指すもの)   地域に開きます。                ことができたが、時
                                  間がかかった。
`,
	} {
		document := parseStrictly(t, linesHead+lines[1:])[0]
		facts := linesClosed(factsOf(&document.Items[len(document.Items)-1]))
		for _, want := range []string{
			"actual 2021 12校の空き部屋を調べ、一覧にして学校に配った。", "actual 2022 2校で始め、延べ310人が使った。",
			"self 2021 A 計画どおり 予定の校数を調べることができたが、時間がかかった。", "self 2022 A 計画どおり 予定どおり始めた。",
			"overview ? 使われない部屋を地域に開きます。", "related_plan ? 施設再編計画",
		} {
			if !slices.Contains(facts, strings.ReplaceAll(want, " ", "")) {
				t.Errorf("%s: the lines are read as\n%s\nwithout %s", name, strings.Join(facts, "\n"), want)
			}
		}
	}
}

// Where both may be, the lines are not joined.
func TestLinesOfDoubtfulCells(t *testing.T) {
	const lines = `取組主管課    財政課            取組内容(活動)  調べる。        始める。        広げる。        広げる。        行う。
                                  鍵を作る。       鍵を配る。
                                  紙を作る。       紙を配る。
関係計画等                   実績        調べた。        始めた。
`
	document := parseStrictly(t, linesHead+lines)[0]
	for _, fact := range factsOf(&document.Items[len(document.Items)-1]) {
		if strings.Contains(fact, "調べる。 鍵") || strings.Contains(fact, "紙を作る。 調べた。") {
			t.Errorf("%q is joined though the lines may belong to either row", fact)
		}
	}
}
