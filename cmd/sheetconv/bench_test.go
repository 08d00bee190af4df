package main

import (
	"bytes"
	"io"
	"os"
	"testing"
)

// BenchmarkParseCommand runs the whole command on one sheet, from the arguments
// to the written model.
func BenchmarkParseCommand(b *testing.B) {
	const sheet = "../../testdata/forms/isehara-program/01_clean3years.txt"
	info, err := os.Stat(sheet)
	if err != nil {
		b.Fatal(err)
	}
	for _, format := range []string{"yaml", "json", "jsonl"} {
		b.Run(format, func(b *testing.B) {
			b.SetBytes(info.Size())
			b.ReportAllocs()
			for b.Loop() {
				if code := run([]string{"parse", "--to", format, sheet}, bytes.NewReader(nil), io.Discard, io.Discard); code != 0 {
					b.Fatalf("exit %d", code)
				}
			}
		})
	}
}
