package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"sheetconv/export/table"
)

// put writes a file of an export.
func put(t *testing.T, folder *exportFolder, name, text string) {
	t.Helper()
	into, err := folder.create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(into, text); err != nil {
		t.Fatal(err)
	}
}

// namesIn lists the files of a folder, hidden ones too.
func namesIn(t *testing.T, folder string) string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			names = append(names, strings.TrimPrefix(filepath.ToSlash(path), filepath.ToSlash(folder)+"/"))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(names, " ")
}

// Until all is written a folder is as it was; what a killed run left is no matter to
// the next one; and then nothing of the export before is left.
func TestExportFolderIsReplacedWhole(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out")
	open := func() *exportFolder {
		folder, err := openExportFolder(name)
		if err != nil {
			t.Fatal(err)
		}
		return folder
	}
	first := open()
	put(t, first, "a.csv", "1")
	put(t, first, "sub/b.csv", "1")
	if err := first.finish(nil); err != nil {
		t.Fatal(err)
	}
	first.close()
	if got := namesIn(t, name); got != "a.csv sub/b.csv" {
		t.Fatalf("the folder holds %s", got)
	}

	stopped := open()
	put(t, stopped, "a.csv", "2")
	if got := readFile(t, filepath.Join(name, "a.csv")); got != "1" {
		t.Errorf("a.csv is %q before all is written", got)
	}
	if _, err := openExportFolder(name); !errors.Is(err, errBusyFolder) {
		t.Errorf("another run may write beside it: %v", err)
	}
	stopped.close()
	if got := namesIn(t, name); got != "a.csv sub/b.csv" {
		t.Errorf("a run that stopped leaves %s", got)
	}

	// As after a kill: nobody holds the lock, and a file is half written.
	half := filepath.Join(name, exportPrivate, "c.csv")
	if err := os.MkdirAll(filepath.Dir(half), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(half, []byte("hal"), 0o666); err != nil {
		t.Fatal(err)
	}
	last := open()
	put(t, last, "c.csv", "3")
	if err := last.finish([]string{"a.csv", "sub/b.csv", "gone.csv"}); err != nil {
		t.Fatal(err)
	}
	last.close()
	if got := namesIn(t, name); got != "c.csv" || readFile(t, filepath.Join(name, "c.csv")) != "3" {
		t.Errorf("the folder holds %s", got)
	}
	if _, err := os.Stat(filepath.Join(name, "sub")); err == nil {
		t.Error("an empty folder is left")
	}
}

// An export that writes nothing leaves no folder, and a name leads nowhere else.
func TestExportFolderWithoutFiles(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out")
	folder, err := openExportFolder(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := folder.create("../../../b.csv"); err == nil {
		t.Error("a file is written outside of the folder")
	}
	folder.close()
	if _, err := os.Stat(name); err == nil {
		t.Error("an empty folder is left")
	}
}

// A page's name is never too long for a file, and never that of another page.
func TestPageNames(t *testing.T) {
	long := strings.Repeat("評", 83) + ".txt"
	target := &pagesTarget{taken: map[string]bool{}}
	seen := map[string]bool{}
	for _, key := range []string{long, long + "#2", "a/" + long, "a.txt", "A.txt", "../x.txt", "a:b*.txt"} {
		name := target.pageName(&table.Document{Key: key})
		if base := filepath.Base(name); len(base) > 250 || !utf8.ValidString(name) || !filepath.IsLocal(name) || seen[strings.ToLower(name)] {
			t.Errorf("the page of %s is %s", key, name)
		}
		seen[strings.ToLower(name)] = true
	}
	for _, name := range []string{"a/" + strings.Repeat("評", 76) + ".md", "a.txt.md", "a.txt-2.md", "x.txt.md", "a-b-.txt.md"} {
		if !seen[strings.ToLower(name)] {
			t.Errorf("there is no page %s among %v", name, seen)
		}
	}
}
