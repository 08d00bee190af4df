package hadano

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
)

// initiativeHeadRows are what stands above the rows of an initiative, its cells
// parted by |.
const initiativeHeadRows = `はだの行政サービス改革基本方針実行計画 進行管理シート
項目|1-1 窓口の改革|改革の柱|1 サービスの質
概要(目指す姿)|窓口を変えます。||
取組内容||令和3年度(2021年度)|令和4年度(2022年度)|令和5年度(2023年度)|令和6年度(2024年度)|令和7年度(2025年度)
項目名|1-1-1. 電子申請の拡大|始める。|広げる。|広げる。|広げる。|終える。
`

// readInitiative reads the rows of an initiative.
func readInitiative(t *testing.T, rows string) (own *model.Item, document *model.Document) {
	t.Helper()
	documents := parseStrictly(t, strings.ReplaceAll(initiativeHeadRows+rows+"\n", "|", "\t"))
	if len(documents) != 1 || len(documents[0].Items) != 2 {
		t.Fatalf("%d documents, of which the first has %d items", len(documents), len(documents[0].Items))
	}
	return &documents[0].Items[1], documents[0]
}

// factsOf lists what an initiative's rows say besides its goals by year.
func factsOf(own *model.Item) []string {
	var facts []string
	add := func(parts ...any) {
		facts = append(facts, strings.Join(strings.Fields(fmt.Sprintln(parts...)), " "))
	}
	for _, department := range own.Departments {
		add("department", department.Section)
	}
	for _, text := range own.Texts {
		add(text.Key, year(text.FY), text.Text)
	}
	for _, task := range own.Schedule {
		if task.Measure != model.ScheduleGoal {
			add(task.Measure, year(task.FY), task.Text)
		}
	}
	for i, indicator := range own.Indicators {
		if indicator.Goal != nil {
			add("indicator", i, "goal", indicator.Goal.Raw)
		}
		for _, value := range indicator.Values {
			add("indicator", i, value.Measure, year(value.FY), value.Raw)
		}
		if indicator.Definition != "" {
			add("indicator", i, indicator.Definition)
		}
	}
	for _, cost := range own.Costs {
		add("cost", cost.Basis, year(cost.FY), cost.Raw)
	}
	for _, evaluation := range own.Evaluations {
		add(evaluation.Criterion, year(evaluation.FY), evaluation.Grade, evaluation.Choice, evaluation.Reason)
	}
	return facts
}

// year writes a fiscal year, ? where there is none.
func year(fy int) string {
	if fy == 0 {
		return "?"
	}
	return fmt.Sprint(fy)
}

