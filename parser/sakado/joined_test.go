package sakado

import (
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
)

// Texts and indicators are parted where cells have run together or moved, and are left
// together where nothing shows it.
func TestJoinedTexts(t *testing.T) {
	const usual = "補助金の見直し件数 2018 baseline 5件, 補助金の見直し件数 2024 target 9件, 補助金の見直し件数 2021 actual 7件"
	const texts = "終期を設定します。|14件を見直した。|計画どおりである。|9件を見直す。"
	for cells, want := range map[string]string{
		"財政課\t終期を設定します。\t14件を見直した。\t補助金の見直し件数\t5件\t9件\t7件\tB":                        texts + ": " + usual,
		"財政課\t終期を設定します。 14件を見直した。\t補助金の見直し件数 5件 9件 7件\tB":                            texts + ": " + usual,
		"財政課\t終期を設定します。\t14件を見直した。 補助金の見直し件数 5件 9件 7件\tB":                            texts + ": " + usual,
		"財政課\t終期を設定します。\t14件を見直した。 補助金の見直し件数\t5件\t9件\t7件\tB":                         texts + ": " + usual,
		"財政課\t終期を設定します。\t\t14件を見直した。\t補助金の見直し件数 5件 9件 7件\t\t\t\tB":                   texts + ": " + usual,
		"財政課 終期を設定します。\t14件を見直した。\t補助金の見直し件数\t5件\t9件\t7件\tB":                         texts + ": " + usual,
		"財政課\n終期を設定します。\t14件を見直した。\t補助金の見直し件数\t5件\t9件\t7件\tB":                        texts + ": " + usual,
		"財政課\t終期を設定します。 例外は認めます。 14件を見直した。\t補助金の見直し件数 5件 9件 7件\tB":                   "終期を設定します。 例外は認めます。 14件を見直した。|計画どおりである。|9件を見直す。: " + usual,
		"財政課\t終期を設定します。\t14件を見直した。\t補助金の見直し件数 約5件\t9件\t7件\tB":                        texts + ": " + strings.Replace(usual, "5件", "約5件", 1),
		"財政課\t終期を設定します。\t14件を見直した。\t補助金の見直し件数△5件\t9件\t7件\tB":                         texts + ": " + strings.Replace(usual, "5件", "△5件", 1),
		"財政課\t終期を設定します。\t\t" + worksList + "\t補助金の見直し件数\t5件\t9件\t7件\tB":              "終期を設定します。|" + worksList + "|計画どおりである。|9件を見直す。: " + usual,
		"財政課\t終期を設定します。\t" + shortList + " 補助金の見直し件数\t5件\t9件\t7件\tB":                 "終期を設定します。|" + shortList + "|計画どおりである。|9件を見直す。: " + usual,
		"財政課\t終期を設定します。\t交付先の団体と協議を行った 補助金の見直し件数\t5件\t9件\t7件\tB":                     "終期を設定します。|交付先の団体と協議を行った|計画どおりである。|9件を見直す。: " + usual,
		"財政課\t終期を設定します。\t応募の件数 10件 20件 30件\t補助金の見直し件数\t5件\t9件\t7件\tB":                "終期を設定します。|応募の件数 10件 20件 30件|計画どおりである。|9件を見直す。: " + usual,
		"財政課\t終期を設定します。\t14件を見直した。\t補助金の見直し件数\t5件\t9件\t7件 交付先の数\t1団体\t2団体\t3団体\t\tB": texts + ": " + usual + ", 交付先の数 2018 baseline 1団体, 交付先の数 2024 target 2団体, 交付先の数 2021 actual 3団体",
	} {
		document := readText(t, tableHead+"(ア) 財政運営\t1\t補助金の適正化\t"+cells+"\t計画どおりである。\t9件を見直す。\n")
		values, left := readValues(document)
		for i := range values {
			values[i] = strings.TrimPrefix(values[i], "1 ")
		}
		var own []string
		for _, text := range document.Items[0].Texts {
			own = append(own, text.Text)
		}
		got := strings.Join(own, "|") + ": " + strings.Join(values, ", ")
		if got != want || len(left) > 0 || len(document.Items[0].Departments) != 1 || document.Items[0].Departments[0].Section != "財政課" {
			t.Errorf("%q:\n got %s, unmapped %q, sections %v\nwant %s", cells, got, left, document.Items[0].Departments, want)
		}
	}
}

// shortList is a list of works that is no longer than a name.
const shortList = "1 要綱の改正 6本 2 交付先の調査 12件"

// worksList is a text that is a list of works with their figures.
const worksList = "1 交付先の調査 12件 2 終期の設定 8件 3 要綱の改正 6本 見直し額 1,204,000円 4 団体との協議 延べ15回 5 財政課による査定 34件 6 公表資料の作成 2種類 7 説明会 3回"

