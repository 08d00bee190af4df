package isehara

import (
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// measureWord returns what a cell that is nothing but a word such as 目標 says of the
// values behind or below it.
func measureWord(text string) model.ValueMeasure {
	if len(text) > maxMeasureWord || !measureEnds.In(text) {
		return ""
	}
	switch ja.Key(ja.StripMarkup(text)) {
	case "目標", "目標値", "計画値":
		return model.Target
	case "実績", "実績値", "結果":
		return model.Actual
	case "達成率":
		return model.Rate
	}
	return ""
}

// measureEnds are the characters with which these words end.
var measureEnds = ja.NewCharacters("標値績果率")

// maxMeasureWord is how many bytes such a cell may have, with blanks and markup.
const maxMeasureWord = 30

// readMeasureLabel reads the label 目標 where it is none of a table: it stands in a row
// of the table that is read, behind the names.
func (r *reader) readMeasureLabel(token sheet.Token) bool {
	if !r.table.active || r.table.values == "" || len(r.table.years) == 0 || token.Index <= r.table.nameIndex ||
		r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows || measureWord(token.Text) == "" {
		return false
	}
	r.Next--
	r.readTableRow()
	return true
}

// cellsOfRow takes the tokens up to the row's end or the next label; 目標 in a row of
// indicators is none.
func (r *reader) cellsOfRow() []sheet.Token {
	first := r.Next
	row := r.tokensOfRow()
	if r.table.values == "" || len(r.table.years) == 0 || r.Grid.Layout == grid.Blanks || r.Grid.Layout == grid.PipeCells {
		return row
	}
	for r.Next < len(r.Tokens) && r.Tokens[r.Next].Row == r.Tokens[first].Row && measureWord(r.Tokens[r.Next].Text) != "" {
		r.Next++
		r.RowValues(r.Tokens[first])
	}
	return r.Tokens[first:r.Next]
}

// readSubHead reads the row below the years that says of each column whether it has
// targets or results.
func (r *reader) readSubHead(row []sheet.Token) bool {
	years := r.table.years
	if r.table.values == "" || !r.table.newYears || len(years) == 0 || len(row) < 2 || measureWord(row[0].Text) == "" || row[0].Index <= r.table.nameIndex {
		return false
	}
	heads := make([]yearHead, 0, len(row))
	for i, token := range row {
		measure := measureWord(token.Text)
		if measure == "" {
			return false
		}
		year := i * len(years) / len(row)
		if len(row)%len(years) != 0 {
			for year = len(years) - 1; year > 0 && years[year].index > token.Index; {
				year--
			}
		}
		heads = append(heads, yearHead{fy: years[year].fy, measure: measure, index: token.Index})
	}
	r.setYears(heads, row)
	return true
}

// takeMeasureColumn takes the cell 目標 or 実績 out of a row, in which it says what the
// values behind it are.
func (r *reader) takeMeasureColumn(row []sheet.Token) []sheet.Token {
	for i, token := range row {
		measure := measureWord(token.Text)
		if measure == "" || i+1 == len(row) || token.Index <= r.table.nameIndex {
			continue
		}
		if r.yearHeads(row) != nil {
			return row // it is a head among others
		}
		r.Label(token.Cell)
		if r.table.measures == nil {
			r.table.measures = map[int32]model.ValueMeasure{}
		}
		for _, value := range row[i+1:] {
			r.table.measures[value.Offset] = measure
		}
		return append(row[:i:i], row[i+1:]...)
	}
	return row
}

// takeCells takes the cells out of a row of indicators that are no values.
func (r *reader) takeCells(row []sheet.Token) []sheet.Token {
	if r.table.unitIndex > 0 {
		row = r.takeUnit(row)
	}
	if len(r.table.years) > 0 {
		row = r.takeMeasureColumn(row)
	}
	return r.takeMeasures(row)
}

// readUnitColumn reads the head 単位 of a column between the names and the values.
func (r *reader) readUnitColumn(token sheet.Token) bool {
	if !r.table.active || r.table.values == "" || len(r.table.years) > 0 || token.Index <= r.table.nameIndex || r.table.nameIndex == 0 ||
		r.Grid.Layout != grid.Tabs && r.Grid.Layout != grid.PipeRows {
		return false
	}
	r.Label(token.Cell)
	r.table.unitIndex = token.Index
	return true
}

// takeUnit takes the cell of the column 単位 out of a row; the cells behind it move
// left by one.
func (r *reader) takeUnit(row []sheet.Token) []sheet.Token {
	r.table.unit = sheet.Token{}
	kept := make([]sheet.Token, 0, len(row))
	for _, token := range row {
		switch {
		case token.Index < r.table.unitIndex:
		case token.Index > r.table.unitIndex:
			token.Index--
		case sheet.HasDigit(token.Text) || len(kept) != 1:
			return row
		default:
			r.table.unit = token
			continue
		}
		kept = append(kept, token)
	}
	return kept
}

// nameUnit gives an indicator the unit of its row.
func (r *reader) nameUnit(indicator *model.Indicator) {
	unit := ja.Fold(ja.StripMarkup(r.table.unit.Text))
	switch {
	case unit == "":
	case ja.IsDash(unit):
		r.Skip(r.table.unit.Cell)
	case indicator.Unit == "" || indicator.Unit == unit:
		indicator.Unit = unit
		r.Grid.Claim(r.table.unit.Cell, grid.Value)
	}
	r.table.unit = sheet.Token{}
}

// isListMark reports whether a name is nothing but the mark of a list, such as ③.
func isListMark(name string) bool {
	return strings.Trim(ja.StripMarkup(name), "①②③④⑤⑥⑦⑧⑨⑩⑪⑫・()（） ") == ""
}
