package misato

import (
	"strings"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// maxSearched is how many bytes of a value are searched for labels.
const maxSearched = 600

// splitMissingLabels parts the values that hold the label of the next cell behind a
// blank: 交付実績 成果指標. A value may mention the words of a label. So it must be
// one that is missing there: it comes between the labels on both sides in the
// order of the form, and is printed less often than the one before.
func splitMissingLabels(tokens []sheet.Token) []sheet.Token {
	var split []sheet.Token
	var counts map[sheet.Label]int
	before, next, nextAt := sheet.NoLabel, sheet.NoLabel, 0
	for i := 0; i < len(tokens); i++ {
		token := tokens[i]
		if token.Label != sheet.NoLabel {
			before = token.Label
			if split != nil {
				split = append(split, token)
			}
			continue
		}
		if nextAt <= i {
			next, nextAt = nextLabel(tokens, i+1)
		}
		for before != sheet.NoLabel {
			at, label, rest := missingLabel(token.Text, before, next)
			if at > 0 && counts == nil {
				counts = countLabels(tokens)
			}
			if at == 0 || counts[label] >= counts[before] && !isRepeated(table[before-1].kind) && table[label-1].kind != indicatorBlock {
				break
			}
			if split == nil {
				split = append(make([]sheet.Token, 0, len(tokens)+8), tokens[:i]...)
			}
			value, found := token, token
			value.Cell, found.Cell, found.Label = token.Slice(0, at), token.Slice(at, rest), label
			value.Joined, found.Joined, found.PageBreak = true, true, false
			split = append(split, value, found)
			before = label
			token.Cell, token.Joined, token.PageBreak = token.Slice(rest, len(token.Text)), true, false
		}
		if split != nil && token.Text != "" {
			split = append(split, token)
		}
	}
	if split == nil {
		return tokens
	}
	return split
}

// isRepeated reports whether a sheet prints labels of a kind once for each indicator.
func isRepeated(k kind) bool {
	return k == indicatorName || k == unit || k == direction || k == goal || k == method
}

// nextLabel returns the first label from token i on, and which token it is.
func nextLabel(tokens []sheet.Token, i int) (label sheet.Label, at int) {
	for ; i < len(tokens); i++ {
		if tokens[i].Label != sheet.NoLabel {
			return tokens[i].Label, i
		}
	}
	return sheet.NoLabel, i
}

func countLabels(tokens []sheet.Token) map[sheet.Label]int {
	counts := make(map[sheet.Label]int)
	for _, token := range tokens {
		counts[token.Label]++
	}
	return counts
}

// missingLabel finds a label behind a blank in a value that comes between two labels,
// and where what is behind it begins.
func missingLabel(text string, before, next sheet.Label) (at int, label sheet.Label, rest int) {
	if len(text) > maxSearched || next != sheet.NoLabel && next <= before+1 && table[before-1].kind != method {
		return 0, sheet.NoLabel, 0 // no label comes between them
	}
	for i, behind := ja.NextBlank(text, 0); behind < len(text); i, behind = ja.NextBlank(text, behind) {
		if i == 0 {
			continue
		}
		found, length, known := lexicon.Labels.FindPrefix(text[behind:])
		if !known || !comesBetween(before, found, next) {
			continue
		}
		isLastLine := strings.IndexByte(text[i:behind], '\n') >= 0 && behind+length == len(text)
		if e := &table[before-1]; !e.short && e.kind != method && !isLastLine && !standsOut(text[:i], text[behind:behind+length]) {
			continue
		}
		return behind, found, behind + length
	}
	return 0, sheet.NoLabel, 0
}

// comesBetween reports whether a label comes between two others in the order of the
// form, in which the blocks of indicators are repeated.
func comesBetween(before, found, next sheet.Label) bool {
	if table[before-1].kind == method {
		following := none
		if next != sheet.NoLabel {
			following = table[next-1].kind
		}
		switch table[found-1].kind {
		case indicatorBlock:
			return following == indicatorName
		case indicatorName:
			return following == unit || following == direction || following == goal
		case heading:
			return following == narrative && found < next && before < found
		}
		return false
	}
	return before < found && (next == sheet.NoLabel || found < next)
}

// longLabel is from how many characters on a label is no word of running text.
const longLabel = 5

// standsOut reports whether a label in a running text is none of its words: it is
// long, or stands behind the end of a sentence.
func standsOut(before, label string) bool {
	return ja.LongerThan(ja.Squeeze(label), longLabel-1) || strings.HasSuffix(strings.TrimSpace(before), "。")
}
