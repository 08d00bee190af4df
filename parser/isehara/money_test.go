package isehara

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
)

// In the rows → stands for a tab.
const twoYears = "→年度→→令和3年度 実績→→→→令和4年度 実績→→→→\n"

const threeYears = "→年度→→令和2年度 実績→→→→令和3年度 実績→→→→令和4年度 実績→→→→\n"

// amountRows are rows whose cells show which year is blank, or don't.
var amountRows = map[string]struct {
	rows string
	want []string
	code []model.Code
}{
	"the second year stands empty": {
		twoYears + "内訳→事業費合計(a)→→9→千円→9→千円→→→→→\n→内訳→国県支出金→→5→千円→5→千円→→→→\n",
		[]string{"2021 total 9000", "2021 national_prefectural 5000"}, nil,
	},
	"the first year stands empty": {
		twoYears + "内訳→事業費合計(a)→→→→→→9→千円→9→千円→\n→内訳→国県支出金→→→→→→5→千円→5→千円\n",
		[]string{"2022 total 9000", "2022 national_prefectural 5000"}, nil,
	},
	"rows that were not shifted with their labels": {
		twoYears + "→内訳→国県支出金→→→→→5→千円→5→千円→\n", []string{"2022 national_prefectural 5000"}, nil,
	},
	"a blank year as the row above shows": {
		threeYears + "内訳→事業費合計(a)→→→1→千円→2→千円→3→千円→→→→→→\n→→地方債→→→→2→千円→→→→→→→→\n",
		[]string{"2020 total 1000", "2021 total 2000", "2022 total 3000", "2021 bonds 2000"}, nil,
	},
	"equal amounts in order as the row above shows": {
		twoYears + "内訳→事業費合計(a)→→→1→千円→2→千円→→→→\n→→地方債→→0→千円→0→千円→→→→\n",
		[]string{"2021 total 1000", "2022 total 2000", "2021 bonds 0", "2022 bonds 0"}, nil,
	},
	"an amount repeated over its span, and a blank year": {
		twoYears + "→→事業費合計(a)→→1→千円→1→千円→2→千円→2→千円\n→→地方債→→5→千円→5→千円→→→→\n",
		[]string{"2021 total 1000", "2022 total 2000", "2021 bonds 5000"}, nil,
	},
	"equal amounts that may have moved left": {
		twoYears + "内訳→事業費合計(a)→→1→千円→1→千円→2→千円→2→千円→\n→→地方債→→0→千円→0→千円→→→→\n",
		[]string{"2021 total 1000", "2022 total 2000", "2021 bonds 0", "2022 bonds 0"}, []model.Code{model.CodeShiftedRow},
	},
	"a heading that names the unit": {
		"コスト (単位:千円)\n項目→令和3年度 実績→令和4年度 実績\n事業費合計(a)→9→8\n", []string{"2021 total 9000", "2022 total 8000"}, nil,
	},
	"a line that is not known and names a unit": {
		"決算の状況 (単位:千円)\n項目→令和3年度 実績→令和4年度 実績\n事業費合計(a)→9→8\n", []string{"2021 total ", "2022 total "},
		[]model.Code{model.CodeUnmapped, model.CodeUnreadable, model.CodeUnreadable},
	},
	"amounts beside others whose label names the unit": {
		twoYears + "→→事業費合計(a)(千円)→→9→→→→8→→→\n→→地方債→→3→→→→2→→→\n", []string{"2021 total 9000", "2022 total 8000", "2021 bonds ", "2022 bonds "},
		[]model.Code{model.CodeUnreadable, model.CodeUnreadable},
	},
	"a column of units": {
		"項目→単位→令和3年度 実績→令和4年度 実績\n事業費合計(a)→千円→9→8\n地方債→千円→→3\n正規職員→人→1.2→1.3\n正規職員→千円→7→6\n",
		[]string{"2021 total 9000", "2022 total 8000", "2022 bonds 3000", "2021 personnel_regular 7000", "2022 personnel_regular 6000"}, nil,
	},
	"merged heads and amounts that are repeated over their span": {
		"→→→令和3年度 実績→令和3年度 実績→令和3年度 実績→令和4年度 実績→令和4年度 実績→令和4年度 実績\n" +
			"コスト→事業費合計(a)→事業費合計(a)→9→9→千円→8→8→千円\n",
		[]string{"2021 total 9000", "2022 total 8000"}, nil,
	},
	"heads without a label, and a blank year": {
		"項目→令和3年度 実績→令和4年度 実績\n事業費合計(a)→→8千円\n地方債→8千円\n", []string{"2022 total 8000", "0 bonds 8000"}, []model.Code{model.CodeYearUnknown},
	},
	"a column behind the years": {
		"項目→令和3年度 実績→令和4年度 実績→増減\n事業費合計(a)→9千円→→9千円\n地方債→3千円→2千円→1千円\n",
		[]string{"2021 total 9000", "2021 bonds 3000", "2022 bonds 2000"},
		[]model.Code{model.CodeUnmapped, model.CodeColumnUnknown, model.CodeColumnUnknown},
	},
	"a column that is no year's": {
		twoYears + "→→地方債→5→千円→→→→→→\n", []string{"0 bonds 5000"}, []model.Code{model.CodeYearUnknown},
	},
	"a dash with its unit": {
		twoYears + "→→地方債→→-→千円→5→千円→→→→\n", []string{"2022 bonds 5000"}, nil,
	},
	"a dash without one": {
		twoYears + "→→地方債→→-→→5→千円→→→→\n", []string{"2022 bonds 5000"}, nil,
	},
	"different amounts before one unit": {
		twoYears + "→→地方債→→5→6→千円→7→千円→→→\n", []string{"2021 bonds ", "2022 bonds 7000"}, []model.Code{model.CodeTwoAmounts},
	},
	"a number with a gap": {
		twoYears + "→→地方債→→5→千円→13 006→千円→→→→\n", []string{"2021 bonds 5000", "2022 bonds "}, []model.Code{model.CodeTwoAmounts},
	},
	"a lost unit": {
		twoYears + "→→地方債→→5→→7→千円→→→→\n", []string{"2021 bonds ", "2022 bonds 7000"}, []model.Code{model.CodeUnreadable},
	},
	"no unit at all": {
		twoYears + "→→地方債→→5→→7→→→→→\n", []string{"2021 bonds 5", "2022 bonds 7"}, nil,
	},
	"a number with a gap and a blank year": {
		twoYears + "→→地方債→→13 006→千円→→→→→→\n", []string{"2021 bonds "}, []model.Code{model.CodeTwoAmounts},
	},
	"a unit that a caption names": {
		"(単位:千円)\n" + twoYears + "→→地方債→→5→→7→→→→→\n", []string{"2021 bonds 5000", "2022 bonds 7000"}, nil,
	},
	"a caption below the amounts, and a unit of their own": {
		twoYears + "→→地方債→→5→→7→→→→→\n→→国県支出金→→5→円→7→円→→→→\n単位：百万円\n",
		[]string{"2021 bonds 5000000", "2022 bonds 7000000", "2021 national_prefectural 5", "2022 national_prefectural 7"},
		[]model.Code{model.CodeJoinedCells},
	},
	"a caption that names no money": {
		"(単位:ポンド)\n" + twoYears + "→→地方債→→5→→7→→→→→\n", []string{"2021 bonds ", "2022 bonds "},
		[]model.Code{model.CodeUnreadable, model.CodeUnreadable},
	},
	"a unit that the heads name": {
		"→年度→→令和3年度 実績(千円)→→令和4年度 実績（単位：百万円）→→\n→→地方債→→5→→7→→\n",
		[]string{"2021 bonds 5000", "2022 bonds 7000000"}, nil,
	},
	"a unit that the label names": {
		twoYears + "→→地方債(千円)→→5→→7→→→→→\n", []string{"2021 bonds 5000", "2022 bonds 7000"}, nil,
	},
	"a row without the unit of the others": {
		twoYears + "→→地方債→→5→→7→→→→→\n→→国県支出金→→5→千円→7→千円→→→→\n",
		[]string{"2021 bonds ", "2022 bonds ", "2021 national_prefectural 5000", "2022 national_prefectural 7000"},
		[]model.Code{model.CodeUnreadable, model.CodeUnreadable},
	},
	"a unit with a blank in it": {
		twoYears + "→→地方債→→5→千円→7→千 円→→→→\n", []string{"2021 bonds 5000", "2022 bonds 7000"}, nil,
	},
	"a unit on the next line": {
		twoYears + "→→地方債→→5\n千円→7→千円→→→→\n", []string{"2021 bonds 5000", "2022 bonds 7000"}, []model.Code{model.CodeBrokenLine},
	},
	"a row that has lost its label": {
		twoYears + "内訳→国県支出金→→5→千円→7→千円→\n→→0→千円→0→千円→\n→地方債→→1→千円→2→千円→\n",
		[]string{"2021 national_prefectural 5000", "2022 national_prefectural 7000", "2021 bonds 1000", "2022 bonds 2000"},
		[]model.Code{model.CodeUnmapped, model.CodeUnmapped, model.CodeUnmapped, model.CodeUnmapped},
	},
	"a full cost right under its heads, below staff in narrower columns": {
		"→年度→令和2年度 実績→→令和3年度 実績→→令和4年度 実績→\n" +
			"人件費→正規職員→0.8→人→6→千円→0.7→人→5→千円→0.6→人→4→千円\nトータルコスト→→11→千円→→→8→千円\n",
		[]string{"2020 personnel_regular 6000", "2021 personnel_regular 5000", "2022 personnel_regular 4000", "2020 full_cost 11000", "2022 full_cost 8000"}, nil,
	},
	"years that say nothing of their amounts": {
		"→年度→→令和3年度→→→→令和4年度→→→→\n→→地方債→→5→千円→7→千円→→→→\n",
		[]string{"2021 bonds 5000", "2022 bonds 7000"}, nil,
	},
}

