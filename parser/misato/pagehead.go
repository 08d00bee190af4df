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

// headLines are the lines above the head of a sheet, which each page may repeat with its
// number beside them; nil where there are none.
type headLines []sheet.Token

// findHeadLines returns the lines that stand above the first label, each alone in its row.
func findHeadLines(g *grid.Grid, tokens []sheet.Token) headLines {
	if g.Layout == grid.PipeCells {
		return nil // nothing tells there what stands alone
	}
	end := 0
	for end < len(tokens) && end < maxPageLines && tokens[end].Label == sheet.NoLabel && standsAlone(tokens, end) {
		end++
	}
	return headLines(tokens[:end])
}

// repeats reports whether a token is one of the lines again, at the left edge of a row of
// its own, or the bare number of the page above or below it.
func (h headLines) repeats(tokens []sheet.Token, i int) bool {
	if len(h) == 0 || i < len(h) || tokens[i].Label != sheet.NoLabel || tokens[i].Index != 0 || !standsAlone(tokens, i) {
		return false
	}
	if h.has(tokens[i]) {
		return true
	}
	return sheet.IsPageNumber(tokens[i].Text) &&
		(i+1 < len(tokens) && h.has(tokens[i+1]) && standsAlone(tokens, i+1) || h.has(tokens[i-1]) && standsAlone(tokens, i-1))
}

func (h headLines) has(token sheet.Token) bool {
	for i := range h {
		if h[i].Text == token.Text {
			return true
		}
	}
	return false
}

// standsAlone reports whether no other token stands in the row of token i.
func standsAlone(tokens []sheet.Token, i int) bool {
	row := tokens[i].Row
	return (i == 0 || tokens[i-1].Row != row) && (i+1 == len(tokens) || tokens[i+1].Row != row)
}
