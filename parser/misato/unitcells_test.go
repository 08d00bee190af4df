package misato

import (
	"slices"
	"strings"
	"testing"
)

func TestIsUnitRepeated(t *testing.T) {
	for text, want := range map[string]bool{"局 局": true, "局": false, "局 件": false, "局長": false} {
		if got := isUnitRepeated(text, "局"); got != want {
			t.Errorf("isUnitRepeated(%q) = %v, want %v", text, got, want)
		}
	}
}

// Rows of a year whose cells tools have joined, printed twice or wrapped.
func TestJoinedCellsOfYears(t *testing.T) {
	const head = "活動指標/指標名/子局の数/単位/（局）/目標進捗/計画値/実績値//達成率/所見/令和元年度/10/10/局/100.0/%//"
	for row, want := range map[string]string{
		"令和2年度/検討 実施//局/100.0/%//": "target 検討, actual 実施, rate 100.0 %",
		"令和2年度/検討/実施 局/100.0/%//":  "target 検討, actual 実施, rate 100.0 %",
		"令和2年度/32/30/局 局/93.8/%//": "target 32, actual 30, rate 93.8 %",
		"令和2年度/32/30 局/局/93.8/%//": "target 32, actual 30 局, rate 93.8 %",
		"令和2年度/32/30/局/93. 8/%//":  "target 32, actual 30, rate 93. 8 %",
		"令和2年度/32 30//局/93.8/%//":  "target 32, actual 30, rate 93.8 %",
	} {
		document := readCells(t, head+row)
		var got []string
		indicator := document.Items[0].Indicators[0]
		for _, value := range indicator.Values {
			if value.FY == 2020 {
				got = append(got, string(value.Measure)+" "+value.Raw)
			}
		}
		if joined := strings.Join(got, ", "); joined != want || indicator.Unit != "局" || len(document.Unmapped) > 0 {
			t.Errorf("%s: got %s (%s), unmapped %q; expected %s", row, joined, indicator.Unit, unmapped(document), want)
		}
	}
}

// The lines that a page break has left in a text belong to the page.
func TestPageLines(t *testing.T) {
	for text, want := range map[string]string{
		"用地が少ない。\n- 3 -\n事務事業コード 1000001\n契約が少ない。": "用地が少ない。\n契約が少ない。",
		"用地が少ない。\n事務事業コード：1000001\n契約が少ない。":        "用地が少ない。\n契約が少ない。",
		"用地が少ない。\n- 3社が待つ\n契約が少ない。":                "用地が少ない。\n- 3社が待つ\n契約が少ない。",
	} {
		document := readCells(t, "課題/"+text+"/")
		var got []string
		for _, one := range document.Items[0].Texts {
			got = append(got, one.Text)
		}
		if !slices.Equal(got, []string{want}) || len(document.Unmapped) > 0 {
			t.Errorf("%q: got %q, unmapped %q; expected %q", text, got, unmapped(document), want)
		}
	}
}

func TestCodeOf(t *testing.T) {
	for text, want := range map[string]string{"402 0031": "4020031", "4020031": "4020031", "No.4020031": "4020031", "4020031 4020032": "4020031 4020032", "A-12": "A-12"} {
		if got := codeOf(text); got != want {
			t.Errorf("codeOf(%q) = %q, want %q", text, got, want)
		}
	}
}
