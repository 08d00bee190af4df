package grid

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func BenchmarkOld(b *testing.B) {
	for _, f := range []string{"/work/shared/sheets/000_14d72dc13e628662.txt", "/work/shared/sheets/001_ea7af00e0d4b50ba.txt", "/tmp/fixtures/misato/07_markdown.txt", "/tmp/fixtures/misato/08_blanks.txt", "/tmp/fixtures/komaki/07_columns_of_blanks.txt"} {
		data, _ := os.ReadFile(f)
		text := strings.Repeat(string(data), 100)
		b.Run(filepath.Base(f), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				New(text)
			}
		})
	}
}
