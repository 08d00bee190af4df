package grid

import (
	"fmt"
	"strings"
	"testing"

	"sheetconv/model"
)

// cutTests mark in their input what is expected: ¶ stands where a row begins, §
// where a cell does. Cells are written as index, colon, text.
var cutTests = []struct {
	name   string
	layout Layout
	forced bool // too short for its layout to be told
	input  string
	cells  string
	widths []int
	pages  []int
}{{
	name:   "pipe cells",
	layout: PipeCells,
	input:  "¶§課題 |\n§値の少ない |\n|\n§12 |\n",
	cells:  "0:課題 1:値の少ない 3:12",
	widths: []int{4},
}, {
	name:   "pipe cells over lines",
	layout: PipeCells,
	input:  "¶§目的 |\n§一行目\n二行目。\n|\n|\n§次 |\n",
	cells:  "0:目的 1:一行目⏎二行目。 3:次",
	widths: []int{4},
}, {
	name:   "pipe cells with a leading pipe",
	layout: PipeCells,
	input:  "¶| §課題 |\n| |\n||\n| §値\n続き |\n| § 次 |\n",
	cells:  "0:課題 3:値⏎続き 4:次",
	widths: []int{5},
}, {
	name:   "pipe cells with a leading pipe only",
	layout: PipeCells,
	input:  "¶| §課題\n| §値\n続き\n| §次\n",
	cells:  "0:課題 1:値⏎続き 2:次",
	widths: []int{3},
}, {
	name:   "a pipe line behind an open pipe cell",
	layout: PipeCells,
	input:  "¶§長い\n| §次 |\n§終 |\n",
	cells:  "0:長い 1:次 2:終",
	widths: []int{3},
}, {
	name:   "pipe cells without the last pipe",
	layout: PipeCells,
	input:  "¶§課題 |\n§値 |\n§1/4",
	cells:  "0:課題 1:値 2:1/4",
	widths: []int{3},
}, {
	name:   "several pipe cells on a line",
	layout: PipeCells,
	input:  "¶§課題 |\n§値 | §12 || §13 |\n§A | B\n|\n| §C | §D |\n§終 |\n§了 |\n",
	cells:  "0:課題 1:値 2:12 4:13 5:A | B 6:C 7:D 8:終 9:了",
	widths: []int{10},
}, {
	name:   "prose before pipe cells",
	layout: PipeCells,
	input:  "¶\n§集計表\n\n§A 順調\nB 停滞\n\n§課題 |\n§値\n\n|\n|\n§次 |\n",
	cells:  "0:集計表 0:A 順調⏎B 停滞 0:課題 1:値 3:次",
	widths: []int{4},
}, {
	name:   "headings between pipe cells",
	layout: PipeCells,
	input:  "¶# §計画\n## §課題 |\n§値\n### §評価 ###\n§次 |\n# |\n# | §##x|\n§終 |\n",
	cells:  "0:計画 0:課題 1:値 1:評価 1:次 3:##x 4:終",
	widths: []int{5},
}, {
	name:   "a printed dash among pipe cells",
	layout: PipeCells,
	input:  "¶| §課題 |\n| §値 |\n| §--- |\n§--- |\n§---\n|\n",
	cells:  "0:課題 1:値 2:--- 3:--- 4:---",
	widths: []int{5},
}, {
	name:   "a ruled table among pipe cells",
	layout: PipeCells,
	input:  "¶§課題 |\n§値 |\n§a |\n§b |\n| §c | §d |\n|---|:-:|\n§長い\n|---|---|\n§終 |\n",
	cells:  "0:課題 1:値 2:a 3:b 4:c 5:d 6:長い 6:終",
	widths: []int{7},
	forced: true,
}, {
	name:   "pages of pipe cells",
	layout: PipeCells,
	input:  "¶§課題 |\n§値 |\n\f¶§事業名 |\n§広\f¶§報 |\n|\n\f\f¶§終 |\n",
	cells:  "0:課題 1:値 / 0:事業名 1:広 / 0:報 / 0:終",
	widths: []int{2, 2, 2, 1},
	pages:  []int{0, 1, 2, 4},
}, {
	name:   "escaped pipes in pipe cells",
	layout: PipeCells,
	input:  "¶§a \\|\nb |\n§c \\\\|\n§d \\| e |\n",
	cells:  "0:a \\|⏎b 1:c \\\\ 2:d \\| e",
	widths: []int{3},
}, {
	name:   "tabs inside pipe cells",
	layout: PipeCells,
	input:  "¶§課題\tA |\n§値\tB |\n§C\t\n|\n",
	cells:  "0:課題\tA 1:値\tB 2:C",
	widths: []int{3},
}, {
	name:   "markdown",
	layout: PipeRows,
	input:  "¶# §事業 評価\n\n¶| §a | §b |  |\n|---|:--:|--:|\n¶|  | §12 | §% |\n¶| §- x ||  |\n",
	cells:  "0:事業 評価 / 0:a 1:b / 1:12 2:% / 0:- x",
	widths: []int{1, 3, 3, 3},
}, {
	name:   "markdown of one column",
	layout: PipeRows,
	input:  "¶| §課題 |\n| --- |\n¶| §値 |\n¶| §続き |\n",
	cells:  "0:課題 / 0:値 / 0:続き",
	widths: []int{1, 1, 1},
}, {
	name:   "markdown without outer pipes",
	layout: PipeRows,
	input:  "¶§a | §b\n--- | ---\n¶§c | §d\n¶§e |\n",
	cells:  "0:a 1:b / 0:c 1:d / 0:e",
	widths: []int{2, 2, 1},
}, {
	name:   "markdown with escaped pipes",
	layout: PipeRows,
	input:  "¶| §a \\| b | §c\\\\| §d |\n¶| §\\| | §e |\n",
	cells:  "0:a \\| b 1:c\\\\ 2:d / 0:\\| 1:e",
	widths: []int{3, 2},
}, {
	name:   "wrapped rows",
	layout: PipeRows,
	input: "¶| §実施の背景\n(市民ニーズ) | §b |\n|---|---|\n¶| §c | §一行目\n二行目\n三行目 |\n¶| §d | §e\n¶§続き\n\n" +
		"¶§文です。 |\n",
	cells:  "0:実施の背景⏎(市民ニーズ) 1:b / 0:c 1:一行目⏎二行目⏎三行目 / 0:d 1:e / 0:続き / 0:文です。",
	widths: []int{2, 2, 2, 1, 1},
}, {
	name:   "rows without a closing pipe take no prose in",
	layout: PipeRows,
	input:  "¶| §a | §b\n|---|---\n¶| §c | §d\n¶§文 |\n¶| §e | §f |\n¶| §g | §h\n¶# §見出し |\n¶§x | §y | §z |\n",
	cells:  "0:a 1:b / 0:c 1:d / 0:文 / 0:e 1:f / 0:g 1:h / 0:見出し / 0:x 1:y 2:z",
	widths: []int{2, 2, 1, 2, 2, 1, 3},
}, {
	name:   "a wrapped row stops at another and at a page",
	layout: PipeRows,
	input:  "¶| §a | §b\n¶| §c | §d |\n¶| §e | §f\n¶§g\f¶§h |\n¶| §i | §j |\n\f¶| §k\n| |\n¶| §l | §m |\n",
	cells:  "0:a 1:b / 0:c 1:d / 0:e 1:f / 0:g / 0:h / 0:i 1:j / 0:k / 0:l 1:m",
	widths: []int{2, 2, 2, 1, 1, 2, 1, 2},
	pages:  []int{0, 0, 0, 0, 1, 1, 2, 2},
}, {
	name:   "a row with more cells than its table is not wrapped",
	layout: PipeRows,
	input:  "¶| §a | §b |\n¶| §c | §d\n¶§e | §f |\n",
	cells:  "0:a 1:b / 0:c 1:d / 0:e 1:f",
	widths: []int{2, 2, 2},
}, {
	name:   "tables of different widths",
	layout: PipeRows,
	input: "¶| §a | §b |\n¶§文\n¶| §c | §d | §e\n続き |\n\n¶| §f | §g | §h | §i\n続き |\f" +
		"¶| §j | §k | §l | §m | §n\n続き |\n¶# §見出し\n¶| §o | §p | §q | §r | §s | §t\n続き |\n",
	cells: "0:a 1:b / 0:文 / 0:c 1:d 2:e⏎続き / 0:f 1:g 2:h 3:i⏎続き / 0:j 1:k 2:l 3:m 4:n⏎続き / 0:見出し / " +
		"0:o 1:p 2:q 3:r 4:s 5:t⏎続き",
	widths: []int{2, 1, 3, 4, 5, 1, 6},
	pages:  []int{0, 0, 0, 0, 1, 1, 1},
}, {
	name:   "tab rows among markdown",
	layout: PipeRows,
	input:  "¶| §a | §b |\n|---|---|\n¶| §c | §d |\n¶§事業名\t\t§値\n\t¶§字下げ\n",
	cells:  "0:a 1:b / 0:c 1:d / 0:事業名 2:値 / 0:字下げ",
	widths: []int{2, 2, 3, 1},
}, {
	name:   "tabs",
	layout: Tabs,
	input:  "\n¶§進行管理シート\n\n¶§項目\t§3-2 協働\t\t\t§6\t\n¶\t\t § 指標 \t§R3\n\t\t\n",
	cells:  "0:進行管理シート / 0:項目 1:3-2 協働 4:6 / 2:指標 3:R3",
	widths: []int{1, 6, 4},
}, {
	name:   "ruled tabs",
	layout: Tabs,
	input:  "¶§項目\t§値\n---------\t------\n¶§a\t§b\n¶\t§---\t§---\n---\t---\t\n¶§-\t§-\n",
	cells:  "0:項目 1:値 / 0:a 1:b / 1:--- 2:--- / 0:- 1:-",
	widths: []int{2, 2, 3, 2},
}, {
	name:   "a stray quotation mark",
	layout: Tabs,
	input:  "¶§\"項目\t§値\n¶§a\t§\"\"b\n¶§c\"\t§d\n",
	cells:  "0:\"項目 1:値 / 0:a 1:\"\"b / 0:c\" 1:d",
	widths: []int{2, 2, 2},
}, {
	name:   "cells of several lines in quotation marks",
	layout: Tabs,
	input:  "¶§No.\t\"§当初\n(R2末)\"\t§値\n¶\"§a\n\n\"\"b\"\" c\"\t\t\"§d\ne\"\n¶§f\t§g\n",
	cells:  "0:No. 1:当初⏎(R2末) 2:値 / 0:a⏎⏎\"\"b\"\" c 2:d⏎e / 0:f 1:g",
	widths: []int{3, 3, 2},
}, {
	name:   "quotation marks that nothing closes, or text behind them",
	layout: Tabs,
	input:  "¶§\"a\n¶§b\t§c\n¶§\"d\n¶§e\"f\t§g\n¶§\"h\"\t§i\n¶§\"j\n\f¶§k\"\t§l\n¶§m\t§\"n",
	cells:  "0:\"a / 0:b 1:c / 0:\"d / 0:e\"f 1:g / 0:\"h\" 1:i / 0:\"j / 0:k\" 1:l / 0:m 1:\"n",
	widths: []int{1, 2, 1, 2, 2, 1, 2, 2},
	pages:  []int{0, 0, 0, 0, 0, 0, 1, 1},
}, {
	name:   "commas in the place of tabs",
	layout: Tabs,
	input:  "¶§基本施策,,,\n¶§a,\"§1,234\",,\"§b\n\"\"c\"\"\"\n¶,,§d,§\"e\n¶§f,,,§\"g\"h\n",
	cells:  "0:基本施策 / 0:a 1:1,234 3:b⏎\"\"c\"\" / 2:d 3:\"e / 0:f 3:\"g\"h",
	widths: []int{4, 4, 4, 4},
}, {
	name:   "blanks before cells in quotation marks",
	layout: Tabs,
	input:  "¶§a,,\n¶ \"§0,\"\"\",\"§b\", \"§c\"\n¶§d,,\n¶§e,,\n",
	cells:  "0:a / 0:0,\"\" 1:b 2:c / 0:d / 0:e",
	widths: []int{3, 3, 3, 3},
}, {
	name:   "commas that group digits outside of quotation marks",
	layout: Tabs,
	input:  "¶§a,§b,,\n¶§c,,§d,\n¶§e,,§412,000千円,§1\n¶§予算額 5,454千円\n¶§f,§12,§340,\n¶§g,,,\n",
	cells:  "0:a 1:b / 0:c 2:d / 0:e 2:412,000千円 3:1 / 0:予算額 5,454千円 / 0:f 1:12 2:340 / 0:g",
	widths: []int{4, 4, 4, 1, 4, 4},
}, {
	name:   "every cell in quotation marks",
	layout: Tabs,
	input:  "¶\"§a\",\"\",\"§b\"\n¶\"§c\", \"§1,234\",\"\"\n¶\"§d\",\"\",\"§2\"\n¶\"§e\",\"\",\"§3\"\n",
	cells:  "0:a 2:b / 0:c 1:1,234 / 0:d 2:2 / 0:e 2:3",
	widths: []int{3, 3, 3, 3},
}, {
	name:   "commas in prose",
	layout: Blanks,
	input:  "¶§東,西,南\n¶§1,234 5,678\n¶§a,,b\n¶§北,,\n",
	cells:  "0:東,西,南 / 0:1,234 5,678 / 0:a,,b / 0:北,,",
	widths: []int{8, 11, 4, 4},
}, {
	name:   "pipes in the prose of a tab file",
	layout: Tabs,
	input:  "¶§A | B\n¶§a |\t§b\n¶§c\t§d |\n¶§C |\n¶| §表 | §行 |\n|---|---|\n¶§e\t§f\n¶§g\t§h\n¶§i\t§j\n¶§k\t§l\n¶\t§m\n",
	cells:  "0:A | B / 0:a | 1:b / 0:c 1:d | / 0:C | / 0:表 1:行 / 0:e 1:f / 0:g 1:h / 0:i 1:j / 0:k 1:l / 1:m",
	widths: []int{1, 2, 2, 1, 2, 2, 2, 2, 2, 2},
}, {
	name:   "headings in a tab file",
	layout: Tabs,
	input:  "¶## §計 画 (Plan) ##\n¶§#\t§名称\n¶§#1\t§#x\n¶§####### 七\t§a#\n¶  # §C#\n¶    §# x\n",
	cells:  "0:計 画 (Plan) / 0:# 1:名称 / 0:#1 1:#x / 0:####### 七 1:a# / 0:C# / 0:# x",
	widths: []int{1, 2, 2, 2, 1, 1},
}, {
	name:   "form feeds in tab rows",
	layout: Tabs,
	input:  "¶§a\t§b\f¶§評\t§𠮷\t§c\n¶\f§d\t§e\n\f\n\f¶§f\t§g",
	cells:  "0:a 1:b / 0:評 1:𠮷 2:c / 0:d 1:e / 0:f 1:g",
	widths: []int{2, 3, 2, 2},
	pages:  []int{0, 1, 2, 4},
}, {
	name:   "runs of blanks",
	layout: Blanks,
	input:  "¶  §事業名　　　§図書館  §21-066\n¶           §R3   §a b\n",
	cells:  "2:事業名 14:図書館 22:21-066 / 11:R3 16:a b",
	widths: []int{28, 19},
}, {
	name:   "one ideographic blank parts nothing",
	layout: Blanks,
	input:  "¶§部長名   §三室　正夫   §課 長  §ア\u00a0イ\n¶§a \u3000§b\n",
	cells:  "0:部長名 9:三室　正夫 22:課 長 29:ア\u00a0イ / 0:a 4:b",
	widths: []int{34, 5},
	forced: true,
}, {
	name:   "blanks without width part nothing",
	layout: Blanks,
	input:  "¶§a\u200b\u200bb   §c \u200bd  \ufeff§e\u0301f  §g\n",
	cells:  "0:a\u200b\u200bb 5:c \u200bd 10:e\u0301f 14:g",
	widths: []int{15},
}, {
	name:   "a combining mark that stands alone",
	layout: Blanks,
	input:  "¶§a  §\u0301  §b\n¶  §\u0338",
	cells:  "0:a 3:\u0301 6:b / 2:\u0338",
	widths: []int{7, 3},
}, {
	name:   "no-break blanks and half-width kana",
	layout: Blanks,
	input:  "¶§ｱｲｳ\u00a0\u00a0§ｶ\u2003\u2003§①　　§x\n",
	cells:  "0:ｱｲｳ 5:ｶ 8:① 14:x",
	widths: []int{15},
}, {
	name:   "tabs among runs of blanks",
	layout: Blanks,
	input:  "¶§a  §b\n¶§c  §d\n¶§e\t§f\n¶§g  §h\n¶§i   §j\n¶§k    §l\n",
	cells:  "0:a 3:b / 0:c 3:d / 0:e 8:f / 0:g 3:h / 0:i 4:j / 0:k 5:l",
	widths: []int{4, 4, 9, 4, 5, 6},
	forced: true,
}, {
	name:   "rules and headings among runs of blanks",
	layout: Blanks,
	input:  "¶# §見出し #\n¶§#   §名称\n----  ------\n¶§-   §-   §-\n======\n¶§a | b  §c\n",
	cells:  "0:見出し / 0:# 4:名称 / 0:- 4:- 8:- / 0:a | b 7:c",
	widths: []int{6, 8, 9, 8},
}, {
	name:   "pages of runs of blanks",
	layout: Blanks,
	input:  "¶§a  §b\n   ¶§- 80 -\n\f  ¶§第Ⅳ部  §x\n¶§左  §y\f¶§右  §z\f",
	cells:  "0:a 3:b / 3:- 80 - / 2:第Ⅳ部 10:x / 0:左 4:y / 0:右 4:z",
	widths: []int{4, 9, 11, 5, 5},
	pages:  []int{0, 0, 1, 1, 2},
}, {
	name:   "prose",
	layout: Blanks,
	input:  "¶§文だけの一行目。\n\n¶　§二行目。\n",
	cells:  "0:文だけの一行目。 / 2:二行目。",
	widths: []int{16, 10},
}, {
	name:   "a web page",
	layout: Tabs,
	input: "\n<!DOCTYPE html>\n<html><head><title>題</title><style>td{a:b}</style></head><body>\n" +
		"<h1>¶§評価シート</h1>¶§前<br>¶§後<script>var a = \"<td>x</td>\"</script>\n" +
		"<table><caption>¶§表</caption><tr><th rowspan=2>¶§活動</th><th colspan='2'>§R3</th><td>&nbsp;</td><td><b>§12</b>\n件</td></tr>\n" +
		"<tr><td></td><td>¶§<input type=checkbox checked>有<ul><li>一</ul></td><td> <!-- x --> §y\n" +
		"<tr><td colspan=3>¶<table><tr><td>§内<td>§側</table>¶§後ろ</td></tr></table><p>¶§※注",
	cells:  "0:評価シート / 0:前 / 0:後 / 0:表 / 0:活動 1:R3 4:12⏎件 / 2:<input type=checkbox checked>有⏎一 3:y / 0:内 1:側 / 0:後ろ / 0:※注",
	widths: []int{1, 1, 1, 1, 5, 5, 2, 5, 1},
}, {
	name:   "what a web page hides",
	layout: Tabs,
	input: "<html><table><tr style='display: none'><td>隠し</td></tr>\n<tr><td>¶§7-003<span hidden>x<span>y</span>z</span></td><td hidden>1</td><td>§b</td></tr>" +
		"</table><p hidden>c<p>¶§d</p><div hidden>¶§e",
	cells:  "0:7-003 1:b / 0:d / 0:e",
	widths: []int{2, 1, 1},
}, {
	name:   "tables in HTML among lines of Markdown",
	layout: Tabs,
	input: "¶# §見出し\n\n¶| §a | §b<br>c |\n|---|---|\n<table>\n<tr><td>¶§1</td><td>§2</td></tr>\n" +
		"<TR><TD>¶§3</td><td>§4</td></tr>\n<tr><td>¶§5</td><td>§6</td></tr></table>\n¶§<b>終わり</b>\n",
	cells:  "0:見出し / 0:a 1:b<br>c / 0:1 1:2 / 0:3 1:4 / 0:5 1:6 / 0:<b>終わり</b>",
	widths: []int{1, 2, 2, 2, 2, 1},
}, {
	name:   "a table copied out of a web page",
	layout: Tabs,
	input:  "<TABLE>\n\t<tr>\n\t\t<td>¶§a</td>\n\t\t<td>\n\t\t§b</td>\n\t</tr>\n</TABLE>\n¶§c\n",
	cells:  "0:a 1:b / 0:c",
	widths: []int{2, 1},
}, {
	name:   "markup in the cells of a tab file",
	layout: Tabs,
	input:  "¶§<ul><li>a</li></ul>\t§<table><tr><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td></tr></table>\n",
	cells:  "0:<ul><li>a</li></ul> 1:<table><tr><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td></tr></table>",
	widths: []int{2},
}, {
	name:   "nothing",
	layout: Blanks,
	input:  " \n\f\n　",
}}

