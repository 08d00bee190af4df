package hadano

import (
	"slices"
	"strings"
	"testing"
)

// change is a part of yearlySheet and what stands in its place.
type change struct{ from, to string }

func changed(t *testing.T, changes ...change) string {
	t.Helper()
	text := yearlySheet
	for _, own := range changes {
		if !strings.Contains(text, own.from) {
			t.Fatalf("the sheet has no %q", own.from)
		}
		text = strings.Replace(text, own.from, own.to, 1)
	}
	return text
}

// linesClosed returns facts without the blanks, and so without the line ends, inside them.
func linesClosed(facts []string) []string {
	closed := make([]string, len(facts))
	for i, fact := range facts {
		closed[i] = strings.ReplaceAll(fact, " ", "")
	}
	return closed
}

// A cell that a line end has broken is one cell also beside other damage.
func TestDamagedTwice(t *testing.T) {
	want := summaryOf(parseStrictly(t, yearlySheet)[0])
	wrapped := change{"遅れた。\t達成した。", "遅れた。\t達成\nした。"}
	for name, changes := range map[string][]change{
		"the row above has moved":       {wrapped, {"説明\t広報の件数", "\t説明\t広報の件数"}},
		"the row itself has moved":      {wrapped, {"概要(目指すもの)", "\t概要(目指すもの)"}},
		"a note stands above":           {wrapped, {"概要(目指すもの)", "※注記である。\n概要(目指すもの)"}},
		"a page number stands above":    {wrapped, {"概要(目指すもの)", "\n- 19 -\n\n概要(目指すもの)"}},
		"wrapped before a moved row":    {{"調べた。\t作った。", "調べ\nた。\t作った。"}, {"関係計画等", "\t関係計画等"}},
		"a result below a moved row":    {{"件数が増えた。", "件数が\n増えた。"}, {"活動実績", "\t活動実績"}},
		"a name below a note":           {{"協働の件数\t目標", "協働の\n件数\t目標"}, {"成果指標", "※注記である。\n成果指標"}},
		"the head of a theme":           {{"3-2 協働の推進", "3-2 協働の\n推進"}},
		"a title on two lines":          {{"実行計画 進行管理シート", "実行計画\n進行管理シート"}},
		"a name before a page break":    {{"成果指標\t協働の件数\t目標", "成果指標\t協働の件数\n\n- 2 -\n\n\t\t目標"}},
		"the name apart, its row wider": {{"3-2-1. 広報", "3-2-1.\t広報"}},
		"equal grades moved left":       {{"\t\t\t次年度以降\t\tA：継続実施\tB：拡大実施", "次年度以降\tA：継続実施\tB：拡大実施"}},
	} {
		if got := summaryOf(parseStrictly(t, changed(t, changes...))[0]); !slices.Equal(linesClosed(got), linesClosed(want)) {
			t.Errorf("%s: the sheet is read as\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// The columns of a head serve no other table: values without a head of their own take the
// years in order, where there are as many, and have none where there are fewer and no rows
// tell the columns.
func TestHeadOfAnotherTable(t *testing.T) {
	const head = "取組内容\t\t\t\t\t令和3年度(2021年度)\t令和4年度(2022年度)\t令和5年度(2023年度)\t令和6年度(2024年度)\t令和7年度(2025年度)\n"
	want := summaryOf(parseStrictly(t, yearlySheet)[0])
	for name, to := range map[string]string{
		"lost":       "",
		"unreadable": "取組内容\t\t\t\t\t第1期\t第2期\t第3期\t第4期\t第5期\n",
		"<br>":       strings.ReplaceAll(head, "年度(", "年度<br>("),
		"spaced":     strings.NewReplacer("令和", "令 和 ", "年度", " 年 度").Replace(head),
	} {
		if got := summaryOf(parseStrictly(t, changed(t, change{head, to}))[0]); !slices.Equal(got, want) {
			t.Errorf("%s: the sheet is read as\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	few := changed(t, change{head, ""}, change{"配る。\t配る。\t配る。\n取組主管課", "\t配る。\t配る。\n取組主管課"},
		change{"配る。\t配る。\t配る。\n区分", "\t配る。\t\n区分"}, change{"20 千円\t20 千円\t20 千円\t20 千円", "20 千円\t20 千円\t\t20 千円"},
		change{"35 件\t36 件\t36 件\t37 件", "35 件\t\t\t"}, change{"千円\t千円\t千円\t千円", "\t\t\t"}, change{"36 件\t件\t件\t件", "36 件\t\t\t"})
	for _, fact := range summaryOf(parseStrictly(t, few)[0]) {
		if strings.HasPrefix(fact, "plan 20") || strings.HasPrefix(fact, "self 20") {
			t.Errorf("%q has a year that no head tells", fact)
		}
	}
}

// A row without its last year is no row in which the years have moved.
func TestLastYearIsBlank(t *testing.T) {
	text := changed(t, change{"3-2-1. 広報\t\t\t\t作る。", "3-2-1. 広報\t作る。"}, change{"\t配る。\n取組主管課", "\t\n取組主管課"},
		change{"広報課\t\t取組内容(活動)\t\t調べる。", "広報課\t調べる。"}, change{"\t配る。\n区分", "\t\n区分"},
		change{"取組内容\t\t\t\t\t令和3", "取組内容\t\t令和3"}, change{"☐継続\t\t実績\t\t調べた。", "☐継続\t実績\t調べた。"})
	facts := summaryOf(parseStrictly(t, text)[0])
	for _, want := range []string{"goal|2021|作る。", "goal|2024|配る。", "plan 2021 調べる。", "plan 2024 配る。"} {
		if !slices.Contains(facts, want) {
			t.Errorf("the sheet is read as\n%s\nwithout %s", strings.Join(facts, "\n"), want)
		}
	}
}

// A line that each page has at its top is no part of a row, wherever the page ends.
func TestRunningHeads(t *testing.T) {
	want := summaryOf(parseStrictly(t, yearlySheet)[0])
	lines := strings.Split("秦野市 行政経営課\n"+yearlySheet, "\n")
	for i := 3; i < len(lines); i++ {
		for _, top := range []string{"- 2 -\n秦野市 行政経営課", "\f秦野市 行政経営課"} {
			text := strings.Join(slices.Concat(lines[:i], []string{top}, lines[i:]), "\n")
			if got := summaryOf(parseStrictly(t, text)[0]); !slices.Equal(got, want) {
				t.Errorf("%q before %q: the sheet is read as\n%s\nwant\n%s", top, lines[i], strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
	}
}

func TestSplitGrade(t *testing.T) {
	for text, want := range map[string][2]string{
		"B：概ね計画どおり":   {"概ね計画どおり", "B"},
		"Ｂ(概ね計画どおり)":  {"概ね計画どおり", "B"},
		"○：概ね計画どおり":   {"概ね計画どおり", "○"},
		"△ (遅れている)":   {"遅れている", "△"},
		"◎":           {"", "◎"},
		"○○の見直し":      {"○○の見直し", ""},
		"Web(利用者)の調査": {"Web(利用者)の調査", ""},
		"":            {"", ""},
	} {
		if words, grade := splitGrade(text); words != want[0] || grade != want[1] {
			t.Errorf("%q is %q, %q, want %q", text, words, grade, want)
		}
	}
}

func TestLabelBefore(t *testing.T) {
	for text, want := range map[string]string{
		"評価理由 (1) 広報を行った。":    "(1) 広報を行った。",
		"評価理由 （ア） 広報を行った。":    "（ア） 広報を行った。",
		"評価理由 広報を行った。":        "広報を行った。",
		"概要(目指すもの) 手法を整理します。": "手法を整理します。",
		"その他効果 (2) 講座が増える。":   "(2) 講座が増える。",
	} {
		if _, rest, ok := labelBefore(text); !ok || strings.TrimSpace(text[rest:]) != want {
			t.Errorf("behind the label of %q stands %q, want %q", text, text[rest:], want)
		}
	}
}
