package sakado

import (
	"sync"

	"sheetconv/parser/internal/ja"
	"sheetconv/parser/internal/sheet"
)

// facts keeps what was told of texts of cells, and memory for the sheets to come.
type facts struct {
	room
	known sheet.Known[fact]
	// heads are kept apart: pages and sheets repeat them, between many other texts.
	heads sheet.Known[headFact]
	// calendar dates years without an era; what it says holds for one sheet, and sheet
	// counts them.
	calendar *ja.Calendar
	sheet    int
}

// usedFacts are those of sheets that were read.
var usedFacts sync.Pool

// fact is what is known of a text.
type fact struct {
	// asked has the questions that were answered, holds those with a yes.
	asked, holds question
	// kind is what the text is as a quantity.
	kind int8
}

// headFact is what is known of a text as a head of a column.
type headFact struct {
	// sheet is that in which the text was read, 0 where it was not; another one dates it
	// otherwise where undated is set, as it prints a year without an era.
	sheet   int
	undated bool
	column  column
	fy      int
}

// question is what can be asked of a text, a bit for each.
type question uint8

const (
	isStateText question = 1 << iota
	isSectionsText
	isGroupText
	isPolicyText
	hasKind
)

// is returns the answer to a question, which tell gives where it is asked first.
func (f *facts) is(what question, text string, tell func(string) bool) bool {
	one := f.known.Of(text)
	if one.asked&what == 0 {
		one.asked |= what
		if tell(text) {
			one.holds |= what
		}
	}
	return one.holds&what != 0
}

// What the first character of a text or its length tells is asked before anything is kept
// of it, for what is kept takes the place of what is known of another text.

func (f *facts) isStateWord(text string) bool {
	return mayBeStateWord(text) && f.is(isStateText, text, isStateWord)
}

func (f *facts) isGroupHead(text string) bool {
	return mayBeginGroup(text) && f.is(isGroupText, text, isGroupHead)
}

func (f *facts) isPolicy(text string) bool {
	return mayBePolicy(text) && f.is(isPolicyText, text, isPolicy)
}

// isDepartments reports whether a cell names sections.
func (f *facts) isDepartments(text string) bool {
	return !isSentence(text) && f.is(isSectionsText, text, isDepartments)
}

// kindOf returns what a text without quotation marks and markup is as a quantity.
func (f *facts) kindOf(text string) ja.Kind {
	one := f.known.Of(text)
	if one.asked&hasKind == 0 {
		one.asked |= hasKind
		one.kind = int8(ja.ReadQuantity(sheet.TrimQuotes(ja.StripMarkup(text)), ja.Expect{}).Kind)
	}
	return ja.Kind(one.kind)
}

// readHead reads the head of a column and the year printed in it.
func (f *facts) readHead(text string) (c column, fy int) {
	if !mayBeHead(text) {
		return noColumn, 0 // as most cells
	}
	one := f.heads.Of(text)
	switch {
	case one.sheet == 0:
		*one = headFact{sheet: f.sheet, undated: ja.IsUndated(text)}
		one.column, one.fy = readHead(text, f.calendarFor(one))
	case one.undated && one.sheet != f.sheet:
		one.sheet = f.sheet
		one.column, one.fy = readHead(text, f.calendarFor(one))
	}
	return one.column, one.fy
}

// calendarFor returns the calendar by which a head is read, nil where it dates itself.
func (f *facts) calendarFor(one *headFact) *ja.Calendar {
	if one.undated {
		return f.calendar
	}
	return nil
}

// columnOf returns the column that a cell is the head of, noColumn if none.
func (f *facts) columnOf(token sheet.Token) column {
	c, _ := f.readHead(token.Text)
	return c
}
