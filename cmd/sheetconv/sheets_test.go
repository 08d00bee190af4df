package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sheetconv/model"
)

// sharedSheets finds the folder of real sheets that lies beside the module on some
// machines; it is no part of it.
func sharedSheets(t *testing.T) []string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for folder != filepath.Dir(folder) {
		folder = filepath.Dir(folder)
		if sheets, _ := filepath.Glob(filepath.Join(folder, "shared", "sheets", "*.txt")); len(sheets) > 0 {
			return sheets
		}
	}
	t.Skip("there is no folder shared/sheets above")
	return nil
}

// Real sheets: every format can be read back, and the same input gives the same
// bytes. A form that the parser does not have yet is the only thing that may fail.
func TestRealSheets(t *testing.T) {
	for _, sheet := range sharedSheets(t) {
		for _, format := range []string{"yaml", "json", "jsonl"} {
			t.Run(filepath.Base(sheet)+"/"+format, func(t *testing.T) {
				arguments := []string{"parse", "--positions", "--carets=always", "--to", format, sheet}
				first, stdout, stderr := testSession(nil, arguments...)
				code := first.run(arguments)
				if code == 1 && strings.Contains(stderr.String(), ": error: no known form; ") {
					t.Skip("its form is not there yet")
				}
				if code != 0 {
					t.Fatalf("exit code %d: %s", code, stderr)
				}
				documents, err := model.Read(stdout.Bytes())
				if err != nil || len(documents) == 0 {
					t.Fatalf("%d documents were read back: %v", len(documents), err)
				}
				again, repeated, _ := testSession(nil, arguments...)
				if again.run(arguments); !bytes.Equal(repeated.Bytes(), stdout.Bytes()) {
					t.Error("the second time it was otherwise")
				}
				for line := range strings.SplitSeq(stderr.String(), "\n") {
					if strings.HasPrefix(line, excerptIndent) && first.width.Of(line) >= plainWidth {
						t.Errorf("a line wraps: %q", line)
					}
				}
			})
		}
	}
}