func TestYearsOfAmounts(t *testing.T) {
	for name, test := range amountRows {
		document := readRows(t, test.rows)
		var got []string
		for _, cost := range document.Items[0].Costs {
			got = append(got, fmt.Sprint(cost.FY, " ", cost.Line, " ", cost.Yen))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, expected %q", name, got, test.want)
		}
		expectCodes(t, name, document, test.code)
	}
}

// People and their money stand under heads of their own, or in rows of their own.
func TestStaffingByUnits(t *testing.T) {
	const byHeads = "項目→令和3年度 実績(人)→令和3年度 実績(千円)→令和4年度 実績(人)→令和4年度 実績(千円)\n"
	for rows, want := range map[string]string{
		byHeads + "正規職員→1.2→9→1.3→8\n": "2021 1.2 9000, 2022 1.3 8000",
		byHeads + "正規職員→1.2→9→→8\n":    "2021 1.2 9000, 2022  8000",
		byHeads + "正規職員→1.2→→→8\n":     "2021 1.2 , 2022  8000",
		"項目→単位→令和3年度 実績→令和4年度 実績\n正規職員→人→1.2→1.3\n正規職員→千円→9→8\n": "2021 1.2 9000, 2022 1.3 8000",
		"項目→令和3年度 実績→令和4年度 実績\n正規職員(人)→1.2→1.3\n正規職員(千円)→9→8\n":  "2021 1.2 9000, 2022 1.3 8000",
		"項目→令和3年度 実績→令和4年度 実績\n正規職員(人・千円)→1.2→9千円→1.3→8千円\n":     "2021 1.2 9000, 2022 1.3 8000",
	} {
		document := readRows(t, rows)
		var got []string
		for _, own := range document.Items[0].Staffing {
			got = append(got, fmt.Sprint(own.FY, " ", own.People, " ", own.Yen))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: got %q, expected %q", rows, got, want)
		}
		for _, own := range document.Diagnostics {
			if own.Code != model.CodeUnmapped {
				t.Errorf("%s: %+v", rows, own)
			}
		}
	}
}

