package hadano

import (
	"testing"

	"sheetconv/parser/internal/ja"
)

// TestYearsPassTheirLook writes years as heads do: the look that spares other cells the
// search for a year lets each of them pass.
func TestYearsPassTheirLook(t *testing.T) {
	known := &facts{calendar: ja.NewCalendar("平成30年度から令和4年度まで")}
	for text, want := range map[string]int{
		"令和4年度": 1, "R4": 1, "(令和4年度)": 1, "Ｒ４": 1, "㍻31年度": 1, "2022年度": 1, "２０２２": 1, "2０22年度": 1, "3年度": 1, "元年度": 1,
		"令和3年度 令和4年度": 2, "12件": 0, "202": 0, "目標": 0, "3": 0, "1,204人": 0, "": 0,
	} {
		if years, _ := known.yearsOf(text); len(years) != want {
			t.Errorf("%q: years %v, not %d of them", text, years, want)
		}
	}
}

// TestPairsPassTheirLook has cells with the figures of several years and of one.
func TestPairsPassTheirLook(t *testing.T) {
	for text, want := range map[string]bool{
		"目標 120人 実績 118人": false, "1,000千円 900千円": false, "": false, "目標 実績": false,
		"目標 1 実績 2 目標 3 実績 4": true, "1 2 3 4": true, "1\n2\n3\n4": true, "1　2　3　4": true,
		"目標：1 実績：2": true, "目標 1,000 千円 実績 900 千円": true,
	} {
		if got := mayHoldPairs(text); got != want {
			t.Errorf("%q: %t, not %t", text, got, want)
		}
	}
}
