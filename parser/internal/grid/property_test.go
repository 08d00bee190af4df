package grid

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sheetconv/model"
)

// checkGrid checks what holds for every grid: cells are pieces of the text, in
// order, where they say; rows and pages are counted; and what is in no cell is
// a delimiter.
func checkGrid(t *testing.T, g *Grid) {
	t.Helper()
	places := newPlaces(g.Text)
	end := 0
	for _, row := range g.Rows {
		if len(row.Cells) == 0 {
			t.Fatalf("line %d: a row without cells", row.Line)
		}
		first := row.Cells[0]
		// A cell in quotation marks may begin with empty lines.
		mayBeginBelow := g.Layout == PipeCells || g.Layout == Tabs && strings.Contains(g.Text, `"`)
		if line := int(first.At.Line); row.Line > line || row.Line != line && !mayBeginBelow {
			t.Errorf("a row at line %d begins with a cell at %s", row.Line, first.At)
		}
		if page := strings.Count(g.Text[:first.Offset], "\f"); row.Page != page {
			t.Errorf("line %d: page %d, expected %d", row.Line, row.Page, page)
		}
		index := int32(-1)
		for _, cell := range row.Cells {
			offset := int(cell.Offset)
			if offset < end || cell.end() > len(g.Text) || g.Text[offset:cell.end()] != cell.Text {
				t.Fatalf("cell %q at byte %d, behind %d, is not what stands there", cell.Text, offset, end)
			}
			if cell.Text == "" || strings.TrimFunc(cell.Text, isBlank) != cell.Text {
				t.Errorf("cell %q is not trimmed", cell.Text)
			}
			if strings.Contains(cell.Text, "\f") {
				t.Errorf("cell %q goes over pages", cell.Text)
			}
			if want := places.at(offset); cell.At != want {
				t.Errorf("cell %q at %s, expected %s", cell.Text, cell.At, want)
			}
			if cell.Index < index || cell.Index == index && g.Layout != PipeCells || int(cell.Index) >= row.Width {
				t.Errorf("cell %q has index %d behind %d in a row of %d", cell.Text, cell.Index, index, row.Width)
			}
			index, end = cell.Index, cell.end()
		}
	}
	checkDelimiters(t, g)
}

// places knows the position of each byte of a text at which a character begins.
type places struct {
	positions []model.Position
	offsets   map[model.Position]int
}

func newPlaces(text string) places {
	p := places{positions: make([]model.Position, len(text)+1), offsets: map[model.Position]int{}}
	at := model.Position{Line: 1, Column: 1}
	for offset, r := range text + "\x00" {
		p.positions[offset] = at
		p.offsets[at] = offset
		at.Column++
		if r == '\n' {
			at = model.Position{Line: at.Line + 1, Column: 1}
		}
	}
	return p
}

func (p places) at(offset int) model.Position { return p.positions[offset] }

// inCells tells which bytes of the text are in a cell.
func inCells(g *Grid) []bool {
	inside := make([]bool, len(g.Text))
	for _, row := range g.Rows {
		for _, cell := range row.Cells {
			for i := int(cell.Offset); i < cell.end(); i++ {
				inside[i] = true
			}
		}
	}
	for _, cell := range g.dittos {
		for i := int(cell.Offset); i < cell.end(); i++ {
			inside[i] = true
		}
	}
	return inside
}

// checkDelimiters checks that what stands in no cell is blank, or a delimiter:
//   - in every layout, a line of dashes, equals signs, colons, pipes, tabs and
//     plus signs that has a dash or an equals sign, as a whole;
//   - in every layout, # marks at the beginning of a line (indented by three
//     blanks at most), and, on such a line, those at its end;
//   - in PipeRows and PipeCells, a pipe;
//   - in Tabs, a pipe on a line that has no tab and has pipes at both ends, and a
//     quotation mark at the beginning or the end of a cell;
//   - in Tabs, a comma in a text without tabs.
//
// Tabs are blanks, so there is no more to say about Tabs and Blanks.
func checkDelimiters(t *testing.T, g *Grid) {
	t.Helper()
	inside := inCells(g)
	start := 0
	for _, line := range strings.FieldsFunc(g.Text+"\n", func(r rune) bool { return r == '\n' || r == '\f' }) {
		// FieldsFunc passes over empty lines.
		start += strings.Index(g.Text[start:], line)
		checkLine(t, g, line, inside[start:start+len(line)])
		start += len(line)
	}
}

// standsAtEdge reports whether the mark at byte i may begin or end a cell in quotation
// marks; blanks may stand before it.
func standsAtEdge(line string, i int, edges string) bool {
	before := strings.TrimRight(line[:i], " ")
	return before == "" || strings.HasSuffix(before, edges) || i+1 == len(line) || line[i+1] == edges[0]
}

