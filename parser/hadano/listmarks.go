package hadano

import (
	"strings"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// labelBefore finds the label with which a text begins and where its value does. A number
// in brackets behind the label of a narrative is that of the narrative's first point:
// 評価理由 (1) 広報を行った。
func labelBefore(text string) (found label, rest int, ok bool) {
	found, rest, ok = labels.FindPrefix(text)
	if !ok && strings.HasPrefix(text, bold) {
		return boldLabel(text)
	}
	if !ok || rest >= len(text) {
		return found, rest, ok
	}
	e := found.entry()
	if e.key == "" && found != selfReason {
		return found, rest, ok
	}
	own := ja.TrimSpace(text[:rest])
	at := max(strings.LastIndexByte(own, '('), strings.LastIndex(own, "（"))
	if inner, isBracket := ja.TrimBrackets(own[max(at, 0):]); at > 0 && isBracket && isListNumber(inner) {
		return found, strings.Index(text, own) + at, true
	}
	return found, rest, ok
}

// isListNumber reports whether a text is the number of a point in a list: 1, 12, ア.
func isListNumber(text string) bool {
	text = ja.Fold(text)
	if ja.LongerThan(text, 2) || text == "" {
		return false
	}
	for _, r := range text {
		if !sheet.IsDigit(r) && (r < 'ァ' || r > 'ヶ' || ja.LongerThan(text, 1)) {
			return false
		}
	}
	return true
}

// bold is what stands before and behind words in bold in Markdown.
const bold = "**"

// boldLabel finds the label of indicators in bold with which a text begins: the name
// stands behind it.
func boldLabel(text string) (found label, rest int, ok bool) {
	end := strings.Index(text[len(bold):], bold)
	if end < 0 {
		return noLabel, 0, false
	}
	rest = end + 2*len(bold)
	found, ok = labels.Find(text[:rest])
	return found, rest, ok && found.entry().indicator != ""
}
