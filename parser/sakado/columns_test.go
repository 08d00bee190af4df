package sakado

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
)

// titled is what stands before the head of a table.
const titled = "第7次行政改革アクションプラン（令和2年度～令和6年度）進行管理集計表（令和4年3月31日現在）\n" +
	"【項目進捗】\nA 順調 B ほぼ順調 C やや遅れ D 停滞\n"

// table is a table with the given heads of values over the given rows of figures.
func table(heads, figures string) string {
	blank := strings.Repeat("\t", strings.Count(heads, "\t")+1)
	return titled +
		"基本方針\tNo.\t取組項目 (A)\t関係課 (B)\t取組の方針と内容 (C)\tR3年度取組内容 (D)\t数値目標等 (E)\t" + blank + "進捗状況 (F)\t本部会意見 (G)\tR4年度目標 (H)\n" +
		"\t\t\t\t\t\t項目\t" + heads + "\t\t\t\n" +
		"(ア) 財政運営\t1\t補助金の適正化\t財政課\t終期を設定します。\t14件を見直した。\t" + figures + "\tB\t計画どおりである。\t9件を見直す。\n"
}

// readValues returns the values of a document's indicators, and its unmapped texts.
func readValues(document *model.Document) (values, left []string) {
	for _, item := range document.Items {
		for _, indicator := range item.Indicators {
			for _, value := range indicator.Values {
				values = append(values, fmt.Sprint(item.ID, " ", indicator.Name, " ", value.FY, " ", value.Measure, " ", value.Raw))
			}
		}
	}
	for _, piece := range document.Unmapped {
		left = append(left, piece.Text)
	}
	return values, left
}

func TestValueColumns(t *testing.T) {
	const figures = "登録団体の数\t5団体\t6団体\t7団体\t8団体"
	for _, test := range []struct{ heads, figures, want, left string }{
		{"当初 (H30末)\tR2末\tR3末\t目標 (R6末)", figures, "2018 baseline 5団体, 2020 actual 6団体, 2021 actual 7団体, 2024 target 8団体", ""},
		{"当初 (H30末)\t目標 (R6末)\t実績値 (R2末)\t実績値 (R3末)", figures, "2018 baseline 5団体, 2024 target 6団体, 2020 actual 7団体, 2021 actual 8団体", ""},
		{"当初 (H30末)\tR2末実績\tR3末実績\tR6末目標", figures, "2018 baseline 5団体, 2020 actual 6団体, 2021 actual 7団体, 2024 target 8団体", ""},
		{"当初 (H30末)\t現状値 (R3末)\t目標 (R6末)", "登録団体の数\t5団体\t6団体\t7団体", "2018 baseline 5団体, 2021 actual 6団体, 2024 target 7団体", ""},
		{"当初 H30末\t目標 R6末\t現状値 R3末", "登録団体の数\t5団体\t6団体\t7団体", "2018 baseline 5団体, 2024 target 6団体, 2021 actual 7団体", ""},
		{"当初 (H30末)\t現状値 (R3末)", "登録団体の数\t5団体\t6団体", "2018 baseline 5団体, 2021 actual 6団体", ""},
		{"当初 (H30末)\t目標 (R6末)\t備考の数\t現状値 (R3末)", figures, "2018 baseline 5団体, 2024 target 6団体, 2021 actual 8団体", "備考の数, 7団体"},
		{"当初 (H30末)\t\tR3末\t目標 (R6末)", figures, "2018 baseline 5団体, 2021 actual 7団体, 2024 target 8団体", "6団体"},
		{"当初 (H30末)\tR2末\tR3末\t目標 (R6末)", "登録団体の数\t5団体\t6団体\t8団体", "", "5団体, 6団体, 8団体"},
		{"当初 (H30末)\tR2末\tR3末\t目標 (R6末)", "登録団体の数\t5団体\t\t7団体\t8団体", "2018 baseline 5団体, 2021 actual 7団体, 2024 target 8団体", ""},
		{"当初 (H30末)\t目標 (R6末)\t現状値 (R3末)", "登録団体の数\t5団体\t7団体", "", "5団体, 7団体"},
		{"当初 (H30末)\t目標 (R6末)\t現状値 (R3末)", "－\t－\t－\t－", "", ""},
		{"当初 (30末)\t目標 (6末)\t現状値 (3末)", "会議の数\t5回\t6回\t7回", "2018 baseline 5回, 2024 target 6回, 2021 actual 7回", ""},
		{"当初 (H30末)\t目標 (6末)\t現状値 (元末)", "会議の数\t5回\t6回\t7回", "2018 baseline 5回, 2024 target 6回, 2019 actual 7回", ""},
		{"当初 (2末)\t目標 (6末)\t現状値 (3末)", "会議の数\t5回\t6回\t7回", "0 baseline 5回, 0 target 6回, 0 actual 7回", ""},
		{"当初 (H30末) 目標 (R6末)\t現状値 (R3末)", "会議の数\t5回\t6回\t7回", "2018 baseline 5回, 2024 target 6回, 2021 actual 7回", ""},
		{"当初(H30末)目標(R6末)\t現状値(R3末)※1", "会議の数\t5回\t6回\t7回", "2018 baseline 5回, 2024 target 6回, 2021 actual 7回", ""},
		{"当初 (H30末)\tR6末目標\tR3末現状値", "会議の数\t5回\t6回\t7回", "2018 baseline 5回, 2024 target 6回, 2021 actual 7回", ""},
		{"策定時 (H30末)\t最終目標 (R6末)\t現況値 (R3末)", "会議の数\t5回\t6回\t7回", "2018 baseline 5回, 2024 target 6回, 2021 actual 7回", ""},
		{"当初 (H30末)\t目標 (R6末)\t現状値 (R3末)\t達成率(%)", "会議の数\t5回\t10回\t7回\t70.0", "2018 baseline 5回, 2024 target 10回, 2021 actual 7回, 2021 rate 70.0", ""},
		{"始まり\t終わり\tいま", "会議の数\t5回\t6回\t7回", "", "始まり, 終わり, いま, 5回, 6回, 7回"},
		{"当初 (H30末)\t目標 (R6末)\t現状値 (R3末)", "件数\t5件\t6件\t7件", "2018 baseline 5件, 2024 target 6件, 2021 actual 7件", ""},
	} {
		values, left := readValues(readText(t, table(test.heads, test.figures)))
		for i, value := range values {
			values[i] = strings.SplitN(value, " ", 3)[2]
		}
		if got := strings.Join(values, ", "); got != test.want || strings.Join(left, ", ") != test.left {
			t.Errorf("%q over %q: %q, unmapped %q; want %q and %q", test.heads, test.figures, got, left, test.want, test.left)
		}
	}
}

