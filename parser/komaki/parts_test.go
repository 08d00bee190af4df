package komaki

import (
	"fmt"
	"strings"
	"testing"
)

// What the values of a row are is told by the heads of the columns and by the words
// that the row itself has.
func TestHeadsAndParts(t *testing.T) {
	for _, test := range []struct{ table, want string }{
		{"指標名\t基準値(R4)\t実績値(R5)\t目標値(R8)\t目指す方向\n甲\t1 件\t2 件\t3 件\t↗",
			"甲 baseline 2022 1 件, actual 2023 2 件, target 2026 3 件"},
		{"指標名\t基準値(R2)\t現状値(R5)\tR6\t目指す方向\n甲\t1 件\t2 件\t3 件\t↗",
			"甲 baseline 2020 1 件, actual 2023 2 件, actual 2024 3 件"},
		{"指標名\t現状値(R5)\tR6\t目指す方向\n甲\t1 件\t2 件\t↗", "甲 baseline 2023 1 件, actual 2024 2 件"},
		{"指標名\t基準値(R4)\t実績値\t目標値(R8)\t目指す方向\n甲\t1 件\t2 件\t3 件\t↗",
			"甲 baseline 2022 1 件, actual 0 2 件, target 2026 3 件; layout/year-unknown"},
		{"指標名\t区分\t基準値(R4)\tR6\tR7\t目指す方向\n甲\t目標\t—\t3 件\t4 件\t↗\n\t実績\t1 件\t2 件\t—\t",
			"甲 target 2024 3 件, target 2025 4 件, baseline 2022 1 件, actual 2024 2 件"},
		{"指標名\t基準値(R4)\tR6\tR7\t目指す方向\n甲\t目標\t—\t3 件\t4 件\t↗\n実績\t1 件\t2 件\t—\t—",
			"甲 target 2024 3 件, target 2025 4 件, baseline 2022 1 件, actual 2024 2 件"},
		{"指標名\t\t基準値(R4)\tR6\tR7\t目指す方向\n甲\t春\t1 件\t2 件\t—\t↗\n\t秋\t3 件\t4 件\t—\t↗\n乙\t\t5 件\t6 件\t—\t↗",
			"甲 春 baseline 2022 1 件, actual 2024 2 件; 甲 秋 baseline 2022 3 件, actual 2024 4 件; 乙 baseline 2022 5 件, actual 2024 6 件"},
		{"指標名\t基準値(R4)\tR6\tR7\t目指す方向\n実績\t1 件\t2 件\t—\t↗", "実績 baseline 2022 1 件, actual 2024 2 件"},
	} {
		document := parse(t, "基本施策 7\n\n◆基本施策の目的\n\n整えます。\n\n"+test.table+"\n")
		var got []string
		for _, indicator := range document.Items[0].Indicators {
			var values []string
			for _, value := range indicator.Values {
				values = append(values, fmt.Sprint(value.Measure, " ", value.FY, " ", value.Raw))
			}
			got = append(got, indicator.Name+" "+strings.Join(values, ", "))
		}
		for _, diagnostic := range document.Diagnostics {
			got = append(got, string(diagnostic.Code))
		}
		if joined := strings.Join(got, "; "); joined != test.want {
			t.Errorf("%q: got %s, want %s", test.table, joined, test.want)
		}
	}
}

// The title names the plan where no line of the text does.
func TestPlanInTitle(t *testing.T) {
	for title, want := range map[string]string{
		"みどり市まちづくり推進計画 第2次基本計画 進捗状況(令和5年度)": "みどり市まちづくり推進計画 第2次基本計画",
		"令和5年度 みどり市総合計画 実施状況":               "みどり市総合計画",
		"みどり市総合計画": "みどり市総合計画",
	} {
		document := parse(t, title+"\n\n基本施策 7\n\n◆基本施策の目的\n\n整えます。\n")
		if document.Title != title || document.Plan == nil || document.Plan.Name != want {
			t.Errorf("%q gives the title %q and the plan %v, want %q", title, document.Title, document.Plan, want)
		}
	}
}
