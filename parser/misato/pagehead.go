package misato

import (
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// maxHeadLine is how many bytes a line above the head of a sheet may have.
const maxHeadLine = 200

// pageLine is what a line is that the city's page prints above a sheet.
type pageLine int

const (
	otherLine pageLine = iota
	titleLine          // 事務事業 評価結果の公表, 令和4年度 事務事業評価シート
	siteLine           // the banner of the city's site
	nameLine           // the program's name, twice
)

// readPageLine tells what a line above the head of a sheet is.
func readPageLine(text string) pageLine {
	if len(text) > maxHeadLine || strings.Contains(text, "。") {
		return otherLine
	}
	if strings.Contains(strings.ToLower(text), "official web site") || strings.Contains(text, "公式サイト") || strings.Contains(text, "公式ホームページ") {
		return siteLine
	}
	if key := ja.Key(text); strings.Contains(key, "事務事業評価") || strings.Contains(key, "事務事業") && strings.HasSuffix(key, "評価表") {
		return titleLine
	}
	if first, second, two := strings.Cut(text, " "); two && first == second {
		return nameLine
	}
	return otherLine
}

// beginsPage returns the first of the lines above the head at token i that belong to
// its page.
func beginsPage(tokens []sheet.Token, i int) int {
	begin := i
	for at := i - 1; at > 0 && tokens[at].Label == sheet.NoLabel && tokens[at].Row != tokens[at+1].Row; at-- {
		if readPageLine(tokens[at].Text) != otherLine {
			begin = at
		}
		if i-at == maxPageLines {
			break
		}
	}
	return begin
}

// maxPageLines is how many lines a page prints above the head.
const maxPageLines = 5

// readAboveHead takes a line that stands above the head of the sheet.
func (r *reader) readAboveHead(token sheet.Token) bool {
	switch readPageLine(token.Text) {
	case titleLine:
		if r.Document.Title == "" {
			r.Document.Title = ja.StripMarkup(token.Text)
			r.Grid.Claim(token.Cell, grid.Value)
			return true
		}
		r.Skip(token.Cell)
	case siteLine, nameLine:
		r.Skip(token.Cell)
	default:
		return false
	}
	return true
}