// A column that the form does not know is left alone; the others stand where their
// heads do.
func TestExtraColumns(t *testing.T) {
	text := strings.NewReplacer("関係課 (B)\t", "関係課 (B)\t開始年度\t", "財政課\t", "財政課\tH29\t", "\t\t\t\t\t\t項目", "\t\t\t\t\t\t\t項目").
		Replace(tableHead + row("1", "財政課", "B"))
	document := readText(t, text)
	values, left := readValues(document)
	if len(values) != 3 || !slices.Equal(left, []string{"開始年度", "H29"}) || len(document.Items[0].Texts) != 4 ||
		document.Items[0].Texts[0].Text != "終期を設定します。" {
		t.Errorf("%q, unmapped %q, texts %v", values, left, document.Items[0].Texts)
	}
}

// The columns are those that their heads say, in any order; what stands under a head
// that the form does not know is left alone.
func TestColumnOrder(t *testing.T) {
	cells := map[rune][2]string{
		'P': {"基本方針", "(ア) 財政運営"}, 'N': {"No.", "1"}, 'I': {"取組項目 (A)", "補助金の適正化"}, 'D': {"関係課 (B)", "財政課"},
		'O': {"取組の方針と内容 (C)", "終期を設定します。"}, 'A': {"R3年度取組内容 (D)", "14件を見直した。"},
		'G': {"数値目標等 (E)\t\t\t", "見直しの数\t5件\t9件\t7件"}, 'F': {"進捗状況 (F)", "B"},
		'M': {"本部会意見 (G)", "計画どおりである。"}, 'X': {"R4年度目標 (H)", "9件を見直す。"},
		'S': {"自己評価", "B"}, 'R': {"活動実績", "14件を見直した。"}, 'W': {"総括", "C"}, 'Y': {"開始年度", "H29"},
	}
	const whole = "2018 baseline 5件, 2024 target 9件, 2021 actual 7件; B; 終期を設定します。 14件を見直した。 計画どおりである。 9件を見直す。"
	const ungraded = "2018 baseline 5件, 2024 target 9件, 2021 actual 7件; ; 終期を設定します。 14件を見直した。 計画どおりである。 9件を見直す。"
	for order, want := range map[string]string{
		"PNIDOAGFMX": whole, "PNIDOFAGMX": whole, "PNIDFOAGMX": whole, "PNIDGOAFMX": whole, "PNIDOAGMXF": whole,
		"NIPDOAGFMX": whole, "PNDIOAGFMX": whole, "PNIDOSAGMX": whole, "PNIDSORGMX": whole, "PNIDYOFAGMX": whole + "; 開始年度, H29",
		"PNIDOWAGFMX": whole + "; 総括, C", "PNIDOAGFMXW": whole + "; 総括, C", "PNIDOWAGMX": ungraded + "; 総括, C",
	} {
		for _, layout := range [...]string{"tabs", "markdown", "blanks"} {
			rows := [3]string{}
			for _, name := range order {
				values := "\t"
				if name == 'G' {
					values = "項目\t当初 (H30末)\t目標 (R6末)\t現状値 (R3末)\t"
				}
				rows[0], rows[1], rows[2] = rows[0]+cells[name][0]+"\t", rows[1]+values, rows[2]+cells[name][1]+"\t"
			}
			text := strings.Join(rows[:], "\n") + "\n"
			switch layout {
			case "markdown":
				text = "|" + strings.ReplaceAll(strings.ReplaceAll(text, "\t", "|"), "\n", "\n|")
				text = strings.TrimSuffix(text, "|")
			case "blanks":
				text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\t' }), "  ")
			}
			document := readText(t, titled+text)
			values, left := readValues(document)
			for i, value := range values {
				values[i] = strings.SplitN(value, " ", 3)[2]
			}
			item := document.Items[0]
			got := strings.Join(values, ", ") + "; "
			for _, evaluation := range item.Evaluations {
				got += evaluation.Grade
			}
			got += ";"
			for _, text := range item.Texts {
				got += " " + text.Text
			}
			if len(left) > 0 {
				got += "; " + strings.Join(left, ", ")
			}
			if layout == "blanks" {
				if !strings.HasPrefix(got, "; ;; ") && !strings.HasPrefix(got, whole) {
					t.Errorf("%s in %s: got %s", order, layout, got)
				}
			} else if got != want {
				t.Errorf("%s in %s: got %s, want %s", order, layout, got, want)
			}
		}
	}
}

