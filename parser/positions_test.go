package parser_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sheetconv/model"
	"sheetconv/parser"
	"sheetconv/parser/internal/ja"
)

// Every position lies in the text, and where a row has its text as printed, that
// stands there.
func TestPositions(t *testing.T) {
	eachFixture(t, func(t *testing.T, f fixture) {
		checkPositions(t, parse(t, f.input, f.options()))
	})
}

func checkPositions(t *testing.T, result *parser.Result) {
	t.Helper()
	lines := strings.Split(result.Text, "\n")
	for i, document := range result.Documents {
		visitRows(reflect.ValueOf(document), fmt.Sprintf("[%d]", i), func(path string, row reflect.Value) {
			field := row.FieldByName("At")
			if !field.IsValid() {
				return
			}
			at := field.Interface().(model.Position)
			if at.IsZero() && standsNowhere(row) {
				return
			}
			text, inside := textAt(lines, at)
			if !inside {
				t.Errorf("%s: %s is not in the text", path, at)
				return
			}
			if printed := printedTexts(row); len(printed) > 0 && !beginsWithAny(text, printed, sharesCell(row)) {
				t.Errorf("%s: at %s stands %.60q, expected %.60q", path, at, text, printed)
			}
		})
	}
}

// standsNowhere reports whether a row may be without a position: a diagnostic
// about what is not there, an item that is not named.
func standsNowhere(row reflect.Value) bool {
	switch row := row.Addr().Interface().(type) {
	case *model.Diagnostic:
		return true
	case *model.Item:
		return row.Number == "" && row.Name == ""
	}
	return false
}

// positionWindow is how many lines behind a position are looked at: a cell may
// begin with a line of markup.
const positionWindow = 5

// textAt returns the text from a position on, up to the end of a few lines.
func textAt(lines []string, at model.Position) (string, bool) {
	if at.Line < 1 || int(at.Line) > len(lines) || at.Column < 1 {
		return "", false
	}
	text := lines[at.Line-1]
	for range at.Column - 1 {
		if text == "" {
			return "", false
		}
		_, size := utf8.DecodeRuneInString(text)
		text = text[size:]
	}
	if text == "" {
		return "", false
	}
	following := lines[at.Line:min(len(lines), int(at.Line)+positionWindow)]
	return text + "\n" + strings.Join(following, "\n"), true
}

// printedTexts returns the texts of a row of which one stands at the row's
// position as it is printed; none where the position is that of something else.
func printedTexts(row reflect.Value) []string {
	switch row := row.Addr().Interface().(type) {
	case *model.Value:
		return []string{row.Raw}
	case *model.Attribute:
		if row.Raw != "" {
			return []string{row.Raw}
		}
	case *model.Cost:
		return []string{row.Raw}
	case *model.Period:
		return []string{row.Raw}
	case *model.Text:
		return []string{row.Text}
	case *model.Task:
		return []string{row.Text}
	case *model.Unmapped:
		return []string{row.Text}
	case *model.Department:
		return []string{row.Division, row.Section, row.DivisionHead, row.SectionHead}
	case *model.Item:
		return []string{row.Number, row.Name}
	}
	return nil
}

// beginsWithAny reports whether a text begins as one of the printed texts does.
// Numbers are kept in half width; a colon between label and value is dropped.
// What shares a cell with others stands somewhere in the cell.
func beginsWithAny(text string, printed []string, sharesCell bool) bool {
	cell := text
	if end := strings.IndexAny(text, "\t|"); end >= 0 {
		cell = text[:end]
	}
	text, cell = escapes.Replace(text), escapes.Replace(cell)
	text, cell = squash(norm.NFKC.String(strings.TrimLeft(text, "：: "))), squash(norm.NFKC.String(cell))
	return slices.ContainsFunc(printed, func(raw string) bool {
		start := beginning(raw)
		if start == "" {
			return raw != "" // nothing but markup
		}
		return strings.HasPrefix(text, start) || strings.HasPrefix(text, `"`+start) || sharesCell && strings.Contains(cell, start)
	})
}

// escapes are what Markdown puts before signs, and what it shows.
var escapes = strings.NewReplacer(`\.`, ".", `\%`, "%", `\n`, "\n", `\(`, "(", `\)`, ")", "&nbsp;", " ")

// sharesCell reports whether a row can be one of several of a cell, all of which
// have the cell's position: sections in charge, a value in another's brackets,
// an item's name behind its label or status.
func sharesCell(row reflect.Value) bool {
	switch row.Addr().Interface().(type) {
	case *model.Department, *model.Value, *model.Item:
		return true
	}
	return false
}

// beginning returns the first characters of the first word of a text.
func beginning(text string) string {
	words := strings.Fields(norm.NFKC.String(ja.StripMarkup(strings.TrimLeft(text, "：: "))))
	if len(words) == 0 {
		return ""
	}
	runes := []rune(words[0])
	return string(runes[:min(len(runes), 8)])
}
