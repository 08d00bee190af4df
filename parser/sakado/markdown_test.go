package sakado

import (
	"fmt"
	"strings"
	"testing"
)

// markdown writes rows of tabs as a table of Markdown.
func markdown(rows string) string {
	return "|" + strings.ReplaceAll(strings.ReplaceAll(strings.TrimSuffix(rows, "\n"), "\t", "|"), "\n", "|\n|") + "|\n"
}

// Blank cells of a head that are written <br> are no part of it.
func TestHeadsWithLineBreaksAlone(t *testing.T) {
	text := strings.TrimPrefix(table("当初 (H30末)\t目標 (R6末)\t現状値 (R3末)", "登録団体の数\t5団体\t6団体\t7団体"), titled)
	text = strings.Replace(text, "(E)\t\t\t\t", "(E)\t<br>\t<br/>\t<br><br>\t", 1)
	document := readText(t, titled+markdown(text))
	if len(document.Items) != 1 || len(document.Items[0].Texts) != 4 || document.Items[0].Evaluations[0].Grade != "B" {
		t.Errorf("items %+v", document.Items)
	}
}

// A grade may stand in markup, and is the whole of its cell.
func TestGradesInMarkup(t *testing.T) {
	for _, grade := range [...]string{"**B**", "<b>B</b>", "<td align=\"center\">B", "<strong>Ｂ</strong><br>", "\"**B**\""} {
		document := readText(t, tableHead+row("1", "財政課", grade))
		const want = "assessment=計画どおりである。 next=9件を見直す。 [補助金の件数 2018:88件 2024:70件 2021:74件] B"
		if got := itemLine(&document.Items[0]); !strings.HasSuffix(got, want) || len(document.Unmapped) > 0 {
			t.Errorf("%q: got %s, unmapped %v", grade, got, document.Unmapped)
		}
	}
}

// A legend and the counts may be a list, in bold, or tables of their own.
func TestLegendsAndCountsInMarkdown(t *testing.T) {
	const caption = "第7次行政改革アクションプラン（令和2年度～令和6年度）進行管理集計表（令和4年3月31日現在）\n\n【項目進捗】\n\n"
	const legend, counts = "A=順調 B=ほぼ順調 C=やや遅れ D=停滞", "本部会評価 A:0 B:1 C:0 D:0"
	head := tableHead[strings.Index(tableHead, "基本方針"):]
	for text, want := range map[string]string{
		"- A：順調\n- B：ほぼ順調\n- C：やや遅れ\n- D：停滞\n\n%\n本部会評価：A 0、B 1、C 0、D 0\n":                                             legend + "; " + counts,
		"**A** 順調　**B** ほぼ順調　**C** やや遅れ　**D** 停滞\n\n%\n**本部会評価**：A0 B1 C0 D0\n":                                        legend + "; " + counts,
		"|A|B|C|D|\n|---|---|---|---|\n|順調|ほぼ順調|やや遅れ|停滞|\n\n%\n**本部会評価**\n\n|A|B|C|D|\n|---|---|---|---|\n|0|1|0|0|\n": legend + "; " + counts,
		"A 順調 B ほぼ順調 C やや遅れ D 停滞\n\n%\n本部会評価\n\n|0|1|0|0|1|\n":                                                         legend + "; " + counts,
		"A 順調 B ほぼ順調 C やや遅れ D 停滞\n\n%\n本部会評価\n\n|0|1|0|\n":                                                             legend + "; unmapped 0, 1, 0",
		"%\n|A|B|C|D|\n|---|---|---|---|\n|1回|2回|3回|4回|\n":                                                             "unmapped 1回, 2回, 3回, 4回",
	} {
		document := readText(t, caption+strings.Replace(text, "%\n", markdown(head+row("1", "財政課", "B"))+"\n", 1))
		var got []string
		line := ""
		for _, grade := range document.Grades {
			line += " " + grade.Grade + "=" + grade.Label
		}
		if line != "" {
			got = append(got, line[1:])
		}
		for _, summary := range document.Summary {
			line = summary.Label
			for _, count := range summary.Counts {
				line += fmt.Sprint(" ", count.Grade, ":", count.Count)
			}
			got = append(got, line)
		}
		if _, left := readValues(document); len(left) > 0 {
			got = append(got, "unmapped "+strings.Join(left, ", "))
		}
		if joined := strings.Join(got, "; "); joined != want {
			t.Errorf("%s:\n got %s\nwant %s", text, joined, want)
		}
	}
}
