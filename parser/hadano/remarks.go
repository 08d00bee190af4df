package hadano

import (
	"strings"

	"sheetconv/parser/internal/ja"
)

// noEffect says beside the explanation that there are no amounts.
const noEffect = "該当なし"

// shortestRemark is how many bytes the shortest remark has.
const shortestRemark = len("算定困難")

// remarkWords are words that say where amounts are to be found, or why there are none.
var remarkWords = [...]string{
	"掲載", "参照", "記載", "再掲", "については", "のとおり", "計上", "含む", "含め", "算定", "算出", "見込めな", "困難",
}

// isRemark reports whether a cell in the place of a row's yearly amounts is a remark on
// these: a sentence, or, among the amounts of an initiative, words that say where or why.
func (r *reader) isRemark(text string) bool {
	return r.figures == effect && isShortRemark(text) || r.isSentence(text)
}

// isShortRemark reports whether a text without a figure says where amounts are to be
// found, or why there are none.
func isShortRemark(text string) bool {
	if len(text) < shortestRemark || text[0] <= '9' || ja.LongerThan(text, maxFigureRunes) {
		return false
	}
	for _, l := range [...]label{target, actual} {
		if strings.HasPrefix(text, table[l].spellings[0]) {
			return false // as most cells
		}
	}
	if strings.HasSuffix(strings.TrimRight(text, ")）"), "なし") {
		return false // 記載なし
	}
	for _, word := range remarkWords {
		if strings.Contains(text, word) {
			return ja.ReadQuantity(text, ja.Expect{Money: true}).Kind != ja.Numeric
		}
	}
	return false
}