// The labels of years may be printed again, and their words may stand in what a
// year says.
func TestLabelsOfYears(t *testing.T) {
	tests := []struct {
		name, rows string
		want       []string
	}{
		{"printed again before a later grade", "説明|数|自己評価 A：計画どおり|自己評価 B：概ね計画どおり|||",
			[]string{"remark ? 数", "self 2021 A 計画どおり", "self 2022 B 概ね計画どおり"}},
		{"printed again in the cell of the first grade", "説明|数|自己評価 A：計画どおり 自己評価 B：概ね計画どおり||||",
			[]string{"remark ? 数", "self 2021 A 計画どおり", "self 2022 B 概ね計画どおり"}},
		{"behind the words of the left side without a blank", "説明|参加者の数自己評価 A：計画どおり|B：概ね計画どおり|||",
			[]string{"remark ? 参加者の数", "self 2021 A 計画どおり", "self 2022 B 概ね計画どおり"}},
		{"behind the words of the left side, the next cell filled", "説明|参加者の数 自己評価 A：計画どおり|B：概ね計画どおり||||",
			[]string{"remark ? 参加者の数", "self ? A 計画どおり", "self ? B 概ね計画どおり"}},
		{"without a blank on either side", "説明|参加者の数自己評価A：計画どおり|||||",
			[]string{"remark ? 参加者の数", "self 2021 A 計画どおり"}},
		{"a word of the left side", "説明|職員の自己評価 の平均点|||||",
			[]string{"remark ? 職員の自己評価 の平均点"}},
		{"printed again before a later reason", "概要(目指すもの)|整えます。|評価理由 早い。|評価理由 遅い。|||",
			[]string{"overview ? 整えます。", "self 2021 早い。", "self 2022 遅い。"}},
		{"printed again in a cell of its own", "その他効果|短くなる。|次年度以降|A：継続実施|次年度以降|B：見直し|",
			[]string{"side_effect ? 短くなる。", "next_year ? A 継続実施", "next_year ? B 見直し"}},
		{"words of a plan, with a blank", "取組主管課|情報課|調査|自己評価 の試行|実施|実施|実施",
			[]string{"department 情報課", "plan 2021 調査", "plan 2022 自己評価 の試行", "plan 2023 実施", "plan 2024 実施", "plan 2025 実施"}},
		{"words of a plan, alone", "取組主管課|情報課|調査|自己評価|実施|次年度以降 の方針|実施",
			[]string{"department 情報課", "plan 2021 調査", "plan 2022 自己評価", "plan 2023 実施", "plan 2024 次年度以降 の方針", "plan 2025 実施"}},
		{"words of a reason", "概要(目指すもの)|整えます。|評価理由 早い。|自己評価 の結果による。|||",
			[]string{"overview ? 整えます。", "self 2021 早い。", "self 2022 自己評価 の結果による。"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			own, document := readInitiative(t, test.rows)
			if got := factsOf(own); !slices.Equal(got, test.want) {
				t.Errorf("%s\nis read as %q, want %q", test.rows, got, test.want)
			}
			if len(document.Unmapped) > 0 {
				t.Errorf("unmapped is %v", document.Unmapped)
			}
		})
	}
}

// Each 指標 of an initiative is an indicator of its own, also without a number.
func TestSeveralIndicators(t *testing.T) {
	pairs := "|目標 100 人 実績 22 人|目標 20 人 実績 22 人|40 人 30 人|50 人 人|60 人 人|100 人 人\n"
	values := []string{"goal 100 人", "actual ? 22 人", "target 2021 20 人", "actual 2021 22 人", "target 2022 40 人",
		"actual 2022 30 人", "target 2023 50 人", "target 2024 60 人", "target 2025 100 人"}
	for _, heads := range [][2]string{{"指標①", "指標②"}, {"指標１", "指標２"}, {"指標", "指標"}} {
		own, document := readInitiative(t, heads[0]+pairs+"説明|人数|||||\n"+heads[1]+pairs+"説明|割合|||||")
		var want []string
		for i, definition := range []string{"人数", "割合"} {
			for _, fact := range values {
				want = append(want, fmt.Sprint("indicator ", i, " ", fact))
			}
			want = append(want, fmt.Sprint("indicator ", i, " ", definition))
		}
		if got := factsOf(own); !slices.Equal(got, want) {
			t.Errorf("%v are read as %q, want %q", heads, got, want)
		}
		if len(document.Unmapped) > 0 {
			t.Errorf("%v leaves unmapped %v", heads, document.Unmapped)
		}
	}
}

// Figures under a label that is lost are amounts where they may be some.
func TestLostFigureLabel(t *testing.T) {
	tests := []struct {
		rows string
		want []string
	}{
		{"|目標 3,000千円 実績 0円|1,000千円 千円||||", []string{"cost target ? 3,000千円", "cost actual ? 0円", "cost target 2021 1,000千円"}},
		{"成果|目標 100 人 実績 22 人|目標 20 人 実績 22 人|40 人 人|60 人 人|80 人 人|100 人 人",
			[]string{"indicator 0 goal 100 人", "indicator 0 actual ? 22 人", "indicator 0 target 2021 20 人", "indicator 0 actual 2021 22 人",
				"indicator 0 target 2022 40 人", "indicator 0 target 2023 60 人", "indicator 0 target 2024 80 人", "indicator 0 target 2025 100 人"}},
	}
	for _, test := range tests {
		if own, _ := readInitiative(t, test.rows); !slices.Equal(factsOf(own), test.want) {
			t.Errorf("%s\nis read as %q, want %q", test.rows, factsOf(own), test.want)
		}
	}
}

