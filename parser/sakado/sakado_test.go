package sakado

import (
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
)

// tableHead is the head of a table with its legend.
const tableHead = "第7次行政改革アクションプラン（令和2年度～令和6年度）進行管理集計表（令和4年3月31日現在）\n" +
	"【項目進捗】アクションプラン計画期間中の取組項目進捗状況\nA 順調 B ほぼ順調 C やや遅れ D 停滞\n" +
	"基本方針\tNo.\t取組項目 (A)\t関係課 (B)\t取組の方針と内容 (C)\tR3年度取組内容 (D)\t数値目標等 (E)\t\t\t\t進捗状況 (F)\t本部会意見 (G)\tR4年度目標 (H)\n" +
	"\t\t\t\t\t\t項目\t当初 (H30末)\t目標 (R6末)\t現状値 (R3末)\t\t\t\n"

// row is a whole row but for what the test puts into it.
func row(number, departments, grade string) string {
	return "(ア) 財政運営\t" + number + "\t補助金の適正化\t" + departments +
		"\t終期を設定します。\t14件を見直した。\t補助金の件数\t88件\t70件\t74件\t" + grade + "\t計画どおりである。\t9件を見直す。\n"
}

func readText(t *testing.T, text string) *model.Document {
	t.Helper()
	g, err := grid.New(text)
	if err != nil {
		t.Fatal(err)
	}
	sections := read(g)
	if len(sections) != 1 {
		t.Fatalf("%d documents, want 1", len(sections))
	}
	return sections[0].Document
}

func TestGradeCells(t *testing.T) {
	for cell, want := range map[string]struct{ grade, choice string }{
		"B":      {"B", ""},
		"Ｂ":      {"B", ""},
		"B 順調":   {"B", "順調"},
		"C：やや遅れ": {"C", "やや遅れ"},
		"A（完了）":  {"A", "完了"},
		"A評価":    {"A", ""},
		"やや遅れ":   {"C", "やや遅れ"},
		"A→B":    {"", ""},
		"A/B":    {"", ""},
		"-":      {"", ""},
	} {
		document := readText(t, tableHead+row("1", "財政課", cell))
		item := document.Items[0]
		got := struct{ grade, choice string }{}
		if len(item.Evaluations) > 0 {
			got.grade, got.choice = item.Evaluations[0].Grade, item.Evaluations[0].Choice
		}
		if got != want || len(item.Indicators) != 1 || len(item.Texts) != 4 {
			t.Errorf("%q: %v with %d indicators and %d texts, want %v with 1 and 4", cell, got, len(item.Indicators), len(item.Texts), want)
		}
		if reported := len(document.Diagnostics) > 0; reported != strings.ContainsAny(cell, "→/") {
			t.Errorf("%q: diagnostics %v", cell, document.Diagnostics)
		}
	}
}