// A figure at the start of a cell under a value that the indicator above lacks is no name.
func TestFigureBeforeName(t *testing.T) {
	document := readText(t, tableHead+row("1", "財政課", "B")+"\t\t\t\t\t\t補助金の総額\t40,100千円\t縮小\t38,204千円交付先の数\t10団体\t8団体\t9団体\t\t\t\n")
	values, left := readValues(document)
	if len(values) != 5 || len(document.Items[0].Indicators) != 2 || len(left) != 4 {
		t.Errorf("got %q, unmapped %q", values, left)
	}
}

// Lines of words below the table are no indicators.
func TestLinesBelowTheTable(t *testing.T) {
	document := readText(t, tableHead+row("1", "財政課", "B")+"事務局 行政改革推進室\n")
	if _, left := readValues(document); len(document.Items[0].Indicators) != 1 || len(left) != 1 {
		t.Errorf("%d indicators, unmapped %q", len(document.Items[0].Indicators), left)
	}
}

// A row that a line end has parted between two of its cells is one, also where blank cells
// stand before the rest; the widths and the grammar of both parts tell.
func TestRowsBrokenBetweenCells(t *testing.T) {
	const begin = "(ア) 財政運営\t1\t補助金の適正化\t財政課\t終期を設定します。\t14件を見直した。\t補助金の見直し件数\t5件\t9件\t7件\tB\t計画どおりである。\t9件を見直す。"
	const more = "\t\t\t\t\t\t交付先の数\t1団体\t2団体\t3団体\t\t\t"
	want := strings.Join([]string{
		"1 補助金の見直し件数 2018 baseline 5件", "1 補助金の見直し件数 2024 target 9件", "1 補助金の見直し件数 2021 actual 7件",
		"1 交付先の数 2018 baseline 1団体", "1 交付先の数 2024 target 2団体", "1 交付先の数 2021 actual 3団体",
	}, ", ")
	for _, rows := range []string{
		begin + "\n" + more + "\n",
		strings.Replace(begin, "財政運営\t1\t", "財政運営\t1\n", 1) + "\n" + more + "\n",
		strings.Replace(begin, "見直した。\t", "見直した。\n", 1) + "\n" + more + "\n",
		strings.Replace(begin, "件数\t5件", "件数\n5件", 1) + "\n" + more + "\n",
		strings.Replace(begin, "財政運営\t", "財政運営\n\t", 1) + "\n" + more + "\n",
		strings.NewReplacer("財政運営\t", "財政運営\n\t", "計画どおり", "計画\nどおり").Replace(begin) + "\n" + more + "\n",
		begin + "\n" + strings.Replace(more, "数\t1団体", "数\n1団体", 1) + "\n",
		begin + "\n" + strings.Replace(more, "1団体\t2団体", "1団体\n2団体", 1) + "\n",
		begin + "\n" + strings.Replace(more, "1団体\t2団体", "1団体\n\t\t\t\t\t\t\t\t2団体", 1) + "\n",
		begin + "\n" + strings.Replace(more, "数\t1団体", "数\n\t\t\t\t\t\t\t1団体", 1) + "\n",
	} {
		document := readText(t, tableHead+rows)
		values, left := readValues(document)
		if got := strings.Join(values, ", "); got != want || len(left) > 0 || len(document.Items) != 1 || len(document.Items[0].Texts) != 4 {
			t.Errorf("%q:\n got %s, unmapped %q, items %+v", rows, got, left, document.Items)
		}
	}
}

// An item's row that a lost line end has joined to the row above, or whose first cells have
// run together, is one of its own.
func TestItemsJoinedToOthers(t *testing.T) {
	const more = "\t\t\t\t\t\t交付先の数\t検討\t実施\t実施"
	const second = "補助金の公表\t管財課\t公表します。\t公表した。\t公表の件数\t1件\t2件\t3件\tA\t順調である。\t続ける。\n"
	for rows, policy := range map[string]string{
		more + "\n\t2\t" + second:                   "ア",
		more + " 2\t" + second:                      "ア",
		more + " 2 " + second:                       "ア",
		more + " (イ) 組織運営\t2\t" + second:            "イ",
		more + "\n(イ) 組織運営 2 " + second:             "イ",
		more + "\n(イ) 組織運営\t2\t" + second + "※注記\n": "イ",
	} {
		document := readText(t, tableHead+row("1", "財政課", "B")+rows)
		values, left := readValues(document)
		if len(document.Items) != 2 || document.Items[1].ID != "2" || document.Items[1].Name != "補助金の公表" || document.Items[1].Policy[0].Number != policy ||
			len(document.Items[1].Departments) != 1 || len(values) != 9 || len(left) > 0 {
			t.Errorf("%q: %+v, values %q, unmapped %q", rows, document.Items, values, left)
		}
	}
}

// A line below the table is no cell of the last row, though one is missing there.
func TestCaptionBelowAShortRow(t *testing.T) {
	// The column of the only text behind the grade can't be told.
	short := strings.TrimSuffix(row("1", "財政課", "B"), "\t9件を見直す。\n")
	for _, line := range []string{"【項目進捗】", "※数値は速報値", "- 3 -", "A 順調 B ほぼ順調 C やや遅れ D 停滞"} {
		document := readText(t, tableHead+short+"\n"+line+"\n"+row("2", "財政課", "A"))
		_, left := readValues(document)
		if texts := document.Items[0].Texts; len(texts) != 2 || strings.Join(left, ", ") != "計画どおりである。" || len(document.Items) != 2 {
			t.Errorf("%q: texts %+v, unmapped %v", line, texts, left)
		}
	}
}