// In the layout of pairs, 目標 and 実績 in rows of their own take a cell each, and
// move those of the plan and the years.
func TestMovedFigures(t *testing.T) {
	tests := []struct {
		name, rows string
		want       []string
	}{
		{"all cells filled", "効果額|目標|50千円|10千円|11千円|12千円|13千円|14千円\n|実績|21千円|10千円|11千円|千円|千円|千円",
			[]string{"target ? 50千円", "target 2021 10千円", "target 2022 11千円", "target 2023 12千円", "target 2024 13千円", "target 2025 14千円",
				"actual ? 21千円", "actual 2021 10千円", "actual 2022 11千円"}},
		{"a year blank", "効果額|目標|50千円|10千円||12千円|13千円|14千円\n|実績|21千円||11千円|||",
			[]string{"target ? 50千円", "target 2021 10千円", "target 2023 12千円", "target 2024 13千円", "target 2025 14千円",
				"actual ? 21千円", "actual 2022 11千円"}},
		{"nothing shows that they moved", "効果額|目標|50千円|10千円||||",
			[]string{"target ? 50千円", "target ? 10千円"}},
		{"the plan's value or the last year's is blank", "効果額|目標|50千円|10千円|11千円|12千円|13千円|",
			[]string{"target ? 50千円", "target ? 10千円", "target ? 11千円", "target ? 12千円", "target ? 13千円"}},
	}
	for _, test := range tests {
		own, _ := readInitiative(t, test.rows)
		for i := range test.want {
			test.want[i] = "cost " + test.want[i]
		}
		if got := factsOf(own); !slices.Equal(got, test.want) {
			t.Errorf("%s: %s\nis read as %q, want %q", test.name, test.rows, got, test.want)
		}
	}
}

// A cell that holds one value of two can be either, and takes no year from its
// neighbours.
func TestPairs(t *testing.T) {
	own, document := readInitiative(t, "指標|目標：100 件 実績：22 件|目標：20 件 実績：22 件|40 件 － 件|50 件|－ 件 － 件|60 件 件")
	want := []string{"goal 100 件", "actual ? 22 件", "target 2021 20 件", "actual 2021 22 件", "target 2022 40 件", "target 2025 60 件"}
	for i := range want {
		want[i] = "indicator 0 " + want[i]
	}
	if got := factsOf(own); !slices.Equal(got, want) {
		t.Errorf("the pairs are read as %q, want %q", got, want)
	}
	if len(document.Unmapped) != 1 || document.Unmapped[0].Text != "50 件" {
		t.Errorf("unmapped is %v", document.Unmapped)
	}
	if got := codesOf(document); !slices.Equal(got, []model.Code{model.CodeColumnUnknown}) {
		t.Errorf("the cell without a pair is reported as %v", got)
	}
}

// A pair with a number that a line break has parted is no sentence.
func TestBrokenNumberInPair(t *testing.T) {
	own, document := readInitiative(t, "効果額|目標 12,000千円 実績 3,1\n00千円|目標 3,000千円 実績 3,100千円||||")
	want := []string{"cost target ? 12,000千円", "cost actual ? 3,1 00千円", "cost target 2021 3,000千円", "cost actual 2021 3,100千円"}
	if got := factsOf(own); !slices.Equal(got, want) {
		t.Errorf("the amounts are read as %q, want %q", got, want)
	}
	if got := codesOf(document); !slices.Equal(got, []model.Code{model.CodeUnreadable}) || !own.Costs[1].Yen.IsZero() {
		t.Errorf("the diagnostics are %v, the amount is %v", got, own.Costs[1].Yen)
	}
}

// A label that a line break has parted in a cell without figures is no figure.
func TestBrokenPairLabel(t *testing.T) {
	own, document := readInitiative(t, "指標|目標 実\n績|目\n標 実績||||")
	if len(own.Indicators) > 0 || len(document.Diagnostics) > 0 {
		t.Errorf("the indicators are %+v, with %v", own.Indicators, document.Diagnostics)
	}
}

