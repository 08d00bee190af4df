package isehara

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
)

// readMarkdown reads lines of Markdown behind the head of a sheet.
func readMarkdown(t *testing.T, lines string) *model.Document {
	t.Helper()
	g, err := grid.New("| 事業名 | 清掃事業 | 事業番号 | 1-1 |\n|---|---|---|---|\n\n| 総合計画体系 | |\n|---|---|\n\n" + lines)
	if err != nil {
		t.Fatal(err)
	}
	sections := Form.Read(g)
	if len(sections) != 1 || len(sections[0].Document.Items) != 1 {
		t.Fatalf("%q is %d documents", lines, len(sections))
	}
	return sections[0].Document
}

// TestEvaluationsInMarkdown holds criteria as sections of a list, and as rows of one table.
func TestEvaluationsInMarkdown(t *testing.T) {
	const want = "B 普通 2: 柵を直した。"
	for name, lines := range map[string]string{
		"a section": "### 有効性 [選択・記入]\n\n- ○ 高い (A)\n- ● 普通 (B)\n\n**評価**: B\n\n**左記判断理由**: 柵を直した。\n",
		"the label of the reason alone, and the grade in bold": "### 有効性 [選択・記入]\n\n- ○ 高い (A)\n- ● 普通 (B)\n\n**B**\n\n" +
			"**左記判断理由**\n\n柵を直した。\n",
		"one table":                  "| 項目 | 選択 | 評価 | 左記判断理由 |\n|---|---|---|---|\n| 有効性 [選択・記入] | ○ 高い (A) ● 普通 (B) | B | 柵を直した。 |\n",
		"a tick behind a line break": "| 有効性 [選択・記入] | □ 高い (A)<br>レ 普通 (B) |  | 左記判断理由 | 柵を直した。 |\n|---|---|---|---|---|\n",
	} {
		var got []string
		for _, own := range readMarkdown(t, lines).Items[0].Evaluations {
			got = append(got, fmt.Sprintf("%s %s %d: %s", own.Grade, own.Choice, len(own.Options), own.Reason))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: got %q, expected %q", name, got, want)
		}
	}
}

// TestTextsInMarkdown holds texts of several lines, and labels in bold.
func TestTextsInMarkdown(t *testing.T) {
	for name, test := range map[string]struct {
		lines, text string
		left        []string
	}{
		"a list":                        {"### 目的\n\n- 柵を直す。\n- 網を張る\n", "- 柵を直す。\n- 網を張る", nil},
		"a list with circles for marks": {"### 目的\n\n- ●柵を直す。\n- ○○地区に網を張る。\n", "- ●柵を直す。\n- ○○地区に網を張る。", nil},
		"sentences":                     {"### 目的\n\n柵を直す。\n網を張る。\n", "柵を直す。\n網を張る。", nil},
		"a line that is no sentence":    {"### 目的\n\n柵を直す。\n事業の優先度\n", "柵を直す。", []string{"事業の優先度"}},
		"a caption below a table":       {"| 目的 | 柵を直す。 |\n|---|---|\n\n*表2：事業行程*\n", "柵を直す。", []string{"*表2：事業行程*"}},
		"a sentence below a table":      {"| 目的 | 柵を直し、 |\n|---|---|\n\n網を張る。\n\n| 計画期間 | 令和3年度 |\n|---|---|\n", "柵を直し、\n網を張る。", nil},
		"a label in bold":               {"**目的**：柵を直す。\n", "柵を直す。", nil},
		"a colon in bold":               {"**目的：** 柵を直す。\n", "柵を直す。", nil},
	} {
		document := readMarkdown(t, test.lines)
		var got []string
		for _, own := range document.Items[0].Texts {
			got = append(got, own.Text)
		}
		if left := unmappedIn(document); strings.Join(got, " | ") != test.text || !slices.Equal(left, test.left) {
			t.Errorf("%s: got %q, unmapped %q, expected %q and %q", name, got, left, test.text, test.left)
		}
	}
}

