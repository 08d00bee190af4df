package markdown

import "strings"

// Escape puts a text on one line into Markdown so that it reads as it is: a backslash
// before signs of Markdown, references for those of HTML and for @, which would call
// a person.
func Escape(text string) string {
	var escaped strings.Builder
	for _, r := range text {
		switch {
		case r == '<':
			escaped.WriteString("&lt;")
		case r == '>':
			escaped.WriteString("&gt;")
		case r == '&':
			escaped.WriteString("&amp;")
		case r == '@':
			escaped.WriteString("&#64;")
		case r == '\n' || r == '\r' || r == '\v' || r == '\f':
			escaped.WriteByte(' ')
		case strings.ContainsRune("\\`*_[]|~#$", r):
			escaped.WriteByte('\\')
			escaped.WriteRune(r)
		default:
			escaped.WriteRune(r)
		}
	}
	return escaped.String()
}

// escapeLine does so for a text that may stand first in its line, where a number or a
// sign would begin a list, a heading or a rule.
func escapeLine(text string) string {
	escaped := Escape(strings.TrimLeft(text, " \t\n\r"))
	digits := len(escaped) - len(strings.TrimLeft(escaped, "0123456789"))
	first := "+-="
	if digits > 0 {
		first = ".)"
	}
	if digits < len(escaped) && strings.IndexByte(first, escaped[digits]) >= 0 {
		return escaped[:digits] + "\\" + escaped[digits:]
	}
	return escaped
}

// escapeCell does so for a cell of a table, which keeps its lines.
func escapeCell(text string) string {
	lines := strings.Split(strings.Trim(normalized(text), "\n"), "\n")
	for index, line := range lines {
		lines[index] = Escape(strings.TrimSpace(line))
	}
	return strings.Join(lines, "<br>")
}

// escapeText does so for paragraphs, which keep their lines.
func escapeText(text string) string {
	var paragraphs []string
	for paragraph := range strings.SplitSeq(strings.Trim(normalized(text), "\n"), "\n\n") {
		lines := strings.Split(strings.Trim(paragraph, "\n"), "\n")
		for index, line := range lines {
			lines[index] = escapeLine(strings.TrimRight(line, " \t"))
		}
		paragraphs = append(paragraphs, strings.Join(lines, "\\\n"))
	}
	return strings.Join(paragraphs, "\n\n")
}

// normalized gives a text line breaks of one kind, and no lines of blanks.
func normalized(text string) string {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for index, line := range lines {
		if strings.Trim(line, " \t\r") == "" {
			lines[index] = ""
		}
	}
	return strings.Join(lines, "\n")
}
