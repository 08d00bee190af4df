package komaki

import (
	"fmt"
	"strings"
	"testing"

	"sheetconv/model"
)

const measureBefore = "# 基本施策 12 ごみ\n\n## 【まちの状態を表す指標】\n\n| 指標名 | 基準値 | R6 | R7 | 目指す方向 |\n|---|---|---|---|---|\n| リサイクル率 | 27% | 28% | — | ↗ |\n"

// describeItems writes the indicators, projects and unmapped texts of a document.
func describeItems(document *model.Document) string {
	var got []string
	for _, item := range document.Items {
		if item.Kind == model.Project {
			one := fmt.Sprintf("project %s %s", item.Name, item.Status)
			for _, section := range item.Departments {
				one += " " + section.Division + section.Section
			}
			for _, text := range item.Texts {
				one += fmt.Sprintf(" %s=%s", text.Key, text.Text)
			}
			for _, cost := range item.Costs {
				one += " " + cost.Raw
			}
			got = append(got, one)
		}
		for _, indicator := range item.Indicators {
			one := indicator.Name
			for _, value := range indicator.Values {
				one += fmt.Sprintf(" %s %d %s", value.Measure, value.FY, value.Raw)
			}
			if indicator.Direction != nil {
				one += " " + string(indicator.Direction.Value)
			}
			got = append(got, one)
		}
	}
	var left []string
	for _, piece := range document.Unmapped {
		left = append(left, piece.Text)
	}
	if len(left) > 0 {
		got = append(got, "unmapped "+strings.Join(left, ", "))
	}
	return strings.Join(got, "; ")
}

// Cards and tables as converters to Markdown write them. What is no row of the table of
// indicators makes no indicator.
func TestMarkdownTables(t *testing.T) {
	const first = "リサイクル率 baseline 0 27% actual 2024 28% up; "
	for text, want := range map[string]string{
		measureBefore + "\n| 新規 | 食品ロスの削減 | 市民部 ごみ政策課<br>環境課 |\n|---|---|---|\n\n| 1 予算額 | 4,650千円 |\n|---|---|\n| 2 目的及び効果 | 減らします。 |\n": first +
			"project 食品ロスの削減 new 市民部ごみ政策課 市民部環境課 purpose=減らします。 4,650千円",
		measureBefore + "\n## 食品ロスの削減 `新規`\n\n| 項目 | 内容 |\n|---|---|\n| 担当課 | ごみ政策課 |\n| 予算額 | 4,650千円 |\n| 目的及び効果 | 減らします。 |\n": first +
			"project 食品ロスの削減 new ごみ政策課 purpose=減らします。 4,650千円",
		measureBefore + "\n## 食品ロスの削減\n\n| 項目 | 内容 |\n|---|---|\n| 区分 | 新規 |\n| 担当課 | ごみ政策課 |\n| 予算額 | 4,650千円 |\n":                      first + "project 食品ロスの削減 new ごみ政策課 4,650千円",
		measureBefore + "\n| 事業名 | 食品ロスの削減 |\n|---|---|\n| 担当 | ごみ政策課 |\n| 予算額 | 4,650千円 |\n":                                            first + "project 食品ロスの削減  ごみ政策課 4,650千円",
		measureBefore + "\n`充実`\n\n## 食品ロスの削減\n\nごみ政策課\n\n1 予算額\n\n4,650千円\n":                                                            first + "project 食品ロスの削減 expanded ごみ政策課 4,650千円",
		measureBefore + "\n*※基準値は原則として令和4年度実績値です。*\n":                                                                                    "リサイクル率 baseline 2022 27% actual 2024 28% up",
		measureBefore + "\n> ※基準値は原則として令和4年度実績値です。\n":                                                                                    "リサイクル率 baseline 2022 27% actual 2024 28% up",
		"# 基本施策 12 ごみ\n\n| No. | 指標名 | 基準値 | R6 | 目指す方向 |\n|---|---|---|---|---|\n| 1 | 回収量 | 2t | 3t | ↗ |\n| 2 | 排出量 | 5t | — | ↘ |\n": "回収量 baseline 0 2t actual 2024 3t up; 排出量 baseline 0 5t down",
		measureBefore + "\n| 会議 | 開催 |\n|---|---|\n| 審議会 | 4回 |\n":                                                                       first + "unmapped 会議, 開催, 審議会, 4回",
		measureBefore + "| 計画の策定 | 検討 | 検討 | | |\n| 会議 | 開催 |\n":                                                                         first + "計画の策定 baseline 0 検討 actual 2024 検討; unmapped 会議, 開催",
		measureBefore + "\n| 焼却灰 | 9t | 8t | — | ↘ |\n|---|---|---|---|---|\n":                                                           first + "焼却灰 baseline 0 9t actual 2024 8t down",
		"# 基本施策 12 ごみ\n\n| 指標名 | 補助件数(累計) | 測定 箇所 |\n|---|---|---|\n| 基準値 | 1件 | 2か所 |\n| R6 | 3件 | — |\n| 目指す方向 | ↗ | → |\n| その他 | 1 | 2 |\n": "" +
			"補助件数(累計) baseline 0 1件 actual 2024 3件 up; 測定箇所 baseline 0 2か所 maintain; unmapped その他, 1, 2",
	} {
		if got := describeItems(parse(t, text)); got != want {
			t.Errorf("%s:\n got %s\nwant %s", text, got, want)
		}
	}
}

