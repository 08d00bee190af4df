package export

import (
	"encoding/json"
	"io"

	"sheetconv/model"
)

// writeJSON writes indented JSON values, one after another.
func writeJSON(into io.Writer, documents []*model.Document) error {
	return encodeJSON(into, "  ", documents)
}

// encodeJSON writes a JSON value and a line break for each document. Signs of
// HTML stay as they are: the sheets are full of them, and people read the output.
func encodeJSON(into io.Writer, indent string, documents []*model.Document) error {
	encoder := json.NewEncoder(into)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", indent)
	for _, document := range documents {
		if err := encoder.Encode(document); err != nil {
			return err
		}
	}
	return nil
}
