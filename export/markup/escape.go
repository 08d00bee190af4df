// Package markup puts text into Markdown so that it reads as it is, whatever it
// holds: for the pages of documents and for the reports of changes.
package markup

import "strings"

// Escape puts a text on one line: a backslash before signs of Markdown, references
// for those of HTML, for a backslash, and for @, which would call a person.
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
		case r == '\\':
			// Not another backslash: before a line's end not every reader takes three for one and a break.
			escaped.WriteString("&#92;")
		case r == '\n' || r == '\r' || r == '\v' || r == '\f':
			escaped.WriteByte(' ')
		case strings.ContainsRune("`*_[]|~#$", r):
			escaped.WriteByte('\\')
			escaped.WriteRune(r)
		default:
			escaped.WriteRune(r)
		}
	}
	return escaped.String()
}

// EscapeFirst does so for a text that stands first in its line, where a number or a
// sign would begin a list, a heading, a rule or the rule below the head of a table.
func EscapeFirst(text string) string {
	escaped := Escape(text)
	digits := len(escaped) - len(strings.TrimLeft(escaped, "0123456789"))
	first := "+-=:"
	if digits > 0 {
		first = ".)"
	}
	if digits < len(escaped) && strings.IndexByte(first, escaped[digits]) >= 0 {
		return escaped[:digits] + "\\" + escaped[digits:]
	}
	return escaped
}
