package sakado

import (
	"strings"
	"testing"
)

// markdown writes rows of tabs as a table of Markdown.
func markdown(rows string) string {
	return "|" + strings.ReplaceAll(strings.ReplaceAll(strings.TrimSuffix(rows, "\n"), "\t", "|"), "\n", "|\n|") + "|\n"
}

// Blank cells of a head that are written <br> are no part of it.
func TestHeadsWithLineBreaksAlone(t *testing.T) {
	text := strings.TrimPrefix(table("当初 (H30末)\t目標 (R6末)\t現状値 (R3末)", "登録団体の数\t5団体\t6団体\t7団体"), titled)
	text = strings.Replace(text, "(E)\t\t\t\t", "(E)\t<br>\t<br/>\t<br><br>\t", 1)
	document := readText(t, titled+markdown(text))
	if len(document.Items) != 1 || len(document.Items[0].Texts) != 4 || document.Items[0].Evaluations[0].Grade != "B" {
		t.Errorf("items %+v", document.Items)
	}
}

// A grade may stand in markup, and is the whole of its cell.
func TestGradesInMarkup(t *testing.T) {
	for _, grade := range [...]string{"**B**", "<b>B</b>", "<td align=\"center\">B", "<strong>Ｂ</strong><br>", "\"**B**\""} {
		document := readText(t, tableHead+row("1", "財政課", grade))
		const want = "assessment=計画どおりである。 next=9件を見直す。 [補助金の件数 2018:88件 2024:70件 2021:74件] B"
		if got := itemLine(&document.Items[0]); !strings.HasSuffix(got, want) || len(document.Unmapped) > 0 {
			t.Errorf("%q: got %s, unmapped %v", grade, got, document.Unmapped)
		}
	}
}
