package isehara

import (
	"strings"

	"sheetconv/parser/internal/sheet"
)

// optionLabels are the words of the labels that stand behind the options of 実施方法.
var optionLabels = [...]string{"委託先", "補助先", "具体的内容"}

// splitOptions parts the cells that hold an option and, behind a blank, the label of the
// cells behind it, perhaps with its value: ☑ 補助金 補助先 (株)大山交通.
func splitOptions(tokens []sheet.Token, all []signs) []sheet.Token {
	var split []sheet.Token
	kept := 0
	for i, own := range all {
		if own&(spaceSign|optionSign|behindSign) != spaceSign|optionSign|behindSign {
			continue
		}
		at, rest, label := optionLabel(&tokens[i])
		if at == 0 {
			continue
		}
		if split == nil {
			split = make([]sheet.Token, 0, len(tokens)+8)
		}
		behind := part(&tokens[i], at, rest)
		behind.Label = label
		split = append(append(split, tokens[kept:i]...), part(&tokens[i], 0, at), behind)
		if value := part(&tokens[i], rest, len(tokens[i].Text)); value.Text != "" {
			split = append(split, value)
		}
		kept = i + 1
	}
	if split == nil {
		return tokens
	}
	return append(split, tokens[kept:]...)
}

// optionLabel returns where the label begins and ends that stands behind an option, and
// the label; 0 where none does.
func optionLabel(token *sheet.Token) (at, rest int, label sheet.Label) {
	if len(token.Text) > maxTrailing {
		return 0, 0, sheet.NoLabel
	}
	for _, word := range optionLabels {
		at := strings.Index(token.Text, word)
		if at <= 0 || !endsInBlank(token.Text[:at]) {
			continue
		}
		if _, areOptions := sheet.ReadBoxes(blankCharacters.TrimRight(token.Text[:at])); !areOptions {
			continue
		}
		if label, length, found := lexicon.Labels.FindPrefix(token.Text[at:]); found && table[label-1].kind == words {
			return at, at + length, label
		}
	}
	return 0, 0, sheet.NoLabel
}
