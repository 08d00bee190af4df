package hadano

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// parseStrictly reads a text and fails where a form claims text twice.
func parseStrictly(t *testing.T, text string) []*model.Document {
	t.Helper()
	grid.Strict = true
	defer func() { grid.Strict = false }()
	g, err := grid.New(text)
	if err != nil {
		t.Fatal(err)
	}
	var documents []*model.Document
	for _, section := range read(g) {
		for _, problem := range section.Document.Validate() {
			t.Error(problem)
		}
		documents = append(documents, section.Document)
	}
	return documents
}

// Each row is matched under a header like that of a table of the sheet: its
// cells are parted by |, and what a value is matched to stands in the result.
func TestPlace(t *testing.T) {
	const (
		theme   = "||指標|R3|R4|R5|R6|R7|計|"
		yearly  = "|令和3年度|令和4年度|令和5年度|令和6年度|令和7年度"
		layout1 = "取組内容|||令和3年度|令和4年度|令和5年度|令和6年度|令和7年度"
	)
	tests := []struct{ name, header, row, want string }{
		{"columns", theme, "活動指標|数|目標|50%||70%||100%||", "0 2 4"},
		{"total", theme, "||実績|4回|6回||||10回|", "0 1 whole"},
		{"label in a year's column", theme, "|数||目標|50|52|55|57|60|", "0 1 2 3 4"},
		{"row moved left", theme, "|実績|288|305|||||", "0 1"},
		{"cell lost behind the label", theme, "||実績|288||305|||", "unknown unknown"},
		{"cells added behind the years", theme, "||実績|72|74||||||", "0 1"},
		{"cell added before the years", theme, "||実績||72|74|||||", "unknown unknown"},
		{"all in one cell", theme, "||目標|50 52 55 57 60||||||", "0 1 2 3 4"},
		{"two in one cell, the next one blank", theme, "||目標|50 52||55|57|60||", "0 1 2 3 4"},
		{"two in one cell, the next one filled", theme, "||目標|50 52|55||||", "unknown unknown unknown"},
		{"one that a blank may have parted", theme, "||実績|9 5,000千円|98,000千円|||||", "0 1"},
		{"all in one cell, the unit behind the last", theme, "||目標|50 52 55 57 60件||||||", "0 1 2 3 4"},
		{"label and value in one cell, the next one blank", theme, "||目標 50||70||100|||", "0 1 3"},
		{"label and value in one cell, one cell fewer", theme, "||目標 50||70||100||", "0 2 4"},
		{"no label", yearly, "|いち|に|||", "0 1"},
		{"fewer cells than years behind the label", layout1, "効果額|||実績|4|5||", "unknown unknown"},
		{"results with a gap", layout1, "効果額|||実績|4|件|5|", "unknown none unknown"},
		{"as many cells as years behind the label", layout1, "効果額|||実績|4||5||", "0 2"},
		{"lone result", layout1, "効果額|||実績|4|||", "lone"},
		{"lone result, not behind the label", layout1, "効果額|||実績||4||", "unknown"},
		{"lone units", layout1, "指標|||実績|4 件|件|件|件", "lone none none none"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := placed(t, test.header, test.row); got != test.want {
				t.Errorf("%s\n%s\nis matched to %s, want %s", test.header, test.row, got, test.want)
			}
		})
	}
}

// placed matches a row of figures under a header and returns to what.
func placed(t *testing.T, header, line string) string {
	t.Helper()
	rows := newRowsOf(t, header, line)
	head, ok := rows[0].readHeader(&facts{})
	if !ok {
		t.Fatalf("%s is no header", header)
	}
	r := &reader{Builder: sheet.NewBuilder(nil, Form), facts: &facts{}, row: &rows[1], visible: true, start: head.Start, count: head.Count}
	r.head = head.within(head.Start, head.Count, true)
	pieces := splitMeasure(rows[1].pieces)
	column, first := noColumn, 0
	for i, p := range pieces {
		if p.label == target || p.label == actual {
			column, first = p.Index, i+1
		}
	}
	values := r.figureValues(pieces[first:])
	r.placeRow(values, column, "目標", actual.entry())
	var got []string
	for _, v := range values {
		switch {
		case v.none:
			got = append(got, "none")
		case v.when >= 0:
			got = append(got, fmt.Sprint(int(v.when)))
		default:
			got = append(got, map[when]string{unknown: "unknown", lone: "lone", whole: "whole"}[v.when])
		}
	}
	return strings.Join(got, " ")
}

