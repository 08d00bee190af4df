package grid

import "strings"

// maxQuotedLines is how many lines a cell in quotation marks may have.
const maxQuotedLines = 200

// hasQuoted reports whether a text may have cells in quotation marks.
func hasQuoted(text string) bool {
	return strings.HasPrefix(text, `"`) || strings.Contains(text, "\t\"") || strings.Contains(text, "\n\"")
}

// quotedEnd returns where the quotation mark stands that ends the cell of several lines
// which one begins at start, as spreadsheets copy and save them; 0 where there is none.
// A mark that nothing closes directly before a tab or the end of a line is text, and so
// are those around a cell of one line. No tab stands within, so that no two cells of a
// row become one.
func (c *cutter) quotedEnd(start int) int {
	page := c.text[:c.feed]
	lines := 1
	for i := start + 1; i < len(page); i++ {
		switch page[i] {
		case '\t':
			return 0
		case '\n':
			if lines++; lines > maxQuotedLines {
				return 0
			}
		case '"':
			if i+1 < len(page) && page[i+1] == '"' {
				i++ // a mark of the text
				continue
			}
			if lines == 1 || i+1 < len(page) && page[i+1] != '\t' && page[i+1] != '\n' {
				return 0
			}
			return i
		}
	}
	return 0
}
