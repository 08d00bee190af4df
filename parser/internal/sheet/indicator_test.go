package sheet

import (
	"testing"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
)

// A word that other cells of the row show to be the unit is no value.
func TestAddValueKnowsTheRowsUnit(t *testing.T) {
	for row, want := range map[string]struct{ values, loneUnits int }{
		"100 手順書\t手順書\t110 手順書": {2, 1},
		"手順書\t100 手順書\t手順書":     {1, 2},
		"検討\t100 手順書\t実施":       {3, 0},
		"検討\t手順書\t実施":           {3, 0},
	} {
		g, err := grid.New(row + "\n")
		if err != nil {
			t.Fatal(err)
		}
		builder := NewBuilder(g, &Form{})
		indicator := &model.Indicator{Name: "手順書の数"}
		for i, cell := range g.Rows[0].Cells {
			builder.AddValue(indicator, 2020+i, model.Actual, cell, 2020)
		}
		loneUnits := 0
		for _, diagnostic := range builder.Document.Diagnostics {
			if diagnostic.Code == model.CodeLoneUnit {
				loneUnits++
			}
		}
		if len(indicator.Values) != want.values || loneUnits != want.loneUnits {
			t.Errorf("%q: %d values and %d lone units, want %d and %d", row, len(indicator.Values), loneUnits, want.values, want.loneUnits)
		}
	}
}

// A span of time in brackets behind a name says over what is counted, and is no unit.
func TestNameWithSpan(t *testing.T) {
	for name, want := range map[string]string{"時間外勤務時間(年間)": "", "利用者数(月間)": "", "開館日数(日)": "日", "勤務時間(時間)": "時間"} {
		var indicator model.Indicator
		NameIndicator(&indicator, name)
		if indicator.Unit != want {
			t.Errorf("%s has the unit %q, want %q", name, indicator.Unit, want)
		}
	}
}
