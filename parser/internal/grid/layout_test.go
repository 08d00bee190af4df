package grid

import (
	"strings"
	"testing"
)

func TestDetectLayout(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       Layout
	}{
		{"nothing", "", Blanks},
		{"one word", "事業名", Blanks},
		{"one line with a tab", "事業名\t図書館", Tabs},
		{"one line with a run of blanks", "事業名   図書館", Blanks},
		{"one line with a wide run of blanks", "事業名　　図書館", Blanks},
		{"one pipe cell", "事業名 |", PipeCells},
		{"one pipe row", "| 事業名 | 図書館 |", PipeRows},
		{"one pipe row without outer pipes", "事業名 | 図書館", PipeRows},
		{"one escaped pipe", `事業名 \| 図書館 \|`, Blanks},
		{"one lone pipe", "|", PipeCells},
		{"pipe cells with leading pipes", "| 事業名 |\n| |\n| 図書館 |\n", PipeCells},
		{"a dash among pipe cells with leading pipes", "| 事業名 |\n| 図書館 |\n| --- |\n| 12 |\n", PipeCells},
		{"pipe cells with a markdown row", "事業名 |\n図書館 |\n| a | b |\n値 |\n", PipeCells},
		{"pipe cells with runs of blanks", "事業名 |\n1  図書館\n2  館\n|\n値 |\n", PipeCells},
		{"pipe cells with tabs within", "事業名\tA |\n図書\t館 |\n", PipeCells},
		{"prose before pipe cells", "集計表\n\n順調\n停滞\n\n事業名 |\n図書館 |\n", PipeCells},
		{"markdown", "# 表\n\n| a | b |\n|---|---|\n| c | d |\n", PipeRows},
		{"markdown with tabs within", "| a\tx | b |\n|---|---|\n| c\ty | d |\n", PipeRows},
		{"markdown of one column", "文\n\n| 課題 |\n|---|\n| 値 |\n| 値 |\n", PipeRows},
		{"markdown of one column behind a cell", "値 |\n文\n\n| 課題 |\n|---|\n| 値 |\n", PipeRows},
		{"as many cells as rows", "事業名 |\n| a | b |\n", PipeCells},
		{"markdown without outer pipes", "文\n文\n文\n文\n文\n\na | b\n--- | ---\nc | d\n", PipeRows},
		{"much prose and little markdown", strings.Repeat("文です。\n\n", 50) + "| a | b |\n|---|---|\n| c | d |\n", PipeRows},
		{"much prose and a stray pipe", strings.Repeat("文です。\n", 50) + "1 |\n", PipeRows},
		{"prose with a pipe", "文です。\nA | B です。\n文です。\n", Blanks},
		{"a small table without outer pipes in much prose", strings.Repeat("文です。\n\n", 20) + "a | b | c\nd | e | f\ng | h | i\nj | k | l\n", PipeRows},
		{"pipes here and there in prose", strings.Repeat("文です。\nA | B | C です。\n文です。\nA | B です。\n", 5), Blanks},
		{"tabs with pipes in prose", "A | B | C\nD | E\nF | G\n事業名\t図書館\n\t値\n", Tabs},
		{"tabs with a row that ends with a pipe", "a\tb |\nc\td\ne\tf\n", Tabs},
		{"tabs with runs of blanks in prose", "A 順調  B 停滞\nC 順調  D 停滞\na\tb\n", Tabs},
		{"empty tab rows", "\t\t\n\t\t\nA  B\n", Tabs},
		{"runs of blanks with a stray tab", strings.Repeat("事業名   図書館\n", 5) + "a\tb\n", Blanks},
		{"runs of blanks with page numbers", strings.Repeat("事業名   図書館\n", 5) + "1 |\n\f" + strings.Repeat("a   b\n", 5) + "2 |\n", Blanks},
		{"runs of blanks and pipes", "a   b\nc   d\n| e   f |\n", Blanks},
		{"indented prose", "    文\n    文\n", Blanks},
	} {
		if got := detectLayout(test.text); got != test.want {
			t.Errorf("%s: %s, expected %s", test.name, got, test.want)
		}
	}
	if got := detectLayout(strings.Repeat("文です。\n", layoutSample/8) + strings.Repeat("a\tb\n", layoutSample)); got != Blanks {
		t.Errorf("%s is found behind the sample", got)
	}
}

func TestLayoutString(t *testing.T) {
	for layout, want := range map[Layout]string{Blanks: "blanks", Tabs: "tabs", PipeRows: "pipe-rows", PipeCells: "pipe-cells"} {
		if got := layout.String(); got != want {
			t.Errorf("%s, expected %s", got, want)
		}
	}
}
