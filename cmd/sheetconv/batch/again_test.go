package batch

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sheetconv/model"
)

func TestUnchangedInputsAreLeftAlone(t *testing.T) {
	for _, format := range []string{"yaml", "jsonl"} {
		t.Run(format, func(t *testing.T) {
			w := newWorld(t)
			w.fill(80)
			w.run(w.options(format))
			want := tree(t, w.out)
			failed := int64(5) // 3, 20, 37, 54, 71

			report, parsed := w.run(w.options(format))
			if parsed != failed || report.Unchanged != 75 {
				t.Errorf("%d were parsed again, %d unchanged", parsed, report.Unchanged)
			}
			sameTree(t, tree(t, w.out), want)

			// One that changed, one that came, and one that stands elsewhere.
			w.write("2/2.txt", "sheet 2\nchanged")
			w.write("0/new.txt", "sheet new")
			if _, parsed = w.run(w.options(format)); parsed != failed+2 {
				t.Errorf("%d were parsed, want %d", parsed, failed+2)
			}
			got := tree(t, w.out)
			w.out = filepath.Join(t.TempDir(), "undisturbed")
			w.run(w.options(format))
			sameTree(t, got, tree(t, w.out))

			for name, change := range map[string]func(*Options){
				"force": func(o *Options) { o.Force = true }, "settings": func(o *Options) { o.Settings = "other" },
			} {
				options := w.options(format)
				change(&options)
				if _, parsed = w.run(options); parsed != 81 {
					t.Errorf("%s: %d were parsed", name, parsed)
				}
			}
		})
	}
}

func TestOutputThatIsGoneIsMadeAgain(t *testing.T) {
	w := newWorld(t)
	w.write("a.txt", "a")
	w.write("b.txt", "b")
	w.run(w.options("json"))
	want := tree(t, w.out)
	if err := os.Remove(filepath.Join(w.out, "a.txt.json")); err != nil {
		t.Fatal(err)
	}
	// As a power cut leaves it.
	if err := os.Truncate(filepath.Join(w.out, "b.txt.json"), 0); err != nil {
		t.Fatal(err)
	}
	if _, parsed := w.run(w.options("json")); parsed != 2 {
		t.Errorf("%d were parsed", parsed)
	}
	sameTree(t, tree(t, w.out), want)
}

func TestVanishedInputs(t *testing.T) {
	w := newWorld(t)
	for _, name := range []string{"a.txt", "deep/er/b.txt", "c.txt", "d.txt"} {
		w.write(name, "x")
	}
	w.run(w.options("yaml"))
	for _, name := range []string{"deep/er/b.txt", "d.txt"} {
		if err := os.Remove(filepath.Join(w.in, name)); err != nil {
			t.Fatal(err)
		}
	}
	w.write("c.txt", "bad by now")
	report, _ := w.run(w.options("yaml"))
	if report.Vanished != 2 || !slices.Equal(report.VanishedNames, []string{"d.txt", "deep/er/b.txt"}) || report.Orphans != 3 {
		t.Errorf("the report is %+v", report)
	}
	if got := w.accounts(); got != "a.txt ok\nc.txt failed: bad sheet\n" {
		t.Errorf("the manifest says\n%s", got)
	}
	// They are remembered, though the manifest has no line for them any more.
	if report, _ = w.run(w.options("yaml")); report.Vanished != 0 || report.Orphans != 3 {
		t.Errorf("the second report is %+v", report)
	}
	pruning := w.options("yaml")
	pruning.Prune = true
	if report, _ = w.run(pruning); report.Pruned != 3 || report.Orphans != 0 {
		t.Errorf("the third report is %+v", report)
	}
	if got, want := names(tree(t, w.out)), []string{"a.txt.yaml", "manifest.jsonl"}; !slices.Equal(got, want) {
		t.Errorf("the output holds %q, want %q", got, want)
	}
	if _, err := os.Stat(filepath.Join(w.out, "deep")); err == nil {
		t.Error("an empty folder stays")
	}
}

