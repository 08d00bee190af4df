package sheet

import (
	"fmt"
	"strings"
	"testing"

	"sheetconv/parser/internal/ja"
)

// An item of a list that begins with a label and a colon is the label with its value;
// another one is text, unless it is a pair like those before it.
func TestListItems(t *testing.T) {
	lexicon := &Lexicon{
		Labels: ja.NewLabels(ja.Label[Label]{Spelling: "課題", Value: 1}, ja.Label[Label]{Spelling: "対応", Value: 2},
			ja.Label[Label]{Spelling: "指標", Value: 3}),
		Heading:  func(label Label) bool { return label == 3 },
		Short:    func(Label) bool { return false },
		Repeated: func(Label) bool { return false },
	}
	const head = "| a | b |\n|---|---|\n| c | d |\n\n"
	for text, want := range map[string]string{
		head + "- 課題：老朽化\n- **対応**: 更新\n":                 "0:a 0:b 0:c 0:d 1:課題： 0:老朽化 2:**対応**: 0:更新",
		head + "* **課題：** 老朽化\n+ 対応：\n":                   "0:a 0:b 0:c 0:d 1:**課題：** 0:老朽化 2:対応：",
		head + "**課題**：老朽化\n**対応** 更新\n":                  "0:a 0:b 0:c 0:d 1:**課題**： 0:老朽化 2:**対応** 0:更新",
		head + "- 課題が多い。\n- 課題 老朽化\n  - 課題：老朽化\n- 指標：率\n": "0:a 0:b 0:c 0:d 0:- 課題が多い。 0:- 課題 老朽化 0:- 課題：老朽化 0:- 指標：率",
		head + "- 課題：老朽化\n- 区分：新規\n- 進んでいる。\n":            "0:a 0:b 0:c 0:d 1:課題： 0:老朽化 0:- 進んでいる。",
		head + "- 区分：新規\n":                                "0:a 0:b 0:c 0:d 0:- 区分：新規",
		"課題\t老朽化\n対応\t更新\n- 課題：老朽化\n":                     "1:課題 0:老朽化 2:対応 0:更新 0:- 課題：老朽化",
		"課題 |\n- 対応：更新 |\n値 |\n":                          "1:課題 0:- 対応：更新 0:値",
	} {
		var tokens []string
		for _, token := range lexicon.Tokenize(gridOf(t, text)) {
			tokens = append(tokens, fmt.Sprintf("%d:%s", token.Label, token.Text))
		}
		if got := strings.Join(tokens, " "); got != want {
			t.Errorf("%q: tokens\n%q, expected\n%q", text, got, want)
		}
	}
}
