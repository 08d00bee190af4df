package misato

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// readByIndex reads a row whose unit does not part its figures: they carry it
// themselves, they are words, or the head has no column for it. Such a row must be
// whole: its cells stand where the head has them.
func (row *yearRow) readByIndex() bool {
	if len(row.cells) == 0 {
		return false
	}
	if row.indicators.unitless {
		return row.readUnitless()
	}
	if row.unitAt < len(row.cells) || !row.isWhole(rowCells) {
		return false
	}
	for _, cell := range row.cells {
		if cell.Index-row.anchor.Index == unitCell && !sheet.IsNothing(cell.Cell) {
			return false
		}
	}
	if !row.figuresFit(rateCell) {
		return false
	}
	for i, cell := range row.cells {
		switch column := int(cell.Index - row.anchor.Index); column {
		case planCell, actualCell:
			if words := row.splitStates(i); words != nil {
				row.add(words[0], row.measure(planCell))
				row.add(words[1], row.measure(actualCell))
				continue
			}
			row.add(cell, row.measure(column))
		case unitCell:
			row.Skip(cell.Cell)
		case rateCell:
			row.readRate(row.cells[i:i+1], row.percentBehind(i))
		default:
			row.readNotes(i)
			return true
		}
	}
	return true
}

// splitStates parts the plan, in words, of a year that has results, where the result's own
// cell is empty: the two words of one cell are plan and result. It returns nil where the
// cell is none such.
func (row *yearRow) splitStates(i int) []sheet.Token {
	if row.cells[i].Index != row.anchor.Index+planCell || row.year > row.lastResult() && !row.hasRate(row.unitAt, row.percentAt) ||
		i+1 < len(row.cells) && row.cells[i+1].Index == row.anchor.Index+actualCell {
		return nil
	}
	words := sheet.SplitWords(row.cells[i])
	if len(words) != 2 || slices.ContainsFunc(words, func(word sheet.Token) bool {
		return ja.ReadQuantity(word.Text, ja.Expect{}).Kind != ja.State
	}) {
		return nil
	}
	return words
}

// The cells of a row without units stand in this order behind the year.
const unitlessRate = 3

// readUnitless reads a row below a head of 計画値, 実績値, 達成率.
func (row *yearRow) readUnitless() bool {
	count := unitlessRate
	if row.indicators.noteLabel != "" {
		count++
	}
	if !row.isWhole(count) || !row.figuresFit(unitlessRate) {
		return false
	}
	for i, cell := range row.cells {
		switch column := int(cell.Index - row.anchor.Index); column {
		case planCell, actualCell:
			row.add(cell, row.measure(column))
		case unitlessRate:
			row.readRate(row.cells[i:i+1], len(row.cells))
		default:
			row.readNotes(i)
			return true
		}
	}
	return true
}

// isWhole reports whether the row has count cells behind the year, blank ones
// included, and none of them holds several.
func (row *yearRow) isWhole(count int) bool {
	if row.split || row.Grid.Layout == grid.Blanks {
		return false
	}
	for _, cell := range row.cells {
		if cell.Row != row.anchor.Row || int(cell.Index-row.anchor.Index) > count {
			return false
		}
	}
	if row.Grid.Layout != grid.PipeCells {
		return row.Grid.Rows[row.anchor.Row].Width >= int(row.anchor.Index)+count+1
	}
	return row.Next < len(row.Tokens) && row.Tokens[row.Next].Row == row.anchor.Row &&
		int(row.Tokens[row.Next].Index-row.anchor.Index) == count+1
}

// figuresFit reports whether the cells of plan and result can be those, and the cell
// of the rate a rate: figures that carry another unit than the indicator's have moved.
func (row *yearRow) figuresFit(rate int) bool {
	unit := row.indicators.current.Unit
	for _, cell := range row.cells {
		reading := ja.ReadQuantity(ja.StripMarkup(cell.Text), ja.Expect{Unit: unit})
		own := reading.Quantity.Unit
		switch int(cell.Index - row.anchor.Index) {
		case planCell, actualCell:
			if own == "%" && unit != "%" || reading.Kind == ja.Unreadable {
				return false
			}
		case rate + 1:
			if rate == rateCell && reading.Kind == ja.Numeric {
				return false // the place of the percent sign
			}
		case rate:
			if !sheet.IsEmpty(reading.Kind) && (reading.Kind != ja.Numeric || own != "" && own != "%") {
				return false
			}
		}
	}
	return true
}

