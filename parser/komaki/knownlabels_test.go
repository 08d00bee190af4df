package komaki

import (
	"strings"
	"testing"

	"sheetconv/model"
)

// The lines of wrapped labels are told by what they spell, wherever their words stand.
func TestSpelledLabels(t *testing.T) {
	known := knownLabels{
		measures:   []string{"7図書館の整備", "8公園"},
		directions: []string{"1本を増やします", "2席を増やします", "1木を植えます"},
		first:      []int{0, 2},
	}
	for name, test := range map[string]struct {
		lines string // words behind blanks, lines behind slashes
		want  bool
	}{
		"each label on a line":         {"7 図書館の整備 1 本を増やします/2 席を増やします/8 公園 1 木を植えます", true},
		"wrapped beside each other":    {"7 図書 1 本を増や/館の します/整備//2 席を増やします/1 木を植えます/8 公園", true},
		"a label that is none":         {"7 図書館の整備 1 本を減らします", false},
		"a label that does not end":    {"7 図書館の整備 1 本を増や", false},
		"the second measure first":     {"8 公園 1 木を植えます", true},
		"a direction is passed over":   {"7 図書館の整備 1 本を増やします/8 公園 1 木を植えます", false},
		"the rest of another's column": {"7 図書館の整備 1 本を増やします/館の", false},
	} {
		t.Run(name, func(t *testing.T) {
			var lines [][]string
			for line := range strings.SplitSeq(test.lines, "/") {
				lines = append(lines, strings.Fields(line))
			}
			if got := known.spell(known.begin(none, none), lines) != nil; got != test.want {
				t.Errorf("%q is spelled: %t, want %t", test.lines, got, test.want)
			}
		})
	}
}

// A row's number stands beside the middle of the lines of a cell, or, of an even number,
// beside one of the two in the middle.
func TestLinesAroundNumber(t *testing.T) {
	for name, test := range map[string]struct {
		lines []int
		want  int
	}{
		"one beside":      {[]int{5}, 0},
		"one above":       {[]int{4}, 2},
		"one on each":     {[]int{4, 6}, 0},
		"two from beside": {[]int{5, 6}, 1},
		"three":           {[]int{3, 5, 6}, 0},
		"two below one":   {[]int{4, 6, 7}, oddCost},
	} {
		row := gapRow{middle: 5, besideTwo: 1}
		if got := row.aroundNumber(test.lines); got != test.want {
			t.Errorf("%s: %d, want %d", name, got, test.want)
		}
	}
}

func TestTornNumber(t *testing.T) {
	for text, want := range map[string]bool{"131,8": true, "1,": true, "89,07": true, "131,877": false, "131": false, "a,8": false, "8,8 円": false} {
		if got := endsInTornNumber(text); got != want {
			t.Errorf("%q ends in a torn number: %t, want %t", text, got, want)
		}
	}
}

// initiativeLines gives each initiative of a document with its sections on a line.
func initiativeLines(document *model.Document) string {
	var lines []string
	for _, item := range document.Items {
		if item.Kind == model.Initiative {
			text := item.ID + " " + item.Name
			for _, department := range item.Departments {
				text += " " + department.Section
			}
			lines = append(lines, text)
		}
	}
	return strings.Join(lines, "; ")
}

// Where cells are centered, nothing begins at one place; the headings tell the labels.
func TestCenteredTable(t *testing.T) {
	const headings = "基本施策 7 図書館\n◆基本施策の目的\n読書を支えます。\n◆展開方向1:本を増やします\n◆展開方向2:席を増やします\n" +
		"基本施策 8 公園の手入れ\n◆基本施策の目的\n木を守ります。\n◆展開方向1:木を植えます\n" +
		"◆自治体経営の体系\n                    経営計画(令和5年度～令和8年度)\n"
	const head = "    まちづくり推進計画\n 基本     展開方向        No.       取組項目         担当課\n 施策\n"
	const rows = "        1 本を増      1      絵本の購入       図書課\n" +
		"         やします     2     雑誌の購入と貸出し    図書課\n" +
		"7 図書館   2 席を増      3    電子書籍の貸出し     図書課\n" +
		"         やします     4     机の購入        施設課\n" +
		"8 公園の 1 木を植えます    5    苗木の購入と植付け    公園課\n" +
		"  手入れ\n"
	const want = "7/1/1 絵本の購入 図書課; 7/1/2 雑誌の購入と貸出し 図書課; 7/2/3 電子書籍の貸出し 図書課; 7/2/4 机の購入 施設課; 8/1/5 苗木の購入と植付け 公園課"
	if got := initiativeLines(parse(t, headings+head+rows)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
