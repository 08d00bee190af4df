package grid

import "strings"

// layoutSample is how much of a text decides its layout, in bytes.
const layoutSample = 256 << 10

// lineKinds counts the lines of a sample by the delimiter that they show. A
// line counts once, for what is hardest to come by chance.
type lineKinds struct {
	piped bool // there are pipes at all
	// single tells that no line has more than one.
	single bool

	lines int // that are not blank
	rows  int // begin or end with a pipe and have others within: | a | b |
	led   int // have one pipe before and one behind: | a |
	ended int // have one pipe only, mostly behind: a |
	loose int // have pipes within alone: a | b
	rules int // rule a Markdown table: |---|---|
	tabs  int // have a tab
	runs  int // have two blanks in a row within

	// block is how many lines with a pipe stand directly before this one, pipes how
	// many there are in the last one whose pipes stand within alone.
	block, pipes int
	// alike counts those with as many pipes as the one above, and more than one.
	alike int
}

// detectLayout counts what the lines look like: the delimiter that most lines
// show is the one in use.
func detectLayout(text string) Layout {
	if IsWebPage(text) {
		return Tabs
	}
	sample := text[:min(len(text), layoutSample)]
	kinds := lineKinds{piped: strings.IndexByte(sample, '|') >= 0, single: len(sample) == len(text)}
	for len(sample) > 0 {
		var line string
		end := indexFrom(sample, 0, '\n')
		line, sample = sample[:end], sample[min(end+1, len(sample)):]
		kinds.count(line)
	}
	layout := kinds.layout()
	if layout == Blanks && kinds.tabs == 0 && hasCommas(text) {
		return Tabs
	}
	if layout == PipeCells && !kinds.single && hasOpenPipes(text) {
		layout = PipeRows
	}
	return layout
}

func (k *lineKinds) count(line string) {
	pipe := -1
	if k.piped {
		pipe = strings.IndexByte(line, '|')
	}
	if pipe > 0 && pipe == len(line)-1 && line[pipe-1] != '\\' && beginsInkByte[line[0]] {
		k.ended++ // as nearly all lines do in a list of cells
		k.lines++
		k.block++
		return
	}
	if pipe >= 0 {
		k.single = k.single && strings.IndexByte(line[pipe+1:], '|') < 0
		if k.countPiped(trimSpace(line)) {
			return
		}
	}
	k.block = 0
	switch {
	case line == "":
	case strings.IndexByte(line, '\t') >= 0:
		// A line of nothing but tabs is a row of empty cells.
		k.lines++
		k.tabs++
	default:
		if line = trimSpace(line); line == "" {
			return
		}
		k.lines++
		if hasRun(line) {
			k.runs++
		}
	}
}

// hasRun reports whether a line has two blanks in a row: spaces, or ideographic ones.
// It searches for single bytes, for which a search is much faster than for several.
func hasRun(line string) bool {
	for rest := line; ; {
		next := strings.IndexByte(rest, ' ') + 1
		if next == 0 || next == len(rest) {
			break
		}
		if rest = rest[next:]; rest[0] == ' ' {
			return true
		}
	}
	const wide = "\u3000"
	for rest := line; ; {
		next := strings.IndexByte(rest, wide[len(wide)-1]) + 1
		if next == 0 {
			return false
		}
		if strings.HasSuffix(rest[:next], wide) && strings.HasPrefix(rest[next:], wide) {
			return true
		}
		rest = rest[next:]
	}
}

// countPiped counts a trimmed line with a pipe, unless its pipes say nothing.
func (k *lineKinds) countPiped(line string) bool {
	begins, ends := line[0] == '|', endsWithPipe(line)
	inner := line
	if begins {
		inner = inner[1:]
	}
	if ends && inner != "" {
		inner = inner[:len(inner)-1]
	}
	within := indexPipe(inner) >= 0
	rule := isSeparator(line)
	switch {
	case !begins && !ends && (!within || strings.IndexByte(line, '\t') >= 0):
		return false
	case !begins && !ends:
		k.loose++
		pipes := strings.Count(line, "|")
		if k.block > 0 && pipes > 1 && pipes == k.pipes {
			k.alike++
		}
		k.pipes = pipes
	case within:
		k.rows++
	case begins && ends && len(line) > 1:
		k.led++
		// In a list of cells, a dash may be printed as ---. It rules a table
		// only directly below a head.
		rule = rule && k.block == 1
	default:
		k.ended++
		rule = false
	}
	if rule {
		k.rules++
	}
	k.lines++
	k.block++
	return true
}

// minPipeCells is how many lines of a hundred must end a cell: where fewer do,
// the pipes are strays, and all lines between them would become one cell.
const minPipeCells = 10

// minAlike is how many lines with pipes within must be as their neighbours for rows of
// tables among more lines of text.
const minAlike = 3

// maxRunsPerTab is how many lines with runs of blanks may stand beside one with
// a tab: a run may be typed in prose, a tab hardly comes by chance.
const maxRunsPerTab = 4

func (k *lineKinds) layout() Layout {
	rows, cells := k.rows, k.ended+k.led
	if k.rules > 0 {
		rows, cells = k.rows+k.led+k.loose, k.ended
	} else if k.tabs == 0 && (k.loose*2 > k.lines || k.alike >= minAlike && k.alike*2 >= k.loose) {
		rows += k.loose
	}
	switch pipes := rows + cells; {
	case pipes > k.tabs && pipes >= k.runs && cells >= rows && cells*100 >= k.lines*minPipeCells:
		return PipeCells
	case pipes > k.tabs && pipes >= k.runs:
		return PipeRows
	case k.tabs > 0 && k.tabs*maxRunsPerTab >= k.runs:
		return Tabs
	}
	return Blanks
}