// Words in the place of numbers are an indicator's values, also where they have run
// together with its name.
func TestStatesJoinedToAName(t *testing.T) {
	for line, want := range map[string]string{
		"台帳の公開 検討 実施 継続":      "検討 実施 継続",
		"台帳の公開 検討 － 実施":       "検討 実施",
		"台帳の公開 未策定 策定 策定済":    "未策定 策定 策定済",
		"台帳の公開\t検討\t実施\t継続":   "検討 実施 継続",
		"| 台帳の公開 検討 実施 継続 |":  "検討 実施 継続",
		"事務局 行政改革 推進 担当":      "",
		"事務局 行政改革推進室 調査担当 政策": "",
	} {
		document := readText(t, tableHead+row("1", "財政課", "B")+line+"\n")
		_, left := readValues(document)
		var got []string
		if indicators := document.Items[0].Indicators; len(indicators) > 1 && indicators[1].Name == "台帳の公開" {
			for _, value := range indicators[1].Values {
				got = append(got, value.Raw)
			}
		}
		if strings.Join(got, " ") != want || len(left) > 0 != (want == "") {
			t.Errorf("%q: %q, unmapped %q; want %q", line, got, left, want)
		}
	}
}

// The second row of the head stands under 数値目標等, also where a lost line end has joined
// it to the first.
func TestHeadRowsJoined(t *testing.T) {
	whole := readText(t, tableHead+row("1", "財政課", "B")+row("2", "管財課", "A"))
	wanted, _ := readValues(whole)
	for _, joint := range []string{"\t", "\t\t\t\t\t\t\t", " "} {
		at := strings.Index(tableHead, "項目\t")
		heads := strings.TrimRight(tableHead[:at], "\t\n") + joint + tableHead[at:]
		document := readText(t, heads+row("1", "財政課", "B")+row("2", "管財課", "A"))
		values, left := readValues(document)
		if !slices.Equal(values, wanted) || len(left) > 0 || document.FiscalYear != whole.FiscalYear || len(document.Items) != 2 ||
			len(document.Items[1].Texts) != len(whole.Items[1].Texts) {
			t.Errorf("joined by %q: %q, unmapped %q; want %q", joint, values, left, wanted)
		}
	}
}

// The end of a policy is no cell of its own, though with it the cells of the row and those
// of the line above were as many as the head has.
func TestBrokenPolicyBeforeAShortRow(t *testing.T) {
	document := readText(t, tableHead+row("1", "財政課", "B")+
		"(イ) 組織\n運営\t2\t補助金の公表\t管財課\t公表します。\t公表した。\t公表の件数\t2件\t3件\tA\t順調である。\t続ける。\n")
	_, left := readValues(document)
	if len(document.Items) != 2 || document.Items[1].ID != "2" || len(document.Items[1].Texts) != 4 || strings.Join(left, ", ") != "2件, 3件" {
		t.Errorf("items %+v, unmapped %q", document.Items, left)
	}
}

// The counts below the table are no rows broken off it.
func TestCountsBelowBrokenOffRows(t *testing.T) {
	document := readText(t, tableHead+row("1", "財政課", "B")+"\n【項目進捗】\n\tA\tB\tC\tD\t計\n自己評価\t0 1\t0\t0\t1\n本部会評価\t0\t1\t0\t0\t1\n")
	if _, left := readValues(document); len(document.Summary) != 2 || len(document.Summary[0].Counts) != 4 || len(document.Items[0].Indicators) != 1 || len(left) > 0 {
		t.Errorf("counts %+v, indicators %+v, unmapped %q", document.Summary, document.Items[0].Indicators, left)
	}
}

// The end of a name that a line end has parted is no lone unit, and the only text behind
// the grade stands under its head where the row is whole with its second line.
func TestNamesAndTextsOfBrokenRows(t *testing.T) {
	document := readText(t, tableHead+row("1", "財政課", "B")+"\t\t\t\t\t\t窓口の満足\n度（5点満点）\t3.57\t3.70\t3.52\t\t\t\n"+
		"\t2\t補助金の公表\t管財課\t公表します。\t公表した。\t公表の件数\t1件\t2件\t3件\n\t\t\t\t\t\t\t\t\t\tC\t遅れている。\t\n")
	values, left := readValues(document)
	if got := values[len(values)-6:]; got[1] != "1 窓口の満足度（5点満点） 2024 target 3.70" || got[2] != "1 窓口の満足度（5点満点） 2021 actual 3.52" || len(left) > 0 {
		t.Errorf("values %q, unmapped %q", got, left)
	}
	if texts := document.Items[1].Texts; len(texts) != 3 || texts[2].Key != model.TextAssessment {
		t.Errorf("texts %+v", texts)
	}
}
