package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"sheetconv/model"
	"sheetconv/model/check"
)

// nasty is what no report may trip over: signs of every format, control characters,
// and what is no Unicode.
const nasty = "50% : a,b\r\nc <x> & \"y\" ]]> \x1b[31m \u2028 \xff ::error::d"

// checkAll runs check over files whose documents have the given diagnostics each, and
// returns the report. What the rules say of documents with nothing else in them is
// not the matter.
func checkAll(t *testing.T, report string, files map[string][]model.Diagnostic, flags ...string) string {
	t.Helper()
	folder := t.TempDir()
	t.Chdir(folder)
	for name := range files {
		if err := os.WriteFile(name, []byte(name), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	arguments := append([]string{"check", "--fail-on", "never", "--select", string(model.CodeUnmapped), "--report", report, "."}, flags...)
	s, stdout, stderr := testSession(nil, arguments...)
	s.parse = parseWith(func(text string) ([]*model.Document, error) {
		return []*model.Document{{Schema: model.Schema, Kind: model.PlanDocument, Diagnostics: files[text]}}, nil
	})
	if code := s.run(arguments); code != 0 {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	return stdout.String()
}

func diagnosticAt(severity model.Severity, line int, message string) model.Diagnostic {
	return model.Diagnostic{
		Severity: severity, Code: model.CodeUnmapped, At: model.Position{Line: int32(line), Column: 2}, Message: message,
	}
}

// Every kind of run gives a log that is valid by the schema that OASIS published.
func TestSARIFIsValid(t *testing.T) {
	published, err := jsonschema.UnmarshalJSON(strings.NewReader(readFile(t, "testdata/sarif-schema-2.1.0.json")))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("sarif.json", published); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	if schema.Validate(map[string]any{"version": "2.1.0", "runs": []any{map[string]any{"results": nil}}}) == nil {
		t.Fatal("the schema finds everything valid")
	}
	known := findingOf(model.CodeUnmapped, model.SeverityInfo, nasty)
	for name, files := range map[string]map[string][]model.Diagnostic{
		"no files":    {},
		"no findings": {"a.txt": nil},
		"findings": {
			"a.txt":           {diagnosticAt(model.SeverityError, 1, "a"), diagnosticAt(model.SeverityInfo, 2, nasty), known.Diagnostic},
			"b c%,;見本#?.txt":  {diagnosticAt(model.SeverityWarning, 3, "b")},
			"d:e.txt":         {diagnosticAt(model.SeverityWarning, 3, "b")},
			"not Unicode\xff": {diagnosticAt(model.SeverityWarning, 3, "b")},
		},
	} {
		log := checkAll(t, reportSARIF, files)
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(log))
		if err == nil {
			err = schema.Validate(value)
		}
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, log)
		}
	}
}

// sarifLog is the part of a log that code scanning goes by.
type sarifLog struct {
	Runs []struct {
		Tool struct {
			Driver struct {
				Rules []struct {
					ID   string
					Help struct{ Text string }
				}
			}
		}
		ColumnKind string
		Results    []struct {
			RuleID              string
			RuleIndex           int
			Level               string
			Message             struct{ Text string }
			PartialFingerprints map[string]string
			Locations           []struct {
				PhysicalLocation struct {
					ArtifactLocation struct{ URI string }
					Region           struct{ StartLine, StartColumn int }
				}
			}
		}
	}
}

func TestSARIFResults(t *testing.T) {
	same := "found 人気, expected a label"
	text := checkAll(t, reportSARIF, map[string][]model.Diagnostic{"b %.txt": {
		diagnosticAt(model.SeverityInfo, 5, same), diagnosticAt(model.SeverityError, 9, same),
	}})
	var log sarifLog
	if err := json.Unmarshal([]byte(text), &log); err != nil || len(log.Runs) != 1 {
		t.Fatalf("%v\n%s", err, text)
	}
	run := log.Runs[0]
	if run.ColumnKind != "unicodeCodePoints" || len(run.Results) != 2 {
		t.Fatalf("the run is %+v", run)
	}
	for index, rule := range run.Tool.Driver.Rules {
		if rule.ID != string(rules()[index].Code) || rule.Help.Text == "" {
			t.Errorf("rule %d is %+v", index, rule)
		}
	}
	for index, want := range []struct {
		level string
		line  int
	}{{"note", 5}, {"error", 9}} {
		got := run.Results[index]
		place := got.Locations[0].PhysicalLocation
		if got.RuleID != string(model.CodeUnmapped) || run.Tool.Driver.Rules[got.RuleIndex].ID != got.RuleID ||
			got.Level != want.level || got.Message.Text != same || place.ArtifactLocation.URI != "b%20%25.txt" ||
			place.Region.StartLine != want.line || place.Region.StartColumn != 2 {
			t.Errorf("result %d is %+v", index, got)
		}
	}
	first, second := run.Results[0].PartialFingerprints["sheetconv/v1"], run.Results[1].PartialFingerprints["sheetconv/v1"]
	if hash, isFirst := strings.CutSuffix(first, ":1"); !isFirst || len(hash) != 16 || second != hash+":2" {
		t.Errorf("the fingerprints are %q and %q", first, second)
	}
	if empty := checkAll(t, reportSARIF, map[string][]model.Diagnostic{"a.txt": nil}); !strings.Contains(empty, `"results": []`) {
		t.Errorf("without findings there are no results:\n%s", empty)
	}
}

