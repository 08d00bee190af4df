package batch

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"sheetconv/export"
	"sheetconv/model"
)

var errBad = errors.New("bad sheet")

// world is a folder of inputs and one of outputs, and how often inputs were parsed.
type world struct {
	t      *testing.T
	in     string
	out    string
	parsed atomic.Int64
}

func newWorld(t *testing.T) *world {
	t.Helper()
	return &world{t: t, in: t.TempDir(), out: filepath.Join(t.TempDir(), "out")}
}

func (w *world) write(name, text string) {
	w.t.Helper()
	path := filepath.Join(w.in, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(text), 0o666)); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) remove(name string) {
	w.t.Helper()
	if err := os.RemoveAll(filepath.Join(w.in, filepath.FromSlash(name))); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) link(name, to string) {
	w.t.Helper()
	if err := os.Symlink(to, filepath.Join(w.in, filepath.FromSlash(name))); err != nil {
		w.t.Skip(err)
	}
}

// options are those of a run over the whole world. A sheet is bad if it says so;
// otherwise each of its lines is a document.
func (w *world) options(format string) Options {
	writer, _ := export.Find(format)
	return Options{
		Sources: []string{w.in}, Output: w.out, Writer: writer, PartBytes: 1 << 10, Jobs: 4,
		Limits: Limits{Bytes: 1 << 20, Members: 1000, Ratio: 100}, Settings: "s", Reason: error.Error,
		Parse: func(name string, data []byte) ([]*model.Document, error) {
			w.parsed.Add(1)
			if strings.HasPrefix(string(data), "bad") {
				return nil, errBad
			}
			digest := sha256.Sum256(data)
			var documents []*model.Document
			for line := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n") {
				documents = append(documents, &model.Document{
					Schema: model.Schema, Kind: model.PlanDocument, Title: line, Items: make([]model.Item, 2),
					Source: &model.Source{Name: name, SHA256: hex.EncodeToString(digest[:]), Form: "form"},
				})
			}
			return documents, nil
		},
	}
}

// run converts, and returns how often it parsed.
func (w *world) run(options Options) (*Report, int64) {
	w.t.Helper()
	before := w.parsed.Load()
	report, err := Run(context.Background(), options)
	if err != nil {
		w.t.Fatal(err)
	}
	return report, w.parsed.Load() - before
}

func (w *world) manifest() []Entry {
	w.t.Helper()
	data, err := os.ReadFile(filepath.Join(w.out, ManifestName))
	if err != nil {
		w.t.Fatal(err)
	}
	var entries []Entry
	for line := range bytes.Lines(data) {
		var entry Entry
		if err := json.Unmarshal(line, &entry); err != nil {
			w.t.Fatalf("%s: %v", line, err)
		}
		entries = append(entries, entry)
	}
	return entries
}

// accounts are the lines of the manifest in short.
func (w *world) accounts() string {
	var text strings.Builder
	for _, entry := range w.manifest() {
		fmt.Fprintf(&text, "%s %s", entry.key(), entry.Status)
		if entry.Reason != "" {
			text.WriteString(": " + entry.Reason)
		}
		text.WriteString("\n")
	}
	return text.String()
}

