package komaki

import (
	"strings"
	"testing"

	"sheetconv/model"
)

const cardBefore = "基本施策 7 健康\n\n◆基本施策の目的\n\n健康寿命を延ばします。\n\n◆展開方向1:習慣を改めます\n\n" +
	"新規\n\n歩く事業\n\n健康部 保健センター\n\n1 予算額 100千円\n\n2 目的及び効果 歩きます。\n\n3 事業概要\n\n歩数を測る\n"

const measureBehind = "\n\n継続\n\n市民プール事業\n\n健康部 スポーツ課\n\n1 予算額 300千円\n\n2 目的及び効果 泳ぎます。\n\n3 事業概要\n\n直します。\n\n" +
	"基本施策 8 高齢者福祉\n\n◆基本施策の目的\n\n住み慣れた地域で暮らします。\n"

// What stands among the lines of a card's text belongs to it, whatever it begins with.
func TestTextsOfCards(t *testing.T) {
	const table = "指標名\t基準値\tR6\tR7\tR8\t目指す方向\n利用者数\t—\t1,000人\t2,000人\t3,000人\t↗\n"
	for lines, want := range map[string]string{
		"基本施策 8 との連携\n記録する\n":         "歩数を測る|基本施策 8 との連携|記録する",
		"基本施策 8 高齢者福祉との連携\n記録する\n":    "歩数を測る|基本施策 8 高齢者福祉との連携|記録する",
		"(1) 予算額 の内訳\n委託料 10,000千円\n": "歩数を測る|(1) 予算額 の内訳|委託料 10,000千円",
		table + "① 記録する\n交換する\n":      "歩数を測る|① 記録する|交換する",
		"指標名     基準値   R6        R7        R8        目指す方向\n利用者数   —        1,000人   2,000人   3,000人   ↗\n\n記録を景品に換える\n\n賞品 2,345千円\n": "歩数を測る|記録を景品に換える|賞品 2,345千円",
		table + "\n記録を景品と交換する\n\n登録する\n": "歩数を測る|記録を景品と交換する|登録する",
	} {
		document := parse(t, cardBefore+lines+measureBehind)
		var got, projects []string
		for i := range document.Items {
			item := &document.Items[i]
			if item.Kind != model.Project {
				continue
			}
			projects = append(projects, item.ID)
			if len(projects) == 1 {
				got = strings.Split(item.Texts[1].Text, "\n")
				if strings.Contains(lines, "指標名") && (len(item.Indicators) != 1 || item.Indicators[0].Name != "利用者数") {
					t.Errorf("%q: indicators %+v", lines, item.Indicators)
				}
			}
		}
		if strings.Join(got, "|") != want || strings.Join(projects, " ") != "7/歩く事業 7/市民プール事業" || len(document.Unmapped) > 0 {
			t.Errorf("%q: got %q of %q, unmapped %v", lines, got, projects, document.Unmapped)
		}
	}
}

// A name of several lines in the table of a card is no line of its text.
func TestNamesInTablesOfCards(t *testing.T) {
	document := parse(t, cardBefore+"指標名\t基準値\tR6\tR7\tR8\t目指す方向\n登録者の\n数\t—\t1人\t2人\t3人\t↗\n利用者数\t—\t1人\t2人\t3人\t↗\n(延べ)\n"+measureBehind)
	var names []string
	for i := range document.Items {
		for _, indicator := range document.Items[i].Indicators {
			names = append(names, indicator.Name)
		}
	}
	if strings.Join(names, " ") != "登録者の数 利用者数 (延べ)" {
		t.Errorf("names %q", names)
	}
}
