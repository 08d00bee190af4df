package komaki

import (
	"fmt"
	"strings"
	"testing"

	"sheetconv/model"
)

// indicatorLines gives each indicator of a document with its values on a line.
func indicatorLines(document *model.Document) string {
	var lines []string
	for _, item := range document.Items {
		for _, indicator := range item.Indicators {
			text := item.ID + " " + indicator.Name
			for _, value := range indicator.Values {
				text += fmt.Sprintf(" %s %d %s", value.Measure, value.FY, strings.ReplaceAll(value.Raw, "\n", "/"))
			}
			lines = append(lines, text)
		}
	}
	return strings.Join(lines, "; ")
}

// The cells of a row go on below, or stand in lines without columns; a figure never gets
// the year of another column.
func TestRowsOfSeveralLines(t *testing.T) {
	const measure = "基本施策 7 図書館\n◆基本施策の目的\n読書を支えます。\n【まちの状態を表す指標】\n"
	const note = "※基準値は原則として令和4年度実績値です。\n"
	for name, test := range map[string]struct{ text, want string }{
		"a unit below, a head of two lines": {
			"指標名       基準値          R6       R7  R8  目指す\n                                        方向\n" +
				"本の購入費     1,200 千円     1,250    —   —   ↗\n                       千円\n貸出冊数      8.1 冊        8.4 冊    —   —   ↗\n",
			"7 本の購入費 baseline 2022 1,200 千円 actual 2024 1,250/千円; 7 貸出冊数 baseline 2022 8.1 冊 actual 2024 8.4 冊",
		},
		"a value beside the first line of a name": {
			"                                           目指す\n指標名              基準値       R6     R7  R8  方向\n" +
				"読み聞かせの会に来た親子    52.8%\nの数の割合            (令和3年度)   54.1%  —   —   ↗\n講座の回数            12 回      14 回   —   —   ↗\n",
			"7 読み聞かせの会に来た親子の数の割合 baseline 2021 52.8%/(令和3年度) actual 2024 54.1%; 7 講座の回数 baseline 2022 12 回 actual 2024 14 回",
		},
		"no columns, and no head over the arrow": {
			"指標名 基準値 R6 R7 R8\n本を借りた市民の割合\n52.8%\n(令和3年度) 54.1% — — ↗\n",
			"7 本を借りた市民の割合 baseline 2021 52.8%/(令和3年度) actual 2024 54.1%",
		},
		"a number torn inside its thousands": {
			"指標名       基準値     R6    R7  R8  目指す方向\n           111,9   107,4\n本の購入費      14 千円   48 千円   —   —    ↗\n貸出冊数       8.1 冊   8.4 冊   —   —    ↗\n",
			"7 本の購入費 baseline 2022 111,9/14 千円 actual 2024 107,4/48 千円; 7 貸出冊数 baseline 2022 8.1 冊 actual 2024 8.4 冊",
		},
		"a year in brackets is no name": {
			"指標名       基準値     R6    R7  R8  目指す方向\n(令和3年度)  8.1 冊   8.4 冊   —   —    ↗\n",
			"",
		},
		"a bracket that breaks off": {
			"指標名\t基準値\tR6\tR7\tR8\t目指す方向\n本を借りた市民の割合\t52.8% (令\t54.1%\t—\t—\t↗\n",
			"7 本を借りた市民の割合 baseline 0 52.8% (令 actual 2024 54.1%",
		},
		"an arrow in a year's place": {
			"指標名\t基準値\tR6\tR7\tR8\t目指す方向\n貸出冊数\t8.1 冊\t8.4 冊\t—\t↗\t9 冊\n",
			"7 貸出冊数 baseline 2022 8.1 冊 actual 0 8.4 冊 actual 0 9 冊",
		},
		"the head of a page between rows": {
			"指標名\t基準値\tR6\tR7\tR8\t目指す方向\n貸出冊数\t8.1 冊\t—\t—\t—\t↗\n\nまちの計画 図書編 3\n\n講座の回数\t12 回\t—\t—\t—\t↗\n\nまちの計画 図書編 4\n\n催しの回数\t3 回\t—\t—\t—\t↗\n",
			"7 貸出冊数 baseline 2022 8.1 冊; 7 講座の回数 baseline 2022 12 回; 7 催しの回数 baseline 2022 3 回",
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := indicatorLines(parse(t, measure+test.text+note)); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
