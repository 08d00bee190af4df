package komaki

import (
	"fmt"
	"strings"
	"testing"

	"sheetconv/model"
)

// Amounts of 予算額 over several lines, in brackets alone, under a label with a
// unit; a lone unit is no amount, and an amount in brackets of which nothing says
// what it is stays unmapped.
func TestBudget(t *testing.T) {
	for part, want := range map[string]string{
		"1 予算額 (債務負担行為 107,910千円)":        "debt_commitment 107910000",
		"1 予算額\n1,250千円\n(債務負担行為\n500千円)": "total 1250000; debt_commitment 500000",
		"1 予算額 1,250千円(債務負担行為\n500千円)":    "total 1250000; debt_commitment 500000",
		"1 予算額 1,250\n千円":                 "total 1250000",
		"1 予算額(千円) 5,454":                 "total 5454000",
		"1 予算額 2\n3,650千円":                "total ; value/unreadable",
		"1 予算額 千円":                        "value/lone-unit",
		"1 予算額 115,580千円(債務負担行為 107,910)": "total 115580000; debt_commitment ; value/unreadable",
		"1 予算額(千円) 5,454(債務負担行為 3,000円)":  "total 5454000; debt_commitment 3000",
		"1 予算額 1,000千円(債務負担行為 0)":         "total 1000000; debt_commitment 0",
		"1 予算額 単位:千円 5,454":               "total 5454000",
		"1 予算額 (単位:千円) 5,454":             "total 5454000",
		"1 予算額 5,454 (単位:千円)":             "total 5454000",
		"1 予算額\n(単位:千円)\n5,454":           "total 5454000",
		"1 予算額 5,454(百万円)":                "total 5454000000",
		"1 予算額 R5:1,000千円 R6:1,200":       "total ; value/unreadable",
		"1 予算額 令和5年度 1,000千円、令和6年度 1,200": "total ; value/unreadable",
		"1 予算額 1,000千円(債務負担行為 千円)":        "total 1000000; value/lone-unit",
		"1 予算額 5,454 (税抜、千円未満切捨て)":        "total ; value/unreadable; layout/unmapped",
		"1 予算額 (12,345千円)":                "layout/unmapped",
		"1 予算額 —":                         "",
		"1 予算額 3,000千円 2 目的及び効果 守ります。":    "total 3000000; purpose 守ります。; layout/joined-cells",
	} {
		document := parse(t, "基本施策 30 協働\n◆基本施策の目的\n協働を進めます。\n\n新規\n\n甲事業\n\n市民部 市民課\n\n"+part+"\n")
		project := document.Items[len(document.Items)-1]
		var got []string
		for _, cost := range project.Costs {
			got = append(got, string(cost.Line)+" "+cost.Yen.String())
		}
		for _, text := range project.Texts {
			got = append(got, string(text.Key)+" "+text.Text)
		}
		for _, diagnostic := range document.Diagnostics {
			got = append(got, string(diagnostic.Code))
		}
		if joined := strings.Join(got, "; "); joined != want {
			t.Errorf("%q: got %s, want %s", part, joined, want)
		}
	}
}

// The marks over a project's name, and names that only the card tells from text.
func TestCards(t *testing.T) {
	const tail = "\n市長公室 行政改革課\n1 予算額 500千円\n"
	for head, want := range map[string]string{
		"充実\n\nデジタル化推進事業":    "デジタル化推進事業 expanded",
		"新規 デジタル化推進事業":       "デジタル化推進事業 new",
		"【拡充】\nデジタル化推進事業":    "デジタル化推進事業 expanded",
		"デジタル化推進事業【新規】":      "デジタル化推進事業 new",
		"デジタル化推進事業":          "デジタル化推進事業 ",
		"新規\nデジタル化推進\n事業":    "デジタル化推進事業 new",
		"新規・拡充\nデジタル化推進事業":   "デジタル化推進事業 ",
		"デジタル化推進事業(令和6年度まで)": "デジタル化推進事業(令和6年度まで) ",
	} {
		document := parse(t, "基本施策 30 協働\n◆基本施策の目的\n協働を進めます。\n\n"+head+tail)
		last := document.Items[len(document.Items)-1]
		if got := last.Name + " " + string(last.Status); last.Kind != model.Project || got != want || len(last.Costs) != 1 {
			t.Errorf("%q: got %s %q with %d costs, want %q", head, last.Kind, got, len(last.Costs), want)
		}
	}
}