// What stands in a row of its own is no indicator.
func TestLoneRows(t *testing.T) {
	second := strings.Replace(row("2", "財政課", "A"), "(ア) 財政運営", "", 1)
	for lone, policy := range map[string]string{
		"(イ) 組織運営\n":                                 "イ",
		"(イ) 組織運営" + strings.Repeat("\t", 12) + "\n": "イ",
		"基本方針\n":                                     "ア",
		"\t\t\t\t\t\t\t\t\t現状値 (R3末)\t\t\t\n":        "ア",
		"R4年度目標 (H)\n":                               "ア",
		"\tA 順調\tB ほぼ順調\tC やや遅れ\tD 停滞\n":             "ア",
	} {
		document := readText(t, tableHead+row("1", "財政課", "B")+lone+second)
		if len(document.Items) != 2 || len(document.Items[0].Indicators) != 1 || len(document.Unmapped) > 0 {
			t.Errorf("%q: %+v, unmapped %v", lone, document.Items, document.Unmapped)
			continue
		}
		if got := document.Items[1].Policy[0].Number; got != policy {
			t.Errorf("%q: the next item stands under %s, want %s", lone, got, policy)
		}
	}
}

func TestCountTables(t *testing.T) {
	for rows, want := range map[string]string{
		"\tA\tB\tC\tD\t計\n自己評価\t9\t10\t4\t1\t24\n本部会評価\t8\t10\t5\t1\t24\n": "自己評価 [9 10 4 1], 本部会評価 [8 10 5 1]",
		"\tA\tB\tC\tD\n自己評価\t9\t10\t4\t1\n":                                "自己評価 [9 10 4 1]",
		"\tA 順調\tB ほぼ順調\tC やや遅れ\tD 停滞\n本部会評価\t0\t1\t0\t0\n":                "本部会評価 [0 1 0 0]",
		"\tA\tB\tC\tD\t計\n本部会評価\t8\t10\t5\t1\t23\n":                        "",
	} {
		document := readText(t, tableHead+row("1", "財政課", "B")+"【項目進捗】\n"+rows)
		var got []string
		for _, summary := range document.Summary {
			var counts []int
			for _, count := range summary.Counts {
				counts = append(counts, count.Count)
			}
			got = append(got, fmt.Sprint(summary.Label, " ", counts))
		}
		values, left := readValues(document)
		if strings.Join(got, ", ") != want || len(values) != 3 || (len(left) > 0) != (want == "") {
			t.Errorf("%q: %q with %q, unmapped %q; want %q", rows, got, values, left, want)
		}
	}
}

// A row in one cell is an item's; what follows is booked on it, also where the words
// can't be told apart.
func TestJoinedRows(t *testing.T) {
	const more = "\n\t\t\t\t\t\t会議の数\t3回\t5回\t4回\t\t\t\n"
	const begin = "2 使用料の見直し 財政課 見直します。 見直した。"
	for joined, want := range map[string]string{
		begin + " 改定の件数 1件 3件 2件 A 順調である。 続ける。": "2 改定の件数 2018 baseline 1件, 2 改定の件数 2024 target 3件, 2 改定の件数 2021 actual 2件, ",
		begin + " 改定の件数 1件 3件 A 順調である。 続ける。":    "",
		begin + " 順調である。":                       "",
	} {
		document := readText(t, tableHead+row("1", "財政課", "B")+joined+more)
		values, left := readValues(document)
		want += "2 会議の数 2018 baseline 3回, 2 会議の数 2024 target 5回, 2 会議の数 2021 actual 4回"
		if got := strings.Join(values[3:], ", "); got != want || (len(left) > 0) == strings.Contains(want, "改定") {
			t.Errorf("%q: %q, unmapped %q; want %q", joined, got, left, want)
		}
	}
}
