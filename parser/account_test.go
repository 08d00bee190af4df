package parser_test

import (
	"strings"
	"testing"
	"unicode"

	"sheetconv/parser"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/sheet"
)

// Nothing is lost: what is claimed and what is unmapped make up the text.
func TestFixturesAccount(t *testing.T) {
	eachFixture(t, func(t *testing.T, f fixture) {
		checkAccount(t, f.input, f.options())
	})
}

// delimiters are the signs that part cells and rows in some layout.
const delimiters = "|#-=:+\","

// checkAccount reads an input and checks that every character of it stands in a
// cell or is a delimiter, and every character of a cell is claimed once or
// unmapped once.
func checkAccount(t *testing.T, input []byte, options parser.Options) {
	t.Helper()
	sections, g, err := parser.ReadGrid(input, options)
	if err != nil {
		t.Fatal(err)
	}
	if lost := outsideCells(g); lost != "" {
		t.Errorf("in no cell and no delimiter: %q", lost)
	}
	balance := map[rune]int{}
	count := func(text string, step int) {
		for _, r := range text {
			if !unicode.IsSpace(r) {
				balance[r] += step
			}
		}
	}
	for _, row := range g.Rows {
		for _, cell := range row.Cells {
			count(cell.Text, 1)
		}
	}
	for _, cell := range g.Dittos() {
		count(cell.Text, 1)
	}
	g.Claims(func(text string, _ grid.Use) { count(text, -1) })
	for _, section := range sections {
		for _, piece := range section.Document.Unmapped {
			count(piece.Text, -1)
		}
	}
	for r, left := range balance {
		// A claim that spans several cells holds the delimiters between them.
		if left > 0 || left < 0 && !strings.ContainsRune(delimiters, r) {
			t.Errorf("the account of %q is out by %d: cells less claimed less unmapped", r, left)
		}
	}
	checkSections(t, g, sections)
}

// checkSections checks that the documents cover the text from its beginning to
// its end, in order and without gaps.
func checkSections(t *testing.T, g *grid.Grid, sections []*sheet.Section) {
	t.Helper()
	end := 0
	for i, section := range sections {
		if section.Start != end || section.End < section.Start {
			t.Errorf("document %d covers bytes %d to %d, expected it to begin at %d", i, section.Start, section.End, end)
		}
		end = section.End
	}
	if end != len(g.Text) {
		t.Errorf("the documents end at byte %d of %d", end, len(g.Text))
	}
}

// outsideCells returns the characters of the text that stand in no cell and are
// neither blanks nor delimiters: pipes, rules between rows, the marks of headings in
// Markdown, quotation marks at the edges of cells parted by tabs, and commas where they
// take the place of tabs.
func outsideCells(g *grid.Grid) string {
	inside := make([]bool, len(g.Text))
	for _, row := range g.Rows {
		for _, cell := range row.Cells {
			for i := range len(cell.Text) {
				inside[int(cell.Offset)+i] = true
			}
		}
	}
	for _, cell := range g.Dittos() {
		for i := range len(cell.Text) {
			inside[int(cell.Offset)+i] = true
		}
	}
	var lost strings.Builder
	for start := 0; start < len(g.Text); {
		end := len(g.Text)
		if next := strings.IndexByte(g.Text[start:], '\n'); next >= 0 {
			end = start + next
		}
		line := g.Text[start:end]
		isRule := strings.Trim(line, delimiters+" \t\f") == "" && strings.ContainsAny(line, "-=") && !strings.ContainsAny(line, `",`)
		isHeading := strings.HasPrefix(strings.TrimLeft(line, " \f"), "#")
		for i, r := range line {
			isQuote := r == '"' && g.Layout == grid.Tabs &&
				(i == 0 || strings.ContainsRune("\t\f, ", rune(line[i-1])) || i+1 == len(line) || strings.ContainsRune("\t\f,", rune(line[i+1])))
			isComma := r == ',' && g.Layout == grid.Tabs && !strings.Contains(g.Text, "\t")
			isDelimiter := isRule || isQuote || isComma || r == '|' || r == '#' && isHeading
			if !inside[start+i] && !isDelimiter && !isBlank(r) {
				lost.WriteRune(r)
			}
		}
		start = end + 1
	}
	return lost.String()
}

func isBlank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }
