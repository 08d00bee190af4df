package komaki

import (
	"fmt"
	"strings"
	"testing"
)

// A heading is found behind other text of its cell, and where it is wrapped
// inside its words; what only sounds like one stays in its sentence.
func TestHeadingsInLines(t *testing.T) {
	const heads = "指標名\t基準値\tR6\tR7\tR8\t目指す方向\n"
	for text, want := range map[string]string{
		"◆展開方向1:整えます " + heads + "甲\t1 件\t2 件\t—\t—\t↗":                       "7; 7/1 整えます: 甲",
		"◆展開方向1:整えます\n" + heads + "甲\t1 件\t2 件\t—\t—\t↗ 乙\t3 件\t4 件\t—\t—\t↗": "7; 7/1 整えます: 甲, 乙",
		"※基準値は令和4年度実績値です。 ◆展開方向2:守ります\n" + heads + "甲\t1 件\t—\t—\t—\t↗":       "7; 7/2 守ります: 甲",
		"※基準値は令和4年度実績値です。 基本施策 8 河川\n" + heads + "甲\t1 件\t—\t—\t—\t↗":         "7; 8 河川: 甲",
		"基本施\n策 8 河川": "7; 8 河川:",
		"展開\n方向1:整えます\n" + heads + "甲\t1 件\t—\t—\t—\t↗":                             "7; 7/1 整えます: 甲",
		"【まちの状態\nを表す指標】\n" + heads + "甲\t1 件\t—\t—\t—\t↗":                           "7 甲",
		"【まちの状態を表す指標】 指標名 基準値 R6 R7 R8 目指す方向 甲 1 件 2 件 — — ↗\n乙\t1 件\t2 件\t—\t—\t↗": "7 甲, 乙",
		"◆道路の体\n系\n道路計画(令和\n6年度～令和8年度)\n":                                           "7; plan 道路計画",
		"◆道路の体系\n整えるものとします。 道路計画(令和6年度～令和8年度) まちづくり推進計画\t\tNo.\t取組項目\t担当課\n":        "7; plan 道路計画",
		"道路は 基本施策 8 の河川と整えます。":                                                      "7",
		"次は 1 予算額 の順に A → B と進めます。":                                                 "7",
	} {
		document := parse(t, "基本施策 7\n\n◆基本施策の目的\n\n道路を整えます。\n"+text)
		var got []string
		for _, item := range document.Items {
			one := strings.TrimSuffix(item.ID+" "+item.Name+":", " :")
			var names []string
			for _, indicator := range item.Indicators {
				names = append(names, indicator.Name)
			}
			got = append(got, strings.TrimSpace(one+" "+strings.Join(names, ", ")))
		}
		if document.Plan != nil {
			got = append(got, "plan "+document.Plan.Name)
		}
		if joined := strings.Join(got, "; "); joined != want || len(document.Unmapped) > 0 {
			t.Errorf("%q: got %s, want %s; unmapped %v", text, joined, want, document.Unmapped)
		}
	}
}

