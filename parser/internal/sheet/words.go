package sheet

import (
	"strings"

	"sheetconv/parser/internal/ja"
)

// IsPlaceholder reports whether a text is a blank of the form to be filled in:
// ○○の数, ○○件.
func IsPlaceholder(text string) bool {
	if !placeholderSigns.In(text) {
		return false
	}
	for _, mark := range [...]string{"○○", "〇〇", "◯◯", "●●"} {
		if strings.Contains(text, mark) {
			return true
		}
	}
	return false
}

var placeholderSigns = ja.NewCharacters("○〇◯●")

// IsOnlyUnit reports whether a text is nothing but the unit, once or several times.
func IsOnlyUnit(text, unit string) bool {
	key := ja.Key(text)
	one := ja.Key(unit)
	return one != "" && strings.Trim(strings.ReplaceAll(key, one, "\x00"), "\x00") == "" && key != ""
}

// IsPlanName reports whether a text ends as the names of plans do.
func IsPlanName(text string) bool {
	text = ja.StripMarkup(text)
	return EndsWithAny(text, "計画", "プラン", "方針", "ビジョン", "戦略", "指針", "大綱", "構想", "条例")
}
