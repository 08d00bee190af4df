package main

import (
	"bytes"
	"encoding/json"
	"strings"

	"sheetconv/model"
)

// jsonReport is one JSON object for scripts. The findings are written as they come,
// so the summary stands behind them.
type jsonReport struct {
	into  *destination
	begun bool
}

// jsonFinding is a finding as scripts read it. Line and column are of the sheet, also
// where the file is a model.
type jsonFinding struct {
	File     string         `json:"file"`
	Line     int32          `json:"line,omitempty"`
	Column   int32          `json:"column,omitempty"`
	Severity model.Severity `json:"severity"`
	Code     model.Code     `json:"code"`
	Item     string         `json:"item,omitempty"`
	Message  string         `json:"message"`
	Found    string         `json:"found,omitempty"`
	Expected string         `json:"expected,omitempty"`
	Baseline bool           `json:"baseline"`
}

// jsonSummary counts what is in the report: the counts by severity are those of all
// findings, the known ones too.
type jsonSummary struct {
	Files     int `json:"files"`
	Documents int `json:"documents"`
	Error     int `json:"error"`
	Warning   int `json:"warning"`
	Info      int `json:"info"`
}

func (r *jsonReport) begin() error {
	_, err := r.into.Write([]byte("{\n  \"schema\": \"sheetconv-check/v1\",\n  \"findings\": ["))
	return err
}

func (r *jsonReport) file(file *checkedFile) error {
	for _, one := range file.findings {
		row := jsonFinding{
			File: file.from.path(), Line: one.At.Line, Column: one.At.Column, Severity: one.Severity, Code: one.Code,
			Item: one.Item, Message: one.Message, Found: one.Found, Expected: one.Expected, Baseline: one.known,
		}
		if err := writeElement(r.into, &r.begun, "    ", row); err != nil {
			return err
		}
	}
	return r.into.flush()
}

func (r *jsonReport) end(total checkTotal) error {
	summary, err := indentedJSON("  ", jsonSummary{
		total.files, total.documents, total.all.errors, total.all.warnings, total.all.infos,
	})
	if err != nil {
		return err
	}
	closing := "],\n  \"summary\": "
	if r.begun {
		closing = "\n  " + closing
	}
	_, err = r.into.Write([]byte(closing + summary + "\n}\n"))
	return err
}

// writeElement writes one more element of a JSON array that is open.
func writeElement(into *destination, begun *bool, indent string, value any) error {
	text, err := indentedJSON(indent, value)
	if err != nil {
		return err
	}
	before := "\n" + indent
	if *begun {
		before = "," + before
	}
	*begun = true
	_, err = into.Write([]byte(before + text))
	return err
}

// indentedJSON is a value that stands in an indented place, without a line break at
// its end. Signs of HTML stay as they are.
func indentedJSON(indent string, value any) (string, error) {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent(indent, "  ")
	err := encoder.Encode(value)
	return strings.TrimRight(buffer.String(), "\n"), err
}
