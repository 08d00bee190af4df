package check_test

import (
	"bytes"
	"os"
	"slices"
	"testing"

	"sheetconv/export"
	"sheetconv/model"
	"sheetconv/model/check"
)

// A written model has the findings of its sheet, at the same places but for
// notes, which have none there.
func TestWrittenModels(t *testing.T) {
	writer, known := export.Find("yaml")
	if !known {
		t.Fatal("no writer for yaml")
	}
	for _, file := range fixtureFiles(t) {
		input, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		documents := parseAll(t, string(input))
		var written bytes.Buffer
		if err := writer.Write(&written, documents); err != nil {
			t.Fatal(err)
		}
		read, err := model.Read(written.Bytes())
		if err != nil || len(read) != len(documents) {
			t.Fatalf("%s: %d documents, %v", file, len(read), err)
		}
		for i := range documents {
			documents[i].NotesAt = nil
			if got, want := described(read[i]), described(documents[i]); !slices.Equal(got, want) {
				t.Errorf("%s: found %q, expected %q", file, got, want)
			}
		}
	}
}

func described(document *model.Document) []string {
	var lines []string
	for _, finding := range check.Document(document) {
		lines = append(lines, describe([]check.Finding{finding})+" "+finding.Item)
	}
	return lines
}
