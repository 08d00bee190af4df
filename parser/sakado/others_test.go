package sakado

import (
	"strings"
	"testing"

	"sheetconv/model"
)

// A row that has lost its begin, its number or its line is not read into the item above,
// whose grade stays.
func TestRowsOfOtherItems(t *testing.T) {
	const texts = "\t紙面を見直します。\t紙面を改めた。\t読者数\t1,200人\t2,000人\t1,480人\tC\t伸びている。\t続ける。"
	const first = "1 補助金の適正化 (財政課) overview=終期を設定します。 activity=14件を見直した。 assessment=計画どおりである。 next=9件を見直す。 [補助金の件数 2018:88件 2024:70件 2021:74件] B"
	const begin = "overview=紙面を見直します。 activity=紙面を改めた。 assessment=伸びている。 next=続ける。 [読者数 2018:1,200人 2024:2,000人 2021:1,480人] C"
	for line, want := range map[string]string{
		"関係各課" + texts: "",
		"1 開かれた市役所\t\t広報の充実\t広報課" + texts: "広報の充実 (広報課) " + begin,
		"3 開かれた市役所\t\t広報の充実\t広報課" + texts: "広報の充実 (広報課) " + begin,
		"出典：財政課調べ":                        "",
		"空き家率  12‰  10‰":                  "",
		"(単位：件)":                          "",
		",,,,,,待ち時間,30分,10分,,,":           "",
	} {
		document := readText(t, tableHead+row("1", "財政課", "B")+line+"\n"+row("9", "財政課", "A"))
		if got := itemLine(&document.Items[0]); got != first {
			t.Errorf("%q: first item %s", line, got)
		}
		got := ""
		if len(document.Items) == 3 {
			got = strings.TrimPrefix(itemLine(&document.Items[1]), document.Items[1].ID+" ")
		}
		if got != want || len(document.Unmapped) == 0 {
			t.Errorf("%q:\n got %s, unmapped %v\nwant %s", line, got, document.Unmapped, want)
		}
	}
}

// A filled grade is not replaced by another one of its item.
func TestGradesStay(t *testing.T) {
	document := readText(t, tableHead+row("1", "財政課", "B")+row("1", "財政課", "C"))
	if grade := document.Items[0].Evaluations[0].Grade; len(document.Items) != 1 || grade != "B" || len(document.Unmapped) != 1 {
		t.Errorf("%d items, grade %s, unmapped %v", len(document.Items), grade, document.Unmapped)
	}
}

// A page number above an indicator is no part of its name.
func TestPageNumbersAboveIndicators(t *testing.T) {
	document := readText(t, tableHead+row("1", "財政課", "B")+"- 3 -\n公金の電子納付\t検討\t実施\t実施\t\t\t\t\t\t\t\t\t\n"+row("9", "財政課", "A"))
	if own := document.Items[0].Indicators; len(own) != 2 || own[1].Name != "公金の電子納付" {
		t.Errorf("indicators %+v", own)
	}
}

// Heads of the second row that have run together with a year without brackets, to the left or
// to the right, and heads that a line end has cut.
func TestJoinedSecondHeads(t *testing.T) {
	const first = "基本方針\tNo.\t取組項目 (A)\t関係課 (B)\t取組の方針と内容 (C)\tR3年度取組内容 (D)\t数値目標等 (E)\t\t\t\t\t進捗状況 (F)\t本部会意見 (G)\tR4年度目標 (H)\n"
	const item = "(ア) 窓口\t1\t窓口の改善\t市民課\t改めます。\t改めた。\t件数\t4件\t9件\t11件\t15件\tA\t良い。\t続ける。\n"
	for _, second := range []string{"項目 当初 H30末\t\tR2末\tR3末\t目標 R6末", "項目\t当初 H30末\tR2末\t\tR3末 目標 R6末", "項目\t\t当初 H30末 R2末\tR3末\t目標 R6末", "項目\t当初 H30末\tR2末\tR3末\t目標 R6末"} {
		document := readText(t, strings.SplitAfter(tableHead, "\n")[0]+first+"\t\t\t\t\t\t"+second+"\t\t\t\n"+item)
		const want = "1 件数 2018 baseline 4件, 1 件数 2020 actual 9件, 1 件数 2021 actual 11件, 1 件数 2024 target 15件"
		if values, left := readValues(document); strings.Join(values, ", ") != want || len(left) > 0 {
			t.Errorf("%q: values %q, unmapped %q", second, values, left)
		}
	}
	cut := strings.Replace(tableHead, "(C)\tR3", "(C)\t\nR3", 1)
	document := readText(t, cut+row("1", "財政課", "B")+"2\t広報の充実\t広報課\t見直します。\t改めた。\t読者数\t12人\t20人\n14人\tA\t良い。\t続ける。\t\n")
	if len(document.Items) != 2 {
		t.Errorf("items %+v", document.Items)
	}
}

