package sakado

import (
	"fmt"
	"strings"
	"testing"

	"sheetconv/model"
)

// itemLine writes what the tests below compare of an item.
func itemLine(item *model.Item) string {
	var parts []string
	for _, department := range item.Departments {
		parts = append(parts, department.Section)
	}
	line := item.ID + " " + item.Name + " (" + strings.Join(parts, ", ") + ")"
	for _, text := range item.Texts {
		line += fmt.Sprintf(" %s=%s", text.Key, strings.ReplaceAll(text.Text, "\n", "/"))
	}
	for _, indicator := range item.Indicators {
		line += " [" + indicator.Name
		for _, value := range indicator.Values {
			line += fmt.Sprintf(" %d:%s", value.FY, strings.ReplaceAll(value.Raw, "\n", "/"))
		}
		line += "]"
	}
	for _, evaluation := range item.Evaluations {
		line += " " + evaluation.Grade
	}
	return line
}

// secondItem reads rows between two whole ones and returns the item that they are.
func secondItem(t *testing.T, head, rows string) (line string, document *model.Document) {
	t.Helper()
	document = readText(t, head+row("1", "財政課", "B")+rows+row("9", "財政課", "A"))
	var others []string
	for i := range document.Items {
		if id := document.Items[i].ID; id != "1" && id != "9" {
			others = append(others, itemLine(&document.Items[i]))
		}
	}
	return strings.Join(others, "; "), document
}

const wholeItem = "2 広報の充実 (広報課, 関係各課) overview=紙面を見直します。 activity=紙面を改めた。 assessment=伸びている。 next=続ける。 [読者数 2018:1,200人 2024:2,000人 2021:1,480人] A"

// The row of an item is joined where lines break it, in whatever cell, with or without blank
// cells at its end and wherever it begins, also where the head is one cell wider or narrower.
func TestRowsBrokenAnywhere(t *testing.T) {
	cells := []string{"2", "広報の充実", "広報課 関係各課", "紙面を見直します。", "紙面を改めた。", "読者数", "1,200人", "2,000人", "1,480人", "A", "伸びている。", "続ける。"}
	cut := map[int]int{1: len("広報"), 2: len("広報課 "), 3: len("紙面を"), 4: len("紙面を"), 5: len("読者"), 6: len("1,200"), 7: len("2,000"), 10: len("伸びて"), 11: len("続け")}
	moved := strings.Replace(tableHead, "\t\t\t\t\t\t項目", "\t\t\t\t\t\t\t項目", 1)
	wide := strings.ReplaceAll(strings.ReplaceAll(tableHead, "目標 (H)\n", "目標 (H)\t\n"), "\t\t\t\n", "\t\t\t\t\n")
	for _, head := range []string{tableHead, moved, wide} {
		for _, begin := range []string{"", "\t", "\t\t"} {
			for _, end := range []string{"", "\t", "\t\t"} {
				for i, at := range cut {
					broken := append([]string{}, cells...)
					broken[i] = strings.TrimSpace(broken[i][:at]) + "\n" + broken[i][at:]
					got, document := secondItem(t, head, begin+strings.Join(broken, "\t")+end+"\n")
					got = strings.NewReplacer("紙面を/", "紙面を", "伸びて/", "伸びて", "続け/", "続け", "1,200/", "1,200", "2,000/", "2,000").Replace(got)
					if got != wholeItem || len(document.Items) != 3 || len(document.Unmapped) > 0 {
						t.Errorf("broken in cell %d, begins with %q, ends with %q, head %q:\n got %s, unmapped %v\nwant %s", i, begin, end, head[len(tableHead)-60:], got, document.Unmapped, wholeItem)
					}
				}
			}
		}
	}
}

