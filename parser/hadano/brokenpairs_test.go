package hadano

import (
	"slices"
	"testing"

	"sheetconv/model"
)

// A row of pairs that a line end has parted is one row with a value for each year,
// and its rest no further indicator.
func TestBrokenPairs(t *testing.T) {
	const above = "取組主管課|情報課\n" // no row that is as wide as the broken one
	const whole = "指標|目標 100 件 実績 件|目標 20 件 実績 22 件|40 件 38 件|60 件 件|80 件 件|100 件 件"
	own, _ := readInitiative(t, above+whole)
	want := factsOf(own)
	for _, rows := range []string{
		"指標|目標 100 件 実績 件|目標 20 件 実績 22 件|40 件 38 件|60 件 件\n80 件 件|100 件 件",
		"指標|目標 100 件 実績 件|目標 20 件 実績 22 件|40 件 38 件\n60 件 件|80 件 件|100 件 件",
		"指標|目標 100 件 実績 件|目標 20 件 実績 22 件|40 件 38 件|60 件\n件|80 件 件|100 件 件",
		"指標|目標 100 件 実績 件|目標 20 件 実績 22 件\n40 件 38 件|60 件 件|80 件 件|100 件 件",
	} {
		own, document := readInitiative(t, above+rows)
		if got := factsOf(own); !slices.Equal(got, want) || len(own.Indicators) != 1 || len(document.Unmapped) > 0 {
			t.Errorf("%s\nis read as %q, want %q", rows, got, want)
		}
		if got := codesOf(document); !slices.Equal(got, []model.Code{model.CodeBrokenLine}) {
			t.Errorf("%s\nis reported as %v", rows, got)
		}
	}
}

// Rows that do not make up one with a cell for each year are not joined: those of
// the first have no year, and that is reported.
func TestPairsOfTwoRows(t *testing.T) {
	for _, rows := range []string{
		"指標|目標 100 件 実績 件|目標 20 件 実績 22 件|40 件 38 件\n80 件 件|100 件 件",
		"指標|目標 100 件 実績 件|目標 20 件 実績 22 件|40 件 38 件\n目標 60 件 実績 件|80 件 件|100 件 件",
	} {
		_, document := readInitiative(t, rows)
		got := codesOf(document)
		if slices.Contains(got, model.CodeBrokenLine) || !slices.Contains(got, model.CodeYearUnknown) {
			t.Errorf("%s\nis reported as %v", rows, got)
		}
	}
}
