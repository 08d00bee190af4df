package sheet

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// PlainText returns a text without HTML tags and the marks of Markdown: #, **,
// images, backslashes before signs. It does not allocate where there are none.
func PlainText(text string) string {
	if !mayBeginMarkup.In(text) {
		return text
	}
	return ja.TrimSpace(stripMarkdown(ja.StripMarkup(text)))
}

// markupSigns are the characters that begin what may be markup.
const markupSigns = `<&*#!\`

var mayBeginMarkup = ja.NewASCII(markupSigns)

// IsPlain reports whether PlainText gives every part of a text back as it is. In a whole
// sheet, a search for each sign costs less than a look at each byte.
func IsPlain(text string) bool {
	for i := range len(markupSigns) {
		if strings.IndexByte(text, markupSigns[i]) >= 0 {
			return false
		}
	}
	return true
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

// PrintedOffset returns where in a printed text the byte at of its PlainText
// stands. Markup only takes characters away, but for the line ends that tags leave,
// so that the place is at or behind that byte, and the text there is the same up to
// the next markup; the end is that of the printed text, with the markup before it.
func PrintedOffset(printed, plain string, at int) int {
	if len(printed) == len(plain) || at == 0 {
		return at
	}
	if at == len(plain) {
		return len(printed)
	}
	if strings.IndexByte(printed, '&') >= 0 {
		if offset, ok := entityOffset(printed, plain, at); ok {
			return offset
		}
	}
	head := plain[at:]
	for i := range head {
		if i >= 12 {
			head = head[:i]
			break
		}
	}
	for at < len(printed) && !utf8.RuneStart(printed[at]) {
		at++
	}
	return at + max(0, strings.Index(printed[at:], head))
}

// maxEntityBytes is how long a character may be that is written by its number or name.
const maxEntityBytes = 12

// entityOffset returns the same for a text with characters written as &#x31;, which are
// longer than they are: it counts them one by one. It is false where they don't tell.
func entityOffset(printed, plain string, at int) (offset int, ok bool) {
	for done := 0; done < at; {
		if offset == len(printed) {
			return 0, false
		}
		rest := plain[done:]
		_, size := utf8.DecodeRuneInString(printed[offset:])
		own := printed[offset : offset+size]
		if end := strings.IndexByte(printed[offset:min(len(printed), offset+maxEntityBytes)], ';'); own == "&" && end > 0 {
			size = end + 1
			if own = ja.StripMarkup(printed[offset : offset+size]); own == "" {
				_, blank := utf8.DecodeRuneInString(rest)
				own = rest[:blank] // TrimSpace has taken it
				if ja.TrimSpace(own) != "" {
					own = ""
				}
			}
		}
		switch end := strings.IndexByte(printed[offset:], '>'); {
		case strings.HasPrefix(rest, own):
			done += len(own)
		case own == "<" && end > 0:
			if size = end + 1; rest[0] == '\n' {
				done++ // the line end that the tag leaves
			}
		}
		offset += size
	}
	return offset, true
}

// JoinCells returns the plain texts of cells, with a sign between each two.
func JoinCells(cells []grid.Cell, sign string) string {
	if len(cells) == 1 {
		return PlainText(cells[0].Text)
	}
	var joined strings.Builder
	for i, cell := range cells {
		if i > 0 {
			joined.WriteString(sign)
		}
		joined.WriteString(PlainText(cell.Text))
	}
	return joined.String()
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

// SplitLines cuts a cell into its lines, at line ends and at HTML tags that end
// one. It returns nil where the cell is one line, and leaves out blank ones.
func SplitLines(cell grid.Cell) []grid.Cell {
	if strings.IndexByte(cell.Text, '\n') < 0 && strings.IndexByte(cell.Text, '<') < 0 || nextBreak(cell.Text, 0) == len(cell.Text) {
		return nil
	}
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

// TrimCellQuotes returns the cells of a row without the quotation marks that a
// table file left round them, or at one end; the marks are claimed as decoration.
// A mark that has its partner inside the cell stays. The row itself is not
// changed.
func TrimCellQuotes(g *grid.Grid, cells []grid.Cell) []grid.Cell {
	own := false
	for i, cell := range cells {
		text := cell.Text
		opens, closes := text[0] == '"', text[len(text)-1] == '"'
		if !opens && !closes || len(text) < 2 {
			continue
		}
		count := strings.Count(text, `"`)
		if count%2 == 0 && (count != 2 || !opens || !closes) {
			continue
		}
		start, end := 0, len(text)
		if opens {
			start = 1
			g.Claim(cell.Slice(0, 1), grid.Decoration)
		}
		if closes && (!opens || count == 2) {
			end--
			g.Claim(cell.Slice(end, len(text)), grid.Decoration)
		}
		if !own {
			cells, own = slices.Clone(cells), true
		}
		cells[i] = cell.Slice(start, end)
	}
	return cells
}

// TrimBold returns the cell without the marks ** round its text, which it claims
// as decoration.
func (b *Builder) TrimBold(cell grid.Cell) grid.Cell {
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
		b.Skip(cell.Slice(0, start))
	}
	if end < len(cell.Text) {
		b.Skip(cell.Slice(end, len(cell.Text)))
	}
	return cell.Slice(start, end)
}
