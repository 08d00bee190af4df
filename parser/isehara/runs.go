package isehara

import (
	"sheetconv/model"
	"sheetconv/parser/internal/sheet"
)

// readRun reads the cells of a table without row ends: years part it, and
// between them each row has a fixed number of cells.
func (r *reader) readRun(run []sheet.Token) {
	for len(run) > 0 {
		years := 0
		for years < len(run) {
			if _, ok := r.readYearHead(run[years]); !ok {
				break
			}
			years++
		}
		if years > 0 {
			r.setYears(r.yearHeads(run[:years]), run[:years])
			run = run[years:]
			continue
		}
		end := 0
		for end < len(run) {
			if _, ok := r.readYearHead(run[end]); ok {
				break
			}
			end++
		}
		r.readRunRows(run[:end])
		run = run[end:]
	}
}

// readRunRows cuts cells into rows: where every row begins with a name and is
// equally long, empty cells included.
func (r *reader) readRunRows(cells []sheet.Token) {
	count := r.cellsPerRow()
	for width := count; width <= count+10; width++ {
		if rows, ok := cutRows(cells, width, count); ok {
			for _, row := range rows {
				r.readRow(row)
			}
			return
		}
	}
	if rows, ok := cutRuns(cells, count); ok {
		for _, row := range rows {
			r.readRow(row)
		}
		return
	}
	if len(cells) > 0 && r.table.values != "" && len(r.table.group) > 0 && len(cells) == len(r.table.group)*len(r.table.years) {
		for _, cell := range cells {
			r.readRow([]sheet.Token{cell})
		}
		return
	}
	for _, cell := range cells {
		r.Report(model.CodeColumnUnknown, cell.At, r.table.label, cell.Text, yearList(r.table.years))
	}
}

// cutRuns cuts cells at the empty ones between them: each run is a whole row.
func cutRuns(cells []sheet.Token, count int) (rows [][]sheet.Token, ok bool) {
	for i := 0; i < len(cells); {
		begin := i
		for i++; i < len(cells) && cells[i].Index == cells[i-1].Index+1; {
			i++
		}
		if i-begin != count || sheet.IsFigure(cells[begin].Text) {
			return nil, false
		}
		rows = append(rows, cells[begin:i])
	}
	return rows, len(rows) > 0
}

// cutRows cuts cells into rows of the width, each of which begins with a name and
// has no cell behind the first count.
func cutRows(cells []sheet.Token, width, count int) (rows [][]sheet.Token, ok bool) {
	if len(cells) == 0 {
		return nil, true
	}
	first := cells[0].Index
	rows = sheet.CutRows(cells, first, int32(width))
	for _, row := range rows {
		begin, end := row[0].Index, row[len(row)-1].Index
		if (begin-first)%int32(width) != 0 || end-begin >= int32(count) || len(row[0].Text) < 4 || sheet.IsFigure(row[0].Text) {
			return nil, false
		}
	}
	return rows, true
}