// A cell below a narrative that ends inside a sentence is the rest of it.
func TestGoesOnBelow(t *testing.T) {
	tests := []struct {
		name, rows string
		want       []string
		unmapped   int
	}{
		{"inside a sentence", "概要(目指すもの)|一つの窓口で終わるようにし|評価理由 早い。||||\n|ます。|||||",
			[]string{"overview ? 一つの窓口で終わるようにし ます。", "self 2021 早い。"}, 0},
		{"behind a whole sentence", "概要(目指すもの)|一つの窓口で終わります。|||||\n|速くなる。|||||",
			[]string{"overview ? 一つの窓口で終わります。"}, 1},
		{"in another column", "概要(目指すもの)|一つの窓口で終わるようにし|||||\n||ます。||||",
			[]string{"overview ? 一つの窓口で終わるようにし"}, 1},
	}
	for _, test := range tests {
		own, document := readInitiative(t, test.rows)
		if got := factsOf(own); !slices.Equal(got, test.want) || len(document.Unmapped) != test.unmapped {
			t.Errorf("%s: read as %q with unmapped %v, want %q", test.name, got, document.Unmapped, test.want)
		}
	}
}

// A row 達成率 has the rates of the indicator above it, as they are printed.
func TestRates(t *testing.T) {
	theme := strings.Replace(smallSheet, "\n概要\t\t取組の進捗", "\n\t\t達成率\t96%\t\t\t\t\t\t\n概要\t\t取組の進捗", 1)
	document := parseStrictly(t, theme)[0]
	got := factsOf(&model.Item{Indicators: document.Items[0].Indicators})
	want := []string{"target 2021 50%", "target 2023 70%", "target 2025 100%", "actual 2021 48%", "rate 2021 96%", "取組の進捗"}
	for i := range want {
		want[i] = "indicator 0 " + want[i]
	}
	if !slices.Equal(got, want) || len(document.Unmapped) > 0 {
		t.Errorf("the indicators are %q, want %q; unmapped is %v", got, want, document.Unmapped)
	}
}

// A line break inside a label parts it into rows.
func TestBrokenLabels(t *testing.T) {
	tests := []struct {
		name, rows string
		want       []string
	}{
		{"the second part is a label, too", "取組\n主管課|情報課|調べる。|作る。|配る。|配る。|終える。",
			[]string{"department 情報課", "plan 2021 調べる。", "plan 2022 作る。", "plan 2023 配る。", "plan 2024 配る。", "plan 2025 終える。"}},
		{"the second part is none", "次年度以降の取組の\n方向性・課題等||続ける。|急ぐ。|||",
			[]string{"next 2021 続ける。", "next 2022 急ぐ。"}},
		{"the first part is a label, too", "次年度以降\nの取組の\n方向性・課題等||続ける。|急ぐ。|||",
			[]string{"next 2021 続ける。", "next 2022 急ぐ。"}},
		{"behind other cells", "その他効果|短くなる。|次年度以降の取組の\n方向性・課題等|続ける。|||",
			[]string{"side_effect ? 短くなる。", "next 2021 続ける。"}},
		{"no label comes of it", "関係計画等||調べた。|作った。|作った。|作った。|作る\n取組\n区分|☑新規||||||",
			[]string{"actual 2021 調べた。", "actual 2022 作った。", "actual 2023 作った。", "actual 2024 作った。", "actual 2025 作る 取組"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			own, _ := readInitiative(t, test.rows)
			if got := factsOf(own); !slices.Equal(got, test.want) {
				t.Errorf("%s\nis read as %q, want %q", test.rows, got, test.want)
			}
		})
	}
}

