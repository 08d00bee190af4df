package sheet

import (
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
)

// SplitNumber parts the number that stands before a name from it: "2 まちの魅力",
// "経2-2 広域行政", "(ア) 市民と", "3-2-1.施策", "3-2多様な主体". The number is given
// without brackets and in half width; it is empty where the text begins with none.
// A number with a dash may stand alone.
func SplitNumber(text string) (number, name string) {
	text = ja.TrimSpace(text)
	bare := closeDashes(joinNumber(strings.TrimLeft(text, "\"“”"))) // quotation marks that a spreadsheet left
	if number, name = splitSpaced(bare); number != "" {
		return number, name
	}
	if number, name = splitDashed(bare); number != "" {
		return number, name
	}
	return "", text
}

// joinNumber takes out the line ends by which a number at the start of a text is
// broken, which a dash beside them shows, or the point that ends it.
func joinNumber(text string) string {
	end := digitsEnd(text, 0)
	for end > 0 && end < min(len(text), maxNumberBytes) && text[end] == '\n' {
		next := digitsEnd(text, end+1)
		last, _ := utf8.DecodeLastRuneInString(text[:end])
		if numberRune(last) != '-' && !strings.Contains(strings.Map(numberRune, text[end:next]), "-") && !strings.HasPrefix(text[end+1:], ".") {
			break
		}
		text = text[:end] + text[end+1:]
		end = next - 1
	}
	return text
}

// digitsEnd returns the byte behind the digits and dashes that stand at a byte.
func digitsEnd(text string, at int) int {
	for i, r := range text[at:] {
		if folded := numberRune(r); folded != '-' && (folded < '0' || folded > '9') {
			return at + i
		}
	}
	return len(text)
}

// splitSpaced parts a number that a blank, a bracket or a point ends.
func splitSpaced(text string) (number, name string) {
	blank := strings.IndexFunc(text, isNumberEnd)
	if blank <= 0 {
		return "", text
	}
	size := blank
	if r, width := utf8.DecodeRuneInString(text[blank:]); isClosing(r) || r == '.' || r == '．' {
		size += width
	}
	candidate := strings.Map(numberRune, text[:size])
	rest := ja.TrimSpace(text[size:])
	if inner, bracketed := ja.TrimBrackets(candidate); bracketed && utf8.RuneCountInString(inner) <= 2 && rest != "" {
		return inner, rest
	}
	if strings.HasPrefix(candidate, "(") {
		return "", text
	}
	candidate = strings.TrimRight(candidate, ".-")
	if second, behind := SplitNumber(rest); isPrefix(candidate) && strings.Contains(second, "-") {
		return candidate + second, behind // 学 1-4 図書館: typesetting has put a blank
	}
	if rest == "" || !isNumber(candidate) {
		return "", text
	}
	return candidate, rest
}

// splitDashed parts digits that have a dash between them, or a sign behind them,
// also where no blank parts them from the name.
func splitDashed(text string) (number, name string) {
	end := 0
	for i, r := range text {
		folded := numberRune(r)
		if folded != '-' && (folded < '0' || folded > '9') || folded == '-' && i == 0 {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	if end == 0 || end > maxNumberBytes {
		return "", text
	}
	number = strings.TrimRight(strings.Map(numberRune, text[:end]), "-")
	rest := text[end:]
	for _, mark := range [...]string{".", "．", "、", ":", "："} {
		rest = strings.TrimPrefix(rest, mark)
	}
	marked := rest != text[end:]
	dashed := strings.Contains(number, "-")
	if !marked && (!dashed || startsCount(rest)) || rest == "" && !dashed {
		return "", text
	}
	return number, ja.TrimSpace(rest)
}

// maxNumberBytes is how long a number may be, in full width.
const maxNumberBytes = 36

// numberRune folds a character of a number; a prolonged sound mark is a dash.
func numberRune(r rune) rune {
	if r == 'ー' || r == 'ｰ' {
		return '-'
	}
	return ja.FoldRune(r)
}

// startsCount reports whether what follows digits directly makes them a part of
// the name: 24時間, 5年間.
func startsCount(rest string) bool {
	for _, word := range [...]string{"時間", "年", "か", "つ", "%", "人", "件", "団体", "回", "市", "月", "日"} {
		if strings.HasPrefix(rest, word) {
			return true
		}
	}
	return false
}

// isPrefix reports whether text can be the word before the digits of a number.
func isPrefix(text string) bool {
	return utf8.RuneCountInString(text) <= 2 && !strings.ContainsAny(text, "0123456789")
}

func isNumberEnd(r rune) bool {
	return r == ' ' || r == '\u3000' || r == '\u00a0' || r == '\n' || r == '．' || isClosing(r)
}

func isClosing(r rune) bool { return r == ')' || r == '）' }

// isNumber reports whether text is a number such as 2, 3-2-1, 経2-2, A1: digits
// with at most two other letters before them, and dashes or points between.
func isNumber(text string) bool {
	letters, digits := 0, 0
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '-' || r == '.' || r == '_':
		case digits == 0:
			letters++
		default:
			return false
		}
	}
	return digits > 0 && digits <= 6 && letters <= 2
}

// LevelName returns the label of a level of policies without the colon that stands behind it
// in a line with its value: まちづくり方針：1 ひとづくり.
func LevelName(label string) string { return strings.TrimRight(label, "：: ") }
