package sheet

import (
	"testing"

	"sheetconv/model"
)

func TestPeriod(t *testing.T) {
	for text, want := range map[string]model.Period{
		"平成16年度\t令和7年度": {StartFY: 2004, EndFY: 2025, Raw: "平成16年度 令和7年度"},
		"平成16年度\tなし":    {StartFY: 2004, OpenEnded: true, Raw: "平成16年度 なし"},
		"なし\t令和7年度":     {EndFY: 2025, Raw: "なし 令和7年度"},
		"不明\t－":         {Raw: "不明"},
		"～\t令和7年度":      {EndFY: 2025, Raw: "令和7年度"},
	} {
		b := NewBuilder(gridOf(t, text), &Form{})
		cells := b.Grid.Rows[0].Cells
		item, period := model.Item{}, Period{}
		period.ReadStart(b, &item, cells[0])
		period.ReadEnd(b, &item, cells[1])
		got := *item.Period
		if want.At = cells[0].At; cells[0].Text == "～" {
			want.At = cells[1].At
		}
		if got != want {
			t.Errorf("%q: %+v; want %+v", text, got, want)
		}
		if unreadable := cells[0].Text == "不明"; unreadable != (len(b.Document.Diagnostics) == 1) {
			t.Errorf("%q: diagnostics %v", text, b.Document.Diagnostics)
		}
		if left := b.Grid.Unmapped(0, len(text)); len(left) > 0 {
			t.Errorf("%q: unmapped %v", text, left)
		}
	}
}

func TestPeriodOfBlankCells(t *testing.T) {
	b := NewBuilder(gridOf(t, "－\t～\n"), &Form{})
	item, period := model.Item{}, Period{}
	period.ReadStart(b, &item, b.Grid.Rows[0].Cells[0])
	period.ReadEnd(b, &item, b.Grid.Rows[0].Cells[1])
	if item.Period != nil {
		t.Errorf("the period is %+v", item.Period)
	}
}
