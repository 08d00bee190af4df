package datapackage

import (
	"strings"

	"sheetconv/export/table"
	"sheetconv/model"
)

// csvRows writes a table as RFC 4180 says: lines end in CR LF, and a field that holds
// a comma, a quotation mark or a line break stands in quotation marks, which are
// doubled inside. A missing cell is empty.
type csvRows struct {
	options *Options
	of      *table.Table
	encoder *cp932 // nil is UTF-8
	text    []byte
}

func newCSVRows(options *Options, of *table.Table) rowWriter {
	w := &csvRows{options: options, of: of}
	if options.CP932 {
		w.encoder = &cp932{of: of, replaced: options.Replaced}
	}
	return w
}

func (w *csvRows) header(buffer []byte) []byte {
	if w.options.ByteOrderMark && !w.options.CP932 {
		buffer = append(buffer, "\uFEFF"...)
	}
	for index := range w.of.Columns {
		if index > 0 {
			buffer = append(buffer, ',')
		}
		buffer = append(buffer, w.of.Columns[index].Name...) // Letters, digits and _.
	}
	return append(buffer, "\r\n"...)
}

func (w *csvRows) row(buffer []byte, cells []table.Cell) []byte {
	if w.encoder != nil {
		w.encoder.row++
	}
	for index := range cells {
		if index > 0 {
			buffer = append(buffer, ',')
		}
		cell := &cells[index]
		switch cell.Type() {
		case table.Text:
			buffer = w.appendText(buffer, index, cell.Text())
		case table.List:
			w.text = cell.AppendText(w.text[:0])
			buffer = w.appendText(buffer, index, string(w.text))
		default:
			buffer = cell.AppendText(buffer) // Digits and letters.
		}
	}
	return append(buffer, "\r\n"...)
}

func (w *csvRows) appendText(buffer []byte, column int, text string) []byte {
	if w.options.GuardFormulas && isFormula(text) {
		text = "'" + text
	}
	if w.encoder != nil {
		text = w.encoder.encode(column, text)
	}
	if !strings.ContainsAny(text, ",\"\r\n") {
		return append(buffer, text...)
	}
	buffer = append(buffer, '"')
	for {
		before, after, found := strings.Cut(text, `"`)
		buffer = append(buffer, before...)
		if !found {
			return append(buffer, '"')
		}
		buffer = append(buffer, `""`...)
		text = after
	}
}

// isFormula reports whether a spreadsheet would take a text for a formula. A negative
// number is none.
func isFormula(text string) bool {
	if text == "" || !strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return false
	}
	_, err := model.ParseNumber(text)
	return err != nil
}
