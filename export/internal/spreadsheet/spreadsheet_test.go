package spreadsheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// sample is a book with a bit of everything.
func sample() *Book {
	book := New(Properties{
		Title: "見本", Creator: "sheetconv", Language: "ja",
		Continued: "続きがあります", LongNumbers: "長い数があります",
	})
	list := book.AddSheet(Layout{
		Name: "一覧", Title: "一覧", Key: "No.", Table: "一覧", FrozenColumns: 2, Total: "合計",
		Columns: []Column{
			{Title: "名前", Repeat: true}, {Title: "金額", Total: FormatInteger}, {Title: "説明", Width: 20}, {Title: "達成"},
			{Title: "推移", Width: 16}, {Title: "2021", Hidden: true}, {Title: "2022", Hidden: true},
		},
	})
	detail := book.AddSheet(Layout{
		Name: "明細", Key: "No.", Table: "明細", Lines: []Cell{book.LinkToSheet(book.Text("一覧へ"), list)},
		Columns: []Column{{Title: "値"}, {Title: "値"}, {Title: ""}},
	})
	list.Add(7, book.LinkTo(book.Text("=甲"), detail, 7), book.Integer(1500, FormatInteger), book.Text(strings.Repeat("長い文。", 200)),
		book.FormattedDecimal("0.75", FormatShare), Empty(), book.Decimal("1.0"), book.Decimal("3.70"))
	list.Add(8, book.LinkTo(book.Text("乙"), detail, 99), book.Integer(0, FormatInteger), book.Text("-3"), Empty(), Empty(), book.Decimal("2"))
	detail.Add(7, book.Date(2020, 3, 31), book.Decimal("12345678901234567"), book.Text("0123"))
	list.ColourScale(3, 0.5, 0.9, 1)
	list.Sparklines(4, 5, 6)
	list.AddChart(0, 12, Chart{
		Title: "金額", Category: "名前", Value: "円", Format: FormatInteger, Width: 400, Height: 300,
		Series: []Series{{Sheet: list, Categories: 0, Values: 1, First: 0, Last: 0}},
	})
	return book
}

func bytesOf(t *testing.T, book *Book) []byte {
	t.Helper()
	var buffer bytes.Buffer
	if err := book.Write(&buffer); err != nil {
		t.Fatal(err)
	}
	return buffer.Bytes()
}

