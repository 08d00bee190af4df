package hadano

import (
	"sync"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// facts keeps what was told of texts of cells.
type facts struct {
	known sheet.Known[fact]
	// calendar dates years without an era; what it says is not kept, as another sheet's
	// says otherwise.
	calendar *ja.Calendar
}

// usedFacts are those of sheets that were read.
var usedFacts sync.Pool

// fact is what is known of a text.
type fact struct {
	// asked has what was asked about the text.
	asked question
	label label
	// kind, unit and none are what the text is as a figure.
	kind int8
	none bool
	// fy is the year that the text is, 0 if it is none; undated is set where it prints one
	// without an era.
	fy      int16
	undated bool
	unit    string
	// fields are those that the text has as a cell of figures.
	fields []string
}

// question is what can be asked about a text, a bit for each.
type question uint8

const (
	whatLabel question = 1 << iota
	whatYear
	whatFigure
	whatFields
)

// labelOf returns the label that a text is.
func (f *facts) labelOf(text string) label {
	own := f.known.Of(text)
	if own.asked&whatLabel == 0 {
		own.asked |= whatLabel
		own.label, _ = labels.Find(text)
	}
	return own.label
}

// yearOf returns the fiscal year that a text is, 0 if it is none.
func (f *facts) yearOf(text string) int {
	own := f.known.Of(text)
	if own.asked&whatYear == 0 {
		own.asked |= whatYear
		year := yearText(text)
		fy, _ := ja.ParseFiscalYear(year)
		own.fy, own.undated = int16(fy), ja.IsUndated(year)
	}
	if own.undated {
		fy, _ := f.calendar.ParseFiscalYear(yearText(text))
		return fy
	}
	return int(own.fy)
}

// fieldsOf returns the fields of a cell of figures, which must not be changed.
func (f *facts) fieldsOf(text string) []string {
	own := f.known.Of(text)
	if own.asked&whatFields == 0 {
		own.asked |= whatFields
		own.fields = figureFields(text)
	}
	return own.fields
}

// newFigure reads what a cell of figures holds.
func (f *facts) newFigure(p piece) value {
	own := f.known.Of(p.Text)
	if own.asked&whatFigure == 0 {
		reading := ja.ReadQuantity(p.Text, ja.Expect{})
		own.asked |= whatFigure
		own.kind, own.unit = int8(reading.Kind), reading.Quantity.Unit
		own.none = sheet.IsEmpty(reading.Kind) || sheet.IsPlaceholder(p.Text)
	}
	return value{piece: p, kind: ja.Kind(own.kind), unit: own.unit, none: own.none}
}
