package export

import (
	"encoding/json"
	"io"

	"sheetconv/model"
)

// writeJSON writes indented JSON values, one after another. Signs of HTML stay as
// they are: the sheets are full of them, and people read the output.
func writeJSON(into io.Writer, documents []*model.Document) error {
	encoder := json.NewEncoder(into)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	for _, document := range documents {
		if err := encoder.Encode(document); err != nil {
			return err
		}
	}
	return nil
}