// Behind a page break the cells' places tell in which cell the row was cut.
func TestRowsCutByAPage(t *testing.T) {
	page := tableHead[strings.Index(tableHead, "\n")+1:]
	for first, rest := range map[string]string{
		"2\t広報の":        "充実\t広報課 関係各課\t紙面を見直します。\t紙面を改めた。\t読者数\t1,200人\t2,000人\t1,480人\tA\t伸びている。\t続ける。",
		"2\t広報の充実\t広報課": "関係各課\t紙面を見直します。\t紙面を改めた。\t読者数\t1,200人\t2,000人\t1,480人\tA\t伸びている。\t続ける。",
		"2\t広報の充実\t広報課 関係各課\t紙面を":                    "見直します。\t紙面を改めた。\t読者数\t1,200人\t2,000人\t1,480人\tA\t伸びている。\t続ける。",
		"2\t広報の充実\t広報課 関係各課\t紙面を見直します。":              "紙面を改めた。\t読者数\t1,200人\t2,000人\t1,480人\tA\t伸びている。\t続ける。",
		"2\t広報の充実\t広報課 関係各課\t紙面を見直します。\t紙面を":         "改めた。\t読者数\t1,200人\t2,000人\t1,480人\tA\t伸びている。\t続ける。",
		"2\t広報の充実\t広報課 関係各課\t紙面を見直します。\t紙面を改めた。\t読者": "数\t1,200人\t2,000人\t1,480人\tA\t伸びている。\t続ける。",
	} {
		got, document := secondItem(t, tableHead, "\t"+first+"\n\n"+page+rest+"\n")
		if got = strings.ReplaceAll(got, "紙面を/", "紙面を"); got != wholeItem || len(document.Unmapped) > 0 {
			t.Errorf("%q:\n got %s, unmapped %v\nwant %s", first, got, document.Unmapped, wholeItem)
		}
	}
}

// What stands in the place of an indicator and is none, and names and numbers that look
// like something else.
func TestLookAlikes(t *testing.T) {
	const begin = "\t2\t広報の充実\t広報課\t紙面を見直します。"
	const texts = "2 広報の充実 (広報課) overview=紙面を見直します。 activity="
	for rows, want := range map[string]string{
		begin + "\t1 紙面の見直し 2回 2 印刷\t\t\t\t\tA\t良い。\t続ける。\n":                                          texts + "1 紙面の見直し 2回 2 印刷 assessment=良い。 next=続ける。 A",
		begin + "\t①紙面 2回 ②印刷 3回\t\t\t\t\tA\t良い。\t続ける。\n":                                             texts + "①紙面 2回 ②印刷 3回 assessment=良い。 next=続ける。 A",
		begin + "\t改めた。\t紙面 2回 3回 4回\t印刷 1回 1回 1回\t配布 検討 実施 検討\t回収 - 5回 3回\tA\t良い。\t続ける。\n":           texts + "改めた。 assessment=良い。 next=続ける。 [紙面 2018:2回 2024:3回 2021:4回] [印刷 2018:1回 2024:1回 2021:1回] [配布 2018:検討 2024:実施 2021:検討] [回収 2024:5回 2021:3回] A",
		begin + "\t改めた。\t読者\t3\t拡大\t4\tA\t良い。\t続ける。\n\t\t\t\t\t\t配布先\t5\t拡大\t6\t\t\t\n":               texts + "改めた。 assessment=良い。 next=続ける。 [読者 2018:3 2024:拡大 2021:4] [配布先 2018:5 2024:拡大 2021:6] A",
		begin + "\t改めた。\t回数\t3回\t拡大\t4回\tA\t良い。\t続ける。\n\t\t\t人数\t5\t7\t6\t\t\t\n":                     texts + "改めた。 assessment=良い。 next=続ける。 [回数 2018:3回 2024:拡大 2021:4回] [人数 2018:5 2024:7 2021:6] A",
		begin + "\t改めた。\t読者 3 人 5 人 4 人\tA\t良い。\t続ける。\n":                                              texts + "改めた。 assessment=良い。 next=続ける。 [読者 2018:3 人 2024:5 人 2021:4 人] A",
		"\t（2）\t広報の充実\t広報課\t紙面を見直します。\t改めた。\t\t\t\t\tA\t良い。\t続ける。\n":                                  texts + "改めた。 assessment=良い。 next=続ける。 A",
		"\t2 広報の充実\t\t\t紙面を見直します。\t改めた。\t\t\t\t\tA\t良い。\t続ける。\n":                                      strings.Replace(texts, "広報課", "", 1) + "改めた。 assessment=良い。 next=続ける。 A",
		"\t2\t\t\t紙面を見直します。\t改めた。\t\t\t\t\tA\t良い。\t続ける。\n":                                            "2  () overview=紙面を見直します。 activity=改めた。 assessment=良い。 next=続ける。 A",
		"\t\t広報の充実\t\t紙面を見直します。\t改めた。\t\t\t\t\tA\t良い。\t続ける。\n":                                        "広報の充実 広報の充実 () overview=紙面を見直します。 activity=改めた。 assessment=良い。 next=続ける。 A",
		begin + "\t改めた。\t読者\t3人\t5人\t4人\tA\t良い。\t続ける。\n小計\t\t\t\t\t\t\t3人\t5人\t4人\t\t\t\n":            texts + "改めた。 assessment=良い。 next=続ける。 [読者 2018:3人 2024:5人 2021:4人] A",
		begin + "\t改めた。\t読者\t3人\t5人\t4人\tA\t良い。\t続ける。\n\n令和4年7月 広報課\n":                                texts + "改めた。 assessment=良い。 next=続ける。 [読者 2018:3人 2024:5人 2021:4人] A",
		begin + "\t改めた。\t読者\t3人\t5人\t4人\tA\t良い。\t続ける。\n\t\t\t\t\t(継続)配布1回\t配布先\t1件\t2件\t3件\t\t更に\t\n": texts + "改めた。/(継続)配布1回 assessment=良い。/更に next=続ける。 [読者 2018:3人 2024:5人 2021:4人] [配布先 2018:1件 2024:2件 2021:3件] A",
	} {
		if got, _ := secondItem(t, tableHead, rows); got != want {
			t.Errorf("%q:\n got %s\nwant %s", rows, got, want)
		}
	}
}

