package isehara

import (
	"strings"
	"unicode/utf8"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// measureWords are the words before a value that say what it is.
var measureWords = [...]struct {
	word    string
	measure model.ValueMeasure
}{{"目標値", model.Target}, {"目標", model.Target}, {"計画", model.Target}, {"実績値", model.Actual}, {"実績", model.Actual}, {"達成率", model.Rate}}

// measureBegins are the characters with which they begin.
var measureBegins = ja.NewCharacters("目計実達")

// takeMeasures takes the words 目標 and 実績 from the cells of a row in which each value
// says what it is: 目標 20.0%.
func (r *reader) takeMeasures(row []sheet.Token) []sheet.Token {
	var taken []sheet.Token
	for i, token := range row {
		measure, at := measureOf(token.Text)
		if at == 0 {
			continue
		}
		if taken == nil {
			taken = append(taken, row...)
		}
		value := token
		value.Cell = token.Slice(at, len(token.Text))
		r.Label(token.Slice(0, at))
		if r.table.measures == nil {
			r.table.measures = map[int32]model.ValueMeasure{}
		}
		taken[i] = value
		r.table.measures[value.Offset] = measure
	}
	if taken == nil {
		return row
	}
	return taken
}

// measureOf returns what a value says it is, and where it begins; 0 where a text is
// none.
func measureOf(text string) (measure model.ValueMeasure, at int) {
	if first, _ := utf8.DecodeRuneInString(text); len(text) > maxYearCell || !measureBegins.Has(first) {
		return "", 0
	}
	for _, own := range measureWords {
		rest, is := strings.CutPrefix(text, own.word)
		value := valueGaps.TrimLeft(rest)
		if is && value != "" && value != rest && sheet.IsNumberOrDash(ja.StripMarkup(value)) {
			return own.measure, len(text) - len(value)
		}
	}
	return "", 0
}

// readBelowName reads a row of such values without a name: they belong to the indicator
// above, as those of the row with its name do.
func (r *reader) readBelowName(row []sheet.Token) bool {
	last := len(r.table.group) - 1
	if last < 0 || len(r.table.measures) == 0 || r.table.newYears {
		return false
	}
	for _, token := range row {
		if r.table.measures[token.Offset] == "" {
			return false
		}
	}
	for i, head := range r.columnsOf(sheet.Token{}, row, 0) {
		r.addYearly(r.table.group[last], head, row[i])
	}
	return true
}

// valueGaps stand between a word and its value.
var valueGaps = ja.NewCharacters(" \u3000\u00a0\n\t:：")
