package grid

import (
	"slices"
	"strings"
)

// leastTableCells is how many table cells tell that a text without a beginning of a web
// page is made of tables in HTML, as converters write those with merged cells.
const leastTableCells = 6

// IsWebPage reports whether a text is a web page, or tables in HTML, and not a sheet
// with some markup in its cells.
func IsWebPage(text string) bool {
	if strings.IndexByte(text, '<') < 0 || strings.IndexByte(text, '\f') >= 0 {
		return false
	}
	if isWholePage(text) {
		return true
	}
	return strings.Contains(text, "<tr") && hasTableCells(text) && (strings.IndexByte(text, '\t') < 0 || countTagLines(text) >= leastTableCells)
}

// hasTableCells reports whether a text has the cells of a table in HTML.
func hasTableCells(text string) bool {
	cells, hasRow := 0, false
	for at := strings.IndexByte(text, '<'); at >= 0 && (!hasRow || cells < leastTableCells); {
		text = text[at:]
		hasRow = hasRow || strings.HasPrefix(text, "<tr")
		if strings.HasPrefix(text, "</td>") || strings.HasPrefix(text, "</th>") {
			cells++
		}
		if at = strings.IndexByte(text[1:], '<'); at >= 0 {
			at++
		}
	}
	return hasRow && cells >= leastTableCells
}

// countTagLines returns how many lines begin with a part of a table.
func countTagLines(text string) int {
	count := 0
	for line := range strings.Lines(text) {
		if strings.HasPrefix(trimLeft(line), "<t") {
			count++
		}
	}
	return count
}

// pageBeginnings are what a text begins with that is HTML as a whole.
var pageBeginnings = []string{"<!doctype html", "<html", "<body", "<table"}

func isWholePage(text string) bool {
	begin := withoutPrologue(text)
	begin = strings.ToLower(begin[:min(len(begin), len(pageBeginnings[0]))])
	return slices.ContainsFunc(pageBeginnings, func(beginning string) bool { return strings.HasPrefix(begin, beginning) })
}

// withoutPrologue returns a text without what may stand before the beginning of a page:
// comments, as where a browser saved it from, and what XML says of itself.
func withoutPrologue(text string) string {
	for {
		text = trimLeft(text)
		end := ""
		switch {
		case strings.HasPrefix(text, "<!--"):
			end = "-->"
		case strings.HasPrefix(text, "<?"):
			end = "?>"
		default:
			return text
		}
		at := strings.Index(text, end)
		if at < 0 {
			return text
		}
		text = text[at+len(end):]
	}
}