// The grade's column may say that an item has ended.
func TestEndedItems(t *testing.T) {
	for grade, want := range map[string]model.Status{"終了": model.StatusEnded, "廃止": model.StatusEnded, "": "", "A": ""} {
		document := readText(t, tableHead+row("1", "財政課", grade))
		item := document.Items[0]
		if item.Status != want || len(item.Texts) != 4 || len(item.Indicators) != 1 || len(document.Unmapped) > 0 {
			t.Errorf("%q: status %q with %d texts, unmapped %v", grade, item.Status, len(item.Texts), document.Unmapped)
		}
	}
}

// A title may be broken before the words for the sheet's kind, before the years or both, in
// each table of a file and on each page.
func TestTitlesOverLines(t *testing.T) {
	table := tableHead[strings.Index(tableHead, "\n")+1:] + row("1", "財政課", "B")
	const plan, years, rest = "第7次行政改革アクションプラン", "（令和2年度～令和6年度）", "進行管理集計表（令和4年3月31日現在）"
	for _, title := range []string{plan + "\n" + years + rest, plan + years + "\n" + rest, plan + "\n" + years + "\n" + rest} {
		document := readText(t, title+"\n"+table+"\n"+title+"\n"+strings.Replace(table, "\t1\t", "\t2\t", 1))
		if document.Title != plan+years+rest || document.Plan == nil || document.Plan.Name != plan || document.Plan.EndFY != 2024 ||
			len(document.Items) != 2 || len(document.Items[0].Indicators) != 1 || len(document.Unmapped) > 0 {
			t.Errorf("%q: title %q, plan %+v, %d items, unmapped %v", title, document.Title, document.Plan, len(document.Items), document.Unmapped)
		}
	}
}