// Values of indicators, with their years: a value that a line end parts is whole,
// a row that lost cells leaves its baseline undated, and a row that a later table
// of the item repeats stands once.
func TestIndicatorRows(t *testing.T) {
	const heads = "指標名\t基準値\tR6\tR7\tR8\t目指す方向\n"
	for rows, want := range map[string]string{
		"甲\t1,234\n千円\t1,300千円\t—\t—\t↗":                            "甲 2022 1,234 千円, 2024 1,300千円",
		"甲\t56.2% (令和\n3年度)\t57.0%\t—\t—\t↗":                        "甲 2021 56.2% (令和 3年度), 2024 57.0%",
		"甲\t10 件\n(R3)\t12 件\t—\t—\t↗":                              "甲 2021 10 件 (R3), 2024 12 件",
		"甲\t29\n経営体\t31 経営体\t—\t—\t↗":                               "甲 2022 29 経営体, 2024 31 経営体",
		"甲\t10 件\n(R3\n年度)\t12 件\n(R8.2末)\t—\t—\t↗":                 "甲 2021 10 件 (R3 年度), 2025 12 件 (R8.2末)",
		"甲\t10 件\n乙\t12 件\t—\t—\t—\t↗":                              "甲 2022 10 件; 乙 2022 12 件",
		"甲\t88 者\t91 者\t↗":                                          "甲 0 88 者, 0 91 者; layout/year-unknown",
		"甲\t88 者\t—\t—\t↗":                                          "甲 0 88 者; layout/year-unknown",
		"甲\t88 者\t—\t——\t95者以上":                                     "甲 0 88 者; direction 95者以上; layout/year-unknown",
		"甲\t88 者\t90 者\t—\t95者以内":                                   "甲 0 88 者, 0 90 者; direction 95者以内; layout/year-unknown",
		"甲\t88 者\t90 者\t—\t95者":                                     "甲 2022 88 者, 2024 90 者, 2026 95者",
		"甲の数3,410 者\t—\t—\t—\t↗":                                    "甲の数 2022 3,410 者; layout/joined-cells",
		"甲(累計)1,240 者\t1,300者\t—\t—\t↗":                             "甲(累計) 2022 1,240 者, 2024 1,300者; layout/joined-cells",
		"甲の受講率80%\t1,300者\t—\t—\t↗":                                 "甲の受講率80% 0 1,300者; layout/year-unknown",
		"甲の率(満20歳)\t13%\t—\t—\t↗":                                   "甲の率(満20歳) 0 13%; layout/year-unknown",
		"甲\t1,240 者1,300者\t—\t—\t↗":                                 "甲 0 1,240 者1,300者; value/unreadable",
		"甲\t1,240 者\t1,300者1,400者\t—\t↗":                            "甲 0 1,240 者, 0 1,300者1,400者; layout/year-unknown; value/unreadable",
		"甲\t1,240者1,300者1,400者\t—\t↗":                               "甲 0 1,240者1,300者1,400者; value/unreadable",
		"甲の数3,410者1,300者\t—\t—\t↗":                                  "甲の数3,410者1,300者 ; layout/year-unknown",
		"甲の数3,410者\t↗":                                              "甲の数3,410者 ; layout/year-unknown",
		"甲の数3,410者\t—\t↗":                                           "甲の数3,410者 ; layout/year-unknown",
		"甲\t88 者\t90 者\t—\t—\n↗\n乙\t1 者\t2 者\t3 者\t4 者\t↗":          "甲 2022 88 者, 2024 90 者; 乙 2022 1 者, 2024 2 者, 2025 3 者, 2026 4 者; layout/joined-cells",
		"甲\t88 者\t90 者\t—\t—\n\n↗\n乙\t1 者\t2 者\t3 者\t4 者\t↗":        "甲 2022 88 者, 2024 90 者; 乙 2022 1 者, 2024 2 者, 2025 3 者, 2026 4 者; layout/unmapped",
		"甲\t88 者\n\n\t91 者\t92 者\t—\t—\t↗":                          "甲 2022 88 者;  2022 91 者, 2024 92 者; required/name",
		"甲\t88 者\n91 者\t—\t—\t↗":                                    "甲 2022 88 者, 2024 91 者",
		"甲\t2\n05 件\t231 件\t—\t—\t↗":                                "甲 2022 2 05 件, 2024 231 件; value/unreadable",
		"甲\t(25/37 団体)\t(24/37 団体) (令和5年度)\t—\t—\t↗":                "甲 2022 (25/37 団体), 2023 (24/37 団体) (令和5年度)",
		"甲\t1 件\t2 件\t—\t—\t↗\n\n" + heads + "甲\t1 件\t2 件\t—\t—\t↗": "甲 2022 1 件, 2024 2 件",
		"甲\t1 件\t2 件\t—\t—\t↗\n\n" + heads + "甲\t1 件\t3 件\t—\t—\t↗": "甲 2022 1 件, 2024 2 件; 甲 2022 1 件, 2024 3 件; value/restated",
	} {
		document := parse(t, "基本施策 7\n\n◆基本施策の目的\n\n整えます。\n\n"+heads+rows+"\n\n※基準値は原則として令和4年度実績値です。\n")
		var got []string
		for _, indicator := range document.Items[0].Indicators {
			var values []string
			for _, value := range indicator.Values {
				values = append(values, fmt.Sprint(value.FY, " ", strings.ReplaceAll(value.Raw, "\n", " ")))
			}
			got = append(got, indicator.Name+" "+strings.Join(values, ", "))
			if direction := indicator.Direction; direction != nil && direction.Bound != "" {
				got = append(got, "direction "+direction.Raw)
			}
		}
		for _, diagnostic := range document.Diagnostics {
			got = append(got, string(diagnostic.Code))
		}
		if joined := strings.Join(got, "; "); joined != want {
			t.Errorf("%q: got %s, want %s", rows, joined, want)
		}
	}
}