// tree is all that a folder holds: names and bytes.
func tree(t *testing.T, folder string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(folder, path)
		found[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func names(found map[string]string) []string {
	var all []string
	for name := range found {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}

func sameTree(t *testing.T, got, want map[string]string) {
	t.Helper()
	if !slices.Equal(names(got), names(want)) {
		t.Errorf("holds %q, want %q", names(got), names(want))
	}
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%s is\n%s\nwant\n%s", name, got[name], text)
		}
	}
}

func TestOneFileForEachInput(t *testing.T) {
	w := newWorld(t)
	w.write("b.txt", "one\ntwo")
	w.write("a/x.txt", "three")
	w.write("a.txt", "bad")
	w.write("a-b/y.txt", "four")
	w.write("empty", "bad, too")
	report, _ := w.run(w.options("yaml"))

	// In the order of whole paths: - before . before /.
	want := "a-b/y.txt ok\na.txt failed: bad sheet\na/x.txt ok\nb.txt ok\nempty failed: bad sheet\n"
	if got := w.accounts(); got != want {
		t.Errorf("the manifest says\n%s\nwant\n%s", got, want)
	}
	if got, want := names(tree(t, w.out)), []string{"a-b/y.txt.yaml", "a/x.txt.yaml", "b.txt.yaml", "manifest.jsonl"}; !slices.Equal(got, want) {
		t.Errorf("the output holds %q, want %q", got, want)
	}
	b := w.manifest()[3]
	digest := sha256.Sum256([]byte("one\ntwo"))
	if b.Documents != 2 || b.Items != 4 || b.Form != "form" || b.Bytes != 7 || b.SHA256 != hex.EncodeToString(digest[:]) || b.Output != "b.txt.yaml" {
		t.Errorf("the entry is %+v", b)
	}
	if report.Inputs != 5 || report.Planned != 5 || report.Failed != 2 || len(report.Failures) != 2 ||
		report.Failures[0].Name != "a.txt" || !errors.Is(report.Failures[0].Fault, errBad) || len(report.Slowest) != 5 {
		t.Errorf("the report is %+v", report)
	}
	if len(report.Groups) != 2 || report.Groups[0] != (Group{Form: "form", Status: Done, Files: 3, Documents: 4, Items: 8}) ||
		report.Groups[1] != (Group{Status: Failed, Files: 2}) {
		t.Errorf("the groups are %+v", report.Groups)
	}
}

// What the command check goes by lies among the sheets, and is none.
func TestSettingsAreNoInputs(t *testing.T) {
	w := newWorld(t)
	w.write("a.txt", "a")
	w.write(".hidden.txt", "b")
	w.write(".sheetconv.yaml", "bad")
	w.write("sub/.sheetconv-baseline.yaml", "bad")
	w.write("z.zip", string(pack(t, packed{"sub/.sheetconv.yaml", "bad", nil}, packed{"m.txt", "m", nil})))
	w.run(w.options("yaml"))
	if got := w.accounts(); got != ".hidden.txt ok\na.txt ok\nz.zip/m.txt ok\n" {
		t.Errorf("the manifest says\n%s", got)
	}
	// Who names one means it.
	named := w.options("yaml")
	named.Sources = []string{filepath.Join(w.in, ".sheetconv.yaml")}
	w.run(named)
	if got := w.accounts(); got != ".sheetconv.yaml failed: bad sheet\n" {
		t.Errorf("the manifest says\n%s", got)
	}
}

// fill makes many inputs, some of them bad.
func (w *world) fill(count int) {
	for number := range count {
		text := fmt.Sprintf("sheet %d\nand its second page", number)
		if number%17 == 3 {
			text = fmt.Sprintf("bad %d", number)
		}
		w.write(fmt.Sprintf("%d/%d.txt", number%7, number), text)
	}
}

func TestJobsMakeNoDifference(t *testing.T) {
	for _, format := range []string{"yaml", "json", "jsonl"} {
		w := newWorld(t)
		w.fill(120)
		one := w.options(format)
		one.Jobs = 1
		w.run(one)
		want := tree(t, w.out)
		w.out = filepath.Join(t.TempDir(), "many")
		many := w.options(format)
		many.Jobs = 9
		w.run(many)
		sameTree(t, tree(t, w.out), want)
	}
}

func TestSharesAreDisjointAndWhole(t *testing.T) {
	w := newWorld(t)
	w.fill(60)
	all := 0
	seen := map[string]bool{}
	for _, share := range []string{"1/3", "2/3", "3/3"} {
		w.out = filepath.Join(t.TempDir(), "out")
		options := w.options("yaml")
		options.Share = share
		w.run(options)
		entries := w.manifest()
		if len(entries) < 5 {
			t.Errorf("the share %s has only %d", share, len(entries))
		}
		all += len(entries)
		for _, entry := range entries {
			seen[entry.Path] = true
		}
	}
	if all != 60 || len(seen) != 60 {
		t.Errorf("the shares have %d inputs, %d different ones", all, len(seen))
	}
	for _, text := range []string{"0/3", "4/3", "1", "/", "a/b", "1/0", "-1/2", "1/2/3"} {
		options := w.options("yaml")
		options.Share = text
		var malformed *PartError
		if _, err := Run(context.Background(), options); !errors.As(err, &malformed) {
			t.Errorf("the share %q: %v", text, err)
		}
	}
}

func TestPatterns(t *testing.T) {
	w := newWorld(t)
	for _, name := range []string{"a.txt", "b.md", "2021/c.txt", "2021/old/d.txt", "2022/e.txt"} {
		w.write(name, "x")
	}
	for _, test := range []struct {
		include, exclude []string
		want             string
	}{
		{nil, nil, "2021/c.txt 2021/old/d.txt 2022/e.txt a.txt b.md"},
		{[]string{"*.txt"}, nil, "2021/c.txt 2021/old/d.txt 2022/e.txt a.txt"},
		{[]string{"*.txt"}, []string{"old"}, "2021/c.txt 2022/e.txt a.txt"},
		{[]string{"2021/**"}, nil, "2021/c.txt 2021/old/d.txt"},
		{[]string{"*.md", "2022/*"}, nil, "2022/e.txt b.md"},
		{nil, []string{"202?", "*.md"}, "a.txt"},
	} {
		options := w.options("yaml")
		options.Include, options.Exclude = test.include, test.exclude
		options.Output = filepath.Join(t.TempDir(), "out")
		w.out = options.Output
		w.run(options)
		var got []string
		for _, entry := range w.manifest() {
			got = append(got, entry.Path)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%q without %q: %q, want %q", test.include, test.exclude, got, test.want)
		}
	}
	options := w.options("yaml")
	options.Include = []string{"[a"}
	var malformed *PatternError
	if _, err := Run(context.Background(), options); !errors.As(err, &malformed) || malformed.Pattern != "[a" {
		t.Errorf("a malformed pattern: %v", err)
	}
}

// The manifest is in the order of paths and members, also with several sources and
// folders that can't be read.
func TestOrderOfTheManifest(t *testing.T) {
	w := newWorld(t)
	for _, name := range []string{"1/a/x", "1/a-b", "1/a.b", "1/z", "2/a/w", "2/a0", "2/表/x", "2/a b"} {
		w.write(name, "x")
	}
	w.write("2/a/m.zip", string(pack(t, packed{"q/r", "x", nil}, packed{"q-r", "x", nil}, packed{"q", "bad", nil})))
	options := w.options("jsonl")
	options.Sources = []string{filepath.Join(w.in, "2"), filepath.Join(w.in, "1"), filepath.Join(w.in, "missing")}
	w.run(options)
	entries := w.manifest()
	if len(entries) != 12 || !slices.IsSortedFunc(entries, func(a, b Entry) int { return a.key().compare(b.key()) }) {
		t.Errorf("the order is\n%s", w.accounts())
	}
}
