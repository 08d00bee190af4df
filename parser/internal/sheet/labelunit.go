package sheet

import (
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
)

// LabelUnit returns the unit that a label, a head or a caption prints for all figures
// that stand under it, in brackets or behind 単位: 効果額(千円), 総事業費(千円)(合計),
// 決算 単位:百万円, (税込、千円), or of money at its end: 総事業費 千円. It is empty where
// none is printed, and the text in the brackets where that speaks of a unit and is none
// that is known: such figures are no amounts of yen.
func LabelUnit(text string) string {
	if !mayNameUnit.In(text) {
		return ""
	}
	text = ja.TrimSpace(ja.StripMarkup(text))
	if unit := unitInBrackets(text); unit != "" {
		return unit
	}
	if !strings.Contains(text, "位") && !strings.Contains(text, "円") {
		return ""
	}
	if at := strings.LastIndex(text, unitWord); at >= 0 {
		if unit := unitOf(text[at:]); unit != "" {
			return unit
		}
	}
	return moneyAtEnd(text)
}

// mayNameUnit are characters of which each text that names a unit has one.
var mayNameUnit = ja.NewCharacters("位円)）]］〕】")

// unitInBrackets returns the unit that the last bracket with one names.
func unitInBrackets(text string) (unit string) {
	for at := 0; at < len(text); {
		open, closed, end := NextBracket(text, at)
		if open == len(text) {
			break
		}
		_, size := utf8.DecodeRuneInString(text[open:])
		if own := unitOf(text[open+size : closed]); own != "" && (ja.TrimSpace(text[end:]) == "" || IsMoneyUnit(own)) {
			unit = own
		}
		at = end
	}
	return unit
}

// unitOf returns the unit that the text of a bracket names, or one with 単位.
func unitOf(text string) string {
	named, isNamed := cutUnitWord(ja.TrimSpace(text))
	for part := range strings.FieldsFuncSeq(named, func(r rune) bool { return strings.ContainsRune("、,，・;；", r) }) {
		part, _ = cutUnitWord(ja.TrimSpace(part))
		if part = ja.Squeeze(part); IsMoneyUnit(part) {
			return ja.Fold(part)
		}
	}
	if isNamed || ja.IsUnit(named) || strings.HasSuffix(named, "円") && !HasDigit(named) || isMagnitude(named) {
		return ja.Fold(named)
	}
	return ""
}

// moneyAtEnd returns the unit of more than one yen with which a text ends behind
// words: 総事業費 千円.
func moneyAtEnd(text string) string {
	words := strings.TrimSuffix(text, "円")
	if words == text {
		return ""
	}
	words = strings.TrimRight(words, "十百千万億兆")
	before, _ := utf8.DecodeLastRuneInString(words)
	if unit := text[len(words):]; unit != "円" && words != "" && !IsDigit(before) && before != '数' {
		return unit
	}
	return ""
}

// IsMoneyUnit reports whether a text is a unit of money: 円, 千円, 百万円.
func IsMoneyUnit(unit string) bool {
	_, isMoney := ja.UnitMultiplier(unit)
	return isMoney
}

// unitWord stands before a unit, or behind it.
const unitWord = "単位"

// cutUnitWord takes 単位: from the beginning of a text, or 単位 from its end.
func cutUnitWord(text string) (unit string, ok bool) {
	if at, found := AfterWord(text, unitWord); found && at < len(text) {
		return ja.TrimSpace(text[SkipSigns(text, at, ":"):]), true
	}
	if before, found := strings.CutSuffix(text, unitWord); found && before != "" {
		return ja.TrimSpace(before), true
	}
	return text, false
}

// isMagnitude reports whether a text is made of 千, 百万 and the like alone: the 円
// behind it is lost, or left out.
func isMagnitude(text string) bool {
	return text != "" && utf8.RuneCountInString(text) <= 3 && strings.Trim(text, "十百千万億兆") == ""
}

// IsUnitCaption reports whether a text that stands alone says nothing but the unit of
// what stands below it: (単位:千円), 単位：百万円, (千円).
func IsUnitCaption(text string) bool {
	if len(text) > maxCaptionBytes || !strings.Contains(text, "位") && !strings.Contains(text, "円") {
		return false
	}
	text = ja.TrimSpace(strings.TrimLeft(ja.StripMarkup(text), "※ "))
	inner, isBracketed := ja.TrimBrackets(text)
	if isBracketed && IsMoneyUnit(inner) {
		return true
	}
	unit, ok := cutUnitWord(inner)
	return ok && unit != "" && !strings.ContainsAny(unit, "。")
}

// maxCaptionBytes is how long a caption with a unit may be.
const maxCaptionBytes = 90