// A name that ends in an amount with fewer values behind it than columns holds the first one.
func TestAmountsInNames(t *testing.T) {
	head := strings.NewReplacer("(E)\t\t\t\t", "(E)\t\t\t\t\t", "(R3末)\t", "(R3末)\t達成率(%)\t").Replace(tableHead)
	document := readText(t, head+strings.Replace(row("1", "財政課", "B"), "74件", "74件\t90", 1)+"\t\t\t\t\t\t滞納繰越額△1,200千円\t△900千円\t△1,050千円\t－\t\t\t\t\n")
	if own := document.Items[0].Indicators; len(own) != 2 || len(own[1].Values) > 0 || len(document.Unmapped) != 3 {
		t.Errorf("indicators %+v, unmapped %v", own, document.Unmapped)
	}
	if document.Diagnostics[len(document.Diagnostics)-1].Code != model.CodeColumnUnknown {
		t.Errorf("diagnostics %v", document.Diagnostics)
	}
}

// The head of a second page may stand in other columns of the grid: what stands under 取組項目
// there is the name.
func TestHeadsOnOtherColumns(t *testing.T) {
	head := strings.SplitAfterN(tableHead, "\n", 4)
	wide := func(line string) string {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		return cells[0] + "\t\t" + cells[1] + "\t\t\t" + cells[2] + "\t" + strings.Join(cells[3:], "\t\t") + "\n"
	}
	second := wide(strings.SplitAfter(head[3], "\n")[0]) + wide(strings.SplitAfter(head[3], "\n")[1])
	document := readText(t, tableHead+row("1", "財政課", "B")+second+wide(row("9", "財政課", "B")))
	if len(document.Items) != 2 || len(document.Unmapped) > 0 {
		t.Fatalf("items %+v, unmapped %v", document.Items, document.Unmapped)
	}
	first, last := itemLine(&document.Items[0]), itemLine(&document.Items[1])
	if strings.TrimPrefix(first, "1 ") != strings.TrimPrefix(last, "9 ") {
		t.Errorf("got %s\nwant %s", last, first)
	}
}

// A title may be broken behind the bracket before its years.
func TestTitlesBrokenBehindABracket(t *testing.T) {
	document := readText(t, strings.Replace(tableHead, "（令和2年度", "（\n令和2年度", 1)+row("1", "財政課", "B"))
	if plan := document.Plan; plan == nil || plan.Name != "第7次行政改革アクションプラン" || plan.StartFY != 2020 || plan.EndFY != 2024 || len(document.Unmapped) > 0 {
		t.Errorf("plan %+v, unmapped %v", plan, document.Unmapped)
	}
}

// The only text behind blank cells in a row that is shorter than the head is none for sure.
func TestLoneTextsOfShortRows(t *testing.T) {
	document := readText(t, tableHead+row("1", "財政課", "B")+"\t2\t広報の充実\t広報課\t紙面を見直します。\t\t\t\t\t\t\t続ける。\n"+row("9", "財政課", "A"))
	_, left := readValues(document)
	if texts := document.Items[1].Texts; len(texts) != 1 || strings.Join(left, ", ") != "続ける。" {
		t.Errorf("texts %+v, unmapped %q", texts, left)
	}
}
