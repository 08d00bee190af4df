package komaki

import (
	"fmt"
	"strings"
	"testing"
)

// Rows that do not have the cells of their head: what happens with their values is what
// the message says.
func TestUnevenRows(t *testing.T) {
	const before = "基本施策 33 財政運営\n\n◆基本施策の目的\n\n健全財政を維持します。\n\n◆展開方向1:財政運営を推進します\n\n" +
		"指標名\t基準値\tR6\tR7\tR8\t目指す方向\n"
	for rows, want := range map[string]string{
		"市税収納率\t96.7%\t97.1%\t97.2%\t↗": "市税収納率: baseline 0 96.7%, actual 0 97.1%, actual 0 97.2%; layout/year-unknown",
		"市税収納率\t96.7%\t97.1%\t97.2%\t97.5%\t98.0%\t↗": "市税収納率: baseline 0 96.7%; unmapped 97.1%, 97.2%, 97.5%, 98.0%; " +
			strings.TrimSuffix(strings.Repeat("layout/column-unknown ", 4), " "),
		"市税収納率 96.7% 97.1%\n寄附件数\t1件\t2件\t3件\t4件\t↗": "市税収納率: ; " +
			"寄附件数: baseline 0 1件, actual 2024 2件, actual 2025 3件, actual 2026 4件; unmapped 96.7% 97.1%; layout/column-unknown layout/column-unknown",
	} {
		document := parse(t, before+rows+"\n\n◆展開方向の内容\n")
		var got []string
		for _, item := range document.Items {
			for _, indicator := range item.Indicators {
				var values []string
				for _, value := range indicator.Values {
					values = append(values, fmt.Sprint(value.Measure, " ", value.FY, " ", value.Raw))
				}
				got = append(got, indicator.Name+": "+strings.Join(values, ", "))
			}
		}
		var left, codes []string
		for _, piece := range document.Unmapped {
			if strings.HasSuffix(piece.Text, "%") {
				left = append(left, piece.Text)
			}
		}
		if len(left) > 0 {
			got = append(got, "unmapped "+strings.Join(left, ", "))
		}
		for _, diagnostic := range document.Diagnostics {
			if code := string(diagnostic.Code); code != "layout/unmapped" && code != "value/year-unreadable" {
				codes = append(codes, code)
			}
		}
		got = append(got, strings.Join(codes, " "))
		if joined := strings.Join(got, "; "); joined != want {
			t.Errorf("%q:\n got %s\nwant %s", rows, joined, want)
		}
	}
}

// A cell of nothing but markup is a blank one.
func TestValuesOfMarkupAlone(t *testing.T) {
	document := parse(t, "基本施策 33 財政運営\n\n◆展開方向1:財政運営を推進します\n\n"+
		"| 指標名 | 基準値 | R6 | R7 | 目指す方向 |\n| 市税収納率 | 96.7% | 97.1% | <br> | ↗ |\n| 寄附件数 | <br/> | 4件 | 5件 | ↗ |\n")
	own := document.Items[1].Indicators
	if len(own) != 2 || len(own[0].Values) != 2 || len(own[1].Values) != 2 || own[1].Values[1].FY != 2025 || len(document.Unmapped) > 0 {
		t.Errorf("indicators %+v, unmapped %v", own, document.Unmapped)
	}
}
