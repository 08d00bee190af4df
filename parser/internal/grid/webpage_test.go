package grid

import (
	"fmt"
	"strings"
	"testing"

	"sheetconv/model"
)

// What a web page shows of the content of a row, and what it withholds.
func TestWebPage(t *testing.T) {
	for name, test := range map[string]struct{ content, cells, withheld string }{
		"tags inside a word":         {"<td><b>事業</b>名<td>R3<br>年度<td>令和<span>3</span>年度", "0:事業名 1:R3⏎年度 2:令和3年度", ""},
		"where a line may be broken": {"<td>196<wbr>,0&shy;34\u00ad,&#8203;871<td>公\u200b園", "0:196,034,871 1:公園", ""},
		"entities":                   {"<td>&#9745; 有&nbsp;&#x2610;無<td>A&amp;B<td>R&D<td>5 &lt; 6<td>1&#12288;2", "0:☑ 有 ☐無 1:A&B 2:R&D 3:5 < 6 4:1　2", ""},
		"nothing but blanks":         {"<td>&nbsp;<td>\t\n<td>a", "2:a", ""},
		"a number and its unit":      {"<td>120<br>件<td>120<br/> 件", "0:120⏎件 1:120 件", ""},
		"lines of a cell":            {"<td><p>一</p><ul><li>二<li>三</ul>四", "0:一⏎二⏎三⏎四", ""},
		"hidden inside a word":       {"<td>事業<span hidden>x</span>名<td>a<i style='visibility: hidden'>b</i>", "0:事業名 1:a", ""},

		"a ruby":               {"<td><ruby>市民<rp>(</rp><rt>しみん</rt><rp>)</rp></ruby>の数", "0:市民の数", ""},
		"a ruby without ends":  {"<td><ruby><rb>市<rb>民<rt>し<rt>みん</ruby>の数", "0:市民の数", ""},
		"struck out":           {"<td>12<del>0</del>件<td><s>廃止<br>a</s><td style='text-decoration:line-through'>b<td>c</td>", "0:12件 3:c", "2 0, 2 廃止⏎a, 2 b"},
		"struck out, no end":   {"<td><s>a<td>b", "0:a 1:b", ""},
		"a struck row":         {"<tr style='text-decoration: line-through'><td>a</td><td>b</td></tr><tr><td>c", "0:c", "2 a, 2 b"},
		"the number of a note": {"<td>120件<sup>1)</sup><td>数<sup><a href=#n>[2]</a></sup><td>5<sup>※1</sup><td>m<sup>2</sup><td>1<sup>st</sup>", "0:120件 1:数 2:5※1 3:m2 4:1st", "3 1), 3 [2]"},

		"boxes":               {"<td><input type=checkbox checked> 継続 <input type='radio'\n> 拡大", "0:<input type=checkbox checked> 継続 <input> 拡大", ""},
		"fields":              {"<td><input value='7-0&amp;3'><input type=number value=5 >%<td><input type=hidden value=x><input type=text><td><textarea>\n一\n二</textarea>", "0:7-0&3 5% 2:一⏎二", ""},
		"a field of options":  {"<td><select><option>A<option selected>B</select>評価<td><select><option value=1>一</option></select>", "0:B評価 1:一", ""},
		"no option selected":  {"<td>a<select><option>継続</option><option>拡大</option></select>", "0:a", "5 継続 拡大"},
		"two fields":          {"<td><select><option selected>R5</select><select><option selected>4月</select>", "0:R5 4月", ""},
		"images with a sign":  {"<td><img alt='✓' src=a.gif>継続<img alt='□'>拡大<td><img alt=↗>", "0:✓継続□拡大 1:↗", ""},
		"images with words":   {"<td><img alt='チェックあり'>継続 <img alt=OFF>拡大", "0:☑継続 ☐拡大", ""},
		"images of boxes":     {"<td><img src='/i/check_on.gif'>継続 <img src=b/check_off.gif alt=''>拡大", "0:継続 拡大", "4 check_on.gif, 4 check_off.gif"},
		"images of something": {"<td><img src=a1.gif alt=図1>継続 <img src=a2.gif alt=図2>拡大<td><img alt=順調><td>x<img src=pdf.gif alt=PDF>", "0:継続 拡大 2:x", "4 図1, 4 図2, 4 順調"},
		"images of the page":  {"</table><p><img src=nav_on.gif alt=ホーム><img src=nav_off.gif alt=市政></p>", "", ""},
		"signs of a font":     {"<td><i class='fa fa-check-square-o'></i> 継続 <i class='fa fa-phone'></i>", "0:継続", "4 fa fa-check-square-o"},

		"a list in a cell":           {"<td>取組<td><table><tr><td>一<tr><td>二</table><td>三", "0:取組 1:一⏎二 2:三", ""},
		"a list in a row of its own": {"<td>a<td>b<tr><td><td><table><tr><td>一<tr><td>二</table>", "0:a 1:b / 1:一⏎二", ""},
		"a banner of a page":         {"<td><table><tr><td>一<tr><td>二</table><tr><td>a<td><table><tr><td>b<td>c</table>", "0:一 / 0:二 / 0:a / 0:b 1:c", ""},
		"a long raised text":         {"<td>5<sup>İ" + strings.Repeat("あ", longestNote) + "</sup><td>6<SUP>1</SUP>", "0:5İ" + strings.Repeat("あ", longestNote) + " 1:6", "3 1"},
		"a raised text, cut":         {"<td>5<sup>Ⱥ</sup>", "0:5Ⱥ", ""},
		"a power of ten":             {"<td>10<sup>6</sup>円<td>2×10<sup>3</sup><td>110<sup>2</sup>", "0:10⁶円 1:2×10³ 2:110", "3 2"},
		"a list in a list":           {"<td>取組<td><table><tr><td><table><tr><td>一<tr><td>二</table></table>", "0:取組 1:一⏎二", ""},
		"a table in a cell":          {"<td>指標<td><table><tr><td><td>R3<td>R4<tr><td><td>1<td>2</table>後", "0:指標 / 1:R3 2:R4 / 1:1 2:2 / 0:後", ""},
		"a page in a cell":           {"<td><p>題</p>前<table><tr><td>a<td>b</table><p>後", "0:題 / 0:前 / 0:a 1:b / 0:後", ""},
		"rows to the last":           {"<td rowspan=0>a<td>b<tr><td>c<tr><td>d<tbody><tr><td>e", "0:a 1:b / 1:c / 1:d / 0:e", ""},
		"rows beyond the table":      {"<th rowspan=9>a<td>b</table><table><tr><td>c", "0:a 1:b / 0:c", ""},
		"a list of terms":            {"</table><dl><dt>事業名<dd>清掃<dt>対象<dd><p>市民</p><p>団体</p></dl>外", "0:事業名 1:清掃 / 0:対象 1:市民 / 1:団体 / 0:外", ""},
		"a caption":                  {"<td>a</table><table><caption>表1</caption><tr><td>b", "0:a / 0:表1 / 0:b", ""},
		"divisions":                  {"</table><div><div>事業名</div><div>清掃</div></div>", "0:事業名 / 0:清掃", ""},
	} {
		t.Run(name, func(t *testing.T) {
			source := "<html><table><tr>" + test.content
			g := newGrid(t, source)
			if got := describe(g.Rows); got != test.cells {
				t.Errorf("cells\n%q, expected\n%q", got, test.cells)
			}
			var withheld []string
			for _, one := range g.Withheld() {
				if one.Why != Reading && one.Why != Unselected {
					withheld = append(withheld, fmt.Sprintf("%d %s", one.Why+1, strings.ReplaceAll(one.Text, "\n", "⏎")))
				}
			}
			if got := strings.Join(withheld, ", "); got != test.withheld {
				t.Errorf("withheld %q, expected %q", got, test.withheld)
			}
			checkPage(t, g, source)
			checkGrid(t, g)
		})
	}
}

