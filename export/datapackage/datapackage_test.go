package datapackage

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/japanese"

	"sheetconv/export/table"
	"sheetconv/model"
)

// fixtures returns the documents of the repository's fixtures, in order.
func fixtures(t testing.TB) []*table.Document {
	t.Helper()
	names, err := filepath.Glob("../../testdata/forms/*/*.yaml")
	if err != nil || len(names) < 20 {
		t.Fatalf("%d fixtures, %v", len(names), err)
	}
	var keys table.Keys
	var documents []*table.Document
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		read, err := model.Read(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for place, document := range read {
			of, _ := keys.NewDocument(name, place+1, document)
			documents = append(documents, of)
		}
	}
	return documents
}

// one returns a document that is a table of odd texts.
func one(texts ...string) *table.Document {
	document := &model.Document{Kind: model.PlanDocument, Notes: texts}
	of, _ := new(table.Keys).NewDocument("a.txt", 1, document)
	return of
}

// write writes documents, and returns the files by their names.
func write(t testing.TB, format *Format, options Options, documents ...*table.Document) map[string]*bytes.Buffer {
	t.Helper()
	files := map[string]*bytes.Buffer{}
	writer, err := NewWriter(format, options, func(name string) (io.Writer, error) {
		files[name] = new(bytes.Buffer)
		return files[name], nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, document := range documents {
		if err := writer.Write(document); err != nil {
			t.Fatal(err)
		}
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	names := format.Names()
	if len(files) != len(names) {
		t.Errorf("%d files, want %q", len(files), names)
	}
	for _, name := range names {
		if files[name] == nil {
			t.Errorf("there is no %s", name)
		}
	}
	return files
}

// What another reader gets from the CSV is what the cells hold, and every table is
// there, empty or not.
func TestCSVIsReadBack(t *testing.T) {
	documents := fixtures(t)
	files := write(t, CSV, Options{}, documents...)
	for _, of := range table.All() {
		reader := csv.NewReader(bytes.NewReader(files[of.Name+".csv"].Bytes()))
		header, err := reader.Read()
		if err != nil || len(header) != len(of.Columns) || header[0] != of.Columns[0].Name {
			t.Fatalf("%s begins with %q: %v", of.Name, header, err)
		}
		for _, document := range documents {
			for cells := range of.Rows(document) {
				record, err := reader.Read()
				if err != nil {
					t.Fatal(err)
				}
				for index := range cells {
					if want := string(cells[index].AppendText(nil)); record[index] != want {
						t.Fatalf("%s.%s is %q, want %q", of.Name, of.Columns[index].Name, record[index], want)
					}
				}
			}
		}
		if _, err := reader.Read(); err != io.EOF {
			t.Errorf("%s holds more: %v", of.Name, err)
		}
	}
}

func TestCSVBytes(t *testing.T) {
	odd := one("=1+2", `a "b", c`, "一\r\n二", "-5", "+x", "@SUM(A1)", "\tt", " s ")
	const head = "document,municipality_code,fiscal_year,note_number,text,line_number,column_number\r\n"
	for _, test := range []struct {
		options Options
		want    string
	}{
		{Options{}, head + "a.txt,,,1,=1+2,,\r\na.txt,,,2,\"a \"\"b\"\", c\",,\r\na.txt,,,3,\"一\r\n二\",,\r\na.txt,,,4,-5,,\r\n" +
			"a.txt,,,5,+x,,\r\na.txt,,,6,@SUM(A1),,\r\na.txt,,,7,\tt,,\r\na.txt,,,8, s ,,\r\n"},
		{Options{ByteOrderMark: true, GuardFormulas: true}, "\uFEFF" + head + "a.txt,,,1,'=1+2,,\r\na.txt,,,2,\"a \"\"b\"\", c\",,\r\n" +
			"a.txt,,,3,\"一\r\n二\",,\r\na.txt,,,4,-5,,\r\na.txt,,,5,'+x,,\r\na.txt,,,6,'@SUM(A1),,\r\na.txt,,,7,'\tt,,\r\na.txt,,,8, s ,,\r\n"},
	} {
		if got := write(t, CSV, test.options, odd)["notes.csv"].String(); got != test.want {
			t.Errorf("%+v: the bytes are\n%q\nwant\n%q", test.options, got, test.want)
		}
	}
	empty := write(t, CSV, Options{})
	if got := empty["notes.csv"].String(); got != head {
		t.Errorf("a table without rows is %q", got)
	}
}

func TestCP932(t *testing.T) {
	var lost []Replaced
	options := Options{CP932: true, Replaced: func(one Replaced) { lost = append(lost, one) }}
	files := write(t, CSV, options, one("計画", "表,ソ\"能", "〜−①髙", "𠮟る é 𠮟", "plain\xff"))
	got, err := japanese.ShiftJIS.NewDecoder().String(files["notes.csv"].String())
	if err != nil {
		t.Fatal(err)
	}
	_, got, _ = strings.Cut(got, "\r\n")
	want := "a.txt,,,1,計画,,\r\na.txt,,,2,\"表,ソ\"\"能\",,\r\na.txt,,,3,～－①髙,,\r\na.txt,,,4,〓る 〓 〓,,\r\na.txt,,,5,plain〓,,\r\n"
	if got != want {
		t.Errorf("the text is\n%q\nwant\n%q", got, want)
	}
	wantLost := []Replaced{{"notes", "text", 4, "𠮟é"}, {"notes", "text", 5, "\uFFFD"}}
	if !slices.Equal(lost, wantLost) {
		t.Errorf("told %+v, want %+v", lost, wantLost)
	}
	if !strings.Contains(files[DescriptorName].String(), `"encoding": "cp932"`) {
		t.Error("the descriptor does not name the encoding")
	}
}

// JSON Lines hold the same cells as the CSV, and nothing where it has none.
func TestJSONLinesAreTheSame(t *testing.T) {
	documents := append(fixtures(t), one("a\"b\n", "=1"))
	files := write(t, JSONLines, Options{}, documents...)
	for _, of := range table.All() {
		decoder := json.NewDecoder(files[of.Name+".jsonl"])
		decoder.UseNumber()
		for _, document := range documents {
			for cells := range of.Rows(document) {
				read := map[string]any{}
				if err := decoder.Decode(&read); err != nil {
					t.Fatal(err)
				}
				for index := range cells {
					name, want := of.Columns[index].Name, string(cells[index].AppendText(nil))
					got := read[name]
					if list, is := got.([]any); is {
						got = fmt.Sprint(list) == fmt.Sprint(cells[index].List())
						want = "true"
					}
					if _, is := read[name]; is == cells[index].IsMissing() || is && fmt.Sprint(got) != want {
						t.Fatalf("%s.%s is %v, want %q", of.Name, name, got, want)
					}
				}
			}
		}
		if decoder.More() {
			t.Errorf("%s holds more", of.Name)
		}
	}
	if got := write(t, JSONLines, Options{}, one("x"))["notes.jsonl"].String(); got != `{"document":"a.txt","note_number":1,"text":"x"}`+"\n" {
		t.Errorf("a row is %s", got)
	}
}

func TestDescriptor(t *testing.T) {
	files := write(t, CSV, Options{})
	var whole descriptor
	decoder := json.NewDecoder(files[DescriptorName])
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&whole); err != nil {
		t.Fatal(err)
	}
	if len(whole.Resources) != len(table.All()) || whole.CreatedBy != CreatedBy {
		t.Errorf("%d resources by %q", len(whole.Resources), whole.CreatedBy)
	}
	var values resource
	for _, one := range whole.Resources {
		for _, field := range one.Schema.Fields {
			if field.Type == "" || field.Title == "" || field.Description == "" {
				t.Errorf("%s.%s is half described: %+v", one.Name, field.Name, field)
			}
		}
		if one.Name == "values" {
			values = one
		}
	}
	number := values.Schema.Fields[slices.IndexFunc(values.Schema.Fields, func(one field) bool { return one.Name == "number" })]
	if values.Path != "values.csv" || values.Dialect.LineTerminator != "\r\n" || number.Type != "number" ||
		number.Source != "items[].indicators[].values[].number" || len(values.Schema.ForeignKeys) != 2 ||
		values.Schema.ForeignKeys[1].Reference.Resource != "indicators" {
		t.Errorf("values is described as %+v", values)
	}
}

func TestSameBytesTwice(t *testing.T) {
	documents := fixtures(t)
	for _, format := range []*Format{CSV, JSONLines} {
		first, second := write(t, format, Options{}, documents...), write(t, format, Options{}, documents...)
		for name := range first {
			if !bytes.Equal(first[name].Bytes(), second[name].Bytes()) {
				t.Errorf("%s differs", name)
			}
		}
	}
}

// full takes no bytes, from some file on.
type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestErrorsOfTheStreams(t *testing.T) {
	documents := fixtures(t)
	for _, bad := range CSV.Names() {
		writer, err := NewWriter(CSV, Options{}, func(name string) (io.Writer, error) {
			if name == bad {
				return full{}, nil
			}
			return io.Discard, nil
		})
		for index := 0; err == nil && index < len(documents); index++ {
			err = writer.Write(documents[index])
		}
		if err == nil {
			err = writer.Close()
		}
		if !errors.Is(err, errFull) {
			t.Errorf("%s: %v", bad, err)
		}
		if _, err := NewWriter(CSV, Options{}, func(string) (io.Writer, error) { return nil, errFull }); !errors.Is(err, errFull) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

// Any text comes back from the CSV as it was.
func FuzzCSVText(f *testing.F) {
	for _, text := range []string{"a,b", "\"", "一\r\n二", "=1", "'", " ", "\x00"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		files := write(t, CSV, Options{}, one(text, "end"))
		// The reader makes one line break of CR LF everywhere, in fields too.
		records, err := csv.NewReader(strings.NewReader(files["notes.csv"].String())).ReadAll()
		if err != nil || len(records) != 3 || records[1][4] != strings.ReplaceAll(text, "\r\n", "\n") || records[2][4] != "end" {
			t.Errorf("%q is read back as %q: %v", text, records, err)
		}
	})
}
