package workbook_test

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sheetconv/export/table"
)

var update = flag.Bool("update", false, "write the goldens anew")

const program = "../../testdata/forms/isehara-program/01_clean3years.yaml"

// golden compares a text with that of a file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		gotLines, wantLines := strings.Split(got, "\n"), strings.Split(string(want), "\n")
		for index := range max(len(gotLines), len(wantLines)) {
			line := func(lines []string) string {
				if index < len(lines) {
					return lines[index]
				}
				return "(none)"
			}
			if line(gotLines) != line(wantLines) {
				t.Fatalf("%s:%d is\n%s\nwant\n%s\n(-update writes it anew)", path, index+1, line(gotLines), line(wantLines))
			}
		}
	}
}

// The cells of a workbook with their types, formats and formulas: a sheet with the
// most kinds of cells in full, of the others the rows that show what is theirs.
func TestGoldenCells(t *testing.T) {
	var keys table.Keys
	file := open(t, write(t, read(t, &keys, program), "ja"))
	var dump strings.Builder
	for _, shown := range []struct {
		sheet string
		rows  int // behind the headings
	}{{"概要", 1}, {"事業一覧", 1}, {"指標", 1}, {"費用", 1}, {"人員", 1}, {"計画と実績", 1}} {
		dumpSheet(t, &dump, file, shown.sheet, shown.rows)
	}
	golden(t, "cells.golden", dump.String())
}

func dumpSheet(t *testing.T, into *strings.Builder, file *excelize.File, sheet string, rows int) {
	t.Helper()
	all, err := file.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(into, "%s\n", sheet)
	last := 0
	for number, row := range all {
		if len(row) > 1 && row[0] == "No." {
			last = number + rows
		}
		if last > 0 && number > last {
			break
		}
		for column, value := range row {
			cell, err := excelize.CoordinatesToCellName(column+1, number+1)
			if err != nil {
				t.Fatal(err)
			}
			if value != "" {
				fmt.Fprintf(into, "  %s %s\n", cell, describe(t, file, sheet, cell, value))
			}
		}
	}
}

// describe tells what a cell holds: a text in quotes, a number with its format, a
// formula.
func describe(t *testing.T, file *excelize.File, sheet, cell, value string) string {
	t.Helper()
	kind, err := file.GetCellType(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	number, err := file.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	style, err := file.GetStyle(number)
	if err != nil {
		t.Fatal(err)
	}
	format := ""
	if style.CustomNumFmt != nil {
		format = " as " + *style.CustomNumFmt
	} else if style.NumFmt != 0 {
		format = fmt.Sprintf(" as format %d", style.NumFmt)
	}
	formula, err := file.GetCellFormula(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	shown := value
	if kind == excelize.CellTypeInlineString || kind == excelize.CellTypeFormula {
		shown = fmt.Sprintf("%q", value)
	}
	if formula != "" {
		formula = " =" + formula
	}
	return shown + format + formula
}

// Another reader finds the tables, panes, conditional formats, charts and cells.
func TestReadBackByOpenpyxl(t *testing.T) {
	python := "/usr/bin/python3" // Debian's, which its package of openpyxl is for
	if err := exec.Command(python, "-c", "import openpyxl").Run(); err != nil {
		t.Skip("there is no Python with openpyxl (the package python3-openpyxl)")
	}
	var keys table.Keys
	name := filepath.Join(t.TempDir(), "workbook.xlsx")
	documents := read(t, &keys, program)
	documents = append(documents, read(t, &keys, "../../testdata/forms/misato-program/01_clean.yaml")...)
	if err := os.WriteFile(name, write(t, documents, "ja"), 0o666); err != nil {
		t.Fatal(err)
	}
	output, err := exec.Command(python, "-W", "ignore", "testdata/read_back.py", name).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	golden(t, "read_back.golden", string(output))
}
