package hadano

import (
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
)

// splitGrade parts the cell of an evaluation into its words and its grade: B：概ね計画どおり,
// Ｂ(概ね計画どおり), ○：概ね計画どおり. grade is empty where none is printed.
func splitGrade(text string) (words, grade string) {
	if words, grade = ja.SplitGrade(text); grade != "" || text == "" {
		return words, grade
	}
	text = ja.TrimSpace(text)
	first, size := utf8.DecodeRuneInString(text)
	rest := ja.TrimSpace(text[size:])
	isSign := strings.ContainsRune("◎○〇△▲×", first)
	switch inner, isBracket := ja.TrimBrackets(rest); {
	case isSign && rest == "":
		return "", string(first)
	case isSign && (strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ":")):
		_, width := utf8.DecodeRuneInString(rest)
		return ja.TrimSpace(rest[width:]), string(first)
	case isBracket && inner != "" && (isSign || isGradeLetter(first)):
		return inner, string(ja.FoldRune(first))
	}
	return text, ""
}

func isGradeLetter(r rune) bool {
	folded := ja.FoldRune(r)
	return folded >= 'A' && folded <= 'E' || folded == 'S'
}