// What an input was written as before is removed too, and what another input is
// written as now is not.
func TestPruneOtherFormats(t *testing.T) {
	w := newWorld(t)
	w.write("a.txt", "a")
	w.write("b.txt", "b")
	w.run(w.options("yaml"))
	w.run(w.options("jsonl"))
	pruning := w.options("json")
	pruning.Prune = true
	report, _ := w.run(pruning)
	if got, want := names(tree(t, w.out)), []string{"a.txt.json", "b.txt.json", "manifest.jsonl"}; !slices.Equal(got, want) {
		t.Errorf("the output holds %q, want %q", got, want)
	}
	if report.Pruned != 3 {
		t.Errorf("%d were removed", report.Pruned)
	}
}

// What can't be read now is not gone: a folder that is not mounted, a ZIP that was
// fetched by half.
func TestPruneKeepsWhatMayStandStill(t *testing.T) {
	whole := string(pack(t, packed{"m.txt", "m", nil}, packed{"n.txt", "n", nil}))
	without := string(pack(t, packed{"m.txt", "m", nil}))
	for name, test := range map[string]struct {
		harm         func(w *world)
		pruned, kept int
	}{
		"nothing":             {func(*world) {}, 0, 0},
		"a file is gone":      {func(w *world) { w.remove("b.txt") }, 1, 0},
		"a member is gone":    {func(w *world) { w.write("z.zip", without) }, 1, 0},
		"half a ZIP":          {func(w *world) { w.write("z.zip", whole[:len(whole)/2]) }, 0, 2},
		"a file and a ZIP":    {func(w *world) { w.remove("b.txt"); w.write("z.zip", "") }, 1, 2},
		"the source":          {func(w *world) { w.remove(".") }, 0, 5},
		"a link in its place": {func(w *world) { w.remove("b.txt"); w.link("b.txt", "..") }, 0, 1},
		"a bad sheet":         {func(w *world) { w.write("b.txt", "bad") }, 1, 0},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.write("a.txt", "a")
			w.write("b.txt", "b")
			w.write("c/c.txt", "c")
			w.write("z.zip", whole)
			w.run(w.options("yaml"))
			test.harm(w)
			pruning := w.options("yaml")
			pruning.Prune = true
			for run := range 2 {
				pruned := test.pruned
				if run > 0 {
					pruned = 0
				}
				report, _ := w.run(pruning)
				if report.Pruned != pruned || report.Kept != test.kept || report.Orphans != test.kept {
					t.Errorf("run %d: the report is %+v", run, report)
				}
			}
			outputs := slices.DeleteFunc(names(tree(t, w.out)), func(name string) bool { return !strings.HasSuffix(name, ".yaml") })
			if len(outputs) != 5-test.pruned {
				t.Errorf("the outputs are %q", outputs)
			}
		})
	}
}

// A folder that can't be listed stands for all that was in it, and for nothing beside.
func TestFoldersThatCanNotBeListed(t *testing.T) {
	l := &ledger{survey: &survey{}, unread: &key{path: "a/b/"}}
	for path, want := range map[string]bool{"a/b/c": true, "a/b/c/d": true, "a/b": false, "a/bc": false, "a/c": false, "c": false} {
		if got := l.mayStand(key{path: path}); got != want {
			t.Errorf("%s: %t", path, got)
		}
	}
}

func TestPartsThatAreLeftOverGo(t *testing.T) {
	w := newWorld(t)
	w.fill(80)
	w.run(w.options("jsonl"))
	before := len(tree(t, w.out))
	for number := range 80 {
		if number%7 != 0 {
			_ = os.RemoveAll(filepath.Join(w.in, string(rune('0'+number%7))))
		}
	}
	w.run(w.options("jsonl"))
	got := tree(t, w.out)
	if before < 6 || len(got) >= before {
		t.Errorf("%d files, then %d", before, len(got))
	}
	w.out = filepath.Join(t.TempDir(), "undisturbed")
	w.run(w.options("jsonl"))
	sameTree(t, got, tree(t, w.out))
}