// A second card is told by its parts, which begin anew, whatever its head looks
// like; without a head it has no name, and a list in the text is no card.
func TestSecondCard(t *testing.T) {
	const first = "基本施策 30 協働\n◆基本施策の目的\n協働を進めます。\n\n新規\n\n甲事業\n\n市民部 市民課\n\n" +
		"1 予算額 500千円\n\n2 目的及び効果 守ります。\n\n3 事業概要\n\n支えます。\n\n"
	const parts = "1 予算額 900千円\n\n2 目的及び効果 広げます。\n\n3 事業概要\n\n整えます。\n"
	for head, want := range map[string]string{
		"新規\n\n公園整備事業\n(中央公園)\n\n建設部 公園課\n\n":    "公園整備事業 (中央公園): 建設部/公園課",
		"デジタル学習\n推進事業\n\n教育部 学校教育課\n図書館\n\n":     "デジタル学習推進事業: 教育部/学校教育課, 教育部/図書館",
		"病院の改修\n\n小牧市民病院 事務局 病院総務課\n\n":          "病院の改修: 小牧市民病院事務局/病院総務課",
		"公園整備事業 建設部 みどり公園課\n\n":                  "公園整備事業: 建設部/みどり公園課",
		"相談事業\n\n福祉部 福祉課\nこども部 こども課\n保健センター\n\n": "相談事業: 福祉部/福祉課, こども部/こども課, こども部/保健センター",
		"こども未来館\nこども部 こども課\n":                    "こども未来館: こども部/こども課",
		"デジタル学習事\n業\n\n教育部 生涯学\n習課\n\n":          "デジタル学習事業: 教育部/生涯学習課",
		"学習事業\n\n教育部 学校教育課\n生涯学\n習課\n東図書館\n\n":   "学習事業: 教育部/学校教育課, 教育部/生涯学習課, 教育部/東図書館",
		"支えます。 デジタル学習事業\n\n教育部 学校教育課\n\n":        ": 教育部/学校教育課",
		"まちの催し\n\n": "まちの催し: ",
		"":          ": ",
	} {
		document := parse(t, first+head+parts)
		last := document.Items[len(document.Items)-1]
		var sections []string
		for _, one := range last.Departments {
			sections = append(sections, one.Division+"/"+one.Section)
		}
		if got := last.Name + ": " + strings.Join(sections, ", "); got != want || len(document.Items) != 3 {
			t.Errorf("%q: got %d items, the last %q, want %q", head, len(document.Items), got, want)
			continue
		}
		project := document.Items[1]
		if len(project.Costs) != 1 || len(last.Costs) != 1 || last.Costs[0].Raw != "900千円" || !strings.HasPrefix(project.Texts[1].Text, "支えます。") || last.Texts[0].Text != "広げます。" {
			t.Errorf("%q: got %v and %v", head, project, last)
		}
	}
	list := parse(t, first+"予算額 300千円\n1 目的 次の世代\n")
	if text := list.Items[1].Texts[1].Text; len(list.Items) != 2 || len(list.Items[1].Costs) != 1 || text != "支えます。\n予算額 300千円\n1 目的 次の世代" {
		t.Errorf("a list in a text: got %v", list.Items)
	}
}

// Cards without a name have ids of their own, however many there are.
func TestNamelessCards(t *testing.T) {
	document := parse(t, "新規\n甲事業\n建設部 公園課\n"+strings.Repeat("1 予算額 1千円\n2 目的及び効果 守る。\n3 事業概要\n整える。\n", 4))
	var got []string
	for _, item := range document.Items {
		got = append(got, item.ID)
	}
	if joined := strings.Join(got, ", "); joined != "甲事業, ?, ?2, ?3" {
		t.Errorf("got %s", joined)
	}
}

// The head of a card is known by what follows it, also where its sections stand beside
// the name or end as none do; parts behind the usual ones are none of the text before.
func TestCardHeadsAndParts(t *testing.T) {
	const parts = "1 予算額 100千円\n2 目的及び効果 目的です。\n3 事業概要\n概要です\n"
	const usual = "見守り事業 new 福祉部/長寿課: 目的です。|概要です"
	for card, want := range map[string]string{
		"新規\n\n見守り事業\n\n福祉部 長寿課\n\n" + parts:                                 usual,
		"新規\n\n見守り事業\t福祉部 長寿課\n\n" + parts:                                   usual,
		"新規\n\n見守り事業\t福祉部\t長寿課\n\n" + parts:                                  usual,
		"新規\n\n見守り事業\n\nこども未来部 交流プラザ\n\n" + parts:                            "見守り事業 new こども未来部/交流プラザ: 目的です。|概要です",
		"新規\n\n見守り事業\n\n都市政策部 駅周辺整備\n\n" + parts:                             "見守り事業 new 都市政策部/駅周辺整備: 目的です。|概要です",
		"新規\n\n見守り事業\n\n福祉部 長寿課\n\n" + parts + "\n4 事業期間 令和6年度～令和8年度\n":      usual + " (2024-2026)",
		"新規\n\n見守り事業\n\n福祉部 長寿課\n\n" + parts + "\n4 配布の場所 支所\n":              usual + " unmapped 4 配布の場所 支所",
		"新規\n\n見守り事業\n\n福祉部 長寿課\n\n" + parts + "続きです。\n4 財源内訳 市費\n":          usual + "\n続きです。 unmapped 4 財源内訳 市費",
		"新規\n\n見守り事業\n\n福祉部 長寿課\n\n" + parts + "続きです。\n4 園で行う。\n":            usual + "\n続きです。\n4 園で行う。",
		"新規\n\n見守り事業\n\n福祉部 長寿課\n\n" + parts + "3 ほか\n\n4 配布の場所 支所\n":        usual + "\n3 ほか\n4 配布の場所 支所",
		"新規\n\n見守り事業\n\n福祉部 長寿課\n\n" + parts + "基本施策 8 道路\n◆基本施策の目的\n道です。\n": usual,
	} {
		document := parse(t, "基本施策 7 福祉\n\n◆基本施策の目的\n\n支えます。\n\n"+card)
		var got string
		for _, item := range document.Items {
			if item.Kind != model.Project {
				continue
			}
			got += item.Name + " " + string(item.Status)
			for _, department := range item.Departments {
				got += " " + department.Division + "/" + department.Section
			}
			var texts []string
			for _, text := range item.Texts {
				texts = append(texts, text.Text)
			}
			got += ": " + strings.Join(texts, "|")
			if item.Period != nil {
				got += fmt.Sprintf(" (%d-%d)", item.Period.StartFY, item.Period.EndFY)
			}
		}
		for _, piece := range document.Unmapped {
			got += " unmapped " + piece.Text
		}
		if got != want {
			t.Errorf("%q:\n got %q\nwant %q", card, got, want)
		}
	}
}