func TestSplitPair(t *testing.T) {
	tests := []struct{ text, target, actual string }{
		{"目標 550 件 実績 0 件", "550 件", "0 件"},
		{"目標 件 実績 0 件", "件", "0 件"},
		{"目標3,000千円 実績2,800千円", "3,000千円", "2,800千円"},
		{"50 件 件", "50 件", "件"},
		{"千円 80 千円", "千円", "80 千円"},
		{"９　地区　地区", "９　地区", "地区"},
		{"目標：20 件 実績：22 件", "20 件", "22 件"},
		{"目標:20件 実績: 22件", "20件", "22件"},
		{"50 件 － 件", "50 件", "－ 件"},
		{"－ 千円 80 千円", "－ 千円", "80 千円"},
		{"50 件", "", ""},
		{"9 5,000千円", "", ""},
	}
	for _, test := range tests {
		first, second := (&facts{}).splitPair(piece{Cell: grid.Cell{Text: test.text}})
		if first.Text != test.target || second.Text != test.actual {
			t.Errorf("%s is parted into %q and %q, want %q and %q", test.text, first.Text, second.Text, test.target, test.actual)
		}
	}
}

func TestSecondGrade(t *testing.T) {
	for text, want := range map[string]string{
		"B：概ね計画どおり A：計画どおり": "A：計画どおり",
		"B: 進行強化":       "",
		"計画どおり A：継続":    "",
		"A：計画どおり B案による": "",
	} {
		got := ""
		if at := secondGrade(text); at > 0 {
			got = text[at:]
		}
		if got != want {
			t.Errorf("behind the first grade of %s stands %q, want %q", text, got, want)
		}
	}
}

// A sheet of both layouts, its cells parted by tabs.
const smallSheet = `はだの行政サービス改革基本方針実行計画 進行管理シート

項目	3-2 協働の推進	改革の柱	3 担い手をつくる改革
概要(目指す姿)	協働を進めます。

		指標							
		指標	R3	R4	R5	R6	R7	計	
活動指標	取組の進捗(%)	目標	50%		70%		100%		
		実績	48%						
概要		取組の進捗							

	令和3年度(2021年度)	令和4年度(2022年度)	令和5年度(2023年度)	令和6年度(2024年度)	令和7年度(2025年度)
取組目標	始める。	進める。	進める。	進める。	終える。
内部評価(結果要因、次年度課題等)	B: 進行強化				
	遅れがある。				

取組内容			令和3年度(2021年度)	令和4年度(2022年度)	令和5年度(2023年度)	令和6年度(2024年度)	令和7年度(2025年度)
項目名	3-2-1. 広報		作る。	配る。	配る。	配る。	配る。
取組主管課	広報課		取組内容(活動)	調べる。		作る。	配る。
区分	☑新規 ☐継続		実績	調べた。			
指標	目標	37 件	指標	目標	35 件	35 件	36 件
	実績	37 件		実績	37 件	件	件
説明	広報の件数		自己評価	A：計画どおり			
取組内容		令和3年度(2021年度)	令和4年度(2022年度)	令和5年度(2023年度)	令和6年度(2024年度)	令和7年度(2025年度)
項目名	3-2-2. 寄附	集める。	集める。	集める。	集める。	集める。
効果額	目標 90 千円 実績 9 千円	目標 10 千円 実績 9 千円	20 千円 千円	20 千円 千円	20 千円 千円	20 千円 千円
説明		効果額については、「柱5 歳入面の改革」に掲載				円
`

func TestBothLayouts(t *testing.T) {
	documents := parseStrictly(t, smallSheet)
	if len(documents) != 1 || len(documents[0].Items) != 3 || len(documents[0].Unmapped) > 0 {
		t.Fatalf("%d documents, %d items, unmapped %v", len(documents), len(documents[0].Items), documents[0].Unmapped)
	}
	first, second := documents[0].Items[1], documents[0].Items[2]
	var got []string
	for _, task := range first.Schedule[5:] {
		got = append(got, fmt.Sprint(task.Measure, " ", task.FY, " ", task.Text))
	}
	want := []string{"plan 0 調べる。", "plan 0 作る。", "plan 0 配る。", "actual 2021 調べた。"}
	if !slices.Equal(got, want) {
		t.Errorf("the schedule is %q, want %q", got, want)
	}
	if own := first.Indicators[0]; own.Goal == nil || own.Values[4].FY != 2021 || own.Values[3].FY != 0 || own.Unit != "件" {
		t.Errorf("the indicator is %+v", own)
	}
	if len(second.Costs) != 8 || second.Costs[0].FY != 0 || second.Costs[2].FY != 2021 || second.Costs[4].FY != 2022 {
		t.Errorf("the costs are %+v", second.Costs)
	}
	if len(second.Texts) != 1 || second.Texts[0].Label != "効果額" {
		t.Errorf("the texts are %+v", second.Texts)
	}
}

// A result of a second year anywhere takes the year from all lone results.
func TestLoneResults(t *testing.T) {
	text := strings.Replace(smallSheet, "\t\t実績\t48%\t\t", "\t\t実績\t48%\t60%\t", 1)
	items := parseStrictly(t, text)[0].Items
	if evaluation := items[1].Evaluations[0]; evaluation.FY != 0 {
		t.Errorf("the lone evaluation has the year %d", evaluation.FY)
	}
	if evaluation := items[0].Evaluations[0]; evaluation.FY != 2021 || evaluation.Reason == "" {
		t.Errorf("the evaluation in its column is %+v", evaluation)
	}
}

