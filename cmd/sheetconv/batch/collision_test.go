package batch

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
)

// A folder of the output that is a link to somewhere else.
func TestOutputThroughALink(t *testing.T) {
	w := newWorld(t)
	w.write("a/x.txt", "x")
	w.write("b.txt", "b")
	elsewhere := t.TempDir()
	if err := errors.Join(os.Mkdir(w.out, 0o777), os.Symlink(elsewhere, filepath.Join(w.out, "a"))); err != nil {
		t.Skip(err)
	}
	report, _ := w.run(w.options("yaml"))
	if entries, _ := os.ReadDir(elsewhere); len(entries) != 0 {
		t.Errorf("written elsewhere: %v", entries)
	}
	if report.Failed != 1 || report.Failures[0].Name != "a/x.txt" {
		t.Errorf("the report is %+v", report)
	}
}

func TestCollisions(t *testing.T) {
	for name, set := range map[string]func(w *world) []string{
		"two folders": func(w *world) []string {
			w.write("1/x/a.txt", "a")
			w.write("2/x/a.txt", "b")
			return []string{"1", "2"}
		},
		"a folder twice": func(w *world) []string {
			w.write("1/a.txt", "a")
			return []string{"1", "1"}
		},
		"twice in a ZIP": func(w *world) []string {
			w.write("z.zip", string(pack(t, packed{"a.txt", "a", nil}, packed{"a.txt", "b", nil})))
			return []string{"."}
		},
		"two names in a ZIP that are one": func(w *world) []string {
			w.write("z.zip", string(pack(t, packed{"b/a.txt", "a", nil}, packed{`b\a.txt`, "b", nil})))
			return []string{"."}
		},
		"a folder in the place of a file": func(w *world) []string {
			w.write("a.txt", "a")
			w.write("a.txt.yaml/b.txt", "b")
			return []string{"."}
		},
		"a file in the place of a folder": func(w *world) []string {
			w.write("1/a/b.txt", "a")
			w.write("2/a/b.txt.yaml/c.txt", "b")
			return []string{"1", "2"}
		},
		"the manifest": func(w *world) []string {
			w.write("manifest.jsonl/a.txt", "a")
			return []string{"."}
		},
		"the private folder": func(w *world) []string {
			w.write(".sheetconv/a.txt", "a")
			return []string{"."}
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.write("0/other.txt", "x")
			options := w.options("yaml")
			options.Sources = nil
			for _, source := range set(w) {
				options.Sources = append(options.Sources, filepath.Join(w.in, source))
			}
			var collision *CollisionError
			if _, err := Run(context.Background(), options); !errors.As(err, &collision) {
				t.Errorf("the error is %v", err)
			}
			if name == "a folder in the place of a file" && collision.Output != "a.txt.yaml" {
				t.Errorf("the output is %q", collision.Output)
			}
			if _, err := os.Stat(w.out); err == nil {
				t.Errorf("something was written: %q", names(tree(t, w.out)))
			}
		})
	}
}

// Where the file system takes two names for one, they collide.
func TestNamesThatAreOne(t *testing.T) {
	w := newWorld(t)
	w.write("z.zip", string(pack(t,
		packed{"A.txt", "a", nil}, packed{"a.TXT", "b", nil}, packed{"が.txt", "c", nil}, packed{"か\u3099.txt", "d", nil})))
	space, err := openWorkspace(w.out)
	if err != nil {
		t.Fatal(err)
	}
	defer space.close()
	options := w.options("yaml")
	sources, err := newSources(&options, space)
	if err != nil {
		t.Fatal(err)
	}
	all := sources.all
	for _, test := range []struct {
		folds, composes, fails bool
	}{{false, false, false}, {true, false, true}, {false, true, true}} {
		_, err := look(context.Background(), all, ".yaml", sameName(test.folds, test.composes))
		var collision *CollisionError
		if errors.As(err, &collision) != test.fails {
			t.Errorf("%+v: %v", test, err)
		}
	}
}

// Runs that begin and end at the same time never have the folder together, and what
// keeps one out is always the other.
func TestRunsThatTakeTurns(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out")
	var inside atomic.Int64
	var runs sync.WaitGroup
	for range 8 {
		runs.Go(func() {
			for range 200 {
				space, err := openWorkspace(name)
				if err != nil {
					if !errors.Is(err, ErrBusy) {
						t.Error(err)
					}
					continue
				}
				if inside.Add(1) > 1 {
					t.Error("two runs have the folder")
				}
				runtime.Gosched()
				inside.Add(-1)
				space.close()
			}
		})
	}
	runs.Wait()
}

func TestRunsKeepOut(t *testing.T) {
	w := newWorld(t)
	w.write("a.txt", "a")
	space, err := openWorkspace(w.out)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Run(context.Background(), w.options("yaml")); !errors.Is(err, ErrBusy) {
		t.Errorf("a second run: %v", err)
	}
	space.close()
	w.run(w.options("yaml"))
	options := w.options("yaml")
	options.Sources = []string{w.out}
	if _, err := Run(context.Background(), options); !errors.Is(err, ErrOutputIsSource) {
		t.Errorf("the output as a source: %v", err)
	}
	options.Sources = nil
	options.More = eachOf([]string{w.out})
	if _, err := Run(context.Background(), options); !errors.Is(err, ErrOutputIsSource) {
		t.Errorf("the output in a list of sources: %v", err)
	}
	// An output inside a source is left out of it.
	w.out = filepath.Join(w.in, "out")
	w.run(w.options("yaml"))
	w.run(w.options("yaml"))
	if got := w.accounts(); got != "a.txt ok\n" {
		t.Errorf("the manifest says\n%s", got)
	}
}
