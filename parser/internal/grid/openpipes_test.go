package grid

import (
	"fmt"
	"strings"
	"testing"
)

// A pipe that begins or ends a line shows an empty cell where none stand around the rows.
func TestOpenPipes(t *testing.T) {
	const open = "題名\n\n項目 | 名 | 令和3年度 | 令和4年度\n指標 | 目標 | 5件 | 6件\n | 実績 | 4件 | \n説明 | 件数 |  | \n | 概要 |  | \n"
	for _, test := range []struct{ name, text, want string }{
		{"tabs replaced", open, "[0題名] [0項目 1名 2令和3年度 3令和4年度] [0指標 1目標 25件 36件] [1実績 24件] [0説明 1件数] [1概要]"},
		{"narrow", strings.ReplaceAll(open, " ", ""), "[0題名] [0項目 1名 2令和3年度 3令和4年度] [0指標 1目標 25件 36件] [1実績 24件] [0説明 1件数] [1概要]"},
		{"Markdown", "| 項目 | 名 | 値 |\n|---|---|---|\n| 指標 | 目標 | 5件 |\n| | 実績 | 4件 |\n", "[0項目 1名 2値] [0指標 1目標 25件] [1実績 24件]"},
		{"rows wrapped in the middle", strings.Repeat("| 指標 | 目\n標 | 5件 |\n", 3), "[0指標 1目\n標 25件] [0指標 1目\n標 25件] [0指標 1目\n標 25件]"},
	} {
		t.Run(test.name, func(t *testing.T) {
			g, err := New(test.text)
			if err != nil {
				t.Fatal(err)
			}
			var rows []string
			for _, row := range g.Rows {
				var cells []string
				for _, cell := range row.Cells {
					cells = append(cells, fmt.Sprint(cell.Index)+cell.Text)
				}
				rows = append(rows, "["+strings.Join(cells, " ")+"]")
			}
			if got := strings.Join(rows, " "); got != test.want {
				t.Errorf("read as %q, want %q", got, test.want)
			}
		})
	}
}
