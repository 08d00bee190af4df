package isehara

import (
	"strings"
	"sync"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// facts keeps what was told of texts of cells: heads, units and zeros stand in many rows,
// and several rules ask the same of each.
type facts struct {
	texts   sheet.Known[fact]
	amounts sheet.Known[amount]
	// calendar dates years without an era: another sheet's says otherwise.
	calendar *ja.Calendar
}

// usedFacts are those of sheets that were read.
var usedFacts = sync.Pool{New: func() any { return &facts{} }}

// fact is what is known of a text.
type fact struct {
	// asked has what was asked about the text.
	asked question
	// kind, fy and isDated are what the text is as a figure: isDated tells that it prints
	// a year, which is fy, or a date.
	kind    ja.Kind
	fy      int
	isDated bool
	// head is what the text is as the head of a year, where isHead is set. It may hang on
	// the calendar of the sheet, if there is one.
	head     moneyHead
	isHead   bool
	calendar *ja.Calendar
	// labelUnit is the unit that the text names as a label.
	labelUnit string
	// isOwnYear tells that the text is a year in brackets.
	isOwnYear bool
}

// question is what can be asked about a text, a bit for each.
type question uint8

const (
	whatFigure question = 1 << iota
	whatHead
	whatLabelUnit
	whatOwnYear
)

// figureOf returns a text as a figure: its kind, year and date.
func (f *facts) figureOf(text string) *fact {
	own := f.texts.Of(text)
	if own.asked&whatFigure == 0 {
		own.asked |= whatFigure
		reading := ja.ReadQuantity(text, ja.Expect{})
		own.kind, own.fy = reading.Kind, reading.Quantity.FY
		own.isDated = own.fy != 0 || !reading.Quantity.AsOf.IsZero()
	}
	return own
}

// isFigure is sheet.IsFigure.
func (f *facts) isFigure(text string) bool {
	switch f.figureOf(text).kind {
	case ja.Numeric, ja.Ranked, ja.Dash, ja.LoneUnit:
		return true
	}
	return false
}

// moneyHeadOf returns what a text is as the head of a year.
func (f *facts) moneyHeadOf(text string) (head moneyHead, ok bool) {
	own := f.texts.Of(text)
	if own.asked&whatHead == 0 || own.calendar != nil && own.calendar != f.calendar {
		own.asked |= whatHead
		own.head, own.isHead = readMoneyHead(text, f.calendar)
		if own.calendar = nil; mayBeUndated(text) {
			own.calendar = f.calendar
		}
	}
	return own.head, own.isHead
}

// mayBeUndated reports whether a text may print a year without an era: 3年度.
func mayBeUndated(text string) bool {
	if !strings.Contains(text, "度") {
		return false
	}
	_, at, end, isDated := ja.FindFiscalYear(text)
	isOnly := isDated && strings.Contains(text[at:end], "度") && strings.Count(text, "度") == 1
	return !isOnly && (!isDated || at > 0)
}

// labelUnitOf is sheet.LabelUnit.
func (f *facts) labelUnitOf(text string) string {
	own := f.texts.Of(text)
	if own.asked&whatLabelUnit == 0 {
		own.asked |= whatLabelUnit
		own.labelUnit = sheet.LabelUnit(text)
	}
	return own.labelUnit
}

// amount is what a cell in the block of costs holds.
type amount struct {
	// isRead is set where all of this was told, beside the unit servedUnit.
	isRead     bool
	servedUnit string
	// isSeveral tells that the cell holds several figures, parted by blanks.
	isSeveral bool
	// printed is the cell without markup, text that without the blanks with which a line
	// wrap has parted a unit of money, and unit that in half width.
	printed, text, unit string
	reading             ja.Reading
}

// amountOf returns what a cell holds, beside the unit of what is served. It is good until
// the next question, and must not be changed.
func (f *facts) amountOf(text, servedUnit string) *amount {
	own := f.amounts.Of(text)
	if !own.isRead || own.servedUnit != servedUnit {
		own.isRead, own.servedUnit = true, servedUnit
		own.read(text)
	}
	return own
}

func (a *amount) read(text string) {
	a.isSeveral = partsWords.In(text) && sheet.AllFigures(sheet.SplitWords(sheet.Token{Cell: grid.Cell{Text: text}}))
	a.printed = ja.StripMarkup(text)
	a.text = a.printed
	if strings.Contains(a.text, "円") {
		if squeezed := ja.Squeeze(a.text); sheet.IsMoneyUnit(squeezed) {
			a.text = squeezed
		}
	}
	a.reading = ja.ReadQuantity(a.text, ja.Expect{Unit: a.servedUnit})
	if a.reading.Kind == ja.Unreadable && partsWords.In(a.text) {
		// A line wrap may have cut a number: 152, 300.
		if closed := sheet.CloseGaps(a.text); closed != a.text {
			a.reading = ja.ReadQuantity(closed, ja.Expect{Unit: a.servedUnit})
		}
	}
	a.unit = ja.Fold(a.text)
}
