package changes

import (
	"slices"
	"strings"

	"sheetconv/export/columns"
)

// leastWidth is the narrowest that a line is set for.
const leastWidth = 40

// page sets runs of text on lines of a terminal.
type page struct {
	text    strings.Builder
	width   int // 0 is no bound
	measure *columns.Width
	colour  bool
}

func newPage(options Options) *page {
	made := &page{measure: columns.New(options.AmbiguousWide), colour: options.Colour}
	if options.Width > 0 {
		made.width = max(options.Width, leastWidth)
	}
	return made
}

// style is how a run stands out in colour.
type style string

const (
	usual     style = ""
	bold      style = "1"
	faint     style = "2"
	attention style = "1;33"
	deleted   style = "31"
	inserted  style = "32"
	good      style = "1;32"
	bad       style = "1;31"
)

// run is a piece of text of one style.
type run struct {
	style style
	text  string
}

func (p *page) of(runs []run) int {
	width := 0
	for _, run := range runs {
		width += p.measure.Of(run.text)
	}
	return width
}

// blank sets an empty line.
func (p *page) blank() { p.text.WriteByte('\n') }

// line sets runs, wrapped behind an indentation that the lines after the first
// have some more of, and a note at the right edge of the last line, or of one more
// where it has no room.
func (p *page) line(indent, more int, runs []run, note string) {
	lines := p.wrap(runs, p.width-indent-more)
	room := 0
	for index, line := range lines {
		if index == 1 {
			indent += more
		}
		p.set(indent, line)
		room = p.width - indent - p.of(line) - p.measure.Of(note)
		if index < len(lines)-1 {
			p.blank()
		}
	}
	p.note(room, note)
	p.blank()
}

// parts sets runs that are not broken but where one is wider than a line: what has
// no room on a line begins the next.
func (p *page) parts(indent, more int, parts [][]run, note string) {
	var line []run
	for _, part := range parts {
		isFull := p.width > 0 && p.of(line)+p.of(part) > p.width-indent
		if len(line) > 0 && isFull {
			p.line(indent, p.moreFor(indent, more, line), line, "")
			line, indent, more = nil, indent+more, 0
			part = trimmed(part)
		}
		line = append(line, part...)
	}
	p.line(indent, p.moreFor(indent, more, line), line, note)
}

// moreFor returns the further indentation of runs that take several lines, and
// none for others, so that they may take the whole line.
func (p *page) moreFor(indent, more int, runs []run) int {
	if p.of(runs) <= p.width-indent {
		return 0
	}
	return more
}

// trimmed returns runs without the blanks before them.
func trimmed(runs []run) []run {
	if len(runs) == 0 {
		return nil
	}
	short := slices.Clone(runs)
	short[0].text = strings.TrimLeft(short[0].text, " ")
	return short
}

// note sets a text at the right edge, where so much room is left.
func (p *page) note(room int, note string) {
	const gap = 2
	switch {
	case note == "":
		return
	case p.width == 0:
		room = gap
	case room < gap:
		p.blank()
		room = max(0, p.width-p.measure.Of(note))
	}
	p.set(room, []run{{faint, note}})
}

// set writes runs as they are.
func (p *page) set(indent int, runs []run) {
	blanks := strings.Repeat(" ", indent)
	for _, run := range runs {
		if run.text == "" {
			continue
		}
		p.text.WriteString(blanks)
		blanks = ""
		if p.colour && run.style != usual {
			p.text.WriteString("\x1b[" + string(run.style) + "m" + run.text + "\x1b[0m")
			continue
		}
		p.text.WriteString(run.text)
	}
}

// wrap breaks runs into lines of at most a width.
func (p *page) wrap(runs []run, width int) [][]run {
	var whole strings.Builder
	for _, run := range runs {
		whole.WriteString(run.text)
	}
	text := whole.String()
	lines := strings.Split(text, "\n")
	if p.width > 0 {
		lines = p.measure.Wrap(text, width)
	}
	var set [][]run
	start := 0
	for _, line := range lines {
		set = append(set, cut(runs, start, start+len(line)))
		start += len(line)
		// Wrap leaves out the blanks or the one line end at the end of a line.
		start += len(text[start:]) - len(strings.TrimLeft(text[start:], " "))
		if strings.HasPrefix(text[start:], "\n") {
			start++
		}
	}
	return set
}

// cut returns the part of runs between two offsets of their text.
func cut(runs []run, start, end int) []run {
	var found []run
	offset := 0
	for _, current := range runs {
		from, to := max(start-offset, 0), min(end-offset, len(current.text))
		if from < to {
			found = append(found, run{current.style, current.text[from:to]})
		}
		offset += len(current.text)
	}
	return found
}
