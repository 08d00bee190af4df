package sheet

import (
	"slices"
	"testing"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

func TestFigures(t *testing.T) {
	for text, want := range map[string][3]bool{ // a figure, a number or dash, a value
		"12件": {true, true, true}, "3位": {true, true, true}, "－": {true, true, true}, "件": {true, false, false},
		"↗": {false, false, true}, "検討中": {false, false, false}, "": {false, false, false}, "**80%**": {true, true, true},
	} {
		if got := [3]bool{IsFigure(text), IsNumberOrDash(text), IsValue(text)}; got != want {
			t.Errorf("%q: %v; want %v", text, got, want)
		}
	}
	if !AreFigures([]string{"12件", "－"}) || AreFigures([]string{"12件", "検討中"}) {
		t.Error("the figures among several texts are not told")
	}
}

func TestEmptyCells(t *testing.T) {
	for text, want := range map[string][2]bool{ // says nothing, holds no value
		"－": {true, true}, "<br>": {true, true}, "件": {false, true}, "0件": {false, false}, "なし": {false, false},
	} {
		kind := ja.ReadQuantity(ja.StripMarkup(text), ja.Expect{}).Kind
		if got := [2]bool{IsNothing(grid.Cell{Text: text}), IsEmpty(kind)}; got != want {
			t.Errorf("%q: %v; want %v", text, got, want)
		}
	}
}

func TestGradesAndQuotes(t *testing.T) {
	for text, want := range map[string]bool{"A": true, "E": true, "S": true, "F": false, "": false, "AB": false, "Ａ": false} {
		if IsGrade(text) != want {
			t.Errorf("IsGrade(%q) = %v", text, !want)
		}
	}
	for text, want := range map[string]string{"\"12": "12", "“名”": "名", "12\"A\"3": "12\"A\"3", "\"": ""} {
		if got := TrimQuotes(text); got != want {
			t.Errorf("TrimQuotes(%q) = %q; want %q", text, got, want)
		}
	}
}

func cellTexts(cells []grid.Cell) []string {
	var texts []string
	for _, cell := range cells {
		texts = append(texts, cell.Text)
	}
	return texts
}

func TestCutFields(t *testing.T) {
	g := gridOf(t, "目標 550 件 実績 0 件")
	cells := CutFields(g.Rows[0].Cells[0], []string{"目標", "550 件", "0 件"})
	if want := []string{"目標", "550 件", "0 件"}; !slices.Equal(cellTexts(cells), want) || cells[2].At.Column != 13 {
		t.Errorf("the fields are %+v", cells)
	}
}

func TestSplitValues(t *testing.T) {
	for text, want := range map[string][]string{
		"52件 62 件 －": {"52件", "62 件", "－"}, "29 経営体 30 経営体": {"29 経営体", "30 経営体"}, "80% (R2)": nil, "52件 増やす": nil, "52件": nil,
	} {
		if got := cellTexts(SplitValues(grid.Cell{Text: text})); !slices.Equal(got, want) {
			t.Errorf("SplitValues(%q) = %q; want %q", text, got, want)
		}
	}
	cells := []grid.Cell{{Text: "12人"}, {Text: "3% 4%"}, {Text: "↗"}}
	fields, joined := SplitValueCells(cells)
	if want := []string{"12人", "3%", "4%", "↗"}; joined != "3% 4%" || !slices.Equal(cellTexts(fields), want) {
		t.Errorf("the cells are parted into %q (%q joined)", cellTexts(fields), joined)
	}
}

func TestSplitNameValues(t *testing.T) {
	for text, want := range map[string][]string{
		"利用者数 12 人 ↗": {"利用者数", "12 人", "↗"}, "利用者数 増加 ↗": nil, "12 人 ↗": nil, "利用者数": nil,
	} {
		name, values := SplitNameValues(grid.Cell{Text: text}, 2)
		got := append([]string{name.Text}, cellTexts(values)...)
		if values == nil {
			got = nil
		}
		if !slices.Equal(got, want) {
			t.Errorf("SplitNameValues(%q, 2) = %q; want %q", text, got, want)
		}
	}
}

func TestIsSureValue(t *testing.T) {
	for text, want := range map[string]bool{"12人": true, "120": true, "12": false, "－": true, "3位": true, "名": false} {
		if IsSureValue(grid.Cell{Text: text}) != want {
			t.Errorf("IsSureValue(%q) = %v", text, !want)
		}
	}
}
