package sheet

import (
	"slices"
	"strings"
	"testing"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

func TestSplitFurtherLabels(t *testing.T) {
	const number, department, section, purpose Label = 1, 2, 3, 4
	lexicon := &Lexicon{
		Labels: ja.NewLabels(append(append(Spellings(number, "番号"), Spellings(department, "部名")...),
			append(Spellings(section, "課名"), Spellings(purpose, "目的")...)...)...),
		Heading:  func(Label) bool { return false },
		Short:    func(label Label) bool { return label != purpose },
		Repeated: func(Label) bool { return false },
	}
	single := func(label Label) bool { return label == number || label == department }
	for row, want := range map[string]string{
		"番号\t1-2 課名\t公園課":       "番号|1-2|課名|公園課",
		"部名\t環境部 課名 公園課":        "部名|環境部|課名|公園課",
		"番号\t1-2 部名 環境部 課名 公園課": "番号|1-2|部名|環境部|課名|公園課",
		"部名\t環境部課名 公園課":         "部名|環境部課名 公園課",
		"部名\t環境部 課名簿 公園課":       "部名|環境部 課名簿 公園課",
		"部名\t環境部 目的 公園課":        "部名|環境部 目的 公園課",
		"目的\t緑を増やす 課名 公園課":      "目的|緑を増やす 課名 公園課",
		"番号\t1-2":             "番号|1-2",
		"番号\t1-2 課名\n部名\t環境部": "番号|1-2|課名|部名|環境部",
	} {
		g, err := grid.New(row + "\n")
		if err != nil {
			t.Fatal(err)
		}
		split := lexicon.SplitFurtherLabels(lexicon.Tokenize(g), single)
		if got := texts(split); !slices.Equal(got, strings.Split(want, "|")) {
			t.Errorf("%q is parted into %q; want %s", row, got, want)
		}
	}
}
