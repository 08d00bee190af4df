package isehara

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
)

const taskHead = "事業行程→項目→年度→→→\n→→令和3年度→令和4年度→→\n"

// TestCutTaskRow holds a row that a line end has cut behind its name, which an
// earlier table has named already.
func TestCutTaskRow(t *testing.T) {
	const head = "→項目→年度→→\n→→令和3年度→令和4年度→令和5年度\n"
	document := readRows(t, "事業行程"+head+"→催告→準備→実施→実施\n実施結果"+head+"→催告\n準備→実施→実施\n")
	for _, task := range document.Items[0].Schedule {
		if task.Task != "催告" || task.Measure != model.SchedulePlan {
			t.Errorf("a value became a task: %+v", task)
		}
	}
	warned := 0
	for _, own := range document.Diagnostics {
		if own.Severity == model.SeverityWarning && own.Code.Family() == "layout" {
			warned++
		}
	}
	if len(document.Unmapped) != 3 || warned != 3 {
		t.Errorf("unmapped are %v, diagnostics %v; expected the three values", document.Unmapped, document.Diagnostics)
	}
}

// TestTaskRows holds rows that line ends have cut, and rows whose cells don't say
// what they are.
func TestTaskRows(t *testing.T) {
	for name, test := range map[string]struct {
		rows string
		want []string
		left []string
	}{
		"a name of two lines": {
			taskHead + "→わなの\n設置→実施→中止→→\n", []string{"わなの設置 2021 実施", "わなの設置 2022 中止"}, nil,
		},
		"a name and a plan of two lines": {
			taskHead + "→わなの\n設置→実施\n(2基)→中止→→\n", []string{"わなの設置 2021 実施\n(2基)", "わなの設置 2022 中止"}, nil,
		},
		"a label of two lines behind the table": {
			taskHead + "→設置→実施→中止→→\n実施した取\n組の内容→柵を直した。→→→→\n", []string{"設置 2021 実施", "設置 2022 中止"}, nil,
		},
		"a name that may hold the first plan, with the last year blank": {
			taskHead + "→見回り 準備→毎日→→→\n→柵 設置→→実施→→\n", []string{"見回り準備 0 毎日", "柵設置 2022 実施"}, nil,
		},
		"figures of two years behind a line end inside the first": {
			"実施結果→項目→年度→\n→→令和3年度→令和4年度\n→柵の整備→1,150m\n(継続) 800m→\n", []string{"柵の整備 2021 1,150m\n(継続)", "柵の整備 2022 800m"}, nil,
		},
		"a name repeated over its span": {
			"事業行程→項目→項目→令和3年度→令和4年度\n事業行程→設置→設置→実施→中止\n", []string{"設置 2021 実施", "設置 2022 中止"}, nil,
		},
		"a row without values before a whole one": {
			taskHead + "→わなの→→→→\n→設置→実施→中止→→\n", []string{"設置 2021 実施", "設置 2022 中止"}, []string{"わなの"},
		},
		"lines that are together too wide": {
			taskHead + "→見回り→毎日→毎日\n設置→実施→中止→→→\n",
			[]string{"見回り 2021 毎日", "見回り 2022 毎日", "設置 2021 実施", "設置 2022 中止"}, nil,
		},
		"a label with a letter lost behind the table": {
			taskHead + "→設置→実施→中止→→\n実施た取組の内容→柵を直した。→→→→\n", []string{"設置 2021 実施", "設置 2022 中止"},
			[]string{"実施た取組の内容", "柵を直した。"},
		},
		"a label with a letter lost behind one year": {
			"実施結果→項目→年度\n→→令和3年度\n→設置→実施\n実施た取組の内容→柵を直した。\n", []string{"設置 2021 実施"},
			[]string{"実施た取組の内容", "柵を直した。"},
		},
		"a row that has moved left whole": {
			taskHead + "設置→実施→中止→→→\n", []string{"設置 2021 実施", "設置 2022 中止"}, nil,
		},
		"a row that has moved left with values in one cell": {
			taskHead + "設置→実施 中止→→→→\n", []string{"設置 2021 実施", "設置 2022 中止"}, nil,
		},
		"an unknown label with sentences": {
			taskHead + "実施た取組の内容→柵を直した。 網も直した。→→→→\n", nil,
			[]string{"実施た取組の内容", "柵を直した。 網も直した。"},
		},
		"a row under years only": {
			taskHead + "→わなの設置→要項の作成→実施→→\n→→説明会の開催→試行→→\n",
			[]string{"わなの設置 2021 要項の作成", "わなの設置 2022 実施"}, []string{"説明会の開催", "試行"},
		},
	} {
		document := readRows(t, test.rows)
		var got, left []string
		for _, task := range document.Items[0].Schedule {
			got = append(got, fmt.Sprint(task.Task, " ", task.FY, " ", task.Text))
		}
		for _, piece := range document.Unmapped {
			left = append(left, piece.Text)
		}
		if !slices.Equal(got, test.want) || !slices.Equal(left, test.left) {
			t.Errorf("%s: got %q, unmapped %q, expected %q and %q", name, got, left, test.want, test.left)
		}
	}
}

