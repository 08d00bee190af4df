package export

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
)

func documents() []*model.Document {
	first := &model.Document{
		Schema: model.Schema,
		Source: &model.Source{Name: "sheet.txt", Form: "misato-program", Confidence: model.NewNumber(100, 2)},
		Kind:   model.ProgramEvaluation,
		Title:  "第9次見本計画 <b>事務事業</b> & 評価",
		Items: []model.Item{{
			ID: "9000001", Kind: model.Program, Name: "見本事業",
			Texts: []model.Text{{Key: model.TextOverview, Label: "概要", Text: "一行目\n　二行目"}},
			Indicators: []model.Indicator{{Name: "件数", Values: []model.Value{
				{FY: 2022, Measure: model.Actual, Figure: model.Figure{Raw: "3.70", Number: model.NewNumber(370, 2)}},
			}}},
			Costs: []model.Cost{{Line: model.CostTotal, Yen: model.NewYen(-5000), Raw: "△5千円"}},
		}},
		Diagnostics: []model.Diagnostic{model.NewDiagnostic(model.CodeNoName, model.Position{Line: 3, Column: 4}, "事業名")},
	}
	return []*model.Document{first, {Schema: model.Schema, Kind: model.PlanDocument, Notes: []string{"yes", "---", "1:30"}}}
}

func write(t *testing.T, writer Writer, documents []*model.Document) string {
	t.Helper()
	var buffer bytes.Buffer
	if err := writer.Write(&buffer, documents); err != nil {
		t.Fatal(err)
	}
	return buffer.String()
}

const wantYAML = `schema: sheetconv/v1
source:
  name: sheet.txt
  form: misato-program
  confidence: 1.00
kind: program_evaluation
title: 第9次見本計画 <b>事務事業</b> & 評価
items:
  - id: "9000001"
    kind: program
    name: 見本事業
    texts:
      - key: overview
        label: 概要
        text: |-
          一行目
          　二行目
    indicators:
      - name: 件数
        values:
          - fy: 2022
            measure: actual
            raw: "3.70"
            number: 3.70
    costs:
      - line: total
        yen: -5000
        raw: △5千円
diagnostics:
  - severity: error
    code: required/name
    at: "3:4"
    message: found no 事業名, expected the name of what the sheet is about
---
schema: sheetconv/v1
kind: plan
notes:
  - "yes"
  - "---"
  - "1:30"
`

const wantJSON = `{
  "schema": "sheetconv/v1",
  "kind": "plan",
  "notes": [
    "yes",
    "---",
    "1:30"
  ]
}
`

func TestShapes(t *testing.T) {
	byName := func(name string) Writer {
		writer, found := Find(name)
		if !found {
			t.Fatalf("there is no writer %s", name)
		}
		return writer
	}
	if got := write(t, byName("yaml"), documents()); got != wantYAML {
		t.Errorf("YAML is\n%s\nwant\n%s", got, wantYAML)
	}
	if got := write(t, byName("json"), documents()[1:]); got != wantJSON {
		t.Errorf("JSON is\n%s\nwant\n%s", got, wantJSON)
	}
	lines := strings.Split(write(t, byName("jsonl"), documents()), "\n")
	if len(lines) != 3 || lines[2] != "" ||
		!strings.HasPrefix(lines[0], `{"schema":"sheetconv/v1","source":{"name":"sheet.txt","form":"misato-program","confidence":1.00},`) ||
		!strings.Contains(lines[0], `"title":"第9次見本計画 <b>事務事業</b> & 評価"`) ||
		lines[1] != `{"schema":"sheetconv/v1","kind":"plan","notes":["yes","---","1:30"]}` {
		t.Errorf("JSON Lines are\n%s", strings.Join(lines, "\n"))
	}
}

func TestFind(t *testing.T) {
	if want := []string{"yaml", "json", "jsonl"}; !slices.Equal(Names(), want) {
		t.Errorf("the names are %q", Names())
	}
	for _, name := range []string{"", "YAML", "xml"} {
		if _, found := Find(name); found {
			t.Errorf("there is a writer %q", name)
		}
	}
}

// What is written can be read back, and is the same when it is written again, in
// one go or in several with the separator in between.
func TestRoundTrip(t *testing.T) {
	for _, writer := range Writers {
		whole := write(t, writer, documents())
		read, err := model.Read([]byte(whole))
		if err != nil {
			t.Fatalf("%s: %v", writer.Name, err)
		}
		if got := write(t, writer, read); got != whole {
			t.Errorf("%s: read back it is\n%s\nwant\n%s", writer.Name, got, whole)
		}
		parts := write(t, writer, documents()[:1]) + writer.Separator + write(t, writer, documents()[1:])
		if parts != whole {
			t.Errorf("%s: in parts it is\n%s\nwant\n%s", writer.Name, parts, whole)
		}
		if got := write(t, writer, nil); got != "" {
			t.Errorf("%s: of no document it is %q", writer.Name, got)
		}
	}
}

// fullDisk takes some bytes and then no more.
type fullDisk struct{ left int }

var errFull = errors.New("no space left")

func (d *fullDisk) Write(data []byte) (int, error) {
	written := min(d.left, len(data))
	d.left -= written
	if written < len(data) {
		return written, errFull
	}
	return written, nil
}

func TestErrorsOfTheStream(t *testing.T) {
	for _, writer := range Writers {
		size := len(write(t, writer, documents()))
		for left := range size {
			if err := writer.Write(&fullDisk{left}, documents()); !errors.Is(err, errFull) {
				t.Fatalf("%s: with room for %d of %d bytes: %v", writer.Name, left, size, err)
			}
		}
	}
}
