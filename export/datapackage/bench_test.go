package datapackage

import (
	"io"
	"testing"
)

// counter counts what is written to it.
type counter int64

func (c *counter) Write(data []byte) (int, error) {
	*c += counter(len(data))
	return len(data), nil
}

// BenchmarkWriter writes the tables of the fixtures.
func BenchmarkWriter(b *testing.B) {
	documents := fixtures(b)
	for name, test := range map[string]struct {
		format  *Format
		options Options
	}{
		"csv": {CSV, Options{}}, "cp932": {CSV, Options{CP932: true}}, "jsonl": {JSONLines, Options{}},
	} {
		b.Run(name, func(b *testing.B) {
			var size counter
			writer, err := NewWriter(test.format, test.options, func(string) (io.Writer, error) { return &size, nil })
			if err != nil {
				b.Fatal(err)
			}
			write := func() {
				for _, document := range documents {
					if err := writer.Write(document); err != nil {
						b.Fatal(err)
					}
				}
			}
			for range 10 {
				write()
			}
			b.SetBytes(int64(size / 10))
			b.ReportAllocs()
			for b.Loop() {
				write()
			}
		})
	}
}
