package misato

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
)

// sheetHead and purpose stand before the tables of the tests.
const (
	sheetHead = "| 事務事業コード | 1000001 | 事業名 | 清掃事業 |\n|---|---|---|---|\n| まちづくり方針 | 美しい街 | 担当課名 | 公園課 |\n\n"
	purpose   = "| 何の為にやるのか(目的) | 景観を守る。 |\n|---|---|\n\n"
)

// facts lists what a document says, one fact a string.
func facts(document *model.Document) (all []string) {
	item := &document.Items[0]
	for _, text := range item.Texts {
		all = append(all, fmt.Sprintf("%s: %s", text.Key, strings.ReplaceAll(text.Text, "\n", " / ")))
	}
	for _, attribute := range item.Attributes {
		all = append(all, fmt.Sprintf("%s: %s", attribute.Label, attribute.Raw))
	}
	for i := range item.Indicators {
		own := &item.Indicators[i]
		goal := ""
		if own.Goal != nil {
			goal = own.Goal.Raw
		}
		all = append(all, fmt.Sprintf("%s %s (%s) %s", own.Kind, own.Name, own.Unit, goal))
		for _, value := range own.Values {
			all = append(all, fmt.Sprintf("%d %s %s", value.FY, value.Measure, value.Raw))
		}
	}
	for _, cost := range item.Costs {
		all = append(all, fmt.Sprintf("%d %s %s", cost.FY, cost.Line, cost.Yen))
	}
	for _, staff := range item.Staffing {
		all = append(all, fmt.Sprintf("%s %s", staff.Category, staff.People))
	}
	return all
}

