package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strconv"
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

// BenchmarkCheckCommand checks a folder of many sheets. Its speed is to be held
// against that of parsing the same ones, which stands beside it.
func BenchmarkCheckCommand(b *testing.B) {
	const copies = 200
	sheet, err := os.ReadFile("../../testdata/forms/isehara-program/01_clean3years.txt")
	if err != nil {
		b.Fatal(err)
	}
	folder := b.TempDir()
	parse := []string{"parse", "--to", "jsonl"}
	for index := range copies {
		name := filepath.Join(folder, strconv.Itoa(index)+".txt")
		if err := os.WriteFile(name, sheet, 0o666); err != nil {
			b.Fatal(err)
		}
		parse = append(parse, name)
	}
	for name, arguments := range map[string][]string{
		"parse": parse,
		"check": {"check", "--fail-on", "never", "--report", "json", folder},
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(copies * int64(len(sheet)))
			b.ReportAllocs()
			for b.Loop() {
				if code := run(arguments, bytes.NewReader(nil), io.Discard, io.Discard); code != 0 {
					b.Fatalf("exit %d", code)
				}
			}
		})
	}
}

// BenchmarkBatchCommand converts the fixtures of all forms, from the
// walk to the settled manifest.
func BenchmarkBatchCommand(b *testing.B) {
	const sheets = "../../testdata/forms"
	output := b.TempDir()
	b.ReportAllocs()
	for b.Loop() {
		if code := run([]string{"batch", sheets, "--include", "**/*.txt", "--force", "--quiet", "--to", "jsonl", "-o", output},
			bytes.NewReader(nil), io.Discard, io.Discard); code != 0 {
			b.Fatalf("exit %d", code)
		}
	}
}
