package sheet

import (
	"slices"
	"testing"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

func TestJoinStacked(t *testing.T) {
	labels := append(Spellings(Label(1), "何をする事業か(概要)", "(概要)"), append(Spellings(Label(2), "総合計画"), Spellings(Label(3), "指標値の算定方法")...)...)
	lexicon := &Lexicon{
		Labels: ja.NewLabels(labels...), Stacked: true,
		Heading: func(Label) bool { return false }, Short: func(Label) bool { return false }, Repeated: func(Label) bool { return false },
	}
	for _, test := range []struct {
		name, text string
		want       []string // labels in brackets
	}{
		{"beside text", "何をする事業か    公設の児童クラブを\n(概要)       運営する。\n", []string{"[何をする事業か\n(概要)]", "公設の児童クラブを", "運営する。"}},
		{"one blank before the text", "指標値の算定 台帳による\n   方法\nx  y\n", []string{"[指標値の算定\n方法]", "台帳による", "x", "y"}},
		{"upright", "名  甲   総\n         合\n番  乙   計\n         画\n", []string{"名", "甲", "[総\n合\n計\n画]", "番", "乙"}},
		{"a row between", "総  甲\n\n    乙\n合計画  丙\n", []string{"[総\n合計画]", "甲", "乙", "丙"}},
		{"in another column", "何をする事業か    公設\n                        (概要)  民営\n", []string{"[何をする事業か]", "公設", "[(概要)]", "民営"}},
		{"another page", "総  甲\n\f合計画  丙\n", []string{"総", "甲", "合計画", "丙"}},
		{"the end is missing", "総  甲\n合  丙\n", []string{"総", "甲", "合", "丙"}},
	} {
		g, err := grid.New(test.text)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, token := range lexicon.Tokenize(g) {
			text := g.Whole(token.Cell)
			if token.Label != NoLabel {
				text = "[" + text + "]"
			}
			got = append(got, text)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
