package komaki

import (
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// markupBytes begin what may be markup.
var markupBytes = [256]bool{'<': true, '&': true, '*': true, '#': true, '!': true, '\\': true}

// clean returns a text without HTML tags and the marks of Markdown: #, **,
// images, backslashes before signs. It does not allocate where there are none.
func clean(text string) string {
	for i := 0; i < len(text); i++ {
		if markupBytes[text[i]] {
			return ja.TrimSpace(stripMarkdown(ja.StripMarkup(text)))
		}
	}
	return text
}

func stripMarkdown(text string) string {
	text = stripHashes(text)
	if strings.Contains(text, "**") {
		text = strings.ReplaceAll(text, "**", "")
	}
	for {
		start := strings.Index(text, "![")
		if start < 0 {
			break
		}
		end := imageEnd(text, start)
		if end == 0 {
			break
		}
		text = text[:start] + text[end:]
	}
	if strings.IndexByte(text, '\\') >= 0 {
		text = unescape(text)
	}
	return text
}

// stripHashes removes the marks of a Markdown heading: ## 基本施策 27.
func stripHashes(text string) string {
	bare := strings.TrimLeft(text, "#")
	if hashes := len(text) - len(bare); hashes == 0 || hashes > 6 || bare != "" && bare[0] != ' ' {
		return text
	}
	return strings.TrimRight(ja.TrimSpace(bare), "#")
}

// imageEnd returns the byte behind the image that begins at start, 0 if it has
// no end.
func imageEnd(text string, start int) int {
	middle := strings.Index(text[start:], "](")
	if middle < 0 {
		return 0
	}
	end := strings.IndexByte(text[start+middle:], ')')
	if end < 0 {
		return 0
	}
	return start + middle + end + 1
}

// unescape removes the backslashes that Markdown puts before signs.
func unescape(text string) string {
	var out strings.Builder
	out.Grow(len(text))
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) && strings.IndexByte("|*_#.-+()[]!<>~`\\", text[i+1]) >= 0 {
			i++
		}
		out.WriteByte(text[i])
	}
	return out.String()
}

// breakTags begin the tags at which a line ends.
var breakTags = [...]string{"<br", "<p>", "<p ", "</p", "<li", "</li", "<div", "</div", "<tr", "</tr", "<h", "</h"}

// nextBreak returns where the next line of a cell begins at or behind byte i, or
// the end of the text.
func nextBreak(text string, i int) int {
	for ; i < len(text); i++ {
		if text[i] == '\n' {
			return i + 1
		}
		if text[i] != '<' {
			continue
		}
		for _, tag := range breakTags {
			if len(text)-i >= len(tag) && strings.EqualFold(text[i:i+len(tag)], tag) {
				return i
			}
		}
	}
	return len(text)
}

// splitAtBreaks cuts a cell into its lines.
func splitAtBreaks(cell grid.Cell) []grid.Cell {
	var pieces []grid.Cell
	for cell.Text != "" {
		end := nextBreak(cell.Text, 1)
		if piece := cell.Slice(0, end); piece.Text != "" {
			pieces = append(pieces, piece)
		}
		// What is left is sliced again: positions are counted from its start.
		cell = cell.Slice(end, len(cell.Text))
	}
	return pieces
}

// bare returns the cell without the emphasis around its text, which is skipped.
func (r *reader) bare(cell grid.Cell) grid.Cell {
	start, end := 0, len(cell.Text)
	for strings.HasPrefix(cell.Text[start:end], "**") {
		start += 2
	}
	for strings.HasSuffix(cell.Text[start:end], "**") {
		end -= 2
	}
	if start == 0 && end == len(cell.Text) || start == end {
		return cell
	}
	if start > 0 {
		r.Skip(cell.Slice(0, start))
	}
	if end < len(cell.Text) {
		r.Skip(cell.Slice(end, len(cell.Text)))
	}
	return cell.Slice(start, end)
}
