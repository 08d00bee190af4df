// Package datapackage writes the tables of documents as files that programs load
// with their types: CSV after RFC 4180 or JSON Lines, and a Frictionless Data Package
// that describes them.
//
// In go documents, one after another, and a stream for each file; out come bytes, the
// same for the same documents. Nothing is held but the row that is written. The
// package must not know where the files lie, nor flags.
package datapackage

import (
	"bufio"
	"io"

	"sheetconv/export/table"
)

// DescriptorName is the name of the file that describes the others.
const DescriptorName = "datapackage.json"

// Format says how tables are written.
type Format struct {
	ending    string // of the files' names
	mediaType string
	rows      func(options *Options, of *table.Table) rowWriter
	describe  func(options *Options, into *resource)
}

// The formats.
var (
	CSV       = &Format{ending: ".csv", mediaType: "text/csv", rows: newCSVRows, describe: describeCSV}
	JSONLines = &Format{ending: ".jsonl", mediaType: "application/x-ndjson", rows: newJSONRows, describe: describeJSONLines}
)

// Options says how CSV is written; the zero Options is UTF-8 without a mark.
type Options struct {
	// ByteOrderMark puts one at the start of each table, by which Excel tells UTF-8.
	ByteOrderMark bool
	// CP932 writes the encoding of Japanese Windows instead of UTF-8. What it can't
	// hold is written as 〓 and given to Replaced.
	CP932    bool
	Replaced func(Replaced)
	// GuardFormulas puts ' before a text that a spreadsheet would take for a formula.
	GuardFormulas bool
}

// Replaced tells what the encoding can't hold, and where: the row of a table counts
// from 1 behind the header.
type Replaced struct {
	Table, Column string
	Row           int
	Characters    string
}

// rowWriter writes the rows of one table.
type rowWriter interface {
	// header appends what stands before all rows.
	header(buffer []byte) []byte
	// row appends a row.
	row(buffer []byte, cells []table.Cell) []byte
}

// Writer writes documents into the files of one export.
type Writer struct {
	format  *Format
	options Options
	open    func(name string) (io.Writer, error)
	files   []file
}

// file is a table that is being written.
type file struct {
	table  *table.Table
	rows   rowWriter
	into   *bufio.Writer
	buffer []byte
}

// bufferSize is how much of each table is written at once.
const bufferSize = 64 << 10

// NewWriter begins every table, so that one without rows is there too. Open gives the
// stream of a file by its name, which has no folder.
func NewWriter(format *Format, options Options, open func(name string) (io.Writer, error)) (*Writer, error) {
	w := &Writer{format: format, options: options, open: open}
	for _, of := range table.All() {
		into, err := open(of.Name + format.ending)
		if err != nil {
			return nil, err
		}
		one := file{table: of, rows: format.rows(&w.options, of), into: bufio.NewWriterSize(into, bufferSize)}
		if _, err := one.into.Write(one.rows.header(nil)); err != nil {
			return nil, err
		}
		w.files = append(w.files, one)
	}
	return w, nil
}

// Names returns the names of all files of a format, the descriptor's last.
func (f *Format) Names() []string {
	var names []string
	for _, of := range table.All() {
		names = append(names, of.Name+f.ending)
	}
	return append(names, DescriptorName)
}

// Write adds the rows of a document to the tables. The errors are those of the
// streams.
func (w *Writer) Write(document *table.Document) error {
	for index := range w.files {
		one := &w.files[index]
		for cells := range one.table.Rows(document) {
			one.buffer = one.rows.row(one.buffer[:0], cells)
			if _, err := one.into.Write(one.buffer); err != nil {
				return err
			}
		}
	}
	return nil
}

// Close ends the tables and writes the descriptor. The streams stay open.
func (w *Writer) Close() error {
	for index := range w.files {
		if err := w.files[index].into.Flush(); err != nil {
			return err
		}
	}
	into, err := w.open(DescriptorName)
	if err != nil {
		return err
	}
	return writeDescriptor(into, w.format, &w.options)
}
