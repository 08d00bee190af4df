package spreadsheet

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// taken are names that are in use; Excel takes capitals and small letters for the
// same.
type taken map[string]bool

// unique returns a name that is not taken, and takes it: the name itself, or with
// a number behind it, in the given pattern, cut so that it stays within a length
// of UTF-16 units.
func (t taken) unique(name, pattern string, length int) string {
	candidate := shorten(name, length)
	for number := 2; t[strings.ToLower(candidate)]; number++ {
		suffix := fmt.Sprintf(pattern, number)
		candidate = shorten(name, length-len(utf16.Encode([]rune(suffix)))) + suffix
	}
	t[strings.ToLower(candidate)] = true
	return candidate
}

// shorten cuts a text to a number of UTF-16 units.
func shorten(text string, length int) string {
	units := 0
	for index, r := range text {
		units += max(1, utf16.RuneLen(r))
		if units > length {
			return text[:index]
		}
	}
	return text
}

// maxSheetName is how long a sheet's name may be.
const maxSheetName = 31

// sheetName makes a name one that Excel takes for a sheet: none of its forbidden
// signs, no quote at an end, not empty, not the reserved word.
func sheetName(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) || unicode.IsControl(r) || r == utf8.RuneError {
			return '_'
		}
		return r
	}, name)
	name = strings.Trim(shorten(strings.TrimSpace(name), maxSheetName), "' ")
	if name == "" || strings.EqualFold(name, "history") {
		name = "Sheet_" + name
	}
	return name
}

// maxTableName is how long a table's name may be.
const maxTableName = 255

// tableName makes a name one that Excel takes for a table: letters, digits and
// underlines, beginning with a letter, and nothing that reads as a cell.
func tableName(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return '_'
	}, name)
	if first, _ := utf8.DecodeRuneInString(name); name == "" || unicode.IsDigit(first) || isCellName(name) {
		name = "_" + name
	}
	return name
}

// isCellName reports whether a name reads as a cell or as a row or column: AB12,
// R1C1, r, c.
func isCellName(name string) bool {
	letters := strings.TrimRight(name, "0123456789")
	isLatin := strings.Trim(strings.ToUpper(letters), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
	switch {
	case strings.EqualFold(name, "r"), strings.EqualFold(name, "c"):
		return true
	case isLatin && len(letters) <= 3 && len(letters) < len(name):
		return true
	}
	upper := strings.ToUpper(name)
	return strings.HasPrefix(upper, "R") && strings.Contains(upper, "C") && strings.Trim(upper, "RC0123456789") == ""
}

// maxHeading is how long a heading of a table may be.
const maxHeading = 255

// headings makes headings ones that Excel takes for a table: filled, of one line,
// and no two the same.
func headings(columns []Column) []string {
	used := taken{}
	titles := make([]string, len(columns))
	for index, column := range columns {
		title := strings.Join(strings.Fields(column.Title), " ")
		if title == "" {
			title = fmt.Sprintf("(%d)", index+1)
		}
		titles[index] = used.unique(title, " (%d)", maxHeading)
	}
	return titles
}