// TestTablesByColumns holds tables with labels in their first row and the values below
// them: each value is that of its column.
func TestTablesByColumns(t *testing.T) {
	for name, test := range map[string]struct {
		table      string
		want, left []string
	}{
		"staff": {"| フルタイム | パートタイム |\n|---|---|\n| 3 | 1 |\n", []string{"full_time 3", "part_time 1"}, nil},
		"staff with a remark": {"| フルタイム | パートタイム | 特記事項 |\n|---|---|---|\n| 3 | 1 | 繁忙期は全員 |\n",
			[]string{"remark: 繁忙期は全員", "full_time 3", "part_time 1"}, nil},
		"one value is missing": {"| フルタイム | パートタイム |\n|---|---|\n| 3 | |\n", []string{"full_time 3"}, nil},
		"below a heading":      {"| 施策の目的 | 対象 | 意図 |\n|---|---|---|\n| | 市民 | 親しむ |\n", []string{"policy_target: 市民", "policy_intent: 親しむ"}, nil},
		"texts of two rows":    {"| 課題 | 対応 |\n|---|---|\n| 老朽化 | 更新 |\n| 人手 | 委託 |\n", []string{"issue: 老朽化 / 人手", "response: 更新 / 委託"}, nil},
		"attributes": {"| 業務割合推計 | 業務の難易度 |\n|---|---|\n| 40% | 難しい |\n",
			[]string{"業務割合推計: 40%", "業務の難易度: 難しい"}, nil},
		"an indicator": {"| 指標名 | 単位 | 目標値 |\n|---|---|---|\n| 清掃の数 | 回 | 98 |\n| 令和4年度 | 90 | 88 |\n",
			[]string{" 清掃の数 (回) 98", "2022 target 90", "2022 actual 88"}, nil},
		"several of one label": {"| フルタイム | パートタイム |\n|---|---|\n| 3 | 1 |\n| 4 | 2 |\n", []string{"full_time 3", "part_time 1"}, []string{"4", "2"}},
		"in no column of theirs": {"| フルタイム | パートタイム | 業務の難易度 | |\n|---|---|---|---|\n| | 3 | | 1 |\n",
			nil, []string{"3", "1"}},
		"amounts": {"| 年度 | 総事業費 | 一般財源 |\n|---|---|---|\n| 令和4年度決算 | 500 | 300 |\n| 令和5年度決算 | 600 | 400 |\n",
			[]string{"2022 total 500", "2023 total 600", "2022 general 300", "2023 general 400"}, []string{"年度"}},
		"their year in two cells": {"| 年度 | 区分 | 総事業費 | 一般財源 |\n|---|---|---|---|\n| 令和4年度 | 決算 | 500 | 300 |\n",
			[]string{"2022 total 500", "2022 general 300"}, []string{"年度", "区分"}},
		"amounts of no year": {"| 年度 | 総事業費 | 一般財源 |\n|---|---|---|\n| 令和4年度 | 500 | 300 |\n",
			nil, []string{"年度", "令和4年度", "500", "300"}},
		"staff of a year": {"| 年度 | フルタイム | パートタイム |\n|---|---|---|\n| 令和4年度 | 3 | 1 |\n",
			nil, []string{"年度", "令和4年度", "3", "1"}},
		"an indicator of a year": {"| 年度 | 指標名 | 単位 | 目標値 |\n|---|---|---|---|\n| 令和4年度 | 清掃の数 | 回 | 98 |\n| 令和5年度 | 点検の数 | 回 | 99 |\n",
			nil, []string{"年度", "令和4年度", "清掃の数", "回", "98", "令和5年度", "点検の数", "回", "99"}},
		"amounts of some years": {"| 年度 | 総事業費 | 一般財源 |\n|---|---|---|\n| 令和4年度決算 | 500 | 300 |\n| | 600 | 400 |\n",
			nil, []string{"年度", "令和4年度決算", "500", "300", "600", "400"}},
		"their year above": {"令和4年度決算\n\n| 総事業費 | 一般財源 |\n|---|---|\n| 500円 | 300円 |\n",
			[]string{"2022 total 500", "2022 general 300"}, nil},
		"their year in the heading": {"### 歳出・歳入（令和4年度決算）\n\n| 総事業費 | 一般財源 |\n|---|---|\n| 500円 | 300円 |\n",
			[]string{"2022 total 500", "2022 general 300"}, nil},
		"indicators side by side": {"| | 活動指標 | 成果指標 |\n|---|---|---|\n| 指標名 | 清掃の数 | 満足度 |\n| 単位 | | % |\n",
			[]string{"activity 清掃の数 () "}, []string{"成果指標", "満足度", "%"}},
		"years across": {"| 指標名 | 清掃の数 | 単位 | 回 |\n|---|---|---|---|\n\n| 目標進捗 | 令和4年度 | 令和5年度 |\n|---|---|---|\n| 計画値 | 90 | 92 |\n| 実績値 | 88 | |\n| 達成率 | 97.8% | - |\n| 所見 | | 秋にした。 |\n",
			[]string{"remark: 秋にした。", " 清掃の数 (回) ", "2022 target 90", "2023 target 92", "2022 actual 88", "2022 rate 97.8%"}, nil},
		"years in bold": {"| 指標名 | 清掃の数 | 単位 | 回 | | |\n|---|---|---|---|---|---|\n| **令和4年度** | 90 | 88 | 回 | 97.8 | % |\n",
			[]string{" 清掃の数 (回) ", "2022 target 90", "2022 actual 88", "2022 rate 97.8 %"}, nil},
	} {
		document := readLines(t, sheetHead+purpose+test.table)
		want := append([]string{"purpose: 景観を守る。"}, test.want...)
		if got := facts(document); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
		if got := unmapped(document); !slices.Equal(got, test.left) {
			t.Errorf("%s: left %q, want %q", name, got, test.left)
		}
	}
}

// TestClosedRows holds what stands below the row of a text and is none of it.
func TestClosedRows(t *testing.T) {
	for below, want := range map[string]struct {
		text string
		left []string
	}{
		"| 項目 | 内容 |\n|---|---|\n| 課題 | 老朽化 |\n": {"景観を守る。", []string{"項目", "内容"}},
		"| 予算事業名 | 一般管理費 |\n| 課題 | 老朽化 |\n":      {"景観を守る。", []string{"予算事業名", "一般管理費"}},
		"## 事業の内容\n\n| 課題 | 老朽化 |\n":             {"景観を守る。", []string{"事業の内容"}},
		"| | 街を保つ。 |\n| 課題 | 老朽化 |\n":            {"景観を守る。\n街を保つ。", nil},
		"街を保つ。\n\n| 課題 | 老朽化 |\n":                {"景観を守る。\n街を保つ。", nil},
	} {
		document := readLines(t, sheetHead+strings.TrimSuffix(purpose, "\n")+below)
		if got := document.Items[0].Texts[0].Text; got != want.text {
			t.Errorf("%q: got %q, want %q", below, got, want.text)
		}
		if got := unmapped(document); !slices.Equal(got, want.left) {
			t.Errorf("%q: left %q, want %q", below, got, want.left)
		}
	}
}
