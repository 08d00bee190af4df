package hadano

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// figureRows reads rows of amounts under the head of an initiative and returns the
// amounts with their years.
func figureRows(t *testing.T, rows ...string) []string {
	t.Helper()
	text := "秦野市 実行計画 進行管理シート\n項目\t3-2 協働\t改革の柱\t3 改革\n" +
		"取組内容\t\t\t令和3年度\t令和4年度\t令和5年度\t令和6年度\t令和7年度\n" +
		"項目名\t3-2-1. 講座\t\t始める。\t続ける。\t続ける。\t続ける。\t続ける。\n" + strings.Join(rows, "\n") + "\n"
	document := parseStrictly(t, text)[0]
	var got []string
	for _, cost := range document.Items[1].Costs {
		yen := "-"
		if !cost.Yen.IsZero() {
			yen = fmt.Sprint(cost.Yen)
		}
		got = append(got, fmt.Sprintf("%s %d %s", cost.Basis, cost.FY, yen))
	}
	for _, own := range document.Diagnostics {
		got = append(got, string(own.Code))
	}
	return got
}

// A row with a value for the plan and each year is read by their number, wherever it
// stands; one with fewer has no years where its figures show that it has moved.
func TestFiguresMovedLeft(t *testing.T) {
	for _, test := range []struct {
		row  string
		want []string
	}{
		{"効果額\t目標\t9円\t1円\t2円\t3円\t4円\t5円", []string{"target 0 9", "target 2021 1", "target 2022 2", "target 2023 3", "target 2024 4", "target 2025 5"}},
		{"効果額 目標\t9円\t1円\t2円\t3円\t4円\t5円\t", []string{"target 0 9", "target 2021 1", "target 2022 2", "target 2023 3", "target 2024 4", "target 2025 5"}},
		{"効果額 目標\t9円\t円\t2円\t3円\t4円\t5円\t", []string{"target 0 9", "target 2022 2", "target 2023 3", "target 2024 4", "target 2025 5"}},
		{"効果額 目標\t9円\t1円\t2円\t\t\t\t", []string{"target 0 9", "target 0 1", "target 0 2", "layout/year-unknown"}},
		{"効果額 目標\t\t9円\t1円\t\t\t\t", []string{"target 0 9", "target 2021 1"}},
	} {
		if got := figureRows(t, test.row); !slices.Equal(got, test.want) {
			t.Errorf("%q is read as %q, want %q", test.row, got, test.want)
		}
	}
}

// The unit that a label or a caption prints holds for the amounts that have none.
func TestPrintedUnits(t *testing.T) {
	const figures = "\t目標\t9\t1\t2円\t\t\t"
	for _, test := range []struct {
		rows string
		want []string
	}{
		{"効果額" + figures, []string{"target 0 9", "target 2021 1", "target 2022 2"}},
		{"効果額(千円)" + figures, []string{"target 0 9000", "target 2021 1000", "target 2022 2"}},
		{"効果額\t目標（百万円）\t9\t1\t2円\t\t\t", []string{"target 0 9000000", "target 2021 1000000", "target 2022 2"}},
		{"(単位:千円)\n効果額" + figures, []string{"target 0 9000", "target 2021 1000", "target 2022 2"}},
		{"効果額" + figures + "\n※金額の単位は千円です。", []string{"target 0 9000", "target 2021 1000", "target 2022 2"}},
		{"効果額(単位:豪ドル)" + figures, []string{"target 0 -", "target 2021 -", "target 2022 2", "value/unreadable"}},
		{"効果額\t目標\t9 千円\t1円\t2円\t\t\t", []string{"target 0 9000", "target 2021 1", "target 2022 2"}},
		{"効果額\t千円\t目標\t9\t1\t2円\t3\t4\t5", []string{
			"target 0 9000", "target 2021 1000", "target 2022 2", "target 2023 3000", "target 2024 4000", "target 2025 5000",
		}},
		{"(単位:豪ドル)\n効果額" + figures, []string{"target 0 -", "target 2021 -", "target 2022 2", "value/unreadable"}},
	} {
		if got := figureRows(t, strings.Split(test.rows, "\n")...); !slices.Equal(got, test.want) {
			t.Errorf("%q is read as %q, want %q", test.rows, got, test.want)
		}
	}
}
