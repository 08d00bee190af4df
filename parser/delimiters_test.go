package parser_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"sheetconv/parser"
)

// leastOfDelimiters is how much of a sheet is read when its cells are parted in
// a way that tells less of where they stood: the empty ones vanish, or the rows.
const leastOfDelimiters = 95.0

// A sheet says the same whatever parts its cells.
func TestDelimiters(t *testing.T) {
	for _, sheet := range tabSheets(t) {
		t.Run(sheet.name+"/markdown", func(t *testing.T) {
			v := judgeText(t, sheet, asMarkdown(sheet.table))
			if v.recovered != v.clean || v.found != v.clean {
				t.Errorf("%d of %d facts, and %d others, want all and no others:\n%s",
					v.recovered, v.clean, v.found-v.recovered, differences(sheet, v))
			}
		})
		for name, text := range map[string]string{
			"cell per line":     asPipeCells(sheet.table),
			"columns of blanks": asBlanks(sheet.table),
		} {
			t.Run(sheet.name+"/"+name, func(t *testing.T) {
				v := judgeText(t, sheet, text)
				share := perThousand(v.recovered, v.clean) / 10
				t.Logf("%.2f %% of %d facts, %d wrong, %d repeated", share, v.clean, len(v.wrong), v.repeated)
				if share < leastOfDelimiters || len(v.wrong)+v.repeated > 0 {
					t.Errorf("%.2f %% of %d facts, want %g %%; %d wrong, %d repeated, want none:\n%s",
						share, v.clean, leastOfDelimiters, len(v.wrong), v.repeated, differences(sheet, v))
				}
			})
		}
	}
}

// tabSheets returns the clean sheets in tabs: those that are, and of a form whose
// clean sheet has no rows, the fixture that has them.
func tabSheets(t *testing.T) []*cleanSheet {
	t.Helper()
	var sheets []*cleanSheet
	for _, sheet := range cleanSheets(t) {
		if !sheet.table.pipes {
			sheets = append(sheets, sheet)
			continue
		}
		files, err := filepath.Glob(filepath.Join(formsFolder, sheet.form, "*_tabs.txt"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			input, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(sheet.name, "real/") {
				sheets = append(sheets, newCleanSheet(t, sheet.form+"/"+filepath.Base(file), input))
			}
		}
	}
	return sheets
}

// judgeText reads a sheet in another layout and holds it against the clean one.
// Where its lines are does not matter: it is only asked what is right and wrong.
func judgeText(t *testing.T, sheet *cleanSheet, text string) verdict {
	t.Helper()
	lines := map[int][]lineSpan{}
	for i := range sheet.table.origins {
		lines[i] = []lineSpan{{1, 1}}
	}
	damaged := &damagedText{text: text, lines: lines, destroyed: map[int]bool{}}
	parsed, err := parser.Parse([]byte(text), parser.Options{})
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return judgeDamage(sheet, damaged, parsed.Documents)
}

func differences(sheet *cleanSheet, v verdict) string {
	var missing []string
	for _, i := range v.missing {
		missing = append(missing, sheet.facts[i].String())
	}
	return fmt.Sprintf("wrong:\n%s\nmissing:\n%s", examples(v.wrong), examples(missing))
}

// blocks calls visit for each run of rows between blank rows, with the texts of
// their cells, all rows of a block equally wide.
func blocks(table *damagedTable, visit func(rows [][]string, formFeed bool)) {
	var rows [][]string
	formFeed := false
	flush := func() {
		width := 0
		for _, row := range rows {
			width = max(width, len(row))
		}
		for i := range rows {
			for len(rows[i]) < width {
				rows[i] = append(rows[i], "")
			}
		}
		if len(rows) > 0 {
			visit(rows, formFeed)
		}
		rows, formFeed = nil, false
	}
	for _, row := range table.rows {
		var texts []string
		filled := 0
		for _, cell := range row.cells {
			texts = append(texts, strings.TrimSpace(cell.text))
			if isFilled(cell) {
				filled++
			}
		}
		if filled == 0 || row.formFeed || len(texts) == 1 {
			flush() // a line of its own, a heading, is no row of a table
		}
		formFeed = formFeed || row.formFeed
		if filled > 0 {
			rows = append(rows, texts)
		}
		if len(texts) == 1 {
			flush()
		}
	}
	flush()
}

// asMarkdown writes a table as Markdown: pipes, with a rule behind the first row.
func asMarkdown(table *damagedTable) string {
	escape := strings.NewReplacer("|", `\|`, "\n", "<br>")
	var out strings.Builder
	blocks(table, func(rows [][]string, formFeed bool) {
		if formFeed {
			out.WriteString("\f")
		}
		for i, row := range rows {
			if len(row) == 1 {
				out.WriteString(row[0] + "\n")
				continue
			}
			for _, text := range row {
				out.WriteString("| " + escape.Replace(text) + " ")
			}
			out.WriteString("|\n")
			if i == 0 {
				out.WriteString(strings.Repeat("|---", len(row)) + "|\n")
			}
		}
		out.WriteString("\n")
	})
	return out.String()
}

// longCell is from how many characters on the pipe of a cell stands on the next
// line.
const longCell = 30

// asPipeCells writes one cell a line: a pipe ends it, a lone pipe is an empty one.
func asPipeCells(table *damagedTable) string {
	var out strings.Builder
	blocks(table, func(rows [][]string, formFeed bool) {
		if formFeed {
			out.WriteString("\f")
		}
		for _, row := range rows {
			for _, text := range row {
				switch {
				case text == "":
					out.WriteString("|\n")
				case len(text) >= 3 && strings.Trim(text, "-") == "":
					// a rule between rows, which this layout has not
				case utf8.RuneCountInString(text) > longCell:
					out.WriteString(text + "\n|\n")
				default:
					out.WriteString(text + " |\n")
				}
			}
		}
	})
	return out.String()
}

// asBlanks writes each block in columns, as pdftotext -layout does: two blanks
// or more between cells, and nothing for an empty one.
func asBlanks(table *damagedTable) string {
	var out strings.Builder
	blocks(table, func(rows [][]string, formFeed bool) {
		widths := make([]int, len(rows[0]))
		for _, row := range rows {
			for i, text := range row {
				widths[i] = max(widths[i], displayWidth(strings.Join(strings.Fields(text), " ")))
			}
		}
		if formFeed {
			out.WriteString("\f")
		}
		for _, row := range rows {
			line := ""
			for i, text := range row {
				text = strings.Join(strings.Fields(text), " ")
				line += text + strings.Repeat(" ", widths[i]+2-displayWidth(text))
			}
			out.WriteString(strings.TrimRight(line, " ") + "\n")
		}
		out.WriteString("\n")
	})
	return out.String()
}

// displayWidth returns how many columns a terminal gives a text.
func displayWidth(text string) int {
	width := 0
	for _, r := range text {
		if width++; r >= 0x1100 && (r < 0xff61 || r > 0xffdc) {
			width++
		}
	}
	return width
}