// TestNameWithBaseline holds rows whose name and 現状値 stand in one cell, and names
// that end in a figure of their own.
func TestNameWithBaseline(t *testing.T) {
	const head = "目標→【指標名】→【現状値】→年度\n→→→令和3年度→令和4年度\n"
	for row, want := range map[string]string{
		"→催告の件数0件 (令和2年度)→10件→12件\n": "催告の件数: baseline 0件 (令和2年度), target 10件, target 12件",
		"→催告の件数8件→10件→12件\n":         "催告の件数: baseline 8件, target 10件, target 12件",
		"→催告の件数18.5件→10件→12件\n":      "催告の件数: baseline 18.5件, target 10件, target 12件",
		"→催告の件数→8件→10件→12件\n":        "催告の件数: baseline 8件, target 10件, target 12件",
		"→上位3人の件数→8件→10件→12件\n":      "上位3人の件数: baseline 8件, target 10件, target 12件",
		"→参加者数100人→90人→95人→98人\n":    "参加者数100人: baseline 90人, target 95人, target 98人",
		"→参加者が100人の回数5→→95人→98人\n":   "参加者が100人の回数5: target 95人, target 98人",
	} {
		indicators := readRows(t, head+row).Items[0].Indicators
		if len(indicators) != 1 {
			t.Errorf("%s: %d indicators", row, len(indicators))
			continue
		}
		var values []string
		for _, value := range indicators[0].Values {
			values = append(values, fmt.Sprint(value.Measure, " ", value.Raw))
		}
		if got := indicators[0].Name + ": " + strings.Join(values, ", "); got != want {
			t.Errorf("%s: got %s, expected %s", row, got, want)
		}
	}
}

const stackHead = "目標の達成状況→【指標名】→【現状値】→年度\n→→→令和3年度 実績\n→被害額→9千円→8千円\n→頭数→9頭→7頭\n→延長→9m→6m\n→→→令和4年度 実績\n"

// TestStackedResults holds the later years' results, whose indicators are told by
// their order.
func TestStackedResults(t *testing.T) {
	for name, test := range map[string]struct {
		rows string
		want [3]string // of 2022, by indicator
	}{
		"whole":                  {"→→→5千円\n→→→4頭\n→→→3m\n", [3]string{"5千円", "4頭", "3m"}},
		"an empty row":           {"→→→5千円\n→→→\n→→→3m\n", [3]string{"5千円", "", "3m"}},
		"an empty row at first":  {"→→→\n→→→4頭\n→→→3m\n", [3]string{"", "4頭", "3m"}},
		"an empty row at last":   {"→→→5千円\n→→→4頭\n→→→\n\n実施した取組の内容→\n", [3]string{"5千円", "4頭", ""}},
		"a lost row":             {"→→→5千円\n→→→3m\n\n", [3]string{}},
		"an empty line":          {"→→→5千円\n\n→→→3m\n", [3]string{}},
		"all in one cell":        {"→→→5千円 4頭 3m\n", [3]string{"5千円", "4頭", "3m"}},
		"two of three in a cell": {"→→→5千円 3m\n", [3]string{}},
	} {
		document := readRows(t, stackHead+test.rows)
		var got [3]string
		for i, indicator := range document.Items[0].Indicators {
			for _, value := range indicator.Values {
				if value.Measure == model.Actual && value.FY != 2021 {
					got[i] += value.Raw
				}
			}
		}
		if got != test.want {
			t.Errorf("%s: got %q, expected %q", name, got, test.want)
		}
		if test.want == ([3]string{}) && len(document.Unmapped) == 0 {
			t.Errorf("%s: nothing is unmapped", name)
		}
	}
}