// A title opens a document where the head of another theme follows it; before
// the head of the same theme, or none, it is a running head.
func TestDocuments(t *testing.T) {
	title := "はだの行政サービス改革基本方針実行計画 進行管理シート\n"
	other := strings.Replace(smallSheet, "3-2 協働", "4-1 施設", 1)
	tests := []struct {
		name, text       string
		documents, items int
	}{
		{"another theme", smallSheet + "\f" + other, 2, 6},
		{"another theme without a title", smallSheet + "\f" + strings.TrimPrefix(other, title), 1, 6},
		{"running head", strings.Replace(smallSheet, "\n取組内容", "\n\f"+title+"\n取組内容", 2), 1, 3},
		{"running head with the theme", strings.Replace(smallSheet, "\n取組内容", "\n\f"+title+"項目\t3-2 協働の推進\t改革の柱\t3 担い手をつくる改革\n\n取組内容", 2), 1, 3},
		{"running head with the theme and its overview", strings.Replace(smallSheet, "\n取組内容", "\n\f"+title+"項目\t3-2 協働の推進\t改革の柱\t3 担い手をつくる改革\n概要(目指す姿)\t協働を進めます。\n\n取組内容", 2), 1, 3},
		{"the same theme of another year", smallSheet + "\f" + smallSheet, 2, 6},
		{"the same theme without its indicators", smallSheet + "\f" + smallSheet[:strings.Index(smallSheet, "\t\t指標")] + smallSheet[strings.Index(smallSheet, "取組内容"):], 2, 6},
		{"name of an initiative repeated", smallSheet + "\f項目名\t3-2-2. 寄附\t集める。\t集める。\t集める。\t集める。\t集める。\n取組主管課\t財産管理課\n", 1, 3},
		{"name of an initiative lost", smallSheet + "その他効果\tない。\n取組主管課\t財産管理課\t\t\t\t\t\n", 1, 4},
		{"head of an initiative repeated", strings.Replace(smallSheet, "\n指標\t目標\t37", "\n- 2 -\n\f取組内容\t\t\t令和3年度\t令和4年度\t令和5年度\t令和6年度\t令和7年度\n指標\t目標\t37", 1), 1, 3},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			documents := parseStrictly(t, test.text)
			items := 0
			for _, document := range documents {
				items += len(document.Items)
			}
			if len(documents) != test.documents || items != test.items {
				t.Errorf("%d documents with %d items, want %d with %d", len(documents), items, test.documents, test.items)
			}
		})
	}
}

// What a page with the theme's head cuts goes on behind it.
func TestHeadRepeatedInInitiative(t *testing.T) {
	head := smallSheet[:strings.Index(smallSheet, "\n\t\t指標")]
	text := strings.Replace(smallSheet, "\n指標\t目標\t37", "\n- 2 -\n\f"+head+"\n取組内容\t\t\t令和3年度\t令和4年度\t令和5年度\t令和6年度\t令和7年度\n指標\t目標\t37", 1)
	got, want := parseStrictly(t, text), parseStrictly(t, smallSheet)
	if len(got) != 1 || len(got[0].Diagnostics) != len(want[0].Diagnostics) || len(got[0].Unmapped) > 0 {
		t.Fatalf("%d documents, of which the first says %v", len(got), got[0].Diagnostics)
	}
	for i := range want[0].Items {
		if got, want := factsOf(&got[0].Items[i]), factsOf(&want[0].Items[i]); !slices.Equal(got, want) {
			t.Errorf("item %d is read as %q, want %q", i, got, want)
		}
	}
}

func newRowsOf(t *testing.T, lines ...string) []row {
	t.Helper()
	g, err := grid.New(strings.ReplaceAll(strings.Join(lines, "\n"), "|", "\t") + "\n")
	if err != nil {
		t.Fatal(err)
	}
	return newRows(g, &facts{})
}

// Spellings are labels in whatever width and with whatever blanks.
func TestLabels(t *testing.T) {
	for text, want := range map[string]label{
		"概要（目指す姿）": overview, "概 要": overview, "内部評価": internalEvaluation, "項 目 名": initiativeName,
		"取組内容（活動）": yearlyPlan, "取組内容": initiativeHead, "次年度以降の取組の方向性･課題等": nextText,
	} {
		if got, _ := labels.Find(text); got != want {
			t.Errorf("%s is the label %d, want %d", text, got, want)
		}
	}
	if ja.Key(table[target].spellings[0]) != "目標" {
		t.Error("the table is not in the order of its constants")
	}
	for i := range table {
		if table[i].label != label(i) {
			t.Errorf("entry %d of the table stands for label %d", i, table[i].label)
		}
	}
}
