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
		measureBefore + "\n`充実`\n\n## 食品ロスの削減\n\nごみ政策課\n\n1 予算額\n\n4,650千円\n":  first + "project 食品ロスの削減 expanded ごみ政策課 4,650千円",
		measureBefore + "\n| 会議 | 開催 |\n|---|---|\n| 審議会 | 4回 |\n":             first + "unmapped 会議, 開催, 審議会, 4回",
		measureBefore + "| 計画の策定 | 検討 | 検討 | | |\n| 会議 | 開催 |\n":               first + "計画の策定 baseline 0 検討 actual 2024 検討; unmapped 会議, 開催",
		measureBefore + "\n| 焼却灰 | 9t | 8t | — | ↘ |\n|---|---|---|---|---|\n": first + "焼却灰 baseline 0 9t actual 2024 8t down",
		"# 基本施策 12 ごみ\n\n| 指標名 | 補助件数(累計) | 測定 箇所 |\n|---|---|---|\n| 基準値 | 1件 | 2か所 |\n| R6 | 3件 | — |\n| 目指す方向 | ↗ | → |\n| その他 | 1 | 2 |\n": "" +
			"補助件数(累計) baseline 0 1件 actual 2024 3件 up; 測定箇所 baseline 0 2か所 maintain; unmapped その他, 1, 2",
	} {
		if got := describeItems(parse(t, text)); got != want {
			t.Errorf("%s:\n got %s\nwant %s", text, got, want)
		}
	}
}
