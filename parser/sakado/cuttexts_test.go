package sakado

import (
	"fmt"
	"strings"
	"testing"
)

// repeatedHead is the head of the table on the next page.
var repeatedHead = tableHead[strings.Index(tableHead, "基本方針\t"):]

// Each row stands below that of an item and a page break, and says with it what is wanted.
func TestContinueTexts(t *testing.T) {
	item := "\t1\t自治会の\t市民課\t加入を促す。\t配布 2回\t加入率\t72%\t75%\t70%\tB\t目標：4.0%\t継続する。\n"
	const own = "自治会の [市民課] 加入を促す。 | 配布 2回 | 加入率 72% 75% 70% | 目標：4.0% | 継続する。"
	for _, test := range []struct{ name, row, want string }{
		{"a noun behind the activity", "\t\t\t\t\t貸付 5団体\t\t\t\t\t\t\t\n", strings.Replace(own, "配布 2回", "配布 2回/貸付 5団体", 1)},
		{"a noun behind the opinion", "\t\t\t\t\t\t\t\t\t\t\t実績：1.0%\t\n", strings.Replace(own, "4.0%", "4.0%/実績：1.0%", 1)},
		{"a noun and an indicator without baseline", "\t\t\t\t\t寄附 45千円 51千円\t地域の拠点数\t\t10箇所\t7箇所\t\t\t\n",
			strings.Replace(strings.Replace(own, "配布 2回", "配布 2回/寄附 45千円 51千円", 1), "70%", "70% | 地域の拠点数 10箇所 7箇所", 1)},
		{"the name, the sections and an indicator", "\t\t支援\t防災課\t\t\t拠点数\t4箇所\t10箇所\t7箇所\t\t\t\n",
			strings.Replace(strings.Replace(own, "自治会の [市民課]", "自治会の支援 [市民課 防災課]", 1), "70%", "70% | 拠点数 4箇所 10箇所 7箇所", 1)},
		{"merged cells repeated", "\t\t自治会の\t市民課\t\t\t拠点数\t4箇所\t10箇所\t7箇所\t\t\t\n", strings.Replace(own, "70%", "70% | 拠点数 4箇所 10箇所 7箇所", 1)},
		{"an indicator that has moved", "\t\t\t\t\t拠点数\t4箇所\t10箇所\t7箇所\t\t\t\t\n", strings.Replace(own, "70%", "70% | 拠点数 4箇所 10箇所 7箇所", 1)},
		{"one of which two values have moved, too", "\t\t\t\t登録団体の割合\t93 %\t向上\t63.8%\t\t\t\t\t\n", strings.Replace(own, "70%", "70% | 登録団体の割合 93 % 向上 63.8%", 1)},
		{"one whose first value is any word", "\t\t\t\t\t台帳の整備\t調査・研究\t実施\t一部実施\t\t\t\t\n", strings.Replace(own, "70%", "70% | 台帳の整備 調査・研究 実施 一部実施", 1)},
		{"one of which a value is blank", "\t\t\t\t\t庁舎 の 統合\t3件\t\t4件\t\t\t\t\n", strings.Replace(own, "70%", "70% | 庁舎の統合 3件 4件", 1)},
		{"a joined one that has moved", "\t\t\t\t\t拠点数 4箇所 10箇所 7箇所\t\t\t\t\t\t\t\n", strings.Replace(own, "70%", "70% | 拠点数 4箇所 10箇所 7箇所", 1)},
	} {
		found := readText(t, tableHead+item+"\n"+repeatedHead+test.row).Items[0]
		var sections []string
		for _, department := range found.Departments {
			sections = append(sections, department.Section)
		}
		parts := []string{fmt.Sprintf("%s %v", found.Name, sections)}
		for i, text := range found.Texts {
			if i == 2 {
				for _, indicator := range found.Indicators {
					own := indicator.Name
					for _, value := range indicator.Values {
						own += " " + value.Raw
					}
					parts = append(parts, own)
				}
			}
			parts = append(parts, strings.ReplaceAll(text.Text, "\n", "/"))
		}
		if got := strings.Replace(strings.Join(parts, " | "), "] | ", "] ", 1); got != test.want {
			t.Errorf("%s:\n%s, want\n%s", test.name, got, test.want)
		}
	}
}

