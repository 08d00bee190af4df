package komaki

import (
	"strings"
	"unicode/utf8"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// cutGluedValue parts the first value of a row from the end of its name, where
// extraction has lost all that stood between them: 相談件数3,410 件. The value has
// the unit of the row's others, if it has any; a name may end in a number, too.
func cutGluedValue(name grid.Cell, values []grid.Cell) (rest, value grid.Cell, ok bool) {
	text := name.Text
	if len(text) > maxHeadingBytes {
		return name, value, false
	}
	before := utf8.RuneError
	for at, r := range text {
		if sheet.IsDigit(r) && (before >= 'ぁ' && !sheet.IsDigit(before) || before == ')') && before != '第' && !isRangeSign(before) {
			if value = name.Slice(at, len(text)); isGluedValue(value.Text, values) {
				return name.Slice(0, at), value, true
			}
		}
		before = r
	}
	return name, grid.Cell{}, false
}

// isGluedValue reports whether the end of a name is a value with the unit of the
// row's values. What counts years, ages and the like is part of a name.
func isGluedValue(text string, values []grid.Cell) bool {
	reading := ja.ReadQuantity(text[rangeEnd(text):], ja.Expect{})
	unit := reading.Quantity.Unit
	if reading.Kind != ja.Numeric || unit == "" || reading.Quantity.Bound != "" {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(unit); strings.ContainsRune("年月日歳才期次時", first) {
		return false
	}
	for _, cell := range values {
		other := ja.ReadQuantity(sheet.PlainText(cell.Text), ja.Expect{})
		if other.Kind == ja.Numeric && other.Quantity.Unit != unit {
			return false
		}
	}
	return true
}

// startsWithValue reports whether a row begins with a value, because its name
// stands on the lines before.
func startsWithValue(cell grid.Cell) bool {
	return sheet.IsNumberOrDash(sheet.PlainText(cell.Text))
}

// startsWithValues reports the same of a cell that may hold several values.
func startsWithValues(cell grid.Cell) bool {
	return startsWithValue(cell) || len(sheet.SplitValues(cell)) > 1
}