// Divisions are rows and cells where a page without tables has some of them: what holds
// several others and nothing beside is a row.
func TestDivisions(t *testing.T) {
	row := func(cells ...string) string {
		return "<div class=row>\n<div>" + strings.Join(cells, "</div>\n<div class=cell>") + "</div>\n</div>\n"
	}
	rows := strings.Repeat(row("a", "", "<b>b</b><br>c"), leastRowDivisions-1)
	cells := strings.Repeat("0:a 2:b⏎c / ", leastRowDivisions-1)
	for body, want := range map[string]string{
		"<div><p>題</p>" + rows + "後<div>外</div></div>" + row("d", "e"): "0:題 / " + cells + "0:後 / 0:外 / 0:d 1:e",
		row("d", "e") + rows + "<div>一<div>二</div><div>三</div></div>":  "0:d 1:e / " + cells + "0:一 / 0:二 / 0:三",
		row("d", "e"): "0:d / 0:e",
		row("d", "e") + strings.Repeat(row("a", "b"), leastRowDivisions) + "<table><tr><td>f": "0:d / 0:e / " + strings.Repeat("0:a / 0:b / ", leastRowDivisions) + "0:f",
	} {
		source := "<html><body>" + body
		g := newGrid(t, source)
		if got := describe(g.Rows); got != want {
			t.Errorf("%s\n%q, expected\n%q", body, got, want)
		}
		checkPage(t, g, source)
		checkGrid(t, g)
	}
}

// Positions of a page's text are turned into those of its source.
func TestOrigin(t *testing.T) {
	source := "<!-- saved -->\n<html><table><tr><td>\n  事業&amp;<b>計\n画</b></td><td><input value=12></table>"
	g := newGrid(t, source)
	for at, want := range map[model.Position]model.Position{
		{}:                   {},
		{Line: 1, Column: 1}: {Line: 3, Column: 3},
		{Line: 1, Column: 2}: {Line: 3, Column: 4},
		{Line: 1, Column: 3}: {Line: 3, Column: 5},
		{Line: 1, Column: 4}: {Line: 3, Column: 13},
		{Line: 2, Column: 1}: {Line: 4, Column: 1},
		{Line: 2, Column: 3}: {Line: 4, Column: 28},
		{Line: 2, Column: 4}: {Line: 4, Column: 29},
	} {
		if got := g.Origin(at); got != want {
			t.Errorf("%s of %q is at %s, expected %s", at, g.Text, got, want)
		}
	}
	if got := g.OriginOffset(strings.Index(g.Text, "12")); got != strings.Index(source, "12") {
		t.Errorf("the field is at byte %d", got)
	}
	if plain := newGrid(t, "a\tb\n"); plain.Origin(model.Position{Line: 9, Column: 9}) != (model.Position{Line: 9, Column: 9}) || plain.OriginOffset(3) != 3 || plain.Withheld() != nil || plain.IsPage() {
		t.Error("a text that is no page has other positions")
	}
}

func TestIsWebPage(t *testing.T) {
	for text, want := range map[string]bool{
		"<?xml version=\"1.0\"?>\n<!-- saved from url=(0001)x -->\n<!DOCTYPE html>": true,
		"<!-- a -->\n# 見出し":      false,
		"<!-- never closed":      false,
		"<見出し>\t<html>":          false,
		"\ufeff\n<HTML lang=ja>": true,
	} {
		if got := IsWebPage(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