// A run that is stopped and taken up again ends as one that was not, and does
// nothing twice that was settled.
func TestInterrupted(t *testing.T) {
	for _, format := range []string{"yaml", "jsonl"} {
		for _, at := range []int64{1, 7, 40} {
			w := newWorld(t)
			w.fill(80)
			undisturbed := w.out
			w.run(w.options(format))
			want := tree(t, undisturbed)

			w.out = filepath.Join(t.TempDir(), "out")
			ctx, stop := context.WithCancel(context.Background())
			options := w.options(format)
			parse, count := options.Parse, w.parsed.Load()
			options.Parse = func(name string, data []byte) ([]*model.Document, error) {
				if w.parsed.Load() >= count+at {
					stop()
				}
				return parse(name, data)
			}
			report, err := Run(ctx, options)
			if err != nil {
				t.Fatal(err)
			}
			if !report.Interrupted || report.Inputs < int(at) || report.Inputs >= 80 {
				t.Fatalf("%s at %d: the report is %+v", format, at, report)
			}
			entries := w.manifest()
			settled := len(entries)
			if settled != report.Inputs {
				t.Errorf("%s at %d: the manifest has %d lines for %d inputs", format, at, settled, report.Inputs)
			}
			finished := 0
			for _, entry := range entries {
				if entry.Status == Done {
					finished++
				}
			}
			report, parsed := w.run(w.options(format))
			if int(parsed) != 80-finished || report.Unchanged != finished {
				t.Errorf("%s at %d: %d were parsed again, %d unchanged, after %d that were done", format, at, parsed, report.Unchanged, finished)
			}
			sameTree(t, tree(t, w.out), want)
		}
	}
}

// A run into parts that was stopped leaves nothing behind for ever, whatever format
// the next one has.
func TestStoppedPartsAreCleanedUp(t *testing.T) {
	w := newWorld(t)
	w.fill(80)
	w.run(w.options("jsonl"))
	ctx, stop := context.WithCancel(context.Background())
	options := w.options("jsonl")
	options.Force = true
	options.Watch = func(progress Progress) {
		if progress.Inputs == 10 {
			stop()
		}
	}
	if report, err := Run(ctx, options); err != nil || !report.Interrupted {
		t.Fatalf("%+v, %v", report, err)
	}
	if _, err := os.Stat(filepath.Join(w.out, privateName)); err != nil {
		t.Errorf("nothing is kept for the next run: %v", err)
	}
	pruning := w.options("yaml")
	pruning.Prune = true
	w.run(pruning)
	got := tree(t, w.out)
	w.out = filepath.Join(t.TempDir(), "undisturbed")
	w.run(w.options("yaml"))
	sameTree(t, got, tree(t, w.out))
}

// A crash leaves a journal with half a line at its end, files half written, and a
// part that was not ended.
func TestCrash(t *testing.T) {
	for _, format := range []string{"yaml", "jsonl"} {
		w := newWorld(t)
		w.fill(80)
		w.run(w.options(format))
		want := tree(t, w.out)
		lines := strings.SplitAfter(want["manifest.jsonl"], "\n")
		entries := w.manifest()

		w.out = filepath.Join(t.TempDir(), "out")
		crashed := &world{t: t, in: w.out}
		part := ""
		for _, entry := range entries[:40] {
			if entry.Output != "" {
				part = entry.Output
				crashed.write(entry.Output, want[entry.Output])
			}
		}
		if format == "jsonl" {
			crashed.write(".sheetconv/"+part, want[part][:len(want[part])-10])
			_ = os.Remove(filepath.Join(w.out, part))
		}
		crashed.write(journalName, strings.Join(lines[:40], "")+lines[40][:30]+strings.Repeat("\n", 500))
		crashed.write(".sheetconv/new-2", "half")
		_, parsed := w.run(w.options(format))
		failedBefore := strings.Count(strings.Join(lines[:40], ""), `"failed"`)
		if most := int64(80 - 40 + failedBefore + 1); parsed > most {
			t.Errorf("%s: %d were parsed, want at most %d", format, parsed, most)
		}
		sameTree(t, tree(t, w.out), want)
	}
}
