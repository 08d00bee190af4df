package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"sheetconv/export/table"
	"sheetconv/model"
	"sheetconv/parser"
)

// everySheet returns the folders of the fixtures, and of the real sheets where they
// are there.
func everySheet(t *testing.T) []string {
	t.Helper()
	folders, err := filepath.Glob("../../testdata/forms/*")
	if err != nil {
		t.Fatal(err)
	}
	var sheets []string
	for _, folder := range folders {
		names, err := filepath.Glob(filepath.Join(folder, "*.txt"))
		if err != nil {
			t.Fatal(err)
		}
		sheets = append(sheets, names...)
	}
	if len(sheets) < 20 {
		t.Fatalf("only %d fixtures", len(sheets))
	}
	t.Run("real", func(t *testing.T) { sheets = append(sheets, sharedSheets(t)...) })
	return sheets
}

// exportTables exports sheets as CSV into a new folder.
func exportTables(t *testing.T, sheets []string, flags ...string) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "tables")
	arguments := append(append([]string{"export", "csv", "-q", "-o", folder}, flags...), sheets...)
	s, _, stderr := testSession(nil, arguments...)
	if code := s.run(arguments); code != 0 {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	return folder
}

// readTable returns the rows of a CSV as maps by the columns' names.
func readTable(t *testing.T, folder, name string) []map[string]string {
	t.Helper()
	file, err := os.Open(filepath.Join(folder, name+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	reader := csv.NewReader(file)
	header, err := reader.Read()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for {
		record, err := reader.Read()
		if err == io.EOF {
			return rows
		}
		if err != nil {
			t.Fatal(err)
		}
		row := map[string]string{}
		for index, value := range record {
			row[header[index]] = value
		}
		rows = append(rows, row)
	}
}

// The tables hold what the models hold: as many facts, and every sum of money.
func TestTablesHoldTheModels(t *testing.T) {
	sheets := everySheet(t)
	folder := exportTables(t, sheets)
	want := map[string]int64{}
	s, _, _ := testSession(nil)
	files, _, err := s.loadFiles(sheets)
	if err != nil {
		t.Fatal(err)
	}
	options := sheetFlags{readFlags: readFlags{limit: byteSize{bytes: parser.DefaultMaxBytes}}}
	how, err := s.load(options, files, func(one loaded) error {
		addTotals(one.Document, want)
		return nil
	})
	if err != nil || how != done {
		t.Fatal(how, err)
	}
	got := map[string]int64{}
	for _, name := range []string{"documents", "items", "indicators", "values", "costs", "staffing", "unit_costs", "diagnostics", "unmapped", "texts"} {
		rows := readTable(t, folder, name)
		got[name] = int64(len(rows))
		for _, row := range rows {
			if row["yen"] == "" {
				continue
			}
			yen, err := strconv.ParseInt(row["yen"], 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			if name == "costs" {
				got["costs."+row["line"]+"."+row["basis"]+"."+row["fy"]] += yen
			}
			got[name+".yen"] += yen
		}
	}
	for name, total := range want {
		if got[name] != total {
			t.Errorf("%s: %d in the tables, %d in the models", name, got[name], total)
		}
	}
	if len(want) < 40 || len(got) < len(want)-2 {
		t.Errorf("only %d and %d totals", len(want), len(got))
	}
}

// addTotals counts what a document holds, and adds its money up.
func addTotals(document *model.Document, into map[string]int64) {
	year := func(fy int) string {
		if fy == 0 {
			return ""
		}
		return strconv.Itoa(fy)
	}
	into["documents"]++
	into["items"] += int64(len(document.Items))
	into["diagnostics"] += int64(len(document.Diagnostics))
	into["unmapped"] += int64(len(document.Unmapped))
	for _, item := range document.Items {
		into["texts"] += int64(len(item.Texts))
		into["indicators"] += int64(len(item.Indicators))
		for _, indicator := range item.Indicators {
			into["values"] += int64(len(indicator.Values))
			for _, value := range indicator.Values {
				into["values.yen"] += value.Yen.Amount()
			}
		}
		into["costs"] += int64(len(item.Costs))
		for _, cost := range item.Costs {
			into["costs.yen"] += cost.Yen.Amount()
			into["costs."+string(cost.Line)+"."+string(cost.Basis)+"."+year(cost.FY)] += cost.Yen.Amount()
		}
		into["staffing"] += int64(len(item.Staffing))
		for _, staffing := range item.Staffing {
			into["staffing.yen"] += staffing.Yen.Amount()
		}
		into["unit_costs"] += int64(len(item.UnitCosts))
		for _, unitCost := range item.UnitCosts {
			into["unit_costs.yen"] += unitCost.Yen.Amount()
		}
	}
}

// With the findings of check, the tables still hold together.
func TestTablesWithFindings(t *testing.T) {
	sheets := everySheet(t)
	folder := exportTables(t, sheets, "--check")
	own := len(readTable(t, exportTables(t, sheets), "diagnostics"))
	rows := readTable(t, folder, "diagnostics")
	if len(rows) <= own {
		t.Errorf("%d findings, %d without check", len(rows), own)
	}
	items := map[string]bool{}
	for _, row := range readTable(t, folder, "items") {
		items[row["document"]+"\x00"+row["item_id"]] = true
	}
	named := 0
	for _, row := range rows {
		if row["item_id"] == "" {
			continue
		}
		if named++; !items[row["document"]+"\x00"+row["item_id"]] {
			t.Errorf("there is no item of %v", row)
		}
	}
	if named == 0 {
		t.Error("no finding names an item")
	}
}

// The same inputs give the same bytes, wherever they are written to.
func TestTablesAreTheSameTwice(t *testing.T) {
	sheets := everySheet(t)
	first, second := exportTables(t, sheets), exportTables(t, sheets)
	names, err := os.ReadDir(first)
	if err != nil || len(names) != len(table.All())+1 {
		t.Fatalf("%d files: %v", len(names), err)
	}
	for _, name := range names {
		if readFile(t, filepath.Join(first, name.Name())) != readFile(t, filepath.Join(second, name.Name())) {
			t.Errorf("%s differs", name.Name())
		}
	}
}

// described is what a test needs of datapackage.json.
type described struct {
	Resources []struct {
		Name, Path string
		Schema     struct {
			Fields []struct {
				Name, Type  string
				Constraints struct {
					Required bool
					Enum     []string
				}
			}
			PrimaryKey  []string
			ForeignKeys []struct {
				Fields    []string
				Reference struct {
					Resource string
					Fields   []string
				}
			}
		}
	}
}

func readDescriptor(t *testing.T, folder string) (read described) {
	t.Helper()
	if err := json.Unmarshal([]byte(readFile(t, filepath.Join(folder, "datapackage.json"))), &read); err != nil {
		t.Fatal(err)
	}
	return read
}

// sqliteTypes are the types of strict tables; a boolean or a date is a checked text.
var sqliteTypes = map[string]string{"integer": "INTEGER", "year": "INTEGER", "number": "REAL"}

var sqliteChecks = map[string]string{
	"boolean": ` CHECK (%[1]s IN ('true', 'false'))`, "date": ` CHECK (%[1]s IS date(%[1]s))`, "array": ` CHECK (json_type(%[1]s) = 'array')`,
}

// sqliteScript loads the tables into strict ones with all keys.
func sqliteScript(read described) string {
	var script strings.Builder
	script.WriteString(".bail on\nPRAGMA foreign_keys = off;\n.mode csv\n")
	for _, of := range read.Resources {
		var columns, values []string
		for _, field := range of.Schema.Fields {
			kind := sqliteTypes[field.Type]
			if kind == "" {
				kind = "TEXT"
			}
			name := `"` + field.Name + `"`
			column := name + " " + kind
			if field.Constraints.Required {
				column += " NOT NULL"
			}
			if check := sqliteChecks[field.Type]; check != "" {
				column += fmt.Sprintf(check, name)
			}
			if field.Constraints.Enum != nil {
				column += ` CHECK (` + name + ` IN ('` + strings.Join(field.Constraints.Enum, "', '") + `'))`
			}
			columns = append(columns, column)
			values = append(values, `nullif(`+name+`, '')`)
		}
		columns = append(columns, `PRIMARY KEY ("`+strings.Join(of.Schema.PrimaryKey, `", "`)+`")`)
		for _, key := range of.Schema.ForeignKeys {
			target := key.Reference.Resource
			if target == "" {
				target = of.Name
			}
			columns = append(columns, `FOREIGN KEY ("`+strings.Join(key.Fields, `", "`)+`") REFERENCES "`+target+
				`" ("`+strings.Join(key.Reference.Fields, `", "`)+`")`)
		}
		fmt.Fprintf(&script, ".import %[1]s read_%[2]s\nCREATE TABLE \"%[2]s\" (%[3]s) STRICT;\n"+
			"INSERT INTO \"%[2]s\" SELECT %[4]s FROM read_%[2]s;\nSELECT '%[2]s', count(*) FROM \"%[2]s\";\n",
			of.Path, of.Name, strings.Join(columns, ", "), strings.Join(values, ", "))
	}
	script.WriteString("PRAGMA foreign_key_check;\n")
	return script.String()
}

// The folder loads into SQLite with its declared types, keys and references.
func TestTablesLoadIntoSQLite(t *testing.T) {
	program, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Skip("there is no sqlite3")
	}
	folder := exportTables(t, everySheet(t), "--check")
	read := readDescriptor(t, folder)
	command := exec.Command(program, ":memory:")
	command.Dir, command.Stdin = folder, strings.NewReader(sqliteScript(read))
	output, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	var want strings.Builder
	for _, of := range read.Resources {
		fmt.Fprintf(&want, "%s,%d\n", of.Name, len(readTable(t, folder, of.Name)))
	}
	if got := strings.ReplaceAll(string(output), "\r\n", "\n"); got != want.String() {
		t.Errorf("SQLite says\n%s\nwant\n%s", got, want.String())
	}
}

// loadWithPandas reads each table with its types, and checks keys and references.
const loadWithPandas = `
import json, sys
import pandas as pd
types = {"string": "string", "array": "string", "date": "string", "boolean": "boolean",
         "integer": "Int64", "year": "Int64", "number": "float64"}
tables = {}
with open("datapackage.json", encoding="utf-8") as file:
    package = json.load(file)
for one in package["resources"]:
    fields = one["schema"]["fields"]
    tables[one["name"]] = frame = pd.read_csv(
        one["path"], encoding=one["encoding"], dtype={f["name"]: types[f["type"]] for f in fields},
        keep_default_na=False, na_values=one["schema"]["missingValues"])
    for field in fields:
        column = frame[field["name"]]
        if field["type"] == "date":
            pd.to_datetime(column.dropna(), format="%Y-%m-%d")
        if field["type"] == "array":
            column.dropna().map(json.loads)
        if field.get("constraints", {}).get("required"):
            assert column.notna().all(), (one["name"], field["name"])
    assert not frame.duplicated(one["schema"]["primaryKey"]).any(), one["name"]
    print(one["name"], len(frame))
for one in package["resources"]:
    for key in one["schema"].get("foreignKeys", []):
        rows = tables[one["name"]][key["fields"]].dropna()
        target = tables[key["reference"]["resource"] or one["name"]][key["reference"]["fields"]]
        found = rows.merge(target, how="inner", left_on=key["fields"], right_on=key["reference"]["fields"])
        assert len(found) == len(rows), (one["name"], key)
`

// The folder loads into pandas with its declared types, and keys hold there.
func TestTablesLoadIntoPandas(t *testing.T) {
	program := ""
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(name, "-c", "import pandas").Run() == nil {
			program = name
			break
		}
	}
	if program == "" {
		t.Skip("there is no python3 with pandas")
	}
	folder := exportTables(t, everySheet(t), "--bom")
	command := exec.Command(program, "-c", loadWithPandas)
	command.Dir = folder
	output, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	var want strings.Builder
	for _, of := range readDescriptor(t, folder).Resources {
		fmt.Fprintf(&want, "%s %d\n", of.Name, len(readTable(t, folder, of.Name)))
	}
	if got := string(output); got != want.String() {
		t.Errorf("pandas says\n%s\nwant\n%s", got, want.String())
	}
}