func TestCut(t *testing.T) {
	for _, test := range cutTests {
		t.Run(test.name, func(t *testing.T) {
			text, rowLines, positions := unmark(test.input)
			if layout := detectLayout(text); layout != test.layout && !test.forced {
				t.Errorf("layout %s, expected %s", layout, test.layout)
			}
			cut, err := cutText(text, test.layout, MaxCells, room{})
			rows := cut.rows
			if err != nil {
				t.Fatal(err)
			}
			own := &Grid{Text: cut.text, Layout: test.layout, Rows: rows, page: cut.page, dittos: cut.dittos}
			if cut.page != nil {
				checkPage(t, own, text)
			}
			if got := describe(rows); got != test.cells {
				t.Errorf("cells\n%q, expected\n%q", got, test.cells)
			}
			if len(rows) != len(rowLines) {
				t.Fatalf("%d rows, expected %d", len(rows), len(rowLines))
			}
			for i, row := range rows {
				page := 0
				if test.pages != nil {
					page = test.pages[i]
				}
				line := int(own.Origin(model.Position{Line: int32(row.Line), Column: 1}).Line)
				if line != rowLines[i] || row.Width != test.widths[i] || row.Page != page {
					t.Errorf("row %d: line %d, width %d, page %d, expected %d, %d, %d",
						i, line, row.Width, row.Page, rowLines[i], test.widths[i], page)
				}
				for _, cell := range row.Cells {
					if len(positions) == 0 {
						t.Fatalf("a cell at %s too many", cell.At)
					}
					if at := own.Origin(cell.At); at != positions[0] {
						t.Errorf("cell %q at %s, expected %s", cell.Text, at, positions[0])
					}
					positions = positions[1:]
				}
			}
			checkGrid(t, own)
		})
	}
}