func checkLine(t *testing.T, g *Grid, line string, inside []bool) {
	t.Helper()
	layout, edges := g.Layout, "\t"
	if layout == Tabs && !strings.Contains(g.Text, "\t") {
		edges = ","
	}
	trimmed := strings.TrimFunc(line, isBlank)
	if strings.Trim(trimmed, "-=:|+\t ") == "" && strings.ContainsAny(trimmed, "-=") && !anyOf(inside) {
		return
	}
	piped := layout == PipeRows || layout == PipeCells || layout == Tabs && !strings.Contains(line, "\t") &&
		strings.HasPrefix(trimmed, "|") && strings.HasSuffix(trimmed, "|")
	heading := strings.HasPrefix(trimmed, "#")
	lead := len(line) - len(strings.TrimLeft(strings.TrimLeftFunc(line, isBlank), "#"))
	tail := len(strings.TrimRight(strings.TrimRightFunc(line, isBlank), "#"))
	for i, r := range line {
		switch {
		case inside[i], isBlank(r), r == '|' && piped:
		case r == ',' && edges == ",":
		case r == '"' && layout == Tabs && standsAtEdge(line, i, edges):
		case r == '#' && heading && (i < lead || i >= tail):
		case r == '#' && heading && piped && strings.Trim(line[i:], "#|\\ ") == "":
			// A pipe may stand behind the marks.
		default:
			t.Errorf("%s: %q at byte %d of line %q is in no cell and no delimiter", layout, r, i, line)
		}
	}
}

// checkPage checks that the text of a web page is in order what its source has, and that
// what is not in it is blank, withheld, or what a page does not show.
func checkPage(t *testing.T, g *Grid, source string) {
	t.Helper()
	known := make([]bool, len(source))
	mark := func(start, end int) {
		for i := start; i < end; i++ {
			known[i] = true
		}
	}
	places := newPlaces(source)
	offset, from := 0, 0
	for _, one := range g.page.origins {
		start, end := int(one.source), int(one.source+one.length)
		if int(one.offset) < offset || start < from {
			t.Fatalf("byte %d of the source follows byte %d", start, from)
		}
		offset, from = int(one.offset), start
		if one.isVerbatim {
			if got := g.Text[offset : offset+end-start]; !isOrBlank(got, source[start:end]) {
				t.Fatalf("%q at byte %d of the text, expected %q", got, offset, source[start:end])
			}
		}
		if at := g.Origin(one.at); at != places.at(start) || g.OriginOffset(offset) != start && offset > 0 && offset < len(g.Text) {
			t.Fatalf("byte %d of the source at %s, byte %d, expected %s", start, at, g.OriginOffset(offset), places.at(start))
		}
		mark(start, end)
	}
	for _, one := range g.page.withheld {
		if one.At != places.at(one.Offset) {
			t.Fatalf("%q at %s, expected %s", one.Text, one.At, places.at(one.Offset))
		}
		mark(one.Offset, one.end)
	}
	eachShown(source, func(start, end int) {
		var lost strings.Builder
		for i := start; i < end; i++ {
			if !known[i] {
				lost.WriteByte(source[i])
			}
		}
		rest := strings.TrimFunc(html.UnescapeString(lost.String()), func(r rune) bool { return isBlank(r) || r < ' ' || r == '\u00ad' })
		if g.Layout == PipeRows {
			rest = strings.ReplaceAll(rest, `\`, "") // Markdown's
		}
		if rest != "" {
			t.Fatalf("%q is lost of %q", rest, source[start:end])
		}
	})
}

// isOrBlank reports whether a text is another, or has blanks in the place of parts of it.
func isOrBlank(text, other string) bool {
	if len(text) != len(other) {
		return false
	}
	for i := range len(text) {
		if text[i] != other[i] && text[i] != ' ' {
			return false
		}
	}
	return true
}

// eachShown calls visit for the texts of a web page that it shows: not for those of
// elements such as a script.
func eachShown(text string, visit func(start, end int)) {
	tokens := html.NewTokenizer(strings.NewReader(text))
	unseen, depth := "", 0
	for offset := 0; ; {
		kind := tokens.Next()
		start := offset
		offset += len(tokens.Raw())
		if kind == html.ErrorToken {
			return
		}
		if kind == html.TextToken && unseen == "" {
			visit(start, offset)
		}
		tag := tokens.Token()
		begins := kind == html.StartTagToken || kind == html.SelfClosingTagToken
		if begins && unseen == tag.Data && unseen != "" {
			if depth++; mayLackEnd(tag.DataAtom) {
				unseen = ""
			}
		}
		mayHide := isHidden(tag) || slices.Contains([]string{"script", "style", "title", "template", "noscript", "datalist"}, tag.Data)
		switch {
		case kind == html.StartTagToken && unseen == "" && !isVoid(tag.DataAtom) && mayHide && strings.Contains(strings.ToLower(text[offset:]), "</"+tag.Data):
			unseen, depth = tag.Data, 1
		case kind == html.EndTagToken && unseen != "" && tag.Data == unseen:
			if depth--; depth == 0 {
				unseen = ""
			}
		}
	}
}

func isHidden(tag html.Token) bool {
	return slices.ContainsFunc(tag.Attr, func(own html.Attribute) bool {
		style := strings.ReplaceAll(strings.ToLower(own.Val), " ", "")
		return own.Key == "hidden" || own.Key == "style" && (strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden"))
	})
}

func anyOf(set []bool) bool {
	for _, is := range set {
		if is {
			return true
		}
	}
	return false
}
