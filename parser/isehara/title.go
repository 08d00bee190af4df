package isehara

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

func (r *reader) readTitle(token sheet.Token) {
	if r.Document.Title != "" {
		r.Skip(token.Cell)
		return
	}
	r.Document.Title = r.Value(token.Cell)
	if name := planName(r.Document.Title); name != "" {
		r.Document.Plan = &model.Plan{Name: name}
		if start, end, _, _, found := ja.FindYearRange(name); found {
			r.Document.Plan.StartFY, r.Document.Plan.EndFY = start, end
		}
	}
}

// planName returns the name of the plan in a title: what stands before
// 事務事業評価シート, blanks in which passed over, or in brackets behind it. It is
// empty where no plan is named: 令和4年度 and 伊勢原市 are none.
func planName(title string) string {
	for i, first := range title {
		if first != '事' && first >= 'ぁ' && first <= '鿿' && first != '・' {
			continue // marks may stand before the words, but no other kana or kanji
		}
		if !strings.HasPrefix(ja.Key(title[i:]), titleKey) {
			continue
		}
		open, _, end := sheet.NextBracket(title, i)
		behind, _ := ja.TrimBrackets(title[open:end])
		for _, name := range [...]string{ja.TrimSpace(title[:i]), behind} {
			if isPlan(name) {
				return name
			}
		}
		return ""
	}
	return ""
}

// planWords are words that the names of plans hold.
var planWords = [...]string{"計画", "プラン", "構想", "戦略", "ビジョン", "方針", "大綱", "プログラム"}

// planBegins are the characters with which they begin.
var planBegins = ja.NewCharacters("計プ構戦ビ方大")

func isPlan(name string) bool {
	if !planBegins.In(name) {
		return false
	}
	name = ja.Squeeze(name)
	for _, word := range planWords {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}
