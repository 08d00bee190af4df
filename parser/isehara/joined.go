package isehara

import (
	"iter"
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// splitEvaluations parts the cells that hold the options of a criterion with the
// cells behind them: its grade, the label of the reason and the reason itself; and
// before that those in which the label of a criterion stands behind another text.
func splitEvaluations(tokens []sheet.Token, all []signs) []sheet.Token {
	var split []sheet.Token
	kept := 0
	for i, own := range all {
		// What is parted stands behind a blank, or behind the end of a sentence.
		if own&(spaceSign|blankSign|openingSign) == 0 || own&(openingSign|optionSign|reasonSign) == 0 {
			continue
		}
		parts := splitParts(tokens[i:], own)
		if parts == nil {
			continue
		}
		if split == nil {
			split = make([]sheet.Token, 0, len(tokens)+len(parts)+16)
		}
		split = append(append(split, tokens[kept:i]...), parts...)
		kept = i + 1
	}
	if split == nil {
		return tokens
	}
	return append(split, tokens[kept:]...)
}

// splitParts returns the parts of the first of some tokens, nil where it is whole.
func splitParts(tokens []sheet.Token, own signs) []sheet.Token {
	var rows []sheet.Token
	if own&openingSign != 0 {
		rows = splitCriteria(tokens)
	}
	if rows == nil {
		return splitEvaluation(&tokens[0], own)
	}
	var parts []sheet.Token
	for i := range rows {
		if own := splitEvaluation(&rows[i], own); own != nil {
			parts = append(parts, own...)
		} else {
			parts = append(parts, rows[i])
		}
	}
	return parts
}

// maxEvaluationBytes is how long a cell may be that is looked at: options with
// their markup, and a reason.
const maxEvaluationBytes = 8000

// splitEvaluation returns the parts of a cell, nil where it is whole.
func splitEvaluation(token *sheet.Token, own signs) []sheet.Token {
	if token.Label != sheet.NoLabel {
		return nil
	}
	if own&reasonSign != 0 {
		if parts := splitGrade(token); parts != nil {
			return parts
		}
	}
	if own&optionSign == 0 {
		return nil
	}
	at, label, rest := len(token.Text), sheet.NoLabel, len(token.Text)
	if own&reasonSign != 0 {
		at, label, rest = findReason(token.Text)
	}
	options := blankCharacters.TrimRight(token.Text[:at])
	grade := gradeAt(options)
	if grade == len(options) && label == sheet.NoLabel {
		return nil
	}
	if _, found := sheet.ReadBoxes(ja.TrimSpace(options[:grade])); !found {
		return nil
	}
	parts := []sheet.Token{part(token, 0, grade)}
	if grade < len(options) {
		parts = append(parts, part(token, grade, len(options)))
	}
	if label != sheet.NoLabel {
		parts = append(parts, reasonParts(token, at, rest, label)...)
	}
	return parts
}

// splitGrade returns the parts of a cell that begins with a grade and has the label of
// the reason behind it: B 左記判断理由 …; nil where it does not.
func splitGrade(token *sheet.Token) []sheet.Token {
	_, end := utf8.DecodeRuneInString(token.Text)
	if !beginsWithBlank(token.Text[end:]) || !sheet.IsGrade(ja.Fold(token.Text[:end])) {
		return nil
	}
	at, label, rest := findReason(token.Text)
	if label == sheet.NoLabel || blankCharacters.Trim(token.Text[end:at]) != "" {
		return nil
	}
	return append([]sheet.Token{part(token, 0, end)}, reasonParts(token, at, rest, label)...)
}

// reasonParts returns the label of a reason that stands in a cell, and the reason.
func reasonParts(token *sheet.Token, at, rest int, label sheet.Label) []sheet.Token {
	own := part(token, at, rest)
	own.Label = label
	if reason := part(token, rest, len(token.Text)); reason.Text != "" {
		return []sheet.Token{own, reason}
	}
	return []sheet.Token{own}
}

// openings begin the brackets behind the label of a criterion.
var openings = ja.NewCharacters("[［〔")

// splitCriteria parts the first of some tokens where it holds the label of a criterion
// behind another text, and the options of that criterion follow: two rows that run
// together. It returns nil where it does not.
func splitCriteria(tokens []sheet.Token) []sheet.Token {
	at, label, rest := findCriterion(tokens)
	if label == sheet.NoLabel {
		return nil
	}
	var split []sheet.Token
	token := tokens[0]
	for label != sheet.NoLabel {
		own := part(&token, at, rest)
		own.Label = label
		split = append(split, part(&token, 0, at), own)
		token = part(&token, rest, len(token.Text))
		if token.Text == "" {
			return split
		}
		at, label, rest = findCriterion([]sheet.Token{token})
	}
	return append(split, token)
}

// findCriterion returns where in the first token's text the label of a criterion
// begins behind another text, as in 有効性[選択・記入], with boxes behind it in the
// cell or in the next one; no label where none does.
func findCriterion(tokens []sheet.Token) (at int, label sheet.Label, rest int) {
	token := &tokens[0]
	if token.Label != sheet.NoLabel || len(token.Text) <= len("有効性[") || !openings.In(token.Text) {
		return 0, sheet.NoLabel, 0
	}
	for i := range token.Text {
		if before := token.Text[:i]; i == 0 || !endsInBlank(before) && !strings.HasSuffix(before, "。") {
			continue
		}
		found, length, ok := lexicon.Labels.FindPrefix(token.Text[i:])
		if !ok || table[found-1].kind != criterion {
			continue
		}
		behind := token.Text[i+length:]
		if behind == "" && len(tokens) > 1 && tokens[1].Row == token.Row && tokens[1].Label == sheet.NoLabel {
			behind = tokens[1].Text
		}
		if _, boxes := sheet.ReadBoxes(behind); boxes {
			return i, found, i + length
		}
	}
	return 0, sheet.NoLabel, 0
}

var blankCharacters = ja.NewCharacters(" \u3000\u00a0\n\t")

func part(token *sheet.Token, start, end int) sheet.Token {
	return sheet.Token{Cell: token.Slice(start, end), Row: token.Row, Joined: true, PageBreak: token.PageBreak && start == 0}
}

// findReason returns where in a text the label of a reason stands behind a blank,
// and where what follows it begins; the text's end and no label where none does.
func findReason(text string) (at int, label sheet.Label, rest int) {
	for i := range behindBlanks(text) {
		if found, length, ok := lexicon.Labels.FindPrefix(text[i:]); ok && table[found-1].kind == reason {
			return i, found, i + length
		}
	}
	return len(text), sheet.NoLabel, len(text)
}

// behindBlanks goes through the places in a text that stand behind a blank.
func behindBlanks(text string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for at := 0; ; {
			next := blankCharacters.Index(text[at:])
			if next < 0 {
				return
			}
			_, size := utf8.DecodeRuneInString(text[at+next:])
			if at += next + size; at == len(text) || !yield(at) {
				return
			}
		}
	}
}

func beginsWithBlank(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return isBlank(first)
}

func endsInBlank(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return isBlank(last)
}

func isBlank(r rune) bool {
	return r == ' ' || r == '\u3000' || r == '\u00a0' || r == '\n' || r == '\t'
}

// gradeAt returns where the grade begins that stands behind the last option's
// bracket, the text's end where none does.
func gradeAt(text string) int {
	for i := max(1, len(text)-len("Ａ")); i < len(text); i++ {
		if !utf8.RuneStart(text[i]) || !sheet.IsGrade(ja.Fold(text[i:])) {
			continue
		}
		if before := blankCharacters.TrimRight(text[:i]); before != text[:i] && strings.HasSuffix(ja.Fold(before), ")") {
			return i
		}
	}
	return len(text)
}
