package check_test

import (
	"testing"

	"sheetconv/model"
	"sheetconv/model/check"
	"sheetconv/parser"
)

// benchmarkSheets are the clean sheets of all forms.
func benchmarkSheets(b *testing.B) (inputs [][]byte, documents []*model.Document, size int64) {
	b.Helper()
	for _, name := range cleanSheets {
		text := readFixture(b, name)
		inputs = append(inputs, []byte(text))
		documents = append(documents, parseAll(b, text)...)
		size += int64(len(text))
	}
	return inputs, documents, size
}

// BenchmarkParse is what BenchmarkDocument is held against: checks should take
// less than two fifths of it.
func BenchmarkParse(b *testing.B) {
	inputs, _, size := benchmarkSheets(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, input := range inputs {
			if _, err := parser.Parse(input, parser.Options{}); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkDocument(b *testing.B) {
	_, documents, size := benchmarkSheets(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, document := range documents {
			check.Document(document)
		}
	}
}
