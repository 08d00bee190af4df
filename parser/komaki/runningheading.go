package komaki

import (
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/ja"
)

// runningHeading is the heading of the measure that is being read, which a page break may
// repeat at the head of the next page: its line, its number, and its name as a key.
type runningHeading struct {
	line         int
	number, name string
}

// read takes the heading of a measure, whose name may stand on the next line.
func (h *runningHeading) read(lines []line, i int) {
	l := &lines[i]
	name := ja.Key(l.text()[min(l.rest, len(l.text())):])
	if name == "" && i+1 < len(lines) && lines[i+1].kind == plain {
		name = ja.Key(lines[i+1].text())
	}
	if l.number == h.number && l.text()[min(l.rest, len(l.text())):] == "" {
		return // it is repeated without its name
	}
	if l.number != h.number || name != h.name {
		*h = runningHeading{line: i, number: l.number, name: name}
	}
}

// repeats reports whether a line says nothing but the heading again.
func (h *runningHeading) repeats(l *line) bool {
	switch l.kind {
	case measureHeading:
		if l.number != h.number {
			return false
		}
		name := ja.Key(l.text()[min(l.rest, len(l.text())):])
		return name == "" || name == h.name
	case plain:
		return h.name != "" && len(l.first) <= maxHeadingBytes && h.mayBeginAs(l.first) && ja.Key(l.text()) == h.name
	}
	return false
}

// mayBeginAs reports whether the name may begin as a text does. An ideograph is its own
// key.
func (h *runningHeading) mayBeginAs(text string) bool {
	if !ja.BeginsWithIdeograph(text) {
		return true
	}
	_, size := utf8.DecodeRuneInString(text)
	return strings.HasPrefix(h.name, text[:size])
}

// markHeadAbove marks the head of a card that a page break parts, with the heading repeated
// inside it or right before the part at line label. What is repeated there is the page's,
// but not a name under a mark.
func (h *runningHeading) markHeadAbove(lines []line, label int) bool {
	if h.number == "" {
		return false
	}
	var repeated [maxCardLines]int
	count := 0
	for at := label - 1; at > h.line+1 && at >= label-maxCardLines && lines[at].kind != partLabel; at-- {
		if h.repeats(&lines[at]) && (lines[at].kind == measureHeading || !isMark(lines[at-1].first)) {
			repeated[count] = at
			count++
		}
	}
	if count == 0 {
		return false
	}
	var kinds [maxCardLines]kind
	for i, at := range repeated[:count] {
		kinds[i], lines[at].kind = lines[at].kind, runningHead
	}
	found := markHead(lines, label, false)
	first := label
	for first > max(0, label-maxCardLines) && lines[first].head == 0 {
		first--
	}
	for i, at := range repeated[:count] {
		if !found || at < first {
			lines[at].kind = kinds[i]
		}
	}
	return found
}