// unmark takes the marks out of a test's input, and returns where they stood.
// Blanks between a § and its cell are passed over, so that a mark need not
// stand behind them.
func unmark(input string) (text string, rowLines []int, cells []model.Position) {
	var out strings.Builder
	at := model.Position{Line: 1, Column: 1}
	waiting := false
	for _, r := range input {
		switch r {
		case '¶':
			rowLines = append(rowLines, int(at.Line))
			continue
		case '§':
			waiting = true
			continue
		}
		if waiting && !isBlank(r) {
			cells = append(cells, at)
			waiting = false
		}
		out.WriteRune(r)
		at.Column++
		if r == '\n' {
			at = model.Position{Line: at.Line + 1, Column: 1}
		}
	}
	return out.String(), rowLines, cells
}

// describe writes rows on one line.
func describe(rows []Row) string {
	var out strings.Builder
	for i, row := range rows {
		if i > 0 {
			out.WriteString(" / ")
		}
		for j, cell := range row.Cells {
			if j > 0 {
				out.WriteString(" ")
			}
			fmt.Fprintf(&out, "%d:%s", cell.Index, strings.ReplaceAll(cell.Text, "\n", "⏎"))
		}
	}
	return out.String()
}

// Whoever appends to a row's cells must not write over the next row.
func TestAppendToRow(t *testing.T) {
	g := newGrid(t, "a\tb\nc\td\n")
	_ = append(g.Rows[0].Cells, Cell{Text: "x"})
	if got := describe(g.Rows); got != "0:a 1:b / 0:c 1:d" {
		t.Error(got)
	}
}

func TestCellLimit(t *testing.T) {
	for layout, text := range map[Layout]string{
		Tabs:      "a\tb\nc\td\te\n",
		PipeRows:  "|a|b|\n|c|d|e|\n",
		PipeCells: "a|b|\nc|d|e|\n",
		Blanks:    "a  b\nc  d  e\n",
	} {
		if _, err := cutText(text, layout, 5, room{}); err != nil {
			t.Errorf("%s: %v at the limit", layout, err)
		}
		if _, err := cutText(text, layout, 4, room{}); err == nil {
			t.Errorf("%s: no error one beyond the limit", layout)
		}
		cut, err := cutText(text, layout, 3, room{})
		rows := cut.rows
		tooMany, is := err.(*TooManyCellsError)
		if !is || tooMany.Line != 2 {
			t.Errorf("%s: error %v, expected one for line 2", layout, err)
		}
		if got := len(rows[0].Cells) + len(rows[len(rows)-1].Cells); layout != PipeCells && got > 4 {
			t.Errorf("%s: %d cells beyond the limit", layout, got)
		}
	}
	if message := (&TooManyCellsError{Line: 7}).Error(); !strings.HasPrefix(message, "line 7: more than 4194304 ") {
		t.Error(message)
	}
}
