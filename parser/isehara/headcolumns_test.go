package isehara

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
)

// valuesIn lists what the indicators of a document hold.
func valuesIn(document *model.Document) string {
	var got []string
	for _, own := range document.Items[0].Indicators {
		if own.Goal != nil {
			got = append(got, own.Name+" goal "+own.Goal.Raw)
		}
		for _, value := range own.Values {
			got = append(got, fmt.Sprint(own.Name, " ", value.FY, " ", value.Measure, " ", value.Raw))
		}
	}
	return strings.Join(got, ", ")
}

func unmappedIn(document *model.Document) []string {
	var left []string
	for _, piece := range document.Unmapped {
		left = append(left, piece.Text)
	}
	return left
}

const (
	targetHead = "目標→【指標名】→【現状値】→年度→→\n"
	resultHead = "目標の達成状況→【指標名】→【現状値】→年度→→\n"
	yearsHead  = "→→→令和3年度→令和4年度→\n"
)

// TestIndicatorColumns holds tables whose columns differ from those of the first form,
// and rows that have lost a cell or a line end.
func TestIndicatorColumns(t *testing.T) {
	for name, test := range map[string]struct {
		rows, want string
		left       []string
	}{
		"years beside their values": {
			"目標の達成状況→【指標名】→【現状値】→年度\n→→→令和3年度\n→頭数→9頭→7頭\n→→→令和4年度→5頭\n",
			"頭数 0 baseline 9頭, 頭数 2021 actual 7頭, 頭数 2022 actual 5頭", nil,
		},
		"years in the cells of their values": {
			"目標の達成状況→【指標名】→【現状値】→年度\n→頭数→9頭→令和3年度 7頭\n→→→令和4年度 5頭\n→延長→-→令和3年度 3m\n→→→令和4年度 2m\n",
			"頭数 0 baseline 9頭, 頭数 2021 actual 7頭, 頭数 2022 actual 5頭, 延長 2021 actual 3m, 延長 2022 actual 2m", nil,
		},
		"a year behind the value before": {
			"目標の達成状況→【指標名】→【現状値】→年度\n→→→令和3年度\n→頭数→9頭→7頭 令和4年度\n→→→5頭\n",
			"頭数 0 baseline 9頭, 頭数 2021 actual 7頭, 頭数 2022 actual 5頭", nil,
		},
		"a year that is the value's own": {
			"目標の達成状況→【指標名】→【現状値】→年度\n→→→令和3年度\n→頭数→9頭→7頭 (令和2年度)\n", "頭数 0 baseline 9頭, 頭数 2020 actual 7頭 (令和2年度)", nil,
		},
		"no column of baselines": {
			"目標の達成状況→【指標名】→年度→→\n→→令和3年度→令和4年度→\n→頭数→7頭→5頭→\n→延長→→2m→\n",
			"頭数 2021 actual 7頭, 頭数 2022 actual 5頭, 延長 2022 actual 2m", nil,
		},
		"a cell of a year is gone": {
			targetHead + yearsHead + "→頭数→9頭 (令和元年度)→5頭→\n→延長→9m→7m→6m→\n",
			"頭数 2019 baseline 9頭 (令和元年度), 頭数 0 target 5頭, 延長 0 baseline 9m, 延長 2021 target 7m, 延長 2022 target 6m", nil,
		},
		"a cell of a year or of the baseline is gone": {
			targetHead + yearsHead + "→捕獲数→9頭→→\n→延長→9m→7m→\n", "延長 0 target 7m", []string{"9頭", "9m"},
		},
		"a goal and a column that is not known": {
			"目標→【指標名】→【現状値】→年度→→→\n→→→令和3年度→令和4年度→最終目標→備考\n→頭数→9頭→7頭→5頭→2頭→シカ\n",
			"頭数 goal 2頭, 頭数 0 baseline 9頭, 頭数 2021 target 7頭, 頭数 2022 target 5頭", []string{"シカ"},
		},
		"the year of a goal": {
			targetHead + "→→→令和3年度→令和4年度→目標値(令和8年度)\n→頭数→9頭→7頭→5頭→2頭\n",
			"頭数 0 baseline 9頭, 頭数 2021 target 7頭, 頭数 2022 target 5頭, 頭数 2026 target 2頭", nil,
		},
		"targets and results by columns": {
			resultHead + "→→→令和3年度→→令和4年度→\n→→→目標→実績→目標→実績\n→頭数→9頭→8頭→7頭→6頭→5頭\n",
			"頭数 0 baseline 9頭, 頭数 2021 target 8頭, 頭数 2021 actual 7頭, 頭数 2022 target 6頭, 頭数 2022 actual 5頭", nil,
		},
		"targets and results by rows": {
			resultHead + "→→→→令和3年度→令和4年度\n→頭数→9頭→目標→8頭→6頭\n→→→実績→7頭→5頭\n",
			"頭数 0 baseline 9頭, 頭数 2021 target 8頭, 頭数 2022 target 6頭, 頭数 2021 actual 7頭, 頭数 2022 actual 5頭", nil,
		},
		"targets and results in the cells": {
			resultHead + yearsHead + "→頭数→9頭→目標 8頭→目標 6頭→\n→→→実績 7頭→実績 5頭→\n",
			"頭数 0 baseline 9頭, 頭数 2021 target 8頭, 頭数 2022 target 6頭, 頭数 2021 actual 7頭, 頭数 2022 actual 5頭", nil,
		},
		"a column of units": {
			"目標→【指標名】→単位→【現状値】→年度→\n→→→→令和3年度→令和4年度\n→頭数→頭→9→7→5\n",
			"頭数 0 baseline 9, 頭数 2021 target 7, 頭数 2022 target 5", nil,
		},
		"years on two lines": {
			targetHead + "→→→令和3年度\n令和4年度→\n→頭数→9頭→7頭→5頭→\n", "頭数 0 baseline 9頭, 頭数 2021 target 7頭, 頭数 2022 target 5頭", nil,
		},
		"a year repeated over its span": {
			resultHead + "→→→令和3年度→令和3年度→\n→頭数→9頭→7頭→\n", "頭数 0 baseline 9頭, 頭数 2021 actual 7頭", nil,
		},
		"one of two years repeated over its span": {
			targetHead + "→→→令和3年度→令和4年度→令和4年度\n→頭数→9頭 (令和元年度)→7頭→5頭→\n",
			"頭数 2019 baseline 9頭 (令和元年度), 頭数 2021 target 7頭, 頭数 2022 target 5頭", nil,
		},
		"the same, and values that may be one": {
			targetHead + "→→→令和3年度→令和4年度→令和4年度\n→頭数→9頭 (令和元年度)→5頭→5頭\n",
			"頭数 2019 baseline 9頭 (令和元年度), 頭数 0 target 5頭, 頭数 0 target 5頭", nil,
		},
		"a blank between the last year and the first row": {
			targetHead + "→→→令和3年度→令和4年度 頭数→9頭→7頭→5頭→\n→延長→9m→8m→6m→\n",
			"頭数 0 baseline 9頭, 頭数 2021 target 7頭, 頭数 2022 target 5頭, 延長 0 baseline 9m, 延長 2021 target 8m, 延長 2022 target 6m", nil,
		},
		"a row in one cell, and the head of its 現状値 is gone": {
			"目標→【指標名】→年度→→\n→→令和3年度→令和4年度→\n→頭数 9頭 (令和2年度) 7頭 5頭→→→\n",
			"頭数 2020 baseline 9頭 (令和2年度), 頭数 2021 target 7頭, 頭数 2022 target 5頭", nil,
		},
		"the same, and a cell is lost": {
			targetHead + "→→→令和3年度→令和4年度 頭数→7頭→5頭→\n→延長→9m→8m→6m→\n",
			"延長 0 baseline 9m, 延長 2021 target 8m, 延長 2022 target 6m", []string{"頭数", "7頭", "5頭"},
		},
		"a name on its own line": {
			targetHead + yearsHead + "→頭数\n→→9頭→7頭→5頭→\n", "頭数 0 baseline 9頭, 頭数 2021 target 7頭, 頭数 2022 target 5頭", nil,
		},
		"the label of the table is gone": {
			"事業行程→項目→年度→→→\n→→令和3年度→令和4年度→→\n→点検→実施→実施→→\n→【指標名】→【現状値】→年度→→\n" + yearsHead + "→頭数→9頭→7頭→5頭→\n",
			"頭数 0 baseline 9頭, 頭数 2021 target 7頭, 頭数 2022 target 5頭", []string{"【指標名】"},
		},
		"years beside the names, and no column of baselines": {
			"目標の達成状況\n【指標名】→令和3年度→令和4年度\n頭数→7頭→5頭\n延長→→2m\n", "頭数 2021 actual 7頭, 頭数 2022 actual 5頭, 延長 2022 actual 2m", nil,
		},
		"the same, and the head of the 現状値 is gone": {
			"目標→【指標名】→令和3年度→令和4年度\n→頭数→9頭→7頭→5頭\n→延長→9m→→2m\n→面積→→→3a\n",
			"頭数 0 baseline 9頭, 頭数 2021 target 7頭, 頭数 2022 target 5頭, 延長 0 baseline 9m, 延長 0 target 2m, 面積 0 target 3a", nil,
		},
		"merged heads and labels on each row": {
			"目標の達成状況→【指標名】→年度→年度\n目標の達成状況→【指標名】→令和3年度→令和4年度\n目標の達成状況→頭数→7頭→5頭\n",
			"頭数 2021 actual 7頭, 頭数 2022 actual 5頭", nil,
		},
		"targets and results beside the years": {
			"目標の達成状況\n【指標名】→【現状値】→令和3年度 目標→令和3年度 実績→令和4年度 目標→令和4年度 実績\n頭数→9頭→8頭→7頭→6頭→5頭\n",
			"頭数 0 baseline 9頭, 頭数 2021 target 8頭, 頭数 2021 actual 7頭, 頭数 2022 target 6頭, 頭数 2022 actual 5頭", nil,
		},
		"the label on each row": {
			targetHead + "目標→→→令和3年度→令和4年度→\n目標→頭数→9頭→7頭→5頭→\n", "頭数 0 baseline 9頭, 頭数 2021 target 7頭, 頭数 2022 target 5頭", nil,
		},
		"a sentence and a note below": {
			targetHead + yearsHead + "→頭数→9頭→7頭→5頭→\n※実数による。\n計画の見直しに合わせて改める。\n",
			"頭数 0 baseline 9頭, 頭数 2021 target 7頭, 頭数 2022 target 5頭", []string{"計画の見直しに合わせて改める。"},
		},
	} {
		document := readRows(t, test.rows)
		if got, left := valuesIn(document), unmappedIn(document); got != test.want || !slices.Equal(left, test.left) {
			t.Errorf("%s: got %s, unmapped %q, expected %s and %q", name, got, left, test.want, test.left)
		}
	}
}