func TestCategory(t *testing.T) {
	tests := []struct {
		text  string
		want  model.Status
		codes []model.Code
	}{
		{"☑新規\n□継続", model.StatusNew, nil},
		{"継続", model.StatusContinuing, nil},
		{`<input type="checkbox"/> 新規 <input che` + "\n" + `cked="" type="checkbox"/> 継続`, model.StatusContinuing, nil},
		{`<input checked="" type="check` + "\n" + `box"/> 新規 <input type="checkbox"/> 継続`, model.StatusNew, nil},
		{`<input checked="" type="checkbox"/> 新規 <in` + "\n" + `put type="checkbox"/> 継続`, model.StatusNew, nil},
		{"□新規 継続", "", []model.Code{model.CodeUnreadable}},
		{"□新規 □継続", "", nil},
		{"新規\n継続", "", []model.Code{model.CodeUnreadable}},
		{"新規・継続", "", []model.Code{model.CodeUnreadable}},
		{"再掲", "", nil},
		{"☑新規|何か", model.StatusNew, []model.Code{model.CodeUnmapped}},
	}
	for _, test := range tests {
		own, document := readInitiative(t, "区分|"+test.text+strings.Repeat("|", 5-strings.Count(test.text, "|")))
		if got := codesOf(document); own.Status != test.want || !slices.Equal(got, test.codes) {
			t.Errorf("%q has the status %q with %v, want %q with %v", test.text, own.Status, got, test.want, test.codes)
		}
	}
}

// What is wrong with a value names its indicator, which has no name here.
func TestUnnamedIndicator(t *testing.T) {
	_, document := readInitiative(t, "指標|目標 100 件 実績 1,23件|目標 20 件 実績 22 件|40 件 件|50 件 件|60 件 件|70 件 件")
	if len(document.Diagnostics) != 1 || !strings.HasPrefix(document.Diagnostics[0].Message, "指標: found 1,23件") {
		t.Errorf("the diagnostics are %v", document.Diagnostics)
	}
}

func codesOf(document *model.Document) []model.Code {
	var codes []model.Code
	for _, diagnostic := range document.Diagnostics {
		codes = append(codes, diagnostic.Code)
	}
	return codes
}

// Short texts below grades are reasons, also one that a line break has parted.
func TestReasonsBelowGrades(t *testing.T) {
	text := strings.Replace(smallSheet, "\t遅れがある。\t\t\t\t", "\t続ける\nこと。\t急ぐ\t\t\t", 1)
	text = strings.Replace(text, "B: 進行強化\t", "B: 進行強化\tA: 現状継続", 1)
	document := parseStrictly(t, text)[0]
	got := factsOf(&model.Item{Evaluations: document.Items[0].Evaluations})
	if want := []string{"internal 2021 B 進行強化 続ける こと。", "internal 2022 A 現状継続 急ぐ"}; !slices.Equal(got, want) {
		t.Errorf("the evaluations are %q, want %q", got, want)
	}
}

// An amount without a unit is no yen where others of the block print another; nothing
// is nothing in any unit.
func TestBareAmounts(t *testing.T) {
	for rows, want := range map[string]string{
		"効果額|目標 10,000 実績 千円|目標 2,000 千円 実績 0|目標 3,000 実績 0|||": "? 2000000 0 ? 0",
		"効果額 千円|目標 10,000 実績 5|目標 2,000 実績 1|目標 3,000 実績 0|||":  "? ? ? ? ? 0",
		"効果額|単位:千円|||||\n|目標 10,000 実績 5|目標 2,000 実績 1||||":     "? ? ? ?",
		"効果額※千円|目標 10,000 実績 5|目標 2,000 実績 1||||":               "? ? ? ?",
		"効果額|目標 10,000 実績 5|目標 2,000 実績 1|目標 3,000 実績 0|||":     "10000 5 2000 1 3000 0",
		"効果額|目標 10,000円 実績 5円|目標 2,000 実績 1|目標 3,000 実績 0|||":   "10000 5 2000 1 3000 0",
		"効果額(千円)|目標 10,000 実績 5|目標 2,000 実績 1|目標 3,000 実績 0|||": "10000000 5000 2000000 1000 3000000 0",
	} {
		own, document := readInitiative(t, rows)
		var got []string
		for _, cost := range own.Costs {
			got = append(got, cmp.Or(cost.Yen.String(), "?"))
		}
		unreadable := 0
		for _, diagnostic := range document.Diagnostics {
			if diagnostic.Code == model.CodeUnreadable {
				unreadable++
			}
		}
		if joined := strings.Join(got, " "); joined != want || unreadable != strings.Count(want, "?") {
			t.Errorf("%s: got %s and %d diagnostics, want %s", rows, joined, unreadable, want)
		}
	}
}
