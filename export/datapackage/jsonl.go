package datapackage

import "sheetconv/export/table"

// jsonRows writes a row of a table as a JSON object in a line. A missing cell is an
// absent key.
type jsonRows struct {
	// keys are the columns' names as they begin a member: {"document": and
	// ,"document":
	keys []string
}

func newJSONRows(_ *Options, of *table.Table) rowWriter {
	w := &jsonRows{}
	for index := range of.Columns {
		w.keys = append(w.keys, `,"`+of.Columns[index].Name+`":`) // Letters, digits and _.
	}
	return w
}

func (w *jsonRows) header(buffer []byte) []byte { return buffer }

func (w *jsonRows) row(buffer []byte, cells []table.Cell) []byte {
	start := len(buffer)
	for index := range cells {
		if !cells[index].IsMissing() {
			buffer = cells[index].AppendJSON(append(buffer, w.keys[index]...))
		}
	}
	if len(buffer) == start {
		return append(buffer, "{}\n"...)
	}
	buffer[start] = '{' // instead of the first comma
	return append(buffer, "}\n"...)
}
