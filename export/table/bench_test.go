package table

import "testing"

// BenchmarkRows reads every cell of every table of the fixtures.
func BenchmarkRows(b *testing.B) {
	var documents []*Document
	var keys Keys
	for name, read := range fixtures(b) {
		for place, document := range read {
			of, _ := keys.NewDocument(name, place+1, document)
			documents = append(documents, of)
		}
	}
	read := func() (bytes int64) {
		var text []byte
		for _, of := range documents {
			for _, table := range All() {
				for cells := range table.Rows(of) {
					text = text[:0]
					for index := range cells {
						text = cells[index].AppendText(text)
					}
					bytes += int64(len(text))
				}
			}
		}
		return bytes
	}
	b.SetBytes(read())
	b.ReportAllocs()
	for b.Loop() {
		read()
	}
}
