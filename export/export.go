// Package export writes documents of the model in the formats that people and
// programs read: one file for each writer, and the table that lists them.
//
// In go documents and a stream; out come bytes, the same for the same
// documents, in the order of the model's fields and rows. The package must not
// know how documents are parsed or checked, nor files and flags.
package export

import (
	"io"

	"sheetconv/model"
)

// Writer is one output format.
type Writer struct {
	// Name is how the format is asked for.
	Name string
	// Separator belongs between the bytes of two calls of Write that go into the
	// same stream, so that documents can be written as they come.
	Separator string
	// Write writes documents one after another.
	Write func(into io.Writer, documents []*model.Document) error
}

// Writers is the table of formats; the first is the usual one.
var Writers = []Writer{
	{Name: "yaml", Separator: "---\n", Write: writeYAML},
	{Name: "json", Write: writeJSON},
	{Name: "jsonl", Write: writeJSONLines},
}

// Find returns the writer of a name, and whether there is one.
func Find(name string) (Writer, bool) {
	for _, writer := range Writers {
		if writer.Name == name {
			return writer, true
		}
	}
	return Writer{}, false
}

// Names returns the names of all formats, in the order of the table.
func Names() []string {
	names := make([]string, 0, len(Writers))
	for _, writer := range Writers {
		names = append(names, writer.Name)
	}
	return names
}
