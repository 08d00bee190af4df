package komaki

import (
	"strings"
	"testing"

	"sheetconv/model"
)

// The heading of the measure that a page break repeats inside the head of a card is no
// part of it, and does not end it.
func TestHeadingsRepeatedInsideACard(t *testing.T) {
	const before = "基本施策 8 緑化\n充実\n花壇整備事業\n環境部 公園課\n1 予算額 100千円\n2 目的及び効果 花を植えます。\n3 事業概要\n(1) 苗の配布\n\n"
	card := [...]string{"充実\n", "苗木配布事業\n", "環境部 公園課\n", "都市部 道路課\n"}
	const behind = "1 予算額 300千円\n2 目的及び効果 木を植えます。\n3 事業概要\n(1) 苗木の配布\n"
	for _, heading := range []string{"", "緑化\n", "基本施策 8\n", "基本施策 8 緑化\n", "基本施策 8\n\n緑化\n- 3 -\n", "\f基本施策 8 緑化\n\n"} {
		for at := range len(card) + 1 {
			if at < 2 && strings.HasPrefix(heading, "緑化") {
				continue // it might be a name
			}
			text := before + strings.Join(card[:at], "") + heading + strings.Join(card[at:], "") + behind
			document := parse(t, text)
			var got []string
			for _, item := range document.Items {
				if item.Kind != model.Project {
					continue
				}
				var budget []string
				for _, cost := range item.Costs {
					budget = append(budget, cost.Raw)
				}
				got = append(got, item.ID+" "+string(item.Status)+" "+item.Departments[len(item.Departments)-1].Section+" "+strings.Join(budget, "+"))
			}
			const want = "8/花壇整備事業 expanded 公園課 100千円; 8/苗木配布事業 expanded 道路課 300千円"
			if strings.Join(got, "; ") != want {
				t.Errorf("%q before %q:\n got %s\nwant %s", heading, strings.Join(card[at:], ""), strings.Join(got, "; "), want)
			}
		}
	}
}

// The mark of a note behind the mark of a project says nothing.
func TestMarksWithNotes(t *testing.T) {
	for _, mark := range []string{"充実", "充実※", "充実※1", "充実 *2", "【充実】※", "〔充実〕"} {
		for _, end := range []string{"\n", " "} {
			document := parse(t, "基本施策 8 緑化\n"+mark+end+"苗木配布事業\n環境部 公園課\n1 予算額 300千円\n")
			if item := document.Items[len(document.Items)-1]; item.Status != model.StatusExpanded || item.Name != "苗木配布事業" {
				t.Errorf("%q: status %q, name %q", mark+end, item.Status, item.Name)
			}
		}
	}
}
