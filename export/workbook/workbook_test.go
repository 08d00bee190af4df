package workbook_test

import (
	"bytes"
	"errors"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sheetconv/export/table"
	"sheetconv/export/workbook"
	"sheetconv/model"
)

// read returns the documents of a file of models, with keys.
func read(t testing.TB, keys *table.Keys, name string) []*table.Document {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	models, err := model.Read(data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var documents []*table.Document
	for index, document := range models {
		of, _ := keys.NewDocument(filepath.Base(name), index+1, document)
		documents = append(documents, of)
	}
	return documents
}

// fixtures returns the names of all models of the fixtures.
func fixtures(t testing.TB) []string {
	t.Helper()
	names, err := filepath.Glob("../../testdata/forms/*/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("there are no fixtures: %v", err)
	}
	return names
}

func write(t testing.TB, documents []*table.Document, language string) []byte {
	t.Helper()
	var buffer bytes.Buffer
	if err := workbook.Write(&buffer, documents, workbook.Options{Language: language}); err != nil {
		t.Fatal(err)
	}
	return buffer.Bytes()
}

func open(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	return file
}

// rowsOf returns the rows of a sheet below its headings, by heading; none if there is
// no such sheet.
func rowsOf(t testing.TB, file *excelize.File, sheet, firstHeading string) []map[string]string {
	t.Helper()
	if index, err := file.GetSheetIndex(sheet); err != nil || index < 0 {
		return nil
	}
	rows, err := file.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	var headings []string
	var found []map[string]string
	for _, row := range rows {
		if headings == nil {
			if len(row) > 1 && row[0] == firstHeading {
				headings = row
			}
			continue
		}
		cells := map[string]string{}
		for column, cell := range row {
			cells[headings[column]] = cell
		}
		found = append(found, cells)
	}
	return found
}

// facts are what a model and its workbook must have in common.
type facts struct {
	items, indicators, values, costs, staffing, evaluations, schedule, texts, attributes, findings int
	yen, people                                                                                    string
}

func factsOfModel(documents []*table.Document) facts {
	var f facts
	yen := new(big.Int)
	people := new(big.Rat)
	for _, of := range documents {
		f.items += len(of.Items)
		f.findings += len(of.Findings)
		for index := range of.Items {
			item := &of.Items[index]
			f.indicators += len(item.Indicators)
			for place := range item.Indicators {
				f.values += len(item.Indicators[place].Values)
			}
			f.costs += len(item.Costs)
			for _, cost := range item.Costs {
				yen.Add(yen, big.NewInt(cost.Yen.Amount()))
			}
			f.staffing += len(item.Staffing)
			for _, staff := range item.Staffing {
				if number, ok := new(big.Rat).SetString(staff.People.String()); ok {
					people.Add(people, number)
				}
			}
			f.evaluations += len(item.Evaluations)
			f.schedule += len(item.Schedule)
			f.texts += len(item.Texts)
			f.attributes += len(item.Attributes)
		}
	}
	f.yen, f.people = yen.String(), people.RatString()
	return f
}

func factsOfWorkbook(t testing.TB, file *excelize.File) facts {
	var f facts
	f.items = len(rowsOf(t, file, "事業一覧", "No."))
	for _, row := range rowsOf(t, file, "指標", "No.") {
		f.indicators++
		for heading, cell := range row {
			year, measure, _ := strings.Cut(heading, "年度 ")
			isYear := len(year) == 4 && strings.Trim(year, "0123456789") == "" && strings.Contains("目標 実績 達成率", measure)
			if cell != "" && (isYear || heading == "基準値") {
				f.values++
			}
		}
		if others := row["その他の値"]; others != "" {
			f.values += strings.Count(others, "\n") + 1
		}
	}
	yen := new(big.Int)
	for _, row := range rowsOf(t, file, "費用", "No.") {
		f.costs++
		if amount, ok := new(big.Int).SetString(row["金額"], 10); ok {
			yen.Add(yen, amount)
		}
	}
	people := new(big.Rat)
	for _, row := range rowsOf(t, file, "人員", "No.") {
		f.staffing++
		if number, ok := new(big.Rat).SetString(row["人数"]); ok {
			people.Add(people, number)
		}
	}
	f.evaluations = len(rowsOf(t, file, "評価", "No."))
	for _, row := range rowsOf(t, file, "計画と実績", "No.") {
		for _, heading := range []string{"目標", "計画", "実績"} {
			if row[heading] != "" {
				f.schedule++
			}
		}
	}
	f.texts = len(rowsOf(t, file, "記述", "No."))
	f.attributes = len(rowsOf(t, file, "属性", "No."))
	f.findings = len(rowsOf(t, file, "検査", "文書No."))
	f.yen, f.people = yen.String(), people.RatString()
	return f
}

// What the workbook of a fixture holds is what its model holds: as many rows and
// values of each kind, the same sums of money and people.
func TestFixturesAreWhole(t *testing.T) {
	var keys table.Keys
	sets := map[string][]*table.Document{}
	for _, name := range fixtures(t) {
		documents := read(t, &keys, name)
		form := filepath.Base(filepath.Dir(name))
		if sets[form] == nil {
			sets[form+", one file"] = documents
		}
		sets[form] = append(sets[form], documents...)
		sets["all together"] = append(sets["all together"], documents...)
	}
	for name, documents := range sets {
		if got, want := factsOfWorkbook(t, open(t, write(t, documents, "ja"))), factsOfModel(documents); got != want {
			t.Errorf("%s: the workbook holds\n%+v, the model\n%+v", name, got, want)
		}
	}
}

func TestSameBytes(t *testing.T) {
	make := func() []byte {
		var keys table.Keys
		var documents []*table.Document
		for _, name := range fixtures(t)[:20] {
			documents = append(documents, read(t, &keys, name)...)
		}
		return write(t, documents, "en")
	}
	want := make()
	for range 3 {
		if !bytes.Equal(make(), want) {
			t.Fatal("the bytes differ from run to run")
		}
	}
}

// No heading of an English workbook is Japanese.
func TestEnglishHeadings(t *testing.T) {
	var keys table.Keys
	file := open(t, write(t, read(t, &keys, "../../testdata/forms/isehara-program/01_clean3years.yaml"), "en"))
	if got, want := strings.Join(file.GetSheetList(), ", "), "Overview, Items, Indicators, Costs, Unit costs, Staffing, Evaluations, Plan and result, Texts, Attributes, Charts, Charts of indicators, Chart data"; got != want {
		t.Errorf("the sheets are\n%s, want\n%s", got, want)
	}
	for _, sheet := range file.GetSheetList() {
		rows, err := file.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for number, row := range rows {
			isHead := number == 0 || len(row) > 1 && row[0] == "No."
			if sheet == "Chart data" || !isHead {
				continue
			}
			for _, cell := range row {
				if strings.IndexFunc(cell, func(r rune) bool { return r >= 0x3000 }) >= 0 {
					t.Errorf("%s has the heading %q", sheet, cell)
				}
			}
		}
	}
}

// No document and no item are a workbook, too, that says so.
func TestNothing(t *testing.T) {
	for _, documents := range [][]*table.Document{nil, {{Document: &model.Document{Kind: model.PlanDocument}, Key: "a"}}} {
		file := open(t, write(t, documents, "ja"))
		if got := strings.Join(file.GetSheetList(), " "); got != "概要 グラフ" {
			t.Errorf("the sheets are %s", got)
		}
		if said, err := file.GetCellValue("グラフ", "A3"); err != nil || !strings.Contains(said, "グラフは省略しました") {
			t.Errorf("the charts' sheet says %q (%v)", said, err)
		}
		if tables, err := file.GetTables("概要"); err != nil || len(tables) != len(documents) {
			t.Errorf("%d documents have the tables %v (%v)", len(documents), tables, err)
		}
	}
}

type fullDisk struct{}

var errFull = errors.New("no space left")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestErrorsOfTheStream(t *testing.T) {
	if err := workbook.Write(fullDisk{}, nil, workbook.Options{}); !errors.Is(err, errFull) {
		t.Errorf("the error is %v", err)
	}
}
