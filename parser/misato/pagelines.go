package misato

import (
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// headOfPage is what pages repeat at their head, with the code of the sheet behind it.
const headOfPage = "事務事業コード"

// mayHoldPageLine reports whether the text of a cell may go over a page break with the
// page's own lines among its own: - 3 -, 事務事業コード 4020031.
func mayHoldPageLine(text string) bool {
	return strings.Contains(text, "\n-") || strings.Contains(text, "\n－") || strings.Contains(text, "\n"+headOfPage)
}

// splitPageLines takes such lines out of the middle of a text, and returns what stands
// between them.
func splitPageLines(g *grid.Grid, token sheet.Token) []sheet.Token {
	var parts []sheet.Token
	own := 0 // where what is left begins
	for start := strings.IndexByte(token.Text, '\n') + 1; start > 0 && start < len(token.Text); {
		end := endOfPageLines(token.Text, start)
		if end == start {
			end = endOfLine(token.Text, start)
			start = end + 1
			continue
		}
		parts = append(parts, pieceOf(token, own, start-1, own > 0))
		g.Claim(token.Slice(start-1, end), grid.Decoration)
		own, start = end, end+1
	}
	if parts == nil {
		return []sheet.Token{token}
	}
	if own < len(token.Text) {
		parts = append(parts, pieceOf(token, own, len(token.Text), true))
	}
	return parts
}

func pieceOf(token sheet.Token, start, end int, behindBreak bool) sheet.Token {
	piece := token
	piece.Cell = token.Slice(start, end)
	piece.PageBreak = behindBreak || token.PageBreak
	return piece
}

func endOfLine(text string, start int) int {
	if end := strings.IndexByte(text[start:], '\n'); end >= 0 {
		return start + end
	}
	return len(text)
}

// endOfPageLines returns where the page's lines end that stand at byte start, start where
// none does.
func endOfPageLines(text string, start int) int {
	end := start
	for at := start; at < len(text); at = end + 1 {
		to := endOfLine(text, at)
		if line := ja.TrimSpace(text[at:to]); !isHeadLine(line) && !isPageLine(line) {
			return end
		}
		end = to
	}
	return end
}

// isHeadLine reports whether a line is the code of the sheet behind its label.
func isHeadLine(line string) bool {
	code, found := strings.CutPrefix(line, headOfPage)
	if !found || len(code) > maxHeadLine {
		return false
	}
	code = ja.TrimSpace(strings.TrimLeft(code, ":： "))
	return code != "" && ja.IsBareNumber(code)
}

// codeDigits is how many digits the code of a sheet has.
const codeDigits = 7

// codeOf returns the code of a sheet, without the blank that a line wrap left between its
// digits: 402 0031.
func codeOf(text string) string {
	code := sheet.Code(text)
	if len(code) <= codeDigits {
		return code
	}
	if squeezed := ja.Squeeze(code); len(squeezed) == codeDigits && ja.IsBareNumber(squeezed) {
		return squeezed
	}
	return code
}
