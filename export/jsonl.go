package export

import (
	"io"
	"sync"

	"sheetconv/model"
)

// lines are the buffers of documents that were written, for the next ones.
var lines = sync.Pool{New: func() any { return new([]byte) }}

// largestLine is the most that a buffer may hold to be kept, in bytes.
const largestLine = 1 << 20

// writeJSONLines writes each document as one line of JSON.
func writeJSONLines(into io.Writer, documents []*model.Document) error {
	buffer := lines.Get().(*[]byte)
	defer func() {
		if cap(*buffer) <= largestLine {
			lines.Put(buffer)
		}
	}()
	for _, document := range documents {
		*buffer = append(document.AppendJSON((*buffer)[:0]), '\n')
		if _, err := into.Write(*buffer); err != nil {
			return err
		}
	}
	return nil
}
