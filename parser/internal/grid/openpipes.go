package grid

// pipedLine is what a line says about pipes around its cells.
type pipedLine struct {
	pipes       int
	led, closed bool // it begins or ends with one
}

// leastOpenPairs is how many pairs of lines tell that no pipes stand around the rows.
const leastOpenPairs = 2

// hasOpenPipes reports whether the rows of a text have pipes between their cells alone,
// as a tool writes them that puts " | " in the place of tabs: then a pipe that begins or
// ends a line shows an empty cell. Lines one below the other tell it that have as many
// pipes, of which one begins a line and not the other, unless they may be parts of a
// wrapped row.
func hasOpenPipes(text string) bool {
	pairs := 0
	above := pipedLine{}
	for start := 0; start < len(text); {
		end := indexFrom(text, start, '\n')
		line := trimSpace(text[start:end])
		start = end + 1
		own := pipedLine{pipes: countPipes(line)}
		if own.pipes < 2 {
			above = pipedLine{}
			continue
		}
		if isSeparator(line) {
			return false
		}
		own.led, own.closed = line[0] == '|', endsWithPipe(line)
		if own.pipes == above.pipes && (!above.led && !above.closed && own.led || above.led && above.closed && !own.led) {
			pairs++
		}
		above = own
	}
	return pairs >= leastOpenPairs
}

// cutOpenPipes cuts a line at its pipes, none of which stand around the row, and returns
// the number of cells.
func (c *cutter) cutOpenPipes(start, end int) int {
	for index := 0; ; index++ {
		next := indexPipe(c.text[start:end])
		if next < 0 {
			c.add(start, end, index)
			return index + 1
		}
		c.add(start, start+next, index)
		start += next + 1
	}
}
