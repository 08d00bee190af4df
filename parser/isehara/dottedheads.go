package isehara

import (
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// undotHeads returns the cells with the last of the heads that a program has joined with
// points where they stand above each other: 年度.令和5年度, 【指標名】.【指標名】. In Markdown a
// table has one row of heads.
func undotHeads(g *grid.Grid, cells []sheet.Token, calendar *ja.Calendar) []sheet.Token {
	if g.Layout != grid.PipeRows || !holdsDottedHead(g.Text) {
		return cells
	}
	for i := range cells {
		token := &cells[i]
		at := strings.LastIndexByte(token.Text, '.')
		if at <= 0 || at+1 == len(token.Text) || token.Label != sheet.NoLabel || token.Joined || len(token.Text) > maxDotted {
			continue
		}
		own := token.Text[at+1:]
		label, isLabel := lexicon.Labels.Find(own)
		if _, isYear := readMoneyHead(own, calendar); !isLabel && !isYear {
			continue
		}
		for upper := range strings.SplitSeq(token.Text[:at], ".") {
			if _, isHead := lexicon.Labels.Find(upper); isHead {
				g.Claim(token.Slice(0, at+1), grid.Label)
				token.Cell, token.Label = token.Slice(at+1, len(token.Text)), label
				break
			}
		}
	}
	return cells
}

// holdsDottedHead reports whether a point stands right behind the end of a head. Points are
// rare, and found faster than the characters before them.
func holdsDottedHead(text string) bool {
	for at := 0; ; at++ {
		next := strings.IndexByte(text[at:], '.')
		if next < 0 {
			return false
		}
		at += next
		if strings.HasSuffix(text[:at], "度") || strings.HasSuffix(text[:at], "】") {
			return true
		}
	}
}

// maxDotted is how many bytes such a cell may have.
const maxDotted = 200
