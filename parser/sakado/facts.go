package sakado

import (
	"strings"
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
	// asked has the questions that were answered, holds those with a yes.
	asked, holds question
	// kind is what the text is as a quantity, column and fy what it is as a head.
	kind, column int8
	fy           int16
	// undated is set of a head that prints a year without an era.
	undated bool
	// grade is the grade that the text is, counted from 1 in sheet.Grades; 0 if it is none.
	grade int8
}

// question is what can be asked of a text, a bit for each.
type question uint16

const (
	isSentenceText question = 1 << iota
	isFigureText
	isValueText
	isStateText
	isSectionsText
	isHeadText
	isGroupText
	isPolicyText
	hasKind
	hasGrade
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

func (f *facts) isSentence(text string) bool  { return f.is(isSentenceText, text, isSentence) }
func (f *facts) isStateWord(text string) bool { return f.is(isStateText, text, isStateWord) }
func (f *facts) isGroupHead(text string) bool { return f.is(isGroupText, text, isGroupHead) }
func (f *facts) isPolicy(text string) bool    { return f.is(isPolicyText, text, isPolicy) }

// isDepartments reports whether a cell names sections.
func (f *facts) isDepartments(text string) bool { return f.is(isSectionsText, text, isDepartments) }

// kindOf returns what a text without quotation marks and markup is as a quantity.
func (f *facts) kindOf(text string) ja.Kind {
	one := f.known.Of(text)
	if one.asked&hasKind == 0 {
		one.asked |= hasKind
		one.kind = int8(ja.ReadQuantity(sheet.TrimQuotes(ja.StripMarkup(text)), ja.Expect{}).Kind)
	}
	return ja.Kind(one.kind)
}

// gradeIn returns the grade that a cell holds alone; "" if it holds anything else.
func (f *facts) gradeIn(text string) string {
	one := f.known.Of(text)
	if one.asked&hasGrade == 0 {
		one.asked |= hasGrade
		if grade := gradeIn(text); grade != "" {
			one.grade = int8(strings.Index(sheet.Grades, grade)) + 1
		}
	}
	if one.grade == 0 {
		return ""
	}
	return sheet.Grades[one.grade-1 : one.grade]
}

// readHead reads the head of a column and the year printed in it.
func (f *facts) readHead(text string) (c column, fy int) {
	one := f.known.Of(text)
	if one.asked&isHeadText == 0 {
		one.asked |= isHeadText
		c, fy = readHead(text, nil)
		one.column, one.fy, one.undated = int8(c), int16(fy), ja.IsUndated(text)
	}
	if one.undated {
		return readHead(text, f.calendar)
	}
	return column(one.column), int(one.fy)
}

// columnOf returns the column that a cell is the head of, noColumn if none.
func (f *facts) columnOf(token sheet.Token) column {
	c, _ := f.readHead(token.Text)
	return c
}
