package komaki

import (
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
)

func parse(t *testing.T, text string) *model.Document {
	t.Helper()
	before := grid.Strict
	grid.Strict = true
	defer func() { grid.Strict = before }()
	g, err := grid.New(text)
	if err != nil {
		t.Fatal(err)
	}
	sections := read(g)
	if len(sections) != 1 {
		t.Fatalf("got %d documents", len(sections))
	}
	if faults := sections[0].Document.Validate(); len(faults) > 0 {
		t.Errorf("the document is not valid: %q", faults)
	}
	return sections[0].Document
}

func TestHeadings(t *testing.T) {
	for text, want := range map[string]string{
		"基本施策 30":               "measure 30:",
		"基本施策 32 行政運営":          "measure 32: 行政運営",
		"基本施策　３３　農業":            "measure 33: 農業",
		"基本施策30：協働・情報共有":        "measure 30: 協働・情報共有",
		"基本施策 5 にぎわい":           "measure 5: にぎわい",
		"基本施策 16 から 18 までの展開方向": "none",
		"基本施策 13 と連携して進めます。":    "none",
		"基本施策の展開方向":             "none",
		"◆展開方向1:環境を充実します":       "direction 1: 環境を充実します",
		"◆ 展開方向 １ ：環境を充実します":    "direction 1: 環境を充実します",
		"展開方向3:誰もが働きやすい環境を整えます": "direction 3: 誰もが働きやすい環境を整えます",
		"◆展開方向2 活動を推進します":       "direction 2: 活動を推進します",
		"◆展開方向②：活動を推進します":       "direction 2: 活動を推進します",
		"展開方向1から3までの取組により":      "none",
		"展開方向":      "table",
		"まちづくり推進計画": "table",
		"まちづくり推進計画の進捗管理と公表":        "none",
		"第Ⅳ部 自治体経営編":               "head",
		"第Ⅴ章自治体経営編に位置づけられた":        "none",
		"第1部 講演会":                  "none",
		"【 まちの状態を表す指標 】":           "indicators",
		"■自治体経営の体系":                "system",
		"自治体経営改革推進計画(令和5年度～令和8年度)": "plan",
		"市の計画(令和5年度～令和8年度)、その他の計画": "none",
		"- 2 目的及び効果 事務負担を軽減します。":   "part 2: 事務負担を軽減します。",
		"1予算額1億2,350万円":            "part 1: 1億2,350万円",
		"予算額:12,300 千円":            "part : 12,300 千円",
		"予算額の範囲内で、抽選により贈呈します。":     "none",
		"1 日 8,000 歩を目標に":          "none",
		"2 つ以上の機関にまたがる相談":          "none",
		"目的 事業の目的は次のとおり":           "none",
		"**3 事業概要**":               "part 3:",
		"### ◆展開方向1:道路を整備します":      "direction 1: 道路を整備します",
	} {
		g, err := grid.New(text)
		if err != nil {
			t.Fatal(err)
		}
		l := cutLines(g, nil)[0]
		if got := describe(&l); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func describe(l *line) string {
	names := map[kind]string{
		plain: "none", measureHeading: "measure", directionHeading: "direction", tableHeader: "table", runningHead: "head",
		indicatorHeading: "indicators", systemHeading: "system", planLine: "plan", partLabel: "part",
	}
	if l.kind != measureHeading && l.kind != directionHeading && l.kind != partLabel {
		return names[l.kind]
	}
	return strings.TrimSpace(names[l.kind] + " " + l.number + ": " + l.text()[l.rest:])
}

func TestAmounts(t *testing.T) {
	for text, want := range map[string]string{
		"5,454千円": "total 5,454千円",
		"115,580千円(債務負担行為 107,910千円)":    "total 115,580千円; debt_commitment 107,910千円",
		"１，０００千円（うち債務負担行為　５００千円）":        "total １，０００千円; debt_commitment ５００千円",
		"5,454千円、債務負担行為 令和6～8年度 3,000千円": "total 5,454千円; debt_commitment 3,000千円",
		"12,480千円(補正後)":                  "total 12,480千円",
		"令和6年度 1,000千円":                  "total 1,000千円 2024",
	} {
		var got []string
		for _, amount := range cutAmounts(text, budgetState{}) {
			one := string(amount.line) + " " + strings.Trim(text[amount.from:amount.end], " 　、")
			if amount.fy == 2024 {
				one += " 2024"
			}
			got = append(got, one)
		}
		if joined := strings.Join(got, "; "); joined != want {
			t.Errorf("%q: got %s, want %s", text, joined, want)
		}
	}
}

const tableHead = "まちづくり推進計画\t\tNo.\t取組項目\t担当課\n基本施策\t展開方向\t\t\t\n"

// Rows are found by their numbers, wherever they stand.
func TestInitiativeRows(t *testing.T) {
	for name, test := range map[string]struct {
		rows string
		want []string
	}{
		"whole":            {"30 協働\t1 環境を整えます\t1\t支援\t財政課\n\t\t2\t交流\t人事課", []string{"30/1/1 支援", "30/1/2 交流"}},
		"shifted left":     {"30 協働\t1 環境を整えます\t1\t支援\t財政課\n2\t\t交流\t人事課", []string{"30/1/1 支援", "30/1/2 交流"}},
		"labels repeated":  {"30 協働\t1 環境を整えます\t1\t支援\t財政課\n30 協働\t1 環境を整えます\t2\t交流\t人事課", []string{"30/1/1 支援", "30/1/2 交流"}},
		"wrapped label":    {"30 協働\t1 環境を整\n えます\t1\t支援\t財政課", []string{"30/1/1 支援"}},
		"number and name":  {"30 協働\t1 環境を整えます\t1 支援\t財政課\n\t\t2\t交流\t人事課", []string{"30/1/1 支援", "30/1/2 交流"}},
		"labels joined":    {"30 協働 1 環境を整えます\t\t1\t支援\t財政課", []string{"30/1/1 支援"}},
		"a row in a cell":  {"30 協働 1 環境を整えます 1 支援 財政課\n2 交流の促進 人事課", []string{"30/1/1 支援", "30/1/2 交流の促進"}},
		"name on two rows": {"30 協働\t1 環境を整えます\t1\t広報及び\t財政課\n\t\t\t紹介", []string{"30/1/1 広報及び紹介"}},
		"number in a name": {"30 協働\t1 環境を整えます\t1\t18 歳の支援 2\t財政課\n\t\t2\t交流\t人事課", []string{"30/1/1 18 歳の支援 2", "30/1/2 交流"}},
		"number lost":      {"30 協働\t1 環境を整えます\t1\t支援\t財政課\n\t\t\t交流\t人事課\n\t\t3\t促進\t人事課", []string{"30/1/1 支援", "30/1/交流 交流", "30/1/3 促進"}},
		"page break":       {"30 協働\t1 環境を整えます\t1\t支援\t財政課\n\n- 8 -\n" + tableHead + "\t\t2\t交流\t人事課", []string{"30/1/1 支援", "30/1/2 交流"}},
		"page number":      {"30 協働\t1 環境を整えます\t1\t支援\t財政課\n\n8\n" + tableHead + "\t\t2\t交流\t人事課", []string{"30/1/1 支援", "30/1/2 交流"}},
	} {
		document := parse(t, tableHead+test.rows)
		var got []string
		for _, item := range document.Items {
			if item.Kind == model.Initiative {
				got = append(got, item.ID+" "+item.Name)
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
		if len(document.Unmapped) > 0 {
			t.Errorf("%s: unmapped %v", name, document.Unmapped)
		}
	}
}

// Rows that extraction has run together are several where the numbers tell, with
// the sections where each has one; a lost name is none of the sections.
func TestRunTogetherRows(t *testing.T) {
	const first = "30 協働\t1 環境を整えます\t1\t支援\t財政課\n"
	for rows, want := range map[string]string{
		"\t\t2\t予約制 3 窓口改善\t市民課 人事課\n\t\t4\t交流\t人事課": "30/1/2 予約制 市民課; 30/1/3 窓口改善 人事課; 30/1/4 交流 人事課",
		"\t\t2 3\t広報紙 動画\t広報課 秘書課":                   "30/1/2 広報紙 広報課; 30/1/3 動画 秘書課",
		"\t\t2 3\t広報紙 動画\t市民部 広報課":                   "30/1/2 広報紙 ; 30/1/3 動画 ; unmapped 市民部 広報課",
		"\t\t2 3\t広報 紙 動画\t広報課\n\t\t4\t交流\t人事課":      "30/1/4 交流 人事課; unmapped 2 3; unmapped 広報 紙 動画; unmapped 広報課",
		"\t\t2\t上位 3 事業\t市民課 人事課\n\t\t3\t交流\t人事課":    "30/1/2 上位 3 事業 市民課 人事課; 30/1/3 交流 人事課",
		"\t\t2\t\t人事課\n\t\t3\t交流\t人事課":               "30/1/2  人事課; 30/1/3 交流 人事課",
		"\t\t2\t市民課 人事課\n\t\t3\t交流\t人事課":             "30/1/2  市民課 人事課; 30/1/3 交流 人事課",
		"2 情報を届けます\t\t2\t広報\t広報課":                    "30/2/2 広報 広報課",
		"31 情報\t\t2\t広報\t広報課":                        "31/2 広報 広報課",
	} {
		document := parse(t, tableHead+first+rows)
		var got []string
		for _, item := range document.Items {
			if item.Kind != model.Initiative || item.Number == "1" {
				continue
			}
			one := item.ID + " " + item.Name
			for _, section := range item.Departments {
				one += " " + strings.TrimPrefix(section.Division+"/", "/") + section.Section
			}
			if len(item.Departments) == 0 {
				one += " "
			}
			got = append(got, one)
		}
		for _, piece := range document.Unmapped {
			got = append(got, "unmapped "+piece.Text)
		}
		if joined := strings.Join(got, "; "); joined != want {
			t.Errorf("%q: got %s, want %s", rows, joined, want)
		}
	}
}

// A label beside the middle of its rows belongs to the rows above it, too.
func TestLabelsBesideTheMiddle(t *testing.T) {
	document := parse(t, `
まちづくり推進計画                   No.   取組項目         担当課
基本施策      展開方向
                                     1     市民の支援       財政課

              1 環境を整えます       2     交流の促進       財政課

                                     3     情報の提供       財政課
30 協働
                                     4     区の活動         人事課

              2 活動を広めます       5     区の負担         人事課

                                     6     区の広報         人事課
`)
	var got []string
	for _, item := range document.Items {
		got = append(got, item.ID)
	}
	want := []string{"30", "30/1", "30/1/1", "30/1/2", "30/1/3", "30/2", "30/2/4", "30/2/5", "30/2/6"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestLoneHead holds a table of indicators of which extraction has left the first
// head only: its rows stay unmapped.
func TestLoneHead(t *testing.T) {
	document := parse(t, "基本施策 30 協働\n指標名\n3\t4\t5\n◆展開方向1:充実します\n")
	if len(document.Unmapped) != 3 || len(document.Items) != 2 {
		t.Errorf("got unmapped %v, items %v", document.Unmapped, document.Items)
	}
}