// A whole row that a page break has cut goes on below, and is no item of its own.
func TestContinueWholeRow(t *testing.T) {
	item := "\t1\t自治会の\t市民課\t支え合い\t配布 3,200\t加入率\t72%\t75%\t70%\tB\tおおむね妥\t条例の\n"
	for name, row := range map[string]string{
		"with the name":      "\t\t支援\t防災課\tの仕組み\t枚を12区へ\t\t\t\t\t\t当\t制定\n",
		"with an indicator":  "\t\t支援\t防災課\tの仕組み\t枚を12区へ\t拠点数\t4箇所\t\t7箇所\t\t当\t制定\n",
		"of the texts alone": "\t\t\t\tの仕組み\t枚を12区へ\t\t\t\t\t\t当\t制定\n",
	} {
		document := readText(t, tableHead+item+row)
		if len(document.Items) != 1 {
			t.Errorf("%s: %d items, want 1", name, len(document.Items))
			continue
		}
		var got []string
		for _, text := range document.Items[0].Texts {
			got = append(got, strings.ReplaceAll(text.Text, "\n", "/"))
		}
		if want := "支え合い/の仕組み | 配布 3,200/枚を12区へ | おおむね妥/当 | 条例の/制定"; strings.Join(got, " | ") != want {
			t.Errorf("%s: %s, want %s", name, strings.Join(got, " | "), want)
		}
		if indicators := document.Items[0].Indicators; name == "with an indicator" && (len(indicators) != 2 || len(indicators[1].Values) != 2 || indicators[1].Values[1].Raw != "7箇所") {
			t.Errorf("%s: %v", name, indicators)
		}
	}
}

// Where nothing has moved, odd cells are what their heads say.
func TestReadInPlace(t *testing.T) {
	row := "\t1\t自治会の支援\t市民課\t加入を促す。\tチラシの配布\t加入率\t72%\t75%\t70%\tB\t妥当である。\t継続する。\n"
	for _, test := range []struct{ cell, odd, activity, sections string }{
		{"チラシの配布", "12件", "12件", "[市民課]"},
		{"市民課", "―", "チラシの配布", "[]"},
		{"加入率", "4R推進協力店数", "チラシの配布", "[市民課]"},
		{"加入率", "DX 研修 2.0", "チラシの配布", "[市民課]"},
	} {
		item := readText(t, tableHead+strings.Replace(row, test.cell, test.odd, 1)).Items[0]
		sections := []string{}
		for _, department := range item.Departments {
			sections = append(sections, department.Section)
		}
		if len(item.Texts) != 4 || item.Texts[1].Text != test.activity || fmt.Sprint(sections) != test.sections ||
			len(item.Indicators) != 1 || len(item.Indicators[0].Values) != 3 || item.Indicators[0].Values[0].Raw != "72%" {
			t.Errorf("%s for %s: %v %v %v", test.odd, test.cell, item.Texts, sections, item.Indicators)
		}
	}
}

// Without a page break, or where names have moved into the column of a text, a word there is
// none of the text.
func TestMovedNamesAreNoTexts(t *testing.T) {
	item := "\t1\t自治会の支援\t市民課\t加入を促す。\t配布 2回\t加入率\t72%\t75%\t70%\tB\t妥当である。\t継続する。\n"
	const moved, lone = "\t\t\t\t\t拠点数\t4箇所\t10箇所\t7箇所\t\t\t\t\n", "\t\t\t\t\t職務の満足度\t\t\t\t\t\t\t\n"
	for name, rows := range map[string]string{"no break": lone, "names have moved": moved + repeatedHead + lone} {
		document := readText(t, tableHead+item+rows)
		if got := document.Items[0].Texts[1].Text; got != "配布 2回" {
			t.Errorf("%s: the activity is %q", name, got)
		}
	}
}
