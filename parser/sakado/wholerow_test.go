package sakado

import (
	"fmt"
	"strings"
	"testing"

	"sheetconv/model"
)

// In a row as wide as the head each cell stands under its own, also where the cells
// between them are blank; in a shorter one it can't be told.
func TestBlankCellsOfWholeRows(t *testing.T) {
	const figures = "\t公開の件数\t1件\t2件\t3件"
	for cells, want := range map[string]string{
		"補助金の公表\t管財課\t\t\t\t\t\t\t\t\t続ける。":                         "補助金の公表 管財課: next 続ける。",
		"補助金の公表\t管財課\t\t公表した。\t\t\t\t\t\t\t続ける。":                    "補助金の公表 管財課: activity 公表した。; next 続ける。",
		"補助金の公表\t管財課\t公表します。\t\t\t\t\t\t\t遅れている。\t":                 "補助金の公表 管財課: overview 公表します。; assessment 遅れている。",
		"補助金の公表\t管財課\t\t" + figures + "\t－\t\t続ける。":                 "補助金の公表 管財課: next 続ける。; 公開の件数",
		"補助金の公表\t管財課\t公表します。\t公表した。" + figures + "\t\t遅れている。\t続ける。": "補助金の公表 管財課: overview 公表します。; activity 公表した。; assessment 遅れている。; next 続ける。; 公開の件数",
		"\t管財課\t公表します。\t公表した。" + figures + "\tA\t順調である。\t続ける。":      " 管財課: overview 公表します。; activity 公表した。; assessment 順調である。; next 続ける。; 公開の件数 " + string(model.CodeNoName),
	} {
		document := readText(t, tableHead+row("1", "財政課", "B")+"\t2\t"+cells+"\n"+row("3", "財政課", "A"))
		if len(document.Items) != 3 || len(document.Unmapped) > 0 {
			t.Errorf("%q: items %+v, unmapped %v", cells, document.Items, document.Unmapped)
			continue
		}
		item := document.Items[1]
		var parts []string
		for _, text := range item.Texts {
			parts = append(parts, fmt.Sprint(text.Key, " ", text.Text))
		}
		for _, indicator := range item.Indicators {
			parts = append(parts, indicator.Name)
		}
		got := item.Name + " " + item.Departments[0].Section + ": " + strings.Join(parts, "; ")
		for _, diagnostic := range document.Diagnostics {
			got += " " + string(diagnostic.Code)
		}
		if got != want {
			t.Errorf("%q:\n got %s\nwant %s", cells, got, want)
		}
	}
}

// A text of which the column can't be told is none of the texts before the indicators.
func TestTextsInTheEndOfShortRows(t *testing.T) {
	document := readText(t, tableHead+"\t2\t補助金の公表\t管財課\t公表します。\t\t\t\t\t\t\t遅れている。 続ける。\n"+row("3", "財政課", "A"))
	_, left := readValues(document)
	if texts := document.Items[0].Texts; len(texts) != 1 || strings.Join(left, ", ") != "遅れている。 続ける。" {
		t.Errorf("texts %+v, unmapped %q", texts, left)
	}
}