func TestURIs(t *testing.T) {
	for name, want := range map[string]string{
		"sheets/a.txt": "sheets/a.txt", "a b%.txt": "a%20b%25.txt", "見本": "%E8%A6%8B%E6%9C%AC", "../a": "../a",
		"<stdin>": "%3Cstdin%3E", "/tmp/a b": "file:///tmp/a%20b", "a:b": "./a:b", "a#b?c": "a%23b%3Fc",
	} {
		if got := uriOf(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

func TestJSONReportIsOneObject(t *testing.T) {
	text := checkAll(t, reportJSON, map[string][]model.Diagnostic{
		"a.txt": {diagnosticAt(model.SeverityError, 1, nasty), diagnosticAt(model.SeverityInfo, 2, "b")},
		"b.txt": {diagnosticAt(model.SeverityWarning, 1, "c")},
	})
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.DisallowUnknownFields()
	var report struct {
		Schema   string        `json:"schema"`
		Findings []jsonFinding `json:"findings"`
		Summary  jsonSummary   `json:"summary"`
	}
	if err := decoder.Decode(&report); err != nil || decoder.More() {
		t.Fatalf("%v\n%s", err, text)
	}
	if want := (jsonSummary{2, 2, 1, 1, 1}); report.Summary != want || len(report.Findings) != 3 ||
		report.Findings[0].Message != strings.ToValidUTF8(nasty, "\uFFFD") || report.Findings[2].File != "b.txt" {
		t.Errorf("the report is %+v", report)
	}
}

func TestJUnitIsXML(t *testing.T) {
	text := checkAll(t, reportJUnit, map[string][]model.Diagnostic{
		"a&<.txt": {diagnosticAt(model.SeverityError, 1, nasty)}, "b.txt": nil,
	})
	var report struct {
		XMLName xml.Name     `xml:"testsuites"`
		Suites  []junitSuite `xml:"testsuite"`
	}
	if err := xml.Unmarshal([]byte(text), &report); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if len(report.Suites) != 2 || report.Suites[0].Name != "a&<.txt" || report.Suites[0].Tests != 1 ||
		!strings.Contains(report.Suites[0].Cases[0].Output, "]]>") || len(report.Suites[1].Cases) != 1 {
		t.Errorf("the report is %+v", report)
	}
}

// No text and no name can end a command early, begin another one, or add a property.
func TestGitHubEscapes(t *testing.T) {
	text := checkAll(t, reportGitHub, map[string][]model.Diagnostic{"a,line=1:b%.txt": {diagnosticAt(model.SeverityError, 7, nasty)}})
	want := "::error file=a%2Cline=1%3Ab%25.txt,line=7,col=2,title=layout/unmapped::50%25 : a,b%0D%0Ac "
	lines := strings.Split(text, "\n")
	if !strings.HasPrefix(lines[0], want) || len(lines) != 3 {
		t.Errorf("printed %q", text)
	}
}

// Ten of a level are annotations. The others stand in the log, and are counted in an
// annotation of a level that has room.
func TestGitHubLimit(t *testing.T) {
	many := func(severity model.Severity, count int) (found []model.Diagnostic) {
		for line := range count {
			found = append(found, diagnosticAt(severity, line+1, "##[error]"+string(severity)+" "+strconv.Itoa(line+1)))
		}
		return found
	}
	for _, test := range []struct {
		errors, warnings, infos int
		summary                 string
	}{
		{10, 10, 10, ""},
		{13, 2, 0, "::notice title=sheetconv check::more findings are in the log of this step: 3 error layout/unmapped"},
		{1, 0, 12, "::warning title=sheetconv check::more findings are in the log of this step: 2 info layout/unmapped"},
		{2, 11, 11, "::error title=sheetconv check::more findings are in the log of this step: " +
			"1 warning layout/unmapped, 1 info layout/unmapped"},
		{0, 11, 11, "- more findings are in the log of this step: 1 warning layout/unmapped, 1 info layout/unmapped"},
		{0, 12, 1, "::notice title=sheetconv check::more findings are in the log of this step: 2 warning layout/unmapped"},
		{0, 0, 11, "- more findings are in the log of this step: 1 info layout/unmapped"},
		{11, 11, 11, "- more findings are in the log of this step: " +
			"1 error layout/unmapped, 1 warning layout/unmapped, 1 info layout/unmapped"},
	} {
		text := checkAll(t, reportGitHub, map[string][]model.Diagnostic{
			"::error::a": many(model.SeverityError, test.errors),
			"b.txt":      many(model.SeverityWarning, test.warnings),
			"c.txt":      many(model.SeverityInfo, test.infos),
		})
		lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
		findings := lines[:len(lines)-1]
		if test.summary != "" {
			if last := findings[len(findings)-1]; last != test.summary {
				t.Errorf("the summary is %q, want %q", last, test.summary)
			}
			findings = findings[:len(findings)-1]
		}
		annotations := map[string]int{}
		for _, line := range findings {
			level, _, _ := strings.Cut(line, " ")
			annotations[level]++
			if level == "-" && strings.Contains(line, "##[") {
				t.Errorf("a line of the log is a command: %q", line)
			}
		}
		want := map[string]int{}
		for level, count := range map[string]int{"::error": test.errors, "::warning": test.warnings, "::notice": test.infos} {
			if count > 0 {
				want[level] = min(count, githubLimit)
			}
			if count > githubLimit {
				want["-"] += count - githubLimit
			}
		}
		if fmt.Sprint(annotations) != fmt.Sprint(want) {
			t.Errorf("%+v: the lines are %v, want %v", test, annotations, want)
		}
	}
}

// A text report shows what it is given and cannot be made to steer the terminal.
func TestTextReportIsPlain(t *testing.T) {
	text := checkAll(t, reportText, map[string][]model.Diagnostic{"a.txt": {diagnosticAt(model.SeverityError, 1, nasty)}})
	if strings.ContainsAny(text, "\x1b\r") || !strings.HasSuffix(text, "1 error, 0 warnings, 0 info in 1 file\n") {
		t.Errorf("printed %q", text)
	}
}

// On a terminal the report has colours, and its lines are no wider.
func TestTextReportOnATerminal(t *testing.T) {
	s, _, _ := testSession(nil)
	into := &destination{name: "report.txt"}
	shown := s.newTextReport(into)
	shown.terminal = terminal{is: true, width: 30, colour: true}
	one := finding{Finding: check.Finding{Diagnostic: diagnosticAt(model.SeverityWarning, 1, "found 人気")}}
	file := &checkedFile{from: input{"a.txt"}, findings: []finding{one}, text: strings.Repeat("市", 50)}
	if err := errors.Join(shown.file(file), shown.end(checkTotal{files: 1, fresh: counts{warnings: 1}})); err != nil {
		t.Fatal(err)
	}
	want := "\x1b[1ma.txt\x1b[0m\n" +
		"  \x1b[1m1:2: \x1b[0m\x1b[33mwarning:\x1b[0m found 人気\x1b[2m [layout/unmapped]\x1b[0m\n" +
		"    市市市市市市市市市市市…\n  \x1b[1;32m    ^\x1b[0m\n\n0 errors, 1 warning, 0 info in 1 file\n"
	if got := into.buffer.String(); got != want {
		t.Errorf("printed\n%q, want\n%q", got, want)
	}
}

// A panic in a rule or in the parser is of one file; the others are checked.
func TestCheckSurvivesAPanic(t *testing.T) {
	bad, good := writeFile(t, "bad.txt", "bad"), writeFile(t, "good.txt", "good")
	arguments := []string{"check", "--report", "json", bad, good}
	s, stdout, stderr := testSession(nil, arguments...)
	s.parse = parseWith(func(text string) ([]*model.Document, error) {
		if text == "bad" {
			panic("cell claimed\ntwice")
		}
		return []*model.Document{{Schema: model.Schema, Kind: model.PlanDocument}}, nil
	})
	if code := s.run(arguments); code != 2 {
		t.Errorf("exit code %d", code)
	}
	if !strings.HasPrefix(stderr.String(), bad+": error: sheetconv itself failed on this file (") {
		t.Errorf("said %q", stderr)
	}
	if !strings.Contains(stdout.String(), `"files": 1,`) {
		t.Errorf("printed %s", stdout)
	}
}

// The same folder gives the same bytes, whichever file is done first.
func TestReportsAreDeterministic(t *testing.T) {
	sheets, err := filepath.Abs("../../testdata/forms")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range reportNames {
		var first []byte
		for range 3 {
			arguments := []string{"check", "--report", name, sheets}
			s, stdout, stderr := testSession(nil, arguments...)
			if code := s.run(arguments); code != 1 || stderr.Len() > 0 {
				t.Fatalf("exit code %d: %s", code, stderr)
			}
			if first == nil {
				first = stdout.Bytes()
			} else if !bytes.Equal(first, stdout.Bytes()) {
				t.Errorf("%s: another time it is otherwise", name)
			}
		}
	}
}
