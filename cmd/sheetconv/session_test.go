package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"sheetconv/model"
	"sheetconv/parser"
)

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func writeFile(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// testSession returns a session with an empty environment, and what it prints.
func testSession(environment map[string]string, arguments ...string) (s *session, stdout, stderr *bytes.Buffer) {
	stdout, stderr = new(bytes.Buffer), new(bytes.Buffer)
	lookUp := func(name string) string { return environment[name] }
	return newSession(arguments, lookUp, strings.NewReader(""), stdout, stderr), stdout, stderr
}

// parseWith makes a session parse with a function of the test.
func parseWith(parse func(text string) ([]*model.Document, error)) func([]byte, parser.Options) (*parser.Result, error) {
	return func(data []byte, _ parser.Options) (*parser.Result, error) {
		documents, err := parse(string(data))
		if err != nil {
			return nil, err
		}
		return &parser.Result{Documents: documents, Text: string(data)}, nil
	}
}

func TestPanicIsReportedAndTheOthersAreDone(t *testing.T) {
	bad, good := writeFile(t, "bad.txt", "bad"), writeFile(t, "good.txt", "good")
	for _, debug := range []string{"", "1"} {
		arguments := []string{"parse", "--to", "jsonl", bad, good}
		s, stdout, stderr := testSession(map[string]string{"SHEETCONV_DEBUG": debug}, arguments...)
		s.parse = parseWith(func(text string) ([]*model.Document, error) {
			if text == "bad" {
				panic("cell claimed\ntwice")
			}
			return []*model.Document{{Schema: model.Schema, Kind: model.PlanDocument, Title: text}}, nil
		})
		if code := s.run(arguments); code != 2 {
			t.Errorf("exit code %d", code)
		}
		if got, want := stdout.String(), `{"schema":"sheetconv/v1","kind":"plan","title":"good"}`+"\n"; got != want {
			t.Errorf("printed %q", got)
		}
		first, rest, _ := strings.Cut(stderr.String(), "\n")
		want := bad + `: error: sheetconv itself failed on this file (cell claimed\ntwice): please report this, with the file`
		if first != want {
			t.Errorf("said %q, want %q", first, want)
		}
		if hasStack := strings.Contains(rest, "session_test.go"); hasStack != (debug != "") {
			t.Errorf("SHEETCONV_DEBUG=%s: a stack is %t", debug, hasStack)
		}
	}
}

func TestSummaryOnATerminal(t *testing.T) {
	file := writeFile(t, "sheet.txt", "見本\nab\n")
	arguments := []string{"parse", file, file + "x"}
	for language, want := range map[string]string{
		english:  "2 errors, 1 warning, 2 info in 2 files\n",
		japanese: "エラー 2 件、警告 1 件、情報 2 件（2 ファイル）\n",
	} {
		s, _, stderr := testSession(map[string]string{"LANG": language}, arguments...)
		s.terminal = terminal{is: true, width: 40}
		s.parse = parseWith(func(string) ([]*model.Document, error) {
			at := model.Position{Line: 1, Column: 2}
			return []*model.Document{{Schema: model.Schema, Kind: model.PlanDocument, Diagnostics: []model.Diagnostic{
				model.NewDiagnostic(model.CodeNoName, at, "a"),
				model.NewDiagnostic(model.CodeUnmapped, at, "a"),
				model.NewDiagnostic(model.CodeJoinedCells, model.Position{}, "a", "b"),
				model.NewDiagnostic(model.CodePageBreak, model.Position{Line: 9, Column: 1}, "a", "b"),
			}}}, nil
		})
		if code := s.run(arguments); code != 2 {
			t.Errorf("exit code %d", code)
		}
		text := stderr.String()
		if !strings.HasSuffix(text, want) {
			t.Errorf("%s ends otherwise:\n%s", language, text)
		}
		if strings.Count(text, "  見本\n    ^\n") != 2 || strings.Contains(text, "\x1b") {
			t.Errorf("the carets are wrong:\n%s", text)
		}
		if !strings.Contains(text, file+": info: ") {
			t.Errorf("a diagnostic without a place is told otherwise:\n%s", text)
		}
	}
}

type brokenWriter struct{}

var errBroken = errors.New("broken pipe")

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestStdoutThatBreaks(t *testing.T) {
	file := writeFile(t, "sheet.txt", "見本")
	for _, arguments := range [][]string{
		{"parse", file}, {"parse", "--to", "json", file}, {"detect", file}, {"detect", "--to", "json", file},
		{"check", file}, {"check", "--report", "json", file}, {"check", "--report", "sarif", file},
		{"check", "--report", "junit", file}, {"check", "--report", "github", file}, {"check", "--explain", "text"},
		{"forms"}, {"forms", "--to", "json"}, {"schema"}, {"version"},
	} {
		s, _, stderr := testSession(nil, arguments...)
		s.stdout = brokenWriter{}
		s.parse = parseWith(func(string) ([]*model.Document, error) {
			return []*model.Document{{Schema: model.Schema, Kind: model.PlanDocument}}, nil
		})
		code := s.run(arguments)
		if want := "sheetconv: error: cannot write <stdout>: broken pipe\n"; code != 2 || stderr.String() != want {
			t.Errorf("%q: exit code %d, said %q", arguments, code, stderr)
		}
	}
}

func TestHelpFitsEightyColumns(t *testing.T) {
	for _, language := range []string{english, japanese} {
		s, _, _ := testSession(map[string]string{"LANG": language})
		commands := []*cobra.Command{s.newRootCommand()}
		for len(commands) > 0 {
			command := commands[0]
			commands = append(commands[1:], command.Commands()...)
			text := s.helpText(command)
			for line := range strings.SplitSeq(text, "\n") {
				if s.width.Of(line) > 80 || strings.HasSuffix(line, " ") {
					t.Errorf("%s: %d columns: %q", command.CommandPath(), s.width.Of(line), line)
				}
			}
			if command.Short == "" || command.Long == "" || command.Example == "" {
				t.Errorf("%s has no whole help", command.CommandPath())
			}
			for _, section := range []string{s.say("Usage:"), s.say("Examples:"), s.say("Global flags:")} {
				if !strings.Contains(text, "\n"+section+"\n") {
					t.Errorf("%s has no section %s", command.CommandPath(), section)
				}
			}
		}
	}
}

// Every example of a command must be a command line that the program takes.
func TestExamplesAreTaken(t *testing.T) {
	s, _, _ := testSession(nil)
	commands := []*cobra.Command{s.newRootCommand()}
	for len(commands) > 0 {
		command := commands[0]
		commands = append(commands[1:], command.Commands()...)
		for line := range strings.SplitSeq(command.Example, "\n") {
			at := strings.Index(line, "sheetconv ")
			if at < 0 || strings.HasPrefix(strings.TrimSpace(line), "#") {
				continue
			}
			words := strings.Fields(line[at:])[1:]
			for index, word := range words {
				if strings.ContainsAny(word, "|>)") {
					words = append(words[:index:index], strings.TrimSuffix(word, ")"))
					break
				}
			}
			root, _, _ := testSession(nil)
			found, rest, err := root.newRootCommand().Find(words)
			if err == nil {
				err = found.ParseFlags(rest)
			}
			if err != nil {
				t.Errorf("%q: %v", line, err)
			}
		}
	}
}
