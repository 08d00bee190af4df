package export_test

import (
	"io"
	"os"
	"testing"

	"sheetconv/export"
	"sheetconv/model"
)

// BenchmarkWriters writes a document of a table with many items.
func BenchmarkWriters(b *testing.B) {
	input, err := os.ReadFile("../testdata/forms/sakado-progress/02-r2-issue.expected.json")
	if err != nil {
		b.Fatal(err)
	}
	documents, err := model.Read(input)
	if err != nil {
		b.Fatal(err)
	}
	for _, writer := range export.Writers {
		b.Run(writer.Name, func(b *testing.B) {
			var size counter
			if err := writer.Write(&size, documents); err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				if err := writer.Write(io.Discard, documents); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// counter counts what is written to it.
type counter int64

func (c *counter) Write(data []byte) (int, error) {
	*c += counter(len(data))
	return len(data), nil
}
