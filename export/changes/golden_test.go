package changes

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sheetconv/model/compare"
)

var update = flag.Bool("update", false, "write the goldens anew")

// written returns what a view writes.
func written(t testing.TB, name string, results []*compare.Result, options Options) string {
	t.Helper()
	view, found := Find(name)
	if !found {
		t.Fatalf("there is no view %s", name)
	}
	var into bytes.Buffer
	if err := view.Write(&into, results, options); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return into.String()
}

// The goldens show each view of invented results: changes of every class, what
// came and went, nothing at all, and an issue without a partner.
func TestGoldens(t *testing.T) {
	alone := &compare.Result{New: &compare.Issue{Name: "r5.txt", Title: "みどりの基本計画 進行管理シート", FiscalYear: 2023}}
	cases := map[string][]*compare.Result{
		"classes": {isehara()}, "moving": {sakado()}, "nothing": {same(), alone}, "nasty": {nasty()},
	}
	for name, results := range cases {
		for _, view := range Views {
			for _, language := range []string{Japanese, English} {
				if language == English && name == "nasty" {
					continue // signs are the same in every language
				}
				options := Options{Language: language, Width: 80, Context: 3}
				got := shownIn(t, view.Name, written(t, view.Name, results, options))
				checkGolden(t, name+"."+language+"."+view.Name, got)
			}
		}
		checkGolden(t, name+".ja.colour", written(t, "text", results, Options{Language: Japanese, Width: 80, Context: 3, Colour: true}))
	}
}

func checkGolden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	gotLines, wantLines := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for line := range max(len(gotLines), len(wantLines)) {
		if line >= len(gotLines) || line >= len(wantLines) || gotLines[line] != wantLines[line] {
			t.Errorf("%s differs in line %d (go test ./export/changes -update, then review)", file, line+1)
			return
		}
	}
}

// shownIn returns the part of a view that depends on the results: of the page what
// stands in its body, of a workbook its cells.
func shownIn(t *testing.T, view, text string) string {
	t.Helper()
	switch view {
	case "html":
		_, body, _ := strings.Cut(text, "<body>")
		body, _, _ = strings.Cut(body, "<script>")
		return body
	case "xlsx":
		return cellsOf(t, text)
	}
	return text
}

// cellsOf writes the cells of a workbook, a row a line, with the marks of rich text.
func cellsOf(t *testing.T, workbook string) string {
	t.Helper()
	file, err := excelize.OpenReader(strings.NewReader(workbook))
	if err != nil {
		t.Fatal(err)
	}
	var dump strings.Builder
	for _, sheet := range file.GetSheetList() {
		fmt.Fprintf(&dump, "== %s\n", sheet)
		rows, err := file.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for row, cells := range rows {
			for column := range cells {
				name, err := excelize.CoordinatesToCellName(column+1, row+1)
				if err != nil {
					t.Fatal(err)
				}
				cells[column] = markedCell(t, file, sheet, name, cells[column])
			}
			dump.WriteString(strings.TrimRight(strings.Join(cells, " | "), " |") + "\n")
		}
	}
	return dump.String()
}

func markedCell(t *testing.T, file *excelize.File, sheet, name, text string) string {
	t.Helper()
	runs, err := file.GetCellRichText(sheet, name)
	if err != nil {
		t.Fatal(err)
	}
	var marked strings.Builder
	for _, run := range runs {
		switch {
		case run.Font != nil && run.Font.Strike:
			marked.WriteString("[-" + run.Text + "-]")
		case run.Font != nil && run.Font.Underline == "single":
			marked.WriteString("{+" + run.Text + "+}")
		default:
			marked.WriteString(run.Text)
		}
	}
	if marked.Len() > 0 {
		text = marked.String()
	}
	return strings.ReplaceAll(text, "\n", "⏎")
}