// Tables of initiatives as converters to Markdown write them.
func TestMarkdownInitiatives(t *testing.T) {
	const plan = "# 基本施策 12 ごみ\n\n## 自治体経営改革推進計画(令和5年度～令和8年度)\n\n"
	const head = "| No. | 取組項目 | 担当課 |\n|---|---|---|\n"
	for text, want := range map[string]string{
		plan + "### 基本施策 12 ごみ\n\n#### 1 減らします\n\n" + head + "| 1 | 啓発 | ごみ政策課 |\n| 2 | 処理機 | 環境課 |\n\n**2 保ちます**\n\n" + head + "| 3 | 監視 | 環境課 |\n\n" +
			"### 基本施策 13 環境\n\n#### 1 守ります\n\n" + head + "| 4 | 測定 | 環境課 |\n": "12 ごみ, 12/1 減らします, 12/1/1 啓発 ごみ政策課, 12/1/2 処理機 環境課, 12/2 保ちます, 12/2/3 監視 環境課, 13 環境, 13/1 守ります, 13/1/4 測定 環境課",
		plan + "### 基本施策 12 ごみ\n\n#### 展開方向1 減らします\n\n" + head + "| 1 | 啓発 | ごみ政策課 |\n\n#### 展開方向2 保ちます\n\n" + head + "| 2 | 監視 | 環境課 |\n\n" +
			"### 基本施策 13 環境\n\n" + head + "| 3 | 測定 | 環境課 |\n": "12 ごみ, 12/1 減らします, 12/1/1 啓発 ごみ政策課, 12/2 保ちます, 12/2/2 監視 環境課, 13 環境, 13/3 測定 環境課",
		plan + "- 12 ごみ\n  - 1 減らします\n    - No.1 啓発（ごみ政策課）\n": "12 ごみ, unmapped - 12 ごみ, unmapped - 1 減らします, unmapped - No.1 啓発（ごみ政策課）",
		plan + "| 基本施策 | 展開方向 " + head[:len(head)-len("|---|---|---|\n")] + "|---|---|---|---|---|\n| 12 ごみ | 1 減らします | 1<br>2 | 啓発<br/>処理機 | ごみ政策課<br>環境課、関係課 |\n": "" +
			"12 ごみ, 12/1 減らします, 12/1/1 啓発 ごみ政策課, 12/1/2 処理機 環境課 関係課",
		plan + "| 基本施策 | 展開方向 " + head[:len(head)-len("|---|---|---|\n")] + "|---|---|---|---|---|\n| 12 ごみ | 1 減らします | 1<br>2 | 啓発<br/>処理機 | ごみ政策課 |\n": "" +
			"12 ごみ, 12/1 減らします, unmapped 1<br>2, unmapped 啓発<br/>処理機, unmapped ごみ政策課",
		"# 基本施策 12 ごみ\n\n## 【◆展開方向1：減らします】\n\n## ■ ◆展開方向2：保ちます\n": "12 ごみ, 12/1 減らします, 12/2 保ちます",
	} {
		document := parse(t, text)
		var got []string
		for _, item := range document.Items {
			one := item.ID + " " + item.Name
			for _, section := range item.Departments {
				one += " " + section.Section
			}
			got = append(got, one)
		}
		for _, piece := range document.Unmapped {
			got = append(got, "unmapped "+piece.Text)
		}
		if joined := strings.Join(got, ", "); joined != want || len(document.Notes) > 0 {
			t.Errorf("%s:\n got %s, notes %q\nwant %s", text, joined, document.Notes, want)
		}
	}
}
