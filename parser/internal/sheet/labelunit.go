package sheet

import (
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
)

// LabelUnit returns the unit that a label, a head or a caption prints in brackets at
// its end for all figures that stand under it: 効果額(千円), 決算（単位：百万円）,
// (税込、千円). It is empty where none is printed, and the text in the brackets where
// that speaks of a unit and is none that is known: such figures are no amounts of yen.
func LabelUnit(text string) string {
	if !moneyOrUnit.In(text) && !strings.ContainsAny(text, ")）]］〕】") {
		return ""
	}
	text = ja.TrimSpace(ja.StripMarkup(text))
	inner := ""
	if EndsWithAny(text, ")", "）", "]", "］", "〕") {
		inner = trailingBracket(roundBrackets.Replace(text))
	}
	if whole, ok := ja.TrimBrackets(text); ok {
		inner = whole
	}
	named, isNamed := cutUnitWord(text)
	if inner != "" {
		named, isNamed = cutUnitWord(inner)
	}
	if inner == "" && !isNamed {
		return ""
	}
	for part := range strings.FieldsFuncSeq(named, func(r rune) bool { return strings.ContainsRune("、,，・;；", r) }) {
		part, _ = cutUnitWord(ja.TrimSpace(part))
		if _, isMoney := ja.UnitMultiplier(part); isMoney {
			return ja.Fold(part)
		}
	}
	if isNamed || ja.IsUnit(named) || strings.Contains(named, "円") || isMagnitude(named) {
		return ja.Fold(named)
	}
	return ""
}

var moneyOrUnit = ja.NewCharacters("位円")

// roundBrackets writes the brackets that labels have round their units as round ones.
var roundBrackets = strings.NewReplacer("［", "(", "］", ")", "[", "(", "]", ")", "〔", "(", "〕", ")")

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
// what stands below it: (単位:千円), 単位：百万円.
func IsUnitCaption(text string) bool {
	if !strings.Contains(text, "位") || len(text) > maxCaptionBytes {
		return false
	}
	text = ja.TrimSpace(strings.TrimLeft(ja.StripMarkup(text), "※ "))
	if inner, ok := ja.TrimBrackets(text); ok {
		text = inner
	}
	unit, ok := cutUnitWord(text)
	return ok && unit != "" && !strings.ContainsAny(unit, "。")
}

// maxCaptionBytes is how long a caption with a unit may be.
const maxCaptionBytes = 90
