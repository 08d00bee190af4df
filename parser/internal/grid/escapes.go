package grid

import "strings"

// Converters to Markdown put a backslash before each sign that might be taken for a mark:
// 1\. 計画, 97.8\%, \[選択\]. A page shows the sign alone. Elsewhere a backslash is one that
// was printed, or a yen sign of an old encoding.

// escapable are the signs whose backslash is dropped. Not so that of a pipe, which is needed
// to cut the rows, and those of signs that formulas put behind theirs.
const escapable = `.-+[]!%~_*#><&$^@='"` + "`"

// hasEscapes reports whether a text with rows between pipes is Markdown with backslashes
// before signs: one of its lines rules a table.
func hasEscapes(text string) bool {
	for at := 0; ; {
		next := strings.IndexByte(text[at:], '\\')
		if next < 0 || at+next+1 == len(text) {
			return false
		}
		at += next + 1
		if strings.IndexByte(escapable, text[at]) >= 0 {
			return hasRule(text)
		}
	}
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

// withoutEscapes returns the text that a page shows of Markdown with backslashes before
// signs.
func withoutEscapes(source string) *pageText {
	shown := &pageText{source: len(source)}
	out := writer{out: make([]byte, 0, len(source))}
	begin := 0
	for at := 0; at < len(source); {
		next := strings.IndexByte(source[at:], '\\')
		if next < 0 || at+next+1 == len(source) {
			break
		}
		at += next
		if !dropsBackslash(source, at) {
			at += 2 // the sign behind may be a backslash that is printed
			continue
		}
		out.write(begin, source[begin:at])
		begin = at + 1
		at += 2
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
