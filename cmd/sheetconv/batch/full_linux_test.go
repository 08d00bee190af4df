package batch

import (
	"errors"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"sheetconv/model"
)

// A disk that fills up makes the inputs fail that it has no room for, and the
// manifest accounts for them all the same; with room, the same command does the rest.
func TestDiskFull(t *testing.T) {
	for _, format := range []string{"yaml", "jsonl"} {
		w := newWorld(t)
		w.fill(300)
		disk := t.TempDir()
		if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=400k"); err != nil {
			t.Skipf("can't make a small disk: %v", err)
		}
		t.Cleanup(func() { _ = syscall.Unmount(disk, 0) })
		w.out = filepath.Join(disk, "out")
		options := w.options(format)
		parse := options.Parse
		options.Parse = func(name string, data []byte) (documents []*model.Document, err error) {
			documents, err = parse(name, data)
			for _, document := range documents {
				document.Title += strings.Repeat(" long", 1000)
			}
			return documents, err
		}
		options.Reason = func(err error) string {
			if errors.Is(err, syscall.ENOSPC) {
				return "full"
			}
			return err.Error()
		}
		report, _ := w.run(options)
		entries := w.manifest()
		full := 0
		for _, entry := range entries {
			if entry.Reason == "full" {
				full++
			}
		}
		if len(entries) != 300 || full < 50 || full > 290 || report.Failed != full+18 {
			t.Errorf("%s: %d lines, %d without room, %d failed", format, len(entries), full, report.Failed)
		}
		for name, text := range tree(t, w.out) {
			if strings.HasPrefix(name, privateName) || !strings.HasSuffix(text, "\n") {
				t.Errorf("%s: %s is left", format, name)
			}
		}

		if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT, "size=40m"); err != nil {
			t.Fatal(err)
		}
		_, parsed := w.run(options)
		if int(parsed) != full+18 {
			t.Errorf("%s: %d were parsed again, want %d", format, parsed, full+18)
		}
		got := tree(t, w.out)
		w.out = filepath.Join(t.TempDir(), "undisturbed")
		options.Output = w.out
		w.run(options)
		sameTree(t, got, tree(t, w.out))
	}
}
