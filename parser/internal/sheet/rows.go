package sheet

// CutRows cuts the cells of a table without row ends into its rows, all of the
// given width, empty cells included. The first row begins at the index first,
// at or before the first cell; rows without a cell are left out. The cells of a
// row are a part of those given.
func CutRows[Cell interface{ Place() int32 }](cells []Cell, first, width int32) [][]Cell {
	var rows [][]Cell
	for len(cells) > 0 {
		row, end := (cells[0].Place()-first)/width, 1
		for end < len(cells) && (cells[end].Place()-first)/width == row {
			end++
		}
		rows = append(rows, cells[:end:end])
		cells = cells[end:]
	}
	return rows
}
