package grid

import "strings"

// maxQuotedLines is how many lines a cell in quotation marks may have.
const maxQuotedLines = 200

// hasQuoted reports whether a text may have cells in quotation marks.
func hasQuoted(text string, delimiter byte) bool {
	if delimiter == ',' {
		return strings.IndexByte(text, '"') >= 0 // a blank may stand before it
	}
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

// usualCommas returns how many commas most lines without quotation marks have that have
// any: spreadsheets save rows of one width.
func usualCommas(text string) int {
	counts := map[int]int{}
	for line := range strings.Lines(text) {
		if strings.IndexByte(line, '"') < 0 {
			counts[strings.Count(line, ",")]++
		}
	}
	usual := 0
	for count, lines := range counts {
		if count > 0 && (usual == 0 || lines > counts[usual] || lines == counts[usual] && count > usual) {
			usual = count
		}
	}
	return usual
}

// quotesFigures reports whether the figures of a text with commas between its cells stand
// in quotation marks, as they do where a spreadsheet wrote it: "5,454千円". Then no other
// comma groups digits.
func quotesFigures(text string) bool {
	for at := 0; ; at++ {
		next := strings.IndexByte(text[at:], ',')
		if next < 0 {
			return false
		}
		at += next
		if !groupsDigits(text, at) {
			continue
		}
		begin := strings.LastIndexAny(text[:at], "\"\n")
		if begin >= 0 && text[begin] == '"' && at-begin <= longestFigure {
			return true
		}
	}
}

// longestFigure is how many bytes a figure in quotation marks may have before its last
// comma.
const longestFigure = 40

// groupsDigits reports whether the comma at byte i stands between a digit and just three.
func groupsDigits(s string, i int) bool {
	isDigit := func(at int) bool { return at >= 0 && at < len(s) && s[at] >= '0' && s[at] <= '9' }
	return isDigit(i-1) && isDigit(i+1) && isDigit(i+2) && isDigit(i+3) && !isDigit(i+4)
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
		if strings.Contains(line, ",,") || strings.Contains(line, `,"",`) {
			empty++
		}
	}
	return empty >= leastCommaLines && parted*3 >= lines
}
