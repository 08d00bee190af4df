package sheet

import (
	"slices"
	"strings"
	"testing"

	"sheetconv/parser/internal/grid"
)

func TestPlainText(t *testing.T) {
	for text, want := range map[string]string{
		"## 基本施策 27 ##":  "基本施策 27",
		"**3 事業概要**":     "3 事業概要",
		"上<br>下":         "上\n下",
		"図![盾](a.png)の下": "図の下",
		"図![盾":           "図![盾",
		`1\. 概要 \(案\)`:   "1. 概要 (案)",
		"#7 の計画":         "#7 の計画",
		"12,300 千円":      "12,300 千円",
	} {
		if got := PlainText(text); got != want {
			t.Errorf("PlainText(%q) = %q; want %q", text, got, want)
		}
	}
}

func TestPrintedOffset(t *testing.T) {
	printed := "**1 予算額** 500千円"
	plain := PlainText(printed)
	at := strings.Index(plain, "500")
	if got := PrintedOffset(printed, plain, at); printed[got:] != "500千円" {
		t.Errorf("%q begins at byte %d of %q", plain[at:], got, printed)
	}
	if got := PrintedOffset("名称", "名称", 3); got != 3 {
		t.Errorf("without markup byte 3 is byte %d", got)
	}
	broken := "指標名<br>R6"
	if got := PrintedOffset(broken, PlainText(broken), len(PlainText(broken))); got != len(broken) {
		t.Errorf("the end of %q is byte %d, not %d", broken, got, len(broken))
	}
	for printed, rest := range map[string]string{
		"&#x31; 予算額 &#x34;&#x38;,730千円":               "&#x34;&#x38;,730千円",
		"<b>1</b>&nbsp;予算額&#12288;&#x34;&#x38;,730千円": "&#x34;&#x38;,730千円",
		"R&D<br>予算額 &amp;48,730千円":                    "48,730千円",
	} {
		plain := PlainText(printed)
		if got := PrintedOffset(printed, plain, strings.Index(plain, "48,730")); printed[got:] != rest {
			t.Errorf("48,730 begins at %q in %q, not at %q", printed[got:], printed, rest)
		}
	}
}

func TestSplitLines(t *testing.T) {
	for text, want := range map[string][]string{
		"一行":             nil,
		"上\n下":           {"上", "下"},
		"上<BR/>下":        {"上", "<BR/>下"},
		"<li>上</li><p>下": {"<li>上", "</li>", "<p>下"},
		"幅 < 5m<b>太</b>": nil,
	} {
		var got []string
		for _, line := range SplitLines(grid.Cell{Text: text}) {
			got = append(got, line.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("the lines of %q are %q; want %q", text, got, want)
		}
	}
}

func TestTrimCellQuotes(t *testing.T) {
	for text, want := range map[string]string{
		"\"名称":        "名称",
		"名称\"":        "名称",
		"\"名称\"":      "名称",
		"\"甲\"と乙":     "\"甲\"と乙",
		"\"甲\"と\"乙\"": "\"甲\"と\"乙\"",
		"\"":          "\"",
		"名称":          "名称",
	} {
		g := gridOf(t, text)
		cells := TrimCellQuotes(g, g.Rows[0].Cells)
		if cells[0].Text != want || g.Rows[0].Cells[0].Text != text {
			t.Errorf("%s becomes %s, its row %s; want %s", text, cells[0].Text, g.Rows[0].Cells[0].Text, want)
		}
		g.Claim(cells[0], grid.Value)
		if left := g.Unmapped(0, len(text)); len(left) > 0 {
			t.Errorf("%s: unmapped %v", text, left)
		}
	}
}

func TestTrimBold(t *testing.T) {
	for text, want := range map[string]string{"**12%**": "12%", "12%": "12%", "**12": "12", "****": "****"} {
		b := NewBuilder(gridOf(t, text), &Form{})
		cell := b.TrimBold(b.Grid.Rows[0].Cells[0])
		b.Grid.Claim(cell, grid.Value)
		if left := b.Grid.Unmapped(0, len(text)); cell.Text != want || len(left) > 0 {
			t.Errorf("%s becomes %s, unmapped %v; want %s", text, cell.Text, left, want)
		}
	}
}

func TestJoinCells(t *testing.T) {
	cells := gridOf(t, "甲\t**乙**\t丙").Rows[0].Cells
	if got := JoinCells(cells, "・"); got != "甲・乙・丙" {
		t.Errorf("the cells are joined to %s", got)
	}
}
