package hadano

import (
	"slices"
	"strings"

	"sheetconv/model"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// maxFigureRunes is how long a text may be that is no figure and no sentence.
const maxFigureRunes = 20

// isSentence reports whether a text is running text and no figures.
func isSentence(text string) bool {
	if strings.Contains(text, "。") {
		return true
	}
	if !ja.LongerThan(text, maxFigureRunes) {
		return false
	}
	fields := figureFields(text)
	if slices.ContainsFunc(fields, isMeasure) {
		return false
	}
	for _, field := range fields {
		for _, l := range [...]label{target, actual} {
			field = strings.TrimPrefix(field, table[l].spellings[0])
		}
		if ja.ReadQuantity(field, ja.Expect{}).Kind == ja.Unreadable {
			return true
		}
	}
	return false
}

// isMeasure reports whether a field is the label 目標 or 実績.
func isMeasure(field string) bool {
	switch {
	case field == table[target].spellings[0], field == table[actual].spellings[0]:
		return true
	case !measureSigns.In(field):
		return false
	}
	found, _ := labels.Find(field)
	return found == target || found == actual
}

// measureSigns are the characters one of which is in any field that is such a label,
// or in the markup around it.
var measureSigns = ja.NewCharacters("目実<")

// measureLetters are the letters of these labels.
var measureLetters = ja.NewCharacters(table[target].spellings[0] + table[actual].spellings[0])

// isLabelFragment reports whether a text is made of nothing but letters of 目標 and
// 実績, and not of these labels: what damage left of them, and no value.
func isLabelFragment(text string) bool {
	if text == "" || text[0] >= '0' && text[0] <= '9' || ja.BeginsWithIdeograph(text) && len(measureLetters.TrimLeft(text)) == len(text) {
		return false // as most cells
	}
	if measureLetters.Trim(ja.Key(text)) != "" {
		return false
	}
	return !slices.ContainsFunc(figureFields(text), isMeasure)
}

// figureValues makes values of cells of figures. A cell that holds several of
// them is parted; each counts for a column. They are good until the next row.
func (r *reader) figureValues(pieces []piece) []value {
	values := r.values[:0]
	for i, p := range pieces {
		text := ja.StripMarkup(p.Text)
		if isLabelFragment(text) {
			continue // and stays unmapped
		}
		own := r.newFigure(p)
		several := own.kind == ja.Unreadable || own.kind == ja.State || own.kind == ja.Numeric && strings.Count(text, " ") > 1
		if !several || r.isSentence(text) {
			values = append(values, own)
			continue
		}
		fields := figureFields(p.Text)
		isRow := len(fields) == r.head.Count || r.head.Total && len(fields) == r.head.Count+1
		if states := stateFields(&own); r.areStates(states, pieces, i) {
			fields = states
		} else if len(fields) < 2 || !sheet.AreFigures(fields) || mayBeOne(fields) && !isRow {
			values = append(values, own)
			continue
		}
		for i, cell := range sheet.CutFields(p.Cell, fields) {
			part := piece{Cell: cell, joined: p.joined && i == 0, shared: i > 0}
			part.Index += int32(i)
			values = append(values, r.newFigure(part))
		}
		r.Report(model.CodeJoinedCells, p.At, text, strings.Join(fields, " | "))
	}
	if !ascending(values) {
		for i := range values {
			values[i].Index = noColumn // only their number can tell the years
		}
	}
	r.values = values
	return values
}

// ascending reports whether no two values claim the same column.
func ascending(values []value) bool {
	for i := 1; i < len(values); i++ {
		if values[i].Index <= values[i-1].Index && !values[i-1].joined {
			return false
		}
	}
	return true
}

// mayBeOne reports whether two of the figures of a cell may be one that a blank
// has parted, as a unit stands behind the second alone: 9 5,000千円.
func mayBeOne(fields []string) bool {
	bare := false
	for i, field := range fields {
		if !bare && i+1 == len(fields) {
			break // whatever it is
		}
		reading := ja.ReadQuantity(field, ja.Expect{})
		if bare && reading.Kind == ja.Numeric && reading.Quantity.Unit != "" {
			return true
		}
		bare = reading.Kind == ja.Numeric && reading.Quantity.Unit == "" && reading.Quantity.Yen.IsZero()
	}
	return false
}

// isEmptyFigure reports whether a cell of figures holds none: a dash, a unit
// that lost its number, a placeholder.
func isEmptyFigure(text string) bool {
	return sheet.IsEmpty(ja.ReadQuantity(text, ja.Expect{}).Kind) || sheet.IsPlaceholder(text)
}

// markUnits marks the cells that hold the unit of the row's figures alone.
func markUnits(own *indicator, values []value) {
	unit := own.commonUnit()
	for i := range values {
		if unit == "" && values[i].kind == ja.Numeric {
			unit = values[i].unit
		}
	}
	for i := range values {
		if values[i].kind != ja.Numeric && !values[i].none && unit != "" && sheet.IsOnlyUnit(ja.StripMarkup(values[i].Text), unit) {
			values[i].none = true
		}
	}
}
