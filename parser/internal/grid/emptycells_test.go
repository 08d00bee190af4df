package grid

import (
	"strings"
	"testing"
)

// A cell that says that it is empty is none, however cells are parted; what stands beside
// other text stays.
func TestEmptyCells(t *testing.T) {
	for name, text := range map[string]string{
		"markdown":   "| 課題 | W | 対応 |\n|---|---|---|\n| W | None を防ぐ。 | W |\n",
		"tabs":       "課題\tW\t対応\nW\tNone を防ぐ。\tW\n",
		"pipe cells": "課題 |\nW |\n対応 |\nW |\nNone を防ぐ。 |\nW |\n",
		"blanks":     "課題  W  対応\n  W  None を防ぐ。  W\n",
	} {
		for _, word := range []string{"None", "nan", "NaN", "NaT", "<NA>", "NULL", "null", "^^", "（空欄）", "(記載なし)", "Unnamed: 5", "Unnamed: 12_level_0", "&nbsp;", "&#xA0;", "<br>", "<br/> <BR />", "&nbsp;　<br>"} {
			text := strings.ReplaceAll(text, "W", word)
			g, places := newGrid(t, text), newPlaces(text)
			var cells []string
			for _, row := range g.Rows {
				for _, cell := range row.Cells {
					cells = append(cells, cell.Text)
					if at := g.Origin(cell.At); at != places.at(strings.Index(text, cell.Text)) {
						t.Errorf("%s with %s: %s stands at %s", name, word, cell.Text, at)
					}
				}
			}
			if got := strings.Join(cells, " "); got != "課題 対応 None を防ぐ。" {
				t.Errorf("%s with %s: cells %q", name, word, got)
			}
			if strings.Contains(strings.ReplaceAll(g.Text, "None を", ""), word) {
				t.Errorf("%s with %s: text %q", name, word, g.Text)
			}
		}
	}
	if !showsNothing("Col5", 4) {
		t.Error("Col5 in the fifth column is taken for a cell")
	}
	for _, word := range []string{"Nonenone", "nano", "NaN%", "Unnamed: 5回", "Unnamed: ", "&amp;", "<b>", "^", "Col4", "Col5回", "空欄", "（空欄）あり", "<br", "<!-- image -->", "None\nNone"} {
		if showsNothing(word, 4) {
			t.Errorf("%q is taken for nothing", word)
		}
	}
}

// The index that pandas prints before the rows of a table is none of its cells.
func TestIndexColumn(t *testing.T) {
	for name, test := range map[string]struct{ text, cells string }{
		"head": {
			"| | 課題 | R3 |\n|---:|:---|:---|\n| 0 | 遊具 | 5 |\n| 1 | 緑地 | 7 |\n\n| | 課題 | R4 |\n|---:|:---|:---|\n| 0 | 遊具 | 9 |\n",
			"0:課題 1:R3 / 0:遊具 1:5 / 0:緑地 1:7 / 0:課題 1:R4 / 0:遊具 1:9",
		},
		"numbers of columns": {
			"| | 0 | 1 |\n|---:|:---|:---|\n| 0 | 課題 | R3 |\n| 1 | 遊具 | 5 |\n| 2 | nan | NaN |\n",
			"0:課題 1:R3 / 0:遊具 1:5",
		},
		"numbers of columns alone": {"課題\n\n0\t1\t2\n課題\tR3\tR4\n遊具\t5\t7\n\n0\t1\t2\n", "0:課題 / 0:課題 1:R3 2:R4 / 0:遊具 1:5 2:7 / 0:0 1:1 2:2"},
		"tabs":                     {"\t課題\tR3\n0\t遊具\t5\n1\t緑地\t7\n", "0:課題 1:R3 / 0:遊具 1:5 / 0:緑地 1:7"},
		"blanks":                   {"    課題  R3\n0   遊具   5\n1   緑地   7\n", "4:課題 10:R3 / 4:遊具 11:5 / 4:緑地 11:7"},
		"one row":                  {"| | R3 | R4 |\n|---|---|---|\n| 0 | 5 | 7 |\n", "1:R3 2:R4 / 0:0 1:5 2:7"},
		"a row without it":         {"| | R3 | R4 |\n|---|---|---|\n| 0 | 5 | 7 |\n| 1 | 5 | 7 |\n| 計 | 10 | 14 |\n", "1:R3 2:R4 / 0:0 1:5 2:7 / 0:1 1:5 2:7 / 0:計 1:10 2:14"},
		"a head of its own":        {"| No. | R3 |\n|---|---|\n| 0 | 5 |\n| 1 | 7 |\n", "0:No. 1:R3 / 0:0 1:5 / 0:1 1:7"},
		"an order of its own":      {"| | R3 |\n|---|---|\n| 0 | 5 |\n| 2 | 7 |\n", "1:R3 / 0:0 1:5 / 0:2 1:7"},
	} {
		if got := describe(newGrid(t, test.text).Rows); got != test.cells {
			t.Errorf("%s: cells %q, expected %q", name, got, test.cells)
		}
	}
}

