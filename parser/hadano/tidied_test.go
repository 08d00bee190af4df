package hadano

import (
	"slices"
	"strings"
	"testing"
)

// The parts of a sheet in tables of Markdown, each in several writings that say the same.
const (
	tidyTitle = "# はだの行政サービス改革基本方針実行計画 進行管理シート\n\n"
	tidyTheme = "| 項目 | 1-1 窓口の改革 | 改革の柱 | 1 サービスの質 |\n|---|---|---|---|\n| 概要(目指す姿) | 窓口を変えます。 | | |\n\n"

	tidyIndicators = "| 指標 | | | R3 | R4 | R5 |\n|---|---|---|---|---|---|\n" +
		"| 活動指標 | 申請の割合(%) | 目標 | 50% | 60% | 70% |\n| | | 実績 | 48% | | |\n| | 概要 | 電子申請の割合 | | | |\n\n"
	tidyYears = "| | 令和3年度 | 令和4年度 | 令和5年度 |\n|---|---|---|---|\n| 取組目標 | 始める。 | 広げる。 | 終える。 |\n" +
		"| 活動実績 | 2件を始めた。 | 3件に広げた。 | |\n| 内部評価 | A：継続<br>急ぐこと。 | B：強化<br>続けること。 | |\n\n"
	tidyInitiative = "| 取組内容 | | | | 令和3年度 | 令和4年度 | 令和5年度 |\n|---|---|---|---|---|---|---|\n" +
		"| 項目名 | 1-1-1. 電子申請の拡大 | | 取組目標 | 検討 | 試行 | 実施 |\n" +
		"| 取組主管課 | 広報課 | | 取組内容(活動) | 調べる。 | 試す。 | 始める。 |\n" +
		"| 区分 | ☑ 新規 ☐ 継続 | | 実績 | 調べた。 | 試した。 | |\n" +
		"| 効果額 | 目標 | 900 千円 | 効果額 目標 | 0 千円 | 300 千円 | 600 千円 |\n" +
		"| | 実績 | 千円 | 効果額 実績 | 0 千円 | 200 千円 | |\n" +
		"| 説明 | 郵送費の差額 | | | | | |\n" +
		"| 指標 | 目標 | 80 件 | 指標 目標 | 10 件 | 40 件 | 80 件 |\n" +
		"| | 実績 | | 指標 実績 | 8 件 | 30 件 | |\n" +
		"| 説明 | 手続の数 | | 自己評価 | A：計画どおり | A：計画どおり | |\n" +
		"| 概要(目指すもの) | 申請を変えます。 | | 評価理由 | 予定どおり。 | 予定どおり。 | |\n"

	tidyPlan = "## 取組内容\n\n| 項目名 | 1-1-1. 電子申請の拡大 |\n|---|---|\n| 取組主管課 | 広報課 |\n| 区分 | ☑ 新規 ☐ 継続 |\n" +
		"| 効果額 | 目標 900 千円 / 実績 千円 |\n| 説明 | 郵送費の差額 |\n| 指標 | 目標 80 件 / 実績 |\n| 説明 | 手続の数 |\n" +
		"| 概要(目指すもの) | 申請を変えます。 |\n\n"
	tidyPlanYears = "| 項目 | 令和3年度 | 令和4年度 | 令和5年度 |\n|---|---|---|---|\n| 取組目標 | 検討 | 試行 | 実施 |\n" +
		"| 取組内容(活動) | 調べる。 | 試す。 | 始める。 |\n| 実績 | 調べた。 | 試した。 | |\n" +
		"| 効果額 目標 | 0 千円 | 300 千円 | 600 千円 |\n| 効果額 実績 | 0 千円 | 200 千円 | |\n" +
		"| 指標 目標 | 10 件 | 40 件 | 80 件 |\n| 指標 実績 | 8 件 | 30 件 | |\n" +
		"| 自己評価 | A：計画どおり | A：計画どおり | |\n| 評価理由 | 予定どおり。 | 予定どおり。 | |\n"
	tidySections = "### 令和3年度\n\n| 取組目標 | 検討 |\n|---|---|\n| 取組内容(活動) | 調べる。 |\n| 実績 | 調べた。 |\n| 効果額 目標 | 0 千円 |\n" +
		"| 効果額 実績 | 0 千円 |\n| 指標 目標 | 10 件 |\n| 指標 実績 | 8 件 |\n| 自己評価 | A：計画どおり |\n| 評価理由 | 予定どおり。 |\n\n" +
		"### 令和4年度\n\n| 取組目標 | 試行 |\n|---|---|\n| 取組内容(活動) | 試す。 |\n| 実績 | 試した。 |\n| 効果額 目標 | 300 千円 |\n" +
		"| 効果額 実績 | 200 千円 |\n| 指標 目標 | 40 件 |\n| 指標 実績 | 30 件 |\n| 自己評価 | A：計画どおり |\n| 評価理由 | 予定どおり。 |\n\n" +
		"### 令和5年度\n\n| 取組目標 | 実施 |\n|---|---|\n| 取組内容(活動) | 始める。 |\n| 実績 | |\n| 効果額 目標 | 600 千円 |\n| 指標 目標 | 80 件 |\n"
)

