package parser_test

import (
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"testing"

	"sheetconv/model"
	"sheetconv/parser"
	"sheetconv/parser/internal/grid"
)

// byForm returns the fixtures of each form, and makes claims unchecked as they
// are outside of tests.
func byForm(b *testing.B) map[string][]fixture {
	b.Helper()
	grid.Strict = false
	b.Cleanup(func() { grid.Strict = true })
	all := map[string][]fixture{}
	for _, f := range fixtures(b) {
		all[f.form] = append(all[f.form], f)
	}
	return all
}

func sizeOf(all []fixture) int64 {
	size := 0
	for _, f := range all {
		size += len(f.input)
	}
	return int64(size)
}

// collectLater lets garbage lie as the command parse does, unless GOGC says otherwise.
func collectLater(b *testing.B) {
	if os.Getenv("GOGC") == "" {
		usual := debug.SetGCPercent(400)
		b.Cleanup(func() { debug.SetGCPercent(usual) })
	}
}

// BenchmarkParse reads all fixtures of a form. The allocations for each scalar
// of the documents are told, too: they do not depend on how long narratives are.
func BenchmarkParse(b *testing.B) {
	collectLater(b)
	for form, all := range byForm(b) {
		b.Run(form, func(b *testing.B) {
			values := 0
			for _, f := range all {
				for _, document := range parse(b, f.input, f.options()).Documents {
					values += leafCount(b, document)
				}
			}
			b.SetBytes(sizeOf(all))
			b.ReportAllocs()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			for b.Loop() {
				for _, f := range all {
					if _, err := parser.Parse(f.input, f.options()); err != nil {
						b.Fatal(err)
					}
				}
			}
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(after.Mallocs-before.Mallocs)/float64(b.N)/float64(values), "allocs/value")
		})
	}
}

// BenchmarkParseReal reads each of the real sheets, where they stand beside the
// project.
func BenchmarkParseReal(b *testing.B) {
	collectLater(b)
	grid.Strict = false
	b.Cleanup(func() { grid.Strict = true })
	files, err := filepath.Glob("../../shared/sheets/*.txt")
	if err != nil {
		b.Fatal(err)
	}
	for _, file := range files {
		input, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(filepath.Base(file)[:3], func(b *testing.B) {
			b.SetBytes(int64(len(input)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := parser.Parse(input, parser.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkDetect(b *testing.B) {
	for form, all := range byForm(b) {
		b.Run(form, func(b *testing.B) {
			b.SetBytes(sizeOf(all))
			b.ReportAllocs()
			for b.Loop() {
				for _, f := range all {
					if _, err := parser.Detect(f.input, f.options()); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

// BenchmarkReadBack reads the models of all fixtures of a form from their
// written form.
func BenchmarkReadBack(b *testing.B) {
	for form, all := range byForm(b) {
		for _, format := range []string{"yaml", "json"} {
			b.Run(form+"/"+format, func(b *testing.B) {
				var documents []*model.Document
				for _, f := range all {
					documents = append(documents, parse(b, f.input, f.options()).Documents...)
				}
				text := []byte(write(b, format, documents))
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					if _, err := model.Read(text); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
