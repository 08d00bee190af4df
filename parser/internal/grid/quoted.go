package grid

import "strings"

// maxQuotedLines is how many lines a cell in quotation marks may have.
const maxQuotedLines = 200

// hasQuoted reports whether a text may have cells in quotation marks.
func hasQuoted(text string, delimiter byte) bool {
	for at := 0; ; at++ {
		next := strings.IndexByte(text[at:], '"')
		if next < 0 {
			return false
		}
		if at += next; at == 0 || text[at-1] == delimiter || text[at-1] == '\n' {
			return true
		}
	}
}

// quotedEnd returns where the quotation mark stands that ends the cell which one begins
// at start, as spreadsheets copy and save them; 0 where there is none. A mark that no
// other closes directly before a delimiter or the end of a line is text. Where tabs part
// cells, so are marks around a cell of one line, and no tab stands within, so that no
// two cells of a row become one.
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
			if lines == 1 && c.delimiter == '\t' || i+1 < len(page) && page[i+1] != c.delimiter && page[i+1] != '\n' {
				return 0
			}
			return i
		}
	}
	return 0
}

// leastCommaLines is how many lines with an empty cell between commas tell that commas
// part the cells of a text: no prose has them.
const leastCommaLines = 3

// hasCommas reports whether commas part the cells of a text without tabs and pipes, as in
// the files that spreadsheets save.
func hasCommas(text string) bool {
	lines, parted, empty := 0, 0, 0
	for line := range strings.Lines(text[:min(len(text), layoutSample)]) {
		if line = trimSpace(line); line == "" {
			continue
		}
		lines++
		if strings.IndexByte(line, ',') < 0 {
			continue
		}
		parted++
		if strings.Contains(line, ",,") {
			empty++
		}
	}
	return empty >= leastCommaLines && parted*3 >= lines
}
