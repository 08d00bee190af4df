package isehara

import (
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// maxTrailing is how many bytes a value may have behind which a label is looked for.
const maxTrailing = 900

// splitTrailingLabels parts the cells that hold a value and, behind a blank, the label
// of the cells that follow: the end of the cell between them, or of the row, is gone. A
// value may end in the words of a label; so it must be one that a sheet lacks.
func splitTrailingLabels(tokens []sheet.Token, all []signs) []sheet.Token {
	var split []sheet.Token
	var counts []int
	kept := 0
	for i, own := range all {
		if own&spaceSign == 0 {
			continue
		}
		at, label := trailingLabel(tokens, i)
		if isYearOfMeasure(tokens[i].Text, at) {
			continue
		}
		if at > 0 && counts == nil {
			counts = countLabels(tokens)
		}
		if at == 0 || counts[label] >= max(1, sheetsIn(counts)*usualCount(label)) {
			continue
		}
		if split == nil {
			split = make([]sheet.Token, 0, len(tokens)+8)
		}
		behind := part(&tokens[i], at, len(tokens[i].Text))
		behind.Label = label
		split = append(append(split, tokens[kept:i]...), part(&tokens[i], 0, at), behind)
		kept = i + 1
	}
	if split == nil {
		return tokens
	}
	return append(split, tokens[kept:]...)
}

// trailingLabel returns where the label begins that ends a value, and the label; 0
// where none does.
func trailingLabel(tokens []sheet.Token, i int) (at int, label sheet.Label) {
	token := &tokens[i]
	if i == 0 || i+1 == len(tokens) || tokens[i+1].Row != token.Row || tokens[i-1].Row != token.Row ||
		tokens[i-1].Label == sheet.NoLabel || len(token.Text) > maxTrailing || !mayEndInLabel(token.Text) {
		return 0, sheet.NoLabel
	}
	for at := range behindBlanks(token.Text) {
		if label, found := lexicon.Labels.Find(token.Text[at:]); found && table[label-1].kind != pageHeading {
			return at, label // a page's heading stands behind no value
		}
	}
	return 0, sheet.NoLabel
}

// mayEndInLabel reports whether a text ends as a label does. Options end with the bracket
// of a grade.
func mayEndInLabel(text string) bool {
	last, size := utf8.DecodeLastRuneInString(text)
	return (last != ')' || text[0] != '<') && labelEnds.In(text[len(text)-size:])
}

// labelEnds are the characters with which the labels of the form end.
var labelEnds = func() *ja.Characters {
	var ends strings.Builder
	for _, e := range table {
		for _, spelling := range e.spellings {
			last, _ := utf8.DecodeLastRuneInString(spelling)
			ends.WriteRune(last)
		}
	}
	return ja.NewCharacters(ends.String() + "）〕］】")
}()

// nameLabel is a label that each page of a sheet may have, and policyLabel one that only the
// first has.
var nameLabel, policyLabel = labelOf("事業名"), labelOf("総合計画体系")

func labelOf(spelling string) sheet.Label {
	label, _ := lexicon.Labels.Find(spelling)
	return label
}

// sheetsIn returns how many sheets the labels are of that were counted.
func sheetsIn(counts []int) int {
	if counts[policyLabel] == 0 {
		return counts[nameLabel]
	}
	return min(counts[nameLabel], counts[policyLabel])
}

// usualCount is how often a sheet has a label.
func usualCount(label sheet.Label) int {
	switch table[label-1].spellings[0] {
	case "計画期間":
		return 2
	case "左記判断理由":
		return 3
	}
	return 1
}

func countLabels(tokens []sheet.Token) []int {
	counts := make([]int, len(table)+1)
	for i := range tokens {
		counts[tokens[i].Label]++
	}
	return counts
}

// isYearOfMeasure reports whether a text is the head of a year that says of the values under
// it what they are, with that word from a byte on: 令和5年度 目標.
func isYearOfMeasure(text string, at int) bool {
	if measureWord(text[at:]) == "" {
		return false
	}
	_, isYear := ja.ParseFiscalYear(ja.StripMarkup(text[:at]))
	return isYear
}
