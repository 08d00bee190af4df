package sheet

import (
	"strings"
	"testing"

	"sheetconv/parser/internal/ja"
)

// What stands behind the last table of Markdown is no more of its last cell; labels, notes
// and page numbers are still read, and so is all that no empty line parts from a table.
func TestWithoutTail(t *testing.T) {
	lexicon := &Lexicon{
		Labels:   ja.NewLabels(ja.Label[Label]{Spelling: "課題", Value: 1}, ja.Label[Label]{Spelling: "対応", Value: 2}),
		Heading:  func(Label) bool { return false },
		Short:    func(Label) bool { return false },
		Repeated: func(Label) bool { return false },
	}
	const table = "| 課題 | 老朽化 |\n|---|---|\n| 対応 | 更新する。 |\n"
	for text, want := range map[string]string{
		table + "\n以上が書き起こしです。\n一部は読めません。\n\nページ 1/2\n": "課題 老朽化 対応 更新する。 ページ 1/2",
		table + "\n---\n\n以上です。\n":                     "課題 老朽化 対応 更新する。",
		table + "以上です。\n":                              "課題 老朽化 対応 更新する。 以上です。",
		table + "\n※速報値\n以上です。\n":                      "課題 老朽化 対応 更新する。 ※速報値 以上です。",
		"# 概要\n" + table + "\n## 課題\n\n一つ目。\n\n二つ目。\n": "概要 課題 老朽化 対応 更新する。 課題 一つ目。 二つ目。",
		"課題\t老朽化\n対応\t更新する。\n\n以上です。\n":                "課題 老朽化 対応 更新する。 以上です。",
	} {
		g := gridOf(t, text)
		var texts []string
		for _, token := range WithoutTail(g, lexicon.Tokenize(g)) {
			texts = append(texts, token.Text)
		}
		if got := strings.Join(texts, " "); got != want {
			t.Errorf("%q: tokens %q, expected %q", text, got, want)
		}
	}
}
