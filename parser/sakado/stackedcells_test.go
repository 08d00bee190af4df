package sakado

import (
	"strings"
	"testing"
)

// Indicators that stand below each other in the same cells are several where each column has
// as many values as there are names.
func TestStackedCells(t *testing.T) {
	for cells, want := range map[string]string{
		"件数の計<br>読者数|88件<br>12人|70件<br>20人|74件<br>14人":              "[件数の計 2018:88件 2024:70件 2021:74件] [読者数 2018:12人 2024:20人 2021:14人]",
		"件数の計<br/><br/>読者数|88件<br><br>-|現状以下<br>20人|74件<br />14人":   "[件数の計 2018:88件 2024:現状以下 2021:74件] [読者数 2024:20人 2021:14人]",
		"①件数の計<br>②計画の策定|①88件<br>②検討|①70件<br>②実施(30年度)|①74件<br>②実施": "[①件数の計 2018:88件 2024:70件 2021:74件] [②計画の策定 2018:検討 2018:実施(30年度) 2021:実施]",
		"件数の<br>合計|88件<br>(H30)|70件|74件":                            "[件数の合計 2018:88件/(H30) 2024:70件 2021:74件]",
		"件数の<br>合計|88件<br>累計90件|70件<br>累計80件|74件<br>累計99件":          "[件数の合計 2018:88件/累計90件 2024:70件/累計80件 2021:74件/累計99件]",
	} {
		text := markdown(strings.Replace(row("1", "財政課", "B"), "補助金の件数\t88件\t70件\t74件", strings.ReplaceAll(cells, "|", "\t"), 1))
		document := readText(t, titled+markdown(tableHead[strings.Index(tableHead, "基本方針"):])+text)
		if got := itemLine(&document.Items[0]); !strings.Contains(got, "next=9件を見直す。 "+want+" B") {
			t.Errorf("%s:\n got %s\nwant %s", cells, got, want)
		}
		if _, left := readValues(document); len(left) > 0 {
			t.Errorf("%s: unmapped %q", cells, left)
		}
	}
}

// The heads of the values may stand below 数値目標等 in its cell.
func TestHeadsInTheGroupsCell(t *testing.T) {
	const first, last = "|基本方針|No.|取組項目 (A)|関係課 (B)|取組の方針と内容 (C)|R3年度取組内容 (D)|", "|進捗状況 (F)|本部会意見 (G)|R4年度目標 (H)|\n"
	const item = "|(ア) 財政運営|1|補助金の適正化|財政課|終期を設定します。|14件を見直した。|件数の計 88件 70件 74件<br>読者数 12人 20人 14人|B|良い。|続ける。|\n"
	for group, want := range map[string]string{
		"数値目標等 (E)<br>項目／当初(H30末)／目標(R6末)／現状値(R3末)": "[件数の計 2018:88件 2024:70件 2021:74件] [読者数 2018:12人 2024:20人 2021:14人]",
		"数値目標等 (E)<br>項目／現状値(R3末)／目標(R6末)／当初(H30末)": "[件数の計 0:88件 0:70件 0:74件] [読者数 0:12人 0:20人 0:14人]",
	} {
		document := readText(t, titled+first+group+last+item)
		if got := itemLine(&document.Items[0]); !strings.Contains(got, want) {
			t.Errorf("%s:\n got %s\nwant %s", group, got, want)
		}
	}
}
