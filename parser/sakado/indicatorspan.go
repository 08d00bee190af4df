package sakado

import (
	"slices"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// indicatorSpan returns the cells of a row that are indicators: those between
// the running texts that stand before and behind them.
func (r *reader) indicatorSpan(row []sheet.Token) (first, last int) {
	last = len(row)
	for first < last && (isSentence(row[first].Text) || gradeIn(row[first].Text) != "") {
		first++
	}
	for last > first && (isSentence(row[last-1].Text) || gradeIn(row[last-1].Text) != "") {
		last--
	}
	if r.inColumns(row[first:last]) != nil || r.partition(row[first:last]) != nil {
		return first, last
	}
	if from, to, only := r.onlyIndicator(row); only {
		return from, to
	}
	// A text may be short: leave it out where the rest is whole.
	for skip := 1; skip <= 2; skip++ {
		if first+skip < last && !r.holdFigures(row[first:first+skip]) && r.partition(row[first+skip:last]) != nil {
			return first + skip, last
		}
		if last-skip > first && !r.holdFigures(row[last-skip:last]) && r.partition(row[first:last-skip]) != nil {
			return first, last - skip
		}
	}
	return first, last
}

// holdFigures reports whether any of the cells is a figure, which no text is.
func (r *reader) holdFigures(cells []sheet.Token) bool {
	return slices.ContainsFunc(cells, func(cell sheet.Token) bool { return r.isSureFigure(cell.Text) })
}

// onlyIndicator returns the cells of the one indicator among the texts of a row: a name and
// right behind it a figure, or a word that stands in a number's place, for each value. Where
// another cell might be a value, too, which ones are its can't be told.
func (r *reader) onlyIndicator(row []sheet.Token) (first, last int, ok bool) {
	length := 1 + r.valueCount()
	if !r.hasColumns() || len(row) <= length {
		return 0, 0, false
	}
	for i := 0; i+length <= len(row); i++ {
		cells := row[i : i+length]
		if !r.mayBeNameOf(cells) || r.leadingValues(cells[1:]) < length-1 || int(cells[length-1].Index-cells[0].Index) != length-1 {
			continue
		}
		if ok {
			return 0, 0, false
		}
		first, last, ok = i, i+length, true
	}
	isValue := func(token sheet.Token) bool { return r.leadingValues([]sheet.Token{token}) > 0 }
	return first, last, ok && !slices.ContainsFunc(row[:first], isValue) && !slices.ContainsFunc(row[last:], isValue)
}

// hasOneMore reports whether one more figure than an indicator has values stands right
// behind them, the name and the values being so many cells.
func (r *reader) hasOneMore(cells []sheet.Token, count int) bool {
	return count > r.valueCount() && count < len(cells) && r.hasColumns() && cells[count].Index == cells[count-1].Index+1 &&
		ja.HasDigit(cells[count].Text) && r.isSureFigure(cells[count].Text)
}
