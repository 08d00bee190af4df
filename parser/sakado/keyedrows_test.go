package sakado

import (
	"strings"
	"testing"
)

// Tables below that of the items, which have No. and other columns, say more of the items;
// a number that no item has, or another name beside it, gives its row to none.
func TestRowsWithTheNumbersOfItems(t *testing.T) {
	const items = titled + "|No.|取組項目 (A)|関係課 (B)|取組の方針と内容 (C)|R3年度取組内容 (D)|\n|---|---|---|---|---|\n" +
		"|1|補助金の適正化|財政課|終期を設定します。|14件を見直した。|\n|2|広報の充実|広報課|見直します。|改めた。|\n\n"
	const first, second = "1 補助金の適正化 (財政課) overview=終期を設定します。 activity=14件を見直した。", "2 広報の充実 (広報課) overview=見直します。 activity=改めた。"
	const values = "|No.|項目|当初 (H30末)|目標 (R6末)|現状値 (R3末)|\n|---|---|---|---|---|\n"
	for tables, want := range map[string]string{
		values + "|1|補助金の件数|88件|70件|74件|\n|1|終期の数|5件|9件|7件|\n|2|読者数|12人|20人|14人|\n\n" +
			"|No.|進捗状況 (F)|本部会意見 (G)|R4年度目標 (H)|\n|---|---|---|---|\n|2|A|良い。|続ける。|\n|1|B|良い。||\n": first +
			" assessment=良い。 [補助金の件数 2018:88件 2024:70件 2021:74件] [終期の数 2018:5件 2024:9件 2021:7件] B; " +
			second + " assessment=良い。 next=続ける。 [読者数 2018:12人 2024:20人 2021:14人] A",
		"|No.|数値目標等 (E)||||進捗状況 (F)|\n|---|---|---|---|---|---|\n||項目|当初 (H30末)|目標 (R6末)|現状値 (R3末)||\n|2|読者数|12人|20人|14人|A|\n": first + "; " + second +
			" [読者数 2018:12人 2024:20人 2021:14人] A",
		values + "|2|読者数|12人|20人|14人|\n||部数|1部|2部|3部|\n|3|件数|5件|9件|7件|\n": first + "; " + second +
			" [読者数 2018:12人 2024:20人 2021:14人] [部数 2018:1部 2024:2部 2021:3部]; unmapped 3, 件数, 5件, 9件, 7件",
		"|No.|取組項目 (A)|進捗状況 (F)|本部会意見 (G)|\n|---|---|---|---|\n|1|補助金の適正化|C|良い。|\n|2|広聴の充実|A|良い。|\n": first +
			" assessment=良い。 C; " + second + "; unmapped 2, 広聴の充実, A, 良い。",
	} {
		document := readText(t, items+tables)
		var got []string
		for i := range document.Items {
			got = append(got, itemLine(&document.Items[i]))
		}
		if _, left := readValues(document); len(left) > 0 {
			got = append(got, "unmapped "+strings.Join(left, ", "))
		}
		if joined := strings.Join(got, "; "); joined != want {
			t.Errorf("%s:\n got %s\nwant %s", tables, joined, want)
		}
	}
}
