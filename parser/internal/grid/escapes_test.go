package grid

import (
	"testing"

	"sheetconv/model"
)

// Markdown's backslashes go where a sign stands behind them that is no mark without it.
func TestEscapes(t *testing.T) {
	const rule = "\n|---|---|\n"
	for source, cells := range map[string]string{
		`| 課題 | 1\. 計画\-A \[選択\] 97.8\% 3\~5 a\_b 135人\* |` + rule: "0:課題 1:1. 計画-A [選択] 97.8% 3~5 a_b 135人*",
		`| a \| b | \*\*c\*\* \*d\* |` + rule:                      `0:a \| b 1:\*\*c\*\* *d*`,
		`| \<br> \< 5 | \&nbsp; R \& D \\- |` + rule:               `0:\<br> < 5 1:\&nbsp; R & D \\-`,
		`| \-\-\- | C:\令和 \1,000 \(a\) |` + rule:                   `0:\-\-\- 1:C:\令和 \1,000 \(a\)`,
		"\\# 見出し\n| a\\#b | c |" + rule:                            `0:\# 見出し / 0:a#b 1:c`,
		"| a\\.b | c |\n":                                          `0:a\.b 1:c`, // no table of Markdown
		`| 一行目。\n2\. 目\(一部\) a\nb\ 三 |` + rule:                     `0:一行目。<br>2. 目(一部) a\nb 三`,
		"大沢&nbsp;真理\t市民&#8203;課&#x3000;係&lt;\n":                    "0:大沢 真理 1:市民課\u3000係&lt;",
		"a\\.b\tc\n": `0:a\.b 1:c`,
	} {
		g := newGrid(t, source)
		if got := describe(g.Rows); got != cells {
			t.Errorf("%q: cells %q, expected %q", source, got, cells)
		}
	}
	g := newGrid(t, "| 一\\.二\\-三 | 四 |"+rule)
	if at := g.Origin(g.Rows[0].Cells[1].At); at != (model.Position{Line: 1, Column: 13}) {
		t.Errorf("the second cell stands at %s", at)
	}
}
