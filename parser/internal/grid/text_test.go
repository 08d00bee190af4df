package grid

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"sheetconv/model"
)

// The trims look at bytes first; they must not differ from what isBlank says
// for any character.
func TestTrim(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		for _, text := range [...]string{string(r), string(r) + "あ" + string(r), " " + string(r) + "\u3000a " + string(r) + " "} {
			want := strings.TrimFunc(text, isBlank)
			if got := trimSpace(text); got != want {
				t.Fatalf("%U: %q is trimmed to %q, expected %q", r, text, got, want)
			}
		}
		if unicode.IsSpace(r) && !isBlank(r) {
			t.Errorf("%U is white space but no blank", r)
		}
	}
}

func TestRuneCount(t *testing.T) {
	const text = "a計画 (Plan)\t①②𠮷ｱ～e\u0301事業の評価"
	for start := range len(text) {
		for end := start; end <= len(text); end++ {
			if part := text[start:end]; utf8.ValidString(part) && int(runeCount(part)) != utf8.RuneCountInString(part) {
				t.Errorf("%q: %d characters", part, runeCount(part))
			}
		}
	}
}

func TestSlice(t *testing.T) {
	g := newGrid(t, "a |\n目的 12 件\n　達成率 評価\n|\n")
	cell := g.Rows[0].Cells[1]
	for _, test := range []struct {
		from, to string // the slice begins at the one and ends before the other
		text, at string
	}{
		{"目的", "", "目的 12 件\n　達成率 評価", "2:1"},
		{"目的", " 12", "目的", "2:1"},
		{" 12", "件", "12", "2:4"},
		{"件", "達成", "件", "2:7"},
		{"\n", "", "達成率 評価", "3:2"},
		{"率", " 評価", "率", "3:4"},
		{" 評価", "評価", "", "3:6"},
		{"\n", "達成", "", "3:2"},
	} {
		start, end := strings.Index(cell.Text, test.from), len(cell.Text)
		if test.to != "" {
			end = strings.Index(cell.Text, test.to)
		}
		part := cell.Slice(start, end)
		if part.Text != test.text || part.At.String() != test.at || g.Text[part.Offset:part.end()] != part.Text {
			t.Errorf("from %q to %q: %q at %s, byte %d, expected %q at %s",
				test.from, test.to, part.Text, part.At, part.Offset, test.text, test.at)
		}
		if again := part.Slice(0, len(part.Text)); again != part {
			t.Errorf("the whole slice of %v is %v", part, again)
		}
	}
	if at := advance(model.Position{Line: 3, Column: 5}, "𠮷あ"); at != (model.Position{Line: 3, Column: 7}) {
		t.Errorf("advanced to %s", at)
	}
}

func TestIsSeparator(t *testing.T) {
	for line, want := range map[string]bool{
		"---":               true,
		"======":            true,
		"---------\t------": true,
		"---\t---\t\t":      true,
		"|---|---|":         true,
		"| --- | - |":       true,
		"  |:-:|--:|":       true,
		"|:-|":              true,
		"--- | ---":         true,
		"+-----+---+":       true,
		"|=====+===|":       true,
		"----  ----":        true,
		"":                  false,
		"-":                 false,
		"-- --":             false,
		"- - -":             false,
		"| - | - |":         false,
		"|  | --- |":        false,
		"\t---\t---":        false,
		"---\t\t---":        false,
		"| : | - |":         false,
		":-":                false,
		"|":                 false,
		"||":                false,
		"--- a":             false,
		"———":               false,
		"－－－":               false,
	} {
		if got := isSeparator(line); got != want {
			t.Errorf("%q: %t", line, got)
		}
	}
}

func TestIndexPipe(t *testing.T) {
	for text, want := range map[string]int{
		"": -1, "a": -1, "|": 0, "a|b|": 1, `a\|b`: -1, `a\|b|`: 4, `\\|`: 2, `\\\|`: -1, `\|\\|`: 4,
	} {
		if got := indexPipe(text); got != want {
			t.Errorf("%q: pipe at %d, expected %d", text, got, want)
		}
	}
}

func TestHeadingMarks(t *testing.T) {
	for line, want := range map[string][2]int{
		"# 計画":        {2, 0},
		"###### 計画 ":  {7, 0},
		"## 計画 ##":    {3, 3},
		"#\u3000計画 #": {4, 2},
		"# 計画#":       {2, 0},
		"# ##":        {2, 0},
		"# C# #":      {2, 2},
		"#計画":         {0, 0},
		"#  計画":       {0, 0},
		"#\t計画":       {0, 0},
		"####### 計画":  {0, 0},
		"#":           {0, 0},
		"# ":          {0, 0},
		"":            {0, 0},
	} {
		marks := headingMarks(line)
		if closing := closingMarks(line[marks:]); marks != want[0] || marks > 0 && closing != want[1] {
			t.Errorf("%q: %d and %d bytes of marks, expected %v", line, marks, closing, want)
		}
	}
}

func TestDisplayWidth(t *testing.T) {
	for text, want := range map[string]int{"aé": 2, "計画": 4, "ｱｲ": 2, "（１）": 6, "①—※": 6, "e\u0301か\u3099": 3, "\u200b": 0, "𠮷": 2} {
		got := 0
		for _, r := range text {
			got += displayWidth(r)
		}
		if got != want {
			t.Errorf("%q: %d columns, expected %d", text, got, want)
		}
	}
}