// Marks that the sheet's page does not have stand in no cell.
func TestPageMarks(t *testing.T) {
	for text, cells := range map[string]string{
		"```markdown\n| 課題 | 対応 |\n|---|---|\n| a | b |\n```\n":              "0:課題 1:対応 / 0:a 1:b",
		"~~~\n課題\t対応\n~~~\n* * *\n":                                          "0:課題 1:対応",
		"課題 |\n対応 |\n値 |\n***\n<footer>2ページ</footer>\n":                      "0:課題 1:対応 2:値",
		"課題\t対応\n<page_number>12</page_number>\n<footer>※基準値は実績値</footer>\n": "0:課題 1:対応 / 0:<footer>※基準値は実績値</footer>",
		"課題\t対応\n** 対応\n``` 例\n*\n__\n* *\n****\n":                           "0:課題 1:対応 / 0:** 対応 / 0:``` 例 / 0:* / 0:__ / 0:* * / 0:****",
	} {
		if got := describe(newGrid(t, text).Rows); got != cells {
			t.Errorf("%q: cells %q, expected %q", text, got, cells)
		}
	}
}

// Words that say that a cell is as another stay where a sheet may print them, and are
// unmapped where rows have several.
func TestDittos(t *testing.T) {
	const head = "課題\t対応\t課\n"
	for text, want := range map[string][2]string{
		head + "a\tb\tc\nd\t同上\t〃\n":                    {"0:課題 1:対応 2:課 / 0:a 1:b 2:c / 0:d 1:同上 2:〃", ""},
		head + "a\tb\t〃\nd\te\t〃\nf\tg\t〃\n":            {"0:課題 1:対応 2:課 / 0:a 1:b 2:〃 / 0:d 1:e 2:〃 / 0:f 1:g 2:〃", ""},
		head + "a\t↑\t〃\nd\t↑\t↑\n":                     {"0:課題 1:対応 2:課 / 0:a 1:↑ 2:〃 / 0:d 1:↑ 2:↑", ""},
		head + "↑\t↑\t↑\t〃\t同上\td\na\t↑\n":              {"0:課題 1:対応 2:課 / 5:d / 0:a 1:↑", "2:1 ↑, 2:3 ↑, 2:5 ↑, 2:7 〃, 2:9 同上"},
		head + "a\t同上\t〃\n〃\t〃\t〃\nf\t同上\t〃\n9\t〃\tx\n": {"0:課題 1:対応 2:課 / 0:a / 0:f / 0:9 2:x", "2:3 同上, 2:6 〃, 3:1 〃, 3:3 〃, 3:5 〃, 4:3 同上, 4:6 〃, 5:3 〃"},
	} {
		g := newGrid(t, text)
		if got := describe(g.Rows); got != want[0] {
			t.Errorf("%q: cells %q, expected %q", text, got, want[0])
		}
		var unmapped []string
		for _, row := range g.Rows {
			for _, cell := range row.Cells {
				g.Claim(cell, Value)
			}
		}
		for _, border := range [][2]int{{0, 20}, {20, len(text)}} {
			for _, piece := range g.Unmapped(border[0], border[1]) {
				unmapped = append(unmapped, piece.At.String()+" "+piece.Text)
			}
		}
		if got := strings.Join(unmapped, ", "); got != want[1] {
			t.Errorf("%q: unmapped %q, expected %q", text, got, want[1])
		}
	}
}