// Whether a figure is of people or of money can't be told without a unit.
func TestStaffingWithoutUnits(t *testing.T) {
	for rows, want := range map[string]string{
		"項目→令和3年度 実績→令和4年度 実績\n正規職員→9,816→10,790\n":            "",
		"年度→令和3年度 実績→令和4年度 実績\n正規職員→9,816→10,790\n":            "",
		"項目→令和3年度 実績\n正規職員→1.2\n":                              "",
		"項目→令和3年度 実績(千円)→令和4年度 実績(千円)\n正規職員→9→8\n":             "2021  9000, 2022  8000",
		"項目→令和3年度 実績(千円)→令和4年度 実績(千円)\n正規職員→1.2→1.3\n":         "",
		"項目→令和3年度 実績→令和4年度 実績\n正規職員→1.2→9千円→1.3→8千円\n":         "2021 1.2 9000, 2022 1.3 8000",
		"項目→令和3年度 実績→令和4年度 実績\n正規職員→1.2人 9千円→1.3人 8千円\n":       "2021 1.2 9000, 2022 1.3 8000",
		"項目→令和3年度 実績→令和4年度 実績\n正規職員→9千円→8千円\n正規職員→1.2人→1.3人\n": "2021  9000, 2022  8000, 2021 1.2 , 2022 1.3 ",
	} {
		document := readRows(t, rows)
		var got []string
		for _, own := range document.Items[0].Staffing {
			got = append(got, fmt.Sprint(own.FY, " ", own.People, " ", own.Yen))
		}
		if strings.Join(got, ", ") != want || want == "" && len(document.Items[0].Costs) > 0 {
			t.Errorf("%s: got %q, expected %q", rows, got, want)
		}
	}
}

// A number served stands in narrower columns than the heads'.
func TestYearOfOneNumberServed(t *testing.T) {
	document := readRows(t, twoYears+"単位当たりコスト→対象数→定義→世帯\n→→対象数→→→→850→→\n")
	if costs := document.Items[0].UnitCosts; len(costs) != 1 || costs[0].FY != 0 || costs[0].Denominator.Number.String() != "850" {
		t.Errorf("the unit costs are %+v", costs)
	}
	expectCodes(t, "対象数", document, []model.Code{model.CodeYearUnknown})
}

// readRows reads rows behind the head of a sheet.
func readRows(t *testing.T, rows string) *model.Document {
	t.Helper()
	text := "事業名\t清掃事業\t事業番号\t1-1\n総合計画体系\n" + strings.ReplaceAll(rows, "→", "\t")
	g, err := grid.New(text)
	if err != nil {
		t.Fatal(err)
	}
	sections := Form.Read(g)
	if len(sections) != 1 || len(sections[0].Document.Items) != 1 {
		t.Fatalf("%q is %d documents", text, len(sections))
	}
	return sections[0].Document
}

func expectCodes(t *testing.T, name string, document *model.Document, want []model.Code) {
	t.Helper()
	var got []model.Code
	for _, diagnostic := range document.Diagnostics {
		got = append(got, diagnostic.Code)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s: diagnostics are %v, expected %v", name, got, want)
	}
}
