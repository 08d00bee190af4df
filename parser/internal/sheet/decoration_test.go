package sheet

import (
	"strings"
	"testing"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

func TestWithoutDecoration(t *testing.T) {
	const title = "事業シート"
	labels := &Lexicon{
		Labels:  ja.NewLabels(Spellings(Label(1), "目的")...),
		Heading: func(Label) bool { return false }, Short: func(Label) bool { return true }, Repeated: func(Label) bool { return false },
	}
	for name, test := range map[string]struct{ text, want string }{
		"a running head behind a form feed":         {"点検の結果\n目的\t道を守る\n\f点検の結果\n件数\t5件\n", "目的 道を守る 件数 5件"},
		"a running head behind page numbers":        {"点検の結果\n目的\t道を守る\n- 1 -\n点検の結果\n件数\t5件\n", "目的 道を守る - 1 - 件数 5件"},
		"a first line that no page repeats":         {"点検の結果\n目的\t道を守る\n件数\t5件\n", "点検の結果 目的 道を守る 件数 5件"},
		"a text of a row that is the first line":    {"点検の結果\n目的\t点検の結果\n件数\t5件\n", "点検の結果 目的 点検の結果 件数 5件"},
		"a title on each page":                      {"事業シート\n目的\t道を守る\n\f事業シート\n件数\t5件\n", "事業シート 目的 道を守る 事業シート 件数 5件"},
		"a label on each page":                      {"目的\n道\t橋\n\f目的\n件数\t5件\n", "目的 道 橋 目的 件数 5件"},
		"what stands at the foot of pages":          {"目的\t道を守る\n道路課 作成\n1\n\f件数\t5件\n道路課 作成\n2\n\f面積\t3㎡\n", "目的 道を守る 件数 5件 面積 3㎡"},
		"a number between empty lines":              {"目的\t道を守る\n\n2\n\n件数\t5件\n", "目的 道を守る 件数 5件"},
		"a number behind a note":                    {"目的\t道を守る\n※8月の内容です。\n1\n件数\t5件\n", "目的 道を守る ※8月の内容です。 件数 5件"},
		"a number in a row":                         {"目的\t道を守る\n\n2\t\n\n件数\t5件\n", "目的 道を守る 2 件数 5件"},
		"a number below another line":               {"目的\t道を守る\n2\n\n件数\t5件\n", "目的 道を守る 2 件数 5件"},
		"a value below the head of its year":        {"件数\t5件\n\n令和4年度\n\n2\n\n面積\t3㎡\n", "件数 5件 令和4年度 2 面積 3㎡"},
		"a value below another":                     {"件数\t道\n\n5\n\n7\n\n面積\t3㎡\n", "件数 道 5 7 面積 3㎡"},
		"a zero":                                    {"目的\t道を守る\n\n0\n\n件数\t5件\n", "目的 道を守る 0 件数 5件"},
		"a number between columns of blanks":        {"目的   道を守る\n\n2\n\n件数   5件\n", "目的 道を守る 2 件数 5件"},
		"a number at the end of a page with blanks": {"目的   道を守る\n          2\n\f件数   5件\n面積   3㎡\n", "目的 道を守る 件数 5件 面積 3㎡"},
	} {
		g, err := grid.New(test.text)
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, token := range WithoutDecoration(g, labels.Tokenize(g), func(text string) bool { return text == title }) {
			texts = append(texts, token.Text)
		}
		if got := strings.Join(texts, " "); got != test.want {
			t.Errorf("%s: got %q, expected %q", name, got, test.want)
		}
	}
}
