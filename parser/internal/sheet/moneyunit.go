package sheet

import (
	"strings"

	"sheetconv/parser/internal/ja"
)

// MoneyUnit returns the unit of money with which a label, a head or a caption ends
// for all amounts that belong to it, and what stands before it: 効果額(千円),
// 令和4年度決算(単位:百万円), (単位:千円). The unit stands in brackets, or behind 単位.
func MoneyUnit(text string) (before, unit string, ok bool) {
	if !strings.Contains(text, "円") {
		return text, "", false
	}
	before, inner, isBracketed := ja.CutLastBracket(text)
	if !isBracketed {
		at := strings.LastIndex(text, "単位")
		if at < 0 {
			return text, "", false
		}
		before, inner = ja.TrimSpace(text[:at]), text[at:]
	}
	inner = ja.Squeeze(ja.Fold(inner))
	inner = strings.TrimLeft(strings.TrimPrefix(inner, "単位"), ":は")
	if _, isMoney := ja.UnitMultiplier(inner); !isMoney {
		return text, "", false
	}
	return before, inner, true
}
