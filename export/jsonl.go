package export

import (
	"io"

	"sheetconv/model"
)

// writeJSONLines writes each document as one line of JSON.
func writeJSONLines(into io.Writer, documents []*model.Document) error {
	return encodeJSON(into, "", documents)
}