// Tidied tables say what those of the form do: their heads, sections and lines are told.
func TestTidiedTables(t *testing.T) {
	whole := tidyTitle + tidyTheme + tidyIndicators + tidyYears + tidyInitiative
	want := summaryOf(parseStrictly(t, whole)[0])
	slices.Sort(want)
	for name, parts := range map[string][]string{
		"項目 before years":      {tidyYears, strings.Replace(tidyYears, "| |", "| 項目 |", 1)},
		"区分 before years":      {tidyYears, strings.Replace(tidyYears, "| |", "| 区分 |", 1)},
		"項目 over 内容":           {tidyTheme, "| 項目 | 内容 |\n|---|---|\n| 項目 | 1-1 窓口の改革 |\n| 改革の柱 | 1 サービスの質 |\n| 概要(目指す姿) | 窓口を変えます。 |\n\n"},
		"labels over values":   {tidyTheme, "| 項目 | 改革の柱 | 概要(目指す姿) |\n|---|---|---|\n| 1-1 窓口の改革 | 1 サービスの質 | 窓口を変えます。 |\n\n"},
		"lines in bold":        {tidyTheme, "**項目**: 1-1 窓口の改革\n**改革の柱：** 1 サービスの質\n**概要(目指す姿)**：窓口を変えます。\n\n"},
		"lines of a list":      {tidyTheme, "- 項目：1-1 窓口の改革\n- **改革の柱**: 1 サービスの質\n- 概要(目指す姿): 窓口を変えます。\n\n"},
		"two heads over names": {tidyIndicators, "| 指標 | 区分 | R3 | R4 | R5 |\n|---|---|---|---|---|\n| **活動指標**<br>申請の割合(%) | 目標 | 50% | 60% | 70% |\n| | 実績 | 48% | | |\n| | 概要 | 電子申請の割合 | | |\n\n"},
		"the name in a heading": {tidyIndicators,
			"### 活動指標：申請の割合(%)\n\n| | R3 | R4 | R5 |\n|---|---|---|---|\n| 目標 | 50% | 60% | 70% |\n| 実績 | 48% | | |\n\n**概要**：電子申請の割合\n\n"},
		"years down": {tidyIndicators,
			"### 活動指標\n\n申請の割合(%)\n\n| 年度 | 目標 | 実績 |\n|---|---|---|\n| R3 | 50% | 48% |\n| R4 | 60% | |\n| R5 | 70% | |\n\n- 概要：電子申請の割合\n\n"},
		"years of the theme down": {tidyYears, "| 年度 | 取組目標 | 活動実績 | 内部評価 |\n|---|---|---|---|\n| 令和3年度 | 始める。 | 2件を始めた。 | A：継続<br>急ぐこと。 |\n" +
			"| 令和4年度 | 広げる。 | 3件に広げた。 | B：強化<br>続けること。 |\n| 令和5年度 | 終える。 | | |\n\n"},
		"a line for each year": {tidyYears, "### 取組目標\n\n- **令和3年度**: 始める。\n- **令和4年度**: 広げる。\n- **令和5年度**: 終える。\n\n" +
			"### 活動実績\n\n- 令和3年度：2件を始めた。\n- 令和4年度：3件に広げた。\n\n### 内部評価\n\n- 令和3年度：A：継続<br>急ぐこと。\n- 令和4年度：B：強化<br>続けること。\n\n"},
		"years apart":             {tidyInitiative, tidyPlan + tidyPlanYears},
		"a section for each year": {tidyInitiative, tidyPlan + tidySections},
	} {
		if !strings.Contains(whole, parts[0]) {
			t.Fatalf("%s: the sheet has no such part", name)
		}
		got := summaryOf(parseStrictly(t, strings.Replace(whole, parts[0], parts[1], 1))[0])
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: the sheet is read as\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// What tables of other layouts hold stays unmapped where it can't be told.
func TestTablesThatCannotBeTold(t *testing.T) {
	head := strings.Join(summaryOf(parseStrictly(t, tidyTitle+tidyTheme)[0]), "\n")
	for name, table := range map[string]string{
		"a value below no label":     "| 項目名 | 取組主管課 | 区分 | |\n|---|---|---|---|\n| 1-1-1. 申請 | | | 広報課 |\n",
		"years down without a name":  "| 年度 | 目標 | 実績 |\n|---|---|---|\n| R3 | 50% | 48% |\n| R4 | 60% | |\n",
		"figures for the whole plan": "| 項目 | 目標 | 実績 | 説明 |\n|---|---|---|---|\n| 効果額 | 900 千円 | 千円 | 郵送費の差額 |\n",
		"概要 of nothing":              "### 成果指標\n\n- 概要：満足した人の割合\n",
	} {
		document := parseStrictly(t, tidyTitle+tidyTheme+table)[0]
		if got := strings.Join(summaryOf(document), "\n"); got != head {
			t.Errorf("%s: read as\n%s", name, got)
		}
		if len(document.Unmapped) == 0 || len(document.Diagnostics) == 0 {
			t.Errorf("%s: nothing is unmapped", name)
		}
	}
}