// TestYearHeads holds heads that say more than one year for each value.
func TestYearHeads(t *testing.T) {
	const head = "目標の達成状況→【指標名】→【現状値】→年度→→→\n"
	for rows, want := range map[string]string{
		"→→→令和3年度→達成率→令和4年度→達成率\n→被害額→9千円→8千円→80%→6千円→75%\n": "2021 actual 8千円, 2021 rate 80%, 2022 actual 6千円, 2022 rate 75%",
		// Each indicator's years below each other.
		"→→→令和3年度\n→頭数→9頭→7頭\n→→→令和4年度\n→→→5頭\n→被害額→9千円→8千円\n→→→令和4年度\n→→→6千円\n":           "2021 actual 8千円, 2022 actual 6千円",
		"→→→令和3年度\n→頭数→9頭→7頭\n→被害額→9千円→8千円\n→→→令和4年度\n→頭数→9頭→5頭\n→被害額→9千円→6千円\n":           "2021 actual 8千円, 2022 actual 6千円",
		"→→→令和3年度\n→頭数→9頭→7頭\n→→→令和4年度\n→→→5頭\n→被害額→9千円→令和3年度\n→→→8千円\n→→→令和4年度\n→→→6千円\n": "2021 actual 8千円, 2022 actual 6千円",
		// A row that ran together above one that begins left.
		"→→→令和3年度→令和4年度→→\n→頭数 9頭 7頭 5頭\n被害額→9千円→8千円→6千円\n": "2021 actual 8千円, 2022 actual 6千円",
	} {
		var got []string
		for _, indicator := range readRows(t, head+rows).Items[0].Indicators {
			for _, value := range indicator.Values {
				if indicator.Name == "被害額" && value.Measure != model.Baseline {
					got = append(got, fmt.Sprint(value.FY, " ", value.Measure, " ", value.Raw))
				}
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: got %q, expected %s", rows, got, want)
		}
	}
}

// TestJoinedEvaluations holds the cells of a criterion run together.
func TestJoinedEvaluations(t *testing.T) {
	const boxes = `<input checked="" type="radio"/> 高い (A) <input type="radio"/> 低い (C)`
	for _, row := range []string{
		"有効性 [選択・記入]→" + boxes + "→A→左記判断理由→被害が減りました。\n",
		"有効性 [選択・記入]→" + boxes + " A→左記判断理由→被害が減りました。\n",
		"有効性 [選択・記入]→" + boxes + " A 左記判断理由→被害が減りました。\n",
		"有効性 [選択・記入]→" + boxes + " A 左記判断理由 被害が減りました。\n",
		"有効性 [選択・記入]→" + boxes + "→A 左記判断理由 被害が減りました。\n",
		"有効性 [選択・記入]→" + boxes + "→Ａ 左記判断理由→被害が減りました。\n",
		"有効性 [選択・記入] " + boxes + " Ａ　左記判断理由 被害が減りました。\n",
	} {
		document := readRows(t, row)
		evaluations := document.Items[0].Evaluations
		if len(evaluations) != 1 || len(document.Unmapped) > 0 {
			t.Errorf("%s: %d evaluations, unmapped %v", row, len(evaluations), document.Unmapped)
			continue
		}
		own := evaluations[0]
		if own.Grade != "A" || own.Choice != "高い" || own.Reason != "被害が減りました。" || !slices.Equal(own.Options, []string{"高い (A)", "低い (C)"}) {
			t.Errorf("%s: got %+v", row, own)
		}
	}
}

// TestEvaluationsInOneLine holds rows of two criteria that lost the line end between
// them.
func TestEvaluationsInOneLine(t *testing.T) {
	const boxes = `<input checked="" type="radio"/> 高い (A) <input type="radio"/> 低い (C)`
	const first = "実施水準 [選択・記入]→" + boxes + "→A→他都市の事業内容等→他市と同じです。"
	for _, row := range []string{
		first + " 有効性 [選択・記入]→" + boxes + "→A→左記判断理由→被害が減りました。\n",
		first + "有効性 [選択・記入]→" + boxes + "→A→左記判断理由→被害が減りました。\n",
		first + " 有効性 [選択・記入] " + boxes + "→A→左記判断理由→被害が減りました。\n",
		first + " 有効性 [選択・記入] " + boxes + " A 左記判断理由 被害が減りました。\n",
	} {
		document := readRows(t, row)
		var got []string
		for _, own := range document.Items[0].Evaluations {
			got = append(got, fmt.Sprint(own.Label, " ", own.Grade, " ", own.Choice, " ", own.Reason))
		}
		want := []string{"実施水準 [選択・記入] A 高い 他市と同じです。", "有効性 [選択・記入] A 高い 被害が減りました。"}
		if !slices.Equal(got, want) || len(document.Unmapped) > 0 {
			t.Errorf("%s: got %q, unmapped %v", row, got, document.Unmapped)
		}
		if !slices.ContainsFunc(document.Diagnostics, func(own model.Diagnostic) bool { return own.Code == model.CodeJoinedCells }) {
			t.Errorf("%s: the joined rows are not reported", row)
		}
	}
	// A reason may speak of a criterion.
	document := readRows(t, "実施水準 [選択・記入]→"+boxes+"→A→他都市の事業内容等→他市の 有効性 [選択・記入] と同じです。\n")
	if got := document.Items[0].Evaluations; len(got) != 1 || got[0].Reason != "他市の 有効性 [選択・記入] と同じです。" {
		t.Errorf("a reason became %+v", got)
	}
}

// TestReasonSigns proves that no label of a reason is passed over.
func TestReasonSigns(t *testing.T) {
	for _, e := range table {
		for _, spelling := range e.spellings {
			if e.kind == reason && knownSigns.signsIn(spelling)&reasonSign == 0 {
				t.Errorf("%s has none of the signs by which labels of reasons are looked for", spelling)
			}
		}
	}
}