// TestRepeatedCellsInMarkdown holds merged cells that are repeated over their span.
func TestRepeatedCellsInMarkdown(t *testing.T) {
	document := readMarkdown(t, `| 事業名 | 清掃事業 | 清掃事業 | 事業番号 | 1-1 |
|---|---|---|---|---|
| 事務事業担当 | 部名 | 課名 | 課等の長 | 課等の長 |
| 事務事業担当 | 環境部 | 美化課 | 北原 健司 | 北原 健司 |
| 実施方法〔選択・記入〕 | ( ) 業務委託 | (○) 直接実施 | 委託先 | |
| 年度 | | 令和3年度 実績 | 令和3年度 実績 | |
| 対象数 | 単位当たりコスト | 85 | 85 | 人 |
`)
	item := document.Items[0]
	if len(document.Unmapped) > 0 {
		t.Errorf("unmapped are %q", unmappedIn(document))
	}
	if own := item.Departments; len(own) != 1 || own[0].SectionHead != "北原 健司" {
		t.Errorf("departments are %+v", own)
	}
	if own := item.Attributes; len(own) != 1 || !slices.Equal(own[0].Options, []string{"業務委託", "直接実施"}) || !slices.Equal(own[0].Selected, []string{"直接実施"}) {
		t.Errorf("attributes are %+v", own)
	}
	if own := item.UnitCosts; len(own) != 1 || own[0].Denominator == nil || own[0].Denominator.Raw != "85 人" {
		t.Errorf("unit costs are %+v", own)
	}
}

// TestLinesBetweenTables holds what models and programs write between tables: it is no row.
func TestLinesBetweenTables(t *testing.T) {
	document := readMarkdown(t, `| 事業行程 | 項目 | 令和3年度 | 令和4年度 |
|---|---|---|---|
| | 柵の点検 | 実施 | 中止 |

**==> picture [200 x 100] intentionally omitted <==**

*表2：実施結果*

| 0 | 1 | 2 | 3 |
|---|---|---|---|
| 実施結果 | 項目 | 令和3年度 | 令和4年度 |
| | 柵の点検 | 2回 | 3回 |
`)
	if own := document.Items[0].Schedule; len(own) != 4 || own[3].Task != "柵の点検" || own[3].Text != "3回" {
		t.Errorf("the schedule is %+v", own)
	}
	left := unmappedIn(document)
	left = slices.DeleteFunc(left, func(text string) bool { return len(text) == 1 }) // the numbers
	if len(left) != 2 {
		t.Errorf("unmapped are %q", left)
	}
}

// TestBoxesInCells holds boxes and their words in cells of their own.
func TestBoxesInCells(t *testing.T) {
	for _, row := range [...]string{"| ☐ | 直接実施 | ☑ | 業務委託 |", "| FALSE | 直接実施 | TRUE | 業務委託 |", "| ☐ 直接実施 | ☑ 業務委託 |"} {
		own := readMarkdown(t, "| 実施方法〔選択・記入〕 "+row+"\n").Items[0].Attributes
		if len(own) != 1 || !slices.Equal(own[0].Options, []string{"直接実施", "業務委託"}) || !slices.Equal(own[0].Selected, []string{"業務委託"}) {
			t.Errorf("%s: got %+v", row, own)
		}
	}
}

// TestDottedHeads holds heads that a program has joined with points.
func TestDottedHeads(t *testing.T) {
	document := readMarkdown(t, `| 目 標.目 標 | 【指標名】.【指標名】 | 【現状値】.【現状値】 | 年度.令和3年度 | 年度.令和4年度 |
|---|---|---|---|---|
| 目 標 | 頭数 | 9頭 | 7頭 | 5頭 |

| 事業行程 | 項目 | 年度.令和3年度 | 年度.令和4年度 |
|---|---|---|---|
| 事業行程 | 点検 | 実施 | 中止 |
`)
	if got, want := valuesIn(document), "頭数 0 baseline 9頭, 頭数 2021 target 7頭, 頭数 2022 target 5頭"; got != want {
		t.Errorf("got %s, expected %s", got, want)
	}
	if own := document.Items[0].Schedule; len(own) != 2 || own[1].FY != 2022 || own[1].Text != "中止" {
		t.Errorf("the schedule is %+v", own)
	}
	if len(document.Unmapped) > 0 {
		t.Errorf("unmapped are %q", unmappedIn(document))
	}
}