func TestDepartmentCells(t *testing.T) {
	for cell, want := range map[string]string{
		"財政課":         "/財政課",
		"(財政課)":       "/財政課",
		"総務部 財政課、管財課": "総務部/財政課 総務部/管財課",
		"全課":          "/全課",
		"財政課 他":       "/財政課",
		"教育委員会事務局 教育総務課":  "教育委員会事務局/教育総務課",
		"財政課 総合政策部 広報広聴課": "/財政課 総合政策部/広報広聴課",
		"みんな": "",
	} {
		document := readText(t, tableHead+row("1", cell, "B"))
		item := document.Items[0]
		var got []string
		for _, department := range item.Departments {
			got = append(got, department.Division+"/"+department.Section)
		}
		if strings.Join(got, " ") != want || len(item.Texts) != 4 || len(item.Indicators) != 1 {
			t.Errorf("%q: %v with %d texts and %d indicators, want %s with 4 and 1", cell, got, len(item.Texts), len(item.Indicators), want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for cell, want := range map[string]string{
		"1": "1", "No.2": "2", "３．": "3", "2-1": "2-1", "２－１": "2-1", "③": "3", "012": "012",
	} {
		if got := readText(t, tableHead+row(cell, "財政課", "B")).Items; len(got) != 1 || got[0].ID != want {
			t.Errorf("%q: %+v, want the id %s", cell, got, want)
		}
	}
}

// A repeated number goes on with its item only where the name is the same.
func TestRepeatedNumbers(t *testing.T) {
	again := row("1", "財政課", "C")
	if items := readText(t, tableHead+row("1", "財政課", "B")+again).Items; len(items) != 1 {
		t.Errorf("%d items of one number and name, want 1", len(items))
	}
	other := strings.ReplaceAll(again, "補助金の適正化", "公共料金の見直し")
	items := readText(t, tableHead+row("1", "財政課", "B")+other).Items
	if len(items) != 2 || items[0].Evaluations[0].Grade != "B" || items[1].Evaluations[0].Grade != "C" {
		t.Errorf("two items that share a number are %+v", items)
	}
}

func TestCounts(t *testing.T) {
	for line, want := range map[string]string{
		"本部会評価 3 1 1 0":         "本部会評価 A3 B1 C1 D0",
		"本部会評価\tA3\tB1\tC1\tD0": "本部会評価 A3 B1 C1 D0",
		"自己評価 3 1 1 0":          "自己評価 A3 B1 C1 D0",
		"自己評価 3 1 1":            "",
		"自己評価 3回 1回 1回 0回":      "",
	} {
		var got []string
		for _, summary := range readText(t, tableHead+row("1", "財政課", "B")+line+"\n").Summary {
			got = append(got, summary.Label)
			for _, count := range summary.Counts {
				got = append(got, count.Grade+string(rune('0'+count.Count)))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %v, want %s", line, got, want)
		}
	}
}

// A row is joined with the lines that it was broken into only where their cells
// are the row's.
func TestBrokenLines(t *testing.T) {
	whole := tableHead + row("1", "財政課", "B")
	for place, want := range map[string]int{"財政\n運営": 1, "適\n正化": 1, "終期を\n設定": 1, "74\n件": 1, "計画\nどおり": 1} {
		broken := strings.Replace(whole, strings.ReplaceAll(place, "\n", ""), place, 1)
		document := readText(t, broken)
		if len(document.Items) != want || len(document.Unmapped) > 0 || len(document.Items[0].Texts) != 4 || len(document.Items[0].Indicators) != 1 {
			t.Errorf("%q: %+v", place, document)
		}
		if len(document.Diagnostics) != 1 || document.Diagnostics[0].Code != model.CodeBrokenLine {
			t.Errorf("%q: diagnostics %v", place, document.Diagnostics)
		}
	}
}

// Two cells that stand in one without a blank are parted where their columns and
// their grammar show it, and only where the row lacks a cell.
func TestGluedOpinion(t *testing.T) {
	for text, want := range map[string]int{"A計画どおりである。": 1, "Ｂ遅れている。": 3, "SNSを活用した。": 0, "AIの導入を進める。": 0, "順調である。": 0, "A計画どおり": 0} {
		if got := gluedOpinion(text); got != want {
			t.Errorf("gluedOpinion(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestGluedCells(t *testing.T) {
	whole := row("1", "財政課", "B")
	for cells, want := range map[string]string{
		"補助金の件数88件\t70件\t74件\tB\t計画どおりである。":        "補助金の件数 88件 70件 74件 B 計画どおりである。",
		"補助金の件数\t88件70件\t74件\tB\t計画どおりである。":        "補助金の件数 88件 70件 74件 B 計画どおりである。",
		"補助金の件数\t検討実施(30年度)\t74件\tB\t計画どおりである。":    "補助金の件数 検討 実施(30年度) 74件 B 計画どおりである。",
		"補助金の件数\t88件\t70件\t74件B\t計画どおりである。":        "補助金の件数 88件 70件 74件 B 計画どおりである。",
		"補助金の件数\t88件\t70件\t74件\tB計画どおりである。":        "補助金の件数 88件 70件 74件 B 計画どおりである。",
		"第2期計画の件数\t88件\t70件\t74件\tB\t計画どおりである。":    "第2期計画の件数 88件 70件 74件 B 計画どおりである。",
		"補助金の件数\t一部実施\t70件\t74件\tB\t計画どおりである。":     "補助金の件数 一部実施 70件 74件 B 計画どおりである。",
		"補助金の 件数\t約88件 70件以上\t\t74件\tВ\t計画どおりである。": "補助金の件数 約88件 70件以上 74件 B 計画どおりである。", // the grade is Cyrillic
	} {
		line := strings.Replace(whole, "補助金の件数\t88件\t70件\t74件\tB\t計画どおりである。", cells, 1)
		document := readText(t, tableHead+line)
		item := document.Items[0]
		got := item.Indicators[0].Name
		for _, value := range item.Indicators[0].Values {
			got += " " + value.Raw
		}
		for _, evaluation := range item.Evaluations {
			got += " " + evaluation.Grade
		}
		for _, text := range item.Texts {
			if text.Key == model.TextAssessment {
				got += " " + text.Text
			}
		}
		if got != want || len(item.Texts) != 4 {
			t.Errorf("%q: got %s with %d texts, want %s with 4", cells, got, len(item.Texts), want)
		}
		if joined := strings.Count(cells, "\t") < 5; joined != (len(document.Diagnostics) == 1) {
			t.Errorf("%q: diagnostics %v", cells, document.Diagnostics)
		}
	}
}

// A head without a year gives its values none, which is said, unless the head of
// an earlier page prints it.
func TestHeadsWithoutYears(t *testing.T) {
	bare := strings.Replace(tableHead, "現状値 (R3末)", "現状値", 1)
	document := readText(t, bare+row("1", "財政課", "B"))
	if last := document.Items[0].Indicators[0].Values[2]; last.FY != 0 || last.Measure != model.Actual {
		t.Errorf("the value under a head without a year is %+v", last)
	}
	if len(document.Diagnostics) != 1 || document.Diagnostics[0].Code != model.CodeYearUnreadable {
		t.Errorf("diagnostics %v", document.Diagnostics)
	}
	_, head, _ := strings.Cut(bare, "停滞\n")
	document = readText(t, tableHead+row("1", "財政課", "B")+"\f"+head+row("2", "管財課", "A"))
	if last := document.Items[1].Indicators[0].Values[2]; last.FY != 2021 || len(document.Diagnostics) > 0 {
		t.Errorf("the value under a repeated head is %+v, diagnostics %v", last, document.Diagnostics)
	}
}
