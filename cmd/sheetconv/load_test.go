package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sheetconv/model"
	"sheetconv/parser"
)

// loadAll loads what the arguments name in a folder of these files, with a parser to
// which each word of a sheet is a document. It returns a line a document: its
// input's name, its place, its title, its file.
func loadAll(t *testing.T, files map[string]string, stdin string, arguments ...string) (lines []string, stderr string, how outcome) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	s, _, told := testSession(nil)
	s.stdin = strings.NewReader(stdin)
	s.parse = parseWith(func(text string) ([]*model.Document, error) {
		if text == "bad" {
			return nil, errors.New("no sheet")
		}
		var documents []*model.Document
		for word := range strings.FieldsSeq(text) {
			documents = append(documents, &model.Document{
				Title: word, Items: []model.Item{{ID: "1", At: model.Position{Line: 1, Column: 1}}},
			})
		}
		return documents, nil
	})
	sources, how, err := s.loadFiles(arguments)
	if err != nil {
		t.Fatal(err)
	}
	options := sheetFlags{readFlags: readFlags{limit: byteSize{bytes: parser.DefaultMaxBytes}}}
	read, err := s.load(options, sources, func(one loaded) error {
		if !one.isModel && one.Items[0].At.IsZero() {
			t.Errorf("%s has lost its positions", one.input)
		}
		lines = append(lines, fmt.Sprintf("%s %d %s %s", one.input, one.place, one.Title, filepath.ToSlash(one.from.name)))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return lines, told.String(), max(how, read)
}

func modelLine(title string) string {
	return `{"schema":"sheetconv/v1","kind":"plan","title":"` + title + `"}` + "\n"
}

func entryLine(path, output string, documents int) string {
	status := "ok"
	if output == "" {
		status = "failed"
	}
	return `{"path":"` + path + `","status":"` + status + `","documents":` + strconv.Itoa(documents) +
		`,"output":"` + output + `"}` + "\n"
}

func TestLoad(t *testing.T) {
	for name, test := range map[string]struct {
		files     map[string]string
		stdin     string
		arguments []string
		want      []string
		stderr    string
		how       outcome
	}{
		"sheets and models in a folder, hidden files left out": {
			files: map[string]string{
				"in/b.txt": "one two", "in/a/z.yaml": "schema: sheetconv/v1\nkind: plan\ntitle: three\n", "in/.h.txt": "no",
				"in/c.jsonl": modelLine("four") + "\n" + modelLine("five"), "in/d.jsonl": "six",
			},
			arguments: []string{"in"},
			want: []string{
				"in/a/z.yaml 1 three in/a/z.yaml", "in/b.txt 1 one in/b.txt", "in/b.txt 2 two in/b.txt",
				"in/c.jsonl 1 four in/c.jsonl", "in/c.jsonl 2 five in/c.jsonl", "in/d.jsonl 1 six in/d.jsonl",
			},
		},
		"the current folder, and a file named again": {
			files: map[string]string{"a.txt": "one"}, arguments: []string{".", "./a.txt"},
			want: []string{"a.txt 1 one a.txt"},
		},
		"names that are the same without their folders": {
			files:     map[string]string{"x/a.txt": "one", "y/x/a.txt": "two"},
			arguments: []string{"x/a.txt", "y/../x/a.txt", "../" + "REST/y/x/a.txt"},
			want:      []string{"x/a.txt 1 one x/a.txt"},
			stderr:    "../REST/y/x/a.txt: error: there is no such file; check the name\n", how: failed,
		},
		"the standard input": {
			stdin: modelLine("one"), arguments: []string{"-"}, want: []string{"stdin 1 one -"},
		},
		"a batch with a model for each sheet": {
			files: map[string]string{
				"out/manifest.jsonl": entryLine("s/b.txt", "s/b.txt.json", 1) + entryLine("bad.txt", "", 0) + entryLine("s/a.txt", "s/a.txt.json", 2),
				"out/s/a.txt.json":   modelLine("one") + modelLine("two"), "out/s/b.txt.json": modelLine("three"), "out/old.json": "bad",
			},
			arguments: []string{"out"},
			want:      []string{"out/s/b.txt 1 three out/s/b.txt.json", "out/s/a.txt 1 one out/s/a.txt.json", "out/s/a.txt 2 two out/s/a.txt.json"},
			stderr:    "out/manifest.jsonl: error: 1 input had failed and is missing here; the manifest says why\n", how: reported,
		},
		"a batch in parts, by its manifest and inside a folder": {
			files: map[string]string{
				"all/out/manifest.jsonl": entryLine("a.txt", "part-00000.jsonl", 2) + entryLine("none.txt", "part-00000.jsonl", 0) +
					entryLine("b.txt", "part-00000.jsonl", 1) + entryLine("c.txt", "part-00001.jsonl", 1),
				"all/out/part-00000.jsonl": modelLine("one") + modelLine("two") + modelLine("three"),
				"all/out/part-00001.jsonl": modelLine("four"), "all/x.txt": "five",
			},
			arguments: []string{"all/out/manifest.jsonl", "all"},
			want: []string{
				"all/out/a.txt 1 one all/out/part-00000.jsonl", "all/out/a.txt 2 two all/out/part-00000.jsonl",
				"all/out/b.txt 1 three all/out/part-00000.jsonl", "all/out/c.txt 1 four all/out/part-00001.jsonl",
				"all/x.txt 1 five all/x.txt",
			},
		},
		"a bad sheet, and a bad line that keeps the names of the others": {
			files: map[string]string{
				"bad.txt": "bad", "out/manifest.jsonl": entryLine("a.txt", "part-00000.jsonl", 1) + entryLine("b.txt", "part-00000.jsonl", 1),
				"out/part-00000.jsonl": `{"schema":"sheetconv/v1","kind":"plan","colour":1}` + "\n" + modelLine("two"),
			},
			arguments: []string{"bad.txt", "out"},
			want:      []string{"out/b.txt 1 two out/part-00000.jsonl"},
			stderr: "bad.txt: error: no sheet\n" +
				"out/part-00000.jsonl:1:40: error: unknown key \"colour\"\n", how: reported,
		},
		"a later schema, in its line": {
			files:     map[string]string{"m.jsonl": modelLine("one") + "\n" + `{"schema":"sheetconv/v9","kind":"plan"}`},
			arguments: []string{"m.jsonl"}, want: []string{"m.jsonl 1 one m.jsonl"},
			stderr: "m.jsonl:3:11: error: its schema is sheetconv/v9, newer than sheetconv/v1; update sheetconv\n", how: reported,
		},
		"an output outside of the folder": {
			files:     map[string]string{"out/manifest.jsonl": entryLine("a", "a.json", 1) + entryLine("b", "../b.json", 1), "b.json": modelLine("no")},
			arguments: []string{"out"},
			stderr:    "out/manifest.jsonl:2:1: error: the output ../b.json is not below this folder; run batch again\n", how: failed,
		},
		"an output that is missing, and one that is another": {
			files:     map[string]string{"out/manifest.jsonl": entryLine("a", "a.json", 1) + entryLine("b", "b.json", 2), "out/b.json": modelLine("one")},
			arguments: []string{"out"}, want: []string{"out/b 1 one out/b.json"},
			stderr: "out/a.json: error: there is no such file; check the name\n" +
				"out/b.json: error: found 1 documents, the manifest says 2; run batch again\n", how: failed,
		},
		"a manifest of something else": {
			files:     map[string]string{"manifest.jsonl": "{}\n"},
			arguments: []string{"manifest.jsonl"},
			stderr:    "manifest.jsonl:1:1: error: not a line of a manifest that batch wrote; run batch again, or name the models themselves\n", how: failed,
		},
		"an empty folder": {
			files: map[string]string{"in/.hidden": ""}, arguments: []string{"in"}, stderr: "in: there are no files in it\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			lines, stderr, how := loadAll(t, test.files, test.stdin, test.arguments...)
			if !slices.Equal(lines, test.want) || stderr != test.stderr || how != test.how {
				t.Errorf("loaded\n%s\nwant\n%s\ntold %q\nwant %q; %d, want %d",
					strings.Join(lines, "\n"), strings.Join(test.want, "\n"), stderr, test.stderr, how, test.how)
			}
		})
	}
}

// Where files lie on the machine is no part of their names, and no two have the same.
func TestNamesOfLoadedFiles(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"x/in/a.txt", "y/in/a.txt", "y/in/b.txt"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(folder, name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), []byte("one"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	lines, _, how := loadAll(t, nil, "", filepath.Join(folder, "x/in"), filepath.Join(folder, "y/in"))
	for index, want := range []string{"in/a.txt 1 one ", "in/a.txt (2) 1 one ", "in/b.txt 1 one "} {
		if how != done || len(lines) != 3 || !strings.HasPrefix(lines[index], want) {
			t.Fatalf("loaded %q, %d", lines, how)
		}
	}
}
