package sheet

import (
	"strings"

	"sheetconv/parser/internal/grid"
	"sheetconv/parser/internal/ja"
)

// IsFigure reports whether a text can stand in a cell of figures: a number, a
// rank, a dash, or a unit that lost its number.
func IsFigure(text string) bool {
	switch ja.ReadQuantity(text, ja.Expect{}).Kind {
	case ja.Numeric, ja.Ranked, ja.Dash, ja.LoneUnit:
		return true
	}
	return false
}

// AreFigures reports whether each of the texts is a figure.
func AreFigures(texts []string) bool {
	for _, text := range texts {
		if !IsFigure(text) {
			return false
		}
	}
	return true
}

// IsNumberOrDash reports whether a text is a number, a rank or a dash.
func IsNumberOrDash(text string) bool {
	switch ja.ReadQuantity(text, ja.Expect{}).Kind {
	case ja.Numeric, ja.Ranked, ja.Dash:
		return true
	}
	return false
}

// IsValue reports whether a text is a value of an indicator for sure: a number,
// a rank, a dash or an arrow.
func IsValue(text string) bool { return IsArrow(text) || IsNumberOrDash(text) }

// IsEmpty reports whether what a cell was read as says that it holds no value: it
// is blank, a dash, or a unit that lost its number.
func IsEmpty(kind ja.Kind) bool {
	return kind == ja.Blank || kind == ja.Dash || kind == ja.LoneUnit
}

// IsNothing reports whether a cell holds a dash or nothing but markup.
func IsNothing(cell grid.Cell) bool {
	if ja.BeginsWithIdeograph(cell.Text) {
		return false // as most texts do
	}
	text := ja.StripMarkup(cell.Text)
	return text == "" || ja.IsDash(text)
}

// Grades are the letters of grades.
const Grades = "ABCDES"

// IsGrade reports whether a text is the letter of a grade: A to E, or S.
func IsGrade(text string) bool { return len(text) == 1 && strings.IndexByte(Grades, text[0]) >= 0 }

// TrimQuotes takes stray quotation marks, which spreadsheets leave, from both
// ends of a text.
func TrimQuotes(text string) string { return ja.TrimQuotes(text) }

// CutFields returns the parts of a cell that fields of its text are, as ja.Fields
// cuts them.
func CutFields(cell grid.Cell, fields []string) []grid.Cell {
	parts := make([]grid.Cell, 0, len(fields))
	for _, field := range fields {
		start := strings.Index(cell.Text, field)
		end := start + len(field)
		parts = append(parts, cell.Slice(start, end))
		cell = cell.From(end)
	}
	return parts
}