// TestStrayRows holds rows and cells that no rule knows, behind texts.
func TestStrayRows(t *testing.T) {
	for name, test := range map[string]struct {
		rows, text string
		left       []string
	}{
		"a row with an unknown label":      {"目的→柵を直す。→→\n事業の優先度→A→→\n", "柵を直す。", []string{"事業の優先度", "A"}},
		"without empty cells at the end":   {"目的→柵を直す。\n事業の優先度→A\n", "柵を直す。", []string{"事業の優先度", "A"}},
		"an unknown label in the row":      {"目的→柵を直す。→→会計区分→一般\n", "柵を直す。", []string{"会計区分", "一般"}},
		"an unknown line below a row":      {"目的→柵を直す。→→\n事業の優先度\n", "柵を直す。", []string{"事業の優先度"}},
		"a line of the same cell":          {"目的→柵を\n直す。→→\n", "柵を\n直す。", nil},
		"a row whose label is gone":        {"目的→柵を直す。→→\n→農業者→→\n事業内容→点検→→\n", "柵を直す。", []string{"農業者"}},
		"a merged cell carries on":         {"目的→柵を直す。→→\n→網を直す。→→\n主な対象→農業者→→\n", "柵を直す。\n網を直す。", nil},
		"behind a page break":              {"目的→柵を直す。→→\n\f→網を直す。→→\n", "柵を直す。\n網を直す。", nil},
		"options whose label is gone":      {"目的→柵を直す。→→\n→☑高い (A) ☐低い (C)→A→\n", "柵を直す。", []string{"☑高い (A) ☐低い (C)", "A"}},
		"bullets are no options":           {"目的→柵を直す。→→\n\f→○網 ○柵→→\n", "柵を直す。\n○網 ○柵", nil},
		"a label at the end of the cell":   {"目的→柵を直す。 主な対象→農業者\n", "柵を直す。", nil},
		"a note":                           {"目的→柵を直す。→→\n※詳細は別紙。\n", "柵を直す。", nil},
		"a note in the cell":               {"目的→柵を直す。\n※網も直す。\n", "柵を直す。\n※網も直す。", nil},
		"behind the heading of Action":     {"目的→柵を直す。\n取組内容の改善 (Action)\n\n今後の方向性\n", "柵を直す。", []string{"今後の方向性"}},
		"a number before the next label":   {"目的→柵を直す。→→\n2 事業内容→点検→→\n", "柵を直す。", nil},
		"an unknown label of a value gone": {"目的→柵を直す。→→\n事業の優先度→→→計画期間→令和3年度\n", "柵を直す。", []string{"事業の優先度"}},
	} {
		document := readRows(t, test.rows)
		text := ""
		for _, own := range document.Items[0].Texts {
			if own.Key == model.TextPurpose {
				text = own.Text
			}
		}
		if left := unmappedIn(document); text != test.text || !slices.Equal(left, test.left) {
			t.Errorf("%s: got %q, unmapped %q, expected %q and %q", name, text, left, test.text, test.left)
		}
	}
	// A criterion that is not known takes neither the reason nor the options of another.
	const options = "☑高い (A) ☐低い (C)"
	document := readRows(t, "有効性→"+options+"→A→左記判断理由→被害が減りました。\n公平性→"+options+"→A→左記判断理由→皆に届きました。\n")
	if own := document.Items[0].Evaluations; len(own) != 1 || own[0].Reason != "被害が減りました。" || len(own[0].Options) != 2 || len(document.Unmapped) != 4 {
		t.Errorf("evaluations are %+v, unmapped %v", own, document.Unmapped)
	}
}