func open(t *testing.T, book *Book) *excelize.File {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(bytesOf(t, book)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	return file
}

// raw returns what a cell holds, its type and its number format.
func raw(t *testing.T, file *excelize.File, sheet, cell string) string {
	t.Helper()
	value, err := file.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
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
	format := "General"
	if style.CustomNumFmt != nil {
		format = *style.CustomNumFmt
	} else if style.NumFmt != 0 {
		format = fmt.Sprint(style.NumFmt)
	}
	names := map[excelize.CellType]string{excelize.CellTypeUnset: "number", excelize.CellTypeInlineString: "text", excelize.CellTypeFormula: "formula"}
	return fmt.Sprintf("%s %s %s", value, names[kind], format)
}

func TestSameBytes(t *testing.T) {
	want := bytesOf(t, sample())
	for range 5 {
		if !bytes.Equal(bytesOf(t, sample()), want) {
			t.Fatal("the bytes differ from run to run")
		}
	}
}

func TestCells(t *testing.T) {
	file := open(t, sample())
	for _, test := range []struct{ sheet, cell, want string }{
		{"一覧", "A1", "一覧 text General"},
		{"一覧", "A2", "続きがあります text General"},
		{"一覧", "A3", "合計 text General"},
		{"一覧", "C3", "1500 number #,##0"}, // numbers with a formula have no type
		{"一覧", "A5", "7 number 0"},
		{"一覧", "C5", "1500 number #,##0"},
		{"一覧", "E5", "0.75 number 0.0%"},
		{"一覧", "F5", " number General"},
		{"一覧", "G5", "1 number #,##0.0"},
		{"一覧", "H5", "3.7 number #,##0.00"},
		{"一覧", "B8", "乙 text General"},
		{"一覧", "C8", "0 number #,##0"},
		{"一覧", "D8", "-3 text @"},
		{"明細", "A2", "長い数があります text General"},
		{"明細", "B4", "43921 number yyyy-mm-dd"},
		{"明細", "C4", "12345678901234567 text @"},
		{"明細", "D4", "0123 text @"},
	} {
		if got := raw(t, file, test.sheet, test.cell); got != test.want {
			t.Errorf("%s %s holds %q, want %q", test.sheet, test.cell, got, test.want)
		}
	}
}

func TestFormulas(t *testing.T) {
	file := open(t, sample())
	for _, test := range []struct{ sheet, cell, want string }{
		{"一覧", "C3", "SUBTOTAL(109,C5:C8)"},
		{"一覧", "B5", `HYPERLINK("#'明細'!A"&MATCH(7,'明細'!A:A,0),"=甲")`},
		{"一覧", "B8", ""}, // there is no row 99
		{"明細", "A1", `HYPERLINK("#'一覧'!A1","一覧へ")`},
	} {
		got, err := file.GetCellFormula(test.sheet, test.cell)
		if err != nil || got != test.want {
			t.Errorf("%s %s has the formula %q (%v), want %q", test.sheet, test.cell, got, err, test.want)
		}
	}
}

// The sparklines' data stands in hidden columns, which is drawn only if asked for.
func TestSparklinesDrawHiddenColumns(t *testing.T) {
	archive, err := zip.NewReader(bytes.NewReader(bytesOf(t, sample())), int64(len(bytesOf(t, sample()))))
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := fs.ReadFile(archive, "xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`<x14:sparklineGroup displayHidden="1" `, `!G5:H5</xm:f><xm:sqref>F5</xm:sqref>`,
		`<col min="1" max="1" width="8" customWidth="1"/><col min="2" max="2" `, // in order, or Excel repairs the file
	} {
		if !bytes.Contains(sheet, []byte(want)) {
			t.Errorf("the sheet has no %s", want)
		}
	}
	if bytes.Contains(sheet, []byte("G8:H8")) {
		t.Error("a single point has a sparkline")
	}
}

// A text that is too long for a row goes on below, with what names the row.
func TestContinuedText(t *testing.T) {
	book := New(Properties{Continued: "続く"})
	sheet := book.AddSheet(Layout{Name: "記述", Key: "No.", Columns: []Column{{Title: "名前", Repeat: true}, {Title: "文", Width: 40}, {Title: "値"}}})
	words := strings.Repeat("これは一つの文です。", 4000) + "\n終わり"
	sheet.Add(1, book.Text("甲"), book.Text(words), book.Integer(5, FormatInteger))
	file := open(t, book)
	rows, err := file.GetRows("記述", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	var joined strings.Builder
	values := 0
	for _, row := range rows[2:] {
		if row[0] != "1" || row[1] != "甲" {
			t.Errorf("a row in which a text goes on begins with %q", row[:2])
		}
		if len([]rune(row[2])) > maxLinesOfRow*22 {
			t.Errorf("a row holds %d characters", len([]rune(row[2])))
		}
		joined.WriteString(row[2])
		if len(row) > 3 {
			values++
		}
	}
	if joined.String() != words || values != 1 || sheet.Len() != len(rows)-2 || rows[0][0] != "続く" {
		t.Errorf("%d rows hold %d of %d bytes, %d values, headed by %q", len(rows), joined.Len(), len(words), values, rows[0])
	}
}

// More rows than Excel allows are several sheets, each with a table of its own.
func TestTooManyRows(t *testing.T) {
	book := New(Properties{})
	book.rowsPerSheet = 10
	links := book.AddSheet(Layout{Name: "links", Columns: []Column{{Title: "to"}}})
	sheet := book.AddSheet(Layout{Name: "費用", Title: "費用", Key: "No.", Table: "費用", Total: "計", Columns: []Column{{Title: "円", Total: FormatInteger}}})
	for number := range 20 {
		sheet.Add(number+1, book.Integer(int64(number), FormatInteger))
	}
	links.Add(0, book.LinkTo(book.Text("to 10"), sheet, 10))
	file := open(t, book)
	if got := strings.Join(file.GetSheetList(), " "); got != "links 費用 費用 (2) 費用 (3)" {
		t.Fatalf("the sheets are %s", got)
	}
	total := 0
	for _, name := range file.GetSheetList()[1:] {
		rows, err := file.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		total += len(rows) - 3
		tables, err := file.GetTables(name)
		if err != nil || len(tables) != 1 {
			t.Errorf("%s has the tables %v (%v)", name, tables, err)
		}
	}
	if total != 20 {
		t.Errorf("%d rows are left of 20", total)
	}
	if got := raw(t, file, "費用 (2)", "B2"); !strings.HasPrefix(got, "70 ") { // 7 + … + 13
		t.Errorf("the total of the second sheet is %s", got)
	}
	if got, _ := file.GetCellFormula("links", "A2"); !strings.Contains(got, "'費用 (2)'") {
		t.Errorf("the link is %s", got)
	}
}

func TestTooManyColumns(t *testing.T) {
	book := New(Properties{})
	book.AddSheet(Layout{Name: "wide", Columns: make([]Column, maxColumns+1)})
	var buffer bytes.Buffer
	if err := book.Write(&buffer); err == nil || !strings.Contains(err.Error(), "sheet wide: it has 16385 columns; Excel has no more than 16384") || buffer.Len() > 0 {
		t.Errorf("the error is %v, and %d bytes were written", err, buffer.Len())
	}
}

func TestNoSheet(t *testing.T) {
	if err := New(Properties{}).Write(&bytes.Buffer{}); err == nil {
		t.Error("a workbook without a sheet was written")
	}
}

type fullDisk struct{}

var errFull = errors.New("no space left")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestErrorsOfTheStream(t *testing.T) {
	if err := sample().Write(fullDisk{}); !errors.Is(err, errFull) {
		t.Errorf("the error is %v", err)
	}
}
