package komaki

import (
	"fmt"
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

func TestDepartments(t *testing.T) {
	for text, want := range map[string]string{
		"財政課":                      "財政課",
		"広報広聴課 行政改革課":              "広報広聴課, 行政改革課",
		"市民生活部 自治会支援室":             "市民生活部/自治会支援室",
		"市長公室 行政改革課\n広報広聴課":        "市長公室/行政改革課, 市長公室/広報広聴課",
		"市長公室\n行政改革課":              "市長公室/行政改革課",
		"福祉部 地域福祉課\nこども未来部 こども家庭課": "福祉部/地域福祉課, こども未来部/こども家庭課",
		"都市政策部 営繕課 みどり公園課":         "都市政策部/営繕課, 都市政策部/みどり公園課",
		"教育委員会事務局 学校教育課":           "教育委員会事務局/学校教育課",
		"農政課 農業委員会事務局":             "農政課, 農業委員会事務局",
		"収税課 債権回収特別対策室":            "収税課, 債権回収特別対策室",
		"行政改革課 市民窓口課(各支所) 関係課":     "行政改革課, 市民窓口課(各支所), 関係課 (supporting)",
		"市民窓口課 (各 支所)":             "市民窓口課(各支所)",
		"秘書政策課 関係各課":               "秘書政策課, 関係各課 (supporting)",
		"企業立地推 進室":                 "企業立地推進室",
		"支え合い協働 推進課 財 政課":          "支え合い協働推進課, 財政課",
		"みどり公園 課":                  "みどり公園課",
		"健康生きがい支え合 い推進部 文化・スポーツ課":  "健康生きがい支え合い推進部/文化・スポーツ課",
		"教育委員会事務局 教育総\n務課":         "教育委員会事務局/教育総務課",
		"広報広聴課行政改革課":               "広報広聴課, 行政改革課",
		"自治会支援室・広報広聴課、課税課":         "自治会支援室, 広報広聴課, 課税課",
		"市民税課税課":                   "市民税課税課",
		"消防本部":                     "消防本部/",
		"学校給食課 全庁":                 "学校給食課, 全庁",
	} {
		var list departmentList
		list.add(grid.Cell{Text: text, At: model.Position{Line: 1, Column: 1}})
		var got []string
		for _, one := range list.finish() {
			name := one.Section
			if one.Division != "" {
				name = one.Division + "/" + name
			}
			if one.Role != "" {
				name += " (" + string(one.Role) + ")"
			}
			got = append(got, name)
		}
		if joined := strings.Join(got, ", "); joined != want {
			t.Errorf("%q: got %s, want %s", text, joined, want)
		}
	}
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
		l := cutLines(g)[0]
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
		"1 予算額 千円":                        "value/lone-unit",
		"1 予算額 1,000千円(債務負担行為 千円)":        "total 1000000; value/lone-unit",
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

// Values of indicators, with their years: a value that a line end parts is whole,
// a row that lost cells leaves its baseline undated, and a row that a later table
// of the item repeats stands once.
func TestIndicatorRows(t *testing.T) {
	const heads = "指標名\t基準値\tR6\tR7\tR8\t目指す方向\n"
	for rows, want := range map[string]string{
		"甲\t1,234\n千円\t1,300千円\t—\t—\t↗":                            "甲 2022 1,234 千円, 2024 1,300千円",
		"甲\t56.2% (令和\n3年度)\t57.0%\t—\t—\t↗":                        "甲 2021 56.2% (令和 3年度), 2024 57.0%",
		"甲\t10 件\n(R3)\t12 件\t—\t—\t↗":                              "甲 2021 10 件 (R3), 2024 12 件",
		"甲\t29\n経営体\t31 経営体\t—\t—\t↗":                               "甲 2022 29 経営体, 2024 31 経営体",
		"甲\t10 件\n(R3\n年度)\t12 件\n(R8.2末)\t—\t—\t↗":                 "甲 2021 10 件 (R3 年度), 2025 12 件 (R8.2末)",
		"甲\t10 件\n乙\t12 件\t—\t—\t—\t↗":                              "甲 2022 10 件; 乙 2022 12 件",
		"甲\t88 者\t91 者\t↗":                                          "甲 0 88 者, 0 91 者; layout/year-unknown",
		"甲\t(25/37 団体)\t(24/37 団体) (令和5年度)\t—\t—\t↗":                "甲 2022 (25/37 団体), 2023 (24/37 団体) (令和5年度)",
		"甲\t1 件\t2 件\t—\t—\t↗\n\n" + heads + "甲\t1 件\t2 件\t—\t—\t↗": "甲 2022 1 件, 2024 2 件",
		"甲\t1 件\t2 件\t—\t—\t↗\n\n" + heads + "甲\t1 件\t3 件\t—\t—\t↗": "甲 2022 1 件, 2024 2 件; 甲 2022 1 件, 2024 3 件; value/restated",
	} {
		document := parse(t, "基本施策 7\n\n◆基本施策の目的\n\n整えます。\n\n"+heads+rows+"\n\n※基準値は原則として令和4年度実績値です。\n")
		var got []string
		for _, indicator := range document.Items[0].Indicators {
			var values []string
			for _, value := range indicator.Values {
				values = append(values, fmt.Sprint(value.FY, " ", strings.ReplaceAll(value.Raw, "\n", " ")))
			}
			got = append(got, indicator.Name+" "+strings.Join(values, ", "))
		}
		for _, diagnostic := range document.Diagnostics {
			got = append(got, string(diagnostic.Code))
		}
		if joined := strings.Join(got, "; "); joined != want {
			t.Errorf("%q: got %s, want %s", rows, joined, want)
		}
	}
}

// A heading is found behind other text of its cell, and where it is wrapped
// inside its words; what only sounds like one stays in its sentence.
func TestHeadingsInLines(t *testing.T) {
	const heads = "指標名\t基準値\tR6\tR7\tR8\t目指す方向\n"
	for text, want := range map[string]string{
		"◆展開方向1:整えます " + heads + "甲\t1 件\t2 件\t—\t—\t↗":                       "7; 7/1 整えます: 甲",
		"◆展開方向1:整えます\n" + heads + "甲\t1 件\t2 件\t—\t—\t↗ 乙\t3 件\t4 件\t—\t—\t↗": "7; 7/1 整えます: 甲, 乙",
		"※基準値は令和4年度実績値です。 ◆展開方向2:守ります\n" + heads + "甲\t1 件\t—\t—\t—\t↗":       "7; 7/2 守ります: 甲",
		"※基準値は令和4年度実績値です。 基本施策 8 河川\n" + heads + "甲\t1 件\t—\t—\t—\t↗":         "7; 8 河川: 甲",
		"基本施\n策 8 河川": "7; 8 河川:",
		"展開\n方向1:整えます\n" + heads + "甲\t1 件\t—\t—\t—\t↗":                             "7; 7/1 整えます: 甲",
		"【まちの状態\nを表す指標】\n" + heads + "甲\t1 件\t—\t—\t—\t↗":                           "7 甲",
		"【まちの状態を表す指標】 指標名 基準値 R6 R7 R8 目指す方向 甲 1 件 2 件 — — ↗\n乙\t1 件\t2 件\t—\t—\t↗": "7 甲, 乙",
		"道路は 基本施策 8 の河川と整えます。":                                                      "7",
		"次は 1 予算額 の順に A → B と進めます。":                                                 "7",
	} {
		document := parse(t, "基本施策 7\n\n◆基本施策の目的\n\n道路を整えます。\n"+text)
		var got []string
		for _, item := range document.Items {
			one := strings.TrimSuffix(item.ID+" "+item.Name+":", " :")
			var names []string
			for _, indicator := range item.Indicators {
				names = append(names, indicator.Name)
			}
			got = append(got, strings.TrimSpace(one+" "+strings.Join(names, ", ")))
		}
		if joined := strings.Join(got, "; "); joined != want || len(document.Unmapped) > 0 {
			t.Errorf("%q: got %s, want %s; unmapped %v", text, joined, want, document.Unmapped)
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
		if len(project.Costs) != 1 || len(last.Costs) != 1 || last.Costs[0].Raw != "900千円" || project.Texts[1].Text != "支えます。" || last.Texts[0].Text != "広げます。" {
			t.Errorf("%q: got %v and %v", head, project, last)
		}
	}
	list := parse(t, first+"予算額 300千円\n1 目的 次の世代\n")
	if text := list.Items[1].Texts[1].Text; len(list.Items) != 2 || len(list.Items[1].Costs) != 1 || text != "支えます。\n予算額 300千円\n1 目的 次の世代" {
		t.Errorf("a list in a text: got %v", list.Items)
	}
}
