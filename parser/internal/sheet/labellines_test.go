package sheet

import (
	"slices"
	"strings"
	"testing"

	"sheetconv/parser/internal/ja"
)

// A label that is wrapped over lines is put together; half of it is never a value.
func TestLabelOverLines(t *testing.T) {
	const purpose, progress Label = 1, 2
	lexicon := &Lexicon{
		Labels:   ja.NewLabels(append(Spellings(purpose, "目的(何をどうしたいのか)", "目的"), Spellings(progress, "進捗状況[選択・記入]", "進捗状況")...)...),
		Heading:  func(Label) bool { return false },
		Short:    func(label Label) bool { return label != purpose },
		Repeated: func(Label) bool { return false },
	}
	for text, want := range map[string]string{
		"目的\n(何をど\nうしたいのか)\n緑を守る。\n":        "*目的\n(何をど\nうしたいのか)|緑を守る。",
		"目的 (何をど\nうしたいのか)\t緑を守る。\n":         "*目的 (何をど\nうしたいのか)|緑を守る。",
		"進捗状況 [\n選択・記入]\t計画どおり\tA\n":        "*進捗状況 [\n選択・記入]|計画どおり|A",
		"進捗状況\n[選択・\n記入]\t計画どおり\tA\n":       "*進捗状況\n[選択・\n記入]|計画どおり|A",
		"目的 (目指す\n状態)\t緑を守る。\n":             "*目的 (目指す\n状態)|緑を守る。",
		"目的\n(市内の公園)\t緑を守る。\n":              "*目的|(市内の公園)|緑を守る。",
		"目的 (目指す\n状態\t緑を守る。\n":              "*目的|(目指す|状態|緑を守る。",
		"目的 (何をど\n\tうしたいのか)\t緑を守る。\n":       "*目的|(何をど|うしたいのか)|緑を守る。",
		"目的 (何をど\nうしたいのか) 緑を\t守る。\n":        "*目的|(何をど|うしたいのか) 緑を|守る。",
		"目的 (何をど\t緑を守る。\nうしたいのか)\n花を植える。\n": "*目的|緑を守る。|花を植える。",
		"目的 (何をど\t緑を守る。\nうしたいのか)\t花を植える。\n": "*目的|(何をど|緑を守る。|うしたいのか)|花を植える。",
	} {
		var got []string
		for _, token := range lexicon.Tokenize(gridOf(t, text)) {
			text := token.Text
			if token.Label != NoLabel {
				text = "*" + text
			}
			got = append(got, text)
		}
		if !slices.Equal(got, strings.Split(want, "|")) {
			t.Errorf("%q is read as %q; want %s", text, got, want)
		}
	}
}
