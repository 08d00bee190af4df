package grid

import "strings"

// layoutSample is how much of a text decides its layout, in bytes.
const layoutSample = 1 << 20

// detectLayout counts what the lines look like: the delimiter that most lines
// show is the one in use.
func detectLayout(text string) Layout {
	if len(text) > layoutSample {
		text = text[:layoutSample]
	}
	var tabs, pipeEnds, pipeRows int
	for len(text) > 0 {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		if strings.IndexByte(line, '\t') >= 0 {
			tabs++
		}
		if strings.IndexByte(line, '|') < 0 {
			continue
		}
		line = trimSpace(line)
		switch inner := strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|"); {
		case strings.IndexByte(inner, '|') >= 0:
			pipeRows++
		case strings.HasSuffix(line, "|"):
			pipeEnds++
		}
	}
	switch {
	case pipeRows+pipeEnds > tabs && pipeRows > pipeEnds:
		return PipeRows
	case pipeRows+pipeEnds > tabs && pipeRows+pipeEnds > 1:
		return PipeCells
	case tabs > 0:
		return Tabs
	}
	return Blanks
}

// isSeparator reports whether a line is a rule between table rows: cells of
// dashes and colons only, as Markdown writes them, with tabs or pipes between.
func isSeparator(line string) bool {
	dashes := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '-', '=':
			dashes++
		case '|', ':', '\t', ' ', '+', '\f':
		default:
			return false
		}
	}
	return dashes >= 3 && (strings.Contains(line, "---") || strings.Contains(line, "==="))
}

func isBlank(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\f', '\r', '\u00a0', '\u3000', '\u200b', '\ufeff':
		return true
	}
	return r >= '\u2000' && r <= '\u200a'
}

// The trims look at bytes first: nearly every text begins and ends with
// something else than a blank.
func trimLeft(s string) string {
	for len(s) > 0 && (s[0] == ' ' || s[0] == '\t' || s[0] == '\n' || s[0] == '\f') {
		s = s[1:]
	}
	if len(s) > 0 && (s[0] == 0xe3 || s[0] == 0xe2 || s[0] == 0xc2 || s[0] == 0xef) {
		return strings.TrimLeftFunc(s, isBlank)
	}
	return s
}

func trimRight(s string) string {
	for len(s) > 0 && (s[len(s)-1] == ' ' || s[len(s)-1] == '\t' || s[len(s)-1] == '\n' || s[len(s)-1] == '\f') {
		s = s[:len(s)-1]
	}
	// The blanks beyond ASCII end in one of these bytes.
	if len(s) > 1 && s[len(s)-1] >= 0x80 && s[len(s)-1] <= 0xbf {
		return strings.TrimRightFunc(s, isBlank)
	}
	return s
}

func trimSpace(s string) string { return trimRight(trimLeft(s)) }
