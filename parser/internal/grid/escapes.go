package grid

import (
	"strings"
	"unicode/utf8"
)

// Converters to Markdown put a backslash before each sign that might be taken for a mark:
// 1\. 計画, 97.8\%, \[選択\]. A page shows the sign alone, a blank for \ before one, and some
// write \n for the end of a line in a cell. Elsewhere a backslash is one that was printed, or
// a yen sign of an old encoding. Blanks of a web page (&nbsp;) stand in any text for blanks.

// escapable are the signs whose backslash is dropped. Not so that of a pipe, which is needed
// to cut the rows, and those of signs that formulas put behind theirs.
const escapable = `.-+[]!%~_*#><&$^@='"` + "`"

// lineTag is what stands in a cell for the end of a line.
const lineTag = "<br>"

// escape is a part of a source for which a page shows another text.
type escape struct {
	start, end int
	shown      string
}

// findEscapes returns those of a text that is no web page.
func findEscapes(text string, layout Layout) []escape {
	if layout == Blanks {
		return nil // there two blanks part cells
	}
	var found []escape
	if strings.IndexByte(text, '&') >= 0 {
		found = findNamedBlanks(text)
	}
	if layout != PipeRows || strings.IndexByte(text, '\\') < 0 || !hasRule(text) {
		return found
	}
	return mergeEscapes(found, findBackslashes(text))
}

// findNamedBlanks returns the blanks that are written by their names.
func findNamedBlanks(text string) (found []escape) {
	for at := 0; ; {
		next := strings.IndexByte(text[at:], '&')
		if next < 0 {
			return found
		}
		at += next
		size, shown := blankName(text[at:])
		if size == 0 || at > 0 && text[at-1] == '\\' {
			at++
			continue
		}
		found = append(found, escape{at, at + size, shown})
		at += size
	}
}

// findBackslashes returns the backslashes of Markdown.
func findBackslashes(text string) (found []escape) {
	for at := 0; ; {
		next := strings.IndexByte(text[at:], '\\')
		if next < 0 || at+next+1 == len(text) {
			return found
		}
		at += next
		switch {
		case text[at+1] == ' ' || dropsBackslash(text, at):
			found = append(found, escape{at, at + 1, ""})
		case endsLine(text, at):
			found = append(found, escape{at, at + 2, lineTag})
		}
		at += 2 // the sign behind may be a backslash that is printed
	}
}

// mergeEscapes returns both in order.
func mergeEscapes(a, b []escape) []escape {
	if len(a) == 0 || len(b) == 0 {
		return append(a, b...)
	}
	merged := make([]escape, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].start < b[0].start {
			merged, a = append(merged, a[0]), a[1:]
		} else {
			merged, b = append(merged, b[0]), b[1:]
		}
	}
	return append(append(merged, a...), b...)
}

// hasRule reports whether a line of a text rules a table of Markdown: |---|---|.
func hasRule(text string) bool {
	for line := range strings.Lines(text) {
		if strings.IndexByte(line, '|') >= 0 && isSeparator(strings.TrimRight(line, "\r\n")) {
			return true
		}
	}
	return false
}

// withoutEscapes returns the text that a page shows.
func withoutEscapes(source string, escapes []escape) *pageText {
	shown := &pageText{source: len(source)}
	out := writer{out: make([]byte, 0, len(source)+len(lineTag)*len(escapes))}
	begin := 0
	for _, one := range escapes {
		out.write(begin, source[begin:one.start])
		if one.shown != "" {
			out.writeFor(one.start, one.end, one.shown)
		}
		begin = one.end
	}
	out.write(begin, source[begin:])
	shown.text, shown.origins = string(out.out), out.origins
	shown.place(source)
	return shown
}

// dropsBackslash reports whether the backslash at byte i goes: the sign behind it becomes no
// mark of Markdown or of a web page without it.
func dropsBackslash(source string, i int) bool {
	sign, rest := source[i+1], source[i+2:]
	switch sign {
	case '(':
		return rest != "" && rest[0] >= utf8.RuneSelf // those of formulas are others
	case ')':
		return i > 0 && source[i-1] >= utf8.RuneSelf
	}
	if strings.IndexByte(escapable, sign) < 0 {
		return false
	}
	switch sign {
	case '*', '-':
		return !strings.HasPrefix(strings.TrimPrefix(rest, `\`), string(sign)) && !strings.HasSuffix(source[:i], string(sign))
	case '<', '&':
		return rest == "" || !isNameByte(rest[0]) && rest[0] != '/' && rest[0] != '!' && rest[0] != '#'
	case '#':
		line := source[strings.LastIndexByte(source[:i], '\n')+1 : i]
		return strings.Trim(line, " \t") != ""
	}
	return true
}

// endsLine reports whether \n at byte i stands for the end of a line, and begins no name of
// a folder or sign: C:\new, \nu.
func endsLine(source string, i int) bool {
	rest := source[i+1:]
	return rest[0] == 'n' && len(rest) > 1 && (!isNameByte(rest[1]) || rest[1] <= '9') && i > 0 && source[i-1] != ':' && source[i-1] != '\\'
}
