package markdown

import (
	"strings"

	"sheetconv/export/markup"
)

// escapeLine escapes a text that may stand first in its line, where blanks would make
// it code.
func escapeLine(text string) string {
	return markup.EscapeFirst(strings.TrimLeft(text, " \t\n\r"))
}

// escapeCell escapes a cell of a table, which keeps its lines.
func escapeCell(text string) string {
	lines := strings.Split(strings.Trim(normalized(text), "\n"), "\n")
	for index, line := range lines {
		lines[index] = markup.Escape(strings.TrimSpace(line))
	}
	return strings.Join(lines, "<br>")
}

// escapeText escapes paragraphs, which keep their lines.
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
