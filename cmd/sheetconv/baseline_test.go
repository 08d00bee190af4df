package main

import (
	"path/filepath"
	"strings"
	"testing"

	"sheetconv/model"
)

const wantBaseline = baselineHead + `schema: sheetconv-baseline/v1
findings:
  - file: a.txt
    code: layout/unmapped
    message: found a
    fingerprint: 8ad91a18974cbc6f
    count: 2
  - file: a.txt
    code: layout/unmapped
    message: found b
    fingerprint: 133c965e63f87782
    count: 1
  - file: a.txt
    code: text/undecodable
    message: found a
    fingerprint: 3abc3913edef81c2
    count: 1
  - file: sub/b.txt
    code: layout/unmapped
    message: |-
      found "b":
      c
    fingerprint: 74ffb51c81ba80f1
    count: 1
`

// A baseline has one order, whichever finding came first, and what is read back knows
// what was written, each as often.
func TestBaseline(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "known.yaml")
	rows := []struct {
		file    string
		finding finding
	}{
		{"sub/b.txt", findingOf("layout/unmapped", model.SeverityInfo, "found \"b\":\nc")},
		{"a.txt", findingOf("text/undecodable", model.SeverityInfo, "found a")},
		{"a.txt", findingOf("layout/unmapped", model.SeverityInfo, "found b")},
		{"a.txt", findingOf("layout/unmapped", model.SeverityInfo, "found a")},
		{"a.txt", findingOf("layout/unmapped", model.SeverityError, "found a")},
	}
	s, _, _ := testSession(nil)
	written, err := s.newBaseline(name, true, nil)
	if err != nil {
		t.Fatal(err)
	}
	for index := range rows {
		one := []finding{rows[index].finding}
		addFingerprints(one)
		rows[index].finding = one[0]
		if !written.knows(input{filepath.Join(folder, rows[index].file)}, one[0]) {
			t.Errorf("%d: a finding that is written is not known", index)
		}
	}
	if err := written.write(); err != nil || written.count() != len(rows) {
		t.Fatalf("wrote %d: %v", written.count(), err)
	}
	if got := readFile(t, name); got != wantBaseline {
		t.Errorf("wrote\n%s\nwant\n%s", got, wantBaseline)
	}
	read, err := s.newBaseline(name, false, nil)
	if err != nil {
		t.Fatal(err)
	}
	for round, want := range []bool{true, false} {
		for index, row := range rows {
			if got := read.knows(input{filepath.Join(folder, row.file)}, row.finding); got != want {
				t.Errorf("round %d: finding %d is known: %t", round, index, got)
			}
		}
	}
	if strings.Contains(readFile(t, name), folder) {
		t.Error("the baseline holds an absolute path")
	}
}
