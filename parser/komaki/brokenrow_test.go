package komaki

import (
	"fmt"
	"strings"
	"testing"

	"sheetconv/model"
)

// What stands below a row in its columns is the row's; what may be a value of it, but
// of which column can't be told, is no part of a name.
func TestRowsBrokenBetweenCells(t *testing.T) {
	const head = "基本施策 7 商業\n◆展開方向1:商店街を支えます\n指標名\t基準値\tR6\tR7\tR8\t目指す方向\n"
	const next = "通行量\t3,512人\t3,870人\t4,021人\t—\t↗\n"
	const other = "; 通行量 [3,512人 3,870人 4,021人] ↗"
	for row, want := range map[string]string{
		"空き店舗率\t8.9%\t9.2%\t△0.3%\t—\n\t\t\t\t\t10%以内\n": "空き店舗率 [8.9% 9.2% △0.3%] 10%以内" + other,
		"空き店舗率\t8.9%\t9.2%\t△0.3%\t—\n10%以内\n":           "空き店舗率 [8.9% 9.2% △0.3%] 10%以内" + other,
		"空き店舗率\t8.9%\t9.2%\n\t\t\t△0.3%\t—\t10%以内\n":     "空き店舗率 [8.9% 9.2% △0.3%] 10%以内" + other,
		"空き店舗率\t8.9%\n\t\t9.2%\t△0.3%\t—\t↘\n":           "空き店舗率 [8.9% 9.2% △0.3%] ↘" + other,
		"空き店舗率\t8.9%\t9.2%\n10%以内\n":                     "空き店舗率 [8.9% 9.2%] " + other + "; unmapped 10%以内",
		"| 空き店舗率 | 8.9% | 9.2% | △0.3% | — |\n10%以内\n":   "空き店舗率 [8.9% 9.2% △0.3%] 10%以内" + other,
	} {
		text := head + row + next
		if strings.HasPrefix(row, "|") {
			cells := func(line string) string { return "| " + strings.ReplaceAll(line, "\t", " | ") + " |\n" }
			lines := strings.Split(head, "\n")
			text = lines[0] + "\n" + lines[1] + "\n" + cells(lines[2]) + row + cells(strings.TrimSpace(next))
		}
		if got := describeIndicators(t, text); got != want {
			t.Errorf("%q:\n got %s\nwant %s", row, got, want)
		}
	}
}

// describeIndicators returns the indicators of a text with their values and directions.
func describeIndicators(t *testing.T, text string) string {
	t.Helper()
	document := parse(t, text)
	var got []string
	for _, item := range document.Items {
		for _, indicator := range item.Indicators {
			var values []string
			for _, value := range indicator.Values {
				values = append(values, value.Raw)
			}
			direction := ""
			if indicator.Direction != nil {
				direction = indicator.Direction.Raw
			}
			got = append(got, fmt.Sprint(indicator.Name, " ", values, " ", direction))
		}
	}
	for _, piece := range document.Unmapped {
		got = append(got, "unmapped "+piece.Text)
	}
	return strings.Join(got, "; ")
}

// A number that counts on from the year before it is the next year.
func TestHeadsThatCountOn(t *testing.T) {
	const row = "通行量\t3,512人\t3,870人\t4,021人\t4,100人\t↗\n"
	for years, want := range map[string]string{
		"R6\t7\t8":           "[2022 2024 2025 2026]",
		"令和6年度\t7\t8":        "[2022 2024 2025 2026]",
		"H30\t31\tR2":        "[2022 2018 2019 2020]",
		"2024年度\t2025\t2026": "[2022 2024 2025 2026]",
		"R6\tR7※1\tR8*":      "[2022 2024 2025 2026]",
		"R6\t8\t9":           "[2022 2024]",
		"6\t7\t8":            "[2022]",
	} {
		document := parse(t, "基本施策 7 商業\n【まちの状態を表す指標】\n指標名\t【基準値】\t"+years+"\t目指す方向\n"+row+"※基準値は原則として令和4年度実績値\n")
		var got []int
		for _, value := range document.Items[0].Indicators[0].Values {
			got = append(got, value.FY)
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%q: the years %v, want %s; unmapped %v", years, got, want, document.Unmapped)
		}
	}
}

// A number that a line end has parted before the separator of its thousands is one.
func TestNumbersBrokenBeforeTheirSeparator(t *testing.T) {
	const head = "基本施策 7 商業\n◆展開方向1:商店街を支えます\n指標名\t基準値\tR6\tR7\tR8\t目指す方向\n"
	for row, want := range map[string]string{
		"通行量\t3,512人\t3,870人\t4\n,021人\t—\t↗\n": "通行量 [3,512人 3,870人 4,021人] ↗",
		"通行量\t3\n,512人\t3,870人\t4,021人\t—\t↗\n": "通行量 [3,512人 3,870人 4,021人] ↗",
		"空き店舗率\t8.9%\t9\n.2%\t9.0%\t—\t↘\n":     "空き店舗率 [8.9% 9.2% 9.0%] ↘",
		"通行量\t3,512人\t3,870人\t4,\n021人\t—\t↗\n": "通行量 [3,512人 3,870人 4,021人] ↗",
	} {
		if got := strings.ReplaceAll(describeIndicators(t, head+row), "\n", ""); got != want {
			t.Errorf("%q:\n got %s\nwant %s", row, got, want)
		}
	}
}

// A row that a lost line end has joined to the one above is one of its own; the mark of a
// note behind an arrow is no note.
func TestRowsJoinedBehindTheDirection(t *testing.T) {
	const head = "基本施策 7 商業\n◆展開方向1:商店街を支えます\n指標名\t基準値\tR6\tR7\tR8\t目指す方向\n"
	const first = "空き店舗率\t8.9%\t9.2%\t9.0%\t—\t"
	const second = "通行量\t3,512人\t3,870人\t4,021人\t—\t"
	for _, test := range [...]struct{ rows, first, second string }{
		{first + "↘\t" + second + "↗", "↘", "↗"},
		{first + "↘ " + second + "↗", "↘", "↗"},
		{first + "10%以下\t" + second + "4,000人以上", "10%以下", "4,000人以上"},
		{first + "↘\n" + second + "4,000人以上", "↘", "4,000人以上"},
		{first + "↘※1\n" + second + "4,000人以上", "↘※1", "4,000人以上"},
		{first + "↘※\n" + second + "↗ ※2", "↘※", "↗ ※2"},
		{first + "↘*1\t" + second + "↗", "↘*1", "↗"},
	} {
		want := "空き店舗率 [8.9% 9.2% 9.0%] " + test.first + "; 通行量 [3,512人 3,870人 4,021人] " + test.second
		if got := describeIndicators(t, head+test.rows+"\n"); got != want {
			t.Errorf("%q:\n got %s\nwant %s", test.rows, got, want)
		}
	}
	document := parse(t, head+first+"↘※1\n"+second+"4,000人以上\n")
	if direction := document.Items[1].Indicators[0].Direction; direction.Value != model.DirectionDown {
		t.Errorf("the direction of ↘※1 is %q", direction.Value)
	}
}