// percentBehind returns the index of the percent sign behind the cell i; len(cells)
// where there is none.
func (row *yearRow) percentBehind(i int) int {
	if i+1 < len(row.cells) && sheet.TrimQuotes(ja.Fold(ja.StripMarkup(row.cells[i+1].Text))) == "%" {
		return i + 1
	}
	return len(row.cells)
}

// isWholeRate reports whether a cell holds the rate with its percent sign.
func (row *yearRow) isWholeRate(i int) bool {
	if i+1 >= len(row.cells) {
		return false
	}
	return carriesPercent(row.cells[i])
}

// mayBeRate reports whether the second of two figures below a head without units may be the
// rate: it alone carries a percent sign.
func (row *yearRow) mayBeRate(figures []sheet.Token) bool {
	return row.indicators.unitless && carriesPercent(figures[1]) && !carriesPercent(figures[0])
}

// percentFollows reports whether the cell i is a percent sign.
func (row *yearRow) percentFollows(i int) bool {
	return i < len(row.cells) && strings.HasPrefix(ja.Fold(ja.StripMarkup(row.cells[i].Text)), "%")
}

// isBareRate reports whether a cell behind the unit holds the rate of the figures before
// it, the percent sign of which is lost.
func (row *yearRow) isBareRate(figures []sheet.Token, i int) bool {
	if len(figures) != 2 || i >= len(row.cells) || i+1 < len(row.cells) && mayBeUnit(row.cells[i+1].Text) {
		return false
	}
	return row.isRate(row.cells[i], figures[0], figures[1])
}

// mayBeUnit reports whether a cell may hold the unit of a rate, however it is printed.
func mayBeUnit(text string) bool {
	text = ja.Fold(ja.StripMarkup(text))
	return ja.IsUnit(text) || strings.HasPrefix(text, "%") || strings.HasPrefix(text, "※") || text == "パーセント"
}

// rateAmong reports whether the last of the figures before the unit is the rate: it
// alone carries a percent sign, which is not the indicator's unit.
func (row *yearRow) rateAmong(figures []sheet.Token) bool {
	last := len(figures) - 1
	if last < 1 || row.indicators.current.Unit == "%" || !carriesPercent(figures[last]) {
		return false
	}
	return !slices.ContainsFunc(figures[:last], carriesPercent)
}

func carriesPercent(cell sheet.Token) bool {
	if !strings.HasSuffix(cell.Text, "%") && !strings.HasSuffix(cell.Text, "％") {
		return false
	}
	reading := ja.ReadQuantity(ja.StripMarkup(cell.Text), ja.Expect{})
	return reading.Kind == ja.Numeric && reading.Quantity.Unit == "%"
}

// readNotes reads the cells from index first on as remarks.
func (row *yearRow) readNotes(first int) {
	for i := first; i < len(row.cells); i++ {
		row.readNote(i, len(row.cells))
	}
}

// readRate reads the rate with the percent sign in the cell beside it.
func (row *yearRow) readRate(cells []sheet.Token, percentAt int) {
	if len(cells) == 0 {
		return
	}
	cell := cells[0]
	text := ja.StripMarkup(cell.Text)
	raw, rate := text, ja.TrimNoteMark(text)
	if percentAt < len(row.cells) {
		sign := " " + ja.StripMarkup(row.cells[percentAt].Text)
		raw, rate = raw+sign, rate+sign
	}
	reading := ja.ReadQuantity(sheet.CloseGaps(rate), ja.Expect{})
	if ja.IsDash(text) || len(cells) > 1 || reading.Kind != ja.Numeric {
		if ja.IsDash(text) || ja.IsUnit(text) {
			row.Skip(cell.Cell)
		}
		return
	}
	row.Grid.Claim(cell.Cell, grid.Value)
	figure := reading.Quantity.Figure
	figure.Raw = raw
	row.AppendValue(row.indicators.current, &model.Value{At: cell.At, FY: row.year, Measure: model.Rate, Figure: figure})
}

// readNote reads the percent sign and the remark behind it.
func (row *yearRow) readNote(i, percentAt int) {
	cell := row.cells[i]
	text := ja.StripMarkup(cell.Text)
	switch {
	case i == percentAt || ja.IsDash(text) || text == "%":
		row.Skip(cell.Cell)
	default:
		label := row.indicators.noteLabel
		if label == "" {
			label = "所見"
		}
		row.Grid.Claim(cell.Cell, grid.Value)
		row.item.Texts = append(row.item.Texts, model.Text{
			At: cell.At, Key: model.TextRemark, Label: label, FY: row.year, Text: row.wrapped(cell.Cell),
		})
	}
}
