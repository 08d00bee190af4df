package hadano

import (
	"sync"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// facts keeps what was told of texts of cells, and memory for the sheets to come.
type facts struct {
	room
	known sheet.Known[fact]
	// labels are kept apart: every cell is asked for one, and few for more.
	labels sheet.Known[labelFact]
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
	// kind, unit and none are what the text is as a figure.
	kind int8
	none bool
	// fy is the year that the text is, 0 if it is none; undated is set where it prints one
	// without an era.
	fy      int16
	undated bool
	// sentence is set of running text.
	sentence bool
	unit     string
	// fields are those that the text has as a cell of figures.
	fields []string
}

// labelFact is the label that a text is, known once it was asked for.
type labelFact struct {
	label label
	known bool
}

// question is what can be asked about a text, a bit for each.
type question uint8

const (
	whatYear question = 1 << iota
	whatFigure
	whatFields
	whatSentence
)

// labelOf returns the label that a text is.
func (f *facts) labelOf(text string) label {
	if text == "" || text[0] >= '0' && text[0] <= '9' || len(text) > maxLabelBytes {
		found, _ := labels.Find(text) // which tells these by one look
		return found
	}
	own := f.labels.Of(text)
	if !own.known {
		own.known = true
		own.label, _ = labels.Find(text)
	}
	return own.label
}

// maxLabelBytes is how long a label is mostly.
const maxLabelBytes = 60

// isSentence is isSentence for the cells of a row of figures, which are asked several times.
func (f *facts) isSentence(text string) bool {
	if !ja.LongerThan(text, maxFigureRunes) {
		return isSentence(text)
	}
	own := f.known.Of(text)
	if own.asked&whatSentence == 0 {
		own.asked |= whatSentence
		own.sentence = isSentence(text)
	}
	return own.sentence
}

// yearOf returns the fiscal year that a text is, 0 if it is none.
func (f *facts) yearOf(text string) int {
	own := f.known.Of(text)
	if own.asked&whatYear == 0 {
		own.asked |= whatYear
		year := yearText(text)
		fy, isYear := ja.ParseFiscalYear(year)
		own.fy, own.undated = int16(fy), !isYear && ja.IsUndated(year)
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
