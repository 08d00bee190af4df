package sheet

import (
	"strings"

	"sheetconv/parser/internal/grid"
)

// WithoutTail returns the tokens of a grid without the lines behind the last table of
// Markdown: there what has written it down speaks, and not the sheet, whose last text has
// ended with its cell. They have no pipe and no label, and an empty line parts them from the
// table. Nobody claims them, so that they become unmapped. Page numbers stay, and so does
// all behind a note of the sheet.
func WithoutTail(g *grid.Grid, tokens []Token) []Token {
	if g.Layout != grid.PipeRows {
		return tokens
	}
	first := len(tokens)
	for first > 0 && isTailLine(g, &tokens[first-1]) {
		first--
	}
	if first == 0 || first == len(tokens) || g.Rows[tokens[first-1].Row].Width < 2 {
		return tokens
	}
	last := &tokens[first-1]
	if !holdsEmptyLine(g.Text[int(last.Offset)+len(last.Text) : tokens[first].Offset]) {
		return tokens
	}
	kept := tokens[:first]
	for _, token := range tokens[first:] {
		if IsMarkedPageNumber(token.Text) {
			kept = append(kept, token)
		}
	}
	return kept
}

// isTailLine reports whether a token is a line without pipes that is no label or note.
func isTailLine(g *grid.Grid, token *Token) bool {
	row := &g.Rows[token.Row]
	if token.Label != NoLabel || token.Joined || row.Width > 1 || strings.HasPrefix(token.Text, "※") {
		return false
	}
	line, _, _ := strings.Cut(g.Text[strings.LastIndexByte(g.Text[:token.Offset], '\n')+1:], "\n")
	return strings.IndexByte(line, '|') < 0
}

// holdsEmptyLine reports whether there is an empty line in what stands between two cells.
func holdsEmptyLine(between string) bool {
	_, lines, _ := strings.Cut(between, "\n")
	for {
		line, rest, more := strings.Cut(lines, "\n")
		if !more {
			return false
		}
		if strings.TrimSpace(line) == "" {
			return true
		}
		lines = rest
	}
}
